"""The sheets of a task list as lines, and what the list remembers of itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from vndirective.export.frames import one_line
from vndirective.export.labels import (
    CHANGES,
    MEMORY_COLUMNS,
    MEMORY_ISSUER,
    MEMORY_SAID,
    MEMORY_SHOWN,
    TASK_COLUMNS,
    UNTITLED,
)
from vndirective.export.tasks.file import Computed, Row, plain_rows
from vndirective.export.tasks.lines import (
    FROM_TEXT,
    Cell,
    Formula,
    Line,
    due_of_people,
    leads_in,
    leads_of,
    plain,
)
from vndirective.export.tasks.match import matches
from vndirective.export.tasks.origins import UNKNOWN, origin_in, same_documents

__all__ = ["NEEDED", "OWN", "WRITTEN", "Memory", "Table", "memory_in", "table_in"]

#: Without these a sheet is no task list, unless the list remembers its duties.
NEEDED = ("id", "action", "state", "note")
#: The columns that are left to people.
WRITTEN = ("state", "note")
#: Ids of rows that people added begin so.
OWN = "tt-"
#: A list that remembers its duties is known by so many of its titles.
_ENOUGH = 6
#: People put titles above the table.
_HEADER_WITHIN = 20
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")
#: How many titles above or inside of a table are quoted.
_QUOTED = 3


@dataclass(frozen=True, slots=True)
class Memory:
    """What the list showed when it was written.

    Attributes
    ----------
    lines : dict of str to Line
        By id, the duties and the rows of people; what the documents said is in ``said``. A list of
        an early version remembers state and note only.
    sheets : dict of str to str, or None
        The lead by the sheet of the list, nothing for the first one; None where the list does not
        remember.
    """

    lines: dict[str, Line] = field(default_factory=dict)
    sheets: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet that is a task list.

    Attributes
    ----------
    lines : list of Line
    notes : list of str
        What was understood of the sheet only in part, or not kept.
    """

    lines: list[Line]
    notes: list[str] = field(default_factory=list)


# --- what the list remembers ----------------------------------------------------------------------


def memory_in(rows: Sequence[Row]) -> Memory:
    """Read the hidden sheet; an empty memory where there is none, or none that is complete."""
    table = plain_rows(rows)
    titles = [_named(value) for value in table[0]] if table else []
    if not all(_named(title) in titles for title in MEMORY_COLUMNS.values()):
        return Memory()

    def read(columns: dict[str, str]) -> list[dict[str, Cell]]:
        at = {key: titles.index(_named(title)) for key, title in columns.items()}
        return [{key: _at(row, place) for key, place in at.items()} for row in table[1:]]

    def known(columns: dict[str, str]) -> dict[str, str]:
        return columns if all(_named(title) in titles for title in columns.values()) else {}

    shown, told = (
        known({key: title.format(title=TASK_COLUMNS[key]) for key in FROM_TEXT})
        for title in (MEMORY_SHOWN, MEMORY_SAID)
    )
    if not (shown and told):
        shown, told = {}, {}
    written = {MEMORY_SHOWN.format(title=title) for title in TASK_COLUMNS.values()}
    tail = MEMORY_SHOWN.format(title="")
    extra = {
        title.removesuffix(tail): title
        for title in map(one_line, (str(value) for value in table[0]))
        if title.endswith(tail) and title not in written
    }
    kept = read(MEMORY_COLUMNS | known({"issuer": MEMORY_ISSUER}))
    lines = {}
    for row, cells, said, own in zip(kept, read(shown), read(told), read(extra), strict=True):
        identity = str(row["id"] or "")
        if identity:
            lines[identity] = Line(
                {"id": identity} | {key: row[key] for key in WRITTEN} | cells,
                tuple(filter(None, str(row["leads"] or "").split("\n"))),
                origin_in(said.get("document"), row.get("issuer"), row["file"]),
                extra=dict(own),
                said=said,
            )
    # The first sheet has no lead; those of the leads stand in the order of their first duties.
    sheets = [str(row["sheet"]) for row in kept if row["sheet"]]
    leads = ["", *leads_of(lines.values()).values()]
    return Memory(lines, dict(zip(sheets, leads, strict=False)))


# --- a sheet --------------------------------------------------------------------------------------


class _Header(NamedTuple):
    """Where the columns of a table stand: ours by key, those of people by title."""

    row: int
    at: dict[str, int]
    extra: dict[str, int]


