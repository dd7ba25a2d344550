"""Times with value, relation and due."""

from __future__ import annotations

import pytest
from tables import cases

import vndirective as vd

ISSUED = "2024-03-15"

TIMES = [
    ("a term in which a work is finished", "Đảng ủy phải hoàn thành lát ba tuyến ngõ trong nhiệm kỳ 2025-2030.", ("2025/2030", "FROM-TO", "2030-12-31")),
    ("how often, behind its verb", "Việc soát xét bậc thợ thực hiện mỗi năm một lần.", ("XXXX", "EVERY", None)),
    ("a day without a blank", "Phải tháo dỡ trước ngày15/11/2024.", ("2024-11-15", "BEFORE", "2024-11-14")),
    ("a day that is the limit", "Xã cho biết 16/7 là hạn cuối để nộp bản vẽ.", ("2024-07-16", "BY", "2024-07-16")),
    ("a range with a sign of division", "Từ ngày 18/12/2024 ÷ 24/12/2024, học viên phải ôn thi.", ("2024-12-18/2024-12-24", "FROM-TO", "2024-12-24")),
    ("a quarter that is this one", "Phải vá xong mặt cầu trong Quý II/2024 này.", ("2024-Q2", "WITHIN", "2024-06-30")),
    ("a horizon", "Xã trở thành đô thị sinh thái, tầm nhìn 2045.", ("2045", "BY", "2045-12-31")),
    ("the year of the text", "Năm nay, các xã phải xóa xong nhà tạm.", ("2024", "ON", "2024-12-31")),
    ("the middle ten days of a month", "Hoàn thành trong trung tuần tháng 9.", ("2024-09", "WITHIN", "2024-09-30")),
    ("a year in two figures", "Gửi danh sách về huyện trước ngày 05/9/24 để tổng hợp.", ("2024-09-05", "BEFORE", "2024-09-04")),
    ("a length behind what it is for", "Thời hạn thẩm định hồ sơ 45 ngày làm việc.", ("P45D", "WITHIN", None)),
    ("a length behind a long label", "Thời hạn nhận đơn đăng ký của hộ có chuồng trại là 30 ngày.", ("P30D", "WITHIN", None)),
    ("what is finished early in a month", "Ban quản lý chợ phải bàn giao quầy cho tiểu thương đầu tháng 9/2024.", ("2024-09", "ON", "2024-09-30")),
    ("a stretch that opens a demand", "Từ ngày 15/6 đến ngày 15/9, các hồ chứa phải hạ mực nước.", ("2024-06-15/2024-09-15", "FROM-TO", "2024-09-15")),
    ("a session next month", "Phòng Nội vụ trình tờ trình tại phiên họp tháng tới.", ("2024-04", "ON", "2024-04-30")),
    ("a meeting of the cell next month", "Chi bộ quán triệt nghị quyết trong sinh hoạt định kỳ tháng 4/2024.", ("2024-04", "ON", "2024-04-30")),
    ("a day of the last month of each quarter, and more", "Các xã báo cáo trước ngày 20 của tháng cuối quý và cuối năm.", ("XXXX-03-20,XXXX-06-20,XXXX-09-20,XXXX-12-20", "BEFORE", None)),
    ("a day, a slash and how often", "Báo cáo ngày 15/hằng tháng.", ("XXXX-XX-15", "EVERY", None)),
    ("regularly on a day", "Hiệu trưởng tiếp dân định kỳ vào ngày 15 hàng tháng.", ("XXXX-XX-15", "EVERY", None)),
    ("months in a row", "Các xã hoàn thành trong tháng 4, 5, 6.", ("2024-04/2024-06", "WITHIN", "2024-06-30")),
    ("an hour before a day in figures", "Gửi trước 17h 05/4/2024.", ("2024-04-05T17:00", "BEFORE", "2024-04-05T17:00")),
    ("an hour, a slash and a day", "Nộp báo cáo trước 17h00/20/4/2024.", ("2024-04-20T17:00", "BEFORE", "2024-04-20T17:00")),
    ("a watch without a year", "Trạm Y tế trực ban từ ngày 15/1 đến ngày 10/2.", ("2025-01-15/2025-02-10", "FROM-TO", "2025-02-10")),
    ("months from one to another", "Việc rà soát được thực hiện từ tháng 4 đến tháng 6 năm 2024.", ("2024-04/2024-06", "FROM-TO", "2024-06-30")),
    ("day before", "Báo cáo trước ngày 15/12/2024.", ("2024-12-15", "BEFORE", "2024-12-14")),
    ("day in words", "Gửi chậm nhất ngày 30 tháng 6 năm 2024.", ("2024-06-30", "BY", "2024-06-30")),
    ("day with points", "Báo cáo trước ngày 30.11.2025.", ("2025-11-30", "BEFORE", "2025-11-29")),
    ("day without a year", "Báo cáo trước ngày 1/4.", ("2024-04-01", "BEFORE", "2024-03-31")),
    ("month", "Hoàn thành trong tháng 12/2024.", ("2024-12", "WITHIN", "2024-12-31")),
    ("quarter", "Hoàn thành trong quý IV/2024.", ("2024-Q4", "WITHIN", "2024-12-31")),
    ("half a year", "Hoàn thành trong nửa đầu năm 2025.", ("2025-H1", "WITHIN", "2025-06-30")),
    ("year", "Hoàn thành trước năm 2030.", ("2030", "BEFORE", "2029-12-31")),
    ("clock", "Gửi trước 17h00 ngày 20/9/2024.", ("2024-09-20T17:00", "BEFORE", "2024-09-20T17:00")),
    ("end of the day", "Gửi trước 24 giờ ngày 20/9/2024.", ("2024-09-20T24:00", "BEFORE", "2024-09-20T24:00")),
    ("period", "Trả lời trong vòng 48 giờ.", ("PT48H", "WITHIN", None)),
    ("working days", "Trả lời trong thời hạn 15 ngày làm việc.", ("P15D", "WITHIN", None)),
    ("day of every month", "Báo cáo trước ngày 25 hằng tháng.", ("XXXX-XX-25", "BEFORE", None)),
    ("day of a monthly report", "Gửi báo cáo tháng trước ngày 20.", ("XXXX-XX-20", "BEFORE", None)),
    ("day of a weekly report", "Gửi báo cáo tuần vào thứ Năm.", ("XXXX-WXX-4", "EVERY", None)),
    ("a report of half a year by a day", "Gửi báo cáo 6 tháng trước ngày 15/6.", ("2024-06-15", "BEFORE", "2024-06-14")),
    ("two days of every month", "Gửi báo cáo vào ngày 15 và 30 hằng tháng.", ("XXXX-XX-15,XXXX-XX-30", "EVERY", None)),
    ("several periods", "Báo cáo định kỳ hằng quý, 6 tháng, năm.", ("XXXX-QX,P6M,XXXX", "EVERY", None)),
    ("day in a month of every quarter", "Báo cáo trước ngày 15 tháng cuối quý.", ("XXXX-03-15,XXXX-06-15,XXXX-09-15,XXXX-12-15", "BEFORE", None)),
    ("a day and a month behind their preposition", "Gửi danh sách về xã vào 20/9.", ("2024-09-20", "ON", "2024-09-20")),
    ("twice in one week", "Phun thuốc chuồng trại 1 tuần 2 lần.", ("XXXX-WXX", "EVERY", None)),
    ("hours of a length", "Trả lời phản ánh trong vòng 24h.", ("PT24H", "WITHIN", None)),
    ("an hour of the day in figures", "Gửi trước 16h ngày 20/9/2024.", ("2024-09-20T16:00", "BEFORE", "2024-09-20T16:00")),
    ("last working day of every month", "Chốt số liệu trước ngày làm việc cuối cùng của tháng.", (None, "BEFORE", None)),
    ("day of the following month", "Gửi số liệu trước ngày 05 tháng kế tiếp.", ("XXXX-XX-05", "BEFORE", None)),
    ("first week of a month", "Tổ chức diễn tập trong tuần đầu tháng 9.", (None, "WITHIN", None)),
    ("last week of a month", "Tổ chức diễn tập trong tuần cuối tháng 9.", ("2024-09", "WITHIN", "2024-09-30")),
    ("a week by its bare number", "Tổ chức diễn tập trong tuần 2 tháng 9/2024.", (None, "WITHIN", None)),
    ("in a week by its number", "Sở Nội vụ họp rút kinh nghiệm vào tuần 2 tháng 9.", (None, "ON", None)),
    ("weeks by their numbers", "Hoàn thành trong tuần 1, 2 tháng 9.", (None, "WITHIN", None)),
    ("first week of a month of every year", "Hoàn thành trong tuần đầu tháng 9 hằng năm.", ("XXXX-09", "WITHIN", None)),
    ("a day as machines write it", "Hoàn thành trước 2024-09-15.", ("2024-09-15", "BEFORE", "2024-09-14")),
    ("a week by its number", "Tổ chức diễn tập trong tuần thứ 2 của tháng 9.", (None, "WITHIN", None)),
    ("month of every quarter by its number", "Kiểm kê kho vào tháng thứ 3 trong quý.", (None, "EVERY", None)),
    ("end of this year", "Kiểm kê kho, hoàn thành vào cuối năm.", ("2024", "ON", "2024-12-31")),
    ("last working day of a month", "Nộp báo cáo trước ngày làm việc cuối cùng của tháng 8.", ("2024-08-30", "BEFORE", "2024-08-29")),
    ("first working day of a month", "Nộp báo cáo chậm nhất ngày làm việc đầu tiên của tháng 6/2024.", ("2024-06-03", "BY", "2024-06-03")),
    ("a day of every week by its place", "Các phòng nộp báo cáo vào sáng thứ Hai đầu tuần.", ("XXXX-WXX-1TMO", "EVERY", None)),
    ("several times a day", "Đài phát tin ngày 03 buổi.", ("XXXX-XX-XX", "EVERY", None)),
    ("days before a meeting", "Văn phòng gửi tài liệu trước cuộc họp 02 ngày.", ("P2D", "BY", None)),
    ("range", "Sở Nội vụ phải rà soát từ ngày 1/9/2024 đến hết ngày 15/10/2024.", ("2024-09-01/2024-10-15", "FROM-TO", "2024-10-15")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(TIMES))
def test_times(text: str, expected: tuple[str | None, str, str | None]) -> None:
    doc = vd.analyze(text=f"Sở Nội vụ phải thực hiện. {text}", issued_on=ISSUED)
    time = next(t for t in doc.times if t.type != "URGENCY")
    value, relation, due = expected
    assert (time.value, time.relation) == (value, relation)
    assert time.due == due
    assert time.derivation


def test_a_day_named_twice_is_one_deadline_of_its_duty() -> None:
    doc = vd.analyze(
        text="Các xã phải nộp sổ trước ngày 12/2/2025 (tức rằm tháng Giêng).", issued_on=ISSUED
    )
    assert [(t.relation, t.due) for t in doc.deadlines] == [("BEFORE", "2025-02-11")] * 2
    assert [duty.deadlines for duty in doc.obligations] == [("t1",)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Trong 6 tháng đầu năm, các xã đã trồng 40 ha rừng.", "2024-H1"),
        ("Trong quý II, thị trấn đã thay 20 bóng đèn.", "2024-Q2"),
        ("Trong quý II năm nay, tăng trưởng của huyện đạt 8,1%.", "2024-Q2"),
        ("Ưu tiên đổi thẻ hết giá trị sử dụng trước ngày 31/12/2024.", "2024-12-31"),
    ],
)
def test_what_was_done_or_expires_limits_nothing(text: str, value: str) -> None:
    (time,) = vd.analyze(text=text, issued_on="2024-07-15").times
    assert (time.value, time.is_deadline) == (value, False)


