"""Vietnamese of before Unicode: the encodings TCVN3 (ABC), VNI and VISCII, and their fonts.

The tables stand in ``lexicons/encodings.json``. A document in a font of that time holds the bytes
of its encoding as if they were Latin-1 (or at the private code points of a symbol font), and only
the font draws them as Vietnamese letters.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from encodings import cp1258
from functools import cache
from typing import Any

from vndirective.core.resources import lexicon

__all__ = ["CODECS", "canonical", "decode_8bit", "font_encoding", "from_font", "looks_legacy"]

#: Encodings of one byte a character that are told apart, by the names that ``source.encoding``
#: uses.
CODECS: tuple[str, ...] = ("windows-1258", "tcvn3", "vni", "viscii")
_ALIASES = {"tcvn": "tcvn3", "abc": "tcvn3", "vni-win": "vni", "tcvn-3": "tcvn3"}

#: Latin-1 characters that no Vietnamese word in Unicode holds and that TCVN3 and VNI fonts
#: use for its letters, also at the private code points where Word keeps those of a symbol
#: font; » is left to the quotations that it closes.
_NOT_VIETNAMESE = "¡-¬®-º¼-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ\uf0a1-\uf0fe"
# It opens with the rarer of the two, for which the search is fast.
_FOREIGN = re.compile(f"[{_NOT_VIETNAMESE}](?<=[A-Za-zÀ-ÿ].)")
_MIN_LEGACY = 0.15
#: Letters that only Unicode has: a run with one of them is no longer in the old encoding.
_UNICODE_ONLY = re.compile(
    "[\u0102-\u0103\u0110-\u0111\u0128-\u0129\u0168-\u0169\u01a0-\u01b0\u0300-\u0323\u1ea0-\u1ef9]"
)
_PRIVATE = {0xF000 + code: code for code in range(0x20, 0x100)}
_MIN_CAPITALS = 2
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = re.compile("[a-z]")


def canonical(encoding: str) -> str:
    """Return the name that this library uses for an encoding, as far as it has one."""
    name = encoding.lower().replace("_", "-")
    name = _ALIASES.get(name, name)
    return name if name in CODECS else encoding


def decode_8bit(data: bytes, encoding: str) -> str:
    """Decode bytes in one of `CODECS`.

    Raises
    ------
    UnicodeDecodeError
        If a byte means nothing in it.
    """
    if encoding == "vni":
        return _from_vni(data.decode("cp1252"))
    text = codecs.charmap_decode(data, "strict", _table(encoding))[0]
    return _with_capitals(text) if encoding == "tcvn3" else text


def font_encoding(font: str) -> str | None:
    """Return the encoding that a font of before Unicode draws, None for any other font.

    Parameters
    ----------
    font : str
        Its name, with or without the prefix of a subset in a PDF.
    """
    name = _plain_name(font)
    for encoding, beginnings in lexicon("encodings")["fonts"].items():
        if name.startswith(tuple(beginnings)):
            return str(encoding)
    return None


def from_font(text: str, font: str) -> str:
    """Turn what a document holds in a font of before Unicode into the text that is seen.

    Text that is in Unicode already, and any text in another font, stays as it is.
    """
    encoding = font_encoding(font)
    if encoding is None or _UNICODE_ONLY.search(text):
        return text
    text = text.translate(_PRIVATE)
    if encoding == "vni":
        return _from_vni(text)
    text = text.translate(_latin_table(encoding))
    ending = lexicon("encodings")["capitals"].get(encoding)
    if ending and _plain_name(font).endswith(ending):
        return text.upper()
    return _with_capitals(text)


def looks_legacy(text: str) -> bool:
    """Tell whether a text was written in a TCVN3 or VNI font and delivered as if Latin-1."""
    if not _FOREIGN.search(text):
        return False
    words = [w for w in text.split() if any(map(str.isalpha, w))]
    return sum(1 for w in words if _FOREIGN.search(w)) > _MIN_LEGACY * len(words)


def _plain_name(font: str) -> str:
    name = re.sub(r"\A[A-Z]{6}\+", "", font).lower()
    # "VnTimeH,Bold" and ".VnTimeH-Bold": what a PDF adds for the style is no part of the name.
    return re.sub(r"[,-](?:bold|italic|oblique|regular|normal)+\Z", "", name)


@cache
def _table(encoding: str) -> str:
    if encoding == "windows-1258":
        return cp1258.decoding_table
    data = lexicon("encodings")
    lower = [chr(code) for code in range(128)]
    for code, char in data["lower"].get(encoding, {}).items():
        lower[int(code, 16)] = char
    return "".join(lower) + str(data["upper"][encoding])


@cache
def _latin_table(encoding: str) -> dict[int, str]:
    """Characters of Latin-1 from A1 on -> what a font of this encoding draws for them."""
    table = _table(encoding)
    return {code: table[code] for code in range(0xA1, 0x100) if table[code] != "\ufffe"}


@cache
def _vni() -> tuple[re.Pattern[str], dict[str, str]]:
    data: dict[str, Any] = lexicon("encodings")["vni"]
    letters: dict[str, str] = data["letters"]
    pairs = dict(letters)
    for base in data["toned"]:
        for mark, tone in data["tones"].items():
            pairs[base + mark] = letters.get(base, base) + tone
    for name, shape in (("circumflex", "\u0302"), ("breve", "\u0306")):
        for base in data[name]["letters"]:
            for mark, tone in data[name]["marks"].items():
                pairs[base + mark] = base + shape + tone
    found: dict[str, str] = {}
    for written, seen in pairs.items():
        letter = unicodedata.normalize("NFC", seen)
        found[written] = letter
        # A capital takes either form of the mark.
        found[written[0].upper() + written[1:]] = found[written.upper()] = letter.upper()
    longest_first = sorted(found, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), found


def _from_vni(text: str) -> str:
    pattern, letters = _vni()
    return pattern.sub(lambda match: letters[match[0]], text)


def _with_capitals(text: str) -> str:
    """Write in capitals what stands among capitals: TCVN3 has none with a tone.

    A word counts that holds two capitals and no small letter without a mark; with such a word
    the whole line does, if it has no small letter without a mark either ("Hµ NéI").
    """
    if text.isascii():
        return text
    return "".join(map(_capital_line, text.splitlines(keepends=True)))


def _capital_line(line: str) -> str:
    changed = _WORD.sub(_capital_word, line)
    return line.upper() if changed != line and not _SMALL.search(line) else changed


def _capital_word(match: re.Match[str]) -> str:
    word = match[0]
    capitals = sum("A" <= char <= "Z" for char in word)
    return word.upper() if capitals >= _MIN_CAPITALS and not _SMALL.search(word) else word
