"""Which document of an old list is which of those that are read again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from vndirective.core.orthography import fold
from vndirective.core.records import Analysis
from vndirective.export.frames import document_label, one_line
from vndirective.export.labels import DOCUMENT, day_in_words, printable

__all__ = ["UNKNOWN", "Origin", "label_of", "origin_in", "origins_of", "same_documents"]

#: What :data:`~vndirective.export.labels.DOCUMENT` makes, an issuer behind it or not.
_LABEL = re.compile(r"(.+?)(?: ngày (\d\d/\d\d/\d{4})(?: \(.*\))?)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
#: A number has a slash and no spaces ("15-CT/TU"), which titles and file names have not.
_NUMBER = re.compile(r"[^\s/]+/\S+")


class Origin(NamedTuple):
    """What tells documents apart, each nothing where it is not known.

    ``name`` is the number, else what :func:`~vndirective.export.frames.document_label` gives;
    ``issued`` the day of issue as lists show it; ``file`` the name of the file, of a document with
    a number and several files the first one.
    """

    name: str = ""
    issued: str = ""
    issuer: str = ""
    file: str = ""


UNKNOWN = Origin()


def label_of(analysis: Analysis) -> str:
    """Return how a list names a document."""
    name, issued = printable(document_label(analysis)), analysis.frame.issued_on
    if issued is None or not _DAY.fullmatch(issued):
        return name
    return DOCUMENT.format(name=name, day=day_in_words(date.fromisoformat(issued)))


def origins_of(analyses: Iterable[Analysis]) -> list[Origin]:
    """Return what tells the documents apart; what is read from two files is one."""
    files: dict[tuple[str, ...], Origin] = {}
    origins = map(_origin, analyses)
    return [
        files.setdefault(one[:3], one) if _NUMBER.fullmatch(one.name) else one for one in origins
    ]


def _origin(analysis: Analysis) -> Origin:
    issuer = one_line(printable(analysis.frame.issuer or ""))
    file = printable(PurePath(analysis.source.path or "").name)
    return origin_in(label_of(analysis), issuer, file)


def origin_in(label: object, issuer: object = None, file: object = None) -> Origin:
    """Return what the cells that name a document say of it.

    Examples
    --------
    >>> origin_in("25/KH-UBND ngày 07/10/2024")
    Origin(name='25/KH-UBND', issued='07/10/2024', issuer='', file='')
    """
    match = _LABEL.fullmatch(one_line(str(label or "")))
    name, issued = match.groups() if match else ("", None)
    return Origin(name, issued or "", str(issuer or ""), str(file or ""))


def same_documents(old: Iterable[Origin], new: Iterable[Origin]) -> dict[Origin, Origin]:
    """Map the documents of old lines to those of new ones.

    The same name is the same document unless the days of issue differ, or the issuers do. One
    without a number, such as a draft, is also found again by the name of its file; a number that
    has changed is another document. Where two would do, none does.
    """
    new = list(dict.fromkeys(new))
    claims: dict[Origin, list[Origin]] = defaultdict(list)
    for one in dict.fromkeys(old):
        found = _only(one, [other for other in new if _alike(one, other)])
        if found is None and one.file and not _NUMBER.fullmatch(one.name):
            found = _only(one, [other for other in new if other.file == one.file])
        if found is not None:
            claims[found].append(one)
    same = {}
    for found, ones in claims.items():
        sure = [one for one in ones if one.issued == found.issued]
        for one in ones if len({one.issued for one in ones}) == 1 else sure:
            same[one] = found
    return same


def _alike(one: Origin, other: Origin) -> bool:
    if one.name != other.name or (one.issued and other.issued and one.issued != other.issued):
        return False
    letters, others = ("".join(filter(str.isalnum, fold(origin.issuer))) for origin in (one, other))
    # The head of a letter is read in full or not: "VĂN PHÒNG" is that of the district, too.
    return letters in others or others in letters


def _only(one: Origin, candidates: Sequence[Origin]) -> Origin | None:
    dated = [other for other in candidates if other.issued == one.issued] or candidates
    filed = [other for other in dated if one.file and other.file == one.file] or dated
    return filed[0] if len(filed) == 1 else None
