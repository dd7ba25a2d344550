"""What stands around the verb: partners, addressees, products, conditions, exceptions, deadlines."""

from __future__ import annotations

import pytest
from duties import Duty, asked, directive, found, may, must, never
from tables import cases

ROLES = [
    ("who carry a document out, all of them", "QUYẾT ĐỊNH\nCác Ông (Bà): Chánh Văn phòng Sở, Trưởng phòng Vận tải và An toàn giao thông, Thủ trưởng các đơn vị bị thu hồi Giấy phép và các đơn vị liên quan chịu trách nhiệm thi hành Quyết định này./.", [must("thi hành Quyết định này", "Chánh Văn phòng Sở", "Trưởng phòng Vận tải và An toàn giao thông", "Thủ trưởng các đơn vị", "các đơn vị liên quan")]),
    ("who carry a document out, behind a clause", "QUYẾT ĐỊNH\nĐiều 3. Chánh Văn phòng Sở, Thủ trưởng các đơn vị bị thu hồi Giấy phép và các đơn vị liên quan chịu trách nhiệm thi hành Quyết định này.", [must("thi hành Quyết định này", "Chánh Văn phòng Sở", "Thủ trưởng các đơn vị", "các đơn vị liên quan")]),
    ("who helps stands before the verb", "Giao Trạm Y tế chủ trì, Công an xã và các thôn phối hợp, rà soát tủ thuốc.", [must("chủ trì, Công an xã và các thôn phối hợp, rà soát tủ thuốc", "Trạm Y tế", coordinated_with=["Công an xã", "các thôn"])]),
    ("who helps, by brackets behind each", directive("1. Sở Y tế (chủ trì), Sở Tài chính và các xã (phối hợp) rà soát kinh phí."), [must("rà soát kinh phí", "Sở Y tế", coordinated_with=["Sở Tài chính", "các xã"])]),
    ("who helps, by what they are", directive("1. Sở Y tế (cơ quan chủ trì), Sở Tài chính (cơ quan phối hợp) rà soát kinh phí."), [must("rà soát kinh phí", "Sở Y tế", coordinated_with=["Sở Tài chính"])]),
    ("brackets that say another thing", directive("1. Sở Y tế (Phòng Kế hoạch), Sở Tài chính rà soát kinh phí."), [must("rà soát kinh phí", "Sở Y tế", "Sở Tài chính", coordinated_with=[])]),
    ("who only helps", directive("1. Sở Y tế (phối hợp) rà soát kinh phí."), [must("rà soát kinh phí", "Sở Y tế", coordinated_with=[])]),
    ("who helps, in a list with semicolons", directive("1. Chủ trì, phối hợp với Công an xã; các thôn rà soát tủ thuốc."), [must("Chủ trì, phối hợp với Công an xã; các thôn rà soát tủ thuốc")]),
    ("a note", directive("1. Rà soát tủ thuốc.\n* Lưu ý: Không lập sổ mới."), [must("Rà soát tủ thuốc"), never("lập sổ mới")]),
    ("who helps, in brackets", directive("1. Xây dựng sơ đồ lối thoát (Công an xã chủ trì, Trạm Y tế phối hợp)."), [must("Xây dựng sơ đồ lối thoát (Công an xã chủ trì, Trạm Y tế phối hợp)", "Công an xã", coordinated_with=["Trạm Y tế"])]),
    ("a report to the district by a day", directive("1. Các xã báo cáo huyện trước ngày 10/4/2024."), [must("báo cáo huyện trước ngày 10/4/2024", "Các xã", report_to=["huyện"])]),
    ("lead and partners", "Công an xã chủ trì, phối hợp với Trạm Y tế và Ban Quản lý chợ kiểm tra bếp ăn.", [must("chủ trì, phối hợp với Trạm Y tế và Ban Quản lý chợ kiểm tra bếp ăn", "Công an xã", coordinated_with=["Trạm Y tế", "Ban Quản lý chợ"])]),
    ("partner alone", "Đoàn Thanh niên xã phối hợp với Hội Phụ nữ xã tổ chức ngày hội đổi rác.", [must("phối hợp với Hội Phụ nữ xã tổ chức ngày hội đổi rác", "Đoàn Thanh niên xã", coordinated_with=["Hội Phụ nữ xã"])]),
    ("partner without a preposition", "Phòng Kinh tế phối hợp Công an huyện kiểm tra cân.", [must("phối hợp Công an huyện kiểm tra cân", "Phòng Kinh tế", coordinated_with=["Công an huyện"])]),
    ("partner after close", "Trạm Y tế phải phối hợp chặt chẽ với các thôn phun thuốc muỗi.", [must("phối hợp chặt chẽ với các thôn phun thuốc muỗi", "Trạm Y tế", coordinated_with=["các thôn"])]),
    ("partner after the task", "Trạm Y tế phải tổ chức khám cho trẻ, phối hợp với các trường lập danh sách.", [must("tổ chức khám cho trẻ, phối hợp với các trường lập danh sách", "Trạm Y tế", coordinated_with=["các trường"])]),
    ("report to somebody", "Các thôn phải báo cáo Ủy ban nhân dân xã trước ngày 10/4/2024.", [must("báo cáo Ủy ban nhân dân xã trước ngày 10/4/2024", "Các thôn", report_to=["Ủy ban nhân dân xã"])]),
    ("send to an office", "Các thôn phải gửi danh sách về Văn phòng Ủy ban nhân dân xã.", [must("gửi danh sách về Văn phòng Ủy ban nhân dân xã", "Các thôn", report_to=["Văn phòng Ủy ban nhân dân xã"], deliverable="danh sách")]),
    ("submit to somebody", "Phòng Tài chính phải trình Chủ tịch Ủy ban nhân dân huyện dự toán sửa cầu.", [must("trình Chủ tịch Ủy ban nhân dân huyện dự toán sửa cầu", "Phòng Tài chính", report_to=["Chủ tịch Ủy ban nhân dân huyện"])]),
    ("report about somebody", "Trạm Y tế phải báo cáo tình hình sức khỏe của học sinh.", [must("báo cáo tình hình sức khỏe của học sinh", "Trạm Y tế", report_to=[])]),
    ("under supervision", "Hợp tác xã phải thu phí dưới sự giám sát của Ban Thanh tra nhân dân.", [must("thu phí dưới sự giám sát của Ban Thanh tra nhân dân", "Hợp tác xã", monitored_by=["Ban Thanh tra nhân dân"])]),
    ("subject to inspection", "Các hộ kinh doanh phải chịu sự kiểm tra của Công an xã.", [must("chịu sự kiểm tra của Công an xã", "Các hộ kinh doanh", monitored_by=["Công an xã"])]),
    ("the one who follows up bears that duty", "Giao Văn phòng Ủy ban nhân dân xã theo dõi, đôn đốc việc thực hiện Chỉ thị này.", [must("theo dõi, đôn đốc việc thực hiện Chỉ thị này", "Văn phòng Ủy ban nhân dân xã", monitored_by=[])]),
    ("one who directs another", "Giao Phòng Giáo dục chỉ đạo các trường khóa cổng sau giờ học.", [must("chỉ đạo các trường khóa cổng sau giờ học", "Phòng Giáo dục")]),
    ("object of the verb is no bearer", "Công an xã phải nhắc nhở các hộ kinh doanh hạ âm lượng.", [must("nhắc nhở các hộ kinh doanh hạ âm lượng", "Công an xã", coordinated_with=[])]),
    ("three bearers", "Trạm Y tế, Hội Nông dân và các thôn phải cử người trực.", [must("cử người trực", "Trạm Y tế", "Hội Nông dân", "các thôn")]),
    ("formula of one circle", "Cán bộ, công chức, viên chức phải đeo thẻ.", [must("đeo thẻ", "Cán bộ, công chức, viên chức")]),
    ("formula of departments", "Yêu cầu các phòng, ban, ngành rà soát biên chế.", [must("rà soát biên chế", "các phòng, ban, ngành")]),
    ("heads in the plural", "Trưởng các phòng, ban phải ký sổ giao việc.", [must("ký sổ giao việc", "Trưởng các phòng, ban")]),
    ("a person by name", "Giao ông Đinh Văn Sửu lập sổ mượn loa.", [must("lập sổ mượn loa", "Đinh Văn Sửu")]),
    ("lead in brackets", directive("1. Sửa chữa ngõ 3 (Ban Quản lý dự án chủ trì)."), [must("Sửa chữa ngõ 3 (Ban Quản lý dự án chủ trì)", "Ban Quản lý dự án")]),
    ("standing body that leads", "Phòng Nội vụ là cơ quan thường trực, tổng hợp kết quả hằng quý.", [must("tổng hợp kết quả hằng quý", "Phòng Nội vụ")]),
    ("if need be, in brackets", directive("1. Công an xã lập chốt gác ở đầu cầu (nếu cần)."), [must("lập chốt gác ở đầu cầu (nếu cần)", "Công an xã", condition=None)]),
    ("what they are about", directive("1. Công an xã quán triệt chiến sĩ giữ lời ăn tiếng nói khi thi hành công vụ."), [must("quán triệt chiến sĩ giữ lời ăn tiếng nói khi thi hành công vụ", "Công an xã", condition=None)]),
    ("what happens", directive("1. Công an xã hướng dẫn người dân rời bãi sông khi nước lên."), [must("hướng dẫn người dân rời bãi sông khi nước lên", "Công an xã", condition="khi nước lên")]),
]  # fmt: skip
ROLES_BUGS = {
    "standing body that leads": "the verb follows a predicate noun and a comma",
}

