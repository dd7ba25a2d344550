"""Wrong arguments of the public functions: named, with what is valid, and never taken in silence."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from samples import DIRECTIVE, PAPER
from tables import cases

import vndirective as vd
from vndirective.classify.classifier import ThemeClassifier
from vndirective.core.records import Time

PASSAGES = ["Siết chặt kỷ luật, kỷ cương hành chính.", "Dùng phần mềm quản lý văn bản."]
CODING = [{"start": 0, "end": 40, "themes": ["digital"]}, {"start": 41, "end": 90, "themes": []}]
FRAME = pd.DataFrame({"text": PASSAGES})


def themes(**values: Any) -> vd.Codebook:
    first = vd.Theme("so", "Chuyển đổi số", **({"seeds": ("phần mềm",)} | values))
    return vd.Codebook("thu", "Thử", "1", (first, vd.Theme("ky", "Kỷ luật", seeds=("kỷ luật",))))


@pytest.fixture(scope="module")
def s() -> SimpleNamespace:
    """What the calls of the tables work with."""
    codes = vd.load_themes("hanoi-24")
    doc = vd.analyze(text=DIRECTIVE)
    return SimpleNamespace(
        codes=codes,
        doc=doc,
        pipeline=vd.theme_pipeline(codes),
        cover=vd.classify([vd.analyze(text=PAPER)], codes),
    )


# The name of a case, the call, and what its message holds besides "is not valid".
WRONG: list[tuple[str, Callable[[Any], Any], list[str]]] = [
    # analyze, stream, classify
    ("analyze a number", lambda s: vd.analyze(5), ["path=5", "stream takes several"]),
    ("analyze a list", lambda s: vd.analyze(["a.txt"]), ["path=['a.txt']", "stream"]),
    ("analyze bytes", lambda s: vd.analyze(b"a.txt"), ["path=b'a.txt'"]),
    ("analyze no text", lambda s: vd.analyze(text=float("nan")), ["text=nan", "a str"]),
    ("encoding", lambda s: vd.analyze(text="a", encoding=8), ["encoding=8", "'utf-8'"]),
    ("an unknown encoding", lambda s: vd.Analyzer(encoding="utf-9"), ["encoding='utf-9'", "'tcvn3'"]),
    ("no text encoding", lambda s: vd.stream("a.txt", encoding="hex"), ["encoding='hex'", "'utf-8'"]),
    ("NUL for an encoding", lambda s: vd.analyze(text="a", encoding="utf-8\0"), ["'utf-8'"]),
    ("an unknown encoding of papers", lambda s: vd.classify("no folder", s.codes, encoding="xyz"), ["encoding='xyz'"]),
    ("agencies", lambda s: vd.Analyzer(agencies=["a.csv"]), ["agencies=['a.csv']", ".csv"]),
    ("swap days", lambda s: vd.Analyzer(swap_days=1), ["swap_days=1", ".json"]),
    ("a missing day", lambda s: vd.Analyzer(issued_on=pd.NaT), ["issued_on=NaT", "YYYY-MM-DD"]),
    ("limits", lambda s: vd.Analyzer(limits=None), ["limits=None", "Limits(...)"]),
    ("one limit", lambda s: vd.Limits.parse("max_pages=5"), ["'max_pages=5'", "a list"]),
    ("stream a number", lambda s: vd.stream(5), ["paths=5", "files or folders"]),
    ("stream numbers", lambda s: vd.stream(["a.txt", 5]), ["paths[1]=5"]),
    ("stream a mapping", lambda s: vd.stream({"a.txt": 1}), ["paths={'a.txt': 1}"]),
    ("jobs as a text", lambda s: vd.stream([], n_jobs="2"), ["n_jobs='2'", "1 or more"]),
    ("classify nothing", lambda s: vd.classify(None, s.codes), ["papers=None", "folders"]),
    ("classify a table", lambda s: vd.classify(FRAME, s.codes), ["papers=", "Document"]),
    ("no codebook", lambda s: vd.classify([], None), ["codebook=None", "'hanoi-24'"]),
    ("themes of a path", lambda s: vd.themes_from("a.txt"), ["directive='a.txt'", "a Document"]),
    # codebooks
    ("load a codebook", lambda s: vd.load_themes(s.codes), ["name_or_path=Codebook(", "hanoi-24"]),
    ("dump nothing", lambda s: vd.dump_themes(None), ["codebook=None", "load_themes"]),
    ("a text for seeds", lambda s: vd.theme_pipeline(themes(seeds="phần mềm")),
     ["codebook.themes[0].seeds='phần mềm'", "a tuple of texts"]),
    ("a list for seeds", lambda s: vd.classify([], themes(seeds=["phần mềm"])), ["seeds=['phần mềm']"]),
    ("a number for a label", lambda s: vd.dump_themes(themes(definition=5)), ["definition=5", "a str"]),
    ("a malformed seed", lambda s: vd.theme_pipeline(themes(seeds=("(phần mềm",))),
     ["codebook.themes[0]", "'(phần mềm'", "do not close", "x (a|b)"]),
    ("two themes of one id", lambda s: vd.score_passages([], vd.Codebook("a", "a", "1", (vd.Theme("so", "a"),) * 2)),
     ["codebook.themes=['so']", "an id of its own"]),
    # passages
    ("one passage", lambda s: vd.classify_passages("kỷ luật", s.codes), ["texts='kỷ luật'", "a single one"]),
    ("a missing passage", lambda s: vd.classify_passages(pd.Series(["a", np.nan]), s.codes),
     ["texts[1]=nan", "leave it out"]),
    ("a table of passages", lambda s: vd.score_passages(FRAME, s.codes), ["texts=", "a list of texts"]),
    ("a set of passages", lambda s: vd.score_passages({"a"}, s.codes), ["texts={'a'}"]),
    ("predict a text", lambda s: s.pipeline.predict("kỷ luật"), ["X='kỷ luật'", "a single one"]),
    ("labels without lists", lambda s: vd.label_matrix(["digital"], s.codes),
     ["labels[0]='digital'", "a list of theme ids"]),
    ("an unknown label", lambda s: vd.label_matrix([["số"]], s.codes), ["labels[0]='số'", "'digital'"]),
    ("prior", lambda s: ThemeClassifier(prior=s.codes).fit([[1.0]]), ["prior=Codebook(", "theme_pipeline"]),
    ("C", lambda s: ThemeClassifier(C=0).fit([[1.0], [0.0]], [0, 1]), ["C=0", "above 0"]),
    # labels
    ("suggest of a text", lambda s: vd.suggest(s.pipeline, "kỷ luật"), ["texts='kỷ luật'"]),
    ("suggest by a codebook", lambda s: vd.suggest(s.codes, PASSAGES), ["pipeline=", "theme_pipeline(codebook)"]),
    ("suggest half a passage", lambda s: vd.suggest(s.pipeline, PASSAGES, 0.5), ["n=0.5", "1 or more"]),
    ("agreement of sets", lambda s: vd.agreement([{"a"}], CODING), ["a[0]={'a'}", "start, end and themes"]),
    ("agreement of tables", lambda s: vd.agreement(CODING, FRAME), ["b=", "to_dict('records')"]),
    ("agreement on a text", lambda s: vd.agreement([CODING[0] | {"themes": "digital"}], CODING),
     ["a[0]['themes']='digital'", "split"]),
    ("agreement on one theme", lambda s: vd.agreement(CODING, CODING, themes="digital"), ["themes='digital'"]),
    ("agreement of no length", lambda s: vd.agreement(CODING, [CODING[0] | {"end": 0}]), ["b[0]['end']=0"]),
    ("curve of a text", lambda s: vd.learning_curve(PASSAGES, [[], []], "ab", s.codes), ["groups='ab'"]),
    ("curve of no size", lambda s: vd.learning_curve(PASSAGES, [[], []], ["a", "b"], s.codes, sizes=(-1,)),
     ["sizes[0]=-1", "0 or more"]),
    ("draw a number", lambda s: vd.plot_learning_curve([1]), ["curve[0]=1", "learning_curve"]),
    # one document
    ("a document of a path", lambda s: vd.Document("a.txt"), ["analysis='a.txt'", "analyze(path)"]),
    ("duties of nobody", lambda s: s.doc.duties_of(None), ["name=None", "'Sở Nội vụ'"]),
    ("a list of kinds", lambda s: s.doc.to_frame(["times"]), ["kind=['times']", "'obligations'"]),
    ("half a space", lambda s: s.doc.to_json(indent=0.5), ["indent=0.5", "a number of spaces"]),
    ("explain nothing", lambda s: s.doc.explain(None), ["duty=None", "doc.obligations"]),
    ("no file for tasks", lambda s: s.doc.save_tasks(None), ["path=None", ".xlsx or .ics"]),
    ("tasks of a path", lambda s: vd.save_tasks("a.txt", "b.xlsx"), ["documents='a.txt'", "stream"]),
    ("limits of tasks", lambda s: vd.save_tasks(s.doc, "b.xlsx", limits=1), ["limits=1", "Limits(...)"]),
    ("next due of a duty", lambda s: vd.next_due(s.doc.obligations[0], after="2024-01-01"),
     ["deadline=Obligation(", "doc.deadlines"]),
    ("next due after a number", lambda s: vd.next_due(s.doc.times[0], after=1), ["after=1", "YYYY-MM-DD"]),
    ("words of bytes", lambda s: vd.words(b"a"), ["text=b'a'", "a str"]),
    ("a list of backends", lambda s: vd.words("a", backend=["pyvi"]), ["backend=['pyvi']", "'syllable'"]),
    # coverage
    ("a coverage of a path", lambda s: vd.Coverage("out"), ["data='out'", "classify(papers"]),
    ("a coverage of a directive by path", lambda s: vd.Coverage(s.cover.data, "a.txt"), ["directive='a.txt'", "analyze"]),
    ("a kind of matrix", lambda s: s.cover.to_frame("stance"), ["kind='stance'", "'scores', 'stances'"]),
    ("a paper that is none", lambda s: s.cover.explain("a", "digital"), ["one of '", "', or the id or path"]),
    ("a list of papers", lambda s: s.cover.explain(["a"], "digital"), ["paper=['a']", "name of the file"]),
    ("a paper without a name", lambda s: s.cover.explain(s.cover.papers[0].id, None), ["theme=None"]),
    ("save nowhere", lambda s: s.cover.save(None), ["folder=None", "Path"]),
    ("kwic of a number", lambda s: s.cover.kwic(5), ["word=5", "a str"]),
    ("kwic to the left", lambda s: vd.kwic(s.doc, word="sổ", width=-5), ["width=-5", "0 or more"]),
    ("kwic of one theme", lambda s: vd.kwic(s.cover.papers, theme="digital", themes="digital"), ["themes='digital'"]),
    ("kwic among numbers", lambda s: vd.kwic([s.doc, 5], word="sổ"), ["papers[1]=5", "a Document"]),
    # corpora
    ("load a number", lambda s: vd.load_corpus(5), ["folder=5", "the folder of a corpus"]),
    ("evaluate a number", lambda s: vd.evaluate(5), ["corpus=5", "load_corpus"]),
    ("evaluate one document", lambda s: vd.evaluate([], documents="p-1"), ["documents='p-1'", "a list of ids"]),
    ("evaluate a list of splits", lambda s: vd.evaluate([], split=["dev"]), ["split=['dev']", "'test'"]),
]  # fmt: skip


@pytest.mark.parametrize(("call", "parts"), cases(WRONG))
def test_a_wrong_argument_is_named(
    s: SimpleNamespace, call: Callable[[Any], Any], parts: list[str]
) -> None:
    with pytest.raises(vd.ArgumentError) as caught:
        call(s)
    message = str(caught.value)
    assert "\n" not in message and len(message) < 450
    for part in ["is not valid: give ", *parts]:
        assert part in message, message


@pytest.mark.parametrize("name", ["UTF8", "utf-16", "abc", "TCVN-3", "viscii", "windows-1258"])
def test_every_text_encoding_is_taken(name: str) -> None:
    assert vd.Analyzer(encoding=name).encoding == name


def test_a_long_value_is_shown_by_both_ends() -> None:
    error = vd.ArgumentError("path", "/a/" + "rất dài/" * 50 + "việc.csv", "another")
    assert str(error).startswith("path='/a/rất dài/") and "…" in str(error)
    assert "/việc.csv' is not valid: give another" in str(error)
    assert len(str(error)) < 160


# What is not written as the documentation has it, and means one thing only.
TAKEN: list[tuple[str, Callable[[Any], Any], Callable[[Any], Any]]] = [
    ("the name of a codebook", lambda s: vd.classify_passages(PASSAGES, "hanoi-24"),
     lambda s: vd.classify_passages(PASSAGES, s.codes)),
    ("the name of one to dump", lambda s: vd.dump_themes("hanoi-24"), lambda s: vd.dump_themes(s.codes)),
    ("a column", lambda s: vd.classify_passages(pd.Series(PASSAGES, index=[7, 9]), s.codes),
     lambda s: vd.classify_passages(PASSAGES, s.codes)),
    ("an array", lambda s: vd.suggest(s.pipeline, np.array(PASSAGES), np.int64(1)),
     lambda s: vd.suggest(s.pipeline, PASSAGES, 1)),
    ("an iterator", lambda s: vd.score_passages(iter(PASSAGES), s.codes).tolist(),
     lambda s: vd.score_passages(PASSAGES, s.codes).tolist()),
    ("one document to classify", lambda s: vd.classify(s.doc, s.codes).to_dict(),
     lambda s: vd.classify([s.doc], s.codes).to_dict()),
    ("sets of labels", lambda s: vd.label_matrix([{"digital"}, ()], s.codes).tolist(),
     lambda s: vd.label_matrix([["digital"], []], s.codes).tolist()),
]  # fmt: skip


@pytest.mark.parametrize(("given", "meant"), cases(TAKEN))
def test_what_means_one_thing_only_is_taken(
    s: SimpleNamespace, given: Callable[[Any], Any], meant: Callable[[Any], Any]
) -> None:
    assert given(s) == meant(s)


def test_one_document_has_one_task_list(s: SimpleNamespace, tmp_path: Any) -> None:
    assert vd.save_tasks(s.doc, tmp_path / "a.ics") == vd.save_tasks([s.doc], tmp_path / "b.ics")


def test_only_what_is_written_is_a_day() -> None:
    time = Time("t1", "a", 0, 1, "DATE", "2024-03-26", due="2024-03-26")
    for after in ("20240326", "2024-W13-2", "2024-02-30"):
        with pytest.raises(vd.ArgumentError, match=f"after='{after}'"):
            vd.next_due(time, after=after)
    assert vd.next_due(time, after="2024-03-26") == "2024-03-26"
