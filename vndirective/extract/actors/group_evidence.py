"""What says that a noun or a list of nouns denotes a group of actors, and not a place or a thing."""

from __future__ import annotations

from typing import NamedTuple

from vndirective.extract.actors.lexicon import Noun
from vndirective.extract.actors.names import acts, ends_title, orders_behind_colon
from vndirective.extract.actors.scan import Scan

__all__ = [
    "Phrase",
    "begins_a_clause",
    "is_subject",
    "list_meant",
    "meant",
    "names_follow",
    "office_follows",
    "told_by_kind",
]


class Phrase(NamedTuple):
    """One noun with its complements; ``narrowed`` where it has any."""

    noun: Noun
    end: int
    narrowed: bool


#: Series whose nouns a number makes a group of; a number of places is a place.
_COUNTED = ("officials", "people", "public", "households", "persons addressed", "bodies", "")

#: What counts places: "ở *một số* địa phương".
_COUNT_OF_PLACES = ("các", "những", "nhiều", "số", "một", "vài")
#: What stands before places that are only where something is: "ở cấp tỉnh, cấp xã".
_BEFORE_PLACES = ("ở", "tại", "từ", "tới", "đến", "cấp")

#: Behind these words a list of places stands refused, or is counted.
_QUANTITY = ("các", "những", "mỗi", "từng", "có")

#: What follows a noun rather than a verb.
_AFTER_NOUN = frozenset(("và", "hoặc", "có", "của", "trong", "phải", "được", "trên", "đã", "cần"))


def begins_a_clause(scan: Scan, phrase: Phrase) -> bool:
    """Tell whether a word of the list is rather a verb: "…, tổ chức thực hiện"."""
    if phrase.noun.form not in scan.lex.verbs_too or phrase.narrowed:
        return False
    following = scan.key(phrase.end)
    if not scan.same_line(phrase.end) or not following[:1].isalpha() or following in _AFTER_NOUN:
        return False
    return phrase.noun.form == "tổ chức" or not ends_title(scan, phrase.end)


def list_meant(scan: Scan, i: int, phrases: list[Phrase]) -> bool:
    """Tell whether a list of nouns denotes actors without a quantifier: "sở, ngành"."""
    if phrases and phrases[-1].noun.territory:
        before = scan.key(i - 1)
        if before in _BEFORE_PLACES or (phrases[0].noun.territory and before in _QUANTITY):
            return False  # "ở cấp tỉnh, cấp xã", "mỗi tỉnh, thành phố"
    return len(phrases) > 1 and any(
        p.noun.alone or p.noun.series in ("bodies", "territories") for p in phrases
    )


def office_follows(scan: Scan, i: int) -> bool:
    """Tell whether an office stands at token ``i``, behind a group."""
    lex = scan.lex
    return scan.close(i) and any(
        trie.match(scan.tokens, i) is not None for trie in (lex.offices, lex.ranks)
    )


def names_follow(scan: Scan, i: int) -> bool:
    """Tell whether the names of those meant stand at token ``i``: "các sở: *Nội vụ*, TTTT"."""
    if i >= scan.size:
        return False
    sector = scan.lex.sectors.match(scan.tokens, i)
    if sector is not None:
        return not orders_behind_colon(scan, i)
    return scan.word(i).isupper() and len(scan.word(i)) > 1 and not scan.shouted(i)


def meant(scan: Scan, i: int, phrase: Phrase) -> bool:
    """Tell whether one noun without a quantifier denotes an actor here."""
    if scan.capital(i) and scan.shouted(i) and not phrase.narrowed:
        return False
    if scan.capital(i) and i and scan.capital(i - 1) and scan.close(i):
        return False  # "Tháng Thanh niên"
    before = scan.key(i - 1)
    noun = phrase.noun
    if noun.form in scan.lex.only_owning:
        return before == "của"
    if noun.form in scan.lex.places_too and _where(scan, i):
        return False
    if noun.form == "cấp" and scan.key(i - 2) in scan.lex.not_after:
        return False  # "ở mỗi cấp"
    if _part_of(scan, i, noun):
        return False
    # "12 tổ chức", not "Trường Tiểu học số 2 tổ chức …"
    figure = before[:1].isdigit() and scan.key(i - 2) not in scan.lex.ordinal
    if before in scan.lex.counting or figure:
        measured = figure and noun.form in scan.lex.measures
        if measured and not phrase.narrowed and not scan.capital(i):
            return False  # "12 vụ"
        return noun.alone or noun.series in _COUNTED or told_by_kind(phrase, headed=False)
    lex = scan.lex
    if noun.form in lex.verbs_too or noun.form in lex.only_counted or _said_of(scan, i, noun):
        return False
    if noun.territory:
        return noun.form.startswith("cấp ") and before in scan.lex.receiving
    if before == "của" and told_by_kind(phrase, headed=True):
        return True  # "nhân lực của bệnh viện"
    return noun.alone or (phrase.narrowed and " " in noun.form)


def _where(scan: Scan, i: int) -> bool:
    """Tell whether *tại* or *ở* stands before a noun and what counts it: "tại một số địa phương"."""
    first = i - 1
    while scan.key(first) in _COUNT_OF_PLACES:
        first -= 1
    return first < i - 1 and scan.key(first) in ("tại", "ở")


def told_by_kind(phrase: Phrase, *, headed: bool) -> bool:
    """Tell whether a full term names an establishment: "trường tiểu học", "bệnh viện huyện".

    With an office in front of it a plain noun is enough: "giám đốc bệnh viện".
    """
    if phrase.noun.series != "establishments":
        return False
    return phrase.narrowed or phrase.noun.form.count(" ") >= (1 if headed else 2)


def is_subject(scan: Scan, i: int, end: int) -> bool:
    """Tell whether who is named at token ``i`` opens a clause and acts in it."""
    before = scan.key(i - 1)
    opens = scan.starts_line(i) or not before[0].isalnum() or before in scan.lex.receiving
    return opens and before != "(" and acts(scan, end)


def _part_of(scan: Scan, i: int, noun: Noun) -> bool:
    """Tell whether the noun is a part of something else: "ngân sách (của) địa phương"."""
    things = scan.lex.part_of.get(noun.form, ())
    before = scan.key(i - 1)
    return before in things or (before in ("của", "và") and scan.key(i - 2) in things)


def _said_of(scan: Scan, i: int, noun: Noun) -> bool:
    """Tell whether the noun is what something is or where: "là cơ quan thường trực"."""
    before = scan.key(i - 1)
    if before in ("tại", "ở") and noun.series in ("bodies", "trades"):
        return noun.form == "địa phương"  # bodies are no places: "nộp tại cơ quan thuế"
    singled_out = before == "là" and scan.key(i - 2) in ("biệt", "nhất")
    return before in scan.lex.not_after and not singled_out
