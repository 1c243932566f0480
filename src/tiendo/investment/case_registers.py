"""The registers of investors' cases, of their steps, and of the supplements for which their clocks stand."""

from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.clock import today
from tiendo.investment import faults
from tiendo.investment.call_registers import GROUP, MILLIONS
from tiendo.investment.models import CaseOutcome, CasePause, CaseStep, InvestorCase
from tiendo.investment.steps import Step
from tiendo.registers.columns import Column
from tiendo.registers.measures import Measure, Over
from tiendo.registers.register import DueDay, Guide, declare

CASES_UNIT = _("cases")
STEPS_UNIT = _("steps")


def step_words(row: InvestorCase) -> str:
    """The step that runs; "" where none does."""
    step = getattr(row, "step_now", None)
    return str(Step(step).label) if step else ""


def holder_words(row: InvestorCase) -> str:
    """Whose turn it is: the investor while a supplement is awaited, else who holds the step that runs."""
    if getattr(row, "stopped_since", None):
        return row.investor
    return getattr(row, "holder_now", None) or ""


def turn_words(row: InvestorCase) -> str:
    """How the step that runs stands by the day promised, in words."""
    promised = getattr(row, "promised_now", None)
    if getattr(row, "stopped_since", None):
        return gettext("stands: the investor supplements")
    if promised and promised < today():
        return gettext("overdue")
    return gettext("running") if getattr(row, "step_now", None) else ""


def _ended(slug: str, title: object, only: Q, **sums: str) -> Measure:
    unit = MILLIONS if sums else CASES_UNIT
    return Measure(slug=slug, title=title, unit=unit, when="closed_on", only=only, **sums)  # type: ignore[arg-type]


CASES = declare(
    slug="ho-so-dau-tu",
    rows=InvestorCase.objects.with_state().select_related("commune", "agency", "call"),
    columns=(
        *("name", "investor", "kind", "commune", "agency", "opened_on"),
        Column("step", _("step that runs"), step_words, "step_now", data=False),
        Column("holder", _("whose turn it is"), holder_words, "holder_now"),
        Column("turn", _("how it stands"), turn_words, "promised_now", data=False),
        "outcome",
    ),
    fields=(
        *("name", "investor", "kind", "call", "sector", "commune", "capital", "area", "agency"),
        *("opened_on", "valid_on", "outcome", "closed_on", "result"),
    ),
    key=("name", "investor", "opened_on"),
    search=("name", "investor", "result", "commune__name", "agency__name"),
    filters=("outcome", "kind", "sector", "commune", "call", "opened_on"),
    place="commune",
    office="agency",
    check=faults.check_case,
    guide=Guide(
        who=_("The office that accompanies the investor, named in the row."),
        when=_("When an investor comes, at every step, and when the last paper is there."),
        paper=_("The dossier, its receipt slip, letters that ask for more, the paper that came."),
        example={
            "name": "Kho lạnh thủy sản Ví Dụ",
            "investor": "Công ty Kho lạnh Ví Dụ",
            "kind": "chấp thuận chủ trương đầu tư",
            "sector": "chế biến thủy sản",
            "commune": "xã Thường Phước 1",
            "capital": "45.000",
            "area": "2,4",
            "agency": "Phòng Tài chính - Kế hoạch",
            "opened_on": "05/03/2024",
            "valid_on": "18/03/2024",
            "outcome": "đang thực hiện",
        },
        icon="file",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="ho-so", title=_("Investors' cases opened"), unit=CASES_UNIT, when="opened_on"
        ),
        Measure(
            slug="ho-so-dang-lam",
            title=_("Investors' cases that go on at the end of the year"),
            unit=CASES_UNIT,
            when="opened_on",
            over=Over.UNTIL,
            until="closed_on",
        ),
        _ended("duoc-cap", _("Investors' cases granted"), Q(outcome=CaseOutcome.DONE)),
        _ended(
            *("von-duoc-cap", _("Capital of the cases granted"), Q(outcome=CaseOutcome.DONE)),
            sums="capital",
        ),
        _ended("khong-thanh", _("Cases refused or withdrawn"), ~Q(outcome=CaseOutcome.DONE)),
    ),
)


