"""The smaller slots of a duty: condition, exception, purpose, product, partners."""

from __future__ import annotations

from vndirective.core.tokens import Trie
from vndirective.extract.clauses import Clause, Reader
from vndirective.extract.phrases import Phrase

__all__ = ["condition", "deliverable", "exception", "partners", "purpose"]


def condition(reader: Reader, clause: Clause) -> tuple[int, int] | None:
    """Return the tokens of the conditional clause, in front of the action or inside it."""
    if clause.condition is not None:
        return clause.condition
    for k in range(clause.action, clause.end):
        if reader.keys[k - 1] in (",", "(") and reader.keys[k] == "nếu":
            return _to_comma(reader, k, clause.end)
    return None


def exception(reader: Reader, clause: Clause) -> tuple[int, int] | None:
    """Return the tokens of "trừ …", "ngoại trừ …"."""
    for k in range(clause.action, clause.end):
        if reader.cues.exceptions.match(reader.tokens, k) and reader.keys[k - 1] in (
            ",",
            "(",
            "này",
            "định",
        ):
            return _to_comma(reader, k, clause.end)
    return None


def purpose(reader: Reader, clause: Clause) -> tuple[int, int] | None:
    """Return the tokens of "nhằm …", "để …" at the end of the clause."""
    for k in range(clause.action + 2, clause.end):
        if reader.keys[k] not in reader.cues.purpose:
            continue
        if reader.keys[k - 1] in ("không", "đừng", "chớ", "mà", "dành"):
            continue
        if reader.cues.purpose.match(reader.tokens, k) is not None:
            return k, clause.end
    return None


def deliverable(reader: Reader, clause: Clause) -> tuple[int, int] | None:
    """Return the tokens of the text that the action must produce: "xây dựng *kế hoạch …*"."""
    producing = False
    for k in range(clause.action, min(clause.end, clause.action + 14)):
        if reader.cues.producing.match(reader.tokens, k):
            producing = True
            continue
        product = reader.cues.deliverables.match(reader.tokens, k)
        if product and producing:
            end = product[0]
            while (
                end < clause.end and reader.keys[end] not in (",", ";", ".", ":") and end - k < 14
            ):
                if reader.keys[end] in ("trước", "trong", "gửi", "trình", "để", "nhằm", "chậm"):
                    break
                end += 1
            return k, end
    return None


def partners(reader: Reader, clause: Clause, verbs: Trie[str]) -> list[Phrase]:
    """Return who follows a verb of cooperating, reporting or monitoring.

    Parameters
    ----------
    reader : Reader
    clause : Clause
    verbs : Trie of str
        Phrases after which the mentions stand, for example "phối hợp với".
    """
    for k in range(clause.action, clause.end):
        verb = verbs.match(reader.tokens, k) if reader.keys[k] in verbs else None
        if verb is not None:
            found, _ = reader.subjects(verb[0], clause.end)
            if found:
                return found
    return []


def _to_comma(reader: Reader, start: int, end: int) -> tuple[int, int]:
    stop = start
    while stop < end and reader.keys[stop] not in (",", ";", ")", "."):
        stop += 1
    return start, stop
