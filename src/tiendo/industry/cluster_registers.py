"""The registers of industrial clusters: what they are, their stages, who leases land there, half-yearly figures."""

from decimal import Decimal

from django.db.models import DecimalField, OuterRef, Q, QuerySet, Subquery, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tiendo.accounts.clock import today
from tiendo.industry import cluster_faults
from tiendo.industry.clusters.occupancy import occupancy
from tiendo.industry.clusters.periods import Period, days_of, is_late, owed_on
from tiendo.industry.clusters.stages import stage_on
from tiendo.industry.land_faults import split_of
from tiendo.industry.models import Cluster, ClusterPeriod, ClusterStage, Tenancy
from tiendo.registers.columns import Column
from tiendo.registers.measures import Measure, Over
from tiendo.registers.register import Guide, declare
from tiendo.ui.templatetags.ui import n

GROUP = gettext_lazy("Clusters and land")
HECTARES = "ha"
MILLIONS = gettext_lazy("million VND")
CLUSTERS = gettext_lazy("clusters")
SHARE = DecimalField(max_digits=14, decimal_places=4)


def rows_of_clusters() -> QuerySet[Cluster]:
    """Clusters with what their list shows: stages, the split of the land, the land leased now (ha)."""
    running = Tenancy.objects.filter(cluster=OuterRef("pk"), until=None).order_by()
    leased = running.values("cluster").annotate(sum=Sum("area")).values("sum")
    rows = Cluster.objects.select_related("commune").prefetch_related(
        "stages", "land_uses", "periods"
    )
    return rows.annotate(leased=Subquery(leased, output_field=SHARE))


def stage_of(row: Cluster) -> str:
    """At which stage a cluster is today, in words."""
    stages = [(each.since, each.stage) for each in row.stages.all()]
    return str(stage_on(today(), row.decided_on, row.abolished_on, stages).label)


def split_words(row: Cluster) -> str:
    """Whether the land by use comes to the area of a cluster, in words."""
    split = split_of(row)
    if not split.uses:
        return ""
    if split.adds_up:
        return _("adds up")
    words = _("%(area)s ha are missing") if split.missing > 0 else _("%(area)s ha too many")
    return words % {"area": n(abs(split.missing))}


def fullness(leased: Decimal | None, leasable: Decimal | None) -> Decimal | None:
    """Occupancy in per cent with two decimals, as papers give it."""
    share = occupancy(leased, leasable)
    return None if share is None else round(share, 2)


def owed_words(row: Cluster) -> str:
    """Which half-yearly figures of a cluster have not come, in words: "whole year 2024 (due 19/12/2024)"."""
    if row.abolished_on:
        return ""
    handed_in = [(each.year, each.period) for each in row.periods.all() if each.reported_on]
    owed = owed_on(today(), row.decided_on, handed_in)
    words = _("%(period)s %(year)s (due by %(day)s)")
    return "; ".join(
        words
        % {"period": period.label, "year": year, "day": f"{days_of(year, period).due:%d/%m/%Y}"}
        for year, period in owed
    )


OCCUPANCY = gettext_lazy("occupancy (%)")

