"""Many people at once, from an .xlsx or .csv table: read, checked line by line, shown before anything is written."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Field
from django.utils.translation import gettext as _

from tiendo.accounts import people
from tiendo.accounts.models import Role, User
from tiendo.accounts.people import Facts, Given, refuse_days
from tiendo.agencies.models import Agency, KnownName, Locality
from tiendo.agencies.workbooks import BROKEN, Measure, Overfull, first_sheet
from vanban.text import fold, key, nfc, plain

MOST_LINES = 2_000
LARGEST = 2_000_000  # bytes
MEASURE = Measure(inside=40_000_000, cells=200_000)
# What the heading of a column may say: letters and figures only, without marks and case.
COLUMNS = {
    "full_name": {"hovaten", "hoten", "ten", "fullname", "name"},
    "username": {"tendangnhap", "taikhoan", "username"},
    "position": {"chucvu", "chucdanh", "position"},
    "agency": {"coquan", "donvi", "coquandonvi", "phongban", "tencoquan", "office"},
    "role": {"vaitro", "quyen", "role"},
    "email": {"email", "thudientu", "hopthu"},
    "phone": {"dienthoai", "sodienthoai", "sdt", "phone", "telephone"},
    "valid_to": {"denngay", "den", "ngaycuoi", "until", "to", "lastday"},
}
ROLES = {
    "canbodaumoi": Role.COORDINATOR,
    "daumoi": Role.COORDINATOR,
    "nguoibaocao": Role.REPORTER,
    "baocao": Role.REPORTER,
    "chuyenvien": Role.REPORTER,
    "thutruongcoquan": Role.HEAD,
    "thutruong": Role.HEAD,
    "truongphong": Role.HEAD,
    "lanhdao": Role.LEADER,
    "nguoixem": Role.VIEWER,
    "xem": Role.VIEWER,
    "nguoikiemtra": Role.AUDITOR,
    "kiemtra": Role.AUDITOR,
    "quantrivien": Role.ADMINISTRATOR,
    "quantri": Role.ADMINISTRATOR,
} | {role.value: role for role in Role}
ROLE_WORDS = "cán bộ đầu mối, người báo cáo, thủ trưởng cơ quan, lãnh đạo, người xem, người kiểm tra, quản trị viên"
DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


class BadTable(Exception):
    """The file cannot be taken as a table of people; the message says why and what to do."""


@dataclass(slots=True)
class Line:
    """One row of the table: what it says of a person, in which office with which role, and what is wrong with it."""

    number: int
    facts: Facts
    agency: Agency | None = None
    role: Role | None = None
    valid_to: date | None = None
    said: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class New:
    """A person to be added, with the roles of all lines about them."""

    facts: Facts
    given: tuple[Given, ...]


def read_table(content: bytes, name: str) -> list[tuple[int, dict[str, str]]]:
    """The rows below the headings, each with its number in the file and what its columns say. Raises BadTable."""
    if len(content) > LARGEST:
        raise BadTable(_("The file is larger than 2 MB. Leave pictures out, or divide it."))
    rows = _sheet(content) if name.lower().endswith(".xlsx") else _csv(content)
    columns = _columns(rows[0] if rows else [])
    missing = [words for column, words in _needed() if column not in columns]
    if missing:
        raise BadTable(
            _("The first row needs a column for: %(columns)s.") % {"columns": ", ".join(missing)}
        )
    found = [
        (number, {column: _words(row[at]) for column, at in columns.items() if at < len(row)})
        for number, row in enumerate(rows[1:], 2)
    ]
    found = [(number, said) for number, said in found if any(said.values())]
    if not found:
        raise BadTable(_("There is nobody below the first row."))
    if len(found) > MOST_LINES:
        raise BadTable(_("The table has more than 2.000 rows. Divide it."))
    return found


def _needed() -> Iterator[tuple[str, str]]:
    yield "full_name", _("full name")
    yield "agency", _("office")
    yield "role", _("role")


def _sheet(content: bytes) -> list[list[Any]]:
    try:
        return first_sheet(content, MEASURE)
    except (Overfull, *BROKEN) as error:
        raise BadTable(_("The file cannot be opened as an .xlsx table.")) from error


def _csv(content: bytes) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadTable(
            _("The .csv file is not in UTF-8. Save it as “CSV UTF-8”, or as .xlsx.")
        ) from error
    head = text.partition("\n")[0]
    mark = max(";,\t", key=head.count)
    try:
        return list(csv.reader(io.StringIO(text), delimiter=mark))
    except csv.Error as error:
        raise BadTable(_("The file cannot be read as a .csv table.")) from error


def _columns(heads: Sequence[Any]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, head in enumerate(heads):
        for column, names in COLUMNS.items():
            if _bare(str(head)) in names:
                found.setdefault(column, place)
    return found


def _words(cell: Any) -> str:
    """What a cell says, on one line; a whole number without decimals, a day as 31/12/2024."""
    if isinstance(cell, date | datetime):
        return f"{cell:%d/%m/%Y}"
    whole = isinstance(cell, float) and cell.is_integer()
    return plain(nfc(str(int(cell) if whole else cell)))


def _bare(words: str) -> str:
    return re.sub(r"[\W_]+", "", fold(words))


def check(rows: Iterable[tuple[int, dict[str, str]]], locality: Locality) -> list[Line]:
    """Every row with the office and role it means, a user name where it gives none, and what is wrong with it."""
    offices = _offices(locality)
    taken = {name.lower() for name in User.objects.values_list("username", flat=True)}
    here = _held(locality)
    lines = [_line(number, said, offices) for number, said in rows]
    _name(lines, taken)
    for line in lines:
        line.problems += _problems(line, taken, here)
    _refuse_twice(lines)
    return lines


def _offices(locality: Locality) -> dict[str, list[Agency]]:
    """The offices by every name they are called by."""
    found: dict[str, list[Agency]] = {}
    for agency in Agency.objects.filter(locality=locality):
        for name in {key(agency.name), key(agency.short_name)} - {""}:
            found.setdefault(name, []).append(agency)
    known = KnownName.objects.filter(locality=locality, agency__isnull=False)
    for row in known.select_related("agency"):
        if row.agency is not None and row.agency not in found.setdefault(row.key, []):
            found[row.key].append(row.agency)
    return found


def _held(locality: Locality) -> dict[tuple[str, int], str]:
    """Who is in which office already: full name without accents, office → user name."""
    rows = User.objects.filter(locality=locality).values_list(
        "full_name", "memberships__agency", "username"
    )
    return {(key(name), agency): username for name, agency, username in rows}


def _line(number: int, said: dict[str, str], offices: dict[str, list[Agency]]) -> Line:
    words = {name: said.get(name, "") for name in COLUMNS}
    names = ("username", "full_name", "position", "email", "phone")
    facts = {name: words[name] for name in names}
    facts["username"] = facts["username"].lower()
    fitting = offices.get(key(words["agency"]), [])
    line = Line(number, Facts(**facts), said=words, role=ROLES.get(_bare(words["role"])))
    if len(fitting) == 1:
        line.agency = fitting[0]
    else:
        line.problems.append(_office_problem(words["agency"], fitting))
    if line.role is None:
        line.problems.append(_role_problem(words["role"]))
    if words["valid_to"]:
        _read_day(line, words["valid_to"])
    return line


def _office_problem(words: str, fitting: Sequence[Agency]) -> str:
    if not words:
        return _("The office is missing.")
    if fitting:
        return _("“%(words)s” is the name of several offices; write the whole name.") % {
            "words": words
        }
    return _("No office is called “%(words)s”. Write it as on the page of offices.") % {
        "words": words
    }


def _role_problem(words: str) -> str:
    if not words:
        return _("The role is missing.")
    return _("There is no role “%(words)s”. Write one of “%(roles)s”.") % {
        "words": words,
        "roles": ROLE_WORDS,
    }


def _read_day(line: Line, words: str) -> None:
    read = DAY.fullmatch(words)
    try:
        day, month, year = (int(part) for part in read.groups()) if read else (0, 0, 0)
        line.valid_to = date(year, month, day)
    except ValueError:
        line.problems.append(
            _("“%(words)s” is no day; write it like 31/12/2024.") % {"words": words}
        )


def _name(lines: Iterable[Line], taken: set[str]) -> None:
    """Give everybody without a user name one: "Lê Minh Tâm" is "tamlm", the next one "tamlm2"."""
    used = set(taken) | {line.facts.username for line in lines if line.facts.username}
    named: dict[tuple[str, int], str] = {}
    for line in lines:
        if line.facts.username or not line.facts.full_name or line.agency is None:
            continue
        whose = (key(line.facts.full_name), line.agency.pk)
        if whose not in named:
            named[whose] = proposed_name(line.facts.full_name, used)
            used.add(named[whose])
        line.facts = _with_name(line.facts, named[whose])


def _with_name(facts: Facts, username: str) -> Facts:
    return Facts(username, facts.full_name, facts.position, facts.email, facts.phone)


def proposed_name(full_name: str, used: set[str]) -> str:
    """A user name that is free: the given name and the first letters of the others, a number when it is taken."""
    words = [_bare(word) for word in full_name.split()]
    words = [word for word in words if word]
    bare = (words[-1] + "".join(word[0] for word in words[:-1])) if words else "nguoi"
    numbers = Counter[str]()
    while True:
        numbers[bare] += 1
        name = bare if numbers[bare] == 1 else f"{bare}{numbers[bare]}"
        if name not in used:
            return name


def _problems(line: Line, taken: set[str], here: dict[tuple[str, int], str]) -> Iterator[str]:
    facts = line.facts
    if not facts.full_name:
        yield _("The full name is missing.")
    if facts.username in taken:
        yield _("“%(name)s” is the user name of somebody else.") % {"name": facts.username}
    before = here.get((key(facts.full_name), line.agency.pk)) if line.agency else None
    if before and not line.said["username"]:
        yield _(
            "Somebody with this name is in this office already: “%(name)s”. "
            "Write a user name if this is another person."
        ) % {"name": before}
    yield from _form_problems(line)


def _form_problems(line: Line) -> Iterator[str]:
    """What the fields of an account and the days of a role do not take."""
    try:
        for name in ("full_name", "username", "position", "phone"):
            if value := getattr(line.facts, name):
                cast(Field, User._meta.get_field(name)).run_validators(value)
        if line.facts.email:
            validate_email(line.facts.email)
        if line.agency and line.role:
            refuse_days(Given(line.agency, line.role, None, line.valid_to))
    except ValidationError as error:
        yield from error.messages


def _refuse_twice(lines: Iterable[Line]) -> None:
    """The same role of the same person twice, and one user name for two names, are problems of the later line."""
    first: dict[str, Line] = {}
    given: set[tuple[str, int | None, Role | None]] = set()
    for line in lines:
        username = line.facts.username
        earlier = first.setdefault(username, line) if username else line
        if key(earlier.facts.full_name) != key(line.facts.full_name):
            line.problems.append(
                _("Row %(row)s gives this user name to “%(name)s”.")
                % {"row": earlier.number, "name": earlier.facts.full_name}
            )
        role = (username, line.agency.pk if line.agency else None, line.role)
        if username and role in given:
            line.problems.append(_("This person has this role in an earlier row."))
        given.add(role)


def to_add(lines: Iterable[Line]) -> list[New]:
    """The people of the lines without a problem, each once with all their roles, in the order of the table."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        if not line.problems:
            found.setdefault(line.facts.username, []).append(line)
    return [
        New(
            rows[0].facts,
            tuple(
                Given(row.agency, row.role, None, row.valid_to)
                for row in rows
                if row.agency and row.role
            ),
        )
        for rows in found.values()
    ]


@transaction.atomic
def add_all(*, new: Iterable[New], actor: Any) -> list[User]:
    """Add these people, all or none; they come in by a slip. Raises ValidationError when a name was taken since."""
    new = list(new)
    names = [each.facts.username for each in new]
    gone = User.objects.filter(username__in=names).values_list("username", flat=True)
    if gone:
        raise ValidationError(
            _("Added by somebody else in the meantime: “%(names)s”. Bring the table again.")
            % {"names": ", ".join(gone)}
        )
    return [people.add(facts=each.facts, given=each.given, actor=actor) for each in new]
