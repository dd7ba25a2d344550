"""Obligations: the records of duties, with the reasons to look at one again."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from vndirective.core.records import AnalysisWarning, Bearer, Obligation, Quote, Span, Time
from vndirective.extract.clauses.phrases import Phrase
from vndirective.extract.clauses.reader import Reader
from vndirective.extract.context import Context
from vndirective.extract.duties.duty import Duty
from vndirective.extract.duties.slots import Slots, slots_of
from vndirective.segment.kinds import says_its_kind

__all__ = ["to_records"]

_T = TypeVar("_T")

#: From how many bearers on a list that was handed down may hold more than are meant.
_MANY = 4
#: How many reasons that are slight by themselves make one.
_SLIGHT = 2
#: A text of fewer duties is no guideline.
_FEW = 6
#: Rules whose subject is a thing, stands far before the modal or the verb, or is not named in front of it.
_FAR_SUBJECTS = frozenset(("modal", "topic-modal", "topic-verb", "prohibition"))
#: An action of fewer tokens is seldom whole.
_SHORT = 6


def _doubts(
    reader: Reader,
    duty: Duty,
    slots: Slots,
    *,
    unknown: bool,
    within: bool,
    undated: bool,
    several: bool,
    misread: bool,
    known: bool,
) -> list[str]:
    """Return why a duty deserves a second look.

    Each reason of the first list is enough, of the second both are needed: measured on annotated
    documents, a duty with the former is wrong about twice as often as others, one with a single
    one of the latter hardly more often.

    Parameters
    ----------
    reader : Reader
    duty : Duty
    slots : Slots
    unknown : bool
        Nothing tells the kind of the document.
    within : bool
        It stands in the outline, or the text has none.
    undated : bool
        It has a deadline whose last day is not known.
    several : bool
        It has several deadlines.
    misread : bool
        A scan made letters of figures in a date of it.
    known : bool
        Whoever must act is an actor that was found.
    """
    clause = duty.clause
    action = reader.keys[clause.action : clause.end]
    # a cell or a label behind the task is sure to speak of it
    case = slots.condition is not None and slots.condition[0] >= clause.end
    conditional = slots.condition is not None and not case
    grave = [
        (
            len(duty.bearers) >= _MANY and duty.inherited,
            "not all of those handed down may be meant",
        ),
        (duty.carried, "who must act is taken from a paragraph before"),
        (duty.modality == "commitment", "it may be told what will be, not pledged"),
        (several, "it is not sure which of its times limits it"),
        (misread, "a date in it cannot be read"),
        (
            undated or duty.worded or _until_an_event(reader, duty),
            "the last day of its deadline is not known",
        ),
        (
            len(action) < _SHORT and not _labeled(duty, case, known),
            "the sentence could be read otherwise",
        ),
        (
            clause.rule in _FAR_SUBJECTS and not _labeled(duty, case, known),
            "it is not sure whom or what it is said of",
        ),
        ("(" in action, "it holds words in brackets"),
        (conditional, "it is not sure what the condition holds for"),
        (not within, "it stands outside of the outline"),
    ]
    slight = [
        (not duty.bearers, "it is not said who must act"),
        (unknown, "it is not known what kind of text this is"),
    ]
    reasons = [why for holds, why in grave if holds]
    others = [why for holds, why in slight if holds]
    return reasons + others if reasons or len(others) >= _SLIGHT else []


def _until_an_event(reader: Reader, duty: Duty) -> bool:
    """Tell a limit that names no day: "hoàn thành *trước kỳ họp thứ 20*"."""
    within = range(duty.clause.action, duty.clause.end)
    return not duty.times and any(k in reader.found.before_events for k in within)


def _united(said: tuple[Bearer, ...], told: tuple[Bearer, ...]) -> tuple[Bearer, ...]:
    """Add to those whom a clause names with it those of a column or label."""
    if not said:
        return told
    names = {bearer.canonical for bearer in said}
    return (*said, *(bearer for bearer in told if bearer.canonical not in names))


def _once(work: Callable[[list[Phrase]], _T]) -> Callable[[list[Phrase]], _T]:
    """Do some work once for each list: whom a long "Kính gửi: …" names is handed down as one list."""
    # it keeps the lists, so that their ids stay theirs
    done: dict[int, tuple[list[Phrase], _T]] = {}

    def result(phrases: list[Phrase]) -> _T:
        if id(phrases) not in done:
            done[id(phrases)] = phrases, work(phrases)
        return done[id(phrases)][1]

    return result


def _all_known(phrases: list[Phrase]) -> bool:
    return all(phrase.mention is not None for phrase in phrases)


def _labeled(duty: Duty, case: bool, known: bool) -> bool:
    """Tell a task in a table, or with labels below it, however short, for somebody who is known.

    What a row says with a verb in no list may be no task: "Kế toán".
    """
    told = duty.stated or duty.product or duty.partners or case
    return known and bool(told) and duty.clause.rule != "table-row"


def _lacks_bearer(duty: Duty) -> bool:
    return not duty.bearers and duty.modality not in ("prohibition", "commitment")


def _quoted(spoken: list[Quote], offset: int) -> str | None:
    """Return who is quoted at a raw offset, of the quotations with a speaker."""
    inner = [q for q in spoken if q.start <= offset < q.end]
    return inner[-1].speaker if inner else None


def _past_quotation(keys: list[str], start: int, end: int) -> int:
    """Take the mark along that closes a quotation inside an action: "phát động phong trào “…|”"."""
    inside, mark = keys[start:end], keys[end] if end < len(keys) else ""
    opened = inside.count("“") > inside.count("”") if mark == "”" else inside.count('"') % 2
    return end + 1 if mark in ("”", '"') and opened else end


def to_records(
    ctx: Context,
    reader: Reader,
    duties: list[Duty],
    canonical: list[str],
    times: list[Time],
    deadlines: list[list[str]],
    quotes: list[Quote],
) -> tuple[list[Obligation], list[str]]:
    """Make the records of the duties.

    Parameters
    ----------
    ctx : Context
    reader : Reader
    duties : list of Duty
    canonical : list of str
        Canonical name of each mention.
    times : list of Time
    deadlines : list of list of str
        Ids of the times that limit each duty.
    quotes : list of Quote
        A duty inside somebody's words has them for its speaker.

    Returns
    -------
    obligations : list of Obligation
    proposals : list of str
        Ids of those that are proposals of a seminar paper.
    """
    digest = hashlib.sha256(ctx.view.raw.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    units = ctx.structure.units
    of_start = [u.start for u in units]
    closings = [s for s in ctx.structure.sections if s.kind == "closing"]
    records, proposals = [], []
    unknown = ctx.structure.frame.kind == "other" and not says_its_kind(ctx.structure.lines)
    undated = {t.id for t in times if t.due is None and t.type not in ("SET", "URGENCY")}
    # A guideline that names nobody throughout is said to do so once, not at every duty.
    if sum(map(_lacks_bearer, duties)) * 2 > len(duties) > _FEW:
        ctx.warnings.append(
            AnalysisWarning(
                "nobody_named", "for most duties of this text nobody is named who must act"
            )
        )
    misread = [w.start for w in ctx.warnings if w.code == "misread_date" and w.start is not None]
    spoken = [quote for quote in quotes if quote.speaker is not None]
    starts, ends, printed = ctx.tokens.starts, ctx.tokens.ends, ctx.printed

    def span(tokens: tuple[int, int] | None) -> Span | None:
        if tokens is None or tokens[0] >= tokens[1]:
            return None
        return Span(*printed(starts[tokens[0]], ends[tokens[1] - 1]))

    def bearer(phrase: Phrase, inherited: bool) -> Bearer:
        text, start, end = printed(starts[phrase.first], ends[phrase.last - 1])
        k = phrase.mention
        if k is None:
            return Bearer(text, start, end, " ".join(text.split()), inherited, None)
        return Bearer(text, start, end, canonical[k], inherited, f"a{k + 1}")

    def named(phrases: list[Phrase], inherited: bool = False) -> tuple[Bearer, ...]:
        return tuple([bearer(phrase, inherited) for phrase in phrases]) if phrases else ()

    shared, known = _once(partial(named, inherited=True)), _once(_all_known)

    for duty, limits in zip(duties, deadlines, strict=True):
        clause = duty.clause
        action = span((clause.action, _past_quotation(reader.keys, clause.action, clause.end)))
        start, end = ctx.view.map.to_raw(duty.start, duty.end)
        if action is None:
            continue
        end = max(end, action.end)  # the mark that closes a quotation inside the action
        line = ctx.structure.lines[duty.line]
        k = bisect_left(of_start, max(line.start, duty.start) + 1) - 1
        section = next((s.id for s in closings if s.start <= start < s.end), None)
        if section is None and k >= 0 and duty.start < max(units[k].end, line.end):
            section = units[k].id
        slots = slots_of(reader, clause)
        reasons = _doubts(
            reader, duty, slots, unknown=unknown,
            within=section is not None or not units,
            undated=not undated.isdisjoint(limits), several=len(limits) > 1,
            misread=any(action.start <= at < action.end for at in misread),
            known=known(duty.bearers),
        )  # fmt: skip
        if duty.inherited and not slots.coordinated_with:
            bearers = shared(duty.bearers)
        else:
            acting = [who for who in duty.bearers if who not in slots.coordinated_with]
            bearers = named(acting, duty.inherited)
        identity = f"o-{digest}-{start}-{action.end}"
        records.append(
            Obligation(
                id=identity, start=start, end=end, action=action, modality=duty.modality,
                cue=span(clause.cue_span), strength=duty.strength,
                bearers=bearers,
                coordinated_with=_united(named(slots.coordinated_with), shared(duty.partners)),
                monitored_by=named(slots.monitored_by), report_to=named(slots.report_to),
                deadlines=tuple(limits), condition=span(slots.condition),
                exception=span(slots.exception), purpose=span(slots.purpose),
                deliverable=span(duty.product or slots.deliverable),
                speaker=_quoted(spoken, start) or (None if duty.speaker is None else f"a{duty.speaker + 1}"),
                section=section, sentence=duty.sentence, inferred=tuple(duty.inferred),
                needs_review=bool(reasons), rule=clause.rule,
                review_reason="; ".join(reasons) or None,
            )
        )  # fmt: skip
        asks = duty.modality in ("recommendation", "obligation", "permission")
        paper = ctx.structure.frame.kind == "seminar_paper"
        if asks and (duty.proposal or (paper and duty.modality == "recommendation")):
            proposals.append(identity)
    return records, proposals
