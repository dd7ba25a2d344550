"""Document: what users hold of one text. A thin facade over the records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vndirective.core import arguments
from vndirective.core.errors import ArgumentError, NotClassifiedError
from vndirective.core.records import (
    Actor,
    Analysis,
    AnalysisWarning,
    Bearer,
    Citation,
    Frame,
    Obligation,
    Passage,
    Quote,
    SavedTasks,
    Section,
    Span,
    Time,
    Word,
    to_plain,
)
from vndirective.reading.limits import DEFAULT_LIMITS, Limits, limits_of

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Document", "save_tasks"]

_LISTED = ("sections", "sentences", "actors", "times", "obligations", "citations", "quotes")


class Document:
    """One analyzed document.

    Parameters
    ----------
    analysis : Analysis
        The records; every span counts code points of ``text``, half-open.
    """

    def __init__(self, analysis: Analysis) -> None:
        valid = "an Analysis; analyze(path) makes documents"
        self._analysis = arguments.instance("analysis", analysis, Analysis, valid)

    @property
    def analysis(self) -> Analysis:
        """The records as one frozen value."""
        return self._analysis

    @property
    def id(self) -> str:
        """Stable name: it follows from the bytes of the source."""
        return self._analysis.id

    @property
    def text(self) -> str:
        """The text as it was read, never changed."""
        return self._analysis.text

    @property
    def view(self) -> str:
        """The text as the rules read it: composed letters, rejoined lines, no markup residue."""
        from vndirective.core.normalize import make_view, page_starts

        return make_view(self.text, page_starts(self._analysis.source)).text

    @property
    def frame(self) -> Frame:
        """What head and foot say: kind, number, date, issuer, signers, recipients."""
        return self._analysis.frame

    @property
    def kind(self) -> str:
        """Kind of the document, such as ``directive`` or ``seminar_paper``."""
        return self.frame.kind

    @property
    def title(self) -> str | None:
        """Abstract (trích yếu), title or headline."""
        return self.frame.title

    @property
    def number(self) -> str | None:
        """Number and symbol, such as ``15-CT/TU``."""
        return self.frame.number

    @property
    def issued_on(self) -> str | None:
        """Issue date, ``YYYY-MM-DD``."""
        return self.frame.issued_on

    @property
    def sections(self) -> tuple[Section, ...]:
        """Frame parts and outline units, in order."""
        return self._analysis.sections

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, in order."""
        text = self.text
        return tuple(Span(text[a:b], a, b) for a, b in self._analysis.sentences)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words, by the default segmenter; computed when first asked for."""
        from vndirective.segment.words import words

        return tuple(words(self.text))

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Every mention of an actor; mentions of one actor share ``canonical``."""
        return self._analysis.actors

    @property
    def times(self) -> tuple[Time, ...]:
        """Every time expression."""
        return self._analysis.times

    @property
    def deadlines(self) -> tuple[Time, ...]:
        """The times that limit when somebody has to act."""
        return tuple(t for t in self._analysis.times if t.is_deadline)

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """The directive statements."""
        return self._analysis.obligations

    @property
    def proposals(self) -> tuple[Obligation, ...]:
        """Those obligations that are proposals of a seminar paper."""
        ids = set(self._analysis.proposals)
        return tuple(o for o in self._analysis.obligations if o.id in ids)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of a document."""
        return self._analysis.citations

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quoted passage."""
        return self._analysis.quotes

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages with their themes.

        Raises
        ------
        NotClassifiedError
            If the document has not been classified.
        """
        if self._analysis.passages is None:
            raise NotClassifiedError(
                "this document has no themes yet: give it to vndirective.classify(papers, codebook)"
            )
        return self._analysis.passages

    @property
    def warnings(self) -> tuple[AnalysisWarning, ...]:
        """What could not be done or was met and not trusted."""
        return self._analysis.warnings

    def to_dict(self, *, words: bool = False) -> dict[str, Any]:
        """Return the analysis in the JSON contract ``vndirective/1``.

        Parameters
        ----------
        words : bool
            Also segment the words.

        Returns
        -------
        dict
            Plain lists, dictionaries, strings and numbers.
        """
        a = self._analysis
        frame = to_plain(a.frame)
        fields = {name: {"start": s.start, "end": s.end} for name, s in a.frame.fields}
        del frame["fields"]
        result: dict[str, Any] = {"schema": "vndirective/1", "id": a.id, **frame}
        result["fields"] = fields
        result["source"] = to_plain(a.source)
        result["text"] = a.text
        for name in _LISTED:
            result[name] = to_plain(getattr(a, name))
        if words:
            result["words"] = [[w.start, w.end, w.pos] for w in self.words]
        if a.passages is not None:
            result["passages"] = to_plain(a.passages)
        result["proposals"] = list(a.proposals)
        result["warnings"] = to_plain(a.warnings)
        return result

    def to_json(self, *, words: bool = False, indent: int | None = None) -> str:
        """Return `to_dict` as JSON text; lone surrogates are escaped, so it is always valid UTF-8."""
        if indent is not None:
            arguments.number("indent", indent, 0, "a number of spaces, or None for one line")
        text = json.dumps(self.to_dict(words=words), ensure_ascii=False, indent=indent)
        return text.encode("utf-8", "backslashreplace").decode("utf-8")

    def to_frame(self, kind: str = "obligations") -> pd.DataFrame:
        """Return one kind of record as a pandas DataFrame.

        Parameters
        ----------
        kind : str
            ``sections``, ``sentences``, ``actors``, ``times``, ``deadlines``, ``obligations``,
            ``citations``, ``quotes``, ``passages`` or ``warnings``.

        Raises
        ------
        ArgumentError
            If there is no such kind.
        """
        from vndirective.export.frames import to_frame

        return to_frame(self._analysis, kind)

    def to_html(self) -> str:
        """Return the document as a self-contained page with its findings marked."""
        from vndirective.export.html import document_html

        return document_html(self._analysis)

    def save_tasks(
        self, path: str | Path, *, update: bool = False, limits: Limits = DEFAULT_LIMITS
    ) -> SavedTasks:
        """Write the duties as a task list; see `vndirective.save_tasks`, which takes several."""
        return save_tasks([self], path, update=update, limits=limits)

    def duties_of(self, name: str) -> tuple[Obligation, ...]:
        """Return the duties that an actor bears, alone or as one of a wider circle.

        Parameters
        ----------
        name : str
            A name or part of one, in any case: ``"Sở Nội vụ"``, ``"viên chức"``. Syllables are
            compared whole, with the mention and with its canonical name. What is asked of a
            circle is asked of those who belong to it: the duties of *giáo viên* are those of
            *viên chức* as well, those of *Sở Nội vụ* the ones of *các sở, ngành*. The circles
            stand in ``lexicons/circles.json``.

        Returns
        -------
        tuple of Obligation

        Raises
        ------
        ArgumentError
            If the name is no text, or holds no word.
        """
        from vndirective.extract.actors.circles import (
            is_one_of,
            names_within,
            plain,
            stands_in,
            wider_circles,
        )

        valid = "a name or part of one, such as 'Sở Nội vụ'"
        if not plain(arguments.text("name", name, valid)).strip():
            raise ArgumentError("name", name, valid)
        circles = wider_circles(name)
        types = {a.id: a.type for a in self.actors}

        def bears(bearer: Bearer) -> bool:
            if names_within(name, bearer.text) or names_within(name, bearer.canonical):
                return True
            if is_one_of(name, bearer.canonical):
                return True
            whole, kind = plain(bearer.canonical), types.get(bearer.actor or "")
            if kind == "ROLE":  # "người đứng đầu cơ quan": the head, not the body
                return any(whole.startswith(circle) for circle in circles)
            return kind == "GROUP" and stands_in(circles, whole)

        return tuple(o for o in self.obligations if any(map(bears, o.bearers)))

    def explain(self, duty: Obligation | str) -> str:
        """Say in words how a duty was found and what was inferred.

        Parameters
        ----------
        duty : Obligation or str
            A duty of this document, or its id.

        Raises
        ------
        ArgumentError
            If this document has no such duty.
        """
        identity = duty if isinstance(duty, str) else getattr(duty, "id", duty)
        found = next((o for o in self.obligations if o.id == identity), None)
        if found is None:
            raise ArgumentError("duty", identity, "a duty of this document (see doc.obligations)")
        return _explain(self, found)

    def __repr__(self) -> str:
        from vndirective.export.display import document_summary

        return document_summary(self._analysis)

    def _repr_html_(self) -> str:
        from vndirective.export.display import document_repr_html

        return document_repr_html(self._analysis)


def save_tasks(
    documents: Document | Iterable[Document],
    path: str | Path,
    *,
    update: bool = False,
    limits: Limits = DEFAULT_LIMITS,
) -> SavedTasks:
    """Write the duties of documents as one task list, .xlsx or .ics by the suffix.

    Parameters
    ----------
    documents : Document or iterable of Document
    path : str or Path
        An existing file is replaced; a workbook is kept beside, unless the new one is the same.
    update : bool
        Bring the workbook at ``path`` up to date instead: what people wrote, also over a lead or
        a deadline of the text, and columns and rows that they added, stay, and rows that they
        deleted stay deleted; what is new, changed or gone is marked. The workbook as it was is
        kept beside it. A calendar needs no update: the same duty has the same UID.
    limits : Limits
        What the workbook may cost to read.

    Returns
    -------
    SavedTasks

    Raises
    ------
    ArgumentError
        If the suffix is neither, a calendar is to be updated, or an argument is something else.
    InputError
        If the file cannot be written, or the workbook to update cannot be read or is no task
        list.
    """
    valid = "documents, such as analyze and stream give"
    several = arguments.several("documents", documents, (Document,), valid)
    analyses = [document.analysis for document in several]
    path = arguments.path("path", path, "a name that ends in .xlsx or .ics, as a str or Path")
    limits = limits_of(limits)
    suffix = Path(path).suffix.lower()
    if suffix == ".xlsx" and update:
        from vndirective.export.tasks.update import update_tasks

        return update_tasks(path, analyses, limits)
    if suffix == ".xlsx":
        from vndirective.export.tasks.sheet import write_tasks

        return write_tasks(path, analyses, limits)
    if suffix == ".ics" and not update:
        from vndirective.export.ics import write_ics

        return write_ics(path, analyses)
    valid = "a name that ends in .xlsx" + ("; a calendar is written anew" if update else " or .ics")
    raise ArgumentError("path", str(path), valid)


def _explain(doc: Document, duty: Obligation) -> str:
    from vndirective.export.places import place_in_words

    lines = [f"“{' '.join(duty.action.text.split())}”"]
    cue = f"the cue “{duty.cue.text}”" if duty.cue else "no cue of its own"
    lines.append(f"- {duty.modality}, strength {duty.strength} of 5: {cue}; rule {duty.rule}")
    lines += _named("who", duty.bearers)
    if not duty.bearers:
        lines.append("- who: the text does not say")
    lines += _named("with", duty.coordinated_with)
    lines += _named("report to", duty.report_to)
    lines += _named("monitored by", duty.monitored_by)
    by_id = {t.id: t for t in doc.times}
    for t in (by_id[i] for i in duty.deadlines):
        found = t.due or t.rrule or "no date"
        lines.append(f"- when: “{' '.join(t.text.split())}” → {found} ({t.derivation})")
    for name in ("condition", "exception", "purpose", "deliverable"):
        part = getattr(duty, name)
        if part:
            words = " ".join(part.text.split())
            lines.append(f"- {name}: “{words}” (characters {part.start}–{part.end})")
    actors = {a.id: a for a in doc.actors}
    if duty.speaker:
        lines.append(f"- asked by: {actors[duty.speaker].canonical}")
    section = f"{duty.section} ({place_in_words(duty.section)})" if duty.section else "none"
    lines.append(f"- where: section {section}, sentence {duty.sentence + 1}")
    if duty.inferred:
        lines.append(f"- inferred, not read: {', '.join(duty.inferred)}")
    if duty.needs_review:
        lines.append(f"- please check: {duty.review_reason}")
    return "\n".join(lines)


def _named(role: str, bearers: Iterable[Bearer]) -> Iterator[str]:
    for bearer in bearers:
        how = "inherited from" if bearer.inherited else "said in the clause at"
        yield f"- {role}: {bearer.canonical} ({how} characters {bearer.start}–{bearer.end})"
