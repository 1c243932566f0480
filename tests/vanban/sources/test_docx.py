"""Word files as they print: order, numbers Word adds, tracked changes, tables, pages."""

from pathlib import Path

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH

from tests.vanban.documents import (
    add_numbering,
    changed,
    labelled,
    lines,
    number,
    table_of,
    texts,
    word_file,
    word_source,
    xml,
)
from vanban.model import Line, Table
from vanban.sources import open_source

LEVELS = """
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
  <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%4."/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/>
  <w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
"""


def test_paragraphs_and_tables_come_in_reading_order(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        document.add_paragraph("Trước bảng")
        document.add_table(rows=1, cols=2).rows[0].cells[1].text = "Trong bảng"
        document.add_paragraph("Sau bảng")

    source = word_source(tmp_path, write)

    assert [type(block) for block in source.blocks] == [Line, Table, Line]
    assert texts(source) == ["Trước bảng", "", "Trong bảng", "Sau bảng"]
    assert [line.number for line in lines(source)] == [1, 2, 3, 4]
    assert source.format == "docx"


def test_numbers_that_word_adds_are_read_with_their_restarts(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        add_numbering(document, LEVELS)
        for level, text in ((0, "Một"), (1, "Hai"), (1, "Ba"), (2, "Bốn"), (3, "Năm")):
            number(document, text, 1, level)
        for level, text in ((0, "Sáu"), (1, "Bảy")):
            number(document, text, 1, level)

    labels = labelled(word_source(tmp_path, write))

    assert labels == ["I. Một", "1. Hai", "2. Ba", "a) Bốn", "2.1. Năm", "II. Sáu", "1. Bảy"]


def test_a_list_may_start_anew_at_a_number_of_its_own(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        add_numbering(document, LEVELS)
        number(document, "Một", 1, 1)
        number(document, "Năm", 3, 1)
        number(document, "Sáu", 3, 1)

    assert labelled(word_source(tmp_path, write)) == ["1. Một", "5. Năm", "6. Sáu"]


def test_bullets_are_dashes_or_dots(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        add_numbering(document, LEVELS)
        number(document, "gạch", 2)
        number(document, "chấm", 2, 1)

    assert labelled(word_source(tmp_path, write)) == ["- gạch", "• chấm"]


def test_a_style_may_bring_the_number(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        add_numbering(document, LEVELS)
        style = document.styles["Heading 1"].element
        style.get_or_add_pPr().append(xml('<w:numPr><w:numId w:val="1"/></w:numPr>'))
        document.add_paragraph("Mục đích", style="Heading 1")
        document.add_paragraph("Yêu cầu", style="Heading 1")

    assert labelled(word_source(tmp_path, write)) == ["I. Mục đích", "II. Yêu cầu"]


def test_a_number_taken_away_by_hand_is_not_read(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        add_numbering(document, LEVELS)
        number(document, "Không có số", 0)

    assert labelled(word_source(tmp_path, write)) == []


def tracked(tmp_path: Path, markup: str) -> list[str]:
    def write(document: WordDocument) -> None:
        document.add_paragraph()._p.getparent().insert(0, xml(markup))

    return [text for text in texts(word_source(tmp_path, write)) if text]


def test_inserted_words_stay_and_deleted_words_go(tmp_path: Path) -> None:
    markup = (
        "<w:p><w:r><w:t xml:space='preserve'>Hạn: </w:t></w:r>"
        "<w:del w:id='1' w:author='a'><w:r><w:delText>31/3/2026</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='a'><w:r><w:t>30/6/2026</w:t></w:r></w:ins></w:p>"
    )

    assert tracked(tmp_path, markup) == ["Hạn: 30/6/2026"]


def test_moved_words_stand_where_they_were_moved_to(tmp_path: Path) -> None:
    markup = (
        "<w:p><w:moveFrom w:id='1' w:author='a'><w:r><w:t>cũ</w:t></w:r></w:moveFrom>"
        "<w:moveTo w:id='2' w:author='a'><w:r><w:t>mới</w:t></w:r></w:moveTo></w:p>"
    )

    assert tracked(tmp_path, markup) == ["mới"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        first = document.add_paragraph("Phòng Kinh tế ")
        document.add_paragraph("và Hạ tầng")
        mark = xml("<w:rPr><w:del w:id='1' w:author='a'/></w:rPr>")
        first._p.get_or_add_pPr().append(mark)

    assert texts(word_source(tmp_path, write)) == ["Phòng Kinh tế và Hạ tầng"]


def test_a_deleted_row_is_gone(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        table = document.add_table(rows=2, cols=1)
        table.rows[0].cells[0].text, table.rows[1].cells[0].text = "còn", "bỏ"
        table.rows[1]._tr.get_or_add_trPr().append(xml("<w:del w:id='1' w:author='a'/>"))

    assert texts(word_source(tmp_path, write)) == ["còn"]


def test_hidden_words_do_not_print(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        paragraph = document.add_paragraph("thấy")
        paragraph.add_run(" giấu").font.hidden = True

    assert texts(word_source(tmp_path, write)) == ["thấy"]


def test_a_forced_line_break_begins_a_new_line(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        document.add_paragraph("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH")

    assert texts(word_source(tmp_path, write)) == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]


def test_tabs_and_hyphens_are_kept_and_tab_stops_are_not_words(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        paragraph = document.add_paragraph("Số:\t/KH-UBND")
        paragraph.paragraph_format.tab_stops.add_tab_stop(914400)
        paragraph.add_run()._r.append(xml("<w:noBreakHyphen/>"))

    assert texts(word_source(tmp_path, write)) == ["Số:\t/KH-UBND-"]


def test_merged_cells_stand_once_and_say_what_they_cover(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        table = document.add_table(rows=3, cols=3)
        table.cell(0, 0).merge(table.cell(1, 0)).text = "dọc"
        table.cell(0, 1).merge(table.cell(0, 2)).text = "ngang"
        table.cell(1, 1).text, table.cell(1, 2).text = "b", "c"
        for column in range(3):
            table.cell(2, column).text = str(column)

    first, second, third = table_of(word_source(tmp_path, write)).rows

    assert [(cell.column, cell.columns, cell.rows) for cell in first] == [(0, 1, 2), (1, 2, 1)]
    assert [(cell.column, cell.lines[0].text) for cell in second] == [(1, "b"), (2, "c")]
    assert [cell.column for cell in third] == [0, 1, 2]


def test_rows_inside_content_controls_are_rows(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        table = document.add_table(rows=2, cols=1)
        table.rows[0].cells[0].text, table.rows[1].cells[0].text = "một", "hai"
        row = table.rows[1]._tr
        control = xml("<w:sdt><w:sdtContent/></w:sdt>")
        row.addprevious(control)
        control[0].append(row)

    assert [row[0].lines[0].text for row in table_of(word_source(tmp_path, write)).rows] == [
        "một",
        "hai",
    ]


def test_a_text_box_is_read_behind_the_paragraph_that_holds_it(tmp_path: Path) -> None:
    box = (
        "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
        "<w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )

    def write(document: WordDocument) -> None:
        document.add_paragraph("Trước")._p.append(xml(box))
        document.add_paragraph("Sau")

    assert texts(word_source(tmp_path, write)) == ["Trước", "MẬT", "Sau"]


def test_pages_are_counted_where_word_left_its_page_breaks(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        document.add_paragraph("trang một")
        table = document.add_table(rows=1, cols=2)
        for cell in table.rows[0].cells:
            run = cell.paragraphs[0].add_run()
            run._r.append(xml("<w:lastRenderedPageBreak/>"))
            cell.paragraphs[0].add_run("trang hai")
        document.add_paragraph("vẫn trang hai")

    source = word_source(tmp_path, write)

    assert [line.page for line in lines(source)] == [1, 2, 2, 2]
    assert source.pages == 2


def test_without_rendered_breaks_no_page_is_guessed(tmp_path: Path) -> None:
    source = word_source(tmp_path, lambda document: document.add_paragraph("một") and None)

    assert source.pages is None
    assert lines(source)[0].page is None


def test_bold_and_centred_lines_are_told_from_the_rest(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        title = document.add_paragraph()
        title.add_run("KẾ HOẠCH").bold = True
        title.alignment = WD_ALIGN_PARAGRAPH.CENTER
        mixed = document.add_paragraph()
        mixed.add_run("1. ").bold = True
        mixed.add_run("Thường")
        document.add_paragraph("Đề mục", style="Heading 1")

    look = [(line.bold, line.centred) for line in lines(word_source(tmp_path, write))]

    assert look == [(True, True), (False, False), (True, False)]


def test_a_secrecy_stamp_in_the_page_head_is_read_first(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        document.sections[0].header.paragraphs[0].text = "TỐI MẬT"
        document.add_paragraph("KẾ HOẠCH")

    assert texts(word_source(tmp_path, write)) == ["TỐI MẬT", "KẾ HOẠCH"]


def test_a_document_in_the_strict_form_is_read_too(tmp_path: Path) -> None:
    path = word_file(tmp_path, lambda document: document.add_paragraph("Nghiêm") and None)
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    changed(path, "word/document.xml", lambda data: data.replace(usual, strict))

    assert texts(open_source(path)) == ["Nghiêm"]
