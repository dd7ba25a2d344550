"""The sentences ``corpora/times/a.jsonl``: no figure falls below what was reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from vndirective.evaluate import Evaluation, evaluate
from vndirective.gold import load_sentences

TIMES = Path(__file__).parents[2] / "corpora" / "times"
#: A little below the figures of docs/figures.md, so that only a real loss fails.
FLOORS = {
    "times, overlapping": 0.95,
    "times, same span": 0.91,
    "times: value": 0.90,
    "times: relation": 0.90,
    "times: is_deadline": 0.86,
    "times: due": 0.78,
}


@pytest.fixture(scope="module")
def result() -> Evaluation:
    return evaluate(load_sentences(TIMES / "a.jsonl"))


@pytest.mark.parametrize(("measure", "floor"), FLOORS.items())
def test_no_figure_falls(result: Evaluation, measure: str, floor: float) -> None:
    value = result[measure].value
    wrong = [str(m) for m in result.mistakes if measure.split()[-1] in ("span", m.what)]
    assert value is not None
    assert value >= floor, "\n".join(wrong[:20])
