"""Heads of tables: what each column says of the tasks below, and whether any are assigned there."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from vndirective.core.resources import lexicon
from vndirective.core.tokens import Tokens, Trie
from vndirective.extract.tables.task_lists import ASSIGNS, TASKS, labels

__all__ = [
    "Heading",
    "assumed_columns",
    "columns_of",
    "is_numbered",
    "is_timetable",
    "may_be_budget",
    "only_reports",
    "read_heading",
]


@cache
def _headings(name: str) -> Trie[str]:
    kinds = lexicon("tasks")[name]
    return Trie((label, kind) for kind, some in kinds.items() for label in some)


class Heading(NamedTuple):
    """What the head of a column says.

    Attributes
    ----------
    kind : str or None
        The kind of the column; "" where its head says nothing.
    weak : str or None
        Its kind where no other column is of this kind: "Đơn vị" may be a unit of measure.
    whole : bool
        The label is all that it says.
    """

    kind: str | None
    weak: str | None
    whole: bool


def read_heading(tokens: Tokens, i: int, end: int) -> Heading:
    """Read the head of a column, which may go on behind its label: "Cơ quan chủ trì thực hiện"."""
    while i < end and tokens.keys[i] == "*":
        i += 1
    stop = next((k for k in range(i, end) if tokens.keys[k] in ("(", ":", "*")), end)
    if i >= stop:
        return Heading("", None, False)
    column = _headings("columns").match(tokens, i)
    if column is not None and column[0] == stop:
        return Heading(column[1], None, True)
    weak = _headings("weak_columns").match(tokens, i)
    if weak is not None and weak[0] == stop:
        return Heading(None, weak[1], True)
    label = labels().match(tokens, i)
    if label is None or label[0] > end:
        return Heading(None, None, False)
    return Heading(label[1], None, label[0] == stop)


def columns_of(headings: list[Heading]) -> tuple[str | None, ...] | None:
    """Return the kinds of the columns of a table that assigns tasks or reports on them, else None."""
    kinds = {_meant(h.kind) for h in headings if h.kind}
    # what lists people, goods or money has its "Đơn vị" and "Nội dung", too
    register = "register" in kinds
    if is_timetable(headings):
        return None
    for kind in ("deadline", "task", "lead"):
        others = kinds & {"deadline", "partner", "product", "lead"}
        if kind == "deadline":  # "Tiến độ" beside "Thời hạn" says how far it is
            others = {h.kind or h.weak or "" for h in headings} & {*TASKS, "lead"}
        if register or kinds.intersection(TASKS if kind == "task" else (kind,)) or not others:
            continue
        headings = [h._replace(kind=h.kind or h.weak) if h.weak == kind else h for h in headings]
        kinds = {_meant(h.kind) for h in headings if h.kind}
    columns = tuple(h.kind for h in headings)
    said = kinds & {"lead", "partner", "deadline", "product", "done"}
    if said and kinds.intersection(TASKS):
        return columns
    whole = {_meant(h.kind) for h in headings if h.whole}
    leads = "lead" in whole and whole & {"number", "partner", "deadline", "product"}
    dated = "deadline" in whole and whole & {"partner", "product"}
    return columns if (leads or dated) and not register and None in columns else None


def assumed_columns(headings: list[Heading]) -> tuple[str | None, ...] | None:
    """Return the kinds of the columns where the rows must tell: "STT | Đơn vị | Nhiệm vụ"."""
    tasks = [k for k, h in enumerate(headings) if "task" in (h.kind, h.weak)]
    leads = [k for k, h in enumerate(headings) if h.weak in ("lead", "person")]
    if not (tasks and leads) or "place" in {h.kind for h in headings}:
        return None
    said = {tasks[0]: "task", leads[0]: "lead"}
    return tuple(said.get(k, h.kind) for k, h in enumerate(headings))


def is_timetable(headings: list[Heading]) -> bool:
    """Tell the head of a table of who meets where."""
    kinds = {h.kind for h in headings}
    return {"place", "people"} <= kinds and "lead" not in kinds


def may_be_budget(kinds: tuple[str | None, ...]) -> bool:
    """Tell columns that name a sum, and of a task nothing but who has it."""
    said = {_meant(kind) for kind in kinds}
    return {"money", "lead", "task"} <= said and not said & {"deadline", "partner", "product"}


def _meant(kind: str | None) -> str:
    """Return what the kind of a column comes to: the day before which is a deadline."""
    return "deadline" if kind == "before" else kind or ""


def only_reports(kinds: Iterable[str | None]) -> bool:
    """Tell whether a table of these columns says what was done, and assigns nothing."""
    return "done" in kinds and not {_meant(kind) for kind in kinds} & ASSIGNS


def is_numbered(tokens: Tokens, cells: list[tuple[int, int]]) -> bool:
    """Tell a row from a head: its first cell is a number."""
    i, end = cells[0] if cells else (0, 0)
    return i < end and tokens.keys[i].isdigit()
