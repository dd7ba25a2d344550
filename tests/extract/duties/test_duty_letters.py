"""Letters, contracts and pledges: who is written to, who binds himself, and what is only told."""

from __future__ import annotations

import pytest
from duties import Duty, asked, found, may, must, never, pledge

LETTER = "Kính gửi: Hộ kinh doanh Tạ Thị Mận\n"
CONTRACT = "HỢP ĐỒNG VỆ SINH CHỢ\nĐiều 4. Nghĩa vụ của Bên B\n"
TO_SOMEBODY = [
    ("Đề nghị bà bổ sung bảng kê trong 10 ngày.", [asked("bổ sung bảng kê trong 10 ngày", "bà")]),
    ("Yêu cầu ông/bà nộp phí.", [must("nộp phí", "ông/bà")]),
    ("Đề nghị ông (bà) nộp phí.", [asked("nộp phí", "ông (bà)")]),
    ("Khi cần hỏi thêm, bà có thể gọi Phòng Tài chính.", [may("gọi Phòng Tài chính", "bà")]),
    ("Bà phải trả lại mặt bằng.", [must("trả lại mặt bằng", "Bà")]),
    ("Đề nghị bà Mận nộp phí.", [asked("nộp phí", "Mận")]),  # named, as anywhere
]  # fmt: skip
WIRED = [
    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:\n- Chủ tịch UBND các xã;\n- Giám đốc các sở.",
    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện :\nChủ tịch UBND các xã;\nGiám đốc các sở.",
    "Chủ tịch UBND tỉnh điện: Chủ tịch UBND các xã; Giám đốc các sở.",
]
TOLD = [
    "Phòng nhận được phản ánh của người dân về việc thu phí chậm.",
    "Người dân nhiều lần phản ánh xe gom rác đến muộn.",
    "Cửa hàng Bình An được Sở Y tế cấp giấy chứng nhận.",
    "Qua kiểm tra, Sở Y tế phát hiện 3 quầy thuốc vi phạm.",
    "Trường xin báo cáo để quý Phòng được biết.",
    "Nhân viên không có trách nhiệm trông xe.",
    '"Báo cáo tự nguyện" là báo cáo không thuộc danh mục bắt buộc.',
]
BOUND = [
    (
        CONTRACT + "4.1. Bố trí đủ 9 công nhân mỗi ca.\nĐiều 5. Bên A thanh toán trong 15 ngày.",
        [must("Bố trí đủ 9 công nhân mỗi ca", "^Bên B"), must("thanh toán trong 15 ngày", "Bên A")],
    ),
    (
        "BẢN CAM KẾT\nTôi là Tạ Thị Mận, chủ quầy, xin cam kết với Trường Tiểu học Bến Đò:\n1. Giao hàng đúng giờ.",
        [pledge("Giao hàng đúng giờ", "^Tôi")],
    ),
    (
        "Kính thưa các đồng chí!\nThay mặt Huyện đoàn, tôi xin cam kết trước bà con:\n1. Trồng 500 cây xanh.",
        [pledge("Trồng 500 cây xanh", "^Huyện đoàn")],
    ),
]  # fmt: skip
OPINIONS = [
    ("Tôi yêu cầu Sở Y tế rà soát hồ sơ.", [must("rà soát hồ sơ", "Sở Y tế")]),
    ("Chúng tôi cho rằng UBND huyện phải bố trí vốn.", [must("bố trí vốn", "UBND huyện")]),
]


DEPARTMENT = (
    "UBND TỈNH HÀ SƠN\nSỞ Y TẾ\nSố: 12/SYT-NVY\nHà Sơn, ngày 5 tháng 3 năm 2025\n\n"
    "Kính gửi: Các bệnh viện\n\n"
)
LEAD_INS = [
    ("Sở Y tế yêu cầu Giám đốc các bệnh viện chỉ đạo thực hiện một số nội dung sau:", "^Giám đốc các bệnh viện"),
    ("Trước tình hình trên, Sở Y tế chỉ đạo các trạm y tế triển khai:", "^các trạm y tế"),
    ("Nhằm giữ nguồn thuốc, Sở Y tế hướng dẫn các trạm y tế một số nội dung sau:", "^các trạm y tế"),
    ("Sở Y tế tỉnh Hà Sơn hướng dẫn triển khai như sau:", "^Các bệnh viện"),
    ("Về việc này, Giám đốc Sở có ý kiến chỉ đạo như sau:", "^Các bệnh viện"),
    ("Sở Y tế hướng dẫn công tác tổ chức khám bệnh cho trẻ em (gọi chung là trẻ) như sau:", "^Các bệnh viện"),
]  # fmt: skip
SENT = [
    ("Sở Y tế chỉ đạo các trạm y tế rà soát thuốc.", [must("rà soát thuốc", "các trạm y tế")]),
    (
        "Các khoa rà soát thuốc.\nBáo cáo kết quả trước ngày 20/3/2025.",
        [must("rà soát thuốc", "Các khoa"), must("Báo cáo kết quả trước ngày 20/3/2025", "^Các bệnh viện")],
    ),
    ("Thực hiện Quyết định số 46/QĐ-TTg ngày 2/3/2024 về Đề án giai đoạn 2024 - 2030.", []),
]  # fmt: skip


