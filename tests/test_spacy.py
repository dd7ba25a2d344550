"""The view for spaCy."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy")

import vndirective.spacy as view


@pytest.mark.parametrize("text", ["", " \n", "\u200b\ufeff"])
def test_a_doc_that_holds_nothing_has_empty_groups(text: str) -> None:
    nlp = view.blank()
    nlp.add_pipe("vndirective")
    doc = nlp(text)
    assert doc.text == text
    assert {group: len(doc.spans[group]) for group in view.SPAN_GROUPS} == dict.fromkeys(
        view.SPAN_GROUPS, 0
    )
    assert doc._.vndirective is None


def test_spans_of_a_doc_are_those_of_the_analysis() -> None:
    nlp = view.blank()
    nlp.add_pipe("vndirective")
    doc = nlp("Yêu cầu các tổ nộp sổ trước ngày 9/11/2024.")
    assert [(span.text, span.label_) for span in doc.spans["times"]] == [("ngày 9/11/2024", "DATE")]
    assert doc._.vndirective["unaligned"] == []
