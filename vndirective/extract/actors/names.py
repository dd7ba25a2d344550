"""What names of actors are made of: proper names, titles of bodies, territories, persons.

Each function reads from one token on and returns where the piece ends (the token it started at,
if there is none), so that the grammar above them is a matter of putting ends together.
"""

from __future__ import annotations

from vndirective.core.patterns import compiled
from vndirective.extract.actors.scan import Scan
from vndirective.segment.marks import SIGNS

__all__ = [
    "acts",
    "begins_order",
    "body_of_a_place",
    "ends_shouted",
    "ends_title",
    "full_name",
    "is_namesake",
    "is_number",
    "is_person",
    "is_territory",
    "joined_name",
    "orders_behind_colon",
    "person_follows",
    "person_name",
    "proper_name",
    "signs",
    "small_sector",
    "starts_document",
    "starts_mention",
    "starts_sector",
    "title",
]

#: How many tokens a name in capitals can have: more is a list of them.
_LONGEST_NAME = 30
#: Longest name after a head, in tokens.
_LONGEST_TITLE = 12
_LONGEST_PERSON = 5
_SHORTEST_PERSON = 2
_APOSTROPHES = ("'", "’")
_DASHES = ("-", "–")
#: How many letters the first part of what signs for another has: "TM.", "T/M", "TUQ.".
_LONGEST_SIGN = 3


def is_territory(scan: Scan, i: int) -> bool:
    """Tell whether a word for a territory starts here: "tỉnh", "thị trấn"."""
    place = scan.found.territories.get(i)
    if place is None:
        return False
    other = scan.found.not_actors.get(i)
    return other is None or other[0] <= place[0]  # "xã hội" is no "xã"


def starts_mention(scan: Scan, i: int) -> bool:
    """Tell whether a body that is named in full ("Bộ Tư pháp"), or an office, starts here."""
    head = scan.lex.heads.match(scan.tokens, i)
    if head is not None and head[0] == i + 1 and is_namesake(scan, i):
        return False
    if head is not None and (not head[1].needs_name or starts_sector(scan, head[0])):
        return True
    return i in scan.found.offices


def is_namesake(scan: Scan, i: int) -> bool:
    """Tell a person whose surname is like the head of a body: "Đoàn Thị Tâm"."""
    if not is_person(scan, i) or not (scan.close(i + 2) and scan.capital(i + 2)):
        return False
    lex, tokens, given = scan.lex, scan.tokens, i + 1
    body = lex.heads.match(tokens, given) or scan.found.places.get(given)
    acronym = len(scan.key(given)) > 1 and scan.word(given).isupper()
    return not (body or acronym or given in scan.found.territories or _is_pair(scan, i))


def person_follows(scan: Scan, i: int) -> bool:
    """Tell whether a person's full name stands here, and no word of two syllables."""
    return scan.close(i) and full_name(scan, i) and not _is_pair(scan, i)


def starts_sector(scan: Scan, i: int) -> bool:
    """Tell whether a known sector, written with a capital, follows at token ``i``."""
    return scan.capital(i) and scan.close(i) and scan.lex.sectors.match(scan.tokens, i) is not None


def small_sector(scan: Scan, head: int, i: int) -> bool:
    """Tell a sector written small from a verb: "sở | giao thông vận tải", "sở | xây dựng kế hoạch"."""
    if scan.key(head) not in scan.lex.small_sectors or scan.capital(i):
        return False
    sector = scan.lex.sectors.match(scan.tokens, i)
    verb = scan.cues.openers.match(scan.tokens, i)
    return sector is not None and (verb is None or verb[0] < sector[0])


def starts_document(scan: Scan, i: int) -> bool:
    """Tell whether the title of a document starts here, behind its issuer: "Quy định về …"."""
    if not scan.capital(i):
        return False
    opening = scan.found.document_openings.get(i)
    return opening is not None and not any(scan.capital(k) for k in range(i + 1, opening[0]))


def begins_order(scan: Scan, i: int) -> bool:
    """Tell whether an order begins here with a capital: "UBND các xã | Khẩn trương rà soát"."""
    if not scan.capital(i) or scan.capital(i + 1) or scan.starts_line(i):
        return False
    cues, tokens = scan.cues, scan.tokens
    order = cues.openers.match(tokens, i) or cues.adverbs.match(tokens, i)
    return order is not None and order[0] > i + 1


def orders_behind_colon(scan: Scan, i: int) -> bool:
    """Tell an order behind a colon from a list of names: "Các sở: | Xây dựng kế hoạch", not "Xây dựng, Y tế"."""
    sector = scan.lex.sectors.match(scan.tokens, i)
    if scan.key(i - 1) != ":" or sector is None or not scan.cues.openers.match(scan.tokens, i):
        return False
    following = scan.conjunction(sector[0])
    return scan.close(sector[0]) if following is None else not scan.capital(following)


