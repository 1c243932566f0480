"""A process of its own that makes one photograph smaller: no picture can harm the server.

python -m tiendo.progress.proofs.apart smaller FILE TARGET 0|1
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from tiendo.plans.working import Jobs, Say, work
from tiendo.progress.proofs.photographs import Damaged, Huge, kept
from vanban.sources import Unreadable

MEMORY = (
    3 << 30
)  # bytes of address space: 80 million dots in colours that show through, twice, and the libraries


def main(arguments: Sequence[str]) -> int:
    """Do one job and say its result."""
    return work(arguments, JOBS, MEMORY)


def _smaller(say: Say, file: str, target: str, with_data: str) -> None:
    """Write the picture as it is kept; say its ending and media type, or that it stays as it was brought."""
    try:
        with Path(file).open("rb") as stream:
            picture = kept(stream, with_data=with_data == "1")
    except Damaged as error:
        raise Unreadable("damaged", {}) from error
    except Huge as error:
        raise Unreadable("huge", {}) from error
    if picture is None:
        say({"stays": True})
        return
    Path(target).write_bytes(picture.content)
    say({"ending": picture.ending, "media_type": picture.media_type})


JOBS: Jobs = {"smaller": _smaller}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
