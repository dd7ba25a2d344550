"""Duties whose words stand in another order: topics, asides, conditions and pledges in front."""

from __future__ import annotations

import pytest
from duties import Duty, asked, directive, found, may, must, never, pledge
from tables import cases

TOPICS = [
    ("by whom a thing is done", directive("1. Kinh phí do Phòng Tài chính thẩm định."), [must("thẩm định", "Phòng Tài chính")]),
    ("what comes of somebody is no duty", directive("1. Thiệt hại do Công ty An Bình xả nước thải còn lớn."), []),
    ("a deed forbidden at its end", directive("1. Việc đốt sổ khi chưa có văn bản của xã bị nghiêm cấm."), [never("đốt sổ khi chưa có văn bản của xã", condition="khi chưa có văn bản của xã")]),
    ("several things and who sees to them", directive("1. Những việc vượt thẩm quyền, các thôn báo cáo sớm."), [must("báo cáo sớm", "các thôn")]),
    ("who, then", directive("1. Trạm Y tế thì kiểm kê hóa chất."), [must("kiểm kê hóa chất", "Trạm Y tế")]),
    ("a label, what it rests on, who", directive("1. Đường gom: Trên cơ sở vốn đã có, Phòng Kinh tế làm lại cống."), [must("làm lại cống", "Phòng Kinh tế")]),
    ("a label, how often, who", directive("1. Số lượng: Mỗi quý một lần, chi bộ mở một buổi riêng."), [must("mở một buổi riêng", "chi bộ")]),
    ("a label, who, and who else", directive("1. Về vốn: Phòng Tài chính cấp thêm 2 tỷ đồng, Kho bạc huyện tạo điều kiện thanh toán."), [must("cấp thêm 2 tỷ đồng", "Phòng Tài chính"), must("tạo điều kiện thanh toán", "Kho bạc huyện")]),
    ("things are nobody", directive("1. Trạm Y tế:\n- Người, xe cứu thương, thuốc phải sẵn sàng."), [must("sẵn sàng", "^Trạm Y tế")]),
    ("besides a thing", directive("1. Công an xã lập chốt. Ngoài lực lượng tại chỗ, huy động thêm dân quân."), [must("lập chốt", "Công an xã"), must("huy động thêm dân quân", "^Công an xã")]),
    ("not the acts of an order", directive("1. Công an xã tập trung vào các hành vi: chở quá số người; chạy quá tốc độ."), [must("tập trung vào các hành vi: chở quá số người; chạy quá tốc độ", "Công an xã")]),
]  # fmt: skip

