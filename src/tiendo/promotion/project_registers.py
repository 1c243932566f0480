"""The registers of promotion projects and of the checks after the support."""

from operator import attrgetter

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.clock import today
from tiendo.promotion import faults
from tiendo.promotion.contents import MACHINES, MODELS
from tiendo.promotion.models import AfterCheck, AfterFinding, PromotionProject
from tiendo.registers.columns import Column, column_of
from tiendo.registers.measures import Measure
from tiendo.registers.register import DueDay, Guide, declare

GROUP = _("Industrial promotion")
MILLIONS = _("million VND")
PROJECTS_UNIT = _("promotion projects")
SAVING = column_of(AfterCheck, "saving").label


def stage_words(row: PromotionProject) -> str:
    """How far a project is, in words."""
    return str(row.stage(today()).label)


def _counted(slug: str, title: object, when: str, only: Q | None = None) -> Measure:
    return Measure(slug=slug, title=title, unit=PROJECTS_UNIT, when=when, only=only or Q())  # type: ignore[arg-type]


def _summed(slug: str, title: object, when: str, sums: str) -> Measure:
    return Measure(slug=slug, title=title, unit=MILLIONS, when=when, sums=sums)  # type: ignore[arg-type]


PROJECTS = declare(
    slug="de-an-khuyen-cong",
    rows=PromotionProject.objects.select_related("commune", "agency"),
    columns=(
        *("name", "beneficiary", "commune", "year", "content"),
        Column("stage", _("how far it is"), stage_words, data=False),
        *("cost", "support", "agency"),
    ),
    fields=(
        *("name", "code", "level", "year", "content", "machine", "beneficiary"),
        *("beneficiary_kind", "commune", "agency", "executor", "cost", "support", "own", "other"),
        *("applied_on", "appraised_on", "approved_on", "decision", "contracted_on", "contract"),
        *("advanced_on", "advance", "accepted_on", "settled_on", "settled", "check_by"),
        *("stopped_on", "stopped_words"),
    ),
    key=("name", "beneficiary", "year"),
    search=("name", "code", "beneficiary", "executor", "decision", "commune__name"),
    filters=("year", "level", "content", "machine", "commune", "agency", "beneficiary_kind"),
    place="commune",
    office="agency",
    due=DueDay(
        day="check_by",
        open=Q(accepted_on__isnull=False, checks=None),
        words=_("check after support"),
        about="name",
    ),
    check=faults.check_project,
    guide=Guide(
        who=_("The office in charge of promotion; who only helps enters support given about it."),
        when=_("When an application comes, and on the day of every later step."),
        paper=_("Application, minutes of appraisal, decision, contract, acceptance, settlement."),
        example={
            "name": "Ứng dụng máy sấy cá Ví Dụ",
            "level": "khuyến công của tỉnh",
            "year": "2024",
            "content": "máy móc, thiết bị tiên tiến",
            "machine": "máy sấy",
            "beneficiary": "Cơ sở sấy cá Ví Dụ",
            "beneficiary_kind": "hộ kinh doanh",
            "commune": "xã Thường Phước 1",
            "agency": "Phòng Kinh tế và Hạ tầng",
            "cost": "420",
            "support": "200",
            "own": "220",
            "other": "0",
            "applied_on": "15/01/2024",
            "appraised_on": "20/02/2024",
            "approved_on": "12/03/2024",
            "decision": "214/QĐ-UBND",
            "contracted_on": "25/03/2024",
            "contract": "12/HĐKC",
            "accepted_on": "30/05/2024",
            "check_by": "30/11/2024",
        },
        icon="gear",
        group=GROUP,
    ),
    measures=(
        _counted("de-an-dang-ky", _("Promotion projects applied for"), "applied_on"),
        _counted("de-an-duyet", _("Promotion projects approved"), "approved_on"),
        _counted("de-an-nghiem-thu", _("Promotion projects accepted"), "accepted_on"),
        _counted("de-an-quyet-toan", _("Promotion projects settled"), "settled_on"),
        _counted("de-an-dung", _("Promotion projects stopped"), "stopped_on"),
        _counted("mo-hinh", _("Models built with promotion"), "accepted_on", Q(content__in=MODELS)),
        _counted(
            *("may-moc", _("Projects of advanced machinery"), "accepted_on"),
            Q(content__in=MACHINES),
        ),
        _counted(
            *("co-khi", _("Projects of key mechanical products"), "approved_on"), ~Q(machine="")
        ),
        Measure(
            slug="co-so-thu-huong",
            title=_("Establishments that promotion supports"),
            unit=_("different ones"),
            when="approved_on",
            each="beneficiary",
        ),
        _summed("kinh-phi-duyet", _("Promotion money approved"), "approved_on", "support"),
        _summed("von-doi-ung", _("Own money of those supported"), "approved_on", "own"),
        _summed("kinh-phi-quyet-toan", _("Promotion money settled"), "settled_on", "settled"),
    ),
)

CHECKS = declare(
    slug="kiem-tra-sau-ho-tro",
    rows=AfterCheck.objects.select_related("project__commune", "project__agency"),
    columns=(
        *("project", "checked", "finding", "jobs", "revenue"),
        Column("saving", SAVING, attrgetter("saving"), "saving", figure=True),
    ),
    fields=("project", "checked", "finding", "jobs", "revenue", "saving", "words"),
    key=("project", "checked"),
    search=("project__name", "project__beneficiary", "words"),
    filters=("finding", "checked"),
    place="project__commune",
    office="project__agency",
    under="project",
    check=faults.check_after,
    guide=Guide(
        who=_("The office in charge of promotion, with the commune."),
        when=_("Within the time set after acceptance, and once a year while it is agreed so."),
        paper=_("The minutes of the visit."),
        example={
            "project": "Ứng dụng máy sấy cá Ví Dụ (Cơ sở sấy cá Ví Dụ, 2024)",
            "checked": "15/11/2024",
            "finding": "sử dụng đúng mục đích",
            "jobs": "4",
            "revenue": "350",
            "saving": "12,5",
        },
        icon="eye",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="lan-kiem-tra", title=_("Checks after support"), unit=_("times"), when="checked"
        ),
        Measure(
            slug="dung-muc-dich",
            title=_("Projects found used as meant"),
            unit=PROJECTS_UNIT,
            when="checked",
            each="project",
            only=Q(finding=AfterFinding.USED),
        ),
        Measure(
            slug="viec-lam-them",
            title=_("Jobs added after support"),
            unit=_("people"),
            when="checked",
            sums="jobs",
        ),
        _summed("doanh-thu-them", _("Revenue added after support"), "checked", "revenue"),
    ),
)
