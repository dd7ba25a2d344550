"""Labels of task lists: who leads, who takes part, until when.

"Đơn vị chủ trì: …; thời gian: …" says it of the task above or before it, and so does "(Trạm Y tế chủ
trì)" at its end; tables say it in columns (`rows`), where a cell may have labels of its own:
"Sở A (chủ trì), Sở B (phối hợp)". The labels are data, ``lexicons/tasks.json``.
"""

from __future__ import annotations

from functools import cache

from vndirective.core.resources import lexicon
from vndirective.core.tokens import Tokens, Trie
from vndirective.extract.clauses.openings import Openings
from vndirective.extract.clauses.phrases import Phrase

__all__ = [
    "ASSIGNS",
    "BULLETS",
    "TASKS",
    "Cells",
    "bracketed",
    "in_charge",
    "label_alone",
    "labeled",
    "labels",
    "labels_behind",
    "led_apart",
    "roles",
    "taking_part",
]

#: What a column or a label says of a task, with the tokens that say it.
Cells = dict[str, tuple[int, int]]

#: What labels behind a task must say, one of it at least: "kết quả: …" alone may tell what came out.
ASSIGNS = frozenset(("lead", "partner", "deadline"))
#: Columns that hold the task itself, given or asked for.
TASKS = ("task", "proposal")
BULLETS = frozenset("-–+•*")
#: What parts a label from what stands before it, and the members of a list.
_PARTS = frozenset(";.,")
_MEMBER_ENDS = frozenset(";,")
#: The longest name, in tokens, that is taken for somebody because it stands where somebody must.
_LONGEST_NAME = 12
#: "x" in a column of marks names nobody.
_LETTERS = 2


@cache
def labels() -> Trie[str]:
    """Return the labels, with what each says."""
    kinds = lexicon("tasks")["labels"]
    return Trie((label, kind) for kind, some in kinds.items() for label in some)


@cache
def _words(name: str) -> Trie[str]:
    return Trie((word, word) for word in lexicon("tasks")[name])


def labeled(tokens: Tokens, i: int, end: int) -> Cells | None:
    """Read a line of labels: "Đơn vị chủ trì: Sở A; thời hạn: tháng 5".

    Parameters
    ----------
    tokens : Tokens
    i, end : int
        The tokens of the line, after its marker.

    Returns
    -------
    dict or None
        None where the line does not start with a label and a colon.
    """
    if i >= end or tokens.keys[i] not in labels():
        return None
    found: Cells = {}
    at, kind = i, None
    k = i
    while k < end:
        # "- Chủ trì: Sở A; - Phối hợp: Sở B"
        before = k - 1 if k > i + 1 and tokens.keys[k - 1] in BULLETS else k
        opens = k == i or tokens.keys[before - 1] in _PARTS
        label = labels().match(tokens, k) if opens else None
        if label is not None and label[0] < end and tokens.keys[label[0]] == ":":
            if kind is not None:
                found[kind] = (at, k - 1)
            kind, at = label[1], label[0] + 1
            k = at
            continue
        if kind is None:
            return None
        k += 1
    if kind is None or kind in ("number", *TASKS):
        return None
    while end > at and tokens.keys[end - 1] in ".;,/":
        end -= 1
    found[kind] = (at, end)
    return found


def label_alone(tokens: Tokens, i: int, end: int) -> str | None:
    """Read a line that is a label, and what it says stands below it: "a) Cơ quan chủ trì:".

    Returns
    -------
    str or None
        Whether it says who leads ("lead"), who takes part ("partner") or until when ("deadline").
    """
    label = labels().match(tokens, i) if i < end else None
    if label is None or label[1] not in ASSIGNS:
        return None
    return label[1] if tokens.keys[label[0] : end] in ([], [":"]) else None


def labels_behind(tokens: Tokens, i: int, end: int) -> tuple[int, Cells] | None:
    """Find the labels behind a task in its sentence: "Rà soát nhà trọ; chủ trì: Công an xã".

    Returns
    -------
    tuple or None
        The token after the task, and what the labels say.
    """
    depth = 0
    if ":" not in tokens.keys[i:end]:
        return None
    for k in range(i + 1, end - 1):
        mark = tokens.keys[k - 1]
        depth += (mark == "(") - (mark == ")")
        if mark not in _PARTS or depth > 0:
            continue
        label = labels().match(tokens, k)
        if label and label[1] in ASSIGNS and label[0] < end and tokens.keys[label[0]] == ":":
            cells = labeled(tokens, k, end)
            return (k - 1, cells) if cells else None
    return None


