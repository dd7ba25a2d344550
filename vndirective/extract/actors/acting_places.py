"""Territories that act, and so stand for their authorities: "Hà Nội yêu cầu …", "các tỉnh A, B chưa …"."""

from __future__ import annotations

from vndirective.extract.actors.names import acts, is_territory
from vndirective.extract.actors.scan import Mention, Scan
from vndirective.extract.actors.territories import territory, territory_at

__all__ = ["acting_territories", "place_that_asks"]

#: How many words the name of a place has at least that is not known.
_SHORTEST_NAME = 2
#: The most places of one list: it is read again from every place on where nobody acts.
_MOST_PLACES = 34


def place_that_asks(scan: Scan, at: int) -> Mention | None:
    """Match a place that stands for its authority: "*Hà Nội* yêu cầu các trường …"."""
    place = scan.found.places.get(at)
    if place is None or not _subject_place(scan, at):
        return None
    asks = scan.cues.performatives.match(scan.tokens, place[0])
    if asks is None:
        # "*Ninh Bình* ban hành Kế hoạch …", not "tại Kon Tum, Gia Lai có …"
        alone = scan.starts_line(at) or scan.key(at - 1) != ","
        subject = alone and acts(scan, place[0])
        return scan.mention(at, place[0], "ORG") if subject else None
    if asks[1].form not in scan.cues.asking:
        return None
    # "Hà Nội giao mùa": whom it charges is named, one of several, or known for somebody
    told = scan.capital(asks[0]) or scan.key(asks[0]) in scan.cues.quantifiers
    told = told or asks[0] in scan.found.nouns
    if asks[1].needs_bearer and not told:
        return None
    return scan.mention(at, place[0], "ORG")


def acting_territories(scan: Scan, at: int, *, several: bool = False) -> list[Mention]:
    """Match territories that do something: "Thành phố cần …", "(các) tỉnh A, B chưa …"."""
    place = scan.found.territories.get(at)
    if place is None:
        return []
    end, level = territory_at(scan, at)
    if end == at:
        return []
    names = [scan.mention(at, end, "ORG", level)]
    if end > place[0]:
        names += _places(scan, scan.conjunction(end), level)
        end = names[-1].last
    if several:
        return names if len(names) > 1 and acts(scan, end) else []
    named = end - at > 1 or scan.capital(at)
    if scan.key(at - 1) in ("của", "với") and named:
        return names
    if scan.tokens.keys[max(0, at - 4) : at] == ["trung", "ương", ",", "của"]:
        return names  # "các quy định của Trung ương, *của tỉnh*"
    heads = _subject_place(scan, at) and (acts(scan, end) or _announces(scan, end))
    return names if heads else []


def _places(scan: Scan, at: int | None, level: str | None) -> list[Mention]:
    """Match places in a list, each a mention: "A, B", "thành phố A và các tỉnh B, C"."""
    names: list[Mention] = []
    while at is not None and len(names) < _MOST_PLACES:
        at = at + 1 if scan.key(at) == "các" else at
        known = scan.found.places.get(at)
        end = known[0] if known else at
        if known is None and is_territory(scan, at):
            end, level = territory(scan, at)
        if end - at < _SHORTEST_NAME and not known:
            break
        names.append(scan.mention(at, end, "ORG", level))
        at = scan.conjunction(end)
    return names


def _announces(scan: Scan, end: int) -> bool:
    return scan.key(end) == ":" and scan.same_line(end)


def _subject_place(scan: Scan, at: int) -> bool:
    """Tell whether a subject can stand at token ``at``."""
    if scan.starts_item(at):
        return True
    before = scan.key(at - 1)
    return not (before[0].isalnum() or before in ")/(") or before in scan.lex.receiving
