"""Who owes what, how an office does it and what it asks of others, over the worked example."""

from datetime import date, datetime, time

from django.urls import reverse
from django.utils import timezone

from tiendo.accounts.models import User
from tiendo.agencies.models import Agency
from tiendo.example import people
from tiendo.plans.models import Plan
from tiendo.progress.models import Contribution, Obligation, WorkState
from tiendo.progress.owing import asking, handling, receipt
from tiendo.progress.services import ReportWords

BUTTONS = {
    f"owing:{name}"
    for name in (
        *("lead", "receive", "refuse", "recall", "name_officer", "release"),
        *("add_step", "step", "recall_request", "say", "unsay"),
    )
}
ASKED = ("Phòng Tài nguyên và Môi trường", "Phòng Tài chính - Kế hoạch", people.STANDING)


def addresses(plan: Plan, today: date) -> dict[str, list[str]]:
    """For every name of a page: the addresses at which it is looked at."""
    owed = list(Obligation.objects.filter(task__plan=plan, agency__name=people.LABOUR)[:3])
    answers = _handled(owed[0], today)
    asked = reverse("owing:ask", args=[owed[0].occurrences.first().pk])
    return {
        "owing:table": [reverse("owing:table", args=[plan.pk])],
        "owing:obligation": [reverse("owing:obligation", args=[row.pk]) for row in owed],
        "owing:ask": [asked],
        "owing:contribution": [reverse("owing:contribution", args=[row.pk]) for row in answers],
    }


def _handled(owed: Obligation, today: date) -> list[Contribution]:
    """Work that was sent back and left, shared out, done in steps, and asked about; three answers differ."""
    now = timezone.make_aware(datetime.combine(today, time(9)))
    officer = User.objects.get(username="chuyenvien")
    facts = {"obligation": owed, "actor": officer, "now": now}
    if not owed.receipts.exists():
        receipt.refuse(reason="Việc thuộc phòng khác", **facts)
        receipt.uphold(reason="Theo quy chế", **facts)
    handling.name_handler(user=officer, inner_due=today, words="Lập bảng", today=today, **facts)
    for text in ("Lập danh sách", "Mở lớp"):
        step = handling.add_step(obligation=owed, text=text, due=today, user=officer, actor=officer)
    handling.finish_step(step=step, done_on=today, actor=officer)
    said = {"agency": owed.agency, "text": "Đề nghị gửi số liệu.", "actor": officer, "now": now}
    handling.say(task=owed.task, **said)
    return _asked(owed, today, now)


def _asked(owed: Obligation, today: date, now: datetime) -> list[Contribution]:
    period = owed.occurrences.order_by("starts").first()
    rows = []
    for name in ASKED:
        body = Agency.objects.filter(locality=owed.agency.locality_id, name=name)
        facts = {"words": "Số lớp đã mở", "due": today, "actor": None, "now": now, "today": today}
        request = asking.ask(occurrence=period, agencies=body, **facts)
        rows.append(request.contributions.select_related("request__occurrence").get())
    words = ReportWords(WorkState.DONE, work_on=today, result="Đã mở 02 lớp.")
    asking.answer(contribution=rows[1], words=words, files=(), actor=None, now=now)
    asking.recall(request=rows[2].request, reason="Đã có số liệu", actor=None, now=now)
    return rows
