from dataclasses import replace
from datetime import date, datetime

import pandas as pd
import pytest
from tables import cases

import vndirective as vd
from vndirective.core.errors import ArgumentError, NotClassifiedError
from vndirective.core.records import Analysis, Span
from vndirective.export.frames import (
    FRAME_KINDS,
    coverage_frame,
    document_label,
    to_frame,
)
from vndirective.export.tasks.rows import task_rows


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("sections", 1),
        ("sentences", 5),
        ("actors", 1),
        ("times", 5),
        ("deadlines", 4),
        ("obligations", 5),
        ("citations", 1),
        ("quotes", 1),
        ("warnings", 1),
    ],
)
def test_a_frame_has_one_row_per_record(directive, kind, rows):
    frame = to_frame(directive, kind)
    assert len(frame) == rows
    assert frame.columns[0] == "document"
    assert set(frame["document"]) == {"doc1"}


@pytest.mark.parametrize("kind", FRAME_KINDS)
def test_columns_do_not_depend_on_what_was_found(directive, coverage, kind):
    full = coverage.analyses[1] if kind == "passages" else directive
    empty = Analysis("x", directive.frame, directive.source, "", passages=())
    columns = [name for name in to_frame(full, kind).columns if not name.startswith("score_")]
    assert list(to_frame(empty, kind).columns) == columns


def test_spans_of_a_frame_point_into_the_text(directive):
    for row in to_frame(directive, "obligations").itertuples():
        assert directive.text[row.action_start : row.action_end] == row.action
    cues = to_frame(directive, "obligations")["cue_start"]
    assert cues.dtype == "Int64"
    assert cues.isna().sum() == 4


def test_obligations_carry_their_earliest_deadline(directive):
    both = replace(directive.obligations[0], deadlines=("t1", "t2", "t4"))
    frame = to_frame(replace(directive, obligations=(both,)))
    assert frame.loc[0, "due"] == pd.Timestamp("2025-09-10 17:00")
    assert frame.loc[0, "deadlines"] == "ngày 15/9/2025; 17 giờ ngày 10/9/2025; 15 ngày"
    assert frame.loc[0, "bearers"] == "Sở Giáo dục và Đào tạo"


def test_unknown_kind_names_the_valid_ones(directive):
    with pytest.raises(ArgumentError, match="'obligations'"):
        to_frame(directive, "duties")


def test_passages_need_a_classified_document(directive, coverage):
    with pytest.raises(NotClassifiedError, match="07/CT-UBND"):
        to_frame(directive, "passages")
    frame = to_frame(coverage.analyses[1], "passages")
    assert frame["score_safety"].tolist()[:2] == [0.55, 0.41]
    assert pd.isna(frame.loc[2, "score_safety"])


def test_coverage_frame_keeps_codebook_order_and_unknown_apart_from_zero(coverage):
    frame = coverage_frame(coverage)
    assert list(frame.columns) == ["unit", "title", "safety", "money", "staff"]
    assert list(frame.index) == ["p-a", "p-b", "p-c"]
    assert frame.loc["p-b", "money"] == 0.62
    assert frame["staff"].isna().all()
    assert coverage_frame(replace(coverage, papers=())).shape == (0, 5)


def test_what_is_only_quoted_has_a_stance_and_no_score(coverage, quoting_coverage):
    assert coverage_frame(quoting_coverage)["safety"].isna().all()
    stances = coverage_frame(quoting_coverage, "stances")
    assert stances.loc["p-q", ["safety", "money"]].tolist() == ["quoting", None]
    assert coverage_frame(coverage, "stances").loc["p-b", "money"] == "contributing"
    silent = coverage_frame(coverage)[["safety", "money", "staff"]].isna().all()
    assert tuple(silent.index[silent]) == coverage.gaps


def test_two_copies_of_one_paper_stay_two_rows(coverage):
    twice = replace(coverage, papers=(coverage.papers[0], coverage.papers[0]))
    assert len(coverage_frame(twice)) == 2


def test_task_rows(directive):
    first, second, third, fourth, fifth = task_rows(directive)
    assert first["no"] == 1
    assert first["action"].startswith("Chủ trì, phối hợp với Sở Y tế xây dựng kế hoạch")
    assert "\n" not in first["quote"]
    assert (first["lead"], first["coordinated_with"]) == ("Sở Giáo dục và Đào tạo", "Sở Y tế")
    assert (first["due"], first["page"]) == (date(2025, 9, 14), 1)
    assert second["due"] == datetime(2025, 9, 10, 17)
    assert (second["page"], second["inferred"]) == (2, ["bearers"])
    assert third["frequency"] == "Hằng quý"
    assert third["due"] is None
    assert fourth["modality"] == "prohibition"
    assert fifth["due_reason"] == "thiếu ngày nhận đủ hồ sơ"
    assert fifth["review_reason"] == "người thực hiện không rõ"


