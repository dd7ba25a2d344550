"""Pieces of time expressions, read by the rules of ``lexicons/times.json``.

A piece is a `Point` of the calendar or, for lengths and frequencies, a finished value. `find`
puts the pieces together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from operator import itemgetter
from typing import Any, NamedTuple

from vndirective.core.errors import ResourceError
from vndirective.core.markers import number_of
from vndirective.core.resources import lexicon
from vndirective.core.tokens import Trie
from vndirective.extract.calendars.lunar import year_name_form
from vndirective.extract.context import Context
from vndirective.extract.times.points import Point
from vndirective.extract.times.values import READINGS, Value, words_to_number

__all__ = ["BEFORE", "LIMITS", "Piece", "TimeRule", "find_pieces", "time_rules"]

#: How far back the words are read that a piece depends on.
BEFORE = 80
#: Relations of a time up to which something is due.
LIMITS = ("BEFORE", "BY", "WITHIN")

_FIGURE, _DAY = "#", "ngày"
#: Groups of a form that name one field of a point, each by the names it may have.
_NUMBERS = {
    "day": ("d", "dw"), "month": ("m", "lm", "m2", "lm2"), "year": ("y", "y2", "yw"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One rule of the lexicon.

    Attributes
    ----------
    type : str
        Empty for points, whose type follows from what they are joined to.
    needs, alone : str or None
        What must hold at the place, and what where nothing joined the piece.
    quota : bool
        It says how often: "báo cáo *trước* cử tri ít nhất 02 lần/năm" has no limit.
    """

    id: str
    pattern: re.Pattern[str]
    type: str
    reading: str | None
    fields: dict[str, Any]
    needs: str | None
    alone: str | None
    quota: bool = False


class TimeStart:
    """The rules whose pieces can start with one token.

    Parameters
    ----------
    rules : tuple of TimeRule
    """

    def __init__(self, rules: tuple[TimeRule, ...]) -> None:
        self.rules = rules

    @cached_property
    def any(self) -> re.Pattern[str]:
        """A pattern that matches wherever one of the rules does: most figures are no time."""
        return re.compile("|".join(_unnamed(rule.pattern.pattern) for rule in self.rules))


def _unnamed(form: str) -> str:
    """Return a form without the names of its groups, of which a pattern may hold each once."""
    return re.sub(r"\(\?P<\w+>", "(?:", form)


class Piece(NamedTuple):
    """A piece of a time expression, in view offsets: points, or a finished value."""

    start: int
    end: int
    rule: TimeRule
    points: tuple[Point, ...]
    ranged: bool = False
    value: Value | None = None
    joined: bool = False  #: to a neighbor


@dataclass(frozen=True, slots=True)
class TimeRules:
    """The lexicon, compiled."""

    by_start: dict[str, TimeStart]
    relations: tuple[tuple[str, str, re.Pattern[str]], ...]
    any_relation: re.Pattern[str]
    gaps: dict[str, re.Pattern[str]]
    contexts: dict[str, re.Pattern[str]]
    traps: re.Pattern[str]
    named_days: dict[str, dict[str, Any]]
    words: dict[str, dict[str, Any]]
    urgency: Trie[str]
    urgency_relations: dict[str, str]

    def relation(self, before: str, duration: bool = False) -> str | None:
        """Return the relation that the words before an expression say, if any."""
        if self.any_relation.search(before) is None:
            return None
        for name, of_duration, pattern in self.relations:
            if pattern.search(before):
                return of_duration if duration else name
        return None


@cache
def time_rules() -> TimeRules:
    """Compile the rules of ``lexicons/times.json`` when they are first needed."""
    data = lexicon("times")
    days = {" ".join(name.split()): fields for name, fields in data["named_days"].items()}
    fragments = data["fragments"] | {
        "named_day": "(?P<named>{})".format("|".join(n.replace(" ", "[ ]") for n in days)),
        "year_name": year_name_form(),
    }
    by_start: dict[str, list[TimeRule]] = {}
    for r in data["rules"]:
        rule = TimeRule(
            r["id"], re.compile(_fill(r["form"], fragments)), r.get("type", ""), r.get("reading"),
            r.get("fields", {}), r.get("needs"), r.get("alone"), r.get("quota", False),
        )  # fmt: skip
        for start in r["starts"]:
            by_start.setdefault(start, []).append(rule)
    return TimeRules(
        by_start={start: TimeStart(tuple(some)) for start, some in by_start.items()},
        relations=tuple(
            (
                r["relation"],
                r.get("of_duration", r["relation"]),
                re.compile(rf"(?<!\w){r['form']}"),
            )
            for r in data["relations"]
        ),
        any_relation=re.compile(rf"(?<!\w)(?:{'|'.join(r['form'] for r in data['relations'])})"),
        gaps={name: re.compile(form) for name, form in data["gaps"].items() if name != "about"},
        contexts={
            name: re.compile(rf"(?<!\w)(?:{form})")
            for name, form in data["contexts"].items()
            if name != "about"
        },
        traps=re.compile(rf"(?<!\w){data['traps']['form']}|(?:/[ ]?|(?<![ ])-[ ]?)\Z|\d[.,]\Z"),
        named_days=days,
        words=data["words"],
        urgency=Trie((w, value) for value, words in data["urgency"].items() for w in words),
        urgency_relations=data["urgency_relations"],
    )


