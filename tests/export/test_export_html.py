import re
from dataclasses import replace

import pytest

from vndirective.core.errors import ArgumentError
from vndirective.core.records import AnalysisWarning, Section, Span, Theme
from vndirective.export.display import coverage_repr_html, document_repr_html, document_summary
from vndirective.export.html import Mark, coverage_html, document_html, split_marks


@pytest.fixture(params=["document", "coverage", "document_repr", "coverage_repr"])
def hostile_html(request, hostile, hostile_coverage):
    make = {
        "document": lambda: document_html(hostile),
        "coverage": lambda: coverage_html(hostile_coverage),
        "document_repr": lambda: document_repr_html(hostile),
        "coverage_repr": lambda: coverage_repr_html(hostile_coverage),
    }
    return make[request.param]()


def test_hostile_text_stays_text(hostile_html, parse_page):
    page = parse_page(hostile_html)
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "img", "iframe", "object", "embed", "link", "form"}
    assert not any(key.startswith("on") for _, attrs in page.tags for key in attrs)
    assert not page.attributes("src")
    assert "<script>alert(1)</script>" in page.text
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]", hostile_html)
    assert page.unbalanced == []
    assert page.open == []


def test_pages_load_nothing(directive, coverage, parse_page):
    for html in (document_html(directive), coverage_html(coverage)):
        page = parse_page(html)
        assert all(link.startswith("#") for link in page.attributes("href"))
        assert not page.attributes("src")
        assert "url(" not in html
        assert "@import" not in html
        (policy,) = [attrs["content"] for _, attrs in page.tags if "http-equiv" in attrs]
        assert policy == "default-src 'none'; style-src 'unsafe-inline'"
        assert dict(page.tags)["html"] == {"lang": "vi"}


def test_every_link_has_its_target_and_every_id_is_one(directive, coverage, parse_page):
    for html in (document_html(directive), coverage_html(coverage)):
        page = parse_page(html)
        ids = page.attributes("id")
        assert len(ids) == len(set(ids))
        assert {link[1:] for link in page.attributes("href")} <= set(ids)


def test_document_page(directive, parse_page):
    page = parse_page(document_html(directive))
    assert directive.text in page.text
    for part in ("07/CT-UBND", "20/08/2025", "14/09/2025", "17:00 ngày 10/09/2025"):
        assert part in page.text
    assert "Không được thu thêm" in page.text
    assert "thiếu ngày nhận đủ hồ sơ" in page.text
    assert "no signature block was found" in page.text
    assert "d5" in page.attributes("id")


def test_a_page_says_in_vietnamese_what_was_understood_and_what_not(directive, parse_page):
    recurring = replace(directive.times[2], value="XXXX-QX", derivation="recurs")
    dated = replace(directive.times[0], value="2025-09-15")
    warning = AnalysisWarning("no_issue_date", "no issue date was found")
    changed = replace(directive, times=(dated, recurring), warnings=(warning,))
    page = parse_page(document_html(replace(changed, obligations=())))
    titles = page.attributes("title")
    assert "Thời gian: 15/09/2025 · trước 15/9: ngày 14/9" in titles
    assert "Thời gian: lặp lại định kỳ" in titles
    assert "không tìm thấy ngày ban hành" in page.text
    assert warning.message not in page.text and warning.message in titles


def test_document_page_of_an_empty_document(directive):
    empty = replace(directive, text="", sentences=(), obligations=(), times=(), actors=(),
                    citations=())  # fmt: skip
    assert "Không tìm thấy nhiệm vụ nào" in document_html(empty)


def test_coverage_page(coverage, parse_page):
    html = coverage_html(coverage)
    page = parse_page(html)
    for part in (
        *("2/3", "0,91", "0,62", "0,35/0,40", "Lê Thị Mẫu", "Phụ huynh giám sát"),
        *("Bổ sung kinh phí mua bình chữa cháy", "hong.docx", "Nhiều nơi còn thiếu giáo viên"),
        *("Tham luận không nói đến chủ đề nào", "Giống nhau 1,00"),
    ):
        assert part in page.text
    assert html.count('<mark class="k-evidence">') == 4
    assert html.index('id="khoang-trong"') < html.index('id="ma-tran"') < html.index('id="t0"')


