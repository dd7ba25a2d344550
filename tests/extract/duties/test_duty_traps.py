"""Sentences that look like one of the rules of duties and mean something else."""

from __future__ import annotations

import pytest
from duties import Duty, asked, directive, found, may, must, never, pledge
from tables import cases

import vndirective as vd

#: Nobody must do anything in them.
NONE = [
    ("the name of a document, as a line", directive("Quyết định 58/QĐ-UBND năm 2024.")),
    ("the number of an article, as a sentence", directive("1. Quy chế năm 2024. Điều 2.")),
    ("a law cited at the head of a line", directive("1. Điều 61 Luật Lâm nghiệp.")),
    ("what others were told", "Huyện đã chỉ đạo các xã phải rà soát."),
    ("what parents were told", "Các trường đã thông báo cho phụ huynh học sinh phải nộp học phí."),
    ("what went well", "Ưu điểm: Chi bộ sinh hoạt đều; chấp hành giờ giấc; nộp đảng phí đủ."),
    ("the title of a form", "Phụ lục kèm theo.\n\nBÁO CÁO KẾT QUẢ RÀ SOÁT HỘ NGHÈO NĂM ....."),
    ("what belongs to a file", "Thành phần hồ sơ:\na) Ghi biên bản họp thôn."),
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
    ("what is all that is allowed", "Lao động chỉ được trả lương 3 triệu đồng."),
    ("nobody is pleased", "Ông không vui lòng với kết quả này."),
    ("the name of a campaign", "Phong trào Hãy làm sạch biển được phát động."),
    ("words of advice", "Lời khuyên các hộ là đun sôi nước."),
    ("a place whose name ends like a verb", "Đồng chí Sỹ quê ở Quỳnh Lưu, nhập ngũ năm 1972."),
    ("that rule", "Quy định ấy đã bị bãi bỏ từ lâu."),
    ("a label of what was", "Đánh giá chung: Một số xã làm chậm; việc phối hợp còn lỏng lẻo."),
    ("long ago", "Trước đây, các hộ phải đi đò sang sông."),
    ("long ago, behind a comma", "Theo người già, trước kia dựng nhà thì phải xin phép lý trưởng."),
    ("a time of kings", "Thời phong kiến, làng nào vỡ đê thì phải chịu phạt."),
    ("what happened to whoever does it", "Hộ lấn hè mà tái phạm thì bị lập biên bản."),
]  # fmt: skip

#: What must be done in them.
KEPT = [
    ("a document that is carried out by its number", directive("1. Công an xã triển khai 06/ĐA-TTg trước ngày 30/6/2024."), [must("triển khai 06/ĐA-TTg trước ngày 30/6/2024", "Công an xã", deadlines=["ngày 30/6/2024"])]),
    ("how many are directed", directive("1. Các thôn:\n- Chỉ đạo 27 tổ rà soát nhà trọ."), [must("Chỉ đạo 27 tổ rà soát nhà trọ", "^Các thôn")]),
    ("a document that goes to somebody", directive("1. Công an xã gửi Thông báo 25/TB-UBND đến các hộ dân."), [must("gửi Thông báo 25/TB-UBND đến các hộ dân", "Công an xã")]),
    ("who promises to get there", directive("1. Các thôn cam kết về đích nông thôn mới trong năm 2024."), [pledge("về đích nông thôn mới trong năm 2024", "Các thôn", deadlines=["năm 2024"])]),
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
    ("asked not to do it", "Yêu cầu các hộ không nên phơi lúa trên đường.", [must("không nên phơi lúa trên đường", "các hộ")]),
    ("before that day", "Các phòng kê khai trước ngày 20/4/2024; trước đó, Văn phòng phải gửi danh sách.", [must("kê khai trước ngày 20/4/2024", "Các phòng"), must("gửi danh sách", "Văn phòng")]),
    ("what they were part of", "Các xã, trước đây thuộc huyện A, phải bàn giao hồ sơ.", [must("bàn giao hồ sơ", "Các xã")]),
    ("long ago and now", "Trước đây, dân phải nộp hồ sơ giấy; nay các phòng phải trả kết quả qua mạng.", [must("trả kết quả qua mạng")]),
    ("those that are helped", "Thực hiện hỗ trợ cho các hộ nghèo, các hộ cận nghèo sửa chữa nhà ở.", [must("Thực hiện hỗ trợ cho các hộ nghèo, các hộ cận nghèo sửa chữa nhà ở")]),
    ("where it is offered", "Triển khai dịch vụ công tại các xã, các phường tạo thuận lợi cho người dân.", [must("Triển khai dịch vụ công tại các xã, các phường tạo thuận lợi cho người dân")]),
    ("upon an order of somebody", "Thực hiện chỉ đạo của UBND tỉnh, Sở Y tế tổ chức đoàn kiểm tra.", [must("tổ chức đoàn kiểm tra", "Sở Y tế")]),
    ("upon a practice, who must", "Thực hiện chế độ báo cáo của xã, các thôn phải báo cáo hằng tháng.", [must("báo cáo hằng tháng", "các thôn")]),
    ("at the end of a year, who must", "Kết thúc năm học, các trường phải công khai kết quả.", [must("công khai kết quả", "các trường")]),
    ("asked at a meeting", "Phát biểu tại hội nghị, Chủ tịch UBND tỉnh yêu cầu các xã kiểm kê vật tư.", [must("kiểm kê vật tư", "các xã", speaker="Chủ tịch UBND tỉnh")]),
    ("all of them do", "Các trường đều thực hiện kiểm định.", [must("thực hiện kiểm định", "Các trường")]),
    ("that order must be", "Chỉ đạo này phải được quán triệt tới từng đảng viên.", [must("được quán triệt tới từng đảng viên")]),
    ("that body must", "Tổ chức này phải báo cáo.", [must("báo cáo", "Tổ chức này")]),
    ("who is urged where they are", "Đề nghị các cơ sở trên địa bàn huyện nghiêm túc niêm yết giá.", [asked("nghiêm túc niêm yết giá", "các cơ sở trên địa bàn huyện")]),
    ("both are to do it", "Sở Y tế hướng dẫn và kiểm tra các xã như sau:\n- Kiểm tra danh sách.", [must("Kiểm tra danh sách", "^Sở Y tế")]),
    ("a guide that names nobody", "Sở Y tế hướng dẫn một số điểm như sau:\n- Kiểm tra danh sách.", [must("Kiểm tra danh sách")]),
    ("which of them, then always", "UBND các xã có vườn mẫu thường xuyên cập nhật giá.", [must("thường xuyên cập nhật giá", "UBND các xã")]),
    ("charged to do it always", "UBND các xã có trách nhiệm thường xuyên cập nhật giá.", [must("thường xuyên cập nhật giá", "UBND các xã")]),
    ("acts that are forbidden somewhere", "Nghiêm cấm các hành vi sau đây trong phạm vi bảo vệ đập:\n- Thả trâu bò;", [never("Thả trâu bò")]),
    ("whom somebody directs", "Trực tiếp chỉ đạo các trạm y tế trên địa bàn: bảo đảm thuốc; trực cấp cứu.", [must("bảo đảm thuốc", "các trạm y tế trên địa bàn"), must("trực cấp cứu", "^các trạm y tế trên địa bàn")]),
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
]  # fmt: skip


