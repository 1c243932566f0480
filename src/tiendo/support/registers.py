"""The registers of support given, promotion events and contacts."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.registers.measures import Measure
from tiendo.registers.register import Fault, Guide, Setting, declare
from tiendo.support.models import (
    ContactOutcome,
    Helped,
    PromotionContact,
    PromotionEvent,
    Satisfaction,
    SupportGiven,
    SupportKind,
)
from tiendo.support.plausible import faults_of_contact, faults_of_event, faults_of_support

GROUP = _("Papers and support")
OFFICE = "Phòng Kinh tế và Hạ tầng"


def _check_support(support: SupportGiven, setting: Setting) -> Iterable[Fault]:
    return faults_of_support(support, setting.today)


def _check_event(event: PromotionEvent, setting: Setting) -> Iterable[Fault]:
    return faults_of_event(event, setting.today)


def _check_contact(contact: PromotionContact, setting: Setting) -> Iterable[Fault]:
    return faults_of_contact(contact, setting.today)


def _different(slug: str, title: object, *kinds: Helped) -> Measure:
    """How many different ones of these kinds were helped in a year: a name counts once."""
    return Measure(
        slug=slug,
        title=title,  # type: ignore[arg-type]
        unit=_("different ones"),
        when="given_on",
        each="whom",
        only=Q(whom_kind__in=kinds),
    )


def _times(slug: str, title: object, only: Q) -> Measure:
    return Measure(slug=slug, title=title, unit=_("times"), when="given_on", only=only)  # type: ignore[arg-type]


SUPPORT = declare(
    slug="ho-tro",
    rows=SupportGiven.objects.select_related("commune", "agency"),
    columns=("whom", "whom_kind", "kind", "commune", "agency", "given_on", "outcome", "satisfied"),
    fields=(
        *("whom", "whom_kind", "commune", "agency", "kind", "words", "given_on"),
        *("outcome", "result", "satisfied"),
    ),
    key=("whom", "kind", "given_on"),
    search=("whom", "words", "result", "commune__name", "agency__name"),
    filters=("kind", "whom_kind", "commune", "agency", "outcome", "satisfied", "given_on"),
    place="commune",
    office="agency",
    check=_check_support,
    guide=Guide(
        who=_("The office that helps; a commune enters what it does itself."),
        when=_("On the day of the help; outcome and satisfaction when it is over."),
        paper=_("The receipt of the dossier, minutes of guidance, lists of those trained."),
        example={
            "whom": "Cơ sở sấy cá Ví Dụ",
            "whom_kind": "cơ sở sản xuất",
            "commune": "xã Thường Phước 1",
            "agency": OFFICE,
            "kind": "hồ sơ khuyến công",
            "words": "Hồ sơ đề án hỗ trợ máy sấy cá",
            "given_on": "12/05/2024",
            "outcome": "đã hoàn thành",
            "result": "Được hỗ trợ 150 triệu đồng",
            "satisfied": "hài lòng",
        },
        icon="star",
        group=GROUP,
    ),
    measures=(
        _different("co-so", _("Establishments helped"), Helped.ESTABLISHMENT, Helped.HOUSEHOLD),
        _different("nha-dau-tu", _("Investors helped"), Helped.INVESTOR),
        _different("y-tuong", _("Start-up ideas helped"), Helped.IDEA),
        _times("luot", _("Times support was given"), Q()),
        _times("ho-so", _("Help with dossiers"), Q(kind=SupportKind.DOSSIER)),
        _times("dau-tu", _("Guidance on investment procedures"), Q(kind=SupportKind.INVESTMENT)),
        _times("moi-truong", _("Help with environment schemes"), Q(kind=SupportKind.ENVIRONMENT)),
        _times("khuyen-cong", _("Help with promotion files"), Q(kind=SupportKind.PROMOTION_FILE)),
        _times("tap-huan", _("Training given"), Q(kind=SupportKind.TRAINING)),
        _times("duoc-hoi", _("Those asked whether they were satisfied"), ~Q(satisfied="")),
        _times("hai-long", _("Those who were satisfied"), Q(satisfied=Satisfaction.YES)),
    ),
)

EVENTS = declare(
    slug="xuc-tien",
    rows=PromotionEvent.objects.select_related("agency"),
    columns=("name", "kind", "agency", "held_on", "place", "enterprises"),
    fields=("name", "kind", "agency", "held_on", "ended_on", "place", "enterprises", "result"),
    key=("name", "held_on"),
    search=("name", "place", "agency__name", "result"),
    filters=("kind", "agency", "held_on"),
    office="agency",
    check=_check_event,
    guide=Guide(
        who=_("The office that organises the event or takes part for the locality."),
        when=_("When the event is planned; figures and result within a week after it."),
        paper=_("The plan of the event, the list of those present, the report on it."),
        example={
            "name": "Hội nghị gặp mặt doanh nghiệp năm 2024",
            "kind": "gặp mặt doanh nghiệp",
            "agency": OFFICE,
            "held_on": "11/10/2024",
            "place": "Hội trường UBND Huyện",
            "enterprises": "46",
            "result": "Ghi nhận 12 kiến nghị, giải quyết ngay 9",
        },
        icon="calendar",
        group=GROUP,
    ),
    measures=(
        Measure(slug="su-kien", title=_("Events held"), unit=_("events"), when="held_on"),
        Measure(
            slug="doanh-nghiep-du",
            title=_("Enterprises at the events"),
            unit=_("enterprises"),
            when="held_on",
            sums="enterprises",
        ),
    ),
)

LED_TO_SOMETHING = Q(
    outcome__in=[
        ContactOutcome.VISITED,
        ContactOutcome.MEMORANDUM,
        ContactOutcome.FILED,
        ContactOutcome.INVESTED,
    ]
)


def _contacts(slug: str, title: object, only: Q) -> Measure:
    return Measure(slug=slug, title=title, unit=_("contacts"), when="contacted_on", only=only)  # type: ignore[arg-type]


CONTACTS = declare(
    slug="lien-he-xuc-tien",
    rows=PromotionContact.objects.select_related("event", "agency"),
    columns=("name", "event", "contacted_on", "interest", "capital", "agency", "outcome"),
    fields=(
        *("name", "event", "agency", "contacted_on", "person", "reached_by", "interest"),
        *("capital", "outcome", "result"),
    ),
    key=("name", "contacted_on"),
    search=("name", "interest", "event__name", "agency__name", "result"),
    filters=("outcome", "agency", "contacted_on"),
    office="agency",
    under="event",
    check=_check_contact,
    guide=Guide(
        who=_("The office that follows the contact."),
        when=_("On the day of the contact, and whenever it leads further."),
        paper=_("The visiting card, minutes of the talk, the memorandum."),
        example={
            "name": "Công ty Kho lạnh Ví Dụ",
            "event": "Hội nghị gặp mặt doanh nghiệp năm 2024",
            "agency": OFFICE,
            "contacted_on": "11/10/2024",
            "interest": "Kho lạnh thủy sản tại Thường Phước",
            "capital": "45.000",
            "outcome": "đã khảo sát địa điểm",
            "result": "Khảo sát địa điểm ngày 25/10/2024",
        },
        icon="user",
        group=GROUP,
    ),
    measures=(
        _contacts("lien-he", _("Contacts made"), Q()),
        _contacts("co-ket-qua", _("Contacts that led to something"), LED_TO_SOMETHING),
        _contacts("da-dau-tu", _("Contacts who invest or buy"), Q(outcome=ContactOutcome.INVESTED)),
        Measure(
            slug="von-quan-tam",
            title=_("Capital that contacts spoke of"),
            unit=_("million VND"),
            when="contacted_on",
            sums="capital",
        ),
    ),
)
