"""What the frame says: kind, number, date, issuer, title, signers, recipients, author, unit."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from vndirective.core.markers import parse_marker
from vndirective.core.orthography import fold
from vndirective.core.patterns import DOC_NUMBER, any_of, compiled, iso_date, tidy_number
from vndirective.core.records import Frame, Span
from vndirective.core.resources import lexicon
from vndirective.core.view import View
from vndirective.segment.days import (
    PLACE,
    TOP_LINES,
    read_below,
    read_dateline,
    read_published,
)
from vndirective.segment.frame import HEAD_LINES
from vndirective.segment.kinds import is_report, kind_of_headline, kind_without_head
from vndirective.segment.lines import Line
from vndirective.segment.marks import (
    WIRES,
    bare_text,
    day_alone,
    goes_on_about,
    is_motto,
    is_place_and_date,
    kind_names,
    kind_of_symbol,
    misspelled_kind,
    says_about,
)
from vndirective.segment.papers import read_paper_head
from vndirective.segment.people import names_somebody, names_speaker, read_author, read_signers
from vndirective.segment.press import DATED, is_rubric, stamp

__all__ = ["frame_of"]

_CELL = re.compile(r"\s*\|\s*")
# "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2024 …)"
_ENCLOSED = rf"\((?i:(?:ban\s+hành\s+)?kèm\s+theo)\b[^)]*?(?P<number>{DOC_NUMBER}),?\s+{DATED}"
#: Within how many lines an annex has its title.
_TITLE_LINES = 3
_BLANK_DATE = r"ngày\s[\s.…]*tháng"


class _Cell(NamedTuple):
    """One cell of a line of the head: two columns stand side by side."""

    start: int
    end: int
    text: str
    line: Line


def _cells(lines: list[Line]) -> list[_Cell]:
    cells = []
    for line in lines:
        at = 0
        for match in _CELL.finditer(line.text):
            if match.start() > at:
                cells.append(
                    _Cell(
                        line.start + at,
                        line.start + match.start(),
                        line.text[at : match.start()],
                        line,
                    )
                )
            at = match.end()
        if at < len(line.text):
            cells.append(_Cell(line.start + at, line.end, line.text[at:], line))
    return cells


def frame_of(view: View, lines: list[Line], roles: list[str], news: bool) -> Frame:
    """Read the fields of the frame.

    Parameters
    ----------
    view : View
    lines : list of Line
    roles : list of str
        As `frame.roles_of` gives them.
    news : bool
        As `is_news` says.

    Returns
    -------
    Frame
        Absent parts are None; every value that was read has its span in ``fields``.
    """
    found: dict[str, tuple[str, int, int]] = {}
    head = _cells([line for line, role in zip(lines, roles, strict=True) if role == "header"])
    kind = _read_head(head, found) or kind_of_headline(lines)
    if kind is None:
        kind = "news" if news else kind_without_head(lines, roles)
    if not is_report(kind) and "number" not in found:
        _read_reproduction(lines, roles, kind, found)
    if "number" in found and "issued_on" not in found:
        _of_what_encloses(lines, found)
    if "title" not in found:
        _title_without_head(lines, roles, kind, found)
    if "issuer" not in found and kind == "telegram":
        _telegram_issuer(lines, roles, found)
    if is_report(kind):
        if kind != "news":
            read_paper_head(lines, roles, kind, found)
        read_author(lines, roles, kind, found)
        if "issued_on" not in found:
            read_dateline(lines, roles, found)
        if "issued_on" not in found:
            read_published(lines, roles, found)
    if "issued_on" not in found and "place" not in found:
        # a place without a day is that of a draft
        read_below(lines, roles, found)
    spans = tuple((name, view.span(a, b)) for name, (_, a, b) in found.items())
    value = {name: text for name, (text, _, _) in found.items()}
    return Frame(
        kind=kind,
        number=value.get("number"),
        title=value.get("title"),
        issuer=value.get("issuer"),
        superior=value.get("superior"),
        issued_on=value.get("issued_on"),
        place=value.get("place"),
        signers=read_signers(view, lines, roles),
        recipients=_listed(view, lines, roles, "recipients"),
        addressees=_listed(view, lines, roles, "addressees"),
        author=value.get("author"),
        unit=value.get("unit"),
        fields=spans,
    )


def _read_head(cells: list[_Cell], found: dict[str, tuple[str, int, int]]) -> str | None:
    kind: str | None = None
    kind_at = None  # below which cell the title stands
    end = len(cells)  # of what stands above the kind
    for i, cell in enumerate(cells):
        folded = fold(cell.text)
        name = bare_text(cell.text)
        if kind is None and name in kind_names() and not folded.startswith("số"):
            kind, kind_at, end = kind_names()[name], i, i
            continue
        if kind is None and "number" in found:
            kind = misspelled_kind(cell.text, found["number"][0])
            if kind is not None:
                kind_at = end = i
                continue
        if kind is None and cell.text.isupper():
            prefix = max(
                (n for n in kind_names() if folded.startswith(n + " ")), key=len, default=""
            )
            if prefix and not is_motto(folded):
                kind, end = kind_names()[prefix], i
                number = compiled(DOC_NUMBER).search(cell.text)
                # "THAM LUẬN TẠI …" says the occasion and "CHỈ THỊ SỐ …" the number, "KẾT LUẬN
                # CỦA …" the subject
                numbered = number is not None and number.end() >= len(cell.text) - 1
                kind_at = i if kind == "seminar_paper" or numbered else i - 1
                if folded[len(prefix) + 1 :].startswith(("về ", "v/v ")):
                    # "CHỈ THỊ VỀ VIỆC …": the title on the line of the kind
                    cut = len(prefix) + 1
                    cells[i] = cell._replace(start=cell.start + cut, text=cell.text[cut:])
                if number and not is_report(kind) and "number" not in found:
                    _put(found, "number", tidy_number(number[0]), cell, number)
                continue
        symbol = None
        if "number" not in found and (
            match := compiled(r"(?:.{0,60}\s)?số\s*:\s*|\W*số\s+").match(folded)
        ):
            symbol = compiled(DOC_NUMBER).search(cell.text, match.end())
            if symbol is None and i + 1 < len(cells) and match.end() >= len(cell.text):
                cell = cells[i + 1]
                symbol = compiled(DOC_NUMBER).match(cell.text)
            if symbol:
                _put(found, "number", tidy_number(symbol[0]), cell, symbol)
        if "issued_on" not in found and len(cell.text) < 140:
            _place_and_date(cell, symbol.end() if symbol else 0, found)
    if "issued_on" not in found and "place" not in found:
        # a day without a place may be that of an event, where another has one
        _day_alone(cells, found)
    _issuer(cells[:end], found)
    _title(cells, found, kind_at)
    if kind is None and "number" in found:
        kind = kind_of_symbol(found["number"][0])
    if kind is None and cells:
        kind = "official_dispatch" if "number" in found else None
    return kind


def _place_and_date(cell: _Cell, start: int, found: dict[str, tuple[str, int, int]]) -> None:
    """Read "Hà Nội, ngày … tháng … năm …", whatever is blank in it."""
    day = rf"(?:(?:(?:hồi|lúc)\s)?\d[^.;:,]{{0,20}}\s)?(?:{DATED}|(?i:{_BLANK_DATE}))"
    date = compiled(rf"(?P<place>{PLACE})\s?,\s+{day}").search(cell.text, start)
    if date is None and is_place_and_date(cell.text[start:].lstrip()):
        # "Hà Nội ngày …", with nothing else in its cell
        date = compiled(rf"\s*(?P<place>{PLACE})\s+{day}").match(cell.text, start)
    if date is None:
        return
    a, b = date.span("place")
    found["place"] = (date["place"], cell.start + a, cell.start + b)
    iso = iso_date(date["day"], date["month"], date["year"]) if date["day"] else None
    if iso:
        _put(found, "issued_on", iso, cell, date, b + 1)


def _day_alone(cells: list[_Cell], found: dict[str, tuple[str, int, int]]) -> None:
    """Read "Ngày 02/3/2026", "14 giờ 00 ngày 22/10/2025", "(Ban hành ngày 15/9/2025)"."""
    for cell in cells:
        if len(cell.text) >= 140:
            continue
        symbol = compiled(DOC_NUMBER).search(cell.text)
        alone = day_alone(cell.text, symbol.end() if symbol else 0)
        if alone and (iso := iso_date(alone["day"], alone["month"], alone["year"])):
            a, b = alone.span("date")
            found["issued_on"] = (iso, cell.start + a, cell.start + b)
            return


def _put(
    found: dict[str, tuple[str, int, int]], name: str, value: str, cell: _Cell,
    match: re.Match[str], start: int | None = None,
) -> None:  # fmt: skip
    a = match.start() if start is None else start
    a += len(cell.text[a:]) - len(cell.text[a:].lstrip())
    found[name] = (value, cell.start + a, cell.start + match.end())


def _issuer(cells: list[_Cell], found: dict[str, tuple[str, int, int]]) -> None:
    """The issuing body stands first, its superior above it; mottos stand beside it."""
    block: list[_Cell] = []
    for cell in cells:
        folded = fold(cell.text)
        beside = cell.start > cell.line.start
        if block and beside and is_place_and_date(folded):
            continue  # in the right column, beside the superior
        if folded.startswith("số") or "tháng" in folded.partition("ngày ")[2]:
            break
        if is_motto(folded):
            if block and not beside:
                break  # beside the issuer it parts nothing
            continue
        if bare_text(cell.text) in lexicon("frame")["stamps"]:
            continue
        if cell.text.isupper() and bare_text(cell.text) not in kind_names():
            block.append(cell)
        elif block:
            break
    if not block:
        return
    own = block[-1:]
    # "ỦY BAN NHÂN DÂN" over "TỈNH …" is one name; a body under its superior stands alone.
    territory = compiled(
        r"(?:TỈNH|THÀNH\s+PHỐ|TP|QUẬN|HUYỆN|THỊ\s+XÃ|XÃ|PHƯỜNG|TRUNG\s+ƯƠNG|THỊ\s+TRẤN)\b(?!\s+[ỦU][ỶY]\b)"
    )
    while len(own) < len(block) and territory.match(own[0].text):
        own = block[-len(own) - 1 :]
    if len(block) > 1 and _is_of_committee(block[-2], block[-1]):
        own = block[-2:]
    found["issuer"] = (" ".join(c.text for c in own), own[0].start, own[-1].end)
    if above := block[: -len(own)]:
        found["superior"] = (" ".join(c.text for c in above), above[0].start, above[-1].end)


def _is_of_committee(above: _Cell, cell: _Cell) -> bool:
    """Tell the two lines of one name: "BAN NỘI CHÍNH" over "TỈNH ỦY HẢI SƠN", whose board it is."""
    known = lexicon("frame")
    committee = fold(cell.text).startswith(tuple(map(fold, known["committees"])))
    return committee and fold(above.text) in map(fold, known["committee_boards"])


def _enacts(above: _Cell, cell: _Cell) -> bool:
    """Tell whether who decides stands below a title: "GIÁM ĐỐC SỞ Y TẾ" over "Căn cứ …".

    Not so where the title goes on: "Tổ chức phiên họp của / HỘI ĐỒNG NHÂN DÂN".
    """
    parted = cell.line.gap or not above.text.isupper()
    whole = fold(above.text).split()[-1] not in lexicon("frame")["no_title_ends"]
    return (
        parted and whole and cell.text.isupper() and _enacting().match(fold(cell.text)) is not None
    )


@cache
def _enacting() -> re.Pattern[str]:
    known = lexicon("frame")
    return re.compile(rf"{any_of([*known['offices'], *known['enacting_bodies']])}(?!\w)")


def _title(cells: list[_Cell], found: dict[str, tuple[str, int, int]], kind_at: int | None) -> None:
    issuer = fold(found["issuer"][0]) if "issuer" in found else None
    block = cells[kind_at + 1 :] if kind_at is not None else _about(cells)
    parts: list[_Cell] = []
    for cell in block:
        folded = fold(cell.text)
        if parts and (
            names_somebody(cell.text)
            or folded == issuer
            or (cell is block[-1] and _enacts(parts[-1], cell))
            or day_alone(cell.text)
            or compiled(r"\(|(?i:số)\s*:?\s*\d").match(cell.text)
        ):
            break
        if not parts and (
            compiled(r"(?i:số)\s*:").match(cell.text)
            or (compiled(DATED).search(cell.text) and len(cell.text) < 60)
        ):
            continue
        if not parts and names_speaker(cell.text):
            continue
        parts.append(cell)
    if len(parts) > 1 and (of := compiled(r"CỦA\s+(?!ĐỒNG\s+CHÍ)").match(parts[0].text)):
        # "KẾT LUẬN / CỦA BAN BÍ THƯ / về …": who issues, not what about
        issuing = parts.pop(0)
        found["issuer"] = (issuing.text[of.end() :], issuing.start + of.end(), issuing.end)
    if parts:
        title = " ".join(c.text for c in parts).strip(" -–_*")
        found["title"] = (title, parts[0].start, parts[-1].end)


def _about(cells: list[_Cell]) -> list[_Cell]:
    """Return the cells that say what a dispatch is about, in one column: "V/v …"."""
    block: list[_Cell] = []
    above: _Cell | None = None
    for cell in cells:
        first = cell.start == cell.line.start
        goes_on = first and above is not None and goes_on_about(cell.line)
        if says_about(cell.text) or (goes_on and block and above is block[-1]):
            block.append(cell)
            above = cell
        elif first:
            above = cell
    return block


def _read_reproduction(
    lines: list[Line], roles: list[str], kind: str, found: dict[str, tuple[str, int, int]]
) -> None:
    """Read number and date where a page reports the document it reproduces, or an annex names it."""
    names = [n for k in lexicon("kinds")["kinds"] if k["kind"] == kind for n in k["names"]]
    if kind == "other":
        _of_what_encloses(lines[:TOP_LINES], found)
    if kind == "other" or not names:
        return
    own = compiled(rf"(?i:{any_of(names)}\s+(?:số\s*:?\s*)?)(?P<number>{DOC_NUMBER})")
    annexed = compiled(r"(?i:\((?:ban\s+hành\s+)?kèm\s+theo\b)")
    for i, line in enumerate(lines):
        annex = annexed.match(line.text) is not None
        if i < _TITLE_LINES and line.text.endswith(")"):  # "Tổ chức lễ hội (kèm theo Thông báo …)"
            annex = annexed.search(line.text) is not None
        if not annex and (i >= 3 or roles[i] not in ("body", "header")):
            continue
        match = own.search(line.text)
        if match is None:
            continue
        if i > 0 and not annex and match.start() > 0:
            continue
        a, b = match.span("number")
        found["number"] = (tidy_number(match["number"]), line.start + a, line.start + b)
        after = compiled(r",?\s+" + DATED).match(line.text, b)
        before = compiled(r"(?i:ngày)\s").match(line.text) and compiled(DATED).match(line.text)
        date = (after if annex else None) or before
        if date and (iso := iso_date(date["day"], date["month"], date["year"])):
            found["issued_on"] = (iso, line.start + date.start("day"), line.start + date.end())
        return


def _of_what_encloses(lines: list[Line], found: dict[str, tuple[str, int, int]]) -> None:
    """A regulation has number and day of the decision it goes with, an annex those of its own."""
    for line in lines:
        match = compiled(_ENCLOSED).match(line.text) if line.text.startswith("(") else None
        iso = iso_date(match["day"], match["month"], match["year"]) if match else None
        if match is None or iso is None:
            continue
        number, (a, b) = tidy_number(match["number"]), match.span("number")
        own = found.setdefault("number", (number, line.start + a, line.start + b))
        if own[0] == number:
            found["issued_on"] = (iso, line.start + match.start("day"), line.start + match.end())
            return


def _title_without_head(
    lines: list[Line], roles: list[str], kind: str, found: dict[str, tuple[str, int, int]]
) -> None:
    if not lines:
        return
    # the day of publication or "PHỎNG VẤN" may stand above the headline
    above = (i for i, own in enumerate(lines[:3]) if not (stamp(own.text) or is_rubric(own.text)))
    at = next(above, 0) if is_report(kind) else 0
    line = lines[at]
    headline = len(line.text) < 300 and line.text[-1] not in ".;:," and line.marker is None
    # an interview that lost its headline begins with a question
    headline = headline and not (
        kind == "news" and line.text.endswith("?") and ":" in line.text[:20]
    )
    if headline and roles[at] in ("body", "caption") and (is_report(kind) or line.bold):
        found["title"] = (line.text, line.start, line.end)


def _telegram_issuer(
    lines: list[Line], roles: list[str], found: dict[str, tuple[str, int, int]]
) -> None:
    for line, role in zip(lines[:HEAD_LINES], roles, strict=False):
        match = compiled(WIRES).match(line.text)
        if role == "addressees" and match:
            found["issuer"] = (match["sender"], line.start, line.start + match.end("sender"))
            return


def _listed(view: View, lines: list[Line], roles: list[str], role: str) -> tuple[Span, ...]:
    """The entries of Kính gửi or Nơi nhận, without bullets and end punctuation."""
    spans = []
    opening = compiled(rf"(?i:(?:đồng\s+)?kính\s+(?:gửi|chuyển)|nơi\s+nhận)\s*:?\s*|{WIRES}")
    for line, own in zip(lines, roles, strict=True):
        if own != role:
            continue
        a = line.marker.end if line.marker and line.marker.family in ("bullet", "decimal") else 0
        if match := opening.match(line.text):
            a = match.end()
        for part in line.text[a:].split(";"):
            entry = part.strip().rstrip(",./ ")
            marker = parse_marker(entry)
            if marker and marker.family == "bullet":  # "Kính gửi: - Các phòng; - Các thôn"
                entry = entry[marker.end :].lstrip()
            if entry:
                start = line.start + line.text.index(entry, a)
                spans.append(view.span(start, start + len(entry)))
                a = line.text.index(entry, a) + len(entry)
    return tuple(spans)
