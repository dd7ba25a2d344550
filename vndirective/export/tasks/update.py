"""Bringing a task list up to date without losing what people wrote into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from vndirective.core.records import Analysis, SavedTasks
from vndirective.export.labels import BEFORE, CHANGES, DIFFERENT, EMPTY, TASK_COLUMNS
from vndirective.export.tasks.book import OldTasks, read_tasks
from vndirective.export.tasks.lines import FROM_TEXT, Cell, Line, in_words, lines_of, plain
from vndirective.export.tasks.match import matches
from vndirective.export.tasks.origins import origins_of, same_documents
from vndirective.export.tasks.sheet import write_lines
from vndirective.reading.limits import DEFAULT_LIMITS, Limits

__all__ = ["update_tasks"]

#: A difference in these is a change of the duty.
_COMPARED = {"action", "lead", "partners", "deliverable", "due", "frequency", "level"}
#: No statement of the document: who has cleared it up clears it, until there is another doubt.
_DOUBT = "review"
#: How much of the value before a change is shown.
_SHOWN = 300


def update_tasks(
    path: str | Path, analyses: Sequence[Analysis], limits: Limits = DEFAULT_LIMITS
) -> SavedTasks:
    """Bring a task list up to date with what its documents say now.

    State, note, the columns that people added and the cells that they wrote over stay with their
    duty. A duty that is no longer in its document stays as a line, marked; so do the duties of
    documents that are not among ``analyses``, and the rows that people added. Rows that people
    deleted stay deleted. The workbook as it was is kept beside the new one, see
    :func:`~vndirective.export.files.backup_of`.

    Parameters
    ----------
    path : str or Path
        A workbook that :func:`~vndirective.export.tasks.sheet.write_tasks` wrote. It is replaced
        in one step, and not at all where something goes wrong.
    analyses : sequence of Analysis
    limits : Limits
        What the workbook may cost to read.

    Returns
    -------
    SavedTasks

    Raises
    ------
    InputError
        If the workbook is missing, cannot be read, is no task list, or cannot be written.
    """
    old = read_tasks(path, limits)
    lines, deleted = _updated(old, lines_of(analyses), analyses)
    cut, backup = write_lines(
        path, lines, updated=True, others=old.others, deleted=deleted, limits=limits
    )
    marks = [line.change for line in lines]
    new, changed, gone = (marks.count(name) for name in ("new", "changed", "gone"))
    return SavedTasks(
        *(len(lines), new, changed, gone, backup, cut + old.warnings),
        deleted=len(deleted),
    )


def _updated(
    old: OldTasks, new: list[Line], analyses: Sequence[Analysis]
) -> tuple[list[Line], list[Line]]:
    """Return the lines of the new list, and those that stay deleted."""
    known = [*old.lines, *old.deleted]
    said = [line.as_said() for line in known]
    documents = same_documents((line.origin for line in said), origins_of(analyses))
    pairs = matches(said, new, documents)
    lines: list[Line] = []
    deleted: list[Line] = []
    for place, line in enumerate(new):
        at = pairs.get(place)
        if at is None:
            lines.append(_marked(line, "new"))
        elif at < len(old.lines):
            lines.append(_kept(line, known[at]))
        elif _says_the_same(line, said[at]):
            deleted.append(_kept(line, known[at]))
        else:  # what people deleted is not what stands there now
            lines.append(_kept(line, replace(known[at], change="restored")))
    # A document was read again if it is among those given, or its duties were found in them.
    again = {*documents, *(said[place].origin for place in pairs.values())}
    matched = set(pairs.values())
    for place, line in enumerate(known):
        if place in matched:
            continue
        read = line.origin in again
        if place < len(old.lines):
            lines.append(_marked(line, "gone" if line.change == "gone" or read else "apart"))
        elif not read:
            deleted.append(line)
    return lines + [_marked(line, "own") for line in old.own], deleted


def _says_the_same(line: Line, before: Line) -> bool:
    # An early version remembers no more than the id, which follows from the text.
    same_id = line.text("id") == before.text("id")
    return same_id or plain(line.cells.get("action")) == plain(before.cells.get("action"))


def _kept(line: Line, before: Line) -> Line:
    """Give a duty what people wrote into its row, and say what is different now.

    A cell is theirs if it does not show what the document said when the list was written.
    """
    cells = line.cells | {key: before.cells.get(key) for key in ("state", "note")}
    told: list[str] = []
    changed = False
    for key in FROM_TEXT:
        text, shown = line.cells.get(key), before.cells.get(key)
        was = before.said.get(key, shown)
        moved = plain(text) != plain(was)
        if plain(shown) == plain(was):
            if moved and key in _COMPARED:
                told.append(BEFORE.format(title=TASK_COLUMNS[key], value=_shown(shown)))
                changed = True
        elif plain(shown) != plain(text) and not (key == _DOUBT and moved):
            cells[key] = shown
            if key != _DOUBT:
                told.append(DIFFERENT.format(title=TASK_COLUMNS[key], value=_shown(text)))
                changed |= moved and key in _COMPARED
    change = before.change if before.change == "restored" else ""
    change = change or ("changed" if changed else "edited" if told else "")
    cells["change"] = ": ".join(filter(None, (CHANGES.get(change), "; ".join(told))))
    theirs = plain(cells.get("lead")) != plain(line.cells.get("lead"))
    return replace(
        line,
        cells=cells,
        leads=before.leads if theirs else line.leads,
        inferred=line.inferred and not theirs,
        change=change,
        extra=before.extra,
        said={key: line.cells.get(key) for key in FROM_TEXT},
    )


def _marked(line: Line, change: str) -> Line:
    return replace(line, cells=line.cells | {"change": CHANGES[change]}, change=change)


def _shown(value: Cell) -> str:
    text = in_words(value)
    return (text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…") or EMPTY
