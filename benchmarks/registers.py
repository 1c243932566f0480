"""50.000 establishments, 500.000 yearly figures, a million measurements, 200.000 trainees: lists, figures, sheets.

Queries of a list, a filter, a search, a row and a measure by year and commune are counted, here and at a tenth of the
data; so are those of lists and figures of measurements and trainees. A sheet of 10.000 rows is brought in beside
plainly validating and bulk-inserting the same rows. The export of all rows is read to its end while the memory of the
process is watched. Lines of code are counted: of the kernel without its templates, and of each register with its
model. All of it on SQLite and, where this machine has one, on PostgreSQL. The last line is one JSON object; `missed`
names the claims that do not hold. `--quick`: a tenth.
"""

import csv
import io
import os
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import django

DAY = date(2024, 12, 2)
ROOT = Path(__file__).resolve().parent.parent
HOME = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
sys.path.insert(0, str(ROOT))

from benchmarks.databases import HERE, on_every_database  # noqa: E402

os.environ |= {
    "TIENDO_HOME": HOME.name,
    "TIENDO_TODAY": DAY.isoformat(),
    "TIENDO_DATABASE": os.environ.get(HERE, ""),
    "DJANGO_SETTINGS_MODULE": "tiendo.settings",
}
django.setup()

# Models can be imported only now that Django is set up on a database of its own.
from django.conf import settings  # noqa: E402
from django.core.files.base import ContentFile  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks.crowds import PAGES, crowd  # noqa: E402
from tiendo.accounts.models import Membership, User  # noqa: E402
from tiendo.agencies.models import Agency, Locality  # noqa: E402
from tiendo.environment.models import Measurement  # noqa: E402
from tiendo.industry.models import Enterprise, EnterpriseYear  # noqa: E402
from tiendo.industry.tax_codes import check_digit  # noqa: E402
from tiendo.legal.services import propose_norms  # noqa: E402
from tiendo.registers.register import REGISTERS  # noqa: E402
from tiendo.registers.scope import Hand, Setting  # noqa: E402
from tiendo.registers.services import folded  # noqa: E402
from tiendo.registers.sheets import bringing  # noqa: E402
from tiendo.workforce.models import Trainee  # noqa: E402

REGISTER = REGISTERS["doanh-nghiep"]
YEARS = 10
SHEET = 10_000
MOST_QUERIES = 12
MOST_TIMES = 5.0
MOST_MEMORY = 150.0  # MB the export may add to what the process holds
BATCH = 5_000
WATCHED = Path("/proc/self/clear_refs")  # of Linux; 5 forgets the peak
HEADS = ("Mã số thuế", "Tên cơ sở", "Loại hình", "commune", "Ngành chính", "Năm bắt đầu sản xuất")


def main() -> int:
    """Measure on every kind of database this machine has; exit status 1 where a claim does not hold."""
    return on_every_database("registers", __doc__, __file__, measured)


