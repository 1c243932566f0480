"""What the pages of a plan, a task, an office and of past periods say."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.tiendo import samples
from tests.tiendo.progress.conftest import TODAY, World, done, occurrence_of
from tiendo.accounts.access import standing_of
from tiendo.accounts.rights import Standing
from tiendo.progress import words
from tiendo.progress.models import Occurrence, Report
from tiendo.progress.overview import overview
from tiendo.progress.owed import office_of
from tiendo.progress.record import record_of
from tiendo.progress.status import Status


def text(client: Client, name: str, *args: int) -> str:
    return client.get(reverse(f"progress:{name}", args=args)).content.decode()


# --- a task


def test_a_missed_year_stays_visible_beside_the_years_after_it(signed_in, world) -> None:
    task = world.yearly()
    done(occurrence_of(task, 2022), date(2023, 1, 12))
    page = signed_in.get(reverse("progress:task", args=[task.pk]))
    (owed,) = page.context["record"].owed
    assert [(period.row.year, period.row.status(TODAY)) for period in owed.periods] == [
        (2022, Status.DONE_LATE),
        (2023, Status.OVERDUE),
        (2024, Status.DUE_SOON),
        (2025, Status.NOT_DUE),
    ]
    assert "12/01/2023, trễ 12 ngày" in page.content.decode()


def test_the_words_as_issued_lead_to_their_place_in_the_document(signed_in, world) -> None:
    quote = {"text": "Mở lớp tập huấn", "line": 210, "last_line": 211, "page": 7}
    task = world.yearly(section="Phụ lục", quotes=[quote])
    page = text(signed_in, "task", task.pk)
    source = reverse("plans:source", args=[world.plan.pk])
    assert f"{source}?o=viec-{task.pk}&amp;trang=7#dong-210" in page
    assert "dòng 210, trang 7" in page


def test_the_button_reports_on_the_year_that_runs(client, world) -> None:
    task = world.yearly()
    client.force_login(world.reporter)
    page = text(client, "task", task.pk)
    assert "Báo cáo kỳ 2024</a>" in page
    client.force_login(world.viewer)
    assert reverse("progress:report", args=[occurrence_of(task, 2024).pk]) not in text(
        client, "task", task.pk
    )


def test_no_button_asks_for_a_period_that_was_closed(signed_in, world) -> None:
    task = world.yearly(years=(2023, 2024))
    closed = occurrence_of(task, 2023)
    closed.closed_reason = "Đã báo cáo trên giấy"
    closed.save()
    done(occurrence_of(task, 2024), date(2024, 11, 20))
    record = record_of(task, coordinating(world), TODAY)
    assert record.primary is None
    assert ' · <span lang="vi">Đã báo cáo trên giấy</span>' in text(signed_in, "task", task.pk)


def test_every_page_says_which_offices_of_a_group_are_late(signed_in, world) -> None:
    task = world.yearly(world.communes, years=(2023,))
    for name in ("Ủy ban nhân dân xã An", "Ủy ban nhân dân xã Bình"):
        other = samples.agency(world.plan.locality, name, kind="commune")
        world.communes.members.create(agency=other)
        samples.occurrence(task, 2023, other)
    done(Occurrence.objects.get(obligation__agency__name="Ủy ban nhân dân xã An"), TODAY)
    for page in ("plan", "plan_tasks", "task"):
        page = text(signed_in, page, task.pk if page == "task" else world.plan.pk)
        assert "xã Long Thuận</span> và 1 cơ quan khác" in page


def test_members_of_a_coordinating_group_are_named_as_of_today(signed_in, world) -> None:
    task = world.yearly(coordinating=(world.communes,))
    assert world.commune.name in text(signed_in, "task", task.pk)
    world.communes.members.update(valid_to=date(2024, 11, 30))
    assert world.commune.name not in text(signed_in, "task", task.pk)


def test_a_task_led_by_a_group_shows_each_member_by_itself(signed_in, world) -> None:
    other = samples.agency(world.plan.locality, "Ủy ban nhân dân xã Phú Thuận", kind="commune")
    world.communes.members.create(agency=other)
    task = world.yearly(world.communes)
    samples.occurrence(task, 2024, other, done_on=date(2024, 6, 1))
    record = record_of(task, coordinating(world), TODAY)
    assert [owed.agency for owed in record.owed] == [world.commune, other]
    assert "Từng cơ quan thực hiện" in text(signed_in, "task", task.pk)


def coordinating(world: World) -> Standing:
    return standing_of(world.coordinator, TODAY)


def test_six_clear_says_what_the_document_leaves_open(signed_in, world) -> None:
    page = text(signed_in, "task", world.yearly().pk)
    assert "Rõ sản phẩm: văn bản không ghi" in page
    assert "thiếu 1" in page


def test_the_history_tells_what_people_changed_and_not_what_follows_from_reports(
    signed_in, world
) -> None:
    task = world.yearly()
    signed_in.post(reverse("progress:key", args=[task.pk]), {"key": "1"})
    samples_report = {"agency": world.office.pk, "work": "in-progress", "result": "Đã mở 02 lớp."}
    signed_in.post(reverse("progress:report", args=[occurrence_of(task, 2024).pk]), samples_report)
    changes = record_of(task, coordinating(world), TODAY).changes
    assert [list(change.fields) for change in changes] == [["key"]]


# --- a plan


def test_a_plan_begins_with_a_sentence_about_the_worst(signed_in, world) -> None:
    world.yearly(years=(2023, 2024))
    world.yearly(kind="duty", years=(2023,))
    page = " ".join(text(signed_in, "plan", world.plan.pk).split())
    assert "Đến ngày 02/12/2024, <b>2 việc quá hạn</b>" in page


def test_a_quiet_day_looks_calm(signed_in, world) -> None:
    done(occurrence_of(world.yearly(years=(2023,)), 2023), date(2023, 11, 1))
    page = text(signed_in, "plan", world.plan.pk)
    assert "không có việc quá hạn" in page
    assert "tag-bad-solid" in page  # the cell of the bar keeps its place …
    assert overview(world.plan, TODAY).pressing == 0  # … with nothing in it


def test_the_bar_counts_every_task_and_duty_once(world) -> None:
    world.yearly()
    world.yearly(kind="duty", years=(2024, 2025))
    joined = world.yearly(kind="duty", years=())
    joined.same_as = world.plan.tasks.first()
    joined.save()
    seen = overview(world.plan, TODAY)
    assert seen.total == sum(cell.count for cell in seen.cells + seen.others) == 2
    assert sum(cell.width for cell in seen.cells) <= 1394


def test_the_duties_say_how_many_are_joined_and_to_which_task(signed_in, world) -> None:
    task = world.yearly(number="9")
    world.yearly(kind="duty", years=(2024,))
    joined = world.yearly(kind="duty", years=())
    joined.same_as = task
    joined.save()
    page = text(signed_in, "duties", world.plan.pk)
    assert "2 trách nhiệm" in page
    assert "trong đó 1 đã ghép với nhiệm vụ" in page
    assert "Đã ghép với nhiệm vụ 9 có cùng nội dung" in page


def test_a_blank_number_leads_to_where_it_is_completed(client, signed_in, world) -> None:
    address = reverse("plans:head", args=[world.plan.pk])
    assert address in text(signed_in, "plan", world.plan.pk)
    world.plan.number = "35/KH-UBND"
    world.plan.save()
    assert address not in text(signed_in, "plan", world.plan.pk)


def test_a_document_a_plan_names_is_listed_though_it_is_not_here(signed_in, world) -> None:
    world.plan.related.create(
        relation="carries_out", text="Kế hoạch số 62-KH/HU", number="62-KH/HU"
    )
    page = text(signed_in, "plan", world.plan.pk)
    assert "Kế hoạch số 62-KH/HU" in page
    assert "văn bản không có ở đây" in page


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"comparator": ">=", "low": "12.5", "unit": "%"}, "ít nhất 12,5%"),
        ({"comparator": ">=", "strict": True, "low": "75", "unit": "%"}, "trên 75%"),
        ({"comparator": "range", "low": "5", "high": "6", "unit": "%"}, "5-6%"),
        ({"comparator": "=", "low": "100", "unit": "triệu USD"}, "100 triệu USD"),
        ({"comparator": "=", "low": "8", "unit": "%/năm", "average": True}, "bình quân 8%/năm"),
        ({"comparator": "<=", "low": "1234.5", "unit": "ha"}, "không quá 1.234,5 ha"),
        ({"comparator": "<=", "strict": True, "low": "3", "unit": "%"}, "dưới 3%"),
        ({"comparator": "about", "low": "40", "unit": "hợp tác xã"}, "khoảng 40 hợp tác xã"),
        ({}, ""),
    ],
)
def test_a_target_is_said_in_its_legal_form(world, facts, said) -> None:
    figures = {name: Decimal(facts[name]) for name in ("low", "high") if name in facts}
    target = samples.target(world.plan, **facts | figures)
    with translation.override("vi"):
        assert words.legal(target) == said


def test_a_target_without_figures_has_no_data_and_not_zero(signed_in, world) -> None:
    samples.target(world.plan, low=Decimal("12.5"), comparator=">=", unit="%")
    assert "Chưa có số liệu" in text(signed_in, "targets", world.plan.pk)


def test_duties_stand_under_their_office_in_the_order_of_the_document(signed_in, world) -> None:
    for office in (world.office, world.farming, world.office):
        world.yearly(office, kind="duty", years=(2024,))
    page = signed_in.get(reverse("progress:duties", args=[world.plan.pk]))
    shares = [share.whom.agency for share in page.context["offices"]]
    assert shares == [world.office, world.farming, world.office]


def test_the_timeline_draws_a_box_for_every_period_and_says_the_same_in_a_table(
    signed_in, world
) -> None:
    world.yearly()
    page = signed_in.get(reverse("progress:timeline", args=[world.plan.pk]))
    drawing = str(page.context["picture"].wide)
    for year in ("2022", "2023", "2024", "2025"):
        assert f"<title>{year}: " in drawing
    ((_task, years),) = page.context["picture"].table
    assert [len(periods) for periods in years] == [0, 1, 1, 1, 1]


# --- an office


def test_an_office_sees_the_overdue_first_and_of_the_future_only_the_next(world) -> None:
    world.yearly()
    finished = world.yearly(years=(2024, 2025, 2026))
    done(occurrence_of(finished, 2024), date(2024, 11, 1))
    seen = office_of(world.office, world.plan.tasks.all(), TODAY)
    assert [[row.period.year for row in group.rows] for group in seen.groups] == [
        [2022, 2023],
        [2024],
        [2025],
    ]
    assert seen.groups[0].bad


def test_a_past_period_still_to_be_entered_is_not_called_late(signed_in, world) -> None:
    world.yearly(years=(2022, 2025))
    Occurrence.objects.filter(year=2022).update(watched_from=date(2024, 3, 1))
    seen = office_of(world.office, world.plan.tasks.all(), TODAY)
    assert [(group.bad, group.rows[0].period.year) for group in seen.groups] == [
        (False, 2025),
        (False, 2022),
    ]
    assert [day for day, _number in seen.days] == [date(2025, 12, 31)]
    assert "quá hạn" not in text(signed_in, "office", world.office.pk)


def test_what_an_office_helps_with_stands_apart(signed_in, world) -> None:
    world.yearly(world.farming, coordinating=(world.office,))
    seen = office_of(world.office, world.plan.tasks.all(), TODAY)
    assert (seen.total, seen.helps, seen.leads) == (0, 1, 0)


# --- past periods


def test_periods_from_before_the_plan_was_followed_are_held_against_nobody(
    signed_in, world
) -> None:
    world.plan.followed_from = date(2024, 1, 1)
    world.plan.save()
    task = world.yearly()
    Occurrence.objects.filter(year__lt=2024).update(watched_from=date(2024, 1, 1))
    page = signed_in.get(reverse("progress:past", args=[world.plan.pk]))
    assert [row.year for row, _form in page.context["rows"]] == [2022, 2023]
    assert occurrence_of(task, 2022).status(TODAY) == Status.BACKLOG


@pytest.fixture
def backlog(world) -> list[Occurrence]:
    world.yearly(years=(2021, 2022))
    Occurrence.objects.update(watched_from=date(2023, 1, 1))
    return list(Occurrence.objects.order_by("year"))


def table(rows: list[Occurrence], *said: dict, **more: str) -> dict[str, str]:
    data = {"form-TOTAL_FORMS": str(len(rows)), "form-INITIAL_FORMS": str(len(rows)), **more}
    for place, (row, words_of_row) in enumerate(zip(rows, said, strict=True)):
        data[f"form-{place}-occurrence"] = str(row.pk)
        data |= {f"form-{place}-{name}": value for name, value in words_of_row.items()}
    return data


def test_the_plan_offers_past_periods_though_a_later_one_presses(signed_in, world) -> None:
    world.yearly(years=(2022, 2023, 2024))
    Occurrence.objects.filter(year__lt=2024).update(watched_from=date(2024, 1, 1))
    page = signed_in.get(reverse("progress:plan", args=[world.plan.pk]))
    assert page.context["past"] == 2
    assert reverse("progress:past", args=[world.plan.pk]) in page.content.decode()


def test_results_of_many_past_periods_are_entered_at_once(signed_in, world, backlog) -> None:
    first = {"work": "done", "work_on": "20/12/2021", "result": "Xong."}
    data = table(backlog, first, {"work": "nothing-arose"}, do="enter")
    signed_in.post(reverse("progress:past", args=[world.plan.pk]), data)
    assert [row.status(TODAY) for row in Occurrence.objects.order_by("year")] == [
        Status.DONE,
        Status.NOTHING_AROSE,
    ]
    assert Report.objects.filter(author=world.coordinator).count() == 2


def test_one_wrong_day_keeps_the_whole_table_from_being_saved(signed_in, world, backlog) -> None:
    wrong = {"work": "done", "work_on": "31/02/2021", "result": "Xong."}
    data = table(backlog, wrong, {"work": "nothing-arose"}, do="enter")
    answer = signed_in.post(reverse("progress:past", args=[world.plan.pk]), data)
    assert answer.status_code == 422
    assert "31/02/2021" in answer.content.decode()
    assert not Report.objects.exists()


def test_past_periods_are_closed_with_a_reason(signed_in, world, backlog) -> None:
    data = table(backlog, {"chosen": "on"}, {}, do="close", reason="Trước khi dùng phần mềm")
    signed_in.post(reverse("progress:past", args=[world.plan.pk]), data)
    reasons = Occurrence.objects.order_by("year").values_list("closed_reason", flat=True)
    assert list(reasons) == ["Trước khi dùng phần mềm", ""]


@pytest.mark.parametrize("missing", ["reason", "choice"])
def test_nothing_is_closed_without_a_choice_and_a_reason(
    signed_in, world, backlog, missing
) -> None:
    chosen = {} if missing == "choice" else {"chosen": "on"}
    data = table(backlog, chosen, {}, do="close", reason="" if missing == "reason" else "Cũ")
    assert signed_in.post(reverse("progress:past", args=[world.plan.pk]), data).status_code == 422
    assert not Occurrence.objects.exclude(closed_reason="").exists()


def test_a_period_of_another_plan_cannot_be_slipped_into_the_table(
    signed_in, world, backlog
) -> None:
    foreign = samples.task(
        samples.plan(world.stranger.locality), samples.agency(world.stranger.locality)
    )
    other = samples.occurrence(foreign, 2021, watched_from=date(2023, 1, 1))
    data = table([other], {"work": "done", "work_on": "20/12/2021", "result": "Xong."}, do="enter")
    signed_in.post(reverse("progress:past", args=[world.plan.pk]), data)
    assert not Report.objects.exists()


# --- empty places


@pytest.mark.django_db
def test_an_empty_locality_says_what_to_do_first(client) -> None:
    office = samples.agency(samples.locality("Xã Mới"))
    client.force_login(samples.person("coordinator", office))
    assert reverse("plans:intakes") in text(client, "plans")
    assert "Chưa có kế hoạch nào" in text(client, "plans")
    assert "Chưa có nhiệm vụ nào" in text(client, "tasks")
    assert "Hết việc phải làm" in text(client, "office", office.pk)


def test_the_timeline_is_narrowed_to_an_office(signed_in, world):
    ours = world.yearly(world.office, text="Mở lớp nghề")
    theirs = world.yearly(world.farming, text="Trồng cây")
    address = reverse("progress:timeline", args=[world.plan.pk])
    shown = signed_in.get(address, {"office": world.farming.pk}).context["picture"].table
    assert [task for task, _years in shown] == [theirs]
    nothing = signed_in.get(address, {"q": "khong co gi nhu the"})
    assert nothing.context["picture"].table == []
    assert (
        signed_in.get(address, {"office": world.office.pk}).context["picture"].table[0][0] == ours
    )


def test_what_else_the_document_says_of_a_task_is_shown(signed_in, world) -> None:
    facts = {
        "roles": {"tracking": ["Văn phòng UBND huyện"]},
        "funding": "Ngân sách huyện",
        "remark": "Làm trước mùa mưa",
        "milestones": [{"text": "quý I: khảo sát", "end": "2022-03-31"}],
    }
    page = text(signed_in, "task", world.yearly(particulars=facts).pk)
    wanted = (
        "Cơ quan theo dõi",
        "Văn phòng UBND huyện",
        "Ngân sách huyện",
        "31/03/2022",
        "mùa mưa",
    )
    assert [said for said in wanted if said not in page] == []


def test_evidence_whose_file_is_gone_is_a_clear_page(signed_in, world) -> None:
    occurrence = occurrence_of(world.yearly(), 2024)
    row = samples.evidence(samples.report(occurrence))
    row.file.storage.delete(row.file.name)
    answer = signed_in.get(reverse("progress:evidence", args=[row.pk]))
    assert answer.status_code == 404
    assert "sao lưu" in answer.content.decode()
