"""The registers of the investment call list, of its reviews, and of incentives."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.clock import today
from tiendo.investment import faults
from tiendo.investment.models import CallProject, CallReview, CallStatus, Incentive, ReviewOutcome
from tiendo.legal.saying import verified_words
from tiendo.legal.validity import validity_on
from tiendo.registers.columns import Column
from tiendo.registers.measures import Measure, Over
from tiendo.registers.register import Guide, declare

GROUP = _("Investment")
MILLIONS = _("million VND")
PROJECTS = _("projects")


def _listed(slug: str, title: object, unit: object, only: Q | None = None, **sums: str) -> Measure:
    """What stands on the list at the end of a year."""
    return Measure(
        slug=slug,
        title=title,  # type: ignore[arg-type]
        unit=unit,  # type: ignore[arg-type]
        when="listed_on",
        over=Over.UNTIL,
        until="left_on",
        only=only or Q(),
        **sums,
    )


def _reviewed(slug: str, title: object, unit: object, each: str, only: Q | None = None) -> Measure:
    return Measure(
        slug=slug,
        title=title,  # type: ignore[arg-type]
        unit=unit,  # type: ignore[arg-type]
        when="reviewed_on",
        each=each,
        only=only or Q(),
    )


CALLS = declare(
    slug="du-an-keu-goi",
    rows=CallProject.objects.select_related("commune", "agency"),
    columns=("name", "sector", "commune", "area", "capital", "land", "status", "listed_on"),
    fields=(
        *("name", "sector", "commune", "site", "area", "aim", "capital", "selection", "land"),
        *("in_province_plan", "in_land_plan", "in_building_plan", "links", "difficult", "zone"),
        *("agency", "listed_on", "listed_by", "from_year", "to_year", "status", "left_on"),
        *("latitude", "longitude", "shape"),
    ),
    key=("name", "listed_on"),
    search=("name", "site", "aim", "commune__name", "listed_by"),
    filters=("status", "sector", "commune", "land", "difficult", "zone", "listed_on"),
    place="commune",
    office="agency",
    check=faults.check_call,
    guide=Guide(
        who=_("The office that keeps the call list; communes say how their land is."),
        when=_("When a list is decided, and whenever a project goes further."),
        paper=_("The call list with its decision or plan, and the papers on its land."),
        example={
            "name": "Nhà máy sấy trái cây Ví Dụ",
            "sector": "chế biến rau quả",
            "commune": "xã Thường Phước 1",
            "site": "Ấp 2, cạnh ĐT 841",
            "area": "3,5",
            "aim": "Sấy 5.000 tấn xoài mỗi năm",
            "capital": "120.000",
            "selection": "chấp thuận nhà đầu tư",
            "land": "giải phóng một phần",
            "in_province_plan": "có trong quy hoạch",
            "in_land_plan": "có trong quy hoạch",
            "links": "Có điện 22 kV; đường vào 300 m chưa trải nhựa",
            "difficult": "địa bàn đặc biệt khó khăn",
            "zone": "khu kinh tế cửa khẩu",
            "agency": "Phòng Kinh tế và Hạ tầng",
            "listed_on": "15/03/2023",
            "listed_by": "45/KH-UBND",
            "from_year": "2023",
            "to_year": "2025",
            "status": "đang kêu gọi",
            "latitude": "10,897500",
            "longitude": "105,171000",
        },
        icon="flag",
        group=GROUP,
    ),
    measures=(
        _listed("du-an-tren-danh-muc", _("Projects on the call list"), PROJECTS),
        _listed("von-keu-goi", _("Capital expected of the call list"), MILLIONS, sums="capital"),
        _listed("dien-tich-keu-goi", _("Area of the call list"), "ha", sums="area"),
        _listed(
            *("co-nha-dau-tu-quan-tam", _("Projects on the list with an interested investor")),
            PROJECTS,
            Q(status__in=[CallStatus.INTEREST, CallStatus.APPROVED, CallStatus.CARRIED_OUT]),
        ),
        Measure(
            slug="da-co-nha-dau-tu",
            title=_("Projects of the list that found their investor"),
            unit=PROJECTS,
            when="listed_on",
            over=Over.UNTIL,
            only=Q(status__in=[CallStatus.APPROVED, CallStatus.CARRIED_OUT]),
        ),
    ),
)

REVIEWS = declare(
    slug="ra-soat-keu-goi",
    rows=CallReview.objects.select_related("project__commune", "agency"),
    columns=("project", "reviewed_on", "outcome", "agency", "paper", "words"),
    fields=("project", "reviewed_on", "agency", "paper", "outcome", "words"),
    key=("project", "reviewed_on"),
    search=("project__name", "paper", "words"),
    filters=("outcome", "agency", "reviewed_on"),
    place="project__commune",
    office="agency",
    under="project",
    check=faults.check_review,
    guide=Guide(
        who=_("The office that leads the review, with the communes."),
        when=_("At every review of the call list, at least once a year."),
        paper=_("The minutes of the review, the paper that proposes the changes."),
        example={
            "project": "Nhà máy sấy trái cây Ví Dụ",
            "reviewed_on": "20/06/2024",
            "agency": "Phòng Kinh tế và Hạ tầng",
            "paper": "118/BC-KTHT",
            "outcome": "đề nghị điều chỉnh",
            "words": "Giảm diện tích còn 3,5 ha cho khớp kế hoạch sử dụng đất",
        },
        icon="check",
        group=GROUP,
    ),
    measures=(
        _reviewed("lan-ra-soat", _("Reviews of the call list"), _("reviews"), "reviewed_on"),
        _reviewed("du-an-ra-soat", _("Projects reviewed"), PROJECTS, "project"),
        _reviewed(
            *("du-an-bo-sung", _("Projects that a review put on the list"), PROJECTS, "project"),
            Q(outcome=ReviewOutcome.ADD),
        ),
        _reviewed(
            *("du-an-dieu-chinh", _("Projects that a review wants changed"), PROJECTS, "project"),
            Q(outcome=ReviewOutcome.ADJUST),
        ),
        _reviewed(
            *("du-an-dua-ra", _("Projects that a review took off the list"), PROJECTS, "project"),
            Q(outcome=ReviewOutcome.TAKE_OFF),
        ),
    ),
)


def validity_words(row: Incentive) -> str:
    """Whether an incentive can be asked for today, in words."""
    return str(validity_on(row.valid_from, row.valid_to, today()).words)


INCENTIVES = declare(
    slug="uu-dai-dau-tu",
    rows=Incentive.objects.select_related("base"),
    columns=(
        *("title", "kind", "place", "sector", "base", "valid_from", "valid_to"),
        Column("validity", _("validity"), validity_words, data=False),
        Column("checked", _("compared with the article"), verified_words, "verified", data=False),
    ),
    fields=(
        *("title", "kind", "place", "sector", "content", "base", "article"),
        *("valid_from", "valid_to", "verified"),
    ),
    key=("title", "valid_from"),
    search=("title", "content", "base__symbol", "article"),
    filters=("kind", "place", "sector", "verified", "valid_from"),
    check=faults.check_incentive,
    guide=Guide(
        who=_("The office that guides investors."),
        when=_("When a law, decree or resolution gives, changes or ends an incentive."),
        paper=_("The document itself; a project of the call list then shows what fits it."),
        example={
            "title": "Thuế suất ưu đãi 10% trong 15 năm (ví dụ)",
            "kind": "thuế thu nhập doanh nghiệp",
            "place": "các địa bàn đặc biệt khó khăn",
            "content": "Miễn 4 năm, giảm một nửa 9 năm tiếp theo; chưa đối chiếu điều luật",
            "article": "Phụ lục III",
            "valid_from": "26/03/2021",
            "valid_to": "28/02/2026",
            "verified": "không",
        },
        icon="star",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="uu-dai-con-hieu-luc",
            title=_("Incentives that hold at the end of the year"),
            unit=_("incentives"),
            when="valid_from",
            over=Over.UNTIL,
            holds_to="valid_to",
        ),
    ),
)
