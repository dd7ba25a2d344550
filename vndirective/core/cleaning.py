"""The physical lines of a text, cleaned: composed letters, single spaces, no markup residue.

Invisible characters, rules and running heads are gone; each line knows which raw characters it
came from, and whether markup (bold, heading) held all of it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from vndirective.core.markers import parse_marker
from vndirective.core.orthography import fold
from vndirective.core.patterns import PERSON_NAME
from vndirective.core.resources import lexicon

__all__ = [
    "INVISIBLE",
    "PAGE_NUMBER",
    "PhysicalLine",
    "goes_on_behind_page",
    "physical_lines",
    "without_running_heads",
]

# Controls, soft hyphens, joiners, marks of direction, byte order marks: first and last of each run.
_INVISIBLE_RUNS = (
    (0x00, 0x01), (0x03, 0x08), (0x0E, 0x1B), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD),
    (0x34F, 0x34F), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E),
    (0x2060, 0x2064), (0x2066, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB),
)  # fmt: skip
#: What cannot be seen, as it stands in a set of a pattern.
INVISIBLE = "".join(f"{chr(a)}-{chr(b)}" for a, b in _INVISIBLE_RUNS)
_SPACE = "".join(
    map(chr, (0x09, 0x1F, 0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000))
)
_MARK = "\u0300-\u036f"
_HYPHENS = "\u2010\u2011"
_ODD_SPACE = _SPACE.replace(" ", "")
#: What pages leave between words.
_ENTITY = "&nbsp;"
#: What is dirty but begins with a character that is plain elsewhere.
_RUNS = ("  ", "__", _ENTITY)
# What must change inside a line; everything between two matches is copied as it is. All of it but
# those begins with one of a set of characters, which is fast to search for; so those are asked for
# on their own.
_DIRTY = re.compile(
    rf"""
  [{_MARK}{INVISIBLE}{_ODD_SPACE}*\\\x02\ufffe{_HYPHENS}ÐƉ]
  (?: (?<=[{_MARK}])[{_MARK}]+ | (?<=[{INVISIBLE}])[{INVISIBLE}]+
    | (?<=[{_ODD_SPACE}])[{_SPACE}]+ | (?<=\*)\*+ )?
