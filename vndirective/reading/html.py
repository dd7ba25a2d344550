"""Pages of the web: the article without what stands around it, one block a line.

trafilatura tells where the article is; the lines are made here, because it loses the numbers of
lists and, on small pages, whole lists. Where it finds no article, the whole page counts but for
what its markup names as navigation and the like.
"""

from __future__ import annotations

import logging
import re
from collections import defaultdict, deque
from collections.abc import Iterable
from typing import Any

from vndirective.core.errors import InputError
from vndirective.reading.content import Content, TextBuilder
from vndirective.reading.docx_numbering import format_number
from vndirective.reading.encodings import decode
from vndirective.reading.limits import Limits, describe
from vndirective.reading.tables import Cell, Line, Piece, lay_out

__all__ = ["read_html"]

_BLOCKS = {
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot",
    "thead", "tr", "ul", "br",
}  # fmt: skip
#: What stands around the text of a page by its markup, and what nobody reads as text.
_AROUND = {"nav", "footer", "aside", "menu", "dialog"}
_SKIPPED = {
    "head", "script", "style", "noscript", "template", "button", "select", "svg", "iframe", "object",
    "video", "audio", "canvas", "textarea", "-comment", "del", "s", "strike",
}  # fmt: skip
_CELLS = ("td", "th")
_GROUPS = ("thead", "tbody", "tfoot")
_HEADING = re.compile(r"h[1-6]\Z")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_CHARSET_WITHIN = 4096
#: What pages in TCVN3 and VNI declare, as does a server that knows no better.
_SAYS_NOTHING = ("iso-8859-1", "latin-1", "latin1", "windows-1252", "us-ascii", "x-user-defined")
_LIST_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
#: An article is told by the beginnings of its lines: a line may be cut in two by markup.
_BEGINNING = 30
#: What is shorter may be a piece of the article: then all of the page is read.
_MIN_ARTICLE = 250
#: A line of links inside an article that trafilatura left out is no part of it.
_LINKS = 0.6
#: Tables deeper in one another than these are rows of the one around them: each costs a copy.
_DEEPEST = 20
#: More rows than a table has.
_TO_THE_END = 10**9


def read_html(data: bytes, path: str, limits: Limits, encoding: str | None = None) -> Content:
    """Read the article of a page.

    Rows of tables are lines, as `lay_out` makes them; items of lists get the number or the dash
    that a browser shows. What is left out stands apart.

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
    kept, left = _article(*_lines(html), html)
    out = TextBuilder(path, limits)
    table, table_start = 0, 0
    for number, line in enumerate(kept, 1):
        if len(out):
            out.add("\n", paragraph=number - 1)
        if line.table != table:
            if table:
                out.mark("table", table_start, before=1)
            table, table_start = line.table, len(out)
        start = len(out)
        for piece in line.parts:
            out.add(piece.text, paragraph=number, generated=piece.generated)
        if line.heading:
            out.mark("heading", start)
    if table:
        out.mark("table", table_start)
    return out.content([], encoding=name, apart=_apart(left, path, limits))


def _apart(left: list[Line], path: str, limits: Limits) -> Iterable[str]:
    """Return what the lines that are left out say, within the limit that holds for the text."""
    apart: dict[str, None] = {}
    # cells over many rows say their text in each of them
    out = TextBuilder(path, limits)
    for line in left:
        for piece in line.parts:
            out.add(piece.text)
        apart[line.shown.strip()] = None
    return apart


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


def _lines(html: str) -> tuple[list[Line], list[Line]]:
    """Return the lines of a page, and those that its markup says to stand around it."""
    from selectolax.lexbor import LexborHTMLParser

    parser = LexborHTMLParser(html)
    page = _Page()
    lines = [] if parser.root is None else page.lines(parser.root)
    around: list[Line] = []
    todo = deque(page.around)
    while todo:
        page = _Page()
        around += page.lines(todo.popleft())
        todo.extend(page.around)
    return lines, around


class _Page:
    """Walks a page, or a part of it, and collects its lines."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._line = Line()
        #: The nodes that stand around the text.
        self.around: list[Any] = []
        #: A block began or ended: what text comes next stands on a line of its own.
        self._pending = False
        self._table = 0  # number of the outermost one
        self._row = 0  # number of the last one
        self._depth = 0  # of tables
        #: The rows of each open table, and whether a cell of it is open.
        self._tables: list[list[list[Cell]]] = []
        self._open: list[bool] = []
        #: The number of rows before the open group of rows of each open table.
        self._group_starts: list[int] = []
        self._links = 0
        self._headings = 0
        #: Format and last number of each open list; None for bullets.
        self._lists: list[tuple[str, int] | None] = []

    def lines(self, top: Any) -> list[Line]:
        """Return the lines of a node."""
        # Without recursion: pages nest deeper than Python calls.
        todo: list[tuple[Any, bool]] = [(top, False)]
        while todo:
            node, leaving = todo.pop()
            tag = node.tag
            if leaving:
                self._leave(tag)
            elif tag == "-text":
                self._add(node.text_content or "")
            elif tag in _SKIPPED or _is_hidden(node):
                continue
            elif tag in _AROUND and node is not top:
                self.around.append(node)
            else:
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
            if self._line.text.strip():
                self._break()
            self._pending = False
        parts = self._line.parts
        if text.startswith(" ") and (not parts or parts[-1].text[-1] == " "):
            text = text[1:]
        if text:
            parts.append(Piece(text))
            self._line.linked += len(text) if self._links else 0
            self._line.heading = self._headings > 0

    def _enter(self, node: Any, tag: str) -> None:
        if tag in _CELLS and self._tables and self._tables[-1]:
            self._break()
            spans = (_integer(node.attributes.get(name), 1) for name in ("colspan", "rowspan"))
            columns, rows = spans
            self._tables[-1][-1].append(Cell(columns=columns, rows=rows or _TO_THE_END))
            self._open[-1] = True
            self._pending = False
        elif tag == "a":
            self._links += 1
        elif tag in _BLOCKS:
            self._pending = True
            self._headings += _HEADING.match(tag) is not None
            if tag == "table":
                self._break()
                self._depth += 1
                if self._depth <= _DEEPEST:
                    self._begin_table()
            elif tag == "tr" and self._tables:
                self._break()
                self._tables[-1].append([])
            elif tag in _GROUPS and self._tables and self._depth <= _DEEPEST:
                self._group_starts[-1] = len(self._tables[-1])
            elif tag in ("ol", "ul"):
                self._lists.append(_list_of(node) if tag == "ol" else None)
            elif tag == "li":
                if self._line.text.strip():
                    self._break()
                self._line.parts.append(Piece(self._item(node), generated=True))

    def _leave(self, tag: str) -> None:
        if tag == "a":
            self._links -= 1
        elif tag in _CELLS and self._open:
            self._break()
            self._open[-1] = False
        elif tag in _BLOCKS:
            self._pending = True
            self._headings -= _HEADING.match(tag) is not None
            if tag == "table":
                self._break()
                self._depth -= 1
                if self._depth < _DEEPEST:
                    self._end_table()
            elif tag == "tr":
                self._break()
            elif tag in _GROUPS and self._tables and self._depth <= _DEEPEST:
                self._break()
                self._end_group()
            elif tag in ("ol", "ul"):
                self._lists.pop()

    def _begin_table(self) -> None:
        self._table += not self._tables
        if self._open and self._open[-1]:
            self._tables[-1][-1][-1].nests = True
        self._tables.append([])
        self._open.append(False)
        self._group_starts.append(0)

    def _end_group(self) -> None:
        """Let no cell reach over the end of a group of rows, as browsers do."""
        rows = self._tables[-1]
        for number in range(self._group_starts[-1], len(rows)):
            for cell in rows[number]:
                cell.rows = min(cell.rows, len(rows) - number)

    def _end_table(self) -> None:
        self._open.pop()
        self._group_starts.pop()
        for lines in lay_out(self._tables.pop()):
            self._row += 1
            for line in lines:
                if line.text.strip():
                    line.row = line.row or self._row
                    self._put(line)

    def _item(self, node: Any) -> str:
        kind = self._lists[-1] if self._lists else None
        if kind is None:
            return "- "
        number = _integer(node.attributes.get("value"), kind[1] + 1)
        self._lists[-1] = (kind[0], number)
        return f"{format_number(number, kind[0])}. "

    def _break(self) -> None:
        if self._line.text.strip():
            _trim(self._line)
            self._put(self._line)
        self._line = Line()

    def _put(self, line: Line) -> None:
        """Give a line to the cell that is open, else to the page."""
        if self._open and self._open[-1]:
            self._tables[-1][-1][-1].lines.append(line)
        elif self._tables and line.row == 0:  # a caption
            self._tables[-1].append([Cell([line])])
        else:
            line.table = self._table if line.row else 0
            self._lines.append(line)