WHO = [
    ("besides a deed", directive("1. Các chủ rừng ngoài việc giữ rừng còn phải phát đường băng."), [must("phát đường băng", "Các chủ rừng")]),
    ("under a condition, then", directive("1. Giáo viên đang dạy, nếu muốn dạy thêm thì phải báo hiệu trưởng."), [must("báo hiệu trưởng", "Giáo viên", condition="nếu muốn dạy thêm")]),
    ("who needs it", directive("1. Hộ có nhu cầu đăng ký tại nhà văn hóa."), [must("đăng ký tại nhà văn hóa", "Hộ có nhu cầu")]),
    ("who has done it", directive("1. Các hộ đã lấn hè cần tháo mái che."), [must("tháo mái che", "Các hộ")]),
    ("who has not, on what grounds", directive("1. Các thôn chưa có dịch, trên cơ sở số lợn hiện có, chủ động tiêm phòng."), [must("chủ động tiêm phòng", "Các thôn chưa có dịch")]),
    ("who has a right", directive("1. Lực lượng đóng trên địa bàn có quyền cứu nạn trước."), [may("cứu nạn trước", "Lực lượng đóng trên địa bàn")]),
    ("with whom, then the modal", directive("1. Trạm Y tế cùng với Trạm Thú y cần sửa sổ theo dõi."), [must("sửa sổ theo dõi", "Trạm Y tế")]),
    ("so many of all", directive("1. 100% chi đoàn tham gia hiến máu."), [must("tham gia hiến máu", "chi đoàn")]),
    ("may, of his own accord", directive("1. Các trạm được ghi sổ giấy khi mất điện."), [may("ghi sổ giấy khi mất điện", "Các trạm", condition="khi mất điện")]),
    ("who is forbidden", directive("1. Hiệu trưởng bị cấm cho thuê lớp học."), [never("cho thuê lớp học", "Hiệu trưởng")]),
    ("those who are away", directive("1. Bạn nào rảnh, hãy đến nhà văn hóa thôn."), [must("đến nhà văn hóa thôn", "Bạn nào rảnh")]),
    ("asked, and do", directive("1. Đề nghị mỗi cô giáo hãy dành thời gian nghe học trò."), [asked("dành thời gian nghe học trò", "cô giáo")]),
    ("not yet", directive("1. Việc lớn nên thử trước rồi hãy quyết."), []),
    ("may only", directive("1. Xe thô sơ chỉ được phép dừng tại bãi phía sau."), [may("dừng tại bãi phía sau")]),
    ("got only so much", directive("1. Nguồn thu chỉ được 30% kế hoạch."), []),
    ("may, if he must", directive("1. Người học được nghỉ học nếu phải điều trị dài ngày."), [may("nghỉ học nếu phải điều trị dài ngày", "Người học", condition="nếu phải điều trị dài ngày")]),
    ("then somebody does not", directive("1. Nếu đất có tranh chấp thì Phòng Kinh tế không cấp giấy."), [never("cấp giấy", "Phòng Kinh tế", condition="Nếu đất có tranh chấp")]),
    ("so long after something", directive("1. Sáu tháng sau khi ban hành, các thôn tổ chức sơ kết."), [must("tổ chức sơ kết", "các thôn", deadlines=["Sáu tháng"])]),
    ("please", directive("1. Quý khách vui lòng tắt đèn."), [asked("tắt đèn", "Quý khách")]),
    ("you who are addressed", directive("Huyện đề nghị quý cơ quan:\na) Rà soát hồ sơ;\nb) Báo cáo trước ngày 15/4/2024."), [asked("Rà soát hồ sơ", "^quý cơ quan"), asked("Báo cáo trước ngày 15/4/2024", "^quý cơ quan")]),
    ("who is told last", directive("Hội Phụ nữ xã mở phong trào Nhà sạch. Các chi hội hãy:\n- Đăng ký năm hộ tham gia;"), [must("Đăng ký năm hộ tham gia", "^Các chi hội")]),
    ("who should not", directive("1. Các hộ ngoài đê không nên xuống giống."), [asked("không nên xuống giống", "Các hộ", strength=1)]),
]  # fmt: skip

