"""The registers of OCOP products, typical products of rural industry, and key mechanical products."""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from tiendo.products import plausible
from tiendo.products.models import (
    Awarded,
    Level,
    Machine,
    MechanicalProduct,
    OcopProduct,
    Stars,
    TypicalProduct,
)
from tiendo.products.standing import STANDING
from tiendo.registers.measures import Measure, Over
from tiendo.registers.register import DueDay, Guide, declare

GROUP = _("Products and brands")
PRODUCTS = _("products")
# One product that was evaluated twice is one product.
PRODUCT = Concat(F("name"), Value("|"), F("maker"))
AWARD = {
    "decision": "112/QĐ-UBND",
    "decided_on": "12/05/2023",
}


OPEN = Q(given_up=False, followed=False)


def _followed(model: type[Awarded], *alike: str) -> Exists:
    """Whether a later decision names the same product."""
    same = {name: OuterRef(name) for name in ("locality", *alike)}
    later: Any = model._default_manager.filter(decided_on__gt=OuterRef("decided_on"), **same)
    return Exists(later)


def _valid(slug: str, title: Any, only: Q = Q()) -> Measure:  # noqa: B008  a condition is a value
    """Different products that are valid at the end of a year."""
    return Measure(
        slug=slug,
        title=title,
        unit=PRODUCTS,
        when="decided_on",
        over=Over.UNTIL,
        holds_to="until",
        each="product",
        only=only,
    )


def _given(slug: str, title: Any, only: Q = Q()) -> Measure:  # noqa: B008  a condition is a value
    """Different products that a year's decisions named."""
    return Measure(
        slug=slug, title=title, unit=PRODUCTS, when="decided_on", each="product", only=only
    )


def _ending(slug: str, title: Any) -> Measure:
    """Different products whose certificate ends in a year."""
    return Measure(slug=slug, title=title, unit=PRODUCTS, when="until", each="product")


OCOP_PRODUCTS = declare(
    slug="san-pham-ocop",
    rows=OcopProduct.objects.select_related("commune").annotate(
        product=PRODUCT, followed=_followed(OcopProduct, "name", "maker")
    ),
    columns=("name", "maker", "commune", "stars", "group", "decided_on", "until", STANDING),
    fields=(
        *("name", "maker", "maker_kind", "commune", "group", "stars", "score", "decision"),
        *(
            "decided_on",
            "evaluator",
            "until",
            "given_up",
            "sales",
            "latitude",
            "longitude",
            "shape",
        ),
    ),
    key=("name", "maker", "decided_on"),
    search=("name", "maker", "decision", "commune__name"),
    filters=("commune", "stars", "group", "until"),
    place="commune",
    due=DueDay("until", OPEN, _("stars end: evaluate the product again"), "name"),
    check=plausible.check_ocop,
    guide=Guide(
        who=_("The office of agriculture; a commune enters the products made there."),
        when=_(
            "When a decision gives stars, again or for the first time: a row for each decision."
        ),
        paper=_("The decision on the results of evaluation, with its list and the scores."),
        example={
            **AWARD,
            "name": "Khô cá lóc Ví Dụ",
            "maker": "Cơ sở sấy cá Ví Dụ",
            "maker_kind": "hộ kinh doanh",
            "commune": "xã Thường Phước 1",
            "group": "thực phẩm",
            "stars": "4 sao",
            "score": "78,5",
            "evaluator": "tỉnh",
            "until": "12/05/2026",
            "sales": "1.250,5",
            "latitude": "10,902500",
            "longitude": "105,187500",
        },
        icon="star",
        group=GROUP,
    ),
    measures=(
        _valid("ocop-con-hieu-luc", _("OCOP products valid at the end of the year")),
        _valid("ocop-3-sao", _("OCOP products with 3 stars"), Q(stars=Stars.THREE)),
        _valid("ocop-4-sao", _("OCOP products with 4 stars"), Q(stars=Stars.FOUR)),
        _valid("ocop-5-sao", _("OCOP products with 5 stars"), Q(stars=Stars.FIVE)),
        _given("ocop-cong-nhan", _("OCOP products given stars in the year")),
        _ending("ocop-het-han", _("OCOP products to be evaluated again in the year")),
    ),
)

TYPICAL_PRODUCTS = declare(
    slug="san-pham-tieu-bieu",
    rows=TypicalProduct.objects.select_related("commune").annotate(
        product=PRODUCT, followed=_followed(TypicalProduct, "name", "maker", "level")
    ),
    columns=("name", "maker", "commune", "level", "group", "decided_on", "until", STANDING),
    fields=(
        *("name", "maker", "commune", "group", "level", "decision", "decided_on", "until"),
        "given_up",
    ),
    key=("name", "maker", "level", "decided_on"),
    search=("name", "maker", "decision", "commune__name"),
    filters=("commune", "level", "group", "until"),
    place="commune",
    due=DueDay("until", OPEN, _("certificate ends: have the product chosen again"), "name"),
    check=plausible.check_typical,
    guide=Guide(
        who=_("The office of industry; a commune enters the products made there."),
        when=_("When a decision names the products chosen, on every level."),
        paper=_("The decision on the products chosen, or the certificate."),
        example={
            **AWARD,
            "name": "Máy sấy lúa Ví Dụ",
            "maker": "Xưởng cơ khí Ví Dụ",
            "commune": "xã Thường Phước 1",
            "group": "thiết bị, dụng cụ, phụ tùng cơ khí",
            "level": "tỉnh",
            "until": "31/12/2026",
        },
        icon="done",
        group=GROUP,
    ),
    measures=(
        _valid("tieu-bieu-con-hieu-luc", _("Typical products valid at the end of the year")),
        _valid(
            "tieu-bieu-tinh",
            _("Typical products of the province or above"),
            Q(level__in=[Level.PROVINCE, Level.REGION, Level.NATION]),
        ),
        _given("tieu-bieu-binh-chon", _("Typical products chosen in the year")),
        _ending("tieu-bieu-het-han", _("Typical products whose certificate ends in the year")),
    ),
)


def _machines(slug: str, title: Any, only: Q = Q()) -> Measure:  # noqa: B008  a condition is a value
    return Measure(
        slug=slug,
        title=title,
        unit=PRODUCTS,
        when="since",
        over=Over.UNTIL,
        until="ended_on",
        only=only,
    )


FOR_FARMS = (Machine.HARVESTER, Machine.FIELD, Machine.DRYER)
FOR_PROCESSING = (Machine.MILL, Machine.AQUATIC, Machine.PRODUCE)

MACHINES = declare(
    slug="san-pham-co-khi",
    rows=MechanicalProduct.objects.select_related("commune"),
    columns=("name", "kind", "maker", "commune", "since", "performance", "made", "listed"),
    fields=(
        *("name", "maker", "commune", "kind", "since", "ended_on", "performance", "made"),
        "listed",
    ),
    key=("name", "maker"),
    search=("name", "maker", "listed", "commune__name"),
    filters=("commune", "kind", "since"),
    place="commune",
    check=plausible.check_machine,
    guide=Guide(
        who=_("The office of industry; a commune enters what is made there."),
        when=_("When a machine is made for the first time or given up; figures once a year."),
        paper=_("A visit to the workshop, the list of key mechanical products."),
        example={
            "name": "Máy gặt Ví Dụ G2",
            "maker": "Xưởng cơ khí Ví Dụ",
            "commune": "xã Thường Phước 1",
            "kind": "máy gặt",
            "since": "2021",
            "performance": "0,4 ha/giờ",
            "made": "12",
            "listed": "Danh mục kèm theo 315/QĐ-UBND",
        },
        icon="gear",
        group=GROUP,
    ),
    measures=(
        _machines("co-khi", _("Mechanical products made at the end of the year")),
        _machines("co-khi-dong-ruong", _("Machines for the field"), Q(kind__in=FOR_FARMS)),
        _machines("co-khi-che-bien", _("Machines for processing"), Q(kind__in=FOR_PROCESSING)),
        Measure(
            slug="co-khi-moi",
            title=_("Mechanical products made for the first time in the year"),
            unit=PRODUCTS,
            when="since",
        ),
    ),
)
