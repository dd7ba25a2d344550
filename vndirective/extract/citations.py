"""Citations: documents cited by number, by name, or both, with the articles referred to.

Forms after Luật Ban hành văn bản quy phạm pháp luật and Nghị định 30/2020/NĐ-CP, Phụ lục I
("điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from vndirective.core.orthography import fold
from vndirective.core.patterns import (
    DATE_WORDS,
    DOC_NUMBER,
    any_of,
    compiled,
    iso_date,
    tidy_number,
)
from vndirective.core.records import Citation
from vndirective.core.resources import lexicon
from vndirective.core.tokens import token_keys
from vndirective.extract.context import Context

__all__ = ["find_citations"]

_ARTICLE = (
    r"(?P<articles>(?:(?:các\s+)?(?:điểm|khoản|điều|mục|chương|phần)\s+(?:\d+[a-zđ]?|[a-zđ]|[ivx]+)\b"
    r"(?:(?:\s*,\s*|\s+và\s+|\s*;\s*)(?:\d+[a-zđ]?|[a-zđ])\b(?!\s*[/-]))*[\s,]*(?:của\s+)?)+)"
)
# "Công điện số 3 hồi 20 giờ 30 phút ngày 5/9/2024"
_HOUR = r"(?:(?:vào\s+)?(?:hồi|lúc)\s+\d{1,2}\s?(?:giờ|h|g)(?:\s?\d{1,2}(?:\s?phút|[’'])?)?,?\s+)"
_DATE = rf",?[ ]?\(?{_HOUR}?{DATE_WORDS}"
_YEAR = r"[ ]năm[ ](?P<year>\d{4})"
_ISSUER = r",?\s+của\s+(?P<issuer>[A-ZĐ][^,;.:()“”\"\n]{2,70}?)(?=\s+(?:về|quy|ban|hướng|gửi|sửa|phê|thực|triển|trong|tại|và\s+[a-z]|do)\b|[,;.:()“”\"]|\n|\Z)"
# Blanks only: what the next line or row of a table begins with is no number of this one.
_NUMBERED = r"[ ]+(?:(?:liên[ ]+tịch[ ]+)?số[ ]*:?[ ]*)?"
#: How far before a number its kind may start, and before a kind its articles, in characters.
_KIND = 50
_BEFORE = 90
#: What the finest reference to a part of a document ends with.
_PARTS = ("điều", "khoản", "mục", "chương", "phần", "điểm")
#: Numbers this near to each other share the kind said before the first: "các Nghị định số A, B".
_SAME_LIST = 12
#: The most words of the name of a law that no lexicon holds.
_LONGEST_NAME = 9


@dataclass(frozen=True, slots=True)
class _Found:
    """One citation in view offsets."""

    start: int
    end: int
    kind: str | None
    number: str | None
    issued_on: str | None = None
    issuer: str | None = None
    articles: tuple[str, ...] = ()


@cache
def _before_number() -> re.Pattern[str]:
    kinds = any_of(lexicon("citations")["numbered"])
    return re.compile(rf"(?<!\w)(?P<kind>{kinds}){_NUMBERED}\Z")


@cache
def _laws() -> re.Pattern[str]:
    data = lexicon("citations")
    ends = any_of(data["ends"])
    word = rf"(?!{ends}(?!\w))\w+"
    listed = any_of(data["named"])
    other = rf"(?:bộ\s+luật|luật|pháp\s+lệnh)[ ]{word}(?:,?[ ]{word}){{1,{_LONGEST_NAME}}}?(?=\s+{ends}(?!\w)|\s*[;.:()“”\"\n]|\s*\Z)"
    return re.compile(rf"(?:(?P<listed>{listed})|{other})(?!\w)")


@cache
def _short_starts() -> frozenset[str]:
    """The tokens that the kinds of `_short` start with."""
    return frozenset(token_keys(kind)[0] for kind in lexicon("citations")["short"])


@cache
def _short() -> re.Pattern[str]:
    data = lexicon("citations")
    return re.compile(
        rf"(?<!\w)(?P<kind>{any_of(data['short'])}){_NUMBERED}(?P<number>\d{{1,5}})"
        rf"(?!\s?/|[\w–-]|[.,]\d)(?!\s*{any_of(data['units'])}(?!\w)(?!\s+\d{{4}}))"
    )


def find_citations(ctx: Context) -> list[Citation]:
    """Find every citation of a text.

    Parameters
    ----------
    ctx : Context

    Returns
    -------
    list of Citation
        In the order of the text. ``refers_to`` names the first citation of the same document.
        The document's own number in its head is none.
    """
    laws = _named_laws(ctx)
    found = _numbered(ctx, laws)
    found += [_law(ctx, m) for m in laws.values()]
    found.sort(key=lambda f: f.start)
    found += _short_mentions(ctx, found)
    found.sort(key=lambda f: f.start)
    return _records(ctx, found)


def _numbered(ctx: Context, laws: dict[int, re.Match[str]]) -> list[_Found]:
    """Read the citations with a symbol; a law that carries one is taken out of ``laws``."""
    text, folded = ctx.view.text, ctx.view.folded
    found: list[_Found] = []
    for match in compiled(DOC_NUMBER).finditer(text):
        number = tidy_number(match[0])
        if not _plausible(number) or _is_own(ctx, match.start(), number):
            continue
        start, kind = match.start(), None
        articles: tuple[str, ...] = ()
        left = _before_number().search(folded, max(0, start - _KIND), start)
        if left:
            kind = " ".join(left["kind"].split())
            start, articles = _with_articles(ctx, left.start())
        else:
            if found and start - found[-1].end < _SAME_LIST:
                kind = found[-1].kind
            bare = compiled(r"số[ ]*:?[ ]*\Z").search(folded, max(0, start - 8), start)
            if bare:
                start = bare.start()
                if law := laws.pop(start - 1, None):
                    start, articles = _with_articles(ctx, law.start())
                    kind = _law_kind(law[0])
        end, issued = _dated(folded, match.end())
        issuer = compiled(_ISSUER).match(text, end)
        found.append(
            _Found(
                start, end, kind, number, issued, issuer["issuer"].strip() if issuer else None,
                articles,
            )
        )  # fmt: skip
    return found


def _named_laws(ctx: Context) -> dict[int, re.Match[str]]:
    """Find laws cited by name, by their end; a name starts with a capital, as its law does."""
    text, folded = ctx.view.text, ctx.view.folded
    laws: dict[int, re.Match[str]] = {}
    # Each search begins with plain letters, for which it is fast.
    for word in ("luật", r"hiến\s+pháp", r"pháp\s+lệnh"):
        for found in compiled(rf"{word}(?!\w)", 0).finditer(folded):
            start = found.start()
            if compiled(r"bộ\s+\Z", 0).search(folded, max(0, start - 4), start):
                start = folded.rindex("bộ", 0, start)
            match = _laws().match(folded, start) if text[start].isupper() else None
            if match and (match["listed"] or _capital_name(text, match)):
                laws[match.end()] = match
    return laws


def _capital_name(text: str, match: re.Match[str]) -> bool:
    words = text[match.start() : match.end()].split()
    named = words[2:] if fold(words[0]) in ("bộ", "pháp") else words[1:]
    return bool(named) and named[0][0].isupper() and not text[match.start() : match.end()].isupper()


def _law(ctx: Context, match: re.Match[str]) -> _Found:
    folded = ctx.view.folded
    start, articles = _with_articles(ctx, match.start())
    end, issued = _dated(folded, match.end())
    return _Found(start, end, _law_kind(match[0]), None, issued, None, articles)


def _short_mentions(ctx: Context, found: list[_Found]) -> list[_Found]:
    """Read "Nghị quyết 201": a kind and a number alone, outside of what was found."""
    text, folded = ctx.view.text, ctx.view.folded
    taken = sorted((f.start, f.end) for f in found)
    starts = [start for start, _ in taken]
    ends = list(accumulate((end for _, end in taken), max))  # how far those up to each one reach
    mentions = []
    behind = 0  # where the last match ends
    for i in ctx.tokens.where(_short_starts()):
        at = ctx.tokens.starts[i]
        match = _short().match(folded, at) if at >= behind else None
        if match is None:
            continue
        behind = match.end()
        if not text[at].isupper():
            continue
        start, articles = _with_articles(ctx, match.start())
        end, issued = _dated(folded, match.end())
        before = bisect_left(starts, end)
        if before and ends[before - 1] > start:
            continue
        kind = " ".join(match["kind"].split())
        mentions.append(_Found(start, end, kind, match["number"], issued, None, articles))
    return mentions


def _dated(folded: str, end: int) -> tuple[int, str | None]:
    """Take the date or year after a number into the citation; return its end and the date."""
    if date := compiled(_DATE).match(folded, end):
        return date.end(), iso_date(date["day"], date["month"], date["year"])
    year = compiled(_YEAR).match(folded, end)
    return (year.end() if year else end), None


def _law_kind(name: str) -> str:
    return next(
        (kind for kind in ("bộ luật", "hiến pháp", "pháp lệnh") if name.startswith(kind[:3])),
        "luật",
    )


def _with_articles(ctx: Context, start: int) -> tuple[int, tuple[str, ...]]:
    """Take the article reference before the name of a law into its citation."""
    before = max(0, start - _BEFORE)
    before = max(before, ctx.view.folded.rfind("\n", before, start) + 1)
    if not any(part in ctx.view.folded[before:start] for part in _PARTS):
        return start, ()
    left = compiled(rf"{_ARTICLE}\Z").search(ctx.view.folded, before, start)
    return (left.start(), _articles(ctx.view.text, left)) if left else (start, ())


def _is_own(ctx: Context, offset: int, number: str) -> bool:
    """Tell the number of the document itself: in its head, and "Kèm theo …" above an annex."""
    own = dict(ctx.structure.frame.fields).get("number")
    if own is None:
        return False
    raw = ctx.view.map.to_raw(offset, offset + 1)[0]
    if own.start <= raw < own.end:
        return ctx.role_at(offset) == "header"
    to_view = ctx.view.map.to_view  # what is read, without the invisible characters of the raw text
    printed = ctx.view.text[to_view(own.start) : to_view(own.end)]
    same = tidy_number(printed).endswith(number)
    before = ctx.view.folded[max(0, offset - 60) : offset]
    return (
        same
        and compiled(r"\(\s*(?:ban\s+hành\s+)?kèm\s+theo[^.;\n]{0,40}\Z", 0).search(before)
        is not None
    )


def _plausible(number: str) -> bool:
    letters = re.sub(r"[^A-ZĐa-zđ]", "", number)
    return (
        len(letters) >= 2
        and ("/" in number or "-" in number)
        and not re.match(r"\d+[/-][A-ZĐ][a-zđ]", number)
    )


def _articles(text: str, match: re.Match[str]) -> tuple[str, ...]:
    """Return the article reference as printed, without "của"."""
    if match["articles"] is None:
        return ()
    printed = " ".join(text[match.start("articles") : match.end("articles")].split())
    return (re.sub(r"\s+của\Z", "", printed.strip(" ,;")),)


def _records(ctx: Context, found: list[_Found]) -> list[Citation]:
    """Number the citations, and lead each to the first one of the same document."""
    first: dict[str, str] = {}
    records = []
    for n, cited in enumerate(found, 1):
        identity = f"c{n}"
        sought, given = _keys(ctx, cited)
        same = next((first[key] for key in sought if key in first), None)
        span = ctx.span(cited.start, cited.end)
        records.append(
            Citation(
                identity, span.text, span.start, span.end, doc_type=cited.kind,
                number=cited.number, issued_on=cited.issued_on, issuer=cited.issuer,
                articles=cited.articles, refers_to=same,
            )
        )  # fmt: skip
        for key in given:
            first.setdefault(key, same or identity)
    return records


def _keys(ctx: Context, cited: _Found) -> tuple[list[str], list[str]]:
    """Return the keys that a citation looks for, and those that later ones find it by.

    A symbol is whole; a kind and bare number stands for the first symbol that starts so. A law
    without a year stands for the one before, whatever its year; two years are two laws.
    """
    if cited.number is not None:
        bare = re.split(r"[/-]", cited.number)[0]
        short = f"{cited.kind} {bare}"
        if cited.number == bare:
            return [short], [short]
        return [cited.number], [cited.number, short]
    name = " ".join(ctx.view.folded[cited.start : cited.end].split())
    name = compiled(rf"\A{_ARTICLE}").sub("", name)
    dated = compiled(rf"{_DATE}\Z").search(name) or compiled(rf"{_YEAR}\Z").search(name)
    if dated is None:
        return [name], [name, f"{name}, undated"]
    law = name[: dated.start()]
    year = dated[0][-4:]
    return [f"{law} {year}", f"{law}, undated"], [f"{law} {year}", law]
