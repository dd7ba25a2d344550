"""Keyword in context over papers: a word, a theme's terms, or an actor, line by line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from vndirective.classify.grams import tokens, without_unseen
from vndirective.classify.phrases import PhraseTable, spelled_out
from vndirective.core import arguments
from vndirective.core.errors import ArgumentError, NotClassifiedError
from vndirective.core.records import Analysis
from vndirective.extract.actors.circles import names_within, plain

__all__ = ["Line", "kwic"]

_WIDTH = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One occurrence.

    Attributes
    ----------
    paper : str
        Id of the paper.
    start, end : int
        Code points in its text.
    before, text, after : str
        The occurrence and what stands around it, white space collapsed and without characters
        that cannot be seen.
    """

    paper: str
    start: int
    end: int
    before: str
    text: str
    after: str


class _Document(Protocol):
    @property
    def analysis(self) -> Analysis: ...


_Paper = Analysis | _Document


def kwic(
    papers: _Paper | Iterable[_Paper],
    *,
    word: str | None = None,
    theme: str | None = None,
    actor: str | None = None,
    width: int = _WIDTH,
    themes: Collection[str] | None = None,
) -> list[Line]:
    """Find every occurrence in the order of the papers.

    Parameters
    ----------
    papers : Document, Analysis, or iterable of them
    word : str, optional
        A phrase, written as in a codebook: ``"chậm … hồ sơ|ngâm hồ sơ"``.
    theme : str, optional
        Id of a theme: the sentences that give evidence of it.
    actor : str, optional
        A name or part of one, in any case, short or in full, as `Document.duties_of` takes it:
        *UBND tỉnh* is found as *Ủy ban nhân dân tỉnh*, too.
    width : int
        Code points on each side.
    themes : collection of str, optional
        All theme ids; those that a passage has where not given.

    Returns
    -------
    list of Line

    Raises
    ------
    ArgumentError
        If not exactly one of word, theme and actor is given, if it is no text or empty, if the
        word is malformed, if there is no such theme, or if another argument is something else.
    NotClassifiedError
        If a theme is asked of a paper that has not been classified.
    """
    if [word, theme, actor].count(None) != 2:
        raise ArgumentError("word, theme, actor", (word, theme, actor), "exactly one of them")
    for name, asked in (("word", word), ("theme", theme), ("actor", actor)):
        if asked is not None:
            arguments.text(name, asked)
    width = arguments.number("width", width, 0, "a number of code points, 0 or more")
    if themes is not None:
        themes = arguments.texts("themes", themes, "a list of theme ids", ordered=False)
    try:
        table = PhraseTable(spelled_out(word)) if word is not None else None
    except ValueError as error:
        raise ArgumentError("word", word, f"a phrase as in a codebook: {error}") from error
    if word is not None and not spelled_out(word):
        raise ArgumentError(
            "word", word, "a phrase with at least one syllable, such as 'ngâm hồ sơ'"
        )
    if actor is not None and not plain(actor).strip():
        raise ArgumentError("actor", actor, "the name of an actor, such as 'Sở Nội vụ'")
    analyses = _analyses(papers)
    if theme is not None:
        _check_theme(theme, analyses, themes)
    lines = []
    for paper in analyses:
        if table is not None:
            spans = _of_word(paper, table)
        elif theme is not None:
            spans = _of_theme(paper, theme)
        else:
            spans = _of_actor(paper, without_unseen(actor or ""))
        lines += [_line(paper, start, end, width) for start, end in sorted(set(spans))]
    return lines


def _analyses(papers: Any) -> list[Analysis]:
    valid = "a Document or several, such as analyze and Coverage.papers give"
    one = isinstance(getattr(papers, "analysis", papers), Analysis)
    found = [papers] if one else arguments.values("papers", papers, valid)
    return [
        arguments.instance(f"papers[{n}]", getattr(paper, "analysis", paper), Analysis, valid)
        for n, paper in enumerate(found)
    ]


def _check_theme(theme: str, analyses: Iterable[Analysis], themes: Collection[str] | None) -> None:
    met: dict[str, None] = {}
    for paper in analyses:
        if paper.passages is None:
            raise NotClassifiedError(
                f"document {paper.id} has no themes yet: give it to "
                "vndirective.classify(papers, codebook)"
            )
        met |= dict.fromkeys(given.id for passage in paper.passages for given in passage.themes)
    known = met if themes is None else themes
    if theme not in known:
        raise ArgumentError("theme", theme, known or "a theme that a passage has; none has one")


def _of_word(paper: Analysis, table: PhraseTable) -> Iterator[tuple[int, int]]:
    found = tokens(paper.text)
    for _, i, j in table.find([token[0] for token in found]):
        yield found[i][1], found[j - 1][2]


def _of_actor(paper: Analysis, name: str) -> Iterator[tuple[int, int]]:
    for actor in paper.actors:
        if names_within(name, without_unseen(actor.text)) or names_within(name, actor.canonical):
            yield actor.start, actor.end


def _of_theme(paper: Analysis, theme: str) -> Iterator[tuple[int, int]]:
    for passage in paper.passages or ():
        for given in passage.themes:
            if given.id == theme:
                yield from ((span.start, span.end) for span in given.evidence)


def _line(paper: Analysis, start: int, end: int, width: int) -> Line:
    text = paper.text
    before, inside, after = (
        " ".join(without_unseen(part).split())
        for part in (text[max(0, start - width) : start], text[start:end], text[end : end + width])
    )
    return Line(paper.id, start, end, before, inside, after)
