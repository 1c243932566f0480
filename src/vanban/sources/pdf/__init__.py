"""PDF files through pdfium: words with their boxes, drawn rules, pictures of pages."""

from vanban.sources.pdf.reading import read_pdf, textless_pages
from vanban.sources.pdf.rendering import render_page

__all__ = ["read_pdf", "render_page", "textless_pages"]
