"""What a lead-in or a heading says to the lines below it, piece by piece: who, how, who asks."""

from __future__ import annotations

from vndirective.extract.clauses.phrases import DASHES, Phrase
from vndirective.extract.clauses.reader import Clause, Reader, Speakers
from vndirective.extract.cues import Cue, cue_named

__all__ = [
    "concluding",
    "done_already",
    "in_charge_of",
    "issues",
    "laid_down_for",
    "last_clause",
    "modal_lead",
    "named",
    "own_sentence",
    "partners",
    "presents",
    "requests",
]

#: How long before the end of a lead-in its verb of saying may stand, in tokens.
_CONCLUSION = 18
#: How long a heading of what is forbidden may be, in tokens.
_TITLE = 24
#: How many tokens a body without a name takes in a heading: "với tỉnh".
_BARE = 2
#: The longest name of somebody who is no known actor, in tokens.
_CALLED = 5


def requests(
    reader: Reader, i: int, end: int
) -> tuple[list[Phrase], Cue | None, int | None] | None:
    """Read a lead-in: who must act, the cue where it is no plain order, and who asks.

    The last performative of the line decides: "…, Chủ tịch phường yêu cầu các tổ dân phố …:".

    Returns
    -------
    tuple or None
        None where the lead-in does not ask.
    """
    end = reader.without_stop(i, end)
    for k in reversed(reader.asking_in(i, end)):
        act = reader.found.performatives.get(k)
        if act is None or act[0] > end:
            if reader.found.directing.get(k) and k < end - 1:
                after = (reader.found.directing.get(k) or (k, ""))[0]
                bearers, stop = reader.subjects(after, end)
                if bearers and stop == end:
                    # "Bộ Tài chính chỉ đạo Tổng công ty …:"; without the first, the second must act
                    directs, last = reader.subjects(reader.skip(i, k), k)
                    if reader.keys[last] == ",":  # "UBND tỉnh, chỉ đạo các sở:"
                        last += 1
                    # "Cục Báo chí: Tham mưu lãnh đạo Bộ chỉ đạo các báo:"
                    themselves = last == k
                    if reader.keys[last] == ":":
                        themselves = reader.opener(last + 1, k)
                    return (directs if themselves else []) or bearers, None, None
            continue
        if act[1].modality == "prohibition" and act[0] < end:
            continue  # "Nghiêm cấm:" forbids what is listed below
        if k - 1 in reader.found.quantifiers and len(reader.asking_in(i, k)) > 0:
            continue  # "yêu cầu các xã quán triệt và thực hiện *những yêu cầu*, nội dung sau:"
        if act[1].modality == "commitment" and reader.keys[k - 1] in reader.cues.not_asking:
            continue  # "Đề nghị tỉnh thực hiện đúng *các cam kết* sau:"
        behind = reader.keys[act[0] : act[0] + 1]
        if act[1].modality == "recommendation" and behind in ([","], [";"]):
            continue  # "đơn khiếu nại, kiến nghị, phản ánh … như sau:" asks nobody
        before = reader.last_mention(i, k)
        if before is not None and reader.mentions[before].last > k:
            continue  # a verb in a name
        if k in reader.doers:
            continue  # "Để hoàn thành việc được UBND tỉnh giao, các sở tập trung:"
        bearers, _ = reader.subjects(reader.whom(act[0], end), end)
        pledge = act[1].modality == "commitment"
        if (
            not bearers
            and act[0] < end
            and not pledge
            and (act[1].needs_bearer or not _leads(reader, act[0], end))
        ):
            continue
        asks = before if before is not None and reader.mentions[before].last == k else None
        if pledge:  # who pledges will act: "*Tôi* là …, xin cam kết với Trường Tiểu học:"
            bearers = _pledges(reader, i, k, asks)
        elif reader.keys[k - 1] == "và" and (first := _also_asked(reader, i, k - 1)) is not None:
            return [*first[0], *bearers], *first[1:]
        return bearers, act[1] if act[1].modality != "obligation" else None, asks
    return None


def _also_asked(
    reader: Reader, i: int, end: int
) -> tuple[list[Phrase], Cue | None, int | None] | None:
    """Read the first request of "Thủ tướng *yêu cầu các bộ* và đề nghị nhân dân:".

    The list speaks to all of them, in the way in which the first are asked.
    """
    if end > i and reader.keys[end - 1] == ")":
        end = max((k for k in range(i, end) if reader.keys[k] == "("), default=end)
    first = requests(reader, i, end)
    return first if first and first[0] and first[0][-1].last == end else None


def _pledges(reader: Reader, i: int, k: int, speaker: int | None) -> list[Phrase]:
    """Who pledges before the cue at token ``k``: an actor, for whom I do so, or myself."""
    if speaker is not None:
        return [Phrase(reader.mentions[speaker].first, k, speaker)]
    for j in range(i, k):
        behalf = reader.found.on_behalf.get(j)  # "*thay mặt Tỉnh Đoàn*, tôi xin cam kết"
        if behalf is not None and (whose := reader.subjects(behalf[0], k)[0]):
            return whose
    return reader.myself(range(i, k))


def _leads(reader: Reader, i: int, end: int) -> bool:
    """Tell whether an order without somebody leads to the list: "yêu cầu thực hiện … sau"."""
    if reader.opener(i, end) or reader.keys[end - 1] in reader.cues.list_words:
        return True
    # "Khuyến khích các hoạt động sau trong tổ chức lễ tang"
    after = [reader.keys[k + 1] for k in range(i, end - 1) if reader.keys[k] == "sau"]
    return any(k not in ("khi", "đó", "này") for k in after)


def concluding(reader: Reader, start: int, end: int) -> int | None:
    """Who speaks in the list that "…, Chủ tịch UBND huyện kết luận như sau:" leads to.

    So "Bí thư Tỉnh ủy *nêu 6 nhiệm vụ trọng tâm*." with its number of tasks.
    """
    end = reader.without_stop(start, end)
    as_follows = reader.keys[end - 1] in ("sau", "đây")
    for k in range(max(start, end - _CONCLUSION), end):
        sets = reader.cues.setting_tasks.match(reader.tokens, k)
        # "Giám đốc kết luận:", but "Giám đốc chỉ đạo:" leads to what he has to direct
        sums_up = reader.cues.summing_up.match(reader.tokens, k)
        concludes = (as_follows and k in reader.found.concluding) or (sums_up or (0,))[0] == end
        if concludes or (sets and _tasks(reader, sets[0], end)):
            before = reader.last_mention(start, k)
            if before is not None and reader.mentions[before].last == k:
                return None if _asked_until(reader, start, k) else _first_named(reader, before)
    return None


def _tasks(reader: Reader, i: int, end: int) -> bool:
    """Tell whether several tasks are named at token ``i``: "6 *nhiệm vụ* trọng tâm"."""
    if i >= end:
        return False
    several = reader.found.quantifiers.get(i)
    first = several[0] if several else i + reader.keys[i].isdigit()
    first += reader.keys[first : first + 1] == ["nhóm"]
    return first > i and " ".join(reader.keys[first : first + 2]) in reader.cues.announced


def _asked_until(reader: Reader, start: int, k: int) -> bool:
    """Tell whether those named right before token ``k`` are asked: "Sở *yêu cầu các xã* chỉ đạo …"."""
    acts = (reader.found.performatives.get(j) for j in reader.asking_in(start, k))
    return any(reader.subjects(reader.whom(act[0], k), k)[1] == k for act in acts if act)


def _first_named(reader: Reader, index: int) -> int:
    """Of "Bộ Chính trị, Ban Bí thư" and "ông X, Trưởng Ban" take the first, as elsewhere."""
    mentions = reader.mentions
    while index:
        one, other = mentions[index - 1], mentions[index]
        joined = reader.keys[one.last : other.first] == [","]
        if not joined or (one.type, other.type) not in (("ORG", "ORG"), ("PERSON", "ROLE")):
            break
        index -= 1
    return index


def partners(reader: Reader, start: int, end: int) -> list[Phrase]:
    """With whom the bearers of a lead-in act: "X chủ trì, phối hợp với Y:"."""
    for k in range(start, end):
        verb = reader.found.coordinating.get(k)
        if verb is not None:
            return reader.subjects(verb[0], end)[0]
    return []


def issues(reader: Reader, clause: Clause) -> bool:
    """Tell whether a lead-in only says who issues the text, or whose the rules are.

    "UBND xã ban hành Kế hoạch … như sau:", "Để giữ gìn tài sản, nhà trường quy định:".
    """
    if clause.cue is not None:
        return False
    rules = reader.cues.ruling.match(reader.tokens, clause.action)
    if rules is not None and rules[0] >= clause.end:
        return True
    # "UBND tỉnh triển khai đợt thi đua và ban hành Kế hoạch … như sau:"
    verbs = (reader.found.issuing.get(k) for k in range(clause.action, clause.end))
    return any(verb and reader.cues.documents.match(reader.tokens, verb[0]) for verb in verbs)


def presents(reader: Reader, clause: Clause) -> bool:
    """Tell whether a lead-in presents a text: "Tòa soạn trân trọng giới thiệu toàn văn …:"."""
    found = reader.cues.presenting.match(reader.tokens, clause.action)
    return clause.cue is None and found is not None


def modal_lead(reader: Reader, start: int, end: int) -> tuple[list[Phrase], Cue] | None:
    """Read a lead-in that ends in its cue: "Các hộ không được:", "Nghiêm cấm các hành vi sau:"."""
    start, end = reader.skip(start, end), reader.without_stop(start, end)
    if (title := _forbidden_acts(reader, start, end)) is not None:
        return title
    bearers, after = reader.subjects(start, end)
    found = reader.cue(after, end)
    if found is None:
        return None
    ends, cue = found[0] >= end, found[1]
    if ends and bearers and cue.modality != "obligation":
        return bearers, cue
    acts = reader.found.acts.get(found[0])
    if cue.modality == "prohibition" and (ends or acts is not None):
        return bearers, cue  # "Nghiêm cấm các hành vi sau đây trong phạm vi bảo vệ:"
    return None


def _forbidden_acts(reader: Reader, start: int, end: int) -> tuple[list[Phrase], Cue] | None:
    """Read "Những hành vi bị nghiêm cấm", "Những điều *cán bộ* không được làm".

    So "theo Điều 12 thì các hành vi bị cấm được quy định như sau", where the list follows at once.
    """
    led = end < len(reader.keys) and reader.keys[end] == ":"
    for opening in range(start, end) if led else (start,):
        title = reader.found.forbidden_titles.get(opening)
        if title is None or end - opening > _TITLE:
            continue
        for k in range(title[0], end):
            closing = reader.cues.forbidden_closings.match(reader.tokens, k)
            # "Những việc sinh viên không được làm *trong giờ học*"
            ends = closing is not None and (
                closing[0] == end or reader.keys[closing[0]] in reader.cues.where
            )
            if closing is not None and (ends or (led and k == title[0])):
                return reader.subjects(title[0], k)[0], cue_named(closing[1])
    return None


def named(reader: Reader, start: int, end: int) -> list[Phrase]:
    """Who a heading addresses: "Sở Tài chính:", "Đối với Sở Y tế", "Trách nhiệm của các phường"."""
    start = reader.skip(start, end)  # "Thứ ba, đối với Trường Chính trị:"
    opening = reader.cues.heading_addresses.match(reader.tokens, start)
    if opening is not None and opening[0] >= end:
        return []  # what a line opens with may go on in the next
    bearers, after = reader.subjects(opening[0] if opening else start, end)
    if not bearers and (whose := _at_the_end(reader, start, end)):
        return whose
    if not bearers and opening is not None and reader.keys[opening[0] - 1] == "của":
        return _called(reader, opening[0], end)
    if not bearers and opening is not None and reader.bearing(opening[0]):
        bare = reader.without_stop(opening[0], end)  # "Với tỉnh", "Đối với cấp xã"
        return [Phrase(opening[0], bare, None)] if bare - opening[0] <= _BARE else []
    behind = reader.keys[after:end]
    if behind[:1] == [":"] and bearers and bearers[0].first in reader.found.quantifiers:
        listed, last = reader.subjects(after + 1, end)
        if len(listed) > 1 and last == reader.without_stop(after, end):
            return listed  # "Các đơn vị chuyên môn: Khoa Luật, Viện Kinh tế": those are meant
    if "(" in behind and behind[-1] in (")", ":"):
        behind = behind[: behind.index("(")]  # "Các chủ rừng là tổ chức (các Ban quản lý …)"
    if behind[:1] and behind[0] in DASHES:
        behind = []  # "Văn phòng UBND xã - cơ quan thường trực"
    rest = [k for k in behind if k not in ":.,;()"]
    if "địa" in rest:  # "… trên địa bàn thành phố" says where, at any length
        rest = rest[: rest.index("địa")]
    if "khi" in rest:  # "Nhân viên y tế khi tiếp xúc người bệnh:"
        rest = rest[: rest.index("khi")]
    if bearers and opening is not None and reader.keys[opening[0] - 1] == "của":
        return bearers  # "Trách nhiệm của tổ chức, cá nhân khai thác tài nguyên nước"
    # "Các doanh nghiệp hoạt động trong lĩnh vực vận tải …" says which ones, at any length
    which = bool(bearers) and reader.cues.relative_verbs.match(reader.tokens, after) is not None
    # "Các trường *có bếp ăn* cho học sinh:"
    having = reader.keys[after : after + 1] == ["có"] and reader.cue(after, end) is None
    several = bool(bearers) and bearers[0].first in reader.found.quantifiers
    return bearers if bearers and (len(rest) <= 4 or which or (having and several)) else []


def in_charge_of(reader: Reader, start: int, end: int) -> bool:
    """Tell a heading or lead-in to what somebody is charged with: "Trách nhiệm của Giám đốc"."""
    start = reader.skip(start, end)
    if start < end and _remit(reader, start):
        return True
    near = range(max(start, end - _CONCLUSION), end)
    return any(reader.cues.charging.match(reader.tokens, k) is not None for k in near)


def _remit(reader: Reader, i: int) -> bool:
    return reader.cues.remit_headings.match(reader.tokens, i) is not None


def laid_down_for(reader: Reader, start: int, end: int) -> list[Phrase]:
    """Whose tasks a body lays down: "Ban Thường vụ quy định nhiệm vụ của *Ủy ban Kiểm tra*, như sau:"."""
    return _remit_of(reader, _lays_down(reader, start, end), end)


def _at_the_end(reader: Reader, start: int, end: int) -> list[Phrase]:
    """Who ends a heading: "Trách nhiệm giải quyết công việc của *Trưởng phòng*".

    So does who ends a lead-in: "Điều 3 quy định nhiệm vụ của *Ban Chỉ đạo* như sau".
    """
    return _remit_of(reader, [start, *_lays_down(reader, start, end)], end)


def _lays_down(reader: Reader, start: int, end: int) -> list[int]:
    """Return what follows each "quy định"."""
    return [k + 2 for k in range(start, end - 2) if reader.keys[k : k + 2] == ["quy", "định"]]


def _remit_of(reader: Reader, starts: list[int], end: int) -> list[Phrase]:
    """Return whose tasks are named from the first of some tokens on at which any are."""
    start = next((k for k in starts if k < end and _remit(reader, k)), end)
    end = reader.without_stop(start, end)
    if reader.keys[max(start, end - 2) : end] == ["như", "sau"]:
        end = reader.without_stop(start, end - 2)
    of = (k + 1 for k in range(start, end) if reader.keys[k] == "của")
    found = (reader.subjects(k, end) for k in of)
    return next((who for who, after in found if who and after == end), [])


def done_already(reader: Reader, start: int, end: int) -> bool:
    """Tell a lead-in to what was done: "Chi bộ *đã thực hiện* một số biện pháp sau:"."""
    told = (k + 1 for k in range(start, end - 1) if reader.keys[k] == "đã")
    return any(reader.cues.announcing.match(reader.tokens, k) is not None for k in told)


def _called(reader: Reader, i: int, end: int) -> list[Phrase]:
    """Who is called so in the rest of a heading: "Trách nhiệm của *kế toán*"."""
    end = reader.without_stop(i, end)
    words = reader.keys[i:end]
    thing = any(reader.cues.documents.match(reader.tokens, k) for k in range(i, end))
    plain = 0 < len(words) <= _CALLED and all(map(str.isalpha, words))
    return (
        [Phrase(i, end, None)]
        if plain and not thing and words[0] != "việc" and words[-1] != "này"
        else []
    )


def own_sentence(reader: Reader, start: int, end: int) -> int:
    """Return where the last sentence of a lead-in begins, if it names somebody and a cue of its own.

    "Hội Phụ nữ phát động phong trào. | *Các chi hội* hãy:".
    """
    a, b = _sentences(reader, start, end)[-1]
    if a == start:
        return start
    bearers, after = reader.subjects(a, b)
    return a if bearers and after < b and reader.modal(after, b) is not None else start


def last_clause(reader: Reader, start: int, end: int) -> Clause | None:
    """The clause of a lead-in that speaks to the list: its last one."""
    found: Clause | None = None
    for a, b in _sentences(reader, start, end):
        for i, j in reader.split(a, b):
            clause = reader.read(i, j, True, Speakers.ANYBODY)
            if clause is None:
                continue
            guided = _guided(reader, clause)
            clause.bearers = clause.bearers if guided is None else guided
            if found is not None and not clause.bearers:
                # "…; trong đó chú trọng các nội dung sau:" goes on about the same actors
                clause.bearers = found.bearers
            found = clause
    return found


def _guided(reader: Reader, clause: Clause) -> list[Phrase] | None:
    """Who must act in "Sở Y tế *hướng dẫn các xã* thực hiện như sau:", if nobody orders him to.

    Nobody that it says in "Sở Y tế *hướng dẫn một số điểm* như sau:"; None where nobody guides.
    """
    guide = reader.cues.guiding.match(reader.tokens, clause.action)
    directs = guide or reader.found.directing.get(clause.action)
    if clause.cue is not None or directs is None:
        return None
    whom, after = reader.subjects(directs[0], clause.end)
    if (whom or guide) and any(reader.sends(phrase) for phrase in clause.bearers):
        # "Sở Y tế *chỉ đạo các trạm* triển khai:", "Sở Y tế *hướng dẫn* thực hiện như sau:" in a
        # text of this department
        return whom
    if guide is None:
        return None
    if whom and after < clause.end and reader.opener(after, clause.end):
        return whom
    # "Sở Y tế hướng dẫn *và kiểm tra các xã* như sau:" is charged with both
    alone = reader.keys[guide[0] : guide[0] + 1] not in (["và"], [","])
    return [] if alone and reader.keys[clause.end - 2 : clause.end] == ["như", "sau"] else None


def _sentences(reader: Reader, start: int, end: int) -> list[tuple[int, int]]:
    parts, at = [], start
    for k in range(start, end):
        if reader.keys[k] == "." and k + 1 < end and reader.tokens.capitals[k + 1]:
            parts.append((at, k + 1))
            at = k + 1
    parts.append((at, end))
    return parts
