from __future__ import annotations

import json
import pickle
from collections.abc import Callable

import pytest

from vndirective.classify.classifier import theme_pipeline
from vndirective.classify.coverage import annotate, cover, explain_theme, language_of
from vndirective.core.errors import ArgumentError
from vndirective.core.records import (
    Analysis,
    Codebook,
    Failure,
    Frame,
    Obligation,
    Source,
    Theme,
    Time,
    to_plain,
)
from vndirective.export.html import coverage_html

Make = Callable[..., Analysis]

BEES = (
    "Nuôi ong lấy mật ở vùng đồi: làm thùng gỗ, tách tổ vào mùa xuân, giữ ong chúa, quay mật khi "
    "hoa vải nở, phòng bệnh ấu trùng và bán mật cho hợp tác xã."
)
CODES = Codebook(
    "toy",
    "Thử",
    "1",
    (
        Theme("order", "Kỷ cương", seeds=("kỷ cương", "giờ giấc")),
        Theme("daring", "Dám làm", seeds=("dám làm", "sáng kiến")),
        Theme("digital", "Chuyển đổi số", seeds=("chuyển đổi số",)),
        Theme("bees", "Nuôi ong", definition=BEES, seeds=("đàn ong",)),
    ),
)
PIPELINE = theme_pipeline(CODES)

FULL = (
    "Năm nay cơ quan có bốn phòng. Kỷ cương được giữ vững, giờ giấc được ghi vào sổ. "
    "Cuối tuần mọi người về sớm.\n\n"
    "Còn tình trạng nhiều người chưa dám làm.\n\n"
    "Sở nhận được Kế hoạch số 7 về “Chuyển đổi số năm 2025”.\n\n"
    "Mùa này trời mưa nhiều, đường trơn."
)


def themes(analysis: Analysis) -> list[list[tuple[str, str]]]:
    assert analysis.passages is not None
    return [[(t.id, t.stance) for t in p.themes] for p in analysis.passages]


def test_every_passage_gets_its_themes_with_a_stance(analysis: Make) -> None:
    done = annotate(analysis(FULL), CODES, PIPELINE)
    assert themes(done) == [
        [("order", "contributing")],
        [("daring", "criticizing")],
        [("digital", "quoting")],
        [],
    ]


def test_evidence_is_the_sentence_and_the_words_that_decided(analysis: Make) -> None:
    done = annotate(analysis(FULL), CODES, PIPELINE)
    assert done.passages is not None
    (theme,) = done.passages[0].themes
    (span,) = theme.evidence
    assert span.text == FULL[span.start : span.end]
    assert span.text == "Kỷ cương được giữ vững, giờ giấc được ghi vào sổ."
    assert theme.terms == ("Kỷ cương", "giờ giấc")
    assert 0 < theme.threshold <= theme.score <= 1


