"""Who gets which answer from every address of the running plan."""

import pytest
from django.urls import reverse

from tests.tiendo import samples
from tests.tiendo.progress.conftest import World, occurrence_of
from tiendo.plans.models import Intake
from tiendo.progress.urls import urlpatterns

# Address → what the coordinator, the reporter of the owing office, the reporter of another office and
# the viewer are answered. A person of another locality gets 404 wherever a row is asked for.
READING = {
    "plan": (200, 200, 200, 200),
    "plan_tasks": (200, 200, 200, 200),
    "duties": (200, 200, 200, 200),
    "targets": (200, 200, 200, 200),
    "timeline": (200, 200, 200, 200),
    "task": (200, 200, 200, 200),
    "office": (200, 200, 200, 200),
    "evidence": (200, 200, 200, 200),
    "report": (200, 200, 403, 403),
    "condition": (200, 403, 403, 403),
    "past": (200, 403, 403, 403),
}
WRITING = {"key": (302, 403, 403, 403), "confirm": (302, 403, 403, 403)}
LISTS = ("plans", "tasks", "offices")
PEOPLE = ("coordinator", "reporter", "helper", "viewer")


@pytest.fixture
def rows(world: World) -> dict[str, int]:
    task = world.yearly()
    report = samples.report(occurrence_of(task, 2024))
    waiting = samples.occurrence(task, 2030, kind="condition", due=None, condition="chờ đề án")
    intake = Intake.objects.create(
        locality=world.plan.locality, name="kh.docx", started_at=world.plan.confirmed_at
    )
    by_name = {
        "task": task.pk,
        "key": task.pk,
        "office": world.office.pk,
        "evidence": samples.evidence(report).pk,
        "report": occurrence_of(task, 2024).pk,
        "condition": waiting.pk,
        "confirm": intake.pk,
    }
    return {name: by_name.get(name, world.plan.pk) for name in (*READING, *WRITING)}


def test_every_address_is_in_the_table() -> None:
    assert {pattern.name for pattern in urlpatterns} == {*READING, *WRITING, *LISTS}


@pytest.mark.parametrize("name", READING | WRITING)
def test_each_person_is_answered_as_the_table_says(client, world, rows, name) -> None:
    answers = []
    for person in PEOPLE:
        client.force_login(getattr(world, person))
        ask = client.post if name in WRITING else client.get
        answer = ask(reverse(f"progress:{name}", args=[rows[name]]))
        b"".join(answer)  # a file that is sent is closed by the client at its end
        answers.append(answer.status_code)
    assert tuple(answers) == (READING | WRITING)[name]


@pytest.mark.parametrize("name", READING | WRITING)
def test_rows_of_another_locality_are_not_there(client, world, rows, name) -> None:
    client.force_login(world.stranger)
    ask = client.post if name in WRITING else client.get
    assert ask(reverse(f"progress:{name}", args=[rows[name]])).status_code == 404


@pytest.mark.parametrize("name", LISTS)
def test_lists_hold_nothing_of_another_locality(client, world, rows, name) -> None:
    client.force_login(world.stranger)
    page = client.get(reverse(f"progress:{name}")).content.decode()
    assert "Bình Sơn" not in page
    assert world.plan.short_title not in page
    assert "Phòng KT-HT" not in page


@pytest.mark.parametrize("name", [*READING, *LISTS])
def test_who_is_not_signed_in_is_sent_to_sign_in(client, rows, name) -> None:
    answer = client.get(reverse(f"progress:{name}", args=[rows[name]] if name in rows else []))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("name", WRITING)
def test_writing_is_not_done_by_following_a_link(signed_in, rows, name) -> None:
    assert signed_in.get(reverse(f"progress:{name}", args=[rows[name]])).status_code == 405


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", [*READING, *LISTS])
def test_every_page_is_there_in_both_languages(signed_in, rows, name, language) -> None:
    signed_in.cookies["django_language"] = language
    address = reverse(f"progress:{name}", args=[rows[name]] if name in rows else [])
    answer = signed_in.get(address)
    assert b"".join(answer)
    assert answer.status_code == 200
