"""Citations: documents cited by number, by name, or both, with the articles referred to.

Forms after Luật Ban hành văn bản quy phạm pháp luật and Nghị định 30/2020/NĐ-CP, Phụ lục I
("điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020").
"""

from __future__ import annotations

import re
from functools import cache

from vndirective.core.orthography import fold
from vndirective.core.patterns import DATE_WORDS, DOC_NUMBER, compiled, iso_date
from vndirective.core.records import Citation
from vndirective.core.resources import lexicon
from vndirective.extract.context import Context

__all__ = ["find_citations"]

_ARTICLE = (
    r"(?P<articles>(?:(?:các\s+)?(?:điểm|khoản|điều|mục|chương|phần)\s+(?:\d+[a-zđ]?|[a-zđ]|[IVX]+)\b"
    r"(?:(?:\s*,\s*|\s+và\s+|\s*;\s*)(?:\d+[a-zđ]?|[a-zđ])\b(?!\s*[/-]))*[\s,]*(?:của\s+)?)+)"
)
_AFTER_DATE = rf",?[ ]?\(?{DATE_WORDS}"
_YEAR = r"[ ]năm[ ](?P<year>\d{4})"
_ISSUER = r",?\s+của\s+(?P<issuer>[A-ZĐ][^,;.:()“”\"\n]{2,70}?)(?=\s+(?:về|quy|ban|hướng|gửi|sửa|phê|thực|triển|trong|tại|và\s+[a-z]|do)\b|[,;.:()“”\"]|\n|\Z)"


@cache
def _kinds() -> str:
    words = sorted((fold(w) for w in lexicon("citations")["numbered"]), key=len, reverse=True)
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words)


@cache
def _named() -> re.Pattern[str]:
    names = sorted((fold(n) for n in lexicon("citations")["named"]), key=len, reverse=True)
    forms = "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in names)
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)")


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
    text, folded = ctx.view.text, ctx.view.folded
    before = compiled(
        rf"(?:{_ARTICLE})?(?P<kind>(?:{_kinds()}))\s+(?:(?:liên\s+tịch\s+)?số\s*:?\s*)?\Z"
    )
    number_only = compiled(r"(?:số\s*:?\s*)\Z")
    found: list[
        tuple[int, int, str | None, str | None, str | None, str | None, tuple[str, ...]]
    ] = []
    laws = {m.end(): m for m in _named().finditer(folded) if text[m.start()].isupper()}
    kind_in_list: str | None = None
    last_end = -1
    for match in compiled(DOC_NUMBER).finditer(text):
        if ctx.role_at(match.start()) == "header" and _own_number(ctx, match.start()):
            continue
        number = re.sub(r"\s+", "", match[0]).replace("–", "-")
        if not _plausible(number):
            continue
        left = before.search(folded, max(0, match.start() - 110), match.start())
        start = match.start()
        articles: tuple[str, ...] = ()
        if left:
            kind: str | None = " ".join(left["kind"].split())
            start = left.start()
            articles = _articles(left["articles"])
        else:
            # "các Nghị định số A, B": the kind was said before the first number.
            near = last_end >= 0 and match.start() - last_end < 12
            kind = kind_in_list if near else None
            if bare := number_only.search(folded, max(0, match.start() - 8), match.start()):
                start = bare.start()
                if law := laws.pop(start - 1, None):
                    start, articles = _with_articles(folded, law.start())
                    kind = _law_kind(law[0])
        kind_in_list = kind
        end, issued = match.end(), None
        date = compiled(_AFTER_DATE).match(folded, end)
        if date:
            issued = iso_date(date["day"], date["month"], date["year"])
            end = date.end()
        elif year := compiled(_YEAR).match(folded, end):
            end = year.end()
        issuer = compiled(_ISSUER).match(text, end)
        found.append(
            (
                start,
                end,
                kind,
                number,
                issued,
                issuer["issuer"].strip() if issuer else None,
                articles,
            )
        )
        last_end = end
    for match in laws.values():
        start, articles = _with_articles(folded, match.start())
        year = compiled(_YEAR).match(folded, match.end())
        date = compiled(r",?[ ]?" + DATE_WORDS).match(folded, match.end())
        issued = iso_date(date["day"], date["month"], date["year"]) if date else None
        end = date.end() if date else year.end() if year else match.end()
        found.append((start, end, _law_kind(match[0]), None, issued, None, articles))
    found.sort(key=lambda f: f[0])
    return _records(ctx, found)


def _law_kind(name: str) -> str:
    return (
        "bộ luật" if name.startswith("bộ") else "hiến pháp" if name.startswith("hiến") else "luật"
    )


def _with_articles(folded: str, start: int) -> tuple[int, tuple[str, ...]]:
    """Take the article reference before the name of a law into its citation."""
    left = compiled(rf"{_ARTICLE}\Z").search(folded, max(0, start - 90), start)
    return (left.start(), _articles(left["articles"])) if left else (start, ())


def _own_number(ctx: Context, offset: int) -> bool:
    """The head names the document itself, except inside its title."""
    raw = ctx.view.map.to_raw(offset, offset + 1)[0]
    fields = dict(ctx.structure.frame.fields)
    number = fields.get("number")
    return number is not None and number.start <= raw < number.end


def _plausible(number: str) -> bool:
    letters = re.sub(r"[^A-ZĐa-zđ]", "", number)
    return (
        len(letters) >= 2
        and ("/" in number or "-" in number)
        and not re.match(r"\d+[/-][A-ZĐ][a-zđ]", number)
    )


def _articles(text: str | None) -> tuple[str, ...]:
    if not text:
        return ()
    tidy = " ".join(text.split()).strip(" ,;")
    return (re.sub(r"\s+của\Z", "", tidy).replace("điều", "Điều"),)


def _records(
    ctx: Context,
    found: list[tuple[int, int, str | None, str | None, str | None, str | None, tuple[str, ...]]],
) -> list[Citation]:
    first: dict[str, str] = {}
    records = []
    for n, (start, end, kind, number, issued, issuer, articles) in enumerate(found, 1):
        key = number or ctx.view.folded[start:end]
        identity = f"c{n}"
        records.append(
            Citation(
                identity, *_span(ctx, start, end), doc_type=kind, number=number, issued_on=issued,
                issuer=issuer, articles=articles, refers_to=first.get(key),
            )
        )  # fmt: skip
        first.setdefault(key, identity)
    return records


def _span(ctx: Context, start: int, end: int) -> tuple[str, int, int]:
    span = ctx.span(start, end)
    return span.text, span.start, span.end
