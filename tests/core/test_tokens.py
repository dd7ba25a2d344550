"""Phrases of several tries are found in one scan, as each trie finds them by itself."""

from __future__ import annotations

import pytest

from vndirective.core.normalize import make_view
from vndirective.core.tokens import Tables, Trie, tokens_of

TRIES = {
    "bodies": Trie([("ủy ban", 1), ("ủy ban nhân dân xã", 2), ("sở", 3), ("sở y tế", 4)]),
    "verbs": Trie([("ủy", 5), ("ủy quyền cho", 6), ("ban hành", 7)]),
    "none": Trie([("giám sát", 8)]),
}


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân xã ban hành kế hoạch, ủy quyền cho Sở Y tế",
        "ủy ban nhân dân tỉnh, sở y học, ủy quyền",
        "sở y tế",
        "sở y",
        "ủy",
        "snake_case sở_y tế",
    ],
)
def test_find(text: str) -> None:
    tokens = tokens_of(make_view(text))
    expected = {
        name: {i: found for i in range(len(tokens.keys)) if (found := trie.match(tokens, i))}
        for name, trie in TRIES.items()
    }
    assert tokens.find(Tables(TRIES)) == expected


@pytest.mark.parametrize("text", ["số 12/QĐ_UBND (mới)", "số 12/QĐ-UBND (mới)", "_", "a_b", "a b"])
def test_underscores_are_tokens(text: str) -> None:
    tokens = tokens_of(make_view(text))
    assert all(key == "_" or "_" not in key for key in tokens.keys)
    rebuilt = "".join(gap + key for gap, key in zip(tokens.gaps, tokens.keys, strict=True))
    assert rebuilt == tokens.folded
