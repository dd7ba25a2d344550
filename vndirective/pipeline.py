"""Analyzer: from a file or a text to a Document; one at a time, or a stream in processes."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from vndirective.batch import each
from vndirective.core import arguments
from vndirective.core.errors import ArgumentError, InputError, VndirectiveError
from vndirective.core.languages import foreign_language
from vndirective.core.normalize import make_view, page_starts
from vndirective.core.orthography import is_vietnamese
from vndirective.core.records import (
    Analysis,
    AnalysisWarning,
    Codebook,
    Failure,
    RawDocument,
)
from vndirective.document import Document
from vndirective.extract.actors.agencies import load_agencies
from vndirective.extract.calendars.working_days import load_swaps
from vndirective.extract.extraction import extract
from vndirective.reading import DEFAULT_LIMITS, Limits, collect, from_text, other_kinds, read
from vndirective.reading.encodings import check_encoding
from vndirective.reading.limits import limits_of
from vndirective.segment.structure import segment
from vndirective.seminar import Coverage

__all__ = [
    "Analyzer",
    "Gathered",
    "analyze",
    "classify",
    "gather",
    "stream",
    "themes_from",
    "track",
]


T = TypeVar("T")

_FILE = "the path of one file, as a str or Path; stream takes several"
_FILES = "paths of files or folders, as str or Path"
_PAPERS = "files, folders or documents: str, Path, Document or a list of them"
_DOCUMENT = "a Document, such as analyze gives"


class Analyzer:
    """Analyzes documents with the same settings.

    Parameters
    ----------
    issued_on : str or datetime.date, optional
        Issue date of documents that do not say it, ``YYYY-MM-DD``. A date in the head wins.
    encoding : str, optional
        Codec of .txt and .html files; found out where not given.
    agencies : str or Path, optional
        A .csv file of bodies that are known beside those of the library; see
        `vndirective.extract.actors.agencies.load_agencies`.
    swap_days : str or Path, optional
        A .json file of swapped working days in place of the shipped ``lexicons/swap_days.json``.
    limits : Limits, optional
        How much a file may cost: bytes, pages, seconds and more.

    Raises
    ------
    ArgumentError
        If ``issued_on`` is no date, ``encoding`` no text encoding, ``limits`` no Limits, or a name
        no text.
    InputError
        If the list of agencies or the table of swapped days cannot be read.
    """

    def __init__(
        self,
        *,
        issued_on: str | date | None = None,
        encoding: str | None = None,
        agencies: str | Path | None = None,
        swap_days: str | Path | None = None,
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        day = None if issued_on is None else arguments.day("issued_on", issued_on)
        self.issued_on = None if day is None else day.isoformat()
        if encoding is not None:
            arguments.text("encoding", encoding, "the name of an encoding, such as 'utf-8'")
            check_encoding(encoding)
        self.encoding = encoding
        self._agencies = load_agencies(agencies) if agencies is not None else ()
        self._swaps = load_swaps(swap_days) if swap_days is not None else None
        self.limits = limits_of(limits)

    def analyze(self, path: str | Path | None = None, *, text: str | None = None) -> Document:
        """Analyze one file or one text.

        Parameters
        ----------
        path : str or Path, optional
            A .docx, .pdf, .txt, .html, or with LibreOffice a .doc, .rtf or .odt file.
        text : str, optional
            A text in memory; give exactly one of both.

        Returns
        -------
        Document

        Raises
        ------
        ArgumentError
            If neither or both are given, or not as a path and a text.
        InputError
            If the file cannot be read.
        """
        if path is not None and text is None:
            path = arguments.path("path", path, _FILE)
            raw = read(path, encoding=self.encoding, limits=self.limits)
            return Document(self._analysis(raw))
        if text is not None and path is None:
            return Document(self._analysis(from_text(text, limits=self.limits)))
        raise ArgumentError("path, text", (path, text), "exactly one of both")

    def stream(
        self, paths: str | Path | Iterable[str | Path], *, n_jobs: int = 1
    ) -> Iterator[Document | Failure]:
        """Analyze many files with bounded memory, in their order.

        Parameters
        ----------
        paths : str, Path or iterable of them
            Files; a folder stands for the documents in it, searched to the bottom.
        n_jobs : int
            Processes.

        Returns
        -------
        iterator of Document or Failure
            One for each file; a bad one never stops the others.

        Raises
        ------
        ArgumentError
            If ``paths`` are no paths, or ``n_jobs`` is below 1.

        Warns
        -----
        UserWarning
            Of files of other kinds in a folder, which are not read.
        """
        found: list[Path | Document | Failure] = []
        for path in arguments.several("paths", paths, (str, Path), _FILES):
            try:
                gathered = gather([path])
            except InputError as error:
                found.append(Failure(error.path, error.code, str(error)))
                continue
            found += gathered.found
            for warning in gathered.warnings:
                warnings.warn(warning.message, stacklevel=2)
        read = each(self._one, [str(p) for p in found if isinstance(p, Path)], n_jobs=n_jobs)
        return (item if isinstance(item, Failure) else next(read) for item in found)

    def _one(self, path: str) -> Document | Failure:
        try:
            return self.analyze(path)
        except VndirectiveError as error:
            return Failure(path, error.code, str(error))
        except Exception as error:  # a defect here must not cost the user the other files
            return Failure(path, "internal", _internal(path, error))

    def _analysis(self, raw: RawDocument) -> Analysis:
        structure = segment(make_view(raw.text, page_starts(raw.source)), raw.layout)
        frame, warnings = structure.frame, list(raw.warnings)
        anchor = frame.issued_on or self.issued_on
        if frame.issued_on is None and self.issued_on is not None:
            frame = replace(frame, issued_on=self.issued_on)
            warnings.append(
                AnalysisWarning(
                    "issued_on_given", "the issue date was given by the caller, not read"
                )
            )
        structure.frame = frame
        if not is_vietnamese(raw.text):
            warnings.append(
                AnalysisWarning(
                    "language",
                    "the text does not look like Vietnamese with its marks "
                    f"({foreign_language(raw.text)}); little will be found",
                )
            )
        found = extract(structure, anchor, self._agencies, self._swaps)
        return Analysis(
            id=_identity(raw),
            frame=frame,
            source=raw.source,
            text=raw.text,
            sections=structure.sections,
            sentences=structure.sentences,
            actors=found.actors,
            times=found.times,
            obligations=found.obligations,
            citations=found.citations,
            quotes=found.quotes,
            proposals=found.proposals,
            warnings=(*warnings, *found.warnings),
        )


def _internal(path: str, error: Exception) -> str:
    return f"{path}: internal error, {type(error).__name__}: {error}; report it with the file"


def _identity(raw: RawDocument) -> str:
    return raw.source.sha256[:16]


def analyze(
    path: str | Path | None = None,
    *,
    text: str | None = None,
    issued_on: str | date | None = None,
    encoding: str | None = None,
    agencies: str | Path | None = None,
    swap_days: str | Path | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Document:
    """Analyze one directive, speech, paper or news report.

    Parameters
    ----------
    path : str or Path, optional
        A .docx, .pdf, .txt, .html, or with LibreOffice a .doc, .rtf or .odt file.
    text : str, optional
        A text in memory; give exactly one of both.
    issued_on : str or datetime.date, optional
        Issue date where the text does not say it, ``YYYY-MM-DD``. A date in the head wins.
    encoding : str, optional
        Codec of a .txt or .html file; found out where not given.
    agencies : str or Path, optional
        A .csv file of your own bodies: columns name, short, level, branch.
    swap_days : str or Path, optional
        A .json file of swapped working days in place of the shipped ``lexicons/swap_days.json``.
    limits : Limits, optional
        How much the file may cost: bytes, pages, seconds and more.

    Returns
    -------
    Document

    Raises
    ------
    ArgumentError
        If an argument is not valid.
    InputError
        If the file cannot be read.

    Examples
    --------
    >>> doc = analyze(text="Yêu cầu các phòng rà soát hồ sơ trước ngày 15/12/2024.")
    >>> doc.obligations[0].bearers[0].text
    'các phòng'
    """
    analyzer = Analyzer(
        issued_on=issued_on,
        encoding=encoding,
        agencies=agencies,
        swap_days=swap_days,
        limits=limits,
    )
    return analyzer.analyze(path, text=text)


def stream(
    paths: str | Path | Iterable[str | Path],
    *,
    n_jobs: int = 1,
    issued_on: str | date | None = None,
    encoding: str | None = None,
    agencies: str | Path | None = None,
    swap_days: str | Path | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Document | Failure]:
    """Analyze many files with bounded memory; see `Analyzer.stream`."""
    analyzer = Analyzer(
        issued_on=issued_on,
        encoding=encoding,
        agencies=agencies,
        swap_days=swap_days,
        limits=limits,
    )
    return analyzer.stream(paths, n_jobs=n_jobs)


def track(items: Iterable[T], *, total: int, shown: bool) -> Iterable[T]:
    """Show a progress bar over items, on a terminal and if wanted."""
    if not shown or not sys.stderr.isatty():
        return items
    from tqdm import tqdm

    return tqdm(items, total=total, unit="file")


class Gathered(NamedTuple):
    """The files behind paths and folders, in order and each once, and the documents among them.

    ``warnings`` name the files of other kinds in the folders, which are not read.
    """

    found: list[Path | Document]
    failures: list[Failure]
    warnings: list[AnalysisWarning]


def gather(items: Iterable[str | Path | Document]) -> Gathered:
    """Find the files behind paths and folders; of several, a bad one does not stop the others.

    Documents among them keep their place.

    Raises
    ------
    InputError
        If there is nothing to read at all.
    """
    found: list[Path | Document] = []
    met: set[Path] = set()
    errors: list[InputError] = []
    others: list[AnalysisWarning] = []
    for item in items:
        if isinstance(item, Document):
            found.append(item)
            continue
        try:
            files = [path for path in collect([item]) if path not in met]
            found += files
            met.update(files)
            others += other_kinds(item)
        except InputError as error:
            errors.append(error)
    if errors and not found:
        raise errors[0]
    failures = [Failure(e.path, e.code, str(e)) for e in errors]
    return Gathered(found, failures, list(dict.fromkeys(others)))


class _Classifying:
    """Reads and classifies one paper; picklable, the classifier is made once a process."""

    def __init__(self, analyzer: Analyzer, codebook: Codebook) -> None:
        self._analyzer = analyzer
        self._codebook = codebook

    def __call__(self, path: str) -> Analysis | Failure:
        result = self._analyzer._one(path)
        if isinstance(result, Failure):
            return result
        try:
            return self.themes(result.analysis)
        except Exception as error:
            return Failure(path, "internal", _internal(path, error))

    def themes(self, analysis: Analysis) -> Analysis:
        from vndirective.classify.coverage import annotate

        return annotate(analysis, self._codebook, _classifier(self._codebook))


def _classifier(codebook: Codebook) -> Any:
    from vndirective.classify.classifier import ready_pipeline

    return ready_pipeline(codebook)


def themes_from(directive: Document) -> Codebook:
    """Make a codebook out of a directive's own task items.

    Parameters
    ----------
    directive : Document

    Returns
    -------
    Codebook
        One theme for each task item, with the sections it was made from. Headings that only
        group items, or say how the directive is carried out, are none.

    Raises
    ------
    ArgumentError
        If it is no document, or has no task items.
    """
    from vndirective.classify.tasks import themes_from as from_analysis

    return from_analysis(arguments.instance("directive", directive, Document, _DOCUMENT).analysis)


def classify(
    papers: str | Path | Document | Iterable[str | Path | Document],
    codebook: Codebook | str | Path,
    *,
    directive: Document | None = None,
    n_jobs: int = 1,
    issued_on: str | date | None = None,
    encoding: str | None = None,
    agencies: str | Path | None = None,
    swap_days: str | Path | None = None,
    limits: Limits = DEFAULT_LIMITS,
    progress: bool = False,
) -> Coverage:
    """Classify seminar papers against the themes of a codebook.

    Parameters
    ----------
    papers : str, Path, Document or iterable of them
        Folders, files, or documents already analyzed, such as ``analyze(text=…)`` gives of a text.
        Of a file and copies of it, the same bytes or the same text, the first is counted and the
        others are named by a warning ``copy_left_out``; files of other kinds in a folder by
        ``other_kinds``. A path that is named twice, also by its folder, is one paper.
    codebook : Codebook, str or Path
        From `load_themes` or `themes_from`; or the name of a shipped codebook, or a file.
    directive : Document, optional
        What the papers speak to, named in the report. A file among them that holds the same is left
        out, with a warning ``directive_left_out``: it would speak to every theme.
    n_jobs : int
        Processes that read and classify.
    issued_on : str or datetime.date, optional
        Date of papers that do not say it, ``YYYY-MM-DD``.
    encoding, agencies, swap_days, limits
        As `Analyzer` takes them.
    progress : bool
        Show a progress bar, on a terminal.

    Returns
    -------
    Coverage
        A paper that cannot be read stands in ``errors``; the others are classified.

    Raises
    ------
    ArgumentError
        If the papers, the codebook or the directive are something else.
    InputError
        If a folder holds no readable document, or nothing besides the directive.
    """
    from vndirective.classify.codebook import codebook_of
    from vndirective.classify.coverage import cover
    from vndirective.classify.duplicates import letters_of

    codebook = codebook_of(codebook)
    if directive is not None:
        arguments.instance("directive", directive, Document, _DOCUMENT)
    source = None if directive is None else directive.analysis
    asked = letters_of(source.text) if source else ""
    papers = arguments.several("papers", papers, (str, Path, Document), _PAPERS)
    analyzer = Analyzer(
        issued_on=issued_on,
        encoding=encoding,
        agencies=agencies,
        swap_days=swap_days,
        limits=limits,
    )
    worker = _Classifying(analyzer, codebook)
    found, failures, doubts = gather(papers)
    paths = [str(item) for item in found if isinstance(item, Path)]
    read = iter(track(each(worker, paths, n_jobs=n_jobs), total=len(paths), shown=progress))
    analyses: list[Analysis] = []
    left_out = 0
    for item in found:
        result = worker.themes(item.analysis) if isinstance(item, Document) else next(read)
        if isinstance(result, Failure):
            failures.append(result)
        elif source is not None and (
            result.source.sha256 == source.source.sha256 or letters_of(result.text) == asked
        ):
            left_out += 1
            name = result.source.path or result.id
            message = f"{name}: left out, it is the directive itself"
            doubts.append(AnalysisWarning("directive_left_out", message))
        else:
            analyses.append(result)
    if left_out and not analyses and not failures:
        raise InputError(
            ", ".join(map(str, papers)),
            "holds no paper besides the directive",
            "name the folder of the papers",
            "no_documents",
        )
    data = cover(analyses, codebook, failures, classifier=_classifier(codebook))
    return Coverage(replace(data, warnings=(*data.warnings, *doubts)), directive)
