"""The registers of raw-material areas: figures by year, supply contracts, certificates, food-safety checks."""

from datetime import date

from django.db.models import CharField, DecimalField, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tiendo.accounts.clock import today
from tiendo.legal.models import Norm
from tiendo.materials import plausible
from tiendo.materials.models import (
    AreaYear,
    Material,
    MaterialArea,
    QualityCertificate,
    Rating,
    SafetyCheck,
    Scheme,
    SupplyContract,
)
from tiendo.registers.columns import Column
from tiendo.registers.measures import Measure, Over
from tiendo.registers.register import DueDay, Guide, declare

GROUP = gettext_lazy("Raw materials")
AREAS, HECTARES, TONNES = gettext_lazy("areas"), "ha", gettext_lazy("tonnes")
EXAMPLE = "Vùng lúa chất lượng cao Ví Dụ"


def validity_words(valid_to: date, day: date) -> str:
    """Whether a certificate still holds on a day, in words."""
    return _("still in force") if valid_to >= day else _("expired")


def checks_with_terms() -> QuerySet[SafetyCheck]:
    """Food-safety checks with `months`: within how many the next one is due, by the norm of the day of the check."""
    norms = Norm.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=OuterRef("on")),
        locality=OuterRef("locality"),
        code=Concat(Value(plausible.AGAIN), OuterRef("rating"), output_field=CharField()),
        valid_from__lte=OuterRef("on"),
    ).order_by("-valid_from", "-pk")
    months = DecimalField(max_digits=18, decimal_places=4)
    rows = SafetyCheck.objects.select_related("area__commune", "agency")
    return rows.annotate(months=Subquery(norms.values("highest")[:1], output_field=months))


AREAS_REGISTER = declare(
    slug="vung-nguyen-lieu",
    rows=MaterialArea.objects.select_related("commune"),
    columns=("name", "material", "commune", "holder", "planned_area", "code", "began"),
    fields=(
        *("name", "material", "commune", "holder", "households", "code", "planned_area"),
        *("planning", "planned_on", "began", "ended_on", "latitude", "longitude", "shape"),
    ),
    key=("commune", "name"),
    search=("name", "commune__name", "code", "planning"),
    filters=("commune", "material"),
    place="commune",
    check=plausible.check_area,
    guide=Guide(
        who=gettext_lazy("The office of agriculture, with the communes in which they lie."),
        when=gettext_lazy("When an area is planned, changes its size or is given up."),
        paper=gettext_lazy("Planning of raw-material areas, list of the cooperative."),
        example={
            "name": EXAMPLE,
            "material": "lúa, gạo",
            "commune": "xã Thường Phước 1",
            "holder": "Hợp tác xã Ví Dụ",
            "households": "86",
            "code": "VN-DTOR-0000",
            "planned_area": "210",
            "planning": "2210/QĐ-UBND",
            "planned_on": "25/11/2022",
            "began": "2023",
            "latitude": "10,909000",
            "longitude": "105,178000",
        },
        icon="map",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="vung",
            title=gettext_lazy("Raw-material areas planned"),
            unit=AREAS,
            when="planned_on",
            over=Over.UNTIL,
            until="ended_on",
        ),
        Measure(
            slug="dien-tich-quy-hoach",
            title=gettext_lazy("Planned area of raw materials"),
            unit=HECTARES,
            when="planned_on",
            over=Over.UNTIL,
            until="ended_on",
            sums="planned_area",
        ),
        Measure(
            slug="co-ma-vung",
            title=gettext_lazy("Raw-material areas with a code"),
            unit=AREAS,
            when="planned_on",
            over=Over.UNTIL,
            until="ended_on",
            only=~Q(code=""),
        ),
    ),
)


def _of_year(slug: str, title: object, unit: object, sums: str, only: Q | None = None) -> Measure:
    return Measure(
        slug=slug,
        title=title,  # type: ignore[arg-type]
        unit=unit,  # type: ignore[arg-type]
        when="year",
        sums=sums,
        only=only or Q(),
    )


