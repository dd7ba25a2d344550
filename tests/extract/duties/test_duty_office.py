"""How the offices of communes write: labels below lists, loose markers, invitations, minutes."""

from __future__ import annotations

import pytest
from duties import Duty, asked, directive, found, must, never, pledge
from tables import cases

import vndirective as vd

LABELS = [
    ("who leads whom, behind one label", directive("1. Rà soát nhà trọ.\n- Cơ quan thực hiện: Công an xã chủ trì, phối hợp với Trạm Y tế."), [must("Rà soát nhà trọ", "^Công an xã", coordinated_with=["^Trạm Y tế"])]),
    ("below a whole list", directive("Giao Phòng Kinh tế:\n1. Rà soát 12 thửa đất.\n2. Lập tờ trình.\nThời hạn hoàn thành: 20/5/2024\nĐơn vị phối hợp: Công an xã"), [must("Rà soát 12 thửa đất", "^Phòng Kinh tế", deadlines=["20/5/2024"], coordinated_with=["^Công an xã"]), must("Lập tờ trình", "^Phòng Kinh tế", deadlines=["20/5/2024"], coordinated_with=["^Công an xã"])]),
    ("below a whole list, who does it", directive("Nội dung công việc:\n1. Rà soát 12 thửa đất.\n2. Lập tờ trình.\nNgười nhận việc: Đinh Thị Loan"), [must("Rà soát 12 thửa đất", "^Đinh Thị Loan"), must("Lập tờ trình", "^Đinh Thị Loan")]),
    ("above a whole list, who does it", directive("Người nhận việc: Đinh Thị Loan\nNội dung công việc:\n1. Rà soát 12 thửa đất.\n2. Lập tờ trình."), [must("Rà soát 12 thửa đất", "^Đinh Thị Loan"), must("Lập tờ trình", "^Đinh Thị Loan")]),
    ("below an item that another follows", directive("Giao Công an xã:\n1. Rà soát nhà trọ.\n2. Kiểm tra bến xe.\nThời hạn: 20/5/2024\n3. Lập danh sách hộ nghèo."), [must("Rà soát nhà trọ", "^Công an xã", deadlines=[]), must("Kiểm tra bến xe", "^Công an xã", deadlines=["20/5/2024"]), must("Lập danh sách hộ nghèo", "^Công an xã", deadlines=[])]),
    ("below each item", directive("Giao Công an xã:\n1. Rà soát nhà trọ.\nThời hạn: 10/5/2024\n2. Kiểm tra bến xe.\nThời hạn: 20/5/2024"), [must("Rà soát nhà trọ", "^Công an xã", deadlines=["10/5/2024"]), must("Kiểm tra bến xe", "^Công an xã", deadlines=["20/5/2024"])]),
    ("behind the last item", directive("Giao Công an xã:\n1. Rà soát nhà trọ.\n2. Kiểm tra bến xe. Thời hạn: 20/5/2024"), [must("Rà soát nhà trọ", "^Công an xã", deadlines=[]), must("Kiểm tra bến xe", "^Công an xã", deadlines=["20/5/2024"])]),
    ("an item with a day of its own", directive("Giao Công an xã:\n1. Rà soát nhà trọ trước ngày 02/5/2024.\n2. Kiểm tra bến xe.\nThời hạn hoàn thành: 20/5/2024"), [must("Rà soát nhà trọ trước ngày 02/5/2024", "^Công an xã", deadlines=["ngày 02/5/2024"]), must("Kiểm tra bến xe", "^Công an xã", deadlines=["20/5/2024"])]),
    ("an item that begins with a label", directive("1. Phòng Kinh tế rà soát hồ sơ.\n2. Nhiệm vụ: Lập danh sách hộ nghèo. Đơn vị chủ trì: Công an xã. Thời hạn: 20/5/2024"), [must("rà soát hồ sơ", "Phòng Kinh tế", deadlines=[]), must("Lập danh sách hộ nghèo", "^Công an xã", deadlines=["20/5/2024"])]),
    ("steps with items", directive("Các thôn thực hiện như sau:\nBước 1: Lập danh sách hộ nghèo\n- Trưởng thôn lập danh sách hộ.\nThời gian: từ ngày 20/4 đến ngày 05/5/2024.\nBước 2: Niêm yết\nTrưởng thôn niêm yết danh sách tại nhà văn hóa."), [must("lập danh sách hộ", "Trưởng thôn", deadlines=["ngày 20/4 đến ngày 05/5/2024"]), must("niêm yết danh sách tại nhà văn hóa", "Trưởng thôn", deadlines=[])]),
    ("steps that are tasks", directive("Các thôn thực hiện theo các bước sau:\nBước 1: Rà soát danh sách hộ nghèo.\nBước 2: Niêm yết danh sách."), [must("Rà soát danh sách hộ nghèo", "^Các thôn"), must("Niêm yết danh sách", "^Các thôn")]),
    ("who takes a step, whoever it is", directive("Các thôn thực hiện theo các bước sau:\nBước 1: Rà soát danh sách.\nBước 2: CVHT tiếp nhận danh sách.\nBước 3: Thư ký khoa lập biên bản."), [must("Rà soát danh sách", "^Các thôn"), must("tiếp nhận danh sách", "CVHT"), must("lập biên bản", "Thư ký khoa")]),
    ("a bullet that only says until when", directive("- Rà soát nhà trọ\n- Hoàn thành trước 31/5\n- Lập danh sách hộ nghèo."), [must("Rà soát nhà trọ", deadlines=["31/5"]), must("Lập danh sách hộ nghèo", deadlines=[])]),
    ("a list below a label", directive("I. KIỂM TRA\n1. Nội dung\na) Kiểm tra bến đò.\nb) Rà soát nhà trọ.\n2. Cơ quan thực hiện\na) Cơ quan chủ trì\n- Công an xã.\n- Trạm Y tế; Văn phòng.\nb) Cơ quan phối hợp\n- Các thôn."), [must("Kiểm tra bến đò", "^Công an xã", "^Trạm Y tế", "^Văn phòng"), must("Rà soát nhà trọ", "^Công an xã", "^Trạm Y tế", "^Văn phòng")]),
    ("a list below each item", directive("1. Rà soát nhà trọ.\n- Đơn vị chủ trì:\n+ Công an xã.\n+ Trạm Y tế.\n2. Kiểm tra bến đò.\n- Đơn vị chủ trì:\nVăn phòng."), [must("Rà soát nhà trọ", "^Công an xã", "^Trạm Y tế"), must("Kiểm tra bến đò", "^Văn phòng")]),
    ("labels below a label", directive("1. Rà soát nhà trọ.\n- Cơ quan thực hiện:\n+ Đơn vị chủ trì: Công an xã.\n+ Đơn vị phối hợp: Trạm Y tế."), [must("Rà soát nhà trọ", "^Công an xã")]),
    ("a label and nobody", directive("1. Rà soát nhà trọ.\n- Đơn vị chủ trì\n2. Kiểm tra bến đò."), [must("Rà soát nhà trọ"), must("Kiểm tra bến đò")]),
    ("until when, below a label", directive("1. Rà soát nhà trọ.\n- Thời gian thực hiện:\n+ Trước ngày 30/6/2024.\n- Đơn vị chủ trì: Công an xã."), [must("Rà soát nhà trọ", "^Công an xã", deadlines=["ngày 30/6/2024"])]),
    ("labels without a mark, and what they say below", directive("1. Rà soát nhà trọ.\nThời gian thực hiện:\nTrước ngày 30/6/2024.\nĐơn vị chủ trì:\nCông an xã."), [must("Rà soát nhà trọ", "^Công an xã", deadlines=["ngày 30/6/2024"])]),
    ("a heading over duties, and no label", directive("I. Rà soát nhà trọ.\n1. Lập danh sách.\nII. Phân công thực hiện\n1. Công an xã kiểm tra bến đò.\n2. Trạm Y tế rà soát thuốc."), [must("Lập danh sách"), must("kiểm tra bến đò", "Công an xã"), must("rà soát thuốc", "Trạm Y tế")]),
    ("days of what is done, and no label", directive("1. Rà soát nhà trọ.\n- Tiến độ:\n+ Công an xã lập danh sách trước ngày 30/6/2024."), [must("Rà soát nhà trọ"), must("lập danh sách trước ngày 30/6/2024", "Công an xã", deadlines=["ngày 30/6/2024"])]),
    ("a request below a heading of times", directive("1. Rà soát nhà trọ.\n2. Kiểm tra bến đò.\n3. Thời gian thực hiện\nĐề nghị các thôn gửi danh sách trước ngày 30/6/2024."), [must("Rà soát nhà trọ", deadlines=[]), must("Kiểm tra bến đò", deadlines=[]), asked("gửi danh sách trước ngày 30/6/2024", "các thôn", deadlines=["ngày 30/6/2024"])]),
    ("what is done by when, below a label", directive("1. Rà soát nhà trọ.\n- Thời gian thực hiện:\n+ Hoàn thành trước ngày 30/6/2024."), [must("Rà soát nhà trọ", deadlines=["ngày 30/6/2024"])]),
    ("a label without a colon", directive("1. Rà soát nhà trọ.\nĐơn vị chủ trì\nCông an xã"), [must("Rà soát nhà trọ", "^Công an xã")]),
]  # fmt: skip

