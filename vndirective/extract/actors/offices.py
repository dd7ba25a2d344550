"""Offices: a rank, a base and a degree, with what the office heads; and names of persons."""

from __future__ import annotations

from vndirective.extract.actors.bodies import organization
from vndirective.extract.actors.collectives import body, counted, group, narrowed
from vndirective.extract.actors.lexicon import Office
from vndirective.extract.actors.names import (
    acts,
    begins_order,
    is_number,
    is_person,
    is_territory,
    joined_name,
    person_name,
    small_sector,
    starts_sector,
    title,
)
from vndirective.extract.actors.scan import Mention, Scan
from vndirective.extract.actors.territories import territory

__all__ = ["foreign", "office", "person"]

#: Words of a name that tells itself, without a title before it.
_FULL = 3
#: The most offices that are named in one breath.
_MOST_PEERS = 4
#: Heads of bodies of so many words may be those of an office: "Trưởng ban", "Trưởng phòng".
_SHORT_HEAD = 2


def office(scan: Scan, i: int) -> Mention | None:
    """Match an office with what it heads at token ``i``, and those named in one breath with it.

    "Giám đốc các sở, *Thủ trưởng các ban, ngành*", "Bí thư, *Chủ tịch UBND các xã*": the heads of
    many bodies, each of which has one.
    """
    one, end = _one_office(scan, i)
    for _ in range(_MOST_PEERS):
        if one is None or one.type != "ROLE":
            break
        step = one.last + 1
        if scan.key(one.last) != "," or not scan.same_line(step) or not scan.capital(step):
            break
        # "Bí thư, Chủ tịch UBND các xã", not "Kế toán trưởng, Trưởng các phòng"
        alone = one.last == end and _is_one_of(scan, one.first, scan.lex.beside_heads)
        many = "các" in scan.tokens.keys[end : one.last]
        if not (alone or (many and _is_one_of(scan, step, scan.lex.of_any_body))):
            break
        other, end = _one_office(scan, step)
        if other is None or "các" not in scan.tokens.keys[end : other.last]:
            break
        one = one._replace(last=other.last, end=other.end)
    return one


def _one_office(scan: Scan, i: int) -> tuple[Mention | None, int]:
    """Match one office with what it heads, and return where its own name ends."""
    # "các Phó Thủ tướng", "các đồng chí Ủy viên Ban Thường vụ"
    at = _after_title(scan, i + 1) if scan.key(i) == "các" else i
    formula = scan.found.role_formulas.get(i) or scan.found.role_formulas.get(at)
    if formula and (scan.capital(at) or scan.key(i) == "các"):
        end = narrowed(scan, formula[0])
        return scan.mention(i, end, "ROLE", None, "state"), i
    if at > i and scan.key(at) not in scan.lex.office_words:
        return None, i
    if not (
        at in scan.found.offices or at in scan.found.ranks or scan.key(at) in scan.lex.short_offices
    ):
        return None, i  # nearly always
    found = _name(scan, at)
    if found is None or (at > i and not scan.capital(at)):
        return None, i
    end, base = found
    if base.form == "lãnh đạo" and _is_verb(scan, i, end) and not _leads_a_place(scan, end):
        return None, i
    one = _headed(scan, i, at, end, base)
    if one is not None and at > i and base.form in scan.lex.of_many:
        one = one._replace(type="GROUP")  # "các Ủy viên Ban Chấp hành"
    return one, end


def _after_title(scan: Scan, i: int) -> int:
    """Return the token after a title of several: "đồng chí", "đ/c"."""
    title = scan.lex.whole_titles.match(scan.tokens, i)
    return title[0] if title is not None else i


def _is_one_of(scan: Scan, i: int, forms: frozenset[str]) -> bool:
    """Tell whether one of some offices stands at token ``i``."""
    found = scan.found.offices.get(i)
    return found is not None and found[1].form in forms