CLUSTERS_REGISTER = declare(
    slug="cum-cong-nghiep",
    rows=rows_of_clusters(),
    columns=(
        *("name", "commune"),
        Column("stage", gettext_lazy("stage"), stage_of, data=False),
        *("area", "leasable_area"),
        Column(
            *("leased", gettext_lazy("leased now (ha)"), lambda row: row.leased, "leased"),
            figure=True,
            sums=True,
        ),
        Column(
            *("occupancy", OCCUPANCY, lambda row: fullness(row.leased, row.leasable_area)),
            figure=True,
        ),
        Column("split", gettext_lazy("land by use"), split_words, data=False),
        Column("owed", gettext_lazy("half-yearly figures owed"), owed_words, data=False),
    ),
    fields=(
        *("name", "code", "kind", "commune", "planning_basis", "decision", "decided_on"),
        *("abolished_on", "sectors", "area", "industrial_area", "leasable_area", "investor"),
        *("investment", "wastewater_capacity", "wastewater_since", "wastewater_licence"),
        *("latitude", "longitude", "shape"),
    ),
    key=("name",),
    search=("name", "code", "commune__name", "investor", "sectors"),
    filters=("commune", "kind"),
    place="commune",
    check=cluster_faults.check_cluster,
    guide=Guide(
        who=gettext_lazy("The office of industry, with the infrastructure investor."),
        when=gettext_lazy("When the province lists, establishes, changes or abolishes a cluster."),
        paper=gettext_lazy("List or plan of the province, decision of establishment, 1/500 plan."),
        example={
            "name": "Cụm công nghiệp Ví Dụ",
            "kind": "cụm công nghiệp",
            "commune": "xã Thường Phước 1",
            "planning_basis": "Danh mục cụm công nghiệp của tỉnh, mục 12",
            "decision": "123/QĐ-UBND",
            "decided_on": "15/05/2024",
            "sectors": "Chế biến nông sản, cơ khí",
            "area": "50",
            "industrial_area": "42,5",
            "leasable_area": "40,33",
            "investor": "Công ty Hạ tầng Ví Dụ",
            "investment": "278.300",
            "wastewater_capacity": "1.500",
            "latitude": "10,897500",
            "longitude": "105,171000",
        },
        icon="layers",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="cum-da-thanh-lap",
            title=gettext_lazy("Industrial clusters established"),
            unit=CLUSTERS,
            when="decided_on",
            over=Over.UNTIL,
            until="abolished_on",
        ),
        Measure(
            slug="cum-thanh-lap-trong-nam",
            title=gettext_lazy("Industrial clusters established in the year"),
            unit=CLUSTERS,
            when="decided_on",
        ),
        Measure(
            slug="dien-tich-cum",
            title=gettext_lazy("Area of the clusters established"),
            unit=HECTARES,
            when="decided_on",
            over=Over.UNTIL,
            until="abolished_on",
            sums="area",
        ),
        Measure(
            slug="cum-co-nuoc-thai",
            title=gettext_lazy("Clusters whose waste-water plant runs"),
            unit=CLUSTERS,
            when="wastewater_since",
            over=Over.UNTIL,
            until="abolished_on",
        ),
        Measure(
            slug="von-ha-tang-cum",
            title=gettext_lazy("Investment in infrastructure of clusters, as approved"),
            unit=MILLIONS,
            when="decided_on",
            over=Over.UNTIL,
            until="abolished_on",
            sums="investment",
        ),
    ),
)

STAGES = declare(
    slug="giai-doan-cum",
    rows=ClusterStage.objects.select_related("cluster__commune"),
    columns=("cluster", "stage", "since", "paper", "waits_for"),
    fields=("cluster", "stage", "since", "paper", "waits_for"),
    key=("cluster", "stage", "since"),
    search=("cluster__name", "paper", "waits_for"),
    filters=("cluster", "stage"),
    place="cluster__commune",
    under="cluster",
    check=cluster_faults.check_stage,
    guide=Guide(
        who=gettext_lazy("The office of industry."),
        when=gettext_lazy("When a cluster comes to another stage."),
        paper=gettext_lazy("List, decision or record that says so, with number and day."),
        example={
            "cluster": "Cụm công nghiệp Ví Dụ",
            "stage": "trong quy hoạch, chờ Tỉnh",
            "since": "25/02/2022",
            "waits_for": "Đề án của Tỉnh được phê duyệt điều chỉnh",
        },
        icon="gantt",
        group=GROUP,
    ),
)

