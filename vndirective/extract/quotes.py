"""Quotations: direct speech, scare quotes and titles, with the speaker the text names."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from vndirective.core.orthography import fold
from vndirective.core.patterns import any_of, compiled
from vndirective.core.records import AnalysisWarning, Quote
from vndirective.core.resources import lexicon
from vndirective.extract.actors import Mention
from vndirective.extract.context import Context

__all__ = ["find_quotes"]

Offsets = tuple[int, int]

_PAIRS = {"“": "”", "«": "»", '"': '"'}
#: A passage of at least this many characters that is a statement is somebody's words.
_DIRECT_LENGTH = 60
#: A shorter one behind a verb of saying is quoted by the way: ông yêu cầu “thà lo thừa …”.
_SAYING_LENGTH = 25
#: How far around a passage the frame that attributes it is looked for, in characters.
_FRAME = 170
_TITLE_FRAME = 90
#: The most characters between a passage and the name of its speaker after it.
_NEAR = 25


@dataclass(frozen=True, slots=True)
class _Frames:
    """Patterns for what stands before or after a quotation."""

    titled: re.Pattern[str]
    colon: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    according: re.Pattern[str]
    pronoun: re.Pattern[str]


@cache
def _frames() -> _Frames:
    data = lexicon("quotes")
    said, nominal = any_of(data["saying"]), any_of(data["nominal"])
    return _Frames(
        titled=re.compile(rf"(?<!\w){any_of(data['titled'])}(?!\w)[^.;:\"“”«»]{{0,60}}\Z"),
        colon=re.compile(rf"(?<!\w){said}(?!\w)[^.;:\"“”«»]{{0,60}}:\s*\Z"),
        before=re.compile(rf"(?<!\w){said}(?!\w)[^.;:\"“”«»]{{0,40}}[:,]?\s*\Z"),
        after=re.compile(
            rf"[,\s–-]*[^.;:]{{0,120}}?(?<!\w){said}(?!\w)|[,.]?\s*(?:đó\s+)?là\s+{nominal}\s+của\b"
        ),
        according=re.compile(r"(?<!\w)theo\s[^.;:]{3,80},\s*\Z"),
        pronoun=re.compile(
            rf"(?<!\w){any_of(data['pronouns'])}\s+(?:(?:đã|cũng|còn|liền|vừa)\s+)?{said}(?!\w)"
        ),
    )


@cache
def _titles() -> frozenset[str]:
    """What may stand between a quotation and the name of who said it."""
    return frozenset((*map(fold, lexicon("cues")["honorifics"]), ""))


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
    finder = _Speakers(ctx, mentions)
    quotes: list[Quote] = []
    last: tuple[int, int | None] | None = None  # where the last direct speech ends, whose it is
    for start, end in _spans(ctx):
        kind = _kind(ctx, start, end)
        speaker = None
        said = kind == "scare" and (_may_be_said(ctx, start, end) or finder.follows(start, end))
        if kind == "direct" or said:
            speaker = finder.of(start, end)
            if speaker is None and last is not None and _goes_on(ctx, last[0], start, end):
                speaker = last[1]
            kind = "direct" if speaker is not None else kind
        if kind == "direct":
            last = (end, speaker)
        span = ctx.span(start, end)
        identity = None if speaker is None else f"a{speaker + 1}"
        quotes.append(Quote(span.text, span.start, span.end, kind, identity))
    return quotes


def _spans(ctx: Context) -> list[Offsets]:
    """Pair the marks of each line; a passage that is never closed ends with its sentence."""
    text = ctx.view.text
    spans: list[Offsets] = []
    for line in ctx.structure.lines:
        open_marks: list[tuple[int, str]] = []
        plain = 0  # how many of them are straight
        for match in compiled(r"[“”«»\"]", 0).finditer(text, line.start, line.end):
            mark, at = match[0], match.start()
            closes = open_marks and mark == _PAIRS[open_marks[-1][1]]
            if closes or (mark == "”" and plain):
                opened, kind = open_marks.pop()
                plain -= kind == '"'
                spans.append((opened, at + 1))
            elif mark in _PAIRS:
                open_marks.append((at, mark))
                plain += mark == '"'
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
    frames = _frames()
    before = _line_before(ctx, start)
    if frames.colon.search(before):
        return "direct"
    if frames.titled.search(before[-_TITLE_FRAME:]) and "." not in text[:-2]:
        return "title"
    statement = text.rstrip('”"»')[-1:] in ".!?…" or ". " in text
    long = end - start >= _DIRECT_LENGTH
    if long and (statement or _said_after(ctx, end) or frames.before.search(before)):
        return "direct"
    return "direct" if statement and _said_after(ctx, end) else "scare"


def _may_be_said(ctx: Context, start: int, end: int) -> bool:
    """Tell whether a passage is somebody's words if somebody is named for them."""
    if end - start > _DIRECT_LENGTH:
        return True
    before = _line_before(ctx, start)
    return end - start > _SAYING_LENGTH and _frames().before.search(before) is not None


