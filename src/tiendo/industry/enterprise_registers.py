"""The registers of establishments: who they are, what they made each year, what they count as."""

from typing import Any

from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tiendo.industry import establishments, years
from tiendo.industry.models import Enterprise, EnterpriseFlag, EnterpriseYear, Flag
from tiendo.registers.columns import Column
from tiendo.registers.measures import Measure, Over
from tiendo.registers.register import Guide, declare

GROUP = gettext_lazy("Industry")
ESTABLISHMENTS = gettext_lazy("establishments")
MILLIONS = gettext_lazy("million VND")


def remark(row: Enterprise) -> str:
    """What people should know of a row at a glance: its code is made up, or it closed."""
    said = [_("illustrative code")] if row.is_demonstration else []
    if row.closed:
        said.append(_("stopped on %(day)s") % {"day": f"{row.closed:%d/%m/%Y}"})
    return ", ".join(said)


def counts_as(row: Enterprise) -> str:
    """What an establishment counts as now, of marks that were fetched with it."""
    return ", ".join(each.get_flag_display() for each in row.flags.all() if each.until is None)


def net_exports(row: EnterpriseYear) -> Any:
    """Exports net of re-exports, in thousand USD; None where either is unknown."""
    known = row.exports is not None and row.re_exports is not None
    return row.exports - row.re_exports if known else None


ENTERPRISES = declare(
    slug="doanh-nghiep",
    rows=Enterprise.objects.select_related("commune").prefetch_related("flags"),
    columns=(
        "name",
        Column("activity", gettext_lazy("activity"), lambda row: row.activity, "activity_code"),
        *("commune", "tax_code", "workers"),
        Column("counts_as", gettext_lazy("counts as"), counts_as, data=False),
        Column("remark", gettext_lazy("remark"), remark, data=False),
    ),
    fields=(
        *("tax_code", "name", "kind", "commune", "address", "activity_code", "activity_version"),
        *("began", "closed", "size", "workers", "capital", "owner", "telephone"),
        *("latitude", "longitude", "shape"),
    ),
    key=("tax_code",),
    search=("name", "open_number", "address", "activity", "commune__name"),
    filters=("commune", "kind", "size", "activity_code"),
    place="commune",
    check=establishments.check,
    guide=Guide(
        who=gettext_lazy("The commune where it produces; the office of industry checks."),
        when=gettext_lazy("When one opens, moves or closes; all of them confirmed once a year."),
        paper=gettext_lazy("Registration certificate, list of the tax office, visit on site."),
        example={
            "tax_code": "0012345672",
            "name": "Cơ sở xay xát Ví Dụ",
            "kind": "doanh nghiệp tư nhân",
            "commune": "xã Thường Phước 1",
            "address": "Số 12, ấp 2",
            "activity_code": "1061",
            "activity_version": "VSIC năm 2018",
            "began": "2016",
            "size": "nhỏ",
            "workers": "24",
            "capital": "6.500",
            "owner": "Người Làm Mẫu",
            "telephone": "0900 000 000",
            "latitude": "10,902500",
            "longitude": "105,187500",
        },
        icon="office",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="co-so",
            title=gettext_lazy("Production establishments at the end of the year"),
            unit=ESTABLISHMENTS,
            when="began",
            over=Over.UNTIL,
            until="closed",
        ),
        Measure(
            slug="co-so-moi",
            title=gettext_lazy("Establishments that began in the year"),
            unit=ESTABLISHMENTS,
            when="began",
        ),
        Measure(
            slug="co-so-ngung",
            title=gettext_lazy("Establishments that closed in the year"),
            unit=ESTABLISHMENTS,
            when="closed",
        ),
    ),
)

