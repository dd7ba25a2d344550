"""Reports, interviews and speeches: what tells them, who wrote or spoke, and when."""

from __future__ import annotations

from typing import Any

import pytest
from segmented import plain, structure
from tables import cases

HEADLINE = "Tân Lư ra quân dọn kênh"
CANAL = "Hơn 200 người dân xã Tân Lư đã dọn rác trên tuyến kênh N4."
LATER = "Hoạt động sẽ kéo dài đến hết tháng."
NOBODY = {"kind": "news", "title": HEADLINE}

REPORTS = [
    (
        "who spoke at the scene", f"{HEADLINE}\nSáng nay, đoàn của xã xem tuyến kênh N4.\nPhát biểu tại buổi kiểm tra, Chủ tịch UBND xã Vi Thị Nhạn yêu cầu các thôn dọn xong trước mùa mưa.\n{LATER}",
        NOBODY,
    ),
    ("the paragraph of who spoke alone", "Phát biểu tại lễ ra quân, Bí thư Đảng ủy xã Vi Thị Nhạn đề nghị các thôn dọn kênh trước mùa mưa.", {"kind": "news"}),
    ("where it was taken from", f"{HEADLINE}\n{CANAL}\n{LATER}\nNguồn: baotanlu.vn", NOBODY),
    ("dateline of a paper", f"{HEADLINE}\n(TLO) - Sáng 12/3, {CANAL}\n{LATER}", NOBODY),
    ("dateline with the name of the paper", f"{HEADLINE}\n(Báo Tân Lư) – {CANAL}\n{LATER}", NOBODY),
    ("dateline without brackets", f"{HEADLINE}\nTLO - Sáng 12/3, {CANAL}\n{LATER}", NOBODY),
    ("headline in capitals", f"{HEADLINE.upper()}\n(TLO) - {CANAL}\n{LATER}", {"kind": "news", "title": HEADLINE.upper()}),
    ("headline in capitals above when it took place", f"{HEADLINE.upper()}\nSáng 12/3, Chủ tịch UBND huyện đã chủ trì cuộc họp.\n{LATER}", {"kind": "news", "title": HEADLINE.upper()}),
    ("day and hour", f"{HEADLINE}\n12/03/2025 16:45\n{CANAL}\n{LATER}", {**NOBODY, "issued_on": "2025-03-12"}),
    ("day and hour below the text", f"{HEADLINE}\n{CANAL}\n{LATER}\n12/03/2025 16:45", {**NOBODY, "issued_on": "2025-03-12"}),
    ("hour and day", f"{HEADLINE}\n16:45, 12/03/2025\n{CANAL}\n{LATER}", {**NOBODY, "issued_on": "2025-03-12"}),
    ("section and weekday above the headline", f"Chính trị | Thứ Năm 10/04/2025, 09:12\n{HEADLINE}\n{CANAL}\n{LATER}", {**NOBODY, "issued_on": "2025-04-10"}),
    ("weekday above the headline", f"Thứ Năm, 10/04/2025 - 09:12\n{HEADLINE}\n{CANAL}\n{LATER}", {**NOBODY, "issued_on": "2025-04-10"}),
    ("weekday below the headline", f"{HEADLINE}\nThứ Tư, ngày 12 tháng 3 năm 2025\n{CANAL}\n{LATER}", {**NOBODY, "issued_on": "2025-03-12"}),
    ("Sunday", f"{HEADLINE}\nChủ nhật, 13/04/2025\n{CANAL}\n{LATER}", {**NOBODY, "issued_on": "2025-04-13"}),
    ("a stamp before a day in the text", f"{HEADLINE}\n(TLO) - Ngày 11/3/2025, xã họp.\nThứ Tư, 12/03/2025\n{LATER}", {**NOBODY, "issued_on": "2025-03-12"}),
    ("author before the day", f"{HEADLINE}\nYẾN CHI 02/08/2025 18:20 GMT+7\n{CANAL}\n{LATER}", {**NOBODY, "author": "YẾN CHI", "issued_on": "2025-08-02"}),
    ("a paper before the day", f"{HEADLINE}\nBáo Tân Lư 02/08/2025 18:20\n{CANAL}\n{LATER}\nTin, ảnh: Duy Khải", {**NOBODY, "author": "Duy Khải"}),
    ("hour in words", f"{HEADLINE}\n16 giờ 45 phút, ngày 12/3/2025\n{CANAL}\n{LATER}", {**NOBODY, "issued_on": "2025-03-12"}),
    ("the name over the day", f"{HEADLINE}\nHồng Lụa\n12/03/2025 16:45\n{CANAL}\n{LATER}", {**NOBODY, "author": "Hồng Lụa", "issued_on": "2025-03-12"}),
    ("numbered requests", f"{HEADLINE}\n(TLO) - Sáng 9/4, {CANAL}\n1. Dọn kênh.\n2. Trồng cây.\n3. Đặt thùng rác.\n{LATER}\nTin, ảnh: Hồng Lụa", {**NOBODY, "author": "Hồng Lụa"}),
    ("byline of an office", f"{HEADLINE}\n{CANAL}\n{LATER}\nTin, ảnh: Phòng Văn hóa - Xã hội", NOBODY),
    ("who concluded", f"{HEADLINE}\nKết luận cuộc họp, Chủ tịch UBND xã Vi Thị Nhạn yêu cầu các thôn dọn kênh.\n{LATER}", NOBODY),
    ("who spoke, with an office behind the name", f"{HEADLINE}\nPhát biểu chỉ đạo hội nghị, đồng chí Vi Thị Nhạn, Chủ tịch UBND xã đề nghị các thôn dọn kênh.\n{LATER}", NOBODY),
    ("a day without hour", f"{HEADLINE}\n12/03/2025\nCác thôn dọn kênh.\n{LATER}", {"kind": "other", "issued_on": "2025-03-12"}),
    ("somebody with an office quoted", f"{HEADLINE}\n12/03/2025 16:45\nÔng Lò Văn Cấn, Trưởng bản Huổi Lướt cho biết, bản dọn kênh mỗi tháng một lần.\n{LATER}", {**NOBODY, "issued_on": "2025-03-12"}),
    ("somebody quoted by his first name", f"{HEADLINE}\n12/03/2025 16:45\nTheo ông Cấn, bản dọn kênh mỗi tháng một lần.\n{LATER}", {**NOBODY, "issued_on": "2025-03-12"}),
    ("a caption with an office", f"{HEADLINE}\n12/03/2025 16:45\nLò Văn Cấn, Trưởng bản Huổi Lướt\n{CANAL}\n{LATER}", {**NOBODY, "issued_on": "2025-03-12"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(REPORTS))
def test_reports_of_the_press(text: str, expected: dict[str, Any]) -> None:
    assert plain(structure(text).frame) == expected


BYLINES = [
    ("report and photos", "Tin, ảnh: Hồng Lụa", "Hồng Lụa"),
    ("article and photos", "Bài, ảnh: Hồng Lụa", "Hồng Lụa"),
    ("article and photos in words", "Bài và ảnh: Hồng Lụa", "Hồng Lụa"),
    ("in brackets", "(Tin và ảnh: Hồng Lụa)", "Hồng Lụa"),
    ("in capitals", "Bài, ảnh: HỒNG LỤA", "HỒNG LỤA"),
    ("with a stop", "Tin, ảnh: Hồng Lụa.", "Hồng Lụa"),
    ("two who wrote", "Bài, ảnh: Hồng Lụa - Duy Khải", "Hồng Lụa - Duy Khải"),
    ("another took the photos", "Bài: Hồng Lụa; ảnh: Duy Khải", "Hồng Lụa"),
    ("another took the photos, after a dash", "Bài: Hồng Lụa - Ảnh: Duy Khải", "Hồng Lụa"),
    ("who made the interview", "Hồng Lụa (thực hiện)", "Hồng Lụa"),
    ("who put it together", "Hồng Lụa (tổng hợp)", "Hồng Lụa"),
    ("photos only", "Ảnh: Duy Khải", None),
    ("words in small letters", "Tin: sẽ còn mưa", None),
]


@pytest.mark.parametrize(("line", "author"), cases(BYLINES))
def test_author_of_a_report(line: str, author: str | None) -> None:
    text = f"{HEADLINE}\n12/03/2025 16:45\n{CANAL}\nBà Lò Thị Sao, Bí thư chi bộ cho biết, kênh đã sạch.\n{LATER}\n{line}"
    frame = structure(text).frame
    assert (frame.kind, frame.author, frame.title) == ("news", author, HEADLINE)


@pytest.mark.parametrize("name", ["HỒNG LỤA", "H.L"])
def test_a_pen_name_tells_a_report(name: str) -> None:
    frame = structure(f"{HEADLINE}\n{CANAL}\n{LATER}\n{name}").frame
    assert (frame.kind, frame.author) == ("news", name)


@pytest.mark.parametrize(
    "line",
    ["HIỆU TRƯỞNG", "ỦY BAN NHÂN DÂN", "ĐIỆN LỰC TÂN LƯ", "TRƯỞNG THÔN", "ĐÃ KÝ", "THƯ KÝ"],
)
def test_no_pen_name(line: str) -> None:
    frame = structure(f"{HEADLINE}\n{CANAL}\n{LATER}\n{line}").frame
    assert (frame.kind, frame.author) == ("other", None)


def test_a_byline_tells_a_report() -> None:
    text = f"{HEADLINE}\n{CANAL}\n{LATER}\nBài: Hồng Lụa; ảnh: Duy Khải"
    assert plain(structure(text).frame) == {**NOBODY, "author": "Hồng Lụa"}


TURNS = "{ask}: Vì sao xã dọn kênh?\n{answer}: Nghị quyết này ra đời vì kênh tắc.\n{ask}: Còn kinh phí?\n{answer}: Nghị quyết này đã bố trí kinh phí."
INTERVIEWS = [
    ("a line above", f"PHỎNG VẤN\n{HEADLINE}\nThưa bà, vì sao xã dọn kênh?\nNghị quyết này ra đời vì kênh tắc.", {"title": HEADLINE}),
    ("the reporter asks", f"{HEADLINE}\n" + TURNS.format(ask="Phóng viên", answer="Bà Vi Thị Nhạn"), {"title": HEADLINE}),
    ("the reporter in letters", f"{HEADLINE}\n" + TURNS.format(ask="PV", answer="Bà Nhạn"), {"title": HEADLINE}),
    ("questions that greet", f"{HEADLINE}\n- Thưa bà, vì sao xã dọn kênh?\n- Nghị quyết này ra đời vì kênh tắc.\n- Thưa bà, còn kinh phí?\n- Nghị quyết này đã bố trí.", {"title": HEADLINE}),
    ("without a headline", TURNS.format(ask="**Phóng viên**", answer="**Bà Nhạn**"), {}),
    ("question and answer", f"{HEADLINE}\n" + TURNS.format(ask="Hỏi", answer="Trả lời") + "\nThu Lành (thực hiện)", {"title": HEADLINE, "author": "Thu Lành"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(INTERVIEWS))
def test_interviews(text: str, expected: dict[str, Any]) -> None:
    assert plain(structure(text).frame) == {"kind": "news", **expected}


GREETING = "Kính thưa các vị đại biểu!\nTôi đề nghị các thôn dọn kênh trước mùa mưa."
SPEECHES = [
    (
        "the speaker in brackets", f"PHÁT BIỂU BẾ MẠC\nKỳ họp thứ 6, HĐND xã Tân Lư\n(Đồng chí Cầm Xuân Đượm, Bí thư Đảng ủy, Chủ tịch HĐND xã)\n\n{GREETING}",
        {"author": "Cầm Xuân Đượm", "title": "Kỳ họp thứ 6, HĐND xã Tân Lư"},
    ),
    (
        "the speech of a teacher", f"DIỄN VĂN KHAI GIẢNG NĂM HỌC 2024 - 2025\ncủa thầy giáo Vũ Hoài Nam Anh, Hiệu trưởng Trường THCS Tân Lư\n\n{GREETING}",
        {"author": "Vũ Hoài Nam Anh", "title": "DIỄN VĂN KHAI GIẢNG NĂM HỌC 2024 - 2025"},
    ),
    ("place and day below", f"PHÁT BIỂU KHAI MẠC\n\n{GREETING}\nTân Lư, ngày 16 tháng 5 năm 2025", {"place": "Tân Lư", "issued_on": "2025-05-16"}),
    (
        "the day it is held", f"DIỄN VĂN KHAI GIẢNG\n\nKính thưa quý vị!\nHôm nay, ngày 5 tháng 9 năm 2024, thầy trò chúng ta vui mừng đón năm học mới.\n{GREETING}",
        {"issued_on": "2024-09-05", "title": "DIỄN VĂN KHAI GIẢNG"},
    ),
    (
        "place and day in figures above the signature", f"PHÁT BIỂU KHAI MẠC\n\n{GREETING}\nTân Lư, ngày 16/5/2025\nHIỆU TRƯỞNG\nVi Thị Nhạn",
        {"author": "Vi Thị Nhạn", "place": "Tân Lư", "issued_on": "2025-05-16", "signers": ["Vi Thị Nhạn"]},
    ),
    (
        "the speaker in the title", f"Bài phát biểu của đồng chí Cầm Xuân Đượm, Bí thư Đảng ủy xã tại lễ ra quân\n\n{GREETING}",
        {"author": "Cầm Xuân Đượm", "title": "Bài phát biểu của đồng chí Cầm Xuân Đượm, Bí thư Đảng ủy xã tại lễ ra quân"},
    ),
    (
        "the speaker in the title, in capitals", f"BÀI PHÁT BIỂU\nCỦA ĐỒNG CHÍ CẦM XUÂN ĐƯỢM, BÍ THƯ ĐẢNG ỦY XÃ\n\n{GREETING}",
        {"author": "CẦM XUÂN ĐƯỢM", "title": "CỦA ĐỒNG CHÍ CẦM XUÂN ĐƯỢM, BÍ THƯ ĐẢNG ỦY XÃ"},
    ),
    ("the speaker below the kind", f"PHÁT BIỂU KHAI MẠC\n(Do đồng chí Cầm Xuân Đượm - Bí thư Đảng ủy trình bày)\n\n{GREETING}", {"author": "Cầm Xuân Đượm"}),
    ("a day that lies back", f"PHÁT BIỂU KHAI MẠC\n\nKính thưa quý vị!\nNgày 5 tháng 9 năm 1945, Bác Hồ gửi thư cho học sinh.\n{GREETING}", {}),
    ("a sentence on somebody", f"PHÁT BIỂU KHAI MẠC\n\n{GREETING}\nÔng Lò Văn Cấn, Trưởng bản Huổi Lướt, đã hiến đất làm kênh.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(SPEECHES))
def test_speeches(text: str, expected: dict[str, Any]) -> None:
    assert plain(structure(text).frame) == {"kind": "speech", **expected}


DOCUMENTS = [
    ("a telegram reproduced with a stamp", "Công điện số 12/CĐ-UBND về ứng phó mưa lũ\n12/03/2025 16:45\nChủ tịch UBND tỉnh yêu cầu các xã kiểm tra đê.", "telegram"),
    ("a stamp above what is reproduced", "12/03/2025 16:45\nChỉ thị số 07/CT-UBND về trả hồ sơ\nChủ tịch UBND tỉnh yêu cầu:\n1. Các sở rà soát hồ sơ.", "directive"),
    ("who does what in a plan", "KẾ HOẠCH\nDọn kênh năm 2025\n\n1. Dọn kênh N4.\nThực hiện: Phòng Kinh Tế\n2. Dọn kênh N5.\nThực hiện: Phòng Kinh Tế", "plan"),
    ("a speech in small letters", "Phát biểu của đồng chí Cầm Xuân Đượm tại lễ ra quân\nCác thôn dọn kênh trước mùa mưa.", "speech"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), cases(DOCUMENTS))
def test_what_is_no_report(text: str, kind: str) -> None:
    assert structure(text).frame.kind == kind
