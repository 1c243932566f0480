"""The child processes that read the pages of a scan side by side, and what becomes of their answers."""

import json
import os
import selectors
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple

from vanban.progress import Progress
from vanban.scan.letters import lacking
from vanban.scan.scanned import ScannedPage, page_of
from vanban.sources.unreadable import Unreadable

PROCESSES = "VANBAN_PROCESSES"  # the setting that says how many pages are read at a time
MOST_PROCESSES = 4  # unless it says more: each takes about 300 MiB
WORKER = (sys.executable, "-m", "vanban.scan.worker")
A_MOMENT = (
    1.0  # seconds without an answer after which progress is told again, so that it can be stopped
)
MOST_MOMENTS = 240  # without any answer: a page that hangs without using its processor
SHEAVES = (b"II", b"MM", b"RIFF")  # how TIFF and WebP begin; no other kind holds several pages
ONE_THREAD = dict.fromkeys(("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")

Child = subprocess.Popen[bytes]
Answer = Mapping[str, Any]


class Leaf(NamedTuple):
    """One page to read: the file, and the number of the page in it."""

    file: Path
    page: int


def count_pages(path: Path) -> int:
    """How many pages an image file holds; raises `Unreadable` as `read_leaves` does."""
    with path.open("rb") as file:
        if not file.read(4).startswith(SHEAVES):
            return 1
    for _place, answer in _answers([{"count": str(path), "place": 1}], 1):
        if answer is not None:
            return int(answer["pages"])
    raise Unreadable("picture-damaged", {"name": path.name})


def read_leaves(leaves: Sequence[Leaf], progress: Progress) -> list[ScannedPage]:
    """The pages in the order of `leaves`; `progress` hears of each, and about every second in between.

    Raises `Unreadable`: no-recogniser where the machine lacks what it needs, hard-page for a page that takes
    too much time or memory, and what decoding pictures raises. No process is left behind.
    """
    jobs = [
        {"file": str(leaf.file), "page": leaf.page, "place": place}
        for place, leaf in enumerate(leaves, start=1)
    ]
    pages: dict[int, ScannedPage] = {}
    progress(0, len(jobs))
    for place, answer in _answers(jobs, min(_processes(), len(jobs))):
        if answer is not None:
            pages[place] = page_of(answer["page"])
        progress(len(pages), len(jobs))
    return [pages[place] for place in sorted(pages)]


def _processes() -> int:
    """As many as there are processors, within the memory that reading may take."""
    chosen = os.environ.get(PROCESSES, "")
    if chosen.isdecimal() and int(chosen):
        return int(chosen)
    return min(MOST_PROCESSES, len(os.sched_getaffinity(0)))


def _answers(jobs: Sequence[dict[str, Any]], processes: int) -> Iterator[tuple[int, Answer | None]]:
    """The place of each job and its answer, as they come; (0, None) for every moment without one."""
    if package := lacking():
        raise Unreadable("no-recogniser", {"package": package})
    waiting = list(reversed(jobs))
    quiet = 0
    with _children(processes) as children, selectors.DefaultSelector() as listener:
        for child in children:
            _give(waiting.pop(), child, listener)
        while listener.get_map():
            events = listener.select(A_MOMENT)
            quiet = 0 if events else quiet + 1
            if quiet > MOST_MOMENTS:
                raise Unreadable("hard-page", {"page": str(min(_places(listener)))})
            if not events:
                yield 0, None
            for key, _mask in events:
                child, place = key.data
                yield place, _heard(child, place)
                listener.unregister(key.fileobj)
                if waiting:
                    _give(waiting.pop(), child, listener)


def _give(job: Mapping[str, Any], child: Child, listener: selectors.BaseSelector) -> None:
    """Let a child do a job, and listen for its answer."""
    _send(child, job)
    listener.register(_end(child.stdout), selectors.EVENT_READ, (child, job["place"]))


def _places(listener: selectors.BaseSelector) -> list[int]:
    return [key.data[1] for key in listener.get_map().values()]


def _heard(child: Child, place: int) -> Answer:
    line = _end(child.stdout).readline()
    if not line.endswith(b"\n"):  # it was ended for what it took, or by itself
        raise Unreadable("hard-page", {"page": str(place)})
    try:
        answer: Answer = json.loads(line)
    except ValueError as error:
        raise Unreadable("hard-page", {"page": str(place)}) from error
    if refused := answer.get("unreadable"):
        raise Unreadable(refused["code"], refused["values"])
    return answer


def _send(child: Child, job: Mapping[str, Any]) -> None:
    try:
        _end(child.stdin).write(json.dumps(job).encode() + b"\n")
        _end(child.stdin).flush()
    except BrokenPipeError as error:
        raise Unreadable("hard-page", {"page": str(job["place"])}) from error


def _end(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise TypeError("the child has no pipe")
    return stream


@contextmanager
def _children(number: int) -> Iterator[list[Child]]:
    """So many child processes; they are gone afterwards, whatever happened."""
    environment = {
        **os.environ,
        **ONE_THREAD,
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    children: list[Child] = []
    try:
        for _ in range(number):
            children.append(
                subprocess.Popen(
                    WORKER,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=environment,
                )
            )
        yield children
    finally:
        for child in children:
            child.kill()
        for child in children:
            _close(child)


def _close(child: Child) -> None:
    child.wait()
    _end(child.stdout).close()
    try:
        _end(child.stdin).close()
    except BrokenPipeError:
        return  # it ended before it had read its job
