"""The child process in which pictures are decoded and letters recognised: python -m vanban.scan.worker

It takes jobs as lines of JSON and answers each with one line: {"count": FILE} with {"pages": N}, and
{"file": FILE, "page": N} with {"page": …}; what cannot be read with {"unreadable": …}. It may use so much memory
and so much time a page and no more, and it ends when the process that started it ends.
"""

import json
import os
import resource
import sys
import warnings
from collections.abc import Mapping
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any

from PIL import Image

from vanban.scan.letters import model_folder
from vanban.scan.loading import count_pages, load_page
from vanban.scan.reading import read_page
from vanban.scan.recogniser import Recogniser
from vanban.sources.unreadable import Unreadable

MEMORY = 1_400 << 20  # bytes of address space
SECONDS = 60  # of processor time for a page


def main() -> int:
    """Answer jobs until there are no more."""
    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = None  # the limit of our own is checked with a sentence
    _bound(resource.RLIMIT_AS, MEMORY)
    _bound(resource.RLIMIT_CORE, 0)
    jobs: SimpleQueue[str] = SimpleQueue()
    Thread(target=_listen, args=(jobs,), daemon=True).start()
    folder = model_folder()
    if folder is None:
        return 1
    recogniser = Recogniser(folder)
    while True:
        job = json.loads(jobs.get())
        _allow_time()
        print(json.dumps(_answer(job, recogniser)), flush=True)  # noqa: T201  this is its channel


def _listen(jobs: "SimpleQueue[str]") -> None:
    """Pass jobs on; end at once when the process that sends them has ended, whatever is being done."""
    for line in sys.stdin:
        jobs.put(line)
    os._exit(0)


def _answer(job: Mapping[str, Any], recogniser: Recogniser) -> dict[str, Any]:
    try:
        if "count" in job:
            return {"pages": count_pages(Path(job["count"]))}
        return {"page": read_page(load_page(Path(job["file"]), job["page"]), recogniser).plain()}
    except Unreadable as error:
        return {"unreadable": {"code": error.code, "values": error.values}}
    except MemoryError:
        return {"unreadable": {"code": "hard-page", "values": {"page": str(job.get("place", 1))}}}


def _bound(kind: int, most: int) -> None:
    _soft, hard = resource.getrlimit(kind)
    limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(kind, (limit, hard))


def _allow_time() -> None:
    """Let the next page take so many seconds of processor time, beyond what was used until now."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _bound(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + SECONDS)


if __name__ == "__main__":
    sys.exit(main())
