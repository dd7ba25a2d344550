import re

import pytest
from tables import cases

from vndirective.core.orthography import fold
from vndirective.core.patterns import any_of

TEXTS = [
    ("the longest wins", ["Luật", "Luật Đất đai"], "Luật Đất đai năm 2024", "luật đất đai"),
    ("across a line wrap", ["theo dõi"], "theo\n  dõi", "theo\n  dõi"),
    ("either placement of a tone mark", ["Hoà Bình"], "HÒA BÌNH", "hòa bình"),
    ("no sign is a pattern", ["GD&ĐT", "a.b"], "axb a.b", "a.b"),
]


@pytest.mark.parametrize(("phrases", "text", "expected"), cases(TEXTS))
def test_any_of(phrases, text, expected):
    assert re.search(f"{any_of(phrases)}(?!\\w)", fold(text))[0] == expected
