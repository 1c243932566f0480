"""How the example's offices share their work out: received, by whom, in steps, and what one asked of others.

Names of people and what they say are invented; days count back from set-up.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from tiendo.accounts.models import User
from tiendo.agencies.models import Agency
from tiendo.example import people
from tiendo.history import services as history
from tiendo.plans.models import Plan
from tiendo.progress.models import Contribution, Obligation, Receipt, ReceiptKind, WorkState
from tiendo.progress.owing import asking, handling
from tiendo.progress.services import ReportWords

TRAINING = "8"  # the task whose handling is told
NOT_RECEIVED = frozenset({"5.1", "6"})  # work that nobody has received yet
STEPS = (  # what, days from set-up by which, days ago on which it was done
    ("Khảo sát nhu cầu tuyển dụng của doanh nghiệp", -60, 64),
    ("Mở lớp nghề tại các xã, thị trấn", -10, 12),
    ("Nghiệm thu, báo cáo kết quả học viên có việc làm", 25, None),
)
ASKED_OF = (people.STANDING, "Ủy ban nhân dân xã Thường Lạc")
QUESTION = "Số lao động của xã, của doanh nghiệp có nhu cầu học nghề trong quý tới"
ANSWER = "Xã có 34 người đăng ký học may công nghiệp và 11 người học hàn."
REMARK = "Đề nghị các xã gửi danh sách học viên trước khi khai giảng 10 ngày."


def share_out(plan: Plan, by_name: Mapping[str, User], today: date) -> None:
    """Receive most work of the plan, and let the office of labour show how it does its task."""
    owed = Obligation.objects.filter(task__plan=plan).select_related("task")
    taken = [row for row in owed if row.task.number not in NOT_RECEIVED]
    received = _at(plan.followed_from + timedelta(days=2))
    kind, by = ReceiptKind.RECEIVED, by_name["dieuphoi"]
    rows = [Receipt(obligation=row, kind=kind, by=by, at=received) for row in taken]
    history.add_all(rows, actor=by)
    training = owed.filter(task__number=TRAINING, agency__name=people.LABOUR).first()
    if training:
        _do(training, by_name, today)
        _ask(training, by_name, today)


def _do(owed: Obligation, by_name: Mapping[str, User], today: date) -> None:
    head, officer = by_name["truongphong"], by_name["chuyenvien"]
    handling.name_handler(
        obligation=owed,
        user=officer,
        inner_due=today + timedelta(days=10),
        words="Theo dõi lớp học, tổng hợp số liệu",
        actor=head,
        now=_at(today - timedelta(days=90)),
        today=today,
    )
    for text, due, done in STEPS:
        day = today + timedelta(days=due)
        step = handling.add_step(obligation=owed, text=text, due=day, user=officer, actor=officer)
        if done:
            done_on = today - timedelta(days=done)
            handling.finish_step(step=step, done_on=done_on, actor=officer)
    said = _at(today - timedelta(days=6))
    handling.say(task=owed.task, agency=owed.agency, text=REMARK, actor=officer, now=said)


def _ask(owed: Obligation, by_name: Mapping[str, User], today: date) -> None:
    running = owed.occurrences.filter(starts__lte=today, due__gte=today).first()
    if running is None:
        return
    request = asking.ask(
        occurrence=running,
        agencies=Agency.objects.filter(locality=owed.task.plan.locality_id, name__in=ASKED_OF),
        words=QUESTION,
        due=today + timedelta(days=8),
        actor=by_name["chuyenvien"],
        now=_at(today - timedelta(days=7)),
        today=today,
    )
    _answer(request.contributions.get(agency__kind="commune"), by_name["xathuonglac"], today)


def _answer(contribution: Contribution, officer: User, today: date) -> None:
    asking.answer(
        contribution=contribution,
        words=ReportWords(WorkState.IN_PROGRESS, result=ANSWER, illustrative=True),
        files=(),
        actor=officer,
        now=_at(today - timedelta(days=5)),
    )


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9, 14)))
