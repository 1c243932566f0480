"""What changes a plan: decisions in every state, proposals and a submission, over the worked example."""

from datetime import date, datetime, time, timedelta

from django.urls import reverse
from django.utils import timezone

from tiendo.accounts.models import User
from tiendo.agencies.models import Agency
from tiendo.example import people
from tiendo.plans.amending import proposing, services
from tiendo.plans.amending.proposing import Wish
from tiendo.plans.amending.services import Head, Said
from tiendo.plans.columns import work_said
from tiendo.plans.items import Due, Work
from tiendo.plans.models import Act, Amendment, AmendmentState, ItemKind, Plan, Submission
from tiendo.progress.amending.carrying import bring_into_force

BUTTONS = {
    *(f"amending:{name}" for name in ("decide", "give_up", "end", "remove", "settle")),
    *("amending:take", "amending:take_back", "plans:amends"),
}


def addresses(plan: Plan, today: date) -> dict[str, list[str]]:
    """For every name of a page: the addresses at which it is looked at."""
    if not plan.amendments.exists():
        _grow(plan, timezone.make_aware(datetime.combine(today, time(9))))
    return _of_decisions(plan) | _of_proposals(plan)


def _of_decisions(plan: Plan) -> dict[str, list[str]]:
    rows = {row.state: row for row in plan.amendments.all()}
    draft = rows[AmendmentState.DRAFT]
    target, task = plan.targets.first(), plan.tasks.filter(kind="task").first()
    choose = reverse("amending:choose", args=[draft.pk])
    return {
        "amending:amendment": [reverse("amending:amendment", args=[r.pk]) for r in rows.values()],
        "amending:head": [reverse("amending:head", args=[draft.pk])],
        "amending:withdraw": [reverse("amending:withdraw", args=[rows[AmendmentState.DECIDED].pk])],
        "amending:choose": [choose, f"{choose}?q=cum", f"{choose}?q=khong+co"],
        "amending:add": [
            reverse("amending:add", args=[draft.pk, kind]) for kind in ("task", "duty", "target")
        ],
        "amending:change": [
            reverse("amending:change", args=[draft.pk, "target", target.pk]),
            reverse("amending:change", args=[draft.pk, "task", task.pk]),
        ],
        "amending:clause": [
            reverse("amending:clause", args=[row.pk])
            for row in draft.clauses.exclude(act="end").filter(reading={})
        ],
        "amending:match": [
            reverse("amending:match", args=[row.pk]) for row in draft.clauses.exclude(reading={})
        ],
    }


def _of_proposals(plan: Plan) -> dict[str, list[str]]:
    whole = ("amendments", "begin", "propose", "submit")
    pages = {f"amending:{name}": [reverse(f"amending:{name}", args=[plan.pk])] for name in whole}
    proposals, papers = plan.proposals.all(), plan.submissions.all()
    return pages | {
        "amending:proposal": [reverse("amending:proposal", args=[row.pk]) for row in proposals],
        "amending:submission": [reverse("amending:submission", args=[row.pk]) for row in papers],
    }


def _grow(plan: Plan, now: datetime) -> None:
    today = now.date()
    draft = _drafted(plan, today, now)
    _decided(plan, today, now)
    _withdrawn(plan, today, now)
    _proposed(plan, draft, now)


def _head(number: str, today: date) -> Head:
    return Head(number, "UBND huyện", "Điều chỉnh thời hạn và cơ quan", today, today)


def _moved(amendment: Amendment, position: int, ends: date) -> None:
    task = amendment.plan.tasks.owed().with_offices().filter(kind="task")[position]
    said = work_said(task)
    kept = {name: getattr(said, name) for name in said.__slots__}
    due = Due(f"Đến {ends:%d/%m/%Y}", "date", None, ends)
    work = Work(**kept | {"due": due})
    changed = Said(Act.CHANGE, ItemKind.TASK, task, work=work, words="Thời hạn được điều chỉnh.")
    services.write_clause(amendment=amendment, said=changed, actor=None)


def _drafted(plan: Plan, today: date, now: datetime) -> Amendment:
    head = Head(words="Điều chỉnh, bổ sung một số nhiệm vụ", effective_on=today + timedelta(30))
    draft = services.begin(plan=plan, head=head, actor=None, now=now)
    _moved(draft, 2, date(2026, 6, 30))
    work = Work("Số hóa hồ sơ các cụm công nghiệp", "15", (people.STANDING,), due=Due("Năm 2026"))
    added = Said(Act.ADD, ItemKind.TASK, work=work)
    services.write_clause(amendment=draft, said=added, actor=None)
    ended = Said(Act.END, ItemKind.TARGET, plan.targets.last())
    services.write_clause(amendment=draft, said=ended, actor=None)
    wordings = [{"field": "lead", "old": "", "new": "Phòng Kinh tế", "joins": False}]
    reading = {"wordings": wordings, "numbers": ["40"], "place": "", "name": ""}
    unsure = {**reading, "doubts": ["not-found"]}
    words = "Điều chỉnh cơ quan chủ trì nhiệm vụ số 40 thành Phòng Kinh tế."
    said = Said(Act.CHANGE, ItemKind.TASK, words=words, reading=unsure)
    services.keep_as_read(amendment=draft, said=said, actor=None)
    return draft


def _decided(plan: Plan, today: date, now: datetime) -> None:
    row = services.begin(plan=plan, head=_head("45/QĐ-UBND", today), actor=None, now=now)
    _moved(row, 3, date(2026, 9, 30))
    services.decide(amendment=row, actor=None, now=now)
    bring_into_force(plan=plan, day=today, actor=None)


def _withdrawn(plan: Plan, today: date, now: datetime) -> None:
    row = services.begin(plan=plan, head=_head("46/QĐ-UBND", today), actor=None, now=now)
    _moved(row, 4, date(2026, 9, 30))
    services.decide(amendment=row, actor=None, now=now)
    services.withdraw(amendment=row, on=today, reason="Ban hành nhầm", actor=None)


def _proposed(plan: Plan, draft: Amendment, now: datetime) -> None:
    agency = Agency.objects.get(locality=plan.locality, name=people.LABOUR)
    officer = User.objects.get(username="chuyenvien")
    facts = {"plan": plan, "agency": agency, "actor": officer, "now": now}
    about = plan.tasks.first()
    wish = Wish("Lùi thời hạn đến hết năm 2026", "Chưa bố trí được vốn", about)
    rows = [proposing.propose(wish=wish, **facts) for _ in range(4)]
    answered = {"actor": None, "now": now}
    proposing.take(proposal=rows[1], amendment=draft, **answered)
    proposing.decline(proposal=rows[2], answer="Đã có trong kế hoạch vốn", **answered)
    sent = Submission(
        plan=plan,
        addressee="UBND tỉnh",
        number="12/TTr-UBND",
        issued_on=now.date(),
        words="Xin vốn",
    )
    proposing.submit(submission=sent, proposals=[rows[3]], **answered)
