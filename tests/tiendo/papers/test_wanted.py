"""Which papers a task asks for, by its words."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.example.document import build
from tiendo.papers.kinds import Asked, PaperKind
from tiendo.papers.wanted import LONGEST, papers_wanted
from vanban.reader import read


@pytest.fixture(scope="module")
def asked_by_the_example(tmp_path_factory) -> set[tuple[str, str, str]]:
    """What the tasks, duties and provisions of the worked example ask for."""
    path = tmp_path_factory.mktemp("example") / "plan.docx"
    build(path)
    reading = read(path)
    texts = [(each.title, each.product) for each in reading.tasks]
    texts += [(each.text, each.product) for each in reading.duties]
    texts += [(each.text, None) for each in reading.provisions]
    found = [each for text, product in texts for each in papers_wanted(text, product or "")]
    return {(each.title, each.kind.value, each.asked.value) for each in found}


@pytest.mark.parametrize(
    "paper",
    [
        ("Kế hoạch an toàn điện", "plan", "issue"),
        ("Kế hoạch của ngành công thương về bảo vệ môi trường", "plan", "draw-up"),
        ("Quy hoạch vùng nguyên liệu cho nông sản, thủy sản chủ lực", "planning", "draw-up"),
        ("Rà soát danh mục dự án mời gọi đầu tư", "review", "review"),
        (
            "Rà soát chính sách dành cho doanh nghiệp nhỏ và vừa, nâng đỡ ý tưởng khởi nghiệp",
            "mechanism",
            "review",
        ),
        ("Đề án cơ cấu lại công nghiệp của Huyện", "scheme", "draw-up"),
        ("Kiến nghị Tỉnh điều chỉnh nếu cần", "submission", "submit"),
        ("Hằng năm đánh giá, báo cáo Ủy ban nhân dân Huyện", "report", "submit"),
        (
            "Kế hoạch nâng năng suất, chất lượng hàng hóa của doanh nghiệp",
            "plan",
            "draw-up",
        ),
        ("Rà soát danh sách cơ sở có nguy cơ", "review", "review"),
    ],
)
def test_the_example_asks_for(asked_by_the_example, paper):
    assert paper in asked_by_the_example


def test_the_example_asks_for_a_planning_file_of_the_cluster(asked_by_the_example):
    planning = [title for title, kind, _asked in asked_by_the_example if kind == "planning"]
    assert any("cụm tại Thường Phước" in title for title in planning)


def test_the_example_asks_for_nothing_else(asked_by_the_example):
    assert len(asked_by_the_example) == 11


@pytest.mark.parametrize(
    ("words", "title", "kind", "asked", "to"),
    [
        (
            "Tham mưu Ủy ban nhân dân Huyện ban hành Kế hoạch an toàn điện trong thời gian tới",
            "Kế hoạch an toàn điện",
            PaperKind.PLAN,
            Asked.ISSUE,
            "Ủy ban nhân dân Huyện",
        ),
        (
            "Trình UBND Huyện ban hành Quy chế phối hợp.",
            "Quy chế phối hợp",
            PaperKind.DECISION,
            Asked.ISSUE,
            "UBND Huyện",
        ),
        (
            "Rà soát, đề xuất cơ chế, chính sách hỗ trợ doanh nghiệp nhỏ và vừa.",
            "Rà soát cơ chế, chính sách hỗ trợ doanh nghiệp nhỏ và vừa",
            PaperKind.MECHANISM,
            Asked.REVIEW,
            "",
        ),
        (
            "Xây dựng và tổ chức quản lý, triển khai thực hiện quy hoạch vùng trồng lúa",
            "Quy hoạch vùng trồng lúa",
            PaperKind.PLANNING,
            Asked.DRAW_UP,
            "",
        ),
        (
            "Đề xuất UBND Tỉnh bổ sung cụm vào danh mục",
            "Đề xuất UBND Tỉnh bổ sung cụm vào danh mục",
            PaperKind.SUBMISSION,
            Asked.SUBMIT,
            "UBND Tỉnh",
        ),
        (
            "Kế hoạch nâng cao năng suất chất lượng",
            "Kế hoạch nâng cao năng suất chất lượng",
            PaperKind.PLAN,
            Asked.DRAW_UP,
            "",
        ),
    ],
)
def test_words_ask_for_one_paper(words, title, kind, asked, to):
    [found] = papers_wanted(words)
    assert (found.title, found.kind, found.asked, found.submit_to) == (title, kind, asked, to)


@pytest.mark.parametrize(
    "words",
    [
        "Hỗ trợ các cơ sở lập đề án, kế hoạch bảo vệ môi trường",
        "Giúp cơ sở sản xuất lập hồ sơ về môi trường.",
        "Triển khai thực hiện Đề án cơ cấu lại ngành công nghiệp",
        "Hướng dẫn nhà đầu tư làm thủ tục theo Luật Đầu tư",
        "Lập được 01 cụm công nghiệp tại Huyện",
        "Tuyên truyền Đề án bằng nhiều hình thức",
        "Hoàn thành phần việc của mình trong Phụ lục.",
        "",
        " ; . ",
    ],
)
def test_words_that_help_others_or_carry_out_ask_for_none(words):
    assert papers_wanted(words) == []


def test_helping_the_own_committee_is_drafting_for_it():
    [found] = papers_wanted("Giúp Ủy ban nhân dân Huyện xây dựng kế hoạch đào tạo nghề cơ khí")
    assert found.title == "Kế hoạch đào tạo nghề cơ khí"


def test_a_product_counts_where_the_words_name_no_paper():
    [found] = papers_wanted("Tăng cường phối hợp kiểm tra", "Quy chế phối hợp")
    assert found.title == "Quy chế phối hợp: Tăng cường phối hợp kiểm tra"
    assert found.asked is Asked.ISSUE
    assert papers_wanted("Mở lớp tập huấn", "100% hồ sơ trực tuyến") == []


def test_a_paper_named_by_words_and_product_is_one():
    [found] = papers_wanted(
        "Trình UBND Huyện ban hành Kế hoạch an toàn điện", "Kế hoạch an toàn điện"
    )
    assert found.title == "Kế hoạch an toàn điện"


def test_old_and_new_places_of_tones_are_one():
    titles = [
        papers_wanted(f"Xây dựng kế hoạch {word} dữ liệu mở")[0].kind for word in ("hoà", "hòa")
    ]
    assert titles == [PaperKind.PLAN, PaperKind.PLAN]


SOME = (
    "xây dựng ban hành rà soát trình kế hoạch đề án danh mục cơ chế , ; . ( ) UBND Huyện Tỉnh"
    " báo cáo kiến nghị để và các 01 hằng năm sản xuất İ hoà"
)
WORDS = st.lists(st.sampled_from(SOME.split(" ")), max_size=25).map(" ".join)


@given(WORDS | st.text(max_size=200), WORDS)
def test_any_words_give_titles_that_fit(text, product):
    for each in papers_wanted(text, product):
        assert 0 < len(each.title) <= LONGEST
        assert each.words


@pytest.mark.parametrize(
    "words",
    [
        "trình " + "tỉnh " * 400,
        "xây dựng " + "và ban hành trình tỉnh huyện " * 200,
        "báo cáo tỉnh " * 300,
        "lập kế hoạch " + "a, " * 3000,
        "giúp ubnd " * 400,
    ],
)
def test_words_that_can_be_grouped_in_many_ways_are_read_at_once(words):
    before = perf_counter()
    papers_wanted(words)
    assert perf_counter() - before < 2
