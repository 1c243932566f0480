"""Excel workbooks → blocks, as Excel shows them."""

from vanban.sources.excel.sheets import read_xlsx

__all__ = ["read_xlsx"]
