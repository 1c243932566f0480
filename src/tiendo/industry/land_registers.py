"""The registers of land: split of clusters by use, parcels, clearance with resettlement, checks on site."""

from django.db.models import DecimalField, OuterRef, Q, QuerySet, Subquery, Sum
from django.utils.translation import gettext_lazy

from tiendo.industry import land_faults
from tiendo.industry.cluster_registers import GROUP, HECTARES, MILLIONS
from tiendo.industry.clusters.split import Split
from tiendo.industry.models import (
    Clearance,
    ClearanceYear,
    Finding,
    LandUse,
    Parcel,
    PlanningCheck,
)
from tiendo.registers.columns import Column
from tiendo.registers.measures import Measure, Over
from tiendo.registers.register import Guide, declare

FIGURE = DecimalField(max_digits=18, decimal_places=4)
HOUSEHOLDS = gettext_lazy("households")
CHECKS = gettext_lazy("checks")


def share_of(row: LandUse) -> object:
    """What part of its cluster the land for a use takes, in per cent."""
    share = Split({row.use: row.area}, row.cluster.area).share(row.use)
    return None if share is None else round(share, 2)


LAND_USES = declare(
    slug="su-dung-dat",
    rows=LandUse.objects.select_related("cluster__commune"),
    columns=(
        *("cluster", "use", "area"),
        Column("share", gettext_lazy("share of the cluster (%)"), share_of, figure=True, sums=True),
        "paper",
    ),
    fields=("cluster", "use", "area", "paper"),
    key=("cluster", "use"),
    search=("cluster__name", "paper"),
    filters=("cluster", "use"),
    place="cluster__commune",
    under="cluster",
    check=land_faults.check_land_use,
    guide=Guide(
        who=gettext_lazy("The office of industry."),
        when=gettext_lazy("When the detailed plan is approved or adjusted."),
        paper=gettext_lazy("Table of land use in the detailed plan at 1/500."),
        example={
            "cluster": "Cụm công nghiệp Ví Dụ",
            "use": "cây xanh",
            "area": "5,5",
            "paper": "456/QĐ-UBND",
        },
        icon="grid",
        group=GROUP,
    ),
)

PARCELS = declare(
    slug="thua-dat",
    rows=Parcel.objects.select_related("commune", "cluster", "leased_to"),
    columns=(
        *("map_sheet", "number", "commune", "cluster", "area", "clean_on"),
        *("leased_to", "leased_on", "checked_on"),
    ),
    fields=(
        *("map_sheet", "number", "commune", "cluster", "area", "purpose", "clean_on"),
        *("leased_to", "leased_on", "latitude", "longitude", "shape"),
    ),
    key=("commune", "map_sheet", "number"),
    search=("map_sheet", "number", "commune__name", "cluster__name", "purpose", "leased_to__name"),
    filters=("commune", "cluster", "clean_on"),
    place="commune",
    check=land_faults.check_parcel,
    guide=Guide(
        who=gettext_lazy("The commune; the office of land checks."),
        when=gettext_lazy("When land is recovered, becomes clean, or is given for use."),
        paper=gettext_lazy("Cadastral map, record of hand-over, decision to lease or allocate."),
        example={
            "map_sheet": "14",
            "number": "203",
            "commune": "xã Thường Phước 1",
            "area": "1,2",
            "purpose": "Đất cụm công nghiệp (SKN)",
            "clean_on": "20/04/2024",
            "latitude": "10,897100",
            "longitude": "105,172000",
        },
        icon="map",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="quy-dat-sach",
            title=gettext_lazy("Clean land that is free at the end of the year"),
            unit=HECTARES,
            when="clean_on",
            over=Over.UNTIL,
            until="leased_on",
            sums="area",
        ),
        Measure(
            slug="dat-sach-tao-them",
            title=gettext_lazy("Clean land made in the year"),
            unit=HECTARES,
            when="clean_on",
            sums="area",
        ),
        Measure(
            slug="dat-da-giao",
            title=gettext_lazy("Land given for use in the year"),
            unit=HECTARES,
            when="leased_on",
            sums="area",
        ),
    ),
)


def rows_of_clearances() -> QuerySet[Clearance]:
    """Planned clearances with what was done so far: hectares, million VND, plots."""
    done = ClearanceYear.objects.filter(clearance=OuterRef("pk")).order_by().values("clearance")
    sums = {
        f"{name}_done": Subquery(done.annotate(sum=Sum(name)).values("sum"), output_field=FIGURE)
        for name in ("area", "households", "paid", "plots")
    }
    return Clearance.objects.select_related("commune", "cluster").annotate(**sums)