PRODUCTS = [
    ("plan", "Công an xã phải xây dựng kế hoạch tuần tra.", [must("xây dựng kế hoạch tuần tra", ..., deliverable="kế hoạch tuần tra")]),
    ("submission", "Phòng Tài chính phải trình tờ trình về giá nước.", [must("trình tờ trình về giá nước", ..., deliverable="tờ trình về giá nước")]),
    ("list", "Các thôn phải lập danh sách hộ thiếu nước.", [must("lập danh sách hộ thiếu nước", ..., deliverable="danh sách hộ thiếu nước")]),
    ("rules with an adverb", "Các trường phải sớm ban hành quy chế chi tiêu nội bộ.", [must("sớm ban hành quy chế chi tiêu nội bộ", ..., deliverable="quy chế chi tiêu nội bộ")]),
    ("report before a deadline", "Các thôn phải gửi báo cáo kết quả trước ngày 10/4/2024.", [must("gửi báo cáo kết quả trước ngày 10/4/2024", ..., deliverable="báo cáo kết quả")]),
    ("written answer", "Phòng Nội vụ phải có văn bản trả lời công dân trong 5 ngày làm việc.", [must("có văn bản trả lời công dân trong 5 ngày làm việc", ..., deliverable="văn bản trả lời công dân")]),
    ("map", "Phòng Tài nguyên phải lập bản đồ vùng ngập.", [must("lập bản đồ vùng ngập", ..., deliverable="bản đồ vùng ngập")]),
    ("a noun that ends like a verb", "Các thôn phải lập danh mục công trình hư hỏng gửi Phòng Kinh tế.", [must("lập danh mục công trình hư hỏng gửi Phòng Kinh tế", ..., deliverable="danh mục công trình hư hỏng")]),
    ("drawn up at once", "Công an xã phải lập biên bản ngay trong ngày.", [must("lập biên bản ngay trong ngày", ..., deliverable="biên bản")]),
    ("a document that is only read", "Các trường phải đọc kỹ quy chế chi tiêu.", [must("đọc kỹ quy chế chi tiêu", ..., deliverable=None)]),
    ("a plan that is only followed", "Các thôn phải tuần tra theo Kế hoạch số 5/KH-UBND.", [must("tuần tra theo Kế hoạch số 5/KH-UBND", ..., deliverable=None)]),
    ("product, then what is done with it", "Phòng Tài chính phải lập danh mục và báo cáo Ủy ban nhân dân xã.", [must("lập danh mục và báo cáo Ủy ban nhân dân xã", ..., deliverable="danh mục")]),
]  # fmt: skip
PRODUCTS_BUGS = {
    "written answer": "“có” is the verb that yields it",
    "map": "no list can hold every kind of paper",
}

