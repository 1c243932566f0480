"""A process of its own that reads a document or draws one of its pages: nothing it does can harm the server.

    python -m tiendo.plans.apart read FILE
    python -m tiendo.plans.apart picture FILE TARGET PAGE DPI TURN

How it answers and when it ends stands in `tiendo.plans.working`.
"""

import sys
import traceback
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from tiendo.plans.children import NO_PAGE
from tiendo.plans.working import Jobs, Say, work
from vanban.check.checking import remarks_on
from vanban.jsonform import plain_value
from vanban.model import Reading
from vanban.reader import read
from vanban.sources.pictures import page_picture

MEMORY = 4 << 30  # bytes of address space; what is in use is about a third


def main(arguments: Sequence[str]) -> int:
    """Do one job and say its result."""
    return work(arguments, JOBS, MEMORY)


def _read(say: Say, file: str) -> None:
    def tell(done: int, total: int) -> None:
        say({"done": done, "total": total})

    reading = read(Path(file), tell)
    say({"reading": plain_value(reading), **_remarks(Path(file), reading)})


def _remarks(path: Path, reading: Reading) -> Mapping[str, Any]:
    """What is wrong with the document itself; a check that fails does not cost the reading."""
    try:
        return {"remarks": plain_value(remarks_on(path, reading))}
    except Exception:
        traceback.print_exc()
        return {}


def _picture(say: Say, file: str, target: str, *how: str) -> None:
    page, dpi, turn = map(int, how)
    try:
        drawn = page_picture(Path(file), page, dpi)
    except LookupError:
        say({"unreadable": {"code": NO_PAGE, "values": {}}})
        return
    if turn:
        with Image.open(BytesIO(drawn)) as upright:
            upright.rotate(-turn, expand=True).save(target, "PNG")
    else:
        Path(target).write_bytes(drawn)


JOBS: Jobs = {"read": _read, "picture": _picture}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
