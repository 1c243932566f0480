"""The command: a table for people, JSON for programs, sentences on standard error, exit status."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.vanban.documents import packed
from vanban.cli import main
from vanban.jsonform import from_json, to_json
from vanban.model import Reading, Source
from vanban.reader import read
from vanban.schema import reading_schema
from vanban.sources import FORMATS, Unreadable

SAMPLE = Path(__file__).parent / "files" / "ke-hoach-mau.txt"
ROOT = Path(__file__).resolve().parents[2]
PLAN_WORDS = (
    "KẾ HOẠCH|II. MỤC TIÊU|1. |- |a) |đạt|ít nhất|12,5%|5-6%|năm 2025|Số: /KH-UBND|ngày|tháng|(|)|;|.|"
    "Phòng Kinh tế|Stt|Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian|Hằng năm|Phụ lục|TM. |Nơi nhận:|"
    "IV. TỔ CHỨC THỰC HIỆN|Căn cứ Luật|của|\n|\n\n"
)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "vanban", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT / "src",
        check=False,
    )


def fits(schema: dict[str, Any], data: Any) -> bool:
    """Whether `data` fits `schema`: the part of JSON Schema that ours uses."""
    if "anyOf" in schema:
        return any(fits(one, data) for one in schema["anyOf"])
    if "enum" in schema:
        return data in schema["enum"]
    kinds = {
        "string": str,
        "integer": int,
        "boolean": bool,
        "number": (int, float),
        "null": type(None),
    }
    named = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if named == ["array"]:
        return isinstance(data, list) and all(fits(schema["items"], one) for one in data)
    if named == ["object"]:
        return isinstance(data, dict) and fits_object(schema, data)
    return any(isinstance(data, kinds[name]) for name in named)


def fits_object(schema: dict[str, Any], data: dict[str, Any]) -> bool:
    if "properties" not in schema:
        return all(fits(schema["additionalProperties"], one) for one in data.values())
    same = set(data) == set(schema["properties"])
    return same and all(fits(schema["properties"][name], one) for name, one in data.items())


def test_json_holds_the_contract_and_nothing_else_is_printed() -> None:
    done = run("read", "--json", str(SAMPLE))
    reading = json.loads(done.stdout)

    assert done.returncode == 0
    assert {"issuer", "number", "place", "date", "kind", "title"} <= reading["header"].keys()
    for task in reading["tasks"]:
        assert {
            "no",
            "title",
            "lead",
            "coordinating",
            "deadline_text",
            "deadline",
            "product",
        } <= task.keys()
        assert {"kind", "start", "end", "recurrence"} <= task["deadline"].keys()
        assert all(isinstance(name, str) for name in [*task["lead"], *task["coordinating"]])
    for target in reading["targets"]:
        assert {
            "text",
            "indicator",
            "comparator",
            "strict",
            "value",
            "unit",
            "period",
        } <= target.keys()
    assert reading["tasks"] != []


def test_the_output_fits_the_schema_that_is_printed() -> None:
    schema = json.loads(run("schema").stdout)

    assert schema == reading_schema()
    assert fits(schema, to_json(read(SAMPLE)))
    assert not fits(schema, {**to_json(read(SAMPLE)), "more": 1})


def test_json_becomes_the_same_reading_again() -> None:
    reading = read(SAMPLE)
    again = from_json(json.loads(json.dumps(to_json(reading))))

    without_lines = Source((), reading.source.format, reading.source.pages)
    assert again == Reading(
        without_lines,
        reading.header,
        reading.provisions,
        reading.targets,
        reading.tasks,
        reading.duties,
        reading.findings,
    )


def test_values_are_numbers_pairs_or_nothing(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    aims = (
        "- Che phủ đạt 42,5%.\n- Trồng được 5-6 ha.\n- Tổ chức 03 hội thi.\n- Giữ rừng cho tốt.\n"
    )
    path.write_text(f"KẾ HOẠCH\nTrồng rừng năm 2024\n\nI. MỤC TIÊU\n{aims}", encoding="utf-8")

    assert [one["value"] for one in to_json(read(path))["targets"]] == [42.5, [5, 6], 3, None]


def test_the_table_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    tasks = len(read(SAMPLE).tasks)
    assert main(["read", str(SAMPLE)]) == 0
    vietnamese = capsys.readouterr().out

    assert main(["read", "--language", "en", str(SAMPLE)]) == 0
    english = capsys.readouterr().out

    assert f"NHIỆM VỤ ({tasks})" in vietnamese
    assert f"TASKS ({tasks})" in english
    assert "Cơ quan ban hành:" not in english
    assert max(len(line) for line in english.splitlines()) <= 130


def test_what_cannot_be_read_says_so_on_standard_error(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(b"no document")

    done = run("read", "--json", str(tmp_path / "plan.docx"))

    assert (done.returncode, done.stdout) == (1, "")
    assert "không phải tài liệu Word" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [[], ["read"], ["read", "a", "b"], ["guess", "x"], ["read", "--no", "x"]]
)
def test_wrong_usage_is_told_from_what_cannot_be_read(arguments: list[str]) -> None:
    done = run(*arguments)

    assert done.returncode == 2
    assert "usage:" in done.stderr


def test_both_commands_take_the_language_by_the_same_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for command in ("read", "check"):
        told = set()
        for option in ("--language", "--lang"):
            main([command, str(SAMPLE), option, "en"])
            told.add(capsys.readouterr().out)
        assert len(told) == 1


@pytest.mark.parametrize("command", ["read", "check"])
def test_a_reader_that_stops_listening_is_no_error(command: str) -> None:
    asked = [sys.executable, "-m", "vanban", command, str(SAMPLE), "--json"]
    pipe = subprocess.PIPE
    with subprocess.Popen(asked, stdout=pipe, stderr=pipe, cwd=ROOT / "src") as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        said = running.stderr.read().decode()

    assert "Traceback" not in said
    assert "BrokenPipe" not in said


def test_a_text_without_tasks_is_read_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Hôm nay trời đẹp, chúng tôi đi trồng cây ở đầu làng.\n", encoding="utf-8")

    done = run("read", "--json", str(path))

    assert done.returncode == 0
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == ["no-tasks"]
    assert "Không thấy nhiệm vụ" in done.stderr


def test_the_same_file_gives_the_same_output_every_time() -> None:
    assert run("read", "--json", str(SAMPLE)).stdout == run("read", "--json", str(SAMPLE)).stdout


@settings(max_examples=100, deadline=None)
@given(
    data=st.one_of(st.binary(max_size=800), st.text(max_size=800).map(str.encode)),
    suffix=st.sampled_from(sorted(FORMATS)),
)
def test_reading_random_bytes_raises_nothing_but_unreadable(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    assert main(["read", "--json", str(path)]) in (0, 1)


@settings(max_examples=100, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(PLAN_WORDS.split("|")),
        max_size=60,
    )
)
def test_any_jumble_of_the_words_of_plans_can_be_read(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    path = tmp_path_factory.getbasetemp() / "jumble.txt"
    path.write_text(" ".join(["KẾ HOẠCH", *words]), encoding="utf-8")

    assert fits(reading_schema(), to_json(read(path)))


@settings(max_examples=40, deadline=None)
@given(
    parts=st.lists(
        st.sampled_from(["<w:p>", "</w:p>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>",
                         "<w:r><w:t>Kế hoạch</w:t></w:r>", "<w:vMerge/>", "<w:tcPr><w:gridSpan w:val='x'/></w:tcPr>"]),
        max_size=30,
    )
)  # fmt: skip
def test_odd_markup_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str]
) -> None:
    space = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    markup = f"<w:document {space}><w:body>{''.join(parts)}<w:p><w:r><w:t>a</w:t></w:r></w:p></w:body></w:document>"
    path = packed(
        tmp_path_factory.getbasetemp() / "odd.docx", {"word/document.xml": markup.encode()}
    )

    try:
        reading = read(path)
    except Unreadable as unreadable:
        refused = unreadable.code
    else:
        refused = ""
        assert fits(reading_schema(), to_json(reading))
    assert refused in ("", "damaged")