AREA_YEARS = declare(
    slug="nam-vung-nguyen-lieu",
    rows=AreaYear.objects.select_related("area__commune"),
    columns=("area", "year", "grown", "output", "contracted", "certified", "converted"),
    fields=("area", "year", "grown", "output", "contracted", "certified", "converted"),
    key=("area", "year"),
    search=("area__name", "year"),
    filters=("year",),
    place="area__commune",
    under="area",
    check=plausible.check_year,
    guide=Guide(
        who=gettext_lazy("The commune; the office of agriculture compares it with its statistics."),
        when=gettext_lazy("In December, when the last harvest is in."),
        paper=gettext_lazy("Report of the commune on the year, books of the cooperative."),
        example={
            "area": EXAMPLE,
            "year": "2024",
            "grown": "204,5",
            "output": "3.680",
            "contracted": "2.450",
            "certified": "120",
            "converted": "0",
        },
        icon="calendar",
        group=GROUP,
    ),
    measures=(
        _of_year("dien-tich", gettext_lazy("Area that grew raw materials"), HECTARES, "grown"),
        _of_year("san-luong", gettext_lazy("Output of raw materials"), TONNES, "output"),
        _of_year(
            "san-luong-lua", gettext_lazy("Output of rice"), TONNES, "output",
            Q(area__material=Material.RICE),
        ),
        _of_year(
            "san-luong-ca-tra", gettext_lazy("Output of pangasius"), TONNES, "output",
            Q(area__material=Material.PANGASIUS),
        ),
        _of_year("san-luong-hop-dong", gettext_lazy("Output under contract"), TONNES, "contracted"),
        Measure(
            slug="ty-le-hop-dong",
            title=gettext_lazy("Share of the output that is under contract"),
            unit="%",
            when="year",
            sums="contracted",
            base="output",
            only=Q(contracted__isnull=False, output__isnull=False),
        ),
        _of_year("dien-tich-chung-nhan", gettext_lazy("Certified area"), HECTARES, "certified"),
        _of_year("chuyen-doi", gettext_lazy("Land turned over to raw materials"), HECTARES, "converted"),
    ),
)  # fmt: skip

CONTRACTS = declare(
    slug="hop-dong-nguyen-lieu",
    rows=SupplyContract.objects.select_related("area__commune"),
    columns=("number", "processor", "area", "signed_on", "until", "covered", "quantity"),
    fields=("area", "processor", "number", "signed_on", "until", "covered", "quantity"),
    key=("area", "processor", "number"),
    search=("number", "processor", "area__name"),
    filters=("signed_on", "until"),
    place="area__commune",
    under="area",
    check=plausible.check_contract,
    guide=Guide(
        who=gettext_lazy("The office of agriculture; a commune those of its own areas."),
        when=gettext_lazy("When a processor and the growers have signed."),
        paper=gettext_lazy("The contract, with its annex of areas and prices."),
        example={
            "area": EXAMPLE,
            "processor": "Công ty Gạo Ví Dụ",
            "number": "07/HĐTT",
            "signed_on": "15/01/2024",
            "until": "31/12/2026",
            "covered": "150",
            "quantity": "2.500",
        },
        icon="doc",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="hop-dong",
            title=gettext_lazy("Supply contracts that run"),
            unit=gettext_lazy("contracts"),
            when="signed_on",
            over=Over.UNTIL,
            until="until",
        ),
        Measure(
            slug="nha-may",
            title=gettext_lazy("Processors with a supply contract"),
            unit=gettext_lazy("processors"),
            when="signed_on",
            over=Over.UNTIL,
            until="until",
            each="processor",
        ),
        Measure(
            slug="dien-tich-hop-dong",
            title=gettext_lazy("Area under contract"),
            unit=HECTARES,
            when="signed_on",
            over=Over.UNTIL,
            until="until",
            sums="covered",
        ),
    ),
)


def _holding(slug: str, title: object, only: Q, sums: str = "") -> Measure:
    return Measure(
        slug=slug,
        title=title,  # type: ignore[arg-type]
        unit=HECTARES if sums else gettext_lazy("certificates"),
        when="issued_on",
        over=Over.UNTIL,
        holds_to="valid_to",
        sums=sums,
        only=only,
    )


