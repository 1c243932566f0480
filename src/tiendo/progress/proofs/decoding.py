"""Letting a photograph be made smaller in a process of its own, within limits of time and memory."""

import shutil
import sys
import tempfile
import threading
from pathlib import Path
from typing import IO, Any

from tiendo.plans.children import TOO_MUCH_MEMORY, Broken, TooLong, do_within
from tiendo.progress.proofs.photographs import Damaged, Huge, Kept
from vanban.sources import Unreadable

WORKER: tuple[str, ...] = (sys.executable, "-m", "tiendo.progress.proofs.apart")
LONGEST = 30  # seconds
AT_ONCE = threading.BoundedSemaphore(2)


class TooMuch(Exception):
    """The picture takes more time or memory than one may."""


REFUSALS = {"damaged": Damaged, "huge": Huge, TOO_MUCH_MEMORY: TooMuch}


def made_smaller(file: IO[bytes], *, with_data: bool) -> Kept | None:
    """The picture as it is kept, as `photographs.kept` makes it; None for one that stays as it was brought.

    Raises `Damaged`, `Huge`, and `TooMuch` also where a library gives up in the middle.
    """
    with tempfile.TemporaryDirectory(prefix="tiendo-") as folder, AT_ONCE:
        brought, target = Path(folder) / "brought", Path(folder) / "kept"
        with brought.open("wb") as copy:
            shutil.copyfileobj(file, copy)
        said = _answer("smaller", brought, target, str(int(with_data)))
        if "stays" in said:
            return None
        return Kept(target.read_bytes(), said["ending"], said["media_type"])


def _answer(*job: str | Path) -> dict[str, Any]:
    try:
        said = do_within(LONGEST, *job, worker=WORKER)
    except Unreadable as error:
        raise REFUSALS[error.code] from error
    except (TooLong, Broken) as error:
        raise TooMuch from error
    if said is None:
        raise TooMuch
    return said