def proper_name(scan: Scan, i: int) -> int:
    """Consume capitalized words, as places have them, with a number at the end."""
    at = i
    while scan.close(at) and at - i < _LONGEST_NAME:
        key = scan.key(at)
        if full_name(scan, at) or starts_document(scan, at):
            break
        half = at > i and scan.capital(at) and not scan.shouted(at)  # "Tân *Lập*"
        if key in scan.lex.never_in_names and not half and (at > i or scan.shouted(at)):
            break
        if (key == "&" or key in _DASHES) and at > i and scan.close(at + 1):
            if not scan.capital(at + 1) or starts_mention(scan, at + 1):
                break
            at += 1
        elif scan.capital(at) and key[0].isalpha():
            if (at > i and starts_mention(scan, at)) or begins_order(scan, at) or signs(scan, at):
                break
            at += 1
        elif at > i and key.isdigit() and len(key) < 3:
            return at + 1
        else:
            break
    return at


def signs(scan: Scan, i: int) -> bool:
    """Tell how somebody signs for another: "ỦY BAN NHÂN DÂN | KT. CHỦ TỊCH"."""
    if len(scan.word(i)) > _LONGEST_SIGN or not scan.word(i).isupper():
        return False
    tokens = scan.tokens
    mandate = compiled(SIGNS).match(tokens.text, tokens.starts[i])
    return mandate is not None and scan.shouted(tokens.first_at(mandate.end()))


def _is_proper(scan: Scan, i: int) -> bool:
    """Tell whether a proper name stands at token ``i``: "Tân Hợp", not "THCS Tân", nor the word "Vận Tải"."""
    known = (scan.key(i), scan.key(i + 1)) in scan.lex.pairs
    written = all(scan.capital(k) and not scan.word(k).isupper() for k in (i, i + 1))
    return written and not known


def title(scan: Scan, i: int) -> int:
    """Consume what a body is called after its head: "Kiểm soát bệnh tật", "Dự án 85".

    It starts with a capital and goes on in small letters until something that cannot stand
    inside a name: a verb or cue, a territory, a conjunction, a stop. Where that does not come
    in time, only words that are known to be names are taken, and never half a word. What a body
    is for goes with its name, even where a verb begins it: "Giám sát đầu tư cộng đồng".
    """
    if not scan.capital(i) or not scan.close(i):
        return i
    field = scan.lex.fields.match(scan.tokens, i)
    # "Ban Dân vận | động viên …"
    whole = field[0] if field is not None and scan.together(i, field[0]) else i
    at = sure = whole
    half = -1  # the second half of a word that may be a verb
    while at - i < _LONGEST_TITLE and at < scan.size and (at == i or scan.close(at)):
        key = scan.key(at)
        if scan.glued(at) and scan.glued(at + 1) and scan.capital(at + 1):
            letters = key == "," and scan.word(at - 1).isupper() and scan.word(at + 1).isupper()
            if key in ("&", ".", "-") or letters:
                at += 2  # "TG&DV", "KH,CN&MT"
                continue
        if key in ("và", "&", ",") or key in _DASHES:
            if not (scan.close(at + 1) and _goes_on_behind(scan, at)):
                break
            at += 1
        elif domain := scan.lex.domains.match(scan.tokens, at) if at > i else None:
            at = domain[0]
        elif is_territory(scan, at) or (key == "số" and scan.key(at + 2) in scan.lex.streets):
            break
        elif scan.capital(at):
            if at > i and (
                full_name(scan, at)
                or starts_mention(scan, at)
                or starts_document(scan, at)
                or ends_shouted(scan, at)
            ):
                break
            at += 2 if _is_pair(scan, at) else 1
            sure = at
        elif key.isdigit() and len(key) < 3:
            return _symbol(scan, at + 1)
        elif at > i and (_acts_at(scan, at) or (at == whole and _acts_behind(scan, at))):
            break
        elif at > i and (key, scan.key(at + 1)) in scan.lex.pairs and scan.close(at + 1):
            one = key not in scan.lex.never_in_names and ends_title(scan, at)
            at += 1 if one else 2
            half = at if one else half
        elif not key[0].isalpha() or ends_title(scan, at):
            if key in scan.lex.after_verbs and at - i > 2 and not scan.capital(at - 1):
                at -= 1  # "Thủy nông | xếp lại": only a verb stands before this word
            break
        elif at - 2 >= i and _is_proper(scan, at - 2):
            break  # "HTX Tân Hợp | bơm nước": what a body does is written "Kinh tế", not "Kinh Tế"
        else:
            at += 1
    if at == half:
        at += 1 if scan.key(at + 1) == ":" else -1  # "Phòng Quản lý đào tạo:", "… | đào tạo cán bộ"
    if at - i < _LONGEST_TITLE:
        return at
    return max(sure, i + 2) if scan.key(i + 1)[:1].isalpha() else sure


