"""The registers of establishments watched for the environment, of the lists they stand on, and of their papers."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tiendo.accounts.clock import today
from tiendo.environment import site_faults
from tiendo.environment.models import Dossier, DossierKind, Inspection, Level, Listing, Site
from tiendo.registers.columns import Column
from tiendo.registers.measures import Measure, Over
from tiendo.registers.register import DueDay, Guide, declare

GROUP = gettext_lazy("Environment")
ESTABLISHMENTS = gettext_lazy("establishments")
DOSSIERS_COUNTED = gettext_lazy("dossiers")
EXAMPLE = "Cơ sở chế biến cá Ví Dụ"


def level_now(row: Site) -> str:
    """On which list an establishment stands today, in words; "" where on none."""
    words = [each.get_level_display() for each in row.listings.all() if each.removed_on is None]
    return ", ".join(dict.fromkeys(words))


def state_of(row: Listing, day: date) -> str:
    """How far a stay on the list has come, in words."""
    if row.removed_on:
        return _("off the list")
    if row.remedied_on:
        return _("remedied, still listed")
    if row.remedy_due and row.remedy_due < day:
        return _("remedy overdue")
    return _("to be remedied") if row.remedy_due else _("no remedy asked for")


def term_of(row: Dossier, day: date) -> str:
    """Whether a paper holds, in words."""
    if not row.number:
        return _("in hand")
    if row.valid_to and row.valid_to < day:
        return _("expired")
    return _("holds")


LAST = Inspection.objects.filter(site=OuterRef("pk")).order_by("-on")

SITES = declare(
    slug="co-so-moi-truong",
    rows=Site.objects.select_related("commune")
    .prefetch_related("listings")
    .annotate(inspected=Subquery(LAST.values("on")[:1])),
    columns=(
        *("name", "commune", "activity", "in_cluster"),
        Column("level", gettext_lazy("on the list as"), level_now, data=False),
        Column("inspected", gettext_lazy("last inspected"), lambda row: row.inspected, "inspected"),
    ),
    fields=(
        *("name", "organisation", "commune", "activity", "in_cluster", "degree", "group"),
        *("discharges", "wastewater", "receiver", "closed_on", "latitude", "longitude", "shape"),
    ),
    key=("commune", "name"),
    search=("name", "activity", "commune__name", "receiver"),
    filters=("commune", "in_cluster", "degree", "group"),
    place="commune",
    check=site_faults.check_site,
    guide=Guide(
        who=gettext_lazy("The office of environment; communes name those they know of."),
        when=gettext_lazy(
            "When one is found that pollutes or may, and when it changes what it does."
        ),
        paper=gettext_lazy("Licence or registration of the environment, record of the inspection."),
        example={
            "name": EXAMPLE,
            "organisation": "có",
            "commune": "xã Thường Phước 1",
            "activity": "Phi lê cá tra, 40 tấn nguyên liệu/ngày",
            "in_cluster": "không",
            "degree": "mức II, nguy cơ trung bình",
            "group": "nhóm II",
            "discharges": "Nước thải chế biến, mùi, chất thải rắn",
            "wastewater": "180",
            "receiver": "Rạch Ví Dụ, cột B",
            "latitude": "10,905000",
            "longitude": "105,182000",
        },
        icon="shield",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="co-so-theo-doi",
            title=gettext_lazy("Establishments watched for the environment"),
            unit=ESTABLISHMENTS,
            only=Q(closed_on=None),
        ),
    ),
)


def _listed(slug: str, title: object, only: Q) -> Measure:
    """How many different establishments stand on the list at the end of a year."""
    return Measure(
        slug=slug,
        title=title,  # type: ignore[arg-type]
        unit=ESTABLISHMENTS,
        when="since",
        over=Over.UNTIL,
        until="removed_on",
        each="site",
        only=only,
    )


def _in_year(slug: str, title: object, when: str) -> Measure:
    return Measure(slug=slug, title=title, unit=ESTABLISHMENTS, when=when, each="site")  # type: ignore[arg-type]


LISTINGS = declare(
    slug="danh-sach-o-nhiem",
    rows=Listing.objects.select_related("site__commune"),
    columns=(
        *("site", "level", "since", "why", "remedy_due"),
        Column(*("state", gettext_lazy("state"), lambda row: state_of(row, today())), data=False),
        "removed_on",
    ),
    fields=(
        *("site", "level", "why", "since", "decision", "remedy", "remedy_due", "remedied_on"),
        *("removed_on", "removal"),
    ),
    key=("site", "level", "since"),
    search=("site__name", "why", "decision", "remedy"),
    filters=("level", "since", "removed_on"),
    place="site__commune",
    under="site",
    due=DueDay(
        *("remedy_due", Q(remedied_on=None, removed_on=None)),
        *(gettext_lazy("remedy of a listed establishment: see whether it is done"), "site__name"),
    ),
    check=site_faults.check_listing,
    guide=Guide(
        who=gettext_lazy("The office of environment, with the decision of the committee."),
        when=gettext_lazy(
            "When one is put on the list, remedies, changes its level or is taken off."
        ),
        paper=gettext_lazy("The decision with its list; before it the proposal of the office."),
        example={
            "site": EXAMPLE,
            "level": "gây ô nhiễm",
            "why": "COD vượt 1,8 lần tại điểm xả ra rạch, mẫu ngày 12/03/2024",
            "since": "02/05/2024",
            "decision": "715/QĐ-UBND",
            "remedy": "Nâng công suất trạm xử lý lên 180 m³/ngày đêm",
            "remedy_due": "31/12/2024",
        },
        icon="risk",
        group=GROUP,
    ),
    measures=(
        _listed("trong-danh-sach", gettext_lazy("Establishments on the list"), Q()),
        _listed(
            "nguy-co", gettext_lazy("Establishments at risk of polluting"), Q(level=Level.RISK)
        ),
        _listed("gay-o-nhiem", gettext_lazy("Polluting establishments"), Q(level=Level.POLLUTING)),
        _listed(
            "o-nhiem-nghiem-trong",
            gettext_lazy("Seriously polluting establishments"),
            Q(level=Level.SERIOUS),
        ),
        _in_year("dua-vao", gettext_lazy("Establishments put on the list"), "since"),
        _in_year("khac-phuc-xong", gettext_lazy("Establishments that remedied"), "remedied_on"),
        _in_year("dua-ra", gettext_lazy("Establishments taken off the list"), "removed_on"),
    ),
)


def _issued(slug: str, title: object, kind: DossierKind) -> Measure:
    return Measure(
        slug=slug,
        title=title,  # type: ignore[arg-type]
        unit=DOSSIERS_COUNTED,
        when="issued_on",
        only=Q(kind=kind) & ~Q(number=""),
    )


LATER = Dossier.objects.filter(
    site=OuterRef("site"), kind=OuterRef("kind"), issued_on__gt=OuterRef("issued_on")
)

DOSSIERS = declare(
    slug="ho-so-moi-truong",
    rows=Dossier.objects.select_related("site__commune"),
    columns=(
        *("site", "kind", "number", "issued_by", "issued_on", "valid_to"),
        Column("term", gettext_lazy("state"), lambda row: term_of(row, today()), data=False),
    ),
    fields=("site", "kind", "filed_on", "number", "issued_by", "issued_on", "valid_to"),
    key=("site", "kind", "number"),
    search=("site__name", "number", "issued_by"),
    filters=("kind", "issued_on", "valid_to"),
    place="site__commune",
    under="site",
    due=DueDay(
        *("valid_to", Q(~Exists(LATER), site__closed_on=None)),
        *(gettext_lazy("paper of the environment ends: renew it"), "site__name"),
    ),
    check=site_faults.check_dossier,
    guide=Guide(
        who=gettext_lazy("The office of environment; communes the registrations they receive."),
        when=gettext_lazy("When a dossier is filed, when it is issued, and when it is renewed."),
        paper=gettext_lazy("Receipt of the dossier, licence, decision or note of registration."),
        example={
            "site": EXAMPLE,
            "kind": "giấy phép môi trường",
            "filed_on": "04/01/2023",
            "number": "33/GPMT-UBND",
            "issued_by": "UBND Huyện",
            "issued_on": "20/03/2023",
            "valid_to": "19/03/2033",
        },
        icon="doc",
        group=GROUP,
    ),
    measures=(
        _issued("giay-phep", gettext_lazy("Environmental licences issued"), DossierKind.LICENCE),
        _issued(
            "dang-ky",
            gettext_lazy("Environmental registrations received"),
            DossierKind.REGISTRATION,
        ),
        Measure(
            slug="ho-so-nop",
            title=gettext_lazy("Environment dossiers filed"),
            unit=DOSSIERS_COUNTED,
            when="filed_on",
        ),
        Measure(
            slug="co-so-co-ho-so",
            title=gettext_lazy("Establishments with an environment dossier issued by then"),
            unit=ESTABLISHMENTS,
            when="issued_on",
            over=Over.UNTIL,
            each="site",
            only=~Q(number="") & ~Q(kind=DossierKind.WASTE_CONTRACT),
        ),
    ),
)
