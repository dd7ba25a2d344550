"""The command line, run as a program: exit codes, one line of error, the files it writes."""

from __future__ import annotations

import json
import os
import stat
import sys
import unicodedata
from pathlib import Path

import pytest
from runs import CODEBOOK, PARTLY, RIGHT, WRONG, Cli, assert_refused
from tables import cases
from test_real_texts import breaches

import vndirective as vd

# -- analyze --------------------------------------------------------------------------------------


def test_analyze_prints_a_summary(cli: Cli, directive: Path) -> None:
    run = cli("analyze", directive)
    assert (run.code, run.err) == (RIGHT, "")
    assert "directive 04-CT/TU, 2024-02-05" in run.out
    assert "5 obligations" in run.out


def test_analyze_json_holds_the_contract(cli: Cli, directive: Path, directive_text: str) -> None:
    run = cli("analyze", directive, "--format", "json", "--words")
    assert (run.code, run.err) == (RIGHT, "")
    found = json.loads(run.out)
    assert breaches(found) == []
    assert found["text"] == directive_text
    assert found["words"]
    assert found == json.loads(json.dumps(vd.analyze(directive).to_dict(words=True)))


def test_analyze_many_gives_a_list_or_lines(cli: Cli, papers: Path) -> None:
    (papers / "3-trong.txt").unlink()
    listed = cli("analyze", papers, "-f", "json", "-j", "2")
    lines = cli("analyze", papers, "-f", "jsonl")
    assert (listed.code, lines.code) == (RIGHT, RIGHT)
    assert json.loads(listed.out) == [json.loads(line) for line in lines.out.splitlines()]
    assert [Path(d["source"]["path"]).name for d in json.loads(listed.out)] == [
        "1-ben-dinh.txt", "2-hai-loc.txt",
    ]  # fmt: skip


