"""Sentences that look like one of the rules of duties and mean something else."""

from __future__ import annotations

import pytest
from duties import Duty, asked, directive, found, must
from tables import cases

import vndirective as vd

#: Nobody must do anything in them.
NONE = [
    ("what others were told", "Huyện đã chỉ đạo các xã phải rà soát."),
    ("what parents were told", "Các trường đã thông báo cho phụ huynh học sinh phải nộp học phí."),
    ("an amount", "Các thôn đã thu được số tiền phải nộp."),
    ("of which land", "Các hộ đã được cấp giấy chứng nhận đất ở cần chuyển đổi là 12 hộ."),
    ("on what something rests", "Ban chỉ đạo xã được lập theo Quyết định số 12/QĐ-UBND."),
    ("what happens to a school", "Trường học được mở cửa trở lại."),
    ("why people are angry", "Dân bức xúc do Công ty An Bình tổ chức nổ mìn."),
    ("why it is late", "Chậm là do Phòng Kinh tế rà soát lâu."),
    ("what was built", "Đường liên thôn do Phòng Kinh tế xây dựng năm 2020 đã xuống cấp."),
    ("who held a contest", "Hội thi do Đoàn xã tổ chức thu hút đông người."),
    ("what was in past years", "Những năm qua, các xã tổ chức nhiều hội thi."),
    ("how old a market is", "Chợ xây dựng năm 1990 xuống cấp."),
    ("a toll station", "Trạm thu phí cần được di dời."),
    ("an adverb", "Khách quan đánh giá cán bộ."),
    ("a condolence", "Chia buồn với gia đình nạn nhân."),
    ("what will not be done", "Những hồ sơ không đầy đủ, kịp thời sẽ không được xét."),
    ("how many parts", "Xã chia thành 12 thôn."),
    ("what a survey shows", "Điều tra 400 hộ cho thấy 60% thiếu nước."),
    ("days that have passed", "Trong 5 ngày qua, Phòng Kinh tế kiểm tra 3 chợ."),
    ("that rule", "Quy định ấy đã bị bãi bỏ từ lâu."),
    ("a label of what was", "Đánh giá chung: Một số xã làm chậm; việc phối hợp còn lỏng lẻo."),
    ("long ago", "Trước đây, các hộ phải đi đò sang sông."),
    ("long ago, behind a comma", "Theo người già, trước kia dựng nhà thì phải xin phép lý trưởng."),
    ("a time of kings", "Thời phong kiến, làng nào vỡ đê thì phải chịu phạt."),
    ("what happened to whoever does it", "Hộ lấn hè mà tái phạm thì bị lập biên bản."),
]  # fmt: skip

