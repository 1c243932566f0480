"""How fast, and in how much memory, documents are read: sample by sample, beside the bare extraction underneath.

Every sample is read in a process of its own, and so is the bare extraction of the same file: python-docx's own
iteration, pdfplumber's own tables, whole-page Tesseract with the same model. Compared is processor time, the
children's included, the best of several rounds: reading and extraction take turns, so that a busy machine slows
both. What a format needs is loaded before either begins; that a scan's child processes start is reading's own.
Peak memory is that of the largest process. The last line is one JSON object; exit status 1 where a goal is missed.
`--quick` takes fewer rounds.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLANS = ROOT.parent / "shared" / "plans"
OWN_PLAN = ROOT / "tests" / "vanban" / "files" / "ke-hoach-mau.txt"
# Most of the bare extraction's time that reading may take, by format.
MOST_RATIO = {".docx": 3.0, ".pdf": 0.5, "": 1.8}
MOST_SECONDS = {".md": 1.0, ".txt": 0.1, "": 10.0}  # a page of a scan; else the whole document
MOST_MEMORY = 1_500  # MiB
TURNS, ROUNDS = 4, 5  # of reading and extraction; within each turn
SCAN_DPI = 150  # of the made scan: small pages show what starting a child process costs


@dataclass(frozen=True)
class Sample:
    """A file and its pages; `long` ones are read fewer times."""

    path: Path
    pages: int
    long: bool = False

    @property
    def kind(self) -> str:
        """The suffix, "" for page images."""
        return "" if self.path.is_dir() or self.path.suffix == ".png" else self.path.suffix


def main() -> int:
    """Measure every sample and print the figures."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--quick", action="store_true", help="one round of each")
    asked.add_argument(
        "--alone", nargs=3, metavar=("WHAT", "ROUNDS", "FILE"), help=argparse.SUPPRESS
    )
    given = asked.parse_args()
    if given.alone:
        return alone(given.alone[0], int(given.alone[1]), Path(given.alone[2]))
    with tempfile.TemporaryDirectory() as folder:
        figures = [measure(sample, quick=given.quick) for sample in samples(Path(folder))]
    missed = [miss for figure in figures for miss in figure.pop("missed")]
    print(
        json.dumps({"benchmark": "read", "samples": figures, "missed": missed}, ensure_ascii=False)
    )
    return 1 if missed else 0


def samples(folder: Path) -> Iterator[Sample]:
    """Real plans where they are, and long ones made up."""
    from long_plan import write_long_pdf, write_long_plan, write_scan  # noqa: PLC0415 - not in measuring processes

    yield from (Sample(path, 10) for path in sorted(PLANS.glob("plan-01-*.txt")) or [OWN_PLAN])
    for pattern, pages in (("plan-*.md", 60), ("*.docx", 9), ("*.pdf", 15)):
        yield from (Sample(path, pages) for path in sorted(PLANS.glob(pattern)))
    yield from (
        Sample(path, len(list(path.iterdir())), long=True)
        for path in PLANS.glob("*-scan")
        if path.is_dir()
    )
    for name, write in (("long.docx", write_long_plan), ("long.pdf", write_long_pdf)):
        write(folder / name, 20)
        yield Sample(folder / name, 20)
    write_scan(folder / f"scan-{SCAN_DPI}-dpi.png", SCAN_DPI)
    yield Sample(folder / f"scan-{SCAN_DPI}-dpi.png", 1)


def measure(sample: Sample, *, quick: bool) -> dict[str, object]:
    """One sample: seconds of processor time, MiB, and the ratio to the bare extraction."""
    rounds = 1 if sample.kind == "" else ROUNDS
    turns = 1 if quick or sample.long else TURNS
    taken = [
        (in_process("read", rounds, sample.path), in_process("bare", rounds, sample.path))
        for _ in range(turns)
    ]
    reading, bare = (min(one, key=lambda run: run["seconds"]) for one in zip(*taken, strict=True))
    ratio = reading["seconds"] / bare["seconds"]
    figure = {
        "file": sample.path.name[:24], "pages": sample.pages, "seconds": round(reading["seconds"], 3),
        "mebibytes": reading["mebibytes"], "bare_seconds": round(bare["seconds"], 3), "ratio": round(ratio, 2),
    }  # fmt: skip
    print(
        *(f"{name} {value}" for name, value in figure.items()),
        sep="  ",
        file=sys.stderr,
        flush=True,
    )
    return {
        **figure,
        "missed": list(misses(sample, reading["seconds"], reading["mebibytes"], ratio)),
    }


def misses(sample: Sample, seconds: float, mebibytes: float, ratio: float) -> Iterator[str]:
    """The goals that a sample misses, in words."""
    name = sample.path.name[:24]
    if ratio > MOST_RATIO.get(sample.kind, float("inf")):
        yield f"{name}: {ratio:.2f} × the bare extraction, more than {MOST_RATIO[sample.kind]}"
    measured = seconds / sample.pages if sample.kind == "" else seconds
    if measured > MOST_SECONDS.get(sample.kind, float("inf")):
        yield f"{name}: {measured:.2f} s, more than {MOST_SECONDS[sample.kind]}"
    if mebibytes > MOST_MEMORY:
        yield f"{name}: {mebibytes} MiB, more than {MOST_MEMORY}"


def in_process(what: str, rounds: int, path: Path) -> dict[str, float]:
    """What `alone` measured in a process of its own."""
    command = [sys.executable, __file__, "--alone", what, str(rounds), str(path)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def alone(what: str, rounds: int, path: Path) -> int:
    """Do it `rounds` times here and print the shortest processor time and the largest memory."""
    work = work_of(what, path)
    shortest = float("inf")
    for _ in range(rounds):
        start = processor_seconds()
        work()
        shortest = min(shortest, processor_seconds() - start)
    largest = max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(json.dumps({"seconds": shortest, "mebibytes": largest // 1024}))
    return 0


def work_of(what: str, path: Path) -> Callable[[], object]:
    """Reading, or the bare extraction; the libraries of the other are not loaded."""
    if what == "read":
        from vanban.reader import read  # noqa: PLC0415
        from vanban.sources.formats import FORMATS, PAGED_FORMATS, PICTURES  # noqa: PLC0415

        {**FORMATS, **PAGED_FORMATS}.get(path.suffix, PICTURES).function()
        return lambda: read(path)
    from bare import BARE  # noqa: PLC0415

    extract = BARE["" if path.is_dir() or path.suffix == ".png" else path.suffix]
    return lambda: list(extract(path))


def processor_seconds() -> float:
    """Processor time of this process and of its children that ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    sys.exit(main())