CLEARANCES = declare(
    slug="giai-phong-mat-bang",
    rows=rows_of_clearances(),
    columns=(
        *("name", "commune", "area"),
        Column(
            "area_done",
            gettext_lazy("cleared so far (ha)"),
            lambda row: row.area_done,
            "area_done",
            figure=True,
            sums=True,
        ),
        "compensation",
        Column(
            "paid_done",
            gettext_lazy("paid so far (million VND)"),
            lambda row: row.paid_done,
            "paid_done",
            figure=True,
            sums=True,
        ),
        "to_move",
        Column(
            "plots_done",
            gettext_lazy("plots handed over so far"),
            lambda row: row.plots_done,
            "plots_done",
            figure=True,
            sums=True,
        ),
        "ends_on",
    ),
    fields=(
        *("name", "commune", "cluster", "decision", "decided_on", "ends_on", "area"),
        *("households", "compensation", "to_move"),
    ),
    key=("commune", "name"),
    search=("name", "commune__name", "cluster__name", "decision"),
    filters=("commune", "cluster"),
    place="commune",
    check=land_faults.check_clearance,
    guide=Guide(
        who=gettext_lazy("The commune, with the centre for land development."),
        when=gettext_lazy("When a scheme of compensation and resettlement is approved or changed."),
        paper=gettext_lazy("Approved scheme of compensation, support and resettlement."),
        example={
            "name": "Đường vào cụm công nghiệp Ví Dụ, giai đoạn 1",
            "commune": "xã Thường Phước 1",
            "decision": "789/QĐ-UBND",
            "decided_on": "02/03/2023",
            "ends_on": "31/12/2024",
            "area": "16,87",
            "households": "64",
            "compensation": "48.200",
            "to_move": "22",
        },
        icon="split",
        group=GROUP,
    ),
)


def _done(slug: str, title: object, unit: object, field: str) -> Measure:
    return Measure(slug=slug, title=title, unit=unit, when="year", sums=field)  # type: ignore[arg-type]


CLEARANCE_YEARS = declare(
    slug="nam-giai-phong-mat-bang",
    rows=ClearanceYear.objects.select_related("clearance__commune"),
    columns=(
        *("clearance", "year", "area", "households", "paid", "households_paid"),
        *("moved", "plots"),
    ),
    fields=(
        *("clearance", "year", "area", "households", "paid", "households_paid"),
        *("moved", "plots"),
    ),
    key=("clearance", "year"),
    search=("clearance__name", "year"),
    filters=("year",),
    place="clearance__commune",
    under="clearance",
    check=land_faults.check_clearance_year,
    guide=Guide(
        who=gettext_lazy("The commune, with the centre for land development."),
        when=gettext_lazy("Once a year, and before every report on clearance."),
        paper=gettext_lazy("Records of hand-over, lists of payments, records of drawn lots."),
        example={
            "clearance": "Đường vào cụm công nghiệp Ví Dụ, giai đoạn 1",
            "year": "2023",
            "area": "9,5",
            "households": "40",
            "paid": "27.600",
            "households_paid": "38",
            "moved": "12",
            "plots": "14",
        },
        icon="calendar",
        group=GROUP,
    ),
    measures=(
        _done("dat-giai-phong", gettext_lazy("Land cleared in the year"), HECTARES, "area"),
        _done(
            *("ho-ban-giao", gettext_lazy("Households that handed over land in the year")),
            *(HOUSEHOLDS, "households"),
        ),
        _done(
            *("tien-boi-thuong", gettext_lazy("Compensation and support paid in the year")),
            *(MILLIONS, "paid"),
        ),
        _done(
            *("ho-tai-dinh-cu", gettext_lazy("Households resettled in the year")),
            *(HOUSEHOLDS, "moved"),
        ),
        _done(
            *("nen-ban-giao", gettext_lazy("Resettlement plots handed over in the year")),
            *(gettext_lazy("plots"), "plots"),
        ),
    ),
)

PLANNING_CHECKS = declare(
    slug="kiem-tra-quy-hoach",
    rows=PlanningCheck.objects.select_related("commune", "cluster"),
    columns=("on", "site", "commune", "finding", "handled", "handled_on"),
    fields=(
        *("on", "site", "commune", "cluster", "builder", "finding", "words", "handled"),
        *("handled_on", "latitude", "longitude", "shape"),
    ),
    key=("commune", "on", "site"),
    search=("site", "commune__name", "words", "handled"),
    filters=("commune", "finding", "on", "cluster"),
    place="commune",
    check=land_faults.check_planning,
    guide=Guide(
        who=gettext_lazy("The commune that looked."),
        when=gettext_lazy("On the day of each check; again when it is settled."),
        paper=gettext_lazy("Record of the check on site."),
        example={
            "on": "12/08/2024",
            "site": "Đường số 2, ấp 3",
            "commune": "xã Thường Phước 1",
            "finding": "xây dựng không phép",
            "words": "Nhà xưởng tạm khoảng 120 m² trên đất quy hoạch cụm",
            "handled": "Biên bản ngừng thi công 08/BB-VPHC",
            "handled_on": "20/08/2024",
            "latitude": "10,899000",
            "longitude": "105,173500",
        },
        icon="eye",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="kiem-tra-trong-nam",
            title=gettext_lazy("Checks of planning and construction on site in the year"),
            unit=CHECKS,
            when="on",
        ),
        Measure(
            slug="vi-pham-phat-hien",
            title=gettext_lazy("Checks that found building against licence or planning"),
            unit=CHECKS,
            when="on",
            only=~Q(finding=Finding.ORDER),
        ),
        Measure(
            slug="vi-pham-da-xu-ly",
            title=gettext_lazy("Violations settled in the year"),
            unit=CHECKS,
            when="handled_on",
            only=~Q(finding=Finding.ORDER),
        ),
    ),
)
