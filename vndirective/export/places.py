"""Where something stands in a document, as people say it: the ids of sections and passages aloud."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vndirective.core.records import Analysis, Obligation, Section
from vndirective.export.labels import PARTS, PLACES

__all__ = ["in_one_row", "passage_number", "place_in_words", "place_of"]

#: What a path of the same labels gets where it occurs again.
_AGAIN = re.compile(r"~\d+\Z")
_NUMBERED = re.compile(r"-\d+\Z")
_BULLET = re.compile(r"(\W)(\d+)")
_NUMBER = re.compile(r"(?:[IVX]+\.)?\d+(?:\.\d+)*")
_CAPITAL = re.compile(r"[IVXLC]+|[A-HĐ]")
_LETTER = re.compile(r"[a-zđ]\d?|[ivx]+")
_DASHES = "-–—\u2010\u2011\u2212"
#: The first cell of a row that has a number of its own.
_ROW = re.compile(r"\W*(\d{1,3})\.?\s*\|")
#: Characters in which the border of a cell is looked for: rows are shorter, lines may be endless.
_LONGEST_ROW = 5_000


def place_in_words(section: str) -> str:
    """Return the id of a unit of the outline as people name the unit, from the outside in.

    Examples
    --------
    >>> place_in_words("3/-1"), place_in_words("II/1/a")
    ('mục 3, gạch đầu dòng thứ 1', 'mục II.1, điểm a')
    >>> place_in_words("Điều 5/2/b"), place_in_words("closing")
    ('Điều 5, khoản 2, điểm b', 'phần kết')
    """
    said: list[str] = []
    above = ""
    for step in _AGAIN.sub("", section).split("/"):
        if bullet := _BULLET.fullmatch(step):
            dash = bullet[1] in _DASHES
            said.append(PLACES["dash" if dash else "sign"].format(sign=bullet[1], n=bullet[2]))
        elif _NUMBER.fullmatch(step):
            nested = step.startswith(f"{above}.")  # "3.2" says itself that it stands in "3"
            if nested or _CAPITAL.fullmatch(above):
                whole = step if nested else f"{above}.{step}"
                said[-1] = PLACES["item"].format(label=whole)
            else:
                kind = "clause" if above.casefold().startswith("điều") else "item"
                said.append(PLACES[kind].format(label=step))
        elif _CAPITAL.fullmatch(step):
            said.append(PLACES["item"].format(label=step))
        elif _LETTER.fullmatch(step):
            said.append(PLACES["point"].format(label=step))
        elif part := PARTS.get(_NUMBERED.sub("", step)):
            said.append(part)
        else:  # "Chương II", "Thứ nhất"
            said.append(step)
        above = step
    return ", ".join(filter(None, said))


def place_of(analysis: Analysis, duty: Obligation, tables: Sequence[Section]) -> str:
    """Return where a duty stands: its unit of the outline, the table and the number of its row.

    Parameters
    ----------
    analysis : Analysis
    duty : Obligation
    tables : sequence of Section
        Those of the document.

    Returns
    -------
    str
        Nothing for what stands outside of both.
    """
    said = [place_in_words(duty.section or "")]
    start = duty.action.start
    cells = _before_in_line(analysis.text, start)
    number = next((n for n, t in enumerate(tables, 1) if t.start <= start < t.end), None)
    if number is not None or "|" in cells:
        of_several = number is not None and len(tables) > 1
        said.append(PLACES["table"] + (f" {number}" if of_several else ""))
        row = _ROW.match(cells)
        said.append(PLACES["row"].format(n=int(row[1])) if row else "")
    return ", ".join(filter(None, said))


def in_one_row(text: str, one: int, other: int) -> bool:
    """Tell whether two offsets of a text stand in different cells of one row of a table."""
    between = text[min(one, other) : max(one, other)][:_LONGEST_ROW]
    return "|" in between and "\n" not in between


def _before_in_line(text: str, offset: int) -> str:
    first = max(0, offset - _LONGEST_ROW)
    return text[max(first, text.rfind("\n", first, offset) + 1) : offset]


def passage_number(passage: str) -> int | str:
    """Return which passage an id names, counted from 1; the id itself where it names none.

    Examples
    --------
    >>> passage_number("p9")
    9
    """
    number = passage.removeprefix("p")
    return int(number) if number.isdecimal() else passage
