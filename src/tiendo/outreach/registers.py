"""The register of communication and integration activities."""

from django.db.models import Q
from django.utils.translation import gettext_lazy

from tiendo.outreach import plausible
from tiendo.outreach.models import INTEGRATION, Activity, Audience, Form, Theme
from tiendo.registers.measures import Measure
from tiendo.registers.register import Guide, declare

TIMES = gettext_lazy("times")
SCHEME = Q(theme__in=[Theme.SCHEME, Theme.ROLE])
TRADE = Q(theme__in=INTEGRATION)


def _held(slug: str, title: object, only: Q) -> Measure:
    return Measure(slug=slug, title=title, unit=TIMES, when="held_on", only=only)  # type: ignore[arg-type]


def _sum(slug: str, title: object, unit: object, sums: str, only: Q) -> Measure:
    return Measure(
        slug=slug,
        title=title,  # type: ignore[arg-type]
        unit=unit,  # type: ignore[arg-type]
        when="held_on",
        sums=sums,
        only=only,
    )


ACTIVITIES = declare(
    slug="truyen-thong-hoi-nhap",
    rows=Activity.objects.select_related("agency", "commune"),
    columns=("title", "form", "theme", "agency", "commune", "held_on", "people", "enterprises"),
    fields=(
        *("title", "form", "theme", "audience", "agency", "commune", "held_on", "ended_on"),
        *("sessions", "people", "enterprises", "copies", "cost", "evidence"),
    ),
    key=("title", "agency", "held_on"),
    search=("title", "agency__name", "commune__name", "evidence"),
    filters=("form", "theme", "audience", "agency", "commune", "held_on"),
    place="commune",
    office="agency",
    check=plausible.check,
    guide=Guide(
        who=gettext_lazy("Every office, commune and organisation what it held itself."),
        when=gettext_lazy("Within a week after it; broadcasts and posts once a month."),
        paper=gettext_lazy("Plan or invitation, list of those present, report on it."),
        example={
            "title": "Hội nghị phổ biến Đề án năm 2024",
            "form": "hội nghị, họp",
            "theme": "Đề án và Kế hoạch",
            "audience": "doanh nghiệp, hợp tác xã",
            "agency": "Ủy ban nhân dân xã Thường Phước 1",
            "commune": "xã Thường Phước 1",
            "held_on": "24/05/2024",
            "sessions": "1",
            "people": "64",
            "enterprises": "38",
            "copies": "120",
            "cost": "15,5",
            "evidence": "Danh sách dự, báo cáo sau hội nghị",
        },
        icon="chat",
        group=gettext_lazy("Communication and integration"),
    ),
    measures=(
        _held("tuyen-truyen", gettext_lazy("Activities on the scheme"), SCHEME),
        _sum(
            "nguoi-tuyen-truyen",
            gettext_lazy("People reached on the scheme"),
            gettext_lazy("people"),
            "people",
            SCHEME,
        ),
        Measure(
            slug="hinh-thuc",
            title=gettext_lazy("Forms of communication used"),
            unit=gettext_lazy("forms"),
            when="held_on",
            each="form",
            only=SCHEME,
        ),
        Measure(
            slug="xa-tuyen-truyen",
            title=gettext_lazy("Communes with activities on the scheme"),
            unit=gettext_lazy("communes"),
            when="held_on",
            each="commune",
            only=SCHEME & Q(commune__isnull=False),
        ),
        _sum(
            "luot-phat",
            gettext_lazy("Broadcasts and posts"),
            TIMES,
            "sessions",
            Q(form__in=[Form.RADIO, Form.ONLINE]),
        ),
        _sum(
            "to-roi",
            gettext_lazy("Leaflets and posters handed out"),
            gettext_lazy("copies"),
            "copies",
            Q(),
        ),
        _held(
            "doan-the",
            gettext_lazy("Activities for members of organisations"),
            Q(audience=Audience.MEMBERS),
        ),
        _held("hoi-nhap", gettext_lazy("Activities on trade and integration"), TRADE),
        _held(
            "thuong-mai-dien-tu", gettext_lazy("Activities on e-commerce"), Q(theme=Theme.ECOMMERCE)
        ),
        _held("phong-ve", gettext_lazy("Activities on trade defence"), Q(theme=Theme.DEFENCE)),
        _held("bien-mau", gettext_lazy("Activities on border trade"), Q(theme=Theme.BORDER)),
        _sum(
            "doanh-nghiep-hoi-nhap",
            gettext_lazy("Enterprises reached on trade and integration"),
            gettext_lazy("enterprises"),
            "enterprises",
            TRADE,
        ),
        _sum(
            "chi-phi",
            gettext_lazy("Cost of communication and integration"),
            gettext_lazy("million VND"),
            "cost",
            Q(),
        ),
    ),
)