NAMES = [
    ("written out", "UBND các xã", "Ủy ban nhân dân các xã", "Ủy ban nhân dân các xã"),
    ("whole", "Giám đốc", "Giám đốc Sở Y tế", "Giám đốc Sở Y tế"),
    ("whole in a letterhead only", "UBND tỉnh", "ỦY BAN NHÂN DÂN TỈNH LAM", "UBND tỉnh"),
    ("half of it in a letterhead", "UBND tỉnh", "Ủy ban nhân dân TỈNH LAM", "UBND tỉnh"),
    ("one word in capitals", "BHXH tỉnh", "BHXH tỉnh Lam", "BHXH tỉnh Lam"),
    ("a small letter", "chủ rừng", "chủ rừng", "Chủ rừng"),
    ("decomposed", "Sở Y tê\u0301", "Sở Y tê\u0301", "Sở Y t\u1ebf"),
]


@pytest.mark.parametrize(("text", "canonical", "expected"), cases(NAMES))
def test_a_lead_is_named_so_that_it_stands_alone(directive, text, canonical, expected):
    who = replace(directive.obligations[0].bearers[0], text=text, canonical=canonical)
    duty = replace(directive.obligations[0], bearers=(who, who))
    assert task_rows(replace(directive, obligations=(duty,)))[0]["lead"] == expected


def test_a_row_shows_no_markup_and_nothing_twice(directive):
    duty = directive.obligations[2]
    marked = replace(duty, deadlines=("t3", "t6"), action=Span("**báo cáo**\nkết quả (*)", 0, 24))
    again = replace(directive.times[2], id="t6", text="Hằng\nquý")
    changed = replace(directive, obligations=(marked,), times=(*directive.times, again))
    (row,) = task_rows(changed)
    assert (row["action"], row["frequency"]) == ("Báo cáo kết quả (*)", "Hằng quý")


def test_what_is_forbidden_does_not_read_as_a_task(directive):
    row = task_rows(directive)[3]
    assert row["action"].startswith("Không được thu thêm")
    bare = replace(directive.obligations[3], cue=None)
    assert task_rows(replace(directive, obligations=(bare,)))[0]["action"].startswith("(Cấm) thu")
    inside = replace(bare, cue=bare.action)
    assert task_rows(replace(directive, obligations=(inside,)))[0]["action"].startswith("Thu thêm")


def test_a_task_of_one_case_says_in_which():
    text = "CHỈ THỊ\n1. Nếu hồ sơ sai thì Trạm Y tế trả lại hồ sơ.\n2. Trạm Y tế trả lại hồ sơ khi hồ sơ sai.\n3. Khi có dịch, UBND xã không được mở chợ."
    actions = [row["action"] for row in task_rows(vd.analyze(text=text).analysis)]
    assert actions == [
        "Nếu hồ sơ sai: trả lại hồ sơ",
        "Trả lại hồ sơ khi hồ sơ sai",
        "Khi có dịch: không được mở chợ",
    ]


def test_a_case_in_the_column_of_deadlines_stands_before_the_task():
    text = "KẾ HOẠCH\nPHỤ LỤC\nTT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Kiểm tra bếp ăn | Trạm Y tế | Sau khi có hướng dẫn"
    (row,) = task_rows(vd.analyze(text=text).analysis)
    assert row["action"] == "Sau khi có hướng dẫn: kiểm tra bếp ăn"


def test_a_ban_that_is_part_of_the_task_stands_in_it_once():
    text = "CHỈ THỊ\n1. Trạm Y tế không để xảy ra ngộ độc.\n2. Không để xảy ra ngộ độc."
    actions = [row["action"] for row in task_rows(vd.analyze(text=text).analysis)]
    assert actions == ["Không để xảy ra ngộ độc", "Không để xảy ra ngộ độc"]


def test_every_week_is_no_more_often_than_every_friday():
    text = "Trạm Y tế tổng hợp kết quả hằng tuần (trước 15h00 thứ Sáu), báo cáo xã."
    (row,) = task_rows(vd.analyze(text=text, issued_on="2025-03-05").analysis)
    assert [turn.rrule for turn in row["turns"]] == ["FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0"]


def test_a_day_ends_after_its_moments_and_one_date_beats_a_recurrence(directive):
    def due(*limits):
        times = tuple(
            replace(directive.times[0], id=f"t{n}", due=due, rrule=rule)
            for n, (due, rule) in enumerate(limits)
        )
        one = replace(directive.obligations[0], deadlines=tuple(t.id for t in times))
        return task_rows(replace(directive, times=times, obligations=(one,)))[0]["due"]

    assert due(("2025-09-10", None), ("2025-09-10T17:00", None)) == datetime(2025, 9, 10, 17)
    assert due(("2025-09-01", "FREQ=YEARLY"), ("2025-12-01", None)) == date(2025, 12, 1)
    assert due((None, None)) is None


def test_label_falls_back_from_number_to_title_to_file(directive):
    frame = directive.frame
    assert document_label(replace(directive, frame=replace(frame, number=None))) == frame.title
    bare = replace(directive, frame=replace(frame, number=None, title=None))
    assert document_label(bare) == "chi-thi.txt"
    assert document_label(replace(bare, source=replace(bare.source, path=None))) == "doc1"
