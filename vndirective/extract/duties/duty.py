"""One duty in working form: what the rules know of it before records are made."""

from __future__ import annotations

from dataclasses import dataclass, field

from vndirective.extract.clauses.phrases import Phrase
from vndirective.extract.clauses.reader import Clause

__all__ = ["Duty"]


@dataclass(slots=True)
class Duty:
    """One duty in working form.

    Attributes
    ----------
    far : bool
        The bearers were fetched from far away.
    line, sentence : int
    times : list of int
        Expressions that stand in it or are handed down to it.
    when : list of int
        Expressions of the condition in front of it, which limit nothing.
    told : list of int
        Expressions that say when somebody asked for it.
    stated : list of int
        Those of them that a column or label says are its deadline.
    worded : bool
        A column or label says its deadline in words that are no time: "theo kế hoạch của tỉnh".
    partners : list of Phrase
        Who takes part by a column or label.
    product : tuple of int or None
        Tokens of what a column or label says is to be delivered.
    inside : bool
        It does not open its sentence.
    carried : bool
        The bearers were carried over from another paragraph of a report.
    start, end : int
        View offsets.
    """

    clause: Clause
    bearers: list[Phrase]
    inherited: bool
    far: bool
    modality: str
    strength: int
    speaker: int | None
    line: int
    sentence: int
    times: list[int]
    inferred: list[str]
    proposal: bool
    start: int
    end: int
    when: list[int] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    stated: list[int] = field(default_factory=list)
    worded: bool = False
    partners: list[Phrase] = field(default_factory=list)
    product: tuple[int, int] | None = None
    inside: bool = False
    carried: bool = False