def _fill(form: str, fragments: dict[str, str]) -> str:
    """Put the named fragments into a form, deepest first; ``{2}`` and the like stay."""
    pattern = re.compile(r"\{([a-z_][a-z_0-9]*)\}")
    while pattern.search(form):
        form = pattern.sub(lambda m: fragments[m[1]], form)
    return form


def find_pieces(ctx: Context) -> list[Piece]:
    """Return the pieces in the order of the text, not overlapping; words of urgency too."""
    rules = time_rules()
    folded, tokens = ctx.view.folded, ctx.tokens
    found: list[Piece] = []
    end = 0
    starts, urgency = tokens.starts, rules.urgency
    for i, some in _openings(ctx, rules):
        start = starts[i]
        if start < end:
            continue
        piece = None
        if some is not None:
            figure = "0" <= tokens.keys[i][0] <= "9"
            if figure and some.any.match(folded, start) is None:
                continue
            before = folded[max(0, start - BEFORE) : start]
            piece = _match(ctx, rules, some.rules, folded, start, before)
            # "27-28/6": what stands after a piece is no part of a number
            if piece and figure and start > end + 3 and rules.traps.search(before):
                end, piece = piece.end, None
        elif matched := urgency.match(tokens, i):
            stop = tokens.ends[matched[0] - 1]
            if _is_no_urgency(rules, folded, start, stop):
                continue
            piece = Piece(start, stop, _URGENT, (), value=Value(matched[1]))
        if piece is not None:
            found.append(piece)
            end = piece.end
    return found


def _is_no_urgency(rules: TimeRules, folded: str, start: int, end: int) -> bool:
    """Tell whether a word of urgency is part of another: "chi thường xuyên", "cảnh báo sớm", "ngay thẳng"."""
    word = folded[start:end]
    if word == "ngay":
        return rules.contexts["upright"].match(folded, end + 1) is not None
    before = folded[max(0, start - BEFORE) : start]
    around = {"thường xuyên": "regular_of", "sớm": "early_of"}.get(word)
    return around is not None and rules.contexts[around].search(before) is not None


def _openings(ctx: Context, rules: TimeRules) -> list[tuple[int, TimeStart | None]]:
    """Return the tokens that open a piece, and by which rules; None for words of urgency."""
    folded, places, starts = ctx.view.folded, ctx.tokens.places, ctx.tokens.starts
    by_start, urgency = rules.by_start, rules.urgency
    found: list[tuple[int, TimeStart | None]] = []
    for word in places:
        figure = "0" <= word[0] <= "9"
        some = by_start.get(word) or (by_start[_FIGURE] if figure else None)
        if some is None and word.startswith(_DAY) and word[len(_DAY) :].isdigit():
            some = by_start[_DAY]  # "ngày15/11/2025"
        if some is not None and figure:
            # many stand inside of the piece before, and need no look
            found += [(i, some) for i in places[word]]
        elif some is not None:
            # few tokens that can open a piece do
            match = some.any.match
            found += [(i, some) for i in places[word] if match(folded, starts[i]) is not None]
        if word in urgency:
            found += [(i, None) for i in places[word]]
    return sorted(found, key=itemgetter(0))


_URGENT = TimeRule("urgency", re.compile(""), "URGENCY", None, {}, None, None)