def _name(scan: Scan, i: int) -> tuple[int, Office] | None:
    """Read "Phó Bí thư Thường trực": rank, base, degree."""
    rank = scan.found.ranks.get(i)
    at = rank[0] if rank else i
    if _is_short(scan, at):
        end = _degree(scan, at + 1)
        if scan.key(end) == "." and scan.lex.heads.match(scan.tokens, end + 1):
            end += 1  # "PCT. UBND tỉnh"
        return end, Office(scan.key(at), "alone")
    if rank and rank[0] > i + 1 and i + 1 in scan.found.offices:
        at = i + 1  # "Phó | Tổng cục trưởng", not "Phó Tổng | cục trưởng"
    found = scan.found.offices.get(at)
    if found is None and rank and (found := scan.found.offices.get(i)):
        at, rank = i, None
    if found is None:
        return None
    end, base = found
    if not scan.together(i, end):
        return None
    # "Trưởng ban" or "Trưởng" of a "Ban Chỉ đạo", "Bí thư | Đoàn TNCS Hồ Chí Minh": the longer reading
    shorter = scan.lex.shorter_offices.match(scan.tokens, at)
    if shorter is not None and shorter[0] < end and scan.capital(at):
        headed = _under(scan, shorter[0])
        if headed is not None and headed.last > end:
            return shorter
    return _degree(scan, end), base


def _under(scan: Scan, i: int) -> Mention | None:
    """Match the body that a "Trưởng" heads, whose first word may be part of the office.

    "Trưởng phòng Nội vụ" heads the "Phòng Nội vụ"; "Trưởng phòng Nguyễn Văn Hòa" is called so.
    """
    head = scan.lex.heads.match(scan.tokens, i)
    if head is not None and head[0] - i > _SHORT_HEAD and not head[1].needs_name:
        return organization(scan, i, small=True)  # "Trưởng ban quản lý chợ"
    if head is None or not scan.capital(i + 1) or is_person(scan, head[0]):
        return organization(scan, i)
    return organization(scan, i, small=True)


def _is_short(scan: Scan, i: int) -> bool:
    """Tell whether an abbreviated office stands at token ``i``, and no symbol of a document."""
    if scan.key(i) not in scan.lex.short_offices or not any(map(str.isupper, scan.word(i)[1:])):
        return False
    if scan.glued(i) or scan.lex.heads.match(scan.tokens, i + 2):
        return not scan.glued(i)  # "PCVP.UBND tỉnh"
    return not (scan.glued(i + 1) and scan.key(i + 1) in "-/." and scan.glued(i + 2))


def _degree(scan: Scan, end: int) -> int:
    degree = scan.found.degrees.get(end) if scan.close(end) else None
    # "Phó Thủ tướng thường trực"
    small = scan.lex.small_degrees.match(scan.tokens, end) is not None
    return degree[0] if degree and (small or scan.capital(end)) else end


def _is_verb(scan: Scan, i: int, end: int) -> bool:
    """Tell whether "lãnh đạo" is something done: "tập trung lãnh đạo, chỉ đạo các đơn vị"."""
    if scan.capital(i):
        return scan.starts_line(i) and not scan.capital(end)
    return (
        scan.starts_line(i)
        or scan.key(i - 1) in scan.lex.heading_verbs
        or scan.key(i - 1) in scan.cues.tenses
        or not scan.key(i - 1)[0].isalpha()
    )


def _leads_a_place(scan: Scan, end: int) -> bool:
    """Tell the leaders of a place, who do something, from a place that is led.

    "Lãnh đạo xã đề nghị …", not "Lãnh đạo xã hội …" or "Lãnh đạo nhân dân …".
    """
    end += scan.key(end).isdigit()  # "Lãnh đạo *4 tỉnh* cam kết …"
    place = scan.found.territories.get(end) if is_territory(scan, end) else None
    return place is not None and acts(scan, max(place[0], territory(scan, end)[0]))


