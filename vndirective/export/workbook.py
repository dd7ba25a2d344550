"""A workbook in the making: typed cells, tables with filters, texts that fit."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from vndirective.core.orthography import fold
from vndirective.core.patterns import any_of
from vndirective.core.records import AnalysisWarning
from vndirective.core.resources import lexicon
from vndirective.export.files import write_whole
from vndirective.export.labels import UNNAMED_SHEET, printable

__all__ = ["CELL_LIMIT", "Book", "Column", "same_workbook", "sheet_names"]

#: The most that Excel keeps in one cell, in UTF-16 units.
CELL_LIMIT = 32_767

_CUT = "… [cắt]"
#: The part that notes when a workbook was made.
_MADE = "docProps/core.xml"
_HEADER_FILL = "#1f4e79"
_NAME_LIMIT = 31
#: Excel keeps this name of a sheet for itself.
_RESERVED = "history"
_FORBIDDEN = str.maketrans(dict.fromkeys("/\\", "-") | {":": " -"} | dict.fromkeys("[]?*", ""))


class Column(NamedTuple):
    """A column of a table; the hint is a comment on its title."""

    title: str
    width: float
    value: Callable[[Any], Any]
    hint: str | None = None


class Book:
    """A workbook in memory; collects a warning for every text that had to be cut."""

    def __init__(self) -> None:
        self._buffer = io.BytesIO()
        self.workbook = xlsxwriter.Workbook(
            self._buffer,
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        base = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#bfbfbf"}
        add = self.workbook.add_format
        self.header = add(
            base
            | {"bold": True, "font_color": "white", "bg_color": _HEADER_FILL, "align": "center"}
        )
        self.text = add(base)
        self.inferred = add(base | {"italic": True})
        self.review = add(base | {"bg_color": "#fff2cc"})
        self.gap = add(base | {"bold": True, "bg_color": "#f8cbad"})
        self.score = add(base | {"num_format": "0.00", "align": "center"})
        self.quoting = add(base | {"font_color": "#7f7f7f", "italic": True, "align": "center"})
        self.day = add(base | {"num_format": "dd/mm/yyyy", "align": "center"})
        self.moment = add(base | {"num_format": "hh:mm dd/mm/yyyy", "align": "center"})
        self.new = add(base | {"bg_color": "#e2efda"})
        gone = base | {"font_color": "#7f7f7f", "font_strikeout": True}
        self.gone = add(gone)
        self.gone_day = add(gone | {"num_format": "dd/mm/yyyy", "align": "center"})
        self.gone_moment = add(gone | {"num_format": "hh:mm dd/mm/yyyy", "align": "center"})
        self.overdue = add({"font_color": "#c00000", "bold": True})
        self.warnings: list[AnalysisWarning] = []

    def write(self, sheet: Any, row: int, column: int, value: Any, style: Any = None) -> None:
        """Write one cell with the type of the value; dates as dates, nothing as a formula."""
        if value is None or value == "":
            sheet.write_blank(row, column, None, style or self.text)
        elif isinstance(value, str):
            sheet.write_string(
                row, column, self._fit(sheet, row, column, value), style or self.text
            )
        elif isinstance(value, (date, datetime)):
            clock = isinstance(value, datetime)
            sheet.write_datetime(row, column, value, style or (self.moment if clock else self.day))
        elif isinstance(value, float):
            sheet.write_number(row, column, value, style or self.score)
        else:
            sheet.write_number(row, column, value, style or self.text)

    def table(
        self,
        name: str,
        columns: Sequence[Column],
        rows: Sequence[Any],
        style: Callable[[Column, Any], Any] | None = None,
    ) -> Any:
        """Write a sheet: header row, one row per item, filter, frozen header, page set-up.

        ``style`` gives the format of a cell, or None for the one that its value asks for.
        """
        sheet = self.sheet(name)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            self.write(sheet, 0, place, column.title, self.header)
            if column.hint:
                sheet.write_comment(0, place, column.hint, {"x_scale": 2})
            for number, row in enumerate(rows, 1):
                self.write(
                    sheet, number, place, column.value(row), style(column, row) if style else None
                )
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        sheet.repeat_rows(0)
        return sheet

    def sheet(self, name: str) -> Any:
        """Add an empty sheet, set up for printing on A4 across."""
        sheet = self.workbook.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        return sheet

    def formula(self, sheet: Any, row: int, column: int, text: str, shown: Any, style: Any) -> None:
        """Write a formula of people, with what it showed last until it is computed again."""
        last = shown if isinstance(shown, str | int | float) else ""
        sheet.write_formula(row, column, text, style, last)

    def made(self) -> bytes:
        """Close the workbook and return it."""
        self.workbook.close()
        return self._buffer.getvalue()

    def save(self, path: str | Path) -> tuple[AnalysisWarning, ...]:
        """Write the workbook, whole or not at all."""
        write_whole(path, self.made())
        return tuple(self.warnings)

    def _fit(self, sheet: Any, row: int, column: int, text: str) -> str:
        text = printable(text)
        units = text.encode("utf-16-le")
        if len(units) <= 2 * CELL_LIMIT:
            return text
        cell = f"{sheet.get_name()}!{xl_rowcol_to_cell(row, column)}"
        self.warnings.append(
            AnalysisWarning(
                "cell_cut",
                f"{cell}: {len(units) // 2} characters, cut to the {CELL_LIMIT} that Excel keeps "
                "in a cell; the whole text is in the JSON output",
            )
        )
        return units[: 2 * (CELL_LIMIT - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def same_workbook(old: bytes, new: bytes) -> bool:
    """Return whether two files hold the same workbook, but for when it was made."""
    try:
        return _parts(old) == _parts(new)
    except zipfile.BadZipFile:
        return False


def _parts(package: bytes) -> dict[str, tuple[int, int]]:
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        sums = {part.filename: (part.CRC, part.file_size) for part in parts.infolist()}
    return {name: found for name, found in sums.items() if name != _MADE}


def sheet_names(wanted: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """Turn names into names of sheets that Excel takes: short, clean, no two alike.

    Parameters
    ----------
    wanted : iterable of str
    taken : iterable of str
        Names that other sheets have.

    Returns
    -------
    list of str
        One for each wanted name, in the same order. What is too long is first written as offices
        do (*UBND*), then cut; what is there already gets a number.

    Examples
    --------
    >>> sheet_names(["Sở A/B", "sở a-b", ""])
    ['Sở A-B', 'sở a-b (2)', 'Trang']
    """
    used = {_RESERVED, *(_key(name) for name in taken)}
    names = []
    for name in wanted:
        clean = _cleaned(name)
        found, number = _cut(clean, ""), 1
        while _key(found) in used:
            number += 1
            found = _cut(clean, f" ({number})")
        used.add(_key(found))
        names.append(found)
    return names


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _cleaned(name: str) -> str:
    name = unicodedata.normalize("NFC", " ".join(printable(name).translate(_FORBIDDEN).split()))
    pattern, short = _short_names()
    while _units(name) > _NAME_LIMIT:
        # What stands in small letters is no name: "thành ủy" is not "TU".
        named = (m for m in pattern.finditer(fold(name)) if name[m.start()].isupper())
        found = next(named, None)
        if found is None:
            break
        name = name[: found.start()] + short[found[0]] + name[found.end() :]
    return name


@cache
def _short_names() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return how offices write long names of bodies and sectors, and a pattern for these."""
    data = lexicon("organizations")
    short = {fold(long): abbreviation for abbreviation, long in data["abbreviations"].items()}
    for sector in data["sectors"]:
        words = re.findall(r"\w+|&", sector)
        initials = "".join("&" if word in ("và", "&") else word[0].upper() for word in words)
        if "&" in initials and initials in data["sectors"]:
            short[fold(sector)] = initials
    # "UBND thành phố" reads better than "UBNDTP"
    short = {x: s for x, s in short.items() if not any(x.startswith(f"{y} ") for y in short)}
    return re.compile(rf"(?<!\w){any_of(short)}(?!\w)"), short


def _cut(name: str, tail: str) -> str:
    # Excel counts UTF-16 units, and allows no apostrophe at either end.
    room = _NAME_LIMIT - _units(tail)
    while _units(name) > room:
        name = f"{name.removesuffix('…')[:-1].rstrip()}…"
    return (name.strip("' ") or UNNAMED_SHEET) + tail


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
