"""A codebook made from a directive: its own tasks as themes, for people to edit.

A task says what it is about in its heading, or else in what it asks, and in the words that it
repeats and the other tasks do not have. Much of what directives ask for recurs in all of them (to
make it known, to inspect, to delegate): where a label is for the most part made of what the shipped
codebook says of such themes, their words are borrowed as hints. A label that has a subject of its own
("giám sát việc phân phối nước") borrows nothing: who inspects something else does not speak to it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

from vndirective.classify.codebook import DEFAULT_CODEBOOK, load_themes
from vndirective.classify.features import blocked_phrases, hint_phrases, seed_phrases
from vndirective.classify.grams import background, grams, syllables
from vndirective.classify.phrases import GAP, PhraseTable
from vndirective.classify.task_units import Task, tasks_of
from vndirective.core.errors import ArgumentError
from vndirective.core.records import Analysis, Codebook, Theme
from vndirective.core.resources import lexicon

__all__ = ["themes_from"]

_HINTS = 24
#: A word in more than this share of the genre's passages is no seed (said once in the body, said more
#: often, in the heading), or not even a hint.
_SELDOM, _RARE, _COMMON, _TOO_COMMON = 0.0005, 0.01, 0.025, 0.03
#: Two syllables are a word if the rarer one stands in this pair at least this often.
_COHESION = 0.5
#: From this share of its syllables on, a label is made of the phrases of the shipped codebook: a heading,
#: and what is asked, which names an object besides.
_BORROWS, _BORROWS_ASKED = 0.5, 2 / 3
#: A word in more tasks than these tells them not apart.
_SHARED = 2
#: Where a label falls into what it names.
_AND = frozenset({"và", "hoặc"})


def themes_from(analysis: Analysis) -> Codebook:
    """Make a directive's own tasks into themes.

    Parameters
    ----------
    analysis : Analysis
        A directive with outline units and obligations.

    Returns
    -------
    Codebook
        One theme for each task, see :mod:`vndirective.classify.task_units`.

    Raises
    ------
    ArgumentError
        If no outline unit and no row of a table carries a duty.
    """
    tasks = tasks_of(analysis)
    if not tasks:
        named = analysis.source.path or analysis.frame.title or analysis.id
        valid = (
            "a directive whose items or rows of tables carry at least one duty, or name a codebook "
            f"instead: {DEFAULT_CODEBOOK!r} or one of your own"
        )
        raise ArgumentError("directive", named, valid)
    names = _pairs(a.text for a in analysis.actors if a.type == "ORG")
    themes = tuple(
        Theme(
            f"t{n}",
            task.label,
            definition=task.text,
            seeds=seeds,
            sections=(task.section,),
            hints=hints,
        )
        for n, (task, (seeds, hints)) in enumerate(
            zip(tasks, _phrases(tasks, names), strict=True), start=1
        )
    )
    title = analysis.frame.title or analysis.frame.number or analysis.id
    return Codebook(analysis.frame.number or analysis.id, title, "1", themes)


def _runs(text: str) -> list[list[str]]:
    """Return the words of a text, folded, in runs between marks and figures."""
    from vndirective.segment.words import words

    runs: list[list[str]] = [[]]
    for word in words(text):
        phrase = " ".join(syllables(text[word.start : word.end]))
        if phrase and all(map(str.isalpha, phrase.split())):
            runs[-1].append(phrase)
        else:
            runs.append([])
    return [run for run in runs if run]


def _compounds(run: list[str]) -> Iterator[str]:
    """Yield the words of two or more syllables that tell something; half of one tells nothing."""
    counted = background().genre.frequency.get
    edges = _common("particles") | _common("edges")

    def known(pair: str) -> float:
        return math.inf if pair in _shipped_pairs() else counted(pair, 0)

    for i, word in enumerate(run):
        parts = word.split()
        if len(parts) == 1 or word in edges or word in _common("words"):
            continue
        # The segmenter errs: "thu | hồi đất", where the genre knows "thu hồi" and not "hồi đất".
        first, last = known(" ".join(parts[:2])), known(" ".join(parts[-2:]))
        cut = any(
            counted(pair, 0) > own
            for own, pair in (
                *((first, f"{w} {parts[0]}") for w in run[max(i - 1, 0) : i] if w not in edges),
                *((last, f"{parts[-1]} {w}") for w in run[i + 1 : i + 2] if w not in edges),
            )
            if pair.count(" ") == 1
        )
        ends = {parts[0]} - _common("openers") | {parts[-1]}
        scrap = not min(first, last) and not ends.isdisjoint(_common("particles"))
        if not cut and not scrap:
            yield word


def _loose_pairs(runs: list[list[str]]) -> Iterator[str]:
    """Yield the pairs of syllables that are a word each or one word together."""
    for run in runs:
        yield from (word for word in run if word.count(" ") == 1)
        yield from (f"{a} {b}" for a, b in pairwise(run) if " " not in a + b)


def _named(run: list[str], *, common: bool = False) -> Iterator[str]:
    """Yield the phrases that a run of words is made of, without function words at the ends.

    ``common``: also those whose words stand in every directive.
    """
    edges = _common("particles") | _common("edges")
    for is_and, group in groupby(run, key=_AND.__contains__):
        part = [] if is_and else list(group)
        while part and part[0] in edges:
            del part[0]
        while part and part[-1] in edges:
            del part[-1]
        phrase = " ".join(part)
        told = common or any(w not in edges | _common("words") for w in part)
        if phrase.count(" ") > 1 and told:
            yield phrase


def _pairs(texts: Iterable[str]) -> frozenset[str]:
    """Return the pairs of syllables in some texts."""
    return frozenset(g for text in texts for g in grams(syllables(text)) if " " in g)


def _phrases(
    tasks: list[Task], names: frozenset[str]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield, per task, seeds and hints; ``names`` are pairs of syllables in names of bodies."""
    texts = [f" {' '.join(syllables(task.clean_text))} " for task in tasks]
    runs = [_runs(task.clean_text) for task in tasks]
    pairs = [Counter(grams(text.split())) for text in texts]
    everywhere = sum(pairs, Counter[str]())
    # The segmenter does not know every word; a pair whose syllables keep together is one, but
    # not where it is mostly half of a word that the segmenter does know.
    loose = Counter(pair for task in runs for pair in _loose_pairs(task))
    found = {p for p, n in loose.items() if 2 * n >= everywhere[p] and _sticks(p, everywhere)}
    counted = [
        Counter(word for run in task for word in _compounds(run))
        | Counter({pair: n for pair, n in counts.items() if pair in found})
        for task, counts in zip(runs, pairs, strict=True)
    ]
    holding = Counter(word for counts in counted for word in counts)
    known = background()

    def own(phrase: str, *, titled: bool = False) -> bool:
        told = [n for text in texts if (n := text.count(f" {phrase} "))]
        # What names a task in its heading another one may mention in passing.
        return len(told) <= 1 or (titled and sum(told) <= _SHARED)

    for task, counts in zip(tasks, counted, strict=True):
        share = _BORROWS if task.headed else _BORROWS_ASKED
        # how the directive is carried out is told in its own words alone
        borrowed = [] if task.carries_out else _borrowed(task.clean_label, share)
        named = _runs(task.clean_label)
        titled = list(dict.fromkeys(word for run in named for word in _compounds(run)))
        # A label that was cut off ends in the beginning of a phrase.
        whole = named[:-1] if task.clean_label.endswith("…") else named
        seeds = [phrase for run in whole for phrase in _named(run)]
        called = [phrase for run in whole for phrase in _named(run, common=True)]
        # The heading names the task; elsewhere only what is rare is its own, and no word that
        # stands in a body's name: who mentions the body does not speak of the task.
        said_once = {w for w, n in counts.items() if n == 1} - set(titled)
        seeds += [
            w
            for w in (*(titled if not task.headed else ()), *counts)
            if _share(w) < (_SELDOM if w in said_once else _RARE)
            and names.isdisjoint(grams(w.split()))
        ]
        seeds = [seed for seed in seeds if own(seed)]
        if task.headed:
            seeds += [w for w in titled if _share(w) < _COMMON and own(w, titled=True)]
        if not borrowed:
            # "tuyên truyền … nước tiết kiệm": a word of those themes says how, not what about
            seeds = [seed for seed in seeds if seed not in _decisive()]
        seeds = list(dict.fromkeys(seeds))
        weights = {
            word: n * known.keyness(word) * known.idf(word) / holding[word]
            for word, n in counts.items()
            if holding[word] <= _SHARED and _share(word) < _TOO_COMMON
        }
        weights |= dict.fromkeys((w for w in titled if _share(w) < 2 * _TOO_COMMON), 1e9)
        hints = sorted(weights, key=lambda word: (-weights[word], word))[:_HINTS]
        hints += borrowed
        # What has no word of its own is known by what it is called: "tổng hợp kết quả và báo cáo".
        seeds = seeds or [phrase for phrase in dict.fromkeys(called) if own(phrase)]
        chosen = dict.fromkeys(hint for hint in hints if hint not in seeds)
        yield tuple(seeds), tuple(chosen)


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


