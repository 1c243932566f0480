"""Rows of registers in sheets: the form to fill in, what a sheet would change, the sheet sent back."""
