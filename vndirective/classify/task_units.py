"""Which parts of a directive are its tasks, and what each is called.

A task is an item, an article or, where there is nothing smaller, a section. Headings that only group
items are none, nor are aims; who carries the directive out counts only where few tasks stand elsewhere.
A heading that only names who is asked says nothing of what for: the numbered points below it are the
tasks, and what stands below it as a mere list is one, called by what is asked. In a document whose
numbered units ask nothing the rows of its tables are the tasks. The headings are data,
``lexicons/task_headings.json``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any

from vndirective.core.normalize import make_view
from vndirective.core.orthography import fold
from vndirective.core.patterns import NAME_WORD, any_of
from vndirective.core.records import Actor, Analysis, Bearer, Obligation, Section
from vndirective.core.resources import lexicon

__all__ = ["Task", "tasks_of", "without_places"]

_NUMBERED = frozenset({"part", "chapter", "section", "article", "clause", "point", "item"})
#: What holds items rather than being one.
_CONTAINERS = frozenset({"part", "chapter", "section"})
#: So many tasks are a list of their own: who carries them out, below another heading, is none beside them.
_LIST = 5
_LABEL_LENGTH = 80
#: A clause shorter than this does not name a task, if the sentence goes on.
_SHORTEST = 25
#: What stands between the cells of a row.
_CELL = " | "
#: What stands in a clean text for what was taken out; no phrase reaches over it.
_GAP = " ; "


@dataclass(frozen=True, slots=True)
class Task:
    """One task of a directive.

    Attributes
    ----------
    section : str
        Id of the section that holds it.
    label, text : str
        On one line.
    headed : bool
        Whether the label is the heading of the task, which names it, or what is asked first.
    clean_label, clean_text : str
        The same without times, without documents cited and without names of who is
        asked: they are not what for.
    """

    section: str
    label: str
    text: str
    headed: bool
    clean_label: str
    clean_text: str


def tasks_of(analysis: Analysis) -> list[Task]:
    """Return the tasks of a directive in order; none where no outline unit carries a duty."""
    duties = sorted(analysis.obligations, key=lambda duty: duty.start)
    outline = _Outline(analysis, duties)
    tops = [top for top in outline.top if not _names_aims(top.heading or "")] or outline.top
    by_top = [(top, list(outline.tasks(top))) for top in tops]
    own = [unit for top, below in by_top if not outline.hands_out(top) for unit in below]
    units = own if len(own) >= _LIST else [unit for _, below in by_top for unit in below]
    # A directive may be nothing but how another one is carried out.
    units = units or outline.top
    while len(units) == 1 and len(below := outline.below(units[0])) > 1:
        units = below
    return [_task(analysis, unit, outline.duties(unit)) for unit in units]


class _Outline:
    """The units that carry duties, and what stands below each."""

    def __init__(self, analysis: Analysis, duties: list[Obligation]) -> None:
        self._text = analysis.text
        self._actors = analysis.actors
        self._times = analysis.times
        self._duties = duties
        self._starts = [duty.start for duty in duties]
        by_id = {section.id: section for section in analysis.sections}
        carrying: set[str] = set()
        for duty in duties:
            at = duty.section
            while at in by_id and at not in carrying:
                carrying.add(at)
                at = by_id[at].parent or ""
        units = [s for s in analysis.sections if s.id in carrying]
        numbered = [s for s in units if s.kind in _NUMBERED]
        ids = {unit.id for unit in numbered}
        bullets = [s for s in units if s.kind == "bullet"]
        self._below: dict[str | None, list[Section]] = defaultdict(list)
        self._bullets: dict[str | None, list[Section]] = defaultdict(list)
        for kept, found in ((numbered, self._below), (bullets, self._bullets)):
            for unit in kept:
                found[unit.parent].append(unit)
        self.top = [unit for unit in numbered if unit.parent not in ids]
        ids = {unit.id for unit in bullets}
        if not self.top:
            lists = [unit for unit in bullets if unit.parent not in ids]
            tables = [s for s in analysis.sections if s.kind == "table" and self.duties(s)]
            self.top = sorted([*lists, *tables], key=lambda unit: unit.start)

    def duties(self, unit: Section) -> list[Obligation]:
        """Return the duties inside a unit."""
        first = bisect_left(self._starts, unit.start)
        return self._duties[first : bisect_left(self._starts, unit.end, first)]

    def below(self, unit: Section) -> list[Section]:
        """Return the numbered units right below one; those inside a sentence are its parts."""
        return [
            s for s in self._below[unit.id] if not self._text[unit.start : s.start].endswith(" ")
        ]

    def hands_out(self, unit: Section) -> bool:
        """Tell whether a unit only says who carries out what stands elsewhere, one by one."""
        return _carries_out(unit.heading or "") and bool(self.below(unit))

    def tasks(self, unit: Section, *, carrying_out: bool = False) -> Iterator[Section]:
        """Yield the tasks in a unit."""
        heading = unit.heading or ""
        below = self.below(unit)
        if unit.kind == "table":
            yield from self._paragraphs(unit)
        elif _carries_out(heading) and not below and self._among_tasks(unit):
            if not self._says_how(unit, carrying_out=True):
                yield unit
        elif _carries_out(heading):
            for inner in below or self._bullets[unit.id]:
                yield from self.tasks(inner, carrying_out=True)
        elif _groups(heading) or (
            below and (unit.kind in _CONTAINERS or self._asks(unit, below[0]))
        ):
            inside = below or self._bullets[unit.id] or self._paragraphs(unit)
            for inner in inside:
                yield from (
                    self.tasks(inner, carrying_out=carrying_out) if inner.id != unit.id else [inner]
                )
        elif not self._says_how(unit, carrying_out=carrying_out):
            yield unit

    def _among_tasks(self, unit: Section) -> bool:
        """Tell whether a unit stands in one list with tasks that hold no numbered points."""
        siblings = self._below[unit.parent] or self.top
        return any(not self.below(other) for other in siblings if other.id != unit.id)

    def _asks(self, unit: Section, first: Section) -> bool:
        """Tell whether a unit says above its first point only who is asked."""
        said = _plain(self._text[unit.start : first.start]).rstrip(" :")
        return _only_asks(said, _within(self._actors, unit), unit.label)

    def _paragraphs(self, unit: Section) -> Iterator[Section]:
        """Yield the lines of a unit that hold duties, such as rows of a table."""
        text = self._text
        lines = groupby(self.duties(unit), key=lambda duty: text.rfind("\n", 0, duty.start))
        for before, found in lines:
            last = max(duty.end for duty in found)
            end = text.find("\n", last)
            end = unit.end if end < 0 else min(end, unit.end)
            yield replace(
                unit, label=None, heading=None, start=max(before + 1, unit.start), end=end
            )

    def _says_how(self, unit: Section, *, carrying_out: bool) -> bool:
        """Tell what a directive says of itself at its end from what it asks for.

        "Giám đốc các sở chịu trách nhiệm thi hành Chỉ thị này", "Giao Sở Nội vụ theo dõi, đôn đốc việc
        thực hiện Chỉ thị này, tổng hợp báo cáo": these follow it up, and have no subject of their own.
        """
        duties = self.duties(unit)
        said = [fold(" ".join(self._text[duty.start : duty.end].split())) for duty in duties]
        # below "10. Đo chất lượng dịch vụ" may stand, unnumbered, who carries out all of it
        subject = unit.heading is not None and not _carries_out(unit.heading)
        follows = carrying_out or (
            not subject and any(_carried_out().search(text) for text in said)
        )
        return bool(duties) and all(
            _itself(carrying_out).search(text) or (follows and self._follows_up(duty))
            for duty, text in zip(duties, said, strict=True)
        )

    def _follows_up(self, duty: Obligation) -> bool:
        """Tell whether a duty says beside who and when only that something is followed up."""
        named = [*_within(self._actors, duty), *_within(self._times, duty)]
        rest = _without(_plain(self._text[duty.start : duty.end]), [span.text for span in named])
        return _made_of("following").fullmatch(fold(rest)) is not None


@cache
def _itself(carrying_out: bool) -> re.Pattern[str]:
    known = lexicon("task_headings")
    formula = "" if carrying_out else any_of(known["formula"]) + ".*"
    return re.compile(rf"{formula}\b{any_of(known['itself'])}\b")


@cache
def _carried_out() -> re.Pattern[str]:
    known = lexicon("task_headings")
    kinds = any_of(phrase.removesuffix(" này") for phrase in known["itself"])
    return re.compile(rf"\b{any_of(known['carried'])}\s{kinds}\b")


@cache
def _made_of(*kinds: str) -> re.Pattern[str]:
    """Return what a text is that is put together of phrases of some kinds."""
    phrases = any_of(phrase for kind in kinds for phrase in lexicon("task_headings")[kind])
    return re.compile(rf"\W*(?:{phrases}\b\W*)*")


def _groups(heading: str) -> bool:
    return bool(heading) and _made_of("grouping").fullmatch(fold(heading)) is not None


def _names_aims(heading: str) -> bool:
    """Tell a heading of aims: "MỤC ĐÍCH, YÊU CẦU", "Quan điểm, mục tiêu đến năm 2030"."""
    return _opens_with("aims", re.sub(r"\d+", "", heading), "aims", "of_aims")


def _carries_out(heading: str) -> bool:
    return _opens_with("carrying_out", heading, "grouping")


def _opens_with(kind: str, heading: str, *others: str) -> bool:
    """Tell whether a heading begins with a phrase of a kind, and goes on with others only."""
    opening = re.match(rf"{any_of(lexicon('task_headings')[kind])}\b", fold(heading))
    rest = fold(heading)[opening.end() :] if opening is not None else ""
    return opening is not None and _made_of(*others).fullmatch(rest) is not None


def _plain(text: str) -> str:
    """Return a text on one line; the view has no wraps and no markup residue."""
    return " ".join(make_view(text).text.split())


def _is_name(actor: Actor) -> bool:
    """Tell a body that is called by its name from a role or a group of any."""
    text = actor.text
    called = any(map(str.isupper, text[1:])) and not text.isupper()
    return actor.type in ("ORG", "PERSON") or called


def _task(analysis: Analysis, unit: Section, duties: list[Obligation]) -> Task:
    actors = _within(analysis.actors, unit)
    times = _within(analysis.times, unit)
    cited = _within(analysis.citations, unit)
    # GROUP: "người dân" may be whom a task is about
    asked = [a for a in actors if a.type != "GROUP" or _is_name(a)]
    clean = list(analysis.text[unit.start : unit.end])
    for span in (*asked, *times, *cited):
        first, last = span.start - unit.start, span.end - unit.start
        clean[first:last] = [_GAP, *[""] * (last - first - 1)]
    heading = _heading(unit, actors)
    label = _shortened(heading) if heading else _label(analysis, unit, duties, actors)
    names = [*(a.text for a in actors if _is_name(a)), *(t.text for t in times)]
    return Task(
        unit.id,
        label,
        _plain(analysis.text[unit.start : unit.end]),
        bool(heading),
        without_places(_without(label, names)),
        without_places(_plain("".join(clean))),
    )


def without_places(text: str) -> str:
    """Take out the names of places: who works there does not speak of what is to be done there.

    >>> without_places("Đóng cửa bãi rác xã Tân Phong.")
    'Đóng cửa bãi rác  ; .'
    """
    return _place().sub(_GAP, text)


@cache
def _place() -> re.Pattern[str]:
    kinds = any_of(lexicon("organizations")["territories"])
    return re.compile(rf"(?<!\w)(?i:{kinds})\s+{NAME_WORD}(?:\s{NAME_WORD}){{1,3}}")


def _within(spans: Sequence[Any], unit: Section | Obligation) -> list[Any]:
    """Return the records inside a unit or a duty, of those that stand in the order of the text."""
    first = bisect_left(spans, unit.start, key=attrgetter("start"))
    last = bisect_left(spans, unit.end, first, key=attrgetter("start"))
    return [span for span in spans[first:last] if span.end <= unit.end]


def _without(text: str, parts: Iterable[str]) -> str:
    """Take parts out of a text, the longest first."""
    for part in sorted(set(map(_plain, parts)), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", _GAP, text, flags=re.IGNORECASE)
    return text


def _heading(unit: Section, actors: list[Actor]) -> str:
    """Return the heading of a task, if it says what is asked and not only who."""
    heading = " ".join((unit.heading or "").split()).rstrip(" :")
    if _groups(heading) or _carries_out(heading) or _only_asks(heading, actors):
        return ""
    return heading


def _label(analysis: Analysis, unit: Section, duties: list[Obligation], actors: list[Actor]) -> str:
    """Call a task without a heading by what is asked, or by how it begins."""
    text = _plain(analysis.text[unit.start : unit.end])
    body = re.sub(rf"^\W*{re.escape(unit.label or '')}\W*", "", text, count=1)
    first = re.split(r"[.;:]", body, maxsplit=1)[0].strip() or text
    opens = any(
        _only_asks(_plain(analysis.text[unit.start : b.end]), [*actors, b], unit.label)
        for duty in duties[:1]
        for b in duty.bearers
        if not b.inherited and b.start >= unit.start
    )
    row = _CELL in text
    asked = _by_tasks(analysis, duties, actors) if unit.heading or opens or row else ""
    return asked or _shortened(first)


def _only_asks(text: str, actors: Sequence[Actor | Bearer], label: str | None = None) -> bool:
    """Tell whether a text holds nothing but who is asked."""
    rest = _without(text, [actor.text for actor in actors])
    if rest == text:
        return False
    rest = re.sub(rf"^\W*{re.escape(label or '')}(?!\w)", "", rest)
    kinds = ["lead"]
    if any(isinstance(a, Actor) and _is_name(a) and _plain(a.text) in text for a in actors):
        kinds.append("lead_of_names")
    return _made_of(*kinds).fullmatch(fold(rest)) is not None


def _by_tasks(analysis: Analysis, duties: list[Obligation], actors: list[Actor]) -> str:
    """Return what is asked, as much of it as a label holds."""
    said = ""
    for duty in duties:
        start = duty.action.start
        if duty.modality == "prohibition" and duty.cue:
            start = min(start, duty.cue.start)
        action = _plain(analysis.text[start : duty.action.end])
        # "Các Sở: Y tế, Xây dựng – theo chức năng – thẩm định": who is asked opens the action
        names = [_plain(a.text) for a in actors if start <= a.start and a.end <= duty.action.end]
        if any(action.startswith(name) for name in names):
            action = _without(action, names).lstrip(" ;,")
            action = re.sub(r"^[–-][^–-]*[–-]\s*", "", action).replace(_GAP, "")
        if not action:
            continue
        if not said:
            said = _shortened(action[0].upper() + action[1:], clause=True)
        elif len(said) + len(action) + 2 <= _LABEL_LENGTH and not said.endswith("…"):
            said += f"; {action[0].lower()}{action[1:]}"
        else:
            break
    return said


def _shortened(text: str, *, clause: bool = False) -> str:
    """Cut a text to the length of a label, behind a whole clause if that will do."""
    if len(text) <= _LABEL_LENGTH:
        return text
    head = text[:_LABEL_LENGTH]
    at = max(head.rfind(", "), head.rfind("; "), head.rfind(" – ")) if clause else -1
    if at >= _SHORTEST:
        return head[:at].rstrip()
    return head.rsplit(" ", 1)[0].rstrip(" ,") + "…"
