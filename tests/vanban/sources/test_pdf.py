"""PDF files: every word where it is printed, whatever the way it is drawn; what cannot be read is refused."""

import io
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.vanban.typeset import Written, hand_written, show, typeset
from vanban.layout.geometry import PageLayout, PlacedWord
from vanban.model import Finding, Line, Table
from vanban.passages import lines_of
from vanban.progress import Progress
from vanban.sources import Unreadable, open_source
from vanban.sources.pdf import read_pdf, render_page, textless_pages
from vanban.sources.pdf.frame import Frame
from vanban.sources.pdf.glyphs import Run, Style
from vanban.sources.pdf.words import words_of
from vanban.sources.pictures import page_files, page_picture

Recognised = tuple[Mapping[int, PageLayout], tuple[Finding, ...]]
PICTURE = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
LETTER = show("The ward keeps its streets clean and green throughout the year. " * 2, 40, 700, 9)


def lines(path: Path) -> list[str]:
    return [line.text for line in lines_of(open_source(path).blocks) if line.text]


def written(folder: Path, *contents: str, page: str = "", box: str = "0 0 595 842") -> list[str]:
    return lines(hand_written(folder, Written(contents, box, page)))


def refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as caught:
        open_source(path)
    assert caught.value.sentence("vi") != caught.value.sentence("en")
    return caught.value.code


# --- Words ----------------------------------------------------------------------------------------


def test_text_is_read_by_its_place_and_not_by_the_order_it_is_drawn_in(tmp_path: Path) -> None:
    parts = [show("Trong cay", 80, 680), show("hoach", 99, 700), show("Ke", 80, 700)]
    assert written(tmp_path, " ".join(parts)) == ["Ke hoach", "Trong cay"]


def test_words_that_are_drawn_letter_by_letter_are_words(tmp_path: Path) -> None:
    content = "BT /F 12 Tf 80 700 Td [(K) 0 (e) -300 (h) 0 (o) 0 (a) 0 (ch)] TJ ET"
    assert written(tmp_path, content) == ["Ke hoach"]


def test_text_drawn_twice_to_look_bold_is_read_once(tmp_path: Path) -> None:
    assert written(tmp_path, show("Ke hoach", 80, 700) + show("Ke hoach", 80.4, 700)) == [
        "Ke hoach"
    ]


def test_hidden_text_is_not_read(tmp_path: Path) -> None:
    assert written(tmp_path, show("Ke hoach", 80, 700) + show("mat", 80, 650, mode=3)) == [
        "Ke hoach"
    ]


def test_text_outside_of_the_page_is_not_read(tmp_path: Path) -> None:
    assert written(tmp_path, show("Ke hoach", 80, 700) + show("ngoai", 80, -50)) == ["Ke hoach"]


def test_a_watermark_across_the_page_is_not_read(tmp_path: Path) -> None:
    watermark = "BT /F 60 Tf 0.7 0.7 -0.7 0.7 150 200 Tm (DU THAO) Tj ET"
    assert written(tmp_path, show("Ke hoach", 80, 700) + watermark) == ["Ke hoach"]


def test_slanted_letters_are_no_watermark(tmp_path: Path) -> None:
    assert written(tmp_path, "BT /F 12 Tf 1 0 0.3 1 80 700 Tm (Ke hoach) Tj ET") == ["Ke hoach"]


@pytest.mark.parametrize(
    ("turn", "matrix"),
    [(90, "0 1 -1 0 300 100"), (180, "-1 0 0 -1 400 400"), (270, "0 -1 1 0 100 500")],
)
def test_a_page_turned_by_its_file_is_read_as_it_is_seen(
    tmp_path: Path, turn: int, matrix: str
) -> None:
    content = f"BT /F 12 Tf {matrix} Tm (Ke hoach) Tj ET"
    path = hand_written(tmp_path, Written([content], page=f"/Rotate {turn}"))
    (line,) = open_source(path).blocks
    assert isinstance(line, Line)
    assert line.text == "Ke hoach"
    assert line.box is not None
    assert line.box.right - line.box.left > line.box.bottom - line.box.top