def _finished(slug: str, title: object, only: Q | None = None) -> Measure:
    return Measure(
        slug=slug,
        title=title,  # type: ignore[arg-type]
        unit=STEPS_UNIT,
        when="finished_on",
        only=only or Q(),
    )


STEPS = declare(
    slug="buoc-ho-so-dau-tu",
    rows=CaseStep.objects.select_related("case__commune", "case__agency"),
    columns=("case", "step", "holder", "begun_on", "promised_on", "finished_on", "difficulty"),
    fields=(
        *("case", "step", "holder", "begun_on", "promised_on", "finished_on", "paper"),
        *("difficulty", "solver"),
    ),
    key=("case", "step", "begun_on"),
    search=("case__name", "case__investor", "holder", "paper", "difficulty"),
    filters=("step", "begun_on", "finished_on"),
    place="case__commune",
    office="case__agency",
    due=DueDay(
        day="promised_on",
        open=Q(finished_on=None),
        words=_("step of a case that was promised"),
        about="case__name",
    ),
    under="case",
    check=faults.check_step,
    guide=Guide(
        who=_("The office that accompanies the investor."),
        when=_("On the day on which the dossier goes from one hand to the next."),
        paper=_("The receipt slip with its day, the letter or paper that came out."),
        example={
            "case": "Kho lạnh thủy sản Ví Dụ – Công ty Kho lạnh Ví Dụ",
            "step": "kiểm tra hồ sơ hợp lệ",
            "holder": "Sở Kế hoạch và Đầu tư",
            "begun_on": "12/03/2024",
            "promised_on": "18/03/2024",
            "finished_on": "18/03/2024",
        },
        icon="list",
        group=GROUP,
    ),
    measures=(
        _finished("buoc-xong-ho-so", _("Steps of cases finished")),
        _finished(
            "buoc-co-hen", _("Steps finished that had a promised day"), Q(promised_on__isnull=False)
        ),
        _finished(
            *("buoc-dung-hen", _("Steps finished by the promised day")),
            Q(promised_on__gte=F("finished_on")),
        ),
        _finished("chu-truong", _("Decisions on the investment policy"), Q(step=Step.DECISION)),
        _finished("giay-chung-nhan", _("Investment certificates issued"), Q(step=Step.CERTIFICATE)),
        Measure(
            slug="buoc-vuong",
            title=_("Steps in which something stood in the way"),
            unit=STEPS_UNIT,
            when="begun_on",
            only=~Q(difficulty=""),
        ),
    ),
)

PAUSES = declare(
    slug="bo-sung-ho-so",
    rows=CasePause.objects.select_related("case__commune", "case__agency"),
    columns=("case", "words", "asked_on", "answer_by", "received_on", "paper"),
    fields=("case", "asked_on", "paper", "words", "answer_by", "received_on"),
    key=("case", "asked_on"),
    search=("case__name", "case__investor", "paper", "words"),
    filters=("asked_on", "received_on"),
    place="case__commune",
    office="case__agency",
    due=DueDay(
        day="answer_by",
        open=Q(received_on=None),
        words=_("supplement that the investor owes"),
        about="case__name",
    ),
    under="case",
    check=faults.check_pause,
    guide=Guide(
        who=_("The office that accompanies the investor."),
        when=_("When a letter asks the investor for more, and when that came."),
        paper=_("The letter that asks, the receipt of the supplement."),
        example={
            "case": "Kho lạnh thủy sản Ví Dụ – Công ty Kho lạnh Ví Dụ",
            "asked_on": "15/03/2024",
            "paper": "310/SKHĐT-TĐ",
            "words": "Thiếu bản vẽ vị trí khu đất",
            "answer_by": "29/03/2024",
            "received_on": "25/03/2024",
        },
        icon="clock",
        group=GROUP,
    ),
    measures=(
        Measure(
            slug="lan-bo-sung",
            title=_("Times investors were asked for a supplement"),
            unit=_("times"),
            when="asked_on",
        ),
    ),
)
