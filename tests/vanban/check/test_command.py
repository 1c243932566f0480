"""`vanban check` at a terminal, and what it says of the real plan."""

import json
import time
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.vanban.check.own_words import OWN_PLAN, reading_of
from tests.vanban.check.test_rules import plan
from tests.vanban.known import FILES, REAL, ROOT, SHARED
from vanban.check.checking import check_file, check_reading
from vanban.check.jsonform import checked_schema, checked_to_json
from vanban.check.registry import CODES, SUBJECT_OF, sentence, todo, why
from vanban.cli import NOT_CHECKED, NOTHING, REMARKS, main

REMARK_KEYS = {"code", "subject", "severity", "sentence", "why", "todo", "values", "quotes"}
SLIP = plan("I. MỤC ĐÍCH", "Che bóng.", "I. NHIỆM VỤ", "Trồng cây.")
CLEAN = plan("I. MỤC ĐÍCH", "Che bóng.", "II. NHIỆM VỤ", "Trồng cây.")
SAMPLES = (FILES / "ke-hoach-mau.txt", ROOT / "docs" / "tutorial" / "ke-hoach-mau.docx")
PLANS = [p for p in sorted(SHARED.glob("plan-*")) if p.suffix in (".txt", ".docx", ".md", ".pdf")]


@pytest.fixture
def slip(tmp_path: Path) -> Path:
    return written(tmp_path / "sai.txt", SLIP)


def written(path: Path, lines: tuple[str, ...]) -> Path:
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


def test_a_slip_is_told_with_its_place_and_what_to_do(slip, capsys) -> None:
    assert main(["check", str(slip)]) == REMARKS

    said = capsys.readouterr().out
    assert "Sai [dòng 19; dòng 15]: Số “I.” được dùng hai lần" in said
    assert "Cách sửa: Đánh lại số từ mục này trở đi." in said


def test_it_is_told_in_english(slip, capsys) -> None:
    assert main(["check", str(slip), "--lang", "en"]) == REMARKS
    assert "The number “I.” is used twice" in capsys.readouterr().out


def test_a_clean_plan_says_what_was_looked_at(tmp_path, capsys) -> None:
    assert main(["check", str(written(tmp_path / "dung.txt", CLEAN))]) == NOTHING
    assert capsys.readouterr().out.startswith("Không thấy lỗi nào. Đã xem:")


def test_a_file_that_cannot_be_read_is_not_checked(tmp_path, capsys) -> None:
    assert main(["check", str(tmp_path / "khong-co.txt")]) == NOT_CHECKED
    assert capsys.readouterr().err.strip()


def test_as_json_every_remark_has_its_words_and_places(slip, capsys) -> None:
    main(["check", str(slip), "--json"])

    data = json.loads(capsys.readouterr().out)
    assert data["document"]["number"] == "05/KH-UBND"
    assert [set(remark) for remark in data["remarks"]] == [REMARK_KEYS]
    assert data["remarks"][0]["quotes"][0]["line"] == 19


def test_the_schema_is_printed_and_is_one(capsys) -> None:
    assert main(["schema", "check"]) == 0

    schema = json.loads(capsys.readouterr().out)
    Draft202012Validator.check_schema(schema)
    assert schema == checked_schema()


@pytest.mark.parametrize("path", [*SAMPLES, *PLANS], ids=lambda path: path.stem)
def test_every_answer_fits_the_schema(path) -> None:
    valid = Draft202012Validator(checked_schema())
    found = check_file(path)

    for language in ("vi", "en"):
        answer = checked_to_json(*found, language)
        assert list(valid.iter_errors(answer)) == []
        assert not valid.is_valid({**answer, "more": 1})


def test_plans_with_and_without_remarks_fit_the_schema(slip, tmp_path) -> None:
    clean = written(tmp_path / "dung.txt", CLEAN)
    answers = [checked_to_json(*check_file(path), "vi") for path in (slip, clean)]

    assert [len(answer["remarks"]) for answer in answers] == [1, 0]
    assert all(map(Draft202012Validator(checked_schema()).is_valid, answers))
    answers[0]["remarks"][0]["severity"] = "grave"
    assert not Draft202012Validator(checked_schema()).is_valid(answers[0])


def test_every_remark_is_quoted_from_where_it_stands(slip) -> None:
    reading, remarks = check_file(slip)
    lines = {block.number: block.text for block in reading.source.blocks if hasattr(block, "text")}

    for quote in (quote for remark in remarks for quote in remark.quotes):
        stands = " ".join(lines[n] for n in range(quote.line, quote.last_line + 1))
        assert quote.text in " ".join(stands.split())


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.code)
def test_every_code_has_its_words_in_both_languages(code) -> None:
    for said in (code.says, code.why, code.todo):
        assert said.vi != said.en
        assert said.vi[-1] in ".?”}"
        assert said.en[-1] in ".?”}"
    assert SUBJECT_OF[code.code].title.vi


def test_the_time_grows_with_the_length_and_no_faster() -> None:
    short = reading_of(*OWN_PLAN * 4, form="text")
    long = reading_of(*OWN_PLAN * 40, form="text")
    check_reading(short)

    def seconds(reading) -> float:
        started = time.perf_counter()
        check_reading(reading)
        return time.perf_counter() - started

    assert seconds(long) < 30 * max(seconds(short), 0.05)


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="../shared/plans is not here: the real plan is not checked"
)
def test_what_is_wrong_with_the_real_plan() -> None:
    _, remarks = check_file(SHARED / f"{REAL}.txt")
    told = [(remark.code, sentence(remark, "vi")) for remark in remarks]
    codes = [code for code, _ in told]

    assert next(said for code, said in told if code == "repeated-number").startswith("Số “II.”")
    assert {"blank-number", "blank-day", "waiting-deadline"} <= set(codes)
    assert (
        "annex-year",
        "Chú dẫn của phụ lục ghi năm 2021 nhưng đầu văn bản ghi năm 2022.",
    ) in told
    assert any("“Phòng Kinh tế và Hạ tầng”, “Phòng KT-HT”" in said for _, said in told)
    assert codes.count("two-leads") == 2
    assert all(why(remark, "vi") and todo(remark, "en") for remark in remarks)