def test_papers_that_share_a_passage_are_told_apart(coverage, parse_page):
    papers = tuple(
        paper | {"title": "Tham luận", "unit": None, "path": f"{folder}/bài.docx"}
        for paper, folder in zip(coverage.papers, "abc", strict=True)
    )
    page = parse_page(coverage_html(replace(coverage, papers=papers)))
    text = page.text
    pair = text[text.index("Giống nhau") : text.index("Kiến nghị", text.index("Giống nhau"))]
    assert "Tham luận (a/bài.docx)" in pair and "Tham luận (b/bài.docx)" in pair
    assert {"a/bài.docx", "b/bài.docx"} <= set(page.attributes("title"))


def test_coverage_page_when_everything_is_covered(coverage):
    html = coverage_html(replace(coverage, gaps=(), near_misses=(), duplicates=(), errors=()))
    assert "Chủ đề nào cũng có ít nhất một tham luận nói đến" in html
    assert "Tệp không đọc được" not in html


def test_coverage_page_of_no_papers(coverage):
    nothing = replace(
        coverage, papers=(), analyses=(), near_misses=(), duplicates=(), errors=(),
        gaps=("safety", "money", "staff"),
    )  # fmt: skip
    assert "0/3" in coverage_html(nothing)


def test_coverage_page_says_what_it_needs(coverage):
    with pytest.raises(ArgumentError, match=r"data\.analyses"):
        coverage_html(replace(coverage, analyses=()))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [("abcdef", "")]),
        ([(0, 4, "x"), (2, 6, "y")], [("ab", "x"), ("cd", "x y"), ("ef", "y")]),
        ([(1, 5, "x"), (2, 3, "y")], [("a", ""), ("b", "x"), ("c", "x y"), ("de", "x"), ("f", "")]),
        ([(0, 3, "x"), (1, 3, "x")], [("a", "x"), ("bc", "x"), ("def", "")]),
        ([(-5, 2, "x"), (4, 99, "y")], [("ab", "x"), ("cd", ""), ("ef", "y")]),
        ([(6, 9, "x")], [("abcdef", "")]),
    ],
)
def test_overlapping_marks_are_split_and_drawn_once(marks, expected):
    segments = split_marks("abcdef", [Mark(*mark) for mark in marks])
    assert [(segment.text, segment.kinds) for segment in segments] == expected


def test_marks_of_a_part_count_from_its_start():
    segments = split_marks("def", [Mark(4, 5, "x", anchor="a")], start=3)
    assert [(s.text, s.kinds, s.anchors) for s in segments] == [
        ("d", "", []),
        ("e", "x", ["a"]),
        ("f", "", []),
    ]


def test_notebook_views_are_short(directive, coverage, parse_page):
    many = replace(directive, obligations=directive.obligations * 4, text=directive.text * 40)
    page = parse_page(document_repr_html(many))
    assert "… và 10 nhiệm vụ khác" in page.text
    assert f"… còn {len(many.text) - 6000} ký tự" in page.text
    assert not page.attributes("href")
    view = parse_page(coverage_repr_html(coverage))
    assert "Còn bỏ trống: Đội ngũ giáo viên" in view.text
    assert not view.attributes("href")


def test_summary_is_one_line(directive):
    assert document_summary(directive) == (
        "directive '07/CT-UBND', 2025-08-20: 5 obligations, 4 deadlines, 1 actors, 1 warnings"
    )


