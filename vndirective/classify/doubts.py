"""What in a codebook makes its themes hard to find, said before a gap is taken for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vndirective.classify.grams import BREAK, background, syllables
from vndirective.classify.phrases import spelled_out
from vndirective.core.errors import CodebookError
from vndirective.core.orthography import fold
from vndirective.core.records import AnalysisWarning, Codebook, Theme

__all__ = ["NOTHING", "SAY_MORE", "doubts_about", "of_hints", "without_hints"]

#: What is wrong with a theme that nothing could find, and the remedy.
NOTHING = "has neither 'definition' nor 'seeds'"
SAY_MORE = "add one of them: a bare label says too little to classify by"
#: Fewer code points of a definition do not tell its language; so many texts are named in a doubt.
_TELLING, _NAMED = 20, 3


def doubts_about(codebook: Codebook) -> tuple[AnalysisWarning, ...]:
    """Say what in a codebook makes its themes hard to find, so that a gap is not taken for one.

    Parameters
    ----------
    codebook : Codebook

    Returns
    -------
    tuple of AnalysisWarning
        ``no_definition`` for each theme that only its seeds can find, ``unmarked`` for one whose
        words are not in Vietnamese with its marks, ``at_odds`` for one whose seeds speak against
        it, too, ``same_theme`` for one that says what another one says, ``one_theme`` for a
        codebook that holds no other.

    Raises
    ------
    CodebookError
        If a theme has neither definition nor seeds: nothing could ever be found.
    """
    doubts = []
    for theme in codebook.themes:
        if not theme.definition and not theme.seeds:
            raise CodebookError(codebook.id, f"theme {theme.id!r} {NOTHING}", SAY_MORE)
        if not theme.definition:
            doubts.append(
                AnalysisWarning(
                    "no_definition",
                    f"theme {theme.id!r} has no definition: only its seeds "
                    f"({', '.join(theme.seeds):.60}) can find it, and what says the same in other "
                    "words is missed; add definition: …",
                )
            )
        doubts += _doubts_about_words(theme)
    doubts += _same_themes(codebook)
    if len(codebook.themes) == 1:
        doubts.append(
            AnalysisWarning(
                "one_theme",
                f"the codebook has one theme only ({codebook.themes[0].id!r}): passages on anything "
                "else count as speaking to no theme; add the others",
            )
        )
    return tuple(doubts)


def _doubts_about_words(theme: Theme) -> Iterator[AnalysisWarning]:
    """Say which words of a theme no paper can have, and which speak for it and against it."""
    unmarked = [seed for seed in theme.seeds if _lost_its_marks(seed)]
    definition = theme.definition or ""
    if len(definition) >= _TELLING and _has_no_marks(definition):
        unmarked.insert(0, definition)
    # what a directive says it says as it is written
    if unmarked and not theme.sections:
        yield AnalysisWarning(
            "unmarked",
            f"theme {theme.id!r}: {', '.join(f'{text:.40}' for text in unmarked[:_NAMED])!r} is not "
            "in Vietnamese with its marks, so that hardly any paper can match it; write it as papers do",
        )
    if theme.against and (both := _spelled(theme.seeds) & _spelled(theme.against)):
        yield AnalysisWarning(
            "at_odds",
            f"theme {theme.id!r}: {', '.join(sorted(both)[:_NAMED])!r} stands in seeds and in against, "
            "so that it speaks for the theme and against it; take it out of one of them",
        )


def _lost_its_marks(seed: str) -> bool:
    """Tell a phrase whose marks were lost ("do man") from one that has none ("thanh tra", "camera").

    What papers of the genre are written in has its syllables with their marks.
    """
    if not _has_no_marks(seed):
        return False
    known = background().genre.frequency
    said = [part for part in syllables(seed) if part.isalpha()]
    return len(said) > 1 and 2 * sum(part not in known for part in said) >= len(said)


def _has_no_marks(text: str) -> bool:
    return all(sign.isascii() for sign in text if sign.isalpha())


def _spelled(phrases: tuple[str, ...]) -> set[str]:
    return {phrase for given in phrases for phrase in spelled_out(given)}


def _same_themes(codebook: Codebook) -> Iterator[AnalysisWarning]:
    first: dict[tuple[str, frozenset[str]], Theme] = {}
    for theme in codebook.themes:
        words = (word for word in syllables(theme.definition or "") if word != BREAK)
        said = " ".join(words), frozenset(map(fold, theme.seeds))
        if (other := first.setdefault(said, theme)) is not theme:
            yield AnalysisWarning(
                "same_theme",
                f"theme {theme.id!r} says the same as {other.id!r}, in definition and seeds: no "
                "passage can speak to one of them alone; make one of them, or say what each is about",
            )


def without_hints(codebook: Codebook) -> tuple[str, ...]:
    """Return the themes made from a directive that only its own words can find.

    Parameters
    ----------
    codebook : Codebook

    Returns
    -------
    tuple of str
        Ids; none of a codebook that was written by hand.
    """
    return tuple(t.id for t in codebook.themes if t.sections and not t.hints)


def of_hints(ids: Sequence[str]) -> str:
    """Say of themes without hints what that means, in one line."""
    return (
        f"no hints: {', '.join(ids)}; only the directive's own words find them: add hints: [...] with "
        "the words in which people speak of them"
    )
