"""Collective actors: who is meant in general, many at a time, or without a name.

A group is a list of nouns, each with what narrows it down ("đơn vị trực thuộc", "cán bộ ở cấp
xã"), and what says that a group is meant: a quantifier, a number, the list itself, or a noun
that denotes an actor by itself.
"""

from __future__ import annotations

from vndirective.extract.actors.bodies import organization
from vndirective.extract.actors.group_evidence import (
    Phrase,
    begins_a_clause,
    is_subject,
    list_meant,
    meant,
    names_follow,
    office_follows,
    told_by_kind,
)
from vndirective.extract.actors.lexicon import Noun
from vndirective.extract.actors.names import ends_title, is_territory, proper_name
from vndirective.extract.actors.scan import Mention, Scan
from vndirective.extract.actors.shared_heads import shares_head
from vndirective.extract.actors.territories import names_after, territory

__all__ = ["body", "counted", "group", "narrowed"]

#: How many groups may stand inside one another: "đại diện lãnh đạo các trường".
_DEEPEST = 3
#: The most things that narrow one noun down.
_MOST_COMPLEMENTS = 4
#: The most nouns of one group: a list that turns out to be none is read from every noun on.
_LONGEST_LIST = 24


def group(scan: Scan, i: int, depth: int = 0, *, headed: bool = False) -> Mention | None:
    """Match a collective group at token ``i``.

    ``depth`` groups stand around it; it is ``headed`` where an office stands in front of it.
    """
    if depth > _DEEPEST:
        return None
    quantifier = scan.found.quantifiers.get(i)
    at = quantifier[0] if quantifier else i
    if quantifier is None and i not in scan.found.nouns and i not in scan.found.formulas:
        return None
    if quantifier:
        named = _named_group(scan, i, at, depth)
        if named is not None:
            return named
    phrases = _phrases(scan, at, depth, counted=quantifier is not None)
    end = phrases[-1].end if phrases else i
    formula = scan.found.formulas.get(i)
    closed = formula is not None and formula[0] >= end
    if formula is not None and closed:
        end = _complements(scan, formula[0], depth)[0]
    if not phrases and not closed:
        return None
    if not (
        quantifier
        or closed
        or list_meant(scan, i, phrases)
        or meant(scan, i, phrases[0])
        or (told_by_kind(phrases[0], headed=headed) and (headed or is_subject(scan, i, end)))
        or (phrases[0].noun.series == "public" and is_subject(scan, i, end))
    ):
        return None
    if quantifier and len(phrases) == 1 and not closed and begins_a_clause(scan, phrases[0]):
        return None  # "các vụ cháy"
    places = bool(phrases) and (
        phrases[-1].noun.territory
        or (len(phrases) == 1 and phrases[0].noun.form in scan.lex.places_too)
    )
    if places and scan.key(i - 1) in ("tại", "ở"):
        return None  # "tại các xã, phường", "ở các địa phương"
    if phrases and phrases[-1].noun.form == "đồng chí" and office_follows(scan, end):
        return None  # "các đồng chí Bí thư, Chủ tịch": offices, each by itself
    if quantifier and not depth and scan.key(end) == ":" and names_follow(scan, end + 1):
        return None  # "các sở: Nội vụ, Tài chính": the names are the actors
    if phrases and phrases[-1].end == end:
        told = phrases[-1].narrowed or len(phrases) > 1
        end = _employer(scan, phrases[-1].noun, end, depth, told=told)
    one = len(phrases) == 1 and not quantifier and not closed
    one = one and scan.key(end - 1) != "cấp"  # "công an các cấp"
    return scan.mention(i, end, phrases[0].noun.type if one else "GROUP")


def counted(scan: Scan, i: int, depth: int) -> Mention | None:
    """Match those whom a number at token ``i`` counts: "8 quận ủy, huyện ủy"."""
    if not scan.key(i).isdigit() or not scan.close(i + 1):
        return None
    phrases = _phrases(scan, i + 1, depth + 1, counted=True)
    return scan.mention(i, phrases[-1].end, "GROUP") if phrases else None


def _employer(scan: Scan, noun: Noun, end: int, depth: int, *, told: bool) -> int:
    """Return the end of the body whose people or parts are meant: "viên chức | Học viện".

    Parts have to be ``told`` apart: "các phòng chuyên môn | Sở Y tế", "các khoa, phòng | Bệnh viện".
    """
    part = noun.form in scan.lex.parts and (told or " " in noun.form)
    if not part and noun.series not in scan.lex.with_employers:
        return end
    if not (scan.capital(end) and scan.close(end)):
        return end
    employer = body(scan, end, depth + 1) if depth < _DEEPEST else None
    return employer.last if employer is not None else end


