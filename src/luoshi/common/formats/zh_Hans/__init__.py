"""Dates and numbers in Chinese."""
