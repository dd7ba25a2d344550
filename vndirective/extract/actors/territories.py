"""Territories and the names of places: "tỉnh X", "quận X, thành phố Y", "cấp tỉnh", "Hải Sơn"."""

from __future__ import annotations

from vndirective.extract.actors.names import (
    full_name,
    is_number,
    is_territory,
    person_follows,
    person_name,
    proper_name,
    starts_mention,
)
from vndirective.extract.actors.scan import Scan

__all__ = ["names_after", "territory", "territory_at"]

#: How many tokens the name of a place has, and how many at least a person's behind it.
_LONGEST_PLACE, _SHORTEST_PERSON = 5, 2
#: How many places of a word are looked at for a name that stands elsewhere.
_MOST_LOOKED_AT = 100
_RANK = {"commune": 0, "district": 1, "province": 2}


def territory(scan: Scan, i: int) -> tuple[int, str | None]:
    """Consume one territory: "tỉnh X", "cấp tỉnh", "Hải Sơn", "quận X, thành phố Y".

    Returns
    -------
    end : int
        ``i`` if there is none, if several territories start here, or if something stands between
        it and what goes before.
    level : str or None
    """
    return territory_at(scan, i) if scan.close(i) else (i, None)


def territory_at(scan: Scan, i: int) -> tuple[int, str | None]:
    """Read one territory as `territory` does, whatever goes before: at the start of a line, too."""
    lex = scan.lex
    if scan.tokens.keys[i] not in lex.place_words and not scan.tokens.capitals[i]:
        return i, None
    level = scan.found.levels.get(i)
    if level:
        several = scan.conjunction(level[0])
        if several is not None and is_territory(scan, several):
            return i, None  # "cấp quận, huyện"
        return level[0], level[1] or None
    place = scan.found.territories.get(i)
    if place:
        return _named_territory(scan, i, *place)
    if not scan.capital(i):
        return i, None
    known = scan.found.places.get(i)
    if known:
        return known[0], None
    if scan.found.offices.get(i) or starts_mention(scan, i):
        return i, None
    if (scan.key(i), scan.key(i + 1)) in lex.pairs and not scan.capital(i + 1):
        return i, None  # "Công an | Kinh tế": half of a word
    named = _place_name(scan, i)
    return (named, None) if 0 < named - i <= _LONGEST_PLACE else (i, None)


def _named_territory(scan: Scan, i: int, end: int, level: str) -> tuple[int, str | None]:
    known = scan.found.places.get(end) if scan.close(end) else None
    named = known[0] if known else _place_name(scan, end) if scan.close(end) else end
    if named > end and not starts_mention(scan, end):
        # "quận Đông Phố, thành phố Lạc Giang": a place and the larger one that it lies in
        step = named + 1
        larger = scan.found.territories.get(step) if scan.key(named) == "," else None
        if larger and scan.same_line(step) and _RANK.get(larger[1], 0) > _RANK.get(level, 0):
            outer = proper_name(scan, larger[0])
            if outer > larger[0]:
                return outer, level
        return named, level
    if scan.key(end - 1) in scan.lex.numbered_places and scan.close(end):
        number = end + is_number(scan, end)  # "tổ dân phố số 4"
        if scan.key(number).isdigit():
            return number + 1, level
    several = scan.conjunction(end)
    if several is not None and is_territory(scan, several):
        return i, None  # "xã, phường": no name of one body
    if scan.key(end) == "/" and is_territory(scan, end + 1):
        return i, None
    return end, level


def _place_name(scan: Scan, i: int) -> int:
    """Consume the name of a place, in front of a person's: "tỉnh Trường Hà | Vũ Đình Khoát".

    Where the surname might as well end the place, the rest of the text decides; where it says
    nothing, two syllables make a place, if a full name is left behind them.
    """
    end = proper_name(scan, i)
    if end == i or not person_follows(scan, end):
        return end
    last = person_name(scan, end)
    for cut in range(last - _SHORTEST_PERSON, i, -1):
        if _stands_elsewhere(scan, i, cut):
            return cut
    return end + 1 if end == i + 1 and full_name(scan, end + 1) else end


def _stands_elsewhere(scan: Scan, i: int, end: int) -> bool:
    """Tell whether the tokens ``i`` to ``end`` are a whole name of a place in another sentence."""
    keys, size = scan.tokens.keys, end - i
    for at in scan.tokens.places[keys[i]][:_MOST_LOOKED_AT]:
        if at == i or not at or keys[at : at + size] != keys[i:end] or not scan.capital(at):
            continue
        kind = keys[at - 1] == keys[i - 1] or keys[at - 1] in scan.lex.territory_ends
        if kind and not (scan.capital(at + size) and scan.close(at + size)):
            return True
    return False


def names_after(scan: Scan, i: int) -> int:
    """Consume a list of proper names: "Hoành Hải, Hoành Tân và thị xã Bình Sa"."""
    at = i
    step: int | None = i
    while step is not None and step < scan.size:
        inside = scan.found.territories.get(step)
        step = inside[0] if inside else step
        if not scan.capital(step) or not scan.same_line(step):
            break
        if scan.lex.heads.match(scan.tokens, step) or scan.found.offices.get(step):
            break
        known = scan.found.places.get(step)
        named = known[0] if known else proper_name(scan, step)
        if named == step:
            break
        at = named
        step = scan.conjunction(at)
    return at
