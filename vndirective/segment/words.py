"""Words: one protocol over several segmenters, each realigned to the exact text.

No segmenter for Vietnamese gives offsets, and some rewrite the text; here every word is a span
of the raw text and no visible character is outside all of them. On top, unless switched off,
what a segmenter would shred stays whole: symbols of documents, dates, times, numbers with their
signs, addresses, dotted abbreviations; and a line in capitals is segmented through its
lower-case view.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Protocol

from vndirective.core import arguments
from vndirective.core.errors import ArgumentError
from vndirective.core.normalize import make_view
from vndirective.core.orthography import fold
from vndirective.core.patterns import DOC_NUMBER, compiled
from vndirective.core.records import Word

__all__ = ["BACKENDS", "Segmenter", "words"]

_WHOLE = rf"""
  (?i:https?://|www\.)[^\s<>"“”]+[\w/]            # web addresses
| (?<![\w.+-])[\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}})+                    # mail addresses
| {DOC_NUMBER}
| (?<![\w/.])\d{{1,2}}[ ]?[/.-][ ]?\d{{1,2}}[ ]?[/.-][ ]?\d{{4}}(?!\d)   # 30/6/2024, 30.6.2024
| (?<![\w/.-])\d{{1,2}}/\d{{4}}(?![\w/])           # 6/2024
| (?<![\w/.-])\d{{1,2}}/\d{{1,2}}(?![\w/])         # 30/6, 3/4
| \d{{1,2}}[hHgG:]\d{{2}}[’'′]?(?!\d)           # 17h00, 16h30’
| (?<!\d)\d+(?:[.,]\d+)+(?:%|[đĐ]\b)?|(?<!\d)\d+(?:%|[đĐ]\b)         # 1.500.000, 95,12%
| (?<![\w.])(?:[A-ZĐ][A-Za-zĐđ]{{0,3}}\.){{2,}}(?:[A-ZĐ]\w*)?   # GS.TS., P.T.T.
| (?<!\w)TP\.(?:[ ]?HCM)?|(?<!\w)[vV]\.[vV](?:\.(?=\s|\Z))?|(?<!\w)[Đđ]/c\b
"""
_PIECE = r"[^\W_]+|[^\w\s]|_"


class Segmenter(Protocol):
    """Splits one line into words; they need not be slices of the line."""

    def __call__(self, line: str) -> Iterable[tuple[str, str | None]]:
        """Return the words in order, each with its part of speech or None."""


def _underthesea(pos: bool) -> Segmenter:
    if pos:
        from underthesea import pos_tag

        return lambda line: pos_tag(line)
    from underthesea import word_tokenize

    return lambda line: ((w, None) for w in word_tokenize(line))


def _pyvi(pos: bool) -> Segmenter:
    from pyvi import ViTokenizer

    if not pos:
        return lambda line: (
            (w.replace("_", " "), None) for w in ViTokenizer.tokenize(line).split()
        )
    from pyvi import ViPosTagger

    def tagged(line: str) -> Iterable[tuple[str, str | None]]:
        found, tags = ViPosTagger.postagging(ViTokenizer.tokenize(line))
        return zip((w.replace("_", " ") for w in found), tags, strict=True)

    return tagged


def _syllable(pos: bool) -> Segmenter:
    if pos:
        raise ArgumentError("pos", pos, "False with the backend 'syllable', which has no tagger")
    return lambda line: ((w, None) for w in compiled(_PIECE, 0).findall(line))


_MAKERS: dict[str, Callable[[bool], Segmenter]] = {
    "underthesea": _underthesea,
    "pyvi": _pyvi,
    "syllable": _syllable,
}

#: Names of the word segmenters.
BACKENDS: tuple[str, ...] = tuple(_MAKERS)

#: Longer stretches are given to a segmenter in parts: some take memory in the square of a line.
_STRETCH = 2000


@cache
def _segmenter(backend: str, pos: bool) -> Segmenter:
    return _MAKERS[backend](pos)


def words(
    text: str, *, backend: str = "underthesea", pos: bool = False, whole: bool = True
) -> list[Word]:
    """Segment a text into words.

    Parameters
    ----------
    text : str
    backend : {"underthesea", "pyvi", "syllable"}
        ``syllable`` takes every syllable for a word and needs no model.
    pos : bool
        Also tag parts of speech, in the tag set of the backend.
    whole : bool
        Keep symbols of documents, dates, times, numbers, addresses and dotted abbreviations in
        one piece, and segment lines in capitals through their lower-case view.

    Returns
    -------
    list of Word
        In order, not overlapping; offsets in code points of ``text``. No character but white
        space is outside every word.

    Raises
    ------
    ArgumentError
        If ``text`` is none, there is no such backend, or it cannot tag.
    """
    arguments.text("text", text)
    segment = _segmenter(arguments.choice("backend", backend, BACKENDS), bool(pos))
    view = make_view(text)
    found: list[Word] = []
    at = 0
    for start, end, tag in _words(view.text, segment, whole):
        a, b = view.map.to_raw(start, end)
        found += _between(text, at, a)
        at = b
        # The bar that stands for the tab between two columns of a head ("TỈNH ỦY\tĐẢNG CỘNG SẢN …")
        # is no word of the text, and no part of one.
        piece = text[a:b].strip()
        if piece:
            a += text[a:b].index(piece)
            found.append(Word(a, a + len(piece), tag))
    found += _between(text, at, len(text))
    return found


def _between(text: str, start: int, end: int) -> Iterator[Word]:
    """What the view dropped (markup, invisible characters) is a word of its own."""
    if start < end:
        for match in compiled(r"\S+", 0).finditer(text, start, end):
            yield Word(match.start(), match.end())


def _words(text: str, segment: Segmenter, whole: bool) -> Iterator[tuple[int, int, str | None]]:
    at = 0
    for line in text.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        lower = whole and line.isupper()
        if whole:
            for match in compiled(_WHOLE).finditer(text, start, end):
                yield from _stretches(text, start, match.start(), segment, lower)
                yield match.start(), match.end(), None
                start = match.end()
        yield from _stretches(text, start, end, segment, lower)


def _stretches(
    text: str, start: int, end: int, segment: Segmenter, lower: bool
) -> Iterator[tuple[int, int, str | None]]:
    while end - start > _STRETCH:
        cut = text.rfind(" ", start, start + _STRETCH)
        cut = start + _STRETCH if cut <= start else cut
        yield from _aligned(text, start, cut, segment, lower)
        start = cut
    yield from _aligned(text, start, end, segment, lower)


def _aligned(
    text: str, start: int, end: int, segment: Segmenter, lower: bool
) -> Iterator[tuple[int, int, str | None]]:
    """Yield the words of one stretch, realigned piece by piece."""
    stretch = text[start:end]
    pieces = [m.span() for m in compiled(_PIECE, 0).finditer(stretch)]
    if not pieces:
        return
    shown = stretch.lower() if lower and len(stretch.lower()) == len(stretch) else stretch
    keys = [fold(stretch[a:b]) for a, b in pieces]
    # A model never sees what cannot be encoded.
    safe = shown.encode("utf-8", "replace").decode("utf-8")
    said = [([fold(p) for p in compiled(_PIECE, 0).findall(w)], tag) for w, tag in segment(safe)]
    k = 0
    for size, tag in _group(keys, said):
        yield start + pieces[k][0], start + pieces[k + size - 1][1], tag
        k += size


def _group(
    keys: list[str], said: list[tuple[list[str], str | None]]
) -> Iterator[tuple[int, str | None]]:
    """Yield how many pieces each word takes; where a model changed some, they stand alone."""
    k = 0
    for word, tag in said:
        size = len(word)
        if size and keys[k : k + size] == word:
            yield size, tag
            k += size
        elif size:
            ahead = next((j for j in range(k, min(len(keys), k + 12)) if keys[j] == word[0]), None)
            if ahead is None:
                continue
            yield from [(1, None)] * (ahead - k)
            same = 0
            while same < size and ahead + same < len(keys) and keys[ahead + same] == word[same]:
                same += 1
            yield same, tag
            k = ahead + same
    yield from [(1, None)] * (len(keys) - k)
