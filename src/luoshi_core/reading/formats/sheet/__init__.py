"""Workbooks and ledgers (.xlsx, .xls)."""
