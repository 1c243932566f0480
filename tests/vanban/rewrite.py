"""Rewrites a known plan into another one, flattened the same way, together with its right reading.

Offices become invented ones, years and numbers change, lines are wrapped anew, rows and columns change
places, page breaks move. What comes out keeps the habits of the original: empty lines between cells
and in odd places, a row's number on a line of its own or not, words run together.
"""

import re
import textwrap
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.vanban.known import Known, actor_line, actor_names, duty_text, paragraph

KINDS = (
    "Phòng", "Chi cục", "Trung tâm", "Ban Quản lý", "Trạm", "Đội", "Sở", "Hạt", "Liên minh", "Văn phòng", "Hội", "Viện",
)  # fmt: skip
FIELDS = (
    "Thủy lợi", "Khuyến ngư", "Kiểm lâm", "Dân tộc và Tôn giáo", "Thương mại và Dịch vụ", "Chăn nuôi - Thú y",
    "Văn hóa - Thông tin và Thể thao", "phát triển quỹ đất", "Nước sạch và Vệ sinh nông thôn", "Ngoại vụ",
    "Bảo vệ thực vật", "Đo lường Chất lượng", "Người cao tuổi", "Đô thị", "Khoa học và Chuyển đổi số", "KH-ĐT",
    "Xúc tiến đầu tư và Hỗ trợ doanh nghiệp", "Di sản", "Nghề cá", "ĐT-GT", "Giảm nghèo và Việc làm",
)  # fmt: skip
OTHERS = (
    "Thanh tra Huyện", "Công an Huyện", "Kho bạc Nhà nước Huyện", "Điện lực Huyện", "Đài Truyền thanh Huyện",
    "Ban Chỉ huy Quân sự Huyện", "Ngân hàng Chính sách xã hội Huyện", "Trường Cao đẳng nghề Tỉnh", "Huyện đoàn",
    "Bảo hiểm xã hội Huyện", "Liên đoàn Lao động Huyện", "Hợp tác xã Vận tải Huyện", "Thuế Tỉnh", "Bưu điện Huyện",
)  # fmt: skip
GROUPS = (
    "Các cơ quan chuyên môn thuộc Huyện", "UBND các phường, xã", "Các ban, ngành, đoàn thể Huyện", "Đảng ủy các xã",
    "UBND cấp xã", "Các hội, đoàn thể Huyện", "Các trường học trên địa bàn", "Các Sở, Ban, ngành Tỉnh",
)  # fmt: skip
PLACES = ("Tam Bình", "Cửa Lũy", "Đăk Sơn", "Phú Hữu Tây", "Ea Mlây", "Quỳ Thạch", "Ô Lâm")
YEAR = re.compile(r"(?<![\d/.,-])((?:19|20)\d\d)(?![\d.,]*\d)|(?<=[-/ ])(20\d\d)(?!\d)")
FIGURE = re.compile(r"(?<![\w/.,-])\d+(?:[.,]\d+)*(?:-\d+)?(?![\w/]*/|\d)")
SENTENCE_END = re.compile(r"[.;:!?…][\"”)]*$")


@dataclass
class Rewritten:
    """The lines of a rewritten plan and what a reader must find in them."""

    lines: list[str] = field(default_factory=list)
    tasks: list[dict[str, Any]] = field(default_factory=list)
    duties: list[dict[str, Any]] = field(default_factory=list)
    targets: list[dict[str, Any]] = field(default_factory=list)
    header: dict[str, Any] = field(default_factory=dict)


def rewrite(known: Known, seed: int) -> Rewritten:
    """The plan rewritten in the way the seed chooses."""
    return _Rewriter(known, Random(seed)).run()  # noqa: S311 - chosen by a seed on purpose