def _trim(line: Line) -> None:
    """Drop the blanks at the end."""
    while line.parts and not line.parts[-1].generated:
        text = line.parts.pop().text.rstrip(" ")
        if text:
            line.parts.append(Piece(text))
            return


def _article(lines: list[Line], around: list[Line], html: str) -> tuple[list[Line], list[Line]]:
    """Cut a page down to its article, if one is found; return that, and what is left out."""
    found = _find_article(html)
    if not found:
        return lines, around
    # a row may be several lines here and is one for trafilatura
    texts: defaultdict[int, list[str]] = defaultdict(list)
    for line in lines:
        if line.row:
            texts[line.row].append(line.text)
    rows = {row for row, said in texts.items() if _squeezed("".join(said)) in found}
    named = [line.row in rows or _squeezed(line.text)[:_BEGINNING] in found for line in lines]
    if not any(named):
        return lines, around
    first, last = named.index(True), len(named) - named[::-1].index(True)
    # The headline may stand a few lines of date and author above the article.
    first = next((i for i in range(max(0, first - 6), first) if lines[i].heading), first)
    kept: list[Line] = []
    left: list[Line] = []
    for i, line in enumerate(lines):
        plain = line.heading or line.linked < _LINKS * len(line.text)
        inside = named[i] or (first <= i < last and plain)
        (kept if inside else left).append(line)
    return kept, left + around


def _find_article(html: str) -> set[str]:
    """Return how the lines of the article begin, as trafilatura sees it, and its rows of tables."""
    import trafilatura

    # Else Python prints what it logs about pages that it cannot read.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    text = trafilatura.extract(
        html, include_comments=False, include_tables=True, favor_recall=True, fast=True
    )
    if text is None or len(text) < _MIN_ARTICLE:
        return set()
    lines = text.splitlines()
    begun = {_squeezed(line)[:_BEGINNING] for line in lines}
    return begun.union(_squeezed(line) for line in lines if line.startswith("|")) - {""}


def _squeezed(text: str) -> str:
    return re.sub(r"[\s|•-]+", "", text)


def _is_hidden(node: Any) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


def _list_of(node: Any) -> tuple[str, int]:
    attributes = node.attributes
    kind = _LIST_FORMATS.get(attributes.get("type") or "", "decimal")
    return kind, _integer(attributes.get("start"), 1) - 1


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,9}", text.strip()) else default
