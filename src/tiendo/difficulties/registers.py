"""The registers of difficulties and of the petitions they are gathered into."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.clock import today
from tiendo.difficulties.models import (
    Agreed,
    Difficulty,
    Outcome,
    Petition,
    Satisfaction,
    Source,
)
from tiendo.difficulties.plausible import check_difficulty, check_petition
from tiendo.difficulties.stages import ON_TIME
from tiendo.registers.columns import Column
from tiendo.registers.measures import Measure, Over
from tiendo.registers.register import DueDay, Guide, declare

GROUP = _("Difficulties and procedures")
OFFICE = "Phòng Kinh tế và Hạ tầng"


def _stage(row: Difficulty) -> str:
    return str(row.stage(today()).label)


def _counted(slug: str, title: object, when: str, only: Q) -> Measure:
    return Measure(slug=slug, title=title, unit=_("difficulties"), when=when, only=only)  # type: ignore[arg-type]


DIFFICULTIES = declare(
    slug="kho-khan",
    rows=Difficulty.objects.select_related("commune", "agency", "petition"),
    columns=(
        *("what", "whom", "bottleneck", "commune", "agency", "received_on", "due_on"),
        Column("stage", _("state of the answer"), _stage, data=False),
    ),
    fields=(
        *("what", "whom", "source", "commune", "bottleneck", "agency", "received_on", "due_on"),
        *("outcome", "answered_on", "answer", "satisfied", "petition"),
    ),
    key=("what", "whom", "received_on"),
    search=("what", "whom", "answer", "commune__name", "agency__name"),
    filters=(
        *("outcome", "bottleneck", "agency", "commune", "received_on"),
        *("source", "petition", "answered_on"),
    ),
    place="commune",
    office="agency",
    due=DueDay("due_on", Q(answered_on=None), _("difficulty to be answered"), "what"),
    check=check_difficulty,
    guide=Guide(
        who=_("Whoever hears it first: an office, a commune, the standing office from a report."),
        when=_("On the day it is heard; again when it is passed on and when it is answered."),
        paper=_("The letter, the minutes of a meeting with enterprises, the report of an office."),
        example={
            "what": "Điện ba pha yếu vào giờ cao điểm, máy sấy không chạy được",
            "whom": "Cơ sở sấy cá Ví Dụ",
            "source": "cơ sở sản xuất",
            "commune": "xã Thường Phước 1",
            "bottleneck": "giao thông, điện, nước",
            "agency": OFFICE,
            "received_on": "12/04/2024",
            "due_on": "26/04/2024",
            "outcome": "đã tháo gỡ",
            "answered_on": "24/04/2024",
            "answer": "Điện lực đã nâng dây, cơ sở chạy lại từ ngày 22/4 (công văn 41/KTHT)",
            "satisfied": "hài lòng",
            "petition": "Nâng công suất trạm biến áp tuyến dân cư Thường Phước",
        },
        icon="alert",
        group=GROUP,
    ),
    measures=(
        _counted("tiep-nhan", _("Difficulties received"), "received_on", Q()),
        _counted(
            "tu-co-so",
            _("Difficulties received from establishments and investors"),
            "received_on",
            Q(source__in=[Source.ESTABLISHMENT, Source.HOUSEHOLD, Source.INVESTOR]),
        ),
        _counted(
            "tu-co-quan",
            _("Difficulties received from offices"),
            "received_on",
            Q(source=Source.OFFICE),
        ),
        _counted("da-tra-loi", _("Difficulties answered"), "answered_on", Q()),
        _counted("dung-han", _("Difficulties answered on time"), "answered_on", ON_TIME),
        _counted(
            "da-thao-go",
            _("Difficulties removed"),
            "answered_on",
            Q(outcome=Outcome.REMOVED),
        ),
        _counted(
            "len-cap-tren",
            _("Difficulties left to the level above"),
            "answered_on",
            Q(outcome=Outcome.HIGHER),
        ),
        _counted(
            "da-gom", _("Difficulties gathered into a petition"), "received_on", ~Q(petition=None)
        ),
        Measure(
            slug="con-ton",
            title=_("Difficulties open at the end of the year"),
            unit=_("difficulties"),
            when="received_on",
            over=Over.UNTIL,
            until="answered_on",
        ),
        Measure(
            slug="duoc-hoi",
            title=_("Those asked whether the answer satisfied them"),
            unit=_("opinions"),
            when="answered_on",
            only=~Q(satisfied=""),
        ),
        Measure(
            slug="hai-long",
            title=_("Those whom the answer satisfied"),
            unit=_("opinions"),
            when="answered_on",
            only=Q(satisfied=Satisfaction.YES),
        ),
    ),
)

PETITIONS = declare(
    slug="kien-nghi",
    rows=Petition.objects.select_related("agency"),
    columns=("title", "bottleneck", "agency", "gathered_on", "put_on", "agreed", "decision"),
    fields=(
        *("title", "bottleneck", "agency", "gathered_on", "words", "addressee", "put_number"),
        *("put_on", "agreed", "decision", "decided_on", "answer"),
    ),
    key=("title", "gathered_on"),
    search=("title", "words", "addressee", "put_number", "decision", "agency__name"),
    filters=("bottleneck", "agency", "agreed", "gathered_on", "put_on"),
    check=check_petition,
    guide=Guide(
        who=_("The standing office of the plan, from what the other offices tell it."),
        when=_("When several say the same or one office cannot decide; again when it is decided."),
        paper=_("The submission to the Committee, the letter to the level above, the decision."),
        example={
            "title": "Nâng công suất trạm biến áp tuyến dân cư Thường Phước",
            "bottleneck": "giao thông, điện, nước",
            "agency": OFFICE,
            "gathered_on": "02/05/2024",
            "words": "Đề nghị bố trí vốn nâng công suất trạm biến áp để năm cơ sở sấy chạy đủ máy.",
            "addressee": "UBND Huyện",
            "put_number": "35/TTr-KTHT",
            "put_on": "06/05/2024",
            "agreed": "đồng ý",
            "decision": "812/UBND-KT",
            "decided_on": "20/05/2024",
            "answer": "Giao điện lực khảo sát, làm trong quý III",
        },
        icon="send",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="da-gom",
            title=_("Petitions gathered"),
            unit=_("petitions"),
            when="gathered_on",
        ),
        Measure(
            slug="da-trinh",
            title=_("Petitions submitted"),
            unit=_("petitions"),
            when="put_on",
        ),
        Measure(
            slug="da-quyet-dinh",
            title=_("Petitions decided"),
            unit=_("petitions"),
            when="decided_on",
        ),
        Measure(
            slug="duoc-dong-y",
            title=_("Petitions agreed to, in part too"),
            unit=_("petitions"),
            when="decided_on",
            only=Q(agreed__in=[Agreed.WHOLLY, Agreed.PARTLY]),
        ),
    ),
)