def test_head_and_foot_look_like_those_of_the_document(directive, parse_page):
    text = "HUYỆN LONG ĐIỀN | CỘNG HÒA\nSố: 7 | Long Điền\nVề việc sửa cầu\nSửa cầu.\nNơi nhận: VT. | CHỦ TỊCH"
    title, foot, signed = (text.index(part) for part in ("Về việc", "Nơi nhận", "CHỦ TỊCH"))
    frame = replace(
        directive.frame, fields=(("title", Span("Về việc sửa cầu", title, title + 15)),)
    )
    parts = (
        ("header", 0, title + 15),
        ("recipients", foot, signed - 3),
        ("signature", signed, len(text)),
    )
    document = replace(
        directive, text=text, frame=frame, sentences=(), obligations=(), times=(), actors=(), citations=(),
        sections=tuple(Section(kind, kind, None, None, start, end, None) for kind, start, end in parts),
    )  # fmt: skip
    html = document_html(document)
    assert text in parse_page(html).text
    assert '<mark class="k-title">Về việc sửa cầu</mark>' in html
    assert html.count('<mark class="k-cell"> | </mark>') == 3
    assert html.count('<mark class="k-gap">\n</mark>') == 2


def test_a_report_names_its_directive(coverage, directive, parse_page):
    for make in (coverage_html, coverage_repr_html):
        text = parse_page(make(coverage, directive)).text
        for part in (
            "Chỉ thị 07/CT-UBND",
            "Ủy ban nhân dân tỉnh",
            "20/08/2025",
            "Về việc chuẩn bị năm học",
        ):
            assert part in text
        assert "Văn bản chỉ đạo" not in parse_page(make(coverage)).text


@pytest.mark.parametrize(("count", "blocks"), [(1, 0), (12, 0), (13, 2), (30, 3)])
def test_a_matrix_wider_than_a_page_is_printed_in_blocks(coverage, count, blocks):
    themes = tuple(Theme(f"t{number}", f"Chủ đề số {number:02}") for number in range(count))
    codebook = replace(coverage.codebook, themes=themes)
    papers = tuple(paper | {"themes": {}} for paper in coverage.papers)
    analyses = tuple(replace(analysis, passages=()) for analysis in coverage.analyses)
    html = coverage_html(
        replace(
            coverage, codebook=codebook, papers=papers, analyses=analyses, gaps=(), near_misses=()
        )
    )
    parts = html[html.index('id="ma-tran"') : html.index('id="bang-chung"')].split(
        '<div class="printed">'
    )
    assert len(parts) == blocks + 1
    assert [sum(part.count(theme.label) for part in parts[1:]) for theme in themes] == [
        bool(blocks)
    ] * count
    assert all(part.count("Chủ đề số") <= 12 for part in parts[1:])


def test_places_and_passages_are_said_in_words(coverage, directive, parse_page):
    bullet = replace(directive.obligations[0], section="3/-1")
    assert "mục 3, gạch đầu dòng thứ 1" in document_html(replace(directive, obligations=(bullet,)))
    text = parse_page(coverage_html(coverage)).text
    assert "Đoạn 2, điểm" in text and "đoạn 3, điểm" in text
    assert "Trong văn bản chỉ đạo: mục 3" in text


def test_a_theme_that_is_only_quoted_is_marked_so(quoting_coverage):
    html = coverage_html(quoting_coverage)
    (chip,) = re.findall(r'<a class="chip quoted".*?</a>', html)
    assert "trích dẫn" in chip and "0,50" not in chip


def test_quoting_the_name_of_a_theme_is_not_speaking_to_it(quoting_coverage, parse_page):
    page = parse_page(coverage_html(quoting_coverage))
    assert "0/3" in page.text
    assert "trích dẫn" in page.text
    assert "1. An toàn trường học (0 tham luận)" in page.text
    silent = page.text.partition("Tham luận không nói đến chủ đề nào:")[2]
    assert silent.split("\n")[0].strip() == "Nhắc tên (Sở Nội vụ)"


def test_a_paper_without_passages_has_no_shares(coverage, parse_page):
    empty = replace(coverage.analyses[2], passages=())
    row = coverage.papers[2] | {
        "passages": 0,
        "quality": {"slogan_share": None, "off_topic": None},
    }
    data = replace(
        coverage,
        papers=(*coverage.papers[:2], row),
        analyses=(*coverage.analyses[:2], empty),
    )
    assert "0 đoạn" in parse_page(coverage_html(data)).text
