"""The registers of papers owed and of the steps to them."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tiendo.accounts.clock import today
from tiendo.papers.kinds import Asked
from tiendo.papers.models import PaperOwed, PaperStep
from tiendo.papers.plausible import faults_of_paper, faults_of_step
from tiendo.papers.stages import DELIVERED, ON_TIME
from tiendo.registers.columns import Column
from tiendo.registers.measures import Measure, Over
from tiendo.registers.register import DueDay, Fault, Guide, Setting, declare

GROUP = _("Papers and support")


def _stage(paper: PaperOwed) -> str:
    return str(paper.stage(today()).label)


def _steps(paper: PaperOwed) -> str:
    every = getattr(paper, "steps_all", None)
    return f"{paper.steps_done}/{every}" if every else ""  # type: ignore[attr-defined]


def _check_paper(paper: PaperOwed, setting: Setting) -> Iterable[Fault]:
    return faults_of_paper(paper, setting.today)


def _check_step(step: PaperStep, setting: Setting) -> Iterable[Fault]:
    return faults_of_step(step, setting.today)


def _counted(slug: str, title: object, when: str, only: Q) -> Measure:
    return Measure(slug=slug, title=title, unit=_("papers"), when=when, only=only)  # type: ignore[arg-type]


PAPERS = declare(
    slug="van-ban-phai-ban-hanh",
    rows=PaperOwed.objects.with_steps().select_related("agency"),
    columns=(
        *("title", "kind", "agency", "due"),
        Column("stage", _("stage of the paper"), _stage, data=False),
        Column("steps", _("steps done"), _steps, data=False),
        Column("next_step", _("next step"), lambda paper: getattr(paper, "next_step", None) or ""),
        *("number", "issued_on"),
    ),
    fields=(
        *("title", "kind", "asked", "agency", "submit_to", "due", "words", "begun_on"),
        *("submitted_on", "number", "issued_on", "answered_on", "answer_number", "answer"),
    ),
    key=("title", "agency"),
    search=("title", "words", "number", "submit_to"),
    filters=("kind", "asked", "agency", "due", "issued_on"),
    office="agency",
    due=DueDay("due", ~DELIVERED, _("paper to be issued or submitted"), "title"),
    check=_check_paper,
    guide=Guide(
        who=_("The office that drafts the paper; the coordinator enters what a plan asks for."),
        when=_("When the plan is put in force, and on every day on which a paper moves on."),
        paper=_("The plan itself, the submission, the issued paper, the letter of answer."),
        example={
            "title": "Kế hoạch an toàn điện năm 2024",
            "kind": "kế hoạch",
            "asked": "ban hành",
            "agency": "Phòng Kinh tế và Hạ tầng",
            "submit_to": "UBND Huyện",
            "due": "31/03/2024",
            "words": "Trình Ủy ban nhân dân Huyện ban hành Kế hoạch an toàn điện",
            "begun_on": "15/01/2024",
            "submitted_on": "04/03/2024",
            "number": "47/KH-UBND",
            "issued_on": "18/03/2024",
        },
        icon="doc",
        group=GROUP,
    ),
    measures=(
        _counted("phai-ban-hanh", _("Papers due"), "due", Q()),
        _counted("da-xong", _("Papers due that are delivered"), "due", DELIVERED),
        _counted("dung-han", _("Papers due that were delivered on time"), "due", ON_TIME),
        Measure(
            slug="con-no",
            title=_("Papers due by the end of the year and not delivered yet"),
            unit=_("papers"),
            when="due",
            over=Over.UNTIL,
            only=~DELIVERED,
        ),
        _counted("da-ban-hanh", _("Papers issued"), "issued_on", Q()),
        _counted("da-trinh", _("Papers submitted"), "submitted_on", Q()),
        _counted("co-tra-loi", _("Papers answered"), "answered_on", Q()),
        _counted("ra-soat", _("Reviews delivered"), "due", DELIVERED & Q(asked=Asked.REVIEW)),
    ),
)

STEPS = declare(
    slug="buoc-van-ban",
    rows=PaperStep.objects.select_related("paper__agency", "agency"),
    columns=("paper", "title", "agency", "due", "done_on"),
    fields=("paper", "title", "agency", "due", "done_on"),
    key=("paper", "title"),
    search=("title", "paper__title"),
    filters=("agency", "due"),
    under="paper",
    office="paper__agency",
    due=DueDay(
        day="due",
        open=Q(done_on=None, paper__in=PaperOwed.objects.open()),
        words=_("step of a paper owed"),
        about="title",
        offices=("agency", "paper__agency"),
        inside=True,
    ),
    check=_check_step,
    guide=Guide(
        who=_("The office that drafts the paper."),
        when=_("When the work is planned, and when a step is done."),
        paper=_("The assignment inside the office, the letters by which opinions were asked."),
        example={
            "paper": "Kế hoạch an toàn điện năm 2024",
            "title": "Lấy ý kiến UBND các xã, thị trấn",
            "agency": "Phòng Kinh tế và Hạ tầng",
            "due": "15/02/2024",
            "done_on": "12/02/2024",
        },
        icon="list",
        group=GROUP,
    ),
    measures=(
        Measure(slug="buoc-da-xong", title=_("Steps done"), unit=_("steps"), when="done_on"),
    ),
)
