"""Is it a duty? The same words in an operative place, and in the frame, a report, a purpose."""

from __future__ import annotations

import pytest
from duties import Duty, asked, directive, found, must, never
from tables import cases

OPERATIVE = [
    ("item under a lead-in that requires", directive("Yêu cầu các thôn:\n- Tăng cường tuần tra ban đêm."), [must("Tăng cường tuần tra ban đêm", "^các thôn")]),
    ("paragraph without a label under it", directive("Chủ tịch Ủy ban nhân dân xã yêu cầu các thôn:\nDọn rãnh trước mùa mưa.\nThu gom lá khô."), [must("Dọn rãnh trước mùa mưa", "^các thôn"), must("Thu gom lá khô", "^các thôn")]),
    ("under a heading of tasks", directive("II. NHIỆM VỤ, GIẢI PHÁP\n1. Rà soát cột điện nghiêng."), [must("Rà soát cột điện nghiêng")]),
    ("under a heading of proposals", directive("III. KIẾN NGHỊ\n1. Bổ sung hai xe gom rác."), [asked("Bổ sung hai xe gom rác")]),
    ("verb that is rare in directives", directive("1. Quây bạt quanh nhà văn hóa."), [must("Quây bạt quanh nhà văn hóa")]),
    ("another rare verb", directive("1. Be bờ ao trước mùa lũ."), [must("Be bờ ao trước mùa lũ")]),
    ("rare verb under a lead-in", directive("Giao Tổ công tác:\n- Vẽ sơ đồ thoát nước từng ngõ."), [must("Vẽ sơ đồ thoát nước từng ngõ", "^Tổ công tác")]),
    ("adverb of time before the verb", directive("1. Trước mắt, sửa chữa các ổ gà trên đường trục."), [must("sửa chữa các ổ gà trên đường trục")]),
    ("adverb before the verb", directive("1. Kịp thời thay bóng đèn cháy."), [must("Kịp thời thay bóng đèn cháy")]),
    ("place before the verb", directive("1. Tại các ngã ba, lắp gương cầu lồi."), [must("lắp gương cầu lồi")]),
    ("month before the verb", directive("1. Trong tháng 4/2024, quét vôi lại gốc cây."), [must("quét vôi lại gốc cây", deadlines=["tháng 4/2024"])]),
    ("absolutely", directive("1. Tuyệt đối giữ bí mật đề thi."), [must("Tuyệt đối giữ bí mật đề thi")]),
    ("charged, and more", directive("1. Trạm Y tế có nhiệm vụ và chủ động phun thuốc."), [must("chủ động phun thuốc", "Trạm Y tế")]),
    ("forbidden, and what is done about it", directive("1. Nghiêm cấm và xử lý nghiêm hành vi đốt rơm."), [must("xử lý nghiêm hành vi đốt rơm")]),
    ("topic before the verb", directive("1. Đối với ngõ cụt, lắp thêm đèn pha."), [must("lắp thêm đèn pha")]),
    ("topic before a colon", directive("1. Gỡ vướng về đất ở: hướng dẫn các hộ làm lại giấy."), [must("hướng dẫn các hộ làm lại giấy")]),
    ("its subject in front", directive("1. Trạm Y tế lấy mẫu nước giếng."), [must("lấy mẫu nước giếng", "Trạm Y tế")]),
    ("goal with a figure", directive("Yêu cầu các thôn:\n1. Phấn đấu đến hết năm 2024, 100% số hộ có thùng rác."), [must("Phấn đấu đến hết năm 2024, 100% số hộ có thùng rác", "^các thôn", deadlines=["năm 2024"])]),
    ("unlabeled sentence of an article", "QUYẾT ĐỊNH:\nĐiều 1. Giao Trạm Bảo vệ thực vật giữ giống lúa nếp.\nĐiều 2. Phòng Tài chính bố trí kinh phí theo quý.", [must("giữ giống lúa nếp", "Trạm Bảo vệ thực vật"), must("bố trí kinh phí theo quý", "Phòng Tài chính")]),
    ("opened by the document it carries out", directive("Thực hiện Công văn số 45/UBND-VP ngày 26/02/2024 của Ủy ban nhân dân huyện, Ủy ban nhân dân xã yêu cầu các thôn nộp sổ hộ nghèo."), [must("nộp sổ hộ nghèo", "các thôn", speaker="Ủy ban nhân dân xã")]),
    ("items without a full stop", directive("1. Các trường công khai khoản thu trước 30/9/2024\n2. Công an xã tuần tra ban đêm\n3. Trạm Y tế tiêm vắc xin"), [must("công khai khoản thu trước 30/9/2024", "Các trường", deadlines=["30/9/2024"]), must("tuần tra ban đêm", "Công an xã"), must("tiêm vắc xin", "Trạm Y tế")]),
    ("by whom", directive("1. Đề án do Phòng Nội vụ xây dựng trong quý III/2024."), [must("xây dựng trong quý III/2024", "Phòng Nội vụ", deadlines=["quý III/2024"])]),
    ("given to somebody", directive("1. Việc kiểm tra được giao cho Thanh tra huyện thực hiện."), [must("thực hiện", "Thanh tra huyện")]),
    ("all of them", directive("1. 100% đảng viên viết bản kiểm điểm trước ngày 15/11/2024."), [must("viết bản kiểm điểm trước ngày 15/11/2024", "đảng viên", deadlines=["ngày 15/11/2024"])]),
    ("those named above", directive("1. Các cơ quan nêu trên báo cáo kết quả."), [must("báo cáo kết quả", "Các cơ quan")]),
    ("prose with a deadline", "Số: 12/CV-UBND\nXã Vân Đồi, ngày 5 tháng 3 năm 2024\nKính gửi: Các phòng thuộc huyện.\nPhòng Tài chính hướng dẫn mở tài khoản trước ngày 15/12/2024.", [must("hướng dẫn mở tài khoản trước ngày 15/12/2024", "Phòng Tài chính", deadlines=["ngày 15/12/2024"])]),
    ("below a heading of what is forbidden", directive("Điều 5. Những hành vi bị nghiêm cấm\n1. Uống rượu, bia trong giờ làm việc."), [never("Uống rượu, bia trong giờ làm việc")]),
    ("below what somebody must not do", directive("Điều 3. Những điều bí thư cấp ủy không được làm\n1. Từ chối tiếp dân."), [never("Từ chối tiếp dân", "~bí thư cấp ủy")]),
    ("after keeping watch somebody else acts", directive("1. Giao Chi cục Thủy lợi trực ban nghiêm túc; Phòng Nội vụ đôn đốc các thôn."), [must("trực ban nghiêm túc", "Chi cục Thủy lợi"), must("đôn đốc các thôn", "Phòng Nội vụ")]),
    ("a person before a colon", directive("1. Đ/c Vi Văn Thập - Chủ tịch Hội: phụ trách chung."), [must("phụ trách chung", "Vi Văn Thập")]),
    ("opened by the receipt of the letter", "Nhận được Công văn này, đề nghị các phòng cử một người dự tập huấn.", [asked("cử một người dự tập huấn", "các phòng", condition=None)]),
    ("bare prohibition with its object first", directive("1. Rác xây dựng không đổ ra bờ mương."), [never("đổ ra bờ mương")]),
    ("to keep from happening, as the main verb", directive("1. Tránh tập kết vật liệu trước cổng trường."), [must("Tránh tập kết vật liệu trước cổng trường")]),
    ("imperative that carries out a document", directive("1. Thực hiện nghiêm Quy chế số 02/QC-UBND ngày 10/01/2024 về họ, hội."), [must("Thực hiện nghiêm Quy chế số 02/QC-UBND ngày 10/01/2024 về họ, hội", deadlines=[])]),
]  # fmt: skip
OPERATIVE_BUGS = {
    "verb that is rare in directives": "no list can hold every verb, the place has to decide",
    "another rare verb": "no list can hold every verb, the place has to decide",
    "bare prohibition with its object first": "the subject of the sentence is what must not be done to",
}

