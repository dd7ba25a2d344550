"""Measures: counts by hand, and the figures that must come of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score, f1_score

from vndirective.metrics import Measure, iou, match, overlaps, score

F1 = Measure("f", "f1", (("gold", "found", "hits"),))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((0, 10), (0, 10), 1.0),
        ((0, 10), (5, 15), 1 / 3),
        ((0, 5), (5, 9), 0.0),
        ((0, 4), (6, 9), 0.0),
    ],
)
def test_iou(a: tuple[int, int], b: tuple[int, int], expected: float) -> None:
    assert iou(a, b) == pytest.approx(expected)
    assert overlaps(a, b) == (expected > 0)


def test_the_most_similar_pair_first() -> None:
    gold, found = [(0, 10), (10, 30)], [(0, 28), (12, 30)]
    assert match(gold, found, iou) == [(0, 0), (1, 1)]
    assert match(gold, found, iou, 0.5) == [(1, 1)]


spans = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda x: (x[0], sum(x))))


@given(spans, spans)
def test_pairs_are_one_to_one_and_overlap(gold: list, found: list) -> None:
    pairs = match(gold, found, iou)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(overlaps(gold[i], found[j]) for i, j in pairs)
    free = set(range(len(found))) - {j for _, j in pairs}
    for i in set(range(len(gold))) - {i for i, _ in pairs}:
        assert not any(overlaps(gold[i], found[j]) for j in free)


def test_f1_and_its_interval() -> None:
    counts = [{"gold": 10, "found": 8, "hits": 8}, {"gold": 10, "found": 12, "hits": 2}]
    found = score([F1], counts)[0]
    assert found.value == pytest.approx(2 * 10 / 40)
    assert found.low is not None
    assert found.high is not None
    assert 2 * 2 / 22 <= found.low < found.value < found.high <= 2 * 8 / 18 + 1e-9
    assert (found.gold, found.found, found.documents) == (20, 20, 2)
    assert score([F1], counts) == score([F1], counts)


def test_one_document_has_no_interval_and_none_has_no_value() -> None:
    one = score([F1], [{"gold": 2, "found": 2, "hits": 1}])[0]
    assert (one.value, one.low, one.high) == (0.5, None, None)
    assert score([F1], [{}, {}])[0].value is None
    assert score([F1], [])[0].value is None


labels = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2)


@given(labels)
def test_kappa_and_f1_are_those_of_scikit_learn(pairs: list[tuple[bool, bool]]) -> None:
    a, b = zip(*pairs, strict=True)
    counts = {
        "both": sum(x and y for x, y in pairs), "gold_only": sum(x and not y for x, y in pairs),
        "found_only": sum(y and not x for x, y in pairs),
        "neither": sum(not (x or y) for x, y in pairs),
        "gold": sum(a), "found": sum(b), "hits": sum(x and y for x, y in pairs),
    }  # fmt: skip
    kappa = Measure("k", "kappa", (("both", "gold_only", "found_only", "neither"),))
    ours_kappa, ours_f1 = (s.value for s in score([kappa, F1], [counts]))
    if ours_kappa is None:
        assert len(set(a)) == len(set(b)) == 1  # nothing to disagree on
    else:
        assert ours_kappa == pytest.approx(cohen_kappa_score(a, b))
    assert (ours_f1 or 0.0) == pytest.approx(f1_score(a, b, zero_division=0.0))


def test_the_mean_of_several_parts_leaves_out_what_is_not_known() -> None:
    macro = Measure("m", "f1", (("a.gold", "a.found", "a.hits"), ("b.gold", "b.found", "b.hits")))
    counts = [{"a.gold": 2, "a.found": 2, "a.hits": 2}]
    assert score([macro], counts)[0].value == 1.0
    assert score([macro], [counts[0] | {"b.gold": 1}])[0].value == 0.5
