"""The sentences ``corpora/times/a.jsonl``: no figure falls below what was reached."""

from __future__ import annotations

from pathlib import Path

import pytest
from timing import growth

import vndirective as vd
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


@pytest.mark.parametrize(
    ("text", "issued_on"),
    [
        ("Nộp trong 999 năm kể từ ngày ký.", "9500-01-01"),
        ("Nộp trong 15 ngày làm việc kể từ ngày ký.", "9999-12-30"),
        ("Hoàn thành trước Tết Giáp Thìn.", None),
    ],
)
def test_what_no_calendar_holds_stays_open_and_says_why(text: str, issued_on: str | None) -> None:
    (time,) = vd.analyze(text=text, issued_on=issued_on).times
    assert time.due is None
    assert time.derivation


def test_many_counted_periods_take_linear_time() -> None:
    line = "Sở Nội vụ nộp báo cáo trong 15 ngày kể từ ngày 01/4/2024 và trước ngày 5/6/2024.\n"

    def run(lines: int) -> object:
        return vd.analyze(text=line * lines, issued_on="2024-03-15")

    assert growth(run, 300, 3000) < 2.5
