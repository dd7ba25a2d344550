from __future__ import annotations

import pytest

from vndirective.classify.phrases import spelled_out
from vndirective.classify.stances import Act, does, may
from vndirective.core.resources import lexicon

ACTS: tuple[Act, ...] = ("criticizing", "diagnosing", "ruling", "deferring", "calling")
EXAMPLES = [(act, text) for act in ACTS for text in lexicon("stances")[act]["examples"]]
OTHERS = [(act, text) for act in ACTS for text in lexicon("stances")[act]["counter_examples"]]


@pytest.mark.parametrize(("act", "text"), EXAMPLES)
def test_examples_are_found(act: Act, text: str) -> None:
    assert does(act, text)


@pytest.mark.parametrize(("act", "text"), OTHERS)
def test_counter_examples_are_not(act: Act, text: str) -> None:
    assert not does(act, text)


def test_every_act_has_both() -> None:
    assert {act for act, _ in EXAMPLES} == {act for act, _ in OTHERS} == set(ACTS)


@pytest.mark.parametrize("act", [act for act in ACTS if "marks" in lexicon("stances")[act]])
def test_no_phrase_is_without_a_mark(act: Act) -> None:
    phrases = [one for seed in lexicon("stances")[act]["phrases"] for one in spelled_out(seed)]
    assert [phrase for phrase in phrases if not may(act, f"{phrase} ")] == []