WHEN = [
    ("before who must act, in a request", "Giám đốc Sở Y tế yêu cầu trước ngày 20/5/2024, các trạm phải kiểm kê thuốc; gửi báo cáo.", [must("kiểm kê thuốc", "các trạm", speaker="Giám đốc Sở Y tế", deadlines=["ngày 20/5/2024"]), must("gửi báo cáo", "^các trạm", speaker="Giám đốc Sở Y tế", deadlines=["ngày 20/5/2024"])]),
    ("before who must act, not in what is forbidden", "Giám đốc Sở Y tế yêu cầu trước ngày 20/5/2024, các trạm phải kiểm kê thuốc; không bán thuốc quá hạn.", [must("kiểm kê thuốc", "các trạm", deadlines=["ngày 20/5/2024"]), never("bán thuốc quá hạn", "^các trạm", deadlines=[])]),
    ("before who must act, not for others", "Giám đốc Sở Y tế yêu cầu trước ngày 20/5/2024, các trạm phải kiểm kê thuốc; các xã phải gửi báo cáo.", [must("kiểm kê thuốc", "các trạm", deadlines=["ngày 20/5/2024"]), must("gửi báo cáo", "các xã", deadlines=[])]),
    ("a second sentence has its own", directive("1. Công an xã kiểm tra bến đò. Lập danh sách nhà trọ, hoàn thành trong tháng 6/2024."), [must("kiểm tra bến đò", "Công an xã", deadlines=[]), must("Lập danh sách nhà trọ, hoàn thành trong tháng 6/2024", "^Công an xã", deadlines=["tháng 6/2024"])]),
    ("with those who, then", directive("1. Với những hộ không đi thì cưỡng chế."), [must("cưỡng chế", condition="Với những hộ không đi")]),
    ("wherever, whose head", directive("1. Nơi nào để tái diễn, trưởng thôn nơi đó phải giải trình."), [must("giải trình", "trưởng thôn", condition="Nơi nào để tái diễn")]),
    ("a place is nobody", directive("1. Công an xã: kiểm tra các chốt; nơi nào có dấu hiệu vi phạm thì kiểm tra ngay."), [must("kiểm tra các chốt", ...), must("kiểm tra ngay", ..., condition="nơi nào có dấu hiệu vi phạm")]),
    ("must, right in the condition", directive("1. Khi nhận tin báo của dân phải có mặt để lập biên bản, đình chỉ thi công."), [must("có mặt để lập biên bản, đình chỉ thi công", condition="Khi nhận tin báo của dân")]),
    ("a time behind the condition", directive("1. Khi có khiếu nại, trong 15 ngày, các thôn phải trả lời."), [must("trả lời", "các thôn", condition="Khi có khiếu nại", deadlines=["15 ngày"])]),
    ("a time in the condition is no deadline", directive("1. Trường hợp có 2 ca trong 14 ngày thì phun hóa chất trong 48 giờ."), [must("phun hóa chất trong 48 giờ", condition="Trường hợp có 2 ca trong 14 ngày", deadlines=["48 giờ"])]),
    ("a part of a number ends nothing", directive("1. Các hộ không được tưới lúa nếu độ mặn vượt 0,8 g/l."), [never("tưới lúa nếu độ mặn vượt 0,8 g/l", "Các hộ", condition="nếu độ mặn vượt 0,8 g/l")]),
    ("whoever is threatened", directive("1. Hộ nào đổ rác ra kênh sẽ bị phạt."), []),
    ("a day of the week counts nothing", directive("1. Trạm Y tế kiểm kê thuốc; thứ Năm hằng tuần, tổng hợp số liệu."), [must("kiểm kê thuốc", "Trạm Y tế"), must("tổng hợp số liệu", "^Trạm Y tế", deadlines=["thứ Năm hằng tuần"])]),
    ("at once on a day", directive("1. Ngay ngày 22/4/2024, các thôn rào giếng."), [must("rào giếng", "các thôn", deadlines=["ngày 22/4/2024"])]),
    ("a task, a colon, its day", directive("1. Các thôn:\n- Tổng kết đợt thi đua: ngày 20/12/2024."), [must("Tổng kết đợt thi đua: ngày 20/12/2024", "^Các thôn", deadlines=["ngày 20/12/2024"])]),
    ("so long before an event", directive("1. Văn thư mở cửa trước giờ họp 60 phút."), [must("mở cửa trước giờ họp 60 phút", ..., deadlines=["60 phút"])]),
    ("a phase in a heading", directive("1. Chuẩn bị (từ ngày 20/3 đến ngày 20/4/2024)\na) Trạm Y tế in tờ rơi."), [must("in tờ rơi", "Trạm Y tế", deadlines=["ngày 20/3 đến ngày 20/4/2024"])]),
]  # fmt: skip

