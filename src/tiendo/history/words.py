"""What is wrong with a sealed history, in sentences for people; and the short code of a seal."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from tiendo.history.chain import Fault, What
from tiendo.history.models import Seal

LETTERS = 16  # of a hash, as people copy it


def code_of(hash_: str) -> str:
    """The short code of a seal, in groups of four: "9f3a 22bc 81d0 7e55"."""
    return " ".join(hash_[at : at + 4] for at in range(0, LETTERS, 4))


def seal_words(seal: Seal | None) -> str:
    """The newest seal in one line, as a digest prints it; "" before anything was sealed."""
    if seal is None:
        return ""
    facts = {"number": seal.number, "at": f"{localtime(seal.at):%d/%m/%Y %H:%M}"}
    words = _("Seal of the history no. %(number)s of %(at)s, code %(code)s")
    return words % (facts | {"code": code_of(seal.hash)})


def told(fault: Fault) -> str:
    """One fault in a sentence: what, and where."""
    return SENTENCES[fault.what](_facts(fault))


def _facts(fault: Fault) -> dict[str, Any]:
    at = f"{localtime(datetime.fromisoformat(fault.at)):%d/%m/%Y %H:%M:%S}" if fault.at else ""
    places = f"{fault.place}–{fault.until}" if fault.until > fault.place else str(fault.place)
    seals = f"{fault.seal}–{fault.until}" if fault.until > fault.seal else str(fault.seal)
    facts = {"seal": fault.seal, "seals": seals, "place": fault.place, "places": places}
    return facts | {"key": fault.key, "at": at, "name": fault.name}


SENTENCES: dict[What, Callable[[dict[str, Any]], str]] = {
    What.CHANGED: lambda facts: (
        _(
            "Entry %(place)s (change %(key)s, dated %(at)s, seal %(seal)s) is not what it was when it was sealed."
        )
        % facts
    ),
    What.GONE: lambda facts: (
        _("Entry %(place)s (change %(key)s, seal %(seal)s) is gone: the change was removed.")
        % facts
    ),
    What.PLACE_GONE: lambda facts: (
        _("Entries missing from the chain in seal %(seal)s: %(places)s.") % facts
    ),
    What.INSERTED: lambda facts: (
        _(
            "Change %(key)s, dated %(at)s, stands before the last seal and in none: it was put there later."
        )
        % facts
    ),
    What.BACKDATED: lambda facts: (
        _(
            "Entry %(place)s (change %(key)s, seal %(seal)s) says %(at)s, but was stored after the seal before it: "
            "it is back-dated, or the clock was moved."
        )
        % facts
    ),
    What.REORDERED: lambda facts: (
        _(
            "Seal %(seal)s does not fit what it covers (entries %(places)s): the seal, their order or their digests "
            "were altered."
        )
        % facts
    ),
    What.SEAL_GONE: lambda facts: _("Seals missing from the chain: %(seals)s.") % facts,
    What.UNTIED: lambda facts: (
        _("Seal %(seal)s does not follow on the seal before it: one of the two was altered.")
        % facts
    ),
    What.BEYOND: lambda facts: _("Entry %(place)s (change %(key)s) is covered by no seal.") % facts,
    What.PERSONAL_GONE: lambda facts: (
        _("Entry %(place)s (change %(key)s) speaks of a personal value that is gone: %(name)s")
        % facts
    ),
    What.PERSONAL_CHANGED: lambda facts: (
        _("Personal value %(key)s is not what it was when it was sealed: %(name)s") % facts
    ),
    What.PERSONAL_EMPTIED: lambda facts: (
        _("Personal value %(key)s was emptied, and no line of the history says so: %(name)s")
        % facts
    ),
    What.UNREADABLE: lambda facts: (
        _("Part of the history cannot be read, so something was put there by hand: %(name)s")
        % facts
    ),
    What.NEVER_SEALED: lambda facts: (
        _(
            "Change %(key)s, dated %(at)s, and all after it are in no seal: the seals were taken away, or nothing "
            "ever sealed."
        )
        % facts
    ),
    What.STRAY: lambda facts: (
        _("Rows of the history belong to a locality that is not here: %(name)s") % facts
    ),
    What.FILE_CHANGED: lambda facts: (
        _("File %(name)s is not what it was when it was packed.") % facts
    ),
    What.FILE_GONE: lambda facts: _("File %(name)s is missing from the package.") % facts,
    What.FILE_ADDED: lambda facts: _("File %(name)s is in no list of the package.") % facts,
}
