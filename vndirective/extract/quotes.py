"""Quotations: direct speech, scare quotes and titles, with the speaker the text names."""

from __future__ import annotations

from bisect import bisect_left

from vndirective.core.patterns import compiled
from vndirective.core.records import AnalysisWarning, Quote
from vndirective.extract.actors import Mention
from vndirective.extract.context import Context

__all__ = ["find_quotes"]

_PAIRS = {"“": "”", "«": "»", '"': '"'}
_TITLED = (
    r"(?:chỉ\s+thị|nghị\s+quyết|quyết\s+định|kế\s+hoạch|chương\s+trình|đề\s+án|dự\s+án|phong\s+trào|cuộc\s+vận\s+động|"
    r"hội\s+thảo|tọa\s+đàm|hội\s+nghị|chủ\s+đề|cuộc\s+thi|chiến\s+dịch|mô\s+hình|chuyên\s+đề|đợt\s+thi\s+đua|về(?:\s+việc)?|"
    r"hướng\s+dẫn|quy\s+định)(?:[^.;\"“”«»]{0,60})\Z"
)
_SAID = r"(?:nhấn\s+mạnh|khẳng\s+định|cho\s+biết|cho\s+rằng|phát\s+biểu|nói|chia\s+sẻ|nêu\s+rõ|bày\s+tỏ|yêu\s+cầu|chỉ\s+rõ|lưu\s+ý|đề\s+nghị|phát\s+biểu\s+chỉ\s+đạo)"
#: A passage of at least this many characters that is a statement is somebody's words.
_DIRECT_LENGTH = 60


def find_quotes(ctx: Context, mentions: list[Mention]) -> list[Quote]:
    """Find the quoted passages of a text.

    Parameters
    ----------
    ctx : Context
    mentions : list of Mention
        The actors, in order; the id of the n-th is ``a<n+1>``.

    Returns
    -------
    list of Quote
        In the order of their opening marks. A quotation that is never closed ends with its
        sentence and is reported in the warnings.
    """
    starts = [m.start for m in mentions]
    quotes = []
    for start, end in _spans(ctx):
        kind = _kind(ctx, start, end)
        speaker = _speaker(ctx, start, end, mentions, starts) if kind == "direct" else None
        if kind == "scare" and end - start > _DIRECT_LENGTH:
            speaker = _speaker(ctx, start, end, mentions, starts)
            kind = "direct" if speaker is not None else kind
        span = ctx.span(start, end)
        identity = None if speaker is None else f"a{speaker + 1}"
        quotes.append(Quote(span.text, span.start, span.end, kind, identity))
    return quotes


def _spans(ctx: Context) -> list[tuple[int, int]]:
    text = ctx.view.text
    spans: list[tuple[int, int]] = []
    for line in ctx.structure.lines:
        open_marks: list[tuple[int, str]] = []
        for match in compiled(r"[“”«»\"]", 0).finditer(text, line.start, line.end):
            mark, at = match[0], match.start()
            if open_marks and mark == _PAIRS[open_marks[-1][1]]:
                spans.append((open_marks.pop()[0], at + 1))
            elif mark in _PAIRS:
                open_marks.append((at, mark))
            elif mark == "”" and open_marks and any(m == '"' for _, m in open_marks):
                spans.append((open_marks.pop()[0], at + 1))
        for at, _ in open_marks:
            end = _sentence_end(ctx, at, line.end)
            if end - at > 1:
                spans.append((at, end))
                span = ctx.span(at, end)
                ctx.warnings.append(
                    AnalysisWarning(
                        "unclosed_quote", "a quotation is never closed", span.start, span.end
                    )
                )
    return sorted(spans)


def _sentence_end(ctx: Context, at: int, line_end: int) -> int:
    """Where a quotation that is never closed ends: with its sentence, without the full stop."""
    k = ctx.sentence_at(at)
    end = min(ctx.structure.spans[k][1], line_end) if k >= 0 else line_end
    return end - 1 if ctx.view.text[end - 1] == "." else end


def _kind(ctx: Context, start: int, end: int) -> str:
    text = ctx.view.text[start:end]
    before = ctx.view.folded[max(0, start - 90) : start]
    if compiled(_TITLED).search(before.split("\n")[-1]) and "." not in text[:-2]:
        return "title"
    statement = text.rstrip('”"»')[-1:] in ".!?…" or ". " in text
    if end - start >= _DIRECT_LENGTH and (
        statement or _said_after(ctx, end) or _said_before(ctx, start)
    ):
        return "direct"
    return "scare"


def _said_after(ctx: Context, end: int) -> bool:
    return (
        compiled(rf"[,.]?\s*[^.;:]{{0,120}}?{_SAID}").match(ctx.view.folded[end : end + 170])
        is not None
    )


def _said_before(ctx: Context, start: int) -> bool:
    return (
        compiled(rf"{_SAID}[^.;]{{0,40}}[:,]?\s*\Z").search(
            ctx.view.folded[max(0, start - 70) : start]
        )
        is not None
    )


def _speaker(
    ctx: Context, start: int, end: int, mentions: list[Mention], starts: list[int]
) -> int | None:
    """Return the index of the mention that the words are attributed to, or None."""
    text = ctx.view.text
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    after = bisect_left(starts, end)
    if after < len(mentions) and mentions[after].start < stop and _said_after(ctx, end):
        between = text[end : mentions[after].start]
        if len(between) < 25 and "." not in between.strip(". "):
            return _last_of_name(mentions, after)
    if _said_before(ctx, start):
        floor = text.rfind("\n", 0, start)
        sentence = (
            ctx.structure.spans[ctx.sentence_at(start)][0] if ctx.sentence_at(start) >= 0 else floor
        )
        before = bisect_left(starts, start) - 1
        candidates = [
            k
            for k in range(max(0, before - 6), before + 1)
            if mentions[k].start >= max(floor, sentence)
        ]
        if candidates:
            return _last_of_name(mentions, candidates[0])
    return None


def _last_of_name(mentions: list[Mention], index: int) -> int:
    """Of "office + name" take the name; both stand for one speaker."""
    following = index + 1
    if (
        mentions[index].type == "ROLE"
        and following < len(mentions)
        and mentions[following].type == "PERSON"
        and mentions[following].first == mentions[index].last
    ):
        return following
    return index