def _acts_at(scan: Scan, i: int) -> bool:
    """Tell a verb that names do not hold from one that they do: "Lao động | *tổng hợp*"."""
    pair = scan.key(i), scan.key(i + 1)
    if pair not in scan.lex.pairs:
        return False
    if pair in scan.lex.split_words:  # a verb of both words: "bảo đảm", not "hạ tầng"
        return _acts_behind(scan, i)
    if scan.cues.verbs_in_names.match(scan.tokens, i) is None:
        return _verb_at(scan, i)
    # "Trường THCS Hoa Mai | xây dựng kế hoạch", not "Ban QLDA đầu tư xây dựng"
    proper = all(scan.capital(k) and not scan.word(k).isupper() for k in (i - 2, i - 1))
    return proper and scan.cues.openers.match(scan.tokens, i) is not None


def _acts_behind(scan: Scan, i: int) -> bool:
    """Tell a verb of two words, as behind the whole name of a board: "Ban Nội chính | *nghiên cứu* …"."""
    verb = scan.cues.openers.match(scan.tokens, i)
    return verb is not None and verb[0] > i + 1


def _symbol(scan: Scan, i: int) -> int:
    """Consume the rest of the symbol of a document: "-NQ/TW" of "Nghị quyết số 57-NQ/TW"."""
    while scan.glued(i) and scan.key(i) in "-/" and scan.glued(i + 1):
        i += 2
    return i


def ends_title(scan: Scan, i: int) -> bool:
    """Tell whether what starts at token ``i`` cannot stand inside the name of a body."""
    lex, cues, tokens = scan.lex, scan.cues, scan.tokens
    return (
        scan.key(i) in lex.never_in_names
        or scan.key(i) in cues.past
        or (not scan.capital(i) and lex.behind_names.match(tokens, i) is not None)
        or is_territory(scan, i)
        or _verb_at(scan, i)
        or cues.modals.match(tokens, i) is not None
        or cues.performatives.match(tokens, i) is not None
    )


def ends_shouted(scan: Scan, i: int) -> bool:
    """Tell whether a name in capitals throughout ends before a modal: "SỞ Y TẾ | PHẢI"."""
    return (
        scan.cues.modals.match(scan.tokens, i) is not None
        and scan.shouted(i)
        and i not in scan.found.places  # "CẦN THƠ"
    )


def acts(scan: Scan, end: int) -> bool:
    """Tell whether who is named in front of token ``end`` does something: a verb follows."""
    if end >= scan.size or not scan.same_line(end):
        return False
    if scan.key(end) in scan.cues.before_cue:
        end += 1  # "Thành phố *cũng* đề nghị …"
    tokens, key = scan.tokens, scan.key(end)
    return (
        key in scan.cues.tenses
        or scan.cues.modals.match(tokens, end) is not None
        or scan.cues.openers.match(tokens, end) is not None
        or scan.cues.saying.match(tokens, end) is not None
        or scan.cues.performatives.match(tokens, end) is not None
    )


def _verb_at(scan: Scan, i: int) -> bool:
    """Tell whether a verb starts at token ``i`` that is not itself part of the name."""
    verb = scan.cues.openers.match(scan.tokens, i)
    if verb is None:
        return False
    if verb[0] == i + 1 and scan.capital(i - 1) and not _ends_place(scan, i):
        return False  # "Kiểm soát": the second half of a word
    named = scan.cues.verbs_in_names.match(scan.tokens, i)
    if named is None:
        return True
    # "Cục Hạ tầng xây dựng báo cáo": of two verbs the first belongs to the name
    after = named[0]
    return (
        scan.cues.openers.match(scan.tokens, after) is None
        and scan.cues.modals.match(scan.tokens, after) is None
    )


def _ends_place(scan: Scan, i: int) -> bool:
    """Tell whether a known place ends right before token ``i``: "Đài Truyền hình Vĩnh Long | tăng …"."""
    found = (scan.found.places.get(k) for k in (i - 2, i - 3))
    return any(place is not None and place[0] == i for place in found)


