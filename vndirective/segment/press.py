"""Marks of the press: when a text was published, who wrote it, from where, questions and answers."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from vndirective.core.orthography import fold
from vndirective.core.patterns import DATE_WORDS, any_of, compiled
from vndirective.core.resources import lexicon
from vndirective.segment.lines import Line

__all__ = [
    "DATED",
    "MOMENT",
    "STAMP_LINE",
    "WEEKDAY",
    "byline",
    "is_interview",
    "is_rubric",
    "news_words",
    "pen_name",
    "press_points",
    "stamp",
    "titles",
]

#: How long a line with the day of publication may be.
STAMP_LINE = 80
DATED = rf"(?i:{DATE_WORDS})"
_HOUR = r"\d{1,2}(?:(?::|h)\d\d(?::\d\d)?(?:\s?(?:AM|PM|SA|CH))?|\s?giờ(?:\s\d{1,2}(?:\sphút)?)?)"
_ISO_DAY = r"(?P<year2>(?:19|20)\d{2})-(?P<month2>\d{1,2})-(?P<day2>\d{1,2})(?!\d)"
WEEKDAY = r"(?i:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)\b"
#: A day with its hour at the end of a line: "12/03/2025 16:45", "lúc" and the time zone included.
MOMENT = (
    rf"(?:(?P<before>{_HOUR})\s*[-–,|]?\s*)?(?P<date>{DATED}|{_ISO_DAY})"
    rf"(?:[\s,|–-]*(?:lúc\s)?(?P<after>{_HOUR}))?\s*(?:[\[(]?GMT\s?\+?\d[\])]?)?[\s)\].]*\Z"
)
#: Names of one who writes: "Hoàng Thư", "K.V", "H’Lan"; whether capitals open them is asked later,
#: since the range of letters holds small ones, too.
_WORD = r"[A-ZÀ-ỸĐ](?:[\w’'.]*\w)?"
_NAME = rf"{_WORD}(?:[ ]{_WORD}){{0,4}}"
_NAMES = rf"{_NAME}(?:\s*(?:[,&–-]|\bvà\b)\s*{_NAME}){{0,3}}"
#: The section of a newspaper before the weekday: "Chính trị | Thứ Tư, 11/01/2023, 07:00".
_RUBRIC = rf"(?:{_WORD}(?:[ ][^\W\d_]+){{0,3}}?\s*[|>–-]?\s*(?={WEEKDAY}))?"
# "Thứ Năm, 10/04/2025 - 09:12", "12/03/2025 16:45", "ANH THƯ 02/08/2025 18:20 GMT+7"
_STAMP = (
    rf"{_RUBRIC}"
    rf"\(?(?:(?!{WEEKDAY})(?P<name>{_NAME})(?:\s*[|–-]\s*|\s+))?"
    rf"(?:(?P<weekday>{WEEKDAY})\s*[,-]?\s*)?{MOMENT}"
)
# "(THO) - Sáng 12/3, …", "(Báo Tân Lư) – …"; without brackets the day has to follow
_DATELINE = (
    rf"\((?!(?:[IVX]+|\d+)\)){_NAME}\)\s*[-–]\s*\S"
    r"|[A-ZĐ][\w.]{1,5}\s*[-–]\s*(?i:sáng|trưa|chiều|tối|đêm|ngày|hôm\s+nay|vừa\s+qua)\s"
    # "TP - Ủy ban nhân dân thành phố vừa …", above all of an article
    r"|[A-ZĐ]{2,6}(?:\.VN|\.vn)?\s[-–]\s[A-ZÀ-ỸĐ][a-zà-ỹđ]+\s(?=.{60})"
)
# "NHẬT LINH", "H.T": whether that is a name is told by where it stands
_PEN = r"(?:[A-ZÀ-ỸĐ]\.\s?){1,3}[A-ZÀ-ỸĐ]|PV|[^\W\d_]{2,7}(?:\s[^\W\d_]{1,7}){1,3}"
_PEN_NAME = 30
# "Nguồn: baotanlu.vn" below a text that was taken over from there
_SOURCE = r"\W{0,3}Nguồn\s?:\s?[\w.]{2,20}(?:\s[\w.]{1,12}){0,5}\W{0,3}\Z"
#: In how many lines at the top and at the end the press says when, where and who.
_TOP, _END = 8, 6
#: How far into a line it may be said who speaks.
_TURN = 40


@cache
def _credits() -> tuple[str, str]:
    """Return the patterns of a byline: with a label before the names, or behind them."""
    data = lexicon("frame")
    labels, tails, others = (
        any_of(data[key]) for key in ("byline_labels", "byline_tails", "credit_labels")
    )
    return (
        rf"[(*_]*(?i:{labels})\s*:\s*(?P<names>{_NAMES})"
        rf"(?=[\s.)*_]*\Z|\s*[;(]|\s*[-–,|.]\s*(?i:{others})\s*:)",
        rf"[(*_]*(?P<names>{_NAMES})\s*[\s(]\(?(?i:{tails})\)?[\s.)*_]*\Z",
    )


def _named(text: str) -> bool:
    """Tell whether each word is written as in a name, and none says who publishes."""
    words = re.findall(r"[^\W\d_]+", text)
    return all(w[0].isupper() or w == "và" for w in words) and not any(
        compiled(_publishers()).match(w) for w in words
    )


@cache
def _publishers() -> str:
    return rf"(?i:{any_of(lexicon('frame')['publishers'])})\b"


def byline(text: str) -> tuple[int, int] | None:
    """Return the span of who wrote in "Tin, ảnh: Hoàng Thư", "Thu Hoài (thực hiện)"."""
    if len(text) > STAMP_LINE:
        return None
    for pattern in _credits():
        match = compiled(pattern).match(text)
        if match and _named(match["names"]):
            return match.span("names")
    return None


def pen_name(text: str) -> bool:
    """Tell whether a last line is who wrote an article: "NHẬT LINH", "H.T"."""
    name = text.strip(" .")
    if len(name) > _PEN_NAME or not name.isupper() or not compiled(_PEN).fullmatch(name):
        return False
    # "HIỆU TRƯỞNG", "ỦY BAN NHÂN DÂN", "CHỈ THỊ" stand below other texts
    return not f"{fold(name)} ".startswith(_no_pens())


@cache
def _no_pens() -> tuple[str, ...]:
    """What lines in capitals below a text open with that are no names, folded."""
    heads = [h for c in lexicon("organizations")["classes"] for h in c["heads"]]
    lines = [w for kind in ("offices", "stamps", "no_pen_names") for w in lexicon("frame")[kind]]
    kinds = [name for kind in lexicon("kinds")["kinds"] for name in kind["names"]]
    return tuple({f"{fold(word)} " for word in (*heads, *lines, *kinds)})


def stamp(text: str) -> re.Match[str] | None:
    """Match a line that is nothing but a day of publication, with its hour or weekday."""
    match = compiled(_STAMP).match(text) if len(text) <= STAMP_LINE else None
    if match is None or not (match["weekday"] or match["before"] or match["after"]):
        return None
    return match if match["name"] is None or _named(match["name"]) else None


def is_rubric(text: str) -> bool:
    """Tell a line that says what sort of text follows: "PHỎNG VẤN"."""
    return fold(text).strip(" .:*_-–") in map(fold, lexicon("kinds")["interview"]["heads"])


class _Turns(NamedTuple):
    """What a question and an answer of an interview open with."""

    asks: re.Pattern[str]
    answers: re.Pattern[str]
    presses: re.Pattern[str]
    greets: re.Pattern[str]


def titles() -> str:
    """Return the pattern of one word of what stands before a name, folded: "đồng chí", "đại tá"."""
    known = lexicon("frame")
    return _as_spelled([*known["persons"], *known["degrees"], *lexicon("offices")["titles"]])


def _as_spelled(words: list[str]) -> str:
    """Return the pattern of words as a text spells them that is not folded: "bác sỹ", "kĩ sư"."""
    return any_of(words).replace("sĩ", "s[ĩỹ]").replace("kỹ", "k[ĩỹ]")


@cache
def ranks() -> str:
    """Return the pattern of one title before a name that stands alone: "TS. Hoàng Hữu Nghị"."""
    known = _as_spelled([*lexicon("frame")["degrees"], *lexicon("offices")["titles"]])
    return rf"(?:(?i:{known})(?:\.\s*|\s+))"


@cache
def _turns() -> _Turns:
    words = {name: any_of(v) for name, v in lexicon("kinds")["interview"].items()}
    speakers = (rf"(?:{words[name]})\s*:" for name in ("asks", "answers", "presses"))
    greets = rf"thưa\s{titles()}\b"
    return _Turns(*(re.compile(rf"\W{{0,3}}{form}", re.X) for form in (*speakers, greets)))


def is_interview(lines: list[Line]) -> bool:
    """Tell an interview: it says so above, or its lines are questions and answers in turn."""
    if any(line.upper and is_rubric(line.text) for line in lines[:3]):
        return True
    turns = _turns()
    ends = ((line.text[:_TURN], line.text.endswith("?")) for line in lines)
    # few lines say who speaks before a colon, or ask
    opened = [(fold(text), asks) for text, asks in ends if asks or ":" in text]
    asks = sum(turns.asks.match(text) is not None for text, _ in opened)
    by_press = sum(
        # "Thưa bà, vì sao xã dọn kênh?": a speech greets, and asks nothing
        bool(turns.presses.match(text) or (asking and turns.greets.match(text)))
        for text, asking in opened
    )
    answers = sum(turns.answers.match(text) is not None for text, _ in opened)
    return by_press >= 2 or (
        asks + by_press >= 1 and answers >= 1 and asks + by_press + answers > 2
    )


@cache
def news_words() -> dict[str, str]:
    """Return the patterns of the words with which the press tells of an event."""
    return {name: any_of(words) for name, words in lexicon("kinds")["news"].items()}


@cache
def _spoke() -> str:
    """Return what opens a paragraph, not a title: "Phát biểu tại …, Chủ tịch UBND xã yêu cầu …"."""
    news = news_words()
    return (
        rf"(?i:{news['opens']}\s[^.,:;]{{2,140}},\s+"
        rf"{news['who']}\s[^.;:“”\"]{{0,110}}?\s?(?:{news['before']}\s+)?{news['says']}\b)"
    )


def press_points(lines: list[Line]) -> int:
    """Count what only the press writes: a stamp, a dateline, a byline, who spoke at the scene."""
    top, end = lines[:_TOP], lines[-_END:]
    spoke = compiled(_spoke())
    return 2 * (
        any(stamp(line.text) for line in [*top, *end])
        + any(compiled(_DATELINE).match(line.text) is not None for line in top)
        + any(_wrote(line.text) for line in [*top[1:], *end])
        + any(spoke.match(line.text) is not None for line in top)
        + (compiled(_SOURCE).match(lines[-1].text) is not None)
    )


@cache
def _pictured() -> str:
    labels = [label for label in lexicon("frame")["byline_labels"] if " ảnh" in label]
    return rf"\(?(?i:{any_of(labels)})\s*:"


def _wrote(text: str) -> bool:
    if len(text) > STAMP_LINE:
        return False
    if compiled(_pictured()).match(text):
        return True  # who it was may be an office: "Tin, ảnh: Phòng Văn hóa"
    # a plan may say "Thực hiện: …" of an office, too
    return byline(text) is not None and not fold(text).lstrip("( *_").startswith("thực hiện")
