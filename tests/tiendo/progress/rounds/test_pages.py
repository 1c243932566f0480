"""The pages of rounds: the grid, opening, the queue, one report, what may be done by whom."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.progress.rounds.conftest import NOW, TODAY, Opened, asking, at
from tiendo.accounts.models import Role
from tiendo.progress.models import OfficeReport, ReportState, Round
from tiendo.progress.rounds import services
from tiendo.progress.rounds.grid import grid_of
from tiendo.progress.rounds.status import Standing
from tiendo.progress.rounds.writing import EntryWords


@pytest.fixture
def desk(client: Client, opened: Opened) -> Client:
    """A browser of the coordinator."""
    client.force_login(opened.world.coordinator)
    return client


def page(client: Client, name: str, *args: int, **query: str) -> str:
    answer = client.get(reverse(f"rounds:{name}", args=args), query)
    assert answer.status_code == 200
    return answer.content.decode()


# --- the grid


def test_the_grid_says_where_every_office_stands(opened: Opened) -> None:
    opened.sent()
    services.accept(report=opened.report, actor=None, now=NOW)
    grid = grid_of(opened.world.plan, date(2024, 12, 23))
    standings = {
        line.agency: line.boxes[0].standing for section in grid.sections for line in section.lines
    }
    world = opened.world
    assert standings == {
        world.office: Standing.ON_TIME,
        world.farming: Standing.MISSING,
        world.commune: Standing.MISSING,
    }
    assert (grid.rate.part, grid.rate.whole) == (1, 3)
    assert grid.columns[0].came == 1


def test_offices_of_one_kind_stand_together(opened: Opened) -> None:
    grid = grid_of(opened.world.plan, TODAY)
    assert [(section.kind.value, len(section.lines)) for section in grid.sections] == [
        ("office", 2),
        ("commune", 1),
    ]


def test_an_office_that_was_not_asked_has_no_box(opened: Opened) -> None:
    plan = opened.world.plan
    only = asking(plan, "month", 2024, 11, offices=frozenset({opened.world.office.pk}))
    services.open_round(plan=plan, asking=only, actor=None, now=NOW)
    grid = grid_of(plan, TODAY)
    boxes = {
        line.agency: [box.row is not None for box in line.boxes]
        for section in grid.sections
        for line in section.lines
    }
    assert boxes[opened.world.farming] == [False, True]


def test_the_grid_asks_few_questions(
    desk: Client, opened: Opened, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(15):
        page(desk, "grid", opened.world.plan.pk)


def test_an_empty_grid_says_what_a_round_is(desk: Client, opened: Opened) -> None:
    Round.objects.all().delete()
    assert "Chưa có kỳ báo cáo" in page(desk, "grid", opened.world.plan.pk)


def test_the_sheet_holds_what_is_seen_as_text(desk: Client, opened: Opened) -> None:
    opened.world.farming.name = "=1+1"
    opened.world.farming.save()
    answer = desk.get(reverse("rounds:sheet", args=[opened.world.plan.pk]))
    with ZipFile(BytesIO(answer.content)) as book:
        texts = book.read("xl/sharedStrings.xml").decode()
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<t>=1+1</t>" in texts
    assert "<f>" not in sheet
    assert "Đang chờ, chưa đến hạn" in texts


def test_offices_can_be_ticked_and_asked_at_any_width(desk: Client, opened: Opened) -> None:
    said = page(desk, "grid", opened.world.plan.pk)
    offices = re.findall(r'<td class="([^"]*)"><label><input type="checkbox" name="office"', said)
    [button] = re.findall(r'<button class="([^"]*)">(?:(?!</button>).)*Đôn đốc', said, re.S)
    assert offices
    assert not [look for look in (*offices, button) if "only-d" in look.split()]


def test_offices_are_asked_for_their_report(desk: Client, opened: Opened) -> None:
    chosen = {"office": [opened.world.farming.pk, opened.world.commune.pk]}
    desk.post(reverse("rounds:nudge", args=[opened.world.plan.pk]), chosen)
    asked = OfficeReport.objects.filter(nudged_at__isnull=False)
    assert {row.agency for row in asked} == {opened.world.farming, opened.world.commune}


def test_more_days_are_given_to_those_chosen(desk: Client, opened: Opened) -> None:
    address = reverse("rounds:days", args=[opened.world.plan.pk])
    chosen = {"office": opened.world.farming.pk}
    assert desk.post(address, chosen).status_code == 200
    said = chosen | {
        "report": opened.of(opened.world.farming).pk,
        "due": "27/12/2024",
        "reason": "Nghỉ ốm",
    }
    desk.post(address, said)
    assert opened.of(opened.world.farming).due == date(2024, 12, 27)
    assert opened.report.due == date(2024, 12, 19)


def test_days_that_are_no_more_are_refused_in_words(desk: Client, opened: Opened) -> None:
    said = {
        "office": opened.world.farming.pk,
        "report": opened.of(opened.world.farming).pk,
        "due": "10/12/2024",
        "reason": "x",
    }
    answer = desk.post(reverse("rounds:days", args=[opened.world.plan.pk]), said)
    assert answer.status_code == 422
    assert "19/12/2024" in answer.content.decode()


# --- opening

QUARTER = {"kind": "quarter", "calendar": "administrative", "year": "2024", "part": "4"}


def test_before_opening_it_is_seen_who_is_asked_by_when(desk: Client, opened: Opened) -> None:
    words = page(desk, "open", opened.world.plan.pk, **QUARTER)
    assert "<b>3 đơn vị</b>, mỗi đơn vị một báo cáo." in words
    assert 'value="17/12/2024"' in words
    assert Round.objects.count() == 1


def opening(opened: Opened, **facts: object) -> dict[str, object]:
    world = opened.world
    return {
        **QUARTER,
        "office": [world.office.pk, world.commune.pk],
        "due-office": "20/12/2024",
        "due-commune": "21/12/2024",
        "words": "Ghi rõ số liệu",
        **facts,
    }


def test_a_round_is_opened_for_those_chosen_on_working_days(desk: Client, opened: Opened) -> None:
    address = reverse("rounds:open", args=[opened.world.plan.pk])
    desk.post(address, opening(opened))
    desk.post(address, opening(opened))
    row = Round.objects.get(kind="quarter")
    assert dict(row.reports.values_list("agency", "due")) == {
        opened.world.office.pk: date(2024, 12, 20),
        opened.world.commune.pk: date(2024, 12, 23),  # the 21st is a Saturday
    }
    assert row.words == "Ghi rõ số liệu"


def test_less_than_a_working_day_after_the_cut_off_is_refused(desk: Client, opened: Opened) -> None:
    early = opening(opened, **{"due-office": "14/12/2024"})
    answer = desk.post(reverse("rounds:open", args=[opened.world.plan.pk]), early)
    assert answer.status_code == 422
    assert "16/12/2024" in answer.content.decode()
    assert not Round.objects.filter(kind="quarter").exists()


@pytest.mark.parametrize(
    "query",
    [
        QUARTER | {"part": "5"},
        QUARTER | {"part": ""},
        QUARTER | {"year": "hai nghìn"},
        {"kind": "special", "calendar": "administrative", "year": "2024"},
    ],
)
def test_a_period_that_does_not_exist_is_refused(
    desk: Client, opened: Opened, query: dict[str, str]
) -> None:
    answer = desk.get(reverse("rounds:open", args=[opened.world.plan.pk]), query)
    assert answer.status_code == 422
    assert "error-summary" in answer.content.decode()


def test_a_special_occasion_has_a_name_and_days_of_its_own(desk: Client, opened: Opened) -> None:
    special = opening(
        opened,
        kind="special",
        part="",
        title="Báo cáo sau bão",
        starts="01/11/2024",
        cut_off="20/11/2024",
    )
    desk.post(reverse("rounds:open", args=[opened.world.plan.pk]), special)
    row = Round.objects.get(kind="special")
    assert (row.title, row.part, row.starts) == ("Báo cáo sau bão", 1, date(2024, 11, 1))


# --- one report, the queue


def test_what_is_being_written_is_seen_by_the_office_alone(client: Client, opened: Opened) -> None:
    opened.write()
    seen = {}
    for person in (opened.world.reporter, opened.head, opened.world.viewer, opened.world.helper):
        client.force_login(person)
        seen[person] = "Đã mở 02 lớp" in page(client, "report", opened.report.pk)
    assert list(seen.values()) == [True, True, False, False]


def test_the_coordinator_returns_one_piece_and_the_office_sees_why(
    desk: Client, opened: Opened
) -> None:
    opened.sent()
    wrong = opened.report.entries.get(occurrence=opened.entry)
    said = {"do": "return", f"note-{wrong.pk}": "Ghi rõ số lớp"}
    desk.post(reverse("rounds:review", args=[opened.report.pk]), said)
    assert opened.report.state == ReportState.RETURNED
    assert "1 báo cáo" in page(desk, "returned", opened.world.plan.pk)
    desk.force_login(opened.world.reporter)
    assert "Ghi rõ số lớp" in page(desk, "form", opened.round.pk)


def test_who_decides_second_is_told_and_changes_nothing(desk: Client, opened: Opened) -> None:
    row = opened.sent()
    other = samples.person("coordinator", opened.world.office)
    services.return_(report=row, note="Số lớp lệch sổ", notes={}, actor=other, now=NOW)
    address, seen = reverse("rounds:review", args=[row.pk]), OfficeReport.objects.get(pk=row.pk)
    for do in ("accept", "return"):
        said = {"do": do, "note": "Thiếu phụ lục", "seen": seen.version}
        answer = desk.post(address, said)
        assert answer.status_code == 422
        assert "Người khác đã xử lý trước" in answer.content.decode()
    row.refresh_from_db()
    assert (row.state, row.note) == ("returned", "Số lớp lệch sổ")


def test_what_was_changed_since_it_was_opened_is_read_before_it_is_decided(
    desk: Client, opened: Opened
) -> None:
    row = opened.sent()
    shown = page(desk, "report", row.pk)
    services.return_(report=row, note="Số lớp lệch sổ", notes={}, actor=None, now=NOW)
    opened.write(EntryWords(occurrence=opened.entry.pk, work="in-progress", result="Đã mở 04 lớp"))
    services.send(report=row, actor=opened.head, now=NOW, approved=True)
    [seen] = re.findall(r'name="seen" value="(\d+)"', shown)
    note = f"note-{opened.report.entries.first().pk}"
    said = {"do": "return", "seen": seen, note: "Thiếu phụ lục"}
    answer = desk.post(reverse("rounds:review", args=[row.pk]), said)
    assert answer.status_code == 422
    assert "Cơ quan đã sửa báo cáo này" in answer.content.decode()
    assert "Thiếu phụ lục</textarea>" in answer.content.decode()
    row.refresh_from_db()
    assert row.state == "sent"


def test_the_chosen_reports_of_the_queue_are_accepted(desk: Client, opened: Opened) -> None:
    opened.sent()
    address = reverse("rounds:queue", args=[opened.world.plan.pk])
    assert opened.world.office.label in desk.get(address).content.decode()
    desk.post(address, {"report": [opened.report.pk]})
    assert opened.report.state == ReportState.ACCEPTED


def test_who_only_reads_accepts_nothing_in_the_queue(client: Client, opened: Opened) -> None:
    opened.sent()
    client.force_login(opened.world.viewer)
    address = reverse("rounds:queue", args=[opened.world.plan.pk])
    assert client.post(address, {"report": [opened.report.pk]}).status_code == 403
    assert opened.report.state == ReportState.SENT


def test_a_closed_round_lets_in_one_office(desk: Client, opened: Opened) -> None:
    desk.post(reverse("rounds:round", args=[opened.round.pk]))
    opened.round.refresh_from_db()
    assert opened.round.closed_at
    desk.post(reverse("rounds:let_in", args=[opened.report.pk]), {"reason": "Mất điện"})
    desk.force_login(opened.world.reporter)
    assert desk.get(reverse("rounds:form", args=[opened.round.pk])).status_code == 200


def test_the_frame_counts_what_waits_for_each(client: Client, opened: Opened) -> None:
    leader = samples.person(Role.LEADER, opened.world.office)
    opened.write()
    services.hand_up(report=opened.report, actor=None, now=NOW)
    counts = {}
    for name, person in (
        ("reporter", opened.world.reporter),
        ("head", opened.head),
        ("coordinator", opened.world.coordinator),
        ("leader", leader),
    ):
        client.force_login(person)
        groups = client.get(reverse("progress:plan", args=[opened.world.plan.pk])).context
        items = [item for group in groups["navigation"] for item in group["items"]]
        counts[name] = next(item["count"] for item in items if item["name"] == "rounds:grid")
    assert counts == {"reporter": None, "head": 1, "coordinator": None, "leader": None}


def test_the_two_rates_are_said_with_what_they_leave_out(desk: Client, opened: Opened) -> None:
    opened.sent(at(date(2024, 12, 20)))
    words = page(desk, "rates", opened.world.plan.pk)
    assert "không tính" in words
    assert "trên" in words
