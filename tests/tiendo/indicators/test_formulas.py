"""Formulas: what can be written, what it comes to, and the sentence for everything else."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tiendo.indicators.formula_tree import Name, Negative, Node, Number, Operation
from tiendo.indicators.formulas import (
    DivisionByZero,
    Formula,
    FormulaError,
    Missing,
    OutOfRange,
    cycle,
    order,
    parse,
    unknown,
)


@pytest.fixture
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


VALUES = {"a": Decimal(6), "b": Decimal(3), "c": Decimal(2), "gtsx-cn": Decimal("579")}


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("a", 6),
        ("a + b × c", 12),
        ("(a + b) * c", 18),
        ("a - b - c", 1),  # from the left: (6 − 3) − 2
        ("a − (b − c)", 5),
        ("a / b / c", 1),
        ("a : (b : c)", 4),  # the colon divides here
        ("-a + b", -3),
        ("a × −b", -18),
        ("2,5 * c", 5),
        ("2.5 * c", 5),
        ("0,125 * a", Decimal("0.75")),
        ("100 * gtsx-cn / 4990", Decimal("11.60320641282565130260521042")),
        ("a / b * b", 6),
        ("1 / b * b", 1),  # exact on the way: a third times three is one
    ],
)
def test_a_formula_comes_to(text: str, figure: Decimal | int) -> None:
    assert parse(text).evaluate(VALUES) == figure


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", 1, "The formula breaks off."),
        ("a +", 4, "The formula breaks off."),
        ("a b", 3, "A sign is missing before it"),
        ("2 ** 3", 4, "A code or a figure is expected here"),
        ("a ^ 2", 3, "A sign is missing before it"),
        ("(a + b", 1, "this opening parenthesis is not closed"),
        ("a + b)", 6, "This closing parenthesis has no opening one"),
        ("sum(a)", 4, "There are no functions here"),
        ("công", 1, "Codes have letters without accents"),
        ("a * 1.500", 5, "write 1500 or 1,5"),
        ("a * 1,234", 5, "write 1234 or 1,2340"),
        ("1.234.567", 1, "without separators of thousands"),
        ("9" * 19, 1, "The figure is too long"),
        ("(" * 31 + "a" + ")" * 31, 31, "Too many parentheses"),
        ("a + " * 90 + "a", 301, "at most 300 characters"),
        ("a\x00", 2, "A sign is missing"),
    ],
)
@pytest.mark.usefixtures("english")
def test_what_cannot_be_read_is_refused_with_its_place(text: str, place: int, words: str) -> None:
    with pytest.raises(FormulaError, match=r"\S") as refused:
        parse(text)
    assert refused.value.place == place
    assert words in refused.value.words


def test_refusals_are_vietnamese_sentences() -> None:
    with pytest.raises(FormulaError, match=r"Đọc được hai cách: viết 1500 hoặc 1,5\."):
        parse("1.500 * a")


def test_a_missing_figure_gives_none_and_is_named() -> None:
    formula = parse("100 * a / (b + x) - y")
    assert formula.names == ("a", "b", "x", "y")
    outcome = formula.evaluate({"a": Decimal(1), "b": Decimal(0), "x": None})
    assert outcome == Missing(("x", "y"))
    assert str(outcome) == "Chưa có số liệu của: x, y."


def test_a_division_by_zero_names_what_is_zero() -> None:
    outcome = parse("a / (b - b)").evaluate(VALUES)
    assert outcome == DivisionByZero("b − b")
    assert str(outcome) == "“b − b” bằng 0, không chia cho 0 được."


@pytest.mark.parametrize("figure", ["NaN", "Infinity", "1E+41", "1E-41"])
def test_no_figure_is_not_counted_with(figure: str) -> None:
    assert parse("a + b").evaluate({**VALUES, "b": Decimal(figure)}) == OutOfRange(("b",))


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        ("a / b", ("a", "b", 1)),
        ("100 * a / b", ("a", "b", 100)),
        ("a / b * 100", ("a", "b", 100)),
        ("100 * (a + c) / b", ("a + c", "b", 100)),
        ("(a - c) / (b + c)", ("a − c", "b + c", 1)),
        ("a * b", None),
        ("a / b + 1", None),
    ],
)
def test_a_division_keeps_its_two_parts(text: str, ratio: tuple[str, str, int] | None) -> None:
    found = parse(text).ratio
    parts = found and (str(found.numerator), str(found.denominator), found.times)
    assert parts == ratio


def test_computed_indicators_come_after_what_they_need() -> None:
    formulas = {"share": parse("100 * output / all"), "all": parse("output + farms")}
    assert order(formulas) == ["all", "share"]


@pytest.mark.parametrize(
    ("formulas", "around"),
    [
        ({"a": "a + 1"}, ("a", "a")),
        ({"a": "b * 2", "b": "a - c"}, ("a", "b", "a")),
        ({"b": "c", "c": "a", "a": "b"}, ("a", "b", "c", "a")),
        ({"a": "b", "b": "c"}, ()),
    ],
)
def test_a_circle_of_formulas_is_named(formulas: dict[str, str], around: tuple[str, ...]) -> None:
    read = {code: parse(text) for code, text in formulas.items()}
    assert cycle(read) == around
    if around:
        with pytest.raises(FormulaError, match=" → ".join(around)):
            order(read)


def test_a_code_that_nobody_knows_is_named_and_a_minus_is_offered() -> None:
    assert unknown(parse("a + b"), {"a", "b"}) == ""
    assert unknown(parse("a + x"), {"a", "b"}) == "Không có chỉ số nào mang mã: x."
    assert unknown(parse("a-b"), {"a", "b"}).endswith("để dấu cách hai bên: a − b.")


NODES: st.SearchStrategy[Node] = st.recursive(
    st.builds(Number, st.decimals(0, 10**9, places=4))
    | st.builds(Name, st.from_regex(r"[a-z][a-z0-9_]{0,4}(-[a-z0-9_]{1,4})?", fullmatch=True)),
    lambda inner: (
        st.builds(Negative, inner) | st.builds(Operation, st.sampled_from("+−×÷"), inner, inner)
    ),
    max_leaves=6,
)


@given(NODES)
def test_a_formula_reads_back_as_it_was_written(node: Node) -> None:
    assert parse(str(Formula(node))) == Formula(node)


@given(st.text(st.sampled_from("ab1,.()+-*/−×÷ :\x00ớ"), max_size=40) | st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    outcome = read_or_refused(text)
    if isinstance(outcome, Formula):
        assert parse(str(outcome)) == outcome
    else:
        assert 1 <= outcome.place <= len(text) + 1


def read_or_refused(text: str) -> Formula | FormulaError:
    try:
        return parse(text)
    except FormulaError as error:
        return error


@given(NODES, st.lists(st.decimals() | st.none(), min_size=1))
def test_any_figures_give_an_outcome(node: Node, figures: list[Decimal | None]) -> None:
    formula = Formula(node)
    values = {name: figures[at % len(figures)] for at, name in enumerate(formula.names)}
    outcome = formula.evaluate(values)
    assert not isinstance(outcome, Decimal) or outcome.is_finite()
