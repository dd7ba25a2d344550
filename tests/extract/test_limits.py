"""Which times limit somebody: pairs of a deadline and a look-alike that is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tables import cases

import vndirective as vd

ISSUED = "2024-03-20"

#: Name, sentence, the times in it that are deadlines.
LIMITS = [
    ("the end of this year", "Từ nay đến cuối năm, các trường phải sửa xong nhà vệ sinh.", ["cuối năm"]),
    ("all of this year", "Đến hết năm, các phường phải số hóa xong sổ hộ tịch.", ["năm"]),
    ("the end of a school year", "Đến cuối năm học, các trường phải nộp sổ điểm.", []),
    ("year by which", "Các sở tổng kết việc thực hiện Đề án vào năm 2027.", ["năm 2027"]),
    ("budget of a year", "Sở Tài chính bố trí kinh phí trong dự toán ngân sách nhà nước hằng năm.", []),
    ("forecast of a storm", "Trong 24 giờ tới, bão di chuyển theo hướng Tây.", []),
    ("period that opens an order", "Trong 24 giờ tới, các xã phải báo cáo số tàu.", ["24 giờ tới"]),
    ("name of a strategy", "Sở Nội vụ bám sát Chiến lược phát triển nhân lực của tỉnh đến năm 2030 khi lập kế hoạch.", []),
    ("a day of every month", "Các phường gửi báo cáo tháng trước ngày 15 của tháng.", ["ngày 15 của tháng"]),
    ("days of the week in small letters", "Vào các ngày thứ bảy, các tổ dân phố dọn vệ sinh.", ["ngày thứ bảy"]),
    ("a monthly report and its day", "Các phường gửi báo cáo tháng trước ngày 20.", ["ngày 20"]),
    ("a yearly report and its day", "Các phường gửi báo cáo năm trước ngày 15/12.", ["ngày 15/12"]),
    ("half a year and a day", "Các phường gửi báo cáo 6 tháng đầu năm trước ngày 10/6/2024.", ["ngày 10/6/2024"]),
    ("a day in the last month of a quarter", "Các phường gửi báo cáo trước ngày 15 tháng cuối quý.", ["ngày 15 tháng cuối quý"]),
    ("several routines at once", "Định kỳ 6 tháng, năm, các phường phải báo cáo.", ["Định kỳ 6 tháng, năm"]),
    ("a routine and the next thing", "Hằng tháng, các phường phải báo cáo.", ["Hằng tháng"]),
    ("first half of a month", "Các phường nộp sổ trong nửa đầu tháng 4/2024.", ["nửa đầu tháng 4/2024"]),
    ("so many years", "Các phường kè xong bờ sông trong 02 năm 2024 và 2025.", ["năm 2024 và 2025"]),
    ("month and year in figures", "Các trường nộp sổ điểm trước 6/2025.", ["6/2025"]),
    ("routine so many times", "Tổ dân phố Đông Hà họp dân 03 tháng một lần.", ["03 tháng một lần"]),
    ("routine on a day of the week", "Bộ phận tiếp dân trực vào sáng thứ Tư hằng tuần.", ["sáng thứ Tư hằng tuần"]),
    ("a market is no routine", "Phiên chợ vùng cao họp vào sáng thứ Tư hằng tuần.", []),
    ("a statistic is none", "Chỉ số sản xuất công nghiệp được công bố vào ngày 29 hằng tháng.", []),
    ("yearly, of a noun", "Quỹ khen thưởng hằng năm của xã còn thấp.", []),
    ("a heading about a routine", "Báo cáo định kỳ 6 tháng:", []),
    ("line of a schedule", "Tiến độ: thẩm định dự toán T6/2024; khởi công Q4/2024.", ["T6/2024", "Q4/2024"]),
    ("times of two events", "Thời gian khai mạc: 8 giờ ngày 12/5/2024; thời gian bế mạc: 17 giờ ngày 14/5/2024.", []),
    ("what the text speaks of", "Chiều nay, đoàn giám sát làm việc với phường Bắc Hà.", []),
    ("tomorrow is to come", "Chiều mai, các trường phải báo cáo sĩ số.", ["Chiều mai"]),
    ("a feast says what for", "Bình ổn giá hàng hóa phục vụ Tết Nguyên đán Ất Tỵ.", []),
    ("a feast as a limit", "Bình ổn giá hàng hóa trước Tết Nguyên đán Ất Tỵ.", ["Tết Nguyên đán Ất Tỵ"]),
    ("phase of a work", "Thực hiện chương trình kiên cố hóa kênh mương giai đoạn 2024-2026.", ["giai đoạn 2024-2026"]),
    ("phase in a name", "Thực hiện Chương trình kiên cố hóa kênh mương giai đoạn 2024-2026 của tỉnh.", []),
    ("phase that is over", "Thực hiện chương trình kiên cố hóa kênh mương giai đoạn 2016-2020.", []),
    ("phase to come", "Giai đoạn 2026-2030, mỗi năm trồng mới ít nhất 100 ha rừng.", ["Giai đoạn 2026-2030", "mỗi năm"]),
    ("term of office", "Đánh giá kết quả đạt được trong nhiệm kỳ 2020-2025.", []),
    ("period that opens a report", "Trong quý IV/2023, toàn huyện thu hồi 12 ha đất.", []),
    ("period that opens a task", "Trong quý II/2024, mỗi xã thành lập một tổ liên gia.", ["quý II/2024"]),
    ("year of a goal", "Phấn đấu năm 2025 đạt chuẩn nông thôn mới nâng cao.", ["năm 2025"]),
    ("year of a plan", "Xây dựng kế hoạch năm 2025 của ngành.", []),
    ("goal by a year", "Mục tiêu đến năm 2030, toàn bộ trạm y tế xã có bác sĩ.", ["năm 2030"]),
    ("orientation", "Phương hướng, nhiệm vụ đến năm 2030 của Đảng bộ xã.", []),
    ("second goal", "Phấn đấu đến năm 2030 cứng hóa hết đường thôn, tầm nhìn đến năm 2045 trở thành xã kiểu mẫu.", ["năm 2030", "năm 2045"]),
    ("past word, but a latest day", "Các hộ đã đăng ký nộp lại giấy tờ chậm nhất ngày 20/5/2024.", ["ngày 20/5/2024"]),
    ("past word, but a demand", "Các xã đã được giao vốn phải giải ngân xong trước ngày 30/9/2024.", ["ngày 30/9/2024"]),
    ("past report", "Các xã đã giải ngân xong trước ngày 30/9/2023.", []),
    ("a past day with a demand", "Kế hoạch nêu rõ đến ngày 15/3/2024 các xã phải giải ngân 60%.", ["ngày 15/3/2024"]),
    ("a past day with a result", "Kết quả giải ngân đến ngày 15/3/2024 đạt 60%.", []),
    ("length of a meeting", "Đại hội chi bộ cơ sở không quá 02 ngày.", []),
    ("length of a procedure", "Phòng Tư pháp thẩm định hồ sơ không quá 02 ngày.", ["02 ngày"]),
    ("not to be let pass", "Các trạm y tế trả lời người bệnh, không để quá 24 giờ.", ["24 giờ"]),
    ("closing time of entries", "Hạn nộp bài dự thi: 17h00 ngày 20/9/2024.", ["17h00 ngày 20/9/2024"]),
    ("day on which to begin", "Từ ngày 01/5/2024, các bến phải tạm dừng thu phí đò ngang.", ["ngày 01/5/2024"]),
    ("day that begins at the end", "Các bến phải tạm dừng thu phí đò ngang từ ngày 01/5/2024.", []),
    ("day from which on", "Các bến phải tạm dừng thu phí đò ngang kể từ ngày 01/5/2024.", ["ngày 01/5/2024"]),
    ("every hour", "Loa thôn phải phát bản tin mưa mỗi giờ một lần.", ["mỗi giờ một lần"]),
    ("each is no past", "Đội xung kích phải ghi vị trí từng hộ trong 24 giờ sau khi nước rút.", ["24 giờ"]),
    ("so long before", "Nhà trường phải niêm yết mức thu trước ngày họp phụ huynh tối thiểu 05 ngày.", ["05 ngày"]),
    ("a day by its name", "Sân chơi phải khánh thành trước Ngày Quốc tế Thiếu nhi 01/6.", ["01/6"]),
    ("put into use in a quarter", "Ban quản lý dự án đưa cầu Đông Hà vào khai thác quý III/2024.", ["quý III/2024"]),
    ("about the end of a year", "Phấn đấu thông xe đường vành đai vào cuối năm 2024.", ["cuối năm 2024"]),
    ("report at the end of a year", "Chuẩn bị báo cáo cuối năm 2024 của ngành.", []),
    ("at the latest after", "Chậm nhất sau 05 ngày làm việc kể từ khi nhận đơn, công chức tư pháp phải trả lời.", ["05 ngày làm việc"]),
    ("at the latest at an hour", "Các hộ nuôi bè phải lên bờ muộn nhất lúc 16h00 ngày 22/7/2024.", ["16h00 ngày 22/7/2024"]),
    ("not past a day", "Các trường bàn giao phòng học không để quá ngày 05/9/2024.", ["ngày 05/9/2024"]),
    ("findings of an inspection", "Qua rà soát trong tháng 02/2024, còn 12 hộ chưa kê khai; yêu cầu các hộ kê khai trước ngày 15/4/2024.", ["ngày 15/4/2024"]),
    ("forecast", "Theo dự báo của ngành, đến năm 2036 dân số xã sẽ già đi, phải xây thêm trạm y tế.", []),
    ("past word before a moment to come", "Các bến báo cáo số đò đã neo trước 11 giờ 30 ngày 08/9/2024.", ["11 giờ 30 ngày 08/9/2024"]),
    ("report before a demand", "Năm 2023 toàn ngành mới thu 41% phí; yêu cầu các đội thu xong trong tháng 6/2024.", ["tháng 6/2024"]),
    ("when an event is", "Các xã lập danh sách cử tri trước ngày 01/5/2024, bầu cử diễn ra vào ngày 12/5/2024.", ["ngày 01/5/2024"]),
    ("this evening, a demand", "Tối nay phải sơ tán xong các hộ ven kênh.", ["Tối nay"]),
    ("looks back", "Các thôn phải khắc phục thiệt hại của trận lốc tuần trước.", []),
    ("phase behind a marker", "1. Các xã phải phát triển nhà ở xã hội giai đoạn 2024-2026.", ["giai đoạn 2024-2026"]),
    ("too late", "Đơn vị nộp chậm quá 15 ngày không được bổ sung kinh phí.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(LIMITS))
def test_deadlines(text: str, expected: list[str]) -> None:
    times = vd.analyze(text=text, issued_on=ISSUED).times
    assert [t.text for t in times if t.is_deadline] == expected


def test_a_closing_time_is_the_last_moment() -> None:
    (time,) = vd.analyze(text="Hạn nộp bài dự thi: 17h00 ngày 20/9/2024.").times
    assert (time.relation, time.due) == ("BY", "2024-09-20T17:00")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày đăng: 05/06/2025 15:50", ("05/06/2025 15:50", "2025-06-05T15:50")),
        ("Tháng 10 vừa rồi, mưa lớn kéo dài.", ("Tháng 10 vừa rồi", "2023-10")),
        ("Chín tháng qua, xã đã kiểm tra 12 chi bộ.", ("Chín tháng", "P9M")),
        ("Sáu tháng sau ngày ký, tổ công tác họp lại.", ("Sáu tháng", "P6M")),
        ("Tính đến ngày 31/01, còn 40 hộ chưa ký.", ("ngày 31/01", "2024-01-31")),
        (
            "Tổ trực báo cáo lúc 6 giờ và 18 giờ hằng ngày.",
            ("6 giờ và 18 giờ hằng ngày", "XXXX-XX-XXT06:00,XXXX-XX-XXT18:00"),
        ),
    ],
)
def test_spans_and_values(text: str, expected: tuple[str, str]) -> None:
    (time,) = vd.analyze(text=text, issued_on=ISSUED).times
    assert (time.text, time.value) == expected


#: Name, sentence, what its only deadline is due.
DUE = [
    ("last of several moments", "Các xã phải họp dân vào 8 giờ ngày 15/9 và 9 giờ ngày 16/9/2024.", "2024-09-16T09:00"),
    ("before the last of several days", "Các xã gửi số liệu trước các ngày 15, 20 và 25/12/2024.", "2024-12-24"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(DUE))
def test_a_list_is_due_with_its_last_member(text: str, expected: str) -> None:
    (time,) = vd.analyze(text=text, issued_on=ISSUED).deadlines
    assert time.due == expected


TRAILING = [
    ("its subject is the time allowed", "Thời hạn giải quyết hồ sơ phải được niêm yết.", ["được niêm yết"]),
    ("says what, too", "Hoàn thành trước ngày 30/9 việc rà soát hộ nghèo.", ["Hoàn thành trước ngày 30/9 việc rà soát hộ nghèo"]),
    ("says when only", "Các xã phải rà soát hộ nghèo. Hoàn thành trước ngày 30/9.", ["rà soát hộ nghèo"]),
    ("breaks off", "1. Việc chôn cất người chết thực hiện theo", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(TRAILING))
def test_what_only_says_when_is_no_duty(text: str, expected: list[str]) -> None:
    duties = vd.analyze(text=f"Chủ tịch xã yêu cầu:\n{text}", issued_on=ISSUED).obligations
    assert [duty.action.text for duty in duties] == expected


def test_a_period_without_a_code_says_so() -> None:
    (time,) = vd.analyze(text="Các xã phải trả lời trong nửa ngày làm việc.").times
    assert (time.value, time.due) == (None, None)
    assert time.derivation == "half of it has no code"


def test_the_last_working_day_follows_the_table_of_the_user(tmp_path: Path) -> None:
    text = "Các phường nộp sổ vào ngày làm việc cuối cùng của tháng 8 năm 2029."
    (shipped,) = vd.analyze(text=text, issued_on=ISSUED).deadlines
    assert (shipped.due, shipped.provisional, shipped.workday) == ("2029-08-31", True, True)
    table = tmp_path / "swaps.json"
    table.write_text(json.dumps({"announced": [2029], "swaps": [{"off": "2029-08-31"}]}))
    (own,) = vd.analyze(text=text, issued_on=ISSUED, swap_days=table).deadlines
    assert (own.due, own.provisional) == ("2029-08-30", False)


PERIODS = [
    ("since its own day", "Các xã báo cáo trong 10 ngày kể từ ngày ban hành.", "2024-04-01"),
    ("since that of another paper", "Kết luận thanh tra phải công khai trong 10 ngày kể từ ngày ban hành.", None),
    ("since a day, of a paper", "Báo cáo thẩm định phải xong trong 10 ngày kể từ ngày 25/3/2024.", "2024-04-04"),
    ("before a meeting", "Chậm nhất 05 ngày làm việc trước phiên họp, Phòng Nội vụ gửi hồ sơ.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "due"), cases(PERIODS))
def test_what_a_period_is_counted_from(text: str, due: str | None) -> None:
    (time,) = vd.analyze(text=text, issued_on=ISSUED).deadlines
    assert time.due == due


def test_a_meeting_is_the_event_that_a_period_ends_at() -> None:
    text = "Chậm nhất 05 ngày làm việc trước phiên họp, Phòng Nội vụ gửi hồ sơ."
    (time,) = vd.analyze(text=text, issued_on=ISSUED).deadlines
    assert time.end_event == "phiên họp"


def test_a_session_is_to_come_where_no_day_of_issue_is_known() -> None:
    text = "Chi bộ quán triệt nghị quyết trong sinh hoạt định kỳ tháng 4/2024."
    (time,) = vd.analyze(text=text).deadlines
    assert (time.text, time.due) == ("tháng 4/2024", "2024-04-30")
