"""Commitments in English sentences."""