CONDITIONS = [
    ("who is charged, before the modal", directive("1. Đối với Công an huyện, cần mở đợt cao điểm."), [must("mở đợt cao điểm", "Công an huyện", condition=None)]),
    ("whom it is about, before the modal", directive("1. Đối với các hộ nghèo, phải hỗ trợ ngay."), [must("hỗ trợ ngay")]),
    ("and when, somebody must", directive("1. Khi mượn phao học viên cần xem kỹ, và khi trả phao học viên phải ký sổ."), [must("xem kỹ", "học viên", condition="Khi mượn phao"), must("ký sổ", "học viên", condition="khi trả phao")]),
    ("when, nothing between it and who must", directive("1. Khi phát hiện cháy rừng người dân phải báo ngay."), [must("báo ngay", "người dân", condition="Khi phát hiện cháy rừng")]),
    ("whom one meets", directive("1. Khi gặp người dân phải chào."), [must("chào", condition="Khi gặp người dân")]),
    ("whose paper it is", directive("1. Khi nhận đơn của người dân phải vào sổ."), [must("vào sổ", condition="Khi nhận đơn của người dân")]),
    ("what anybody does, with a comma, before thì", directive("1. Người giữ rừng đúng sổ, đúng ca mà gặp rủi ro thì phải được xem xét."), [must("được xem xét", condition="Người giữ rừng đúng sổ, đúng ca mà gặp rủi ro")]),
    ("if, with two verbs", directive("1. Nếu thấy cần sửa đổi, bổ sung hương ước, các thôn báo cáo xã."), [must("báo cáo xã", "các thôn", condition="Nếu thấy cần sửa đổi, bổ sung hương ước")]),
    ("in the case of, at the end", directive("1. Các thôn báo cáo xã trong trường hợp nước lên nhanh."), [must("báo cáo xã trong trường hợp nước lên nhanh", "Các thôn", condition="trong trường hợp nước lên nhanh")]),
    ("behind a comma, a state", directive("1. Các hộ báo thú y khi trâu, bò ốm, chết bất thường."), [must("báo thú y khi trâu, bò ốm, chết bất thường", "Các hộ", condition="khi trâu, bò ốm, chết bất thường")]),
    ("behind a comma, another deed", directive("1. Các hộ báo xã khi nước lên, sơ tán người già."), [must("báo xã khi nước lên, sơ tán người già", "Các hộ", condition="khi nước lên")]),
    ("if, without a comma before it", directive("1. Trong quá trình thực hiện nếu có vướng mắc, các thôn báo cáo xã."), [must("báo cáo xã", "các thôn", condition="nếu có vướng mắc")]),
    ("counted from then on, no condition", directive("1. Các thôn gửi danh sách chậm nhất 05 ngày làm việc sau khi họp."), [must("gửi danh sách chậm nhất 05 ngày làm việc sau khi họp", "Các thôn", condition=None)]),
    ("if, at the end, before thì", directive("1. Các thôn trực đê, nếu nước lên thì phải báo xã."), [must("trực đê, nếu nước lên thì phải báo xã", "Các thôn", condition="nếu nước lên")]),
    ("if, nothing between it and a request to nobody", directive("Trong quá trình thực hiện, nếu có khó khăn, vướng mắc đề nghị phản ánh về xã."), [asked("phản ánh về xã", condition="nếu có khó khăn, vướng mắc")]),
    ("if somebody asks, others act", directive("Nếu có đơn đề nghị cấp đất, Phòng Nội vụ kiểm tra đơn."), [must("kiểm tra đơn", "Phòng Nội vụ", condition="Nếu có đơn đề nghị cấp đất")]),
    ("if somebody asks, he must do more", directive("Nếu hộ dân đề nghị hỗ trợ, phải có đơn."), [must("có đơn", condition="Nếu hộ dân đề nghị hỗ trợ")]),
    ("whichever does much, then", directive("1. Thôn nào lập danh sách chậm, để hộ nghèo thiếu nước ăn trong mùa khô, phải đi xin nước thôn bên, gây bức xúc trong nhân dân thì trưởng thôn phải chịu trách nhiệm."), [must("chịu trách nhiệm", "trưởng thôn", condition="Thôn nào lập danh sách chậm, để hộ nghèo thiếu nước ăn trong mùa khô, phải đi xin nước thôn bên, gây bức xúc trong nhân dân")]),
    ("with verbs and commas between who must and thì", directive("1. Trưởng thôn nếu được bầu lại, nhận nhiệm vụ mới trong 6 tháng tới thì phải trả phụ cấp."), [must("trả phụ cấp", "Trưởng thôn", condition="nếu được bầu lại, nhận nhiệm vụ mới trong 6 tháng tới", deadlines=[])]),
    ("in the case of, behind what for", directive("1. Các thôn cử người để trình bày trong trường hợp có nhiều hộ kêu."), [must("cử người để trình bày trong trường hợp có nhiều hộ kêu", "Các thôn", condition="trong trường hợp có nhiều hộ kêu")]),
    ("in the case of, a part of what for", directive("1. Các thôn vận động dân nhằm báo tin để xử lý trong trường hợp phát hiện cháy."), [must("vận động dân nhằm báo tin để xử lý trong trường hợp phát hiện cháy", "Các thôn", condition=None)]),
    ("as for the cases", directive("1. Đối với các trường hợp vắng mặt, Trưởng thôn lập danh sách."), [must("lập danh sách", "Trưởng thôn", condition="Đối với các trường hợp vắng mặt")]),
    ("right after", directive("1. Ngay sau khi nước rút, các thôn rắc vôi bột."), [must("rắc vôi bột", "các thôn", condition="Ngay sau khi nước rút")]),
    ("difficulties in the course of work", directive("1. Trong quá trình thực hiện có khó khăn, các thôn báo cáo xã."), [must("báo cáo xã", "các thôn", condition="Trong quá trình thực hiện có khó khăn")]),
    ("a case with verbs and commas, then", directive("1. Trường hợp nhiều hộ trong cùng thôn, xóm vi phạm thì Công an xã lập biên bản."), [must("lập biên bản", "Công an xã", condition="Trường hợp nhiều hộ trong cùng thôn, xóm vi phạm")]),
    ("a case with verbs and commas, who must", directive("1. Trường hợp qua tự kiểm tra, rà soát phát hiện sai sót, Trưởng thôn có trách nhiệm báo cáo xã."), [must("báo cáo xã", "Trưởng thôn", condition="Trường hợp qua tự kiểm tra, rà soát phát hiện sai sót")]),
    ("if, inside what stands in front", directive("1. Qua kiểm tra nếu phát hiện gian lận, các xã báo Công an huyện."), [must("báo Công an huyện", "các xã", condition="nếu phát hiện gian lận")]),
    ("if any, in brackets", directive("1. Theo kết quả kiểm tra (nếu có), các xã báo Công an huyện."), [must("báo Công an huyện", "các xã", condition=None)]),
    ("if, in front", "Nếu nước lên quá 3 mét, Trưởng thôn phải báo kẻng.", [must("báo kẻng", "Trưởng thôn", condition="Nếu nước lên quá 3 mét")]),
    ("if, at the end", "Trưởng thôn phải báo kẻng nếu nước lên quá 3 mét.", [must("báo kẻng nếu nước lên quá 3 mét", "Trưởng thôn", condition="nếu nước lên quá 3 mét")]),
    ("when, in front", "Khi có báo động cấp 2, các chủ tàu phải neo đậu trong vụng.", [must("neo đậu trong vụng", "các chủ tàu", condition="Khi có báo động cấp 2")]),
    ("when, at the end", "Các chủ tàu phải neo đậu trong vụng khi có báo động cấp 2.", [must("neo đậu trong vụng khi có báo động cấp 2", "Các chủ tàu", condition="khi có báo động cấp 2")]),
    ("in case", "Trong trường hợp mất điện, Trạm Y tế sử dụng máy nổ.", [must("sử dụng máy nổ", "Trạm Y tế", condition="Trong trường hợp mất điện")]),
    ("case, then", "Trường hợp hồ sơ thiếu giấy tờ thì công chức tiếp nhận phải hướng dẫn một lần.", [must("hướng dẫn một lần", "công chức tiếp nhận", condition="Trường hợp hồ sơ thiếu giấy tờ")]),
    ("then, without if", directive("1. Hộ không tự tháo dỡ thì Công an xã cưỡng chế."), [must("cưỡng chế", "Công an xã", condition="Hộ không tự tháo dỡ")]),
    ("for those that have not yet", "Đối với những hộ chưa đăng ký, Công an xã lập biên bản.", [must("lập biên bản", "Công an xã", condition="Đối với những hộ chưa đăng ký")]),
    ("for a thing, no condition", "Đối với đường trục, các thôn phải lắp đặt đèn.", [must("lắp đặt đèn", "các thôn", condition=None)]),
    ("provided that", "Các hộ được phép bày hàng ở sân đình, với điều kiện dọn sạch trước 21 giờ.", [may("bày hàng ở sân đình, với điều kiện dọn sạch trước 21 giờ", "Các hộ", condition="với điều kiện dọn sạch trước 21 giờ")]),
    ("after a term has run out", "Quá thời hạn trên mà các hộ không tháo dỡ, Công an xã lập biên bản.", [must("lập biên bản", "Công an xã", condition="Quá thời hạn trên mà các hộ không tháo dỡ")]),
    ("between bearer and modal", "Công an xã, khi nhận tin báo, phải cử người đến hiện trường.", [must("cử người đến hiện trường", "Công an xã", condition="khi nhận tin báo")]),
    ("unless", "Các hộ không được khoan giếng, trừ khi có giấy phép của huyện.", [never("khoan giếng, trừ khi có giấy phép của huyện", "Các hộ", exception="trừ khi có giấy phép của huyện", condition=None)]),
    ("with the exception of", "Các trường tổ chức bán trú ngày thứ bảy, ngoại trừ lớp cuối cấp.", [must("tổ chức bán trú ngày thứ bảy, ngoại trừ lớp cuối cấp", "Các trường", exception="ngoại trừ lớp cuối cấp")]),
    ("exception in front", "Trừ trường hợp bất khả kháng, các hộ phải bàn giao mặt bằng.", [must("bàn giao mặt bằng", "các hộ", exception="Trừ trường hợp bất khả kháng")]),
    ("without exception", "Công an xã phải xử lý nghiêm, không trừ trường hợp nào.", [must("xử lý nghiêm, không trừ trường hợp nào", "Công an xã", exception=None)]),
    ("purpose by aim", "Các trường phải khóa cổng nhằm giữ an toàn cho trẻ.", [must("khóa cổng nhằm giữ an toàn cho trẻ", "Các trường", purpose="nhằm giữ an toàn cho trẻ")]),
    ("purpose by to", "Các thôn phải cử người gác để trâu bò không vào ruộng.", [must("cử người gác để trâu bò không vào ruộng", "Các thôn", purpose="để trâu bò không vào ruộng")]),
    ("purpose by ensuring", "Điện lực huyện phải kiểm tra trạm biến áp, bảo đảm đủ điện cho máy bơm.", [must("kiểm tra trạm biến áp, bảo đảm đủ điện cho máy bơm", "Điện lực huyện", purpose="bảo đảm đủ điện cho máy bơm")]),
    ("what one let happen, no purpose", "Thanh tra huyện phải xử lý nghiêm người đứng đầu để xảy ra vi phạm.", [must("xử lý nghiêm người đứng đầu để xảy ra vi phạm", "Thanh tra huyện", purpose=None)]),
    ("to put, no purpose", "Các hộ phải để xe đúng vạch.", [must("để xe đúng vạch", "Các hộ", purpose=None)]),
    ("not to let, no purpose", "Công an xã phải tuần tra, không để xe dừng trên cầu.", [must("tuần tra, không để xe dừng trên cầu", "Công an xã", purpose=None)]),
    ("goes on with a long part", directive("1. Các xã chịu trách nhiệm nếu chủ quan, lơ là trong chỉ đạo phòng, chống lụt bão dẫn tới thiệt hại lớn."), [must("chịu trách nhiệm nếu chủ quan, lơ là trong chỉ đạo phòng, chống lụt bão dẫn tới thiệt hại lớn", "Các xã", condition="nếu chủ quan, lơ là trong chỉ đạo phòng, chống lụt bão dẫn tới thiệt hại lớn")]),
    ("ends at a colon", directive("1. Các xã tuyên truyền khi có dịch: đeo khẩu trang."), [must("tuyên truyền khi có dịch: đeo khẩu trang", "Các xã", condition="khi có dịch")]),
]  # fmt: skip
CONDITIONS_BUGS = {
    "case, then": "“thì” ends the condition, no comma does",
    "purpose by ensuring": "“bảo đảm” is a duty elsewhere",
}

