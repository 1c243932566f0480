"""What this machine can read, said before anybody brings a document."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from tiendo.plans.screening import IMAGES, accepted
from vanban.scan.letters import lacking
from vanban.sources import Unreadable
from vanban.sources.office import PACKAGE


@dataclass(frozen=True, slots=True)
class Readable:
    """A kind of file: what people call it, its endings, and in a sentence what the machine lacks ("" if nothing)."""

    name: str | Promise
    endings: str
    lacking: str


def _nothing() -> str:
    return ""


def _office() -> str:
    if any(map(shutil.which, ("soffice", "libreoffice"))):
        return ""
    told = Unreadable("no-office", {"suffix": ".doc", "package": PACKAGE})
    return told.sentence(get_language() or "vi")


def _letters() -> str:
    package = lacking()
    if package is None:
        return ""
    words = gettext("Scans cannot be read on this machine: the package %(package)s is missing.")
    return words % {"package": package}


KINDS: tuple[tuple[str | Promise, tuple[str, ...], Callable[[], str]], ...] = (
    (_("Word"), (".docx", ".docm"), _nothing),
    (_("PDF, text or scan"), (".pdf",), _letters),
    (_("Page images"), tuple(IMAGES), _letters),
    (_("Excel"), (".xlsx", ".xlsm"), _nothing),
    (
        _("Plain text, Markdown, web page"),
        (".txt", ".md", ".markdown", ".html", ".htm"),
        _nothing,
    ),
    (_("Old Word, OpenDocument, RTF"), (".doc", ".odt", ".rtf"), _office),
)


def kinds() -> list[Readable]:
    """The kinds of file that the reader knows, each with what is lacking for it."""
    known = set(accepted())
    rows = []
    for name, endings, what_is_lacking in KINDS:
        if here := [ending for ending in endings if ending in known]:
            rows.append(Readable(name, " ".join(here), what_is_lacking()))
    return rows