def body(scan: Scan, i: int, depth: int = 0, *, small: bool = False) -> Mention | None:
    """Match an organization, or one kind of them in several places: "UBND các xã"."""
    one = organization(scan, i, small=small)
    return (one and _in_several_places(scan, one, depth)) or one


def narrowed(scan: Scan, end: int) -> int:
    """Return where what narrows down the noun before token ``end`` ends."""
    return _complements(scan, end, 0)[0]


def _in_several_places(scan: Scan, one: Mention, depth: int) -> Mention | None:
    if depth > _DEEPEST or one.level == "central":
        return None
    council = tuple(scan.tokens.keys[one.first : one.last]) in scan.lex.councils
    step = scan.conjunction(one.last) if council else None
    if step is not None and scan.capital(step):
        both = organization(scan, step)  # "HĐND, UBND các xã"
        if both is not None and both.branch == "state" and scan.key(both.last) == "các":
            shared = _in_several_places(scan, both, depth) or both
            return shared._replace(first=one.first, start=one.start)
    step = scan.conjunction(one.last) if scan.key(one.last - 2) == "cấp" else None
    if step is not None and scan.key(step) == "cấp" and is_territory(scan, step + 1):
        end = _levels(scan, step + 1)  # "Ban An toàn giao thông cấp tỉnh, cấp huyện"
        return scan.mention(one.first, end, "GROUP", one.level, one.branch)
    if not scan.close(one.last):
        return None
    if scan.key(one.last) == "cấp" and is_territory(scan, one.last + 1):
        end = _levels(scan, one.last + 1)  # "HĐND cấp xã, phường"
        return scan.mention(one.first, end, "GROUP", one.level, one.branch)
    counted = one.last in scan.found.quantifiers
    first = one.last + (scan.key(one.last) == "một")  # "UBND *một số* xã", "UBND *12* xã biên giới"
    first += scan.key(first).isdigit() or scan.key(first) in scan.lex.counting
    noun = scan.found.nouns.get(first)
    if not counted and not (noun and noun[1].territory):
        return None
    if first > one.last:
        places = _phrases(scan, first, depth + 1, counted=True)
        last = places[-1].end if places else one.last
        return scan.mention(one.first, last, "GROUP", one.level, one.branch) if places else None
    several = group(scan, one.last, depth + 1)
    if several is None:
        return None
    last = _while_territories(scan, one.last, several.last) if council else several.last
    if scan.key(last) == ":" and _names_places(scan, last + 1):
        last = names_after(scan, last + 1)  # "UBND các tỉnh: Hà Giang, Lào Cai"
    level = next(
        (
            found[1]
            for k in range(one.last, several.last)
            if (found := scan.found.territories.get(k))
        ),
        one.level,
    )
    return scan.mention(one.first, last, "GROUP", level, one.branch)


def _while_territories(scan: Scan, i: int, end: int) -> int:
    """Return where a list stops naming territories: "UBND các xã, phường | , công ty"."""
    for k in range(i + 1, end):
        step = scan.conjunction(k)
        if step is None or scan.found.territories.get(step):
            continue
        noun = scan.found.nouns.get(step)
        if noun is not None and not noun[1].territory:
            return k
    return end


def _names_places(scan: Scan, i: int) -> bool:
    """Tell names of places behind a colon from what is ordered: "Cam Lộc, …", "Tổ chức rà soát"."""
    if scan.found.places.get(i):
        return True
    return proper_name(scan, i) - i > 1 and scan.lex.sectors.match(scan.tokens, i) is None


def _named_group(scan: Scan, i: int, at: int, depth: int) -> Mention | None:
    """Match named bodies in the plural: "các Sở Xây dựng, Tài chính", "các Đảng ủy xã"."""
    if not scan.capital(at) or not scan.close(at):
        return None
    named = body(scan, at, depth + 1)
    if named is None:
        return None
    noun = scan.found.nouns.get(at)
    if noun is not None and noun[0] >= named.last:
        return None  # "các Sở, ban, ngành": a list of nouns
    if shares_head(scan, named):
        return None  # "các Bộ Y tế, Nội vụ": each an actor of its own
    end = narrowed(scan, named.last)  # "các Sở Xây dựng liên quan"
    return scan.mention(i, end, "GROUP", named.level, named.branch)


