"""A page as a picture, to look at: of a PDF file, or of a file that is a picture itself."""

from pathlib import Path


def page_picture(path: Path, page: int, dpi: int = 100) -> bytes:
    """The page (counted from 1) as PNG, as its file shows it; a `Box` holds fractions of this picture.

    Raises `Unreadable` for a file that has no such picture, `LookupError` for a page it does not have.
    """
    raise LookupError(page)
