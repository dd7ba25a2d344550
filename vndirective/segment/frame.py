"""The frame of a document: head, addressees, legal bases, closing, signature, recipients.

Layout after Nghị định 30/2020/NĐ-CP, Phụ lục I (state bodies) and Hướng dẫn 36-HD/VPTW (party
bodies), linear or in two columns. Each line of the view gets one role; what is absent is absent.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from vndirective.core.orthography import fold
from vndirective.core.patterns import DOC_NUMBER, any_of, compiled
from vndirective.core.resources import lexicon
from vndirective.segment.lines import Line, in_one_line
from vndirective.segment.marks import (
    ADDRESS,
    SALUTATION,
    SIGNS,
    WIRES,
    bare,
    day_alone,
    goes_on_about,
    greets,
    is_motto,
    is_place_and_date,
    is_stamp,
    kind_names,
    known,
    looks_like_name,
    misspelled_kind,
    says_about,
)
from vndirective.segment.press import STAMP_LINE, byline, pen_name, stamp

__all__ = ["HEAD_LINES", "roles_of"]

#: The head of a document ends within its first lines.
HEAD_LINES = 40

#: Within how many lines an article says when it was published.
_BYLINE = 8
#: How long a line with the name of who sends a letter may be.
_SENDER = 120
#: How long the line of who signs a form may be.
_FORM_FOOT = 200
#: In how many lines more a title may go on.
_TITLE_TAIL = 2
#: And that of who gets a copy.
_RECIPIENT = 100
_TITLE_OPENING = r"(?i:về\s|v/v\s|(?:kết\s+luận|ý\s+kiến)\s+(?:của|chỉ\s+đạo)\s)"
_FOOTNOTE = r"\[\d{1,3}\]\s?\S"


def roles_of(lines: list[Line], news: bool) -> list[str]:
    """Give each line its role.

    Parameters
    ----------
    lines : list of Line
        The lines of the view.
    news : bool
        The document is a news report: it has captions and a byline instead of a head.

    Returns
    -------
    list of str
        ``header``, ``addressees``, ``legal_basis``, ``salutation``, ``body``, ``closing``,
        ``signature``, ``recipients``, ``footnote``, ``caption`` or ``byline``, one for each line.
    """
    roles = ["body"] * len(lines)
    if not lines:
        return roles
    head = 0 if news else _head_end(lines)
    roles[:head] = ["header"] * head
    _addressees(lines, roles, head)
    _legal_basis(lines, roles, head)
    _foot(lines, roles, head)
    _unheaded_recipients(lines, roles, head)
    _salutations(lines, roles)
    _bylines(lines, roles)
    if news:
        _credits(lines, roles)
        _captions(lines, roles)
    else:
        _closing(lines, roles)
    return roles


def _is_kind_line(line: Line) -> bool:
    text = bare(line)
    if text in kind_names():
        return line.upper or line.bold or (line.text[0].isupper() and line.marker is None)
    # "KẾT LUẬN CỦA …", "NGHỊ QUYẾT SỐ …" on one line
    return line.upper and any(text.startswith(name + " ") for name in kind_names())


def _head_end(lines: list[Line]) -> int:
    """Return the index after the last line of the head; 0 where there is no head."""
    limit = min(len(lines), HEAD_LINES)
    for i in range(limit):
        line = lines[i]
        long = len(line.text) > 250 and not line.upper
        if long or _opens_body(line) or (line.marker and line.marker.family != "bullet"):
            limit = i
            break
    end = kind = 0
    symbol: str | None = None
    for i in range(limit):
        folded = fold(lines[i].text)
        if symbol is None and folded.startswith("số"):
            number = compiled(DOC_NUMBER).search(lines[i].text)
            symbol = number and number[0]
        if _is_kind_line(lines[i]) or misspelled_kind(lines[i].text, symbol):
            if not kind:
                end = kind = i + 1
        elif (
            is_motto(folded)
            or folded.startswith("số:")
            or compiled(r"số\s+\d").match(folded)
            or is_place_and_date(folded)
            or (not kind and day_alone(lines[i].text) is not None)
        ):
            end = max(end, i + 1)
    if kind:
        end = max(end, _title_end(lines, kind, limit))
    dated = any(is_place_and_date(fold(line.text)) for line in lines[:end])
    while end and end < limit and _ends_head(lines[end], dated):
        end += 1
    while 0 < end < limit and says_about(lines[end - 1].text) and goes_on_about(lines[end]):
        end += 1
        while end < limit and goes_on_about(lines[end]):
            end += 1
    return end


def _ends_head(line: Line, dated: bool) -> bool:
    """Tell whether a line below a title still says about what, or of when the text is.

    ``dated``: the head has said of when it is.
    """
    return says_about(line.text) or (not dated and day_alone(line.text) is not None)


def _opens_body(line: Line) -> bool:
    return bool(
        compiled(rf"{ADDRESS}|(?:Căn\s+cứ|Thực\s+hiện|Theo\s+đề\s+nghị)\s|{SALUTATION}").match(
            line.text
        )
        or compiled(WIRES).fullmatch(line.text)
    )


def _title_end(lines: list[Line], start: int, limit: int) -> int:
    """Return the index after the abstract (trích yếu) that follows the kind line."""
    at = start
    while at < limit:
        line = lines[at]
        if _label().match(line.text):
            break
        opening = at == start and not line.text.endswith((".", ":", ";")) and len(line.text) < 250
        if not (
            line.upper
            or line.bold
            or line.text.startswith("(")
            or compiled(_TITLE_OPENING).match(line.text)
            or opening
            or (not line.gap and at > start and line.text[0].islower())
        ):
            break
        # below a title, a line in capitals that ends so leads in: "YÊU CẦU CÁC SỞ, NGÀNH:"
        if line.text.endswith(":") and not (line.upper and (at == start or not line.gap)):
            break
        at += 1
    return _last_of_title(lines, at, limit) if at > start and not _reports(lines[start - 1]) else at


def _last_of_title(lines: list[Line], at: int, limit: int) -> int:
    """Return the index after the lines that go on with a title up to a blank line or the grounds.

    "Kết luận của đồng chí Chủ tịch tại cuộc họp" / "Ban Chỉ đạo tuần 7" / "" / "1. …"
    """
    end = at
    while end < min(limit, at + _TITLE_TAIL) and not lines[end].gap:
        text = lines[end].text
        if lines[end - 1].text[-1] in ".;:" or text[-1] in ".;:,!?" or ":" in text:
            return at
        # "UBND xã yêu cầu các thôn …", "Giao Công an xã …": a full stop was forgotten
        if _begins_letter(text) or fold(text).startswith(known()["order_openings"]):
            return at
        if len(text) > _SENDER or lines[end].marker or is_place_and_date(text) or day_alone(text):
            return at
        end += 1
    behind = lines[end] if end < len(lines) else None
    return end if behind is not None and (behind.gap or _opens_body(behind)) else at


def _reports(line: Line) -> bool:
    """Tell whether a kind line is that of a report: below its title stands who speaks."""
    kind = max((n for n in kind_names() if fold(line.text).startswith(n)), key=len, default="")
    return kind_names().get(kind) in lexicon("kinds")["reports"]


@cache
def _label() -> re.Pattern[str]:
    """Return the pattern of what minutes say below their title: "Thời gian: 14 giờ"."""
    return re.compile(rf"(?i:{any_of(lexicon('frame')['meeting_labels'])})\s?:")


def _addressees(lines: list[Line], roles: list[str], head: int) -> None:
    for start in range(head, min(len(lines), head + 8)):
        line = lines[start]
        wires = compiled(WIRES).match(line.text)
        # "Chủ tịch UBND tỉnh điện: Chủ tịch UBND các xã; …", on one line below "CÔNG ĐIỆN"
        sends = wires is not None and (
            wires.end() == len(line.text)
            or any(kind_names().get(bare(above)) == "telegram" for above in lines[:start])
        )
        if not (sends or compiled(ADDRESS).match(line.text)):
            continue
        roles[start] = "addressees"
        if all(_names_sender(above) for above in lines[:start]):
            roles[:start] = ["header"] * start  # "SỞ Y TẾ", pasted without number and date
        empty = line.text.endswith(":")
        below = lines[start + 1] if start + 1 < len(lines) else line
        family = below.marker.family if below.marker else ""
        numbered = empty and family == "decimal" and len(below.text) < 160
        for i in range(start + 1, min(len(lines), start + 60)):
            text = lines[i].text
            marker = lines[i].marker
            if i > start + 1 and _ends_list(lines[start + 1], lines[i - 1], lines[i]):
                break
            listed = marker is not None and (
                marker.family == "bullet"
                or ((numbered or empty) and marker.family == "decimal" and len(text) < 160)
            )
            another = compiled(ADDRESS).match(text) is not None
            ends = (text[-1], lines[i - 1].text[-1])
            goes_on = (
                roles[i - 1] == "addressees"
                and len(text) < 160
                and {*ends} & {";", ","}
                and not _begins_letter(text)
            )
            named = empty and len(text) < 200 and marker is None and not _begins_letter(text)
            if not (listed or another or goes_on or named):
                break
            empty = text.endswith(":")
            roles[i] = "addressees"


def _ends_list(first: Line, above: Line, line: Line) -> bool:
    """Tell whether what is written begins below those whom it is written to.

    It does so where numbers begin anew, or behind a full stop and a blank line that part no entries:
    "- UBND các phường." / "" / "- Các phường rà soát …".
    """
    marker = line.marker
    if marker is None:
        return False
    # "- Các sở: / 1. Sở Y tế;" goes on
    anew = marker.family == "decimal" and marker.number == "1" and above.text[-1] != ":"
    spaced = above is not first and above.gap
    return anew or (line.gap and not spaced and above is not first and above.text[-1] == ".")


def _begins_letter(text: str) -> bool:
    """Tell the first line of a letter from the last of those whom it is written to."""
    folded = f"{fold(text)} "
    return folded.startswith(tuple(f"{word} " for word in known()["letter_openings"])) or any(
        f" {word} " in folded for word in known()["letter_acts"]
    )


def _names_sender(line: Line) -> bool:
    return line.upper and line.marker is None and len(line.text) < _SENDER


def _legal_basis(lines: list[Line], roles: list[str], head: int) -> None:
    basis = compiled(r"Căn\s+cứ\s")
    also = compiled(
        r"(?:Căn\s+cứ|Theo\s+đề\s+nghị|Theo\s+ý\s+kiến|Xét|Trên\s+cơ\s+sở|Thực\s+hiện)\s"
    )
    inside = False
    for i in range(head, min(len(lines), head + 60)):
        text, marker = lines[i].text, lines[i].marker
        if roles[i] != "body":
            continue
        if marker and marker.family == "bullet":
            text = text[marker.end :].lstrip()
        if not inside:
            if basis.match(text) and text.endswith((";", ",")):
                inside = True
            elif marker and marker.family != "bullet":
                return
        elif text.endswith(":") or not (also.match(text) or text.endswith(";")):
            return
        if inside:
            roles[i] = "legal_basis"


def _starts_signature(lines: list[Line], i: int) -> bool:
    line = lines[i]
    if len(line.text) > 70 or line.marker is not None:
        return False
    if line.upper and compiled(SIGNS).match(line.text):
        return True
    if not (line.upper or line.bold) or bare(line) not in known()["offices"]:
        return False
    return any(looks_like_name(below.text) for below in lines[i + 1 : i + 4])


def _to_be_signed(lines: list[Line], i: int) -> bool:
    """Tell the foot of a form: "Người nhận việc   Người giao việc", "(Ký, ghi rõ họ tên)" below."""
    if lines[i].marker is not None or len(lines[i].text) > _FORM_FOOT:
        return False
    below = lines[i + 1].text if i + 1 < len(lines) else ""
    asked = compiled(r"(?i:\(ký\s?[,(])[^)]*(?i:họ\s+(?:và\s+)?tên)")
    return asked.search(lines[i].text) is not None or (
        asked.match(below) is not None and lines[i].text[-1] not in ".;:"
    )


def _foot(lines: list[Line], roles: list[str], head: int) -> None:
    """Mark signature blocks, lists of recipients and the footnotes after them."""
    zone = ""
    seen = beside = False  # the foot began; who signs may stand beside who gets it
    for i in range(head, len(lines)):
        line = lines[i]
        if roles[i] != "body":
            continue
        listed = line.marker is not None and line.marker.family == "bullet"
        if line.text[0] in "Nn_" and fold(line.text[:12]).lstrip("_").startswith("nơi nhận"):
            zone, seen, beside = "recipients", True, True
        elif _starts_signature(lines, i) or _to_be_signed(lines, i):
            zone, seen = "signature", True
        elif seen and compiled(_FOOTNOTE).match(line.text):
            zone = "footnote"
        elif zone == "recipients":
            # "Ban công | tác mặt trận thôn;" goes on, whatever stands between
            short = len(line.text) < 60 and (not line.gap or line.text[0].islower())
            zone = zone if listed or short else ""
        elif zone == "signature" and listed and beside and len(line.text) < 60:
            roles[i] = "recipients"
            continue
        elif zone == "signature":
            parted = not in_one_line(lines[i - 1], line)
            name = looks_like_name(line.text)
            beside = beside and not (parted and name)
            office = bare(line) in known()["offices"]
            signed = looks_like_name(lines[i - 1].text)
            stamp = is_stamp(line.text)
            goes_on = len(line.text) < 80 and not signed and (line.upper or office or stamp)
            too = name and not (signed and parted)  # two sign in one line
            zone = zone if goes_on or too else ""
        elif zone == "footnote" and (line.upper or line.bold or not _goes_on_note(line)):
            zone = ""
        if zone:
            roles[i] = zone


def _unheaded_recipients(lines: list[Line], roles: list[str], head: int) -> None:
    """Mark the list above a signature that ends in "- Lưu VT." where no "Nơi nhận:" heads it."""
    for i in range(head, len(lines) - 1):
        if not (_kept(lines[i]) and roles[i] == "body" and roles[i + 1] == "signature"):
            continue
        roles[i] = "recipients"
        while i > head and roles[i - 1] == "body" and _is_recipient(lines[i - 1]):
            i -= 1
            roles[i] = "recipients"


def _kept(line: Line) -> bool:
    """Tell who keeps a copy, "- Lưu VPĐU.", "- Lưu: VT", from an order: "- Lưu trữ …", "- Lưu mẫu …"."""
    item = line.text[line.marker.end :].strip() if line.marker is not None else ""
    return (
        compiled(r"Lưu\s*:?\s*(?:Văn phòng\b|[A-ZĐƯ][A-ZĐƯ.]+\b).{0,40}", 0).fullmatch(item)
        is not None
    )


def _is_recipient(line: Line) -> bool:
    """Tell an item above it: the last order of a list ends in a full stop."""
    listed = line.marker is not None and line.marker.family == "bullet"
    return listed and len(line.text) < _RECIPIENT and line.text.rstrip()[-1] in ",;)"


def _goes_on_note(line: Line) -> bool:
    """Tell whether a line can go on with a footnote: its lists have "(i)" for markers."""
    return line.marker is None or line.marker.family == "paren"


@cache
def _says() -> str:
    """Return the pattern of what is said behind a greeting: another sentence, or what one will do."""
    persons = any_of([*lexicon("cues")["first_person"], *known()["speakers_too"]])
    greeting = r"(?i:(?:kính\s+)?thưa)\s"
    return rf"(?<=[a-zà-ỹ])[.;?!]\s+(?!{greeting})\w|,\s(?i:{persons})\s"


def _salutations(lines: list[Line], roles: list[str]) -> None:
    for i, line in enumerate(lines):
        # "Thưa các đồng chí, tôi xin hứa …" is said, it does not only greet
        if roles[i] == "body" and len(line.text) < 300 and greets(line.text):
            roles[i] = "body" if compiled(_says()).search(line.text) else "salutation"


def _bylines(lines: list[Line], roles: list[str]) -> None:
    marks = known()["bylines"]
    for i, line in enumerate(lines[1:_BYLINE], 1):
        # "Đăng ngày 28-08-2017 15:40" below the headline
        stamp = len(line.text) <= STAMP_LINE and fold(line.text).lstrip("(").startswith(marks)
        if stamp and any(map(str.isdigit, line.text)):
            roles[i] = "byline"
    for i in range(len(lines) - 1, max(-1, len(lines) - 8), -1):
        # not the paragraph "(TTXVN) - Ngày 5/9, Thủ tướng …"
        credit = len(lines[i].text) <= STAMP_LINE and fold(lines[i].text).startswith(marks)
        if credit or (
            i == len(lines) - 1 and roles[i] == "body" and looks_like_name(lines[i].text)
        ):
            roles[i] = "byline"
        elif roles[i] == "body":
            break


def _credits(lines: list[Line], roles: list[str]) -> None:
    """In the press, day and author may stand without a label, above or below the text."""
    last = len(lines) - _BYLINE
    for i, line in enumerate(lines):
        near = i < _BYLINE or i >= last
        if near and roles[i] == "body" and (stamp(line.text) or (i and byline(line.text))):
            roles[i] = "byline"
    if roles[-1] == "body" and pen_name(lines[-1].text):
        roles[-1] = "byline"


def _captions(lines: list[Line], roles: list[str]) -> None:
    """Captions of photos: repeated lines, credits, and short lines without a stop after them."""
    seen = Counter(line.text for line in lines)
    credit = compiled(r".*(?:\(\s*)?(?:Ảnh|ảnh|Hình)\s*(?::|từ\s)")
    for i in range(1, len(lines)):
        line = lines[i]
        if roles[i] != "body" or line.marker or line.bold:
            continue
        unfinished = len(line.text) < 260 and line.text[-1] not in '.:;!?…”"'
        repeated = seen[line.text] > 1 and unfinished
        after = roles[i - 1] == "caption" and not line.gap and unfinished
        if repeated or after or (len(line.text) < 400 and credit.match(line.text)):
            roles[i] = "caption"


def _goes_on(lines: list[Line], roles: list[str], i: int) -> bool:
    """Tell whether a paragraph stands below another of the same item."""
    return roles[i - 1] == "body" and lines[i - 1].marker is None and not lines[i - 1].upper


def _closing(lines: list[Line], roles: list[str]) -> None:
    """The paragraphs after the last unit that end the text: "Trên đây là …", thanks."""
    foot = next((i for i, r in enumerate(roles) if r in ("signature", "recipients")), len(lines))
    last = foot - 1
    while last >= 0 and (
        roles[last] in ("byline", "footnote")
        or fold(lines[last].text).startswith(known()["attached"])
    ):
        last -= 1
    for i in range(last, max(-1, last - 4), -1):
        line = lines[i]
        if roles[i] != "body" or line.marker is not None or line.upper:
            break
        text = re.sub(r"^[\"“]", "", fold(line.text))
        # the last of several paragraphs of one item goes on with it
        ends = i == last and text.endswith("./.") and not (i and _goes_on(lines, roles, i))
        # "Ban Tuyên giáo hướng dẫn …", apart from the last item and above what closes
        before = lines[i - 1] if i else line
        item = before.marker is not None and before.marker.family != "article"
        above = i < last and line.gap and item and before.text[-1] in ".;"
        if not (text.startswith(known()["closings"]) or ends or above):
            break
        roles[i] = "closing"
