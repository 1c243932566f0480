"""PDF files built to be endless: streams that unpack to gigabytes, forms that draw each other."""

from pathlib import Path

import pytest

from tests.vanban.sources.test_pdf import deflated, refusal


def test_a_page_that_unpacks_to_hundreds_of_megabytes_is_refused(tmp_path: Path) -> None:
    assert refusal(deflated(tmp_path, b" " * 250_000_000)) == "too-big-inside"


def test_a_form_that_holds_itself_is_refused(tmp_path: Path) -> None:
    form = (
        b"5 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 12 "
        b"/Resources << /XObject << /X 5 0 R >> >> >>\nstream\n/X Do /X Do \nendstream endobj\n"
    )
    assert refusal(deflated(tmp_path, b"/X Do", form)) == "pdf-damaged"


INNER = b"5 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 9 9] %b >>\nstream\n%b\nendstream endobj\n"


@pytest.mark.parametrize(
    "further",
    [
        INNER % (b"/Resources 6 0 R", b"/X Do /X Do")
        + b"6 0 obj << /XObject << /X 5 0 R >> >> endobj\n",
        INNER % (b"/Resources 6 0 R", b"/X Do /X Do")
        + b"6 0 obj << /XObject 7 0 R >> endobj\n7 0 obj << /X 5 0 R >> endobj\n",
        INNER % (b"", b"/X Do /X Do"),
        INNER.replace(b"/Form", b"/#46orm")
        % (b"/Res#6furces << /XObject << /X 5 0 R >> >>", b"/X Do /X Do"),
    ],
    ids=["resources elsewhere", "names elsewhere", "names of the page", "escaped names"],
)
def test_a_form_that_holds_itself_is_found_wherever_its_names_stand(
    tmp_path: Path, further: bytes
) -> None:
    assert refusal(deflated(tmp_path, b"/X Do", further)) == "pdf-damaged"


def test_a_page_that_draws_a_form_a_million_times_is_refused(tmp_path: Path) -> None:
    further = INNER % (b"", b"0 0 1 1 re f")
    assert refusal(deflated(tmp_path, b"/X Do " * 1_000_000, further)) == "pdf-damaged"


def test_a_form_that_draws_another_is_no_bomb(tmp_path: Path) -> None:
    further = INNER % (b"/Resources << /XObject << /X 6 0 R >> >>", b"/X Do")
    further += (INNER % (b"", b"0 0 1 1 re f")).replace(b"5 0 obj", b"6 0 obj")
    assert refusal(deflated(tmp_path, b"/X Do", further)) == "no-text"


@pytest.mark.parametrize(
    "packed",
    [b"/Filter 5 0 R", b"/Subtype /Image /Filter /FlateDecode"],
    ids=["its packing stands elsewhere", "it calls itself a picture"],
)
def test_a_bomb_in_disguise_is_refused(tmp_path: Path, packed: bytes) -> None:
    path = deflated(tmp_path, b" " * 500_000_000, b"5 0 obj /FlateDecode endobj\n")
    path.write_bytes(path.read_bytes().replace(b"/Filter /FlateDecode", packed))
    assert refusal(path) == "too-big-inside"


def test_a_large_drawing_that_is_read_to_its_end_is_no_bomb(tmp_path: Path) -> None:
    lines = "".join(f"{n % 595} {n % 842} m {n * 7 % 595} {n * 3 % 842} l " for n in range(300_000))
    assert refusal(deflated(tmp_path, lines.encode() + b"n ")) == "no-text"