def table_in(name: str, rows: Sequence[Row], memory: Memory) -> Table | None:
    """Return what a sheet holds, or None where it is no task list.

    A column without its title is found by its place between the others, ids by what they are.
    Rows without an id are found in the memory by document and text.

    Parameters
    ----------
    name : str
        Of the sheet.
    rows : sequence of tuple
    memory : Memory
    """
    cells = plain_rows(rows)
    header = _header(cells, memory)
    if header is None:
        return None
    notes = [*_above(cells[: header.row]), *_renamed(cells[header.row], header)]
    body = [
        (row, shown)
        for row, shown in zip(rows[header.row + 1 :], cells[header.row + 1 :], strict=True)
        if not _repeats(shown, cells[header.row], header)
    ]
    titles = {place: TASK_COLUMNS[key] for key, place in header.at.items()}
    titles |= {place: title for title, place in header.extra.items()}
    frozen: set[str] = set()
    headings: list[str] = []
    lines = []
    for row, shown in body:
        line = _line(row, shown, header, titles, frozen)
        if any(map(line.text, line.cells)) or any(v is not None for v in line.extra.values()):
            lines.append(line)
        else:
            headings += [text for value in shown if not _is_number(text := plain(value))]
    if headings:
        notes.append(f"rows that hold a heading only are not kept ({_quoted(headings)})")
    if frozen:
        notes.append(
            f"the formulas in {_listed(frozen)} are kept as values; only those over cells of the "
            "same row, in columns that people added, stay formulas"
        )
    lines = _restored(lines, name, memory)
    if "id" not in header.at and (lost := sum(not line.text("id") for line in lines)):
        notes.append(
            f"the column {TASK_COLUMNS['id']!r} is not there; {lost} rows are no duty that could be "
            "found by its text, and count as rows that people added"
        )
    notes += [
        f"no column is called {TASK_COLUMNS[key]!r}: what the list showed there is kept; if the "
        "column has another name now, give it that one again and update once more"
        for key in WRITTEN
        if key not in header.at
    ]
    return Table([_completed(line, memory) for line in lines], notes)


def _header(rows: Sequence[tuple[Cell, ...]], memory: Memory) -> _Header | None:
    keys = {_named(title): key for key, title in TASK_COLUMNS.items()}
    for number, header in enumerate(rows[:_HEADER_WITHIN]):
        at: dict[str, int] = {}
        for place, value in enumerate(header):
            key = keys.get(_named(value))
            if key is not None and key not in at:
                at[key] = place
        if not (all(key in at for key in NEEDED) or (memory.lines and len(at) >= _ENOUGH)):
            continue
        columns = _columns(rows[number + 1 :])
        if memory.lines:
            at |= _without_title(header, columns, at, memory)
        if not {"id", "action"} & at.keys():
            continue
        extra: dict[str, int] = {}
        for place in range(max([len(header), *(place + 1 for place in columns)])):
            title = one_line(str(_at(header, place) or ""))
            if place in at.values() or not (title or place in columns):
                continue
            extra[_free(title or UNTITLED.format(letter=_letter(place)), extra)] = place
        return _Header(number, at, extra)
    return None


def _columns(rows: Iterable[tuple[Cell, ...]]) -> dict[int, list[str]]:
    """Return what stands in the columns, as plain text, by place."""
    found: dict[int, list[str]] = {}
    for row in rows:
        for place, value in enumerate(row):
            if value is not None:
                found.setdefault(place, []).append(plain(value))
    return found


def _without_title(
    header: tuple[Cell, ...], columns: dict[int, list[str]], at: dict[str, int], memory: Memory
) -> dict[str, int]:
    """Find columns of ours that have lost their titles."""
    known = {_named(title) for line in memory.lines.values() for title in line.extra}
    free = {
        place
        for place in {*columns, *range(len(header))}
        if place not in at.values() and _named(_at(header, place)) not in known
    }
    found: dict[str, int] = {}
    if "id" not in at:
        shares = {
            place: sum(value in memory.lines for value in columns.get(place, ())) for place in free
        }
        best = max(shares, key=lambda place: shares[place], default=None)
        if best is not None and shares[best] * 2 > len(columns.get(best, ())):
            found["id"] = best
            free.discard(best)
    placed = {place: key for key, place in (at | found).items()}
    order = [key for key in TASK_COLUMNS if key != "change" or key in at]
    places = sorted(placed)
    for before, after in zip([-1, *places], places, strict=False):
        first = order.index(placed[before]) + 1 if before in placed else 0
        keys = order[first : order.index(placed[after])]
        between = range(before + 1, after)
        if keys and len(keys) == len(between) and free.issuperset(between):
            for key, place in zip(keys, between, strict=True):
                said = {plain(line.cells.get(key)) for line in memory.lines.values()}
                values = columns.get(place, [])
                if key in ("no", *WRITTEN) or sum(v in said for v in values) * 2 >= len(values):
                    found[key] = place
    return found


def _free(title: str, taken: Iterable[str]) -> str:
    """Return a title that no other column has; none of ours, which an update would look in."""
    used = {_named(name) for name in (*taken, *TASK_COLUMNS.values())}
    found, number = title, 1
    while _named(found) in used:
        number += 1
        found = f"{title} ({number})"
    return found


def _above(rows: Iterable[tuple[Cell, ...]]) -> list[str]:
    texts = [one_line(str(value)) for row in rows for value in row if value is not None]
    return [f"what stands above the table is not kept ({_quoted(texts)})"] if texts else []


