"""Words: exact spans from every backend, nothing lost, numbers and dates whole."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import cases

from vndirective.core.errors import ArgumentError
from vndirective.core.records import Word
from vndirective.segment.words import BACKENDS, words

TEXTS = {
    "plain": "Ủy ban nhân dân tỉnh yêu cầu các sở rà soát hồ sơ tồn đọng.",
    "decomposed": unicodedata.normalize("NFD", "Văn phòng Thị ủy tổng hợp, báo cáo kết quả."),
    "capitals": "TĂNG CƯỜNG KỶ LUẬT, KỶ CƯƠNG HÀNH CHÍNH",
    "both placements of tone marks": "Hòa giải ở cơ sở; hoà nhập, thuỷ lợi và thủy lợi.",
    "wrapped": "Các phòng chuyên\nmôn có trách\r\nnhiệm trả hồ sơ.",
    "invisible characters": "Rà s\u200boát hồ\ufeff sơ\xad tồn\xa0đọng",
    "markup": "**Rà soát** hồ *sơ* | danh mục | ___ tồn đọng",
    "underscores": "tệp ho_so_ton_dong.xlsx của phòng_nội_vụ",
    "numbers": "Chỉ thị số 24-CT/TU ngày 15/12/2024, kinh phí 1.500.000 đồng, tăng 95,12%.",
    "addresses": "Gửi về van-phong@donghai.example hoặc https://donghai.example/tra-cuu?x=1#a",
    "emoji and symbols": "Hồ sơ ✓ đã trả 👍🏽 — 100% • §5 … “đúng hạn” ½",
    "foreign": "Hệ thống e-Office của Straße № 5, İstanbul, 東京, файл",
    "lone surrogate": "Rà soát \ud800 hồ sơ \udfff",
    "lone marks": "\u0301 rà soát \u0323\u0302 hồ sơ",
    "glued": "hồsơ.Phòng Nội vụ:rà-soát/hồ_sơ",
    "two columns": "TỈNH ỦY LỘC AN\tĐẢNG CỘNG SẢN VIỆT NAM\nVĂN PHÒNG\t\nSố: 8-CT/TU\tLộc An, ngày 2 tháng 6 năm 2024\nCHỈ THỊ\nvề cấp nước\n",
    "spaces only": " \t\n\xa0",
    "empty": "",
    "one letter": "à",
}


def check(text: str, found: list[Word]) -> None:
    """Assert that the words are exact: in order, apart, trimmed, and no letter outside them."""
    last = 0
    covered = bytearray(len(text))
    for word in found:
        assert last <= word.start < word.end <= len(text)
        piece = text[word.start : word.end]
        assert piece == piece.strip()
        covered[word.start : word.end] = b"\x01" * len(piece)
        last = word.end
    lost = [c for c, seen in zip(text, covered, strict=True) if c.isalnum() and not seen]
    assert lost == []


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("name", TEXTS)
def test_words_are_exact_and_nothing_is_lost(name: str, backend: str) -> None:
    text = TEXTS[name]
    check(text, words(text, backend=backend))


@pytest.mark.parametrize("backend", BACKENDS)
def test_the_same_text_decomposed_has_the_same_words(backend: str) -> None:
    text = "Ủy ban nhân dân tỉnh Hải Sơn đề nghị các sở rà soát hồ sơ."
    decomposed = unicodedata.normalize("NFD", text)
    found = [
        unicodedata.normalize("NFC", decomposed[w.start : w.end])
        for w in words(decomposed, backend=backend)
    ]
    assert found == [text[w.start : w.end] for w in words(text, backend=backend)]


@pytest.mark.parametrize("backend", ["underthesea", "pyvi"])
def test_words_of_several_syllables_are_found(backend: str) -> None:
    text = "Ủy ban nhân dân tỉnh rà soát hồ sơ của nông dân."
    found = {text[w.start : w.end] for w in words(text, backend=backend)}
    assert "hồ sơ" in found
    assert "nông dân" in found


@pytest.mark.parametrize("backend", ["underthesea", "pyvi"])
def test_capitals_are_segmented_as_small_letters_are(backend: str) -> None:
    text = "RÀ SOÁT HỒ SƠ CỦA NÔNG DÂN"
    assert words(text, backend=backend) == words(text.lower(), backend=backend)


def test_syllables_need_no_model() -> None:
    text = "rà soát hồ sơ"
    assert [(w.start, w.end) for w in words(text, backend="syllable")] == [
        (0, 2), (3, 7), (8, 10), (11, 13),
    ]  # fmt: skip


WHOLE = [
    ("party directive", "Chỉ thị số {} của Thành ủy", "24-CT/TU"),
    ("decree", "Nghị định số {} của Chính phủ", "30/2020/NĐ-CP"),
    ("law", "Luật số {} về cán bộ", "72/2025/QH15"),
    ("joint circular", "Thông tư số {} nêu rõ", "05/2015/TTLT-BNV-BTC"),
    ("date with slashes", "trước ngày {} các phòng báo cáo", "15/12/2024"),
    ("date with stops", "trước ngày {} các phòng báo cáo", "30.11.2025"),
    ("thousands", "kinh phí {} đồng", "1.500.000"),
    ("percent", "đạt {} số hồ sơ", "95,12%"),
]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(("frame", "whole"), cases(WHOLE))
def test_numbers_and_dates_stay_whole(frame: str, whole: str, backend: str) -> None:
    text = frame.format(whole)
    assert whole in [text[w.start : w.end] for w in words(text, backend=backend)]


def test_a_wrapped_word_is_one_word() -> None:
    text = "Các phòng lập hồ\nsơ của nông\r\ndân trong xã."
    found = [text[w.start : w.end] for w in words(text)]
    assert "hồ\nsơ" in found
    assert "nông\r\ndân" in found


def test_an_unknown_backend_names_the_known_ones() -> None:
    with pytest.raises(ArgumentError, match="backend='vncorenlp' is not valid") as caught:
        words("rà soát", backend="vncorenlp")
    assert all(name in str(caught.value) for name in BACKENDS)


def test_the_default_is_underthesea() -> None:
    text = TEXTS["plain"]
    assert words(text) == words(text, backend="underthesea")


alphabet = st.sampled_from(
    [*"aàạđĐ0 5.,-/_%", "hồ sơ ", "nông dân ", "24-CT/TU", "15/12/2024", "\n", "\u200b", "e\u0301",
     "\u0301", "\ud800", "ß", "İ", "_", "ủy ", "uỷ ", "…", "“"],
)  # fmt: skip


@settings(deadline=None, max_examples=150, derandomize=True, database=None)
@given(st.lists(alphabet, max_size=25).map("".join), st.sampled_from(("syllable", "underthesea")))
def test_any_text_has_exact_words(text: str, backend: str) -> None:
    check(text, words(text, backend=backend))
