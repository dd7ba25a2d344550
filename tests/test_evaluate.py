"""Evaluation: small corpora made here, scored, spoiled on purpose, and scored again."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner
from vndirective.corpora.annotate import annotate

import vndirective as vd
from vndirective.cli import app
from vndirective.evaluate import evaluate
from vndirective.gold import GoldDocument, load_corpus

TEXT = """ỦY BAN NHÂN DÂN XÃ TÂN PHÚ
Số: 12/CT-UBND
Tân Phú, ngày 5 tháng 3 năm 2024

CHỈ THỊ
Về việc giữ gìn vệ sinh chợ

Chủ tịch Ủy ban nhân dân xã yêu cầu:
1. Phòng Kinh tế phải thu gom rác trước ngày 20/3/2024. Chợ phải sạch.
2. Trạm Y tế phối hợp với Hội Phụ nữ tuyên truyền cho các hộ kinh doanh.
"""
LAYERS = ["obligations", "times", "units", "sentences", "actors", "passages"]
RECORDS: list[dict[str, Any]] = [
    {
        "record": "obligation", "modality": "obligation", "bearers": ["Phòng Kinh tế"],
        "action": "thu gom rác [...] 20/3/2024", "deadlines": ["ngày 20/3/2024"],
    },
    {"record": "obligation", "action": "sạch", "modality": "obligation", "bearers": ["Chợ"]},
    {
        "record": "obligation", "modality": "obligation", "bearers": ["Trạm Y tế"],
        "action": "phối hợp với [...] các hộ kinh doanh", "coordinated_with": ["Hội Phụ nữ"],
    },
    {
        "record": "time", "text": "ngày 20/3/2024", "type": "DATE", "value": "2024-03-20",
        "relation": "BEFORE", "is_deadline": True, "due": "2024-03-19",
    },
    {"record": "unit", "text": "1. Phòng", "label": "1", "path": "1"},
    {"record": "unit", "text": "2. Trạm", "label": "2", "path": "2"},
    {"record": "sentence", "text": "1. Phòng [...] 20/3/2024."},
    {"record": "sentence", "text": "Chợ phải sạch."},
    {"record": "actor", "text": "Hội Phụ nữ", "type": "ORG"},
    {"record": "passage", "text": "1. Phòng [...] sạch.", "themes": ["discipline"]},
    {"record": "passage", "text": "2. Trạm [...] kinh doanh.", "themes": []},
]  # fmt: skip


def make_corpus(folder: Path, records: list[dict[str, Any]], text: str = TEXT) -> Path:
    """Write a corpus of one document; its annotations still lack their offsets."""
    entry = {
        "id": "cho", "kind": "directive", "file": "cho.txt", "split": "dev",
        "number": "12/CT-UBND", "issued_on": "2024-03-05",
    }  # fmt: skip
    (folder / "annotations").mkdir(parents=True)
    (folder / "cho.txt").write_text(text, encoding="utf-8", newline="")
    (folder / "index.json").write_text(json.dumps({"documents": [entry]}), encoding="utf-8")
    head = {
        "record": "document", "sha256": hashlib.sha256(text.encode()).hexdigest(), "layers": LAYERS,
        "made": "by hand, for a test",
    }  # fmt: skip
    lines = [json.dumps(r, ensure_ascii=False) + "\n" for r in (head, *records)]
    path = folder / "annotations" / "cho.jsonl"
    path.write_text("".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = make_corpus(tmp_path, RECORDS)
    assert annotate(path, TEXT) == []
    return tmp_path


def perfect(document: GoldDocument) -> list[str]:
    scored = evaluate([document])
    return [s.name for s in scored.scores if s.value == 1.0]


def test_offsets_are_filled_once_and_stay(corpus: Path) -> None:
    path = corpus / "annotations" / "cho.jsonl"
    before = path.read_text(encoding="utf-8")
    for line in before.splitlines()[1:]:
        record = json.loads(line)
        span = record.get("action", record)
        assert TEXT[span["start"] : span["end"]] == span["text"]
    assert annotate(path, TEXT) == []
    assert path.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"record": "sentence", "text": "ngày 21/3/2024"}, "'ngày 21/3/2024' is not in the text"),
        ({"record": "duty", "text": "Chợ"}, "not one of"),
        ({"record": "actor", "text": "Hội Phụ nữ", "n": 2, "type": "ORG"}, "occurs 1 times"),
    ],
)
def test_a_wrong_quotation_is_named_and_nothing_is_written(
    tmp_path: Path, record: dict[str, Any], said: str
) -> None:
    path = make_corpus(tmp_path, [record])
    before = path.read_bytes()
    (problem,) = annotate(path, TEXT)
    assert said in problem
    assert f"{path}:2" in problem
    assert path.read_bytes() == before


def test_scores_of_a_corpus(corpus: Path) -> None:
    scored = vd.evaluate(corpus)
    for name in (
        "kind",
        "number",
        "issue date",
        "units",
        "units: path",
        "times: value",
        "times: due",
    ):
        assert scored[name].value == 1.0, name
    assert scored["obligations"].gold == 3
    assert scored["obligations"].value is not None
    assert scored["obligations"].value > 0.6
    assert scored.documents == ("cho",)
    assert scored.by_kind["directive"] == scored.scores
    with pytest.raises(vd.ArgumentError, match="obligations"):
        scored["duties"]


@pytest.mark.parametrize(
    ("layer", "change", "measure", "what"),
    [
        ("times", {"value": "2024-03-21"}, "times: value", "value"),
        ("times", {"due": "2024-03-20"}, "times: due", "due"),
        ("times", {"is_deadline": False}, "times: is_deadline", "is_deadline"),
        ("units", {"path": "3/1"}, "units: path", "path"),
        ("units", {"label": "a"}, "units: label", "label"),
        ("obligations", {"modality": "permission"}, "obligations: modality", "modality"),
        ("obligations", {"bearers": []}, "obligations: bearers", "bearers"),
        ("obligations", {"deadlines": []}, "obligations: deadlines", "deadlines"),
    ],
)
def test_a_spoiled_field_costs_and_is_listed(
    corpus: Path, layer: str, change: dict[str, Any], measure: str, what: str
) -> None:
    (gold,) = load_corpus(corpus)
    before = evaluate([gold])
    first, *others = gold.reading[layer]
    spoiled = replace(gold, reading=gold.reading | {layer: [first | change, *others]})
    after = evaluate([spoiled])
    assert before[measure].value is not None
    assert after[measure].value is not None
    assert after[measure].value < before[measure].value
    listed = [Counter((m.layer, m.what) for m in e.mistakes) for e in (before, after)]
    assert listed[1] - listed[0] == Counter({(layer, what): 1})


def test_what_was_not_annotated_is_not_scored(corpus: Path) -> None:
    (gold,) = load_corpus(corpus)
    scored = evaluate([replace(gold, layers=frozenset(("units",)))])
    assert {s.name for s in scored.scores if s.value is not None} == {
        "kind", "number", "issue date", "units", "units: label", "units: path",
    }  # fmt: skip


def test_a_second_annotation_is_scored_against_the_first(corpus: Path) -> None:
    first = corpus / "annotations" / "cho.jsonl"
    lines = first.read_text(encoding="utf-8").splitlines(keepends=True)
    other = corpus / "second" / "cho.jsonl"
    other.parent.mkdir()
    other.write_text("".join(lines), encoding="utf-8")
    same = evaluate(corpus, second=True)
    assert all(s.value in (1.0, None) for s in same.scores)
    assert same["themes: κ, discipline"].value == 1.0
    other.write_text("".join(line for line in lines if '"thu gom' not in line), encoding="utf-8")
    assert evaluate(corpus, second=True)["obligations"].value == pytest.approx(4 / 5)


def test_a_changed_text_is_refused(corpus: Path) -> None:
    (corpus / "cho.txt").write_text(TEXT + "Hết.\n", encoding="utf-8", newline="")
    with pytest.raises(vd.InputError, match=r"another version of cho\.txt"):
        load_corpus(corpus)


@pytest.mark.parametrize("broken", ["{", '{"record": "time", "text": "Chợ", "start": 0, "end": 3}'])
def test_a_broken_line_is_named(corpus: Path, broken: str) -> None:
    path = corpus / "annotations" / "cho.jsonl"
    path.write_text(path.read_text(encoding="utf-8") + broken + "\n", encoding="utf-8")
    with pytest.raises(vd.InputError, match=r"cho\.jsonl"):
        load_corpus(corpus)


def test_a_folder_without_index_and_an_unknown_split(corpus: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(vd.InputError, match=r"no index\.json"):
        evaluate(empty)
    with pytest.raises(vd.ArgumentError, match="train"):
        evaluate(corpus, split="final")
    with pytest.raises(vd.InputError, match="no annotated document"):
        evaluate(corpus, split="test")


def test_command(corpus: Path) -> None:
    run = CliRunner().invoke(app, ["evaluate", str(corpus), "--errors", "--by-kind"])
    assert run.exit_code == 0
    assert "obligations: whole frame" in run.stdout
    assert "directive" in run.stdout
    plain = json.loads(CliRunner().invoke(app, ["evaluate", str(corpus), "-f", "json"]).stdout)
    assert plain["schema"] == "vndirective-evaluation/1"
    assert {row["name"] for row in plain["scores"]} >= {"times, overlapping", "themes, macro"}
