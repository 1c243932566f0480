"""What changed in the example's work: more time asked for and granted, words of the leader, a corrective card.

Names of people and what they say are invented; days count back from set-up.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from tiendo.accounts.models import User
from tiendo.example import people
from tiendo.plans.models import Plan
from tiendo.progress.directing import cards
from tiendo.progress.directing import services as directing
from tiendo.progress.directing.services import Words
from tiendo.progress.extensions import services as extensions
from tiendo.progress.extensions.services import Wanted
from tiendo.progress.models import DirectionKind, Obligation, Occurrence

COMMUNE = "Ủy ban nhân dân xã Thường Lạc"
GRANTED, WAITING = ("7.1", COMMUNE), ("5.1", people.LABOUR)
DIRECTED, LATE = ("8", people.LABOUR), ("14", "Phòng Tài nguyên và Môi trường")
LONGER = timedelta(days=90)
FLOOD = "Nước lũ rút chậm, hai ấp chưa đi lại được nên chưa rà soát xong các cơ sở."
BUDGET = "Kinh phí bổ sung giữa năm mới được cấp, lớp cuối khai giảng sang tháng sau."
AGREED = "Đồng ý. Xã gửi danh sách các cơ sở đã rà soát trước ngày 15 hằng tháng."
NUMBER = "45/UBND-KT"
ORDER = "Mở thêm một lớp tại xã Thường Lạc trong quý này, ưu tiên lao động nữ."
DONE_SO = "Đã bố trí giáo viên và phòng học; lớp khai giảng tuần sau với 28 học viên."
QUESTION = (
    "Vì sao năm trước chưa hoàn thành kiểm tra? Nêu rõ nguyên nhân và người chịu trách nhiệm."
)
FACT = "Hai kỳ liền không hoàn thành kiểm tra đúng hạn: kỳ trước trễ, kỳ sau mới đạt một phần."
CAUSE = "Thiếu thiết bị đo nhanh; đoàn kiểm tra kiêm nhiệm."


def change(plan: Plan, by_name: Mapping[str, User], today: date) -> None:
    """Let offices ask for more time, the leader say something, and a card open by itself."""
    _extend(plan, by_name, today)
    _direct(plan, by_name, today)
    cards.open_cards(locality=plan.locality, today=today)
    for card in _owed(plan, LATE).cards.all():
        values = {"fact": FACT, "cause": CAUSE, "action": "", "owner": "", "by": None}
        cards.fill(card=card, values=values, actor=by_name["dieuphoi"])


def _extend(plan: Plan, by_name: Mapping[str, User], today: date) -> None:
    period = _running(plan, GRANTED, today)
    if period and period.due:
        row = extensions.ask(
            occurrence=period,
            wanted=Wanted(period.due + LONGER, FLOOD),
            actor=by_name["xathuonglac"],
            today=today - timedelta(days=9),
        )
        facts: dict[str, Any] = {"words": AGREED, "decision": NUMBER}
        facts |= {"actor": by_name["dieuphoi"]}
        extensions.grant(extension=row, due=row.asked_for, today=today - timedelta(days=6), **facts)
    period = _running(plan, WAITING, today)
    if period and period.due:
        extensions.ask(
            occurrence=period,
            wanted=Wanted(period.due + LONGER, BUDGET),
            actor=by_name["chuyenvien"],
            today=today - timedelta(days=2),
        )


def _direct(plan: Plan, by_name: Mapping[str, User], today: date) -> None:
    leader, said = by_name["lanhdao"], today - timedelta(days=8)
    facts: dict[str, Any] = {"actor": leader, "now": _at(said), "today": said}
    order = Words(DirectionKind.DIRECT, ORDER, today + timedelta(days=6))
    row = directing.say(about=_owed(plan, DIRECTED), said=order, **facts)
    answered = _at(today - timedelta(days=5))
    directing.answer(direction=row, words=DONE_SO, actor=by_name["truongphong"], now=answered)
    question = Words(DirectionKind.EXPLAIN, QUESTION, today + timedelta(days=3))
    directing.say(about=_owed(plan, LATE), said=question, **facts)


def _owed(plan: Plan, whose: tuple[str, str]) -> Obligation:
    number, office = whose
    rows = Obligation.objects.select_related("agency", "task__plan__locality")
    return rows.get(task__plan=plan, task__number=number, agency__name=office)


def _running(plan: Plan, whose: tuple[str, str], today: date) -> Occurrence | None:
    """The period that runs towards its day."""
    rows = _owed(plan, whose).occurrences.filter(starts__lte=today, due__gte=today)
    return rows.select_related("obligation__task__plan__locality").first()


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(15, 40)))