def test_an_hour_of_the_day_that_the_item_before_names() -> None:
    text = "a) Kêu gọi tàu về bến trước 10h00 ngày 07/10/2024.\nb) Sơ tán dân xong trước 17 giờ cùng ngày."
    assert [t.due for t in vd.analyze(text=text).times] == ["2024-10-07T10:00", "2024-10-07T17:00"]


def test_the_end_of_no_year_in_particular_limits_nothing() -> None:
    text = "1. Trong những tháng cuối năm, các xã phải tập trung thu hoạch."
    (time,) = vd.analyze(text=text, issued_on=ISSUED).times
    assert (time.text, time.value, time.is_deadline) == ("những tháng cuối năm", "2024", False)


def test_a_part_of_the_day_named_before() -> None:
    text = "Ngày 07/10/2024, huyện họp khẩn. Chiều cùng ngày, đoàn đã kiểm tra kè."
    found = vd.analyze(text=text, issued_on=ISSUED).times
    assert [(t.text, t.value) for t in found][1:] == [("Chiều cùng ngày", "2024-10-07TAF")]


def test_a_time_of_years_ago_is_a_length() -> None:
    text = "Mười năm trước, bản chưa có điện. Hai tháng trước, cầu sập."
    found = vd.analyze(text=text, issued_on=ISSUED).times
    assert [(t.text, t.value) for t in found] == [("Mười năm", "P10Y"), ("Hai tháng", "P2M")]


