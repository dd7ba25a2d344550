"""Speeches, papers and news: who asks, who is asked, and what is only told."""

from __future__ import annotations

import pytest
from duties import NEWS, Duty, asked, found, must, never, pledge
from tables import cases

import vndirective as vd

PAPER = (
    "THAM LUẬN\nGiữ nước sạch ở vùng bãi\n\nĐơn vị: Ủy ban nhân dân xã Đồng Lau\n\n"
    "Kính thưa các đồng chí!\n\nXã có ba trạm bơm, xây từ năm 1998.\n\n"
)
SPEECH = "PHÁT BIỂU CỦA CHỦ TỊCH UBND HUYỆN TẠ VĂN KHOAN\n\nThưa các đồng chí,\n\n"

REPORTED = [
    ("what befell people", "Được biết, 12 chủ đò phải tạm ngừng chở khách. Bà con phải chờ đò hàng giờ.", []),
    ("people are advised", "Công an huyện khuyến cáo người dân mặc áo phao khi qua đò.", [asked("mặc áo phao khi qua đò", "người dân")]),
    ("somebody pledged, told by others", "Chủ tịch UBND huyện Tạ Văn Khoan hứa sẽ thay áo phao trong tháng 6.", [pledge("thay áo phao trong tháng 6", ...)]),
    ("an answer after a request", "Bà Mận đề nghị xã sửa bến. Trả lời đề nghị này, Chủ tịch UBND huyện Tạ Văn Khoan giao Phòng Kinh tế lập dự toán.", [asked("sửa bến", "xã"), must("lập dự toán", "Phòng Kinh tế")]),
    ("asked to see to something", "Bí thư Huyện ủy lưu ý việc chuẩn bị tốt áo phao.", [must("chuẩn bị tốt áo phao", speaker="Bí thư Huyện ủy")]),
    ("what a person did after a request", "Chủ tịch UBND huyện yêu cầu các xã kiểm tra áo phao.\nPhó Chủ tịch UBND huyện Lý Thị Mận tham gia góp ý tại cuộc họp.", [must("kiểm tra áo phao", "các xã")]),
    ("a heading between the paragraphs", "Chủ tịch UBND huyện yêu cầu các xã kiểm tra áo phao.\nSiết chặt quản lý bến đò\nHuyện có 12 bến đò ngang.", [must("kiểm tra áo phao", "các xã")]),
    ("after a prohibition", "Chủ tịch UBND huyện yêu cầu các xã tuyệt đối không cho đò quá tải; kiểm tra áo phao.", [never("cho đò quá tải", "các xã"), must("kiểm tra áo phao", "^các xã")]),
    ("reported order", "Chủ tịch UBND huyện yêu cầu các xã kiểm tra áo phao.", [must("kiểm tra áo phao", "các xã", speaker="Chủ tịch UBND huyện")]),
    ("reported order with a title and a name", "Chủ tịch UBND huyện Tạ Văn Khoan yêu cầu các xã kiểm tra áo phao.", [must("kiểm tra áo phao", "các xã")]),
    ("an occasion before who speaks", "Phát biểu tại cuộc họp, ông Khoan nhấn mạnh các xã cần kiểm tra áo phao.", [must("kiểm tra áo phao", "các xã", speaker="Khoan")]),
    ("a colon before who is asked", "Ông Khoan yêu cầu: Các xã kiểm tra áo phao.", [must("kiểm tra áo phao", "Các xã", speaker="Khoan")]),
    ("a time before who is asked", "Ông Khoan đề nghị, thời gian tới, các xã kiểm tra áo phao.", [asked("kiểm tra áo phao", "các xã", speaker="Khoan")]),
    ("whom it is about, then who asks", "Đối với Trạm Y tế, Chủ tịch UBND huyện yêu cầu kiểm kê áo phao.", [must("kiểm kê áo phao", "Trạm Y tế", speaker="Chủ tịch UBND huyện")]),
    ("asked, with a modal", "Ông Khoan đề nghị cần kiểm tra áo phao.", [must("kiểm tra áo phao", speaker="Khoan")]),
    ("what somebody says on an occasion", "Ông Khoan yêu cầu các xã kiểm tra áo phao.\nKết luận cuộc họp, ông Khoan đánh giá cao đội cứu hộ.", [must("kiểm tra áo phao", "các xã", speaker="Khoan")]),
    ("a document that says", "Công điện nêu rõ, các xã phải kiểm tra áo phao.", [must("kiểm tra áo phao", "các xã")]),
    ("a writing that asks", "Ông Khoan ký văn bản yêu cầu các xã kiểm tra áo phao.", [must("kiểm tra áo phao", "các xã")]),
    ("according to somebody", "Bà Mây yêu cầu các thôn mua áo phao.\nTheo ông Khoan, các xã phải kiểm tra áo phao.", [must("mua áo phao", "các thôn", speaker="Mây"), must("kiểm tra áo phao", "các xã", speaker="Khoan")]),
    ("asked not to do", "Ông Khoan yêu cầu không làm khó chủ đò.", [never("làm khó chủ đò", speaker="Khoan")]),
    ("asked of one, at the same time of another", "Ông Khoan yêu cầu các xã kiểm tra áo phao, đồng thời đề nghị tỉnh bố trí vốn.", [must("kiểm tra áo phao", "các xã", speaker="Khoan"), asked("bố trí vốn", "tỉnh", speaker="Khoan")]),
    ("who praises and then asks", "Ông Tạ Văn Khoan yêu cầu các xã mua áo phao.\nKết luận, Phó Bí thư Huyện ủy ghi nhận nỗ lực của xã; đề nghị xã kiểm tra áo phao.", [must("mua áo phao", "các xã"), asked("kiểm tra áo phao", "xã", speaker="Phó Bí thư Huyện ủy")]),
    ("who was named before also asks", "Ông Khoan yêu cầu các xã kiểm tra áo phao. Ông cũng giao Trạm Y tế mua thuốc.", [must("kiểm tra áo phao", "các xã"), must("mua thuốc", "Trạm Y tế")]),
    ("comrade also asks", "Ông Khoan yêu cầu các xã kiểm tra áo phao. Đồng chí cũng đề nghị huyện bố trí vốn.", [must("kiểm tra áo phao", "các xã"), asked("bố trí vốn", "huyện")]),
    ("the asked asks in turn", "Tỉnh yêu cầu huyện kiểm tra áo phao. Huyện đề nghị tỉnh bố trí vốn.", [must("kiểm tra áo phao", "huyện"), asked("bố trí vốn", "tỉnh", speaker="Huyện")]),
    ("what several gave is no request", "Ông Khoan yêu cầu các xã mua áo phao.\nTiếp tục làm các việc được Tỉnh ủy, UBND tỉnh giao. Tập trung kiểm tra áo phao.", [must("mua áo phao", "các xã", speaker="Khoan"), must("Tiếp tục làm các việc được Tỉnh ủy, UBND tỉnh giao", "^các xã", speaker="Khoan"), must("Tập trung kiểm tra áo phao", "^các xã", speaker="Khoan")]),
    ("who answers for a mishap", "Nơi nào để đò quá tải thì người đứng đầu nơi đó phải chịu trách nhiệm.", [must("chịu trách nhiệm", "người đứng đầu", condition="Nơi nào để đò quá tải")]),
    ("hoped of those who lead", "Tôi mong rằng các đồng chí lãnh đạo, quản lý kiểm tra áo phao.", [asked("kiểm tra áo phao", "các đồng chí lãnh đạo, quản lý")]),
    ("the other side", "Ông Khoan đề nghị phía Nậm Khon gửi áo phao.", [asked("gửi áo phao", "phía Nậm Khon")]),
    ("a pledge of a year back", "Ông Khoan nhắc lại cam kết năm 2023.", []),
    ("after a pledge the report goes on", "“Chúng tôi cam kết bàn giao bến trước ngày 30/4/2024”, ông Khoan nói.\nLàm rõ thêm, Bộ trưởng cho hay có 9 bến vướng quy hoạch.", [pledge("bàn giao bến trước ngày 30/4/2024", ...)]),
    ("a place that asks", "Nậm Khon yêu cầu lắp đủ phao cứu sinh.", [must("lắp đủ phao cứu sinh")]),
    ("reported request", "Lãnh đạo xã đề nghị các hộ khơi thông mương.", [asked("khơi thông mương", "các hộ", speaker="Lãnh đạo xã")]),
    ("reported direction", "Chủ tịch UBND huyện chỉ đạo Phòng Nông nghiệp khoanh vùng ổ dịch.", [must("khoanh vùng ổ dịch", "Phòng Nông nghiệp", speaker="Chủ tịch UBND huyện")]),
    ("reported assignment", "Tại cuộc họp, Chủ tịch UBND huyện giao Công an huyện lập danh sách chủ đò.", [must("lập danh sách chủ đò", "Công an huyện", speaker="Chủ tịch UBND huyện")]),
    ("stressed with a modal", "Ông Tạ Văn Khoan nhấn mạnh các xã cần kiểm tra áo phao.", [must("kiểm tra áo phao", "các xã", speaker="Tạ Văn Khoan")]),
    ("pointed out with a prohibition", "Bí thư Huyện ủy lưu ý các xã không được chủ quan.", [never("chủ quan", "các xã", speaker="Bí thư Huyện ủy")]),
    ("also asked, subject from a pronoun phrase", "Ông Khoan cũng đề nghị Trạm Y tế chuẩn bị thuốc.", [asked("chuẩn bị thuốc", "Trạm Y tế", speaker="Khoan")]),
    ("passive request", "Các xã được yêu cầu nộp báo cáo trước ngày 20/3/2024.", [must("nộp báo cáo trước ngày 20/3/2024", "Các xã", deadlines=["ngày 20/3/2024"])]),
    ("assignment that lies back", "Cuối năm ngoái, huyện đã giao Công an huyện lập danh sách chủ đò.", []),
    ("request that lies back", "Trước đó, cử tri đã kiến nghị huyện sửa bến đò.", []),
    ("what was done about a request", "Đề nghị của cử tri đã được huyện trả lời.", []),
    ("event", "Các xã tổ chức lễ ra quân vào chiều cùng ngày.", []),
    ("figures", "Theo thống kê, 12 chủ đò phải nộp phạt trong năm 2023.", []),
    ("what somebody says has happened", "Ông Khoan cho biết các xã đã kiểm tra áo phao.", []),
]  # fmt: skip
QUOTED = [
    ("quotation, then the speaker", "“Các xã phải kiểm tra áo phao trước mùa lũ”, ông Tạ Văn Khoan nói.", [must("kiểm tra áo phao trước mùa lũ", "Các xã", speaker="Tạ Văn Khoan")]),
    ("speaker, then the quotation", "Ông Tạ Văn Khoan nói: “Các xã phải kiểm tra áo phao trước mùa lũ”.", [must("kiểm tra áo phao trước mùa lũ", "Các xã", speaker="Tạ Văn Khoan")]),
    ("office and name before an order that is quoted", "Bà Lường Thị Mây, Chủ tịch UBND xã, yêu cầu: “Các thôn phải báo cáo hằng ngày”.", [must("báo cáo hằng ngày", "Các thôn")]),
    ("two sentences in one quotation", "“Công an xã phải lập chốt. Trạm Y tế phải trực cả đêm”, bà Lường Thị Mây yêu cầu.", [must("lập chốt", "Công an xã", speaker="Lường Thị Mây"), must("trực cả đêm", "Trạm Y tế", speaker="Lường Thị Mây")]),
    ("nobody named in the quotation", "“Cần dỡ ngay mái tôn ở bến”, bà Lường Thị Mây nói.", [must("dỡ ngay mái tôn ở bến", speaker="Lường Thị Mây")]),
    ("a pledge that is quoted", "“Tôi xin hứa mở lại bến trong tháng 4”, ông Tạ Văn Khoan nói.", [pledge("mở lại bến trong tháng 4", ..., speaker="Tạ Văn Khoan")]),
    ("straight marks", '"Các xã phải kiểm tra áo phao", ông Tạ Văn Khoan nói.', [must("kiểm tra áo phao", "Các xã", speaker="Tạ Văn Khoan")]),
    ("who is told stands before the colon", "Ông Tạ Văn Khoan nhắc các xã: “Việc này là của xã, đừng chuyển lên huyện”.", [never("chuyển lên huyện", "^các xã", speaker="Tạ Văn Khoan")]),
    ("a request goes on behind the speaker", "“Các xã phải kiểm tra áo phao”, ông Tạ Văn Khoan nói, đồng thời yêu cầu Công an huyện lập chốt.", [must("kiểm tra áo phao", "Các xã", speaker="Tạ Văn Khoan"), must("lập chốt", "Công an huyện")]),
    ("a saying that nobody is told", "Ông Lò Văn Pản bảo: “Sống với nước thì phải nể nước”.", []),
    ("words about the past", "“Chúng tôi đã đi kiểm tra áo phao”, ông Tạ Văn Khoan nói.", []),
    ("a complaint that is quoted", "“Chúng tôi phải đi đò vì cầu chưa xong”, ông Lò Văn Pản kể.", []),
]  # fmt: skip

