"""Names of organizations: a head, what it is called, where it is, what it belongs to."""

from __future__ import annotations

from vndirective.extract.actors.lexicon import Head
from vndirective.extract.actors.names import (
    body_of_a_place,
    ends_shouted,
    ends_title,
    is_namesake,
    is_number,
    is_person,
    is_territory,
    person_follows,
    proper_name,
    small_sector,
    starts_document,
    starts_mention,
    starts_sector,
    title,
)
from vndirective.extract.actors.scan import Mention, Scan
from vndirective.extract.actors.territories import territory

__all__ = ["organization"]

#: How many bodies may stand inside one name.
_DEEPEST = 4
#: The longest number in a name, as it is written: "Tổng công ty Điện lực 2".
_LONGEST_NUMBER = 2
#: The most tokens that the trades of an enterprise take.
_LONGEST_TRADES = 12
#: The most tokens that the task of a board may have.
_LONGEST_TASK = 32


def organization(scan: Scan, i: int, depth: int = 0, *, small: bool = False) -> Mention | None:
    """Match the name of one organization.

    Parameters
    ----------
    scan : Scan
    i : int
        Token that it has to start at.
    depth : int
        How many bodies stand before it in the same name.
    small : bool
        Its head may be written small, since it is part of an office: "Trưởng phòng Nội vụ".
    """
    if scan.key(i) not in scan.lex.heads:
        return None  # nearly always
    found = _head(scan, i, small=small)
    if found is None or depth > _DEEPEST:
        return None
    end, head = found
    if head.needs_name and end == i + 1 and scan.key(i - 1) in scan.lex.streets:
        return None  # "đường Trường Sa"
    level, branch = head.level, head.branch
    if head.agency:
        return scan.mention(i, end, "ORG", level, branch)
    end = _short_form(scan, end)
    if head.needs_name:
        end = _past_trades(scan, end) if head.branch == "enterprise" else end
        named, inner, own = _complement(scan, i, end, depth)
        if inner is not None:  # "Văn phòng Huyện ủy"
            last = _past_topic(scan, i, end, inner.last)
            return scan.mention(i, last, "ORG", inner.level, inner.branch)
        if named == end:
            board = _board(scan, i, end, depth)
            if board is not None:
                return board
            named = _number(scan, i, end)
            if named == end and not _stands_alone(scan, i, end):
                return None
        end, level = named, own or level
    elif scan.close(end) and scan.capital(end) and (host := _host(scan, end, branch, depth)):
        end, level = host.last, host.level or level
    elif branch == "union":  # "Công đoàn Y tế Việt Nam", "Công đoàn ngành Y tế"
        named = end + (scan.key(end) == "ngành")
        sector = scan.lex.sectors.match(scan.tokens, named) if starts_sector(scan, named) else None
        end = sector[0] if sector else end
    if head.needs_name and scan.close(end) and scan.capital(end):
        # "Phòng An ninh Công an tỉnh": nothing between a body and what it is a part of
        part_of = _host(scan, end, "", depth)
        if part_of is not None:
            return scan.mention(i, part_of.last, "ORG", part_of.level, branch)
    for _ in range(0 if level == "central" and not head.needs_name else 2):
        if level == "province" and is_person(scan, end) and end not in scan.found.places:
            break  # "Bí thư Tỉnh ủy | Lê Hiếu": there are few provinces, and all are known
        after, own = territory(scan, end)
        if after == end:
            break
        end, level = after, own or level
    end = _with_zones(scan, end)
    serial = _serial(scan, i, end, head)
    if serial > end and scan.key(end) in ("số", "chi"):
        after, own = territory(scan, serial)  # "Hạt Kiểm lâm số 2 huyện Lam Hà"
        end, level = after, own or level
    end = _place_below(scan, max(end, serial))
    end = _superior(scan, end, depth)
    if (
        head.needs_name
        and head.level is None
        and scan.key(end) in ("-", "–")
        and starts_mention(scan, end + 1)
    ):
        over = organization(scan, end + 1, depth + 1)  # "Vụ Pháp chế - Bộ Nội vụ"
        if over is not None and over.level == "central":
            end = over.last
    # there are many of a low level: "UBND cấp xã"
    many = scan.key(end - 2) == "cấp" and scan.key(end - 1) in ("xã", "huyện")
    return scan.mention(i, end, "GROUP" if many else "ORG", level, branch)


