"""The bare extraction under each format, done the simplest right way with a library: what reading is compared with."""

import os
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pypdfium2
import tesserocr
from docx import Document
from docx.table import Table
from PIL import Image

from vanban.scan.letters import model_folder

SCAN_DPI = 300


def word_texts(path: Path) -> Iterator[str]:
    """The texts of all paragraphs, those in cells included, by python-docx alone."""
    for block in Document(str(path)).iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from (paragraph.text for paragraph in cell.paragraphs)
        else:
            yield block.text


def pdf_tables(path: Path) -> list[object]:
    """The tables of every page by pdfplumber's own extraction."""
    with pdfplumber.open(path) as document:
        return [table for page in document.pages for table in page.extract_tables()]


def plain_text(path: Path) -> list[str]:
    """The lines of a text file."""
    return path.read_text("utf-8").splitlines()


def recognised(path: Path) -> list[str]:
    """The text of every page by Tesseract on the whole page, with the same model and one thread."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    with tesserocr.PyTessBaseAPI(
        path=str(model_folder()), lang="vie", psm=tesserocr.PSM.AUTO
    ) as engine:
        texts = []
        for page in page_images(path):
            engine.SetImage(page)
            texts.append(engine.GetUTF8Text())
        return texts


def page_images(path: Path) -> Iterator[Image.Image]:
    """The pages of an image, of a folder of images or of a PDF, as pictures."""
    if path.suffix != ".pdf":
        for page in sorted(path.iterdir()) if path.is_dir() else [path]:
            with Image.open(page) as image:
                yield image.convert("RGB")
        return
    document = pypdfium2.PdfDocument(path)
    for page in document:
        yield page.render(scale=SCAN_DPI / 72).to_pil()


BARE = {
    ".docx": word_texts,
    ".pdf": pdf_tables,
    ".txt": plain_text,
    ".md": plain_text,
    "": recognised,
}
