"""The outline: numbered and bulleted units, nested by what encloses what in this document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vndirective.core.markers import Marker, number_of
from vndirective.core.patterns import compiled
from vndirective.segment.lines import Line

__all__ = ["Unit", "is_heading", "outline"]

# The named levels of a legal document enclose one another in this order (Nghị định 30/2020/NĐ-CP,
# Phụ lục I, mục II.5); every other order is learned from the document.
_RANK = {"appendix": 0, "part": 1, "chapter": 2, "section": 3, "subsection": 4, "article": 5}
_KIND = {
    "appendix": "appendix", "part": "part", "chapter": "chapter", "section": "section",
    "subsection": "section", "article": "article", "roman": "section", "capital": "section",
    "bullet": "bullet",
}  # fmt: skip
# Families that stand above a bullet; "(i)" and "(1)" may also stand below one.
_ABOVE_BULLETS = frozenset(("capital", "roman", "multi", "decimal", "letter", "ordinal"))
# Families of headings, and of items that never stand above one.
_HEADING = frozenset(("capital", "roman"))
_ITEMS = ("paren", "letter")
_ALPHABETS = ("abcdđeghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvwxyz")
_INLINE = r"\((?P<n>[ivx]{1,5}|\d{1,2}|[a-eđghk])\)\.?(?=\s|[^\W\d_])"
_REFERENCE = r"(?:điểm|khoản|mục|số|công\s+thức|phương\s+án)\s*\Z"


@dataclass(slots=True)
class Unit:
    """One unit of the outline, in view offsets.

    ``parent`` is the index of the enclosing unit in the list, ``id`` the path of labels.
    """

    kind: str
    label: str
    heading: str | None
    start: int
    end: int
    parent: int | None
    id: str
    style: str
    number: str
    introduces: bool = False


class _Builder:
    """Nests markers as they come."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.stack: list[int] = []
        self.styles: list[str] = []  # of the units on the stack
        self._above: set[tuple[str, str]] = set()  # (style, style seen below it)
        self._ids: dict[str, int] = {}
        self._bullets: dict[tuple[int | None, str], int] = {}

    def close(self, depth: int, end: int) -> None:
        """Close the units below ``depth`` at a view offset."""
        for index in self.stack[depth:]:
            self.units[index].end = end
        del self.stack[depth:]
        del self.styles[depth:]

    def close_statements(self, end: int) -> None:
        """Close, under an unnumbered heading, what is a statement and no heading itself."""
        for depth, index in enumerate(self.stack):
            unit = self.units[index]
            if unit.heading is None and unit.style not in _RANK:
                self.close(depth, end)
                return

    def add(
        self,
        marker: Marker,
        start: int,
        heading: str | None,
        before: int,
        introduces: bool = False,
    ) -> None:
        """Open a unit.

        ``before`` is the end of the text that stands before it; ``introduces`` that its line
        ends in a colon.
        """
        marker = self._read_letter(self._with_its_list(marker))
        self.close(self._depth(marker, heading is not None), before)
        parent = self.stack[-1] if self.stack else None
        if marker.family == "bullet":
            key = (parent, marker.number)
            self._bullets[key] = self._bullets.get(key, 0) + 1
            step = f"{marker.number}{self._bullets[key]}"
        else:
            step = marker.label
        path = step if parent is None else f"{self.units[parent].id}/{step}"
        again = self._ids[path] = self._ids.get(path, 0) + 1
        if again > 1:
            path = f"{path}~{again}"
        for style in self.styles:
            self._above.add((style, marker.style))
        self.stack.append(len(self.units))
        self.styles.append(marker.style)
        self.units.append(
            Unit(
                self._kind(marker, parent), marker.label, heading, start, start,
                parent, path, marker.style, marker.number, introduces,
            )
        )  # fmt: skip

    def _with_its_list(self, marker: Marker) -> Marker:
        """Give a letter that goes on in the alphabet the style of its list: "a.", "b.", "c-", "d)".

        "i)", "v)", "x)" behind another letter may count in Roman numerals.
        """
        if marker.family != "letter" or marker.number in ("i", "v", "x"):
            return marker
        if marker.style in self.styles:
            return marker
        for index in reversed(self.stack):
            unit = self.units[index]
            if unit.style.startswith("letter") and _follows(unit.number, marker.number):
                return marker._replace(style=unit.style)
        return marker

    def _read_letter(self, marker: Marker) -> Marker:
        """Tell i), v), x) of a roman list from the letters of an alphabetical one."""
        if marker.family != "letter" or marker.number not in ("i", "v", "x"):
            return marker
        open_styles = {self.units[k].style: self.units[k].number for k in self.stack}
        roman = marker.style.replace("letter", "roman")
        alphabetical = open_styles.get(marker.style, "")
        if roman in open_styles or (marker.number == "i" and alphabetical not in ("g", "h")):
            return marker._replace(style=roman)
        return marker

    def _kind(self, marker: Marker, parent: int | None) -> str:
        if marker.family in _KIND:
            return _KIND[marker.family]
        above = None if parent is None else self.units[parent].kind
        if above == "article" and marker.family in ("decimal", "multi"):
            return "clause"
        if above in ("article", "clause") and marker.family == "letter":
            return "point"
        return "item"

    def _depth(self, marker: Marker, headed: bool) -> int:
        """Return how many of the open units stay open around a new marker, headed or not."""
        styles = self.styles
        if marker.family in _RANK:
            rank = _RANK[marker.family]
            depth = len(styles)
            while depth:
                family = styles[depth - 1]
                if family in _RANK and _RANK[family] < rank:
                    break
                if family.startswith(("roman", "capital")) and rank == _RANK["article"]:
                    break
                depth -= 1
            return depth
        if marker.family == "multi":
            enclosing = marker.number.rsplit(".", 1)[0]
            for depth in range(len(styles), 0, -1):
                unit = self.units[self.stack[depth - 1]]
                if unit.number == enclosing and unit.style[:5] in ("multi", "decim", "roman"):
                    return depth
        if marker.style == "letter-digit":
            for depth in range(len(styles), 0, -1):
                if self.units[self.stack[depth - 1]].number == marker.number[:-1]:
                    return depth
        if marker.style in styles:
            return len(styles) - 1 - styles[::-1].index(marker.style)
        depth = len(styles)
        while depth:
            top = styles[depth - 1]
            unit = self.units[self.stack[depth - 1]]
            # What has enclosed the innermost list before, or never stands inside bullets,
            # encloses it now.
            encloses = (marker.style, top) in self._above
            above_bullets = (
                top.startswith("bullet")
                and marker.family in _ABOVE_BULLETS
                and not (unit.introduces and _is_first(marker))
            )
            # "I. VỀ THỂ CHẾ" behind the items of an opening paragraph, which head nothing
            above_items = headed and marker.family in _HEADING and unit.style.startswith(_ITEMS)
            if not (encloses or above_bullets or above_items):
                break
            depth -= 1
        return depth


