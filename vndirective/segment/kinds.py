"""The kind of a document: from its head, its layout, or what it calls itself."""

from __future__ import annotations

import re
from functools import cache

from vndirective.core.orthography import fold
from vndirective.core.patterns import DOC_NUMBER, NAME_WORD, any_of, compiled
from vndirective.core.resources import lexicon
from vndirective.segment.frame import HEAD_LINES
from vndirective.segment.lines import Line
from vndirective.segment.marks import WIRES, bare_text, greets, kind_names
from vndirective.segment.press import is_interview, news_words, pen_name, press_points, stamp

__all__ = [
    "is_minutes",
    "is_news",
    "is_report",
    "kind_of_headline",
    "kind_without_head",
    "says_its_kind",
]

# A credit of a photo, a reported saying, the speaker after a quotation.
_REPORTED = (
    r"Ảnh\s?:|ảnh\s?:|\(TTXVN\)|\((?:Hình|Ảnh)\s|Phát\s+biểu\s+tại|[”\"],\s+(?:ông|bà|đồng\s+chí|[A-ZĐ])|"
    r"(?:cho\s+biết|nhấn\s+mạnh|khẳng\s+định|yêu\s+cầu|đề\s+nghị|phát\s+biểu)(?:\s*[,:]|\.\Z)"
)


#: An article that lost its line ends has at most so many lines, and so many characters …
_CRAWLED_LINES, _CRAWLED = 2, 1000
#: … and at least so many credits and reported sayings.
_CRAWLED_POINTS = 3
#: In a text of so few lines every saying counts.
_FEW = 3
# Below the title of a study: "ThS. Ninh Thế Hoan, Trường Chính trị tỉnh", "Tóm tắt: …"
_STUDY = r"(?:(?:pgs|gs|ts|ths|ncs)[.,]\s?)+\w[^.;:!?]{0,100}\Z|tóm tắt\s*:"
#: How long the title of a speech may be.
_TITLE = 250


@cache
def _reports() -> frozenset[str]:
    return frozenset(lexicon("kinds")["reports"])


def is_report(kind: str) -> bool:
    """Tell whether documents of a kind tell of things: bare imperatives in them are no orders."""
    return kind in _reports()


@cache
def _told() -> str:
    """Return the pattern of who says or decides something at an event, as a newspaper tells it."""
    news = news_words()
    return (
        rf"(?i:\b{news['who']}(?:\s[^.;:“”\"]{{0,110}}?)?\s(?:{news['before']}\s+)?{news['says']}\b"
        rf"|{news['scenes']}\b|\bvừa\s+{news['just']}\s|\ATheo\s+đó,)"
    )


@cache
def _lead() -> str:
    """Return the pattern of how an article begins: "Sáng 27/8, Chủ tịch UBND tỉnh chủ trì …"."""
    news = news_words()
    return rf"(?i:{news['leads']}\b[^.,;:]{{0,40}},[^.;:]{{0,160}}\b{news['told']}\b)"


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
    if len(lines) <= _CRAWLED_LINES and len(first.text) > _CRAWLED:
        # a whole article on one line, as a crawl leaves it
        return sum(1 for _ in compiled(_REPORTED).finditer(first.text)) >= _CRAWLED_POINTS
    if is_interview(lines):
        return not any(line.upper and bare_text(line.text) in kind_names() for line in lines)
    press = press_points(lines)
    # below the day, the headline comes first
    first = next((line for line in lines[:3] if not stamp(line.text)), first)
    # a headline in capitals may be that of a document, unless an article begins below it
    begins = press or any(compiled(_lead()).match(line.text) for line in lines[1:3])
    if first.marker or (first.upper and (not begins or _opens_with_kind(first))):
        return False
    press += 2 * pen_name(lines[-1].text)
    if kind_of_headline([first]):
        # what a page with a stamp reproduces is a document still
        press = 0
    # a headline in bold may have a full stop; an excerpt has lost its headline
    headed = len(first.text) <= 250 and first.text[-1] not in (";:," if first.bold else ".;:,")
    numbered = 0
    for line in lines:
        if line.marker and line.marker.family in ("roman", "decimal", "letter", "multi"):
            numbered += 1
        opening = fold(line.text[:60])
        if opening.startswith(("nơi nhận", "kính gửi", "số:", "kính thưa", "thưa ")):
            return False
        if line.upper and bare_text(line.text) in kind_names():
            return False
    # an article may number what was asked for; without marks of the press, a document does
    if numbered * (2 if press else 4) >= len(lines):
        return False
    marks = compiled(_REPORTED)
    points = press + sum(marks.search(line.text) is not None for line in lines)
    points += 2 * sum(fold(line.text[:12]).startswith(("tác giả:", "ngày đăng")) for line in lines)
    if points >= 2 if headed else press > 0:
        return True
    told = compiled(_told())
    says = sum(told.search(line.text) is not None for line in lines)
    says += any(compiled(_lead()).match(line.text) for line in lines[:2])
    if says and not any(line.marker for line in lines):
        # what only a newspaper says, or a headline above what somebody says
        if says * 4 >= len(lines) and _speaks(lines):
            return True
        if headed and len(lines) > 1 and says * 3 >= len(lines):
            return True
    if len(lines) <= _FEW:
        return _pasted(lines, told)
    return says >= 2 and says * (4 if headed else 3) >= len(lines)