#: What must be done in them.
KEPT = [
    ("who is called up", "Dân quân được huy động phải có mặt trước 7 giờ.", [must("có mặt trước 7 giờ", "Dân quân", deadlines=["7 giờ"])]),
    ("who is chosen", "Công ty được lựa chọn có trách nhiệm nộp hồ sơ.", [must("nộp hồ sơ", "Công ty")]),
    ("a must in a condition", "Trường hợp hộ phải di dời, hỗ trợ tiền thuê nhà.", [must("hỗ trợ tiền thuê nhà", condition="Trường hợp hộ phải di dời")]),
    ("a must in a condition, and a request", "Nếu công trình phải sửa chữa, đề nghị chủ đầu tư bố trí vốn.", [asked("bố trí vốn", "chủ đầu tư", condition="Nếu công trình phải sửa chữa")]),
    ("whose tasks are none of those above", "Các công ty này hoàn thành nghĩa vụ thuế.", [must("hoàn thành nghĩa vụ thuế", "Các công ty")]),
    ("tasks that stand nowhere", "Các nhiệm vụ trên phải hoàn thành trước ngày 30/4/2024.", [must("hoàn thành trước ngày 30/4/2024", deadlines=["ngày 30/4/2024"])]),
    ("a ministry counted", "Từng bộ báo cáo Chính phủ.", [must("báo cáo Chính phủ", "bộ")]),
    ("bodies behind a colon", "Giao các Sở: Y tế, Nội vụ rà soát biên chế.", [must("rà soát biên chế", "Y tế", "Nội vụ")]),
    ("the office of a body", "Giao Cơ quan Ủy ban Kiểm tra Huyện ủy:\n- Lập kế hoạch giám sát.", [must("Lập kế hoạch giám sát", "^Cơ quan Ủy ban Kiểm tra Huyện ủy")]),
    ("a condition without a comma", "Nếu có vướng mắc kịp thời báo cáo huyện.", [must("kịp thời báo cáo huyện", condition="Nếu có vướng mắc")]),
    ("a passive behind a semicolon", "Các xã rà soát hồ sơ; được lập thành hai bản.", [must("rà soát hồ sơ; được lập thành hai bản", "Các xã")]),
    ("whom somebody directs", "Trực tiếp chỉ đạo các trạm y tế trên địa bàn: bảo đảm thuốc; trực cấp cứu.", [must("bảo đảm thuốc", "các trạm y tế"), must("trực cấp cứu", "^các trạm y tế")]),
    ("directing others without a colon", "Chỉ đạo các trạm y tế bảo đảm thuốc.", [must("Chỉ đạo các trạm y tế bảo đảm thuốc")]),
    ("pledges that others made", "Đề nghị UBND huyện thực hiện đúng các cam kết sau:\n- Sửa bến đò.", [asked("Sửa bến đò", "^UBND huyện")]),
    ("whoever, then who acts", "Hộ nào không hợp tác, UBND xã lập biên bản.", [must("lập biên bản", "UBND xã", condition="Hộ nào không hợp tác")]),
    ("a day before a colon", "Từ ngày 10/3/2024: các thôn mở chốt.", [must("mở chốt", "các thôn")]),
    ("upon what they act", "Thực hiện kế hoạch của tỉnh, các trường tổ chức ngày hội đọc sách.", [must("tổ chức ngày hội đọc sách", "các trường")]),
    ("an order, not upon what they act", "Thực hiện nghiêm chỉ đạo của Chủ tịch xã, Bí thư xã và các nghị quyết.", [must("Thực hiện nghiêm chỉ đạo của Chủ tịch xã, Bí thư xã và các nghị quyết")]),
    ("directing a list", "Thực hiện và chỉ đạo các thôn, các tổ thẩm định kỹ hồ sơ.", [must("Thực hiện và chỉ đạo các thôn, các tổ thẩm định kỹ hồ sơ")]),
    ("a label of what was, and what must be", "Hạn chế: các xã phải khắc phục ngay.", [must("khắc phục ngay", "các xã")]),
    ("what is which", "Xác định thôn nào phải di dời; thôn nào ở lại.", [must("Xác định thôn nào phải di dời; thôn nào ở lại")]),
]  # fmt: skip


#: Texts without a head of which no line orders anything.
TOLD = [
    ("a notice that says what it is", "Thông báo kết quả xét nghiệm nước giếng: mẫu số 1 đạt; mẫu số 2 không đạt."),
    ("what a program is for", "Chức năng của phần mềm:\n- Gửi cảnh báo tới người xử lý;\n- Xuất báo cáo theo tuần."),
    ("somebody's week", "Lịch công tác tuần 33\nThứ hai: Chủ tịch dự họp tại tỉnh.\nThứ năm (15/8): Giao ban khối văn xã."),
    ("hours of an event", "CHƯƠNG TRÌNH HỘI THI\n8h00 - 9h00: Khai mạc hội thi\n9h00 - 10h30\nTổ chức thi vòng một\n"),
    ("applause", "Kính thưa các đồng chí!\nXin các đồng chí cho một tràng pháo tay.\n"),
    ("what was done goes on", "Kính thưa các đồng chí!\nTôi yêu cầu các chi bộ họp đúng kỳ.\nĐảng ủy đã giữ vững đoàn kết; nâng cao chất lượng sinh hoạt chi bộ.\n"),
]  # fmt: skip


PLAIN_HEAD = "ỦY BAN NHÂN DÂN XÃ ĐỒNG LAU\nTHÔNG BÁO\nVề việc chi trả lương hưu\n"


