"""How reading time grows with length: eight times the words must take far less than sixty-four times the time.

For each kind of repetitive document the ratio of processor times at 8 × and at 1 × the length is given;
the baseline of the claim is a reader whose time goes by the length (ratio 8). A result is taken only when
both readings found what the longer document holds eight times as often. The last line is one JSON object.
"""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from vanban.reader import read

PLAN = (
    "KẾ HOẠCH\nTrồng cây\nI. MỤC TIÊU\n1. Mục tiêu\n{words}\n"
    "II. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế\n- Chủ trì thực hiện.\n"
)
UNITS = {
    "figures": "Tăng trưởng 12%/năm.\n",
    "headings": "I. MỤC TIÊU\n",
    "citations": "Căn cứ Kế hoạch số 1/KH-UBND ngày 1/1/2021 của Ủy ban nhân dân huyện\n",
}
TIMES, MOST_GROWTH = 8, 25.0


def main() -> int:
    """Print the ratios; exit status 1 where one is beyond the claim."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--quick", action="store_true", help="shorter documents")
    base = 200 if asked.parse_args().quick else 800
    growth = {name: _growth(unit, base) for name, unit in UNITS.items()}
    holds = max(growth.values()) <= MOST_GROWTH
    print(json.dumps({"benchmark": "growth", "times": TIMES, **growth, "claims_hold": holds}))
    return 0 if holds else 1


def _growth(unit: str, base: int) -> float:
    few_seconds, few_lines = _read(unit, base)
    many_seconds, many_lines = _read(unit, base * TIMES)
    assert many_lines - few_lines == (TIMES - 1) * base
    return round(many_seconds / few_seconds, 1)


def _read(unit: str, times: int) -> tuple[float, int]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.txt"
        path.write_text(PLAN.format(words=unit * times), encoding="utf-8")
        started = time.process_time()
        reading = read(path)
        return time.process_time() - started, len(reading.source.blocks)


if __name__ == "__main__":
    sys.exit(main())
