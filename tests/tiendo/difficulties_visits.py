"""Difficulties of the worked example: two that are alike, one passed on, one in a petition, one from a report."""

from datetime import date

from django.urls import reverse

from tests.tiendo.difficulties import rows
from tiendo.accounts.models import User
from tiendo.agencies.models import Agency, Locality
from tiendo.difficulties import services
from tiendo.difficulties.models import Difficulty, Petition
from tiendo.difficulties.registers import DIFFICULTIES, PETITIONS
from tiendo.difficulties.services import Onward
from tiendo.progress.models import RaisedDifficulty, Report

PLAIN = ("difficulties:gather", "procedures:one_stop")


def raise_some(actor: User, today: date) -> None:
    """Two that wait alike, one that was passed on and gathered, and a report that says one."""
    office = actor.memberships.earliest("pk").agency
    other = Agency.objects.filter(locality=actor.locality, kind="office").exclude(pk=office.pk)
    for name in ("Phòng Một", "Phòng Hai"):
        rows.difficulty(office, whom=name)
    passed = rows.difficulty(office, what="Vay vốn lưu động khó", bottleneck="capital")
    onward = Onward(other.earliest("pk"), "Thuộc lĩnh vực tài chính")
    services.forward(difficulty=passed, onward=onward, actor=actor, today=today)
    asked = rows.petition(office, words="Đề nghị bảo lãnh vay vốn lưu động")
    services.gather(petition=asked, difficulties=[passed], actor=actor, today=today)
    report = Report.objects.said().exclude(difficulties="").filter(agency__locality=actor.locality)
    told = rows.difficulty(office, what="Chưa có mặt bằng cho cơ sở dời vào", bottleneck="land")
    RaisedDifficulty.objects.create(report=report.earliest("pk"), difficulty=told)


def addresses(locality: Locality) -> dict[str, list[str]]:
    """Where difficulties are passed on, gathered, and taken over from reports."""
    waiting = Difficulty.objects.filter(locality=locality).loose().earliest("pk")
    petition = Petition.objects.filter(locality=locality).earliest("pk")
    report = Report.objects.filter(raised__difficulty__locality=locality).earliest("pk")
    return {
        "difficulties:forward": [reverse("difficulties:forward", args=[waiting.pk])],
        "difficulties:gather": [
            reverse("difficulties:gather"),
            f"{reverse('difficulties:gather')}?kho-khan={waiting.pk}&kien-nghi={petition.pk}",
        ],
        "raising:raise": [reverse("raising:raise", args=[report.pk])],
    }


def rows_of(locality: Locality) -> list[str]:
    """The pages of a difficulty that was passed on and gathered, and of its petition."""
    gathered = Difficulty.objects.filter(locality=locality).exclude(petition=None).earliest("pk")
    return [
        reverse("registers:row", args=[DIFFICULTIES, gathered.pk]),
        reverse("registers:row", args=[PETITIONS, gathered.petition_id]),
    ]
