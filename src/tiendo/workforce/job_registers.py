"""The registers of agreements between schools and enterprises, and of jobs by quarter."""

from typing import Any

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tiendo.registers.columns import Column
from tiendo.registers.measures import Measure, Over
from tiendo.registers.register import DueDay, Guide, declare
from tiendo.workforce import plausible
from tiendo.workforce.models import Agreement, JobKind, JobQuarter
from tiendo.workforce.training_registers import GROUP, PEOPLE

AGREEMENTS = declare(
    slug="lien-ket-dao-tao",
    rows=Agreement.objects.select_related("commune"),
    columns=("school", "establishment", "commune", "occupation", "signed_on", "until", "seats"),
    fields=(
        *("school", "establishment", "commune", "occupation", "number", "signed_on", "until"),
        *("seats", "jobs", "given_up"),
    ),
    key=("school", "establishment", "signed_on"),
    search=("school", "establishment", "occupation", "number", "commune__name"),
    filters=("commune", "signed_on", "until"),
    place="commune",
    due=DueDay("until", Q(given_up=False), _("agreement ends: renew it"), "establishment"),
    check=plausible.check_agreement,
    guide=Guide(
        who=_("The office of labour; a commune for the establishments it has."),
        when=_("When an agreement is signed, renewed or let go."),
        paper=_("The agreement itself."),
        example={
            "school": "Trung tâm Giáo dục nghề nghiệp Ví Dụ",
            "establishment": "Xưởng cơ khí Ví Dụ",
            "commune": "xã Thường Phước 1",
            "occupation": "Hàn điện",
            "number": "05/TTLK",
            "signed_on": "15/02/2023",
            "until": "15/02/2026",
            "seats": "30",
            "jobs": "20",
        },
        icon="link",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="lien-ket-con-hieu-luc",
            title=_("Agreements in force at the end of the year"),
            unit=_("agreements"),
            when="signed_on",
            over=Over.UNTIL,
            holds_to="until",
        ),
        Measure(
            slug="lien-ket-ky-moi",
            title=_("Agreements signed in the year"),
            unit=_("agreements"),
            when="signed_on",
        ),
        Measure(
            slug="viec-lam-cam-ket",
            title=_("Jobs promised by agreements in force"),
            unit=PEOPLE,
            when="signed_on",
            over=Over.UNTIL,
            holds_to="until",
            sums="jobs",
        ),
    ),
)


def net(row: JobQuarter) -> int | None:
    """Who found work without those who lost it; None where the lost are not known."""
    return None if row.lost is None else row.found - row.lost


def _sum(slug: str, title: Any, sums: str, only: Q = Q()) -> Measure:  # noqa: B008
    return Measure(
        slug=slug,
        title=title,
        unit=PEOPLE,
        when="year",
        quarter="quarter",
        sums=sums,
        only=only,
    )


HERE = (JobKind.INDUSTRY, JobKind.SERVICES, JobKind.FARM)

JOBS = declare(
    slug="viec-lam",
    rows=JobQuarter.objects.select_related("commune").annotate(net=F("found") - F("lost")),
    columns=(
        *("commune", "establishment", "kind", "year", "quarter", "found", "from_farm", "lost"),
        Column("net", _("net change"), net, "net", figure=True, sums=True),
    ),
    fields=(
        *("commune", "establishment", "kind", "year", "quarter", "found", "women"),
        *("from_farm", "lost"),
    ),
    key=("commune", "establishment", "kind", "year", "quarter"),
    search=("establishment", "commune__name", "year"),
    filters=("year", "quarter", "kind", "commune"),
    place="commune",
    check=plausible.check_jobs,
    guide=Guide(
        who=_("The commune; the office of labour for large establishments."),
        when=_("Every quarter, by the tenth day of the next one."),
        paper=_("The list of those who found work, what establishments report of staff."),
        example={
            "commune": "xã Thường Phước 1",
            "establishment": "Xưởng may Ví Dụ",
            "kind": "công nghiệp, tiểu thủ công nghiệp",
            "year": "2023",
            "quarter": "quý II",
            "found": "46",
            "women": "38",
            "from_farm": "21",
            "lost": "9",
        },
        icon="office",
        group=GROUP,
    ),
    measures=(
        _sum("viec-lam", _("People who found work (gross)"), "found"),
        _sum("viec-lam-tang-them", _("Jobs added (net)"), "net", Q(lost__isnull=False)),
        _sum("viec-lam-nu", _("Women who found work"), "women"),
        _sum(
            *("viec-lam-cong-nghiep", _("People who found work in industry"), "found"),
            Q(kind=JobKind.INDUSTRY),
        ),
        _sum(
            *("nong-nghiep-sang-cong-nghiep", _("People who went from farm work to industry")),
            "from_farm",
            Q(kind=JobKind.INDUSTRY),
        ),
        _sum("viec-lam-tai-cho", _("People who found work here"), "found", Q(kind__in=HERE)),
        _sum("xuat-khau-lao-dong", _("People who work abroad"), "found", Q(kind=JobKind.ABROAD)),
    ),
)