def _quoted(texts: Sequence[str]) -> str:
    return _listed(texts[:_QUOTED]) + (" …" if len(texts) > _QUOTED else "")


def _is_number(text: str) -> bool:
    return not text or text.isdecimal()


def _renamed(titles: tuple[Cell, ...], header: _Header) -> list[str]:
    return [
        f"the column {one_line(str(_at(titles, place) or ''))!r} was taken for {TASK_COLUMNS[key]!r}"
        for key, place in header.at.items()
        if _named(_at(titles, place)) != _named(TASK_COLUMNS[key])
    ]


def _repeats(row: tuple[Cell, ...], titles: tuple[Cell, ...], header: _Header) -> bool:
    """Return whether a row is the head again: below merged titles, or on each printed page."""
    return all(_named(_at(row, p)) == _named(_at(titles, p)) for p in header.at.values())


def _line(
    row: Row,
    shown: tuple[Cell, ...],
    header: _Header,
    titles: dict[int, str],
    frozen: set[str],
) -> Line:
    # Numbers are given anew.
    cells = {key: _at(shown, place) for key, place in header.at.items() if key != "no"}
    cells["id"] = one_line(str(cells.get("id") or ""))
    if "due" in cells:
        cells["due"] = due_of_people(cells["due"])
    extra: dict[str, Cell | Formula] = {
        title: _at(shown, place) for title, place in header.extra.items()
    }
    for place, value in enumerate(row):
        if isinstance(value, Computed) and place in titles:
            title = titles[place]
            formula = _over_its_row(value, titles) if title in header.extra else None
            if formula is not None:
                extra[title] = formula
            elif title != TASK_COLUMNS["no"]:
                frozen.add(title)
    return Line(cells, leads_in(cells.get("lead")), origin_in(cells.get("document")), extra=extra)


def _over_its_row(computed: Computed, titles: dict[int, str]) -> Formula | None:
    """Return a formula that can move with its row, or None where it looks elsewhere, too."""
    from openpyxl.formula.tokenizer import Tokenizer, TokenizerError
    from openpyxl.utils import column_index_from_string

    if not computed.text.startswith("="):
        return None
    try:
        tokens = Tokenizer(computed.text).items
    except TokenizerError:
        return None
    parts = ["="]
    for token in tokens:
        if token.type != "OPERAND" or token.subtype != "RANGE":
            parts[-1] += token.value
            continue
        cell = _REFERENCE.fullmatch(token.value)
        place = column_index_from_string(cell[1]) - 1 if cell else -1
        if cell is None or int(cell[2]) != computed.row or place not in titles:
            return None
        parts += [titles[place], ""]
    return Formula(tuple(parts), computed.shown)


# --- what the memory adds -------------------------------------------------------------------------


def _restored(lines: list[Line], name: str, memory: Memory) -> list[Line]:
    """Give rows that have lost their id that of the duty of the same document and text."""
    here = {line.text("id") for line in lines}
    lead = (memory.sheets or {}).get(name, "").casefold()
    lost = [
        line
        for key, line in memory.lines.items()
        if key not in here and (not lead or lead in map(str.casefold, line.leads))
    ]
    bare = [n for n, line in enumerate(lines) if not line.text("id") and line.text("action")]
    new = [lines[n] for n in bare]
    if not any(line.text("document") for line in new):
        documents = dict.fromkeys((line.origin for line in lost), UNKNOWN)
    else:
        shown = {line.origin: origin_in(line.cells.get("document")) for line in lost}
        same = same_documents(shown.values(), [line.origin for line in new])
        documents = {real: same[seen] for real, seen in shown.items() if seen in same}
    found = matches(lost, new, documents)
    lines = list(lines)
    for place, other in found.items():
        line = new[place]
        lines[bare[place]] = replace(line, cells=line.cells | {"id": lost[other].text("id")})
    return lines


def _completed(line: Line, memory: Memory) -> Line:
    """Add to a row what the memory knows of it."""
    identity = line.text("id")
    gone = line.cells.get("change") == CHANGES["gone"]
    line = replace(line, change="gone" if gone else "")
    before = memory.lines.get(identity)
    if before is None:
        return line
    # A column that is not there says nothing of what stood in it.
    cells = before.cells | line.cells
    # The row of a duty keeps the leads of the text; a row of people's own has those it shows.
    known = () if identity.startswith(OWN) else before.leads
    return replace(
        line,
        cells=cells,
        leads=known or leads_in(cells.get("lead")),
        origin=before.origin
        if before.origin.name
        else origin_in(cells.get("document"), before.origin.issuer, before.origin.file),
        said=before.said,
    )


def _named(value: Cell) -> str:
    return unicodedata.normalize("NFC", one_line(str(value or ""))).casefold()


def _at(row: tuple[Cell, ...], place: int) -> Cell:
    return row[place] if place < len(row) else None


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(place + 1)


def _listed(texts: Collection[str]) -> str:
    ordered = sorted(texts) if isinstance(texts, set) else texts
    return ", ".join(repr(text) for text in ordered)