def test_a_letter_in_capitals_stands_above_its_articles() -> None:
    text = (
        "A- ỦY BAN NHÂN DÂN HUYỆN\nĐiều 1. Trách nhiệm:\n1. Thẩm định phương án.\n"
        "Điều 2. Quyền hạn:\n1. Yêu cầu các xã sửa đập.\nB- CÁC XÃ\nĐiều 3.\n1. Thả phao báo.\n"
    )
    expected = [
        must("Thẩm định phương án", "^ỦY BAN NHÂN DÂN HUYỆN", section="A/Điều 1/1"),
        may("Yêu cầu các xã sửa đập", "^ỦY BAN NHÂN DÂN HUYỆN", section="A/Điều 2/1"),
        must("Thả phao báo", "^CÁC XÃ", section="B/Điều 3/1"),
    ]
    assert found(text, expected) == expected


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
    assert vd.analyze(text=text).obligations == ()


def test_what_was_done_goes_on_behind_a_semicolon() -> None:
    done = "Đảng ủy đã giữ vững đoàn kết; nâng cao chất lượng sinh hoạt chi bộ."
    asks = "Tôi yêu cầu các chi bộ họp đúng kỳ."
    speech = f"Kính thưa các đồng chí!\n{asks}\n{done}\n"
    assert [d.action.text for d in vd.analyze(text=speech).obligations] == ["họp đúng kỳ"]
    order = directive("1. Các xã đã rà soát hộ nghèo; báo cáo kết quả trước ngày 10/4/2024.")
    actions = [d.action.text for d in vd.analyze(text=order).obligations]
    assert actions == ["báo cáo kết quả trước ngày 10/4/2024"]


@pytest.mark.parametrize(
    "text",
    [
        "Cấm xe tải như sau:\n6h00 - 8h00\nXe tải không được vào đường Trần Phú.\n9h00 - 10h00\nXe con không được dừng.",
        "1. Trực bão:\n7h00 - 11h00: Công an xã phải trực.\n13h00 - 17h00: Dân quân phải trực.",
        "Lịch tiếp công dân\nThứ hai: Văn phòng phải cử người trực.\nThứ ba: Công an phải trực.",
    ],
)
def test_hours_and_days_of_what_must_be_done(text: str) -> None:
    assert len(vd.analyze(text=text).obligations) == 2


SHORT = [
    ("who takes the lead", "Chủ tịch UBND các xã chủ trì kiểm kê vật tư; Giám đốc Sở chủ trì tổng hợp báo cáo. Các thôn nộp danh sách trước ngày 10/4/2024."),
    ("a day and who asks", "Ngày 20/4/2024, các thôn tổ chức tổng vệ sinh. Chủ tịch UBND xã yêu cầu mỗi hộ cử một người."),
]  # fmt: skip


@pytest.mark.parametrize("text", cases(SHORT))
def test_a_paragraph_of_a_directive_is_no_news(text: str) -> None:
    assert vd.analyze(text=text).frame.kind != "news"


def test_a_paragraph_of_an_article_is_news() -> None:
    said = "Thủ tướng nêu rõ, giai đoạn mới nhiều khó khăn. Thủ tướng nhấn mạnh phải làm."
    assert vd.analyze(text=said).frame.kind == "news"


def test_after_a_schedule_there_are_duties_again() -> None:
    text = "Lịch công tác tuần 33\nThứ hai: dự họp.\n\nII. YÊU CẦU\n1. Các xã: kiểm kê vật tư.\n"
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
        "Nhà giáo công tác ở phòng lập sổ.", "Các đơn vị như Sở Y tế, Sở Nội vụ rà soát; trong khi các xã phải chờ.",
        "Cấp có thẩm quyền xử lý kỷ luật ra quyết định.", "Cơ quan sử dụng công chức lập sổ.",
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
