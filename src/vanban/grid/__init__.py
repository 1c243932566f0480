"""Task tables that come as tables: of Word, PDF, page images, spreadsheets, Markdown and HTML."""

from vanban.grid.reading import read_table_blocks

__all__ = ["read_table_blocks"]
