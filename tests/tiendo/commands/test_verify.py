"""`tiendo seal` and `tiendo verify`: what they say of an honest history, of an altered one, and of a package."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tiendo.commands.conftest import Command

Sql = Callable[[str], list]


@pytest.fixture
def sql(opened: Command, home: Path) -> Sql:
    def ask(words: str) -> list:
        with sqlite3.connect(home / "tiendo.sqlite3") as base:
            return base.execute(words).fetchall()

    return ask


@pytest.mark.slow
def test_an_honest_history_is_sealed_and_verified(tiendo: Command, sql: Sql) -> None:
    before = tiendo("verify")
    assert before.returncode == 0
    assert "chưa niêm phong" in before.stdout
    assert "Đã niêm phong" in tiendo("seal").stdout
    assert "Đã niêm phong 0" in tiendo("seal").stdout
    after = tiendo("verify")
    assert (after.returncode, after.stderr) == (0, "")
    assert "Không phát hiện sai lệch" in after.stdout
    assert "not sealed yet" not in after.stdout


@pytest.mark.slow
def test_an_altered_line_is_named_in_both_languages(tiendo: Command, sql: Sql) -> None:
    tiendo("seal")
    sql("UPDATE history_change SET reason = 'khác' WHERE id = 2")
    found = tiendo("verify")
    assert found.returncode == 1
    assert "thay đổi số 2" in found.stdout
    assert "is not what it was when it was sealed" in found.stdout
    assert "Phát hiện 1 điểm sai lệch" in found.stderr


@pytest.mark.slow
def test_a_printed_code_is_found_while_its_seal_is_there(tiendo: Command, sql: Sql) -> None:
    tiendo("seal")
    code = sql("SELECT hash FROM history_seal WHERE number = 1")[0][0][:16]
    spaced = " ".join(code[at : at + 4] for at in range(0, 16, 4)).upper()
    assert tiendo("verify", "--seal", spaced).returncode == 0
    unknown = tiendo("verify", "--seal", "0000 0000 0000 0000")
    assert unknown.returncode == 1
    assert "Không có niêm phong nào mang mã" in unknown.stderr
    assert tiendo("verify", "--seal", "abc").returncode == 1


@pytest.mark.slow
def test_a_code_kept_where_no_chain_is_does_not_vouch_for_a_chain_made_anew(
    tiendo: Command, sql: Sql
) -> None:
    """A seal of no locality stands in no walk: there a printed code could be put to be found."""
    tiendo("seal")
    sql(
        "INSERT INTO history_seal (locality_id, number, at, upto, last, previous, hash)"
        " VALUES (999, 17, '2026-01-01 00:00:00', 5, 5, '', 'abababababababababab')"
    )
    found = tiendo("verify", "--seal", "abab abab abab abab")
    assert found.returncode == 1
    assert "Không có niêm phong nào mang mã" in found.stderr
    walked = tiendo("verify")
    assert walked.returncode == 1
    assert "999: history_seal" in walked.stdout


@pytest.mark.slow
def test_what_no_product_writes_is_a_sentence_and_not_a_traceback(
    tiendo: Command, sql: Sql
) -> None:
    tiendo("seal")
    for words in (
        "UPDATE history_change SET at = 'abc' WHERE id = 2",
        "UPDATE history_seal SET at = 'abc' WHERE number = 1",
    ):
        sql(words)
        found = tiendo("verify")
        assert found.returncode == 1
        assert "Traceback" not in found.stderr
        assert "điểm sai lệch" in found.stderr


@pytest.mark.slow
def test_what_is_no_package_is_refused_with_a_sentence(tiendo: Command, tmp_path: Path) -> None:
    path = tmp_path / "khac.zip"
    path.write_bytes(b"no zip")
    for each in (path, tmp_path / "khong-co.zip", tmp_path):
        refused = tiendo("verify", str(each))
        assert refused.returncode == 1
        assert "Không đọc được gói" in refused.stderr