NOTICE = "ỦY BAN NHÂN DÂN\nXÃ HẢI SƠN\nSố: 12/TB-UBND\nHải Sơn, ngày 3 tháng 4 năm 2024\n\nTHÔNG BÁO\nKết luận giao ban\n\n"

WHO = [
    ("one, a comma, another", directive("1. Phòng Kinh tế lập danh sách, Văn phòng tổng hợp báo cáo."), [must("lập danh sách", "Phòng Kinh tế"), must("tổng hợp báo cáo", "Văn phòng")]),
    ("one asked, a comma, another", "Kính đề nghị UBND phường cử lãnh đạo đến dự, Công an phường hỗ trợ phân luồng giao thông.", [asked("cử lãnh đạo đến dự", "UBND phường"), asked("hỗ trợ phân luồng giao thông", "Công an phường")]),
    ("a group, a comma, somebody", directive("- Các phòng nộp báo cáo về Văn phòng (trước 11h00), đ/c Loan tổng hợp."), [must("nộp báo cáo về Văn phòng (trước 11h00)", "Các phòng"), must("tổng hợp", "Loan")]),
    ("a report to two", directive("1. Phòng Kinh tế báo cáo Sở Nội vụ, Sở Tài chính tổng hợp."), [must("báo cáo Sở Nội vụ, Sở Tài chính tổng hợp", "Phòng Kinh tế")]),
    ("councilors and their groups", directive("2. Thường trực HĐND, các Ban HĐND, các Tổ đại biểu và đại biểu HĐND xã giám sát việc thực hiện Nghị quyết này."), [must("giám sát việc thực hiện Nghị quyết này", "Thường trực HĐND", "các Ban HĐND", "các Tổ đại biểu", "đại biểu HĐND xã")]),
    ("couples", directive("- Khuyến khích các cặp đôi tổ chức báo hỷ, tiệc ngọt."), [asked("tổ chức báo hỷ, tiệc ngọt", "các cặp đôi")]),
    ("reminded by the way", directive("1. Trưởng thôn chuyển giấy mời đến các hộ, nhắc các hộ mang theo căn cước."), [must("chuyển giấy mời đến các hộ, nhắc các hộ mang theo căn cước", "Trưởng thôn")]),
    ("somebody to be chosen", directive("Giao Công an xã:\n- Lập chốt, phân công người trực."), [must("Lập chốt, phân công người trực", "^Công an xã")]),
    ("charged behind a comma", "Giao Công an xã lập chốt, phân công Trạm Y tế trực cấp cứu.", [must("lập chốt", "Công an xã"), must("trực cấp cứu", "Trạm Y tế")]),
    ("who has a field of his own", directive("1. Các Phó Chủ tịch theo lĩnh vực được phân công đôn đốc, kiểm tra các thôn."), [must("đôn đốc, kiểm tra các thôn", "Các Phó Chủ tịch")]),
    ("who has not done it yet", directive("1. Các đơn vị chưa có báo cáo khẩn trương gửi về Văn phòng."), [must("khẩn trương gửi về Văn phòng", "Các đơn vị")]),
    ("who has not done it yet, told", directive("1. Các đơn vị chưa có báo cáo về Văn phòng."), []),
    ("on what document somebody acts", directive("1. Ban Kiểm tra theo Quyết định số 97/QĐ-UBND ngày 19/8/2023 của UBND huyện theo dõi việc trồng cây."), [must("theo dõi việc trồng cây", "Ban Kiểm tra")]),
    ("charged on the ground of a document", directive("1. Giao Công an xã, căn cứ Nghị định số 29/2023/NĐ-CP, rà soát biên chế."), [must("rà soát biên chế", "Công an xã")]),
    ("those in a body", directive("1. Các đồng chí trong Ban Thường vụ, các chuyên viên trong cơ quan rà soát hồ sơ."), [must("rà soát hồ sơ", "Các đồng chí trong Ban Thường vụ", "các chuyên viên trong cơ quan")]),
    ("its own deputy", directive("1. Trạm Y tế\n- Phân công Phó Trưởng trạm trực cấp cứu."), [must("Phân công Phó Trưởng trạm trực cấp cứu", "^Trạm Y tế")]),
    ("those who carry it out, no full stop", "QUYẾT ĐỊNH:\n\nĐiều 3. Văn phòng và Trạm Y tế chịu trách nhiệm thi hành Quyết định này\n\nQuyết định này có hiệu lực kể từ ngày ký.", [must("thi hành Quyết định này", "Văn phòng", "Trạm Y tế")]),
    ("obliged, before a verb", directive("1. Bắt buộc đeo áo phao khi qua đò."), [must("đeo áo phao khi qua đò", strength=4, condition="khi qua đò")]),
    ("what a commune must let happen", "Đề nghị xã cho đóng cửa bãi rác trước ngày 30/4/2024.", [asked("đóng cửa bãi rác trước ngày 30/4/2024", "xã")]),
    ("a report in short", directive("1. Giao Phòng Kinh tế khảo sát bãi rác mới; b/c UBND xã trước ngày 24/4/2024."), [must("khảo sát bãi rác mới", "Phòng Kinh tế"), must("b/c UBND xã trước ngày 24/4/2024", "^Phòng Kinh tế", deadlines=["ngày 24/4/2024"])]),
    ("in charge together with somebody", directive("1. Giao Phòng Kinh tế chủ trì cùng Trạm Y tế khảo sát bãi rác."), [must("chủ trì cùng Trạm Y tế khảo sát bãi rác", "Phòng Kinh tế", coordinated_with=["Trạm Y tế"])]),
    ("a condition in prose, nobody named", directive("Trường hợp chậm phải báo cáo trước 02 ngày."), [must("báo cáo trước 02 ngày", condition="Trường hợp chậm")]),
    ("within days, in prose", directive("Phòng Kinh tế hướng dẫn các thôn lập dự toán trong vòng 05 ngày."), [must("hướng dẫn các thôn lập dự toán trong vòng 05 ngày", "Phòng Kinh tế", deadlines=["05 ngày"])]),
    ("days that are over", directive("Trong 05 ngày qua, Phòng Kinh tế kiểm tra 3 chợ."), []),
    ("a committee in prose", directive("Các tiểu ban gửi dự toán về Văn phòng trước ngày 05/9/2024."), [must("gửi dự toán về Văn phòng trước ngày 05/9/2024", "Các tiểu ban")]),
    ("a person with his office", directive("2. Đ/c Tùng Phòng Kinh tế kiểm tra trạm bơm."), [must("kiểm tra trạm bơm", "Tùng")]),
    ("a person with his rank", directive("3. Đ/c Lò Văn Liên PCT kiểm tra trạm bơm."), [must("kiểm tra trạm bơm", "Lò Văn Liên")]),
    ("people who work hard", directive("Thôn Đồng Mận có truyền thống đoàn kết, cần cù."), []),
    ("what a commune pledges", directive("1. Cam kết của xã\n- Hoàn thành xóa nhà tạm.\n- Chịu trách nhiệm về số liệu.\n2. Tổ chức thực hiện\n- Các thôn rà soát hồ sơ."), [pledge("Hoàn thành xóa nhà tạm"), pledge("Chịu trách nhiệm về số liệu"), must("rà soát hồ sơ", "Các thôn")]),
    ("whose duties a heading names", directive("Điều 5. Trách nhiệm của lái xe\n1. Kiểm tra kỹ thuật xe.\nĐiều 6. Trách nhiệm của bảo vệ cơ quan\n1. Kiểm tra người ra vào."), [must("Kiểm tra kỹ thuật xe", "^lái xe"), must("Kiểm tra người ra vào", "^bảo vệ cơ quan")]),
    ("a heading that names nobody", directive("Điều 5. Trách nhiệm của Quy chế này\n1. Kiểm tra người ra vào."), [must("Kiểm tra người ra vào")]),
    ("trades", directive("III. Phân công\n- Kế toán dự trù kinh phí.\n- Văn thư lưu hồ sơ.\n- Cô Loan: duyệt các tiết mục."), [must("dự trù kinh phí", "Kế toán"), must("lưu hồ sơ", "Văn thư"), must("duyệt các tiết mục", "Loan")]),
    ("the foot of a form", directive("1. Rà soát hồ sơ.\nNgười nhận việc          Người giao việc\n(ký, ghi rõ họ tên)      (ký, ghi rõ họ tên)"), [must("Rà soát hồ sơ")]),
    ("several groups of houses", directive("1. Tổ trưởng TDP số 3, 5, 7 thông báo đến từng hộ."), [must("thông báo đến từng hộ", "Tổ trưởng TDP số 3, 5, 7")]),
    ("whoever lets something happen", "Yêu cầu các đơn vị thực hiện nghiêm; trưởng thôn nào để dịch lây lan thì chịu trách nhiệm trước Chủ tịch.", [must("thực hiện nghiêm", "các đơn vị"), must("chịu trách nhiệm trước Chủ tịch", "trưởng thôn nào", condition="trưởng thôn nào để dịch lây lan")]),
    ("what somebody says frankly", directive("Nhưng cũng phải nói thẳng, còn những thôn chưa làm tốt."), []),
    ("a family in mourning", directive("1. Gia đình có người mất báo cho trưởng thôn."), [must("báo cho trưởng thôn", "Gia đình có người mất")]),
    ("the radio of a commune", directive("1. Đài truyền thanh xã đưa tin về lễ hội."), [must("đưa tin về lễ hội", "Đài truyền thanh xã")]),
    ("a radio that somebody has", directive("Các xã có đài truyền thanh."), []),
    ("write something", directive("1. Mỗi cán bộ, công chức viết 01 bài thu hoạch."), [must("viết 01 bài thu hoạch", "cán bộ, công chức")]),
    ("meet with somebody", directive("1. Phòng Kinh tế làm việc với các nhà thầu, lập tiến độ."), [must("làm việc với các nhà thầu, lập tiến độ", "Phòng Kinh tế")]),
    ("met with somebody", "Sáng nay, Phòng Kinh tế làm việc với các nhà thầu.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(WHO))
def test_who(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


HEADS = "TT\nNội dung\nĐơn vị chủ trì\nĐơn vị phối hợp\nThời hạn\n"
STACKED = [
    ("one cell a line", directive(HEADS + "1\nTrang trí sân đình\nTiểu ban Tuyên truyền\nĐoàn Thanh niên\nTrước 20/5/2024\n2\nKiểm tra bếp ăn\nTrạm Y tế\nPhòng Kinh tế\n25/5/2024\nCác thôn phải nộp dự toán."), [must("Trang trí sân đình", "~Tiểu ban Tuyên truyền", deadlines=["20/5/2024"], coordinated_with=["~Đoàn Thanh niên"]), must("Kiểm tra bếp ăn", "~Trạm Y tế", deadlines=["25/5/2024"]), must("nộp dự toán", "Các thôn")]),
    ("a cell is missing", directive(HEADS + "1\nTrang trí sân đình\nTiểu ban Tuyên truyền\nTrước 20/5/2024\n2\nKiểm tra bếp ăn\nTrạm Y tế\nPhòng Kinh tế\n25/5/2024"), []),
    ("the title of an annex", "BẢNG PHÂN CÔNG NHIỆM VỤ\nTổ chức Lễ hội đình làng (kèm theo Thông báo số 9/TB-BTC ngày 12/01/2024)\n" + HEADS + "1\nTrang trí sân đình\nVăn phòng\nĐoàn Thanh niên\nTrước 20/02", [must("Trang trí sân đình", "~Văn phòng", due=["2024-02-19"])]),
    ("what an item forbids, not those below it", directive("1. Đối với tàu quá hạn: xử phạt; không cho rời bến.\n- Công an xã lập biên bản."), [must("xử phạt"), never("cho rời bến"), must("lập biên bản", "Công an xã")]),
    ("the body at the head orders, in an item", NOTICE + "1. UBND xã giao Công an xã lập chốt.\n2. Chủ tịch Ủy ban nhân dân xã yêu cầu Trạm Y tế kiểm kê thuốc.\n3. Phòng Kinh tế yêu cầu các hộ ký cam kết.", [must("lập chốt", "Công an xã"), must("kiểm kê thuốc", "Trạm Y tế"), must("yêu cầu các hộ ký cam kết", "Phòng Kinh tế")]),
    ("another body of the same kind has to order", NOTICE + "1. UBND xã Tân Lập giao Công an xã lập chốt.\n2. Chủ tịch UBND xã Tân Lập yêu cầu Trạm Y tế kiểm kê thuốc.", [must("giao Công an xã lập chốt", "UBND xã Tân Lập"), must("yêu cầu Trạm Y tế kiểm kê thuốc", "Chủ tịch UBND xã Tân Lập")]),
    ("the body at the head encourages others", NOTICE + "1. UBND xã khuyến khích các hộ trồng hoa.", [asked("trồng hoa", "các hộ", strength=1)]),
    ("what a line without its colon forbids", directive("1. Công an xã không được thực hiện các hành vi sau\na) Nhận quà;\nb) Bỏ vị trí trực."), [never("Nhận quà", "^Công an xã"), never("Bỏ vị trí trực", "^Công an xã")]),
    ("who concludes, and a list", NOTICE + "Chủ tịch UBND xã kết luận:\n- Rà soát nhà trọ.", [must("Rà soát nhà trọ")]),
    ("a body has to encourage others", directive("1. Phòng Kinh tế khuyến khích các hộ trồng xen đậu."), [must("khuyến khích các hộ trồng xen đậu", "Phòng Kinh tế")]),
    ("strives to be done by when", directive("1. Công an xã lắp camera; phấn đấu hoàn thành trong tháng 7/2024."), [must("lắp camera", "Công an xã", deadlines=["tháng 7/2024"])]),
    ("who has a field of his own, in other words", directive("1. Các Phó Chủ tịch theo địa bàn phụ trách đôn đốc các thôn."), [must("đôn đốc các thôn", "Các Phó Chủ tịch")]),
    ("agreed that somebody is charged", directive("1. Thống nhất chủ trương giao Công an xã lắp 03 camera."), [must("lắp 03 camera", "Công an xã")]),
    ("a cooperative by its name, and what it does", directive("1. HTX Tân Lộc bơm nước cho 20 ha lúa."), [must("bơm nước cho 20 ha lúa", "HTX Tân Lộc")]),
    ("results below the heading of a part", directive("Phần thứ nhất\nKẾT QUẢ THỰC HIỆN\nI. VỀ KINH TẾ\n1. Gieo cấy 320 ha lúa.\nPhần thứ hai\nNHIỆM VỤ\nI. VỀ KINH TẾ\n1. Gieo cấy 400 ha lúa."), [must("Gieo cấy 400 ha lúa")]),
    ("what goes with a decision", directive("1. Ban hành danh mục (kèm theo Quyết định này)."), [must("Ban hành danh mục (kèm theo Quyết định này)")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(STACKED))
def test_tables_of_one_cell_a_line(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


def test_a_table_that_was_not_read_is_reported() -> None:
    doc = vd.analyze(text=dict(row[:2] for row in STACKED)["a cell is missing"])
    assert [w.code for w in doc.warnings] == ["stacked_table"]


INVITATION = "UBND XÃ HẢI SƠN\nSố: 89/GM-UBND\nHải Sơn, ngày 3 tháng 4 năm 2024\nGIẤY MỜI\nỦy ban nhân dân xã trân trọng kính mời:\n- Trưởng phòng Kinh tế.\n1. Thời gian: 14h00 ngày 05/4/2024\n2. Địa điểm: Hội trường\n"
MINUTES = "BIÊN BẢN\nHọp giao ban\nI. Thành phần:\n1. Ông Đinh Văn Khuê - Phó Chủ tịch UBND xã: Chủ trì\n2. Bà Lò Thị Loan: Thư ký\nII. Nội dung:\n"

MEETINGS = [
    ("agenda of an invitation", INVITATION + "3. Nội dung: thống nhất phương án bồi thường.\n4. Phân công: Phòng Kinh tế chuẩn bị báo cáo.", [must("chuẩn bị báo cáo", "Phòng Kinh tế", deadlines=[])]),
    ("agenda with a list", INVITATION + "3. Nội dung:\n- Thống nhất phương án bồi thường.\n- Thông qua danh sách hộ nghèo.\nĐề nghị các đồng chí dự họp đúng giờ.", [asked("dự họp đúng giờ", "các đồng chí", deadlines=[])]),
    ("the same labels in a plan", directive("Giao Phòng Kinh tế:\n1. Nội dung: thống nhất phương án bồi thường."), [must("thống nhất phương án bồi thường", "^Phòng Kinh tế")]),
    ("who attends a meeting", MINUTES + "1. Giao Phòng Kinh tế rà soát hồ sơ.", [must("rà soát hồ sơ", "Phòng Kinh tế")]),
    ("what somebody says there", MINUTES + "1. Ông Khuê trình bày: bãi rác gây mùi từ tháng 3.\n2. Giao Phòng Kinh tế rà soát hồ sơ.", [must("rà soát hồ sơ", "Phòng Kinh tế")]),
    ("what somebody reports there, numbered", MINUTES + "1. Bà Loan báo cáo: tháng 4 giao chậm 2 đơn hàng.\n2. Giao Phòng Kinh tế rà soát hồ sơ.", [must("rà soát hồ sơ", "Phòng Kinh tế")]),
    ("what somebody does there", MINUTES + "Bà Loan báo cáo kết quả tuần 11.\n1. Giao Phòng Kinh tế rà soát hồ sơ.", [must("rà soát hồ sơ", "Phòng Kinh tế")]),
    ("a vote", MINUTES + "1. Giao Phòng Kinh tế rà soát hồ sơ.\nBiểu quyết: 24/26 hộ đồng ý.", [must("rà soát hồ sơ", "Phòng Kinh tế")]),
    ("who assigns something by a label", directive("1. Phân công: Phòng Kinh tế lập danh sách."), [must("lập danh sách", "Phòng Kinh tế")]),
    ("a label of who leads", directive("1. Rà soát nhà trọ.\nPhân công: Công an xã"), [must("Rà soát nhà trọ", "^Công an xã")]),
    ("come to a meeting on time", "Đề nghị các đồng chí dự họp đúng giờ, đúng thành phần.", [asked("dự họp đúng giờ, đúng thành phần", "các đồng chí")]),
    ("who comes to a meeting", "Đề nghị các đồng chí dự họp cho ý kiến về dự thảo.", [asked("cho ý kiến về dự thảo", "các đồng chí dự họp")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(MEETINGS))
def test_meetings(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases(LABELS))
def test_labels(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected
