"""Where a text gives orders, and what each line inherits from the lines that introduce it.

Whether a line is operative follows from the outline, its headings and the lead-ins, never from
a window of words. A lead-in ("Giao Sở Nội vụ:", "… thực hiện các nhiệm vụ sau:") gives who must
act, modality and deadline to every item below it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from vndirective.core.patterns import compiled
from vndirective.extract.clauses.lead_ins import (
    concluding,
    done_already,
    in_charge_of,
    issues,
    laid_down_for,
    last_clause,
    modal_lead,
    named,
    own_sentence,
    partners,
    presents,
    requests,
)
from vndirective.extract.clauses.phrases import Phrase
from vndirective.extract.clauses.reader import Reader
from vndirective.extract.context import Context
from vndirective.extract.cues import Cue, cue_named, cues
from vndirective.extract.duties.heading_lines import (
    announces,
    heading_like,
    heads_parts,
    line_below,
    lists_cases,
    one_statement,
    opens_list,
    unnumbered_heading,
)
from vndirective.segment.lines import Line
from vndirective.segment.marks import WIRES
from vndirective.segment.outline import Unit

__all__ = ["Command", "commands"]

#: A text of one line, shorter than this, is no document.
_ALONE = 400
#: Markers of what may be a task as well as a heading; parts, sections and articles are headings.
_ITEMS = ("decimal", "multi", "letter", "paren")


@dataclass(slots=True)
class Command:
    """What one line inherits; lines side by side may share it.

    Attributes
    ----------
    operative : bool
        Bare imperatives of the line are orders.
    background : bool
        A heading above says that the line looks back or assesses.
    bearers : list of Phrase
        Who must act, from the nearest lead-in.
    partners : list of Phrase
        With whom, from the lead-in that names the bearers: "X chủ trì, phối hợp với Y:".
    far : bool
        The bearers come from Kính gửi or the opening paragraph, not from the outline.
    cue : Cue or None
        Modality of a lead-in ("đề nghị …:").
    speaker : int or None
        Mention that gives the order in the lead-in.
    leads : bool
        The line introduces the lines below it; its last clause is no duty of its own.
    proposes : bool
        The line stands among the proposals of a seminar paper.
    listed : bool
        The nearest lead-in asks for what stands below it: "Giao Trạm Y tế:", "Nghiêm cấm:".
    cases : bool
        The nearest lead-in says what cases or acts stand below it, not what is to be done.
    remit : bool
        The nearest lead-in says what somebody is in charge of: what is asked below is his own act.
    plain : bool
        The text has no outline, and nothing above asks: a verb orders only who is named before it.
    lines : tuple of int
        The lead-in lines, nearest first: their deadlines are inherited too.
    """

    operative: bool = False
    background: bool = False
    bearers: list[Phrase] = field(default_factory=list)
    partners: list[Phrase] = field(default_factory=list)
    far: bool = False
    cue: Cue | None = None
    speaker: int | None = None
    leads: bool = False
    proposes: bool = False
    listed: bool = False
    cases: bool = False
    remit: bool = False
    plain: bool = False
    lines: tuple[int, ...] = ()


@dataclass(slots=True)
class _Lead:
    """What a heading or lead-in line says to the lines below it."""

    operative: bool | None = None
    bearers: list[Phrase] = field(default_factory=list)
    partners: list[Phrase] = field(default_factory=list)
    cue: Cue | None = None
    speaker: int | None = None
    line: int = -1
    proposes: bool = False
    asks: bool = False
    cases: bool = False
    remit: bool = False


def commands(ctx: Context, reader: Reader) -> list[Command]:
    """Work out what every line inherits.

    Parameters
    ----------
    ctx : Context
    reader : Reader

    Returns
    -------
    list of Command
        One for each line of the structure.
    """
    structure = ctx.structure
    lines, roles, units = structure.lines, structure.roles, structure.units
    starts = [u.start for u in units]
    first_child = {u.parent for u in units if u.parent is not None}
    of_line = _unit_of_lines(ctx)
    steering = not ctx.reporting
    annexed = _annexed(units)
    titles = _titles(ctx, starts, first_child)
    # a short notice or telegram without numbers orders throughout
    plain = steering and not units and structure.frame.kind != "other"
    leads: dict[int, _Lead] = {}
    known: dict[
        tuple[int | None, bool, str, bool, bool, bool], Command
    ] = {}  # until the next lead is read
    # A few sentences given by themselves, not as part of a document, are read as orders.
    alone = len(lines) == 1 and len(lines[0].text) < _ALONE
    root = _Lead(operative=True if alone and steering else None)
    opening = _addressed(ctx, reader)
    result = []
    seen_unit = False
    heading: _Lead | None = None
    for n, line in enumerate(lines):
        role = roles[n]
        if role not in ("body", "closing"):
            result.append(Command())
            continue
        unit = of_line[n]
        own = unit is not None and units[unit].start == line.start
        seen_unit = seen_unit or own
        below = own and unit in first_child and _next_is_child(units, starts, unit, line.end)
        below_it = line_below(lines, n, captions=not steering)
        ends_open = opens_list(line, below_it) or announces(ctx, line, below_it)
        titled = (
            own
            and unit is not None
            and units[unit].heading is not None
            # an item without a full stop heads nothing where nothing is below it
            and (
                below or (units[unit].kind != "bullet" and not _ends(units, starts, unit, lines, n))
            )
            and n + 1 < len(lines)
            and heading_like(line.text)
            and not any(
                k in reader.found.enacting_ends for k in reader.cues_in(*ctx.line_tokens[n])
            )
        )
        # "3. Nâng cao chất lượng chăm sóc trẻ em." above items, as "2. Nâng cao nhận thức", or
        # above who does what of it
        titled = titled or (
            own
            and unit is not None
            and (
                (below and (heads_parts(line) or (units[unit].parent, units[unit].kind) in titles))
                or _names_who(ctx, reader, n, below=below)
            )
            and one_statement(ctx, reader, n)
        )
        introduces = ends_open or titled
        heads = (
            not introduces
            and not (own and below)
            and line.marker is None
            and unnumbered_heading(line.text, line.bold, line.upper)
        )
        at = units[unit].parent if unit is not None and own else unit
        # Kính gửi addresses the letter, not what its annexes quote or list
        addressed = unit is None or not annexed[unit]
        key = (at, unit is None, role, seen_unit, addressed, introduces or heads)
        if key not in known:
            chain: list[_Lead] = []
            while at is not None:
                if at in leads:
                    chain.append(leads[at])
                at = units[at].parent
            above = [root]
            if role == "body" and heading is not None and (unit is None or _silent(chain, heading)):
                # the nearer of a heading without a number and the last lead-in comes first
                above = [root, heading] if root.line > heading.line else [heading, root]
            inside = (seen_unit or plain) and role == "body"
            command = _inherit(chain + above, opening if addressed else [], steering, inside)
            command.plain = command.plain and plain
            command.operative = steering if role == "closing" else command.operative
            command.leads = introduces or heads
            known[key] = command
        command = known[key]
        result.append(command)
        if heads:
            heading = _read_lead(ctx, reader, n, command)
            known.clear()
            if unit is not None and n and _is_bare(lines[n - 1], units[unit]):
                # "Phần thứ nhất / KẾT QUẢ": what it says of all that is in it
                leads[unit] = heading
        elif introduces or (own and below):
            lead = _read_lead(ctx, reader, n, command)
            known.clear()
            if unit is not None and not own and ends_open:
                unit = _led(units, starts, unit, line.end)
            if unit is not None and (own or ends_open):
                leads[unit] = lead if own else _below(leads.get(unit), lead)
            elif ends_open:
                root = lead
    return result


def _below(heading: _Lead | None, lead: _Lead) -> _Lead:
    """Hand down what the heading of a unit says to a lead-in below it that says nothing itself.

    "Điều 13. Những việc sinh viên không được làm / Vi phạm nội quy, đặc biệt là các hành vi:".
    """
    if heading is None or lead.bearers or lead.cue is not None or lead.speaker is not None:
        return lead
    operative = heading.operative if lead.operative is None else lead.operative
    return replace(heading, line=lead.line, operative=operative)


def _is_bare(line: Line, unit: Unit) -> bool:
    """Tell whether a line begins a unit and is its label alone, with the heading below: "Phần thứ nhất"."""
    marker = line.marker
    return unit.start == line.start and marker is not None and marker.end >= len(line.text)


def _led(units: Sequence[Unit], starts: list[int], unit: int, line_end: int) -> int | None:
    """Return the unit whose items a paragraph leads to that stands below the last item of a list.

    Where another kind of list follows, it is not the item: "- Xóa 46 nhà tạm. / Chúng tôi đề xuất:
    / Một, …".
    """
    after = bisect_right(starts, line_end)
    if after == len(units) or units[after].kind == units[unit].kind:
        return unit
    at: int | None = unit
    while at is not None and at != units[after].parent:
        at = units[at].parent
    return units[after].parent if at == units[after].parent else unit


def _unit_of_lines(ctx: Context) -> list[int | None]:
    """Return the innermost unit that each line stands in."""
    units = ctx.structure.units
    starts = [u.start for u in units]
    result: list[int | None] = []
    for line in ctx.structure.lines:
        index: int | None = bisect_right(starts, line.start) - 1
        while (
            index is not None
            and index >= 0
            and units[index].end < line.end
            and units[index].end <= line.start
        ):
            index = units[index].parent
        result.append(index if index is not None and index >= 0 else None)
    return result


def _annexed(units: Sequence[Unit]) -> list[bool]:
    """Tell of each unit whether it stands in an annex."""
    found: list[bool] = []
    for unit in units:  # a parent stands before what it holds
        found.append(unit.kind == "appendix" or (unit.parent is not None and found[unit.parent]))
    return found


def _next_is_child(units: Sequence[Unit], starts: list[int], unit: int, line_end: int) -> bool:
    after = bisect_right(starts, line_end)
    return after < len(units) and units[after].parent == unit


def _ends(
    units: Sequence[Unit], starts: list[int], unit: int, lines: Sequence[Line], n: int
) -> bool:
    """Tell whether the next item of a list, or of one around it, stands right below a line."""
    if n + 1 >= len(lines):
        return False
    at = bisect_left(starts, lines[n + 1].start)
    if at == len(units) or units[at].start != lines[n + 1].start:
        return False
    if units[at].parent == units[unit].parent:
        return units[at].kind == units[unit].kind
    # the last item of "1.", above "2."
    marker = lines[n].marker
    return marker is not None and marker.family in _ITEMS and units[at].parent != unit


def _names_who(ctx: Context, reader: Reader, n: int, *, below: bool) -> bool:
    """Tell whether the line below a numbered item says who does what of it: "- *UBND xã* rà soát …".

    ``below`` tells that it is an item inside of it; else it has to be a paragraph. A sentence with
    its full stop is an order of its own.
    """
    lines = ctx.structure.lines
    marker = lines[n].marker
    if marker is None or marker.family not in _ITEMS or n + 1 == len(lines):
        return False
    if lines[n].text.rstrip().endswith("."):
        return False
    paragraph = lines[n + 1].marker is None and not heading_like(lines[n + 1].text)
    if not (below or paragraph):
        return False
    i, end = ctx.line_tokens[n + 1]
    who, after = reader.subjects(reader.skip(i, end), end)
    acts = bool(who) and who[0].mention is not None and reader.verb(after, end, True) is not None
    return acts and not reader.modal(after, end)


def _silent(chain: list[_Lead], heading: _Lead) -> bool:
    """Tell whether the units around a line leave it to a heading below them: "PHẦN I / KẾT QUẢ"."""
    return all(
        lead.operative is None
        and lead.cue is None
        and not lead.bearers
        and lead.line < heading.line
        for lead in chain
    )


def _titles(ctx: Context, starts: list[int], parents: set[int]) -> set[tuple[int | None, str]]:
    """Return which items head others below them without a stop, by what they stand in and kind."""
    units = ctx.structure.units
    lines = {line.start: line for line in ctx.structure.lines}
    return {
        (unit.parent, unit.kind)
        for k, unit in enumerate(units)
        if k in parents
        and unit.heading is not None
        and (line := lines.get(unit.start)) is not None
        and heading_like(line.text)
        and _next_is_child(units, starts, k, line.end)
    }


def _inherit(chain: list[_Lead], opening: list[Phrase], steering: bool, inside: bool) -> Command:
    command = Command(operative=steering and inside)
    said: bool | None = None
    for depth, lead in enumerate(chain):
        if lead.bearers and not command.bearers:
            command.bearers, command.partners = lead.bearers, lead.partners
            command.far = depth == len(chain) - 1 and len(chain) > 1
        said = lead.operative if said is None else said
        command.cue = command.cue or lead.cue
        command.speaker = lead.speaker if command.speaker is None else command.speaker
        command.proposes = command.proposes or lead.proposes
    command.plain = said is None
    if said is not None:
        command.operative, command.background = said, not said
    command.listed = bool(chain) and chain[0].asks
    command.cases = bool(chain) and chain[0].cases
    command.remit = bool(chain) and chain[0].remit
    command.lines = tuple([lead.line for lead in chain if lead.line >= 0])
    if not command.bearers and opening:
        command.bearers, command.far = opening, True
    return command


def _read_lead(ctx: Context, reader: Reader, n: int, command: Command) -> _Lead:
    """Read who, how and whether from a heading or lead-in line."""
    line = ctx.structure.lines[n]
    marker = line.marker.end if line.marker else 0
    folded = ctx.view.folded[line.start + marker : line.end].strip(" .:*")
    lead = _Lead(line=n)
    start, end = ctx.line_tokens[n]
    start = own_sentence(reader, start, end)
    table = cues()
    proposing = folded.startswith(table.proposing_headings)
    heading = (
        heading_like(line.text) and len(folded) < 160 and not folded.endswith(("sau", "như sau"))
    )
    if heading:
        plain = folded.removeprefix("về ")
        behind = plain.startswith(table.background_headings) or plain in table.background_exact
        if behind and not plain.startswith(table.operative_headings):
            lead.operative = False
        elif plain.startswith(table.operative_headings) or any(
            f" {w}" in plain for w in ("nhiệm vụ", "giải pháp")
        ):
            lead.operative = True
        if proposing:
            lead.operative, lead.proposes = True, True
            lead.cue = cue_named("đề nghị")
        elif f"{folded}:".startswith(table.rights_headings):
            lead.operative, lead.cue = True, cue_named("có quyền")
        elif folded.startswith(table.pledging_headings):
            lead.operative, lead.cue = True, cue_named("cam kết")
    speaker = concluding(reader, start, end)
    if speaker is not None:
        lead.speaker, lead.operative = speaker, not command.background
        return lead
    modal = modal_lead(reader, start, end)
    if modal is None and lists_cases(line, folded, introduces=command.leads):
        lead.cases = True
        lead.operative = False if opens_list(line, None) else lead.operative
        return lead
    asked = None if modal else requests(reader, start, end)
    clause = None if asked or modal else last_clause(reader, start, end)
    if modal is not None:
        lead.bearers, lead.cue = modal
        lead.operative = lead.asks = True
    elif asked is not None:
        # "…, Chủ tịch phường yêu cầu các tổ dân phố …:"; without them the items say who must act
        lead.bearers, cue, lead.speaker = asked
        lead.cue = cue or lead.cue
        # "… đáp ứng yêu cầu, kết quả nổi bật như sau:" in an assessment asks nobody
        lead.operative = bool(lead.bearers) or not command.background
        lead.asks = bool(lead.bearers)
    elif opens_list(line, None) and done_already(reader, start, end):
        lead.operative = False
    elif clause is not None and not presents(reader, clause):
        lead.bearers = laid_down_for(reader, start, end) or (
            [] if issues(reader, clause) else clause.bearers
        )
        # what "1. Đối với tàu quá hạn: xử phạt; *không cho rời cảng*." forbids, items below do not
        own = ("obligation",) if command.leads else ("obligation", "prohibition")
        lead.cue = clause.cue if clause.cue and clause.cue.modality not in own else lead.cue
        lead.speaker = clause.speaker
        if opens_list(line, None):
            # "… đã đạt kết quả sau:" in an assessment leads to no orders
            lead.operative = not command.background or clause.cue is not None
            lead.asks = in_charge_of(reader, start, end)
        # below "Công an xã không được làm những việc sau" each item is one, whatever its verb
        banned = lead.cue is not None and lead.cue.modality == "prohibition"
        lead.asks = lead.asks or (banned and command.leads and bool(lead.bearers))
    else:
        lead.bearers = named(reader, start, end)
        if lead.bearers and folded.startswith(("đề nghị", "kiến nghị")):
            lead.cue = cue_named("đề nghị")
        if lead.bearers and lead.operative is None and command.operative:
            lead.operative = True
        lead.asks = bool(lead.bearers) and command.operative and opens_list(line, None)
    if lead.bearers:
        lead.remit = in_charge_of(reader, start, end)
        lead.partners = partners(reader, start, end)
    return lead


def _addressed(ctx: Context, reader: Reader) -> list[Phrase]:
    """The mentions of Kính gửi, the last place where the bearer is looked for."""
    structure = ctx.structure
    found = []
    for n, (line, role) in enumerate(zip(structure.lines, structure.roles, strict=True)):
        if role == "addressees":
            at, last = ctx.line_tokens[n]
            # "THỦ TƯỚNG CHÍNH PHỦ điện: | Bộ Y tế": who sends is not who is addressed
            wires = compiled(WIRES).match(line.text)
            at = ctx.tokens.first_at(line.start + wires.end()) if wires else at
            while at < last:
                # "các hội được Nhà nước giao việc" addresses the associations, not the state
                bearers, after = reader.subjects(at, last)
                found += bearers
                at = after if bearers else at + 1
                if bearers:
                    while at < last and reader.keys[at] not in ";,–-":
                        at += 1
    return found