def test_analyze_writes_to_a_file(cli: Cli, directive: Path, tmp_path: Path) -> None:
    run = cli("analyze", directive, "-f", "json", "--out", tmp_path / "kết quả.json")
    assert (run.code, run.out, run.err) == (RIGHT, "", "")
    assert json.loads((tmp_path / "kết quả.json").read_bytes())["number"] == "04-CT/TU"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_device_is_not_replaced_by_a_file(cli: Cli, directive: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        cli("analyze", directive, "--out", pipe)
        assert stat.S_ISFIFO(pipe.stat().st_mode)
    finally:
        os.close(reader)


def test_analyze_html(cli: Cli, directive: Path) -> None:
    run = cli("analyze", directive, "-f", "html")
    assert run.code == RIGHT
    assert run.out.lstrip().lower().startswith("<!doctype html")


def test_analyze_html_takes_one_document(cli: Cli, papers: Path) -> None:
    (papers / "3-trong.txt").unlink()
    assert_refused(cli("analyze", papers, "-f", "html"), "-f='html'", "single document")


def test_an_issue_date_may_be_given(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Sở Nội vụ phải báo cáo trước ngày 15/12.", encoding="utf-8")
    run = cli("analyze", path, "-f", "json", "--issued-on", "2023-08-07")
    assert json.loads(run.out)["times"][0]["due"] == "2023-12-14"


def test_a_file_of_before_unicode_is_read(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "cu.txt"
    path.write_bytes("Së Néi vô ph¶i b¸o c¸o tr\xadíc ngµy 15/12.".encode("cp1252"))
    run = cli("analyze", path, "-f", "json", "--encoding", "TCVN3", "--limit", "max_bytes=1000")
    found = json.loads(run.out)
    assert found["text"] == "Sở Nội vụ phải báo cáo trước ngày 15/12."
    assert found["source"]["encoding"] == "tcvn3"
    assert found["source"]["apart"] == []


def test_a_file_with_lone_surrogates_is_refused(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Sở Nội vụ phải báo cáo \ud800.".encode("utf-16-le", "surrogatepass"))
    assert_refused(cli("analyze", path, "-f", "json", "--encoding", "utf-16-le"), str(path))


# -- errors ---------------------------------------------------------------------------------------

ERRORS = [
    ("missing file", ["analyze", "không-có.txt"], ["không-có.txt", "no such file"]),
    ("empty file", ["analyze", "{empty}"], ["trống.txt", "0 bytes"]),
    ("blank file", ["analyze", "{blank}"], ["trắng.txt", "no text"]),
    ("unreadable bytes", ["analyze", "{bytes}"], ["bytes.txt"]),
    ("wrong encoding", ["analyze", "{latin}", "--encoding", "utf-8"], ["latin.txt", "utf-8"]),
    ("unknown encoding", ["analyze", "{latin}", "--encoding", "utf-99"], ["utf-99"]),
    ("file beyond a limit", ["analyze", "{good}", "--limit", "max_bytes=10"], ["tốt.txt", "max_bytes"]),
    ("unknown limit", ["analyze", "{good}", "--limit", "pages=10"], ["pages=10", "max_pages"]),
    ("limit of nothing", ["classify", "{good}", "--themes", "hanoi-24", "--limit", "max_bytes=0"], ["max_bytes=0"]),
    ("broken .docx", ["analyze", "{docx}"], ["hỏng.docx"]),
    ("broken .pdf", ["analyze", "{pdf}"], ["hỏng.pdf"]),
    ("unknown suffix", ["analyze", "{odd}"], ["bảng.csv", ".docx"]),
    ("empty folder", ["analyze", "{folder}"], ["rỗng", "no document"]),
    ("unknown format", ["analyze", "{good}", "--format", "xml"], ["--format='xml'", "jsonl"]),
    ("words in a summary", ["analyze", "{good}", "--words"], ["'text'", "json or jsonl", "--words"]),
    ("missing list of bodies", ["tasks", "{good}", "--agencies", "thiếu.csv"], ["thiếu.csv", "no such file"]),
    ("list of bodies that is a folder", ["tasks", "{good}", "--agencies", "{folder}"], ["rỗng", "give a readable CSV"]),
    ("list of bodies in another encoding", ["tasks", "{good}", "--agencies", "{latin}"], ["latin.txt", "not UTF-8"]),
    ("unknown date", ["analyze", "{good}", "--issued-on", "7/8/2023"], ["7/8/2023", "2023-08-07"]),
    ("unknown task file", ["tasks", "{good}", "-o", "việc.csv"], ["việc.csv", ".xlsx or .ics"]),
    ("update of a calendar", ["tasks", "{good}", "--update", "việc.ics"], ["--update", "việc.ics", ".xlsx"]),
    ("update of what is not there", ["tasks", "{good}", "--update", "việc.xlsx"], ["việc.xlsx", "no such file", "--out instead of --update"]),
    ("update of no workbook", ["tasks", "{good}", "--update", "{sheet}"], ["bảng.xlsx", "not an .xlsx"]),
    ("update of the output", ["tasks", "{good}", "-o", "{sheet}", "--update", "{sheet}"], ["-o=", "--update", "bảng.xlsx"]),
    ("output in a missing folder", ["analyze", "{good}", "--out", "không/có.json"], ["có.json", "folder"]),
    ("tasks in a missing folder", ["tasks", "{good}", "-o", "không/việc.xlsx"], ["việc.xlsx", "the folder does not exist; create it"]),
    ("a calendar in a missing folder", ["tasks", "{good}", "-o", "không/việc.ics"], ["việc.ics", "the folder does not exist; create it"]),
    ("themes in a missing folder", ["themes", "{good}", "-o", "không/mã.yaml"], ["mã.yaml", "the folder does not exist; create it"]),
    ("output in a file", ["tasks", "{good}", "-o", "{good}/việc.xlsx"], ["việc.xlsx", "the folder does not exist; create it"]),
    ("a bad file for a missing folder", ["analyze", "{empty}", "--out", "không/có.json"], ["có.json", "folder"]),
    ("output that is read", ["analyze", "{good}", "--out", "{good}"], ["--out=", "another file: ", "tốt.txt is read and would be lost"]),
    ("output that is read from a folder", ["analyze", "{read}", "--out", "{read}/a.html", "-f", "html"], ["--out=", "a.html is read"]),
    ("themes over their directive", ["themes", "{good}", "-o", "{good}"], ["-o=", "tốt.txt is read and would be lost"]),
    ("tasks over their list of bodies", ["tasks", "{good}", "-o", "{bodies}", "--agencies", "{bodies}"], ["-o=", "is read and would be lost"]),
    ("a report over a paper", ["classify", "{report}", "--themes", "hanoi-24", "-o", "{report}"], ["coverage.html is read"]),
    ("output that is a folder", ["analyze", "{good}", "--out", "{folder}"], ["rỗng"]),
    ("themes of a text without items", ["themes", "{plain}"], [" directive='", "plain.txt", "item"]),
    ("a directive without items", ["classify", "{good}", "--directive", "{plain}"], ["--directive='", "plain.txt"]),
    ("neither directive nor themes", ["classify", "{good}"], ["--directive", "--themes"]),
    ("unknown codebook", ["classify", "{good}", "--themes", "hanoi-25"], ["hanoi-25", "hanoi-24"]),
    ("missing codebook", ["classify", "{good}", "--themes", "mã.yaml"], ["mã.yaml"]),
    ("doubled theme id", ["classify", "{good}", "--themes", "{twice}"], ["twice.yaml", "'so'", "twice"]),
    ("unknown key", ["classify", "{good}", "--themes", "{key}"], ["key.yaml", "'colour'", "valid keys"]),
    ("codebook that is no YAML", ["classify", "{good}", "--themes", "{noyaml}"], ["noyaml.yaml"]),
    ("nothing but the directive", ["classify", "{good}", "--directive", "{good}"], ["tốt.txt", "no paper"]),
    ("missing directive", ["classify", "{good}", "--directive", "chỉ-thị.txt"], ["chỉ-thị.txt"]),
]  # fmt: skip


@pytest.fixture
def places(tmp_path: Path, directive_text: str) -> dict[str, Path]:
    names = {
        "good": "tốt.txt", "plain": "plain.txt", "empty": "trống.txt", "blank": "trắng.txt",
        "bytes": "bytes.txt", "latin": "latin.txt", "docx": "hỏng.docx", "pdf": "hỏng.pdf",
        "odd": "bảng.csv", "sheet": "bảng.xlsx", "folder": "rỗng", "twice": "twice.yaml", "key": "key.yaml",
        "noyaml": "noyaml.yaml", "read": "đọc", "report": "báo cáo", "bodies": "cơ quan.xlsx",
    }  # fmt: skip
    found = {key: tmp_path / name for key, name in names.items()}
    for folder in ("folder", "read", "report"):
        found[folder].mkdir()
    for page in (found["read"] / "a.html", found["report"] / "coverage.html"):
        page.write_text(f"<p>{directive_text}</p>", encoding="utf-8")
    content: dict[str, bytes] = {
        "good": directive_text.encode(), "plain": "Hôm nay trời nắng.".encode(),
        "empty": b"", "blank": b" \n\t \n", "bytes": bytes(range(256)) * 4,
        "latin": "Café à emporter".encode("latin-1"), "docx": b"PK\x03\x04" + b"x" * 50,
        "pdf": b"%PDF-1.7\nnothing", "odd": b"a;b\n", "sheet": b"a;b\n", "bodies": "name\nSở Nội vụ\n".encode(),
        "twice": CODEBOOK.format(second="so", extra="").encode(),
        "key": CODEBOOK.format(second="ky", extra=", colour: red").encode(),
        "noyaml": b"id: [\n",
    }  # fmt: skip
    for key, data in content.items():
        found[key].write_bytes(data)
    return found


@pytest.mark.parametrize(("arguments", "parts"), cases(ERRORS))
def test_an_error_is_one_line(
    cli: Cli, places: dict[str, Path], arguments: list[str], parts: list[str]
) -> None:
    assert_refused(cli(*(a.format(**places) for a in arguments)), *parts)
    assert not Path("không").exists()


@pytest.mark.parametrize(
    "arguments", [["--debug", "analyze", "a.txt"], ["analyze", "a.txt", "--debug"]]
)
def test_debug_shows_the_traceback(program: Cli, arguments: list[str]) -> None:
    run = program(*arguments)
    assert run.code != RIGHT
    assert "Traceback" in run.err
    assert "InputError" in run.err


def test_an_error_on_a_console_that_knows_ascii_only(program: Cli) -> None:
    run = program("analyze", "không-có.txt")
    assert_refused(run, "-c", "no such file")
    assert run.out == ""


def test_a_result_on_a_console_that_knows_ascii_only(program: Cli, directive: Path) -> None:
    run = program("tasks", directive)
    assert (run.code, run.err) == (RIGHT, "")
    assert "Sở Nội vụ" in run.out


USAGE = [
    ("unknown command", ["analyse"], "analyse"),
    ("unknown option", ["analyze", "--wrong"], "--wrong"),
    ("no path", ["analyze"], "paths"),
    ("no jobs", ["analyze", "a.txt", "--jobs", "0"], "jobs"),
]


@pytest.mark.parametrize(("arguments", "part"), cases(USAGE))
def test_wrong_usage_is_named(cli: Cli, arguments: list[str], part: str) -> None:
    run = cli(*arguments)
    assert run.code == WRONG
    assert part in run.err
    assert "Traceback" not in run.err


def test_help_names_the_commands(cli: Cli) -> None:
    run = cli("--help")
    assert run.code == RIGHT
    for command in ("analyze", "tasks", "themes", "classify", "demo"):
        assert command in run.out


def test_version(cli: Cli) -> None:
    run = cli("--version")
    assert (run.code, run.out.strip(), run.err) == (RIGHT, vd.__version__, "")


# -- some of many failed --------------------------------------------------------------------------


def test_some_of_many_failed(cli: Cli, papers: Path) -> None:
    run = cli("analyze", papers, "-f", "jsonl", "-q")
    assert_refused(run, "3-trong.txt", code=PARTLY)
    assert len(run.out.splitlines()) == 2


def test_json_of_some_of_many_is_a_list(cli: Cli, papers: Path) -> None:
    (papers / "2-hai-loc.txt").unlink()
    run = cli("analyze", papers, "-f", "json")
    assert run.code == PARTLY
    assert [d["kind"] for d in json.loads(run.out)] == ["seminar_paper"]


def test_one_of_many_is_missing(cli: Cli, directive: Path) -> None:
    run = cli("analyze", directive, "không-có.txt", "-f", "jsonl")
    assert_refused(run, "không-có.txt", "no such file", code=PARTLY)
    assert json.loads(run.out)["number"] == "04-CT/TU"


def test_all_of_many_failed(cli: Cli, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"")
    run = cli("analyze", tmp_path / "a.txt", tmp_path / "b.txt")
    assert run.code == WRONG
    assert len(run.err.splitlines()) == 2
    assert "Traceback" not in run.err


def test_html_of_many_that_failed(cli: Cli, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"")
    run = cli("analyze", tmp_path / "a.txt", tmp_path / "b.txt", "-f", "html")
    assert run.code == WRONG
    assert "internal error" not in run.err


# -- file names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [
    "tham luận số 1.txt", unicodedata.normalize("NFD", "Tham luận.txt"), "a;b'c\"d.txt", "#1 (2).TXT",
    "-dash.txt", "emoji👍.txt",
])  # fmt: skip
def test_odd_file_names(cli: Cli, tmp_path: Path, paper_text: str, name: str) -> None:
    path = tmp_path / name
    path.write_text(paper_text, encoding="utf-8")
    run = cli("analyze", path, "-f", "json")
    assert (run.code, run.err) == (RIGHT, "")
    assert json.loads(run.out)["source"]["path"] == str(path)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets file names be any bytes")
def test_a_file_name_that_is_no_text(program: Cli, tmp_path: Path, paper_text: str) -> None:
    path = os.fsencode(tmp_path) + b"/bai\xff.txt"
    with open(path, "wb") as file:  # noqa: PTH123 - a name of bytes
        file.write(paper_text.encode())
    run = program("analyze", os.fsdecode(path), "-f", "json")
    assert (run.code, run.err) == (RIGHT, "")
    json.loads(run.out)


# -- options are named as they are typed ----------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--issued-on", "14/4/2025"], ["--issued-on='14/4/2025'", "YYYY-MM-DD"]),
        (["--issued-on", "2025-02-30"], ["--issued-on='2025-02-30'", "a day that exists"]),
        (["--limit", "x"], ["--limit='x'", "max_pages"]),
        (["--limit", "max_pages=-1"], ["--limit max_pages=-1", "above 0"]),
        (["-f", "xml"], ["-f='xml'", "jsonl"]),
        (["--format", "xml"], ["--format='xml'", "jsonl"]),
    ],
)
def test_an_option_is_named_as_typed(
    cli: Cli, directive: Path, arguments: list[str], said: list[str]
) -> None:
    assert_refused(cli("analyze", directive, *arguments), *said)


def test_the_options_of_other_commands_are_named_as_typed(cli: Cli, directive: Path) -> None:
    assert_refused(cli("tasks", directive, "-o", "a.csv"), " -o='a.csv'", ".xlsx")
    assert_refused(cli("tasks", directive, "--out", "a.csv"), " --out='a.csv'", ".xlsx")
    assert_refused(cli("classify", directive), "--directive is missing", "--themes")
    assert_refused(cli("evaluate", directive, "--split", "val"), "--split='val'", "'dev'")
    run = cli("evaluate", directive)
    assert_refused(run, str(directive), "is a file", "give the folder of the corpus")


def test_the_help_says_which_date_wins(cli: Cli) -> None:
    assert "wins" in cli("analyze", "--help").out
