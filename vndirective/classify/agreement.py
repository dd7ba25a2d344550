"""Agreement of two people who gave themes to passages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vndirective.core import arguments
from vndirective.core.errors import ArgumentError
from vndirective.metrics import iou, match

__all__ = ["Agreement", "agreement"]

#: Two spans are one passage if their overlap is this share of their union.
_SAME = 0.5


_CODING = "a list of passages, such as frame.to_dict('records') gives of a table"
_OFFSET = "a whole number of code points, the end behind the start"
_IDS = "a list of theme ids, such as 'order; digital'.split('; ') gives of a text"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two codings agree.

    Attributes
    ----------
    passages : int
        Passages that both have; the figures per theme are about these.
    span_f1 : float
        Of the passages, with the first coding as reference.
    kappa : dict of str to float or None
        Cohen's κ of each theme; None where both gave it to every passage, or to none.
    percent : dict of str to float
        Share of the passages on which both say the same, per theme, in 0..1.
    same_sets : float
        Share of the passages with the same themes.
    """

    passages: int
    span_f1: float
    kappa: dict[str, float | None]
    percent: dict[str, float]
    same_sets: float


def agreement(
    a: Sequence[Mapping[str, Any]],
    b: Sequence[Mapping[str, Any]],
    *,
    themes: Collection[str] | None = None,
) -> Agreement:
    """Compare two codings of the same papers.

    Parameters
    ----------
    a, b : sequence of mapping
        Each passage has ``start``, ``end`` (code points), ``themes`` (ids), and ``document``
        where there are several.
    themes : collection of str, optional
        All theme ids; those that occur where not given.

    Returns
    -------
    Agreement

    Raises
    ------
    ArgumentError
        If a coding is empty, a passage lacks a key or its themes are no list, or the codings have
        no passage in common.
    """
    a, b = _coding("a", a), _coding("b", b)
    for argument, coding in (("a", a), ("b", b)):
        if not coding:
            raise ArgumentError(argument, coding, f"{_CODING}, at least one")
    if themes is not None:
        themes = arguments.texts("themes", themes, _IDS, ordered=False)
    pairs = match(a, b, _overlap, _SAME)
    if not pairs:
        raise ArgumentError(
            "b",
            b[0],
            f"passages that stand in a, too: none of the {len(a)} of a and {len(b)} of b are in one "
            "document with half of their lengths in common",
        )
    both = [(set(a[i]["themes"]), set(b[j]["themes"])) for i, j in pairs]
    if themes is None:
        themes = set().union(*(x | y for x, y in both))
    kappa: dict[str, float | None] = {}
    percent: dict[str, float] = {}
    for theme in sorted(themes):
        kappa[theme], percent[theme] = _kappa([(theme in x, theme in y) for x, y in both])
    return Agreement(
        passages=len(pairs),
        span_f1=2 * len(pairs) / (len(a) + len(b)),
        kappa=kappa,
        percent=percent,
        same_sets=sum(x == y for x, y in both) / len(both),
    )


def _coding(argument: str, given: object) -> list[dict[str, Any]]:
    """Return the passages of a coding with what they need: a text is not the list of its letters."""
    found = []
    for n, passage in enumerate(arguments.values(argument, given, _CODING)):
        place = f"{argument}[{n}]"
        if not isinstance(passage, Mapping) or not {"start", "end", "themes"} <= passage.keys():
            raise ArgumentError(place, passage, "a passage: a mapping with start, end and themes")
        start = arguments.number(f"{place}['start']", passage["start"], 0, _OFFSET)
        end = arguments.number(f"{place}['end']", passage["end"], start + 1, _OFFSET)
        themes = arguments.texts(f"{place}['themes']", passage["themes"], _IDS, ordered=False)
        found.append({**passage, "start": start, "end": end, "themes": themes})
    return found


def _overlap(a: Mapping[str, Any], b: Mapping[str, Any]) -> float:
    if a.get("document") != b.get("document"):
        return 0.0
    return iou((a["start"], a["end"]), (b["start"], b["end"]))


def _kappa(decisions: list[tuple[bool, bool]]) -> tuple[float | None, float]:
    n = len(decisions)
    same = sum(x == y for x, y in decisions)
    first, second = sum(x for x, _ in decisions), sum(y for _, y in decisions)
    # in whole numbers, so that what chance alone explains is 0 and not -3e-16
    chance = first * second + (n - first) * (n - second)
    return (None if chance == n * n else (n * same - chance) / (n * n - chance)), same / n
