"""A locality with offices, two communes and their people, and the example row of every register."""

import io
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from tests.tiendo import samples
from tiendo.accounts.access import standing_of
from tiendo.accounts.models import Role, User
from tiendo.agencies.models import Agency, Kind, Locality
from tiendo.registers.models import Import
from tiendo.registers.register import REGISTERS, Register
from tiendo.registers.scope import Hand, desk_of, hand_in
from tiendo.registers.sheets import bringing
from tiendo.registers.sheets.cells import THOUSANDS

OFFICES = (
    *("Phòng Kinh tế và Hạ tầng", "Phòng Tài nguyên và Môi trường", "Phòng Nông nghiệp"),
    *("Phòng Tài chính - Kế hoạch", "Phòng Lao động - Thương binh và Xã hội"),
    "Phòng Nông nghiệp và Phát triển nông thôn",
)
COMMUNES = {"30172": "Ủy ban nhân dân xã Thường Phước 1", "30178": "Ủy ban nhân dân xã Thường Lạc"}


@dataclass(frozen=True, slots=True)
class Ground:
    """Who works where: the coordinator and a reporter in the first office, one person in each commune."""

    locality: Locality
    office: Agency
    here: Agency
    there: Agency
    coordinator: User
    officer: User
    of_here: User
    of_there: User

    @property
    def now(self) -> datetime:
        return datetime.now().astimezone()

    def hand(self, user: User, register: Register) -> Hand:
        """What somebody may do in a register on the day of the tests."""
        standing = standing_of(user, samples.TODAY)
        return hand_in(register, standing, samples.TODAY, desk_of(standing))


def lay() -> Ground:
    """The locality with its people."""
    home = samples.locality("Huyện Hồng Ngự", practice=True)
    offices = [samples.agency(home, name) for name in OFFICES]
    here, there = (
        samples.agency(home, name, kind=Kind.COMMUNE, code=code) for code, name in COMMUNES.items()
    )
    people = {
        "coordinator": samples.person(Role.COORDINATOR, offices[0]),
        "officer": samples.person(Role.REPORTER, offices[0]),
        "of_here": samples.person(Role.REPORTER, here),
        "of_there": samples.person(Role.REPORTER, there),
    }
    return Ground(home, offices[0], here, there, **people)


def client(user: User) -> Client:
    """Somebody at the product."""
    at = Client()
    at.force_login(user)
    return at


def filled(template: bytes, rows: list[dict[str, Any]], register: Register) -> SimpleUploadedFile:
    """The form of a register with these rows typed in below the example row."""
    book = load_workbook(io.BytesIO(template))
    sheet = book.worksheets[0]
    for line, row in enumerate(rows, start=3):
        for place, name in enumerate(register.fields, start=1):
            sheet.cell(line, place).value = row.get(name)
    content = io.BytesIO()
    book.save(content)
    return SimpleUploadedFile("bang.xlsx", content.getvalue())


def cells_of(content: bytes) -> list[tuple[Any, ...]]:
    """The rows of the first sheet of a file."""
    return list(load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True))


def brought(ground: Ground, register: Register, file: Any, user: User | None = None) -> Import:
    """A sheet as it is after it was read, with figures that can be read in two ways meant as thousands."""
    actor = user or ground.coordinator
    hand = ground.hand(actor, register)
    row = bringing.receive(hand=hand, file=file, actor=actor, now=ground.now)
    if row.questions:
        row.answers = dict.fromkeys(row.questions, THOUSANDS)
        bringing.begin(row=_kept(row), hand=hand)
        row.refresh_from_db()
    return row


def back(ground: Ground, register: Register, kind: str) -> Import:
    """The rows of a register taken out as a file and brought in again."""
    answer: Any = client(ground.coordinator).get(f"/so/{register.slug}/?dang={kind}")
    content = b"".join(answer.streaming_content)
    return brought(ground, register, SimpleUploadedFile(f"bang.{kind}", content))


def _kept(row: Import) -> Import:
    row.save()
    return row


def example_of(ground: Ground, register: Register) -> Any:
    """The example row of a register, stored, with the rows it belongs to."""
    for name in register.fields:
        field = register.model._meta.get_field(name)
        others = [each for each in REGISTERS.values() if each.model is field.related_model]
        for other in others:
            if other is not register and not other.model.objects.exists():
                example_of(ground, other)
    at = client(ground.coordinator)
    template = at.get(f"/so/{register.slug}/mau/").content
    row = brought(ground, register, filled(template, [dict(register.guide.example)], register))
    assert row.counts.get("add") == 1, (row.fault, bringing.lines_of(row, "error", 0, 5))
    hand = ground.hand(ground.coordinator, register)
    assert bringing.carry_out(row=row, hand=hand, actor=ground.coordinator) == 1
    return register.model.objects.get()
