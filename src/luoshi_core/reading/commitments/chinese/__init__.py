"""Commitments in Chinese sentences."""