def test_evidence_stays_inside_the_passage_without_sentences(analysis: Make) -> None:
    done = annotate(analysis(FULL, sentences=()), CODES, PIPELINE)
    assert done.passages is not None
    for passage in done.passages:
        for theme in passage.themes:
            assert [(s.start, s.end) for s in theme.evidence] == [(passage.start, passage.end)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["no_passages"]),
        ("Trân trọng!", ["no_passages"]),
        ("The harvest festival was held on Sunday.", ["language"]),
        ("Can bo phai giu gin ky cuong, gio giac lam viec.", ["language"]),
        ("Cán bộ phải giữ gìn giờ giấc làm việc.", []),
    ],
)
def test_an_empty_or_foreign_paper_carries_a_warning(
    analysis: Make, text: str, codes: list[str]
) -> None:
    done = annotate(analysis(text), CODES, PIPELINE)
    assert [w.code for w in done.warnings] == codes
    assert done.passages is not None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Cộng hòa xã hội chủ nghĩa", "vi"),
        ("Co\u0323\u0302ng ho\u0300a xa\u0303 ho\u0323\u0302i chu\u0309 nghi\u0303a", "vi"),
        ("Déjà vu à la carte, façade élevée", "other"),
        ("12/2024", "other"),
        ("", "other"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_coverage_has_the_shape_of_the_contract(analysis: Make) -> None:
    frame = Frame(title="Giữ nếp", author="Vi Thị Sen", unit="Trạm Khuyến nông")
    full = analysis(FULL, id="full", frame=frame, proposals=("o1",))
    papers = [annotate(paper, CODES, PIPELINE) for paper in (full, analysis("", id="void"))]
    failures = [Failure("x.pdf", "damaged", "x.pdf: damaged")]
    result = cover(papers, CODES, failures)
    row, void = result.papers
    assert list(row) == [
        "id",
        "path",
        "title",
        "author",
        "unit",
        "language",
        "passages",
        "themes",
        "proposals",
        "quality",
    ]
    assert (row["title"], row["author"], row["unit"]) == (frame.title, frame.author, frame.unit)
    assert (row["language"], row["passages"], row["proposals"]) == ("vi", 4, ["o1"])
    assert list(row["themes"]) == ["daring", "digital", "order"]
    order = row["themes"]["order"]
    assert list(order) == ["score", "stance", "evidence"]
    assert order["evidence"] == [
        {
            "passage": "p1",
            "start": FULL.index("Kỷ"),
            "end": FULL.index(" Cuối"),
            "text": "Kỷ cương được giữ vững, giờ giấc được ghi vào sổ.",
        }
    ]
    assert row["quality"]["off_topic"] == 0.5
    assert void["themes"] == {}
    assert void["quality"] == {"slogan_share": None, "off_topic": None}
    assert result.gaps == ("digital", "bees")
    assert result.errors == tuple(failures)
    json.dumps(to_plain(result))


def test_a_contribution_outweighs_a_quotation(analysis: Make) -> None:
    text = (
        "Sở nhận được Kế hoạch số 7 về “Chuyển đổi số năm 2025, chuyển đổi số toàn diện”.\n\n"
        "Phòng đã lo xong việc chuyển đổi số."
    )
    result = cover([annotate(analysis(text), CODES, PIPELINE)], CODES)
    theme = result.papers[0]["themes"]["digital"]
    assert theme["stance"] == "contributing"
    assert [e["passage"] for e in theme["evidence"]] == ["p2"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Việc chuyển đổi số xin được báo cáo ở dịp khác.", "quoting"),
        ("Về chuyển đổi số, chúng tôi chưa có ý kiến.", "quoting"),
        ("Chuyển đổi số xin phép không nói thêm. Hai trạm chưa kịp thời mua lúa giống.", "quoting"),
        (
            "Chuyển đổi số đã xong ở hai trạm. Về chuyển đổi số cấp xã, xin báo cáo ở dịp khác.",
            "contributing",
        ),
        ("Chuyển đổi số ở hai trạm chưa kịp thời.", "criticizing"),
        ("Nơi nào chuyển đổi số chưa kịp thời thì phải giải trình.", "contributing"),
        ("Phòng đã lo xong việc chuyển đổi số.", "contributing"),
    ],
)
def test_the_sentence_that_decides_gives_the_stance(analysis: Make, text: str, stance: str) -> None:
    done = annotate(analysis(text), CODES, PIPELINE)
    assert themes(done) == [[("digital", stance)]]
    assert ("digital" in cover([done], CODES).gaps) == (stance == "quoting")


def test_near_misses_name_the_passage(analysis: Make) -> None:
    text = "Ruộng đồng năm nay tốt.\n\nVùng đồi vào mùa xuân, hoa vải nở trắng hai bên đường làng."
    result = cover([annotate(analysis(text), CODES, PIPELINE)], CODES)
    assert "bees" in result.gaps
    (miss,) = result.near_misses
    assert (miss["paper"], miss["theme"], miss["passage"]) == ("paper", "bees", "p2")
    assert 0 < miss["score"] < miss["threshold"]


def test_a_copy_is_no_further_paper(analysis: Make) -> None:
    copies = {"a": FULL, "b": FULL.upper().replace(" ", "\n"), "c": FULL + " Hết.", "d": FULL}
    papers = [
        analysis(text, id=key, source=Source(f"bài/{key}.txt", "text/plain", key * 64, "utf-8"))
        for key, text in copies.items()
    ]
    result = cover([annotate(paper, CODES, PIPELINE) for paper in papers], CODES)
    assert [row["id"] for row in result.papers] == ["a", "c"]
    assert [(w.code, w.message) for w in result.warnings if "left" in w.code] == [
        ("copy_left_out", f"bài/{key}.txt: left out, it is the same as bài/a.txt") for key in "bd"
    ]