def test_text_that_lies_on_its_side_is_read_and_its_box_lies_where_it_is_seen(
    tmp_path: Path,
) -> None:
    content = "BT /F 12 Tf 0 1 -1 0 300 100 Tm (Ke hoach cua xa) Tj ET"
    (line,) = open_source(hand_written(tmp_path, Written([content]))).blocks
    assert isinstance(line, Line)
    assert line.text == "Ke hoach cua xa"
    assert line.box is not None
    assert line.box.bottom - line.box.top > line.box.right - line.box.left
    assert 0.45 < line.box.left < 0.52


def test_what_is_filled_into_a_form_field_is_read_with_the_text_around(tmp_path: Path) -> None:
    field = (
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (no) /V (277) /F 4 /Rect [105 697 130 712] "
        "/AP << /N 7 0 R >> >>"
    )
    stream = "BT /F 12 Tf 0 3 Td (277) Tj ET"
    look = (
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 25 15] /Length {len(stream)} "
        f"/Resources << /Font << /F 3 0 R >> >> >>\nstream\n{stream}\nendstream"
    )
    content = show("So:", 80, 700) + show("/KH-UBND", 135, 700)
    path = hand_written(tmp_path, Written([content], page="/Annots [6 0 R]", objects=[field, look]))
    assert lines(path) == ["So: 277 /KH-UBND"]
    assert page_picture(path, 1) != page_picture(hand_written(tmp_path, Written([content])), 1)


@pytest.mark.parametrize("font", [".VnTime", "ABCDEF+.VnTime", "Times-Roman"])
def test_letters_from_before_unicode_are_read_as_they_are_seen(tmp_path: Path, font: str) -> None:
    content = show("KÕ ho¹ch thùc hiÖn nhiÖm vô cña Uû ban nh©n d©n x· n¨m nay", 80, 700)
    source = open_source(hand_written(tmp_path, Written([content], font=font)))
    (line,) = source.blocks
    assert isinstance(line, Line)
    assert line.text == "Kế hoạch thực hiện nhiệm vụ của Uỷ ban nhân dân xã năm nay"
    assert [note.values["encoding"] for note in source.notes] == ["TCVN3"]


def test_letters_and_their_marks_drawn_apart_are_one_letter() -> None:
    style = Style("Tinos", False, True, 0)
    letters = ["K", "e", "\u0302", "\u0301", " ", "ﬁ", "\xad"]
    run = Run(style, (10.0, 10.0, 60.0, 22.0), 20.0, letters)
    (word,) = words_of([run], Frame(0.0, 0.0, 100.0, 100.0), [])
    assert word.text == "Kế fi-"


# --- Tables ---------------------------------------------------------------------------------------

GRID = "".join(
    f"{x} 600 m {x} 720 l S " for x in (50, 150, 350)
) + "".join(f"50 {y} m 350 {y} l S " for y in (600, 660, 720))  # fmt: skip
CELLS = "".join(
    show(text, x, y)
    for text, x, y in (("TT", 60, 690), ("Viec", 160, 690), ("1", 60, 630), ("Trong cay", 160, 630))
)
AS_BOXES = "".join(f"{x} 600 0.5 120 re f " for x in (50, 150, 350)) + "".join(
    f"50 {y} 300 0.5 re f " for y in (600, 660, 720)
)
AS_CELLS = "".join(f"{x} {y} {w} 60 re S " for x, w in ((50, 100), (150, 200)) for y in (600, 660))
SHADED = "0.8 g 50 660 300 60 re f 0 g "


@pytest.mark.parametrize("drawn", [GRID, AS_BOXES, AS_CELLS, SHADED + GRID])
def test_a_table_is_found_however_its_lines_are_drawn(tmp_path: Path, drawn: str) -> None:
    (table,) = open_source(hand_written(tmp_path, Written([drawn + CELLS]))).blocks
    assert isinstance(table, Table)
    assert [[cell.lines[0].text for cell in row] for row in table.rows] == [
        ["TT", "Viec"],
        ["1", "Trong cay"],
    ]


