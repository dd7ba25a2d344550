"""What a coverage found, row by row, with the text behind each finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from vndirective.core.errors import ArgumentError
from vndirective.core.records import Analysis, CoverageData, Passage, Theme
from vndirective.export.frames import one_line, readable
from vndirective.export.tasks.rows import TaskRow, task_rows

__all__ = [
    "Duplicate",
    "Evidence",
    "NearMiss",
    "duplicates",
    "evidence",
    "near_misses",
    "paper_names",
    "proposals",
    "proposals_by_theme",
    "speaks_to",
    "subjects",
    "told_apart",
]


class Evidence(NamedTuple):
    """One passage of one paper that speaks to one theme.

    Attributes
    ----------
    theme : Theme
    paper : int
        Place of the paper in ``data.papers``.
    passage : str
        Id of the passage.
    text : str
        The whole passage.
    spans : list of tuple of int
        The sentences that decided: start and end in ``text``, code points, half-open.
    score : float
        In 0..1.
    stance : str
    terms : tuple of str
        The words that decided.
    """

    theme: Theme
    paper: int
    passage: str
    text: str
    spans: list[tuple[int, int]]
    score: float
    stance: str
    terms: tuple[str, ...]

    @property
    def sentences(self) -> str:
        """The sentences that decided, one per line."""
        return "\n".join(readable(self.text[start:end]) for start, end in self.spans)


class NearMiss(NamedTuple):
    """A passage just under the threshold of a theme."""

    theme: Theme
    paper: int
    passage: str
    text: str
    score: float
    threshold: float


class Duplicate(NamedTuple):
    """Two stretches of two papers that say nearly the same; ``similarity`` in 0..1."""

    papers: tuple[int, int]
    texts: tuple[str, str]
    similarity: float


def speaks_to(paper: dict[str, Any], theme: Theme) -> bool:
    """Tell whether a paper says something of its own on a theme, beyond quoting its name."""
    found = paper["themes"].get(theme.id)
    return found is not None and found["stance"] != "quoting"


def paper_names(papers: Sequence[dict[str, Any]]) -> list[str]:
    """Name papers for people: the title, else the file or the id; see `told_apart`."""
    return [
        f"{_name(paper)} ({mark})" if mark else _name(paper)
        for paper, mark in zip(papers, told_apart(papers), strict=True)
    ]


def told_apart(papers: Sequence[dict[str, Any]]) -> list[str]:
    """Return what tells papers of one unit and title apart: the file, where need be its path.

    It is empty for every other paper.
    """
    heads = [(_name(paper), one_line(paper["unit"] or "")) for paper in papers]
    paths = [paper["path"] or paper["id"] for paper in papers]
    files = [PurePath(path).name for path in paths]
    alike, same = Counter(heads), Counter(zip(heads, files, strict=True))
    return [
        "" if alike[head] == 1 else file if same[head, file] == 1 else path
        for head, file, path in zip(heads, files, paths, strict=True)
    ]


def _name(paper: dict[str, Any]) -> str:
    path = paper["path"]
    return one_line(paper["title"] or (PurePath(path).name if path else paper["id"]))


def evidence(data: CoverageData) -> list[Evidence]:
    """List the evidence, theme by theme in codebook order, within a theme paper by paper.

    Parameters
    ----------
    data : CoverageData

    Returns
    -------
    list of Evidence

    Raises
    ------
    ArgumentError
        If the classified papers are not in ``data.analyses``.
    """
    passages = _passages(data)
    return [
        _evidence(data, theme, place, passages[place][key], spans)
        for theme in data.codebook.themes
        for place, paper in enumerate(data.papers)
        for key, spans in _by_passage(paper["themes"].get(theme.id, {"evidence": ()})).items()
    ]


def _by_passage(finding: dict[str, Any]) -> dict[str, list[tuple[int, int]]]:
    grouped: dict[str, list[tuple[int, int]]] = {}
    for item in finding["evidence"]:
        grouped.setdefault(item["passage"], []).append((item["start"], item["end"]))
    return grouped


def _evidence(
    data: CoverageData, theme: Theme, place: int, passage: Passage, spans: list[tuple[int, int]]
) -> Evidence:
    found = next(score for score in passage.themes if score.id == theme.id)
    return Evidence(
        theme,
        place,
        passage.id,
        data.analyses[place].text[passage.start : passage.end],
        [(start - passage.start, end - passage.start) for start, end in sorted(spans)],
        found.score,
        found.stance,
        found.terms,
    )


def near_misses(data: CoverageData) -> list[NearMiss]:
    """List the passages just under a threshold, in the order of ``data.near_misses``."""
    themes = {theme.id: theme for theme in data.codebook.themes}
    places, passages = _places(data), _passages(data)
    found = []
    for miss in data.near_misses:
        place = places[miss["paper"]]
        passage = passages[place][miss["passage"]]
        found.append(
            NearMiss(
                themes[miss["theme"]],
                place,
                passage.id,
                data.analyses[place].text[passage.start : passage.end],
                miss["score"],
                miss["threshold"],
            )
        )
    return found


def duplicates(data: CoverageData) -> list[Duplicate]:
    """List the near-duplicate stretches, in the order of ``data.duplicates``."""
    places, analyses = _places(data), _analyses(data)
    found = []
    for pair in data.duplicates:
        sides = [(places[paper], start, end) for paper, start, end in (pair["a"], pair["b"])]
        texts = [analyses[place].text[start:end] for place, start, end in sides]
        found.append(
            Duplicate((sides[0][0], sides[1][0]), (texts[0], texts[1]), pair["similarity"])
        )
    return found


def proposals(data: CoverageData) -> list[tuple[int, TaskRow]]:
    """List what the papers propose: the place of the paper and the proposal."""
    return [
        (place, row)
        for place, analysis in enumerate(_analyses(data))
        for row in _proposed(analysis)
    ]


def _proposed(analysis: Analysis) -> list[TaskRow]:
    wanted = set(analysis.proposals)
    return [row for row in task_rows(analysis) if row["id"] in wanted] if wanted else []


def subjects(data: CoverageData, place: int) -> dict[str, str]:
    """Return the themes of each proposal of a paper: labels by id of the proposal.

    They are those of the passage that it stands in; a proposal outside of every passage, or in
    one without a theme, has none.
    """
    labels = {theme.id: theme.label for theme in data.codebook.themes}
    return {
        proposal: "; ".join(labels[identifier] for identifier in themes)
        for proposal, themes in _themes_of_proposals(_analyses(data)[place]).items()
    }


def proposals_by_theme(data: CoverageData) -> list[tuple[Theme | None, list[tuple[int, TaskRow]]]]:
    """Group what the papers propose by theme, in the order of the codebook.

    A proposal stands under each of its themes; those without one come last, under None. Themes
    without a proposal are left out.
    """
    groups: dict[str, list[tuple[int, TaskRow]]] = {theme.id: [] for theme in data.codebook.themes}
    silent: list[tuple[int, TaskRow]] = []
    themes_of = [_themes_of_proposals(analysis) for analysis in _analyses(data)]
    for place, row in proposals(data):
        for group in [groups[t] for t in themes_of[place][str(row["id"])]] or [silent]:
            group.append((place, row))
    found: list[tuple[Theme | None, list[tuple[int, TaskRow]]]] = [
        (theme, groups[theme.id]) for theme in data.codebook.themes if groups[theme.id]
    ]
    return [*found, (None, silent)] if silent else found


def _themes_of_proposals(analysis: Analysis) -> dict[str, list[str]]:
    starts = {duty.id: duty.action.start for duty in analysis.obligations}
    return {
        proposal: [
            theme.id
            for passage in analysis.passages or ()
            if passage.start <= starts[proposal] < passage.end
            for theme in passage.themes
            if theme.stance != "quoting"
        ]
        for proposal in analysis.proposals
    }


def _analyses(data: CoverageData) -> tuple[Analysis, ...]:
    if len(data.analyses) != len(data.papers):
        raise ArgumentError(
            "data.analyses",
            f"{len(data.analyses)} papers",
            f"the {len(data.papers)} classified papers, in the order of data.papers",
        )
    return data.analyses


def _passages(data: CoverageData) -> list[dict[str, Passage]]:
    return [{p.id: p for p in analysis.passages or ()} for analysis in _analyses(data)]


def _places(data: CoverageData) -> dict[str, int]:
    return {paper["id"]: place for place, paper in enumerate(data.papers)}
