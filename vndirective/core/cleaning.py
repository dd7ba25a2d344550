"""The physical lines of a text, cleaned: composed letters, single spaces, no markup residue.

Invisible characters, rules and running heads are gone; each line knows which raw characters it
came from, and whether markup (bold, heading) held all of it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["PAGE_NUMBER", "PhysicalLine", "physical_lines", "without_running_heads"]

_NEWLINE = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Controls, soft hyphens, joiners, marks of direction, byte order marks: first and last of each run.
_INVISIBLE_RUNS = (
    (0x00, 0x01), (0x03, 0x08), (0x0E, 0x1B), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD),
    (0x34F, 0x34F), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E),
    (0x2060, 0x2064), (0x2066, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB),
)  # fmt: skip
_INVISIBLE = "".join(f"{chr(a)}-{chr(b)}" for a, b in _INVISIBLE_RUNS)
_SPACE = "\t\x1f \xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_MARK = "\u0300-\u036f"
# What must change inside a line; everything between two matches is copied as it is.
_DIRTY = re.compile(
    rf"""
  (?P<cluster>  [^\W\d_][{_MARK}]+ )
| (?P<drop>     [{_INVISIBLE}]+ )
| (?P<space>    [{_SPACE}]{{2,}} | [{_SPACE.replace(" ", "")}] )
| (?P<stars>    \*+ )
| (?P<rule>     _{{2,}} )
| (?P<hyphen>   [\x02\ufffe] )
| (?P<eth>      [ÐƉ] )
""",
    re.X,
)
# One look tells whether a line needs cleaning at all: any of the characters above, or two spaces.
_SUSPECT = re.compile(rf"[{_MARK}{_INVISIBLE}{_SPACE.replace(' ', '')}*\x02\ufffeÐƉ]|  |__")
#: What borders a line: white space, what cannot be seen, the bars of a table without cells.
_BORDER = (
    "".join(c for c in map(chr, range(0x3001)) if c.isspace())
    + "".join(chr(c) for a, b in _INVISIBLE_RUNS for c in range(a, b + 1))
    + "|"
)
_BORDERING = frozenset(_BORDER)
_RULE_START = frozenset("|*_=~-–—.…#")
_RULE = re.compile(r"[\s|*_=~\-–—.…#]*\Z")
_HEADING = re.compile(r"#{1,6}\s+|>\s+")
PAGE_NUMBER = re.compile(r"(?:[-–—]\s*|Trang\s+)?\d{1,4}(?:\s*[-–—]|\s*/\s*\d{1,4})?\Z")

_DIGITS = re.compile(r"\d+")
#: A line that stands at this many page borders is a running head.
_REPEATS = 3


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


def _clean(raw: str, start: int, end: int, inside_bold: bool) -> PhysicalLine:
    """Clean one physical line ``raw[start:end]`` (already stripped of outer white space)."""
    heading = _HEADING.match(raw, start, end)
    if heading:
        start = heading.end()
    pieces: list[str] = []
    runs: list[tuple[int, int, int]] = []
    at, open_stars = start, inside_bold
    plain_outside = False

    def keep(a: int, b: int) -> None:
        nonlocal plain_outside
        if pieces and a < b and raw[a] == " " and pieces[-1].endswith(" "):
            a += 1  # a blank stood on both sides of what was dropped
        if a < b:
            pieces.append(raw[a:b])
            runs.append((b - a, a, b))
            if not open_stars and not raw[a:b].isspace():
                plain_outside = True

    for match in _DIRTY.finditer(raw, start, end):
        kind, a, b = match.lastgroup, match.start(), match.end()
        if kind == "stars" and _is_literal_star(raw, start, end, a, b):
            continue
        keep(at, a)
        at = b
        if kind == "space":
            new = " "
        elif kind == "hyphen":
            new = "-"
        elif kind == "eth":
            new = "Đ"
        elif kind == "cluster":
            new = unicodedata.normalize("NFC", match[0])
            if len(new) > 1:  # no precomposed letter: keep the marks one by one
                keep(a, b)
                continue
        else:
            if kind == "stars":
                # Markup opens at the start of a line and closes at its end, whatever the
                # crawl lost in between.
                open_stars = a == start or (b < end and not open_stars)
            continue
        if new == " " and (not pieces or pieces[-1].endswith(" ") or b == end):
            continue
        pieces.append(new)
        runs.append((1, a, b) if len(new) != b - a else (b - a, a, b))
    keep(at, end)
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
    if before == "(" and after == ")":
        return True
    if b - a > 1 or not (after == " " and (before == " " or a == start)):
        return False
    # A lone star before a space opens an item, unless another closes it on the line ("* *").
    return raw.find("*", b, end) < 0 and b < end


def physical_lines(raw: str) -> list[PhysicalLine]:
    lines: list[PhysicalLine] = []
    newline = ended = (0, 0)
    blank = bold = False
    at = 0
    for stop, after in _line_ends(raw):
        text = raw[at:stop].strip()
        if text and (text[0] in _BORDERING or text[-1] in _BORDERING):
            text = text.strip(_BORDER)  # slow: it builds its table anew each time
        if not text or (text[0] in _RULE_START and _RULE.match(text) and text.strip("*_") != "-"):
            bold, blank = False, True
        else:
            start = raw.index(text[0], at) if raw[at] != text[0] else at
            end = start + len(text)
            if text[0] in "#>" or _SUSPECT.search(text):
                line = _clean(raw, start, end, bold)
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
        at = after
        newline = (stop, after)
    return lines


def _line_ends(raw: str) -> Iterator[tuple[int, int]]:
    """Yield where each physical line ends and the next begins."""
    for match in _NEWLINE.finditer(raw):
        yield match.span()
    yield len(raw), len(raw)


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
    kept = [line for index, line in enumerate(lines) if index not in dropped]
    return kept or lines