class _Rewriter:
    def __init__(self, known: Known, random: Random) -> None:
        self.known, self.random = known, random
        self.shift = random.randint(-6, 12)
        self.place = random.choice(PLACES)
        self.figures: dict[str, str] = {}
        self.offices = self._invented_offices()
        names = sorted(self.offices, key=len, reverse=True)
        self.office_pattern = re.compile("|".join(re.escape(name) for name in names))

    def run(self) -> Rewritten:
        result = Rewritten(header=self._header(), duties=self._duties(), targets=self._targets())
        rows = self._rows()
        result.tasks = [row for row, _ in rows]
        result.lines = [*self._body(), *self._table([row for _, row in rows])]
        return result

    # --- Words ---------------------------------------------------------------------------------

    def _invented_offices(self) -> dict[str, str]:
        """For every office of the plan another one, each used once."""
        names = {
            _bare(name)
            for task in self.known.tasks
            for name in (*task["lead"], *task["coordinating"])
        }
        for number in {actor for actor, _ in self.known.layout.duties}:
            names.update(actor_names(paragraph(self.known, actor_line(self.known, number))))
        made = [f"{kind} {field}" for kind in KINDS for field in FIELDS] + list(OTHERS) * 4
        self.random.shuffle(made)
        groups = self.random.sample(GROUPS, len(GROUPS))
        offices: dict[str, str] = {}
        for name in sorted(names):
            pool = groups if re.match(r"(?:Các|các|UBND các)\b", name) else made
            new = pool.pop()
            while new in offices.values():
                new = pool.pop()
            offices[name] = f"các{new[3:]}" if name[0].islower() and new.startswith("Các") else new
        return offices

    def words(self, text: str) -> str:
        """The text with other offices, place and years."""
        text = self.office_pattern.sub(lambda match: self.offices[match[0]], text)
        text = text.replace(self.known.locality, self.place)
        text = text.replace(self.known.locality.upper(), self.place.upper())
        return YEAR.sub(lambda match: str(int(match[0]) + self.shift), text)

    def counts(self, text: str) -> str:
        """The text with other figures, the same figure always becoming the same one."""
        return FIGURE.sub(lambda match: self._figure(match[0]), text)

    def _figure(self, old: str) -> str:
        if re.fullmatch(r"(?:19|20)\d\d(?:-\d{4})?", old):
            return old
        if old not in self.figures:
            self.figures[old] = self._other_figure(old)
        return self.figures[old]

    def _other_figure(self, old: str) -> str:
        pick = self.random.randint
        if "-" in old:
            low = pick(2, 40)
            return f"{low}-{low + pick(1, 9)}"
        if "," in old:
            return f"{pick(2, 94)},{pick(1, 9)}"
        if "." in old:
            return f"{pick(2, 97)}.{pick(1, 9)}00"
        if old.startswith("0"):
            return f"{pick(2, 9):02d}"
        return str(pick(10, 95) if len(old) < 3 else pick(120, 890))

    def date(self, day: str | None) -> str | None:
        return f"{int(day[:4]) + self.shift}{day[4:]}" if day else None

    # --- What must be read -----------------------------------------------------------------------

    def _header(self) -> dict[str, Any]:
        header = {
            key: self.known.header.get(key)
            for key in ("issuer", "number", "place", "kind", "title", "signer")
        }
        found = {key: self.words(value) if value else value for key, value in header.items()}
        return {**found, "date": self.date(self.known.header["date"])}

    def _targets(self) -> list[dict[str, Any]]:
        return [
            {
                **{key: target.get(key) for key in ("comparator", "unit", "strict")},
                "text": self.counts(self.words(target["text"])),
                "value": self._value(target),
                "period": {key: self.date(value) for key, value in target["period"].items()},
            }
            for target in self.known.targets
        ]

    def _value(self, target: dict[str, Any]) -> list[float]:
        """The figure of a target after the change: found by what it was."""
        old = target["value"] if isinstance(target["value"], list) else [target["value"]]
        for match in FIGURE.finditer(target["text"]):
            if _numbers(match[0]) == [float(one) for one in old]:
                return _numbers(self._figure(match[0]))
        raise AssertionError(f"no figure for {target}")

    def _duties(self) -> list[dict[str, Any]]:
        duties: list[dict[str, Any]] = []
        for number, line in self.known.layout.duties:
            heading = paragraph(self.known, actor_line(self.known, number))
            place = sum(1 for duty in duties if duty["actor_no"] == number) + 1
            text = self._paragraph(line)
            duties.append(
                {
                    "actor_no": number,
                    "actors": [self.words(name) for name in actor_names(heading)],
                    "no": str(place),
                    "text": duty_text(text),
                }
            )
        return duties

    def _rows(self) -> list[tuple[dict[str, Any], dict[str, list[str]]]]:
        """The tasks in another order, numbered anew, each with the words of its cells."""
        tasks = self.random.sample(self.known.tasks, len(self.known.tasks))
        rows = []
        for number, task in enumerate(tasks, 1):
            leads = [self._office(name) for name in task["lead"]]
            coordinating = [self._office(name) for name in task["coordinating"]]
            due = task["deadline"]
            row = {
                "no": str(number),
                "title": self.counts(self.words(task["title"])),
                "lead": leads,
                "coordinating": coordinating,
                "deadline_text": self.words(task["deadline_text"]),
                "deadline": {
                    "kind": due["kind"],
                    "start": self.date(due["start"]),
                    "end": self.date(due["end"]),
                    "recurrence": due["recurrence"],
                },
            }
            rows.append((row, self._cells(row)))
        return rows

    def _office(self, printed: str) -> str:
        """The other office for a printed name, its note kept, now and then with words run together."""
        name = self.offices[_bare(printed)]
        note = re.search(r" \([^)]*\)$", printed)
        if self.random.random() < 0.2:
            name = re.sub(r"(?<=[a-zà-ỹ]) (?=[A-ZĐ][a-zà-ỹ])|(?<=UBND) (?=các)", "", name, count=1)
        return name + (note[0] if note else "")

    # --- The body ----------------------------------------------------------------------------------

    def _paragraph(self, start: int) -> str:
        text = self.words(paragraph(self.known, start))
        first, last = self.known.layout.targets
        return self.counts(text) if first <= start <= last and re.match(r"- ", text) else text

    def _body(self) -> list[str]:
        """The lines before the table: titles and signatures as they are, paragraphs wrapped anew."""
        width = self.random.randint(60, 110)
        lines: list[str] = []
        number = 1
        breaks = set(self.random.sample(self.known.layout.starts, 2))
        while number < self.known.layout.table:
            if number in self.known.layout.starts:
                lines += self._wrapped(self._paragraph(number), width, number in breaks)
            elif any(first <= number <= last for first, last in self.known.layout.printed):
                lines.append(self.words(self.known.lines[number - 1]))
            number += 1
        return lines

    def _wrapped(self, text: str, width: int, broken: bool) -> list[str]:
        wrapped = _wrap(text, width)
        cut = self._cut(wrapped) if broken else 0
        lines: list[str] = []
        for index, line in enumerate(wrapped):
            odd = 0.35 if index == 1 else 0.04
            if index and index == cut:
                lines += ["", "", str(self.random.randint(2, 9)), ""]
            elif index and self.random.random() < odd and _runs_on(wrapped, index):
                lines.append("")
            lines.append(line)
        apart = len(wrapped[-1]) > 0.7 * width or self.random.random() < 0.6
        return [
            *lines,
            *([""] if apart else []),
            *(["", str(self.random.randint(2, 9)), ""] if broken and not cut else []),
        ]

    def _cut(self, wrapped: list[str]) -> int:
        places = [index for index in range(1, len(wrapped)) if _runs_on(wrapped, index)]
        return self.random.choice([0, *places])

    # --- The table ---------------------------------------------------------------------------------

    def _cells(self, row: dict[str, Any]) -> dict[str, list[str]]:
        pick = self.random.randint
        dash = self.random.choice(["- ", "- ", "- ", "-"])
        end = self.random.choice(["", "", "", ";"])
        coordinating = [
            line
            for name in row["coordinating"]
            for line in _wrap(f"{dash}{name}{end}", pick(24, 36))
        ]
        return {
            "title": _wrap(row["title"], pick(48, 75)),
            "lead": self._oddly(_wrap("; ".join(row["lead"]), pick(16, 30))),
            "coordinating": self._oddly(coordinating),
            "deadline": _wrap(row["deadline_text"], pick(14, 24)),
        }

    def _oddly(self, lines: list[str]) -> list[str]:
        """The lines of a cell with an empty one now and then."""
        found: list[str] = []
        for index, line in enumerate(lines):
            if index and self.random.random() < 0.07:
                found.append("")
            found.append(line)
        return found

    def _head(self, order: list[str]) -> list[str]:
        head = self.known.layout.head
        first, *others = order
        lines = [f"{head['number'][0]} {head[first][0]}", *head[first][1:]]
        for column in others:
            lines += ([""] if self.random.random() < 0.4 else []) + list(head[column])
        return lines

    def _table(self, rows: list[dict[str, list[str]]]) -> list[str]:
        others = [column for column in self.known.layout.head if column not in ("number", "title")]
        order = ["title", *self.random.sample(others, len(others))]
        head = self._head(order)
        breaks = set(self.random.sample(range(len(rows)), self.random.randint(1, 3)))
        lines, page = [*head, ""], 1
        for number, cells in enumerate(rows, 1):
            row = self._row(number, [cells[column] for column in order], order)
            first = next(index for index, line in enumerate(row) if re.search(r"[^\W\d]", line))
            if number - 1 in breaks:
                page += 1
                place = self.random.choice([len(row), *range(first + 1, len(row))])
                mark = self.random.choice(
                    [["", "", "", str(page), "", *head, ""], [*head, ""], ["", *head, ""]]
                )
                row = [*row[:place], *mark, *row[place:]]
            lines += [*row, *([""] if self.random.random() < 0.9 else [])]
        return lines

    def _row(self, number: int, cells: list[list[str]], order: list[str]) -> list[str]:
        chance = self.random.random()
        lines = (
            [f"{number} {cells[0][0]}", *cells[0][1:]] if chance < 0.2 else [str(number), *cells[0]]
        )
        if chance > 0.5:
            lines.insert(1, "")
        for place, cell in enumerate(cells[1:], 1):
            joins = place == len(cells) - 1 and len(cell) == 1 and self.random.random() < 0.15
            if joins and order[place] == "deadline":
                lines[-1] = f"{lines[-1]} {cell[0]}"
            else:
                lines += ["", *cell]
        return lines


def _bare(name: str) -> str:
    """A printed name without its note and with words that were run together taken apart."""
    name = re.sub(r" \([^)]*\)$", "", name)
    return re.sub(r"(?<=[a-zà-ỹ])(?=[A-ZĐ][a-zà-ỹ])|(?<=UBND)(?=các)", " ", name)


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _runs_on(lines: list[str], index: int) -> bool:
    """Whether nobody could take a line for the beginning of a paragraph."""
    return not (SENTENCE_END.search(lines[index - 1]) and not lines[index][0].islower())


def _numbers(figure: str) -> list[float]:
    return [float(part.replace(".", "").replace(",", ".")) for part in figure.split("-")]