def bracketed(reader: Openings, i: int, end: int) -> tuple[int, Cells] | None:
    """Read brackets at the end of a task: "(chủ trì: Sở A)", "(Sở A chủ trì, phối hợp với Sở B)".

    Returns
    -------
    tuple or None
        The token after the brackets, and what they say of the task.
    """
    keys = reader.keys
    end = reader.without_stop(i, end)
    if end <= i or keys[end - 1] != ")":
        return None
    start, depth = end - 1, 1
    while depth and start > i:
        start -= 1
        depth += (keys[start] == ")") - (keys[start] == "(")
    if depth or start == i:
        return None
    cells = labeled(reader.tokens, start + 1, end - 1)
    if cells is None or not set(cells) & ASSIGNS:
        cells = _led(reader, start + 1, end - 1)
    return None if cells is None else (end, cells)


def _led(reader: Openings, i: int, end: int) -> Cells | None:
    """Read "giao Công an xã chủ trì, phối hợp với Trạm Y tế"."""
    assigned = _words("assigning").match(reader.tokens, i)
    i = assigned[0] if assigned else i
    after = reader.subjects(i, end)[1]
    verb = _words("leading").match(reader.tokens, after) if i < after < end else None
    if verb is None or verb[0] > end or (verb[0] < end and reader.keys[verb[0]] not in _PARTS):
        return None
    return {"lead": (i, after)}


def led_apart(reader: Openings, i: int, end: int) -> Cells | None:
    """Read a sentence that only says who leads the task before it, and until when.

    "Sở Nội vụ chủ trì, hoàn thành trước 31/3.", "Giao Sở A chủ trì, phối hợp với Sở B thực hiện.",
    "Các đơn vị thực hiện trước 20/4."

    Returns
    -------
    dict or None
        None where it says anything else.
    """
    i, end = reader.skip(i, end), reader.without_stop(i, end)
    assigned = _words("assigning").match(reader.tokens, i) if i < end else None
    i = assigned[0] if assigned else i
    who, after = reader.subjects(i, end)
    verb = _words("at_the_head").match(reader.tokens, after) if who else None
    if not who or (verb is not None and verb[0] > end):
        return None
    # "Các xã thực hiện trước 31/3": who only does it, and says until when, is no head of others
    found, k = Cells({"lead": (i, after)}), verb[0] if verb is not None else after
    k += k < end and reader.keys[k] == ","
    joining = _words("joining").match(reader.tokens, k) if k < end else None
    if joining is not None:
        partners, stop = reader.subjects(joining[0], end)
        if not partners:
            return None
        found["partner"], k = (joining[0], stop), stop
    rest = k
    while k < end:
        when = reader.time_at.get(k)
        if when is not None:
            found["deadline"] = (rest, end)
            k = max(k + 1, reader.tokens.first_at(when.end))
        elif (word := _words("only_until").match(reader.tokens, k)) is not None:
            k = word[0]
        else:
            return None
    return found if verb is not None or "deadline" in found else None


def taking_part(tokens: Tokens, who: list[Phrase]) -> list[Phrase]:
    """Return those behind whom brackets say that they only help.

    "Sở A (chủ trì), *Sở B và Sở C* (phối hợp)", "Sở A (cơ quan chủ trì), *Sở B* (cơ quan phối hợp)".
    """
    found: list[Phrase] = []
    named: list[Phrase] = []  # since the last brackets
    for phrase in who:
        named.append(phrase)
        k = phrase.last
        if tokens.keys[k : k + 1] == ["("]:
            label = labels().match(tokens, k + 1)
            role = (
                label if label and label[1] == "partner" else _words("joining").match(tokens, k + 1)
            )
            if role is not None and tokens.keys[role[0] : role[0] + 1] == [")"]:
                found += named
            named = []
    return found if len(found) < len(who) else []


def roles(tokens: Tokens, i: int, end: int) -> Cells | None:
    """Read a cell that tells who leads from who takes part.

    "Chủ trì: Sở A; phối hợp: Sở B", "Sở A (chủ trì), Sở B (phối hợp)", "Sở A chủ trì, phối hợp với
    Sở B".

    Returns
    -------
    dict or None
        None where the cell has no such words.
    """
    start = i
    while start < end and tokens.keys[start] in BULLETS:
        start += 1
    said = labeled(tokens, start, end)
    if said is not None and {"lead", "partner"} & said.keys():
        return said
    return (
        _by_letters(tokens, start, end) or _roles_behind(tokens, i, end) or _joined(tokens, i, end)
    )


