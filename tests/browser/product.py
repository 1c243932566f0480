"""The product as it is installed: with the worked example or opened empty, served on the loopback."""

import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests import homes
from tests.browser.chromium import ROOT
from tests.running import children_of, run, served, surroundings
from tiendo.example import people
from tiendo.example.document import build
from tools.tutorial_files import FOLDER

FIRST_PERSON = "dieuphoi"
NO_TASKS = "Thông báo\n\nTrụ sở nghỉ lễ từ ngày 02 tháng 9 năm 2024.\n"
PAGES_THAT_WAIT = """
import django
django.setup()
from tests.tiendo.office_visits import know_days
from tests.tiendo.plans.pages import in_wrong_order
from tiendo.accounts.models import User
in_wrong_order(User.objects.get(username="dieuphoi"))
know_days(User.objects.get(username="dieuphoi"))
"""
TUTORIAL = FOLDER / "first-plan.md"
PLAN_01 = Path(__file__).parents[3] / "shared/plans/plan-01-hongngu-taicocau-congnghiep-2022.txt"


@dataclass(frozen=True, slots=True)
class Product:
    """A running product: where it answers, its number, in which environment its commands run."""

    address: str
    process: int
    environment: dict[str, str]

    @property
    def reader(self) -> int:
        """The number of the process that reads documents in the background."""
        parts = children_of(self.process)
        return next(number for number, words in parts.items() if " worker " in words)

    def tiendo(self, *arguments: str | Path, typed: str = "") -> str:
        """Run a command in this installation and return what it prints; it must succeed."""
        return command(self.environment, *arguments, typed=typed)


def command(environment: dict[str, str], *arguments: str | Path, typed: str = "") -> str:
    """Run a command that must succeed; return what it prints."""
    done = run([str(word) for word in arguments], environment, typed)
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def example(home: Path) -> Iterator[Product]:
    """The worked example in a home of its own, served."""
    homes.copied(homes.with_example(), home)
    environment = surroundings(home) | {"TIENDO_TODAY": homes.TODAY}
    with served(environment) as (address, process):
        yield Product(address, process, environment)


@contextmanager
def opened(home: Path) -> Iterator[Product]:
    """A practice installation opened by the command of the tutorial; nothing was read in yet."""
    homes.copied(homes.with_tables(), home)
    environment = surroundings(home) | {"TIENDO_TODAY": homes.TODAY}
    command(environment, *command_of_tutorial(), typed=f"{people.PASSWORD}\n")
    with served(environment) as (address, process):
        yield Product(address, process, environment)


def command_of_tutorial() -> list[str]:
    """The arguments of the tutorial's `tiendo start`, the sheet of offices as a whole path."""
    lines = TUTORIAL.read_text("utf-8").splitlines()
    line = next(line for line in lines if line.startswith(".venv/bin/tiendo start"))
    return [str(ROOT / word) if word.endswith(".xlsx") else word for word in shlex.split(line)[1:]]


def bring_drafts(product: Product, folder: Path) -> None:
    """Three more documents: one to review, one that could not be read, and pages that wait for their order."""
    committee = ("--office", people.COMMITTEE, "--role", "administrator")
    product.tiendo("person", FIRST_PERSON, *committee)
    plan = PLAN_01
    if not plan.exists():
        plan = folder / "ke-hoach.docx"
        build(plan)
    product.tiendo("read-in", plan, "--as", "dieuphoi")
    note = folder / "thong-bao.txt"
    note.write_text(NO_TASKS, encoding="utf-8")
    assert run(["read-in", str(note), "--as", "dieuphoi"], product.environment).returncode == 1
    place = {"DJANGO_SETTINGS_MODULE": "tiendo.settings", "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-c", PAGES_THAT_WAIT], env=product.environment | place, check=True
    )


def log_in(page: Page, address: str, username: str = FIRST_PERSON) -> None:
    """Log in as a person does."""
    page.goto(f"{address}/dang-nhap/")
    page.locator("[name=login]").fill(username)
    page.locator("[name=password]").fill(people.PASSWORD)
    page.locator("main form .btn-primary").click()
    page.wait_for_url(lambda url: "/dang-nhap/" not in url, wait_until="commit")
