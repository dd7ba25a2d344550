"""A codebook made from a directive: its own tasks as themes, for people to edit.

A task says what it is about in its heading, or else in what it asks, and in the words that it
repeats and the other tasks do not have: these are its seeds. Its hints are the words in which people speak
of what it names.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby, pairwise

from vndirective.classify.codebook import DEFAULT_CODEBOOK, load_themes
from vndirective.classify.features import hint_phrases, seed_phrases
from vndirective.classify.grams import background, common_words, grams, syllables
from vndirective.classify.matters import spoken_of
from vndirective.classify.task_units import Task, tasks_of
from vndirective.core.errors import ArgumentError
from vndirective.core.records import Analysis, Codebook, Theme

__all__ = ["themes_from"]

#: A word in more than this share of the genre's passages is no seed: said once in the body, said more
#: often, in the heading.
_SELDOM, _RARE, _COMMON = 0.0005, 0.01, 0.025
#: Two syllables are a word if the rarer one stands in this pair at least this often.
_COHESION = 0.5
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
            hints=spoken_of(task.clean_label, task.clean_text),
        )
        for n, (task, seeds) in enumerate(zip(tasks, _seeds(tasks, names), strict=True), start=1)
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
    edges = common_words("particles") | common_words("edges")

    def known(pair: str) -> float:
        return math.inf if pair in _shipped_pairs() else counted(pair, 0)

    for i, word in enumerate(run):
        parts = word.split()
        if len(parts) == 1 or word in edges or word in common_words("words"):
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
        ends = {parts[0]} - common_words("openers") | {parts[-1]}
        scrap = not min(first, last) and not ends.isdisjoint(common_words("particles"))
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
    edges = common_words("particles") | common_words("edges")
    for is_and, group in groupby(run, key=_AND.__contains__):
        part = [] if is_and else list(group)
        while part and part[0] in edges:
            del part[0]
        while part and part[-1] in edges:
            del part[-1]
        phrase = " ".join(part)
        told = common or any(w not in edges | common_words("words") for w in part)
        if phrase.count(" ") > 1 and told:
            yield phrase


def _pairs(texts: Iterable[str]) -> frozenset[str]:
    """Return the pairs of syllables in some texts."""
    return frozenset(g for text in texts for g in grams(syllables(text)) if " " in g)


def _seeds(tasks: list[Task], names: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Yield the seeds of each task; ``names`` are pairs of syllables in names of bodies."""
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

    def own(phrase: str, *, titled: bool = False) -> bool:
        told = [n for text in texts if (n := text.count(f" {phrase} "))]
        # What names a task in its heading another one may mention in passing.
        return len(told) <= 1 or (titled and sum(told) <= _SHARED)

    for task, counts in zip(tasks, counted, strict=True):
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
        # What has no word of its own is known by what it is called: "tổng hợp kết quả và báo cáo".
        seeds = seeds or [phrase for phrase in dict.fromkeys(called) if own(phrase)]
        yield tuple(dict.fromkeys(seeds))


def _sticks(pair: str, counts: Mapping[str, int]) -> bool:
    """Say whether the rarer syllable of a pair that the genre does not know keeps to the pair."""
    if " " not in pair or not common_words("particles").isdisjoint(pair.split()):
        return False
    if pair in common_words("words") or background().genre.frequency.get(pair):
        return False
    together = counts[pair]
    return together > 1 and together >= _COHESION * min(counts[part] for part in pair.split())


def _share(phrase: str) -> float:
    """Return in what share of the genre's passages a phrase stands, by its rarest pair."""
    counts = background().genre
    pairs = [gram for gram in grams(phrase.split()) if " " in gram]
    return min((counts.frequency.get(pair, 0) for pair in pairs), default=0) / counts.passages


@cache
def _shipped_pairs() -> frozenset[str]:
    """Return the pairs of syllables in the phrases of the shipped themes, which are words."""
    themes = load_themes(DEFAULT_CODEBOOK).themes
    return _pairs(p for theme in themes for p in (*seed_phrases(theme), *hint_phrases(theme)))
