"""Every entry of a lexicon finds its own example, and no rule its counter-example."""

from __future__ import annotations

import inspect
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import vndirective as vd
from vndirective.core.orthography import fold
from vndirective.core.resources import lexicon
from vndirective.core.tokens import token_keys
from vndirective.extract.times import find, rules, values
from vndirective.extract.times.rules import time_rules
from vndirective.segment.marks import kind_names

RULES = {rule.id: rule for start in time_rules().by_start.values() for rule in start.rules}
TIMES = [(r["id"], e) for r in lexicon("times")["rules"] for e in r["examples"]]
NO_TIMES = [(r["id"], e) for r in lexicon("times")["rules"] for e in r["not"]]
CUES = [
    (entry["form"], entry)
    for kind in ("performatives", "modals")
    for entry in lexicon("cues")[kind]
]


@pytest.mark.parametrize(("rule", "example"), TIMES)
def test_a_time_rule_matches_its_example_whole(rule: str, example: str) -> None:
    match = RULES[rule].pattern.match(fold(example))
    assert match is not None, f"{rule} does not match {example!r}"
    assert match[0] == fold(example), f"{rule} matches {match[0]!r} of {example!r}"


@pytest.mark.parametrize(("rule", "example"), NO_TIMES)
def test_a_time_rule_leaves_its_counter_example(rule: str, example: str) -> None:
    match = RULES[rule].pattern.match(fold(example))
    assert match is None, f"{rule} matches {match and match[0]!r} of {example!r}"


@pytest.mark.parametrize("trap", lexicon("times")["traps"]["examples"])
def test_a_trap_is_no_time(trap: str) -> None:
    assert vd.analyze(text=f"Kết quả nêu tại {trap} đã công bố.").analysis.times == ()


@pytest.mark.parametrize(("form", "entry"), CUES)
def test_a_cue_is_found_in_its_example(form: str, entry: dict[str, object]) -> None:
    found = vd.analyze(text=str(entry["example"])).obligations
    assert [o.modality for o in found] == [entry["modality"]], entry["example"]
    assert found[0].strength == entry["strength"]
    assert found[0].cue is not None
    assert fold(found[0].cue.text) == fold(form)


@pytest.mark.parametrize("entry", lexicon("kinds")["kinds"], ids=lambda e: e["kind"])
def test_a_kind_is_told_by_its_example(entry: dict[str, object]) -> None:
    example = str(entry["example"])
    codes = [str(c) for c in entry["codes"]]  # type: ignore[attr-defined]
    if codes:
        assert any(re.search(rf"[/-]{code}\b", example) for code in codes)
    else:
        assert kind_names()[fold(example)] == entry["kind"]


HEADS = [(c["gloss"], c) for c in lexicon("organizations")["classes"]]
NOUNS = [(c["id"], c) for c in lexicon("groups")["classes"]]
NOUN_WORDS = [(word, c) for _, c in NOUNS for word in c.get("words", ())]
NOUN_WORDS += [
    (f"{head} {tail}", c)
    for _, c in NOUNS
    for head in c.get("heads", ())[:1]
    for tail in c["tails"]
]


@pytest.mark.parametrize(("gloss", "entry"), HEADS)
def test_a_class_of_heads_is_found_in_its_example(gloss: str, entry: dict[str, object]) -> None:
    example = str(entry["example"])
    (actor,) = vd.analyze(text=example).actors
    assert actor.text == example.removesuffix(" họp."), gloss
    assert actor.branch == entry["branch"]
    assert entry["level"] in (None, actor.level)


@pytest.mark.parametrize(("identity", "entry"), NOUNS)
def test_a_class_of_nouns_is_found_in_its_example(identity: str, entry: dict[str, object]) -> None:
    assert vd.analyze(text=str(entry["example"])).actors, identity


@pytest.mark.parametrize(("word", "entry"), NOUN_WORDS)
def test_a_noun_with_a_quantifier_is_a_group(word: str, entry: dict[str, object]) -> None:
    found = vd.analyze(text=f"Yêu cầu các {word} phải báo cáo.").actors
    if fold(word) == "đồng chí":
        assert [a.text for a in found] == ["các đồng chí"]
    assert found, word
    assert fold(found[0].text) in (fold(f"các {word}"), fold(word)), entry["id"]