DEADLINES = [
    ("before a day", "Các thôn phải nộp quỹ trước ngày 20/3/2024.", [must("nộp quỹ trước ngày 20/3/2024", "Các thôn", deadlines=["ngày 20/3/2024"], due=["2024-03-19"])]),
    ("at the latest, in front", "Chậm nhất ngày 20/3/2024, các thôn phải nộp quỹ.", [must("nộp quỹ", "các thôn", deadlines=["ngày 20/3/2024"], due=["2024-03-20"])]),
    ("between bearer and verb", "Các thôn, trước ngày 20/3/2024, phải nộp quỹ.", [must("nộp quỹ", "Các thôn", deadlines=["ngày 20/3/2024"])]),
    ("in brackets", directive("1. Nạo vét rãnh (hoàn thành trước ngày 15/4/2024)."), [must("Nạo vét rãnh (hoàn thành trước ngày 15/4/2024)", deadlines=["ngày 15/4/2024"])]),
    ("part without a verb", directive("1. Công an xã lập danh sách nhà trọ; xong trước ngày 10/5/2024."), [must("lập danh sách nhà trọ", "Công an xã", deadlines=["ngày 10/5/2024"])]),
    ("trailing, for every duty of the item", directive("1. Công an xã rà soát nhà trọ; lập chốt ở cầu Đá. Thời hạn hoàn thành: trước ngày 10/5/2024."), [must("rà soát nhà trọ", "Công an xã", deadlines=["ngày 10/5/2024"]), must("lập chốt ở cầu Đá", "^Công an xã", deadlines=["ngày 10/5/2024"])]),
    ("trailing, on a line of its own", directive("1. Công an xã rà soát nhà trọ.\nThời hạn hoàn thành: tháng 5/2024.\n2. Trạm Y tế kiểm tra bếp ăn."), [must("rà soát nhà trọ", "Công an xã", deadlines=["tháng 5/2024"]), must("kiểm tra bếp ăn", "Trạm Y tế", deadlines=[])]),
    ("trailing sentence with who does it", directive("1. Rà soát nhà trọ; lập chốt ở cầu Đá. Các thôn thực hiện trước ngày 10/5/2024."), [must("Rà soát nhà trọ", "^Các thôn", due=["2024-05-09"]), must("lập chốt ở cầu Đá", "^Các thôn", due=["2024-05-09"])]),
    ("a sentence of who does it, without a day", directive("1. Rà soát nhà trọ. Các thôn triển khai thực hiện."), [must("Rà soát nhà trọ"), must("triển khai thực hiện", "Các thôn")]),
    ("a sentence with another task", directive("1. Rà soát nhà trọ. Các thôn báo cáo trước ngày 10/5/2024."), [must("Rà soát nhà trọ", due=[]), must("báo cáo trước ngày 10/5/2024", "Các thôn", due=["2024-05-09"])]),
    ("trailing sentence with a verb", directive("1. Công an xã rà soát nhà trọ. Thời gian thực hiện xong trước ngày 10/5/2024."), [must("rà soát nhà trọ", "Công an xã", deadlines=["ngày 10/5/2024"])]),
    ("what opens a sentence holds for no case in it", directive("1. Ngày 25 hằng tháng, các thôn báo cáo tiến độ; thôn nào để xảy ra cháy, trưởng thôn phải giải trình."), [must("báo cáo tiến độ", "các thôn", deadlines=["Ngày 25 hằng tháng"]), must("giải trình", "trưởng thôn", deadlines=[], condition="thôn nào để xảy ra cháy")]),
    ("what opens a sentence holds for all of it", directive("1. Trong tháng 4, các thôn nộp danh sách; trưởng thôn phải ký tên."), [must("nộp danh sách", "các thôn", deadlines=["tháng 4"]), must("ký tên", "trưởng thôn", deadlines=["tháng 4"])]),
    ("counted from the issue", directive("1. Trong 10 ngày kể từ ngày ban hành Chỉ thị này, các thôn phải nộp danh sách."), [must("nộp danh sách", "các thôn", deadlines=["10 ngày"], due=["2024-03-15"])]),
    ("counted from an event", "Công chức một cửa phải trả lời trong 3 ngày làm việc kể từ ngày nhận đủ hồ sơ.", [must("trả lời trong 3 ngày làm việc kể từ ngày nhận đủ hồ sơ", "Công chức một cửa", deadlines=["3 ngày làm việc"], due=[None])]),
    ("recurrence", "Các thôn phải báo cáo vào ngày 25 hằng tháng.", [must("báo cáo vào ngày 25 hằng tháng", "Các thôn", deadlines=["ngày 25 hằng tháng"], due=[None])]),
    ("recurrence of a noun", "Văn phòng phải lưu báo cáo hằng tháng của các thôn.", [must("lưu báo cáo hằng tháng của các thôn", "Văn phòng", deadlines=[])]),
    ("start that opens the duty", "Từ ngày 01/7/2024, các phòng phải trả kết quả qua mạng.", [must("trả kết quả qua mạng", "các phòng", deadlines=["ngày 01/7/2024"], due=[None])]),
    ("start at the end", "Các phòng phải trả kết quả qua mạng kể từ ngày 01/7/2024.", [must("trả kết quả qua mạng kể từ ngày 01/7/2024", "Các phòng", deadlines=["ngày 01/7/2024"])]),
    ("start at the end that may say of what", "Các phòng phải trả kết quả qua mạng từ ngày 01/7/2024.", [must("trả kết quả qua mạng từ ngày 01/7/2024", "Các phòng", deadlines=[])]),
    ("since when they live there", "Các xã phải rà soát các hộ tạm trú từ ngày 01/7/2024.", [must("rà soát các hộ tạm trú từ ngày 01/7/2024", "Các xã", deadlines=[])]),
    ("from a school year on", "Các trường phải thu học phí mới từ năm học 2024-2025.", [must("thu học phí mới từ năm học 2024-2025", "Các trường", deadlines=["năm học 2024-2025"])]),
    ("start that is planned", "Các xã phải chuẩn bị vì cấp tỉnh sẽ vận hành từ ngày 30/8/2024.", [must("chuẩn bị vì cấp tỉnh sẽ vận hành từ ngày 30/8/2024", "Các xã", deadlines=[])]),
    ("urgency is none", "Các thôn phải khẩn trương dọn dẹp kênh.", [must("khẩn trương dọn dẹp kênh", "Các thôn", deadlines=[])]),
    ("day of a cited document is none", "Các thôn phải thực hiện Công văn số 12/UBND-VX ngày 10/01/2024 của huyện.", [must("thực hiện Công văn số 12/UBND-VX ngày 10/01/2024 của huyện", "Các thôn", deadlines=[])]),
    ("day of an event is none", "Văn phòng phải lưu biên bản cuộc họp ngày 02/3/2024.", [must("lưu biên bản cuộc họp ngày 02/3/2024", "Văn phòng", deadlines=[])]),
    ("two in one duty", "Phòng Nội vụ phải lấy ý kiến trong tháng 4/2024, trình dự thảo trước ngày 15/5/2024.", [must("lấy ý kiến trong tháng 4/2024, trình dự thảo trước ngày 15/5/2024", "Phòng Nội vụ", deadlines=["tháng 4/2024", "ngày 15/5/2024"])]),
    ("a clock time", "Đề nghị các trường báo sĩ số trước 8 giờ ngày 06/3/2024.", [asked("báo sĩ số trước 8 giờ ngày 06/3/2024", "các trường", deadlines=["8 giờ ngày 06/3/2024"], due=["2024-03-06T08:00"])]),
]  # fmt: skip
DEADLINES_BUGS = {
    "part without a verb": "the part gives its deadline and is no part of the action",
    "trailing sentence with a verb": "no colon behind the word for the term",
}


@pytest.mark.parametrize(("text", "expected"), cases(ROLES, ROLES_BUGS))
def test_roles(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases(PRODUCTS, PRODUCTS_BUGS))
def test_products(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases(CONDITIONS, CONDITIONS_BUGS))
def test_conditions_exceptions_purposes(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases(DEADLINES, DEADLINES_BUGS))
def test_deadlines(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected
