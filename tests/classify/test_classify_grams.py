from __future__ import annotations

import runpy
import unicodedata
from pathlib import Path

import pytest

from vndirective.classify.grams import background, grams, syllables, tokens

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_offsets_point_into_the_raw_text(form: str) -> None:
    text = unicodedata.normalize(form, "Kỷ cương,\nkỷ luật; hoà giải")
    found = tokens(text)
    assert [t[0] for t in found] == ["kỷ", "cương", "|", "kỷ", "luật", "|", "hòa", "giải"]
    assert unicodedata.normalize("NFC", text[: found[0][2]]) == "Kỷ"
    assert [t[0] for t in found] == syllables(text)
    assert unicodedata.normalize("NFC", text[found[6][1] : found[6][2]]) == "hoà"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kỷ cương", ["kỷ", "cương", "kỷ cương"]),
        ("kỷ, cương", ["kỷ", "cương"]),
        ("kỷ\ncương", ["kỷ", "cương", "kỷ cương"]),
        ("kỷ\n\ncương", ["kỷ", "cương"]),
        ("quý 4 năm", ["quý", "năm"]),
        ("", []),
    ],
)
def test_no_pair_crosses_punctuation_numbers_or_empty_lines(text: str, expected: list[str]) -> None:
    assert grams(syllables(text)) == expected


def test_what_off_topic_text_says_tells_little() -> None:
    known = background()
    assert known.keyness("đùn đẩy") == 1.0
    assert known.keyness("ủy ban nhân dân") < 0.7
    assert known.keyness("đẩy") <= 0.5
    assert known.keyness("2025") == 0.0
    assert known.idf("xyz") > known.idf("cán bộ") > 1.0


def test_the_shipped_model_is_what_the_builder_makes(tmp_path: Path) -> None:
    namespace = runpy.run_path(str(ROOT / "models" / "build.py"))
    namespace["build"](ROOT / "corpora", tmp_path)
    for name in ("background.npz", "background.json"):
        same = (tmp_path / name).read_bytes() == (ROOT / "models" / name).read_bytes()
        assert same, f"models/{name} is stale: run `python models/build.py`"


@pytest.mark.parametrize(
    "text",
    [
        "giữ k\u00adỷ lu\u200bật, hòa gi\ufeffải",
        "\u200bgiữ\u200d kỷ\u00ad \u00adluật, hòa\u2060 giải\u200b",
    ],
)
def test_what_cannot_be_seen_parts_no_syllable(text: str) -> None:
    found = tokens(text)
    assert [t[0] for t in found] == ["giữ", "kỷ", "luật", "|", "hòa", "giải"] == syllables(text)
    hidden = str.maketrans("", "", "\u00ad\u200b\u200d\u2060\ufeff")
    shown = [text[a:b] for _, a, b in found]
    assert [piece.translate(hidden) for piece in shown] == ["giữ", "kỷ", "luật", ",", "hòa", "giải"]
    assert all(
        piece[0] not in "\u00ad\u200b" and piece[-1] not in "\u00ad\u200b" for piece in shown
    )
