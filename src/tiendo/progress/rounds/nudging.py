"""What is told after offices were asked for word: which were reached, which were left out, and why."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tiendo.agencies.models import Agency
from tiendo.progress.models import OfficeReport

INVITED = gettext_lazy("Not asked, as they are only invited: %(offices)s.")
CAME = gettext_lazy("Not asked, as their report came and was returned: %(offices)s.")
NOTHING = gettext_lazy("Not asked, as they owe no report that is open: %(offices)s.")


def reached(offices: Iterable[Agency]) -> list[str]:
    """The sentence that names the offices asked for their report; none where there is none."""
    names = named(offices)
    return [_("Asked for the report: %(offices)s.") % {"offices": names}] if names else []


def passed_over(
    ticked: Iterable[Agency], chosen: Iterable[OfficeReport], asked: Iterable[OfficeReport]
) -> list[str]:
    """One sentence for each reason why offices that were ticked were not asked, naming them.

    `chosen` are the reports that they still owe, `asked` those that were asked for.
    """
    reports: dict[int, list[OfficeReport]] = defaultdict(list)
    for row in chosen:
        reports[row.agency_id].append(row)
    told = {row.agency_id for row in asked}
    found: dict[Promise | str, list[Agency]] = defaultdict(list)
    for agency in ticked:
        if agency.pk not in told:
            found[_why(reports[agency.pk])].append(agency)
    return [str(words) % {"offices": named(rows)} for words, rows in found.items()]


def _why(owed: list[OfficeReport]) -> Promise | str:
    if not owed:
        return NOTHING
    return INVITED if all(row.invited for row in owed) else CAME


def named(offices: Iterable[Agency]) -> str:
    """The offices by name, each once."""
    return "; ".join(dict.fromkeys(each.label for each in offices))