NOT_OPERATIVE = [
    ("results below the name of a part", "PHẦN THỨ NHẤT\nKẾT QUẢ THỰC HIỆN THÁNG 2\n1. Tăng cường kiểm tra 12 quán ăn.\nPHẦN THỨ HAI\nNHIỆM VỤ THÁNG 3\n1. Rà soát hộ nghèo.", [must("Rà soát hộ nghèo")]),
    ("agreement with what somebody proposed", directive("1. Thống nhất với đề xuất của Phòng Nội vụ."), []),
    ("agreement with several proposals", directive("1. Thống nhất với những kiến nghị nêu trong báo cáo."), []),
    ("agreement in principle", directive("1. Đồng ý chủ trương sửa nhà văn hóa."), []),
    ("blame", directive("1. Phê bình Chủ tịch xã chậm báo cáo."), []),
    ("what a notice replaces", "Thông báo này thay thế Thông báo số 02/TB-UBND ngày 03/01/2024.", []),
    ("assessment with the same words", directive("Thời gian qua, các thôn tăng cường tuần tra nên trộm cắp giảm."), []),
    ("assessment with a modal", "Việc để đường lầy kéo dài là khuyết điểm cần nghiêm túc nhìn nhận.", []),
    ("state of affairs with a modal", "Tình trạng lấn vỉa hè còn phải khắc phục nhiều.", []),
    ("past assignment", "Tháng trước, Chủ tịch xã đã giao Ban Quản lý chợ kẻ vạch.", []),
    ("past instruction", "Chủ tịch xã cũng đã chỉ đạo các thôn đắp lại bờ vùng.", []),
    ("past letter that requires", "Ngày 02/01/2024, huyện đã có văn bản yêu cầu các xã nộp báo cáo.", []),
    ("past report without a marker", directive("Trong năm 2023, Hội Nông dân tổ chức 12 lớp nghề, rà soát 40 hộ vay vốn.\n\nYêu cầu các thôn:\n1. Tổ chức lại việc thu gom."), [must("Tổ chức lại việc thu gom", "^các thôn")]),
    ("items of a report", directive("I. KẾT QUẢ NĂM 2023\n1. Tổ chức 12 lớp nghề cho nông dân.\n2. Rà soát 40 hộ nghèo.\nII. NHIỆM VỤ NĂM 2024\n1. Tổ chức 15 lớp nghề cho nông dân."), [must("Tổ chức 15 lớp nghề cho nông dân")]),
    ("items of an aim", directive("I. MỤC ĐÍCH\n- Nâng cao ý thức giữ gìn đường làng.\nII. NHIỆM VỤ\n- Trồng hoa hai bên đường trục."), [must("Trồng hoa hai bên đường trục")]),
    ("entries of a table of contents", directive("1. Rà soát nhà trọ ........ 3\n2. Kiểm tra bếp ăn ........ 5\n\nI. NHIỆM VỤ\n1. Rà soát nhà trọ."), [must("Rà soát nhà trọ")]),
    ("items of shortcomings", directive("II. HẠN CHẾ, KHUYẾT ĐIỂM\n1. Chậm trả lời đơn của công dân.\n2. Kiểm tra chưa thường xuyên."), []),
    ("items of lessons", directive("IV. BÀI HỌC KINH NGHIỆM\n1. Phát huy vai trò của người có uy tín."), []),
    ("legal basis", "Căn cứ Kế hoạch số 12/KH-UBND ngày 04/01/2024 về tăng cường kiểm tra chợ;\nXét đề nghị của Trưởng phòng Kinh tế,", []),
    ("subject of the letter in its head", "ỦY BAN NHÂN DÂN HUYỆN LAM SƠN\nSố: 88/UBND-NC\nV/v tăng cường kiểm tra bến đò\n\nLam Sơn, ngày 5 tháng 3 năm 2024\n\nKính gửi: Ủy ban nhân dân các xã.\n\nThời gian qua, có hai vụ đắm đò.", []),
    ("abstract under the name of the kind", "ỦY BAN NHÂN DÂN HUYỆN LAM SƠN\n\nLam Sơn, ngày 5 tháng 3 năm 2024\n\nCHỈ THỊ\nVề việc yêu cầu các xã siết chặt quản lý bến đò\n\nHuyện có 14 bến đò.", []),
    ("recipients", directive("Chỉ thị này được phổ biến đến từng hộ.\n\nNơi nhận:\n- Như trên (để thực hiện);\n- Ủy ban nhân dân huyện (để báo cáo);\n- Lưu: VT."), []),
    ("entry into force", "Quy định này có hiệu lực kể từ ngày 15/3/2024 và thay thế Quyết định số 09/QĐ-UBND ngày 01/02/2020.", []),
    ("closing that makes known", "Văn phòng Ủy ban nhân dân huyện thông báo để các đơn vị biết, thực hiện./.", []),
    ("definition with a modal", "Rác khó tiêu là loại rác phải đốt ở lò trên 900 độ.", []),
    ("act of the document: annexed", "Điều 1. Ban hành kèm theo Quyết định này Quy chế giữ gìn bến bãi.", []),
    ("act of the document: founding", "Điều 1. Thành lập Tổ trông coi đình làng, gồm các ông, bà sau:\n1. Ông Đinh Văn Sửu - Tổ trưởng.\n2. Bà Lò Thị Hạnh - thành viên.", []),
    ("announced consequence", "Hộ nào lấn chiếm sẽ bị xem xét thu hồi chỗ ngồi trong chợ.", []),
    ("fiction", "Quá thời hạn trên, đơn vị không trả lời thì coi như đồng ý.", []),
    ("noun phrase as an item", directive("1. Công tác tuyên truyền trên loa."), []),
    ("habit", directive("Hằng năm, làng tổ chức hội vật vào ngày 10 tháng Giêng."), []),
    ("event", directive("Sáng 04/3/2024, Ủy ban nhân dân xã tổ chức lễ phát động trồng cây."), []),
    ("praise", "Ủy ban nhân dân xã biểu dương các hộ đã hiến đất mở ngõ.", []),
    ("question", "Vì sao các thôn phải chờ xã nhắc mới dọn rãnh?", []),
    ("name of a campaign", "Cuộc vận động “Hãy giữ sạch đường làng” bắt đầu từ năm 2021.", []),
    ("title of a document that was received", directive("Ủy ban nhân dân xã nhận được Chỉ thị số 09-CT/HU ngày 02/02/2024 về tăng cường quản lý đất bãi."), []),
    ("what a dossier holds", "Hồ sơ vay vốn gồm: đơn xin vay; bản sao sổ hộ khẩu; giấy xác nhận của thôn.", []),
    ("thanks at the end", "Trân trọng cảm ơn và mong tiếp tục nhận được sự phối hợp./.", []),
]  # fmt: skip
NOT_OPERATIVE_BUGS = {}

