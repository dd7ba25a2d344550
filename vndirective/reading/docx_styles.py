"""Styles of WordprocessingML (ECMA-376 part 1, 17.7), and the characters of symbol fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vndirective.reading.docx_package import W

__all__ = ["Style", "Styles", "font_name", "is_on", "plain_symbols", "symbol", "value"]

#: Word refuses longer chains of basedOn; a bound also ends a circle.
_MAX_BASED_ON = 64

#: Characters of the fonts Symbol and Wingdings that serve as list markers, at the private
#: code points where Word keeps them. The rest of Wingdings is ornament.
_SYMBOLS = {
    0xF02A: "*",
    0xF02B: "+",
    0xF02D: "-",
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF06E: "■",
    0xF071: "❑",
    0xF076: "❖",
    0xF0A8: "□",
    0xF0D8: "➢",
    0xF0E0: "→",
    0xF0FC: "✓",
    0xF0FE: "☑",
}
#: Level 9 is that of body text.
_OUTLINE_LEVELS = frozenset("012345678")
_HEADING_NAME = re.compile(r"(?:heading [1-9]|title)\Z", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"toc [1-9]\Z", re.IGNORECASE)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_PRIVATE_BASE = 0xF000


def plain_symbols(text: str, unknown: str | None = None) -> str:
    """Replace the private code points of symbol fonts by the characters they look like.

    Parameters
    ----------
    text : str
    unknown : str, optional
        Stands for private code points that the table lacks; by default they stay.
    """
    text = text.translate(_SYMBOLS)
    return text if unknown is None else _PRIVATE.sub(unknown, text)


def symbol(code: int, unknown: str) -> str:
    """Return what a character of a symbol font looks like, by its code in the font."""
    private = code if code >= _PRIVATE_BASE else code + _PRIVATE_BASE
    return _SYMBOLS.get(private, unknown)


def value(element: Any, child: str) -> str | None:
    """Return ``w:val`` of a child element, or None where child or attribute is missing."""
    found = element.find(W + child)
    return None if found is None else found.get(W + "val")


def is_on(element: Any, child: str) -> bool | None:
    """Return the state of an on/off property, or None where it is not given."""
    found = element.find(W + child)
    return None if found is None else found.get(W + "val", "true") not in ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Style:
    """What one style itself says; None where it is silent."""

    id: str
    based_on: str | None
    num_id: str | None
    level: str | None
    hidden: bool | None
    font: str | None
    heading: bool | None
    contents: bool = False  #: of entries of a table of contents


class Styles:
    """The styles part, with inheritance.

    Parameters
    ----------
    root : lxml element or None
        ``w:styles``.
    """

    def __init__(self, root: Any | None) -> None:
        self._styles: dict[str, Style] = {}
        #: Id of the style of paragraphs that name none.
        self.default: str | None = None
        self._default_font: str | None = None
        if root is None:
            return
        self._default_font = font_name(root.find(f"{W}docDefaults//{W}rFonts"))
        for element in root.findall(W + "style"):
            style = _style(element)
            self._styles[style.id] = style
            is_default = element.get(W + "default") in ("1", "true", "on")
            if is_default and element.get(W + "type") == "paragraph":
                self.default = style.id

    def chain(self, style_id: str | None) -> Iterator[Style]:
        """Yield a style and those it is based on, nearest first."""
        for _ in range(_MAX_BASED_ON):
            style = None if style_id is None else self._styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = style.based_on

    def font_of_run(self, properties: Any | None, paragraph_style: str | None) -> str | None:
        """Return the Latin font of a run: its own, or that of its styles, or the default."""
        own = None if properties is None else font_name(properties.find(W + "rFonts"))
        if own:
            return own
        styles = self._styles_of_run(properties, paragraph_style)
        return next((style.font for style in styles if style.font), self._default_font)

    def is_heading(self, properties: Any | None, style: str | None) -> bool:
        """Tell whether a paragraph is a heading, by its level in the outline or its style."""
        own = None if properties is None else value(properties, "outlineLvl")
        if own is not None:
            return own in _OUTLINE_LEVELS
        return next((s.heading for s in self.chain(style) if s.heading is not None), False)

    def is_contents(self, style: str | None) -> bool:
        """Tell whether a style is that of the entries of a table of contents."""
        own = None if style is None else self._styles.get(style)
        return own is not None and own.contents

    def hides_run(self, properties: Any | None, paragraph_style: str | None) -> bool:
        """Tell whether a run is hidden text."""
        own = None if properties is None else is_on(properties, "vanish")
        if own is not None:
            return own
        styles = self._styles_of_run(properties, paragraph_style)
        return next((style.hidden for style in styles if style.hidden is not None), False)

    def _styles_of_run(
        self, properties: Any | None, paragraph_style: str | None
    ) -> Iterator[Style]:
        if properties is not None:
            yield from self.chain(value(properties, "rStyle"))
        yield from self.chain(paragraph_style)


def font_name(fonts: Any | None) -> str | None:
    """Return the Latin font that ``w:rFonts`` names, if any."""
    return None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi")


def _style(element: Any) -> Style:
    level = element.find(f"{W}pPr/{W}outlineLvl")
    heading = None if level is None else level.get(W + "val") in _OUTLINE_LEVELS
    if heading is None and _HEADING_NAME.match(value(element, "name") or ""):
        heading = True
    numbering = element.find(f"{W}pPr/{W}numPr")
    run = element.find(W + "rPr")
    return Style(
        id=element.get(W + "styleId", ""),
        based_on=value(element, "basedOn"),
        num_id=None if numbering is None else value(numbering, "numId"),
        level=None if numbering is None else value(numbering, "ilvl"),
        hidden=None if run is None else is_on(run, "vanish"),
        font=None if run is None else font_name(run.find(W + "rFonts")),
        heading=heading,
        contents=_CONTENTS_NAME.match(value(element, "name") or "") is not None,
    )