def _headed(scan: Scan, i: int, at: int, end: int, base: Office) -> Mention | None:
    """Take what the office heads into the mention, or tell whether it stands alone."""
    capital = scan.capital(at)
    if (
        base.form == "trưởng ban"
        and scan.capital(end)
        and not (is_person(scan, end) or scan.shouted(end))
    ):
        named = title(scan, end)  # "Trưởng ban Chỉ đạo …"
        if named > end:
            return scan.mention(i, max(named, territory(scan, named)[0]), "ROLE")
    noun = scan.found.nouns.get(end - 1) if base.form.startswith("trưởng ") else None
    if noun is not None and noun[0] > end and not scan.shouted(end):
        # "Trưởng | Ban công tác Mặt trận thôn Hạ"
        after, level = territory(scan, noun[0])
        return scan.mention(i, after, "ROLE", level, None)
    if scan.close(end):
        if base.form in scan.lex.of_sectors and starts_sector(scan, end):
            sector = scan.lex.sectors.match(scan.tokens, end)  # "Bộ trưởng | Y tế"
            if sector is not None:
                return scan.mention(i, sector[0], "ROLE", "central", "state")
        headed = body(scan, end) or (_under(scan, end) if base.form == "trưởng" else None)
        if headed is None and capital and not scan.capital(end):
            headed = _small_body(scan, end)
        if headed is None and not is_person(scan, end):
            headed = _group_of(scan, end)
        if headed is not None and base.form == "lãnh đạo":
            return scan.mention(i, headed.last, "GROUP", headed.level, headed.branch)
        if headed is not None:
            last = _more_committees(scan, headed)
            return scan.mention(i, last, "ROLE", headed.level, headed.branch)
        place = scan.found.places.get(end) if capital and scan.capital(end) else None
        called = place is not None and place[0] - end >= _FULL and is_person(scan, end)
        if place is not None and not (called or scan.shouted(end)):
            return scan.mention(i, place[0], "ROLE")  # "Chủ tịch Hà Nội"
        after, level = territory(scan, end)
        named = (
            _is_named(scan, end)
            or foreign(scan, end)
            or (scan.shouted(end) and end in scan.found.ranks)
        )
        if after > end and not named and (level or capital):
            return scan.mention(i, after, "ROLE", level, None)
    end = _numbered(scan, end)
    if base.use == "common" or (base.use == "alone" and (capital or _in_a_row(scan, at, end))):
        return scan.mention(i, end, "ROLE", None, None)
    return None


def _small_body(scan: Scan, i: int) -> Mention | None:
    """Match a body with a name whose head is written small: "Giám đốc | bệnh viện Đa khoa Hòa Bình"."""
    head = scan.lex.heads.match(scan.tokens, i)
    if head is None or not scan.close(head[0]):
        return None
    if not scan.capital(head[0]):
        return body(scan, i, small=True) if small_sector(scan, i, head[0]) else None
    # "Hiệu trưởng | trường THPT Nguyễn Trãi" has a person's name
    called = is_person(scan, head[0]) and scan.key(head[0] - 1) not in scan.lex.named_after
    return organization(scan, i, small=True) if not called else None


def _numbered(scan: Scan, end: int) -> int:
    """Take the number of what an office heads along: "Trưởng thôn | 3", "Tổ trưởng TDP | số 3"."""
    number = end + (is_number(scan, end) if scan.close(end) else 0)
    numbered = scan.key(end - 1) in scan.lex.numbered_places and scan.close(number)
    if not numbered or not scan.key(number).isdigit():
        return end
    after = number + 1  # "Tổ trưởng TDP số 3, 5, 7 | thông báo", but "thôn 3, | 5 hộ"
    while scan.key(after) in (",", "và") and scan.key(after + 1).isdigit():
        after += 2
    return after if scan.cues.openers.match(scan.tokens, after) else number + 1


def _more_committees(scan: Scan, headed: Mention) -> int:
    """Consume the other committees that an office heads: "Bí thư Tỉnh ủy, Thành ủy các tỉnh"."""
    end = headed.last
    while scan.key(end - 1) == "ủy" and (step := scan.conjunction(end)) is not None:
        noun = scan.found.nouns.get(step)
        if noun is None or not noun[1].form.endswith(" ủy"):
            break
        end = noun[0]
    if end > headed.last and scan.key(end) == "các":
        several = group(scan, end, 1)
        return several.last if several is not None else end
    return end


def _in_a_row(scan: Scan, i: int, end: int) -> bool:
    """Tell whether an office written small stands beside its deputy: "bí thư, phó bí thư"."""
    if scan.key(i) == "phó":
        return scan.key(i - 1) != "từ"  # "chức vụ từ phó trưởng phòng trở lên"
    following = scan.conjunction(end)
    deputy = following is not None and scan.key(following) == "phó"
    return deputy and following is not None and scan.key(following + 1) == scan.key(i)


def _group_of(scan: Scan, i: int) -> Mention | None:
    # "Lãnh đạo 4 tỉnh", "Tổ trưởng 8 tổ dân phố"
    several = counted(scan, i, 1) or group(scan, i, 1, headed=True)
    if several is None:
        return None
    # "Chủ tịch nhân dân": an office heads bodies, not people
    noun = scan.found.nouns.get(i)
    if noun is not None and noun[1].form in ("nhân dân", "người dân", "cán bộ"):
        return None
    return several


def person(scan: Scan, i: int, *, titled: bool) -> Mention | None:
    """Match a person's name at token ``i``.

    Parameters
    ----------
    scan : Scan
    i : int
    titled : bool
        An office or title stands before it: then a given name is enough.
    """
    if not scan.capital(i) or not scan.key(i).isalpha():
        return None
    known = scan.key(i) in scan.lex.surnames
    if not (known or titled) or begins_order(scan, i):
        return None
    if scan.found.places.get(i) and scan.key(i - 1) not in scan.lex.legacies:
        return None  # "Thành phố Hồ Chí Minh", but "tư tưởng Hồ Chí Minh"
    if scan.shouted(i) and not (titled and known):
        return None
    if not titled and scan.key(i - 1) in scan.lex.named_after and scan.close(i):
        return None  # "phường Nguyễn Thái Bình", "đường Lê Văn Lương"
    end = person_name(scan, i)
    if titled and end - i == 1 and _names_something_else(scan, i):
        return None
    return scan.mention(i, end, "PERSON") if titled or end - i >= _FULL else None


def _is_named(scan: Scan, i: int) -> bool:
    """Tell "Thủ tướng | Hàn Thị Mây" from "Thủ tướng Hàn Quốc", "Thủ tướng Thái Lan"."""
    place = scan.found.places.get(i)
    if place is None or scan.key(i - 1) in scan.lex.legacies:
        return is_person(scan, i)
    more = scan.capital(place[0]) and scan.close(place[0])
    return more and is_person(scan, i) and not joined_name(scan, place[0])


def foreign(scan: Scan, i: int) -> bool:
    """Tell a name without a known surname behind an office: "già làng | A Thút"."""
    if not (scan.capital(i) and scan.close(i)) or scan.found.places.get(i):
        return False
    two = scan.capital(i + 1) and scan.close(i + 1) and scan.key(i + 1).isalpha()
    if two and scan.key(i) in scan.lex.letters and scan.key(i - 1) in scan.lex.elders:
        return True
    # "Đại sứ Nhật Bản | Ito Naoki"
    known = any((place := scan.found.places.get(k)) and place[0] == i for k in range(i - 3, i))
    behind = two and known and not (_names_something_else(scan, i) or scan.found.places.get(i))
    return behind or joined_name(scan, i)


def _names_something_else(scan: Scan, i: int) -> bool:
    lex, tokens = scan.lex, scan.tokens
    return any(
        trie.match(tokens, i) is not None
        for trie in (lex.offices, lex.ranks, lex.heads, lex.territories, lex.nouns)
    )