def _past_trades(scan: Scan, end: int) -> int:
    """Pass the trades of an enterprise, written small: "Công ty CP | đầu tư thủy điện | Sông Hàn"."""
    at = end
    while at - end < _LONGEST_TRADES and scan.close(at) and not scan.capital(at):
        trade = scan.lex.company_trades.match(scan.tokens, at)
        if trade is None:
            break
        at = trade[0]
    named = scan.close(at) and (scan.capital(at) or at in scan.found.places)
    return at if named and not is_person(scan, at) else end


def _with_zones(scan: Scan, end: int) -> int:
    """Go on over a second charge: "Ban Quản lý Khu kinh tế Dung Quất | và các khu công nghiệp tỉnh"."""
    zones = scan.lex.zones.match(scan.tokens, end) if scan.close(end) else None
    if zones is None:
        return end
    return territory(scan, zones[0])[0]


def _short_form(scan: Scan, end: int) -> int:
    """Pass the short form inside of a name: "Ủy ban nhân dân (UBND) thành phố …"."""
    if scan.key(end) != "(" or scan.key(end + 2) != ")" or not scan.close(end + 3):
        return end
    if not scan.word(end + 1).isupper():
        return end
    if (place := scan.found.places.get(end + 3)) is not None:
        return place[0]  # "Bảo hiểm xã hội (BHXH) Việt Nam"
    return end + 3 if is_territory(scan, end + 3) else end


def _head(scan: Scan, i: int, *, small: bool) -> tuple[int, Head] | None:
    if not (small or scan.capital(i)):
        return None
    found = scan.lex.heads.match(scan.tokens, i)
    if found is None or not (scan.together(i, found[0]) or scan.shouted(i)):
        return None
    if found[0] == i + 1 and is_namesake(scan, i):
        return None  # "Đoàn Thị Tâm"
    if found[0] == i + 1 and found[1].needs_name and _is_place(scan, i):
        return None  # "tỉnh Trường Hà"
    if scan.key(i - 1) in scan.lex.inside.get(scan.key(i), ()):
        return None  # "xây dựng Đảng", "bí mật Nhà nước"
    if not found[1].needs_name and found[0] == i + 1 and not scan.capital(i + 1):
        people = scan.found.nouns.get(i)
        if people is not None and people[0] > found[0]:
            return None  # "Đảng viên", "Đoàn viên"
    if scan.key(i - 1) == "của" and _roman(scan, i - 2):
        before = scan.tokens.keys[max(0, i - 5) : i - 2]
        if before[-1:] == ["hội"] or before[-2:] == ["lần", "thứ"]:
            return None  # "Đại hội XIV của Đảng", "Đại hội … lần thứ XIV của Đảng"
    if scan.key(i) == "trung" and scan.key(found[0]).isdigit() and found[0] == i + 2:
        return None  # "Nghị quyết Trung ương 4"
    if scan.key(i) in scan.lex.abbreviations:
        # "09/CĐ-UBND" names nobody
        if not scan.word(i).isupper() or (scan.glued(i) and scan.key(i - 1) in "-/"):
            return None
        if scan.glued(found[0]) and scan.key(found[0]) in "-/" and scan.glued(found[0] + 1):
            return None
    elif found[1].needs_name and scan.shouted(i) and _names_nobody(scan, i, found[0]):
        return None  # "BAN HÀNH QUY ĐỊNH"
    elif found[1].needs_name and scan.shouted(i) and not scan.starts_line(i):
        # "NHIỆM VỤ", "ĐÀO TẠO ĐẠI HỌC": in capitals a head is told by what is known to follow
        known = scan.lex.sectors.match(scan.tokens, found[0])
        return found if known or scan.lex.heads.match(scan.tokens, found[0]) else None
    return found


def _is_place(scan: Scan, i: int) -> bool:
    """Tell whether a word for a territory stands before the capital at token ``i``."""
    named = scan.close(i) and scan.key(i - 1) in scan.lex.territory_ends and scan.capital(i + 1)
    return named and not starts_sector(scan, i + 1)


def _complement(scan: Scan, i: int, end: int, depth: int) -> tuple[int, Mention | None, str | None]:
    """What a head that needs a name is called: end, the body it serves, the level of a place."""
    if not scan.close(end):
        return end, None, None
    if _before_a_person(scan, i, end):
        return end, None, None
    own_board = " ".join(scan.tokens.keys[i:end]) in scan.lex.boards
    if own_board and scan.found.levels.get(end):
        return end, None, None  # "Ban Chỉ đạo Trung ương về …"
    known = scan.capital(end) or small_sector(scan, i, end)
    sector = scan.lex.sectors.match(scan.tokens, end) if known else None
    place = scan.found.territories.get(end)
    if sector is not None and place is not None and place[0] > sector[0]:
        sector = None  # "Bệnh viện TP. Thủ Đức"
    if sector is None and end - i > 1 and scan.key(i + 1) == ".":
        return end, None, None  # "P. Nội vụ", but "P. Bến Nghé", "P. Chủ tịch"
    host = scan.lex.heads.match(scan.tokens, end)
    board = host is not None and " ".join(scan.tokens.keys[end : host[0]]) in scan.lex.boards
    if sector is None and host is not None and (board or not host[1].needs_name):
        inner = organization(scan, end, depth + 1)
        if inner is not None:
            return end, inner, None
    if sector is not None:
        letters = _more_letters(scan, sector[0])
        # "các Sở Xây dựng và Tài chính": two of them
        if letters > sector[0] or scan.key(i - 1) == "các" or not _goes_on(scan, letters):
            return letters, None, None
    named = title(scan, end)
    if sector is not None:
        named = max(named, sector[0])
    if named > end or own_board:
        return named, None, None
    named, own = territory(scan, end)
    return named, None, own


def _before_a_person(scan: Scan, i: int, end: int) -> bool:
    """Tell whether a person follows a head that nobody's name is given to: "Giám đốc Sở | …"."""
    unnamed = " ".join(scan.tokens.keys[i:end]) in scan.lex.never_namesakes
    return unnamed and person_follows(scan, end)


def _more_letters(scan: Scan, i: int) -> int:
    """Consume the rest of a sector in letters: "TC | -HC"."""
    while (
        scan.key(i) == "-"
        and scan.glued(i)
        and scan.glued(i + 1)
        and scan.word(i - 1).isupper()
        and scan.word(i + 1).isupper()
    ):
        i += 2
    return i


def _goes_on(scan: Scan, i: int) -> bool:
    """Tell whether the name goes on after a known sector: "Kinh tế và Quản lý …"."""
    if not scan.close(i):
        return False
    key = scan.key(i)
    if key in ("và", "-", "–", "&"):
        body = scan.lex.heads.match(scan.tokens, i + 1)
        if (body is not None and not body[1].needs_name) or body_of_a_place(scan, i + 1):
            return False  # "Bộ Xây dựng và Công an": another body
        return scan.capital(i + 1) and (scan.key(i + 1), scan.key(i + 2)) in scan.lex.pairs
    if not scan.capital(i) or scan.found.places.get(i) or ends_shouted(scan, i):
        return False
    other = is_territory(scan, i) or is_person(scan, i) or starts_document(scan, i)
    return not (other or scan.lex.heads.match(scan.tokens, i))


