"""What the reader noticed, in sentences of the page's language."""

from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tiendo.plans.readings import Stored
from vanban.model import Finding
from vanban.sentences import FINDINGS, language_of, sentence_of

# The card itself shows these: the repaired name in its chip, the choice among the leads.
SHOWN_OTHERWISE = frozenset({"glued-words", "two-leads"})


def worth_saying(findings: Iterable[Stored]) -> tuple[str, ...]:
    """The sentences of the findings that a card does not show in another way, each once."""
    told = (sentence(row) for row in findings if row["code"] not in SHOWN_OTHERWISE)
    return tuple(dict.fromkeys(told))


def places(findings: Iterable[Stored]) -> list[Stored]:
    """The quotes at which a person should look."""
    rows = (row.get("quote") for row in findings if row["code"] != "glued-words")
    return [quote for quote in rows if quote]


def sentence(finding: Stored) -> str:
    """The sentence for a finding; one without words of its own says at least to look at the place."""
    if finding["code"] not in FINDINGS:
        return _("Please look at this place once more (%(code)s).") % {"code": finding["code"]}
    found = Finding(finding["code"], finding.get("values") or {})
    return sentence_of(found, language_of(get_language() or "vi"))
