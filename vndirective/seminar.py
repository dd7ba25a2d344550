"""Coverage: what users hold of the papers of a seminar. A thin facade over the records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vndirective.core import arguments
from vndirective.core.records import (
    Analysis,
    AnalysisWarning,
    Codebook,
    CoverageData,
    Failure,
    SavedReport,
    to_plain,
)
from vndirective.document import Document
from vndirective.reading import REPORT

if TYPE_CHECKING:
    import pandas as pd

    from vndirective.classify.concordance import Line

__all__ = ["Coverage"]


class Coverage:
    """Seminar papers against the themes of a codebook.

    Parameters
    ----------
    data : CoverageData
    directive : Document, optional
        What the papers speak to; the report names it.
    """

    def __init__(self, data: CoverageData, directive: Document | None = None) -> None:
        valid = "a CoverageData; classify(papers, codebook) makes coverages"
        self._data = arguments.instance("data", data, CoverageData, valid)
        if directive is not None:
            valid = "a Document, such as analyze gives, or None"
            arguments.instance("directive", directive, Document, valid)
        self._directive = directive

    @property
    def data(self) -> CoverageData:
        """The records as one frozen value."""
        return self._data

    @property
    def directive(self) -> Document | None:
        """What the papers speak to, if it was given."""
        return self._directive

    @property
    def codebook(self) -> Codebook:
        """The themes, in column order."""
        return self._data.codebook

    @property
    def papers(self) -> tuple[Document, ...]:
        """The classified papers."""
        return tuple(Document(a) for a in self._data.analyses)

    @property
    def gaps(self) -> tuple[str, ...]:
        """Ids of the themes that no paper speaks to, quoting apart: none contributes or criticizes."""
        return self._data.gaps

    @property
    def errors(self) -> tuple[Failure, ...]:
        """The papers that could not be read."""
        return self._data.errors

    @property
    def warnings(self) -> tuple[AnalysisWarning, ...]:
        """What was left out or not read, and doubts about the codebook."""
        return self._data.warnings

    def to_dict(self) -> dict[str, Any]:
        """Return the coverage in the JSON contract ``vndirective-coverage/1``."""
        d = self._data
        themes = [
            {
                "id": t.id, "label": t.label, "label_en": t.label_en, "definition": t.definition,
                "seeds": list(t.seeds), "sections": list(t.sections),
            }
            for t in d.codebook.themes
        ]  # fmt: skip
        return {
            "schema": "vndirective-coverage/1",
            "codebook": {"id": d.codebook.id, "title": d.codebook.title, "themes": themes},
            "papers": to_plain(d.papers),
            "gaps": list(d.gaps),
            "near_misses": to_plain(d.near_misses),
            "duplicates": to_plain(d.duplicates),
            "errors": to_plain(d.errors),
            "warnings": to_plain(d.warnings),
        }

    def to_frame(self, kind: str = "scores") -> pd.DataFrame:
        """Return the matrix as a DataFrame: a row a paper, a column a theme.

        Parameters
        ----------
        kind : {"scores", "stances"}
            Scores are numbers where a paper speaks to a theme, and NaN where it does not or only
            quotes it: the columns without a number are the `gaps`. Stances say which of
            ``contributing``, ``criticizing`` and ``quoting`` it is.

        Raises
        ------
        ArgumentError
            If ``kind`` is neither.
        """
        from vndirective.export.frames import coverage_frame

        return coverage_frame(self._data, kind)

    def explain(self, paper: str, theme: str) -> str:
        """Say why a paper has a theme, or how near it comes.

        Parameters
        ----------
        paper : str
            Id, path, or name of the file.
        theme : str
            Id of the theme.

        Returns
        -------
        str
            Stance, scores, the sentences that decided and the words in them.

        Raises
        ------
        ArgumentError
            If there is no such paper or theme.
        """
        from vndirective.classify.coverage import explain_theme

        return explain_theme(self._data, paper, theme)

    def kwic(
        self, word: str | None = None, *, theme: str | None = None, actor: str | None = None
    ) -> list[Line]:
        """Find a word, the evidence of a theme, or an actor, in context; see `vndirective.kwic`."""
        from vndirective.classify.concordance import kwic

        themes = [theme.id for theme in self.codebook.themes]
        return kwic(self._data.analyses, word=word, theme=theme, actor=actor, themes=themes)

    def to_html(self) -> str:
        """Return the report as a self-contained page."""
        from vndirective.export.html import coverage_html

        return coverage_html(self._data, self._asked)

    def save(self, folder: str | Path) -> SavedReport:
        """Write the report.

        Parameters
        ----------
        folder : str or Path
            Made if it is not there. Receives ``coverage.html``, ``coverage.xlsx``,
            ``coverage.json``, ``papers.jsonl`` and ``errors.jsonl``.

        Returns
        -------
        SavedReport
            The files written, and what of them did not fit the workbook.

        Raises
        ------
        ArgumentError
            If ``folder`` is no path.
        InputError
            If the folder cannot be made or a file not be written.
        """
        from vndirective.export.coverage_xlsx import write_coverage
        from vndirective.export.files import make_folder, write_whole

        target = make_folder(arguments.path("folder", folder, "a folder, as a str or Path"))
        html, sheet, whole, papers, errors = (target / name for name in REPORT)
        write_whole(html, self.to_html().encode("utf-8", "replace"))
        warnings = write_coverage(sheet, self._data)
        write_whole(whole, _json_bytes(self.to_dict(), indent=1))
        write_whole(papers, b"".join(_json_bytes(p.to_dict()) for p in self.papers))
        write_whole(errors, b"".join(_json_bytes(to_plain(e)) for e in self.errors))
        return SavedReport((html, sheet, whole, papers, errors), warnings)

    def __repr__(self) -> str:
        d = self._data
        return (
            f"Coverage({len(d.papers)} papers, {len(d.codebook.themes)} themes, "
            f"{len(d.gaps)} gaps, {len(d.errors)} errors)"
        )

    def _repr_html_(self) -> str:
        from vndirective.export.display import coverage_repr_html

        return coverage_repr_html(self._data, self._asked)

    @property
    def _asked(self) -> Analysis | None:
        return None if self._directive is None else self._directive.analysis


def _json_bytes(value: Any, indent: int | None = None) -> bytes:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text.encode("utf-8", "backslashreplace") + b"\n"
