"""The product as it is installed: with the worked example or opened empty, served on the loopback."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter
from playwright.sync_api import Page

from tests.running import run, served, surroundings
from tiendo.example import people

TODAY = "2024-12-02"  # inside the years of the plan, as on the mock-ups
FIRST_PERSON = "dieuphoi"
PLAN_01 = Path(__file__).parents[3] / "shared/plans/plan-01-hongngu-taicocau-congnghiep-2022.txt"


@dataclass(frozen=True, slots=True)
class Product:
    """A running product: where it answers, where its data lie, in which environment its commands run."""

    address: str
    home: Path
    environment: dict[str, str]

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
    """The worked example, served."""
    environment = surroundings(home) | {"TIENDO_TODAY": TODAY}
    command(environment, "demo")
    with served(environment) as address:
        yield Product(address, home, environment)


@contextmanager
def opened(home: Path) -> Iterator[Product]:
    """An installation with the example's offices and its first person, who has read nothing in yet."""
    environment = surroundings(home) | {"TIENDO_TODAY": TODAY}
    sheet = home.with_suffix(".xlsx")
    write_offices(sheet)
    names = ("--locality", people.LOCALITY, "--username", FIRST_PERSON)
    names += ("--full-name", "Trần Hữu Phúc", "--practice")
    command(environment, "start", *names, "--offices", sheet, typed=f"{people.PASSWORD}\n")
    with served(environment) as address:
        yield Product(address, home, environment)


def write_offices(path: Path) -> None:
    """Write the committee, the first offices and the communes of the example as a clerk lists them."""
    rows = [(office.name, office.short_name) for office in people.OFFICES[:5]]
    rows += [(f"Ủy ban nhân dân {name}", f"UBND {name}") for name in people.COMMUNES]
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Cơ quan")
        sheet.set_column(0, 0, 60)
        sheet.set_column(1, 1, 30)
        for number, row in enumerate([("Tên cơ quan", "Tên viết tắt"), *rows]):
            sheet.write_row(number, 0, row)


def log_in(page: Page, address: str, username: str = FIRST_PERSON) -> None:
    """Log in as a person does."""
    page.goto(f"{address}/dang-nhap/")
    page.locator("[name=login]").fill(username)
    page.locator("[name=password]").fill(people.PASSWORD)
    page.locator("main form .btn-primary").click()