PAPERS = [
    ("a numbered list behind a colon", "Kiến nghị: 1) Sở Y tế bố trí bác sĩ trước ngày 10/4/2024; 2) Ủy ban nhân dân huyện nâng cấp bể lọc.", [asked("bố trí bác sĩ trước ngày 10/4/2024", "Sở Y tế"), asked("nâng cấp bể lọc", "Ủy ban nhân dân huyện")]),
    ("with whom, and a colon", "Đề xuất với huyện: sớm nâng cấp bể lọc; bố trí bác sĩ.", [asked("sớm nâng cấp bể lọc", "huyện"), asked("bố trí bác sĩ", "^huyện")]),
    ("addressee behind with", "Kiến nghị với Ủy ban nhân dân huyện: sớm ban hành giá nước.", [asked("sớm ban hành giá nước", "~Ủy ban nhân dân huyện")]),
    ("heading of proposals with addressees", "III. KIẾN NGHỊ, ĐỀ XUẤT\n1. Đối với Sở Y tế: bổ sung máy thử nước.\n2. Đối với Công an huyện: kiểm tra xe bồn.", [asked("bổ sung máy thử nước", "~Sở Y tế"), asked("kiểm tra xe bồn", "~Công an huyện")]),
    ("a topic before the colon is nobody", "III. KIẾN NGHỊ\n1. Đối với học sinh: miễn học phí.", [asked("miễn học phí")]),
    ("bodies without a name before the colon", "III. KIẾN NGHỊ\n1. Đối với các xã: kiểm tra xe bồn.", [asked("kiểm tra xe bồn", "~các xã")]),
    ("items below whom they are asked of", "Kiến nghị với Ủy ban nhân dân huyện:\n- Sớm ban hành giá nước.\n- Miễn tiền điện.", [asked("Sớm ban hành giá nước", "^Ủy ban nhân dân huyện"), asked("Miễn tiền điện", "^Ủy ban nhân dân huyện")]),
    ("heading of proposals with bare items", "III. ĐỀ XUẤT\n1. Xây dựng bể chứa ở thôn Thượng.\n2. Hỗ trợ tiền điện cho trạm bơm.", [asked("Xây dựng bể chứa ở thôn Thượng"), asked("Hỗ trợ tiền điện cho trạm bơm")]),
    ("first, second", "Chúng tôi kiến nghị hai việc. Một là, Sở Y tế bổ sung máy thử nước. Hai là, Công an huyện kiểm tra xe bồn.", [asked("bổ sung máy thử nước", "Sở Y tế"), asked("kiểm tra xe bồn", "Công an huyện")]),
    ("first, second, in paragraphs", "Chúng tôi kiến nghị hai việc.\nMột là, Sở Y tế bổ sung máy thử nước.\nHai là, Công an huyện kiểm tra xe bồn.", [asked("bổ sung máy thử nước", "Sở Y tế"), asked("kiểm tra xe bồn", "Công an huyện")]),
    ("first, second, of somebody", "Chúng tôi đề nghị Sở Y tế hai việc. Một là, bổ sung máy thử nước. Hai là, kiểm tra xe bồn.", [asked("bổ sung máy thử nước", "~Sở Y tế"), asked("kiểm tra xe bồn", "~Sở Y tế")]),
    ("first, second, of what was done", "Năm qua, xã làm được hai việc. Một là, Trạm Y tế bổ sung máy thử nước. Hai là, thôn Thượng xây bể.", []),
    ("proposal in the first person", "Chúng tôi đề xuất Huyện ủy lập quỹ nước sạch.", [asked("lập quỹ nước sạch", "Huyện ủy")]),
    ("from experience, a proposal", "Từ thực tế trên, xã Đồng Lau kiến nghị Sở Tài chính bố trí kinh phí sửa trạm bơm.", [asked("bố trí kinh phí sửa trạm bơm", "Sở Tài chính")]),
    ("hope", "Chúng tôi mong Điện lực huyện giảm giá điện bơm nước.", [asked("giảm giá điện bơm nước", "Điện lực huyện")]),
    ("a pledge behind a request", "Chúng tôi đề nghị Sở Y tế cấp thêm thuốc.\nXin hứa dùng thuốc đúng việc.", [asked("cấp thêm thuốc", "Sở Y tế"), pledge("dùng thuốc đúng việc")]),
    ("pledge with a deadline", "Về phần mình, chúng tôi cam kết sửa xong trạm bơm số 2 trước ngày 30/4/2024.", [pledge("sửa xong trạm bơm số 2 trước ngày 30/4/2024", ..., deadlines=["ngày 30/4/2024"])]),
    ("we will", "Trong quý II, chúng tôi sẽ lắp đồng hồ cho 200 hộ.", [pledge("lắp đồng hồ cho 200 hộ", ...)]),
    ("what was pledged and kept", "Năm ngoái, chúng tôi đã cam kết và đã sửa xong trạm bơm số 1.", []),
    ("what the place has done", "Xã đã tổ chức 12 buổi vận động, lắp 300 đồng hồ.", []),
    ("conclusion drawn for oneself", "Bài học là phải hỏi dân trước khi đặt ống.", []),
    ("question", "Vì sao dân phải mua nước xe bồn?", []),
]  # fmt: skip
PAPERS_BUGS = {}

SPEECHES = [
    ("I require", "Tôi yêu cầu các trưởng phòng ký tên vào từng trang.", [must("ký tên vào từng trang", "các trưởng phòng")]),
    ("I ask", "Tôi đề nghị Sở Y tế bổ sung máy thử nước.", [asked("bổ sung máy thử nước", "Sở Y tế")]),
    ("we need to, in common", "Chúng ta cần lắng nghe dân nhiều hơn.", [must("lắng nghe dân nhiều hơn", ...)]),
    ("on behalf of, a promise", "Thay mặt Ủy ban nhân dân huyện, tôi xin hứa trả lời trong tháng 4.", [pledge("trả lời trong tháng 4", ...)]),
    ("a tale with an imperative", "Hôm ấy, bác trưởng thôn bảo tôi cứ về nghỉ, việc đê bác lo.", []),
    ("thanks", "Xin cảm ơn bà con đã giữ đê suốt ba đêm.", []),
    ("on behalf of, no promise", "Thay mặt Ủy ban nhân dân huyện, tôi xin cảm ơn các đồng chí.", []),
    ("after an opening, a request", "Nhân dịp này, tôi xin đề nghị các xã rà soát nhà trọ.", [asked("rà soát nhà trọ", "các xã")]),
    ("somebody called by title and name", "Đồng chí Tạ Văn Khoan phải kiểm tra đê.", [must("kiểm tra đê", "Tạ Văn Khoan")]),
    ("wishes", "Kính chúc các đồng chí mạnh khỏe.", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), cases(REPORTED))
def test_reported_requests(body: str, expected: list[Duty]) -> None:
    assert found(NEWS + body, expected) == expected


@pytest.mark.parametrize(("body", "expected"), cases(QUOTED))
def test_quoted_requests(body: str, expected: list[Duty]) -> None:
    assert found(NEWS + body, expected) == expected


@pytest.mark.parametrize(("body", "expected"), cases(PAPERS, PAPERS_BUGS))
def test_papers(body: str, expected: list[Duty]) -> None:
    assert found(PAPER + body, expected) == expected


@pytest.mark.parametrize(("body", "expected"), cases(SPEECHES))
def test_speeches(body: str, expected: list[Duty]) -> None:
    assert found(SPEECH + body, expected) == expected


def test_proposals_of_a_paper_are_listed_as_such() -> None:
    doc = vd.analyze(text=PAPER + "Đề nghị Sở Y tế bổ sung máy thử nước.\n\nTrạm Y tế phải trực.")
    asked_for = [o.id for o in doc.obligations if o.modality == "recommendation"]
    assert len(asked_for) == 1
    assert [o.id for o in doc.proposals] == asked_for
