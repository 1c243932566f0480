"""Markdown files are read as they print: marks taken off, tables as cells, numbers kept."""

import time
from pathlib import Path

import pytest

from tests.vanban.documents import lines, table_of, texts
from vanban.model import Source
from vanban.passages import text_of, words_of
from vanban.reader import read
from vanban.sources import open_source
from vanban.sources.markdown import plain_words


def markdown(folder: Path, text: str) -> Source:
    path = folder / "plan.md"
    path.write_text(text, encoding="utf-8")
    return open_source(path)


def cells(source: Source) -> list[list[str]]:
    return [[text_of(words_of(cell.lines)) for cell in row] for row in table_of(source).rows]


def test_headings_are_bold_and_paragraphs_one_line(tmp_path: Path) -> None:
    source = markdown(
        tmp_path, "# KẾ HOẠCH ##\n\nTrồng cây ven đường\nvà trong trường học.\n\nHết\n===\n"
    )

    assert [(line.text, line.bold) for line in lines(source)] == [
        ("KẾ HOẠCH", True),
        ("Trồng cây ven đường và trong trường học.", False),
        ("Hết", True),
    ]
    assert (source.format, source.printed) == ("markdown", False)


def test_numbers_and_bullets_stay(tmp_path: Path) -> None:
    source = markdown(tmp_path, "3. Ba\n4) Bốn\n- gạch\n* sao\n\na) một\nb) hai\n1.1. con\n")

    assert texts(source) == ["3. Ba", "4) Bốn", "- gạch", "* sao", "a) một", "b) hai", "1.1. con"]


def test_what_was_ended_on_purpose_is_a_line_of_its_own(tmp_path: Path) -> None:
    source = markdown(
        tmp_path, "Số: 12/KH-UBND  \nXã Mẫu, ngày 02 tháng 3 năm 2024\n\nMột<br>Hai\\\nba\n"
    )

    assert texts(source) == [
        "Số: 12/KH-UBND",
        "Xã Mẫu, ngày 02 tháng 3 năm 2024",
        "Một",
        "Hai",
        "ba",
    ]


def test_short_lines_of_a_head_are_not_run_together(tmp_path: Path) -> None:
    source = markdown(
        tmp_path, "UBND XÃ MẪU\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    )

    assert len(texts(source)) == 3


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("**Điều 1.** Ban hành", "Điều 1. Ban hành"),
        ("***rất*** đậm và ~~bỏ~~", "rất đậm và bỏ"),
        ("*Nơi nhận:* _Lưu_", "Nơi nhận: Lưu"),
        ("snake_case_name và 3 * 4 * 5", "snake_case_name và 3 * 4 * 5"),
        ("(*) chú thích (*)", "(*) chú thích (*)"),
        ("Số: ____/KH-UBND", "Số: ____/KH-UBND"),
        (r"1\. không phải \*mục\*", "1. không phải *mục*"),
        ("[Luật Đất đai](https://vi.du/luat) và ![hình](a.png)", "Luật Đất đai và"),
        ("[đã ký]", "[đã ký]"),
        ("&lt;5 %&nbsp;&amp; <b>đậm</b> `mã`", "<5 % & đậm mã"),
        ("tăng < 5 và > 3", "tăng < 5 và > 3"),
    ],
)
def test_marks_are_taken_off_the_words(written: str, printed: str) -> None:
    assert plain_words(written) == printed


@pytest.mark.parametrize(
    "text",
    [
        "| TT | Nhiệm vụ | Hạn |\n|:--|:-:|--:|\n| 1 | Làm **A** | 2024 |\n|  | Làm B \\| C |  |\n",
        "TT | Nhiệm vụ | Hạn\n---|---|---\n1 | Làm A | 2024\n | Làm B \\| C | \n",
        "> | TT | Nhiệm vụ | Hạn |\n> | --- | --- | --- |\n> | 1 | Làm A | 2024 |\n> | | Làm B \\| C | |\n",
    ],
)
def test_pipe_tables_are_read_with_and_without_outer_pipes(tmp_path: Path, text: str) -> None:
    first, second, third = cells(markdown(tmp_path, text))[:3]

    assert first == ["TT", "Nhiệm vụ", "Hạn"]
    assert second == ["1", "Làm A", "2024"]
    assert "Làm B | C" in third


def test_breaks_in_a_cell_are_lines(tmp_path: Path) -> None:
    source = markdown(tmp_path, "|A|B|\n|-|-|\n|- một<br>- hai|x|\n\nsau bảng\n")

    assert [line.text for line in table_of(source).rows[1][0].lines] == ["- một", "- hai"]
    assert texts(source)[-1] == "sau bảng"
    assert [line.number for line in lines(source)] == list(range(1, len(lines(source)) + 1))


def test_a_table_in_html_keeps_its_merged_cells(tmp_path: Path) -> None:
    rows = "<tr><th>TT</th><th>Việc</th></tr>\n<tr><td rowspan=2>1</td><td>a</td></tr><tr><td>b</td></tr>"
    source = markdown(tmp_path, f"Trước\n\n<table>\n{rows}\n</table>\n\nSau\n")

    assert table_of(source).rows[1][0].rows == 2
    assert (texts(source)[0], texts(source)[-1]) == ("Trước", "Sau")


def test_comments_rules_fences_and_front_matter_are_not_printed(tmp_path: Path) -> None:
    source = markdown(tmp_path, "---\ntitle: x\n---\nA <!-- kín\nđáo -->B\n\n***\n\n```\nC\n```\n")

    assert texts(source) == ["A B", "C"]


def test_a_plan_in_markdown_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(
        "## KẾ HOẠCH\n\n**Trồng cây năm 2024**\n\n| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n"
        "|---|---|---|---|\n| 1 | Ươm cây giống | Phòng Kinh tế | Quý II/2024 |\n",
        encoding="utf-8",
    )

    task = read(path).tasks[0]

    assert (task.title, task.leads[0].name, task.deadline.end) == (
        "Ươm cây giống",
        "Phòng Kinh tế",
        "2024-06-30",
    )


@pytest.mark.parametrize(
    "mark", ["*", "**", "_", "__", "`", "[", "![", "<!--", "|", "\\", "&", "<b ", "> "]
)
def test_no_jumble_of_marks_takes_long(tmp_path: Path, mark: str) -> None:
    assert markdown(tmp_path, f"chữ\n{mark}a " * 12_000).blocks


def test_plan_10_is_read_in_a_second(tmp_path: Path) -> None:
    folder = Path(__file__).resolve().parents[4] / "shared" / "plans"
    found = sorted(folder.glob("plan-10*.md"))
    if not found:
        pytest.skip("the labelled plans are not beside the checkout")

    assert len(read(found[0]).tasks) >= 140


def test_a_line_of_code_marks_takes_no_time(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text("\n".join(["KẾ HOẠCH", *["x " + "`" * 40_000] * 20]), encoding="utf-8")
    begun = time.process_time()
    open_source(path)
    assert time.process_time() - begun < 5