def _host(scan: Scan, end: int, branch: str | None, depth: int) -> Mention | None:
    """The body that a committee belongs to: "Đảng ủy Công ty …", "Ban Thường vụ Đảng ủy …"."""
    host = scan.lex.heads.match(scan.tokens, end)
    if host is None or (not host[1].needs_name and branch == "state"):
        return None
    if branch == "" and host[1].needs_name and not starts_sector(scan, host[0]):
        return None
    inner = organization(scan, end, depth + 1)
    word = (scan.key(end), scan.key(end + 1)) in scan.lex.pairs  # "Công đoàn Khoa học …"
    if inner is None and host[1].needs_name and branch in ("party", "union") and not word:
        return scan.mention(end, host[0], "ORG", host[1].level, host[1].branch)
    return inner


def _board(scan: Scan, i: int, end: int, depth: int) -> Mention | None:
    """Match a board that is named by whose it is, or by its task: "Ban Chỉ đạo về …".

    The task is taken along only where the text marks its end: by the place of the board, or by
    a parenthesis that gives its short form.
    """
    if " ".join(scan.tokens.keys[i:end]) not in scan.lex.boards:
        return None
    owner = organization(scan, end + 1, depth + 1) if scan.key(end) == "của" else None
    if owner is not None:
        end, level = owner.last, owner.level
    else:
        end, level = territory(scan, end)
        if scan.close(end) and scan.key(end).isdigit():  # "Ban Chỉ đạo 35"
            end += 1
    task = _topics(scan, end + 1 if scan.key(end) == "về" else end) if scan.close(end) else end
    if task > end + 1:  # "Ban Chỉ huy phòng thủ dân sự tỉnh"
        end, own = territory(scan, task)
        return scan.mention(i, end, "ORG", own or level, "state")
    if scan.key(end) not in ("về", "công") or not scan.close(end):
        after, own = territory(scan, end)
        return scan.mention(i, after, "ORG", own or level, "state")
    for at in range(end + 1, min(end + _LONGEST_TASK, scan.size)):
        if scan.key(at) in ".;:)" or scan.starts_line(at):
            break
        if scan.key(at) == "(":
            if scan.key(at + 1) in ("sau", "gọi", "viết"):
                return scan.mention(i, at, "ORG", level, "state")
            break
        place = scan.found.territories.get(at) if is_territory(scan, at) else None
        if place and (named := territory(scan, at)[0]) > place[0]:
            return scan.mention(i, named, "ORG", place[1], "state")
    return scan.mention(i, end, "ORG", level, "state")


def _past_topic(scan: Scan, i: int, end: int, at: int) -> int:
    """Pass what a board of somebody's is for: "Ban Chỉ đạo Nhà nước | về Du lịch"."""
    if scan.key(at) != "về" or " ".join(scan.tokens.keys[i:end]) not in scan.lex.boards:
        return at
    topic = _topics(scan, at + 1)
    return topic if topic > at + 1 else at


def _topics(scan: Scan, i: int) -> int:
    """Consume the fields of work that a board is for: "phòng, chống tội phạm và ma túy"."""
    at, step = i, i
    while scan.close(step) or step > i:
        found = [
            known[0]
            for trie in (scan.lex.topics, scan.lex.sectors)
            if (known := trie.match(scan.tokens, step)) is not None
        ]
        if not found or (step > i and scan.capital(step)):
            break
        if scan.cues.deliverables.match(scan.tokens, max(found)) is not None:
            break  # "Ban Chỉ huy | xây dựng phương án"
        at = max(found)
        following = scan.conjunction(at)
        if following is None or not scan.same_line(following):
            break
        step = following
    return at


def _stands_alone(scan: Scan, i: int, end: int) -> bool:
    """Tell whether a head without a name denotes a body: "Văn phòng theo dõi …"."""
    if " ".join(scan.tokens.keys[i:end]) not in scan.lex.alone_heads:
        return False
    if scan.shouted(i):
        return scan.starts_line(i) and not scan.same_line(end)
    if _before_a_person(scan, i, end):
        return True
    several = scan.conjunction(end)
    own = scan.found.nouns.get(i)
    if own is not None and own[0] > end:
        return False  # "Bộ quản lý ngành"
    if several is not None and own is not None:
        other = scan.found.nouns.get(several)
        if other is not None and other[1].series == own[1].series:
            return False  # "Tổng công ty, công ty": a list of nouns
    if not scan.close(end) or not scan.key(end)[0].isalpha():
        return scan.key(end) != "," or end - i > 1
    return ends_title(scan, end)


