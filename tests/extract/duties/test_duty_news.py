"""What newspapers tell: documents that ask, pledges of others, who has the floor, what only happened."""

from __future__ import annotations

import pytest
from duties import NEWS, Duty, asked, found, must, never, pledge
from tables import cases

import vndirective as vd

DOCUMENTS = [
    ("a document says who acts", "Chỉ thị nêu rõ, Phòng Kinh tế chủ trì kiểm tra bến. Rà soát các bến tự phát.", [must("chủ trì kiểm tra bến", "Phòng Kinh tế"), must("Rà soát các bến tự phát", "^Phòng Kinh tế")]),
    ("a document asks", "Ngoài ra, Chỉ thị cũng yêu cầu Công an huyện lập chốt.", [must("lập chốt", "Công an huyện")]),
    ("a document of somebody asks", "Công điện của Chủ tịch huyện yêu cầu các xã kiểm tra áo phao.", [must("kiểm tra áo phao", "các xã")]),
    ("a document lays down", "Kế hoạch quy định rõ chủ đò phải mặc áo phao.", [must("mặc áo phao", "chủ đò")]),
    ("the next paragraph goes on with others", "Chỉ thị yêu cầu Công an huyện lập chốt.\nPhòng Kinh tế kiểm tra bến.", [must("lập chốt", "Công an huyện"), must("kiểm tra bến", "Phòng Kinh tế")]),
    ("a document also asks", "Công điện cũng yêu cầu các xã kiểm tra áo phao.", [must("kiểm tra áo phao", "các xã")]),
    ("what a document that was just issued says", "UBND huyện vừa ban hành Kế hoạch về bến đò. Theo đó, Công an huyện lập chốt.", [must("lập chốt", "Công an huyện")]),
    ("what a document is issued for", "UBND huyện vừa ban hành Kế hoạch về bến đò. Theo đó, mục tiêu là phải có 12 bến.", []),
    ("what was asked before that", "Trước đó, Sở Xây dựng đã có công văn đề nghị các xã tổng hợp, gửi báo cáo.", []),
    ("a caption between two paragraphs", "Chỉ thị yêu cầu Công an huyện lập chốt.\nẢnh minh họa.\nPhòng Kinh tế kiểm tra bến.", [must("lập chốt", "Công an huyện"), must("kiểm tra bến", "Phòng Kinh tế")]),
    ("what a document asked and is over", "Chỉ thị đã yêu cầu các xã kiểm tra áo phao.", []),
]  # fmt: skip
SAID = [
    ("said with a modal alone", "Bí thư Huyện ủy nhấn mạnh phải lựa chọn chủ đò có tay nghề.", [must("lựa chọn chủ đò có tay nghề", speaker="Bí thư Huyện ủy")]),
    ("thought with a modal alone", "Đại tá Phùng Thế Anh cho rằng cần bỏ lối làm hình thức.", [must("bỏ lối làm hình thức", speaker="Phùng Thế Anh")]),
    ("in a speech", "Trong bài phát biểu, Bí thư Huyện ủy nhấn mạnh các xã cần kiểm tra áo phao.", [must("kiểm tra áo phao", "các xã", speaker="Bí thư Huyện ủy")]),
    ("at the same time also", "Bí thư Huyện ủy lưu ý phải kiểm tra áo phao; đồng thời cũng xử lý bến tự phát.", [must("kiểm tra áo phao"), must("xử lý bến tự phát")]),
    ("where they belong", "Bí thư Huyện ủy yêu cầu các cơ quan trong hệ thống chính trị không tặng quà.", [never("tặng quà", "các cơ quan trong hệ thống chính trị")]),
    ("praise, then a request by who was named", "Đánh giá cao đội cứu hộ, đồng chí đề nghị các xã mua áo phao.", [asked("mua áo phao", "các xã")]),
    ("a place must", "Nậm Khon cũng phải kiểm tra áo phao.", [must("kiểm tra áo phao", "Nậm Khon")]),
    ("others who must direct", "Bí thư Tỉnh ủy yêu cầu: Chủ tịch UBND huyện chỉ đạo rà soát bến. Giám đốc Sở Xây dựng chỉ đạo kiểm tra đò.", [must("chỉ đạo rà soát bến", "Chủ tịch UBND huyện"), must("chỉ đạo kiểm tra đò", "Giám đốc Sở Xây dựng")]),
    ("what is said of the time to come", "Bí thư Huyện ủy nhấn mạnh bên cạnh bến cũ, thời gian tới cần ưu tiên làm bến mới.", [must("ưu tiên làm bến mới", speaker="Bí thư Huyện ủy")]),
    ("some of them", "Chủ tịch UBND tỉnh yêu cầu một số sở và UBND các huyện bảo đảm áo phao.", [must("bảo đảm áo phao", "sở", "UBND các huyện")]),
    ("whom it is about, then given to do", "Về phía các xã, Chủ tịch UBND huyện giao rà soát bến.", [must("rà soát bến", "các xã", speaker="Chủ tịch UBND huyện")]),
    ("a pronoun that says what not to do", "Bí thư Huyện ủy Tạ Thị Mận yêu cầu các xã kiểm tra áo phao. Bà lưu ý không đưa tin giật gân.", [must("kiểm tra áo phao", "các xã"), never("đưa tin giật gân", speaker="Tạ Thị Mận")]),
    ("a pronoun that advises", "Ông Tạ Văn Khoan yêu cầu các xã mua áo phao. Ông cũng căn dặn cán bộ xã bám sát dân.", [must("mua áo phao", "các xã"), must("bám sát dân", "cán bộ xã", speaker="Tạ Văn Khoan")]),
    ("agreed, but", "Bí thư Huyện ủy Tạ Văn Khoan nhất trí bổ sung vốn, song phải chi đúng.", [must("chi đúng", speaker="Tạ Văn Khoan")]),
    ("somebody right before the modal", "“Bến này mỗi ngày 300 lượt khách, chủ đò phải mua bảo hiểm”, ông Tạ Văn Khoan nói.", [must("mua bảo hiểm", "chủ đò", speaker="Tạ Văn Khoan")]),
    ("whoever, if something is so", "Bí thư Huyện ủy yêu cầu các xã kiểm tra áo phao. Chủ bến nào để đò quá tải thì phải bồi thường khách.", [must("kiểm tra áo phao", "các xã"), must("bồi thường khách", "Chủ bến nào")]),
    ("a place, of which more is said before", "Với vị trí đầu nguồn, Nậm Khon phải kiểm tra áo phao.", [must("kiểm tra áo phao", "Nậm Khon")]),
    ("what follows from it", "Chủ tịch UBND huyện cho biết, nước đang lên, do đó các chủ đò phải nghỉ.", [must("nghỉ", "các chủ đò", speaker="Chủ tịch UBND huyện")]),
    ("another request at the same time", "Bí thư Huyện ủy yêu cầu Công an huyện lập chốt, đồng thời yêu cầu các xã mua áo phao.", [must("lập chốt", "Công an huyện"), must("mua áo phao", "các xã")]),
    ("a body asks anew", "Bí thư Huyện ủy yêu cầu các xã mua áo phao. Theo kết luận, UBND huyện giao Phòng Kinh tế lập danh sách.", [must("mua áo phao", "các xã"), must("lập danh sách", "Phòng Kinh tế", speaker="UBND huyện")]),
    ("whichever of those asked", "Bí thư Huyện ủy yêu cầu: chủ bến nào để đò quá tải phải kiểm điểm; các xã mua áo phao.", [must("kiểm điểm", "chủ bến", condition="chủ bến nào để đò quá tải"), must("mua áo phao", "các xã")]),
    ("what people hope for", "Các chủ đò đang mong UBND huyện sớm sửa bến.", [asked("sớm sửa bến", "UBND huyện", speaker="Các chủ đò")]),
    ("an office behind a name", "Chủ tịch UBND huyện giao ông Tạ Văn Khoan, Chủ tịch UBND xã, lập danh sách.", [must("lập danh sách", "Tạ Văn Khoan")]),
    ("an adverb of newspapers", "Đáng chú ý, Bí thư Huyện ủy yêu cầu các xã kiểm tra áo phao.", [must("kiểm tra áo phao", "các xã")]),
    ("who asks is the last of those named", "Làm việc với Sở Xây dựng, Công an huyện, Bí thư Huyện ủy nhấn mạnh, các bến phải có áo phao.", [must("có áo phao", ..., speaker="Bí thư Huyện ủy")]),
    ("a place is asked behind a dateline", "(Báo Lam Sơn) - Sáng 5/3, Bộ Xây dựng yêu cầu Nậm Khon rà soát bến.", [must("rà soát bến", "Nậm Khon", speaker="Bộ Xây dựng")]),
    ("behind an abbreviated dateline", "BLS - Sáng 5/3, Bộ Xây dựng yêu cầu các xã rà soát bến.", [must("rà soát bến", "các xã", speaker="Bộ Xây dựng")]),
    ("the day of a request is no deadline", "Ngày 18/11/2020, Chủ tịch UBND huyện yêu cầu các xã rà soát bến.", [must("rà soát bến", "các xã", deadlines=[])]),
    ("the day of a document is no deadline", "Ngày 18/11/2020, UBND huyện ban hành Văn bản số 4/UBND-VP, giao các xã rà soát bến; báo cáo trong tháng 12/2020.", [must("rà soát bến", "các xã", deadlines=[]), must("báo cáo trong tháng 12/2020", "^các xã", deadlines=["tháng 12/2020"])]),
    ("who makes known and asks", "UBND huyện thông báo nước đang lên, đề nghị các chủ đò dừng chở khách.", [asked("dừng chở khách", "các chủ đò", speaker="UBND huyện")]),
    ("what somebody must ask for, asked again", "Cử tri xã Đồng Lau kiến nghị: Đề nghị huyện sửa bến; đề nghị huyện mua áo phao.", [asked("sửa bến", "huyện"), asked("mua áo phao", "huyện")]),
    ("listed as requests", "Có một số ý kiến kiến nghị như: Đề nghị huyện sửa bến; đề nghị các xã mua áo phao.", [asked("sửa bến", "huyện"), asked("mua áo phao", "các xã")]),
    ("a reason before who must act", "Bí thư Huyện ủy đề nghị: căn cứ kết quả kiểm tra, các xã sửa bến.", [asked("sửa bến", "các xã", speaker="Bí thư Huyện ủy")]),
    ("asked of others behind and", "Bí thư Huyện ủy yêu cầu các xã kiểm tra áo phao và đề nghị tỉnh hỗ trợ kinh phí.", [must("kiểm tra áo phao", "các xã"), asked("hỗ trợ kinh phí", "tỉnh")]),
    ("praise is no order", "Chủ tịch UBND huyện khen ngợi các cháu vì thành tích học tập.", []),
    ("a body directs, too", "UBND tỉnh yêu cầu các xã mua áo phao. Huyện cũng chỉ đạo Công an huyện lập chốt.", [must("mua áo phao", "các xã"), must("lập chốt", "Công an huyện", speaker="Huyện")]),
    ("a body reminds", "Huyện ủy lưu ý thực hiện tiết kiệm trong sửa bến.", [must("thực hiện tiết kiệm trong sửa bến", speaker="Huyện ủy")]),
    ("which of them are meant, then an urgent verb", "Bí thư Huyện ủy yêu cầu các chủ đò sinh sống ven sông khẩn trương di dời.", [must("khẩn trương di dời", "các chủ đò")]),
    ("which of them are meant, by what they have", "Bí thư Huyện ủy yêu cầu các xã có bến tự phát bố trí người trực.", [must("bố trí người trực", "các xã")]),
    ("what they are to have is asked", "Bí thư Huyện ủy yêu cầu các xã có biện pháp tăng cường tuần tra.", [must("có biện pháp tăng cường tuần tra", "các xã")]),
    ("verbs joined", "Bí thư Huyện ủy yêu cầu các xã quản lý bến và tăng cường tuần tra.", [must("quản lý bến và tăng cường tuần tra", "các xã")]),
    ("sent to them, asked behind a comma", "UBND huyện vừa có văn bản gửi các xã, thị trấn, yêu cầu rà soát bến.", [must("rà soát bến", "các xã, thị trấn", speaker="UBND huyện")]),
    ("sent to them, who asks is named before", "Ngày 5/9, Sở Xây dựng có văn bản gửi UBND các xã yêu cầu rà soát bến.", [must("rà soát bến", "UBND các xã", speaker="Sở Xây dựng")]),
    ("sent to those who have boats, not to let them go", "UBND huyện có công điện gửi các chủ đò ven sông yêu cầu không chở khách.", [never("chở khách", "các chủ đò ven sông", speaker="UBND huyện")]),
    ("directed in writing, with a modal", "UBND huyện vừa có công văn chỉ đạo các xã phải rà soát bến.", [must("rà soát bến", "các xã", speaker="UBND huyện")]),
    ("somebody by a noun, asked not to", "Bí thư Huyện ủy yêu cầu huyện không chở khách.", [never("chở khách", "huyện")]),
    ("by writing, several bodies", "Chủ tịch UBND huyện vừa có công điện yêu cầu các xã, thị trấn; Công an huyện kiểm tra bến.", [must("kiểm tra bến", ...)]),
]  # fmt: skip
PLEDGES = [
    ("the body of who speaks will", "Chủ tịch UBND huyện cho biết, UBND huyện sẽ rà soát các bến.", [pledge("rà soát các bến", "UBND huyện", speaker="Chủ tịch UBND huyện")]),
    ("a pledge behind an apology", "Giám đốc Sở Xây dựng Tạ Văn Khoan nhận khuyết điểm và cam kết sửa bến trong tháng 6.", [pledge("sửa bến trong tháng 6", ..., speaker="Tạ Văn Khoan")]),
    ("said upon a question", "Trả lời cử tri, ông Tạ Văn Khoan, Chủ tịch UBND xã, cam kết thay áo phao.", [pledge("thay áo phao", ...)]),
    ("promised", "Chủ tịch UBND xã hứa thay áo phao.", [pledge("thay áo phao", ...)]),
    ("promised behind another's request", "Hội Nông dân đề nghị xã sửa bến. Công ty Đò Bắc hứa thay áo phao.", [asked("sửa bến", "xã"), pledge("thay áo phao", ..., speaker="Công ty Đò Bắc")]),
    ("what is known besides", "Được biết, các trường trên địa bàn phải mua áo phao.", [must("mua áo phao", "các trường trên địa bàn")]),
    ("who pledges, behind a day", "“Ngay ngày mai, chúng tôi sẽ thay áo phao”, ông Tạ Văn Khoan nói.", [pledge("thay áo phao", "chúng tôi", speaker="Tạ Văn Khoan")]),
    ("a promise behind other words", "Chủ tịch UBND xã tiếp thu, hứa trình phương án.", [pledge("trình phương án", ...)]),
    ("what somebody would do", "Bà Mận kể, hôm ấy, tôi sẽ đi chợ nếu trời không mưa.", []),
    ("what will come of something", "Chủ tịch UBND huyện cho biết, dự án sẽ giúp 300 hộ thoát nghèo.", []),
    ("what will be", "UBND huyện sẽ rà soát các bến.", []),
]  # fmt: skip
EVENTS = [
    ("done that day", "Lãnh đạo xã kiến nghị tỉnh bố trí vốn.\nTrong ngày, đoàn đã tặng 20 suất quà cho các hộ khó khăn.", [asked("bố trí vốn", "tỉnh")]),
    ("how a meeting ended", "Bí thư Huyện ủy đề nghị người dân giám sát.\nKết thúc buổi đối thoại, 26 ý kiến được ghi vào sổ.", [asked("giám sát", "người dân")]),
    ("somebody took note", "Bà Mận đề nghị xã sửa bến.\nPhó Chủ tịch UBND huyện tiếp thu các ý kiến.", [asked("sửa bến", "xã")]),
    ("what somebody goes through", "Trung bình mỗi tuần ông phải dự 11 cuộc họp.", []),
    ("what people must pay", "Giá xăng tăng, vì vậy người dân phải trả thêm tiền.", []),
    ("what people were pleased to do", "Nhiều hộ vui lòng hiến đất làm đường.", []),
    ("what a road got", "Đoạn đường chỉ được sửa chữa qua loa.", []),
    ("what all do", "Ông Tạ Văn Khoan yêu cầu các xã mua áo phao. Các trường đều thực hiện kiểm định.", [must("mua áo phao", "các xã")]),
    ("what things demand", "Đặc thù ấy đòi hỏi chủ đò phải thạo sông nước.", []),
    ("asked before, of two", "Chủ tịch UBND huyện đã có công điện yêu cầu các xã kiểm tra bến, giao Công an huyện lập chốt.", []),
    ("done at a meeting", "Ông Tạ Văn Khoan yêu cầu các xã mua áo phao. Tại hội nghị, UBND huyện công bố bản đồ bến.", [must("mua áo phao", "các xã")]),
    ("a certificate", "Ông Tạ Văn Khoan yêu cầu các xã mua áo phao. Huyện ủy tặng giấy khen đội cứu hộ.", [must("mua áo phao", "các xã")]),
    ("a document that was issued", "Ông Tạ Văn Khoan yêu cầu các xã mua áo phao. UBND huyện ban hành Công văn số 65/UBND-KT về việc này.", [must("mua áo phao", "các xã")]),
    ("done on a day", "Ông Tạ Văn Khoan yêu cầu các xã mua áo phao. Sáng 4/3, UBND huyện tổ chức hội nghị sơ kết.", [must("mua áo phao", "các xã")]),
    ("who praises", "Chủ tịch UBND huyện khen ngợi các chủ đò.", []),
]  # fmt: skip
SPEAKERS = [
    ("the name behind the office", "Bí thư Huyện ủy Tạ Văn Khoan yêu cầu các xã mua áo phao.", ["Tạ Văn Khoan"]),
    ("the name behind a deputy", "Đại biểu Tạ Văn Khoan đề nghị huyện sửa bến.", ["Tạ Văn Khoan"]),
    ("who was named before", "Bí thư Huyện ủy Tạ Văn Khoan đánh giá cao đội cứu hộ. Đồng chí kiến nghị tỉnh bố trí vốn.", ["Tạ Văn Khoan"]),
    ("an aside behind the name", "Bà Lý Thị Mận, 71 tuổi, phản ánh bến sạt lở. Bà mong xã sớm sửa bến.", ["Lý Thị Mận"]),
    ("according to an officer", "Theo Đại tá Tạ Văn Khoan, Công an xã cần lập chốt.", ["Tạ Văn Khoan"]),
    ("according to a lawyer", "Theo luật sư Tạ Văn Khoan, người dân cần giữ vé đò.", ["Tạ Văn Khoan"]),
    ("another has the floor", "Bà Lý Thị Mận mong xã sửa bến.\nPhó Chủ tịch UBND huyện Tạ Văn Khoan tiếp thu ý kiến. Ông cho biết bến sẽ được sửa và đề nghị bà con hiến đất làm đường.", ["Lý Thị Mận", "Tạ Văn Khoan"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"), [*cases(DOCUMENTS), *cases(SAID), *cases(PLEDGES), *cases(EVENTS)]
)
def test_what_newspapers_tell(body: str, expected: list[Duty]) -> None:
    assert found(NEWS + body, expected) == expected


LISTS = [
    ("tasks that somebody names", "Bí thư Huyện ủy nêu 2 nhiệm vụ trọng tâm.\nThứ nhất, các xã kiểm tra áo phao.\nThứ hai, sửa bến.", [must("kiểm tra áo phao", "các xã", speaker="Bí thư Huyện ủy"), must("sửa bến", ..., speaker="Bí thư Huyện ủy")]),
    ("shortcomings that somebody names", "Bí thư Huyện ủy chỉ rõ 2 hạn chế.\nThứ nhất, các xã kiểm tra chậm.\nThứ hai, sửa bến chưa tốt.", []),
    ("under a picture", "Bí thư Huyện ủy yêu cầu các xã làm tốt 2 nhiệm vụ.\nQuang cảnh hội nghị\nThứ nhất, kiểm tra áo phao.\nThứ hai, sửa bến.", [must("kiểm tra áo phao", "^các xã"), must("sửa bến", "^các xã")]),
    ("in one line", "Bí thư Huyện ủy yêu cầu các xã thực hiện một số nội dung như: kiểm tra áo phao; sửa bến.", [must("kiểm tra áo phao", "các xã"), must("sửa bến", "~các xã")]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), cases(LISTS))
def test_lists_that_newspapers_tell(body: str, expected: list[Duty]) -> None:
    assert found(NEWS + body, expected) == expected


@pytest.mark.parametrize(("body", "expected"), cases(SPEAKERS))
def test_who_speaks(body: str, expected: list[str]) -> None:
    doc = vd.analyze(text=NEWS + body)
    names = {actor.id: actor.text for actor in doc.actors}
    assert [names.get(o.speaker or "") for o in doc.obligations] == expected


def test_a_quotation_by_itself_begins_anew() -> None:
    body = (
        'Ông Tạ Văn Khoan yêu cầu các xã mua áo phao.\n\n"Không để đò chở quá tải", ông Khoan nói.'
    )
    expected = [must("mua áo phao", "các xã"), never("đò chở quá tải")]
    assert found(NEWS + body, expected) == expected


def test_news_of_a_document_is_no_document() -> None:
    text = (
        "Siết quản lý bến đò trước mùa lũ\n\nChủ tịch tỉnh vừa ký ban hành Chỉ thị số 12/CT-UBND ngày "
        "5/3/2024 về quản lý bến đò.\n\nChỉ thị nêu rõ, Sở Xây dựng kiểm tra các bến.\n\n"
        "Ngoài ra, Chỉ thị cũng yêu cầu Công an tỉnh lập chốt.\n"
    )
    doc = vd.analyze(text=text)
    assert doc.analysis.frame.kind == "news"
    assert [o.action.text for o in doc.obligations] == ["kiểm tra các bến", "lập chốt"]
