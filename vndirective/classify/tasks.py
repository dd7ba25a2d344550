"""A codebook made from a directive: its own tasks as themes, for people to edit.

A task says what it is about in its heading and in the words that it repeats and the other tasks
do not have. Much of what directives ask for recurs in all of them (to make it known, to inspect,
to delegate): where a heading speaks to such a theme of the shipped codebook, its words are
borrowed as hints.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from vndirective.classify.codebook import DEFAULT_CODEBOOK, load_themes
from vndirective.classify.features import blocked_phrases, seed_phrases
from vndirective.classify.grams import background, grams, syllables
from vndirective.classify.phrases import PhraseTable
from vndirective.core.errors import ArgumentError
from vndirective.core.normalize import make_view
from vndirective.core.records import Analysis, Codebook, Section, Theme
from vndirective.core.resources import lexicon

__all__ = ["themes_from"]

_UNITS = frozenset({"part", "chapter", "section", "article", "clause", "point", "item"})
_LABEL_LENGTH = 80
_HINTS = 24
#: A word in more than this share of the genre's passages is no seed (of the body, of the heading),
#: or not even a hint.
_RARE, _COMMON, _TOO_COMMON = 0.01, 0.025, 0.03
#: Two syllables are a word if the rarer one stands in this pair at least this often.
_COHESION = 0.5
#: A word in more tasks than these tells them not apart.
_SHARED = 2
_PARTS = re.compile(r"[,;:.()]| và | hoặc | - ", re.IGNORECASE)


def themes_from(analysis: Analysis) -> Codebook:
    """Make a directive's own tasks into themes.

    Parameters
    ----------
    analysis : Analysis
        A directive with outline units and obligations.

    Returns
    -------
    Codebook
        One theme for each top-level unit that carries duties; where one unit carries them
        all, one for each of its sub-units that do.

    Raises
    ------
    ArgumentError
        If no outline unit carries a duty.
    """
    units = _task_units(analysis)
    if not units:
        raise ArgumentError(
            "analysis", analysis.id, "a directive whose numbered items carry at least one duty"
        )
    texts = [_plain(analysis.text[u.start : u.end]) for u in units]
    nameless = [_plain(_without_names(analysis, u)) for u in units]
    labels = [_label(unit, text) for unit, text in zip(units, texts, strict=True)]
    themes = tuple(
        Theme(f"t{n}", label, definition=text, seeds=seeds, sections=(unit.id,), hints=hints)
        for n, (unit, label, text, (seeds, hints)) in enumerate(
            zip(units, labels, texts, _phrases(labels, nameless), strict=True), start=1
        )
    )
    title = analysis.frame.title or analysis.frame.number or analysis.id
    return Codebook(analysis.frame.number or analysis.id, title, "1", themes)


def _task_units(analysis: Analysis) -> list[Section]:
    by_id = {section.id: section for section in analysis.sections}
    carrying: set[str] = set()
    for duty in analysis.obligations:
        at = duty.section
        while at in by_id and at not in carrying:
            carrying.add(at)
            at = by_id[at].parent or ""
    units = [s for s in analysis.sections if s.kind in _UNITS and s.id in carrying]
    unit_ids = {unit.id for unit in units}
    level = [unit for unit in units if unit.parent not in unit_ids]
    while len(level) == 1:
        below = [unit for unit in units if unit.parent == level[0].id]
        if len(below) < 2:
            break
        level = below
    return level


def _label(unit: Section, text: str) -> str:
    if unit.heading:
        first = " ".join(unit.heading.split()).rstrip(" :")
    else:
        printed = re.escape(unit.label or "")
        body = re.sub(rf"^\W*{printed}\W*", "", text, count=1)
        first = re.split(r"[.;:]", body, maxsplit=1)[0].strip() or text
    if len(first) <= _LABEL_LENGTH:
        return first
    return first[:_LABEL_LENGTH].rsplit(" ", 1)[0].rstrip(" ,") + "…"


def _plain(text: str) -> str:
    """Return a text on one line; the view has no wraps and no markup residue."""
    return " ".join(make_view(text).text.split())


def _without_names(analysis: Analysis, unit: Section) -> str:
    """Return the text of a unit without offices and persons: who is asked is not what for."""
    text = list(analysis.text[unit.start : unit.end])
    for actor in analysis.actors:
        if actor.type != "GROUP" and unit.start <= actor.start and actor.end <= unit.end:
            text[actor.start - unit.start : actor.end - unit.start] = [";"] + [""] * (
                actor.end - actor.start - 1
            )
    return "".join(text)


def _words(text: str) -> Iterator[str]:
    """Yield the words of two or more syllables, folded; half of two words tells nothing."""
    from vndirective.segment.words import words

    common = _common("words")
    for word in words(text):
        phrase = " ".join(syllables(text[word.start : word.end]))
        if " " in phrase and phrase not in common and all(map(str.isalpha, phrase.split())):
            yield phrase


def _phrases(
    labels: list[str], texts: list[str]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield, per task, seeds and hints."""
    pairs = [Counter(grams(syllables(text))) for text in texts]
    everywhere = sum(pairs, Counter())
    # The segmenter does not know every word; a pair whose syllables keep together is one.
    counted = [
        Counter(_words(text)) | Counter({p: n for p, n in found.items() if _sticks(p, everywhere)})
        for text, found in zip(texts, pairs, strict=True)
    ]
    tasks = Counter(word for counts in counted for word in counts)
    known = background()
    for label, counts in zip(labels, counted, strict=True):
        seeds, titled = [], list(dict.fromkeys(_words(label)))
        for part in _PARTS.split(label):
            phrase = " ".join(syllables(part))
            # A label that was cut off is the beginning of a sentence, no name of the task.
            if phrase.count(" ") > 1 and "…" not in label:
                seeds.append(phrase)
        # The heading names the task; elsewhere only what the task repeats is its own.
        seeds += [w for w in titled if tasks[w] <= _SHARED and _share(w) < _COMMON]
        seeds += [w for w, n in counts.items() if n > 1 == tasks[w] and _share(w) < _RARE]
        weights = {
            word: n * known.keyness(word) * known.idf(word) / tasks[word]
            for word, n in counts.items()
            if tasks[word] <= _SHARED and _share(word) < _TOO_COMMON
        }
        weights |= dict.fromkeys((w for w in titled if _share(w) < 2 * _TOO_COMMON), 1e9)
        hints = sorted(weights, key=lambda word: (-weights[word], word))[:_HINTS]
        hints += _borrowed(label)
        chosen = dict.fromkeys(hint for hint in hints if hint not in seeds)
        yield tuple(dict.fromkeys(seeds)), tuple(chosen)


