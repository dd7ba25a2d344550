"""Pages of the web: the article without what stands around it, one block a line.

trafilatura tells where the article is; the lines are made here, because it loses the numbers of
lists and, on small pages, whole lists. Where it finds no article, the whole page counts but for
what its markup names as navigation and the like.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field
from typing import Any

from vndirective.core.errors import InputError
from vndirective.reading.content import Content, TextBuilder
from vndirective.reading.docx_numbering import format_number
from vndirective.reading.encodings import decode
from vndirective.reading.limits import Limits, describe

__all__ = ["read_html"]

_BLOCKS = {
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "tfoot", "thead", "tr", "ul", "br",
}  # fmt: skip
_SKIPPED = {
    "head", "script", "style", "noscript", "template", "nav", "footer", "aside", "button",
    "select", "svg", "iframe", "object", "video", "audio", "canvas", "menu", "dialog", "textarea",
    "-comment",
}  # fmt: skip
_CELLS = ("td", "th")
_HEADING = re.compile(r"h[1-6]\Z")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_CHARSET_WITHIN = 4096
#: What pages in TCVN3 and VNI declare, as does a server that knows no better.
_SAYS_NOTHING = ("iso-8859-1", "latin-1", "latin1", "windows-1252", "us-ascii", "x-user-defined")
_LIST_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_SEPARATOR = (" | ", True)
#: An article is told by the beginnings of its lines: a line may be cut in two by markup.
_BEGINNING = 30
#: What is shorter may be a piece of the article: then all of the page is read.
_MIN_ARTICLE = 250
#: A line of links inside an article that trafilatura left out is no part of it.
_LINKS = 0.6


@dataclass(slots=True)
class _Line:
    """One line under way."""

    parts: list[tuple[str, bool]] = field(default_factory=list)  # text, generated
    linked: int = 0
    heading: bool = False
    table: int = 0

    @property
    def text(self) -> str:
        return "".join(text for text, generated in self.parts if not generated)

    def key(self) -> str:
        return _key(self.text)

    def trim(self) -> None:
        """Drop the blanks at the end."""
        while self.parts and not self.parts[-1][1]:
            text = self.parts.pop()[0].rstrip(" ")
            if text:
                self.parts.append((text, False))
                return


def read_html(data: bytes, path: str, limits: Limits, encoding: str | None = None) -> Content:
    """Read the article of a page.

    Rows of tables are lines with `` | `` between the cells; items of lists get the number or
    the dash that a browser shows.

    Raises
    ------
    ArgumentError, InputError
        As :func:`~vndirective.reading.encodings.decode`; ``unsupported`` for another format
        under the name of a page.
    """
    if kind := describe(data):
        raise InputError(
            path, f"this is {kind}, not a page of the web", "rename or convert it", "unsupported"
        )
    html, name = _decode(data, path, encoding)
    html = html.removeprefix("\ufeff")  # else it opens the body, and the head counts as text
    lines = _Page().lines(html)
    out = TextBuilder(path, limits.max_chars)
    table, table_start = 0, 0
    for number, line in enumerate(_article(lines, html), 1):
        if len(out):
            out.add("\n", paragraph=number - 1)
        if line.table != table:
            if table:
                out.mark("table", table_start, before=1)
            table, table_start = line.table, len(out)
        start = len(out)
        for text, generated in line.parts:
            out.add(text, paragraph=number, generated=generated)
        if line.heading:
            out.mark("heading", start)
    if table:
        out.mark("table", table_start)
    return out.content([], encoding=name)


def _decode(data: bytes, path: str, encoding: str | None) -> tuple[str, str]:
    declared = _CHARSET.search(data[:_CHARSET_WITHIN])
    if encoding is None and declared:
        name = declared[1].decode("ascii").lower()
        # What is read as ASCII up to here is not in UTF-16, whatever it says.
        if name not in _SAYS_NOTHING and not name.startswith("utf-16"):
            try:
                return data.decode(name), name
            except (LookupError, UnicodeError):  # it declares what it is not
                pass
    return decode(data, path, encoding)


class _Page:
    """Walks a page and collects its lines."""

    def __init__(self) -> None:
        self._lines: list[_Line] = []
        self._line = _Line()
        #: A block began or ended: what text comes next stands on a line of its own.
        self._pending = False
        self._depth = 0  # of tables
        self._table = 0  # number of the outermost one
        self._cells: list[int] = []  # met so far in each open row
        self._links = 0
        self._headings = 0
        #: Format and last number of each open list; None for bullets.
        self._lists: list[tuple[str, int] | None] = []

    def lines(self, html: str) -> list[_Line]:
        from selectolax.lexbor import LexborHTMLParser

        root = LexborHTMLParser(html).root
        # Without recursion: pages nest deeper than Python calls.
        todo: list[tuple[Any, bool]] = [] if root is None else [(root, False)]
        while todo:
            node, leaving = todo.pop()
            tag = node.tag
            if leaving:
                self._leave(tag)
            elif tag == "-text":
                self._add(node.text_content or "")
            elif tag not in _SKIPPED and not _is_hidden(node):
                self._enter(node, tag)
                todo.append((node, True))
                children = []
                child = node.child
                while child is not None:
                    children.append((child, False))
                    child = child.next
                todo.extend(reversed(children))
        self._break()
        return self._lines

    def _add(self, text: str) -> None:
        text = _SPACES.sub(" ", text)
        if self._pending and text != " ":
            if self._line.text.strip() and self._line.parts[-1] != _SEPARATOR:
                self._break()
            self._pending = False
        parts = self._line.parts
        if text.startswith(" ") and (not parts or parts[-1][0][-1] == " "):
            text = text[1:]
        if text:
            parts.append((text, False))
            self._line.linked += len(text) if self._links else 0
            self._line.heading = self._headings > 0
            self._line.table = self._table if self._depth else 0

    def _enter(self, node: Any, tag: str) -> None:
        if tag in _CELLS and self._cells:
            if self._cells[-1]:
                self._line.trim()
                self._line.parts.append(_SEPARATOR)
            self._cells[-1] += 1
            self._pending = False
        elif tag == "a":
            self._links += 1
        elif tag in _BLOCKS:
            self._pending = True
            self._headings += _HEADING.match(tag) is not None
            if tag == "table":
                self._break()
                self._table += not self._depth
                self._depth += 1
            elif tag == "tr":
                self._break()
                self._cells.append(0)
            elif tag in ("ol", "ul"):
                self._lists.append(_list_of(node) if tag == "ol" else None)
            elif tag == "li":
                if self._line.text.strip():
                    self._break()
                self._line.parts.append((self._item(node), True))

    def _leave(self, tag: str) -> None:
        if tag == "a":
            self._links -= 1
        elif tag in _BLOCKS:
            self._pending = True
            self._headings -= _HEADING.match(tag) is not None
            if tag == "table":
                self._break()
                self._depth -= 1
            elif tag == "tr":
                self._break()
                self._cells.pop()
            elif tag in ("ol", "ul"):
                self._lists.pop()

    def _item(self, node: Any) -> str:
        kind = self._lists[-1] if self._lists else None
        if kind is None:
            return "- "
        number = _integer(node.attributes.get("value"), kind[1] + 1)
        self._lists[-1] = (kind[0], number)
        return f"{format_number(number, kind[0])}. "

    def _break(self) -> None:
        if self._line.text.strip():
            self._line.trim()
            self._lines.append(self._line)
        self._line = _Line()


def _article(lines: list[_Line], html: str) -> list[_Line]:
    """Cut a page down to its article, if one is found."""
    found = _find_article(html)
    if not found:
        return lines
    inside = [i for i, line in enumerate(lines) if line.key() in found]
    if not inside:
        return lines
    first, last = inside[0], inside[-1]
    # The headline may stand a few lines of date and author above the article.
    above = [i for i in range(max(0, first - 6), first) if lines[i].heading]
    first = above[0] if above else first
    kept = lines[first : last + 1]
    return [
        line
        for line in kept
        if line.key() in found or line.heading or line.linked < _LINKS * len(line.text)
    ]


def _find_article(html: str) -> set[str]:
    """Return how the lines of the article begin, as trafilatura sees it."""
    import trafilatura

    # Else Python prints what it logs about pages that it cannot read.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    text = trafilatura.extract(
        html, include_comments=False, include_tables=True, favor_recall=True, fast=True
    )
    if text is None or len(text) < _MIN_ARTICLE:
        return set()
    return {_key(line) for line in text.splitlines()} - {""}


def _key(text: str) -> str:
    return re.sub(r"[\s|]+", "", text).lstrip("-•")[:_BEGINNING]


def _is_hidden(node: Any) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


def _list_of(node: Any) -> tuple[str, int]:
    attributes = node.attributes
    kind = _LIST_FORMATS.get(attributes.get("type") or "", "decimal")
    return kind, _integer(attributes.get("start"), 1) - 1


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,9}", text.strip()) else default
