"""Scanned pages → what is printed on them, by recognising letters (OCR)."""
