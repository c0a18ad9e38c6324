"""Commitments in the rows of a table."""
