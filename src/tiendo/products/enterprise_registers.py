"""The registers of what enterprises do for productivity, quality and technology, and of brands."""

from dataclasses import replace
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.products import plausible
from tiendo.products.models import (
    CERTIFIED,
    MARKS,
    TECHNOLOGY,
    Brand,
    BrandKind,
    Improvement,
    Means,
)
from tiendo.products.product_registers import GROUP
from tiendo.products.standing import STANDING_OF_BRAND
from tiendo.registers.columns import column_of
from tiendo.registers.measures import Measure, Over
from tiendo.registers.register import DueDay, Guide, declare

ESTABLISHMENTS = _("establishments")
MILLIONS = _("million VND")
BRAND_UNIT = _("brands")
GAIN = replace(column_of(Improvement, "gain"), sums=False)  # shares add up to nothing


def _doing(slug: str, title: Any, *means: Means) -> Measure:
    """How many different establishments took such a measure in a year; any measure where none is named."""
    only = Q(means__in=means) if means else Q()
    return Measure(
        slug=slug, title=title, unit=ESTABLISHMENTS, when="done_on", each="whom", only=only
    )


IMPROVEMENTS = declare(
    slug="nang-suat-chat-luong",
    rows=Improvement.objects.select_related("commune"),
    columns=("whom", "means", "words", "commune", "done_on", "cost", "support", GAIN),
    fields=(
        *("whom", "commune", "means", "words", "done_on", "certificate", "until", "cost"),
        *("support", "programme", "gain", "effect"),
    ),
    key=("whom", "means", "done_on"),
    search=("whom", "words", "certificate", "programme", "effect", "commune__name"),
    filters=("means", "commune", "done_on"),
    place="commune",
    check=plausible.check_improvement,
    guide=Guide(
        who=_("The office of industry; a commune enters what it sees in its own area."),
        when=_(
            "When the certificate is given or the line taken into use; the effect a year later."
        ),
        paper=_("The certificate, the minutes of acceptance, the decision on support."),
        example={
            "whom": "Cơ sở xay xát Ví Dụ",
            "commune": "xã Thường Phước 1",
            "means": "công nghệ, dây chuyền mới",
            "words": "Thay hai máy sấy than bằng máy sấy tuần hoàn",
            "done_on": "20/06/2023",
            "cost": "1.450",
            "support": "300",
            "programme": "Khuyến công",
            "gain": "18,5",
            "effect": "Giảm 12 % hao hụt gạo",
        },
        icon="up",
        group=GROUP,
    ),
    measures=(
        _doing("nang-cao", _("Establishments that took measures in the year")),
        _doing("he-thong-quan-ly", _("Establishments with a management system"), *CERTIFIED),
        _doing("doi-moi-cong-nghe", _("Establishments that renewed technology"), *TECHNOLOGY),
        _doing("san-xuat-sach", _("Establishments with cleaner production"), Means.CLEAN),
        _doing(
            "tu-dong-so-hoa",
            _("Establishments that automated or went digital"),
            Means.AUTOMATION,
            Means.DIGITAL,
        ),
        _doing("do-luong", _("Establishments that improved measuring"), Means.MEASURING),
        _doing("nghien-cuu", _("Establishments with research and development"), Means.RESEARCH),
        Measure(
            slug="chi-nang-cao",
            title=_("Spent by enterprises on productivity and technology"),
            unit=MILLIONS,
            when="done_on",
            sums="cost",
        ),
        Measure(
            slug="ho-tro-nang-cao",
            title=_("Support for productivity and technology"),
            unit=MILLIONS,
            when="done_on",
            sums="support",
        ),
    ),
)


def _held(slug: str, title: Any, only: Q = Q()) -> Measure:  # noqa: B008  a condition is a value
    """Brands that are granted and valid at the end of a year."""
    return Measure(
        slug=slug,
        title=title,
        unit=BRAND_UNIT,
        when="granted_on",
        over=Over.UNTIL,
        holds_to="until",
        only=only,
    )


BRANDS = declare(
    slug="nhan-hieu",
    rows=Brand.objects.select_related("commune"),
    columns=("name", "kind", "goods", "owner", "commune", "granted_on", "until", STANDING_OF_BRAND),
    fields=(
        *("name", "kind", "owner", "commune", "goods", "filed_on", "granted_on", "number"),
        *("renewals", "until", "users", "exported", "given_up"),
    ),
    key=("name", "kind"),
    search=("name", "owner", "goods", "number", "commune__name"),
    filters=("kind", "commune", "exported", "until"),
    place="commune",
    due=DueDay("until", Q(given_up=False), _("mark ends: renew it"), "name"),
    check=plausible.check_brand,
    guide=Guide(
        who=_("The office of industry; a commune enters the brands of its establishments."),
        when=_("When one is applied for, granted, renewed or given up."),
        paper=_("The application with its filing day, the certificate of registration."),
        example={
            "name": "Nhãn hiệu gạo Ví Dụ",
            "kind": "nhãn hiệu tập thể",
            "owner": "Hợp tác xã Ví Dụ",
            "commune": "xã Thường Phước 1",
            "goods": "Gạo, tấm",
            "filed_on": "15/03/2021",
            "granted_on": "20/09/2022",
            "number": "4-0000001",
            "renewals": "0",
            "until": "15/03/2031",
            "users": "14",
            "exported": "x",
        },
        icon="flag",
        group=GROUP,
    ),
    measures=(
        _held("nhan-hieu-con-hieu-luc", _("Brands valid at the end of the year")),
        _held("nhan-hieu-hang-hoa", _("Marks valid at the end of the year"), Q(kind__in=MARKS)),
        _held(
            "chi-dan-dia-ly", _("Geographical indications in force"), Q(kind=BrandKind.INDICATION)
        ),
        _held("ma-san-pham", _("Product codes in use"), Q(kind=BrandKind.CODE)),
        _held("nhan-hieu-xuat-khau", _("Brands on exported goods"), Q(exported=True)),
        Measure(
            slug="nhan-hieu-cap-moi",
            title=_("Brands granted in the year"),
            unit=BRAND_UNIT,
            when="granted_on",
        ),
    ),
)
