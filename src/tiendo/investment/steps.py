"""Which steps an investor's case goes through, by its kind, and which norm limits each of them. Pure.

Law on Investment 61/2020/QH14 and Decree 31/2021/NĐ-CP, from the procedure as a province published it (not verified
against the articles): within 3 working days of a valid dossier opinions are asked, within 15 days they are given,
the appraisal report stands by day 25, the province decides within 7 working days of it, in all within 35 days. The
certificate follows within 5 working days of an approval, an auction or a tender, within 15 days where none is
needed. The values are norms with days; for a day on which none holds there is no limit, and none is guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CaseKind(TextChoices):
    """For what an investor's case asks."""

    APPROVAL = "approval", _("approval of the investment policy")
    CERTIFICATE = "certificate", _("certificate, no approval needed")
    SELECTED = "selected", _("certificate after an auction or tender")
    ADJUSTMENT = "adjustment", _("change of an approval or certificate")


class Step(TextChoices):
    """The steps, in their order."""

    PREPARE = "prepare", _("preparing the dossier")
    RECEIVE = "receive", _("checking whether the dossier is valid")
    ASK = "ask", _("asking offices for opinions")
    OPINIONS = "opinions", _("opinions of the offices asked")
    REPORT = "report", _("appraisal report")
    DECISION = "decision", _("decision on the investment policy")
    CERTIFICATE = "certificate", _("investment registration certificate")
    LAND = "land", _("land lease or hand-over of land")
    ENVIRONMENT = "environment", _("environmental dossier")
    BUILDING = "building", _("building permit, start of works")


FIRST = (Step.PREPARE, Step.RECEIVE)
LAST = (Step.LAND, Step.ENVIRONMENT, Step.BUILDING)
WAYS: Mapping[str, tuple[Step, ...]] = {
    CaseKind.APPROVAL: (
        *FIRST,
        *(Step.ASK, Step.OPINIONS, Step.REPORT, Step.DECISION, Step.CERTIFICATE),
        *LAST,
    ),
    CaseKind.CERTIFICATE: (*FIRST, Step.CERTIFICATE, *LAST),
    CaseKind.SELECTED: (*FIRST, Step.CERTIFICATE, *LAST),
    CaseKind.ADJUSTMENT: (*FIRST, Step.DECISION, Step.CERTIFICATE),
}


@dataclass(frozen=True, slots=True)
class Ruled:
    """The norm that limits a step; `from_valid`: its time runs from the day the dossier was valid."""

    code: str
    from_valid: bool = False


IN_ALL = "dt-chu-truong-tinh"  # from a valid dossier to the decision
RULED: Mapping[tuple[str, str], Ruled] = {
    (CaseKind.APPROVAL, Step.ASK): Ruled("dt-gui-lay-y-kien", from_valid=True),
    (CaseKind.APPROVAL, Step.OPINIONS): Ruled("dt-tra-loi-y-kien"),
    (CaseKind.APPROVAL, Step.REPORT): Ruled("dt-bao-cao-tham-dinh", from_valid=True),
    (CaseKind.APPROVAL, Step.DECISION): Ruled("dt-quyet-dinh-tinh"),
    (CaseKind.APPROVAL, Step.CERTIFICATE): Ruled("dt-giay-chung-nhan-sau-chu-truong"),
    (CaseKind.SELECTED, Step.CERTIFICATE): Ruled("dt-giay-chung-nhan-sau-chu-truong"),
    (CaseKind.CERTIFICATE, Step.CERTIFICATE): Ruled("dt-giay-chung-nhan"),
}
