"""Annotating: what is refused and how it is said, which occurrence a quotation gets, indexes."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from vndirective.corpora import annotate as script

import vndirective as vd
from vndirective.annotation import FIELDS, SPAN, check, index_fields
from vndirective.cli import main
from vndirective.evaluate import evaluate
from vndirective.gold import load_corpus

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "annotation.md").read_text(encoding="utf-8")
TEXT = """Sở Nội vụ chủ trì, báo cáo trước ngày 25/4/2025.
Sở Y tế họp giao ban ngày 2/4.
Sở Nội vụ tổng hợp. Sở Y tế phối hợp với Sở Nội vụ.
"""
ENTRY = {"id": "mai", "kind": "directive", "file": "mai.txt", "split": "dev"}
HEAD = {"record": "document", "layers": ["times"]}
DUTY: dict[str, Any] = {"record": "obligation", "action": "chủ trì", "modality": "obligation"}
TIME: dict[str, Any] = {
    "record": "time", "text": "ngày 25/4/2025", "type": "DATE", "value": "2025-04-25",
    "relation": "BEFORE", "is_deadline": True, "due": "2025-04-24",
}  # fmt: skip
Corpus = Callable[..., Path]


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """Write a corpus of one document; return the annotations."""

    def make(*records: Any, head: Any = HEAD, index: Any = (ENTRY,)) -> Path:
        (tmp_path / "annotations").mkdir(exist_ok=True)
        (tmp_path / "mai.txt").write_text(TEXT, encoding="utf-8", newline="")
        plain = {"documents": list(index)} if isinstance(index, tuple) else index
        (tmp_path / "index.json").write_text(json.dumps(plain), encoding="utf-8")
        lines = [r if isinstance(r, str) else json.dumps(r) for r in (head, *records)]
        path = tmp_path / "annotations" / "mai.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return make


def filled(path: Path) -> tuple[list[dict[str, Any]], list[str]]:
    """Fill the offsets; return the records and the notes."""
    notes: list[str] = []
    assert script.annotate(path, TEXT, note=notes.append) == []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()], notes


# -- fields and values ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (DUTY | {"bearer": ["Sở Nội vụ"]}, ["'bearer'", "did you mean 'bearers'?"]),
        (DUTY | {"deadline": ["ngày 25/4/2025"]}, ["'deadline'", "'deadlines'"]),
        (
            DUTY | {"modality": "obligatory"},
            ["modality='obligatory'", "'obligation'", "commitment"],
        ),
        (DUTY | {"bearers": "Sở Nội vụ"}, ["bearers='Sở Nội vụ'", "a list"]),
        (
            DUTY | {"bearers": [{"text": "Sở Nội vụ", "inherit": True}]},
            ["'inherit'", "'inherited'"],
        ),
        (DUTY | {"purpose": 3}, ["purpose: 3", "quotation"]),
        ({"record": "obligation", "modality": "obligation"}, ["has no 'action'"]),
        (TIME | {"relation": "BEFOR"}, ["relation='BEFOR'", "'BEFORE'", "FROM-TO"]),
        (TIME | {"type": "DAY"}, ["type='DAY'", "DURATION"]),
        (TIME | {"value": "25.4.2025"}, ["value='25.4.2025'", "2025-04-25"]),
        (TIME | {"value": "2025-02-30"}, ["value='2025-02-30'"]),
        (TIME | {"due": "24/4/2025"}, ["due='24/4/2025'", "YYYY-MM-DD"]),
        (TIME | {"is_deadline": "yes"}, ["is_deadline='yes'", "true or false"]),
        (TIME | {"n": 0}, ["n=0", "from 1"]),
        (TIME | {"start": 3}, ["go together"]),
        ({"record": "obligations"}, ["'obligations'", "did you mean 'obligation'?"]),
        ({"text": "Sở"}, ["no field 'record'"]),
        ("[1]", ["no JSON object"]),
        ('{"record": "time",', ["no JSON", "one line"]),
        (HEAD, ["the first line, and no other"]),
    ],
)
def test_a_misspelled_field_or_value_is_refused_by_both(
    corpus: Corpus, record: Any, said: list[str]
) -> None:
    path = corpus("", record)
    before = path.read_bytes()
    (problem,) = script.annotate(path, TEXT)
    assert path.read_bytes() == before
    corpus("", record, head=HEAD | {"sha256": script.sha256_of(TEXT)})
    for message in (problem, _refused(path)) if record is not HEAD else (problem,):
        assert message.startswith(f"{path}:3: ")
        for part in said:
            assert part in message, message


def _refused(path: Path) -> str:
    with pytest.raises(vd.InputError) as error:
        load_corpus(path.parents[1])
    return str(error.value)


def test_an_unknown_theme_is_refused(corpus: Corpus) -> None:
    passage = {"record": "passage", "text": "Sở Y tế họp giao ban ngày 2/4."}
    path = corpus(passage | {"themes": ["leaderships"]}, head=HEAD | {"layers": ["passages"]})
    (problem,) = script.annotate(path, TEXT, themes=["leadership", "digital"])
    assert "'leaderships'" in problem
    assert "did you mean 'leadership'?" in problem
    filled(path)
    with pytest.raises(vd.InputError, match="'leaderships'"):
        evaluate(path.parents[1])


def test_an_unknown_layer_is_refused(corpus: Corpus) -> None:
    (problem,) = script.annotate(corpus(head=HEAD | {"layers": ["time"]}), TEXT)
    assert "did you mean 'times'?" in problem
    (problem,) = script.annotate(corpus(head={"record": "document"}), TEXT)
    assert "has no 'layers'" in problem


def test_what_the_library_finds_keeps_to_the_table() -> None:
    for document in load_corpus(ROOT / "corpora" / "documents")[:12]:
        analysis = vd.analyze(text=document.text).analysis
        for layer, name in (("times", "time"), ("actors", "actor"), ("quotes", "quote")):
            for item in getattr(analysis, layer):
                known = FIELDS[name].keys() - {"freq", "speaker"}
                fields = {k: getattr(item, k) for k in known if hasattr(item, k)}
                assert check({"record": name, **fields}) == []
        valid = FIELDS["obligation"]["modality"].values
        assert {o.modality for o in analysis.obligations} <= set(valid)
        assert analysis.frame.kind in index_fields()["kind"].values


def test_the_guide_prints_the_table() -> None:
    section = GUIDE.split("### Fields and values")[1]
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", section, re.M))
    for name, fields in {**FIELDS, "index": index_fields()}.items():
        for field, rule in fields.items():
            if field in SPAN and SPAN[field] is rule:
                continue
            assert f"`{field}`" in rows[name], (name, field)
            for value in rule.values:
                assert f"`{value}`" in rows[name], (name, field, value)


def test_the_example_of_the_guide_is_valid() -> None:
    (block,) = re.findall(r"```json\n(.*?)```", GUIDE.split("## Adding a document")[1], re.S)
    records = [json.loads(line) for line in block.strip().splitlines()]
    assert [r["record"] for r in records] == ["document", "obligation", "time"]
    assert [p for r in records[1:] for p in check(r)] == []
    assert script.fill_hash(records[0], TEXT)["sha256"] == script.sha256_of(TEXT)


# -- which occurrence -----------------------------------------------------------------------------


@pytest.mark.parametrize("quote", ["ngày 2", "ngày 25/4", "Sở Nội v", "4/2025", "ở Y tế"])
def test_a_quotation_cuts_no_word(corpus: Corpus, quote: str) -> None:
    (problem,) = script.annotate(corpus({"record": "sentence", "text": quote}), TEXT)
    assert f"{quote!r} stands only inside" in problem


def test_offsets_that_cut_a_word_are_refused(corpus: Corpus) -> None:
    path = corpus({"record": "sentence", "text": "Sở Nội", "start": 0, "end": 6})
    assert filled(path)[0][1]["end"] == 6
    (problem,) = script.annotate(
        corpus({"record": "sentence", "text": "Sở Nộ", "start": 0, "end": 5}), TEXT
    )
    assert "cuts a word" in problem


def test_the_next_one_is_taken_and_a_skipped_one_is_noted(corpus: Corpus) -> None:
    actor = {"record": "actor", "type": "ORG"}
    every = [actor | {"text": t} for t in re.findall("Sở Nội vụ|Sở Y tế", TEXT)]
    records, notes = filled(corpus(*every))
    starts = [m.start() for m in re.finditer("Sở Nội vụ|Sở Y tế", TEXT)]
    assert [r["start"] for r in records[1:]] == starts
    assert notes == []
    path = corpus(*every[:2])
    records, notes = filled(path)
    assert [r["start"] for r in records[1:]] == starts[:2]
    assert notes[0].startswith(f"{path}:2: note: actor 'Sở Nội vụ' occurs 3 times")
    assert 'taken is the one on line 1 ("n": 1)' in notes[0]
    assert 'line 3 ("n": 2), line 3 ("n": 3)' in notes[0]
    assert filled(path)[1] == []  # what has offsets keeps them


def test_a_slot_takes_the_nearest_and_says_where_that_is_not_obvious(corpus: Corpus) -> None:
    records, notes = filled(corpus(DUTY | {"bearers": ["Sở Nội vụ"]}))
    assert (records[1]["bearers"][0]["start"], notes) == (0, [])  # alone in its paragraph
    duty = DUTY | {"action": "phối hợp với Sở Nội vụ", "bearers": ["Sở Nội vụ"]}
    assert filled(corpus(duty))[1] == []  # alone in the action
    duty = DUTY | {"action": "họp giao ban ngày 2/4", "bearers": ["Sở Nội vụ"]}
    records, (note,) = filled(corpus(duty))
    assert TEXT[records[1]["bearers"][0]["end"] :].startswith(" tổng hợp")
    assert 'the one on line 3 ("n": 2)' in note


def test_an_n_wins_over_offsets_that_stand_there(corpus: Corpus) -> None:
    path = corpus({"record": "actor", "text": "Sở Nội vụ", "type": "ORG", "n": 3})
    (_, actor), notes = filled(path)
    assert actor["start"] == TEXT.rindex("Sở Nội vụ")
    assert "n" not in actor
    assert notes == []
    (_, actor), _ = filled(corpus(actor | {"n": 1}))
    assert actor["start"] == 0


# -- the hash, the file ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "given", [{}, *({"sha256": s} for s in ("…", "", None, "...", "?", "xxx"))]
)
def test_the_hash_is_filled_in(corpus: Corpus, given: dict[str, Any]) -> None:
    records, _ = filled(corpus(TIME, head=HEAD | given))
    assert records[0]["sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()


def test_another_hash_is_refused(corpus: Corpus) -> None:
    path = corpus(TIME, head=HEAD | {"sha256": "0" * 64})
    (problem,) = script.annotate(path, TEXT)
    for part in (f"{path}:1: ", "0" * 64, script.sha256_of(TEXT), 'take "sha256" out'):
        assert part in problem


def test_what_was_not_filled_is_named_with_its_line(corpus: Corpus) -> None:
    path = corpus("", DUTY, head=HEAD | {"sha256": script.sha256_of(TEXT)})
    message = _refused(path)
    assert message.startswith(f"{path}:3: 'chủ trì' has no offsets yet")
    assert "corpora/annotate.py" in message


def test_a_byte_order_mark_and_other_line_ends_are_accepted(corpus: Corpus) -> None:
    path = corpus(TIME)
    plain = path.read_text(encoding="utf-8").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + plain.encode())
    index = path.parents[1] / "index.json"
    index.write_bytes(b"\xef\xbb\xbf" + index.read_bytes())
    filled(path)
    assert len(load_corpus(path.parents[1])) == 1


def test_the_script_ends_with_a_message(corpus: Corpus, tmp_path: Path) -> None:
    path = corpus(TIME)
    other = path.with_name("mia.jsonl")
    other.write_text("{}", encoding="utf-8")
    alone = tmp_path.parent / f"{tmp_path.name}.jsonl"
    alone.write_text("{}", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, script.__file__, path, other, path.with_name("mai.json"), alone],
        capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (1, "")
    lines = run.stdout.splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        str(path), str(other), str(path.with_name("mai.json")), str(alone),
    ]  # fmt: skip
    assert "offsets filled and checked" in lines[0]
    assert "did you mean 'mai'?" in lines[1]
    assert "index.json" in lines[3]


# -- indexes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("index", "said"),
    [
        (({**ENTRY, "split": "val"},), ["'mai'", "split='val'", "train, dev, test"]),
        (({**ENTRY, "kind": "directiv"},), ["did you mean 'directive'?"]),
        (({**ENTRY, "issued_on": "14/4/2025"},), ["issued_on='14/4/2025'", "YYYY-MM-DD"]),
        (({**ENTRY, "isued_on": "2025-04-14"},), ["'isued_on'", "'issued_on'"]),
        (({k: v for k, v in ENTRY.items() if k != "kind"},), ["has no 'kind'"]),
        (({k: v for k, v in ENTRY.items() if k != "id"},), ["document 1", "has no 'id'"]),
        ((ENTRY, ENTRY), ["document 2", "has the id of document 1"]),
        (
            (ENTRY, {"id": "hai", "kind": "news", "file": "mai.txt"}),
            ["document 2 ('hai')", "no 'split'"],
        ),
        (({**ENTRY, "id": "mia"},), ["mai.jsonl", "no id 'mai'", "did you mean 'mia'?"]),
        (({**ENTRY, "file": "mia.txt"},), ["mia.txt", "No such file"]),
        ([ENTRY], ["holds no list of documents"]),
    ],
)
def test_a_wrong_index_is_refused(corpus: Corpus, index: Any, said: list[str]) -> None:
    path = corpus(TIME)
    filled(path)
    content = path.read_text(encoding="utf-8")
    corpus(index=index)
    path.write_text(content, encoding="utf-8")
    message = _refused(path)
    for part in said:
        assert part in message, message


def test_single_documents_are_scored(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = corpus(TIME)
    filled(path)
    assert evaluate(path.parents[1], documents=["mai"]).documents == ("mai",)
    with pytest.raises(vd.ArgumentError, match=r"did you mean 'mai'\?"):
        evaluate(path.parents[1], documents=["mia"])
    command = ["vndirective", "evaluate", str(path.parents[1]), "--document", "mia"]
    monkeypatch.setattr(sys, "argv", command)
    with pytest.raises(SystemExit):
        main()
    assert "--document='mia'" in capsys.readouterr().err


# -- dates that the caller gives ------------------------------------------------------------------


@pytest.mark.parametrize("given", ["2024-03-05", date(2024, 3, 5), datetime(2024, 3, 5, 9, 30)])
def test_an_issue_date_may_be_a_date(given: Any) -> None:
    document = vd.analyze(text="Sở Nội vụ phải báo cáo trước ngày 15/12.", issued_on=given)
    assert (document.issued_on, document.times[0].due) == ("2024-03-05", "2024-12-14")


@pytest.mark.parametrize("given", [20240305, b"2024-03-05", ["2024-03-05"], "2024-3-5"])
def test_another_issue_date_is_refused(given: Any) -> None:
    with pytest.raises(vd.ArgumentError, match=r"issued_on=.*YYYY-MM-DD"):
        vd.analyze(text="Sở Nội vụ phải báo cáo.", issued_on=given)