def test_seconds_belong_to_the_clock() -> None:
    found = vd.analyze(text="Cổng mở lúc 10:05:00 ngày 11/12/2024.").times
    assert found[0].value == "2024-12-11T10:05"
    found = vd.analyze(text="Đăng lúc 11/12/2024 10:05:00.").times
    assert [(t.text, t.value) for t in found] == [("11/12/2024 10:05:00", "2024-12-11T10:05")]


def test_an_hour_of_every_day() -> None:
    doc = vd.analyze(text="Các xã phải báo cáo hằng ngày trước 16 giờ 30 phút.", issued_on=ISSUED)
    assert doc.times[-1].rrule == "FREQ=DAILY;BYHOUR=16;BYMINUTE=30"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Tổ trưởng nộp sổ vào ngày 31/3, 30/6 và 30/9 hằng năm.", "FREQ=YEARLY;BYMONTH=3,6,9;BYMONTHDAY=-1"),
        ("Tổ trưởng nộp sổ vào ngày 31/3, 30/6 và 15/9 hằng năm.", None),
        ("Tổ trưởng nộp sổ vào ngày 28/02 và 30/6 hằng năm.", None),
        ("Tổ trưởng nộp sổ trước ngày 31/3 và 30/6 hằng năm.", None),
        ("Tổ trưởng nộp sổ vào ngày 30/6 hằng năm.", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30"),
        ("Trạm Y tế phun thuốc 02 lần/tháng (ngày 05 và ngày 20).", "FREQ=MONTHLY;BYMONTHDAY=5,20"),
    ],
)  # fmt: skip
def test_several_days_that_come_back_by_one_rule(text: str, rule: str | None) -> None:
    (time,) = vd.analyze(text=text, issued_on=ISSUED).times
    assert time.rrule == rule
    assert (time.derivation == "recurs") == (rule is not None)


