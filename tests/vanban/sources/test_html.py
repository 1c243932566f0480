"""Web pages are read as a browser prints them; nothing is fetched, nothing run, nothing hidden read."""

from pathlib import Path

import pytest

from tests.vanban.documents import lines, table_of, texts
from vanban.model import Line, Source, Table
from vanban.passages import text_of, words_of
from vanban.sources import Unreadable, open_source


def page(folder: Path, body: str | bytes) -> Source:
    path = folder / "page.html"
    path.write_bytes(body.encode() if isinstance(body, str) else body)
    return open_source(path)


def rows(source: Source) -> list[list[tuple[str, int, int, int]]]:
    return [
        [(text_of(words_of(cell.lines)), cell.column, cell.columns, cell.rows) for cell in row]
        for row in table_of(source).rows
    ]


def test_blocks_and_breaks_make_lines(tmp_path: Path) -> None:
    source = page(
        tmp_path,
        "<h2>KẾ  HOẠCH</h2><p>Trồng\ncây&nbsp;xanh<br/>ven đường<div>Một <b>hai</b></div>ba",
    )

    assert texts(source) == ["KẾ HOẠCH", "Trồng cây xanh", "ven đường", "Một hai", "ba"]
    assert [line.bold for line in lines(source)] == [True, False, False, False, False]


def test_lists_carry_the_labels_a_browser_prints(tmp_path: Path) -> None:
    source = page(
        tmp_path,
        "<ul><li>gạch<ol start=3><li>ba<li>bốn</ol></ul><ol type=a><li>a</ol>"
        "<ol type=I><li value=4><p>IV</ol><ul style='list-style: none'><li>trơn</ul>",
    )

    assert [(line.label, line.text) for line in lines(source)] == [
        ("-", "gạch"), ("3.", "ba"), ("4.", "bốn"), ("a.", "a"), ("IV.", "IV"), ("", "trơn"),
    ]  # fmt: skip


def test_what_is_not_printed_is_not_read(tmp_path: Path) -> None:
    source = page(
        tmp_path,
        "<head><title>t</title><style>p{}</style></head><nav>menu</nav><script>var a='x'</script>"
        "<p>thấy<span style='display:none'>giấu</span><!-- kín --> được<del>bỏ</del></p><p hidden>ẩn</p>"
        "<noscript>không</noscript><template><p>mẫu</p></template><button>Nút</button>cuối",
    )

    assert texts(source) == ["thấy được", "cuối"]


def test_merged_cells_stand_in_their_columns(tmp_path: Path) -> None:
    source = page(
        tmp_path,
        "<table><thead><tr><th rowspan=2>TT<th rowspan='2'>Việc<th colspan=2>Ai</tr><tr><th>Chủ trì<th>Phối hợp"
        "</thead><tbody><tr><td>1<td>A<td>B<td rowspan=0>C<tr><td>2<td>D<td>E</table>",
    )

    assert rows(source) == [
        [("TT", 0, 1, 2), ("Việc", 1, 1, 2), ("Ai", 2, 2, 1)],
        [("Chủ trì", 2, 1, 1), ("Phối hợp", 3, 1, 1)],
        [("1", 0, 1, 1), ("A", 1, 1, 1), ("B", 2, 1, 1), ("C", 3, 1, 2)],
        [("2", 0, 1, 1), ("D", 1, 1, 1), ("E", 2, 1, 1)],
    ]


def test_tables_that_only_place_things_are_text(tmp_path: Path) -> None:
    inner = "<table><tr><td>TT<td>Việc<td>Ai<tr><td>1<td>A<td>B<tr><td>2<td>C<td>D</table>"
    source = page(
        tmp_path,
        f"<table><tr><td>trái<td><table><tr><td><p>Một<p>Hai{inner}</table></table>"
        f"<table><tr><td>{'dài ' * 2000}<td>phải</table>",
    )

    assert [type(block) for block in source.blocks][:4] == [Line, Line, Line, Table]
    assert texts(source)[:3] == ["trái", "Một", "Hai"]
    assert len(table_of(source).rows) == 3
    assert texts(source)[-1] == "phải"


def test_a_head_of_two_cells_stays_side_by_side(tmp_path: Path) -> None:
    source = page(
        tmp_path,
        "<table><tr><td>UBND XÃ MẪU<br>Số: 1/KH-UBND<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<p>Độc lập</table>",
    )

    assert [line.text for line in table_of(source).rows[0][0].lines] == [
        "UBND XÃ MẪU",
        "Số: 1/KH-UBND",
    ]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("<meta charset=windows-1258>", "cp1258"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=utf-16">', "utf-16"),
    ],
)
def test_the_encoding_is_that_of_the_page(tmp_path: Path, head: str, encoding: str) -> None:
    text = "Kê hoach tháng"
    source = page(tmp_path, f"<html><head>{head}</head><p>{text}".encode(encoding))

    assert texts(source) == [text]


def test_letters_written_as_entities_are_read(tmp_path: Path) -> None:
    source = page(
        tmp_path, b"<meta charset=windows-1252><p>K&#7871; ho&#x1EA1;ch c&ocirc;ng t&aacute;c"
    )

    assert texts(source) == ["Kế hoạch công tác"]


def test_a_page_in_tcvn3_is_read(tmp_path: Path) -> None:
    words = "<p>KÕ ho¹ch thùc hiÖn nhiÖm vô cña Uû ban nh©n d©n huyÖn"

    source = page(tmp_path, words.encode("latin-1"))

    assert texts(source)[0].startswith("Kế hoạch thực hiện nhiệm vụ")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"<p> </p>", "no-text"),
        (b"<p>a\x00b", "binary"),
        (b"%PDF-1.7 <p>", "wrong-kind"),
        (b"<script>alert(1)</script>", "no-text"),
    ],
)
def test_what_is_no_page_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        page(tmp_path, data)

    assert caught.value.code == code


def test_entities_declared_in_a_page_are_not_expanded(tmp_path: Path) -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    source = page(tmp_path, f'<!DOCTYPE html [<!ENTITY e0 "ha">{bomb}]><p>chữ &e11;</p>')

    assert sum(len(text) for text in texts(source)) < 2000


@pytest.mark.parametrize("tag", ["<div>", "<font>", "<table><tr><td>", "<ul><li>", "<b><i>"])
def test_no_part_of_a_page_is_left_out_for_its_nesting(tmp_path: Path, tag: str) -> None:
    source = page(tmp_path, f"<p>đầu</p>{tag * 500}cuối")

    assert (texts(source)[0], texts(source)[-1]) == ("đầu", "cuối")
    with pytest.raises(Unreadable) as caught:
        page(tmp_path, f"<p>đầu</p>{tag * 20_000}cuối")
    assert caught.value.code == "page-damaged"


@pytest.mark.parametrize("attribute", ["a{}=1", "a{}", 'a{}="> <b"', "=a{}=' '"])
def test_an_element_of_endless_attributes_is_refused(tmp_path: Path, attribute: str) -> None:
    attributes = " ".join(attribute.format(number) for number in range(100_000))

    with pytest.raises(Unreadable) as caught:
        page(tmp_path, f"<p {attributes}>chữ</p>")

    assert caught.value.code == "page-damaged"