def _speaks(lines: list[Line]) -> bool:
    """Tell whether somebody says what no document of an office has said, or is called by name.

    "Ông X cho biết …", "Bộ Y tế vừa yêu cầu …", "Chủ tịch UBND tỉnh Tạ Văn Khoan yêu cầu …".
    """
    first = lines[0].text
    begins = first.startswith("Theo đó,") or compiled(_lead()).match(first) is not None
    return begins or any(compiled(_spoken()).search(line.text) for line in lines)


@cache
def _spoken() -> str:
    news = news_words()
    # not any_of, which folds case
    surnames = "|".join(map(str.capitalize, lexicon("offices")["surnames"]))
    return (
        rf"(?i:\b{news['who']}\b[^.;:“”\"]{{0,110}}?\s{news['speaks']}\b|\b{news['fresh']}\b)"
        # "Chủ tịch UBND tỉnh Tạ Văn Khoan yêu cầu", not "Chủ tịch UBND Thành phố Hồ Chí Minh yêu cầu"
        rf"|(?i:\b{news['who']}\b)[^.;:“”\"]{{0,90}}?(?<!phố)\s(?:{surnames})\s(?:{NAME_WORD}\s){{2,3}}"
        rf"(?i:(?:{news['before']}\s)?{news['says']})\b"
    )


def _pasted(lines: list[Line], told: re.Pattern[str]) -> bool:
    """Tell a paragraph or two of an article, pasted: each saying counts, and one at least is told.

    "Chủ tịch chủ trì, giám đốc giao …" alone may be the words of a directive.
    """
    says = sum(1 for line in lines for _ in told.finditer(line.text))
    begins = any(compiled(_lead()).match(line.text) for line in lines)
    return says + begins >= 2 and (_speaks(lines) or begins)


def _opens_with_kind(line: Line) -> bool:
    folded = fold(line.text)
    return any(folded.startswith(name + " ") or folded == name for name in kind_names())


def is_minutes(lines: list[Line]) -> bool:
    """Tell the minutes of a meeting by their head."""
    names = tuple(map(fold, lexicon("kinds")["minutes"]))
    return any(line.upper and fold(line.text).startswith(names) for line in lines[:HEAD_LINES])


def says_its_kind(lines: list[Line]) -> bool:
    """Tell whether a head names a kind, one without a place of its own in the contract, too: "QUY CHẾ"."""
    return any(line.upper and _opens_with_kind(line) for line in lines[:HEAD_LINES])


@cache
def _headline() -> str:
    return rf"(?i:toàn\s+văn\s*:?\s*)?(?P<kind>(?i:{any_of(kind_names())}))\s+(?:(?i:số)\s*:?\s*)?{DOC_NUMBER}"


def kind_of_headline(lines: list[Line]) -> str | None:
    """A page that reproduces a document names it in its headline: "Chỉ thị số 1-CT/TU về …"."""
    if not lines:
        return None
    match = compiled(_headline()).match(lines[0].text)
    return kind_names()[fold(match["kind"])] if match else None


def kind_without_head(lines: list[Line], roles: list[str]) -> str:
    """Guess the kind where the head is missing, from the frame and what the text calls itself."""
    text = fold("\n".join(line.text for line in lines))
    top = [fold(line.text) for line in lines[:HEAD_LINES]]
    papers = ("tham luận", "(tham luận", "ý kiến tham gia hội", "ý kiến tham luận")
    if any(t.startswith(papers) or "bài tham luận" in t[:60] for t in top[:6]):
        return "seminar_paper"
    if lines and _title(lines[0]) and any(compiled(_STUDY).match(t) for t in top[1:6]):
        return "seminar_paper"
    if any(
        t.startswith(("diễn văn", "bài phát biểu", "phát biểu")) for t in map(_title, lines[:4])
    ):
        return "speech"
    if "salutation" in roles or any(greets(line.text) for line in lines[:HEAD_LINES]):
        return (
            "seminar_paper"
            if re.search(
                r"tham luận (?:của|xin|tập trung|này|với)|trình bày tham luận|xin tham luận", text
            )
            else "speech"
        )
    wires = compiled(WIRES)
    if any(wires.match(t) and r == "addressees" for t, r in zip(top, roles, strict=False)):
        return "telegram"
    if "addressees" in roles:
        return "official_dispatch"
    scores: dict[str, float] = {}
    opening = "\n".join(top[:3])
    for kind, own, numbered in _self_names():
        score = 2.0 * sum(map(text.count, own)) + (3.0 if numbered.search(opening) else 0.0)
        if score:
            scores[kind] = score
    return max(scores, key=lambda k: scores[k]) if scores else "other"


@cache
def _self_names() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Return how a document of each kind calls itself, and its first name before a number."""
    return tuple(
        (
            entry["kind"],
            tuple(map(fold, entry["self"])),
            re.compile(rf"(?m)(?:^|kèm theo ){fold(entry['names'][0])}\s+(?:số\s+)?\d+[\w/-]*"),
        )
        for entry in lexicon("kinds")["kinds"]
    )


def _title(line: Line) -> str:
    """Return the folded line where it may be a title: a sentence tells of a speech."""
    sentence = line.text[-1] in ".;:," and not (line.upper or line.bold)
    return "" if sentence or len(line.text) > _TITLE else fold(line.text)