def _number(scan: Scan, i: int, end: int) -> int:
    """Consume a number that stands for a name: "Hạt Kiểm lâm | số 2", "Hải đội | 2"."""
    head = " ".join(scan.tokens.keys[i:end])
    if head in scan.lex.numbered and is_number(scan, end):
        return end + 2
    bare = head in scan.lex.by_number and scan.close(end) and scan.key(end).isdigit()
    return end + 1 if bare else end


def _serial(scan: Scan, i: int, end: int, head: Head) -> int:
    """Take "khóa XIII", "số 05", "12B", "khu vực II", a branch and the number of a project along."""
    if not scan.close(end):
        return end
    key, word = scan.key(end), scan.word(end)
    if scan.key(i) in scan.lex.counted_teams and word[:-1].isdigit() and word[-1].isupper():
        return end + 1  # "Đội Quản lý thị trường 12B"
    counted = scan.key(i) in scan.lex.counted_teams and is_number(scan, end)
    if (key == "khóa" or counted) and scan.close(end + 1):
        return end + 2 if _roman(scan, end + 1) or scan.word(end + 1).isdigit() else end
    if key == "chi" and scan.key(end + 1) == "nhánh":  # "Agribank chi nhánh tỉnh"
        at = territory(scan, end + 2)[0]
        return at if at > end + 2 else end
    if head.branch == "enterprise":
        if is_number(scan, end):
            return end + 2
        # "Tổng công ty Điện lực 2 phải", not "Công ty Điện lực 2 lần …"
        counts = scan.close(end + 1) and scan.key(end + 1).isalpha() and not scan.capital(end + 1)
        if (
            key.isdigit()
            and len(key) <= _LONGEST_NUMBER
            and not (counts and not ends_title(scan, end + 1))
        ):
            return end if scan.glued(end + 1) and scan.key(end + 1) in "-/" else end + 1
    if key == "đại" and scan.key(end + 1) == "hội" and _roman(scan, end + 2):
        # "Tiểu ban Nhân sự Đại hội XIV của Đảng"
        party = scan.key(end + 3) == "của" and scan.key(end + 4) == "đảng"
        return end + 5 if party else end + 3
    if key == "và" and _roman(scan, end - 1) and _roman(scan, end + 1):
        return end + 2  # "Khu Quản lý đường bộ III và IV"
    if key == "khu" and scan.key(end + 1) == "vực" and scan.close(end + 2):
        return end + 3 if scan.word(end + 2)[0].isdigit() or scan.capital(end + 2) else end
    if scan.key(end - 1) in scan.lex.before_number and (key[0].isdigit() or _roman(scan, end)):
        return end + 1
    return end


def _names_nobody(scan: Scan, i: int, end: int) -> bool:
    other = scan.found.not_actors.get(i)
    return other is not None and other[0] > end


def _roman(scan: Scan, i: int) -> bool:
    word = scan.word(i) if scan.close(i) else ""
    return word.isupper() and set(word) <= set("IVXLC")


def _place_below(scan: Scan, end: int) -> int:
    """Take the place from the next line of a letterhead: "ỦY BAN NHÂN DÂN / TỈNH …"."""
    if end >= scan.size or scan.same_line(end) or not scan.shouted(end - 1):
        return end
    place = scan.found.territories.get(end)
    if place is None or not scan.word(end).isupper() or not scan.shouted(end):
        return end
    return max(place[0], proper_name(scan, place[0]))


def _superior(scan: Scan, end: int, depth: int) -> int:
    """Take "thuộc X" into the name: with its superior it is one name."""
    belonging = scan.found.belonging.get(end) if scan.close(end) else None
    if belonging is None or not scan.close(belonging[0]):
        return end
    superior = organization(scan, belonging[0], depth + 1)
    return superior.last if superior else end