def _phrases(scan: Scan, i: int, depth: int, *, counted: bool) -> list[Phrase]:
    """Read a list of nouns of one series from token ``i``.

    A noun that is narrowed down ends the list ("cơ quan liên quan và các nhà thầu"); a
    quantifier is repeated only after the first noun ("các cơ quan, các đơn vị").
    """
    phrases: list[Phrase] = []
    at: int | None = i
    while at is not None and len(phrases) < _LONGEST_LIST:
        if phrases and (again := scan.found.quantifiers.get(at)):
            if len(phrases) > 1 or not counted or scan.key(at) != scan.key(i - 1):
                break
            if any(form.count(" ") > 1 for form in _forms(scan, phrases[0], again[0])):
                break  # "các tổ chức đoàn thể, các cơ quan báo chí": two groups
            at = again[0]
        phrase = _phrase(scan, at, depth, listed=counted or bool(phrases))
        many = len(phrases) > 1
        if phrase is None or (phrases and not _continues(scan, phrases[-1], phrase, many=many)):
            break
        phrases.append(phrase)
        if phrase.narrowed:
            break
        # "các sở/ngành", "cán bộ-công chức"
        mark = scan.key(phrase.end) in ("/", "-") and scan.glued(phrase.end)
        at = phrase.end + 1 if mark else scan.conjunction(phrase.end)
        at = at if at is not None and scan.same_line(at) else None
    return phrases


def _forms(scan: Scan, phrase: Phrase, i: int) -> list[str]:
    """Return the nouns of a phrase and of the one that starts at token ``i``."""
    other = scan.found.nouns.get(i)
    return [phrase.noun.form, *([other[1].form] if other else [])]


def _continues(scan: Scan, last: Phrase, phrase: Phrase, *, many: bool) -> bool:
    series = {last.noun.series, phrase.noun.series}
    same = len(series) == 1 and not series & _EACH_BY_ITSELF
    # "người dân, doanh nghiệp", not "chính quyền và nhân dân"
    same = same or (last.noun.series in ("people", "public") and phrase.noun.series == "bodies")
    # "các sở, ngành, quận, huyện": bodies and the places that stand for theirs
    alike = same or series in _ALIKE or (many and series == _MANY)
    return alike and not begins_a_clause(scan, phrase)


#: Series whose nouns stand in one list: "các sở, quận", "các tổ, đội bảo vệ rừng", "cán bộ,
#: giáo viên".
_ALIKE = (
    {"bodies", "territories"},
    {"establishments", "teams"},
    {"territories", "neighborhoods"},
    {"officials", "staff"},
    {"people", "staff"},
    {"people", "officials"},
    {"people", "households"},
    {"bodies", "households"},
    *({"public", other} for other in ("people", "staff", "officials", "households")),
)
#: Series that stand in one list of three and more: "cơ quan, hợp tác xã, cộng đồng và Nhân dân".
_MANY = {"bodies", "public"}
#: Series whose nouns are actors of their own between commas.
_EACH_BY_ITSELF = {"", "teams"}


def _phrase(scan: Scan, i: int, depth: int, *, listed: bool) -> Phrase | None:
    found = scan.found.nouns.get(i)
    if found is None or not scan.together(i, found[0]):
        return None
    end, noun = found
    other = scan.found.not_actors.get(i)
    if other is not None and other[0] > end:
        return None
    office = scan.found.offices.get(i)
    if office is not None and office[0] >= end and scan.capital(i):
        return None  # "đại biểu, Bộ trưởng …"
    if listed and end - i > 2 and _acts(scan, end - 2):
        end -= 2
    named = organization(scan, i) if scan.capital(i) and not scan.shouted(i) else None
    if named is not None and (named.last > end or not listed):
        return None
    inner = next((k for k in range(i + 1, end) if scan.capital(k)), i)
    whose = organization(scan, inner, depth + 1) if inner > i else None
    if whose is not None and whose.last > end:  # "thành viên *Ban Chỉ đạo* chuyển đổi số tỉnh"
        return Phrase(noun, whose.last, True)
    after, narrowed = _complements(scan, end, depth)
    if after == end and noun.trade:
        after = _more_trades(scan, end)
    if noun.territory and listed and scan.capital(end) and scan.close(end):
        after = max(after, names_after(scan, end))
    if noun.named and after == end:
        after = territory(scan, end)[0]
    # "Đoàn kiểm tra | 18 cơ sở": a body belongs to no number of others, but meets them
    met = noun.type == "ORG" and scan.key(after).isdigit()
    if noun.governs and not met and (after == end or scan.key(after) == "các"):
        after = _governed(scan, after, depth)
    return Phrase(noun, after, narrowed or after > end)


def _more_trades(scan: Scan, end: int) -> int:
    """Consume further trades of one kind of bodies: "cơ sở giáo dục đại học, giáo dục nghề nghiệp"."""
    step = scan.conjunction(end)
    while step is not None and scan.same_line(step):
        trade = scan.lex.trades.match(scan.tokens, step)
        if trade is None or scan.capital(step) or ends_title(scan, step):
            break  # "cơ sở đào tạo và siết chặt …"
        if is_territory(scan, trade[0]):
            break  # "lực lượng kiểm lâm và công an xã"
        end = trade[0]
        step = scan.conjunction(end)
    return end


def _acts(scan: Scan, i: int) -> bool:
    """Tell "đơn vị | chủ trì, phối hợp với" from "đơn vị chủ trì | phải": verb or complement."""
    acting = scan.found.acting.get(i)
    if acting is None:
        return False
    if scan.cues.modals.match(scan.tokens, acting[0]):
        return False  # "các đơn vị chủ trì | chịu trách nhiệm"
    return scan.key(acting[0]) in (",", "với", "chặt") or bool(
        scan.cues.openers.match(scan.tokens, acting[0])
    )


def _complements(scan: Scan, end: int, depth: int) -> tuple[int, bool]:
    """Consume what narrows a noun down; return the end and whether there was any."""
    start = end
    for _ in range(_MOST_COMPLEMENTS):
        if scan.key(end) not in scan.lex.narrowing_words or not scan.close(end):
            break
        after = _complement(scan, end, depth)
        if after == end:
            break
        end = after
    return end, end > start


def _complement(scan: Scan, end: int, depth: int) -> int:
    """Consume one thing that narrows the noun before token ``end`` down."""
    belonging = scan.found.belonging.get(end)
    if belonging is not None and scan.close(belonging[0]):
        owner = _owner(scan, belonging[0], depth)
        if owner > belonging[0]:
            # "cán bộ thuộc diện Ban Thường vụ quản lý"
            managed = scan.tokens.keys[owner : owner + 2] == ["quản", "lý"]
            return owner + 2 * (managed and scan.key(belonging[0] - 1) == "diện")
    fixed = scan.lex.complements.match(scan.tokens, end)
    if fixed is not None and scan.together(end, fixed[0]):
        if scan.key(fixed[0]) in scan.lex.manner and scan.lex.attending.match(scan.tokens, end):
            return end  # "Đề nghị các đồng chí | dự họp đúng giờ"
        head = scan.lex.heads.match(scan.tokens, end) if scan.capital(end) else None
        # "thành viên | Đảng đoàn Quốc hội", not "thành viên đảng"
        return end if head is not None and head[0] > fixed[0] else fixed[0]
    if scan.key(end) == "từ" and scan.capital(end + 1):  # "từ Thanh Hóa đến Cà Mau"
        one = proper_name(scan, end + 1)
        other = proper_name(scan, one + 1) if scan.key(one) in ("đến", "tới") else one
        return other if other > one + 1 else end
    if scan.key(end) == "ngành" and scan.capital(end + 1):  # "cán bộ ngành Hải quan"
        sector = scan.lex.sectors.match(scan.tokens, end + 1)
        return sector[0] if sector is not None else end
    area = scan.lex.areas.match(scan.tokens, end)
    if (
        area is not None
        and scan.together(end, area[0])
        and scan.key(area[0]) not in scan.lex.not_areas
    ):
        return _area(scan, area[0], depth)
    if scan.key(end) in scan.lex.standing and scan.close(end + 1):
        return _whereabouts(scan, end, depth)
    if scan.key(end) in scan.lex.grounds and scan.close(end + 1):  # "chợ Gốm"
        return proper_name(scan, end + 1) if scan.capital(end + 1) else end
    if scan.key(end) == "cấp" and is_territory(scan, end + 1):
        return _levels(scan, end + 1)
    place = scan.found.territories.get(end)
    if place is not None:
        noun = scan.found.nouns.get(end)
        longer = noun is not None and noun[0] > place[0]  # "văn phòng tỉnh ủy"
        return end if longer else _places(scan, end, place[0], depth)
    if scan.key(end) == "các" and depth < _DEEPEST:
        noun = scan.found.nouns.get(end + 1)
        if noun is not None and noun[1].territory:  # "học sinh các xã ven biển"
            several = group(scan, end, depth + 1)
            return several.last if several else end
    return end


def _area(scan: Scan, end: int, depth: int) -> int:
    """Consume the territory behind "trên địa bàn", if one is named: "tỉnh Bình Lâm", "các xã"."""
    at = end + (scan.key(end) in ("toàn", "của"))
    after = territory(scan, at)[0]
    if after == at and scan.key(at) == "các" and depth < _DEEPEST:
        noun = scan.found.nouns.get(at + 1)
        several = group(scan, at, depth + 1) if noun is not None and noun[1].territory else None
        after = several.last if several is not None else at
    return after if after > at else end


def _whereabouts(scan: Scan, i: int, depth: int) -> int:
    """Consume where somebody works or lives: "ở cấp xã", "trong các khu công nghiệp", "tại chợ Gốm"."""
    at = i + 1
    first = at + (scan.key(at) == "các")
    site = scan.lex.sites.match(scan.tokens, first)
    if site is not None and scan.together(at, site[0]):
        end = site[0]
        if scan.capital(end):
            return territory(scan, end)[0]
        following = scan.conjunction(end)
        more = scan.lex.sites.match(scan.tokens, following) if following is not None else None
        end = more[0] if more is not None else end  # "trong các khu công nghiệp, khu kinh tế"
        return end + scan.key(end).isdigit()  # "ở khu dân cư 5"
    if at in scan.found.territories:
        # "trong thôn, bản", not "trong xã hội", nor "trong Tỉnh ủy"
        whole = is_territory(scan, at) and scan.lex.heads.match(scan.tokens, at) is None
        return _places(scan, at, scan.found.territories[at][0], depth) if whole else i
    after, level = territory(scan, at)
    known = level or (scan.capital(at) and scan.key(i) != "trong")  # not "trong Chỉ thị"
    return after if after > at and known else i


def _places(scan: Scan, end: int, after: int, depth: int) -> int:
    """Consume a territory, or a list of them: "cán bộ xã Hạ", "bí thư chi đoàn thôn, bản"."""
    slash = scan.key(after) == "/" and scan.glued(after)  # "trạm y tế xã/phường"
    listed = depth < _DEEPEST and (slash or scan.conjunction(after) is not None)
    several = _phrases(scan, end, depth + 1, counted=False) if listed else []
    if len(several) > 1 and all(p.noun.territory for p in several):
        return several[-1].end
    return territory(scan, end)[0]


def _levels(scan: Scan, i: int) -> int:
    """Consume the levels of "cấp quận, huyện"."""
    at, step = i, i
    while place := scan.found.territories.get(step):
        at = place[0]
        following = scan.conjunction(at)
        if following is None:
            break
        step = following + (scan.key(following) == "cấp")  # "cấp huyện, cấp xã"
    return at


def _owner(scan: Scan, i: int, depth: int) -> int:
    # "công chức thuộc *cơ quan Tổng cục* Hải quan", "… *khối cơ quan Bộ*"
    at = i + (scan.key(i) == "khối")
    offices = scan.tokens.keys[at : at + 2] == ["cơ", "quan"] and scan.capital(at + 2)
    owner = body(scan, at + 2 if offices else i, depth + 1)
    if owner is not None:
        return owner.last
    several = group(scan, i, depth + 1) if depth < _DEEPEST else None
    if several is not None:
        return several.last
    return territory(scan, i)[0]


def _governed(scan: Scan, end: int, depth: int) -> int:
    """Consume whom a noun like "cấp ủy" or "đại diện" belongs to."""
    if not scan.close(end) or depth >= _DEEPEST:
        return end
    if (several := counted(scan, end, depth)) is not None:
        return several.last  # "đại diện 8 quận ủy, huyện ủy"
    if scan.key(end).isdigit():
        return end
    if scan.key(end) == "lãnh" and scan.key(end - 1) == "diện":  # "đại diện lãnh đạo Cục Thuế"
        leaders = _phrases(scan, end, depth + 1, counted=True)
        return leaders[-1].end if leaders else end
    if scan.found.quantifiers.get(end) or scan.found.nouns.get(end):
        several = group(scan, end, depth + 1)
        if several is not None:
            return several.last
    # "đại diện | Sở Y tế": of a body that is represented, it is the actor
    owner = None if scan.key(end - 1) == "diện" else body(scan, end, depth + 1)
    return owner.last if owner else end
