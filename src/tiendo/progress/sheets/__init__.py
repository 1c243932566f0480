"""The report of an office as an .xlsx form: filled in anywhere, taken back, shown before it is saved."""
