"""The records: frozen, slotted data, the shape of the JSON contract ``vndirective/1``.

Offsets are code points, half-open, into the text of the document as it was read. A record
carries its own ``text``, equal to ``document_text[start:end]``. Field order is JSON order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any

__all__ = [
    "Actor",
    "Analysis",
    "AnalysisWarning",
    "Bearer",
    "Block",
    "Citation",
    "Codebook",
    "CoverageData",
    "Failure",
    "Frame",
    "MapEntry",
    "Obligation",
    "Passage",
    "Quote",
    "RawDocument",
    "SavedReport",
    "SavedTasks",
    "Section",
    "Signer",
    "Source",
    "Span",
    "Theme",
    "ThemeScore",
    "Time",
    "Word",
    "to_plain",
]

#: One stretch of the text: start, end, page, paragraph (both counted from 1), and
#: ``"generated"`` where the reader made the characters (an automatic list number).
MapEntry = tuple[int, int, "int | None", "int | None", "str | None"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text.

    Attributes
    ----------
    text : str
        The characters, ``document_text[start:end]``.
    start, end : int
        Code points, half-open.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AnalysisWarning:
    """Something that a stage could not do, or met and did not trust."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text came from.

    Attributes
    ----------
    path : str or None
        The file as the caller named it.
    media_type : str
        For example ``text/plain``.
    sha256 : str
        Hex digest of the file's bytes (of the UTF-8 form for a text given in memory).
    encoding : str or None
        Codec of a text file.
    map : tuple of MapEntry
        Which page and paragraph each stretch came from, in order.
    apart : tuple of str
        Lines that the text leaves out: running heads and feet, page numbers; each once.
    """

    path: str | None
    media_type: str
    sha256: str
    encoding: str | None
    map: tuple[MapEntry, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """What a file says of a stretch of its text, beyond the characters.

    Attributes
    ----------
    kind : str
        ``heading`` (a paragraph in a heading style), ``table`` or ``footnote``.
    start, end : int
        Code points, half-open; whole lines.
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RawDocument:
    """What a reader delivers: the text, never changed afterwards, and where it came from."""

    text: str
    source: Source
    warnings: tuple[AnalysisWarning, ...] = ()
    layout: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be analyzed; the others go on."""

    path: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class SavedTasks:
    """What writing a task list did.

    Attributes
    ----------
    written : int
        Lines of the list, those that an update keeps included; to-dos of a calendar.
    new, changed, gone : int
        How many of them an update has marked so.
    backup : str or None
        Where the workbook is kept that was there before; None where there was none, or the same.
    warnings : tuple of AnalysisWarning
        ``cell_cut`` for a text that does not fit a cell, ``sheet_copied`` for an added sheet whose
        values alone are kept, ``list_understood`` for what is understood or kept only in part.
    left_out, deleted : int
        Duties that a calendar leaves out, as their text says nothing of when; that an update leaves
        out, as people deleted their rows.
    """

    written: int
    new: int = 0
    changed: int = 0
    gone: int = 0
    backup: str | None = None
    warnings: tuple[AnalysisWarning, ...] = ()
    left_out: int = 0
    deleted: int = 0


@dataclass(frozen=True, slots=True)
class SavedReport:
    """What writing the report of a seminar did.

    Attributes
    ----------
    files : tuple of Path
    warnings : tuple of AnalysisWarning
        ``cell_cut`` for a text that does not fit a cell of the workbook.
    """

    files: tuple[Path, ...]
    warnings: tuple[AnalysisWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed: the name with its span, the office, and on whose behalf.

    ``mandate`` is the line with TM. (on behalf of), KT. (for), TL. (by order of), TUQ. (by
    authorization of) or Q. (acting), as Nghị định 30/2020/NĐ-CP has them.
    """

    text: str
    start: int
    end: int
    title: str | None = None
    mandate: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What the head and the foot of a document say about it; absent parts are None.

    ``superior`` is the body above the issuer, as the head names it; ``fields`` holds the spans
    of the plain-string values, by the name of the field.
    """

    kind: str = "other"
    number: str | None = None
    title: str | None = None
    issuer: str | None = None
    superior: str | None = None
    issued_on: str | None = None
    place: str | None = None
    signers: tuple[Signer, ...] = ()
    recipients: tuple[Span, ...] = ()
    addressees: tuple[Span, ...] = ()
    author: str | None = None
    unit: str | None = None
    fields: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One unit of the structure: an outline unit or a part of the frame."""

    id: str
    kind: str
    label: str | None
    heading: str | None
    start: int
    end: int
    parent: str | None