@pytest.mark.parametrize("phrase", lexicon("groups")["not_actors"] + lexicon("groups")["events"])
def test_a_phrase_that_names_nobody_is_no_actor(phrase: str) -> None:
    found = vd.analyze(text=f"Bàn về {phrase}.").actors
    assert found == (), [a.text for a in found]


@pytest.mark.parametrize("topic", lexicon("organizations")["topics"])
def test_a_board_is_named_by_its_topic(topic: str) -> None:
    (actor,) = vd.analyze(text=f"Kiện toàn Ban Chỉ đạo {topic}.").actors
    assert actor.text == f"Ban Chỉ đạo {topic}"


@pytest.mark.parametrize("opening", lexicon("organizations")["document_openings"])
def test_a_title_is_no_part_of_its_issuer(opening: str) -> None:
    (actor,) = vd.analyze(text=f"Theo văn bản của Bộ Y tế {opening} phí khám bệnh.").actors
    assert actor.text == "Bộ Y tế"


@pytest.mark.parametrize("office", lexicon("offices")["alone"] + lexicon("offices")["common"])
def test_an_office_is_found(office: str) -> None:
    found = vd.analyze(text=f"Hôm nay {office} họp.").actors
    assert [(a.text, a.type) for a in found] == [(office, "ROLE")]


@pytest.mark.parametrize("law", lexicon("citations")["named"])
def test_a_law_is_found_by_its_name(law: str) -> None:
    assert [c.text for c in vd.analyze(text=f"Theo {law} năm 2024, các xã làm.").citations] == [
        f"{law} năm 2024"
    ]


@pytest.mark.parametrize(
    "name",
    [
        "cues",
        "times",
        "organizations",
        "offices",
        "groups",
        "kinds",
        "frame",
        "citations",
        "quotes",
        "circles",
        "task_headings",
    ],
)
def test_a_lexicon_says_what_it_holds_and_repeats_nothing(name: str) -> None:
    data = lexicon(name)
    assert data["about"]
    for key, entries in data.items():
        if isinstance(entries, list) and all(isinstance(e, str) for e in entries):
            folded = [fold(e) for e in entries]
            doubles = {e for e in folded if folded.count(e) > 1}
            assert not doubles, f"{name}.{key} repeats {doubles}"
    for where, inner in _lists_of(data, name):
        doubles = {e for e, times in Counter(inner).items() if times > 1}
        assert not doubles, f"{where} repeats {doubles}"


def _lists_of(data: object, where: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the lists of words at any depth, and where they stand."""
    if isinstance(data, list) and all(isinstance(e, str) for e in data):
        yield where, data
    elif isinstance(data, (dict, list)):
        for key, part in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _lists_of(part, f"{where}.{key}")


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    keys = [key for key, _ in pairs]
    assert len(set(keys)) == len(keys), f"{[k for k in keys if keys.count(k) > 1]} stand twice"
    return dict(pairs)


@pytest.mark.parametrize(
    "path", sorted((Path(vd.__file__).parent / "lexicons").glob("*.json")), ids=lambda p: p.name
)
def test_no_entry_hides_another_of_its_name(path: Path) -> None:
    json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_without_doubles)


def test_what_finishes_a_task_has_the_length_that_is_looked_back() -> None:
    # extract/duties/duty_times.py looks so many tokens before a time
    assert {len(token_keys(form)) for form in lexicon("cues")["finished"]} == {3}


def test_what_a_time_rule_says_is_read() -> None:
    readers = "".join(map(inspect.getsource, (find, rules, values)))
    groups = {name for rule in RULES.values() for name in rule.pattern.groupindex}
    # "never" holds of what no other name lets pass
    alone = {rule.alone for rule in RULES.values() if rule.alone} - {"never"}
    assert [name for name in sorted(groups | alone) if f'"{name}"' not in readers] == []
