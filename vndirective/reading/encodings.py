"""From bytes to text: Unicode by its own rules, older encodings by how Vietnamese they look.

An 8-bit encoding decodes any bytes into something, so each candidate is judged by its result:
the share of accented words that are possible Vietnamese syllables. The candidates are those of
:data:`.legacy.CODECS`.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from vndirective.core.errors import ArgumentError, InputError
from vndirective.reading.legacy import CODECS, canonical, decode_8bit

__all__ = ["check_encoding", "decode", "plausibility"]

_BOMS = (  # UTF-32 first: its little-endian mark begins like that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MIN_PLAUSIBILITY = 0.8
_MIN_MARGIN = 0.1
_MIN_LATIN = 0.95
#: Short texts fit it by chance: it has to stand out, and no other need stand out against it.
_RARE = ("viscii",)

_ONSET = "ngh?|nh|ch|tr|th|ph|kh|gh|gi|qu|[bcdđghklmnprstvx]"
_NUCLEUS = (
    "ai|ao|au|ay|âu|ây|eo|êu|iêu|iê|ia|iu|oai|oay|oao|oeo|oa|oă|oe|oi|oo|ôi|ơi|ua|uây|uâ|uêu|uê|"
    "ui|uôi|uô|uơ|uya|uyêu|uyê|uyu|uy|ưa|ưi|ươi|ươu|ươ|ưu|yêu|yê|[aăâeêioôơuưy]"
)
_SYLLABLE = re.compile(f"(?:{_ONSET})?(?:{_NUCLEUS})(?:ch|nh|ng|[cmnpt])?")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_WORD = re.compile(r"[^\s\d.,;:!?()\[\]{}<>=&#%*+|_/\\'\"“”‘’«»…–—-]+")

_LATIN = re.compile(r"[\t\n\f\r\x20-\x7e\xa0-\u036f\u1e00-\u1eff\u2000-\u22ff\ufeff]")


def decode(data: bytes, path: str, encoding: str | None = None) -> tuple[str, str]:
    """Decode the bytes of a text file without changing anything.

    Parameters
    ----------
    data : bytes
    path : str
        Named in errors.
    encoding : str, optional
        Overrides the detection.

    Returns
    -------
    text, encoding : tuple of str
        The mark U+FEFF stays in a UTF-8 text; UTF-16 and UTF-32 consume it.

    Raises
    ------
    ArgumentError
        If ``encoding`` is no known text encoding.
    InputError
        With code ``encoding`` if the bytes do not fit, or fit nothing that is known.
    """
    if encoding is not None:
        name = canonical(encoding)
        return _decode_as(data, path, name), name
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _decode_as(data, path, name), name
    if b"\0" in data:
        return _decode_utf16(data, path)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _decode_8bit(data, path, error)


def check_encoding(encoding: str) -> None:
    """Refuse what is no text encoding, before any file is read.

    Raises
    ------
    ArgumentError
        If ``encoding`` is no known text encoding.
    """
    name = canonical(encoding)
    if name in CODECS:
        return
    try:
        b"a".decode(name)
    except UnicodeError:
        pass  # it is known, and half a letter of it is no letter
    except (LookupError, ValueError) as error:  # ValueError: a name that holds NUL
        raise _unknown(encoding) from error


def plausibility(text: str) -> float:
    """Return the share, 0 to 1, of the words with non-ASCII letters that could be Vietnamese.

    0 where a text has no such word.
    """
    words = [w for w in _WORD.findall(unicodedata.normalize("NFC", text)) if _has_accent(w)]
    return sum(map(_is_syllable, words)) / len(words) if words else 0.0


def _decode_as(data: bytes, path: str, encoding: str) -> str:
    try:
        if encoding in CODECS:
            return decode_8bit(data, encoding)
        return data.decode(encoding)
    except LookupError as error:
        raise _unknown(encoding) from error
    except UnicodeError as error:
        raise InputError(
            path,
            f"its bytes are not {encoding} ({_position(error)})",
            "give --encoding with the right name",
            "encoding",
        ) from error


def _unknown(encoding: str) -> ArgumentError:
    valid = f"a text encoding such as 'utf-8', 'utf-16', {', '.join(map(repr, CODECS))}"
    return ArgumentError("encoding", encoding, valid)


def _decode_utf16(data: bytes, path: str) -> tuple[str, str]:
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if len(_LATIN.findall(text)) >= _MIN_LATIN * len(text):
            return text, name
    raise InputError(
        path,
        "it holds NUL bytes, so it is a binary file or an unknown encoding",
        "give a text file, or --encoding",
        "encoding",
    )


def _decode_8bit(data: bytes, path: str, error: UnicodeDecodeError) -> tuple[str, str]:
    scored: list[tuple[float, bool, str, str]] = []
    for name in CODECS:
        try:
            text = decode_8bit(data, name)
        except UnicodeDecodeError:
            continue
        scored.append((plausibility(text), name not in _RARE, name, text))
    scored.sort(reverse=True)
    if scored and scored[0][0] >= _MIN_PLAUSIBILITY:
        best, common, name, text = scored[0]
        rivals = [score for score, usual, *_ in scored[1:] if usual or not common]
        if best - max(rivals, default=0.0) >= _MIN_MARGIN:
            return text, name
    raise InputError(
        path,
        f"it is not UTF-8 ({_position(error)}) and reads as Vietnamese in no known encoding",
        f"save it as UTF-8 or give --encoding ({', '.join(CODECS)} or another)",
        "encoding",
    ) from error


def _position(error: UnicodeError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"byte 0x{error.object[error.start]:02x} at offset {error.start}"
    return str(error)


def _has_accent(word: str) -> bool:
    return not word.isascii() and any(map(str.isalpha, word))


def _is_syllable(word: str) -> bool:
    decomposed = unicodedata.normalize("NFD", word.lower())
    bare = unicodedata.normalize("NFC", decomposed.translate(_TONES))
    tones = len(decomposed) - len(decomposed.translate(_TONES))
    return tones <= 1 and _SYLLABLE.fullmatch(bare) is not None
