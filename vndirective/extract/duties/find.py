"""Duties: who must, must not, may or should do what, with whom, by when.

Rules over clauses, actors and the outline; every duty names the rule that found it and what was
inferred rather than read.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from vndirective.core.records import Quote
from vndirective.extract.actors.find import Mention
from vndirective.extract.clauses.phrases import Phrase
from vndirective.extract.clauses.reader import Clause, Reader, Speakers
from vndirective.extract.context import Context
from vndirective.extract.cues import cue_named
from vndirective.extract.duties.agendas import agenda_lines
from vndirective.extract.duties.command import Command, commands
from vndirective.extract.duties.counted import Counted
from vndirective.extract.duties.duty import Duty
from vndirective.extract.duties.duty_times import DutyTimes
from vndirective.extract.duties.heading_lines import heads_paragraphs, is_subhead
from vndirective.extract.duties.inheritance import Around, Inheritance
from vndirective.extract.duties.item_lists import ItemLists
from vndirective.extract.duties.label_lines import said_below, say
from vndirective.extract.duties.spoken import Stretch, quoted_words, speakers
from vndirective.extract.duties.telling import Telling
from vndirective.extract.duties.unlisted import (
    assigned,
    dated,
    delivery,
    item,
    own_act,
    under_condition,
)
from vndirective.extract.tables.cells import items_of, sentences_of
from vndirective.extract.tables.task_lists import (
    Cells,
    bracketed,
    in_charge,
    label_alone,
    labeled,
    labels_behind,
    led_apart,
)
from vndirective.extract.times.find import Expression
from vndirective.segment.lines import Line

__all__ = ["find_duties"]

#: At how many marks of a frame or of somebody's words it is tried whether a request goes on.
_COMMAS = 4
#: How long a caption that ends in a full stop may be.
_CAPTION = 40
#: Markers of headings that may be tasks; those of articles and parts are titles.
_ITEMS = frozenset(("decimal", "multi", "letter", "paren", "ordinal", "bullet"))


def find_duties(
    ctx: Context,
    mentions: list[Mention],
    times: list[Expression],
    quotes: list[Quote],
    rows: dict[int, Cells],
) -> tuple[Reader, list[Duty]]:
    """Find the duties of a text.

    Parameters
    ----------
    ctx : Context
    mentions : list of Mention
    times : list of Expression
    quotes : list of Quote
    rows : dict
        The rows of its tables of tasks, as `task_rows` returns them.

    Returns
    -------
    reader : Reader
    duties : list of Duty
        In the order of the text.
    """
    reader = Reader(ctx, mentions, times)
    inherited = commands(ctx, reader)
    finder = _Finder(ctx, reader, times, quotes, inherited)
    agenda = agenda_lines(ctx)
    for n, command in enumerate(inherited):
        if n in agenda:
            continue
        if n in rows:
            finder.row(n, rows[n], command)
        elif ctx.structure.roles[n] in ("body", "closing"):
            finder.line(n, command)
    return reader, finder.duties


class _Finder:
    def __init__(
        self, ctx: Context, reader: Reader, times: list[Expression], quotes: list[Quote],
        inherited: list[Command],
    ) -> None:  # fmt: skip
        self.ctx, self.reader, self.times = ctx, reader, DutyTimes(ctx, reader, times)
        self.lists = ItemLists(ctx, inherited, self.times)
        self.duties: list[Duty] = []
        self.spans = ctx.structure.spans
        self.reporting = ctx.reporting
        self.news = ctx.structure.frame.kind == "news"
        self.words = quoted_words(ctx, quotes)
        self.counted, self.telling = Counted(ctx, reader), Telling(ctx, reader)
        heard = speakers(reader) if self.news else []
        self.heirs = Inheritance(ctx, reader, self.times, heard)
        self.group, self.labeled = 0, False  # the first duty that no labels spoke of, and whether
        self.item: list[Duty] = []  # the duties of the last item: labeled lines speak of them
        self.headings: dict[int, tuple[int, Command]] = {}  # of units, their lines and commands
        self.unit: int | None = None  # where the unit of the last line begins
        self.unit_bearers: list[Phrase] = []  # and who must act in it
        self.charged: list[Phrase] = []  # whom a label above all duties names: "Người nhận việc: …"
        self.before: Duty | None = None  # the last request of the paragraphs before, in a report
        self.charging = False  # they say what others, who are asked, must direct

    # -- lines ----------------------------------------------------------------------------------

    def line(self, n: int, given: Command) -> None:
        """Read the duties of one line."""
        line = self.ctx.structure.lines[n]
        self.lists.open(n, len(self.duties))
        begins = assigned(self.reader, *self.ctx.line_tokens[n])
        if begins is None and self._says_more(n):
            return
        first = self.ctx.sentence_at(line.start)
        around = next(self.ctx.units_around(line.start), None)
        if around != self.unit:
            self.unit, self.unit_bearers = around, []
        found: list[Duty] = []
        last: Duty | None = None
        for s in range(max(first, 0), len(self.spans)):
            a, b = self.spans[s]
            if a >= line.end:
                break
            i, end = self.ctx.sentence_tokens[s]
            if s == first and line.marker:
                i = self.ctx.line_tokens[n][0]
            if s == first and begins is not None:
                i = begins
            command = self.counted.item(s, i, end, given, s == first)
            if self.telling.looks_back(i, end):
                continue
            issued = self.telling.says_what_is_issued(s)
            if issued:
                command = replace(command, operative=True)
            if self.times.is_trailing(i, end):
                # "Thời hạn hoàn thành: …" below what is to be done, too
                undated = found or self._undated(n, alone=s == first)
                if undated or not self.times.speaks_of_tasks(i, end):
                    self.times.attach(undated, i, end)
                    continue
            cells = labeled(self.ctx.tokens, i, end) if found else None
            if cells is None and found and not any(duty.bearers for duty in found):
                cells = led_apart(self.reader, i, end)
            if cells is not None:
                say(self.reader, self.times, found, cells)
                continue
            said = labels_behind(self.ctx.tokens, i, end)
            end, cells = said or (end, None)
            spoken_of = len(found)
            for p, part in enumerate(parts := self._parts(i, end, command)):
                x, y = part[:2]
                if p and self.times.is_trailing(x, y):
                    self.times.attach(found[-1:], x, y)
                    continue
                if p == len(parts) - 1 and (
                    (command.leads and b == line.end) or self.counted.announces(s, end, command)
                ):
                    continue
                if p and last is None:
                    self.before = None  # the sentence began with something else
                # "Đề nghị Sở A cử người, | Sở B bố trí xe"
                heard, cue = command, last.clause.cue if last is not None else None
                if cue is not None and not self.reporting and self.reader.keys[x - 1] == ",":
                    cue = cue if cue.modality == "recommendation" else command.cue
                    heard = replace(command, operative=True, cue=cue)
                elif last is not None and self.reader.after_number(x, y) > x:
                    heard = replace(command, operative=True)
                duty = self._part(n, s, part, heard, last)
                if duty is not None and p and last is None and self._lists(i, end, duty):
                    continue
                if (
                    duty is not None
                    and last is None
                    and self.telling.is_told(i, x, duty.clause, issued)
                ):
                    continue
                if duty is not None:
                    found.append(duty)
                    # what is encouraged stands by the way: "Khuyến khích …; rà soát …"
                    last = duty if last is None or duty.strength > 1 else last
                elif not p:
                    # what was asked before it in this paragraph is nearer than what stands above
                    self.before = found[-1] if found else self.before
                    last = None
            say(self.reader, self.times, found[spoken_of:], cells or {})
        # "THỰC HIỆN CHỈ THỊ SỐ 14-CT/TW", "BÁO CÁO CÔNG TÁC THÁNG ....."
        titled = line.upper and (line.text[-1] not in ".;:!" or line.text.endswith(("...", "…")))
        # "V. RÀ SOÁT HỒ SƠ; TỔ CHỨC TẬP HUẤN", "Điều 5. Lập kế hoạch; phê duyệt dự toán"
        article = line.marker is not None and line.marker.family not in _ITEMS
        heading = given.leads and (titled or (article and line.text[-1] not in ".;:!"))
        # "Ưu điểm: Chi bộ đã quán triệt; chấp hành nghiêm …" tells all along
        label = self.reader.section_label(*self.ctx.line_tokens[n])
        heading = heading or (label is not None and label[1] == "background")
        if heading or (line.marker is None and (titled or (self.news and is_subhead(line)))):
            found = [duty for duty in found if duty.clause.cue is not None]
        if self.news and n == 0 and is_subhead(line) and len(self.ctx.structure.lines) > 1:
            found = []  # a headline: told below
        if given.cases and line.marker:
            found = [duty for duty in found if duty.clause.bearers and _says_so(duty.clause)]
        self.times.share_last(found)
        for duty in found if self.charged else ():
            if not duty.bearers and duty.modality == "obligation":
                duty.bearers, duty.inherited = self.charged[:1], True
                duty.inferred.append("bearers")
        if found and self.labeled:
            self.group, self.labeled = len(self.duties), False
        self.duties += found
        self.item = found
        if line.marker and line.marker.family in _ITEMS and given.leads and not found:
            self.headings[line.start] = n, given
        if found and around == line.start and not self.reporting:
            self.unit_bearers = self._opens_with(n, found[0])
        if found:
            # what somebody pledges is no request that the next paragraph goes on with
            pledge = self.news and found[-1].modality == "commitment"
            # what is encouraged stands by the way here, too
            asked = next((d for d in reversed(found) if d.strength > 1), found[-1])
            self.before = None if pledge else asked
            directing = self.reader.found.directing
            self.charging = any(
                d.speaker is not None and d.clause.action in directing for d in found
            )
        elif not (given.leads or heads_paragraphs(line) or self._somebody_asks(n)):
            # "Ảnh minh họa." between two paragraphs breaks nothing off
            self.before = self.before if len(line.text) < _CAPTION else None

    def _somebody_asks(self, n: int) -> bool:
        """Tell whether a line asks for something, which nobody could read: "UBND xã yêu cầu …"."""
        i, end = self.ctx.line_tokens[n]
        for k in self.reader.asking_in(i, end):
            who = self.reader.last_mention(i, k) if k in self.reader.found.performatives else None
            if who is not None and self.reader.mentions[who].last == k:
                return True
        return False

    def _part(
        self, n: int, s: int, part: Stretch, command: Command, last: Duty | None
    ) -> Duty | None:
        """Read one clause: somebody's words, the frame of a quotation, or neither."""
        duty = self._clause(n, s, part.start, part.end, command, last)
        if duty is None and (part.frame or part.lead):
            # "…”, ông X nói, đồng thời yêu cầu các xã …", "Việc này là của phường, đừng chuyển lên
            # quận": what goes on behind a comma
            for k in self.reader.marks_in(part.start, part.end - 1)[:_COMMAS]:
                if part.frame or self.reader.keys[k + 1] in self.reader.cues.urging:
                    duty = duty or self._clause(n, s, k + 1, part.end, command, last)
        if part.frame:
            # "…”, Chủ tịch huyện kết luận" says who spoke
            return duty if duty is not None and duty.clause.cue is not None else None
        if part.lead is None:
            return duty
        told = self.reader.told(*part.lead)
        if duty is not None and not duty.clause.bearers:
            if told:
                duty.bearers, duty.inherited, duty.far, duty.carried = told, True, False, False
            elif duty.clause.condition is not None:
                return None  # "Sống với biển thì phải nể biển" is said to nobody
        return duty

    def _parts(self, i: int, end: int, command: Command) -> list[Stretch]:
        """Split a sentence into clauses, and somebody's words from their frame."""
        if i < end and (result := self.reader.found.results.get(i)) is not None:
            # "Từ đó, hình thành văn hóa giao thông" says what comes of it, "Từ đó, *tỉnh đề nghị* …" asks
            who, after = self.reader.subjects(self.reader.skip(result[0], end), end)
            if not who or after not in self.reader.found.performatives:
                return []
        reads = partial(self._reads, command)
        spoken = self.reporting or not command.operative
        return [
            part if (x, y) == (part.start, part.end) else Stretch(x, y, part.frame, part.lead)
            for part in self.words.stretches(i, end, reads if spoken else None)
            for x, y in self.reader.split(self.reader.after_question(*part[:2]), part[1], reads)
        ]

    def row(self, n: int, cells: Cells, command: Command) -> None:
        """Read the duties of one row of a table of tasks."""
        if "task" not in cells or not set(cells) & {"lead", "deadline", "product"}:
            return
        asked = cue_named("đề nghị") if "proposal" in cells else command.cue
        ordered = replace(command, operative=True, cue=asked)
        for tasks, said in items_of(self.ctx.tokens, cells):
            # who handles a proposal is not who is asked
            led = "proposal" not in cells and "lead" in said
            led = led and bool(in_charge(self.reader, *said["lead"]))
            found = [duty for task in tasks for duty in self._tasks(n, *task, ordered, led)]
            say(self.reader, self.times, found, said)
            self.duties += found

    def _tasks(self, n: int, start: int, end: int, ordered: Command, led: bool) -> list[Duty]:
        """Read what one item of a cell says to do; ``led`` says that another cell names who."""
        found: list[Duty] = []
        for k, a, b in sentences_of(self.ctx, start, end):
            for part in self._parts(a, b, ordered):
                duty = self._clause(n, k, *part[:2], ordered, found[-1] if found else None)
                if duty is not None and led and self._asks_others(duty.clause):
                    whole = Clause(part.start, part.end, None, None, rule="table-row")
                    whole.end = self.reader.without_stop(*part[:2])
                    duty = self.heirs.duty(
                        n, k, part.start, whole, Around(ordered, None, False, [])
                    )
                found += [duty] if duty is not None else []
        s = max(self.ctx.sentence_at(self.ctx.tokens.starts[start]), 0)
        if not found or found[0].sentence > s:  # its verb is in no list
            clause = Clause(start, end, None, None, rule="table-row")
            found = [self.heirs.duty(n, s, start, clause, Around(ordered, None, False, []))]
        return found

    def _asks_others(self, clause: Clause) -> bool:
        """Tell what others are asked, which is the task of who leads: "Kêu gọi tàu thuyền vào bờ"."""
        asks = clause.rule.startswith(("performative", "embedded"))
        return bool(clause.bearers) and (asks or not all(map(self.reader.named, clause.bearers)))

    def _says_more(self, n: int) -> bool:
        """Read a labeled line ("Đơn vị chủ trì: …"), which speaks of the task above it."""
        below, named = said_below(self.ctx, self.reader, self.times, n)
        here = None if below or named else labeled(self.ctx.tokens, *self.ctx.line_tokens[n])
        cells = below if here is None else here
        if not (cells or named):
            # "Đơn vị chủ trì" by itself asks nobody to lead
            return label_alone(self.ctx.tokens, *self.ctx.line_tokens[n]) is not None
        line = self.ctx.structure.lines[n]
        if "task" in cells and line.marker is not None and line.marker.family in _ITEMS:
            return False  # "2. Nhiệm vụ: xây dựng đề án. Đơn vị chủ trì: …" is an item of its own
        group, heading = self.group, self._heading(line)
        if heading and not self.labeled:
            self.group = group  # "3. Đo ranh giới" closes a list that no labels spoke of
        if spoken_of := self.duties[self._listed(n) :]:
            undated = [duty for duty in spoken_of if not self.times.dated(duty.times)]
            others = [duty for duty in spoken_of if self.times.dated(duty.times)]
            say(self.reader, self.times, undated, cells, named)
            cells_too = {kind: some for kind, some in cells.items() if kind != "deadline"}
            say(self.reader, self.times, others, cells_too, named)
        else:
            above = self.duties[self.lists.above(line, self.duties, self.group) :]
            spoken_of = heading or above or self._item_before(line)
            say(self.reader, self.times, spoken_of, cells, named)
        if "lead" in cells and not self.duties and not line.marker:
            self.charged = in_charge(self.reader, *cells["lead"])
        self.labeled = bool(spoken_of)
        return self.labeled or not {"task", "proposal"} & set(cells)

    def _item_before(self, line: Line) -> list[Duty]:
        """The duties of the item before a labeled line, unless another unit began since."""
        around = next((u for u in self.ctx.units_around(line.start) if u != line.start), -1)
        return self.item if self.item and around <= self.item[-1].start else []

    def _heading(self, line: Line) -> list[Duty]:
        """Make a duty of the heading that labels alone stand below: "2. Rà soát văn bản"."""
        around = (u for u in self.ctx.units_around(line.start) if u != line.start)
        n, command = self.headings.get(next(around, -1), (-1, None))
        if command is None or (self.duties and self.duties[-1].line >= n):
            return []
        i, end = self.ctx.line_tokens[n]
        s = self.ctx.sentence_at(self.ctx.structure.lines[n].start)
        titles = self.reader.cues.operative_headings
        if " ".join(self.reader.keys[i:end]).startswith(titles):
            return []  # "III. Tổ chức thực hiện"
        duty = self._clause(n, s, i, end, command, None)
        if duty is None or duty.clause.rule != "imperative":
            return []
        self.group = len(self.duties)
        self.duties.append(duty)
        return [duty]

    def _lists(self, i: int, end: int, duty: Duty) -> bool:
        """Tell the next of several things from an order: "Các chuyên đề về …; nâng cao chất lượng …"."""
        first = self.reader.skip(i, end)
        several = first in self.reader.found.quantifiers and first not in self.reader.at
        return several and duty.clause.rule == "imperative"

    def _opens_with(self, n: int, duty: Duty) -> list[Phrase]:
        """Who a unit is about: "2. Các tỉnh ủy cụ thể hóa …", and goes on in paragraphs about them."""
        first = self.reader.skip(self.ctx.line_tokens[n][0], duty.clause.end)
        bearers = duty.clause.bearers
        return bearers if bearers and bearers[0].first == first else []

    def _listed(self, n: int) -> int:
        """From which duty on those of the list stand that a line closes; their number if none."""
        steering = not self.reporting
        return self.lists.below(n, self.duties, self.group) if steering else len(self.duties)

    def _undated(self, n: int, *, alone: bool) -> list[Duty]:
        """The duties around a paragraph that have no time of their own.

        Those of the list that it closes if it says ``alone`` until when, else those of its unit.
        """
        line = self.ctx.structure.lines[n]
        none = len(self.duties)
        first = self._listed(n) if alone else none
        first = self.lists.above(line, self.duties, self.group) if first == none else first
        if first < none:
            return self.lists.undated(self.duties, first)
        around = self.item if alone and line.marker else []
        return [duty for duty in around if not self.times.dated(duty.times)]

    # -- clauses --------------------------------------------------------------------------------

    def _clause(
        self, n: int, s: int, i: int, end: int, command: Command, last: Duty | None
    ) -> Duty | None:
        # In a report a bare imperative is a request only where one is under way.
        unmarked = self.ctx.structure.lines[n].marker is None
        # A sentence of news begins anew: who asks in it is not who was asked, and a pledge is over.
        prose = self.news or self.ctx.loose
        begins = self.ctx.sentence_tokens[s][0]
        anew = prose and unmarked and i in (begins, self.reader.skip(begins, end))
        if anew and last is not None and last.modality == "commitment":
            last = None
        # somebody who asks anew among what a lead-in asks for is nearer than it
        nearer = self.before is not None and self.before.speaker not in (None, command.speaker)
        goes_on = self.reporting or (self.ctx.loose and (nearer or not command.operative))
        under_way = goes_on and (last or self.before) is not None
        if under_way and last is None:
            last = self.before
        # So it is in a paragraph that tells what somebody asks for: "… UBND tỉnh yêu cầu …; rà soát …"
        told = last is not None and last.speaker is not None and last.line == n
        under_way = under_way or (told and not command.operative and not command.background)
        operative = command.operative or under_way
        # In a paragraph between the items the issuer speaks: "Ủy ban nhân dân tỉnh yêu cầu …"
        speakers = Speakers.NOBODY
        if self.reporting or unmarked or not command.operative:
            speakers = Speakers.PERSONS if under_way else Speakers.ANYBODY
        # "Tổng Bí thư yêu cầu: …. Bộ trưởng chỉ đạo xây dựng …": what he must do
        self.reader.anew = anew
        self.reader.asked_by = last.speaker if last and (told or self.charging) else None
        clause = self._next_act(s, i, end, last) or self.reader.read(i, end, operative, speakers)
        if clause is None:
            clause = delivery(self.reader, self.times, i, end, command.operative)
        if clause is None and (operative or self.reporting or self.ctx.loose):
            clause = self.reader.embedded(i, end)
        if clause is None and self.reporting:
            clause = self.reader.following(i, end)
        if clause is None and not (operative or self.reporting):
            clause = dated(self.ctx, self.reader, self.times, i, end)
            clause = clause or under_condition(self.reader, i, end)
        if clause is None and self.news:
            clause = self.reader.pledged(i, end)
        if clause is None and command.listed and not unmarked and last is None:
            banned = command.cue is not None and command.cue.modality == "prohibition"
            clause = item(self.reader, self.ctx.line_tokens[n][0], i, end, banned=banned)
        if clause is None or clause.action >= clause.end:
            return None
        ordered = command.operative and not (self.reporting or command.proposes)
        charged = ordered and bool(command.bearers or self.unit_bearers)
        clause = own_act(self.reader, clause, command, charged)
        if self.telling.tells(clause, (n, s, i), command, last, under_way=under_way):
            # "Chủ tịch tỉnh vừa có văn bản *yêu cầu rà soát* …"
            asked = self.reader.embedded(i, end) if clause.rule == "subject-verb" else None
            if asked is None:
                return None
            clause = asked
        # "… (Trạm Y tế chủ trì; thời hạn: tháng 4)" is no aside and goes with the task
        said = bracketed(self.reader, clause.action, end)
        if said is not None:
            clause.end = said[0]
            clause.bearers = clause.bearers or self.reader.named_in(*said[1].get("lead", (0, 0)))
        around = Around(command, last, under_way, self.unit_bearers)
        duty = self.heirs.duty(n, s, self.reader.skip(i, end), clause, around)
        if said is None:
            # what a long aside says of time is no deadline
            stop = self.ctx.tokens.starts[self.reader.before_aside(i, clause.end) - 1]
            duty.times = [t for t in duty.times if self.times.starts[t] <= stop]
        say(self.reader, self.times, [duty], said[1] if said else {})
        return duty

    def _next_act(self, s: int, i: int, end: int, last: Duty | None) -> Clause | None:
        """Read the next of the acts that are forbidden in one sentence."""
        if last is None or last.clause.rule != "acts" or last.sentence != s:
            return None
        start, stop = self.reader.skip(i, end), self.reader.without_stop(i, end)
        return Clause(start, stop, last.clause.cue, None, rule="acts") if start < stop else None

    def _reads(self, command: Command, i: int, end: int) -> bool:
        return self.reader.read(i, end, command.operative, Speakers.ANYBODY) is not None


def _says_so(clause: Clause) -> bool:
    """Tell what somebody must do in a case from a case: "a) Nếu có dấu hiệu tội phạm, *thanh tra phải* …"."""
    return clause.rule == "subject-modal" or clause.condition is not None
