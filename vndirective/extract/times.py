"""Time expressions: where they stand and what they mean.

The patterns are data, ``lexicons/times.json``. Whether an expression is a deadline, and when it
falls due, is decided later, with the obligations (`deadlines`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from vndirective.core.records import AnalysisWarning
from vndirective.core.resources import lexicon
from vndirective.core.tokens import Trie
from vndirective.extract.context import Context
from vndirective.extract.lunar_values import LUNAR_READINGS
from vndirective.extract.time_values import NO_SUCH_DAY, READINGS, Value

__all__ = ["Expression", "find_times", "time_rules"]

_LIMIT = r"(?:trong|vòng|thời[ ]hạn|thời[ ]gian|chậm[ ]nhất|không[ ]quá|tối[ ]đa|sau|trước|là|ít[ ]nhất|tới)[ ](?:[^.;:]{0,12}[ ])?\Z"


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern of the lexicon."""

    id: str
    type: str
    reading: str
    pattern: re.Pattern[str]
    needs: str | None


@dataclass(frozen=True, slots=True)
class Expression:
    """One time expression in view offsets."""

    start: int
    end: int
    type: str
    value: Value
    relation: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Rules:
    rules: tuple[Rule, ...]
    triggers: frozenset[str]
    relations: tuple[tuple[str, re.Pattern[str]], ...]
    traps: re.Pattern[str]
    limit: re.Pattern[str]
    urgency: Trie[str]
    urgent_relations: dict[str, str]


@cache
def time_rules() -> _Rules:
    """Compile the rules of ``lexicons/times.json`` when they are first needed."""
    data = lexicon("times")
    fragments: dict[str, str] = {}
    for name, form in data["fragments"].items():
        fragments[name] = _fill(form, fragments | data["fragments"])
    rules = tuple(
        Rule(
            r["id"], r["type"], r["reading"], re.compile(_fill(r["form"], fragments)),
            r.get("needs"),
        )
        for r in data["rules"]
    )  # fmt: skip
    return _Rules(
        rules=rules,
        triggers=frozenset(data["triggers"]),
        relations=tuple((r["relation"], re.compile(r["form"])) for r in data["relations"]),
        traps=re.compile(data["traps"]),
        limit=re.compile(_LIMIT),
        urgency=Trie((w, value) for value, words in data["urgency"].items() for w in words),
        urgent_relations=data["urgency_relations"],
    )


def _fill(form: str, fragments: dict[str, str]) -> str:
    """Put the named fragments into a form, deepest first; ``{2}`` and the like stay."""
    pattern = re.compile(r"\{([a-z_]+)\}")
    while pattern.search(form):
        form = pattern.sub(lambda m: fragments[m[1]], form)
    return form


def find_times(ctx: Context) -> list[Expression]:
    """Find every date, clock time, period, duration, recurrence and word of urgency.

    Parameters
    ----------
    ctx : Context
        Its ``anchor`` is what relative expressions are counted from.

    Returns
    -------
    list of Expression
        In the order of the text, not overlapping.
    """
    rules = time_rules()
    folded, tokens = ctx.view.folded, ctx.tokens
    found: list[Expression] = []
    end = 0
    starts, triggers, urgency = tokens.starts, rules.triggers, rules.urgency
    for i, key in enumerate(tokens.keys):
        if key not in triggers and not ("0" <= key[0] <= "9") and key not in urgency:
            continue
        start = starts[i]
        if start < end:
            continue
        if key in triggers or key[0].isdigit():
            expression = _match(ctx, rules, folded, start)
        else:
            urgent = rules.urgency.match(tokens, i)
            expression = None
            if urgent:
                stop, said = tokens.ends[urgent[0] - 1], rules.urgent_relations
                relation = said.get(folded[start:stop]) or said.get(urgent[1])
                value = Value(urgent[1])
                expression = Expression(start, stop, "URGENCY", value, relation, "urgency")
        if expression is not None:
            found.append(expression)
            end = expression.end
    return found


