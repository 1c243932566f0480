"""The registers of works: infrastructure of clusters, transport outside, with several sources and by year."""

from django.db.models import DecimalField, OuterRef, Q, QuerySet, Subquery, Sum
from django.utils.translation import gettext_lazy

from tiendo.industry import work_faults
from tiendo.industry.cluster_registers import GROUP, MILLIONS
from tiendo.industry.models import Side, Work, WorkShare, WorkYear
from tiendo.registers.columns import Column
from tiendo.registers.measures import Measure
from tiendo.registers.register import Guide, declare

MONEY = DecimalField(max_digits=18, decimal_places=3)
PER_CENT = DecimalField(max_digits=5, decimal_places=2)
WORKS = gettext_lazy("works")
EXAMPLE = "Đường vào cụm công nghiệp Ví Dụ"


def rows_of_works() -> QuerySet[Work]:
    """Works with what was carried out so far (million VND) and their newest progress (%)."""
    years = WorkYear.objects.filter(work=OuterRef("pk"))
    done = years.order_by().values("work").annotate(sum=Sum("done")).values("sum")
    newest = years.exclude(progress=None).order_by("-year").values("progress")[:1]
    return Work.objects.select_related("commune", "cluster").annotate(
        done_so_far=Subquery(done, output_field=MONEY),
        progress=Subquery(newest, output_field=PER_CENT),
    )


WORKS_REGISTER = declare(
    slug="ha-tang-cum",
    rows=rows_of_works(),
    columns=(
        *("name", "kind", "side", "commune", "total"),
        Column(
            "done_so_far",
            gettext_lazy("carried out so far (million VND)"),
            lambda row: row.done_so_far,
            "done_so_far",
            figure=True,
            sums=True,
        ),
        Column(
            *("progress", gettext_lazy("progress (%)"), lambda row: row.progress, "progress"),
            figure=True,
        ),
        *("ends", "done_on"),
    ),
    fields=(
        *("name", "kind", "side", "commune", "cluster", "owner", "decision", "total"),
        *("begins", "ends", "done_on", "latitude", "longitude", "shape"),
    ),
    key=("commune", "name"),
    search=("name", "commune__name", "cluster__name", "owner", "decision"),
    filters=("commune", "cluster", "kind", "side"),
    place="commune",
    check=work_faults.check_work,
    guide=Guide(
        who=gettext_lazy("The owner of the project says it; the office of industry enters it."),
        when=gettext_lazy("When the investment is decided, changed, or the work taken over."),
        paper=gettext_lazy("Decision of investment, record that takes the work over."),
        example={
            "name": EXAMPLE,
            "kind": "đường, vỉa hè, cây xanh",
            "side": "ngoài cụm",
            "commune": "xã Thường Phước 1",
            "owner": "Ban Quản lý dự án Ví Dụ",
            "decision": "321/QĐ-UBND",
            "total": "86.400",
            "begins": "2023",
            "ends": "2025",
            "latitude": "10,896000",
            "longitude": "105,174000",
        },
        icon="course",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="cong-trinh-hoan-thanh",
            title=gettext_lazy("Works of infrastructure done in the year"),
            unit=WORKS,
            when="done_on",
        ),
        Measure(
            slug="cong-trinh-khoi-cong",
            title=gettext_lazy("Works of infrastructure begun in the year"),
            unit=WORKS,
            when="begins",
        ),
        Measure(
            slug="cong-trinh-ngoai-cum-hoan-thanh",
            title=gettext_lazy("Works outside clusters done in the year"),
            unit=WORKS,
            when="done_on",
            only=Q(side=Side.OUTSIDE),
        ),
    ),
)

SHARES = declare(
    slug="nguon-von-du-an",
    rows=WorkShare.objects.select_related("work__commune"),
    columns=("work", "source", "amount", "paper"),
    fields=("work", "source", "amount", "paper"),
    key=("work", "source"),
    search=("work__name", "paper"),
    filters=("source",),
    place="work__commune",
    under="work",
    check=work_faults.check_share,
    guide=Guide(
        who=gettext_lazy("The owner of the project says it; the office of industry enters it."),
        when=gettext_lazy("When the investment is decided or changed: a row for each source."),
        paper=gettext_lazy("Decision of investment."),
        example={
            "work": EXAMPLE,
            "source": "ngân sách tỉnh",
            "amount": "60.000",
            "paper": "321/QĐ-UBND",
        },
        icon="split",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="von-theo-nguon",
            title=gettext_lazy("Capital of works by source"),
            unit=MILLIONS,
            sums="amount",
        ),
    ),
)

WORK_YEARS = declare(
    slug="nam-ha-tang",
    rows=WorkYear.objects.select_related("work__commune"),
    columns=("work", "year", "planned", "done", "progress"),
    fields=("work", "year", "planned", "done", "progress"),
    key=("work", "year"),
    search=("work__name", "year"),
    filters=("year",),
    place="work__commune",
    under="work",
    check=work_faults.check_year,
    guide=Guide(
        who=gettext_lazy("The owner of the project says it; the office of industry enters it."),
        when=gettext_lazy("The plan in January, what was carried out by the end of the year."),
        paper=gettext_lazy("Capital plan of the year, report on the supervision of investment."),
        example={
            "work": EXAMPLE,
            "year": "2024",
            "planned": "40.000",
            "done": "36.250,5",
            "progress": "62",
        },
        icon="calendar",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="von-ke-hoach-nam",
            title=gettext_lazy("Capital planned for works of infrastructure"),
            unit=MILLIONS,
            when="year",
            sums="planned",
        ),
        Measure(
            slug="von-thuc-hien-nam",
            title=gettext_lazy("Capital carried out in works of infrastructure"),
            unit=MILLIONS,
            when="year",
            sums="done",
        ),
        Measure(
            slug="ty-le-thuc-hien-von",
            title=gettext_lazy("Share of the year's capital that was carried out"),
            unit="%",
            when="year",
            sums="done",
            base="planned",
            only=Q(done__isnull=False, planned__isnull=False),
        ),
    ),
)