def test_words_of_neighbouring_cells_are_not_put_together(tmp_path: Path) -> None:
    close = show("Viec", 126, 690) + show("cay", 150.8, 690) + show("1", 60, 630)
    source = open_source(hand_written(tmp_path, Written([GRID + close])))
    (table,) = source.blocks
    assert isinstance(table, Table)
    assert [cell.lines[0].text for cell in table.rows[0]] == ["Viec", "cay"]


# --- Pages without text ---------------------------------------------------------------------------


def test_pages_that_only_show_a_picture_are_named(tmp_path: Path) -> None:
    scan = PICTURE + show("hidden letters of somebody's recogniser", 80, 700, mode=3)
    path = hand_written(tmp_path, Written([LETTER, PICTURE, scan, "", PICTURE + LETTER]))
    assert textless_pages(path) == [2, 3]


def test_pages_that_nobody_could_read_are_told(tmp_path: Path) -> None:
    source = read_pdf(hand_written(tmp_path, Written([LETTER, PICTURE, PICTURE])))
    assert [(note.code, note.values["pages"]) for note in source.notes] == [
        ("pages-without-text", "2, 3")
    ]


def test_pages_that_are_pictures_are_read_among_the_others(tmp_path: Path) -> None:
    path = hand_written(tmp_path, Written([LETTER, PICTURE, PICTURE]))

    def recognise(file: Path, numbers: Sequence[int], progress: Progress) -> Recognised:
        assert (file, list(numbers)) == (path, [2, 3])
        word = PlacedWord("Trang", 100, 100, 160, 120)
        return {2: PageLayout(2, 1190, 1684, (word,))}, ()

    source = read_pdf(path, recognise=recognise)
    assert [line.text for line in lines_of(source.blocks) if line.page == 2] == ["Trang"]
    assert (source.format, source.notes[0].values["pages"]) == ("pdf", "3")


def test_a_page_is_drawn_with_the_dots_asked_for(tmp_path: Path) -> None:
    path = hand_written(tmp_path, Written([LETTER]))
    assert render_page(path, 1, 144).size == (1190, 1684)
    with pytest.raises(LookupError):
        render_page(path, 2, 144)


def test_a_picture_of_a_large_page_stays_within_bounds(tmp_path: Path) -> None:
    path = hand_written(tmp_path, Written([LETTER], box="0 0 4900 4900"))
    width, height = render_page(path, 1, 600).size
    assert width * height < 41_000_000


def test_pages_of_picture_files_are_shown_in_the_order_people_count(tmp_path: Path) -> None:
    for number in (1, 2, 10):
        Image.new("L", (800, 1100), 20 * number).save(tmp_path / f"trang {number}.png")
    assert [path.stem for path in page_files(tmp_path)] == ["trang 1", "trang 2", "trang 10"]
    with Image.open(io.BytesIO(page_picture(tmp_path, 3, dpi=50))) as shown:
        assert shown.getpixel((5, 5)) == 200
        assert shown.width == round(8.27 * 50)


def test_a_file_of_several_pictures_is_shown_page_by_page(tmp_path: Path) -> None:
    first, second = Image.new("L", (100, 140), 0), Image.new("L", (100, 140), 255)
    path = tmp_path / "plan.tif"
    first.save(path, save_all=True, append_images=[second])
    with Image.open(io.BytesIO(page_picture(path, 2))) as shown:
        assert shown.getpixel((5, 5)) == 255
    with pytest.raises(LookupError):
        page_picture(path, 3)