def _match(ctx: Context, rules: _Rules, folded: str, start: int) -> Expression | None:
    before = folded[max(0, start - 44) : start]
    for rule in rules.rules:
        match = rule.pattern.match(folded, start)
        if match is None:
            continue
        if rules.traps.search(before):
            return None
        relation = _relation(rules, rule, before)
        if rule.needs and not _NEEDS[rule.needs](ctx, rules, match, before, relation):
            continue
        forward = relation in ("BEFORE", "BY", "WITHIN")
        reading = READINGS.get(rule.reading) or LUNAR_READINGS[rule.reading]
        value = reading(match, ctx.anchor, forward)
        if value.reason == NO_SUCH_DAY:
            span = ctx.span(start, match.end())
            ctx.warnings.append(
                AnalysisWarning(
                    "impossible_date", f"{span.text}: {NO_SUCH_DAY}", span.start, span.end
                )
            )
        return Expression(start, match.end(), rule.type, value, relation, rule.id)
    return None


_BEFORE_TET = re.compile(r"\b(?:trước|sau|dịp|đến|vào|ngày|giáp|cận|gần|đón|nghỉ|phục[ ]vụ)[ ]\Z")


_ON_A_DAY = re.compile(r"\b(?:vào|trước|chậm nhất(?: là| vào)?|đến|từ)[ ]\Z")
_EACH_MONTH = re.compile(r"\b(?:hằng|hàng|mỗi)[ ]tháng\b")


# "đến 14 giờ" is an hour of the day, "trong 14 giờ" a length of time.
_AT_AN_HOUR = re.compile(r"\b(?:lúc|hồi|đến|vào|trước|từ|khoảng)[ ]\Z")


def _monthly(ctx: Context, at: int) -> bool:
    """Tell whether the sentence has said before that it speaks of every month."""
    k = ctx.sentence_at(at)
    return k >= 0 and _EACH_MONTH.search(ctx.view.folded, ctx.structure.spans[k][0], at) is not None


def _is_lunar(match: re.Match[str]) -> bool:
    words = match[0]
    return (
        match["full"] is not None
        or match["lm"] in ("giêng", "chạp")
        or words.startswith(("mùng", "mồng"))
        or re.search(r"\b(?:âm lịch|âl)\b", words) is not None
    )


#: What a rule of the lexicon may need beside its form, by the name it uses.
_NEEDS: dict[str, Callable[[Context, _Rules, re.Match[str], str, str | None], bool]] = {
    "limit": lambda ctx, rules, match, before, relation: bool(rules.limit.search(before)),
    "bound": lambda ctx, rules, match, before, relation: relation in ("BEFORE", "BY"),
    "capital": lambda ctx, rules, match, before, relation: ctx.view.text[
        match.start("m")
    ].isupper(),
    "lunar": lambda ctx, rules, match, before, relation: _is_lunar(match),
    "tet": lambda ctx, rules, match, before, relation: (
        len(match[0]) > len("tết")
        # "ngày lễ, tết" names no date
        or (ctx.view.text[match.start()].isupper() and _BEFORE_TET.search(before) is not None)
    ),
    "monthly": lambda ctx, rules, match, before, relation: (
        _ON_A_DAY.search(before) is not None and _monthly(ctx, match.start())
    ),
    "from": lambda ctx, rules, match, before, relation: (
        match[0].startswith("ngày") or before.endswith("từ ")
    ),
    "hour": lambda ctx, rules, match, before, relation: (
        match[0].endswith("cùng ngày") or _AT_AN_HOUR.search(before) is not None
    ),
    "horizon": lambda ctx, rules, match, before, relation: before.endswith(
        ("tầm nhìn ", "tầm nhìn đến ")
    ),
    "plural": lambda ctx, rules, match, before, relation: (
        match["wd2"] is not None or before.endswith(("các ", "mỗi "))
    ),
}


#: Rules of ranges that name a period rather than its two ends.
_PERIODS = frozenset(("months-of-year", "days-of-month", "quarters", "days-listed"))


def _relation(rules: _Rules, rule: Rule, before: str) -> str | None:
    said = next((name for name, pattern in rules.relations if pattern.search(before)), None)
    if rule.type == "SET":
        return said if said in ("BEFORE", "BY") else "EVERY"
    if rule.type == "RANGE" and rule.id not in _PERIODS:
        # "từ ngày 1 đến ngày 5" says both ends itself, "từ năm học 2024-2025" does not
        kept = ("BEFORE", "BY", "AFTER") if rule.id == "years" else ("BEFORE", "BY")
        return said if said in kept else "FROM-TO"
    if rule.id == "days-listed":
        return said if said in ("BEFORE", "BY") else "ON"
    return said or (None if rule.type == "DURATION" else "ON")
