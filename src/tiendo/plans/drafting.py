"""A reading becomes the draft of a plan: items, written offices and answers, all of them proposals."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from tiendo.agencies.models import Agency, KnownName, Locality
from tiendo.history import services as history
from tiendo.plans import names
from tiendo.plans.models import DraftItem, DraftName, Intake, ItemKind
from tiendo.plans.readings import Stored
from vanban.text import key, plain

YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
SHORT_TITLE = 120
PARTICULARS = ("description", "funding", "remark")  # kept as the document has them
LONGEST_NAME = 300  # what is longer is no name of an office; a person will see that
_LEADING_WORDS = re.compile(
    r"^(?:(?:về (?:việc )?)?(?:tổ chức |triển khai |tiếp tục )*(?:thực hiện|triển khai)\s+)", re.I
)
_TRAILING_WORDS = re.compile(r",?\s*(?:tầm nhìn|định hướng)\s+(?:đến|tới)\b.*$", re.I)


@transaction.atomic
def draft(*, intake: Intake, actor: Any) -> None:
    """Write the draft of `intake` from its stored reading: head, items, written offices, proposals."""
    reading = intake.reading
    items = list(_items(intake, reading))
    _propose_head(intake, reading, items)
    history.add_all(items, actor=actor)
    history.add_all(_names(intake, items), actor=actor)
    history.save(intake, actor=actor)


def _items(intake: Intake, reading: Stored) -> Iterator[DraftItem]:
    for kind, rows, shape in (
        (ItemKind.TARGET, reading.get("targets", ()), target_data),
        (ItemKind.TASK, reading.get("tasks", ()), _task),
        (ItemKind.DUTY, reading.get("duties", ()), _duty),
    ):
        for position, row in enumerate(rows, start=1):
            yield DraftItem(
                intake=intake,
                kind=kind,
                position=position,
                data=shape(row),
                quotes=row.get("quotes", []),
                findings=row.get("findings", []),
                confidence=row.get("confidence", "sure"),
            )


def target_data(row: Stored) -> Stored:
    """A target that was read, as it stands in the data of a draft item."""
    return {name: row[name] for name in row if name not in ("quotes", "findings", "confidence")}


def _task(row: Stored) -> Stored:
    return {
        "number": number(row["no"]),
        "text": row["title"],
        "leads": [office(mention) for mention in row["leads"]],
        "coordinating": [office(mention) for mention in row["coordinating"]],
        "accountable": "",
        "deadline": deadline(row["deadline"]),
        "product": row.get("product") or "",
        "section": row.get("section") or "",
        "roles": {role: [office(m) for m in said] for role, said in row.get("roles", {}).items()},
        **{name: row[name] for name in PARTICULARS if row.get(name)},
        "milestones": [_milestone(one) for one in row["deadline"].get("milestones", ())],
        "marks": _marks(row, "leads", "coordinating"),
    }


def _duty(row: Stored) -> Stored:
    return {
        "number": ".".join(filter(number, (row["actor_no"].rstrip("."), row["no"]))),
        "text": row["text"],
        "leads": [office(mention) for mention in row["actors"]],
        "coordinating": [],
        "accountable": "",
        "deadline": deadline(row["deadline"]),
        "product": row.get("product") or "",
        "section": "",
        "same_as": list(row.get("same_as", ())),
        "marks": _marks(row, "actors"),
    }


def number(printed: str) -> str:
    """The number of an item as printed; a dash before it counts nothing."""
    return printed if any(map(str.isalnum, printed)) else ""


def office(mention: Stored) -> Stored:
    """A mention of an office as it stands in a draft item."""
    return {
        "text": mention["text"],
        "name": (mention.get("name") or mention["text"])[:LONGEST_NAME],
        "group": bool(mention.get("group")),
        "note": mention.get("note") or "",
    }


def deadline(row: Stored) -> Stored:
    """A deadline as it stands in a draft item: "trước ngày 15/6" ends on the 14th, the last day in time.

    So does "trước ngày 15 hằng tháng" within each month. "Năm 2022 và các năm tiếp theo" comes again every
    year from then on.
    """
    if row.get("open_ended") and row.get("kind") == "year":
        row = {**row, "kind": "recurring", "recurrence": "year", "end": None}
    within = row.get("within")
    if within and row.get("before"):
        within = day_before(within)
    return {
        "text": row.get("text") or "",
        "kind": row.get("kind") or "none",
        "start": row.get("start"),
        "end": row.get("end") if within else _last_day(row),
        "recurrence": row.get("recurrence") or "",
        **({"within": within} if within else {}),
    }


def _last_day(row: Stored) -> str | None:
    """The last day in time, of a deadline or a milestone."""
    end: str | None = row.get("end")
    if end and row.get("before"):
        return (date.fromisoformat(end) - timedelta(days=1)).isoformat()
    return end


def day_before(within: str) -> str:
    """The last day in time of what is due before a day inside each period: "20" → "19", "12-15" → "12-14".

    Before the first of a month is by the last day of the month that ends then: "01" → "31", "06-01" → "05-31".
    """
    month, hyphen, day = within.rpartition("-")
    if int(day) > 1:
        return f"{month}{hyphen}{int(day) - 1:02d}"
    return f"{(int(month) - 2) % 12 + 1:02d}-31" if month else "31"


def _milestone(row: Stored) -> Stored:
    return {"text": row["text"], "end": _last_day(row)}


def _marks(row: Stored, *parts: str) -> list[Stored]:
    """The places of offices, deadline and product, each with the field it is `of`."""
    said = [(part, mention) for part in parts for mention in row[part]]
    said += [("roles", mention) for part in row.get("roles", {}).values() for mention in part]
    places = [{**mention["quote"], "of": part} for part, mention in said if mention.get("quote")]
    for field in ("deadline", "product"):
        places += [{**quote, "of": field} for quote in row.get(f"{field}_quotes", ())]
    return places


def _propose_head(intake: Intake, reading: Stored, items: Iterable[DraftItem]) -> None:
    head = reading["header"]
    intake.kind = (head["kind"] or "")[:60]
    intake.title = plain(head["title"] or "")
    intake.short_title = short_title(intake.title)
    intake.number = "" if head["number_blank"] else (head["number"] or "")[:60]
    intake.issuer = (head["issuer"] or "")[:200]
    intake.issued_on = (head["date"] or "")[:10]
    intake.until_year = last_year(intake.title, intake.issued_on, items)


def short_title(title: str) -> str:
    """The name by which people call the plan: the title without its opening verb and its outlook."""
    words = _TRAILING_WORDS.sub("", _LEADING_WORDS.sub("", plain(title)))
    words = words[:1].upper() + words[1:]
    if len(words) <= SHORT_TITLE:
        return words
    return words[: SHORT_TITLE - 1].rsplit(" ", 1)[0] + "…"


def last_year(title: str, issued_on: str, items: Iterable[DraftItem]) -> int | None:
    """The last year that the plan names for itself: in its title, its targets and its deadlines.

    Years in running text are those of other documents and do not count.
    """
    named = [int(year) for year in YEAR.findall(title)]
    named += [int(year) for item in items for year in _years(item.data)]
    if not named and issued_on:
        named = [int(issued_on[:4])]
    return max(named, default=None)


def first_year(issued_on: str, items: Iterable[DraftItem]) -> int | None:
    """The first year of the plan: of its targets and deadlines, else that of its issue."""
    starts = [when[:4] for item in items for when in _days(item.data, "start") if when]
    years = [int(year) for year in [*starts, issued_on[:4]] if year]
    return min(years, default=None)


def _years(data: Stored) -> list[str]:
    return [when[:4] for name in ("start", "end") for when in _days(data, name) if when]


def _days(data: Stored, name: str) -> list[str | None]:
    return [data.get(name), (data.get("deadline") or {}).get(name)]


def offices_of(item: DraftItem) -> list[Stored]:
    """The offices of an item as written, leads first; a target has none."""
    return [*item.data.get("leads", ()), *item.data.get("coordinating", ())]


def _names(intake: Intake, items: Iterable[DraftItem]) -> list[DraftName]:
    mentions = {key(row["name"]): row for item in items for row in offices_of(item)}
    return drafted_names(intake, mentions.values())


def drafted_names(intake: Intake, mentions: Iterable[Stored]) -> list[DraftName]:
    """New rows for offices written in this way, each with the office proposed for it; not stored yet."""
    mentions = list(mentions)
    known = Known(intake.locality)
    officials = names.one_name_each(row["name"] for row in mentions)
    return [_named(intake, row, officials[row["name"]], known) for row in mentions]


def _named(intake: Intake, mention: Stored, official: str, known: "Known") -> DraftName:
    group, agency, certain = known.meant(mention["name"], official)
    return DraftName(
        intake=intake,
        text=mention["name"],
        key=key(mention["name"]),
        official=official[:200],
        is_group=mention["group"] if not (group or agency) else group is not None,
        agency_id=agency,
        group_id=group,
        settled=certain,
    )


class Known:
    """The names by which the offices and groups of a locality are known, read once."""

    def __init__(self, locality: Locality) -> None:
        rows = KnownName.objects.filter(locality=locality)
        self.owners = {
            row.text: f"g{row.group_id}" if row.group_id else f"a{row.agency_id}" for row in rows
        }

    def meant(self, name: str, official: str) -> tuple[int | None, int | None, bool]:
        """The group, the office and whether the name is known to the letter; both None when it is new."""
        found = names.propose(name, self.owners)
        if found is None and official != name:
            found = names.propose(official, self.owners)
            found = found and names.Proposal(found.owner, certain=False)
        if found is None:
            return None, None, False
        number = int(found.owner[1:])
        if found.owner.startswith("g"):
            return number, None, found.certain
        return None, number, found.certain


def leading_most(items: Iterable[DraftItem], written: Iterable[DraftName]) -> Agency | None:
    """The office that leads most, proposed as the one that follows the plan; None while it is not known."""
    agencies = {name.key: name.agency for name in written if name.agency}
    leads = [key(row["name"]) for item in items for row in item.data.get("leads", ())]
    led = Counter(agencies.get(name, name) for name in leads)
    most = led.most_common(1)[0][0] if led else None
    return most if isinstance(most, Agency) else None
