"""May an establishment stand as it was entered: its tax code, its activity, its days and its size."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from tiendo.industry.activities import Version, activity, is_code
from tiendo.industry.models import Enterprise, EnterpriseFlag, EnterpriseKind
from tiendo.industry.size_norms import SizeNorms, size_norms
from tiendo.industry.sizes import Size, size_of
from tiendo.industry.tax_codes import Found, found, with_zeros
from tiendo.registers.plain_faults import faults_below_zero
from tiendo.registers.register import Fault, Setting

OF_PERSONS = {EnterpriseKind.HOUSEHOLD, EnterpriseKind.GROUP, EnterpriseKind.OTHER}


def check(row: Enterprise, setting: Setting) -> Iterator[Fault]:
    """What speaks against an establishment."""
    yield from faults_of_code(row.tax_code, row.kind, practice=setting.practice)
    yield from faults_of_activity(row.activity_version, row.activity_code)
    yield from faults_of_days(row.began, row.closed, setting.today)
    if row.size:
        norms = setting.once(size_norms, setting.today, row.locality_id)
        yield from faults_of_size(row, norms)
    yield from faults_below_zero(row, "workers", "capital")
    if row.closed and row.pk and row.flags.filter(until=None).exists():
        words = _("It still has marks without an end: end these on the same day.")
        yield Fault("closed", words, unless_reason=True)


def faults_of_code(code: str, kind: str, *, practice: bool) -> Iterator[Fault]:
    """What speaks against a tax code; codes made up for practice stand only where people practise."""
    match found(code):
        case Found.NO_CODE:
            yield Fault("tax_code", _why_no_code(code))
        case Found.WRONG_DIGIT:
            yield Fault(
                "tax_code",
                _(
                    "The last of the ten digits does not fit the others: a digit is wrong, or two have changed "
                    "places. Compare it with the certificate."
                ),
            )
        case Found.DEMONSTRATION if not practice:
            yield Fault("tax_code", _("Codes that begin with 00 are made up, for practice only."))
        case Found.PERSONAL if kind not in OF_PERSONS:
            words = _("Twelve digits are a personal number: only household businesses have one.")
            yield Fault("tax_code", words, unless_reason=True)


def _why_no_code(code: str) -> str:
    if meant := with_zeros(code):
        return _(
            "Is it %(code)s? Sheets lose the zeros in front: let the column be text, not numbers."
        ) % {"code": meant}
    return _(
        "A tax code has 10 digits, or 10 and 3 for a dependent unit (0012345672-001), or the 12 digits of a "
        "personal number; a further place adds five digits (-00001)."
    )


def faults_of_activity(version: str, code: str) -> Iterator[Fault]:
    """What speaks against a code of the classification of activities."""
    if not is_code(code):
        yield Fault("activity_code", _("A VSIC code here has 4 or 5 digits, such as 1061."))
    elif version in Version.values and activity(version, code) is None:
        words = _("The code %(code)s is not in our table of VSIC %(version)s.")
        said = {"code": code, "version": version}
        yield Fault("activity_code", words % said, unless_reason=True)


def faults_of_days(began: int, closed: date | None, today: date) -> Iterator[Fault]:
    """What speaks against the year in which an establishment began, and the day it closed."""
    if began > today.year:
        yield Fault("began", _("That year is still to come."))
    if closed and closed > today:
        yield Fault("closed", _("That day is still to come."))
    if closed and closed.year < began:
        yield Fault("closed", _("It cannot close before it began."))


def faults_of_size(row: Enterprise, norms: SizeNorms) -> Iterator[Fault]:
    """What speaks against the size an establishment declared: by the norms after Decree 80/2021/NĐ-CP, Article 5."""
    follows = size_of(norms.bands, row.workers, None, row.capital)
    if follows and follows != row.size:
        words = _("With these workers and this capital it is %(size)s (%(norms)s).")
        said = {"size": Size(follows).label.lower(), "norms": norms.source}
        yield Fault("size", words % said, unless_reason=True)


def check_flag(row: EnterpriseFlag, setting: Setting) -> Iterator[Fault]:
    """What speaks against a mark: it ends before it begins, or goes on after the establishment closed."""
    closed = row.enterprise.closed
    if row.since > setting.today:
        yield Fault("since", _("That day is still to come."))
    if row.until and row.until < row.since:
        yield Fault("until", _("It cannot end before it begins."))
    if closed and row.until is None:
        words = _("The establishment closed on %(day)s: say until when it counted as this.")
        yield Fault("until", words % {"day": f"{closed:%d/%m/%Y}"})
