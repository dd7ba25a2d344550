"""Quotation marks: where quoted passages begin and end, and which of them are one speech."""

from __future__ import annotations

from dataclasses import dataclass

from vndirective.core.patterns import compiled
from vndirective.core.records import AnalysisWarning
from vndirective.extract.context import Context

__all__ = ["Passage", "passages"]

_PAIRS = {"“": "”", "«": "»", '"': '"'}
_SINGLE = {"'": "'", "‘": "’"}
#: A single mark opens behind a space or bracket and closes before a space or punctuation: between
#: letters it belongs to a name (H'Hen, K'Brểu), behind figures it says minutes (16h30').
#: It opens with a plain set of characters, for which the search is fast.
_MARKS = (
    r"[“”«»\"'‘’](?:(?<=[“”«»\"])|(?:(?<=[\s(:,\[–-]['‘])|(?<=\A['‘]))(?=\w)"
    r"|(?<=['’])(?<![\s(]['’])(?<!\dh\d['’])(?<!\dh\d\d['’])(?!\w))"
)
_ANY_MARK = "[“”«»\"'‘’]"
#: Fewer words between single marks are no quotation.
_SINGLE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A quoted passage with its marks, in view offsets.

    ``outer`` holds the offsets of the passage around it. ``goes_on`` says that the next paragraph
    continues the speech: each opens with a mark and only the last closes.
    """

    start: int
    end: int
    outer: tuple[int, int] | None = None
    goes_on: bool = False


def passages(ctx: Context) -> list[Passage]:
    """Pair the marks of each line; a passage that is never closed ends with its sentence.

    Parameters
    ----------
    ctx : Context

    Returns
    -------
    list of Passage
        In the order of their opening marks.
    """
    text, lines = ctx.view.text, ctx.structure.lines
    spans: list[tuple[int, int, bool]] = []
    marks = compiled(_ANY_MARK, 0).finditer(text)
    # few lines hold a mark
    for n in sorted({ctx.line_at(mark.start()) for mark in marks} - {-1}):
        line = lines[n]
        closed, unclosed = _pairs(text, line.start, line.end)
        spans.extend((a, b, False) for a, b in closed)
        for at in unclosed:
            end = _sentence_end(ctx, at, line.end)
            after = lines[n + 1].start if n + 1 < len(lines) else len(text)
            if at == unclosed[0] and _opens(text, line.start, at) and _is_open(text, after, at):
                spans.append((at, line.start + len(text[line.start : line.end].rstrip()), True))
            elif end - at > 1:
                spans.append((at, end, False))
                span = ctx.span(at, end)
                ctx.warnings.append(
                    AnalysisWarning(
                        "unclosed_quote", "a quotation is never closed", span.start, span.end
                    )
                )
    found: list[Passage] = []
    around: list[tuple[int, int]] = []
    for start, end, goes_on in sorted(spans):
        while around and around[-1][1] <= start:
            around.pop()
        found.append(Passage(start, end, around[-1] if around else None, goes_on))
        around.append((start, end))
    return found


def _pairs(text: str, start: int, stop: int) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the pairs of marks of a line, and the double marks that are never closed."""
    closed: list[tuple[int, int]] = []
    open_marks: list[tuple[int, str]] = []
    plain = 0  # how many of them are straight
    single: tuple[int, int] | None = None  # a single mark, and how many double ones it stands in
    for match in compiled(_MARKS, 0).finditer(text, start, stop):
        mark, at = match[0], match.start()
        if mark in "'‘’":
            if text[at + 1 : at + 2].isalnum():
                single = (at, len(open_marks))
            elif single and single[1] == len(open_marks) and mark == _SINGLE[text[single[0]]]:
                if len(text[single[0] : at].split()) >= _SINGLE_WORDS:
                    closed.append((single[0], at + 1))
                single = None
            continue
        closes = open_marks and mark == _PAIRS[open_marks[-1][1]]
        if closes or (mark == "”" and plain):
            opened, kind = open_marks.pop()
            plain -= kind == '"'
            closed.append((opened, at + 1))
            if single and single[0] > opened:
                single = None
        elif mark in _PAIRS:
            open_marks.append((at, mark))
            plain += mark == '"'
    return closed, [at for at, _ in open_marks]


def _opens(text: str, start: int, at: int) -> bool:
    """Tell whether a mark is the first thing of its line, or what a colon leads to."""
    return text[start:at].strip(" *")[-1:] in ("", ":")


def _is_open(text: str, start: int, at: int) -> bool:
    """Tell whether a line opens with the same mark as the one at an offset."""
    return text[start : start + 4].lstrip(" *\n")[:1] == text[at]


def _sentence_end(ctx: Context, at: int, line_end: int) -> int:
    """Where a quotation that is never closed ends: with its sentence, without the full stop."""
    k = ctx.sentence_at(at)
    end = min(ctx.structure.spans[k][1], line_end) if k >= 0 else line_end
    return end - 1 if ctx.view.text[end - 1] == "." else end