MORE = [
    ("leaders who must, among others", directive("1. Lãnh đạo điểm thi, cán bộ coi thi đều không được mang điện thoại."), [never("mang điện thoại", ...)]),
    ("whichever must, at once", directive("1. Điểm thi nào mất điện phải báo xã ngay."), [must("báo xã ngay", "Điểm thi", condition="Điểm thi nào mất điện")]),
    ("whichever, an order", directive("1. Trạm Y tế theo dõi máy chủ; máy nào quá hạn, tạm ngắt khỏi mạng."), [must("theo dõi máy chủ", "Trạm Y tế"), must("tạm ngắt khỏi mạng", "^Trạm Y tế", condition="máy nào quá hạn")]),
    ("under a condition, between commas", directive("1. Công an xã, khi có tin báo, xác minh trong 2 ngày."), [must("xác minh trong 2 ngày", "Công an xã", condition="khi có tin báo", deadlines=["2 ngày"])]),
    ("who should, then", directive("1. Các thôn làm đường, còn Hội đồng nhân dân xã thì nên giám sát vốn."), [must("làm đường", "Các thôn"), asked("giám sát vốn", "Hội đồng nhân dân xã")]),
    ("a right to ask", directive("1. Công an xã rà soát máy chủ; được yêu cầu các thôn nộp nhật ký."), [must("rà soát máy chủ", "Công an xã"), may("yêu cầu các thôn nộp nhật ký", "^Công an xã")]),
    ("when all of an item is due", directive("1. Việc của chi bộ:\n- Bổ sung biên bản;\n- Thu đủ đảng phí.\nCác việc ở mục này hoàn thành chậm nhất ngày 30/4/2024."), [must("Bổ sung biên bản", ..., deadlines=["ngày 30/4/2024"]), must("Thu đủ đảng phí", ..., deadlines=["ngày 30/4/2024"])]),
    ("a table headed in brackets", directive("1. Phân công (nội dung | đầu mối | phối hợp | thời gian)\n1.1 Kiểm kê máy tính | Trạm Y tế | các thôn | trước 10/10/2024\n1.2 Sao lưu sổ | Công an xã | | tháng 11/2024"), [must("Kiểm kê máy tính", "^Trạm Y tế", coordinated_with=["^các thôn"], deadlines=["10/10/2024"]), must("Sao lưu sổ", "^Công an xã", deadlines=["tháng 11/2024"])]),
    ("a stacked table with an empty cell", directive("TT\nNội dung công việc\nĐơn vị chủ trì\nĐơn vị phối hợp\nThời hạn\n1\nMở lớp dạy bơi\nTrạm Y tế\n-\n01/6 - 15/8\n2\nRào chắn ao\nCông an xã\nCác thôn\nNgày 25 hằng tháng\n3\nCắm biển\nCông an xã\nCác thôn\nTháng 4/2024"), [must("Mở lớp dạy bơi", "^Trạm Y tế", deadlines=["01/6 - 15/8"]), must("Rào chắn ao", "^Công an xã", deadlines=["Ngày 25 hằng tháng"]), must("Cắm biển", "^Công an xã", deadlines=["Tháng 4/2024"])]),
]  # fmt: skip

LISTS = [
    ("announced with a full stop", directive("Các thôn cần thực hiện các giải pháp lâu dài.\nThứ nhất, trồng lại rừng.\nThứ hai, làm hồ chứa."), [must("trồng lại rừng", "^Các thôn"), must("làm hồ chứa", "^Các thôn")]),
    ("what was announced before", directive("Các thôn cần thực hiện các nhiệm vụ nêu trên.\n1. Trạm Y tế kiểm kê thuốc."), [must("thực hiện các nhiệm vụ nêu trên", "Các thôn"), must("kiểm kê thuốc", "Trạm Y tế")]),
    ("pledges, then requests", directive("Đảng bộ xã cam kết những việc sau:\n- Xóa xong nhà tạm;\n- Sửa xong giếng.\nTừ thực tiễn, chúng tôi mạnh dạn đề xuất:\nMột, Phòng Nội vụ mở lớp tiếng Mông.\nHai, xin huyện cấp thêm kinh phí."), [pledge("Xóa xong nhà tạm", "^Đảng bộ xã"), pledge("Sửa xong giếng", "^Đảng bộ xã"), asked("mở lớp tiếng Mông", "Phòng Nội vụ"), asked("cấp thêm kinh phí", "huyện")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases([*TOPICS, *WHO, *WHEN, *MORE, *LISTS]))
def test_duties(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected
