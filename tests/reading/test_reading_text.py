"""Plain text: found encodings, and text that stays as it was."""

import codecs
import unicodedata

import pytest

from vndirective.core.errors import ArgumentError, InputError
from vndirective.reading.encodings import decode, looks_legacy, plausibility
from vndirective.reading.text import read_text

TEXT = (
    "Ủy ban nhân dân các cấp khẩn trương rà soát, tháo gỡ vướng mắc; không để người dân "
    "phải chờ đợi quá giờ quy định.\r\nBáo cáo kết quả trước ngày 15/12."
)
BASES = "ăâđêôơưĂÂĐÊÔƠƯ"


def to_1258(text: str) -> bytes:
    """Encode as Windows does: base letters precomposed, tones as combining marks."""
    out = []
    for char in text:
        try:
            out.append(char.encode("cp1258"))
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            tone = next(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
            base = unicodedata.normalize("NFC", parts.replace(tone, ""))
            out.append((base + tone).encode("cp1258"))
    return b"".join(out)


FOUND = {
    "utf-8": (TEXT.encode(), "utf-8"),
    "utf-8 with mark": (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
    "ascii": (b"Thong bao so 5", "utf-8"),
    "decomposed": (unicodedata.normalize("NFD", TEXT).encode(), "utf-8"),
    "utf-16 with mark": (TEXT.encode("utf-16"), "utf-16"),
    "utf-16 big-endian with mark": (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
    "utf-16-le": (TEXT.encode("utf-16-le"), "utf-16-le"),
    "utf-16-be": (TEXT.encode("utf-16-be"), "utf-16-be"),
    "utf-16-be that could be little-endian": ("Thông báo".encode("utf-16-be"), "utf-16-be"),
    "utf-32": (TEXT.encode("utf-32"), "utf-32"),
    "windows-1258": (to_1258(TEXT), "windows-1258"),
}


@pytest.mark.parametrize(("data", "name"), FOUND.values(), ids=FOUND)
def test_encoding_is_found_and_the_text_is_that_of_open(tmp_path, data, name):
    path = tmp_path / "mau.txt"
    path.write_bytes(data)
    content = read_text(data, str(path))
    assert content.encoding == name
    with path.open(encoding=name, newline="") as file:
        assert content.text == file.read()
    assert content.map == ((0, len(content.text), None, None, None),)


def test_windows_1258_reads_the_same_words():
    assert unicodedata.normalize("NFC", decode(to_1258(TEXT), "a.txt")[0]) == TEXT


def test_nothing_is_rewritten():
    text = "\ufeffMột\r\n\x0cHa\u0309i\u200b ba\u00ad\tbốn\u2028\r\r\n"
    assert read_text(text.encode(), "a.txt").text == text


REFUSED = {
    "utf-8 cut by a stray byte": (TEXT.encode() + b"\xff", "encoding", "0xff at offset"),
    "TCVN3 bytes": ("Céng hßa x· héi chñ nghÜa".encode("latin-1"), "encoding", "--encoding"),
    "French": ("été à la forêt".encode("latin-1"), "encoding", "--encoding"),
    "binary": (bytes(range(256)), "encoding", "NUL"),
    "PDF by another name": (b"%PDF-1.7", "unsupported", "a PDF"),
    "picture by another name": (b"\x89PNG\r\n\x1a\n\0", "unsupported", "a PNG picture"),
}


@pytest.mark.parametrize(("data", "code", "words"), REFUSED.values(), ids=REFUSED)
def test_undecidable_is_an_error(data, code, words):
    with pytest.raises(InputError, match=words) as caught:
        read_text(data, "a.txt")
    assert caught.value.code == code


def test_encoding_given():
    assert decode(b"\xe9t\xe9", "a.txt", "latin-1") == ("été", "latin-1")
    assert decode(to_1258("đ"), "a.txt", "windows-1258") == ("đ", "windows-1258")
    with pytest.raises(InputError, match="byte 0xe9 at offset 0"):
        decode(b"\xe9t", "a.txt", "utf-8")
    with pytest.raises(InputError, match="NUL characters"):
        read_text(b"a\0b", "a.txt", "utf-8")


@pytest.mark.parametrize("name", ["utf8-vn", "hex", ""])
def test_encoding_that_is_none(name):
    with pytest.raises(ArgumentError, match="windows-1258"):
        decode(b"a", "a.txt", name)


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "khuỷu",
        "quyết",
        "giếng",
        "thuở",
        "ngoằn",
        "đường",
        "yêu",
        "oái",
        "ươm",
        "hòa",
        "gì",
    ],
)
def test_syllables_are_plausible(word):
    assert plausibility(word) == 1


@pytest.mark.parametrize("text", ["hßa", "héi", "café", "naïve", "nghềềng", "strầ", "plain"])
def test_other_words_are_not(text):
    assert plausibility(text) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", True),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", True),
        (TEXT, False),
        ("Nhà máy «Bình Minh» rộng 25 m² ở 30°C", False),
        ("", False),
    ],
)
def test_fonts_of_before_unicode_are_noticed(text, expected):
    assert looks_legacy(text) is expected
