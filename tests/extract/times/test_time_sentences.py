"""The sentences of ``corpora/times``: no figure falls below what was reached."""

from __future__ import annotations

from pathlib import Path

import pytest
from timing import growth

import vndirective as vd
from vndirective.evaluate import Evaluation, evaluate
from vndirective.gold import load_sentences

TIMES = Path(__file__).parents[3] / "corpora" / "times"
#: A little below the figures of docs/figures.md, so that only a real loss fails. Sentences of c
#: are not shown where a figure falls: they are scored, not looked at.
FLOORS = {
    "a": {"overlapping": 0.98, "same span": 0.98, "value": 0.97, "relation": 0.93,
          "is_deadline": 0.92, "due": 0.93},
    "b": {"overlapping": 0.98, "same span": 0.98, "value": 0.98, "relation": 0.97,
          "is_deadline": 0.92, "due": 0.97},
    "c": {"overlapping": 0.98, "same span": 0.98, "value": 0.97, "relation": 0.95,
          "is_deadline": 0.95, "due": 0.88},
}  # fmt: skip


@pytest.fixture(scope="module")
def results() -> dict[str, Evaluation]:
    return {name: evaluate(load_sentences(TIMES / f"{name}.jsonl")) for name in FLOORS}


@pytest.mark.parametrize(
    ("name", "measure"), [(name, measure) for name, floors in FLOORS.items() for measure in floors]
)
def test_no_figure_falls(results: dict[str, Evaluation], name: str, measure: str) -> None:
    result, floor = results[name], FLOORS[name][measure]
    spans = measure in ("overlapping", "same span")
    value = result[f"times, {measure}" if spans else f"times: {measure}"].value
    wrong = [str(m) for m in result.mistakes if name != "c" and m.what in (measure, "span")]
    assert value is not None
    assert value >= floor, "\n".join(wrong[:20])


@pytest.mark.parametrize(
    ("text", "issued_on"),
    [
        ("Nộp trong 999 năm kể từ ngày ký.", "9500-01-01"),
        ("Nộp trong 15 ngày làm việc kể từ ngày ký.", "9999-12-30"),
    ],
)
def test_what_no_calendar_holds_stays_open_and_says_why(text: str, issued_on: str) -> None:
    (time,) = vd.analyze(text=text, issued_on=issued_on).times
    assert time.due is None
    assert time.derivation


def test_a_name_of_a_year_is_once_in_the_calendar() -> None:
    (time,) = vd.analyze(text="Hoàn thành trước Tết Giáp Thìn.").times
    assert time.value == "2024-02-10"


def test_many_counted_periods_take_linear_time() -> None:
    line = "Sở Nội vụ nộp báo cáo trong 15 ngày kể từ ngày 01/4/2024 và trước ngày 5/6/2024.\n"

    def run(lines: int) -> object:
        return vd.analyze(text=line * lines, issued_on="2024-03-15")

    assert growth(run, 300, 3000) < 2.5