SERVING = [
    ("purpose", directive("1. Lắp thêm đèn ngõ để tăng cường an ninh ban đêm."), [must("Lắp thêm đèn ngõ để tăng cường an ninh ban đêm", purpose="để tăng cường an ninh ban đêm")]),
    ("purpose in front", directive("1. Để người dân dễ tra cứu, Văn phòng xã dán sơ đồ ở cổng."), [must("dán sơ đồ ở cổng", "Văn phòng xã")]),
    ("heading that its items spell out", directive("1. Tăng cường tuần tra\na) Công an xã lập lịch trực đêm.\nb) Các thôn đóng thêm chòi canh."), [must("lập lịch trực đêm", "Công an xã"), must("đóng thêm chòi canh", "Các thôn")]),
    ("lead-in with a verb of its own", directive("1. Trưởng thôn có nhiệm vụ:\n- Giữ chìa khóa nhà văn hóa.\n- Ghi sổ mượn loa."), [must("Giữ chìa khóa nhà văn hóa", "^Trưởng thôn"), must("Ghi sổ mượn loa", "^Trưởng thôn")]),
    ("lead-in by the words below", directive("Chủ tịch Ủy ban nhân dân xã yêu cầu các thôn tập trung thực hiện tốt những nội dung sau đây\n1. Nạo vét rãnh.\n2. Dọn dẹp cỏ dại."), [must("Nạo vét rãnh", "^các thôn"), must("Dọn dẹp cỏ dại", "^các thôn")]),
    ("complete clause before a lead-in", directive("1. Các thôn phải rà lại số hộ nuôi lợn; trong đó tập trung các việc sau:\n- Thống kê số chuồng.\n- Ghi tên chủ hộ."), [must("rà lại số hộ nuôi lợn", "Các thôn"), must("Thống kê số chuồng", "^Các thôn"), must("Ghi tên chủ hộ", "^Các thôn")]),
    ("condition that has the word need", directive("1. Nếu cần, Trạm Y tế bố trí xe cứu thương."), [must("bố trí xe cứu thương", "Trạm Y tế", condition="Nếu cần")]),
    ("relative clause with a modal", "Công an xã phải gặp các hộ cần di dời.", [must("gặp các hộ cần di dời", "Công an xã")]),
    ("object that names a request", "Văn phòng phải trả lời các đề nghị của cử tri.", [must("trả lời các đề nghị của cử tri", "Văn phòng")]),
    ("what was assigned, inside a duty", "Các phòng phải rà soát những việc đã được giao.", [must("rà soát những việc đã được giao", "Các phòng")]),
]  # fmt: skip
SERVING_BUGS = {}


@pytest.mark.parametrize(("text", "expected"), cases(OPERATIVE, OPERATIVE_BUGS))
def test_operative_places(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases(NOT_OPERATIVE, NOT_OPERATIVE_BUGS))
def test_places_that_are_not_operative(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases(SERVING, SERVING_BUGS))
def test_words_that_serve_another_duty(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected
