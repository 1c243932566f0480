"""The registers of proposals for seed support with their criteria, and of ideas and OCOP projects helped."""

from decimal import Decimal
from operator import attrgetter

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tiendo.promotion import faults
from tiendo.promotion.models import (
    Chosen,
    SeedCandidate,
    SeedCriterion,
    Venture,
    VentureKind,
    VentureStage,
)
from tiendo.promotion.project_registers import GROUP, MILLIONS
from tiendo.registers.columns import Column, column_of
from tiendo.registers.measures import Measure
from tiendo.registers.register import Guide, declare

ESTABLISHMENTS = _("establishments")
OWN_SHARE = column_of(SeedCandidate, "own_share").label


def score_shown(row: SeedCandidate) -> Decimal | None:
    """The score with one decimal; None where no criterion had points, or the row was not asked for it."""
    score = getattr(row, "score", None)
    return None if score is None else round(Decimal(score), 1)


SEEDS = declare(
    slug="uu-tien-ho-tro",
    rows=SeedCandidate.objects.with_score()
    .select_related("commune", "agency")
    .order_by(F("score").desc(nulls_last=True), "-proposed_on", "pk"),
    columns=(
        "name",
        Column("score", _("points"), score_shown, "score", figure=True),
        *("need", "commune"),
        Column("own_share", OWN_SHARE, attrgetter("own_share"), "own_share", figure=True),
        *("chosen", "agency", "proposed_on"),
    ),
    fields=(
        *("name", "commune", "agency", "proposed_on", "need", "sector", "export", "technology"),
        *("material", "jobs", "environment", "own_share", "serious", "chosen", "decided_on"),
        "reason_words",
    ),
    key=("name", "proposed_on"),
    search=("name", "need", "commune__name"),
    filters=("chosen", "commune", "sector", "technology", "proposed_on"),
    place="commune",
    office="agency",
    check=faults.check_seed,
    guide=Guide(
        who=_("The office that proposes; the choice is entered when it is made."),
        when=_("When the programme of the next year is drawn up."),
        paper=_("The establishment's plan, what its commune and the office of environment say."),
        example={
            "name": "Cơ sở sấy cá Ví Dụ",
            "commune": "xã Thường Phước 1",
            "agency": "Phòng Kinh tế và Hạ tầng",
            "proposed_on": "15/09/2024",
            "need": "Dây chuyền sấy cá bằng năng lượng mặt trời",
            "sector": "có",
            "technology": "có",
            "material": "có",
            "own_share": "52,5",
            "serious": "không",
            "chosen": "chưa xác định",
        },
        icon="star",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="de-xuat-uu-tien",
            title=_("Establishments proposed for seed support"),
            unit=ESTABLISHMENTS,
            when="proposed_on",
            each="name",
        ),
        Measure(
            slug="duoc-chon",
            title=_("Establishments chosen for seed support"),
            unit=ESTABLISHMENTS,
            when="decided_on",
            each="name",
            only=Q(chosen=Chosen.CHOSEN),
        ),
    ),
)

CRITERIA = declare(
    slug="tieu-chi-uu-tien",
    rows=SeedCriterion.objects.all(),
    columns=("criterion", "points", "valid_from", "valid_to", "decision"),
    fields=("criterion", "points", "valid_from", "valid_to", "decision"),
    key=("criterion", "valid_from"),
    search=("decision",),
    filters=("criterion", "valid_from"),
    check=faults.check_criterion,
    guide=Guide(
        who=_("The office in charge of promotion, as the committee decided."),
        when=_("When the committee decides on them or changes them."),
        paper=_("The decision or minutes with the criteria; no law sets these points."),
        example={
            "criterion": "ngành ưu tiên của kế hoạch",
            "points": "25",
            "valid_from": "01/01/2022",
            "decision": "15/TB-UBND",
        },
        icon="list",
        group=GROUP,
    ),
)


def _helped(slug: str, title: object, kind: VentureKind) -> Measure:
    return Measure(
        slug=slug,
        title=title,  # type: ignore[arg-type]
        unit=_("projects"),
        when="received_on",
        only=Q(kind=kind),
    )


def _done(slug: str, title: object, kind: VentureKind) -> Measure:
    return Measure(
        slug=slug,
        title=title,  # type: ignore[arg-type]
        unit=_("projects"),
        when="ended_on",
        only=Q(kind=kind, stage=VentureStage.DONE),
    )


VENTURES = declare(
    slug="khoi-nghiep-ocop",
    rows=Venture.objects.select_related("commune", "agency"),
    columns=("name", "kind", "owner", "commune", "help", "support", "received_on", "stage"),
    fields=(
        *("kind", "name", "owner", "commune", "agency", "received_on", "help", "words", "cost"),
        *("support", "decision", "stage", "ended_on", "result"),
    ),
    key=("name", "owner", "received_on"),
    search=("name", "owner", "words", "result", "commune__name"),
    filters=("kind", "stage", "help", "commune", "agency", "received_on"),
    place="commune",
    office="agency",
    check=faults.check_venture,
    guide=Guide(
        who=_("The office or commune that helps the idea or project."),
        when=_("When it is taken up, when money is given, and when something comes of it."),
        paper=_("The application, the decision on the support, what came of it."),
        example={
            "kind": "ý tưởng khởi nghiệp",
            "name": "Ống hút từ cây sậy Ví Dụ",
            "owner": "Nhóm bạn trẻ Ví Dụ",
            "commune": "xã Thường Phước 1",
            "agency": "Phòng Nông nghiệp và Phát triển nông thôn",
            "received_on": "12/04/2024",
            "help": "kinh phí làm thử",
            "cost": "80",
            "support": "30",
            "decision": "88/QĐ-UBND",
            "stage": "đang được hỗ trợ",
        },
        icon="lozenge",
        group=GROUP,
    ),
    measures=(
        _helped("y-tuong-khoi-nghiep", _("Start-up ideas taken up"), VentureKind.IDEA),
        _helped("du-an-ocop", _("OCOP projects taken up"), VentureKind.OCOP),
        _done("y-tuong-thanh", _("Start-up ideas that became a business"), VentureKind.IDEA),
        _done("du-an-ocop-thanh", _("OCOP projects that reached their aim"), VentureKind.OCOP),
        Measure(
            slug="kinh-phi-khoi-nghiep",
            title=_("Support for ideas and OCOP projects"),
            unit=MILLIONS,
            when="received_on",
            sums="support",
        ),
    ),
)
