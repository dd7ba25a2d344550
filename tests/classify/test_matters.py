"""The matters that directives name, and the words in which people speak of them."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from vndirective.classify.grams import BREAK, common_words, syllables, tokens
from vndirective.classify.matters import named_in, on_other_matters, spoken_of
from vndirective.core.resources import lexicon

MATTERS: list[dict[str, Any]] = lexicon("matters")["matters"]
#: Terms that stand in more matters than these tell none of them.
_MOST = 5


def folded(terms: list[str]) -> list[str]:
    return [" ".join(syllables(term)) for term in terms]


def test_ids_are_told_apart() -> None:
    assert [n for n, times in Counter(m["id"] for m in MATTERS).items() if times > 1] == []


@pytest.mark.parametrize("matter", MATTERS, ids=lambda m: m["id"])
def test_a_matter_is_named_and_spoken_of(matter: dict[str, Any]) -> None:
    assert matter["gloss"].strip()
    assert len(matter["named"]) >= 3
    assert len(matter["spoken"]) >= 10
    terms = folded(matter["named"] + matter["spoken"])
    assert [term for term, times in Counter(terms).items() if times > 1] == []
    assert [term for term in terms if not term.strip(f"{BREAK} ")] == []
    assert common_words("words").isdisjoint(terms)


def test_no_term_tells_many_matters() -> None:
    told = Counter(t for m in MATTERS for t in folded(m["named"] + m["spoken"]))
    assert [term for term, times in told.items() if times > _MOST] == []


def test_no_two_matters_have_the_same_names() -> None:
    named = [(m["id"], set(folded(m["named"]))) for m in MATTERS]
    alike = [(a, b) for k, (a, x) in enumerate(named) for b, y in named[:k] if len(x & y) > 2]
    assert alike == []


def test_what_a_task_names_among_much_else_is_no_other_matter() -> None:
    task = (
        "Rà soát nguồn nước chữa cháy, trụ nước chữa cháy; chống hạn hán, xâm nhập mặn; phổ biến pháp luật, "
        "ngày pháp luật; kiểm tra nồng độ cồn."
    )
    paper = ["Tổ kiểm tra nồng độ cồn: thổi cồn ở quán nhậu, chốt cồn ở đầu cầu."]
    assert not on_other_matters(paper, named_in([task]))


def test_a_task_has_the_words_of_what_it_names() -> None:
    hints = spoken_of("Nguồn nước chữa cháy", "Rà soát bến lấy nước.")
    assert {"trụ nước", "xe cứu hỏa", "nguồn nước chữa cháy"} <= set(hints)
    assert spoken_of("Việc khác", "Làm việc khác.") == ()
    assert len(set(hints)) == len(hints)


def test_what_a_label_names_comes_first() -> None:
    named = "đội mũ bảo hiểm", "nồng độ cồn"
    for label, other in (named, named[::-1]):
        assert label in spoken_of(label, other)[:12]


def test_who_speaks_of_another_matter() -> None:
    known = named_in(["Rà soát nguồn nước chữa cháy."])
    library = ["Thư viện huyện có tủ sách pháp luật.", "Ngày sách năm nay bạn đọc mượn sách nhiều."]
    assert on_other_matters(library, known)
    assert not on_other_matters([*library, "Trụ nước hỏng, xe cứu hỏa không vào được."], known)
    assert not on_other_matters(["Thư viện huyện ở xa."], known)
    assert not on_other_matters([], known)


@pytest.mark.parametrize(("short", "full"), lexicon("common_words")["short"].items())
def test_an_abbreviation_is_matched_as_what_it_stands_for(short: str, full: str) -> None:
    text = f"Giảm {short} ở xã."
    assert syllables(text) == syllables(f"Giảm {full} ở xã.")
    spans = {text[a:b] for token, a, b in tokens(text) if token not in ("giảm", "ở", "xã", BREAK)}
    assert spans == {short}
