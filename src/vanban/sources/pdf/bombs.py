"""Files built to be endless when opened: streams that unpack to gigabytes, forms that hold themselves.

pdfium would unpack and draw them; so the raw file is looked over before it is handed on.
"""

import re
from collections.abc import Iterable
from itertools import islice

from vanban.sources.pdf.nesting import check_nesting
from vanban.sources.pdf.streams import Stream, streams_of, unpacked
from vanban.sources.unreadable import Unreadable

MEGABYTE = 1_000_000
LARGEST_STREAM = 200 * MEGABYTE  # of what is printed on a page
LARGEST_PICTURE = (
    400 * MEGABYTE
)  # a page of A3 at 600 dpi in colours, and what only calls itself one
MOST_STREAMS = 200_000
DENSEST = 1032  # times that deflated data grow at most
PICTURE = re.compile(rb"/Subtype\s*/Image\b")


def check_bombs(data: bytes) -> None:
    """Raises `Unreadable`, too-big-inside or pdf-damaged, for a file that would not end."""
    streams = list(islice(streams_of(data), MOST_STREAMS + 1))
    if len(streams) > MOST_STREAMS:
        raise Unreadable("pdf-damaged")
    _check_sizes(streams)
    check_nesting(data, streams)


def _check_sizes(streams: Iterable[Stream]) -> None:
    for stream in streams:
        limit = LARGEST_PICTURE if PICTURE.search(stream.head) else LARGEST_STREAM
        if len(stream.body) * DENSEST**stream.layers >= limit:
            _check_size(stream, limit)


def _check_size(stream: Stream, limit: int) -> None:
    size = 0
    for part in unpacked(stream):
        size += len(part)
        if size > limit:
            told = str(limit // MEGABYTE)
            raise Unreadable("too-big-inside", {"size": f"> {told}", "limit": told})