TENANCIES = declare(
    slug="thue-dat-cum",
    rows=Tenancy.objects.select_related("cluster__commune", "enterprise"),
    columns=("enterprise", "cluster", "plot", "area", "since", "until", "moved_in_on", "relocated"),
    fields=(
        *("cluster", "enterprise", "plot", "area", "contract", "since", "until"),
        *("moved_in_on", "relocated"),
    ),
    key=("cluster", "enterprise", "since", "plot"),
    search=("enterprise__name", "cluster__name", "plot", "contract"),
    filters=("cluster", "relocated"),
    place="cluster__commune",
    under="cluster",
    check=cluster_faults.check_tenancy,
    guide=Guide(
        who=gettext_lazy("The infrastructure investor says it; the office of industry enters it."),
        when=gettext_lazy("When a lease begins or ends, and when the establishment moves in."),
        paper=gettext_lazy("Lease contract, record of the hand-over of the plot."),
        example={
            "cluster": "Cụm công nghiệp Ví Dụ",
            "enterprise": "Cơ sở xay xát Ví Dụ",
            "plot": "A3",
            "area": "1,2",
            "contract": "05/HĐTĐ",
            "since": "01/06/2024",
            "moved_in_on": "15/09/2024",
            "relocated": "có",
        },
        icon="office",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="co-so-vao-cum",
            title=gettext_lazy("Establishments that moved into clusters"),
            unit=gettext_lazy("establishments"),
            when="moved_in_on",
            each="enterprise",
            only=Q(relocated=True),
        ),
        Measure(
            slug="co-so-trong-cum",
            title=gettext_lazy("Establishments that produce in clusters"),
            unit=gettext_lazy("establishments"),
            when="moved_in_on",
            over=Over.UNTIL,
            until="until",
            each="enterprise",
        ),
        Measure(
            slug="dat-da-thue",
            title=gettext_lazy("Land leased in clusters"),
            unit=HECTARES,
            when="since",
            over=Over.UNTIL,
            until="until",
            sums="area",
        ),
    ),
)


def due_of(row: ClusterPeriod) -> object:
    """By when the figures of a period are due."""
    return days_of(row.year, row.period).due


def in_time(row: ClusterPeriod) -> str:
    """Whether the figures came in time, in words."""
    if is_late(row.year, row.period, row.reported_on, today()):
        return _("handed in late") if row.reported_on else _("overdue")
    return _("handed in on time") if row.reported_on else _("not handed in yet")


PERIODS = declare(
    slug="so-lieu-cum-6-thang",
    rows=ClusterPeriod.objects.select_related("cluster__commune"),
    columns=(
        *("cluster", "year", "period"),
        Column("due", gettext_lazy("due by"), due_of),
        Column("in_time", gettext_lazy("handed in"), in_time, "reported_on", data=False),
        *("leased_area", "leasable_area"),
        Column(
            *("occupancy", OCCUPANCY, lambda row: fullness(row.leased_area, row.leasable_area)),
            figure=True,
        ),
        *("projects", "workers"),
    ),
    fields=(
        *("cluster", "year", "period", "reported_on", "leasable_area", "leased_area"),
        *("projects", "capital", "infrastructure", "workers", "revenue", "exports", "paid"),
    ),
    key=("cluster", "year", "period"),
    search=("cluster__name", "year"),
    filters=("cluster", "year", "period"),
    place="cluster__commune",
    under="cluster",
    check=cluster_faults.check_period,
    guide=Guide(
        who=gettext_lazy("The infrastructure investor; without one, the office of industry."),
        when=gettext_lazy("Before 20/6 for the first half, before 20/12 for the whole year."),
        paper=gettext_lazy("Forms of Circular 14/2024/TT-BCT, amended by 38/2025/TT-BCT."),
        example={
            "cluster": "Cụm công nghiệp Ví Dụ",
            "year": "2024",
            "period": "6 tháng đầu năm",
            "reported_on": "18/06/2024",
            "leasable_area": "40,33",
            "leased_area": "29,46",
            "projects": "9",
            "capital": "612.000",
            "infrastructure": "180.500",
            "workers": "840",
            "revenue": "395.000",
            "exports": "0",
            "paid": "6.200",
        },
        icon="chart",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="ty-le-lap-day",
            title=gettext_lazy("Occupancy of clusters at the end of the year"),
            unit="%",
            when="year",
            sums="leased_area",
            base="leasable_area",
            only=Q(period=Period.YEAR, leased_area__isnull=False, leasable_area__isnull=False),
        ),
        Measure(
            slug="lao-dong-trong-cum",
            title=gettext_lazy("Workers in clusters at the end of the year"),
            unit=gettext_lazy("people"),
            when="year",
            sums="workers",
            only=Q(period=Period.YEAR),
        ),
        Measure(
            slug="von-dang-ky-trong-cum",
            title=gettext_lazy("Registered capital in clusters at the end of the year"),
            unit=MILLIONS,
            when="year",
            sums="capital",
            only=Q(period=Period.YEAR),
        ),
    ),
)
