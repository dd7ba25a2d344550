"""Time expressions: where they stand and what they mean.

The patterns are data, ``lexicons/times.json``. Whether an expression is a deadline, and when it
falls due, is decided later, with the obligations (`deadlines`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from vndirective.core.records import AnalysisWarning
from vndirective.core.resources import lexicon
from vndirective.core.tokens import Trie
from vndirective.extract.context import Context
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
    needs_limit: bool


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
            r.get("needs") == "limit",
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
            expression = (
                Expression(
                    start, tokens.ends[urgent[0] - 1], "URGENCY", Value(urgent[1]), None, "urgency"
                )
                if urgent
                else None
            )
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
        if rule.needs_limit and not rules.limit.search(before):
            return None
        relation = _relation(rules, rule, before)
        forward = relation in ("BEFORE", "BY", "WITHIN")
        value = READINGS[rule.reading](match, ctx.anchor, forward)
        if value.reason == NO_SUCH_DAY:
            span = ctx.span(start, match.end())
            ctx.warnings.append(
                AnalysisWarning(
                    "impossible_date", f"{span.text}: {NO_SUCH_DAY}", span.start, span.end
                )
            )
        return Expression(start, match.end(), rule.type, value, relation, rule.id)
    return None


def _relation(rules: _Rules, rule: Rule, before: str) -> str | None:
    if rule.type == "SET":
        said = next((name for name, pattern in rules.relations if pattern.search(before)), None)
        return said if said in ("BEFORE", "BY") else "EVERY"
    said = next((name for name, pattern in rules.relations if pattern.search(before)), None)
    if rule.type == "RANGE":
        return said if said in ("BEFORE", "BY") else "FROM-TO" if rule.reading != "days" else "ON"
    return said or "ON"