def _line_before(ctx: Context, start: int) -> str:
    """Return the folded text before a passage, within its line."""
    return ctx.view.folded[max(0, start - _FRAME) : start].rsplit("\n", 1)[-1]


def _said_after(ctx: Context, end: int) -> bool:
    following = ctx.view.folded[end : end + _FRAME].split("\n", 1)[0]
    return _frames().after.match(following) is not None


def _goes_on(ctx: Context, last: int, start: int, end: int) -> bool:
    """Tell whether a passage that nobody is named for goes on with the speech before it.

    It is a paragraph of its own, and only the frame of the last speech stands between.
    """
    text = ctx.view.text
    alone = text[:start].rstrip(" ").endswith("\n") and text[end : end + 2].strip(" .") in (
        "",
        "\n",
    )
    return alone and text.count("\n", last, start) == 1


class _Speakers:
    """Looks for the mention that a passage is attributed to."""

    def __init__(self, ctx: Context, mentions: list[Mention]) -> None:
        self._ctx = ctx
        self._mentions = mentions
        self._starts = [m.start for m in mentions]

    def of(self, start: int, end: int) -> int | None:
        """Return the index of the mention, or None."""
        found = self._behind(end) if _said_after(self._ctx, end) else None
        return found if found is not None else self._ahead(start)

    def follows(self, start: int, end: int) -> bool:
        """Tell whether a sentence opens with the passage and then names who said it.

        Between the two stands no more than a title: "“Các xã phải kiểm tra”, ông X nói".
        """
        view = self._ctx.view
        ahead = view.folded[max(0, start - 2) : start].rstrip(" ")
        opens = ahead[-1:] in ("", "\n", ".", "!", "?", "…", "-", "–", "+")
        if not opens or not view.text[start + 1 : start + 2].isupper():
            return False
        if not _said_after(self._ctx, end):
            return False
        after = bisect_left(self._starts, end)
        named = self._starts[after] if after < len(self._starts) else len(view.text)
        stop = min(named, end + _NEAR)
        if stop == named and view.folded[end:stop].strip(" ,") in _titles():
            return True
        return _frames().pronoun.match(view.folded, end + len(", ")) is not None

    def _behind(self, end: int) -> int | None:
        """The first name after the passage: "…”, ông X nhấn mạnh"."""
        text = self._ctx.view.text
        stop = text.find("\n", end)
        stop = len(text) if stop < 0 else stop
        after = bisect_left(self._starts, end)
        if after < len(self._mentions) and self._mentions[after].start < stop:
            between = text[end : self._mentions[after].start]
            nominal = "của" in between
            if nominal or (len(between) < _NEAR and "." not in between.strip(". ")):
                return self._by_name(after)
        if _frames().pronoun.search(self._ctx.view.folded[end : min(stop, end + _NEAR)]):
            return self._last_person(end)
        return None

    def _ahead(self, start: int) -> int | None:
        """The subject of the sentence that leads to the passage: "X cho biết: “…"."""
        ctx, frames = self._ctx, _frames()
        before = _line_before(ctx, start)
        told = frames.colon.search(before) or frames.before.search(before)
        if not told and not frames.according.search(before):
            return None
        pronouns = [m.end() for m in frames.pronoun.finditer(before)]
        if told and pronouns and pronouns[-1] > told.start():
            return self._last_person(start)
        sentence = ctx.sentence_at(start)
        floor = max(
            ctx.view.text.rfind("\n", 0, start),
            ctx.structure.spans[sentence][0] if sentence >= 0 else 0,
        )
        said_at = start - len(before) + (told.start() if told else len(before))
        for k in range(bisect_left(self._starts, floor), bisect_left(self._starts, said_at)):
            if self._mentions[k].type != "GROUP" or before.endswith((":", ": ")):
                return self._by_name(k)
        return None

    def _last_person(self, before: int) -> int | None:
        """The person named last before an offset: whom "ông" stands for."""
        for k in range(bisect_left(self._starts, before) - 1, -1, -1):
            if self._mentions[k].type == "PERSON":
                return k
        return None

    def _by_name(self, index: int) -> int:
        """Of "office, office + name" take the name; they stand for one speaker."""
        keys, mentions = self._ctx.tokens.keys, self._mentions
        at = index
        while mentions[at].type == "ROLE" and at + 1 < len(mentions):
            between = keys[mentions[at].last : mentions[at + 1].first]
            if between not in ([], [","]):
                return index
            at += 1
            if mentions[at].type == "PERSON" and not between:
                return at
        return index