def test_notice_given_before_counts_back() -> None:
    (time,) = vd.analyze(text="Ai vắng mặt phải báo trước 02 ngày.", issued_on=ISSUED).times
    assert (time.due, time.derivation) == (None, "P2D back from a day that the text does not name")


def test_a_list_of_days_is_to_come() -> None:
    text = "ỦY BAN NHÂN DÂN XÃ ĐỒNG LAU\n\nSố: 07/KH-UBND\n\nĐồng Lau, ngày 15 tháng 3 năm 2024\n\nKẾ HOẠCH\n\n"
    doc = vd.analyze(text=f"{text}1. Các thôn báo cáo vào các ngày 10/4, 10/7 và 10/12.")
    assert [t.due for t in doc.deadlines] == ["2024-04-10", "2024-07-10", "2024-12-10"]
    doc = vd.analyze(text=f"{text}1. Các thôn báo cáo trước ngày 15/6 và ngày 15/12.")
    assert [t.due for t in doc.deadlines] == ["2024-06-14", "2024-12-14"]
    doc = vd.analyze(text=f"{text}1. Các thôn báo cáo trước ngày 15/6 và ngày 15/12/2024.")
    assert [t.due for t in doc.deadlines] == ["2024-06-14", "2024-12-14"]


def test_a_period_from_the_day_of_coming_into_force() -> None:
    doc = vd.analyze(
        text="Điều 1. Các thôn phải rào giếng trong vòng 30 ngày kể từ ngày Quyết định này có hiệu lực.\n"
        "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 6 năm 2024.",
        issued_on="2024-03-15",
    )
    assert doc.times[0].due == "2024-07-01"


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("ngày Quyết định có hiệu lực", "2024-03-22"),
        ("ngày Quyết định này có hiệu lực", "2024-03-22"),
        ("ngày Nghị quyết có hiệu lực", None),  # another text
        ("ngày dự án có hiệu lực", None),
    ],
)
def test_a_period_from_the_day_of_signing(said: str, due: str | None) -> None:
    text = f"Điều 1. Các thôn phải lập dự toán trong vòng 05 ngày làm việc kể từ {said}.\n"
    doc = vd.analyze(
        text=f"{text}Điều 2. Quyết định này có hiệu lực kể từ ngày ký.", issued_on=ISSUED
    )
    assert doc.times[0].due == due