def test_a_notice_without_numbers_orders_whom_it_names() -> None:
    body = (
        "Bưu điện huyện cử nhân viên đến từng thôn.\nCác thôn lập danh sách trước ngày 05/6/2025.\n"
    )
    duties = vd.analyze(text=PLAIN_HEAD + body).obligations
    assert [(d.bearers[0].text, d.action.text) for d in duties] == [
        ("Bưu điện huyện", "cử nhân viên đến từng thôn"),
        ("Các thôn", "lập danh sách trước ngày 05/6/2025"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Khai mạc: 15 giờ ngày 31/8/2024.",
        "Trạm cấp nước sẽ tạm ngừng cấp nước từ 21 giờ.",
        "Nhà trường thông báo lịch nghỉ Tết.",
        "Phòng Tổ chức báo cáo kết quả như sau: 21 người đạt.",
    ],
)
def test_what_such_a_notice_announces_is_no_order(line: str) -> None:
    assert vd.analyze(text=f"{PLAIN_HEAD}{line}\n").obligations == ()


@pytest.mark.parametrize("text", cases(TOLD))
def test_a_text_that_tells(text: str) -> None:
    actions = [duty.action.text for duty in vd.analyze(text=text).obligations]
    assert [action for action in actions if action != "họp đúng kỳ"] == []


def test_after_a_schedule_there_are_duties_again() -> None:
    text = "Lịch công tác tuần 33\nThứ hai: dự họp.\n\nII. YÊU CẦU\n1. Các xã kiểm kê vật tư.\n"
    assert [d.action.text for d in vd.analyze(text=text).obligations] == ["kiểm kê vật tư"]


@pytest.mark.parametrize("sentence", cases(NONE))
def test_no_duty(sentence: str) -> None:
    assert found(directive(f"1. {sentence}"), []) == []


@pytest.mark.parametrize(("sentence", "expected"), cases(KEPT))
def test_the_duty_is_kept(sentence: str, expected: list[Duty]) -> None:
    assert found(directive(f"1. {sentence}"), expected) == expected


def test_always_is_no_condition() -> None:
    (duty,) = vd.analyze(text=directive("1. Lúc nào Công an xã cũng phải sẵn sàng.")).obligations
    assert duty.condition is None


def test_therefore_advises_nothing() -> None:
    for told in ("Nên thu hoạch chậm hơn mọi năm.", "Nên tổ chức hội thi đã thành nếp của xã."):
        assert found(f"Kính thưa các đồng chí!\nMưa lớn. {told}\n", []) == []


@pytest.mark.parametrize(
    "sentence",
    [
        *(row[1] for row in (*NONE, *KEPT)), "Ông Nam cam kết đến ngày 5/4 sẽ trình.",
        "Phân công: Phòng Kinh tế trong tháng 4, Công an xã trong tháng 5.",
        "Chúng tôi xin hứa với bà con.", "Mọi việc lấn hè bị nghiêm cấm; hộ nào vi phạm thì xử lý.",
    ],
)  # fmt: skip
def test_a_text_may_end_anywhere(sentence: str) -> None:
    words = sentence.rstrip(".").split()
    for n in range(1, len(words) + 1):
        for mark in ("", ",", ":"):
            vd.analyze(text=directive(f"1. {' '.join(words[:n])}{mark}"))
            vd.analyze(text=" ".join(words[:n]) + mark)


def test_items_of_a_report_take_who_must_act_from_the_paragraph_above() -> None:
    paper = "THAM LUẬN\ntại Hội nghị tổng kết\n\nKính thưa các đồng chí!\n\n{}\n\nThứ nhất, phải rào giếng.\n"
    apart = "Sở Y tế cần mua thêm thuốc.\n\nTừ thực tiễn, tôi rút ra mấy bài học:"
    above = "Sở Y tế cần mua thêm thuốc cho trạm."
    assert found(paper.format(apart), [{"bearers": []}] * 2)[1] == {"bearers": []}
    assert found(paper.format(above), [{"bearers": []}] * 2)[1] == {"bearers": ["^Sở Y tế"]}
