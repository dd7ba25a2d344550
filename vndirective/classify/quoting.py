"""What a passage quotes and does not say itself, and what is only polite.

Titles of documents and events, what a meeting heard before it came to its conclusions, lists of fields,
what is named only to be put off or left to others, and, where the themes are a directive's own tasks, the
directive's words: who lists its tasks, or repeats them, has not said yet what he did.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from vndirective.classify.grams import BREAK, Token, syllables, tokens
from vndirective.classify.stances import may, met
from vndirective.core.records import Codebook
from vndirective.core.resources import lexicon

__all__ = ["Quoting", "without_courtesies", "without_deferred", "without_titles"]

#: So many syllables in a row that stand in the directive, too, are its words. A passage repeats them if
#: they are so many, and such a share of it: real work takes up a term or a heading now and then.
_RUN, _REPEATED, _REPEATED_SHARE = 5, 12, 0.25
#: So many that stand in its title name it, wherever they stand.
_TITLE = 7
#: A line end alone may be a hard wrap.
_SENTENCE_END = re.compile(r"(?<=[.!?…;:])\s+|\n[ \t]*\n")
_CLAUSE_END = re.compile(r"[,.!?…;:]|\n[ \t]*\n|\Z")


class Quoting:
    """Knows the words of the directive that a codebook was made from, if any.

    Parameters
    ----------
    codebook : Codebook
    """

    def __init__(self, codebook: Codebook) -> None:
        tasks = (theme.definition or "" for theme in codebook.themes if theme.sections)
        said = ([s for s in syllables(task) if s != BREAK] for task in tasks)
        self._runs = frozenset(run for task in said for run in _runs(task))
        named = [s for s in syllables(codebook.title) if s != BREAK] if self._runs else []
        self._title = frozenset(_runs(named, _TITLE))

    def own_words(self, text: str) -> str:
        """Blank what a passage only quotes, and what is only polite; every offset stays."""
        own = without_deferred(without_titles(without_courtesies(text)))
        if not self._runs:
            return own
        said = [token for token in tokens(text) if token[0] != BREAK]
        marks = list(own)
        for first, run in enumerate(_runs([t[0] for t in said], _TITLE)):
            if run in self._title:
                a, b = said[first][1], said[first + _TITLE - 1][2]
                marks[a:b] = "." * (b - a)
        return self._without_repeated(said, "".join(marks))

    def _without_repeated(self, said: list[Token], own: str) -> str:
        """Blank in ``own`` what stands from the first to the last of the words that are repeated."""
        met = [k for k, run in enumerate(_runs([t[0] for t in said])) if run in self._runs]
        repeated = {k for first in met for k in range(first, first + _RUN)}
        if len(repeated) < max(_REPEATED, _REPEATED_SHARE * len(said)):
            return own
        return _blank(own, said[min(repeated)][1], said[max(repeated)][2])


def _runs(said: list[str], size: int = _RUN) -> list[tuple[str, ...]]:
    return [tuple(said[k : k + size]) for k in range(len(said) - size + 1)]


def without_titles(text: str) -> str:
    """Blank what is mere mention; every offset stays.

    That is the titles of documents and events, in quotation marks or after a number, what a
    meeting heard before it came to its conclusions, and lists of fields: see
    ``lexicons/quoting.json``.

    >>> without_titles("theo Chỉ thị 5 về “Giữ kỷ luật”, cần")
    'theo Chỉ thị 5 về .............., cần'
    >>> without_titles("theo Chỉ thị 5-CT/TU về kỷ luật, Sở đã")
    'theo Chỉ thị 5-CT/TU về ........, Sở đã'
    """
    return _without("patterns", text)


def without_courtesies(text: str) -> str:
    """Blank salutations, thanks, wishes and trust in success; every offset stays.

    >>> without_courtesies("Kính thưa các đồng chí, xã có hai xe.")
    '....................... xã có hai xe.'
    """
    return _without("courtesies", text)


def without_deferred(text: str) -> str:
    """Blank what sentences name only to put it off, or to leave it to others, up to where the clause ends.

    >>> without_deferred("Xã có hai xe. Về kho thóc, xin phép chưa bàn, còn rác thì dân tự gom.")
    'Xã có hai xe. .............................., còn rác thì dân tự gom.'
    """
    composed = unicodedata.normalize("NFC", text)
    if not may("deferring", composed) or not (found := met("deferring", syllables(composed))):
        return text
    said = tokens(text)
    starts = [0, *(m.end() for m in _SENTENCE_END.finditer(text))]
    marks, done = list(text), 0
    for i, j in found:
        first = max(starts[bisect_right(starts, said[i][1]) - 1], done)
        end = next(_CLAUSE_END.finditer(text, said[j - 1][1])).start()  # that of the text, at last
        marks[first:end] = "." * (end - first)
        done = end
    return "".join(marks)


def _without(kind: str, text: str) -> str:
    for rule in _rules(kind):
        if not (rule.word.search(text) if rule.word else any(m in text for m in rule.marks)):
            continue
        if rule.until is None:
            text = rule.pattern.sub(_blanked, text)
        elif until := rule.until.search(text):
            first = max(until.end() - rule.longest, text.rfind(":", 0, until.start()) + 1)
            if opens := rule.pattern.search(text, first, until.start()):
                text = _blank(text, opens.start("quoted"), until.end())
    return text


class _Rule(NamedTuple):
    word: re.Pattern[str] | None
    marks: tuple[str, ...]
    pattern: re.Pattern[str]
    until: re.Pattern[str] | None
    longest: int


@cache
def _rules(kind: str) -> tuple[_Rule, ...]:
    flags = re.VERBOSE | re.IGNORECASE
    return tuple(
        _Rule(
            re.compile(entry["word"], flags) if "word" in entry else None,
            tuple(entry.get("marks", ())),
            re.compile(entry["pattern"], flags),
            re.compile(entry["until"], flags) if "until" in entry else None,
            entry.get("longest", 0),
        )
        for entry in lexicon("quoting")[kind]
    )


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + "." * (end - start) + text[end:]


def _blanked(found: re.Match[str]) -> str:
    return found[0][: found.start("quoted") - found.start()] + "." * len(found["quoted"])
