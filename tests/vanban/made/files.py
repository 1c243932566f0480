"""Every shape in which the made plans are written, by name."""

import subprocess
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.vanban.made.content import Plan
from tests.vanban.made.plans import LIBRARIES, RECORDS, ROADS
from tests.vanban.made.typeset import write_pdf
from tests.vanban.made.word import write_word
from tests.vanban.made.workbook import write_workbook
from tests.vanban.made.written import (
    as_html,
    as_markdown,
    as_text,
    in_tcvn3,
    in_vni,
    tcvn3_font,
)

Write = Callable[[Plan, Path], Path]
FILTERS = {".doc": "doc:MS Word 97", ".odt": "odt", ".rtf": "rtf"}
WITHOUT_TABLES = (RECORDS, ROADS, LIBRARIES)  # what a text file can hold without losing its cells


def _text(words: Callable[[Plan], str], encoding: str = "utf-8") -> Write:
    def write(plan: Plan, path: Path) -> Path:
        path.write_bytes(words(plan).encode(encoding))
        return path

    return write


def decomposed(words: str) -> str:
    return unicodedata.normalize("NFD", words)


def saved_by_office(plans: Iterable[Plan], suffix: str, folder: Path) -> Path:
    """The folder with the Word files as LibreOffice saves them under another kind, started once for all."""
    words = [write_word(plan, folder / f"{plan.slug}.docx") for plan in plans]
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to"]
    subprocess.run(
        [*command, FILTERS[suffix], "--outdir", str(folder), *map(str, words)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return folder


WRITTEN: dict[str, tuple[str, Write]] = {
    "Word": (".docx", write_word),
    "Word, decomposed letters": (
        ".docx",
        lambda plan, path: write_word(plan, path, lambda words: (decomposed(words), "Tahoma")),
    ),
    "markdown": (".md", _text(as_markdown)),
    "web page": (".html", _text(as_html)),
    "workbook": (".xlsx", write_workbook),
    "PDF": (".pdf", write_pdf),
}
PLAIN: dict[str, tuple[str, Write]] = {
    "text": (".txt", _text(as_text)),
    "text, decomposed letters": (".txt", _text(lambda plan: decomposed(as_text(plan)))),
    "text, UTF-16": (".txt", _text(as_text, "utf-16-le")),
    "text, VNI": (".txt", _text(lambda plan: in_vni(as_text(plan)), "latin-1")),
}
# TCVN3 has no capitals with marks: such a file cannot tell "Ủy ban" from "ủy ban".
WITHOUT_CAPITALS: dict[str, tuple[str, Write]] = {
    "text, TCVN3": (".txt", _text(lambda plan: in_tcvn3(as_text(plan)), "latin-1")),
    "Word, fonts of TCVN3": (".docx", lambda plan, path: write_word(plan, path, tcvn3_font)),
}