def _goes_on_behind(scan: Scan, i: int) -> bool:
    """Tell whether a name goes on behind the conjunction or dash at token ``i``."""
    if scan.tokens.keys[i : i + 3] == ["và", "dự", "án"]:
        return False  # "Bệnh viện Bạch Mai và Dự án …"
    if scan.key(i) == "và" and body_of_a_place(scan, i + 1):
        return False
    if _is_pair(scan, i + 1) or _acts_in_name(scan, i + 1):
        return True
    word = scan.key(i) in _DASHES and scan.capital(i + 1) and not scan.glued(i)
    if word and starts_mention(scan, i + 1):
        return False  # "Trưởng phòng Kinh tế - Tổ phó", "Vụ Pháp chế - Bộ Nội vụ"
    return word and not ends_title(scan, i + 1) and scan.key(i + 2)[:1].isalpha()


def body_of_a_place(scan: Scan, i: int) -> bool:
    """Tell another body behind *và*: "Trung tâm Công nghệ thông tin và *Bưu điện tỉnh*"."""
    head = scan.lex.heads.match(scan.tokens, i)
    return head is not None and head[0] in scan.found.territories


def _acts_in_name(scan: Scan, i: int) -> bool:
    """Tell a verb written like a name: "Hiệp hội Chế biến và *Xuất khẩu* thủy sản"."""
    verb = scan.cues.openers.match(scan.tokens, i) if scan.capital(i) else None
    return (
        verb is not None
        and scan.key(i - 1) == "và"
        and not (starts_mention(scan, i) or starts_document(scan, i))
    )


def _is_pair(scan: Scan, i: int) -> bool:
    """Tell whether a known word of two syllables, the first a capital, starts here."""
    return scan.capital(i) and (scan.key(i), scan.key(i + 1)) in scan.lex.pairs


def is_number(scan: Scan, i: int) -> bool:
    """Tell "số 2" from the number of a document, "số 12/BC", and of a house, "số 2 đường …"."""
    if scan.key(i) != "số" or not scan.key(i + 1).isdigit() or not scan.together(i - 1, i + 2):
        return False
    symbol = scan.glued(i + 2) and scan.key(i + 2) in "-/"
    return not symbol and scan.key(i + 2) not in scan.lex.streets


def is_person(scan: Scan, i: int) -> bool:
    """Tell whether a surname and another capitalized word stand here."""
    return (
        scan.capital(i)
        and scan.key(i) in scan.lex.surnames
        and scan.close(i + 1)
        and scan.capital(i + 1)
    )


def full_name(scan: Scan, i: int) -> bool:
    """Tell whether a person's name of three words or more starts here."""
    if not is_person(scan, i) or scan.found.places.get(i):
        return False
    return scan.close(i + 2) and scan.capital(i + 2) and not starts_mention(scan, i + 2)


def person_name(scan: Scan, i: int) -> int:
    """Consume a person's name: up to five capitalized words, in front of the next mention."""
    end, words = i, 0
    while words < _LONGEST_PERSON and scan.capital(end) and scan.key(end).isalpha():
        if end > i and not (scan.close(end) and not scan.glued(end)):
            break
        if words >= _SHORTEST_PERSON and (
            starts_mention(scan, end)
            or (scan.shouted(end) and scan.key(end) in scan.lex.never_in_names)
        ):
            break
        if words and _is_placed(scan, end) and not scan.shouted(i):
            break
        end, words = _joined(scan, end + 1), words + 1
    return end


def _is_placed(scan: Scan, i: int) -> bool:
    """Tell what somebody is, or where, right behind his name: "đ/c Tùng | Phòng Kinh tế", "| PCT"."""
    if len(scan.key(i)) > 1 and scan.word(i).isupper() and scan.key(i) in scan.lex.short_offices:
        return True
    head = scan.lex.heads.match(scan.tokens, i)
    return head is not None and starts_sector(scan, head[0])


def _joined(scan: Scan, i: int) -> int:
    """Consume what joins the parts of a foreign name: "Jun | -ho", "H | 'Hen", "Elise | van der"."""
    if scan.glued(i) and scan.glued(i + 1) and scan.key(i + 1).isalpha():
        if scan.key(i) == "-" and not scan.capital(i + 1):
            return i + 2
        if scan.key(i) in _APOSTROPHES and len(scan.key(i - 1)) == 1 and scan.capital(i + 1):
            return i + 2
    at = i
    while scan.key(at) in scan.lex.particles and scan.close(at):
        at += 1
    return at if at > i and scan.capital(at) and scan.close(at) else i


def joined_name(scan: Scan, i: int) -> bool:
    """Tell a foreign name by what joins its parts: "Park Jun-ho", "H'Hen"."""
    if not (scan.capital(i) and scan.close(i)):
        return False
    signs = ("-", *_APOSTROPHES)
    return any(scan.key(k) in signs for k in range(i + 1, person_name(scan, i)))
