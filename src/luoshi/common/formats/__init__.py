"""Dates and numbers in each language."""