ADDRESSED = ["Kính gửi: Các bệnh viện", "Kính gửi:\n- Các bệnh viện;\n- Các trạm y tế."]
GROUNDS = [
    "Thực hiện Công văn số 23/UBND-VX ngày 12/01/2024 của UBND tỉnh;",
    "Căn cứ Kế hoạch số 5/KH-SYT ngày 15/01/2024 của Sở Y tế;\nCăn cứ Luật Dược năm 2016;",
    "Để có đủ thuốc cho mùa dịch,",
]


def _ids(cases: list[tuple[str, list[Duty]]]) -> list[str]:
    return [text.splitlines()[-1][:40] for text, _ in cases]


@pytest.mark.parametrize(("sentence", "expected"), TO_SOMEBODY, ids=_ids(TO_SOMEBODY))
def test_a_letter_asks_whom_it_is_written_to(sentence: str, expected: list[Duty]) -> None:
    assert found(LETTER + sentence, expected) == expected


@pytest.mark.parametrize("sentence", TOLD)
def test_a_letter_also_tells(sentence: str) -> None:
    assert found("Kính gửi: Các trường\n" + sentence, []) == []


def test_who_has_no_duty_may_still_be_forbidden_something() -> None:
    text = "Kính gửi: Các trường\nNhân viên không có nhiệm vụ không được vào kho."
    expected = [never("vào kho", "Nhân viên")]
    assert found(text, expected) == expected


@pytest.mark.parametrize(("text", "expected"), BOUND, ids=_ids(BOUND))
def test_who_binds_himself(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


@pytest.mark.parametrize(("sentence", "expected"), OPINIONS, ids=_ids(OPINIONS))
def test_the_author_of_an_essay_asks(sentence: str, expected: list[Duty]) -> None:
    assert found("Vài suy nghĩ về bến xe\n" + sentence, expected) == expected


@pytest.mark.parametrize(("lead_in", "bearer"), LEAD_INS)
def test_a_lead_in_of_a_department(lead_in: str, bearer: str) -> None:
    expected = [must("Rà soát thuốc", bearer)]
    assert found(f"{DEPARTMENT}{lead_in}\n1. Rà soát thuốc.", expected) == expected


@pytest.mark.parametrize(("body", "expected"), SENT, ids=_ids(SENT))
def test_a_letter_of_a_department(body: str, expected: list[Duty]) -> None:
    assert found(DEPARTMENT + body, expected) == expected


@pytest.mark.parametrize("addressed", ADDRESSED)
@pytest.mark.parametrize("grounds", GROUNDS)
def test_the_letter_begins_where_the_addressees_end(addressed: str, grounds: str) -> None:
    text = (
        f"{addressed}\n{grounds}\nSở Y tế đề nghị các đơn vị làm những việc sau:\n1. Rà soát thuốc."
    )
    expected = [asked("Rà soát thuốc", "^các đơn vị", speaker="Sở Y tế")]
    assert found(text, expected) == expected


def test_a_name_above_the_addressees_is_who_sends() -> None:
    text = "SỞ Y TẾ\nKính gửi: Các bệnh viện\nBáo cáo kết quả trước ngày 20/3/2025."
    expected = [must("Báo cáo kết quả trước ngày 20/3/2025", "^Các bệnh viện")]
    assert found(text, expected) == expected


def test_rights_under_a_heading_without_whose() -> None:
    text = "QUY CHẾ\nĐiều 7. Quyền\n1. Được đỗ xe trong nhà xe.\n2. Được nghỉ phép 12 ngày."
    expected = [may("đỗ xe trong nhà xe"), may("nghỉ phép 12 ngày")]
    assert found(text, expected) == expected


def test_a_shortcoming_is_no_duty() -> None:
    text = (
        "BÁO CÁO\nKết quả năm học\nI. TỒN TẠI, HẠN CHẾ\n- Hồ sơ phải bổ sung nhiều lần.\n"
        "II. NHIỆM VỤ\n1. Rà soát hồ sơ."
    )
    expected = [must("Rà soát hồ sơ")]
    assert found(text, expected) == expected


@pytest.mark.parametrize("sent", WIRED)
def test_a_telegram_charges_those_whom_it_is_sent_to(sent: str) -> None:
    text = f"CÔNG ĐIỆN\nVề bão số 3\n{sent}\nChủ tịch UBND tỉnh yêu cầu:\n1. Hoãn các cuộc họp."
    expected = [must("Hoãn các cuộc họp", "^Chủ tịch UBND các xã", "^Giám đốc các sở")]
    assert found(text, expected) == expected
