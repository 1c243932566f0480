"""Why a file was not taken, in a sentence that says what is wrong and what to do."""

from collections.abc import Callable, Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tiendo.plans.children import TOO_MUCH_MEMORY
from tiendo.plans.readings import Stored
from vanban.sources.unreadable import SENTENCES, Unreadable

SECRET = "secret"  # noqa: S105  the mark of a document, not a password
NO_WORK = "no-work"
BROKEN = "broken"
TOO_LONG_TO_CHECK = "too-long-to-check"
TOO_LARGE = "too-large"
MISNAMED = "misnamed"
NO_PAGES = "no-pages"
NO_ROOM = "no-room"
GONE = "gone"
AGAIN = "again"  # a reading that was cut off and is tried once more; nobody is told


def _secret(values: Mapping[str, str]) -> str:
    return _(
        "The document is marked %(mark)s. State secrets must not be put into this system. "
        "Nothing was kept. Follow this plan by the rules for secret documents."
    ) % {"mark": values.get("mark", "")}


def _no_work(values: Mapping[str, str]) -> str:
    return _(
        "No task, duty or target was found in this document. Check that it is the issued plan, "
        "with its appendix, and not a covering letter. Nothing was kept."
    )


def _broken(values: Mapping[str, str]) -> str:
    return _(
        "The reader stopped at this document. Nothing was kept. Save it as a new .docx file and try "
        "again; if it stops again, send the file to those who look after the system."
    )


def _memory(values: Mapping[str, str]) -> str:
    return _(
        "Reading this document takes more memory than the machine has for it. Nothing was kept. Scan the "
        "pages at 300 dots an inch, or bring the document in parts."
    )


def _misnamed(values: Mapping[str, str]) -> str:
    return _(
        "“%(name)s” is damaged, or its content is of another kind than its name says. Open it with its own "
        "program and save it anew."
    ) % {"name": values.get("name", "")}


def _no_pages(values: Mapping[str, str]) -> str:
    return _(
        "The archive must hold 1 to %(limit)s page images and nothing else. Unpack it and choose the pages "
        "themselves, or bring the document as one PDF file."
    ) % {"limit": values.get("limit", "")}


def _no_room(values: Mapping[str, str]) -> str:
    return _(
        "The server has almost no room left on its disk. Nothing was kept. Have those who look after the "
        "system make room, then bring the document again."
    )


def _gone(values: Mapping[str, str]) -> str:
    return _("The file of this document is no longer on the server. Bring the document again.")


def _too_long(values: Mapping[str, str]) -> str:
    return _(
        "Checking this file takes longer than a minute. Bring it as a plan instead: it is read in the "
        "background, its review shows the same remarks, and you may throw it away afterwards."
    )


OWN: Mapping[str, Callable[[Mapping[str, str]], str]] = {
    SECRET: _secret,
    NO_WORK: _no_work,
    BROKEN: _broken,
    TOO_MUCH_MEMORY: _memory,
    MISNAMED: _misnamed,
    NO_PAGES: _no_pages,
    TOO_LONG_TO_CHECK: _too_long,
    NO_ROOM: _no_room,
    GONE: _gone,
}


def sentence(error: Stored) -> str:
    """What is wrong and what to do, in the language of the page; `error` is {"code", "values"}."""
    code, values = error.get("code", BROKEN), error.get("values", {})
    if code in SENTENCES:
        return Unreadable(code, values).sentence(get_language() or "vi")
    return OWN.get(code, _broken)(values)
