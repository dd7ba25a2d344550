"""How days, periods and quotas are written: with points and dashes, in figures and words."""

from __future__ import annotations

import pytest
from tables import cases

import vndirective as vd

ISSUED = "2024-03-15"

WRITTEN = [
    ("a day with a point", "Các phường nộp danh sách trước 22.4.", [("22.4", "2024-04-22")]),
    ("a day with a dash and a part of the day", "Đoàn làm việc với xã Đồng Lau chiều 25-7.", [("chiều 25-7", "2024-07-25TAF")]),
    ("a feast", "Công trình chào mừng dịp 2.9.", [("2.9", "2024-09-02")]),
    ("two feasts", "Dịp 30-4 và 1-5, công viên mở cửa.", [("30-4", "2024-04-30"), ("1-5", "2024-05-01")]),
    ("a day behind one that is told from here", "Hôm qua (14-3), huyện họp khẩn.", [("Hôm qua (14-3)", "2024-03-14")]),
    ("up to a day", "Đến 12.3, mới có hai thôn gửi phiếu.", [("12.3", "2024-03-12")]),
    ("first and last day", "Lớp học mở từ ngày 7 - 11.4.", [("ngày 7 - 11.4", "2024-04-07/2024-04-11")]),
    ("until a day with a dash", "Chợ nghỉ từ ngày 29-8 đến hết 3-9, trừ quầy thuốc.", [("ngày 29-8 đến hết 3-9", "2024-08-29/2024-09-03")]),
    ("a day of a feast with a long name", "Xã khởi công trước Ngày hội Văn hóa các dân tộc vùng cao 18/11.", [("18/11", "2024-11-18")]),
    ("a number in figures and words", "Kho bạc trả lời trong vòng 07 (bảy) ngày làm việc.", [("07 (bảy) ngày làm việc", "P7D")]),
    ("part of a number", "Trả lời trong 1,5 phút.", []),
    ("a half", "Lớp học kéo dài trong 2,5 ngày.", [("2,5 ngày", "P2.5D")]),
    ("working days before a part of the day", "Sau 04 ngày làm việc, chiều 12-3 đoàn về huyện.", [("04 ngày làm việc", "P4D"), ("chiều 12-3", "2024-03-12TAF")]),
    ("days per month and week", "Chủ tịch xã tiếp dân hai ngày/tháng, trưởng thôn một ngày/tuần.", [("hai ngày/tháng", "XXXX-XX"), ("một ngày/tuần", "XXXX-WXX")]),
    ("a quota in words", "Trưởng phòng đi cơ sở ít nhất 01 ngày trong 01 tuần.", [("01 ngày trong 01 tuần", "XXXX-WXX")]),
    ("the last day of a month", "Nộp tờ khai trước ngày cuối cùng của tháng 4/2025.", [("ngày cuối cùng của tháng 4/2025", "2025-04-30")]),
    ("the last day of February", "Nộp tờ khai chậm nhất ngày cuối cùng của tháng 2 năm 2028.", [("ngày cuối cùng của tháng 2 năm 2028", "2028-02-29")]),
    ("the last day of any month", "Chốt sổ vào ngày cuối cùng của tháng.", [("ngày cuối cùng của tháng", "XXXX-XX-31")]),
    ("the next month each time", "Nhà máy báo cáo theo tháng, gửi chậm nhất ngày 15 tháng sau.", [("ngày 15 tháng sau", "XXXX-XX-15")]),
    ("the next month from here", "Nhà máy nộp chậm nhất ngày 15 tháng sau.", [("ngày 15 tháng sau", "2024-04-15")]),
    ("the year after the one in which", "Hộ kinh doanh nộp chậm nhất ngày 30/01 năm sau năm phát sinh.", [("ngày 30/01 năm sau", "XXXX-01-30")]),
    ("days of the week", "Thư viện mở từ thứ 3 đến thứ 6 và sáng thứ 7 hằng tuần.", [("thứ 3 đến thứ 6", "XXXX-WXX-2/XXXX-WXX-5"), ("sáng thứ 7 hằng tuần", "XXXX-WXX-6TMO")]),
    ("days of every month", "Định kỳ từ ngày 2 đến ngày 6 hằng tháng, kế toán chốt sổ.", [("Định kỳ từ ngày 2 đến ngày 6 hằng tháng", "XXXX-XX-02/XXXX-XX-06")]),
    ("a feast of a named year", "Các chợ mở cửa dịp Tết Nguyên đán Ất Tỵ năm 2025.", [("Tết Nguyên đán Ất Tỵ năm 2025", "2025-01-29")]),
    ("two full days behind a label", "Thời gian thực hiện: 02/5/2024 - 28/6/2024.", [("02/5/2024 - 28/6/2024", "2024-05-02/2024-06-28")]),
    ("a feast and its date are one", "Xã dọn vệ sinh trước Giỗ Tổ Hùng Vương mùng 10 tháng 3.", [("mùng 10 tháng 3", "2024-04-18")]),
    ("a bracket around a lunar day", "Lễ hội mở (ngày 10 tháng 3 âm lịch).", [("ngày 10 tháng 3 âm lịch", "2024-04-18")]),
    ("the next year of each", "Các trường gửi báo cáo trước ngày 31 tháng 01 của năm liền sau.", [("ngày 31 tháng 01 của năm liền sau", "XXXX-01-31")]),
    ("every two hours", "Tàu giữ liên lạc, cứ 2 giờ điểm danh một lần.", [("cứ 2 giờ điểm danh một lần", "PT2H")]),
    ("in force from a day", "Quy chế có hiệu lực từ 1.7 và thay thế quy chế cũ.", [("1.7", "2024-07-01")]),
    ("two months", "Các xã phải kiểm tra xong trong tháng 7 và tháng 8.", [("tháng 7", "2024-07"), ("tháng 8", "2024-08")]),
    ("hours of work", "Giờ làm thêm không quá 40 giờ trong 01 tháng.", [("40 giờ trong 01 tháng", "XXXX-XX")]),
    ("a day of the month by its place", "Kê khai chậm nhất là ngày thứ 20 của tháng tiếp theo.", [("ngày thứ 20 của tháng tiếp theo", "XXXX-XX-20")]),
    ("the last day of a month of the quarter", "Nộp chậm nhất ngày cuối cùng của tháng đầu quý sau.", [("ngày cuối cùng của tháng đầu quý sau", None)]),
    ("a weekday of any month", "Họp vào 8 giờ sáng thứ Hai đầu tháng.", [("8 giờ sáng thứ Hai đầu tháng", None)]),
    ("a day of this year", "Phải bàn giao xong trước 30-6 năm nay.", [("30-6 năm nay", "2024-06-30")]),
    ("at the latest a day with a dash", "Phòng phải trả lời chậm nhất 20-8.", [("20-8", "2024-08-20")]),
    ("days in brackets", "Lớp học ba ngày (từ 12 đến 14-8).", [("12 đến 14-8", "2024-08-12/2024-08-14")]),
    ("months by their number", "Trong hai tháng 8 và 9, kiểm tra các chợ.", [("tháng 8 và 9", "2024-08/2024-09")]),
    ("from one year into the next", "Cấm đốt nương từ tháng 11 đến tháng 4 năm sau.", [("tháng 11 đến tháng 4 năm sau", "2024-11/2025-04")]),
    ("an hour of a daily report", "Các thôn gửi báo cáo ngày (trước 15 giờ).", [("15 giờ", "XXXX-XX-XXT15:00")]),
    ("a weekday of a week of any month", "Tiếp công dân vào thứ Năm tuần thứ hai của tháng.", [("thứ Năm tuần thứ hai của tháng", None)]),
    ("noon of a day", "Các xã gửi danh sách trước 11h30 trưa 5-11.", [("11h30 trưa 5-11", "2024-11-05T11:30")]),
    ("a feast by its name and a dash", "Kết quả phải có trước Ngày Nhà giáo Việt Nam 20-11.", [("20-11", "2024-11-20")]),
    ("a year in two figures without its noun", "Nộp tờ khai trước 17h 05/9/24, gửi biên bản trước 12/9/24.", [("17h 05/9/24", "2024-09-05T17:00"), ("12/9/24", "2024-09-12")]),
    ("a week of a month behind a comma", "Họp tổ dân phố trong Tuần 3, tháng 5.", [("Tuần 3, tháng 5", None)]),
    ("a week of the year", "Hoàn thành khảo sát trong tuần 21.", [("tuần 21", None)]),
    ("the month that runs", "Kế toán phải chốt sổ xong trong tháng.", [("tháng", "2024-03")]),
    ("the quarter that runs", "Các xã rà soát, hoàn thành trong quý; tổ chức đối thoại.", [("quý", "2024-Q1")]),
    ("a weekday to come", "Tổ trưởng nộp phiếu trước thứ Ba tới.", [("thứ Ba tới", "2024-03-19")]),
    ("a weekday to come, of this week or the next", "Tổ trưởng nộp phiếu trước Chủ nhật tới.", [("Chủ nhật tới", None)]),
    ("an hour of a weekday", "Tổ trưởng nộp phiếu trước 10h thứ Ba.", [("10h thứ Ba", None)]),
    ("a weekday as limit", "Tổ trưởng nộp phiếu chậm nhất thứ Năm.", [("thứ Năm", None)]),
    ("regularly on a weekday", "Văn thư định kỳ thứ Tư hằng tuần sao lưu dữ liệu.", [("định kỳ thứ Tư hằng tuần", "XXXX-WXX-3")]),
    ("a quota and its days", "Trạm Y tế phun thuốc 02 lần/tháng (ngày 05 và ngày 20).", [("02 lần/tháng (ngày 05 và ngày 20)", "XXXX-XX-05,XXXX-XX-20")]),
    ("a quota and its weekdays", "Đội thu gom rác 02 lần/tuần (thứ Ba, thứ Sáu).", [("02 lần/tuần (thứ Ba, thứ Sáu)", "XXXX-WXX-2,XXXX-WXX-5")]),
    ("a quota and its days of the year", "Chi hội sơ kết 02 lần/năm (ngày 20/5 và ngày 20/11).", [("02 lần/năm (ngày 20/5 và ngày 20/11)", "XXXX-05-20,XXXX-11-20")]),
    ("a quota and days that do not keep it", "Trạm Y tế phun thuốc 03 lần/tháng (ngày 05 và 20).", [("03 lần/tháng", "XXXX-XX")]),
    ("two days of every month, each by its noun", "Hằng tháng, tổ trưởng nộp sổ vào ngày 10 và ngày 25.", [("Hằng tháng", "XXXX-XX"), ("ngày 10", "XXXX-XX-10"), ("ngày 25", "XXXX-XX-25")]),
    ("a month from which on something is done monthly", "Hằng tháng (bắt đầu từ tháng 4/2025), các thôn gửi sổ trước ngày 20.", [("Hằng tháng", "XXXX-XX"), ("tháng 4/2025", "2025-04"), ("ngày 20", "XXXX-XX-20")]),
    ("a month that has a day of its own", "Các thôn gửi sổ trước ngày 25 hằng tháng, riêng tháng 6 gửi trước ngày 12.", [("ngày 25 hằng tháng", "XXXX-XX-25"), ("tháng 6", "2024-06"), ("ngày 12", "XXXX-06-12")]),
    ("days of several months", "Các thôn báo cáo trước ngày 12/4, 12/5 và 12/6/2024.", [("ngày 12/4", "2024-04-12"), ("12/5", "2024-05-12"), ("12/6/2024", "2024-06-12")]),
    ("days of two years", "Các thôn báo cáo trước ngày 10/12 và 10/02/2025.", [("ngày 10/12", "2024-12-10"), ("10/02/2025", "2025-02-10")]),
    ("two days in a row", "Lớp học mở vào ngày 31/5 và 01/6/2024.", [("ngày 31/5 và 01/6/2024", "2024-05-31/2024-06-01")]),
    # what only looks like a day
    ("a form, not a year in two figures", "Mẫu 12/5/24 thay mẫu 08/5/24.", []),
    ("a form of a school and its year", "Nhận hồ sơ lớp 5, lớp 9 năm học 2024-2025.", [("năm học 2024-2025", "2024/2025")]),
    ("from one weekday to another", "Chợ mở từ thứ Hai tới thứ Sáu.", []),
    ("the weeks of a child", "Trạm Y tế khám thai trong tuần 12 của thai kỳ.", []),
    ("weeks of the year in a list", "Các tổ đo đạc trong tuần 21, 22.", []),
    ("what falls into any month", "Các xã thống kê số vụ trong tháng.", []),
    ("amounts", "Sản lượng tăng đến 2.5, giá từ 1.5 đến 2.9, lãi suất đến 6.5, phí 0.5.", []),
    ("an amount behind a part of the day", "Ca tối 10-12 người, trực đêm 3-4 ca, ca sáng 2.5 triệu sản phẩm.", []),
    ("scores, points and articles", "Đội xã thắng 3-1, đạt điểm 3.5 theo mục 2.1, khoản 3.", []),
    ("a number with a point", "Đội tặng nhau 1.000 năm cây hoa giấy.", []),
    ("right at a place", "Dân được hướng dẫn kê khai ngay tại nhà văn hóa.", []),
    ("a feast with a dash in its name", "Ngày Thương binh - Liệt sĩ 27/7 là dịp tri ân.", [("27/7", "2024-07-27")]),
    ("money and uprightness", "Xã tiết kiệm chi thường xuyên; cán bộ phải ngay thẳng.", []),
    ("a share", "Diện tích giảm đến 10-12%.", []),
    ("from an hour to about another", "Từ 6 giờ đến khoảng 13 giờ, bến đò nghỉ.", [("6 giờ đến khoảng 13 giờ", "T06:00/T13:00")]),
    ("a year of the nineteenth century", "Cụ sinh ngày 05/6/1889 tại làng Hạ.", [("ngày 05/6/1889", "1889-06-05")]),
    ("a day whose numbers are spelled out, too", "Biên bản lập ngày 25 (hai mươi lăm) tháng 11 (mười một) năm 2023.", [("ngày 25 (hai mươi lăm) tháng 11 (mười một) năm 2023", "2023-11-25")]),
    ("a quarter beside its year", "Chi bộ xếp loại quý I và năm 2025 cho đảng viên.", [("quý I", "2025-Q1"), ("năm 2025", "2025")]),
    ("a share of a day", "Mỗi người được nghỉ 1/2 ngày.", []),
    ("early warning", "Trạm Khí tượng phát tin cảnh báo sớm cho xã.", []),
    ("tomorrow and its date", "Bệnh viện Hạ cử một đoàn trong ngày mai (16/3/2024).", [("ngày mai (16/3/2024)", "2024-03-16")]),
    ("an area, not years", "Các xã gieo trồng từ 1800 - 2000 ha lúa.", []),
    ("a quarter of this year and the next year", "Trong quý IV và năm 2025, các xã phải trực.", [("quý IV", "2024-Q4"), ("năm 2025", "2025")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(WRITTEN))
def test_how_times_are_written(text: str, expected: list[tuple[str, str | None]]) -> None:
    times = vd.analyze(text=text, issued_on=ISSUED).times
    assert [(t.text, t.value) for t in times] == expected


# text, issued on, the value, and whether it is a deadline, of each time
LOOKING_BACK = [
    ("not yet by a day", "2018-01-05", "Đến ngày 4.1, hai xã vẫn chưa nộp báo cáo.", [("2018-01-04", False)]),
    ("only so far", "2016-04-22", "Sở yêu cầu các xã gửi phiếu trước ngày 20/4 song đến ngày 22/4 mới có ba xã gửi.", [("2016-04-20", True), ("2016-04-22", False)]),
    ("reached in half a year", "2023-07-05", "Vốn giải ngân mới đạt 24% kế hoạch trong 6 tháng đầu năm.", [("2023-H1", False)]),
    ("what must be done is to come", "2018-01-05", "Đến ngày 4/1, các xã đã được cấp vốn phải quyết toán.", [("2019-01-04", True)]),
    ("done before a day", "2024-08-10", "Trước ngày 31/7, các xã đã nộp báo cáo.", [("2024-07-31", False)]),
    ("since the new year", "2024-08-10", "Từ đầu năm đến ngày 31/7, huyện đã giải ngân 45%.", [("2024", False), ("2024-07-31", False)]),
    ("until now", "2024-03-15", "Xã yêu cầu lắp biển báo trong tháng 2; đến nay vẫn còn hai thôn chưa lắp.", [("2024-02", True)]),
    ("the next such day", "2016-04-22", "Các xã phải gửi phiếu trước ngày 20/4.", [("2017-04-20", True)]),
]  # fmt: skip


@pytest.mark.parametrize(("issued_on", "text", "expected"), cases(LOOKING_BACK))
def test_a_day_without_a_year_looks_back(
    issued_on: str, text: str, expected: list[tuple[str, bool]]
) -> None:
    times = vd.analyze(text=text, issued_on=issued_on).times
    assert [(t.value, t.is_deadline) for t in times] == expected


LIMITS = [
    ("a ban from and to", "Điện lực không cắt điện từ ngày 12/4 đến hết ngày 25/4/2024.", [True]),
    ("a ban from a moment", "Tạm dừng hoạt động các bến phà từ 12 giờ ngày 07/9/2024 đến khi bão tan.", [True]),
    ("a ban on a feast", "Các xã không tổ chức phần hội trong dịp Tết Trung thu.", [True]),
    ("a ban that follows its beginning", "Từ 0 giờ ngày 21/7/2024, huyện cấm xe tải qua cầu.", [True]),
    ("before a feast", "Phấn đấu hoàn thành trước dịp 2/9.", [True]),
    ("a feast without a ban", "Các xã tổ chức trực trong dịp Tết Trung thu.", [False]),
    ("a range whose ends stand apart", "Từ ngày 10/4/2024 (thứ Tư) đến hết ngày 14/4/2024, các chợ phải nghỉ.", [False, True]),
    ("a campaign of a whole year", "Các xã thi đua từ ngày 01/5/2024 đến ngày 01/5/2025.", [True]),
    ("an anniversary", "Xã tổ chức lễ kỷ niệm 70 năm thành lập (15/5/1954 - 15/5/2024).", [False, False]),
    ("a share that must fall", "Các xã phải giảm tỷ lệ hộ nghèo xuống dưới 1,5% đến hết năm 2024.", [True]),
    ("a share that was spent", "Điều chuyển vốn của các dự án giải ngân dưới 30% đến hết quý I.", [False]),
    ("a meeting somebody is asked to attend", "14h00 ngày 12/4/2024, đề nghị các đồng chí có mặt dự họp đúng giờ.", [True]),
    ("what others do while a leader attends", "Sáng 11/4/2024, các xã tổ chức tổng dọn vệ sinh, lãnh đạo huyện dự.", [True]),
    ("a meeting of a morning", "Sáng 11/4/2024, Chủ tịch huyện chủ trì họp giao ban.", [False]),
    ("a campaign that is over", "Qua đợt kiểm tra thực hiện từ ngày 10/2 đến ngày 20/2, các trường phải khắc phục.", [False]),
    ("a campaign that reached something", "Đợt cao điểm do Công an tỉnh triển khai từ ngày 15/12 đến ngày 14/02 đạt kết quả tốt.", [False]),
    ("a vision beside a deadline", "Hoàn thành quy hoạch trước tháng 6/2024, tầm nhìn năm 2045.", [True, False]),
    ("a vision beside the year of a task", "Hoàn thành đề án trong năm 2024, tầm nhìn 2045.", [True, False]),
    ("a vision beside an aim", "Phấn đấu đến năm 2030, tầm nhìn năm 2045 hoàn thành đường vành đai.", [True, True]),
    ("what who lets a room must report", "Yêu cầu chủ hộ đang cho thuê trọ khai báo tạm trú trong thời hạn 24 giờ.", [True]),
    ("how long something is let", "Xã cho thuê nhà văn hóa cũ thời hạn 5 năm.", [False]),
    ("how long a contract holds", "Hợp đồng có hiệu lực kể từ ngày ký đến hết ngày 31/12/2024.", [False]),
    ("yearly leave", "Người lao động được nghỉ hằng năm theo quy chế.", [False]),
    ("a report of the half year that runs", "Trong 6 tháng đầu năm, toàn tỉnh thu ngân sách đạt 55% dự toán.", [False]),
    ("the half year that runs", "Trong 6 tháng đầu năm, các xã phải thu đạt 55% dự toán.", [True]),
    ("how long a permit is good", "Giấy phép có giá trị đến ngày 30/6/2028.", [False]),
    ("an estimate", "Ước đến hết năm 2024, thu ngân sách đạt 105%.", [False]),
    ("office hours", "Bộ phận một cửa nhận hồ sơ đến hết giờ hành chính ngày 29/8/2024.", [True]),
    ("when an inspection takes place", "Thời gian kiểm tra: từ ngày 15/8 đến ngày 30/8/2024.", [True]),
    ("until when bids are taken", "Thời gian nhận hồ sơ dự thầu: trước 9 giờ ngày 25/8/2024.", [True]),
    ("a length that opens a duty", "Sáu tháng sau ngày ban hành, Ban Tổ chức phải làm việc với xã.", [True]),
    ("days off", "Công chức được nghỉ từ ngày 28/4/2024 đến hết ngày 01/5/2024.", [False]),
    ("when applications are taken", "Thí sinh nộp phiếu đăng ký trực tiếp tại phòng một cửa của huyện từ ngày 12/8 đến hết ngày 06/9/2024.", [True]),
    ("opening hours", "Giờ nhận hồ sơ: từ thứ 2 đến thứ 6 hằng tuần.", [False]),
    ("a length", "Thời gian thử việc không quá 30 ngày với lái xe.", [False]),
    ("a time to answer", "Thời hạn giải quyết là 24 ngày.", [True]),
    ("the length of a session", "Kỳ họp tổ chức trong 2,5 ngày.", [False]),
    ("results of a quarter that are due later", "Tổng hợp kết quả giải ngân trong quý III, gửi Sở Xây dựng chậm nhất ngày 28/9.", [False, True]),
    ("results by a quarter", "Báo cáo kết quả thực hiện trong quý III/2024.", [True]),
    ("a session to come", "Đoàn giám sát báo cáo kết quả với Thường trực tại phiên họp tháng 8 năm 2024.", [True]),
    ("a month at the head of a clause", "Trong tháng 7 phải đo đạc xong, đầu tháng 8 hoàn thành cắm mốc.", [True, True]),
    ("a goal", "Đề án đặt mục tiêu sản lượng chè cuối năm 2025 tăng gấp đôi so với cuối năm 2020.", [True, False]),
    ("what is seen at an hour", "Đến 01 giờ ngày 31/10, tâm bão ở cách bờ 90 km.", [False]),
    ("what must be done by an hour", "Đến 17 giờ ngày 31/10, các xã phải sơ tán xong dân.", [True]),
    ("a day that is celebrated", "Hằng năm tổ chức chạy bộ hưởng ứng Ngày Nước thế giới 22 tháng 3.", [True, False]),
    ("a feast to be ready for", "Xã phải hoàn thành mặt bằng để kịp thông xe dịp 2/9.", [False]),
    ("long ago", "Hộ ông Kha đã cắt khung sắt từ trước Tết Nguyên đán.", [False]),
    ("what is expected", "Dự kiến số người nghỉ việc trong năm 2024 là 115.", [False]),
    ("the year of a law", "Sở Xây dựng thực hiện Luật Bảo vệ môi trường 2020.", [False]),
    ("the year of the constitution", "Sở Xây dựng tổng kết Hiến pháp 2013.", [False]),
    ("the year of a dispatch", "Sở Xây dựng thực hiện Công điện 49/CĐ-BCT 2025.", [False]),
    ("a room, and no year", "Sở Xây dựng họp tại phòng 2020.", []),
    ("people, and no year", "Sở Tư pháp phổ biến Luật Cư trú, 2000 người dự.", []),
    ("those who were punished, and no year", "Sở Nội vụ xử lý kỷ luật 2013 cán bộ.", []),
    ("a plan called by its name", "Sở Xây dựng rà soát Đề án phát triển nhà ở đến năm 2030.", [False]),
    ("a plan with a long name", "Sở Xây dựng trình Kế hoạch giảm phát thải khí nhà kính, bao gồm khí mê-tan từ ruộng lúa và bãi chôn lấp rác trên địa bàn các huyện ven biển đến năm 2030.", [False]),
    ("what a plan is for, and till when", "Phê duyệt Kế hoạch, yêu cầu các xã rà soát hộ nghèo, hộ cận nghèo, lập danh sách, niêm yết công khai tại nhà văn hóa các thôn đến ngày 30/6/2024.", [True]),
    ("a horizon behind the year of a plan", "Sở Xây dựng rà soát Quy hoạch đến năm 2030, tầm nhìn 2050.", [False, False]),
    ("a horizon behind an aim", "Phấn đấu đến năm 2030 có 20 xã, tầm nhìn 2045 có 40 xã.", [True, True]),
    ("a length and the days that it fills", "Trường Chính trị mở lớp trong 03 ngày, từ 10 đến 12/9/2024.", [False, True]),
    ("a length and who goes on", "Trường Chính trị mở lớp trong 03 ngày, từ nguồn của xã.", [True]),
    ("years that are celebrated", "Các xã tuyên truyền kỷ niệm 95 năm ngày lập làng (03/02/1930 - 03/02/2025).", [False, False]),
    ("a lease", "Hộ ông Kha được cho thuê đất với thời hạn 50 năm.", [False]),
    ("where somebody sat one morning", "Sáng 21/3, Chủ tịch xã chủ trì họp giao ban.", [False]),
    ("what must be done one morning", "Sáng 21/3, các thôn nộp danh sách.", [True]),
    ("a share up to a day", "Phòng Tài chính chuyển vốn của các dự án giải ngân dưới 30% đến hết quý II sang dự án khác.", [False]),
    ("an event of a year", "Phòng Giáo dục sửa trường trước khai giảng năm học 2024-2025.", [False]),
    ("a plan of each year", "Phòng Kế hoạch lập văn bản giao kế hoạch hằng năm cho các phòng.", [False]),
    ("a plan to be finished", "Sở Xây dựng hoàn thành Kế hoạch đo đạc xong đến năm 2030.", [True]),
    ("before a moment", "Các thôn nộp sổ trước thời điểm 30/4/2024.", [True]),
    ("a label behind the day", "Ngày 13/4: Hạn nộp danh sách của các thôn.", [True]),
    ("when pupils are chosen", "Thời gian xét tuyển từ ngày 12/4/2024 đến ngày 20/4/2024.", [True]),
    ("when pupils were chosen", "Thời gian xét tuyển từ ngày 12/1/2024 đến ngày 20/1/2024.", [False]),
    ("what is striven for", "Phấn đấu các thôn đào xong giếng mới trong tháng 5/2024.", [True]),
    ("the term that begins", "Các chi bộ thực hiện 12 chỉ tiêu trong nhiệm kỳ 2025 - 2030.", [True]),
    ("years gone by", "Người dự tuyển phải có 03 năm liên tục làm thôn đội trưởng.", [False]),
    ("what is finished in a year", "Quyết toán các công trình hoàn thành năm 2024 theo quy định.", [False]),
    ("to be finished in a year", "Các chi bộ phải hoàn thành năm 2024.", [True]),
    ("days in a row", "Các xã phun khử khuẩn xong trong 03 ngày liên tục.", [True]),
    ("plans for a term", "Ban Tổ chức quy hoạch cán bộ trong nhiệm kỳ 2025 - 2030.", [False]),
    ("a term that opens a sentence", "Trong nhiệm kỳ 2025 - 2030, mỗi đại biểu phải gặp cử tri.", [True]),
    ("a month and the year after", "Các xã hoàn thành trong tháng 12 và đầu năm 2025.", [True, True]),
    ("up to a moment", "Đến thời điểm 30/6/2024, các xã phải kiểm kê xong.", [True]),
    ("in office hours of a day", "Các xã gửi báo cáo trước 15/4 giờ hành chính.", [True]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(LIMITS))
def test_which_times_limit(text: str, expected: list[bool]) -> None:
    times = vd.analyze(text=text, issued_on=ISSUED).times
    assert [t.is_deadline for t in times] == expected


LABELS = [
    ("an event", "Thời gian: 14 giờ 30 phút, ngày 18 tháng 9 năm 2024; địa điểm: Hội trường xã.", ("ON", False)),
    ("the day of an event", "Thời gian: ngày 25/9/2024; địa điểm: Hội trường xã.", ("ON", False)),
    ("a day", "Thời hạn hoàn thành: ngày 25/9/2024.", ("BY", True)),
    ("a long label", "Thời hạn giải quyết hồ sơ đăng ký biến động đất đai của tổ chức: 15 ngày.", ("WITHIN", True)),
    ("several times a year, before people", "Đại biểu phải báo cáo trước cử tri ít nhất 02 lần/năm.", ("EVERY", True)),
    ("once each quarter, before people", "Đại biểu phải báo cáo trước cử tri ít nhất mỗi quý một lần.", ("EVERY", True)),
    ("a quarter", "Thời hạn hoàn thành: Quý III/2024.", ("WITHIN", True)),
    ("a month", "Thời gian hoàn thành: tháng 9 năm 2024.", ("WITHIN", True)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(LABELS))
def test_a_label_says_how_a_time_limits(text: str, expected: tuple[str, bool]) -> None:
    (time,) = vd.analyze(text=text, issued_on=ISSUED).times
    assert (time.relation, time.is_deadline) == expected


def test_no_day_is_made_of_the_last_day_of_a_month_without_a_year() -> None:
    (time,) = vd.analyze(text="Nộp tờ khai trước ngày cuối cùng của tháng 4.").times
    assert time.value is None
