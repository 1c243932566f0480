"""Word files made to eat time or memory are read as Word would, or refused; the reader goes on."""

import re
from pathlib import Path

import pytest
from docx.document import Document as WordDocument

from tests.vanban.documents import (
    DECLARATION,
    add_numbering,
    changed,
    labelled,
    number,
    texts,
    word_file,
    word_source,
    xml,
)
from vanban.sources import Unreadable, open_source, package, text

LEVEL = """
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>
  <w:numFmt w:val="upperLetter"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
"""


@pytest.mark.parametrize("start", ["999999999", "9" * 4000, "9" * 5000, "x", "²"])
def test_a_list_that_counts_from_an_impossible_figure_counts_from_its_beginning(
    tmp_path: Path, start: str
) -> None:
    def write(document: WordDocument) -> None:
        add_numbering(document, LEVEL.format(start=start, text="%1."))
        number(document, "việc", 1)
        number(document, "việc", 1)

    assert labelled(word_source(tmp_path, write)) == ["0. việc", "A. việc"]


def test_letters_begin_again_after_thirty_rounds(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        add_numbering(document, LEVEL.format(start=780, text="%1."))
        number(document, "cuối", 1)
        number(document, "đầu", 1)

    assert labelled(word_source(tmp_path, write)) == ["Z" * 30 + ". cuối", "A. đầu"]


def test_the_pattern_of_a_label_is_cut(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        add_numbering(document, LEVEL.format(start=1, text="%1" * 100_000))
        number(document, "việc", 1)

    assert len(labelled(word_source(tmp_path, write))[0]) < 200


def test_styles_may_be_based_on_each_other_without_end(tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        for place in range(3000):
            based = f'<w:basedOn w:val="s{place + 1}"/>' if place < 2999 else "<w:pPr/>"
            document.styles.element.append(
                xml(f'<w:style w:type="paragraph" w:styleId="s{place}">{based}</w:style>')
            )
        document.styles.element[-1].append(xml('<w:pPr><w:jc w:val="center"/></w:pPr>'))
        paragraph = document.add_paragraph("giữa trang")
        paragraph._p.get_or_add_pPr().append(xml('<w:pStyle w:val="s2000"/>'))

    assert texts(word_source(tmp_path, write)) == ["giữa trang"]


def test_thousands_of_deleted_paragraph_marks_join_their_paragraphs(tmp_path: Path) -> None:
    mark = (
        f"<w:p {DECLARATION}><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a </w:t></w:r></w:p>"
    )
    path = changed(
        word_file(tmp_path, lambda document: document.add_paragraph("hết") and None),
        "word/document.xml",
        lambda data: re.sub(rb"(<w:body>)", lambda found: found[0] + mark.encode() * 8000, data),
    )
    assert texts(open_source(path)) == ["a " * 8000 + "hết"]


def test_a_page_head_named_again_and_again_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    parse = package.parse_part
    monkeypatch.setattr(
        package, "parse_part", lambda container, name: read.append(name) or parse(container, name)
    )

    open_source(with_heads(tmp_path, 500))

    assert read.count("word/header1.xml") == 1


def test_page_heads_that_are_too_much_together_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "LARGEST_ASIDE", 1000)

    with pytest.raises(Unreadable) as caught:
        open_source(with_heads(tmp_path, 1))

    assert caught.value.code == "too-big-inside"


def test_paragraphs_without_number_are_refused_before_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text, "MOST_LINES", 50)
    path = changed(
        word_file(tmp_path, lambda document: document.add_paragraph("KẾ HOẠCH") and None),
        "word/document.xml",
        lambda data: data.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 500),
    )

    with pytest.raises(Unreadable) as caught:
        open_source(path)

    assert caught.value.code == "too-long"
    assert int(caught.value.values["lines"]) > 500


def with_heads(folder: Path, times: int) -> Path:
    """A Word file whose one page head is named so many times."""

    def write(document: WordDocument) -> None:
        document.add_paragraph("KẾ HOẠCH")
        document.sections[0].header.paragraphs[0].text = "TỐI MẬT"

    def repeated(data: bytes) -> bytes:
        found = re.search(rb"<Relationship [^>]*header1\.xml[^>]*/>", data)
        assert found
        return data.replace(found[0], found[0] * times)

    return changed(word_file(folder, write), "word/_rels/document.xml.rels", repeated)
