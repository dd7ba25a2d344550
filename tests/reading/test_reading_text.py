"""Plain text: found encodings, and text that stays as it was."""

import codecs
import shutil
import subprocess
import unicodedata

import pytest
from encoding_samples import ENCODERS, passages, tcvn3_characters, to_1258, vni_characters

from vndirective.core.errors import ArgumentError, InputError
from vndirective.reading.encodings import decode, plausibility
from vndirective.reading.legacy import font_encoding, from_font, looks_legacy
from vndirective.reading.text import read_text

TEXT = (
    "Ủy ban nhân dân các cấp khẩn trương rà soát, tháo gỡ vướng mắc; không để người dân "
    "phải chờ đợi quá giờ quy định.\r\nBáo cáo kết quả trước ngày 15/12."
)
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
    "half a surrogate pair": ("Ủy ban".encode("utf-16") + b"\x00\xd8", "encoding", "utf-16"),
    "no Vietnamese in any": (bytes(range(0xC0, 0xFF)) * 4, "encoding", "tcvn3, vni"),
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


PASSAGES = 200


@pytest.mark.parametrize("encoding", ENCODERS)
def test_encoding_is_told_of_every_passage(encoding):
    wrong = []
    for passage in passages(PASSAGES, 200):
        text, name = decode(ENCODERS[encoding](passage), "a.txt")
        # TCVN3 holds no capitals with a tone.
        same = unicodedata.normalize("NFC", text).lower() == passage.lower()
        if name != encoding or not same:
            wrong.append((name, passage))
    assert len(wrong) <= 0.01 * PASSAGES, wrong[:3]


@pytest.mark.skipif(shutil.which("iconv") is None, reason="the system has no iconv")
@pytest.mark.parametrize(("encoding", "name"), [("tcvn3", "TCVN"), ("viscii", "VISCII")])
def test_tables_are_those_of_iconv(encoding, name):
    letters = "".join(dict.fromkeys("".join(passages(20, 400)).lower()))
    done = subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", name],
        input=letters.encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        pytest.skip(f"this iconv does not know {name}")
    assert decode(done.stdout, "a.txt", encoding)[0] == letters


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("CéNG HßA X\xb7 HéI CHñ NGHÜA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"),
        ("Sè: 15/CT-UB", "Số: 15/CT-UB"),
        ("ñy ban NH¢N D¢N tØnh", "ủy ban NHÂN DÂN tỉnh"),
        ("Hµ NéI, n¬i", "Hà NỘI, nơi"),
        ("Hµ NéI", "HÀ NỘI"),
        ("HéI nghÞ", "HỘI nghị"),
        ("\x93ViÖt Nam\x94", "“Việt Nam”"),
    ],
)
def test_tcvn3_has_capitals_among_capitals(text, seen):
    assert decode(text.encode("latin-1"), "a.txt", "TCVN3") == (seen, "tcvn3")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
        (
            "Uyû ban, Aùnh saùng, Ôû ñaây, kyõ thuaät, lyù do",
            "Uỷ ban, Ánh sáng, Ở đây, kỹ thuật, lý do",
        ),
        (
            "chính quy, xì, tæ leä, kî luaät, traéng, baêng",
            "chính quy, xì, tỉ lệ, kỵ luật, trắng, băng",
        ),
    ],
)
def test_vni(text, seen):
    assert decode(text.encode("cp1252"), "a.txt", "VNI") == (seen, "vni")


FONTS = {
    ".VnTime": "tcvn3",
    "ABCDEF+.VnTimeH": "tcvn3",
    ".VnArial Narrow": "tcvn3",
    "VNI-Times": "vni",
    "XYZABC+VNI-Helve,Bold": "vni",
    "Times New Roman": None,
    "Vni": None,
    "": None,
}


@pytest.mark.parametrize(("font", "encoding"), FONTS.items())
def test_fonts_of_before_unicode_are_known_by_name(font, encoding):
    assert font_encoding(font) == encoding


@pytest.mark.parametrize(
    ("text", "font", "seen"),
    [
        ("Céng hßa", ".VnTime", "Cộng hòa"),
        ("céng hßa", ".VnTimeH", "CỘNG HÒA"),
        ("Céng hßa", "ABCDEF+.VnTimeH,Bold", "CỘNG HÒA"),
        ("C\uf0e9ng h\uf0dfa", ".VnTime", "Cộng hòa"),
        ("Coäng hoøa", "VNI-Times", "Cộng hòa"),
        ("Cộng hòa", ".VnTime", "Cộng hòa"),
        ("Céng hßa", "Times New Roman", "Céng hßa"),
    ],
)
def test_text_of_a_font_of_before_unicode(text, font, seen):
    assert from_font(text, font) == seen


def test_tables_of_the_tests_and_of_the_library_agree():
    for passage in passages(20, 300, seed=1):
        assert from_font(vni_characters(passage), "VNI-Times") == passage
        assert from_font(tcvn3_characters(passage), ".VnTime").lower() == passage.lower()
