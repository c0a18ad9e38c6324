"""PDF: lines in reading order and tables."""
