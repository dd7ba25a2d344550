"""A spaCy view: ``nlp.add_pipe("vndirective")``.

Importing this module registers the component and a tokenizer whose tokens are the syllables and
signs of the text as it is, so that every span of an analysis is a span of tokens.

Examples
--------
>>> import vndirective.spacy
>>> nlp = vndirective.spacy.blank()
>>> _ = nlp.add_pipe("vndirective")
>>> doc = nlp("Yêu cầu các phòng rà soát hồ sơ trước ngày 15/12/2024.")
>>> [(span.text, span.label_) for span in doc.spans["times"]]
[('ngày 15/12/2024', 'DATE')]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from spacy import blank as spacy_blank
from spacy import registry
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from vndirective.core import arguments
from vndirective.core.errors import InputError
from vndirective.core.records import Analysis
from vndirective.pipeline import Analyzer

__all__ = ["SPAN_GROUPS", "Component", "Tokenizer", "blank"]

#: Names of the span groups; the label of a span is its type, modality or kind.
SPAN_GROUPS = ("obligations", "actors", "times", "citations", "quotes", "sentences")

# A letter keeps its combining marks, so that decomposed text is not torn apart.
_PIECE = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+|\s|[^\w\s]|_", re.S)

if not Doc.has_extension("vndirective"):
    Doc.set_extension("vndirective", default=None)


class Tokenizer:
    """Splits a text into syllables, numbers and signs; ``doc.text`` is the text, unchanged.

    Parameters
    ----------
    vocab : spacy.vocab.Vocab
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Tokenize one text."""
        words: list[str] = []
        spaces: list[bool] = []
        for match in _PIECE.finditer(text):
            piece = match[0]
            if piece == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
            else:
                words.append(piece)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Serialize; there is nothing to store."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> Tokenizer:
        """Restore from `to_bytes`."""
        return self

    def to_disk(self, path: Any, **kwargs: Any) -> None:
        """Serialize to disk; there is nothing to store."""

    def from_disk(self, path: Any, **kwargs: Any) -> Tokenizer:
        """Restore from `to_disk`."""
        return self


@registry.tokenizers("vndirective.Tokenizer.v1")  # type: ignore[untyped-decorator]
def _make_tokenizer() -> Callable[[Language], Tokenizer]:
    return lambda nlp: Tokenizer(nlp.vocab)


def blank() -> Language:
    """Return an empty Vietnamese pipeline with the exact tokenizer."""
    tokenizer = {"@tokenizers": "vndirective.Tokenizer.v1"}
    return spacy_blank("vi", config={"nlp": {"tokenizer": tokenizer}})


class Component:
    """Analyzes a Doc: sets ``doc.spans`` and ``doc._.vndirective``.

    Parameters
    ----------
    issued_on : str, optional
        Issue date of texts that do not say it.
    groups : iterable of str
        Which span groups to set, of `SPAN_GROUPS`.

    Raises
    ------
    ArgumentError
        If there is no such group, or ``issued_on`` is no date.
    """

    def __init__(self, issued_on: str | None, groups: Iterable[str]) -> None:
        self._analyzer = Analyzer(issued_on=issued_on)
        self._groups = tuple(arguments.texts("groups", groups, "a list of names", ordered=False))
        for group in self._groups:
            arguments.choice("groups", group, SPAN_GROUPS)

    def __call__(self, doc: Doc) -> Doc:
        """Analyze one Doc.

        One that holds nothing (white space, marks that cannot be seen) gets empty span groups, and
        ``doc._.vndirective`` stays None.
        """
        try:
            document = self._analyzer.analyze(text=doc.text)
        except InputError as error:
            if error.code != "empty":
                raise
            doc.spans.update({group: [] for group in self._groups})
            return doc
        plain = document.to_dict()
        del plain["text"]
        # Spans that do not fall on token borders (of another tokenizer) are named, not moved.
        plain["unaligned"] = []
        for group in self._groups:
            spans = []
            for start, end, label in _labeled(document.analysis, group):
                span = doc.char_span(start, end, label=label, alignment_mode="strict")
                if span is None:
                    plain["unaligned"].append([group, start, end])
                else:
                    spans.append(span)
            doc.spans[group] = spans
        doc._.vndirective = plain
        return doc


def _labeled(analysis: Analysis, group: str) -> list[tuple[int, int, str]]:
    if group == "obligations":
        return [(o.action.start, o.action.end, o.modality) for o in analysis.obligations]
    if group == "sentences":
        return [(a, b, "sentence") for a, b in analysis.sentences]
    label = {"actors": "type", "times": "type", "quotes": "type"}.get(group)
    return [
        (r.start, r.end, getattr(r, label) if label else r.doc_type or "document")
        for r in getattr(analysis, group)
    ]


@Language.factory(  # type: ignore[untyped-decorator]
    "vndirective",
    assigns=["doc.spans", "doc._.vndirective"],
    default_config={"issued_on": None, "groups": list(SPAN_GROUPS)},
)
def _make_component(
    nlp: Language, name: str, issued_on: str | None, groups: list[str]
) -> Component:
    return Component(issued_on, groups)