def outline(lines: list[Line], roles: list[str]) -> list[Unit]:
    """Return the outline units of the body, in order.

    Parameters
    ----------
    lines : list of Line
    roles : list of str
        The role of each line; units open in ``body`` lines only, and end where the foot of the
        document or its closing begins.

    Returns
    -------
    list of Unit
        Offsets into the view.
    """
    builder = _Builder()
    before = 0
    previous: Line | None = None
    for i, line in enumerate(lines):
        role = roles[i]
        if role not in ("body", "caption", "salutation"):
            builder.close(0, before)
        elif role == "body":
            marker = line.marker
            if marker is not None and _is_item(marker, line, previous, builder):
                introduces = line.text.endswith(":")
                heading = _heading(lines, roles, i, marker)
                builder.add(marker, line.start, heading, before, introduces)
            elif marker is None and is_heading(line) and not _heads_unit(builder, line):
                builder.close_statements(before)
            if "(" in line.text:
                _add_inline(builder, line, marker)
        before, previous = line.end, line
    builder.close(0, before)
    return builder.units


def _follows(letter: str, following: str) -> bool:
    """Tell whether a letter comes next, in the Vietnamese alphabet or in the Latin one."""
    return any(f"{letter}{following}" in alphabet for alphabet in _ALPHABETS)


def _is_first(marker: Marker) -> bool:
    return number_of(marker.number) == 1


def is_heading(line: Line) -> bool:
    """Tell an unnumbered heading: a short line in bold or capitals that is no statement."""
    return (
        (line.bold or line.upper)
        and line.marker is None
        and len(line.text) < 200
        and line.text[-1] not in ".;,!"
        and sum(c.isalpha() for c in line.text) > 3
    )


def _heads_unit(builder: _Builder, line: Line) -> bool:
    """Tell whether a line is the heading of the unit whose marker stands on the line above."""
    return bool(builder.stack) and builder.units[builder.stack[-1]].heading == line.text


def _is_item(marker: Marker, line: Line, previous: Line | None, builder: _Builder) -> bool:
    """Tell an item from a number or a name that happens to stand at the start of a line."""
    rest = line.text[marker.end :].lstrip(" -–:.")
    if marker.family == "appendix":
        return line.upper or line.bold or len(line.text) < 60
    if marker.family in ("part", "section", "chapter", "subsection"):
        return not rest or rest[0].isupper() or line.bold
    if not rest and marker.family == "bullet":
        return False
    number = number_of(marker.number)
    if marker.family in ("decimal", "multi") and rest[:1].isdigit():
        # "12. 2025": a number goes on, unless the list has come to this number
        last = [builder.units[k] for k in builder.stack if builder.units[k].style == marker.style]
        after = number_of(last[-1].number) if last else 0
        return number == (after or 0) + 1
    unfinished = previous is not None and previous.text[-1] not in '.:;!?…”"/)' and not line.gap
    return not (rest[:1].islower() and unfinished and marker.family in ("roman", "capital"))


def _heading(lines: list[Line], roles: list[str], i: int, marker: Marker) -> str | None:
    """Return the heading of a unit: its first line, if that is no full statement."""
    line = lines[i]
    rest = line.text[marker.end :].strip()
    if not rest and i + 1 < len(lines) and roles[i + 1] == "body" and lines[i + 1].marker is None:
        rest = lines[i + 1].text if lines[i + 1].upper or lines[i + 1].bold else ""
    if rest and len(rest) <= 250 and (line.bold or line.upper or rest[-1] not in ".;!?…"):
        return rest
    return None


def _add_inline(builder: _Builder, line: Line, opening: Marker | None) -> None:
    """Open the units of a list inside a sentence: "gồm: (i) …; (ii) …"."""
    found: list[re.Match[str]] = []
    at = opening.end if opening else 0
    for match in compiled(_INLINE).finditer(line.text, at):
        before = line.text[max(0, match.start() - 14) : match.start()]
        value = number_of(match["n"])
        expected = len(found) + 1
        if value == expected and not compiled(_REFERENCE).search(before):
            found.append(match)
    if len(found) < 2:
        return
    for match in found:
        label = match["n"]
        kind = "1" if label.isdigit() else "i" if set(label) <= set("ivx") else "a"
        marker = Marker("paren", f"paren-{kind}", label, label, match.end() - match.start())
        start = line.start + match.start()
        end = start - 1 if line.text[match.start() - 1] == " " else start
        builder.add(marker, start, None, end)
