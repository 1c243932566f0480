"""The registers of electricity safety, of renewable sources, and of savings of energy and resources."""

from datetime import date

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tiendo.accounts.clock import today
from tiendo.energy import plausible
from tiendo.energy.models import (
    ElectricityCheck,
    ElectricityIncident,
    IncidentKind,
    RenewableSource,
    SafetyItem,
    Saving,
    SavingKind,
    SourceKind,
)
from tiendo.legal.models import Norm
from tiendo.registers.columns import Column
from tiendo.registers.measures import Measure, Over
from tiendo.registers.register import DueDay, Guide, declare

GROUP = gettext_lazy("Energy")
OFFICE = "Phòng Kinh tế và Hạ tầng"
TIMES, SOURCES, MEASURES = gettext_lazy("times"), gettext_lazy("sources"), gettext_lazy("measures")
MILLIONS = gettext_lazy("million VND")
KEY_USER = "nl-trong-diem"
RESOURCES = Q(kind__in=[SavingKind.MATERIAL, SavingKind.WATER])


def state_of(row: SafetyItem, day: date) -> str:
    """How far a piece of work of the plan is on a day, in words."""
    if row.done_on:
        return _("done late") if row.due and row.done_on > row.due else _("done in time")
    return _("overdue") if row.due and row.due < day else _("not done yet")


def savings_with_key_users() -> QuerySet[Saving]:
    """Savings with `key_user`: whether the establishment uses so much energy that the law calls it a key user.

    1.000 TOE a year and more in industry, by the norm of the day it began: Decree 21/2011/NĐ-CP, Article 6 (the level
    verified, its first day not).
    """
    norms = Norm.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=OuterRef("done_on")),
        locality=OuterRef("locality"),
        code=KEY_USER,
        valid_from__lte=OuterRef("done_on"),
        lowest__lte=OuterRef("use"),
    )
    known = When(use__isnull=False, then=Exists(norms))
    return Saving.objects.select_related("commune").annotate(
        key_user=Case(known, default=Value(None), output_field=BooleanField(null=True))
    )


ITEMS = declare(
    slug="ke-hoach-an-toan-dien",
    rows=SafetyItem.objects.select_related("agency"),
    columns=(
        *("title", "plan", "agency", "due", "done_on"),
        Column("state", gettext_lazy("state"), lambda row: state_of(row, today()), data=False),
    ),
    fields=("plan", "title", "agency", "due", "done_on", "result", "cost"),
    key=("plan", "title", "agency"),
    search=("title", "plan", "agency__name", "result"),
    filters=("plan", "agency", "due", "done_on"),
    office="agency",
    due=DueDay("due", Q(done_on=None), gettext_lazy("electricity-safety work"), "title"),
    check=plausible.check_item,
    guide=Guide(
        who=gettext_lazy("The office of industry enters the plan; each office what it has done."),
        when=gettext_lazy("When the plan is issued, and when a piece of work is done."),
        paper=gettext_lazy("Electricity-safety plan with its table of work, records."),
        example={
            "plan": "47/KH-UBND năm 2024",
            "title": "Phát quang hành lang đường dây 22 kV xã Ví Dụ",
            "agency": OFFICE,
            "due": "30/06/2024",
            "done_on": "21/06/2024",
            "result": "Phát quang 4,2 km, chặt 61 cây",
            "cost": "18",
        },
        icon="list",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="viec-den-han",
            title=gettext_lazy("Electricity-safety work due in the year"),
            unit=gettext_lazy("pieces of work"),
            when="due",
        ),
        Measure(
            slug="viec-da-lam",
            title=gettext_lazy("Electricity-safety work done"),
            unit=gettext_lazy("pieces of work"),
            when="done_on",
        ),
    ),
)

