"""The registers of the worked example: every page of each of them, and sheets in every state."""

from datetime import datetime

from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from tests.tiendo import difficulties_visits
from tests.tiendo.industry import enterprises
from tests.tiendo.outline_files import outlines_brought
from tiendo.accounts.models import User
from tiendo.agencies.models import Agency, Locality
from tiendo.history import services as history
from tiendo.industry.models import Enterprise
from tiendo.plans.models import Count, Link, Task
from tiendo.registers.models import Import, Outline, Stage
from tiendo.registers.outlines.services import KIND
from tiendo.registers.register import REGISTERS, Register
from tiendo.registers.scope import Hand, Setting
from tiendo.registers.sheets import bringing

REGISTER = REGISTERS["doanh-nghiep"]
PLAIN = ("registers:index", "registers:outlines")
OF_NO_REGISTER = {"registers:store_outlines", "registers:take_back_outlines"}
BUTTONS = OF_NO_REGISTER | {
    *("registers:carry_out", "registers:answer", "registers:attach", "registers:detach"),
    "plans:untie",
}
OF_TWO = {"registers:detach"}
FILES = {"registers:template", "registers:returned", "registers:file"}
HEADS = (
    'Mã số thuế,Tên cơ sở,Loại hình,"Xã, phường, thị trấn",Ngành chính,'
    "Năm bắt đầu sản xuất,Tổng nguồn vốn\n"
)
BAD = HEADS + "123,=1+1,doanh nghiệp tư nhân,Xã Không Có,1061,2016,1.500\n"
OUTLINE = {
    "type": "Polygon",
    "coordinates": [[[105.1, 10.7], [105.3, 10.7], [105.3, 10.9], [105.1, 10.9], [105.1, 10.7]]],
}


def keep(actor: User, at: datetime | None = None) -> None:
    """Establishments on the map, a sheet with questions and faults, one that is read, one that could not be."""
    home, now = actor.locality, at or timezone.now()
    where = Agency.objects.filter(locality=home, kind="commune").earliest("pk")
    rows = [
        enterprises.enterprise(where, latitude="10.8", longitude=f"105.{place}", workers=5)
        for place in (15, 25)
    ]
    history.save(Outline(locality=home, agency=where, name="Xã Thử", shape=OUTLINE), actor=actor)
    enterprises.year(rows[0], 2023)
    register = REGISTER
    hand = Hand(register, home.pk, None, None, Setting(now.date(), True))
    outlines_brought(home)
    file = ContentFile(BAD.encode(), "co-so.csv")
    bringing.receive(hand=hand, file=file, actor=actor, now=now)
    for stage in (Stage.READING, Stage.FAILED):
        row = Import(locality=home, register=register.slug, actor=actor, at=now, stage=stage)
        row.name, row.total, row.done = f"{stage}.xlsx", 100, 40
        row.fault = "Tệp hỏng" if stage == Stage.FAILED else ""
        row.file.save("x.csv", ContentFile(HEADS.encode()), save=False)
        history.save(row, actor=actor)
    task = Task.objects.filter(plan__locality=home, kind="task").earliest("pk")
    facts = {"register": register.slug, "measure": "co-so", "count": Count.YEAR, "goal": 200}
    history.save(Link(task=task, words="cơ sở sản xuất", **facts), actor=actor)


def addresses(locality: Locality) -> dict[str, list[str]]:
    """For every name of a page: the addresses at which it is looked at, register by register."""
    registers = list(REGISTERS.values())
    task = Task.objects.filter(links__isnull=False, plan__locality=locality).earliest("pk")
    found = {
        f"registers:{page}": [reverse(f"registers:{page}", args=[each]) for each in registers]
        for page in ("rows", "add", "guide", "keepers", "measures", "bring")
    }
    placed = [each for each in registers if each.is_placed]
    found["registers:places"] = [reverse("registers:places", args=[each]) for each in placed]
    files = Import.objects.filter(locality=locality, register=KIND)
    found["registers:outline_file"] = [
        reverse("registers:outline_file", args=[each.pk]) for each in files
    ]
    found["plans:links"] = [reverse("plans:links", args=[task.pk])]
    found |= _of_enterprises(locality, REGISTER)
    found["registers:row"] += difficulties_visits.rows_of(locality)
    return found


def _of_enterprises(locality: Locality, register: Register) -> dict[str, list[str]]:
    rows = reverse("registers:rows", args=[register])
    row = Enterprise.objects.filter(locality=locality, latitude__isnull=False).earliest("pk")
    asked = ("q=xay+xat", "q=khong+co+gi", "kind=private&sort=-workers", "cot=name&cot=capital")
    sheets = Import.objects.filter(locality=locality, register=register.slug)
    return {
        "registers:rows": [rows, *(f"{rows}?{each}" for each in asked)]
        + [reverse("registers:rows", args=[each]) for each in REGISTERS.values()],
        **{
            f"registers:{page}": [reverse(f"registers:{page}", args=[register, row.pk])]
            for page in ("row", "edit", "delete")
        },
        "registers:import": [reverse("registers:import", args=[register, s.pk]) for s in sheets],
        "registers:measure": [
            reverse("registers:measure", args=[register, each.slug]) for each in register.measures
        ],
    }
