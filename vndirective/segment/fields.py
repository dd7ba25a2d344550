"""What the frame says: kind, number, date, issuer, title, signers, recipients, author, unit."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from vndirective.core.normalize import View
from vndirective.core.orthography import fold
from vndirective.core.patterns import DATE_WORDS, DOC_NUMBER, NAME_WORD, compiled, iso_date
from vndirective.core.records import Frame, Span
from vndirective.core.resources import lexicon
from vndirective.segment.frame import (
    HEAD_LINES,
    bare_text,
    is_motto,
    kind_names,
    looks_like_name,
)
from vndirective.segment.lines import Line

__all__ = ["frame_of", "is_news"]

# These have an author instead of a number.
_UNNUMBERED = ("news", "speech", "seminar_paper")
_CELL = re.compile(r"\s*\|\s*")
_DATED = rf"(?i:{DATE_WORDS})"
_PLACE = r"(?:TP\.?\s?)?[A-ZÀ-ỸĐ][\w.]*(?:[\s-]+[A-ZÀ-ỸĐ][\w.]*){0,5}"
# A credit of a photo, a reported saying, the speaker after a quotation.
_REPORTED = (
    r"Ảnh\s?:|ảnh\s?:|\(TTXVN\)|\((?:Hình|Ảnh)\s|Phát\s+biểu\s+tại|”,\s+(?:ông|bà|đồng\s+chí|[A-ZĐ])|"
    r"(?:cho\s+biết|nhấn\s+mạnh|khẳng\s+định|yêu\s+cầu|đề\s+nghị|phát\s+biểu)(?:\s*[,:]|\.\Z)"
)
_TITLES = r"(?:(?:Đồng\s+chí|Đ/c|Ông|Bà|Bác\s+sĩ|Tiến\s+sĩ|Thạc\s+sĩ|PGS|GS|TS|ThS|BS)[.,]?\s*)+"
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
    kind = _read_head(head, found) or _kind_of_headline(lines)
    if kind is None:
        kind = "news" if news else _kind_without_head(lines, roles, found)
    if kind not in _UNNUMBERED and "number" not in found:
        _read_reproduction(lines, roles, kind, found)
    if "number" in found and "issued_on" not in found:
        _date_beside_number(lines, roles, found)
    if "title" not in found:
        _title_without_head(lines, roles, kind, found)
    if "issuer" not in found and kind == "telegram":
        _telegram_issuer(lines, roles, found)
    if kind in _UNNUMBERED:
        _author(lines, roles, found)
    spans = tuple((name, view.span(a, b)) for name, (_, a, b) in found.items())
    value = {name: text for name, (text, _, _) in found.items()}
    return Frame(
        kind=kind,
        number=value.get("number"),
        title=value.get("title"),
        issuer=value.get("issuer"),
        issued_on=value.get("issued_on"),
        place=value.get("place"),
        signers=_signers(view, lines, roles),
        recipients=_listed(view, lines, roles, "recipients"),
        addressees=_listed(view, lines, roles, "addressees"),
        author=value.get("author"),
        unit=value.get("unit"),
        fields=spans,
    )


def _kind_of_headline(lines: list[Line]) -> str | None:
    """A page that reproduces a document names it in its headline: "Chỉ thị số 1-CT/TU về …"."""
    if not lines:
        return None
    names = "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in kind_names())
    match = compiled(
        rf"(?i:toàn\s+văn\s*:?\s*)?(?P<kind>(?i:{names}))\s+(?:(?i:số)\s*:?\s*)?{DOC_NUMBER}"
    ).match(lines[0].text)
    return kind_names()[fold(match["kind"])] if match else None


def _tidy_number(text: str) -> str:
    """Write a symbol as its issuer does: without the spaces that a wrap or a typist left."""
    return re.sub(r"\s+", "", text).replace("–", "-")


def _read_head(cells: list[_Cell], found: dict[str, tuple[str, int, int]]) -> str | None:
    kind: str | None = None
    kind_at = None
    for i, cell in enumerate(cells):
        folded = fold(cell.text)
        name = bare_text(cell.text)
        if kind is None and name in kind_names() and not folded.startswith("số"):
            kind, kind_at = kind_names()[name], i
            continue
        if kind is None and cell.text.isupper():
            prefix = max(
                (n for n in kind_names() if folded.startswith(n + " ")), key=len, default=""
            )
            if prefix and not is_motto(folded):
                kind = kind_names()[prefix]
                # "THAM LUẬN TẠI …" says the occasion, "KẾT LUẬN CỦA …" the subject
                kind_at = i if kind == "seminar_paper" else i - 1
                number = compiled(DOC_NUMBER).search(cell.text)
                if number and kind not in _UNNUMBERED and "number" not in found:
                    _put(found, "number", _tidy_number(number[0]), cell, number)
                continue
        if "number" not in found and (
            match := compiled(r"(?:.{0,60}\s)?số\s*:\s*|số\s+").match(folded)
        ):
            symbol = compiled(DOC_NUMBER).search(cell.text, match.end())
            if symbol is None and i + 1 < len(cells) and match.end() >= len(cell.text):
                cell = cells[i + 1]
                symbol = compiled(DOC_NUMBER).match(cell.text)
            if symbol:
                _put(found, "number", _tidy_number(symbol[0]), cell, symbol)
        if "issued_on" not in found and len(cell.text) < 140:
            date = compiled(rf"(?P<place>{_PLACE}),\s+{_DATED}").search(cell.text)
            if date and (iso := iso_date(date["day"], date["month"], date["year"])):
                _put(
                    found,
                    "issued_on",
                    iso,
                    cell,
                    date,
                    date.start("place") + len(date["place"]) + 1,
                )
                found["place"] = (
                    date["place"].strip(),
                    cell.start + date.start("place"),
                    cell.start + date.end("place"),
                )
            elif blank := compiled(rf"(?P<place>{_PLACE}),\s+(?i:{_BLANK_DATE})").match(cell.text):
                found["place"] = (
                    blank["place"].strip(),
                    cell.start,
                    cell.start + blank.end("place"),
                )
    _issuer(cells, found, len(cells) if kind_at is None else max(kind_at, 0))
    _title(cells, found, kind_at)
    if kind is None and "number" in found:
        kind = _kind_of_symbol(found["number"][0])
    if kind is None and cells:
        kind = "official_dispatch" if "number" in found else None
    return kind


def _put(
    found: dict[str, tuple[str, int, int]], name: str, value: str, cell: _Cell,
    match: re.Match[str], start: int | None = None,
) -> None:  # fmt: skip
    a = match.start() if start is None else start
    a += len(cell.text[a:]) - len(cell.text[a:].lstrip())
    found[name] = (value, cell.start + a, cell.start + match.end())


def _kind_of_symbol(number: str) -> str | None:
    letters = re.findall(r"[A-ZĐ][A-Za-zĐđ]*", number)
    codes = {code: k["kind"] for k in lexicon("kinds")["kinds"] for code in k["codes"]}
    return next((codes[part] for part in letters if part in codes), None)


def _issuer(cells: list[_Cell], found: dict[str, tuple[str, int, int]], end: int) -> None:
    """The issuing body stands first, its superior above it; mottos stand beside it."""
    block: list[_Cell] = []
    for cell in cells[:end]:
        folded = fold(cell.text)
        if folded.startswith("số") or compiled(r".*ngày\s.*tháng").match(folded):
            break
        if is_motto(folded):
            if block:
                break
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
        r"(?:TỈNH|THÀNH\s+PHỐ|TP|QUẬN|HUYỆN|THỊ\s+XÃ|XÃ|PHƯỜNG|TRUNG\s+ƯƠNG|THỊ\s+TRẤN)\b"
    )
    while len(own) < len(block) and territory.match(own[0].text):
        own = block[-len(own) - 1 :]
    found["issuer"] = (" ".join(c.text for c in own), own[0].start, own[-1].end)


@cache
def _person() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_TITLES})?(?P<name>{NAME_WORD}(?:\s{NAME_WORD}){{1,4}})(?=\s*(?:[,(–-]|\Z))"
    )


@cache
def _labeled(key: str) -> re.Pattern[str]:
    words = "|".join(re.escape(fold(w)).replace(r"\ ", r"\s") for w in lexicon("frame")[key])
    return re.compile(rf"\(?(?:{words})\s?:\s*(?P<value>[^\n)]{{3,160}})")


def _names_somebody(text: str) -> bool:
    """Tell whether a line says who speaks: "Người trình bày: …", "Đồng chí …, Bí thư …"."""
    folded = fold(text)
    match = _person().match(text)
    return bool(
        _labeled("author_labels").match(folded)
        or _labeled("unit_labels").match(folded)
        or (match and text[match.end() :].startswith((",", " -", " –")))
    )


def _title(cells: list[_Cell], found: dict[str, tuple[str, int, int]], kind_at: int | None) -> None:
    issuer = fold(found["issuer"][0]) if "issuer" in found else None
    if kind_at is not None:
        block = cells[kind_at + 1 :]
    else:
        block = [c for c in cells if compiled(r"(?i:v/v|về\s+việc)\s").match(c.text)]
    parts: list[_Cell] = []
    for cell in block:
        folded = fold(cell.text)
        if parts and (
            _names_somebody(cell.text)
            or folded == issuer
            or compiled(r"\(|(?i:số)\s*:?\s*\d").match(cell.text)
        ):
            break
        if not parts and (
            compiled(r"(?i:số)\s*:").match(cell.text)
            or (compiled(_DATED).search(cell.text) and len(cell.text) < 60)
        ):
            continue
        parts.append(cell)
    if len(parts) > 1 and (of := compiled(r"CỦA\s+(?!ĐỒNG\s+CHÍ)").match(parts[0].text)):
        # "KẾT LUẬN / CỦA BAN BÍ THƯ / về …": who issues, not what about
        issuing = parts.pop(0)
        found["issuer"] = (issuing.text[of.end() :], issuing.start + of.end(), issuing.end)
    if parts:
        title = " ".join(c.text for c in parts).strip(" -–_*")
        found["title"] = (title, parts[0].start, parts[-1].end)


def is_news(lines: list[Line]) -> bool:
    """Tell a news report by its layout: a headline, no head, captions, a byline.

    Parameters
    ----------
    lines : list of Line

    Returns
    -------
    bool
    """
    if not lines or any(
        line.marker and line.marker.family in ("article", "chapter") for line in lines
    ):
        return False
    first = lines[0]
    if len(first.text) > 250 or first.text[-1] in ".;:," or first.upper or first.marker:
        return False
    numbered = 0
    for line in lines:
        if line.marker and line.marker.family in ("roman", "decimal", "letter", "multi"):
            numbered += 1
        opening = fold(line.text[:60])
        if opening.startswith(("nơi nhận", "kính gửi", "số:", "kính thưa", "thưa ")):
            return False
        if line.upper and bare_text(line.text) in kind_names():
            return False
    if numbered * 4 >= len(lines):
        return False
    marks = compiled(_REPORTED)
    points = sum(marks.search(line.text) is not None for line in lines)
    points += 2 * sum(fold(line.text[:12]).startswith(("tác giả:", "ngày đăng")) for line in lines)
    return points >= 2


def _kind_without_head(
    lines: list[Line], roles: list[str], found: dict[str, tuple[str, int, int]]
) -> str:
    """Guess the kind where the head is missing, from the frame and what the text calls itself."""
    text = fold("\n".join(line.text for line in lines))
    top = [fold(line.text) for line in lines[:HEAD_LINES]]
    if any(t.startswith("tham luận") or "bài tham luận" in t[:60] for t in top[:6]):
        return "seminar_paper"
    if any(t.startswith(("diễn văn", "bài phát biểu", "phát biểu")) for t in top[:4]):
        return "speech"
    if roles.count("salutation"):
        return (
            "seminar_paper"
            if re.search(
                r"tham luận (?:của|xin|tập trung|này|với)|trình bày tham luận|xin tham luận", text
            )
            else "speech"
        )
    if any("điện:" in t and r == "addressees" for t, r in zip(top, roles, strict=False)):
        return "telegram"
    if "addressees" in roles:
        return "official_dispatch"
    scores: dict[str, float] = {}
    for entry in lexicon("kinds")["kinds"]:
        own = sum(text.count(fold(s)) for s in entry["self"])
        name = fold(entry["names"][0])
        opening = re.search(rf"\b{name}\s+(?:số\s+)?\d+[\w/-]*", "\n".join(top[:3]))
        score = 2.0 * own + (3.0 if opening else 0.0)
        if score:
            scores[entry["kind"]] = score
    return max(scores, key=lambda k: scores[k]) if scores else "other"


def _read_reproduction(
    lines: list[Line], roles: list[str], kind: str, found: dict[str, tuple[str, int, int]]
) -> None:
    """Read number and date where a page reports the document it reproduces, or an annex names it."""
    names = [fold(n) for k in lexicon("kinds")["kinds"] if k["kind"] == kind for n in k["names"]]
    if kind == "other" or not names:
        return
    alternatives = "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in names)
    own = compiled(rf"(?i:(?:{alternatives})\s+(?:số\s*:?\s*)?)(?P<number>{DOC_NUMBER})")
    annexed = compiled(r"(?i:\((?:ban\s+hành\s+)?kèm\s+theo\b)")
    for i, line in enumerate(lines):
        annex = annexed.match(line.text) is not None
        if not annex and (i >= 3 or roles[i] not in ("body", "header")):
            continue
        match = own.search(line.text)
        if match is None:
            continue
        if i > 0 and not annex and match.start() > 0:
            continue
        a, b = match.span("number")
        found["number"] = (_tidy_number(match["number"]), line.start + a, line.start + b)
        after = compiled(r",?\s+" + _DATED).match(line.text, b)
        before = compiled(r"(?i:ngày)\s").match(line.text) and compiled(_DATED).match(line.text)
        date = (after if annex else None) or before
        if date and (iso := iso_date(date["day"], date["month"], date["year"])):
            found["issued_on"] = (iso, line.start + date.start("day"), line.start + date.end())
        return


def _date_beside_number(
    lines: list[Line], roles: list[str], found: dict[str, tuple[str, int, int]]
) -> None:
    """An annex repeats number and date of the document it belongs to."""
    number = re.escape(found["number"][0])
    pattern = compiled(rf"\((?i:(?:ban\s+hành\s+)?kèm\s+theo)\b[^)]*?{number},?\s+{_DATED}")
    for line in lines:
        if line.text.startswith("(") and (match := pattern.match(line.text)):
            iso = iso_date(match["day"], match["month"], match["year"])
            if iso:
                found["issued_on"] = (
                    iso,
                    line.start + match.start("day"),
                    line.start + match.end(),
                )
            return


def _title_without_head(
    lines: list[Line], roles: list[str], kind: str, found: dict[str, tuple[str, int, int]]
) -> None:
    if not lines:
        return
    line = lines[0]
    headline = len(line.text) < 300 and line.text[-1] not in ".;:," and line.marker is None
    if (
        headline
        and roles[0] in ("body", "caption")
        and (kind in ("news", "speech", "seminar_paper") or line.bold)
    ):
        found["title"] = (line.text, line.start, line.end)


def _telegram_issuer(
    lines: list[Line], roles: list[str], found: dict[str, tuple[str, int, int]]
) -> None:
    for line, role in zip(lines[:HEAD_LINES], roles, strict=False):
        match = re.match(r"(.{4,80}?)\s+điện:\s*\Z", line.text)
        if role == "addressees" and match:
            found["issuer"] = (match[1], line.start, line.start + match.end(1))
            return


def _author(lines: list[Line], roles: list[str], found: dict[str, tuple[str, int, int]]) -> None:
    """Author and unit of a speech or paper: labeled lines, "name, office", the signature."""
    near = [*lines[:14], *lines[-6:]]
    for field, key in (("author", "author_labels"), ("unit", "unit_labels")):
        pattern = _labeled(key)
        for line in near:
            match = pattern.match(fold(line.text)) if len(line.text) < 260 else None
            if match and field not in found:
                a, b = match.span("value")
                found[field] = (line.text[a:b].strip(" .*"), line.start + a, line.start + b)
    if "author" in found:
        value, a, _ = found["author"]
        if match := _person().match(value):
            found["author"] = (match["name"], a + match.start("name"), a + match.end("name"))
    else:
        _unlabeled_author(lines, roles, found)
    if "unit" not in found and "issuer" in found:
        found["unit"] = found["issuer"]


def _unlabeled_author(
    lines: list[Line],
    roles: list[str],
    found: dict[str, tuple[str, int, int]],
) -> None:
    for line, role in zip(lines[:14], roles, strict=False):
        match = _person().match(line.text) if len(line.text) < 160 else None
        if (
            role in ("header", "body")
            and match
            and line.text[match.end() :].startswith((",", " -", " –"))
        ):
            a, b = match.span("name")
            found["author"] = (match["name"], line.start + a, line.start + b)
            return
    for line, role in zip(reversed(lines), reversed(roles), strict=True):
        if role in ("signature", "byline") and looks_like_name(line.text):
            found["author"] = (line.text, line.start, line.end)
            return
        if role == "body":
            return


def _signers(view: View, lines: list[Line], roles: list[str]) -> tuple[Span, ...]:
    return tuple(
        view.span(line.start, line.end)
        for line, role in zip(lines, roles, strict=True)
        if role == "signature" and looks_like_name(line.text) and not line.upper
    )


def _listed(view: View, lines: list[Line], roles: list[str], role: str) -> tuple[Span, ...]:
    """The entries of Kính gửi or Nơi nhận, without bullets and end punctuation."""
    spans = []
    opening = compiled(
        r"(?i:(?:đồng\s+)?kính\s+(?:gửi|chuyển)|nơi\s+nhận)\s*:?\s*|.{4,80}điện:\s*\Z"
    )
    for line, own in zip(lines, roles, strict=True):
        if own != role:
            continue
        a = line.marker.end if line.marker and line.marker.family == "bullet" else 0
        if match := opening.match(line.text):
            a = match.end()
        entry = line.text[a:].strip().rstrip(";,./ ")
        if entry:
            start = line.start + line.text.index(entry, a)
            spans.append(view.span(start, start + len(entry)))
    return tuple(spans)
