"""analyze, stream, classify, themes_from."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from tables import cases
from timing import growth

import vndirective as vd
from vndirective.core.errors import ArgumentError, InputError, VndirectiveError
from vndirective.core.records import Failure
from vndirective.pipeline import classify


def test_a_file_and_its_text_give_the_same_findings(directive: Path, directive_text: str) -> None:
    from_file, from_text = (
        vd.analyze(directive).to_dict(),
        vd.analyze(text=directive_text).to_dict(),
    )
    assert from_file["source"]["path"] == str(directive)
    assert from_text["source"]["path"] is None
    del from_file["source"], from_text["source"]
    assert from_file == from_text


def test_the_path_may_be_a_string(directive: Path) -> None:
    assert vd.analyze(str(directive)).id == vd.analyze(directive).id


def test_the_text_is_never_rewritten(tmp_path: Path) -> None:
    raw = unicodedata.normalize("NFD", "Sở Nội vụ\r\nphải rà soát\u200b hồ sơ.\x0c\n")
    path = tmp_path / "a.txt"
    path.write_bytes(raw.encode("utf-8"))
    assert vd.analyze(path).text == raw
    assert vd.analyze(text=raw).text == raw


@pytest.mark.parametrize("arguments", [{}, {"path": "a.txt", "text": "a"}])
def test_exactly_one_of_path_and_text(arguments: dict[str, str]) -> None:
    with pytest.raises(ArgumentError, match="exactly one of both"):
        vd.analyze(**arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "date", ["2023", "7/8/2023", "2023-13-01", "2023-02-30", "", "2023-8-7", "2023-08-07T00:00"]
)
def test_an_issue_date_must_be_one(date: str) -> None:
    with pytest.raises(ArgumentError, match="issued_on="):
        vd.analyze(text="Sở Nội vụ phải báo cáo.", issued_on=date)


def test_a_given_issue_date_counts_where_the_text_has_none() -> None:
    text = "Sở Nội vụ phải báo cáo trước ngày 15/12."
    without, given = vd.analyze(text=text), vd.analyze(text=text, issued_on="2023-08-07")
    assert [w.code for w in without.warnings] == ["no_issue_date"]
    assert [w.code for w in given.warnings] == ["issued_on_given"]
    assert without.deadlines[0].due is None
    assert given.deadlines[0].due == "2023-12-14"


def test_the_date_of_the_head_wins(directive_text: str) -> None:
    doc = vd.analyze(text=directive_text, issued_on="1999-01-01")
    assert doc.issued_on == "2024-02-05"
    assert doc.warnings == ()


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b\ufeff"])
def test_a_text_that_holds_nothing_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="holds no text") as caught:
        vd.analyze(text=text)
    assert caught.value.code == "empty"


@pytest.mark.parametrize(
    "text",
    [
        ".", "…", "1.", "-", "Điều 1.", "***", "\ud800", "()", "“", "12/", "Nơi nhận:", "Kính gửi:",
        "CHỈ THỊ", "Số:", "I.\nII.\nIII.", "a)\nb)", "ngày tháng năm", "31/02/2024", "phải",
        "yêu cầu", "không được", "trước ngày", "\u0301\u0301", "A" * 10_000, "- " * 2_000,
        "(i) (ii) (iii)", "x\x00y", "Căn cứ", "Theo đề nghị của", "30/2/2024 – 31/2/2024", "_" * 50 + "a",
    ],
)  # fmt: skip
def test_scraps_are_analyzed_without_an_error(text: str) -> None:
    doc = vd.analyze(text=text)
    assert doc.text == text
    doc.to_json()
    doc.to_html()


def test_an_error_names_file_reason_and_remedy(tmp_path: Path) -> None:
    missing = tmp_path / "không có.txt"
    with pytest.raises(InputError) as caught:
        vd.analyze(missing)
    message = str(caught.value)
    assert str(missing) in message and ";" in message and "\n" not in message


@pytest.fixture
def mixed(tmp_path: Path, directive_text: str, paper_text: str) -> list[Path]:
    """Good files and, in second and fourth place, bad ones."""
    files = {
        "1.txt": directive_text.encode(),
        "2.docx": b"this is no package",
        "3.txt": paper_text.encode("utf-16"),
        "5.txt": paper_text.encode(),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    return [tmp_path / f"{n}" for n in ("1.txt", "2.docx", "3.txt", "4.txt", "5.txt")]


def brief(result: vd.Document | Failure) -> tuple[str, object]:
    if isinstance(result, Failure):
        return result.code, result.path
    return result.kind, result.to_dict()


def test_a_bad_file_never_stops_the_others(mixed: list[Path]) -> None:
    results = [brief(r) for r in vd.stream(mixed)]
    kinds = [kind for kind, _ in results]
    assert kinds == ["directive", "unsupported", "seminar_paper", "missing", "seminar_paper"]
    assert results[1][1] == str(mixed[1])


def test_two_processes_give_what_one_gives(mixed: list[Path]) -> None:
    assert [brief(r) for r in vd.stream(mixed, n_jobs=2)] == [brief(r) for r in vd.stream(mixed)]


def test_stream_takes_settings(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Sở Nội vụ phải báo cáo trước ngày 15/12.".encode("utf-16-le"))
    (doc,) = vd.stream([path], issued_on="2023-08-07", encoding="utf-16-le")
    assert isinstance(doc, vd.Document)
    assert doc.deadlines[0].due == "2023-12-14"


def test_stream_takes_a_generator(directive: Path) -> None:
    results = vd.stream(p for p in [directive, directive])
    assert [r.kind for r in results if isinstance(r, vd.Document)] == ["directive"] * 2


def test_stream_takes_one_path(directive: Path) -> None:
    for given in (directive, str(directive)):
        assert [brief(r)[1] for r in vd.stream(given)] == [brief(r)[1] for r in vd.stream([given])]


def test_stream_goes_through_folders_in_order(papers: Path, directive: Path) -> None:
    (papers / "ảnh.jpg").write_bytes(b"x")
    (papers / "rỗng").mkdir()
    with pytest.warns(UserWarning, match=r"1 file of another kind was not read: ảnh\.jpg"):
        results = list(vd.stream([directive, papers / "rỗng", papers, "không có.txt"]))
    paths = [r.path if isinstance(r, Failure) else r.analysis.source.path for r in results]
    names = [
        "chi-thi.txt",
        "rỗng",
        "1-ben-dinh.txt",
        "2-hai-loc.txt",
        "3-trong.txt",
        "không có.txt",
    ]
    assert [Path(path or "").name for path in paths] == names
    codes = [r.code for r in results if isinstance(r, Failure)]
    assert codes == ["no_documents", "empty", "missing"]


def test_stream_of_nothing(tmp_path: Path) -> None:
    assert list(vd.stream([])) == []


def test_a_wrong_number_of_jobs_is_refused(directive: Path) -> None:
    with pytest.raises(ArgumentError, match="n_jobs=0"):
        list(vd.stream([directive], n_jobs=0))


def test_an_analyzer_keeps_its_settings() -> None:
    analyzer = vd.Analyzer(issued_on="2023-08-07")
    first = analyzer.analyze(text="Sở Nội vụ phải báo cáo trước ngày 15/12.")
    second = analyzer.analyze(text="Sở Nội vụ phải báo cáo trước ngày 16/12.")
    assert [d.deadlines[0].due for d in (first, second)] == ["2023-12-14", "2023-12-15"]


# -- themes and papers ----------------------------------------------------------------------------


def test_themes_are_the_items_of_the_directive(directive_text: str) -> None:
    codebook = vd.themes_from(vd.analyze(text=directive_text))
    assert codebook.id == "04-CT/TU"
    assert [(t.label, t.sections) for t in codebook.themes] == [
        ("Công khai tiến độ giải quyết hồ sơ", ("1",)),
        ("Siết chặt kỷ luật giờ giấc", ("2",)),
        ("Đẩy mạnh chuyển đổi số", ("3",)),
    ]


def test_a_text_without_items_has_no_themes() -> None:
    with pytest.raises(VndirectiveError, match="at least one duty"):
        vd.themes_from(vd.analyze(text="Hôm nay trời nắng."))


def test_classify_takes_folders_files_and_documents(papers: Path, paper_text: str) -> None:
    codes = vd.load_themes("hanoi-24")
    file = papers / "1-ben-dinh.txt"
    by_folder, by_file = classify(papers, codes), classify([file], codes)
    by_document = classify([vd.analyze(file)], codes)
    assert len(by_folder.papers) == 2 and len(by_folder.errors) == 1
    assert by_file.to_dict() == by_document.to_dict()
    assert by_folder.to_dict()["papers"][0]["themes"] == by_file.to_dict()["papers"][0]["themes"]


def test_classify_with_two_processes(papers: Path) -> None:
    codes = vd.load_themes("hanoi-24")
    one, two = classify(papers, codes), classify(papers, codes, n_jobs=2)
    assert one.to_dict() == two.to_dict()


def test_a_paper_on_software_speaks_to_the_digital_theme(papers: Path) -> None:
    cover = classify(papers / "1-ben-dinh.txt", vd.load_themes("hanoi-24"))
    assert "digital" in cover.to_dict()["papers"][0]["themes"]
    assert "digital" not in cover.gaps


def test_copies_and_files_of_other_kinds_are_named_and_not_counted(papers: Path) -> None:
    text = (papers / "1-ben-dinh.txt").read_text(encoding="utf-8")
    (papers / "1 bản sao.txt").write_text(text.replace("\n", "\r\n"), encoding="utf-8")
    (papers / "4.pptx").write_bytes(b"x")
    cover = classify([papers, papers / "2-hai-loc.txt"], "hanoi-24")
    names = [Path(p.analysis.source.path or "").name for p in cover.papers]
    assert names == ["1 bản sao.txt", "2-hai-loc.txt"]
    assert [w.code for w in cover.warnings] == ["copy_left_out", "other_kinds"]
    copy, other = cover.warnings
    assert copy.message.endswith(f"it is the same as {papers / '1 bản sao.txt'}")
    assert "4.pptx" in other.message
    page = cover.to_html()
    assert "1-ben-dinh.txt: không tính, vì trùng với 1 bản sao.txt" in page and "4.pptx" in page


def test_a_document_given_twice_is_named_and_a_path_is_read_once(papers: Path) -> None:
    doc, path = vd.analyze(papers / "1-ben-dinh.txt"), papers / "2-hai-loc.txt"
    cover = classify([doc, path, doc, path], "hanoi-24")
    assert len(cover.papers) == 2
    (warning,) = cover.warnings
    assert (warning.code, warning.message.count("1-ben-dinh.txt")) == ("copy_left_out", 2)


def test_documents_and_files_keep_the_order_given(papers: Path) -> None:
    second = vd.analyze(papers / "2-hai-loc.txt")
    cover = classify([papers / "1-ben-dinh.txt", second], vd.load_themes("hanoi-24"))
    names = [Path(p.analysis.source.path or "").name for p in cover.papers]
    assert names == ["1-ben-dinh.txt", "2-hai-loc.txt"]


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        classify(tmp_path, vd.load_themes("hanoi-24"))
    assert caught.value.code == "no_documents"


# -- hostile texts ----------------------------------------------------------------------------------

# One piece repeated: no pattern may try every way of cutting it.
REPEATED = [
    ("numbers", "1."), ("brackets", "("), ("stops", "."), ("ellipses", "…"), ("roman", "IVXLC"),
    ("letters", "a"), ("capitals", "A"), ("dashes", "- "), ("bullets", "-\n- a\n"), ("spaces", " "),
    ("stars", "*"), ("pipes", "| a "), ("open quotes", "“a "), ("quotes", '"a '), ("dates", "1/1/"),
    ("inline items", "(i) a; "), ("requests", "yêu cầu "), ("modals", "Sở Nội vụ phải "),
    ("lists of bodies", "Sở A, Sở B và "), ("symbols", "-A"), ("digits", "1"), ("levels", ".1"),
    ("deadlines", "trong 15 ngày kể từ ngày "), ("citations", "điểm a khoản 1 Điều 2 "),
    ("laws", "Luật Đất đai năm 2024 và "), ("marks", "e\u0301\u0323"), ("invisible", "\u200b"),
    ("lines", "\n"), ("heads", "ỦY BAN\n"), ("recipients", "Nơi nhận:\n- a;\n"),
    ("signatures", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Minh Khuê\n"), ("articles", "Điều 1.\n"),
    ("straight and closing quotes", '"a” '), ("short citations", "Nghị quyết 20 và "),
    ("labels", "- Thời hạn: 1/1/2024\n"), ("conditions", "nếu trừ khi "), ("owners", "của Sở "), ("blanks", "_"),
    ("colons", ": "), ("semicolons", "; "), ("restrictions", "chỉ "), ("recurrences", "hằng quý "),
    ("occasions", "khi mưa "), ("reports", "Sở Nội vụ nhấn mạnh "), ("days in capitals", "NGÀY "),
    ("contrasts", "được đi nhưng phải "), ("persons", "ông Tạ Văn Khoan trực, "),
    ("writings", "UBND tỉnh có văn bản gửi các xã, yêu cầu rà soát, "),
    ("forbidden acts", "yêu cầu các hành vi: "), ("bodies and dashes", "Phòng A - Sở B - "),
    ("documents that ask", "có văn bản yêu cầu rà "), ("then", "các xã nếu a, b thì "), ("acted on", "theo Quyết định số 1 "),
    ("asking anew", "UBND xã lưu ý, "), ("elections", "bầu cử đại biểu và "), ("heads of many", "Giám đốc các sở, Thủ trưởng các sở, "),
]  # fmt: skip


# most rules of duties run only where something is asked
@pytest.mark.parametrize("opening", ["a", "Yêu cầu các xã "])
@pytest.mark.parametrize("piece", cases(REPEATED))
def test_a_repeated_piece_takes_linear_time(piece: str, opening: str) -> None:
    def run(size: int) -> None:
        vd.analyze(text=opening + piece * (size // len(piece)) + "a")

    assert growth(run, 2_000, 16_000) < 2.5


# Many of one thing beside many of another, or behind a head that only some texts have.
SHAPES = [
    ("many asked and many items", lambda n: "Kính gửi: " + "UBND xã Lộc Hà, " * (n // 32) + "\nYêu cầu các xã:\n" + "- Nạo vét mương;\n" * (n // 32)),
    ("a long cell of who and one of tasks", lambda n: "TT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn\n1 | " + "Nạo vét mương; " * (n // 30) + " | " + "Sở Y tế; " * (n // 18) + " | Quý IV/2024\n"),
    ("limits below each paragraph", lambda n: "1. Các xã thực hiện:\n" + "Nạo vét mương.\nHoàn thành trước ngày 5/11/2024.\n" * (n // 48)),
    ("labels below a long item", lambda n: "CHỈ THỊ\nI. NHIỆM VỤ\nCác xã thực hiện:\n1. " + "nạo vét mương; " * (n // 15) + "\n2. Rà soát sổ.\nThời hạn hoàn thành: 5/11/2024; chủ trì: Sở Y tế.\n"),
    ("days of coming into force", lambda n: "Yêu cầu " + "các xã báo cáo trong 9 ngày kể từ ngày Nghị quyết có hiệu lực. " * (n // 62)),
]  # fmt: skip


@pytest.mark.parametrize("text", cases(SHAPES))
def test_a_hostile_shape_takes_linear_time(text: Callable[[int], str]) -> None:
    vd.analyze(text=text(500))
    assert growth(lambda size: vd.analyze(text=text(size)), 8_000, 48_000) < 2.5


def test_limits_hold_for_every_verb(directive: Path, papers: Path) -> None:
    limits = vd.Limits(max_bytes=10)
    with pytest.raises(InputError, match="max_bytes"):
        vd.analyze(directive, limits=limits)
    with pytest.raises(InputError, match="max_bytes"):
        vd.Analyzer(limits=limits).analyze(directive)
    (failure,) = vd.stream([directive], limits=limits)
    assert isinstance(failure, Failure)
    assert failure.code == "too_large"
    coverage = vd.classify(papers, "hanoi-24", limits=limits, n_jobs=2)
    assert {error.code for error in coverage.errors} == {"too_large", "empty"}


def test_limits_of_another_kind_are_refused() -> None:
    with pytest.raises(ArgumentError, match="limits="):
        vd.Analyzer(limits={"max_bytes": 10})  # type: ignore[arg-type]
    with pytest.raises(ArgumentError, match="max_pages=0"):
        vd.Limits(max_pages=0)


def test_a_text_given_as_a_path_is_told_so() -> None:
    with pytest.raises(InputError, match=r"this is a text, not a path; pass it as text=") as error:
        vd.analyze("Các thôn phải nộp quỹ.\n" * 1000)
    assert len(str(error.value)) < 200


@pytest.mark.parametrize("given", ["chi-thi.txt", 3])
def test_a_directive_that_is_no_document_is_refused_before_papers_are_read(given):
    with pytest.raises(ArgumentError, match="a Document"):
        classify(["no such file.txt"], "hanoi-24", directive=given)