def _match(
    ctx: Context, rules: TimeRules, some: tuple[TimeRule, ...], folded: str, start: int, before: str
) -> Piece | None:
    for rule in some:
        match = rule.pattern.match(folded, start)
        if match is None:
            continue
        if rule.needs and not _NEEDS[rule.needs](ctx, rules, match, before):
            continue
        if rule.reading:
            return Piece(start, match.end(), rule, (), value=READINGS[rule.reading](match))
        points, ranged = _points(match, rule, rules)
        return Piece(start, match.end(), rule, points, ranged)
    return None


def _points(
    match: re.Match[str], rule: TimeRule, rules: TimeRules
) -> tuple[tuple[Point, ...], bool]:
    """Read the named groups of a match as one point, the members of a list or a range."""
    groups = {name: text for name, text in match.groupdict().items() if text}
    fields: dict[str, Any] = {
        k: tuple(v) if isinstance(v, list) else v for k, v in rule.fields.items() if k != "unit"
    }
    if "named" in groups:
        fields |= rules.named_days[" ".join(groups["named"].split())]
    for field, names in _NUMBERS.items():
        for name in names:
            if name in groups:
                fields[field] = words_to_number(groups[name]) or 0
                break
    if "yy" in groups:
        fields["year"] = 2000 + int(groups["yy"])
    fields |= _words(groups, rule, rules.words)
    if "year" in fields or "day" in fields:
        fields.pop("shift", None)  # "những tháng cuối năm 2026", "sáng nay, 7/1"
    point = Point(**fields)
    if "more" in groups:
        days = re.findall(r"\d+", groups["more"])
        return (point, *(point._replace(day=int(day)) for day in days)), False
    if "more_q" in groups:
        others = re.findall(r"\w+", groups["more_q"])
        return (point, *(point._replace(quarter=number_of(q)) for q in others)), False
    if "more_m" in groups:
        months = re.findall(r"\d+", groups["more_m"])
        return (point, *(point._replace(month=int(month)) for month in months)), False
    if "more_y" in groups:
        years = re.findall(r"\d+", groups["more_y"])
        return (point, *(point._replace(year=int(year)) for year in years)), False
    if "y3" in groups:
        return (point, point._replace(year=int(groups["y3"]))), True
    if "m3" in groups:
        return (point, point._replace(month=int(groups["m3"]))), True
    if "months" in groups or "days" in groups:
        return _share(point, groups), True
    return (point,), False


def _meaning(words: dict[str, dict[str, Any]], kind: str, word: str) -> Any:
    try:
        return words[kind][word]
    except KeyError:
        message = f"lexicons/times.json: a rule reads {word!r}, and words.{kind} does not say what it means"
        raise ResourceError(message) from None