def _sticks(pair: str, counts: Mapping[str, int]) -> bool:
    """Say whether the rarer syllable of a pair that the genre does not know keeps to the pair."""
    if " " not in pair or not _common("particles").isdisjoint(pair.split()):
        return False
    if pair in _common("words") or background().genre.frequency.get(pair):
        return False
    together = counts[pair]
    return together > 1 and together >= _COHESION * min(counts[part] for part in pair.split())


@cache
def _common(kind: str) -> frozenset[str]:
    return frozenset(" ".join(syllables(word)) for word in lexicon("common_words")[kind])


def _share(phrase: str) -> float:
    """Return in what share of the genre's passages a phrase stands, by its rarest pair."""
    counts = background().genre
    pairs = [gram for gram in grams(phrase.split()) if " " in gram]
    return min((counts.frequency.get(pair, 0) for pair in pairs), default=0) / counts.passages


def _borrowed(label: str) -> Iterable[str]:
    """Return the phrases of the shipped themes that a heading speaks to."""
    sequence = syllables(label)
    for seeds, table, blocked in _shipped():
        if any(phrase not in blocked for phrase, _, _ in table.find(sequence)):
            yield from seeds


@cache
def _shipped() -> tuple[tuple[tuple[str, ...], PhraseTable, frozenset[str]], ...]:
    """Return, of each shipped theme, its seeds, a table of their phrases, and what is not one."""
    return tuple(
        ((*theme.seeds, *theme.hints), PhraseTable({*seed_phrases(theme), *blocked}), blocked)
        for theme in load_themes(DEFAULT_CODEBOOK).themes
        for blocked in [frozenset(blocked_phrases(theme))]
    )