YEARS = declare(
    slug="nam-doanh-nghiep",
    rows=EnterpriseYear.objects.select_related("enterprise__commune").annotate(
        net_exports=F("exports") - F("re_exports")
    ),
    columns=(
        *("enterprise", "year", "output_current", "output_2010", "revenue"),
        Column(
            "net",
            gettext_lazy("exports net of re-exports (thousand USD)"),
            net_exports,
            "net_exports",
            figure=True,
            sums=True,
        ),
        *("workers", "trained"),
    ),
    fields=(
        *("enterprise", "year", "output_current", "output_2010", "revenue"),
        *("exports", "re_exports", "workers", "trained", "vocational"),
    ),
    key=("enterprise", "year"),
    search=("enterprise__name", "enterprise__open_number", "year"),
    filters=("year",),
    place="enterprise__commune",
    under="enterprise",
    check=years.check,
    guide=Guide(
        who=gettext_lazy(
            "The establishment says it; the commune or the office of industry enters it."
        ),
        when=gettext_lazy("Once a year, by the end of March of the next one."),
        paper=gettext_lazy("Yearly statistical form, financial statement, customs declarations."),
        example={
            "enterprise": "0012345672",
            "year": "2023",
            "output_current": "18.250,5",
            "output_2010": "11.400",
            "revenue": "19.800",
            "exports": "320",
            "re_exports": "0",
            "workers": "24",
            "trained": "15",
            "vocational": "11",
        },
        icon="chart",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="gia-tri-hien-hanh",
            title=gettext_lazy("Industrial output at current prices"),
            unit=MILLIONS,
            when="year",
            sums="output_current",
        ),
        Measure(
            slug="gia-tri-2010",
            title=gettext_lazy("Industrial output at 2010 prices"),
            unit=MILLIONS,
            when="year",
            sums="output_2010",
        ),
        Measure(
            slug="xuat-khau",
            title=gettext_lazy("Exports net of re-exports"),
            unit=gettext_lazy("thousand USD"),
            when="year",
            sums="net_exports",
        ),
        Measure(
            slug="doanh-thu",
            title=gettext_lazy("Revenue of establishments"),
            unit=MILLIONS,
            when="year",
            sums="revenue",
        ),
        Measure(
            slug="lao-dong",
            title=gettext_lazy("Workers in industry"),
            unit=gettext_lazy("people"),
            when="year",
            sums="workers",
        ),
        Measure(
            slug="lao-dong-qua-dao-tao",
            title=gettext_lazy("Share of trained workers"),
            unit="%",
            when="year",
            sums="trained",
            base="workers",
            only=Q(trained__isnull=False, workers__isnull=False),
        ),
        Measure(
            slug="lao-dong-dao-tao-nghe",
            title=gettext_lazy("Share of workers trained in a vocation"),
            unit="%",
            when="year",
            sums="vocational",
            base="workers",
            only=Q(vocational__isnull=False, workers__isnull=False),
        ),
    ),
)


def _counting(slug: str, title: Any, flag: Flag) -> Measure:
    return Measure(
        slug=slug,
        title=title,
        unit=ESTABLISHMENTS,
        when="since",
        over=Over.UNTIL,
        until="until",
        each="enterprise",
        only=Q(flag=flag),
    )


FLAGS = declare(
    slug="dac-diem-doanh-nghiep",
    rows=EnterpriseFlag.objects.select_related("enterprise__commune"),
    columns=("enterprise", "flag", "since", "until", "paper"),
    fields=("enterprise", "flag", "since", "until", "paper"),
    key=("enterprise", "flag", "since"),
    search=("enterprise__name", "enterprise__open_number", "paper"),
    filters=("flag",),
    place="enterprise__commune",
    under="enterprise",
    check=establishments.check_flag,
    guide=Guide(
        who=gettext_lazy("The office of industry; communes for their own establishments."),
        when=gettext_lazy("When a list or a decision names it, and when that ends."),
        paper=gettext_lazy("Decision or list with number and day; record of a visit."),
        example={
            "enterprise": "0012345672",
            "flag": "chế biến gạo",
            "since": "01/03/2016",
            "paper": "Biên bản kiểm tra ngày 01/03/2016",
        },
        icon="flag",
        group=GROUP,
    ),
    measures=(
        _counting("che-bien-gao", gettext_lazy("Establishments that process rice"), Flag.RICE),
        _counting(
            *("che-bien-ca-tra", gettext_lazy("Establishments that process pangasius")),
            Flag.PANGASIUS,
        ),
        _counting(
            *("che-bien-rau", gettext_lazy("Establishments that process vegetables")),
            Flag.VEGETABLES,
        ),
        _counting(
            *("che-bien-trai-cay", gettext_lazy("Establishments that process fruit")), Flag.FRUIT
        ),
        _counting(
            *("cong-nghiep-ho-tro", gettext_lazy("Establishments of supporting industry")),
            Flag.SUPPORTING,
        ),
        _counting(
            *("cong-nghe-cao", gettext_lazy("Establishments of high technology")), Flag.HIGH_TECH
        ),
        _counting(
            *("can-di-doi", gettext_lazy("Establishments to be moved into a cluster")),
            Flag.TO_MOVE,
        ),
    ),
)
