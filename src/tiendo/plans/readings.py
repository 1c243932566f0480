"""A `Reading` as it is kept with its intake: the plain values of `vanban.jsonform.plain_value`.

Under `remarks` stands what is wrong with the document itself, as `vanban.check` found it on the same way.
"""

from collections.abc import Iterator
from typing import Any

Stored = dict[str, Any]


def told(answer: Stored) -> Stored:
    """The reading in the reader's answer, with the remarks on the document where it was checked."""
    remarks = {"remarks": answer["remarks"]} if "remarks" in answer else {}
    return {**answer["reading"], **remarks}


def lines_of(reading: Stored) -> Iterator[Stored]:
    """Every line of the stored source in reading order, those in table cells included."""
    for block in reading.get("source", {}).get("blocks", ()):
        if "rows" not in block:
            yield block
            continue
        for row in block["rows"]:
            for cell in row:
                yield from cell["lines"]


def printed(line: Stored) -> str:
    """The words of a line as they are printed, before the reader repaired their letters."""
    return str(line.get("printed") or line["text"])


def is_paged(reading: Stored) -> bool:
    """Whether the document has pages that can be shown as pictures, with places on them."""
    source = reading.get("source", {})
    return source.get("format") in ("pdf", "scan") and bool(source.get("pages"))