def test_a_period_of_days_in_a_row() -> None:
    text = "Trong 10 ngày liên tục kể từ ngày ký, các thôn phải rà soát xong."
    assert [t.due for t in vd.analyze(text=text, issued_on=ISSUED).times] == ["2024-03-25"]


DAY = "Thứ Sáu (22/3)\n"
UNDER_A_DAY = [
    ("under its line", f"{DAY}- Các phòng nộp báo cáo (trước 11h00).", "2024-03-22T11:00"),
    ("under a later item", f"{DAY}- Các phòng họp giao ban.\n- Các thôn nộp báo cáo trước 11h00.", "2024-03-22T11:00"),
    ("under a numbered day", "1. Ngày 22/3/2024:\n- Các phòng nộp báo cáo trước 11h00.", "2024-03-22T11:00"),
    ("behind the list", f"{DAY}- Các phòng họp.\nCác thôn nộp báo cáo trước 11h00.", None),
    ("under no day", "Lịch tuần 12\n- Các phòng nộp báo cáo trước 11h00.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "due"), cases(UNDER_A_DAY))
def test_an_hour_under_a_day(text: str, due: str | None) -> None:
    (time,) = vd.analyze(text=text, issued_on=ISSUED).deadlines
    assert time.due == due


def test_the_year_of_a_timetable() -> None:
    text = (
        "LỊCH CÔNG TÁC TUẦN 46\n(Từ ngày 10/11/2025 đến ngày 14/11/2025)\nThứ Hai (10/11)\n"
        "- Các phòng nộp báo cáo trước 11h00.\n- Văn phòng gửi tài liệu trước ngày 20/11."
    )
    assert [t.value for t in vd.analyze(text=text).times] == [
        "2025-11-10/2025-11-14", "2025-11-10", "2025-11-10T11:00", "XXXX-11-20",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Tổ chức ngày hội tại 18/18 thôn.", "Có 24/26 hộ đồng ý."])
def test_how_many_of_all_is_no_day(text: str) -> None:
    doc = vd.analyze(text=text, issued_on=ISSUED)
    assert not doc.times
    assert "impossible_date" not in [w.code for w in doc.warnings]


def test_the_month_before_is_no_day_before() -> None:
    doc = vd.analyze(text="Các phường báo cáo kết quả của tháng trước.", issued_on=ISSUED)
    assert [(t.text, t.value) for t in doc.times] == [("tháng trước", "2024-02")]


def test_a_date_that_no_calendar_has_is_reported() -> None:
    doc = vd.analyze(text="Báo cáo trước ngày 30/02/2024.")
    assert doc.times[0].value is None
    assert [w.code for w in doc.warnings if w.code == "impossible_date"] == ["impossible_date"]


def test_an_hour_that_no_day_has_is_reported() -> None:
    doc = vd.analyze(text="Sở Y tế phải báo cáo trước 25h00 ngày 12/3/2024.")
    (time,) = doc.times
    assert (time.value, time.due) == (None, None)
    assert [w.code for w in doc.warnings if w.code == "impossible_date"] == ["impossible_date"]


def test_a_date_that_a_scan_misread_is_reported() -> None:
    doc = vd.analyze(text="Sở Y tế phải báo cáo trước ngày 2O/6/2024 và ngày 01/7/2024.")
    (warning,) = [w for w in doc.warnings if w.code == "misread_date"]
    assert doc.text[warning.start : warning.end] == "2O/6/2024"
    (duty,) = doc.obligations
    assert "a date in it cannot be read" in (duty.review_reason or "")


@pytest.mark.parametrize(
    ("text", "misread"),
    [
        ("Tân Lư, ngày l4 tháng 5 năm 2024", ["ngày l4 tháng 5 năm 2024"]),
        ("Tân Lư, ngày 14 tháng 5 năm 2O24", ["ngày 14 tháng 5 năm 2O24"]),
        ("Tân Lư, ngày 14 tháng 5 năm 2024", []),
        ("Ngày 14 tháng 5 năm 2024, lo 3O suất", []),
    ],
)
def test_a_date_in_words_that_a_scan_misread_is_reported(text: str, misread: list[str]) -> None:
    doc = vd.analyze(text=text)
    found = [doc.text[w.start : w.end] for w in doc.warnings if w.code == "misread_date"]
    assert found == misread


def test_a_date_of_a_cited_document_is_no_deadline() -> None:
    doc = vd.analyze(text="Các phòng phải thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020.")
    assert not any(t.is_deadline for t in doc.times)


OUTSIDE = [
    ("next week", "9999-12-31", "tuần tới", None),
    ("a weekday of next week", "9999-12-31", "thứ Bảy tuần sau", None),
    ("tomorrow", "9999-12-31", "ngày mai", None),
    ("next year", "9999-12-31", "quý I năm sau", None),
    ("next month", "9999-12-31", "tháng sau", None),
    ("last week", "0001-01-01", "tuần trước", None),
    ("yesterday", "0001-01-01", "hôm qua", None),
    ("last year", "0001-01-01", "năm trước", None),
    ("the last of the working days", "9999-12-31", "ngày làm việc cuối cùng của tháng 12", "9999-12-31"),
    ("a week of an early year", "0001-01-01", "tuần sau", "0001-W02"),
    ("a quarter of an early year", "0001-01-01", "quý II", "0001-Q2"),
]  # fmt: skip


@pytest.mark.parametrize(("issued", "said", "value"), cases(OUTSIDE))
def test_what_is_outside_the_calendar_has_no_value(
    issued: str, said: str, value: str | None
) -> None:
    (time,) = vd.analyze(text=f"Các xã phải nộp sổ trước {said}.", issued_on=issued).times
    assert time.value == value
    assert value or "no calendar has this day" in time.derivation


def test_the_last_day_of_the_calendar_is_followed_by_none() -> None:
    text = "TỈNH ỦY LỘC AN\nSố: 8-CT/TU\nLộc An, ngày 31 tháng 12 năm 9999\nCHỈ THỊ\nvề cấp nước\nCác xã trực ngày 31/12, 30/12; báo cáo trước tuần sau."
    assert vd.analyze(text=text).times[-1].value is None
