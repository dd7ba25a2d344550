"""What the form of a line tells: that it heads others, leads to a list, or lists cases."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from vndirective.core.patterns import any_of, compiled
from vndirective.extract.clauses.reader import Reader
from vndirective.extract.context import Context
from vndirective.extract.cues import cues
from vndirective.segment.lines import Line

__all__ = [
    "announces",
    "heading_like",
    "heads_paragraphs",
    "heads_parts",
    "is_subhead",
    "line_below",
    "lists_cases",
    "one_statement",
    "opens_list",
    "unnumbered_heading",
]

#: The first numbers of lists.
_FIRST = ("1", "nhất", "một", "I", "i", "a")
#: How long a heading may be, in characters.
_HEADING = 220
#: How far before the end of a paragraph it may say what it announces, in characters.
_ANNOUNCED = 250
#: Lines of a news report that lack a full stop and are shorter than this are no paragraphs.
_SUBHEAD = 200


def heads_parts(line: Line) -> bool:
    """Tell "II. Tổ chức thực hiện." and "B. …", which head parts of a text wherever items follow."""
    return line.marker is not None and line.marker.family in ("roman", "capital")


def one_statement(ctx: Context, reader: Reader, n: int) -> bool:
    """Tell whether a line is one short sentence without a subject, a cue or a day it is due before."""
    line = ctx.structure.lines[n]
    i, end = ctx.line_tokens[n]
    i, end = reader.skip(i, end), reader.without_stop(i, end)
    short = heading_like(line.text.rstrip(".… ")) and not {".", ";", ":"} & {*reader.keys[i:end]}
    named = any(reader.keys[k - 1] == "trước" for k in range(i + 1, end) if k in reader.time_at)
    return short and not named and not reader.subjects(i, end)[0] and not reader.cues_in(i, end)


def heading_like(text: str) -> bool:
    """Tell whether a line may be a heading: short, without a stop."""
    return text.rstrip()[-1:] not in ".;!?…" and len(text) < _HEADING


def line_below(lines: Sequence[Line], n: int, *, captions: bool) -> Line | None:
    """Return the next line; where a report has a picture there, the one under its caption."""
    k = n + 1
    if captions and k + 1 < len(lines) and lines[k].marker is None and heading_like(lines[k].text):
        k += 1
    return lines[k] if k < len(lines) else None


def opens_list(line: Line, below: Line | None) -> bool:
    """Tell whether a line leads to a list: by a colon, or "… sau đây" above an item."""
    text = line.text.rstrip('”" ')
    if text.endswith(":"):
        return True
    named = text.rstrip(".*").endswith((" sau", " sau đây"))
    if not named or below is None or below.marker is None:
        return False
    # "1. … báo cáo trong tuần sau. / 2. …" is no list of its own, "1. … các nội dung sau / 1. …" is
    said = text.rstrip(".*").removesuffix(" đây").removesuffix(" sau").rsplit(None, 1)[-1:]
    leads = bool(said) and said[0].casefold() in cues().list_words | cues().list_leads
    return leads or line.marker is None or line.marker.family != below.marker.family


def announces(ctx: Context, line: Line, below: Line | None) -> bool:
    """Tell whether a paragraph ends in "… thực hiện các giải pháp dài hạn." above the first of them."""
    first = below is not None and below.marker is not None and below.marker.number in _FIRST
    if not first or line.marker is not None:
        return False
    announced, said_before = _announcing()
    start = max(line.start, line.end - _ANNOUNCED)
    found = compiled(announced).search(ctx.view.folded, start, line.end)
    return found is not None and compiled(said_before).search(found[0]) is None


@cache
def _announcing() -> tuple[str, str]:
    """Return the patterns of what is announced in a last clause, and of what is known already."""
    several = r"(?<!\w)(?:các|những|một[ ]số|\d+)[ ](?:nhóm[ ])?"
    announced = rf"{several}{any_of(cues().announced)}(?!\w)[^.;:]{{0,120}}\.?\s*\Z"
    return announced, rf"(?<!\w){any_of(cues().said_before)}(?!\w)"


def unnumbered_heading(text: str, bold: bool, upper: bool) -> bool:
    """Tell whether a line without a number is set like a heading."""
    return (bold or upper) and heading_like(text)


def lists_cases(line: Line, folded: str, *, introduces: bool) -> bool:
    """Tell a line above cases: "… thuộc một trong các trường hợp sau đây:", "Các hành vi …:"."""
    table = cues()
    closing = folded.rsplit(",", 1)[-1] if opens_list(line, None) else ""
    if any(one in closing for one in table.one_of_several):
        # "phải áp dụng một trong các biện pháp sau:" leads to what is to be done
        return not any(choice in closing for choice in table.choices)
    if any(case in closing for case in table.left_out):
        # "Không áp dụng đối với các trường hợp:", not "xử lý đối với các trường hợp sau:"
        return any(f" {word} " in f" {folded} " for word in table.not_done)
    cases = introduces and folded.startswith(table.cases_headings)
    # "Các hành vi phải thực hiện:"
    return cases and table.not_cases.isdisjoint(folded.split())


def is_subhead(line: Line) -> bool:
    """Tell whether a line between the paragraphs of a news report is a heading or a caption."""
    return heads_paragraphs(line) and not line.bold and len(line.text) < _SUBHEAD


def heads_paragraphs(line: Line) -> bool:
    """Tell whether a line of a report is a heading between its paragraphs."""
    return line.bold or line.text.rstrip()[-1:] not in '.;!?…”"'