CHECKS = declare(
    slug="kiem-tra-an-toan-dien",
    rows=ElectricityCheck.objects.select_related("commune", "agency"),
    columns=("place", "kind", "commune", "on", "agency", "faults", "mended"),
    fields=("place", "kind", "commune", "on", "agency", "faults", "mended", "remark"),
    key=("commune", "place", "on"),
    search=("place", "commune__name", "agency__name", "remark"),
    filters=("kind", "commune", "agency", "on"),
    place="commune",
    check=plausible.check_safety,
    guide=Guide(
        who=gettext_lazy("The office that checks; a commune what it checks itself."),
        when=gettext_lazy("On the day of the record; mended faults when they are seen to."),
        paper=gettext_lazy("Record of the check."),
        example={
            "place": "Trạm bơm Ví Dụ",
            "kind": "trạm bơm, ao nuôi",
            "commune": "xã Thường Phước 1",
            "on": "14/05/2024",
            "agency": OFFICE,
            "faults": "3",
            "mended": "2",
            "remark": "Thay cầu dao hở, nối đất tủ điện",
        },
        icon="check",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="cuoc-kiem-tra",
            title=gettext_lazy("Checks of electricity safety"),
            unit=TIMES,
            when="on",
        ),
        Measure(
            slug="loi-phat-hien",
            title=gettext_lazy("Faults of electricity safety found"),
            unit=gettext_lazy("faults"),
            when="on",
            sums="faults",
        ),
        Measure(
            slug="ty-le-khac-phuc",
            title=gettext_lazy("Share of the faults that are mended"),
            unit="%",
            when="on",
            sums="mended",
            base="faults",
            only=Q(faults__gt=0, mended__isnull=False),
        ),
    ),
)

INCIDENTS = declare(
    slug="su-co-dien",
    rows=ElectricityIncident.objects.select_related("commune"),
    columns=("place", "kind", "commune", "on", "deaths", "injured", "damage", "settled_on"),
    fields=(
        *("on", "kind", "commune", "place", "cause", "deaths", "injured", "damage", "settled_on"),
    ),
    key=("commune", "on", "place"),
    search=("place", "commune__name", "cause"),
    filters=("kind", "commune", "on"),
    place="commune",
    check=plausible.check_incident,
    guide=Guide(
        who=gettext_lazy("The commune where it happened; the office of industry."),
        when=gettext_lazy(
            "On the day after it at the latest; cause and damage when they are known."
        ),
        paper=gettext_lazy("Record on the spot, report of the power company."),
        example={
            "on": "08/08/2024",
            "kind": "vi phạm hành lang",
            "commune": "xã Thường Phước 1",
            "place": "Đường dây 22 kV ấp Ví Dụ",
            "cause": "Xe cẩu chạm dây",
            "deaths": "0",
            "injured": "0",
            "damage": "12,5",
            "settled_on": "08/08/2024",
        },
        icon="alert",
        group=GROUP,
    ),
    measures=(
        Measure(slug="vu", title=gettext_lazy("Electricity incidents"), unit=TIMES, when="on"),
        Measure(
            slug="tai-nan",
            title=gettext_lazy("Accidents to people by electricity"),
            unit=TIMES,
            when="on",
            only=Q(kind=IncidentKind.ACCIDENT),
        ),
        Measure(
            slug="thiet-hai",
            title=gettext_lazy("Damage by electricity incidents"),
            unit=MILLIONS,
            when="on",
            sums="damage",
        ),
    ),
)


def _running(slug: str, title: object, only: Q, sums: str = "") -> Measure:
    """What runs at the end of a year: sources counted, or their power added up."""
    return Measure(
        slug=slug,
        title=title,  # type: ignore[arg-type]
        unit="kWp" if sums else SOURCES,
        when="started_on",
        over=Over.UNTIL,
        until="stopped_on",
        sums=sums,
        only=only,
    )


SUN = Q(kind__in=[SourceKind.ROOF, SourceKind.GROUND])