""",
    re.X,
)
_DIRTY_RUNS = re.compile(
    rf"{_DIRTY.pattern} | [ ]{{2,}}(?:[{_ODD_SPACE}][{_SPACE}]*)? | _{{2,}} | {_ENTITY}", re.X
)
_MARKS = frozenset(map(chr, range(0x300, 0x370)))
_JOINER = "\u034f"  # a combining mark, but one that is never seen
_INSTEAD = dict.fromkeys("\x02\ufffe" + _HYPHENS, "-") | dict.fromkeys("ÐƉ", "Đ")
_INSTEAD |= dict.fromkeys(_SPACE, " ")
#: What borders a line: white space, what cannot be seen, the bars of a table without cells.
_BORDER = (
    "".join(c for c in map(chr, range(0x3001)) if c.isspace())
    + "".join(chr(c) for a, b in _INVISIBLE_RUNS for c in range(a, b + 1))
    + "|"
)
_BORDERING = frozenset(_BORDER)
_RULE_START = frozenset("|:*_=~-–—.…#[<")
_RULE = re.compile(r"[\s|:*_=~\-–—.…#]*\Z")
#: What Markdown writes behind a backslash, which is no part of the text.
_ESCAPED = frozenset("-.*_#>+()[]!|&~")
_QUOTED = re.compile(r"(?:>\s+)+")  # as a reply or Markdown quotes a text
_HEADING = re.compile(r"#{1,6}\s+")
# What programs that read scans write between two pages: "--- PAGE BREAK ---", "=== Trang 2 ===".
_PAGE_BREAK = re.compile(
    r"[-–=*#\[<][-–=*#\[< ]*(?:page\s+break|(?:page|trang)\s+\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?)"
    r"[ \]>*#=–-]*[\]>*#=–-]\Z",
    re.IGNORECASE,
)
PAGE_NUMBER = re.compile(r"(?:[-–—]\s*|Trang\s+)?\d{1,4}(?:\s*[-–—]|\s*/\s*\d{1,4})?\Z")
_PAGE_DIGITS, _LEADERS = 3, 4
#: What parts two columns of a head or foot, and how many letters the left one has at least.
_GAP = re.compile(r"(?<=\S)(?:[ \xa0]{4,}|[ \xa0]*\t)[ \xa0\t]*")
_FEW_LETTERS = 4
#: What parts the columns of a table without tabs.
_WIDE = re.compile(r"(?<=\S)[ \xa0]{3,}(?=\S)")
_PERSON = re.compile(rf"(?:[A-Z]\w{{0,8}}\.\s?){{0,3}}{PERSON_NAME}")
_DAY = re.compile(r"[^\W\d_a-zà-ỹđ][^,;:.\d]{1,40},\s+ngày\s")

_DIGITS = re.compile(r"\d+")
#: A line that stands at this many page borders is a running head.
_REPEATS = 3
#: The head of a table with tabs has at least so many columns, so many of them with a known label.
_COLUMNS, _KNOWN = 3, 2


@dataclass(slots=True)
class PhysicalLine:
    """One physical line, cleaned."""

    text: str
    runs: list[tuple[int, int, int]]  # view length, raw start, raw end
    newline: tuple[int, int]  # the raw line end before this line
    opens_bold: bool  # a run of stars is open at the end of the line
    bold: bool  # all of it in bold or heading markup
    ended: tuple[int, int] = (0, 0)  # the raw line end after the line before this one
    blank_before: bool = False


@cache
def _labels() -> frozenset[str]:
    return frozenset(fold(x) for some in lexicon("tasks")["labels"].values() for x in some)


def _heads_columns(cells: list[str]) -> bool:
    """Tell whether a line heads a table of tasks, whose columns are parted by tabs or wide gaps."""
    named = sum(fold(cell).strip(" *:") in _labels() for cell in cells)
    return len(cells) >= _COLUMNS and named >= _KNOWN


class _Gaps(NamedTuple):
    """The columns of a table that are parted by wide gaps: how many, and how wide each gap is if all are alike."""

    columns: int
    width: int
    numbered: bool

    def cells(self, line: str) -> int:
        """Count the cells of a line: a gap of twice the width holds an empty one."""
        gaps = [len(gap) for gap in _WIDE.findall(line.rstrip())]
        if not self.width:
            return len(gaps) + 1
        behind = len(line) - len(line.rstrip(" \xa0"))
        return sum(gap // self.width for gap in gaps) + 1 + behind // self.width

    def parts(self, line: str) -> bool:
        """Tell whether a line is a row, or a heading inside the table: a number and a text."""
        first, *rest = _WIDE.split(line.strip())
        number = parse_marker(f"{first.rstrip('.')}. ") is not None
        row = self.cells(line) == self.columns and (
            number or not self.numbered or _heads_columns([first, *rest])
        )
        return row or (number and len(rest) == 1)


def _gaps_of(line: str, above: _Gaps | None) -> _Gaps | None:
    """Return the columns of a table that a line belongs to or heads, None where it has no gap."""
    text = line.strip()
    gaps = {len(gap) for gap in _WIDE.findall(text)} if "   " in text else set()
    if not gaps:
        return None
    cells = _WIDE.split(text)
    if above is not None or not _heads_columns(cells):
        return above
    numbered = fold(cells[0]).strip(" *:") in lexicon("tasks")["labels"]["number"]
    return _Gaps(len(cells), gaps.pop() if len(gaps) == 1 else 0, numbered)


def _beside(text: str) -> int:
    """Return where the right one of two columns begins in a line of head or foot, 0 without one.

    It stands behind tabs or a wide gap, in capitals ("Nơi nhận:      TM. ỦY BAN NHÂN DÂN"), or it is
    a motto or place and date.
    """
    if "\t" not in text and "   " not in text and "\xa0" not in text:
        return 0  # as nearly always
    gap = _GAP.search(text)
    if gap is None:
        return 0
    # the rules know composed letters: of a decomposed "ngày" they see no day
    left, right = (
        unicodedata.normalize("NFC", column) for column in (text[: gap.start()], text[gap.end() :])
    )
    marker = parse_marker(left)
    if marker is not None and marker.family != "bullet":
        return 0  # "I.    MỤC ĐÍCH"
    if left.endswith(":") and not fold(left).startswith("nơi nhận"):
        return 0  # "Họ và tên:    LÒ VĂN NHÀN"
    known = lexicon("frame")
    said = fold(right).strip("()[] .")  # "(Đã ký)"
    motto = fold(right) in known["mottos"] or said in known["stamps"]
    # two who sign, or one beside the last of those who get it
    listed = (left.startswith("-") and left[-1] in ";,.:)") or _PERSON.fullmatch(left)
    signs = listed and _PERSON.fullmatch(right)
    framed = right.isupper() or motto or _DAY.match(right) or signs
    return gap.end() if framed and sum(map(str.isalpha, left)) > _FEW_LETTERS else 0


def _clean(
    raw: str,
    start: int,
    end: int,
    inside_bold: bool,
    columns: bool = False,
    beside: int = 0,
    gaps: _Gaps | None = None,
) -> PhysicalLine:
    """Clean one physical line ``raw[start:end]`` (already stripped of outer white space).

    With ``columns`` its tabs are borders of cells, written as in other tables, and so are its wide gaps
    with ``gaps``; ``beside`` is where the right column of a line of two begins.
    """
    if (quoted := _QUOTED.match(raw, start, end)) is not None:
        start = quoted.end()
    heading = _HEADING.match(raw, start, end)
    if heading:
        start = heading.end()
    pieces: list[str] = []
    runs: list[tuple[int, int, int]] = []
    at, open_stars = start, inside_bold
    plain_outside = False
    for match in (*_dirty(raw, start, end).finditer(raw, start, end), None):
        stars = open_stars
        if match is None:
            a = b = end
            new = ""
        else:
            a, b = match.span()
            char = raw[a]
            new = " " if char == "&" else _INSTEAD.get(char, "")
            if char in _MARKS:
                if a > at and raw[a - 1].isalpha():
                    a -= 1
                    new = unicodedata.normalize("NFC", raw[a:b])
                if len(new) != 1 and char != _JOINER:
                    continue  # no precomposed letter: the marks stay
            elif char in _HYPHENS and a == start:
                continue  # a bullet keeps its sign
            elif char == "\\":
                if raw[b : b + 1] not in _ESCAPED:
                    continue
            elif char == "*":
                if _is_literal_star(raw, start, end, a, b):
                    continue
                # Markup opens at the start of a line and closes at its end, whatever the crawl
                # lost in between.
                open_stars = a == start or (b < end and not open_stars)
        if at < a and raw[at] == " " and pieces and pieces[-1][-1] == " ":
            at += 1  # a blank stood on both sides of what was dropped
        if at < a:
            kept = raw[at:a]
            pieces.append(kept)
            runs.append((a - at, at, a))
            plain_outside = plain_outside or not (stars or kept.isspace())
        at = b
        if columns and new == " " and "\t" in raw[a:b]:
            for k in range(a, b):
                if raw[k] == "\t":
                    pieces.append("|")
                    runs.append((1, k, k + 1))
        elif gaps and new == " " and b - a > 2:
            bars = (b - a) // gaps.width if gaps.width else 1
            pieces.append(" " + "| " * bars)
            runs.append((len(pieces[-1]), a, a + len(pieces[-1])))
        elif beside and b == beside:
            pieces.append(" | " if b - a > 2 else "|")
            runs.append((len(pieces[-1]), a, a + len(pieces[-1])))
        elif new and not (new == " " and (not pieces or pieces[-1][-1] == " " or b == end)):
            pieces.append(new)
            runs.append((1, a, b))
    text = "".join(pieces)
    # Dropped characters at either end may have left a space there.
    while text[:1] == " ":
        text, runs = text[1:], _trim_first(runs)
    while text[-1:] == " ":
        text, runs = text[:-1], _trim_last(runs)
    return PhysicalLine(text, runs, (start, start), open_stars, bool(heading) or not plain_outside)


def _trim_first(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    length, a, b = runs[0]
    return runs[1:] if length == 1 else [(length - 1, a + 1, b), *runs[1:]]


def _trim_last(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    length, a, b = runs[-1]
    return runs[:-1] if length == 1 else [*runs[:-1], (length - 1, a, b - 1)]


def _is_literal_star(raw: str, start: int, end: int, a: int, b: int) -> bool:
    """Tell a star that is text (bullet, footnote, product) from markup."""
    after = raw[b] if b < end else ""
    before = raw[a - 1] if a > start else ""
    if before == "\\" or (before == "(" and after == ")"):
        return True
    if b - a > 1 or not (after == " " and (before == " " or a == start)):
        return False
    # A lone star before a space opens an item, unless another closes it on the line ("* *").
    return raw.find("*", b, end) < 0 and b < end


def _dirty(raw: str, start: int, end: int) -> re.Pattern[str]:
    runs = any(raw.find(run, start, end) >= 0 for run in _RUNS)
    return _DIRTY_RUNS if runs else _DIRTY


def physical_lines(raw: str) -> list[PhysicalLine]:
    """Split a text at its line ends, those that `str.splitlines` knows, and clean each line."""
    lines: list[PhysicalLine] = []
    newline = ended = (0, 0)
    blank = bold = columns = torn = False
    gaps: _Gaps | None = None
    after = 0
    suspicious = _DIRTY.search
    # Nothing asks where the last line ends, the only one that may lack a line end.
    for physical in raw.splitlines(keepends=True):
        at, after = after, after + len(physical)
        text = physical.strip()
        if text and (text[0] in _BORDERING or text[-1] in _BORDERING):
            text = text.strip(_BORDER)  # slow: it builds its table anew each time
        stop = after - (2 if physical.endswith("\r\n") else 1)
        columns = "\t" in text and (columns or _heads_columns(text.split("\t")))
        gaps = _gaps_of(physical.rstrip("\r\n"), gaps) if "   " in text else None
        row = gaps if gaps and gaps.parts(physical.strip("\r\n")) else None
        if text and text[0] in _RULE_START and _PAGE_BREAK.match(text):
            torn = True
        elif text and text[-1].isdigit() and _is_entry(text):
            bold, blank = False, True
        elif not text or (text[0] in _RULE_START and _RULE.match(text) and text.strip("*_") != "-"):
            bold, blank = False, True
            torn = torn or "\x0c" in physical
        else:
            start = at if physical[0] == text[0] else raw.index(text[0], at)
            end = start + len(text)
            # a sentence goes on behind the end of a page
            blank, torn = blank and not (torn and text[0].islower()), False
            if text[0] in "#>" or suspicious(text) or any(run in text for run in _RUNS):
                beside = 0 if columns or row else _beside(text)
                line = _clean(raw, start, end, bold, columns, beside and start + beside, row)
                line.newline, line.ended, line.blank_before = newline, ended, blank
                bold = line.opens_bold
            else:
                runs = [(end - start, start, end)]
                line = PhysicalLine(text, runs, newline, bold, bold, ended, blank)
            if line.text:
                lines.append(line)
                blank, ended = False, (stop, after)
            else:
                bold, blank = False, True
        newline = (stop, after)
    return lines


def _is_entry(text: str) -> bool:
    """Tell an entry of a table of contents, with leaders to its page: "Kinh phí ........ 7".

    A form has a colon or more than one gap: "Điện thoại: ........ 123", "ngày ..... tháng ..... 12".
    """
    before = text.rstrip("0123456789")
    title = before.rstrip(" \t\xa0.…·")
    leaders = before[len(title) :].replace("…", "...")
    form = title.endswith(":") or "..." in title.replace("…", "...")
    paged = len(text) - len(before) <= _PAGE_DIGITS and any(map(str.isalpha, title)) and not form
    return paged and leaders.count(".") + leaders.count("·") >= _LEADERS


def without_running_heads(lines: list[PhysicalLine], borders: list[int]) -> list[PhysicalLine]:
    """Leave out what stands at the borders of pages: their numbers, and repeated heads and feet."""
    starts = [line.runs[0][1] for line in lines]
    firsts = [bisect_left(starts, border) for border in borders]
    near: dict[int, str] = {}
    for first in firsts:
        for index in range(max(0, first - 2), min(len(lines), first + 2)):
            near[index] = _DIGITS.sub("0", lines[index].text)
    for index in range(max(0, len(lines) - 2), len(lines)):
        near[index] = _DIGITS.sub("0", lines[index].text)
    seen = Counter(near.values())
    dropped = {
        index
        for index, text in near.items()
        if PAGE_NUMBER.match(lines[index].text) or seen[text] >= _REPEATS
    }
    for index in dropped:
        if index + 1 < len(lines):
            goes_on_behind_page(lines[index + 1])
    kept = [line for index, line in enumerate(lines) if index not in dropped]
    return kept or lines


def goes_on_behind_page(line: PhysicalLine) -> None:
    """Let no blank line part a sentence that goes on behind the end of a page."""
    line.blank_before = line.blank_before and not line.text[0].islower()
