"""`tiendo remind` as a person runs it, the worker that does it by itself, and both ended at a bad moment."""

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import homes
from tests.running import children_of, run, served, surroundings
from tests.tiendo.accounts.post import PostOffice, post_office

pytestmark = pytest.mark.slow

WRITE_ADDRESSES = """
from tiendo.accounts.models import User
for user in User.objects.all():
    User.objects.filter(pk=user.pk).update(email=f"{user.username}@example.vn")
"""
WRITE_NOTICES = """
import json
from tiendo.desk.models import Notice
rows = Notice.objects.values_list("user__email", "day", "mailed_to", "tried_at")
print(json.dumps([[email, str(day), mailed, bool(tried)] for email, day, mailed, tried in rows]))
"""
TICK = """
from tiendo.accounts.clock import moment
from tiendo.desk.reminders.scheduler import tick
print(len(tick(moment())))
"""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the worked example; each test copies it."""
    home = tmp_path_factory.mktemp("mau") / "nha"
    homes.copied(homes.with_example(), home)
    python(surroundings(home), WRITE_ADDRESSES)
    return home


@pytest.fixture
def environment(example: Path, tmp_path: Path) -> dict[str, str]:
    """An installation of its own, on a day in the years of the plan, that reminds at any hour."""
    settings = {"TIENDO_TODAY": homes.TODAY, "TIENDO_REMIND_AT": "00:00"}
    return surroundings(homes.copied(example, tmp_path / "nha")) | settings


@pytest.fixture
def post_box(environment: dict[str, str]) -> Iterator[PostOffice]:
    with post_office() as office:
        environment["TIENDO_MAIL"] = office.address
        yield office


def start(environment: dict[str, str], script: str) -> subprocess.Popen[str]:
    """A process in which the product is loaded and this is run."""
    place = {"DJANGO_SETTINGS_MODULE": "tiendo.settings"}
    return subprocess.Popen(
        [sys.executable, "-c", f"import django; django.setup()\n{script}"],
        env=environment | place,
        stdout=subprocess.PIPE,
        text=True,
    )


def python(environment: dict[str, str], script: str) -> str:
    with start(environment, script) as process:
        said = process.communicate(timeout=120)[0]
    assert process.returncode == 0
    return said


def notices(environment: dict[str, str]) -> list[list]:
    """For each notice: the address of the person, the day, where the letter went, whether it was tried."""
    return json.loads(python(environment, WRITE_NOTICES))


def letters_to(office: PostOffice) -> Counter[str]:
    return Counter(str(letter["To"]).strip() for letter in office.letters)


def test_a_dry_run_says_who_would_be_told_and_writes_nothing(
    environment: dict[str, str], post_box: PostOffice
) -> None:
    done = run(["remind", "--dry-run"], environment)
    assert done.returncode == 0, done.stderr
    assert "người / people" in done.stdout
    assert "31/12/2024" in done.stdout
    assert notices(environment) == []
    assert post_box.letters == []


def test_people_are_told_once_a_day_in_the_application_and_by_mail(
    environment: dict[str, str], post_box: PostOffice
) -> None:
    assert run(["remind"], environment).returncode == 0
    told = notices(environment)
    assert told
    assert letters_to(post_box) == Counter(email for email, *_rest in told)
    done = run(["remind"], environment)
    assert "0 người / people" in done.stdout
    assert notices(environment) == told
    assert len(post_box.letters) == len(told)


def test_without_a_mail_server_people_are_told_in_the_application(
    environment: dict[str, str],
) -> None:
    done = run(["remind"], environment)
    assert done.returncode == 0
    assert "No mail server" in done.stdout
    assert notices(environment)


def test_a_mail_server_that_does_not_answer_is_said_and_people_are_told_all_the_same(
    environment: dict[str, str],
) -> None:
    done = run(["remind"], environment | {"TIENDO_MAIL": "smtp://127.0.0.1:9?from=a@example.vn"})
    assert done.returncode == 1
    assert "The mail server" in done.stderr or "the mail server takes no letters" in done.stderr
    assert notices(environment)


def test_a_process_that_is_killed_between_letters_leaves_nobody_with_two(
    environment: dict[str, str], post_box: PostOffice
) -> None:
    main = "from tiendo.cli import main; main(['remind'])"
    with start(environment, main) as process:
        end = time.monotonic() + 60
        while not post_box.letters and process.poll() is None:
            assert time.monotonic() < end
            time.sleep(0.002)
        process.kill()
    assert run(["remind"], environment).returncode == 0
    assert set(letters_to(post_box).values()) == {1}
    for email, _day, mailed_to, tried in notices(environment):
        assert mailed_to or tried, "what was cut off is noted"
        assert letters_to(post_box)[email] <= 1


def test_of_workers_that_start_together_exactly_one_does_the_work_of_the_day(
    environment: dict[str, str], post_box: PostOffice
) -> None:
    workers = [start(environment, TICK) for _number in range(3)]
    said = [int(each.communicate(timeout=120)[0]) for each in workers]
    assert [each.returncode for each in workers] == [0, 0, 0]
    assert sorted(said) == [0, 0, 1]
    assert set(letters_to(post_box).values()) == {1}
    emails = [email for email, *_rest in notices(environment)]
    assert len(emails) == len(set(emails))


def test_the_running_product_reminds_by_itself_and_only_its_worker_does(
    environment: dict[str, str], post_box: PostOffice
) -> None:
    with served(environment) as (_address, process):
        parts = children_of(process).values()
        assert sum(" worker " in words for words in parts) == 1
        end = time.monotonic() + 60
        while not post_box.letters:
            assert time.monotonic() < end, "nobody was told"
            time.sleep(0.2)
    assert set(letters_to(post_box).values()) == {1}