@dataclass(frozen=True, slots=True)
class Word:
    """One word as an exact span; ``pos`` only where a tagger was asked for."""

    start: int
    end: int
    pos: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """One mention of an organization, person, office or collective group."""

    id: str
    text: str
    start: int
    end: int
    type: str
    canonical: str
    level: str | None = None
    branch: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """One time expression; ``docs/annotation.md`` defines every field."""

    id: str
    text: str
    start: int
    end: int
    type: str
    value: str | None
    relation: str | None = None
    is_deadline: bool = False
    mod: str | None = None
    freq: int | None = None
    workday: bool = False
    cal: str | None = None
    begin_event: str | None = None
    end_event: str | None = None
    due: str | None = None
    rrule: str | None = None
    provisional: bool = False
    derivation: str = ""


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who must act; ``inherited`` where the mention stands outside the clause."""

    text: str
    start: int
    end: int
    canonical: str
    inherited: bool
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Obligation:
    """One directive statement: who must (must not, may, should, pledges to) do what."""

    id: str
    start: int
    end: int
    action: Span
    modality: str
    cue: Span | None
    strength: int
    bearers: tuple[Bearer, ...]
    coordinated_with: tuple[Bearer, ...]
    monitored_by: tuple[Bearer, ...]
    report_to: tuple[Bearer, ...]
    deadlines: tuple[str, ...]
    condition: Span | None
    exception: Span | None
    purpose: Span | None
    deliverable: Span | None
    speaker: str | None
    section: str | None
    sentence: int
    inferred: tuple[str, ...]
    needs_review: bool
    rule: str
    review_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A document cited by number, by name, or both."""

    id: str
    text: str
    start: int
    end: int
    doc_type: str | None
    number: str | None
    issued_on: str | None
    issuer: str | None
    articles: tuple[str, ...] = ()
    refers_to: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted passage with its marks: direct, scare or title."""

    text: str
    start: int
    end: int
    type: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """That a passage speaks to a theme, and why.

    ``score`` and ``threshold`` lie in 0..1; ``terms`` are the words that decided.
    """

    id: str
    score: float
    threshold: float
    stance: str
    evidence: tuple[Span, ...]
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or outline item, the unit that themes are given to."""

    id: str
    start: int
    end: int
    section: str | None
    themes: tuple[ThemeScore, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that is known of one document."""

    id: str
    frame: Frame
    source: Source
    text: str
    sections: tuple[Section, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    citations: tuple[Citation, ...] = ()
    quotes: tuple[Quote, ...] = ()
    passages: tuple[Passage, ...] | None = None
    proposals: tuple[str, ...] = ()
    warnings: tuple[AnalysisWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme of a codebook.

    ``include`` and ``exclude`` are the codebook's "in" and "out" notes, the first for people only;
    ``hints`` are phrases too weak to decide alone, ``against`` phrases of other subjects, which
    take evidence away; ``sections`` are the ids of the directive's sections that the theme was
    made from, if it was.
    """

    id: str
    label: str
    label_en: str | None = None
    definition: str | None = None
    include: str | None = None
    exclude: str | None = None
    seeds: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Codebook:
    """A versioned list of themes, in the order of its columns."""

    id: str
    title: str
    version: str
    themes: tuple[Theme, ...]

    @property
    def of_directive(self) -> bool:
        """Whether the themes are the tasks of a directive, among which people may have put others."""
        return any(theme.sections for theme in self.themes)


@dataclass(frozen=True, slots=True)
class CoverageData:
    """Papers against themes, as ``vndirective-coverage/1`` has it.

    ``papers``, ``near_misses`` and ``duplicates`` are plain dictionaries in the shape of the
    contract; ``analyses`` are the classified papers in the order of ``papers``; ``warnings``
    say what was left out or not read, and doubts about the codebook.
    """

    codebook: Codebook
    papers: tuple[dict[str, Any], ...]
    gaps: tuple[str, ...]
    near_misses: tuple[dict[str, Any], ...]
    duplicates: tuple[dict[str, Any], ...]
    errors: tuple[Failure, ...]
    analyses: tuple[Analysis, ...] = ()
    warnings: tuple[AnalysisWarning, ...] = ()


#: What is written as it is; asked for first, because most of a record is.
_SCALARS = frozenset((str, int, float, bool, type(None)))
_SCALAR_NAMES = frozenset(("str", "int", "float", "bool", "None"))


@cache
def _writer(cls: type) -> Callable[[Any], dict[str, Any]] | None:
    """Return what writes a record of a class as a dictionary, None for another class.

    What only holds scalars, by its annotation, is copied without a look at the value.
    """
    if not is_dataclass(cls):
        return None
    names = tuple(f.name for f in fields(cls))
    nested = tuple(
        f.name for f in fields(cls) if not set(str(f.type).split(" | ")) <= _SCALAR_NAMES
    )
    values = attrgetter(*names)

    def write(record: Any) -> dict[str, Any]:
        written = dict(zip(names, values(record), strict=True))
        for name in nested:
            written[name] = to_plain(written[name])
        return written

    return write


def to_plain(value: Any) -> Any:
    """Turn records into dictionaries and lists that ``json`` can write.

    Parameters
    ----------
    value : record, tuple, list, dict or scalar

    Returns
    -------
    dict, list or scalar
    """
    cls: Any = type(value)
    if cls in _SCALARS:
        return value
    if cls is tuple or cls is list:
        return [item if type(item) in _SCALARS else to_plain(item) for item in value]
    if (writer := _writer(cls)) is not None:
        return writer(value)
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: to_plain(item) for key, item in value.items()}
    return value
