"""The command line on tasks, themes and papers: the files it writes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from runs import CODEBOOK, PARTLY, RIGHT, WRONG, Cli, Run, assert_refused
from test_real_texts import breaches

import vndirective as vd
from vndirective.classify.codebook import load_themes

# -- tasks, themes, classify ------------------------------------------------------------------------


def test_tasks_as_a_table(cli: Cli, directive: Path) -> None:
    run = cli("tasks", directive)
    assert (run.code, run.err) == (RIGHT, "")
    assert "14/03/2024" in run.out and "Sở Nội vụ" in run.out


def test_nothing_to_do_is_said_in_the_language_of_the_table(cli: Cli, tmp_path: Path) -> None:
    text = tmp_path / "trống.txt"
    text.write_text("Hôm nay trời đẹp.", encoding="utf-8")
    assert "(không tìm thấy nhiệm vụ nào)" in cli("tasks", text).out


def test_a_period_without_a_date_is_shown(cli: Cli, tmp_path: Path) -> None:
    text = tmp_path / "quy-dinh.txt"
    text.write_text(
        "QUY ĐỊNH\n\nĐiều 1. Trách nhiệm\n"
        "1. Sở Y tế báo cáo Ủy ban nhân dân tỉnh trong 24 giờ kể từ khi phát hiện ca bệnh.\n"
        "2. Sở Xây dựng rà soát các công trình.\n",
        encoding="utf-8",
    )
    run = cli("tasks", text)
    assert "trong 24 giờ  Sở Y tế" in run.out
    calendar = tmp_path / "việc.ics"
    run = cli("tasks", text, "-o", calendar)
    assert f"{calendar}: 1 to-dos; 1 duties left out, as the text does not say when" in run.err


def test_tasks_as_files(cli: Cli, directive: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    sheet, calendar = tmp_path / "việc.xlsx", tmp_path / "việc.ics"
    run = cli("tasks", directive, "-o", sheet, "-o", calendar, "-q")
    assert run == Run(RIGHT, "", "")
    cells = [str(c.value) for row in load_workbook(sheet).worksheets[0].iter_rows() for c in row]
    assert any("Sở Nội vụ" in cell for cell in cells)
    assert calendar.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert b"20240314" in calendar.read_bytes()


def test_tasks_say_what_a_document_is_warned_of(cli: Cli, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_text("Sở Nội vụ phải báo cáo trước ngày 15/12.", encoding="utf-8")
    expected = [
        f"vndirective: {path}: no issue date was found: dates without a year and relative times "
        "stay open; give issued_on (--issued-on)"
        for path in paths
    ]
    run = cli("tasks", *paths)
    assert (run.code, run.err.splitlines()) == (RIGHT, expected)
    run = cli("tasks", *paths, "-q", "-o", tmp_path / "việc.xlsx")
    assert run.err.splitlines() == expected


def test_a_list_that_is_written_over_is_kept(cli: Cli, directive: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    sheet = tmp_path / "việc.xlsx"
    for _ in range(2):  # nobody has written into it
        assert cli("tasks", directive, "-o", sheet).err == f"{sheet}: 5 duties\n"
    book = load_workbook(sheet)
    book.worksheets[0]["L2"] = "Hoàn thành"
    book.save(sheet)
    before = sheet.read_bytes()
    run = cli("tasks", directive, "-o", sheet)
    backup = tmp_path / "việc.bak.xlsx"
    assert run.err == f"{sheet}: 5 duties; the list as it was: {backup}\n"
    assert backup.read_bytes() == before


def test_a_codebook_that_is_written_over_is_kept(cli: Cli, directive: Path, tmp_path: Path) -> None:
    codebook = tmp_path / "chủ đề.yaml"
    for _ in range(2):
        assert cli("themes", directive, "-o", codebook) == Run(RIGHT, "", "")
    codebook.write_text("id: cua-toi\n", encoding="utf-8")
    run = cli("themes", directive, "-o", codebook)
    backup = tmp_path / "chủ đề.bak.yaml"
    assert run.err == f"{codebook}: the codebook as it was: {backup}\n"
    assert backup.read_text(encoding="utf-8") == "id: cua-toi\n"


def test_tasks_of_several_directives(cli: Cli, directive: Path, tmp_path: Path) -> None:
    other = tmp_path / "khác.txt"
    text = directive.read_text(encoding="utf-8").replace("04-CT/TU", "05-CT/TU")
    other.write_text(text, encoding="utf-8")
    run = cli("tasks", directive, other)
    assert run.code == RIGHT
    assert "04-CT/TU" in run.out and "05-CT/TU" in run.out


def test_tasks_are_updated(cli: Cli, directive: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    sheet, calendar = tmp_path / "việc.xlsx", tmp_path / "việc.ics"
    cli("tasks", directive, "-o", sheet)
    book = load_workbook(sheet)
    titles = {cell.value: cell.column for cell in book.worksheets[0][1]}
    book.worksheets[0].cell(2, titles["Ghi chú"]).value = "đã gọi"
    book.save(sheet)
    text = directive.read_text(encoding="utf-8").replace("15/3/2024", "18/3/2024")
    directive.write_text(f"Thừa lệnh.\n{text}", encoding="utf-8")
    run = cli("tasks", directive, "--update", sheet, "-o", calendar)
    assert (run.code, run.out) == (RIGHT, "")
    assert "5 duties, 0 new, 1 changed, 0 gone" in run.err
    assert "việc.bak.xlsx" in run.err
    assert b"20240317" in calendar.read_bytes()
    notes = [row[titles["Ghi chú"] - 1] for row in load_workbook(sheet).worksheets[0].values]
    assert notes.count("đã gọi") == 1


def test_rows_that_were_deleted_are_counted(cli: Cli, directive: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    sheet = tmp_path / "việc.xlsx"
    cli("tasks", directive, "-o", sheet)
    book = load_workbook(sheet)
    book.worksheets[0].delete_rows(2)
    book.save(sheet)
    text = directive.read_text(encoding="utf-8")
    for opening in ("", "Thừa lệnh.\n"):  # every id is another one then
        directive.write_text(opening + text, encoding="utf-8")
        run = cli("tasks", directive, "--update", sheet)
        assert "4 duties, 0 new, 0 changed, 0 gone; rows that stay deleted: 1;" in run.err


@pytest.mark.parametrize("option", ["--update", "-o"])
def test_where_nothing_was_read_a_list_stays(
    cli: Cli, directive: Path, tmp_path: Path, option: str
) -> None:
    sheet = tmp_path / "việc.xlsx"
    cli("tasks", directive, "-o", sheet)
    before = sheet.read_bytes()
    empty = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in empty:
        path.write_bytes(b"")
    assert cli("tasks", *empty, option, sheet).code == WRONG
    assert sheet.read_bytes() == before


def test_a_document_that_failed_is_not_gone(cli: Cli, directive: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "việc.xlsx"
    other = tmp_path / "khác.txt"
    text = directive.read_text(encoding="utf-8").replace("04-CT/TU", "05-CT/TU")
    other.write_text(text, encoding="utf-8")
    cli("tasks", directive, other, "-o", sheet)
    other.write_bytes(b"")
    run = cli("tasks", directive, other, "--update", sheet)
    assert run.code == PARTLY
    assert "10 duties, 0 new, 0 changed, 0 gone" in run.err


def test_themes_load_again(cli: Cli, directive: Path, tmp_path: Path) -> None:
    printed = cli("themes", directive)
    written = tmp_path / "chủ đề.yaml"
    assert cli("themes", directive, "-o", written) == Run(RIGHT, "", "")
    assert (printed.code, printed.err) == (RIGHT, "")
    assert printed.out.strip() == written.read_text(encoding="utf-8").strip()
    assert load_themes(written) == vd.themes_from(vd.analyze(directive))


REPORT = {
    "coverage.html", "coverage.xlsx", "coverage.json", "papers.jsonl", "errors.jsonl",
    "tasks.xlsx", "tasks.ics",
}  # fmt: skip


def test_classify_writes_the_report(
    cli: Cli, directive: Path, papers: Path, tmp_path: Path
) -> None:
    out = tmp_path / "báo cáo"
    run = cli("classify", papers, "--directive", directive, "--out", out, "-q")
    assert_refused(run, "3-trong.txt", code=PARTLY)
    assert run.out == ""
    assert {p.name for p in out.iterdir()} == REPORT
    coverage = json.loads((out / "coverage.json").read_bytes())
    assert [len(coverage["papers"]), len(coverage["errors"])] == [2, 1]
    assert [t["sections"] for t in coverage["codebook"]["themes"]] == [["1"], ["2"], ["3"]]
    errors = [json.loads(e) for e in (out / "errors.jsonl").read_text("utf-8").splitlines()]
    assert [(Path(e["path"]).name, e["code"]) for e in errors] == [("3-trong.txt", "empty")]
    for line in (out / "papers.jsonl").read_text("utf-8").splitlines():
        assert breaches(json.loads(line)) == []


def test_classify_with_a_codebook_only(cli: Cli, papers: Path, tmp_path: Path) -> None:
    (papers / "3-trong.txt").unlink()
    out = tmp_path / "out"
    run = cli("classify", papers, "--themes", "hanoi-24", "-o", out)
    assert (run.code, run.err) == (RIGHT, "")
    assert f"Báo cáo: {out / 'coverage.html'}" in run.out
    assert {p.name for p in out.iterdir()} == REPORT - {"tasks.xlsx", "tasks.ics"}


def test_classify_with_a_codebook_of_the_user(cli: Cli, papers: Path, tmp_path: Path) -> None:
    themes = tmp_path / "mã.yaml"
    themes.write_text(CODEBOOK.format(second="ky", extra=""), encoding="utf-8")
    run = cli("classify", papers, "--themes", themes, "-o", tmp_path / "out", "-q")
    assert run.code == PARTLY
    coverage = json.loads((tmp_path / "out" / "coverage.json").read_bytes())
    assert [t["id"] for t in coverage["codebook"]["themes"]] == ["so", "ky"]


def test_doubts_about_a_codebook_are_one_line_each(cli: Cli, papers: Path, tmp_path: Path) -> None:
    (papers / "3-trong.txt").unlink()
    themes = tmp_path / "so.yaml"
    themes.write_text(
        'id: so\ntitle: Số\nversion: "1"\nthemes: [{id: so, label: Số, seeds: [chuyển đổi số]}]\n',
        encoding="utf-8",
    )
    run = cli("classify", papers, "--themes", themes, "-o", tmp_path / "out", "-q")
    assert run.code == RIGHT
    lines = run.err.splitlines()
    assert len(lines) == 2 and all(line.startswith("vndirective: ") for line in lines)
    assert "no definition" in lines[0] and "one theme" in lines[1]
    coverage = json.loads((tmp_path / "out" / "coverage.json").read_bytes())
    assert [w["code"] for w in coverage["warnings"]] == ["no_definition", "one_theme"]


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("chi-thi.txt", lambda text: text),
        ("bản sao.txt", lambda text: text),
        ("từ Windows.txt", lambda text: text.replace("\n", "\r\n")),
        ("bản in.html", lambda text: f"<p>{text.replace(chr(10) * 2, '</p><p>')}</p>"),
    ],
)
def test_the_directive_in_the_folder_is_no_paper(
    cli: Cli,
    papers: Path,
    directive: Path,
    tmp_path: Path,
    name: str,
    changed: Callable[[str], str],
) -> None:
    (papers / "3-trong.txt").unlink()
    (papers / name).write_bytes(changed(directive.read_text(encoding="utf-8")).encode())
    out = tmp_path / "out"
    run = cli("classify", papers, "--directive", directive, "-o", out, "-q")
    assert run.code == RIGHT
    assert run.err.splitlines() == [
        f"vndirective: {papers / name}: left out, it is the directive itself"
    ]
    coverage = json.loads((out / "coverage.json").read_bytes())
    assert [Path(p["path"]).name for p in coverage["papers"]] == ["1-ben-dinh.txt", "2-hai-loc.txt"]
    assert [w["code"] for w in coverage["warnings"]] == ["directive_left_out"]


def test_what_is_not_counted_is_named(
    cli: Cli, papers: Path, directive: Path, tmp_path: Path
) -> None:
    (papers / "3-trong.txt").unlink()
    (papers / "2 bản sao.txt").write_bytes((papers / "2-hai-loc.txt").read_bytes())
    for name in ("4.pptx", "ảnh.jpg"):
        (papers / name).write_bytes(b"x")
    run = cli("classify", papers, "--directive", directive, "-o", tmp_path / "out", "-q")
    others = f"{papers}: 2 files of other kinds were not read: 4.pptx, ảnh.jpg; save as .docx"
    assert run.code == RIGHT
    copy, other = run.err.splitlines()
    same = papers / "2 bản sao.txt"
    assert copy == f"vndirective: {papers / '2-hai-loc.txt'}: left out, it is the same as {same}"
    assert other.startswith(f"vndirective: {others}")
    for command in ("analyze", "tasks"):
        run = cli(command, papers, "-q")
        assert run.code == RIGHT and run.err.startswith(f"vndirective: {others}")


def test_what_only_resembles_the_directive_is_a_paper(
    cli: Cli, papers: Path, directive: Path, tmp_path: Path
) -> None:
    text = directive.read_text(encoding="utf-8").replace("15/3/2024", "16/3/2024")
    (papers / "3-trong.txt").write_text(text, encoding="utf-8")
    run = cli("classify", papers, "--directive", directive, "-o", tmp_path / "out", "-q")
    assert (run.code, run.err) == (RIGHT, "")


def test_a_report_in_the_folder_of_the_papers_is_no_paper(cli: Cli, papers: Path) -> None:
    arguments = ("classify", papers, "--themes", "hanoi-24", "-o", papers / "báo cáo", "-q")
    cli(*arguments)
    first = json.loads((papers / "báo cáo" / "coverage.json").read_bytes())
    run = cli(*arguments)
    again = json.loads((papers / "báo cáo" / "coverage.json").read_bytes())
    assert "coverage" not in run.err
    assert [p["path"] for p in again["papers"]] == [p["path"] for p in first["papers"]]


def test_a_paper_in_another_language_is_named(cli: Cli, papers: Path, tmp_path: Path) -> None:
    text = "The seminar heard about markets and streets. Nobody spoke of the harbor. " * 20
    (papers / "foreign.txt").write_text(text, encoding="utf-8")
    run = cli("classify", papers, "--themes", "hanoi-24", "-o", tmp_path / "out", "-q")
    assert "foreign.txt: the text does not" in run.err
    html = (tmp_path / "out" / "coverage.html").read_text(encoding="utf-8")
    assert "foreign.txt: không giống tiếng Việt có dấu" in html


def test_a_report_replaces_an_older_one(cli: Cli, papers: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = ("classify", papers, "--themes", "hanoi-24", "-o", out, "-q")
    cli(*arguments)
    first = (out / "coverage.json").read_bytes()
    cli(*arguments)
    assert (out / "coverage.json").read_bytes() == first
    assert not list(out.glob("*.tmp"))