RENEWABLES = declare(
    slug="nang-luong-tai-tao",
    rows=RenewableSource.objects.select_related("commune"),
    columns=("name", "kind", "commune", "power", "farming", "started_on", "notice"),
    fields=(
        *("name", "kind", "commune", "power", "started_on", "stopped_on", "farming", "notice"),
        *("latitude", "longitude", "shape"),
    ),
    key=("commune", "name", "started_on"),
    search=("name", "commune__name", "notice"),
    filters=("kind", "commune", "farming", "started_on"),
    place="commune",
    check=plausible.check_source,
    guide=Guide(
        who=gettext_lazy("The commune that receives the notice; the office of industry."),
        when=gettext_lazy(
            "When a source is taken into use, enlarged (a row of its own) or taken down."
        ),
        paper=gettext_lazy("Notice or registration, record of connection."),
        example={
            "name": "Mái kho Cơ sở Ví Dụ",
            "kind": "điện mặt trời mái nhà",
            "commune": "xã Thường Phước 1",
            "power": "98,5",
            "started_on": "16/03/2024",
            "farming": "không",
            "notice": "03/TB-UBND",
            "latitude": "10,907000",
            "longitude": "105,180000",
        },
        icon="lozenge",
        group=GROUP,
    ),
    measures=(
        _running("nguon", gettext_lazy("Sources of renewable energy"), Q()),
        _running("cong-suat", gettext_lazy("Power of renewable sources"), Q(), "power"),
        _running("dien-mat-troi", gettext_lazy("Power of solar sources"), SUN, "power"),
        _running(
            "dien-gio", gettext_lazy("Power of wind sources"), Q(kind=SourceKind.WIND), "power"
        ),
        _running(
            "ket-hop-nong-nghiep",
            gettext_lazy("Renewable sources together with green farming"),
            Q(farming=True),
        ),
        Measure(
            slug="nguon-moi",
            title=gettext_lazy("Renewable sources taken into use"),
            unit=SOURCES,
            when="started_on",
        ),
    ),
)


def _saved(slug: str, title: object, unit: object, sums: str, only: Q | None = None) -> Measure:
    return Measure(
        slug=slug,
        title=title,  # type: ignore[arg-type]
        unit=unit,  # type: ignore[arg-type]
        when="done_on",
        sums=sums,
        only=only or Q(),
    )


SAVINGS = declare(
    slug="tiet-kiem-nang-luong",
    rows=savings_with_key_users(),
    columns=(
        *("establishment", "what", "kind", "commune", "done_on", "electricity", "material"),
        *("worth", "support"),
        Column("key_user", gettext_lazy("key energy user"), lambda row: row.key_user, data=False),
    ),
    fields=(
        *("establishment", "kind", "what", "commune", "done_on", "cost", "support"),
        *("electricity", "material", "worth", "use"),
    ),
    key=("commune", "establishment", "what"),
    search=("establishment", "what", "commune__name"),
    filters=("kind", "commune", "done_on"),
    place="commune",
    check=plausible.check_saving,
    guide=Guide(
        who=gettext_lazy(
            "The office of finance with the office of industry; communes name measures."
        ),
        when=gettext_lazy("When a measure is in use; savings after its first year."),
        paper=gettext_lazy("Record of acceptance, electricity bills before and after."),
        example={
            "establishment": "Cơ sở xay xát Ví Dụ",
            "kind": "động cơ, biến tần, bơm",
            "what": "Biến tần cho 6 quạt hút trấu",
            "commune": "xã Thường Phước 1",
            "done_on": "20/04/2024",
            "cost": "240",
            "support": "70",
            "electricity": "86.400",
            "worth": "152",
            "use": "310",
        },
        icon="down",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="giai-phap",
            title=gettext_lazy("Measures that save energy or resources"),
            unit=MEASURES,
            when="done_on",
        ),
        Measure(
            slug="co-so",
            title=gettext_lazy("Establishments that save energy or resources"),
            unit=gettext_lazy("establishments"),
            when="done_on",
            each="establishment",
        ),
        Measure(
            slug="tiet-kiem-tai-nguyen",
            title=gettext_lazy("Measures that save materials or water"),
            unit=MEASURES,
            when="done_on",
            only=RESOURCES,
        ),
        _saved("dien-tiet-kiem", gettext_lazy("Electricity saved a year"), "kWh", "electricity"),
        _saved(
            "nguyen-lieu-tiet-kiem",
            gettext_lazy("Material saved a year"),
            gettext_lazy("tonnes"),
            "material",
        ),
        _saved("gia-tri-tiet-kiem", gettext_lazy("Worth of the savings"), MILLIONS, "worth"),
        _saved("ho-tro-tiet-kiem", gettext_lazy("Support for savings"), MILLIONS, "support"),
    ),
)
