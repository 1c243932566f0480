"""The list of tasks: found, narrowed, sorted, counted and cut into pages."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.progress.conftest import World, done, occurrence_of
from tiendo.agencies.models import Agency
from tiendo.progress.models import Occurrence


@pytest.fixture
def tasks(world: World) -> dict:
    """One task of each kind of trouble, and a duty."""
    late = world.yearly(text="Hội nhập quốc tế, thương mại điện tử", years=(2023, 2024))
    soon = world.yearly(world.farming, text="Đẩy mạnh khuyến công ở làng nghề", years=(2024,))
    finished = world.yearly(text="Khuyến khích đầu tư cụm công nghiệp", years=(2023, 2025))
    waiting = samples.task(world.plan, world.office, coordinating=(world.communes,), text="Lập cụm")
    samples.occurrence(
        waiting,
        0,
        kind="condition",
        starts=date(2022, 2, 1),
        due=None,
        watched_from=date(2022, 2, 1),
        condition="chờ đề án của Tỉnh",
    )
    duty = world.yearly(kind="duty", text="Phổ biến chính sách khuyến công", years=(2024,))
    done(occurrence_of(finished, 2023), date(2023, 12, 20))
    return {"late": late, "soon": soon, "finished": finished, "waiting": waiting, "duty": duty}


def found(client, tasks: dict, query: str = "", view: str = "plan_tasks") -> list[str]:
    args = [tasks["late"].plan_id] if view == "plan_tasks" else []
    page = client.get(reverse(f"progress:{view}", args=args) + query)
    names = {task.pk: name for name, task in tasks.items()}
    return [names[line.task.pk] for line in page.context["found"].lines]


def test_the_most_worrying_stands_first(signed_in, tasks) -> None:
    assert found(signed_in, tasks) == ["late", "soon", "waiting", "finished"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?q=khuyen+cong", ["soon"]),
        ("?q=KHUYẾN+CÔNG", ["soon"]),
        ("?q=khuyen+cong&kind=all", ["soon", "duty"]),
        ("?q=khuyen+cong&kind=duty", ["duty"]),
        ("?q=phong+nn", ["soon"]),
        ("?q=nghiep+khuyen", ["soon", "finished"]),
        ("?q=%25", []),
        ("?status=overdue", ["late"]),
        ("?status=attention", ["late"]),
        ("?status=settled", ["finished"]),
        ("?status=waiting", ["waiting"]),
        ("?status=nonsense", ["late", "soon", "waiting", "finished"]),
        ("?year=2023", ["late", "waiting", "finished"]),
        ("?year=2025", ["waiting", "finished"]),
        ("?role=coordinating", ["late", "soon", "waiting", "finished"]),
        ("?kind=key", []),
        ("?sort=number", ["late", "soon", "finished", "waiting"]),
        ("?sort=-number", ["waiting", "finished", "soon", "late"]),
        ("?sort=office", ["late", "finished", "waiting", "soon"]),
        ("?sort=deadline", ["late", "finished", "soon", "waiting"]),
        ("?sort=report", ["finished", "late", "soon", "waiting"]),
        ("?rows=7&page=99", ["late", "soon", "waiting", "finished"]),
    ],
)
def test_every_view_of_the_list_has_its_address(signed_in, tasks, query, names) -> None:
    assert found(signed_in, tasks, query) == names


def test_words_of_which_none_stand_together_are_looked_for_one_by_one(signed_in, tasks) -> None:
    page = signed_in.get(reverse("progress:tasks") + "?q=khuyen+cum")
    assert [line.task for line in page.context["found"].lines] == [tasks["finished"]]
    assert page.context["loosely"]


def test_an_office_sees_what_it_leads_and_what_it_helps_with_in_a_group(
    signed_in, world, tasks
) -> None:
    farming, commune = f"?office={world.farming.pk}", f"?office={world.commune.pk}"
    assert found(signed_in, tasks, farming) == ["soon"]
    assert found(signed_in, tasks, commune) == ["waiting"]
    assert found(signed_in, tasks, f"{commune}&role=lead") == []


def test_a_commune_that_left_the_group_does_not_help_any_more(signed_in, world, tasks) -> None:
    world.communes.members.update(valid_to=date(2024, 11, 30))
    assert found(signed_in, tasks, f"?office={world.commune.pk}") == []


def test_tabs_count_the_statuses_of_what_the_other_filters_leave(signed_in, tasks) -> None:
    page = signed_in.get(reverse("progress:plan_tasks", args=[tasks["late"].plan_id]))
    counts = {tab["url"]: tab["count"] for tab in page.context["tabs"]}
    assert counts == {
        "?": 4,
        "?status=attention": 1,
        "?status=overdue": 1,
        "?status=due-soon": 1,
        "?status=waiting": 1,
        "?status=done": 1,
    }


def test_a_chip_takes_one_filter_off_and_leaves_the_others(signed_in, tasks) -> None:
    page = signed_in.get(reverse("progress:tasks") + "?q=nghiep&year=2023&rows=10&page=1")
    urls = {chip["label"]: chip["url"] for chip in page.context["chips"]}
    assert set(urls.values()) == {"?year=2023&rows=10", "?q=nghiep&rows=10"}


def test_a_duty_joined_to_a_task_is_not_listed_as_owed(signed_in, world, tasks) -> None:
    tasks["duty"].same_as = tasks["soon"]
    tasks["duty"].save()
    assert found(signed_in, tasks, "?kind=all") == ["late", "soon", "waiting", "finished"]


def test_a_task_that_nobody_leads_stands_in_the_list(signed_in, world, tasks) -> None:
    tasks["nobody"] = samples.task(world.plan, text="Việc chưa giao cho ai")
    assert found(signed_in, tasks)[-1] == "nobody"


def test_pages_follow_each_other_without_loss(signed_in, world) -> None:
    for _ in range(23):
        world.yearly(years=(2024,))
    seen: list[int] = []
    for number in (1, 2, 3):
        page = signed_in.get(reverse("progress:tasks") + f"?rows=10&page={number}")
        seen += [line.task.pk for line in page.context["found"].lines]
    assert len(seen) == len(set(seen)) == 23


def test_the_words_of_a_task_are_marked_as_vietnamese_on_english_pages(signed_in, tasks) -> None:
    signed_in.cookies["django_language"] = "en"
    page = signed_in.get(reverse("progress:tasks")).content.decode()
    assert "Due soon" in page
    assert "Sắp đến hạn" not in page


def count_queries(client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("address", ["tasks", "plans", "offices"])
def test_a_list_asks_the_same_number_of_queries_however_long_it_is(
    signed_in, world, address
) -> None:
    samples_of_work(world, 3)
    url = reverse(f"progress:{address}") + "?rows=100"
    few = count_queries(signed_in, url)
    samples_of_work(world, 40)
    assert count_queries(signed_in, url) == few
    assert few <= 13


@pytest.mark.parametrize("name", ["plan", "plan_tasks", "duties", "timeline", "office", "past"])
def test_a_page_of_a_plan_asks_the_same_number_of_queries_however_much_it_holds(
    signed_in, world, name
) -> None:
    samples_of_work(world, 3)
    url = reverse(f"progress:{name}", args=[world.office.pk if name == "office" else world.plan.pk])
    few = count_queries(signed_in, url)
    samples_of_work(world, 12)
    assert count_queries(signed_in, url) == few


def samples_of_work(world: World, number: int) -> None:
    place = Agency.objects.count()
    helper = samples.agency(world.plan.locality, f"Phòng số {place}")
    for _ in range(number):
        task = world.yearly(coordinating=(helper, world.communes))
        world.yearly(kind="duty", years=(2024, 2025))
        samples.report(occurrence_of(task, 2024))
    samples.plan(world.plan.locality, f"Kế hoạch {place}")
    Occurrence.objects.filter(year=2022).update(watched_from=date(2023, 1, 1))