def test_a_paper_without_a_passage_is_named(analysis: Make) -> None:
    source = Source("bài/trống.txt", "text/plain", "1" * 64, "utf-8")
    papers = [
        analysis("Trân trọng!", id="a", source=source),
        analysis("Mùa này trời mưa nhiều, đường trơn.", id="b"),
    ]
    data = cover([annotate(paper, CODES, PIPELINE) for paper in papers], CODES)
    (warning,) = (w for w in data.warnings if w.code == "empty_paper")
    assert warning.message.startswith("bài/trống.txt: the body holds no text")
    page = coverage_html(data)
    silent = page[page.index("không nói đến chủ đề nào:</b>") :].split("</p>")[0]
    assert "paper.txt" in silent and "trống" not in silent


def test_shared_passages_are_reported(analysis: Make) -> None:
    shared = (
        "Chín tháng đầu năm, tổ trực đêm đã sửa xong bốn mươi hai trạm bơm, thay sáu ki-lô-mét "
        "dây điện và dạy nghề cho mười lăm thợ trẻ ở ba xã ven sông."
    )
    second = "Lời mở đầu của chi bộ.\n\n" + shared
    papers = [analysis(shared, id="a"), analysis(second, id="b")]
    result = cover([annotate(paper, CODES, PIPELINE) for paper in papers], CODES)
    assert result.duplicates == (
        {
            "a": ["a", 0, len(shared)],
            "b": ["b", second.index("Chín"), len(second)],
            "similarity": 1.0,
        },
    )


def test_slogans_are_calls_with_nothing_to_check(
    analysis: Make, duty: Callable[..., Obligation]
) -> None:
    text = (
        "Tiếp tục phát huy truyền thống vẻ vang. Tăng cường trồng 20 cây mỗi tổ. "
        "Đẩy mạnh việc dọn kênh trước mùa mưa. Tổ dân phố đã có nhà họp."
    )
    when = text.index("mùa mưa")
    time = Time("t1", "mùa mưa", when, when + 7, "DATE", None)
    done = annotate(analysis(text, times=(time,)), CODES, PIPELINE)
    assert cover([done], CODES).papers[0]["quality"]["slogan_share"] == 0.25


def test_an_explanation_says_what_decided_or_how_near_it_came(analysis: Make) -> None:
    text = FULL + "\n\nVùng đồi vào mùa xuân, hoa vải nở trắng hai bên đường làng."
    data = cover([annotate(analysis(text), CODES, PIPELINE)], CODES)
    order = explain_theme(data, "paper.txt", "order")
    assert "contributing" in order and "Kỷ cương, giờ giấc" in order
    assert "“Kỷ cương được giữ vững, giờ giấc được ghi vào sổ.”" in order
    assert "needed 0.51 in a passage" in order
    assert "near miss: passage p5" in explain_theme(data, "paper", "bees")
    for paper, theme in (("none", "order"), ("paper", "none")):
        with pytest.raises(ArgumentError, match=r"none.* one of 'paper\.txt', or|none.* 'daring'"):
            explain_theme(data, paper, theme)


def test_a_codebook_of_one_theme_works(analysis: Make) -> None:
    codes = Codebook("one", "Một", "1", CODES.themes[:1])
    data = cover([annotate(analysis(FULL), codes, theme_pipeline(codes))], codes)
    assert list(data.papers[0]["themes"]) == ["order"] and data.gaps == ()
    assert [w.code for w in data.warnings] == ["no_definition", "one_theme"]
    assert "chỉ có một chủ đề" in coverage_html(data)


def test_a_proposal_has_the_themes_of_its_passage(
    analysis: Make, duty: Callable[..., Obligation]
) -> None:
    from vndirective.export.findings import proposals_by_theme, subjects

    at = FULL.index("Kỷ cương")
    paper = analysis(FULL, obligations=(duty("", at, at + 8, FULL, id="o1"),), proposals=("o1",))
    data = cover([annotate(paper, CODES, PIPELINE)], CODES)
    assert subjects(data, 0) == {"o1": "Kỷ cương"}
    ((theme, ((place, row),)),) = proposals_by_theme(data)
    assert theme is not None
    assert (theme.id, place, row["id"]) == ("order", 0, "o1")
    assert "Kiến nghị theo chủ đề" in coverage_html(data)


def test_a_paper_can_be_annotated_in_another_process(analysis: Make) -> None:
    annotated = annotate(analysis(FULL), CODES, pickle.loads(pickle.dumps(PIPELINE)))
    assert pickle.loads(pickle.dumps(annotated)) == annotate(analysis(FULL), CODES, PIPELINE)


def test_no_papers(analysis: Make) -> None:
    result = cover([], CODES)
    assert result.gaps == ("order", "daring", "digital", "bees")
    assert result.papers == result.near_misses == result.duplicates == ()