def _by_letters(tokens: Tokens, i: int, end: int) -> Cells | None:
    """Read "CT: Sở A; PH: Sở B"."""
    letters = {w: kind for kind, words in lexicon("tasks")["letters"].items() for w in words}
    opens = [
        k for k in range(i, end - 1) if tokens.keys[k] in letters and tokens.keys[k + 1] == ":"
    ]
    if opens[:1] != [i]:
        return None
    found = Cells()
    for k, stop in zip(opens, [*opens[1:], end], strict=True):
        last = stop - 1 if tokens.keys[stop - 1] in _PARTS | BULLETS else stop
        found[letters[tokens.keys[k]]] = (k + 2, last)
    return found


def _roles_behind(tokens: Tokens, i: int, end: int) -> Cells | None:
    """Read "Sở A (chủ trì), Sở B, Sở C (phối hợp)"."""
    keys, found, start = tokens.keys, Cells(), i
    for k in range(i, end):
        label = labels().match(tokens, k + 1) if keys[k] == "(" and k + 1 < end else None
        if label is None or label[1] not in ("lead", "partner") or keys[label[0]] != ")":
            continue
        if label[1] == "partner" and "lead" not in found:
            # "Sở A, Sở B (phối hợp)": who stands right before the brackets
            last = next((m for m in range(k - 1, start, -1) if keys[m] in _MEMBER_ENDS), None)
            if last is not None:
                found["lead"], start = (start, last), last + 1
        found[label[1]] = (found.get(label[1], (start,))[0], k)
        start = label[0] + 1
    return found or None


def _joined(tokens: Tokens, i: int, end: int) -> Cells | None:
    """Read "Sở A chủ trì, phối hợp với Sở B", "Sở A chủ trì; Sở B phối hợp"."""
    keys, found, start = tokens.keys, Cells(), i
    for k in range(i + 1, end):
        if not keys[k].isalpha():
            continue
        if "lead" not in found and (word := _words("at_the_head").match(tokens, k)):
            found["lead"], start = (i, k), word[0]
        elif word := _words("joining").match(tokens, k):
            if any(map(str.isalpha, keys[word[0] : end])):
                found.setdefault("lead", (i, k))
                return found | {"partner": (word[0], end)}
            if "lead" not in found:
                start = next((m for m in range(k - 1, i, -1) if keys[m] in _MEMBER_ENDS), k)
                found["lead"] = (i, start)
            return found | {"partner": (start, k)}
    return found or None


def in_charge(reader: Openings, i: int, end: int) -> list[Phrase]:
    """Return who is named where somebody must be, in a cell or behind a label.

    A member of the list in which no actor is known is taken by its words: "VP", "Tổ chuyên môn". So
    is one that begins with other words: "PGĐ Công an tỉnh" is not all of the police.
    """
    found, at = reader.named_in(i, end), 0
    named: list[Phrase] = []
    for first, last in _members(reader.keys, i, end):
        inside = at
        while at < len(found) and found[at].first < last:
            at += 1
        name = None
        if inside == at:
            covered = bool(named) and named[-1].last > first  # "Sở Văn hóa, Thể thao và Du lịch"
            name = None if covered else _name(reader, first, last)
        elif at == inside + 1 and found[inside].last <= last:
            name = _name(reader, first, last, found[inside])
        named += found[inside:at] if name is None else [name]
    return named


def _members(keys: list[str], i: int, end: int) -> list[tuple[int, int]]:
    """Part a list at its commas and semicolons, outside of brackets."""
    found, depth, start = [], 0, i
    for k in range(i, end):
        depth += (keys[k] == "(") - (keys[k] == ")")
        if depth <= 0 and keys[k] in _MEMBER_ENDS:
            found.append((start, k))
            start = k + 1
    return [*found, (start, end)]


def _name(reader: Openings, i: int, end: int, known: Phrase | None = None) -> Phrase | None:
    """Take words for a name: they begin with a capital, with no verb, and before who is ``known``."""
    keys, words = reader.keys, reader.tokens
    while i < end and not keys[i].isalnum():
        i += 1
    titled = reader.found.honorifics.get(i)
    if titled is not None and titled[0] < end and words.capitals[titled[0]]:
        i = titled[0]  # "thầy Dũng"
    end = next((k for k in range(i, end) if keys[k] == "("), end)
    end = reader.without_stop(i, end)
    named = i < end <= i + _LONGEST_NAME and words.capitals[i]
    if not named or sum(map(str.isalpha, "".join(keys[i:end]))) < _LETTERS:
        return None
    if _words("nobody").match(words, i) or reader.cue(i, end) or reader.opener(i, end):
        return None
    if known is not None:
        titled = reader.found.honorifics.get(i) or reader.found.distributive.get(i)
        before = keys[i : known.first]
        if titled or not before or not all(map(str.isalnum, before)):
            return None
    return Phrase(i, end, None)
