from __future__ import annotations

import pytest
from timing import growth

from vndirective.classify.grams import syllables
from vndirective.classify.phrases import PhraseTable, outermost, spelled_out


@pytest.mark.parametrize(
    ("seed", "expected"),
    [
        ("Kỷ  luật", ["kỷ luật"]),
        ("kỷ luật|kỷ cương", ["kỷ luật", "kỷ cương"]),
        ("(sự |)phối hợp", ["sự phối hợp", "phối hợp"]),
        ("kiểm tra (chéo|, đôn đốc)", ["kiểm tra chéo", "kiểm tra | đôn đốc"]),
        ("chậm … (hồ sơ|đơn)", ["chậm … hồ sơ", "chậm … đơn"]),
        ("chậm ... hồ sơ", ["chậm … hồ sơ"]),
        ("a|a", ["a"]),
        (" | ", []),
    ],
)
def test_a_seed_stands_for_phrases(seed: str, expected: list[str]) -> None:
    assert spelled_out(seed) == expected


@pytest.mark.parametrize(
    "seed",
    ["(a|b", "a)", "((a)|b) c", "… hồ sơ", "chậm …", "a … b … c … d", "(a|b|c|d|e|f|g|h)" * 3],
)
def test_a_malformed_seed_is_refused(seed: str) -> None:
    with pytest.raises(ValueError, match=r"parentheses|gap|400"):
        spelled_out(seed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("xử lý kỷ luật", ["xử lý kỷ luật"]),
        ("giữ kỷ luật", ["kỷ luật"]),
        ("xử lý trách nhiệm người đứng đầu", ["xử lý trách nhiệm", "trách nhiệm người đứng đầu"]),
        ("kỷ, luật", []),
    ],
)
def test_the_longest_phrase_decides_and_overlaps_stay(text: str, expected: list[str]) -> None:
    phrases = ["kỷ luật", "xử lý kỷ luật", "xử lý trách nhiệm", "trách nhiệm người đứng đầu"]
    table = PhraseTable(phrases)
    assert [phrase for phrase, _, _ in table.find(syllables(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chậm trả lời hồ sơ", ["chậm … hồ sơ", "hồ sơ"]),
        ("chậm hồ sơ", ["chậm … hồ sơ", "hồ sơ"]),
        ("chậm, hồ sơ", ["hồ sơ"]),
        ("chậm một hai ba bốn năm sáu hồ sơ", ["chậm … hồ sơ", "hồ sơ"]),
        ("chậm một hai ba bốn năm sáu bảy hồ sơ", ["hồ sơ"]),
        ("chậm hồ sơ, giữ hồ sơ", ["chậm … hồ sơ", "hồ sơ", "hồ sơ"]),
        ("xin rút hồ sơ thi", ["xin … thi"]),
        ("giao việc cho rõ người, rõ hạn", ["giao … rõ … người"]),
    ],
)
def test_a_gap_holds_a_few_syllables_and_no_punctuation(text: str, expected: list[str]) -> None:
    table = PhraseTable(
        ["chậm … hồ sơ", "hồ sơ", "xin … thi", "giao … rõ … người"], silent=["xin … thi"]
    )
    assert [phrase for phrase, _, _ in table.find(syllables(text))] == expected


def test_many_gaps_take_linear_time() -> None:
    table = PhraseTable(["a … b … c", "a … a … b", "b … a"])

    def run(size: int) -> None:
        table.find(["a", "b"] * (size // 2))

    assert growth(run, 20_000, 200_000) < 3


def test_a_phrase_with_two_gaps_is_met_once() -> None:
    assert PhraseTable(["a … b … c"]).find(["a", "b", "x", "b", "x", "c"]) == [("a … b … c", 0, 6)]


def test_what_lies_inside_a_silent_phrase_is_hidden_in_linear_time() -> None:
    table = PhraseTable(["giữ … nếp", "nề nếp", "sổ"], silent=["giữ … nếp"])
    found = table.find(syllables("giữ nề nếp, nề nếp, giữ giữ sổ sạch nếp"))
    assert found == [("giữ … nếp", 0, 3), ("nề nếp", 4, 6), ("giữ … nếp", 7, 12)]

    def run(size: int) -> None:
        table.find(["giữ", "x", "nếp", "sổ"] * (size // 4))

    assert growth(run, 20_000, 200_000) < 3


def test_the_outermost_of_some_spans() -> None:
    spans = [(2, 4), (0, 9), (0, 9), (0, 3), (5, 9), (8, 12), (12, 13)]
    assert outermost(spans) == [(0, 9), (8, 12), (12, 13)]
    assert outermost([]) == []