LATER = QualityCertificate.objects.filter(
    area=OuterRef("area"), scheme=OuterRef("scheme"), issued_on__gt=OuterRef("issued_on")
)

CERTIFICATES = declare(
    slug="chung-nhan-vung",
    rows=QualityCertificate.objects.select_related("area__commune"),
    columns=(
        *("area", "scheme", "number", "issued_on", "valid_to"),
        Column(
            "state",
            gettext_lazy("state"),
            lambda row: validity_words(row.valid_to, today()),
            data=False,
        ),
        "covered",
    ),
    fields=("area", "scheme", "number", "issued_by", "issued_on", "valid_to", "covered"),
    key=("area", "scheme", "number"),
    search=("area__name", "number", "issued_by"),
    filters=("scheme", "issued_on", "valid_to"),
    place="area__commune",
    under="area",
    due=DueDay(
        *("valid_to", Q(~Exists(LATER), area__ended_on=None)),
        *(gettext_lazy("certificate ends: renew it"), "area__name"),
    ),
    check=plausible.check_certificate,
    guide=Guide(
        who=gettext_lazy("The office of agriculture; a commune those of its own areas."),
        when=gettext_lazy("When a certificate is given, renewed or taken back."),
        paper=gettext_lazy("The certificate with its annex."),
        example={
            "area": EXAMPLE,
            "scheme": "VietGAP",
            "number": "VietGAP-TT-00-00",
            "issued_by": "Trung tâm Chứng nhận Ví Dụ",
            "issued_on": "10/05/2023",
            "valid_to": "09/05/2025",
            "covered": "120",
        },
        icon="star",
        group=GROUP,
    ),
    measures=(
        _holding("con-gia-tri", gettext_lazy("Certificates of quality that hold"), Q()),
        _holding(
            "vietgap", gettext_lazy("VietGAP certificates that hold"), Q(scheme=Scheme.VIETGAP)
        ),
        _holding(
            "dien-tich-con-gia-tri", gettext_lazy("Area that certificates cover"), Q(), "covered"
        ),
    ),
)

CHECKS = declare(
    slug="kiem-tra-attp",
    rows=checks_with_terms(),
    columns=(
        *("area", "on", "subject", "agency", "rating", "samples", "failed"),
        Column(
            "again_by",
            gettext_lazy("next check by"),
            lambda row: plausible.check_again_by(row.on, row.months),
        ),
    ),
    fields=("area", "on", "agency", "subject", "rating", "samples", "failed", "remark"),
    key=("area", "on", "subject"),
    search=("area__name", "subject", "agency__name"),
    filters=("rating", "agency", "on"),
    place="area__commune",
    under="area",
    check=plausible.check_safety,
    guide=Guide(
        who=gettext_lazy("The office that checks; a commune what it checks itself."),
        when=gettext_lazy("On the day of the record; samples that failed when the slips come."),
        paper=gettext_lazy("Record of the check with its rating, slips of the laboratory."),
        example={
            "area": EXAMPLE,
            "on": "18/06/2024",
            "agency": "Phòng Nông nghiệp và Phát triển nông thôn",
            "subject": "Nhật ký đồng ruộng, kho thuốc bảo vệ thực vật",
            "rating": "B",
            "samples": "4",
            "failed": "0",
        },
        icon="check",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="cuoc-kiem-tra",
            title=gettext_lazy("Food-safety checks"),
            unit=gettext_lazy("times"),
            when="on",
        ),
        Measure(
            slug="dat-a-b",
            title=gettext_lazy("Food-safety checks rated A or B"),
            unit=gettext_lazy("times"),
            when="on",
            only=Q(rating__in=[Rating.A, Rating.B]),
        ),
        Measure(
            slug="mau-khong-dat",
            title=gettext_lazy("Share of samples that failed"),
            unit="%",
            when="on",
            sums="failed",
            base="samples",
            only=Q(failed__isnull=False, samples__isnull=False),
        ),
    ),
)
