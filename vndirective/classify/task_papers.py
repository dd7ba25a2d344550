"""Papers against the tasks of a directive.

A passage speaks of the task that it is most like, or of none; a paper contributes to a task if its
passages together say enough of it. Many papers teach the words in which each task is spoken of, see
:mod:`vndirective.classify.mixture`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from vndirective.classify.evidence import Hit, explain, heaviest
from vndirective.classify.given import NEAR, Given, Nearest
from vndirective.classify.grams import background, grams, syllables
from vndirective.classify.matters import named_in, on_other_matters
from vndirective.classify.mixture import in_context, mixture, shares
from vndirective.classify.passages import passages_of
from vndirective.classify.prior import UNLIKE
from vndirective.classify.quoting import without_courtesies
from vndirective.classify.slogans import said_in
from vndirective.core.records import Analysis, Codebook, Passage, ThemeScore

if TYPE_CHECKING:
    from sklearn.pipeline import Pipeline

__all__ = ["TaskPapers", "speak_of_tasks"]

Matrix = NDArray[np.float64]
Explain = Callable[[str, int], Sequence[Hit]]
#: From so many papers and passages on they teach words to each other.
_PAPERS, _PASSAGES = 5, 60
#: A word in this share of the genre's passages tells nothing, nor does one that stands in one passage.
_COMMON = 0.03
#: How sure of a task the passages of a paper have to be together; a note of a few has to say it once.
_ENOUGH, _NOTE = 0.8, 4
#: From this share on a passage has a task more likely than all else.
_LIKELY = 0.5
#: A paper speaks of something else if it comes less near the directive than this share of the median, or less near
#: than the median and, of the words that it comes back to, so much more than the median's share stand in no other
#: paper. The paper that is nearest to a task by such log-odds may have words of its own: nobody else speaks of it.
_FAR, _ALONE, _NEAREST = 0.5, 0.14, 1.0
#: What such a paper teaches counts so little, or it would be learned for the task that it is least unlike.
_TAUGHT = 0.1
#: Nobody speaks of a task unless one paper says such a share of what the median paper says of a task that it speaks
#: of: what is only mentioned learns a few passages on something near it. No more is usual than so many syllables.
_SPOKEN_OF, _USUAL = 0.6, 200
#: Of so many syllables they have to be together, or of such a share of a short paper: what is said in a sentence
#: is said in passing.
_AT_LENGTH, _PART = 50, 0.15
#: Log-odds are taken of no less.
_LEAST = 1e-6
#: So many tasks of a directive, at least, quotes a paper that does nothing else.
_RECITED = 3
#: A paper of so many sentences, such a share of them without a figure and such a share slogans, says nothing
#: that could be checked.
_FEWEST, _EMPTY, _SLOGANS = 5, 0.8, 0.25


class TaskPapers(NamedTuple):
    """Attributes
    ----------
    analyses : tuple of Analysis
        With the tasks of their passages.
    nearest : tuple of Nearest
        Of each of them; the score is that of the passage, or, where that is sure, what the passages lack
        together: how sure they are, how long, or what any paper says of the task, as a share of what is usual.
    """

    analyses: tuple[Analysis, ...]
    nearest: tuple[Nearest, ...]


def speak_of_tasks(
    analyses: Sequence[Analysis], codebook: Codebook, classifier: Pipeline
) -> TaskPapers:
    """Give the passages of papers the tasks that they speak of.

    Parameters
    ----------
    analyses : sequence of Analysis
        Passages that are cut already are kept.
    codebook : Codebook
        Made from a directive.
    classifier : Pipeline
        Made by :func:`vndirective.classify.classifier.theme_pipeline` from the same codebook.

    Returns
    -------
    TaskPapers
    """
    papers = [_Paper(analysis, codebook, classifier) for analysis in analyses]
    own = [text for paper in papers for text in paper.own]
    k = len(codebook.themes)
    alike = np.zeros((0, k))
    if own:
        weights = classifier["tfidf"].transform(own, quoted=True)
        alike = classifier["themes"].predict_proba(weights)
    none = 1 - alike.sum(axis=1, keepdims=True)
    odds = np.log(np.maximum(alike, _LEAST)) - np.log(np.maximum(none, _LEAST))
    of = _papers_of(papers)
    likeness = odds - UNLIKE
    odds = in_context(likeness, of) + UNLIKE
    many = len(papers) >= _PAPERS and len(own) >= _PASSAGES
    if many:
        words, counts = _counted(own)
        heard = np.array([not paper.empty for paper in papers])
        counts = (sparse.diags(heard[of].astype(float)) @ counts).tocsr()
        heard &= np.bincount(of, minlength=len(papers)) > 0
        known = named_in(f"{theme.label}\n\n{theme.definition or ''}" for theme in codebook.themes)
        others = np.array([bool(known) and on_other_matters(p.own, known) for p in papers])
        elsewhere = _on_something_else(counts, likeness, heard, of, others)
        teaching = np.where(elsewhere, _TAUGHT, 1.0)
        fitted = mixture(counts, odds, of, teaching[of])
        scores = fitted.shares
        place = {word: j for j, word in enumerate(words)}

        def proof(text: str, column: int) -> Sequence[Hit]:
            here = {g: place[g] for g in grams(syllables(text)) if g in place}
            return heaviest(text, {g: fitted.told[column, j] for g, j in here.items()})
    else:
        scores = shares(odds)

        def proof(text: str, column: int) -> Sequence[Hit]:
            return explain(classifier, text, column)

    found, asked = _demands(scores, alike, own, papers, many=many)
    kept = np.all(found >= asked[:, None], axis=-1)
    ends = accumulate((len(paper.own) for paper in papers), initial=0)
    parts = tuple(scores[a:b] for a, b in pairwise(ends))
    done = (
        paper.with_tasks(part, row, proof)
        for paper, part, row in zip(papers, parts, kept, strict=True)
    )
    nearest = (
        _nearest_of(part, paper.thresholds, found[n], asked[n])
        for n, (paper, part) in enumerate(zip(papers, parts, strict=True))
    )
    return TaskPapers(tuple(done), tuple(nearest))


def _nearest_of(
    scores: Matrix, thresholds: Sequence[float], found: Matrix, asked: Matrix
) -> Nearest:
    """Return what each task lacks in a paper: its best passage, or what was asked of all together."""
    result: Nearest = {}
    for column, threshold in enumerate(thresholds) if len(scores) else ():
        best = int(scores[:, column].argmax())
        together = zip(found[column].tolist(), asked.tolist(), strict=True)
        demands = [(float(scores[best, column]), threshold), *together]
        if demands[0][0] >= NEAR * threshold:
            score, least = next((d for d in demands if d[0] < d[1]), demands[0])
            result[column] = best, score, least
    return result


def _closeness(likeness: Matrix, of: NDArray[np.intp], papers: int) -> Matrix:
    """Return how like a task the two passages of each paper are that are most like one."""
    best = likeness.max(axis=1, initial=0.0)
    order = np.lexsort((-best, of))
    first = np.searchsorted(of[order], np.arange(papers))
    sizes = np.bincount(of, minlength=papers)
    result = np.zeros(papers)
    for n in range(2):
        held = sizes > n
        result[held] += best[order][first[held] + n]
    return result / np.clip(sizes, 1, 2)


def _demands(
    scores: Matrix, alike: Matrix, own: Sequence[str], papers: Sequence[_Paper], *, many: bool
) -> tuple[Matrix, Matrix]:
    """Return what the passages of each paper amount to together for each task, and what is asked of it.

    Returns
    -------
    found : ndarray of shape (n_papers, n_tasks, n_demands)
    asked : ndarray of shape (n_papers, n_demands)
    """
    of = _papers_of(papers)
    sizes = np.array([len(syllables(text)) for text in own], dtype=float)[:, None]

    def together(amount: Matrix) -> Matrix:
        result = np.zeros((len(papers), scores.shape[1]))
        np.add.at(result, of, np.where(scores >= _LIKELY, amount, 0.0))
        return result

    notes = np.array([len(paper.own) < _NOTE for paper in papers])
    lengths = np.bincount(of, weights=sizes[:, 0], minlength=len(papers))[:, None]
    at_length = np.clip(_PART * lengths, 1, _AT_LENGTH)
    found = [together(scores), together(sizes) / at_length]
    asked = [np.where(notes, _LIKELY, _ENOUGH), np.where(notes, 0.0, 1.0)]
    if many:
        met = np.all(
            [amount >= least[:, None] for amount, least in zip(found, asked, strict=True)], axis=0
        )
        met &= np.array([[not paper.empty] for paper in papers])
        # likeness says less than length: no passage is more like a task than a sentence that names it
        spoken = _spoken_of(together(np.sqrt(alike) * sizes) * met)
        found.append(np.tile(spoken, (len(papers), 1)))
        asked.append(np.full(len(papers), _SPOKEN_OF))
    return np.stack(found, axis=-1), np.stack(asked, axis=-1)


def _papers_of(papers: Sequence[_Paper]) -> NDArray[np.intp]:
    """Return the number of the paper of each passage."""
    return np.repeat(np.arange(len(papers)), [len(paper.own) for paper in papers])


def _on_something_else(
    counts: sparse.csr_matrix,
    likeness: Matrix,
    heard: NDArray[np.bool_],
    of: NDArray[np.intp],
    others: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """Tell which papers speak of something else.

    They are far from the directive or, less near than the median, speak in words of their own or on
    ``others``, matters that it does not name.
    """
    if not heard.any():
        return ~heard
    rows = (np.ones(len(of)), (of, np.arange(len(of))))
    said = (sparse.csr_matrix(rows, shape=(len(heard), len(of))) @ counts).tocsr()
    having = np.asarray((said > 0).sum(axis=0)).ravel()
    said.data[said.data < 2] = 0  # a word that is said once may be any
    alone = said @ (having == 1).astype(float)
    alone /= np.maximum(np.asarray(said.sum(axis=1)).ravel(), 1)
    strange = (alone - np.median(alone[heard]) > _ALONE) | others
    near = np.full((len(heard), likeness.shape[1]), np.log(_LEAST))
    np.maximum.at(near, of, likeness)
    near[~heard] = near.min()
    second, first = np.sort(near, axis=0)[-2:]
    strange[near.argmax(axis=0)[first - second > _NEAREST]] = False
    closeness = _closeness(likeness, of, len(heard))
    usual = np.median(closeness[heard])
    result: NDArray[np.bool_] = (closeness < _FAR * usual) | (strange & (closeness < usual))
    return result


def _spoken_of(said: Matrix) -> Matrix:
    """Return what the paper that says most says of each task, against the median of all that say something."""
    usual = min(np.median(said[said > 0]), _USUAL) if said.any() else 1.0
    result: Matrix = said.max(axis=0) / usual
    return result


def _counted(texts: Sequence[str]) -> tuple[list[str], sparse.csr_matrix]:
    """Count the 1-2-grams of texts that tell something, each at most twice in a text."""
    counted = [Counter(grams(syllables(text))) for text in texts]
    genre = background().genre
    most = _COMMON * genre.passages
    having = Counter(word for counts in counted for word in counts)
    words = sorted(w for w, n in having.items() if n > 1 and genre.frequency.get(w, 0) < most)
    column = {word: j for j, word in enumerate(words)}
    entries = [
        (i, column[word], min(n, 2))
        for i, counts in enumerate(counted)
        for word, n in counts.items()
        if word in column
    ]
    rows, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
    shape = (len(texts), len(words))
    return words, sparse.csr_matrix((np.array(values, dtype=float), (rows, columns)), shape=shape)


class _Paper:
    """One paper, with what its passages say in words of their own."""

    def __init__(self, analysis: Analysis, codebook: Codebook, classifier: Pipeline) -> None:
        self.analysis = analysis
        self._classifier = classifier
        self.thresholds = classifier["themes"].thresholds_.tolist()
        self._passages = analysis.passages or passages_of(analysis)
        self._texts = [analysis.text[p.start : p.end] for p in self._passages]
        self.own = [classifier["tfidf"].own_words(text) for text in self._texts]
        ids = [theme.id for theme in codebook.themes]
        self._given = Given(analysis, ids, self.thresholds)
        polite = map(without_courtesies, self._texts)
        self._quoting = [i for i, text in enumerate(polite) if self.own[i] != text]
        #: It strings slogans together and says nothing that could be checked, whether it quotes or not.
        self.empty = self._says_nothing()

    def _says_nothing(self) -> bool:
        said = said_in(self.analysis, self._passages, self.own)
        return (
            said.sentences >= _FEWEST
            and said.bare >= _EMPTY * said.sentences
            and said.slogans >= _SLOGANS * said.sentences
        )

    def with_tasks(self, scores: Matrix, kept: NDArray[np.bool_], proof: Explain) -> Analysis:
        """Return the analysis with the tasks of its passages."""
        rows = scores.tolist()
        quoted = dict(zip(self._quoting, self._quoted(), strict=True))
        done = []
        for i, (passage, text) in enumerate(zip(self._passages, self._texts, strict=True)):
            themes: list[ThemeScore] = []
            for column, threshold in enumerate(self.thresholds):
                sure = rows[i][column] >= threshold and kept[column]
                # without a word of its own a passage only stands beside those that have some
                if sure and (hits := proof(self.own[i], column)):
                    themes.append(self._given.theme(passage, column, rows[i][column], hits))
                elif i in quoted and quoted[i][column] >= threshold:
                    hits = explain(self._classifier, text, column)
                    theme = self._given.theme(passage, column, quoted[i][column], hits)
                    themes.append(replace(theme, stance="quoting"))
            done.append(replace(passage, themes=tuple(themes)))
        if self.empty:
            done = [_quoting(passage) for passage in done]
        return replace(self.analysis, passages=_without_chance(done))

    def _quoted(self) -> list[list[float]]:
        """Return how likely the passages that quote speak of each task, with what they quote.

        Who quotes may name many tasks at once: here they do not compete.
        """
        if not self._quoting:
            return []
        texts = [self._texts[i] for i in self._quoting]
        weights = self._classifier["tfidf"].transform(texts, quoted=True)
        alike = self._classifier["themes"].predict_proba(weights)
        none = np.maximum(1 - alike.sum(axis=1, keepdims=True), _LEAST)
        scores: list[list[float]] = (alike / (alike + none)).tolist()
        return scores


def _quoting(passage: Passage, only: frozenset[str] | None = None) -> Passage:
    """Take the themes of a passage for quoted, or those that are named."""
    themes = tuple(
        replace(theme, stance="quoting") if only is None or theme.id in only else theme
        for theme in passage.themes
    )
    return replace(passage, themes=themes)


def _without_chance(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Take what a paper that recites the directive meets by chance for quoted, too.

    It repeats one task after the other, and comes near others in a passage each; who did some work
    comes back to it, or quotes less than he says.
    """
    said: Counter[str] = Counter()
    quoted: set[str] = set()
    for passage in passages:
        said.update(theme.id for theme in passage.themes if theme.stance != "quoting")
        quoted |= {theme.id for theme in passage.themes if theme.stance == "quoting"}
    recited = len(quoted - said.keys())
    if recited < max(_RECITED, len(said)):
        return tuple(passages)
    chance = frozenset(theme for theme, times in said.items() if times == 1)
    return tuple(_quoting(passage, chance) for passage in passages)
