"""Which collective roles somebody belongs to: a teacher is a public employee, and so on.

The circles are data, ``lexicons/circles.json``; they follow the laws that define the roles.
"""

from __future__ import annotations

import re
from functools import cache

from vndirective.core.orthography import fold
from vndirective.core.patterns import any_of, compiled
from vndirective.core.resources import lexicon
from vndirective.core.tokens import token_keys

__all__ = [
    "abbreviations",
    "is_one_of",
    "names_within",
    "plain",
    "sectors_written_out",
    "stands_in",
    "wider_circles",
]


def plain(text: str) -> str:
    """Return the folded syllables of a name, one space around each.

    Examples
    --------
    >>> plain("Các Sở, ngành")
    ' các sở ngành '
    """
    return f" {' '.join(k for k in token_keys(text) if k[0].isalnum())} "


@cache
def abbreviations() -> dict[str, str]:
    """Return the names of bodies by their short forms, folded: ``"ubnd"``."""
    return {fold(short): full for short, full in lexicon("organizations")["abbreviations"].items()}


def is_council(name: str) -> bool:
    """Tell a name, folded, that many places share, and that says of none which: "ủy ban nhân dân"."""
    return name in _councils()


@cache
def _councils() -> frozenset[str]:
    return frozenset(map(fold, lexicon("organizations")["councils"]))


@cache
def _sectors() -> dict[str, str]:
    return dict(lexicon("organizations")["sector_abbreviations"])


def sectors_written_out(name: str) -> str:
    """Write out the sectors in the name of a body, however their letters are joined.

    Examples
    --------
    >>> sectors_written_out("Sở GD&ĐT"), sectors_written_out("Sở VH,TT&DL")
    ('Sở Giáo dục và Đào tạo', 'Sở Văn hóa, Thể thao và Du lịch')
    """

    def full(match: re.Match[str]) -> str:
        return _sectors().get(re.sub(r"\W", "", match[0]), match[0])

    return compiled(r"\b[A-ZĐ]{2,}(?:\s?[&,-]\s?[A-ZĐ]{2,})*\b", 0).sub(full, name)


def _written_out(name: str) -> str:
    words = sectors_written_out(name).split()
    return plain(" ".join(abbreviations().get(fold(word), word) for word in words))


@cache
def _circles() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (plain(c["wider"]), tuple(plain(n) for n in c["narrower"]))
        for c in lexicon("circles")["circles"]
    )


def wider_circles(name: str) -> frozenset[str]:
    """Return the circles that somebody of this name belongs to, in the form of `plain`.

    Parameters
    ----------
    name : str
        A role or a body: ``"giáo viên"``, ``"Sở Nội vụ"``, ``"UBND xã Tân Phú"``.

    Examples
    --------
    >>> sorted(wider_circles("giáo viên"))
    [' cá nhân ', ' viên chức ']
    """
    found: set[str] = set()
    sought = [_written_out(name)]
    while sought:
        narrow = sought.pop()
        for wide, members in _circles():
            if wide not in found and any(narrow.startswith(member) for member in members):
                found.add(wide)
                sought.append(wide)
    return frozenset(found)


def stands_in(circles: frozenset[str], group: str) -> bool:
    """Tell whether a group is one of some circles, both in the form of `plain`.

    What only begins as a circle does is another one: *tổ chức chính trị - xã hội* are no
    *tổ chức* that a department belongs to.

    Examples
    --------
    >>> stands_in(frozenset([" tổ chức "]), plain("các tổ chức, cá nhân"))
    True
    >>> stands_in(frozenset([" tổ chức "]), plain("các tổ chức chính trị - xã hội"))
    False
    """
    own = _apart().sub(lambda met: met[0] if f" {met[0]} " in circles else "|", group)
    return any(circle in own for circle in circles)


@cache
def _apart() -> re.Pattern[str]:
    names = any_of(plain(name).strip() for name in lexicon("circles")["apart"])
    return re.compile(f"(?<= ){names}(?= )")


@cache
def _in_places() -> re.Pattern[str]:
    """Return what reads "Ủy ban nhân dân huyện, thị xã, TP", and whatever stands behind *các*."""
    short = lexicon("circles")["short_places"]
    place = any_of([*lexicon("circles")["places"], *short])
    listed = rf"{place}(?:(?:\s?,\s?|\svà\s){place})+"
    where = r"(?:\s(?:trong|trên|thuộc|của|ở)\s.*|\s(?:có\s)?liên\squan)?"
    return re.compile(rf"(?P<head>\w.*?)\s(?:các\s(?P<several>.+?)|(?P<places>{listed})){where}")


def is_one_of(name: str, group: str) -> bool:
    """Tell whether a group of those who are alike, in several places or bodies, holds this one.

    Examples
    --------
    >>> is_one_of("UBND thị xã An Lộc", "UBND các huyện, thị xã, thành phố")
    True
    >>> is_one_of("Giám đốc Sở Y tế", "Giám đốc các sở liên quan")
    True
    >>> is_one_of("Giám đốc Trung tâm Y tế", "Giám đốc các sở liên quan")
    False
    """
    listed = _in_places().fullmatch(fold(" ".join(group.split())))
    if listed is None:
        return False
    sought, short = _written_out(name), lexicon("circles")["short_places"]
    kinds = (k.strip() for k in re.split(r",| và ", listed["several"] or listed["places"]))
    ones = (f"{listed['head']} {short.get(kind, kind)}" for kind in kinds)
    return any(sought.startswith(_written_out(one)) for one in ones)


def names_within(name: str, text: str) -> bool:
    """Tell whether a name stands in a text, by whole syllables, in any case.

    Examples
    --------
    >>> names_within("viên chức", "Cán bộ, công chức, viên chức")
    True
    """
    return plain(name) in plain(text) or _written_out(name) in plain(text)
