"""Document and Coverage: what users hold."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from samples import DIRECTIVE, PAPER
from tables import cases

import vndirective as vd
from vndirective.core.errors import ArgumentError, NotClassifiedError
from vndirective.pipeline import classify


@pytest.fixture
def doc(directive_text: str) -> vd.Document:
    return vd.analyze(text=directive_text)


def test_the_frame_is_read(doc: vd.Document) -> None:
    assert (doc.kind, doc.number, doc.issued_on) == ("directive", "04-CT/TU", "2024-02-05")
    assert doc.title == "Về việc trả hồ sơ đúng hạn cho người dân"


def test_every_span_holds_its_text(doc: vd.Document) -> None:
    records = [*doc.sentences, *doc.actors, *doc.times, *doc.citations, *doc.quotes]
    for duty in doc.obligations:
        records += [duty.action, *duty.bearers, *duty.coordinated_with]
    assert len(records) > 20
    for record in records:
        assert doc.text[record.start : record.end] == record.text


def test_duties_and_deadlines(doc: vd.Document) -> None:
    duties = {d.section: d for d in doc.obligations}
    assert set(duties) == {"1/a", "1/b", "2/a", "2/b", "3"}
    due = {t.id: t.due for t in doc.deadlines}
    assert due[duties["1/a"].deadlines[0]] == "2024-03-14"
    assert due[duties["3"].deadlines[0]] == "2024-06-30"
    assert duties["2/b"].modality == "prohibition"


def test_deadlines_are_times(doc: vd.Document) -> None:
    assert doc.deadlines
    assert set(doc.deadlines) < set(doc.times), "the issue date is a time and no deadline"


@pytest.mark.parametrize(
    ("name", "sections"),
    [
        ("Sở Nội vụ", ["1/a", "2/b"]),
        ("sở nội vụ", ["1/a", "2/b"]),
        ("SỞ NỘI VỤ", ["1/a", "2/b"]),
        ("  Sở   Nội vụ ", ["1/a", "2/b"]),
        (unicodedata.normalize("NFD", "Sở Nội vụ"), ["1/a", "2/b"]),
        ("Nội vụ", ["1/a"]),
        ("Sở", ["1/a", "2/b", "3"]),
        ("công chức", ["2/a"]),
        ("công", ["2/a", "3"]),
        ("ở Nội vụ", []),
        ("Sở Tư pháp", ["2/b"]),
        ("Đảng ủy phường Hạ", ["2/b"]),
        ("chuyên viên", ["2/a"]),
        ("giáo viên", []),
    ],
)
def test_duties_of(doc: vd.Document, name: str, sections: list[str]) -> None:
    assert [d.section for d in doc.duties_of(name)] == sections


ASKED = [
    ("các tổ chức chính trị - xã hội", ["Đoàn Thanh niên xã", "Hội Nông dân tỉnh"], ["Sở Nội vụ", "Công an tỉnh", "Thanh tra tỉnh", "Bệnh viện huyện"]),
    ("các tổ chức xã hội, tổ chức tín dụng", [], ["Sở Nội vụ", "Đoàn Thanh niên"]),
    ("các tổ chức, cá nhân", ["Sở Nội vụ", "Công an tỉnh", "Hội Nông dân", "giáo viên"], []),
    ("các cơ quan báo chí", [], ["Sở Nội vụ", "Công an tỉnh"]),
    ("các cơ quan, đơn vị sự nghiệp", ["Sở Nội vụ", "Trường Mầm non Hoa Sen"], ["Hội Nông dân"]),
    ("các đơn vị sự nghiệp", ["Trường Mầm non Hoa Sen"], ["Sở Nội vụ"]),
    ("UBND các huyện, thị xã, thành phố", ["UBND huyện Tân Sa", "UBND thị xã An Lộc", "UBND thị xã", "UBND thành phố Hoài An", "Ủy ban nhân dân thành phố"], ["UBND xã Tân Phú", "UBND tỉnh", "UBND quận 3"]),
    ("UBND các quận, huyện", ["UBND quận 3", "UBND huyện Tân Sa"], ["UBND thị xã An Lộc"]),
    ("UBND các xã, phường và đặc khu", ["UBND xã Tân Phú", "UBND phường 1", "UBND đặc khu Hòn Mây"], ["UBND thị xã An Lộc", "UBND huyện Tân Sa"]),
    ("UBND cấp huyện", ["UBND thị xã An Lộc", "UBND huyện Tân Sa"], ["UBND xã Tân Phú"]),
    ("Chủ tịch UBND các huyện, thị xã", ["Chủ tịch UBND thị xã An Lộc"], ["Chủ tịch UBND thành phố Hoài An", "UBND thị xã An Lộc"]),
]  # fmt: skip


@pytest.mark.parametrize(("bearer", "members", "others"), ASKED)
def test_a_group_is_asked_with_its_members_only(
    bearer: str, members: list[str], others: list[str]
) -> None:
    doc = vd.analyze(text=f"Yêu cầu {bearer} lập sổ theo dõi trước ngày 05/3/2024.")
    assert [b.text for d in doc.obligations for b in d.bearers] != []
    assert [name for name in (*members, *others) if doc.duties_of(name)] == members


@pytest.mark.parametrize("name", ["", "  ", "…"])
def test_duties_of_nobody_are_refused(doc: vd.Document, name: str) -> None:
    with pytest.raises(ArgumentError, match="such as 'Sở Nội vụ'"):
        doc.duties_of(name)


def test_explain_says_who_when_and_how(doc: vd.Document) -> None:
    duty = next(d for d in doc.obligations if d.section == "1/a")
    said = doc.explain(duty)
    where = "section 1/a (mục 1, điểm a)"
    for part in (duty.action.text, "Sở Nội vụ", "2024-03-14", duty.rule, where):
        assert part in said
    every_month = next(d for d in doc.obligations if d.section == "1/b")
    assert "→ FREQ=MONTHLY;BYMONTHDAY=20 (recurs)" in doc.explain(every_month)
    assert doc.explain(duty.id) == said


#: A sentence, and the lines that say more than who and when.
PARTS = [
    ("partner, report, product",
     "Sở Y tế chủ trì, phối hợp với Sở Nội vụ xây dựng kế hoạch tiêm chủng, báo cáo Ủy ban nhân dân tỉnh.",
     ["with: Sở Nội vụ (said in the clause at characters 30–39)",
      "report to: Ủy ban nhân dân tỉnh (said in the clause at characters 78–98)",
      "deliverable: “kế hoạch tiêm chủng” (characters 49–68)"]),
    ("condition, exception, watch, purpose",
     "Nếu có dịch, Sở Y tế phải lập chốt kiểm dịch, trừ trường hợp đã có chốt\ncủa xã, dưới sự giám sát của "
     "Hội đồng nhân dân tỉnh, nhằm bảo vệ người dân.",
     ["monitored by: Hội đồng nhân dân tỉnh (said in the clause at characters 101–123)",
      "condition: “Nếu có dịch” (characters 0–11)",
      "exception: “trừ trường hợp đã có chốt của xã” (characters 46–78)",
      "purpose: “nhằm bảo vệ người dân” (characters 125–146)"]),
    ("nothing else", "Sở Y tế phải lập chốt.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(PARTS))
def test_explain_names_the_other_parts(text: str, expected: list[str]) -> None:
    doc = vd.analyze(text=text)
    (duty,) = doc.obligations
    known = ("obligation", "who", "where", "please check")
    lines = [line.removeprefix("- ") for line in doc.explain(duty).splitlines()[1:]]
    assert [line for line in lines if not line.startswith(known)] == expected


def test_every_duty_can_be_explained(doc: vd.Document) -> None:
    assert len({doc.explain(duty) for duty in doc.obligations}) == len(doc.obligations)


def test_explain_refuses_a_foreign_duty(doc: vd.Document) -> None:
    with pytest.raises(ArgumentError, match="duty='o-none' is not valid"):
        doc.explain("o-none")


def test_to_dict_is_plain_and_complete(doc: vd.Document) -> None:
    found = doc.to_dict()
    assert found["schema"] == "vndirective/1"
    assert found["text"] == doc.text
    assert json.loads(json.dumps(found)) == found, "only plain values"
    assert "words" not in found and "passages" not in found
    for name in ("sections", "sentences", "actors", "times", "obligations"):
        assert len(found[name]) == len(getattr(doc, name))
    for name, span in found["fields"].items():
        assert 0 <= span["start"] < span["end"] <= len(doc.text), name


def test_to_dict_with_words(doc: vd.Document) -> None:
    found = doc.to_dict(words=True)["words"]
    assert [[w.start, w.end, w.pos] for w in doc.words] == found
    assert len(found) > 100


def test_to_json_survives_lone_surrogates() -> None:
    doc = vd.analyze(text="Sở Nội vụ phải rà soát \ud800 hồ sơ.")
    found = json.loads(doc.to_json(indent=1).encode("utf-8"))
    assert found["text"] == doc.text


def test_ids_follow_from_the_text(directive_text: str, doc: vd.Document) -> None:
    again = vd.analyze(text=directive_text)
    assert again.to_dict() == doc.to_dict()
    other = vd.analyze(text=directive_text + " ")
    assert other.id != doc.id
    assert not {d.id for d in doc.obligations} & {d.id for d in other.obligations}


@pytest.mark.parametrize(
    "kind",
    [
        "sections", "sentences", "actors", "times", "deadlines", "obligations", "citations",
        "quotes", "warnings",
    ],
)  # fmt: skip
def test_to_frame_has_a_row_for_each_record(doc: vd.Document, kind: str) -> None:
    frame = doc.to_frame(kind)
    assert len(frame) == len(getattr(doc, kind))


def test_to_frame_names_the_valid_kinds(doc: vd.Document) -> None:
    with pytest.raises(ArgumentError, match=r"kind='duties' is not valid: give .*obligations"):
        doc.to_frame("duties")


def test_themes_before_classification_name_the_remedy(doc: vd.Document) -> None:
    with pytest.raises(NotClassifiedError, match=r"vndirective\.classify\("):
        _ = doc.passages


def test_the_view_is_the_cleaned_text() -> None:
    doc = vd.analyze(text="**Rà soát**\xa0hồ sơ của\ncác phường.")
    assert doc.view == "Rà soát hồ sơ của các phường."
    assert doc.text == "**Rà soát**\xa0hồ sơ của\ncác phường."


@pytest.mark.parametrize("suffix", [".xlsx", ".XLSX", ".ics"])
def test_save_tasks_by_suffix(doc: vd.Document, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"việc{suffix}"
    doc.save_tasks(path)
    start = path.read_bytes()[:15]
    assert start.startswith(b"PK" if suffix.lower() == ".xlsx" else b"BEGIN:VCALENDAR")


def test_save_tasks_refuses_other_suffixes(doc: vd.Document, tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match=r"\.xlsx or \.ics"):
        doc.save_tasks(tmp_path / "tasks.csv")
    assert list(tmp_path.iterdir()) == []


def test_save_tasks_updates(doc: vd.Document, tmp_path: Path) -> None:
    path = tmp_path / "tasks.xlsx"
    first = doc.save_tasks(path)
    again = vd.save_tasks([doc], path, update=True)
    assert (first.written, again.written, again.new, again.backup) == (
        len(doc.obligations), len(doc.obligations), 0, str(tmp_path / "tasks.bak.xlsx"),
    )  # fmt: skip
    with pytest.raises(ArgumentError, match=r"\.xlsx; a calendar is written anew"):
        doc.save_tasks(tmp_path / "tasks.ics", update=True)


def test_repr_tells_what_it_is(doc: vd.Document) -> None:
    assert "04-CT/TU" in repr(doc) and "\n" not in repr(doc)
    assert "<script" not in doc._repr_html_()


def test_to_html_escapes_the_text() -> None:
    doc = vd.analyze(text="Sở Nội vụ phải rà soát <script>alert(1)</script> hồ sơ & báo cáo.")
    page = doc.to_html()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page


def test_proposals_are_duties_of_a_paper(paper_text: str) -> None:
    paper = vd.analyze(text=paper_text)
    assert paper.kind == "seminar_paper"
    assert [p.modality for p in paper.proposals] == ["recommendation"]
    assert set(paper.proposals) <= set(paper.obligations)


@pytest.fixture(scope="module")
def coverage(tmp_path_factory: pytest.TempPathFactory) -> vd.Coverage:
    folder = tmp_path_factory.mktemp("papers")
    (folder / "a.txt").write_text(PAPER, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    return classify(folder, vd.themes_from(vd.analyze(text=DIRECTIVE)))


def test_papers_and_errors(coverage: vd.Coverage) -> None:
    assert [Path(p.analysis.source.path or "").name for p in coverage.papers] == ["a.txt"]
    assert [(Path(e.path).name, e.code) for e in coverage.errors] == [("b.txt", "empty")]


def test_a_report_names_its_directive(coverage: vd.Coverage, doc: vd.Document) -> None:
    assert coverage.directive is None
    named = classify([vd.analyze(text=PAPER)], coverage.codebook, directive=doc)
    assert named.directive is doc
    for page in (named.to_html(), named._repr_html_()):
        assert "04-CT/TU" in page and "05/02/2024" in page
    assert named.to_html() == named.to_html()


def test_to_dict_is_plain(coverage: vd.Coverage) -> None:
    found = coverage.to_dict()
    assert found["schema"] == "vndirective-coverage/1"
    assert json.loads(json.dumps(found)) == found
    themes = {t["id"] for t in found["codebook"]["themes"]}
    assert set(found["gaps"]) <= themes
    assert all(set(p["themes"]) <= themes for p in found["papers"])


def test_gaps_are_the_themes_without_a_contribution(coverage: vd.Coverage) -> None:
    covered = {
        theme
        for paper in coverage.to_dict()["papers"]
        for theme, found in paper["themes"].items()
        if found["stance"] != "quoting"
    }
    assert set(coverage.gaps) == {t.id for t in coverage.codebook.themes} - covered


def test_a_theme_that_no_paper_has_is_no_unknown_theme(coverage: vd.Coverage) -> None:
    for theme in coverage.codebook.themes:
        found = coverage.kwic(theme=theme.id)
        assert bool(found) == any(theme.id in p["themes"] for p in coverage.to_dict()["papers"])
    with pytest.raises(ArgumentError, match="theme='zzz' is not valid: give one of"):
        coverage.kwic(theme="zzz")


def test_passages_are_known_now(coverage: vd.Coverage) -> None:
    passages = coverage.papers[0].passages
    assert passages
    text = coverage.papers[0].text
    for passage in passages:
        assert 0 <= passage.start < passage.end <= len(text)
        for theme in passage.themes:
            assert 0 <= theme.score <= 1
            assert all(text[e.start : e.end] == e.text for e in theme.evidence)


def test_to_frame_has_a_row_a_paper(coverage: vd.Coverage) -> None:
    frame = coverage.to_frame()
    assert len(frame) == 1
    assert {t.id for t in coverage.codebook.themes} <= set(map(str, frame.columns))


def test_save_writes_five_files(coverage: vd.Coverage, tmp_path: Path) -> None:
    written = coverage.save(tmp_path / "kết quả" / "đợt 1").files
    assert {p.name for p in written} == {
        "coverage.html", "coverage.xlsx", "coverage.json", "papers.jsonl", "errors.jsonl",
    }  # fmt: skip
    assert {p.name for p in (tmp_path / "kết quả" / "đợt 1").iterdir()} == {p.name for p in written}
    errors = (tmp_path / "kết quả" / "đợt 1" / "errors.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line)["code"] for line in errors.splitlines()] == ["empty"]


def test_save_says_what_did_not_fit(coverage: vd.Coverage, tmp_path: Path) -> None:
    data = coverage.data
    theme = replace(data.codebook.themes[0], label="Chủ đề " * 5000)
    codebook = replace(data.codebook, themes=(theme, *data.codebook.themes[1:]))
    long = vd.Coverage(replace(data, codebook=codebook))
    warnings = long.save(tmp_path).warnings
    assert {warning.code for warning in warnings} == {"cell_cut"}
    assert coverage.save(tmp_path).warnings == ()


def test_repr_counts(coverage: vd.Coverage) -> None:
    assert repr(coverage).startswith("Coverage(1 papers, 3 themes,")
