"""Analyzer: from a file or a text to a Document; one at a time, or a stream in processes."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from vndirective.batch import each
from vndirective.core.errors import ArgumentError, InputError, VndirectiveError
from vndirective.core.languages import foreign_language
from vndirective.core.normalize import make_view, page_starts
from vndirective.core.orthography import fold, is_vietnamese
from vndirective.core.patterns import iso_date
from vndirective.core.records import (
    Analysis,
    AnalysisWarning,
    Codebook,
    Failure,
    RawDocument,
)
from vndirective.document import Document
from vndirective.extract.agencies import load_agencies
from vndirective.extract.extraction import extract
from vndirective.extract.working_days import load_swaps
from vndirective.reading import DEFAULT_LIMITS, Limits, collect, from_text, read
from vndirective.segment.structure import segment
from vndirective.seminar import Coverage

__all__ = ["Analyzer", "analyze", "classify", "gather", "stream", "themes_from", "track"]


T = TypeVar("T")


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
        `vndirective.extract.agencies.load_agencies`.
    swap_days : str or Path, optional
        A .json file of swapped working days in place of the shipped ``lexicons/swap_days.json``.
    limits : Limits, optional
        How much a file may cost: bytes, pages, seconds and more.

    Raises
    ------
    ArgumentError
        If ``issued_on`` is no date, or ``limits`` no Limits.
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
        if not isinstance(limits, Limits):
            raise ArgumentError("limits", limits, "Limits(...), with what shall differ")
        self.issued_on = None if issued_on is None else _day(issued_on)
        self.encoding = encoding
        self._agencies = load_agencies(agencies) if agencies is not None else ()
        self._swaps = load_swaps(swap_days) if swap_days is not None else None
        self.limits = limits

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
            If neither or both are given.
        InputError
            If the file cannot be read.
        """
        if path is not None and text is None:
            raw = read(path, encoding=self.encoding, limits=self.limits)
            return Document(self._analysis(raw))
        if text is not None and path is None:
            return Document(self._analysis(from_text(text)))
        raise ArgumentError("path, text", (path, text), "exactly one of both")

    def stream(
        self, paths: Iterable[str | Path], *, n_jobs: int = 1
    ) -> Iterator[Document | Failure]:
        """Analyze many files with bounded memory, in their order.

        Parameters
        ----------
        paths : iterable of str or Path
        n_jobs : int
            Processes.

        Returns
        -------
        iterator of Document or Failure
            One for each path; a bad file never stops the others.

        Raises
        ------
        ArgumentError
            If ``n_jobs`` is below 1.
        """
        return each(self._one, [str(p) for p in paths], n_jobs=n_jobs)

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
        if frame.issued_on is None:
            if self.issued_on is not None:
                frame = replace(frame, issued_on=self.issued_on)
                warnings.append(
                    AnalysisWarning(
                        "issued_on_given", "the issue date was given by the caller, not read"
                    )
                )
            else:
                warnings.append(
                    AnalysisWarning(
                        "no_issue_date",
                        "no issue date was found: dates without a year and relative times stay open; give issued_on",
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


def _day(given: object) -> str:
    """Return an issue date as ``YYYY-MM-DD``."""
    if isinstance(given, date):  # a datetime is one, too
        return f"{given.year:04}-{given.month:02}-{given.day:02}"
    form = "written YYYY-MM-DD, such as '2023-08-07'"
    match = (
        re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", given) if isinstance(given, str) else None
    )
    if match is None:
        raise ArgumentError("issued_on", given, f"a date {form}")
    day = iso_date(match[3], match[2], match[1])
    if day is None:
        raise ArgumentError("issued_on", given, f"a day that exists, as {given} does not, {form}")
    return day


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
        Codec of a .txt file; found out where not given.
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
    paths: Iterable[str | Path],
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


def gather(
    items: Iterable[str | Path | Document],
) -> tuple[list[Path | Document], list[Failure]]:
    """Find the files behind paths and folders; of several, a bad one does not stop the others.

    Documents among them keep their place.

    Raises
    ------
    InputError
        If there is nothing to read at all.
    """
    found: list[Path | Document] = []
    errors: list[InputError] = []
    for item in items:
        try:
            found += [item] if isinstance(item, Document) else collect([item])
        except InputError as error:
            errors.append(error)
    if errors and not found:
        raise errors[0]
    return list(dict.fromkeys(found)), [Failure(e.path, e.code, str(e)) for e in errors]


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


@lru_cache(maxsize=8)
def _classifier(codebook: Codebook) -> Any:
    from vndirective.classify.classifier import theme_pipeline

    return theme_pipeline(codebook)


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
        If the document has no task items.
    """
    from vndirective.classify.tasks import themes_from as from_analysis

    return from_analysis(directive.analysis)


def classify(
    papers: str | Path | Iterable[str | Path | Document],
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
    papers : str, Path or iterable of str, Path or Document
        A folder, files, or documents already analyzed.
    codebook : Codebook, str or Path
        From `load_themes` or `themes_from`; or the name of a shipped codebook, or a file.
    directive : Document, optional
        What the papers speak to. A file among them that holds the same is left out, with a
        warning ``directive_left_out``: it would speak to every theme.
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
        If the codebook or the directive is something else.
    InputError
        If a folder holds no readable document, or nothing besides the directive.
    """
    from vndirective.classify.codebook import DEFAULT_CODEBOOK, load_themes
    from vndirective.classify.coverage import cover

    if isinstance(codebook, (str, Path)):
        codebook = load_themes(codebook)
    if not isinstance(codebook, Codebook):
        raise ArgumentError(
            "codebook",
            type(codebook).__name__,
            f"a codebook: load_themes({DEFAULT_CODEBOOK!r}) or themes_from(doc)",
        )
    if directive is not None and not isinstance(directive, Document):
        raise ArgumentError("directive", directive, "a Document, such as analyze gives")
    source = None if directive is None else directive.analysis
    asked = _letters(source.text) if source else ""
    papers = [papers] if isinstance(papers, (str, Path)) else list(papers)
    analyzer = Analyzer(
        issued_on=issued_on,
        encoding=encoding,
        agencies=agencies,
        swap_days=swap_days,
        limits=limits,
    )
    worker = _Classifying(analyzer, codebook)
    found, failures = gather(papers)
    paths = [str(item) for item in found if isinstance(item, Path)]
    read = iter(track(each(worker, paths, n_jobs=n_jobs), total=len(paths), shown=progress))
    analyses: list[Analysis] = []
    left_out: list[AnalysisWarning] = []
    for item in found:
        result = worker.themes(item.analysis) if isinstance(item, Document) else next(read)
        if isinstance(result, Failure):
            failures.append(result)
        elif source is not None and (
            result.source.sha256 == source.source.sha256 or _letters(result.text) == asked
        ):
            left_out.append(_left_out(result))
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
    return Coverage(replace(data, warnings=(*data.warnings, *left_out)))


def _letters(text: str) -> str:
    """Return what is the same in two files that hold one document, be it in other formats."""
    return "".join(filter(str.isalnum, fold(text)))


def _left_out(analysis: Analysis) -> AnalysisWarning:
    name = analysis.source.path or analysis.id
    return AnalysisWarning("directive_left_out", f"{name}: left out, it is the directive itself")
