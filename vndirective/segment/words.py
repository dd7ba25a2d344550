"""Words: one protocol over several segmenters, each realigned to the exact text.

No segmenter for Vietnamese gives offsets, and some rewrite the text; here every word is a span
of the raw text. Numbers of documents and numeric dates stay whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Protocol

from vndirective.core.errors import ArgumentError
from vndirective.core.normalize import View, make_view
from vndirective.core.orthography import fold
from vndirective.core.patterns import DOC_NUMBER, compiled
from vndirective.core.records import Word

__all__ = ["BACKENDS", "Segmenter", "words"]

_WHOLE = rf"{DOC_NUMBER}|(?<![\w/])\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}(?!\d)|\d+(?:[.,]\d+)+%?"
_SYLLABLE = r"[^\W_]+|[^\w\s]|_"


class Segmenter(Protocol):
    """Splits one line into words; the words need not be slices of the line."""

    def __call__(self, line: str) -> Iterable[str]:
        """Return the words of ``line`` in order, syllables of a word parted by a space."""


def _underthesea() -> Segmenter:
    from underthesea import word_tokenize

    return lambda line: word_tokenize(line)


def _pyvi() -> Segmenter:
    from pyvi import ViTokenizer

    return lambda line: (w.replace("_", " ") for w in ViTokenizer.tokenize(line).split())


def _syllable() -> Segmenter:
    return lambda line: compiled(_SYLLABLE, 0).findall(line)


_MAKERS: dict[str, Callable[[], Segmenter]] = {
    "underthesea": _underthesea,
    "pyvi": _pyvi,
    "syllable": _syllable,
}

#: Names of the word segmenters.
BACKENDS: tuple[str, ...] = tuple(_MAKERS)


@cache
def _segmenter(backend: str) -> Segmenter:
    return _MAKERS[backend]()


def words(text: str, *, backend: str = "underthesea") -> list[Word]:
    """Segment a text into words.

    Parameters
    ----------
    text : str
    backend : {"underthesea", "pyvi", "syllable"}
        ``syllable`` takes every syllable for a word and needs no model.

    Returns
    -------
    list of Word
        In order, not overlapping; offsets in code points of ``text``. No letter or digit is
        outside every word.

    Raises
    ------
    ArgumentError
        If there is no such backend.
    """
    if backend not in _MAKERS:
        raise ArgumentError("backend", backend, BACKENDS)
    view = make_view(text)
    segment = _segmenter(backend)
    found = []
    for start, end in _words(view, segment):
        a, b = view.map.to_raw(start, end)
        found.append(Word(a, b))
    return found


def _words(view: View, segment: Segmenter) -> Iterator[tuple[int, int]]:
    """Yield the words of a view; stretches that stay whole are cut out before segmenting."""
    at = 0
    for line in view.text.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        cursor = start
        for match in compiled(_WHOLE).finditer(view.text, start, end):
            yield from _aligned(view.text, cursor, match.start(), segment)
            yield match.span()
            cursor = match.end()
        yield from _aligned(view.text, cursor, end, segment)


def _aligned(text: str, start: int, end: int, segment: Segmenter) -> Iterator[tuple[int, int]]:
    """Yield the words of one stretch, realigned syllable by syllable."""
    stretch = text[start:end]
    if not stretch.strip():
        return
    syllables = [m.span() for m in compiled(_SYLLABLE, 0).finditer(stretch)]
    # Capitals throughout mislead every model; it sees small letters of the same length.
    shown = (
        stretch.lower() if stretch.isupper() and len(stretch.lower()) == len(stretch) else stretch
    )
    groups = _group(
        [fold(stretch[a:b]) for a, b in syllables],
        ([fold(s) for s in compiled(_SYLLABLE, 0).findall(w)] for w in segment(shown)),
    )
    k = 0
    for size in groups:
        yield start + syllables[k][0], start + syllables[k + size - 1][1]
        k += size


def _group(syllables: list[str], words: Iterable[list[str]]) -> Iterator[int]:
    """Yield how many syllables each word takes; where a model rewrote some, one by one."""
    k = 0
    for word in words:
        if not word:
            continue
        size = len(word)
        if syllables[k : k + size] == word:
            yield size
            k += size
            continue
        # The model changed or dropped something: find where it goes on.
        ahead = next(
            (j for j in range(k, min(len(syllables), k + 12)) if syllables[j] == word[0]), None
        )
        if ahead is None:
            continue
        yield from [1] * (ahead - k)
        k = ahead
        same = 0
        while same < size and k + same < len(syllables) and syllables[k + same] == word[same]:
            same += 1
        yield same
        k += same
    yield from [1] * (len(syllables) - k)