def test_every_page_of_a_file_in_a_folder_counts(tmp_path: Path) -> None:
    first, second, third = (Image.new("L", (100, 140), shade) for shade in (0, 100, 255))
    first.save(tmp_path / "a.tif", save_all=True, append_images=[second])
    third.save(tmp_path / "b.png")
    for page, shade in ((1, 0), (2, 100), (3, 255)):
        with Image.open(io.BytesIO(page_picture(tmp_path, page))) as shown:
            assert shown.getpixel((5, 5)) == shade
    with pytest.raises(LookupError):
        page_picture(tmp_path, 4)


# --- Refusals -------------------------------------------------------------------------------------

LOCKED = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<41> <41>]"


def test_a_file_with_a_password_is_refused(tmp_path: Path) -> None:
    assert refusal(hand_written(tmp_path, Written([LETTER], trailer=LOCKED))) == "pdf-encrypted"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"MZ not a document", "not-pdf"),
        (b"%PDF-1.7\nand then nothing", "pdf-damaged"),
    ],
)
def test_what_is_no_pdf_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(data)
    assert refusal(path) == code


def deflated(folder: Path, content: bytes, further: bytes = b"") -> Path:
    """A PDF file whose page is drawn by deflated `content`; `further` holds more objects."""
    path = folder / "plan.pdf"
    packed = zlib.compress(content, 9)
    path.write_bytes(
        b"%%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
        b"2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
        b"3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /X 5 0 R >> >> >> endobj\n"
        b"4 0 obj << /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream endobj\n%b"
        b"trailer << /Root 1 0 R /Size 6 >>\n" % (len(packed), packed, further)
    )
    return path


def test_a_picture_of_ten_thousand_by_ten_thousand_dots_is_not_drawn(tmp_path: Path) -> None:
    picture = (
        b"5 0 obj << /Type /XObject /Subtype /Image /Width 10000 /Height 10000 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream endobj\n"
    )
    path = deflated(tmp_path, b"q 595 0 0 842 0 0 cm /X Do Q", picture)
    with pytest.raises(Unreadable, match=r"10000 . 10000"):
        render_page(path, 1, 100)
    assert textless_pages(path) == [1]


def test_a_page_as_large_as_a_wall_is_refused(tmp_path: Path) -> None:
    path = hand_written(tmp_path, Written([LETTER], box="0 0 14000 14000"))
    assert refusal(path) == "huge-page"


def test_a_file_of_too_many_pages_is_refused(tmp_path: Path) -> None:
    assert refusal(hand_written(tmp_path, Written([LETTER] * 501))) == "too-many-pages"


def test_a_file_without_a_word_is_refused(tmp_path: Path) -> None:
    assert refusal(hand_written(tmp_path, Written([""]))) == "no-text"


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    path = hand_written(folder, Written([GRID + CELLS, LETTER]))
    whole = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(whole[: data.draw(st.integers(1, len(whole)))])
    with suppress(Unreadable):
        assert open_source(path).format == "pdf"


# --- Whole plans ----------------------------------------------------------------------------------


def words_at(path: Path, place: tuple[int, float, float, float, float]) -> str:
    """What pdfium by itself finds in a box."""
    number, left, top, right, bottom = place
    with pypdfium2.PdfDocument(path) as document:
        page = document[number - 1]
        width, height = page.get_size()
        text = page.get_textpage()
        found = text.get_text_bounded(
            left * width - 0.5,
            (1 - bottom) * height - 0.5,
            right * width + 0.5,
            (1 - top) * height + 0.5,
        )
        text.close()
        page.close()
    return found


def test_every_line_is_printed_in_its_box(tmp_path: Path) -> None:
    path = typeset(
        tmp_path,
        '#set text(lang: "vi")\n'
        + "Các thôn giữ đường làng sạch, trồng cây xanh hai bên. " * 30
        + "#table(columns: 3, [TT], [Việc], [Hạn], [1], [Làm cỏ], [Quý I])",
    )
    for line in lines_of(open_source(path).blocks):
        if line.text:
            assert line.box is not None
            box = line.box
            found = words_at(path, (box.page, box.left, box.top, box.right, box.bottom))
            assert "".join(line.text.split()) in "".join(found.split())
