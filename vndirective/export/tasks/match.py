"""Which duty of a new list is which line of an old one."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from vndirective.export.tasks.lines import Line
from vndirective.export.tasks.origins import Origin

__all__ = ["matches"]

#: Share of syllables in common from which a reworded duty of the same lead counts as the same.
_ALIKE = 0.7
#: Comparing every pair costs the product of both sides; beyond this nothing is guessed.
_MAX_PAIRS = 250_000
_SYLLABLES = re.compile(r"\w+")

_Groups = dict[tuple[Origin | str | None, ...], tuple[list[int], list[int]]]


def matches(
    old: Sequence[Line], new: Sequence[Line], documents: Mapping[Origin, Origin]
) -> dict[int, int]:
    """Match the lines of two lists.

    First by id; what is left, within the same document, by text, lead and section, then by text
    and lead, by text, and last by likeness where each is the other's only best. The same text
    that stands there several times is matched only where both sides have it equally often.

    Parameters
    ----------
    old, new : sequence of Line
    documents : mapping of Origin to Origin
        What :func:`~vndirective.export.tasks.origins.same_documents` gives for them.

    Returns
    -------
    dict of int to int
        Place of the old line by the place of the new one.
    """
    places = {line.text("id"): place for place, line in enumerate(old)}
    found = {
        place: places[line.text("id")]
        for place, line in enumerate(new)
        if line.text("id") in places
    }
    free_old = set(range(len(old))) - set(found.values())
    free_new = set(range(len(new))) - set(found)
    for parts in (("action", "lead", "basis"), ("action", "lead"), ("action",)):
        groups: _Groups = defaultdict(lambda: ([], []))
        for place in sorted(free_old):
            line = old[place]
            groups[documents.get(line.origin), *_key(line, parts)][0].append(place)
        for place in sorted(free_new):
            line = new[place]
            groups[line.origin, *_key(line, parts)][1].append(place)
        for before, after in groups.values():
            # Which of two leads took over from which nobody can tell.
            if len(before) == len(after) and (len(before) == 1 or "lead" in parts):
                found |= zip(after, before, strict=True)
                free_old -= set(before)
                free_new -= set(after)
    return found | _alike(old, new, free_old, free_new, documents)


def _syllables(text: str) -> list[str]:
    return _SYLLABLES.findall(unicodedata.normalize("NFC", text).casefold())


def _words(line: Line, key: str) -> str:
    text = line.text(key)
    # Of where a duty stands only the section counts: the sentence is that of the action.
    return " ".join(_syllables(text.partition("]")[0] if key == "basis" else text))


def _key(line: Line, parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(_words(line, part) for part in parts)


def _alike(
    old: Sequence[Line],
    new: Sequence[Line],
    free_old: Iterable[int],
    free_new: Iterable[int],
    documents: Mapping[Origin, Origin],
) -> dict[int, int]:
    groups: _Groups = defaultdict(lambda: ([], []))
    for place in free_old:
        document = documents.get(old[place].origin)
        groups[document, _words(old[place], "lead")][0].append(place)
    for place in free_new:
        groups[new[place].origin, _words(new[place], "lead")][1].append(place)
    found: dict[int, int] = {}
    for before, after in groups.values():
        if before and after and len(before) * len(after) <= _MAX_PAIRS:
            found |= _best_pairs(
                {place: set(_syllables(old[place].text("action"))) for place in before},
                {place: set(_syllables(new[place].text("action"))) for place in after},
            )
    return found


def _best_pairs(before: dict[int, set[str]], after: dict[int, set[str]]) -> dict[int, int]:
    scores = {
        (a, b): 2 * len(after[a] & before[b]) / max(1, len(after[a]) + len(before[b]))
        for a in after
        for b in before
    }
    best_of_new = _only_best(after, lambda a: {b: scores[a, b] for b in before})
    best_of_old = _only_best(before, lambda b: {a: scores[a, b] for a in after})
    return {a: b for a, b in best_of_new.items() if best_of_old.get(b) == a}


def _only_best(places: Iterable[int], scored: Callable[[int], dict[int, float]]) -> dict[int, int]:
    """Return the partner that is alike enough and better than all others, where there is one."""
    best = {}
    for place in places:
        partners = scored(place)
        highest = max(partners.values())
        top = [partner for partner, score in partners.items() if score == highest]
        if highest >= _ALIKE and len(top) == 1:
            best[place] = top[0]
    return best
