"""Vietnamese in the encodings of before Unicode, written by tables of the tests' own."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from importlib.resources import files

#: Letters and the Latin-1 characters that stand for them in TCVN3.
_TCVN3 = dict(
    zip(
        "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ",
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ®¡¢£¤¥¦§",
        strict=True,
    )
)
_TONES = "\u0301\u0300\u0309\u0303\u0323"
_VNI_TONES = {
    "": "ùøûõï",  # as in aù, ôù
    "\u0302": "áàåãä",  # as in aá
    "\u0306": "éèúüë",  # as in aé
}
_VNI_SINGLE = {
    "đ": "ñ", "ơ": "ô", "ư": "ö", "â": "aâ", "ê": "eâ", "ô": "oâ", "ă": "aê",
    "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î",
}  # fmt: skip


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


def tcvn3_characters(text: str) -> str:
    """Return what a document in a TCVN3 font holds; capitals with a tone become small ones."""
    return "".join(_TCVN3.get(c) or _TCVN3.get(c.lower()) or c for c in text)


def vni_characters(text: str) -> str:
    """Return what a document in a VNI font holds."""
    return "".join(map(_vni_character, text))


def _vni_character(char: str) -> str:
    small = char.lower()
    if small.isascii():
        return char
    written = _VNI_SINGLE.get(small)
    if written is None:
        base, *marks = unicodedata.normalize("NFD", small)
        tone = next((m for m in marks if m in _TONES), None)
        if tone is None:
            return char
        shape = next((m for m in marks if m in ("\u0302", "\u0306")), "")
        letter = {"o": "ô", "u": "ö"}[base] if "\u031b" in marks else base
        written = letter + _VNI_TONES[shape][_TONES.index(tone)]
    return written.upper() if char.isupper() else written


ENCODERS = {
    "utf-8": str.encode,
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "windows-1258": to_1258,
    "tcvn3": lambda text: tcvn3_characters(text).encode("cp1252"),
    "vni": lambda text: vni_characters(text).encode("cp1252"),
}


def passages(number: int, length: int, seed: int = 0) -> Iterator[str]:
    """Yield passages of the shipped background texts, each of at least so many characters."""
    chosen = random.Random(seed)
    folder = files("vndirective.corpora").joinpath("background")
    texts = [
        unicodedata.normalize("NFC", entry.read_text(encoding="utf-8"))
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
    ]
    for _ in range(number):
        words = chosen.choice(texts).split(" ")
        at = chosen.randrange(len(words))
        while len(passage := " ".join((words * 2)[at:])) < length:
            at = chosen.randrange(len(words))
        yield passage[: length + chosen.randrange(200)]
