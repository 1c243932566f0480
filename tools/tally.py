"""How many tests ran, and what kept the others from running: read from pytest's own report."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

# How a test says that the machine lacks something: "lacks postgresql: no PostgreSQL server".
LACKS = "lacks "


@dataclass(slots=True)
class Tally:
    """Counts of one or more runs; `not_run` maps a reason to the number of tests it kept away."""

    passed: int = 0
    failed: int = 0
    database: int = 0  # of all, those that used the database
    not_run: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Tally") -> None:
        self.passed += other.passed
        self.failed += other.failed
        self.database += other.database
        self.not_run += other.not_run

    def closing_lines(self) -> list[str]:
        """One line for each reason, then the line that sums up."""
        said = [
            f"{number} test{'s' * (number > 1)} not run: {reason.removeprefix(LACKS).split(': ', 1)[-1]}"
            for reason, number in sorted(self.not_run.items())
        ]
        skipped = self.not_run.total()
        return [*said, f"{self.passed} passed, {self.failed} failed, {skipped} skipped"]

    def missing(self, strict: str) -> list[str]:
        """The reasons that `strict` forbids: "1" all that the machine lacks, else names by comma."""
        lacked = {reason for reason in self.not_run if reason.startswith(LACKS)}
        if strict == "1":
            return sorted(lacked)
        names = tuple(f"{LACKS}{name.strip()}:" for name in strict.split(",") if name.strip())
        return sorted(reason for reason in lacked if reason.startswith(names))


def read_report(path: Path) -> Tally:
    """Read a JUnit file written by pytest; a run that wrote none counts as one failure."""
    if not path.exists():
        return Tally(failed=1)
    tally = Tally()
    for case in ElementTree.parse(path).iter("testcase"):  # noqa: S314  written by our own pytest
        skipped = case.find("skipped")
        tally.database += case.find("properties/property[@name='database']") is not None
        if case.find("failure") is not None or case.find("error") is not None:
            tally.failed += 1
        elif skipped is not None and skipped.get("type") == "pytest.skip":
            tally.not_run[skipped.get("message", "")] += 1
        else:
            tally.passed += 1
    return tally