def measured(plans: int, _offices: int) -> dict[str, Any]:
    """Build a district with its establishments and measure."""
    create_database()
    settings.ALLOWED_HOSTS = ["*"]
    count = 50_000 if plans >= 300 else 5_000
    user, communes = people()
    propose_norms(locality=user.locality, actor=None, today=DAY)  # what samples are held against
    at = Client()
    at.force_login(user)
    fill(communes, 0, count // 10)
    crowd(communes, 0, 2 * count)
    few = queries_of(at)
    fill(communes, count // 10, count)
    crowd(communes, 2 * count, 20 * count)
    found: dict[str, Any] = {"establishments": count, "figures": count * YEARS}
    found |= {"measurements": Measurement.objects.count(), "trainees": Trainee.objects.count()}
    found["queries"] = queries_of(at)
    found["queries_at_a_tenth"] = few
    found |= export(at)
    found |= sheet(user, communes, SHEET if count == 50_000 else SHEET // 10)
    found |= lines_of_code()
    connections.close_all()
    return found | {"missed": missed(found)}


def create_database() -> None:
    """Make the database and its tables; a server does not have it yet."""
    if connection.vendor == "postgresql":
        with connection._nodb_cursor() as cursor:
            cursor.execute("CREATE DATABASE tiendo")
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


def people() -> tuple[User, list[Agency]]:
    """A coordinator and ten communes."""
    home = Locality.objects.create(name="Huyện Lớn")
    names = [f"Ủy ban nhân dân xã Số {number}" for number in range(10)]
    communes = [
        Agency.objects.create(locality=home, name=name, kind="commune", fold=name, sort_key=name)
        for name in names
    ]
    office = Agency.objects.create(locality=home, name="Phòng Kinh tế", fold="k", sort_key="k")
    user = User.objects.create(username="dieuphoi", full_name="Người Đo", locality=home)
    Membership.objects.create(user=user, agency=office, role="coordinator")
    return user, communes


def code(number: int) -> str:
    """A tax code with its check digit; one whose digit would be ten is passed over by its neighbour."""
    nine = f"{number + 100_000_000:09d}"
    digit = check_digit(nine)
    return nine + digit if len(digit) == 1 else code(number + 400_000_000)


def establishment(number: int, commune: Agency) -> Enterprise:
    """One of many."""
    row = Enterprise(
        locality=commune.locality,
        commune=commune,
        tax_code=code(number),
        name=f"Cơ sở sản xuất số {number}",
        kind="private",
        activity_code=("1061", "1020", "2821")[number % 3],
        activity_version="2018",
        began=2000 + number % 20,
        workers=number % 200,
        checked_on=DAY,
    )
    row.fold = folded(REGISTER, row)
    return row


def fill(communes: list[Agency], first: int, last: int) -> None:
    """Store the establishments with these numbers, and their figures."""
    for start in range(first, last, BATCH):
        numbers = range(start, min(start + BATCH, last))
        with transaction.atomic():
            rows = Enterprise.objects.bulk_create(
                [establishment(number, communes[number % 10]) for number in numbers], 500
            )
            EnterpriseYear.objects.bulk_create(
                [
                    EnterpriseYear(
                        enterprise=row,
                        locality_id=row.locality_id,
                        year=2015 + place,
                        output_current=Decimal(1000 + place),
                        workers=row.workers,
                        checked_on=DAY,
                    )
                    for row in rows
                    for place in range(YEARS)
                ],
                500,
            )


def queries_of(at: Client) -> dict[str, int]:
    """How many queries each page takes, the second time it is looked at."""
    row = Enterprise.objects.latest("pk").pk
    commune = Agency.objects.filter(kind="commune").earliest("pk").pk
    pages = {
        "list": "/so/doanh-nghiep/",
        "last_page": "/so/doanh-nghiep/?page=last",
        "filter": f"/so/doanh-nghiep/?commune={commune}&sort=-workers",
        "search": "/so/doanh-nghiep/?q=so+san+xuat+49",
        "row": f"/so/doanh-nghiep/{row}/",
        "figures": "/so/nam-doanh-nghiep/so-do/?nam=2023",
        "measure": "/so/doanh-nghiep/so-do/co-so/?nam=2023",
        "index": "/so/",
        **PAGES,
    }
    for url in pages.values():
        at.get(url)  # what a process asks once and keeps
    return {
        name: timed(lambda url=url: at.get(url), name)["queries"] for name, url in pages.items()
    }


def export(at: Client) -> dict[str, Any]:
    """All rows as .xlsx and .csv, read to their ends."""
    found: dict[str, Any] = {}
    for kind in ("csv", "xlsx"):
        forget_peak()
        before = peak()
        begun = time.perf_counter()
        size = sum(len(part) for part in at.get(f"/so/doanh-nghiep/?dang={kind}").streaming_content)
        found[f"{kind}_seconds"] = round(time.perf_counter() - begun, 1)
        found[f"{kind}_memory"] = round(peak() - before, 1)
        found[f"{kind}_megabytes"] = round(size / 1e6, 1)
    return found


def forget_peak() -> None:
    """Begin anew to watch the most memory this process holds; filling the tables took more than any export."""
    if WATCHED.exists():
        WATCHED.write_text("5")


def peak() -> float:
    """The most memory this process has held since `forget_peak`, in MB; elsewhere than on Linux since it began."""
    if not WATCHED.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    (held,) = re.findall(r"VmHWM:\s+(\d+) kB", WATCHED.with_name("status").read_text())
    return int(held) / 1024


def sheet(user: User, communes: list[Agency], count: int) -> dict[str, Any]:
    """A sheet brought in, beside plainly validating and inserting the same rows."""
    rows = [(1_000_000 + number, communes[number % 10]) for number in range(count)]
    plain = timed(lambda: insert_plainly(rows), "plainly")
    Enterprise.objects.filter(pk__gt=Enterprise.objects.order_by("-pk")[count].pk).delete()
    file = ContentFile(table_of(rows).encode(), "bang.csv")
    brought = timed(lambda: bring(file, user, count), "brought in")
    times = round(brought["seconds"] / plain["seconds"], 2)
    return {"sheet_rows": count, "times_plain_inserting": times, "plain_seconds": plain["seconds"]}


def table_of(rows: list[tuple[int, Agency]]) -> str:
    """These establishments as a .csv sheet."""
    content = io.StringIO()
    writer = csv.writer(content)
    writer.writerow(HEADS)
    for number, commune in rows:
        row = establishment(number, commune)
        name = commune.name.removeprefix("Ủy ban nhân dân ")
        writer.writerow((row.tax_code, row.name, "private", name, row.activity_code, row.began))
    return content.getvalue()


def bring(file: ContentFile, user: User, count: int) -> None:
    """Receive, read, compare and store a sheet; every row of it is new."""
    hand = Hand(REGISTER, user.locality_id, None, None, Setting(DAY))
    kept = bringing.receive(hand=hand, file=file, actor=user, now=timezone.now())
    bringing.compare(kept, hand)
    kept.refresh_from_db()
    assert kept.counts.get("add") == count, (kept.counts, kept.fault)
    bringing.carry_out(row=kept, hand=hand, actor=user)


def insert_plainly(rows: list[tuple[int, Agency]]) -> None:
    """Validate each row as its model says and insert them all."""
    made = [establishment(number, commune) for number, commune in rows]
    for row in made:
        row.full_clean(["locality", "commune"], validate_unique=False, validate_constraints=False)
    with transaction.atomic():
        Enterprise.objects.bulk_create(made, 500)


def timed(act: Callable[[], Any], name: str) -> dict[str, Any]:
    """Seconds by the clock and the number of queries."""
    queries = 0

    def counting(execute: Callable[..., Any], *arguments: Any) -> Any:
        nonlocal queries
        queries += 1
        return execute(*arguments)

    begun = time.perf_counter()
    with connection.execute_wrapper(counting):
        act()
    seconds = round(time.perf_counter() - begun, 3)
    print(f"{connection.vendor}, {name}: {seconds} s, {queries} queries", flush=True)
    return {"seconds": seconds, "queries": queries}


def lines_of_code() -> dict[str, Any]:
    """Lines that say something: of the kernel, and of registers with their models, for each register."""
    source = ROOT / "src" / "tiendo"
    kernel = sum(map(said, sorted((source / "registers").rglob("*.py"))))
    apps = {each.model._meta.app_label for each in REGISTERS.values()}
    declared = [
        path
        for app in apps
        for path in (source / app).rglob("*.py")
        if "registers" in path.name or "models" in str(path.relative_to(source))
    ]
    return {
        "kernel_lines": kernel,
        "registers": len(REGISTERS),
        "lines_for_each": round(sum(map(said, declared)) / len(REGISTERS), 1),
    }


def said(path: Path) -> int:
    """Lines of a module that are neither blank nor only a remark; none of migrations."""
    if "migrations" in path.parts:
        return 0
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return sum(1 for line in lines if line and not line.startswith("#"))


def missed(found: dict[str, Any]) -> list[str]:
    """What does not hold."""
    lines = [
        f"{name}: {count} queries"
        for name, count in found["queries"].items()
        if count > MOST_QUERIES
        and name not in ("row", "figures")  # one for each child, each measure
    ]
    if found["queries"] != found["queries_at_a_tenth"]:
        lines.append("the number of queries grows with the data")
    if found["times_plain_inserting"] > MOST_TIMES:
        lines.append(
            f"bringing in costs {found['times_plain_inserting']} times the plain inserting"
        )
    lines += [
        f"{kind} takes {found[f'{kind}_memory']} MB"
        for kind in ("csv", "xlsx")
        if found[f"{kind}_memory"] > MOST_MEMORY
    ]
    return lines


if __name__ == "__main__":
    sys.exit(main())
