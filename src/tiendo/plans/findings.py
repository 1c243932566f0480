"""What the reader noticed, in sentences of the page's language."""

from collections.abc import Iterable

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from tiendo.plans.readings import Stored
from vanban.model import Finding
from vanban.sentences import FINDINGS, language_of, sentence_of

# The card itself shows these: the repaired name in its chip, the choice among the leads, what is lacking.
SHOWN_OTHERWISE = frozenset({"glued-words", "two-leads", "no-lead", "no-actor"})
HARMLESS = frozenset({"glued-words"})

# What is to be looked at in a draft that was copied from a plan (`copying`).
COPIED = {
    "moved": gettext_lazy("A year was moved: %(years)s. Compare with the words of the old plan."),
    "kept": gettext_lazy("It names %(years)s, which was left as it is. See whether that is right."),
}

# Words in the code of a finding that tell which field it is about; all others are about the words.
FIELDS = {
    "deadline": ("deadline", "date", "day", "milestone", "term"),
    "leads": ("lead", "actor", "office", "agency"),
    "product": ("product",),
    "period": ("period", "year"),
    "figure": ("figure", "measure", "unit", "comparator", "value", "number-", "count"),
}


def by_field(findings: Iterable[Stored]) -> dict[str, tuple[str, ...]]:
    """The sentences worth saying, by the field they are about: leads, deadline, product, period, figure, text.

    A field of which the card itself says what is wrong has none.
    """
    found: dict[str, tuple[str, ...]] = {}
    for row in findings:
        if row["code"] in HARMLESS:
            continue
        said = found.setdefault(field_of(row["code"]), ())
        told = sentence(row)
        if row["code"] not in SHOWN_OTHERWISE and told not in said:
            found[field_of(row["code"])] = (*said, told)
    return found


def field_of(code: str) -> str:
    """The field of an item that a finding with this code is about; "text" where nothing is said."""
    named = (name for name, words in FIELDS.items() if any(word in code for word in words))
    return next(named, "text")


def places(findings: Iterable[Stored]) -> list[Stored]:
    """The quotes at which a person should look."""
    rows = (row.get("quote") for row in findings if row["code"] != "glued-words")
    return [quote for quote in rows if quote]


def sentence(finding: Stored) -> str:
    """The sentence for a finding; one without words of its own says at least to look at the place."""
    told, _dash, _part = finding["code"].partition("-")
    if told in COPIED:
        return str(COPIED[told] % finding["values"])
    if finding["code"] not in FINDINGS:
        return _("Please look at this place once more (%(code)s).") % {"code": finding["code"]}
    found = Finding(finding["code"], finding.get("values") or {})
    return sentence_of(found, language_of(get_language() or "vi"))
