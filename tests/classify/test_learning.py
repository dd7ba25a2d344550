from __future__ import annotations

import sys

import pytest

from vndirective.classify.agreement import agreement
from vndirective.classify.classifier import theme_pipeline
from vndirective.classify.learning import CurvePoint, learning_curve, plot_learning_curve, suggest
from vndirective.core.errors import ArgumentError, MissingPackageError
from vndirective.core.records import Codebook, Theme

TOY = Codebook(
    "toy",
    "Thử",
    "1",
    (
        Theme("bees", "Nuôi ong", seeds=("đàn ong",), hints=("mật",)),
        Theme("boats", "Đóng thuyền", seeds=("đóng thuyền",)),
    ),
)
WORDS = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám"]
#: Half of what is about boats says "xuồng", which the codebook does not know.
TEXTS = [
    text
    for word in WORDS
    for text in (
        f"Nhà thứ {word} tách đàn ong.",
        f"Chiếc xuồng thứ {word} được sơn lại.",
        f"Nhà thứ {word} đi chợ huyện.",
    )
]
LABELS = [labels for _ in WORDS for labels in ({"bees"}, {"boats"}, set())]
GROUPS = [word for word in WORDS for _ in range(3)]


def test_the_passages_nearest_to_a_threshold_come_first() -> None:
    texts = ["Trời nắng to.", "Ba bát mật trên bàn.", "Gió nhẹ."]
    assert suggest(theme_pipeline(TOY), texts, 1) == [1]
    assert sorted(suggest(theme_pipeline(TOY), texts, 9)) == [0, 1, 2]
    assert suggest(theme_pipeline(TOY), [], 3) == []
    with pytest.raises(ArgumentError, match="1 or more"):
        suggest(theme_pipeline(TOY), texts, 0)


def test_what_comes_near_a_theme_stands_before_what_is_off_topic() -> None:
    off_topic = [f"Trời nắng to ngày thứ {word}." for word in WORDS]
    near = ["Ba bát mật trên bàn.", "Hũ mật để ở bếp."]
    chosen = suggest(theme_pipeline(TOY), off_topic + near, 4)
    assert set(chosen[:2]) == {8, 9} and len(set(chosen)) == 4


def test_labels_raise_the_curve() -> None:
    curve = learning_curve(TEXTS, LABELS, GROUPS, TOY, sizes=(0, 2, 6), folds=4)
    assert [point.labels for point in curve] == [0, 2, 6]
    assert curve[0].passages == 0 and curve[1].passages < curve[2].passages
    assert curve[0].micro == pytest.approx(2 / 3)
    assert curve[0].micro <= curve[1].micro <= curve[2].micro
    assert curve[2].micro > 0.9


def test_the_curve_can_be_drawn() -> None:
    import matplotlib as mpl

    mpl.use("Agg")
    curve = learning_curve(TEXTS, LABELS, GROUPS, TOY, sizes=(0, 2), folds=2)
    axes = plot_learning_curve(curve)
    assert [line.get_label() for line in axes.get_lines()] == ["micro-F1", "macro-F1"]


def test_without_matplotlib_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    curve = [CurvePoint(0, 0.0, 0.5, 0.5)]
    with pytest.raises(MissingPackageError, match="pip install matplotlib") as caught:
        plot_learning_curve(curve)
    assert isinstance(caught.value, ImportError)


def test_wrong_arguments_of_the_curve_are_named() -> None:
    with pytest.raises(ArgumentError, match="folds"):
        learning_curve(TEXTS, LABELS, GROUPS, TOY, folds=99)
    with pytest.raises(ArgumentError, match="as many"):
        learning_curve(TEXTS, LABELS[1:], GROUPS, TOY)


def test_what_chance_explains_is_no_agreement_at_all() -> None:
    # in seven, three and three tenths of all both say yes, one, the other: 0.7 · 0.6 in floats is not exact
    mine = coding(*["bees"] * 7, *[""] * 3, *["bees"] * 7, *[""] * 3, *["bees"] * 7, *[""] * 3)
    other = coding(*["bees"] * 10, *["bees"] * 10, *[""] * 10)
    assert agreement(mine, other).kappa["bees"] == 0.0


def coding(*themes: str, document: str = "d") -> list[dict[str, object]]:
    return [
        {"document": document, "start": 10 * n, "end": 10 * n + 9, "themes": t.split()}
        for n, t in enumerate(themes)
    ]


def test_agreement_of_two_people() -> None:
    first = coding("bees", "bees boats", "", "")
    found = agreement(first, coding("bees", "boats", "", ""), themes=("bees", "boats", "birds"))
    assert found.passages == 4 and found.span_f1 == 1.0 and found.same_sets == 0.75
    assert found.percent == {"bees": 0.75, "birds": 1.0, "boats": 1.0}
    assert found.kappa["bees"] == pytest.approx(0.5)
    assert found.kappa["boats"] == 1.0 and found.kappa["birds"] is None
    assert agreement(first, first[:2]).span_f1 == pytest.approx(2 / 3)


def test_codings_without_a_common_passage_are_refused() -> None:
    with pytest.raises(ArgumentError, match="in a, too: none of the 1 of a and 1 of b"):
        agreement(coding("bees"), coding("bees", document="other"))
    with pytest.raises(ArgumentError, match="start, end and themes"):
        agreement([{"start": 1}], coding("bees"))
    with pytest.raises(ArgumentError, match=r"a=\[\] .* at least one"):
        agreement([], [])


def test_a_curve_needs_two_documents() -> None:
    with pytest.raises(ArgumentError, match=r"groups=.* two documents or more"):
        learning_curve(TEXTS, LABELS, ["p1"] * len(TEXTS), TOY, folds=2)