def _words(
    groups: dict[str, str], rule: TimeRule, words: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    """The fields that are named by words."""
    fields: dict[str, Any] = {}
    if "h" in groups:
        fields["clock"] = f"{int(groups['h']):02d}:{groups.get('mi') or groups.get('mi2') or '00'}"
    if "part" in groups:
        if groups["part"] == "trưa" and "clock" not in fields:
            fields["clock"] = "12:00"
        else:
            fields["part"] = _meaning(words, "part", groups["part"])
    if "wd" in groups:
        fields["weekday"] = _meaning(words, "weekday", groups["wd"].split()[-1])
    if "full" in groups:
        fields["day"] = 15
    if "edge" in groups:
        fields["day"] = -1 if groups["edge"].startswith("cuối") else 1
    if "eve" in groups:
        fields |= {"day": int(groups["eve"]), "eve": True}
    if quarter := groups.get("q") or groups.get("q2"):
        fields["quarter"] = number_of(quarter)
    if "half" in groups:
        fields["half"] = 1 if groups["half"] == "đầu" else 2
    if name := groups.get("name") or groups.get("name2"):
        fields["name"] = name
    if mod := groups.get("mod") or groups.get("mod2"):
        fields["mod"] = _meaning(words, "mod", mod)
    if "mq" in groups:
        fields["month_of_quarter"] = _meaning(words, "month_of_quarter", groups["mq"])
    if "leap" in groups:
        fields["leap"] = True
    if "week" in groups:
        word = groups["week"].split()[-1]
        fields["week"] = -1 if groups["week"].startswith("cuối") else words_to_number(word) or 1
    if "nth" in groups:
        fields["nth"] = -1 if groups["nth"].startswith("cuối") else 1
    if "work" in groups:
        fields["workday"] = True
    if "u" in groups:
        fields["every"] = groups["u"]
    if "here" in groups:
        fields["shift"] = (groups["here"], 0)
    which = groups.get("which") or groups.get("which2")
    if which:
        unit = rule.fields.get("unit", "tuần")
        fields["shift"] = (unit, _meaning(words, "shift", which))
    if rel := groups.get("rel") or groups.get("rel2"):
        fields["shift"] = ("ngày", _meaning(words, "day_shift", rel))
    return fields


def _share(point: Point, groups: dict[str, str]) -> tuple[Point, Point]:
    """The first or last months of a year or days of a month, as the two ends of a range."""
    count = words_to_number(groups.get("months") or groups["days"]) or 0
    first = groups.get("end") != "cuối"  # "10 tháng năm 2025" are its first
    if "months" in groups:
        ends = (1, count) if first else (13 - count, 12)
        return point._replace(month=ends[0]), point._replace(month=ends[1])
    # days are counted from the end where the month decides how many it has
    ends = (1, count) if first else (-count, -1)
    return point._replace(day=ends[0]), point._replace(day=ends[1])


# --- what must stand around a piece --------------------------------------------------------------

_JOINED_HOUR = re.compile(
    r"[ ,]{1,2}(?:ngày|thứ|chủ nhật|sáng|trưa|chiều|tối|đêm|hôm|mai|hằng|hàng|mỗi|\d{1,2}[/.-]\d|"
    r"\d{1,2} tháng|mùng|mồng|rằm)|[ ]?(?:-|–|đến|tới)[ ]?(?:hết[ ])?\d{1,2}(?:[ ]?(?:giờ|h|g)|:)"
)


def _at_an_hour(ctx: Context, rules: TimeRules, match: re.Match[str], before: str) -> bool:
    """An hour: "đến 14 giờ" is an hour of the day, "14 giờ" by itself a length of time."""
    if match[0].endswith("cùng ngày") or rules.contexts["hour"].search(before):
        return True
    if match["mi"] or match["mi2"] or match[0].endswith(("h00", "g00")):
        return True
    return _JOINED_HOUR.match(match.string, match.end()) is not None


def _names_a_weekday(ctx: Context, rules: TimeRules, match: re.Match[str], before: str) -> bool:
    """Not an ordinal: "thứ hai" after "lần", "đứng", and where it is not written with a capital."""
    if rules.contexts["ordinal"].search(before):
        return False
    if match[0].startswith("ngày ") and rules.contexts["plural"].search(before):
        return True  # "các ngày thứ bảy và chủ nhật"
    last = ctx.view.text[match.start("wd") : match.end("wd")].split()[-1]
    return last[0].isupper() or last.isdigit() or last == "nhật" or "tuần" in match.string[
        match.end() : match.end() + 12
    ]  # fmt: skip


def _names_tet(ctx: Context, rules: TimeRules, match: re.Match[str], before: str) -> bool:
    """Not "ngày lễ, tết", which names no date."""
    if len(match[0]) > len("tết"):
        return True
    capital = ctx.view.text[match.start()].isupper()
    return capital and rules.contexts["before_tet"].search(before) is not None


def _is_limited(ctx: Context, rules: TimeRules, match: re.Match[str], before: str) -> bool:
    """A length after a word of limit or before what it is counted from, or that went by.

    "trước 16 giờ" is an hour of the day.
    """
    if match["u"] == "giờ" and not match["work"] and before.endswith("trước "):
        return False
    # "Chín tháng qua", "sáu tháng sau ngày ban hành"
    goes_on = rules.contexts["goes_on"].match(match.string, match.end() + 1)
    return goes_on is not None or rules.contexts["limit"].search(before) is not None


def _is_within(ctx: Context, rules: TimeRules, match: re.Match[str], before: str) -> bool:
    """Hours of a length, "trong vòng 24h", where "trước 24h", "sau 22h" are hours of the day."""
    if rules.contexts["within"].search(before):
        return True
    return rules.contexts["goes_on"].match(match.string, match.end() + 1) is not None


_NEEDS: dict[str, Callable[[Context, TimeRules, re.Match[str], str], bool]] = {
    "limit": _is_limited,
    "within": _is_within,
    "plural": lambda ctx, rules, match, before: bool(rules.contexts["plural"].search(before)),
    # "tháng Ba", but not "Cách mạng Tháng Tám"
    "capital": lambda ctx, rules, match, before: (
        ctx.view.text[match.start("m")].isupper()
        and (ctx.view.text[match.start()].islower() or not before.rstrip()[-1:].isalpha())
    ),
    "hour": _at_an_hour,
    "weekday": _names_a_weekday,
    "tet": _names_tet,
}