@cache
def _general() -> PhraseTable:
    return PhraseTable(_common("words"))


def _share(phrase: str) -> float:
    """Return in what share of the genre's passages a phrase stands, by its rarest pair."""
    counts = background().genre
    pairs = [gram for gram in grams(phrase.split()) if " " in gram]
    return min((counts.frequency.get(pair, 0) for pair in pairs), default=0) / counts.passages


def _borrowed(label: str, share: float) -> list[str]:
    """Return the phrases of the shipped themes that a label speaks to, if they hold such a share of it."""
    sequence = syllables(label)
    met = [
        theme
        for theme in _shipped()
        if any(found not in theme.blocked for found, _, _ in theme.seeds.find(sequence))
    ]
    held = {k for theme in met for _, i, j in theme.told.find(sequence) for k in range(i, j)}
    empty = {part for kind in ("particles", "edges") for w in _common(kind) for part in w.split()}
    said = {k for _, i, j in _general().find(sequence) for k in range(i, j)} - held
    telling = {k for k, part in enumerate(sequence) if part.isalpha() and part not in empty} - said
    if len(held & telling) < share * len(telling):
        return []
    return [phrase for theme in met for phrase in theme.phrases]


@cache
def _themes() -> tuple[Theme, ...]:
    return load_themes(DEFAULT_CODEBOOK).themes


@cache
def _shipped_pairs() -> frozenset[str]:
    """Return the pairs of syllables in the phrases of the shipped themes."""
    return _pairs(p for theme in _themes() for p in (*seed_phrases(theme), *hint_phrases(theme)))


@cache
def _decisive() -> frozenset[str]:
    """Return the phrases of which one decides for a shipped theme."""
    return frozenset(phrase for theme in _themes() for phrase in seed_phrases(theme))


class _Shipped(NamedTuple):
    """What a shipped theme is spoken of with."""

    phrases: tuple[str, ...]
    #: What decides for it; what is found there and blocked does not.
    seeds: PhraseTable
    blocked: frozenset[str]
    #: Its seeds and hints; what fills a gap is none of its words.
    told: PhraseTable


@cache
def _shipped() -> tuple[_Shipped, ...]:
    return tuple(
        _Shipped(
            (*theme.seeds, *theme.hints),
            PhraseTable({*seeds, *blocked}),
            blocked,
            PhraseTable(p for p in (*seeds, *hint_phrases(theme)) if GAP not in p),
        )
        for theme in _themes()
        for seeds, blocked in [(seed_phrases(theme), frozenset(blocked_phrases(theme)))]
    )
