"""Automatic numbering of WordprocessingML (ECMA-376 part 1, 17.9).

Where the standard and Word differ, this follows Word, since its number is the one that the
author saw.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from vndirective.reading.docx_package import W
from vndirective.reading.docx_styles import (
    Styles,
    font_name,
    is_on,
    plain_symbols,
    symbol,
    value,
)

__all__ = ["Numbering", "format_number"]

_LEVELS = 9
_SUFFIXES = {"tab": "\t", "space": " ", "nothing": ""}
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_MAX_ROMAN = 3999
#: Word repeats the letter (z, aa, bb) up to thirty times.
_MAX_LETTER = 26 * 30

#: Formats that have a character for each number, and the first of them.
_ENCLOSED = {
    "decimalEnclosedCircle": 0x2460,
    "decimalEnclosedParen": 0x2474,
    "decimalEnclosedFullstop": 0x2488,
}
_MAX_ENCLOSED = 20
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_HUNDRED = 100
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 0
    format: str = "decimal"
    text: str = ""
    suffix: str = "\t"
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    font: str | None = None


@dataclass(slots=True)
class _List:
    """One ``w:num``; lists of one abstract definition count together."""

    levels: dict[int, _Level]
    starts: dict[int, int]
    counters: list[int | None]
    used: bool = False

    def start(self, level: int) -> int:
        if level in self.starts:
            return self.starts[level]
        return self.levels[level].start if level in self.levels else 0


class Numbering:
    """The counters of all lists of a document, advanced in reading order.

    Parameters
    ----------
    root : lxml element or None
        ``w:numbering``.
    styles : Styles
    """

    def __init__(self, root: Any | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str | None, Any] = {}
        self._nums: dict[str | None, Any] = {}
        if root is not None:
            self._abstracts = {
                a.get(W + "abstractNumId"): a for a in root.findall(W + "abstractNum")
            }
            self._nums = {n.get(W + "numId"): n for n in root.findall(W + "num")}
        self._counters: dict[str | None, list[int | None]] = {}
        self._list = cache(self._build)
        self._styled = cache(self._place_of_style)

    def label(self, properties: Any | None, style: str | None) -> tuple[str, str | None]:
        """Count a paragraph and return its number with what follows it (tab, space or nothing).

        Parameters
        ----------
        properties : lxml element or None
            ``w:pPr`` of the paragraph.
        style : str or None
            Its style.

        Returns
        -------
        label : str
            Empty for a paragraph without a number.
        font : str or None
            The font that the list gives it, if any.
        """
        num_id, level = self._place(properties, style)
        numbered = self._list(num_id)
        if numbered is None or level not in numbered.levels:
            return "", None
        _advance(numbered, level)
        text = _render(numbered, level)
        shown = numbered.levels[level]
        return (text + shown.suffix if text else ""), shown.font

    def _place(self, properties: Any | None, style: str | None) -> tuple[str | None, int]:
        own = None if properties is None else properties.find(W + "numPr")
        num_id, level = (None, None) if own is None else (value(own, "numId"), value(own, "ilvl"))
        if num_id is not None:
            return num_id, _integer(level, 0)
        num_id, styled_level = self._styled(style)
        return num_id, _integer(level, styled_level)

    def _place_of_style(self, style: str | None) -> tuple[str | None, int]:
        """Return the list of a style, and its level: a level may name the style it is for."""
        num_id = self._list_of_style(style)
        numbered = self._list(num_id)
        levels = {} if numbered is None else numbered.levels
        linked = {level.style: index for index, level in levels.items() if level.style}
        for ancestor in self._styles.chain(style):
            if ancestor.id in linked:
                return num_id, linked[ancestor.id]
            if ancestor.level is not None:
                return num_id, _integer(ancestor.level, 0)
        return num_id, 0

    def _list_of_style(self, style: str | None) -> str | None:
        return next((s.num_id for s in self._styles.chain(style) if s.num_id), None)

    def _build(self, num_id: str | None) -> _List | None:
        num = self._nums.get(num_id)
        abstract_id = None if num is None else value(num, "abstractNumId")
        abstract = self._abstracts.get(abstract_id)
        if num is None or abstract is None:
            return None
        linked = value(abstract, "numStyleLink")
        if linked is not None:
            target = self._nums.get(self._list_of_style(linked))
            target_id = None if target is None else value(target, "abstractNumId")
            if target_id in self._abstracts:
                abstract_id, abstract = target_id, self._abstracts[target_id]
        levels = {_index(lvl): _level(lvl) for lvl in abstract.findall(W + "lvl")}
        starts: dict[int, int] = {}
        for override in num.findall(W + "lvlOverride"):
            index = _index(override)
            replacement = override.find(W + "lvl")
            if replacement is not None:
                levels[index] = _level(replacement)
            start = value(override, "startOverride")
            if start is not None:
                starts[index] = _integer(start, 0)
        levels = {index: lvl for index, lvl in levels.items() if 0 <= index < _LEVELS}
        counters = self._counters.setdefault(abstract_id, [None] * _LEVELS)
        return _List(levels, starts, counters)


def _advance(numbered: _List, level: int) -> None:
    counters = numbered.counters
    if not numbered.used:
        numbered.used = True
        for index in numbered.starts:
            if 0 <= index < _LEVELS:
                counters[index] = None
    # Word takes a skipped level as begun: what follows it there is the second of its kind.
    for above in range(level):
        if counters[above] is None:
            counters[above] = numbered.start(above)
    count = counters[level]
    counters[level] = numbered.start(level) if count is None else count + 1
    for below in range(level + 1, _LEVELS):
        restart = numbered.levels[below].restart if below in numbered.levels else None
        if restart is None or level < restart:
            counters[below] = None


def _render(numbered: _List, level: int) -> str:
    current = numbered.levels[level]
    if current.format == "bullet":
        return current.text

    def number(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        count = numbered.counters[index]
        shown = numbered.levels.get(index)
        if index > level or count is None or shown is None:
            return ""
        plain = current.legal and shown.format not in ("bullet", "none")
        return format_number(count, "decimal" if plain else shown.format)

    return re.sub("%([1-9])", number, current.text)


def format_number(count: int, name: str) -> str:
    """Write a number in a format of Word; one that is not known here is written in decimals.

    Parameters
    ----------
    count : int
    name : str
        A value of ``w:numFmt``, or ``zeros:`` and how many digits there are at least.
    """
    if name in ("none", "bullet"):
        return ""
    if name == "decimalZero":
        return f"{count:02d}"
    if name.startswith("zeros:"):
        return str(count).zfill(int(name[6:]))
    if name in ("lowerRoman", "upperRoman") and 0 < count <= _MAX_ROMAN:
        roman = _roman(count)
        return roman.upper() if name == "upperRoman" else roman
    if name in ("lowerLetter", "upperLetter") and 0 < count <= _MAX_LETTER:
        turn, letter = divmod(count - 1, 26)
        return chr(ord("A" if name == "upperLetter" else "a") + letter) * (turn + 1)
    if name == "numberInDash":
        return f"- {count} -"
    if name in _ENCLOSED and 0 < count <= _MAX_ENCLOSED:
        return chr(_ENCLOSED[name] + count - 1)
    if name == "vietnameseCounting" and 0 < count < _HUNDRED:
        return _in_words(count)
    return str(count)


def _in_words(count: int) -> str:
    """Return a number below a hundred as Vietnamese says it."""
    tens, ones = divmod(count, 10)
    if not tens:
        return _DIGITS[ones]
    words = ["mười" if tens == 1 else f"{_DIGITS[tens]} mươi"]
    if ones:
        words.append({1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, _DIGITS[ones]))
    return " ".join(words)


def _roman(count: int) -> str:
    digits = []
    for worth, sign in _ROMAN:
        times, count = divmod(count, worth)
        digits.append(sign * times)
    return "".join(digits)


def _bullet(element: Any, text: str) -> str:
    """Return a list marker as it looks: a symbol font draws § as a square."""
    if text == "o":  # Word's second bullet: in Courier New the letter serves as a circle
        return "◦"
    font = font_name(element.find(f"{W}rPr/{W}rFonts")) or ""
    if font.lower().startswith(_SYMBOL_FONTS):
        return "".join(symbol(ord(char), unknown="•") for char in text)
    return plain_symbols(text, unknown="•")


def _level(element: Any) -> _Level:
    restart = value(element, "lvlRestart")
    style = _number_format(element)
    text = value(element, "lvlText") or ""
    return _Level(
        start=_integer(value(element, "start"), 0),
        format=style,
        text=_bullet(element, text) if style == "bullet" else text,
        suffix=_SUFFIXES.get(value(element, "suff") or "tab", "\t"),
        restart=None if restart is None else _integer(restart, 0),
        legal=bool(is_on(element, "isLgl")),
        style=value(element, "pStyle"),
        font=font_name(element.find(f"{W}rPr/{W}rFonts")),
    )


def _number_format(element: Any) -> str:
    found = next(element.iter(W + "numFmt"), None)  # Word may wrap it in alternatives
    if found is None:
        return "decimal"
    name = found.get(W + "val") or "decimal"
    sample = re.match(r"0+1\b", found.get(W + "format") or "")
    return f"zeros:{len(sample[0])}" if name == "custom" and sample else str(name)


def _index(element: Any) -> int:
    return _integer(element.get(W + "ilvl"), -1)


def _integer(text: str | None, default: int) -> int:
    """Read a number as Word does, which takes no notice of a malformed one."""
    return int(text) if text and re.fullmatch(r"[+-]?[0-9]{1,9}", text) else default
