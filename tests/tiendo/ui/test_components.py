"""Components say in icon and word what they say in colour, and escape what they are given."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.paginator import Paginator
from django.template import Context, RequestContext, Template
from django.test import RequestFactory
from django.utils.translation import override

from tiendo.ui.icons import ICONS
from tiendo.ui.looks import LOOKS, look_of, words_of

SOURCES = Path(__file__).parents[3] / "src" / "tiendo"


def rendered(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


@pytest.mark.parametrize("state", LOOKS)
def test_every_state_has_a_drawing_and_words_in_both_languages(state):
    assert look_of(state).icon in ICONS
    with override("en"):
        english = words_of(state)
    with override("vi"):
        vietnamese = words_of(state)
    assert english
    assert vietnamese != english


def test_no_two_states_of_one_kind_share_icon_and_style():
    work = list(LOOKS)[: list(LOOKS).index("met")]
    looks = [(LOOKS[state].icon, LOOKS[state].style, str(LOOKS[state].words)) for state in work]
    assert len({(icon, style) for icon, style, _ in looks}) >= len(looks) - 1
    assert len({words for _, _, words in looks}) == len(looks)


def test_a_tag_says_how_many_days_it_is_late():
    with override("vi"):
        assert "Quá hạn 337 ngày" in rendered("{% tag 'overdue' days=337 %}")
        assert "Chưa báo cáo 14 tháng" in rendered("{% tag 'no-report' months=14 %}")


def test_days_are_not_said_of_a_state_that_is_not_late():
    with override("en"):
        assert words_of("due-soon", days=12) == "Due soon"


def test_a_state_may_be_written_with_an_underscore():
    assert look_of("due_soon") is LOOKS["due-soon"]


def test_a_state_without_a_look_is_refused():
    with pytest.raises(KeyError):
        look_of("somewhere")


def test_an_icon_alone_has_a_name_for_readers():
    assert 'aria-label="Tìm"' in rendered("{% icon 'search' label='Tìm' %}")
    assert 'aria-hidden="true"' in rendered("{% icon 'search' %}")


@pytest.mark.parametrize("path", sorted(SOURCES.glob("**/templates/**/*.html")), ids=str)
def test_every_icon_a_template_asks_for_exists(path):
    asked = re.findall(r"{% icon \"([\w-]+)\"", path.read_text(encoding="utf-8"))
    assert set(asked) <= set(ICONS)


def test_components_escape_what_they_are_given():
    page = rendered(
        "{% card title=evil %}{{ evil }}{% endcard %}{% fact evil %}x{% endfact %}"
        "{% tag 'done' text=evil %}{% crumb evil %}{% blank evil %}x{% endblank %}",
        evil="<script>",
    )
    assert "<script>" not in page
    assert page.count("&lt;script&gt;") == 6


def test_figures_are_written_as_here():
    assert rendered("{{ x|n:2 }}", x=Decimal("1234567.89")) == "1.234.567,89"
    assert rendered("{{ x|n }}", x=Decimal("12.50")) == "12,5"
    assert rendered("{{ x|n:1 }}", x=-4) == "−4,0"
    assert rendered("{{ x|n }}", x=None) == ""


def test_english_pages_write_days_and_figures_alike():
    with override("en"):
        assert rendered("{{ x|n }}", x=12500) == "12.500"
        assert rendered("{{ day }}", day=date(2026, 1, 5)) == "05/01/2026"


def test_years_and_keys_stay_bare():
    with override("vi"):
        assert rendered("{{ year }}", year=2024) == "2024"


def test_initials_are_those_of_the_last_two_names():
    for name, letters in (("Trần Hữu Phúc", "HP"), ("Võ Ái", "VÁ"), ("Yến", "Y"), ("", "")):
        assert rendered("{{ x|initials }}", x=name) == letters


@pytest.mark.parametrize(("part", "whole", "shown"), [(19, 24, 79), (30, 24, 100), (1, 0, 0)])
def test_a_meter_is_filled_by_the_share(part, whole, shown):
    assert f'width="{shown}"' in rendered("{% meter part whole %}", part=part, whole=whole)


def paged(number: int, address: str) -> str:
    request = RequestFactory().get(address)
    page = Paginator(range(187), 10).get_page(number)
    context = RequestContext(request, {"page": page})
    return Template("{% pager page target='rows' %}").render(context)


@pytest.mark.django_db
def test_the_pager_keeps_the_filters_in_every_address():
    page = paged(2, "/nhiem-vu/?q=khuyen+cong&page=2")
    addresses = re.findall(r'href="([^"]+)"', page)
    assert addresses
    assert all("q=khuyen+cong" in address for address in addresses)
    assert "?q=khuyen+cong&amp;page=3" in addresses


@pytest.mark.django_db
def test_the_pager_names_the_rows_and_the_present_page():
    with override("vi"):
        page = paged(2, "/")
    assert "Dòng 11–20 trong 187" in page
    assert '<span aria-current="page">2</span>' in page


def test_one_page_needs_no_links():
    page = Paginator(range(4), 10).get_page(1)
    assert "<ol>" not in rendered("{% pager page %}", page=page)


def test_a_component_inside_a_loop_leaves_the_loop_alone():
    source = "{% for x in rows %}{{ x }}{% empty %}{% blank 'None' %}why{% endblank %}{% endfor %}"
    assert "why" in rendered(source, rows=[])
