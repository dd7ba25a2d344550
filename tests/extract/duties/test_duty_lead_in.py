"""Who bears a duty whose clause does not say so: lead-ins, headings, the frame, the sentence before."""

from __future__ import annotations

import pytest
from duties import HEAD, Duty, asked, directive, found, may, must, never, pledge
from tables import cases

import vndirective as vd

DISPATCH = (
    "ỦY BAN NHÂN DÂN HUYỆN LAM SƠN\n\nSố: 88/UBND-VP\nV/v phòng cháy dịp Tết\n\n"
    "Lam Sơn, ngày 5 tháng 3 năm 2024\n\n"
)

LEAD_INS = [
    ("who has others directed", directive("8. Văn phòng xã, Công an xã: Tham mưu lãnh đạo xã chỉ đạo các thôn:\n- Rào giếng."), [must("Rào giếng", "^Văn phòng xã", "^Công an xã")]),
    ("who has others directed by name", directive("8. Trạm Y tế: Trưởng trạm chỉ đạo các tổ:\n- Rửa bể."), [must("Rửa bể", "^các tổ")]),
    ("what somebody proposes himself", directive("2. Phòng Nội vụ\n- Đề xuất cấp có thẩm quyền sửa quy chế."), [must("Đề xuất cấp có thẩm quyền sửa quy chế", "^Phòng Nội vụ")]),
    ("what an article charges a board with", "Điều 3 Quyết định số 58/QĐ-UBND quy định nhiệm vụ, quyền hạn của Ban Chỉ đạo như sau:\n1. Đôn đốc các thôn.", [must("Đôn đốc các thôn", "^Ban Chỉ đạo")]),
    ("who directs others, behind a comma", directive("1. Công an xã, chỉ đạo các tổ tự quản:\n- Lập chốt."), [must("Lập chốt", "^Công an xã")]),
    ("a heading that forbids, then what is worst", "QUY CHẾ\nĐiều 13. Các hành vi sinh viên không được làm\nVi phạm quy chế, đặc biệt là các hành vi:\n1. Xúc phạm danh dự cán bộ.", [never("Xúc phạm danh dự cán bộ", "^sinh viên")]),
    ("somebody to be found for a task", directive("1. Sở Nội vụ:\n- Phân công người trực ban."), [must("Phân công người trực ban", "^Sở Nội vụ")]),
    ("asked inside what is requested of others", directive("Đề nghị Ủy ban nhân dân huyện chỉ đạo các việc sau:\n- Yêu cầu nhà thầu sửa bến; khẩn trương sửa cầu."), [must("sửa bến", "nhà thầu"), must("khẩn trương sửa cầu", "^nhà thầu")]),
    ("forbidden by a law, as follows", "Theo Luật Phòng, chống thiên tai, các hành vi bị cấm trong mùa mưa lũ được quy định như sau:\n- Đổ đất đá lấp dòng chảy.\n- Phá hoại kè.", [never("Đổ đất đá lấp dòng chảy"), never("Phá hoại kè")]),
    ("bodies behind a general name", "3. Các đơn vị chuyên môn: Khoa Luật, Viện Kinh tế và Khoa Địa lý\na) Chủ trì biên soạn giáo trình.", [must("Chủ trì biên soạn giáo trình", "^Khoa Luật", "^Viện Kinh tế", "^Khoa Địa lý")]),
    ("a title in capitals orders nothing", "THỰC HIỆN CHỈ THỊ SỐ 12-CT/TU\n1. Công an xã lập chốt.", [must("lập chốt", "Công an xã")]),
    ("who is guided must act", "Trạm Y tế xã hướng dẫn các thôn thực hiện như sau:\n1. Lập danh sách hộ nuôi chó.", [must("Lập danh sách hộ nuôi chó", "^các thôn")]),
    ("finished within a time, whatever is urgent", "1. Các thôn sửa đường, hoàn thành trong tháng 6 năm 2024, cụ thể:\na) Kịp thời vá ổ gà.", [must("Kịp thời vá ổ gà", "^Các thôn", deadlines=["tháng 6 năm 2024"])]),
    ("a heading that says which ones in brackets", "1. Các chủ rừng là tổ chức (các Ban quản lý rừng, các công ty, hợp tác xã)\n- Tuần tra rừng phòng hộ.", [must("Tuần tra rừng phòng hộ", "^Các chủ rừng")]),
    ("petitions in a lead-in ask nobody", "Ban Thường trực tiếp nhận đơn thư khiếu nại, tố cáo, kiến nghị, phản ánh như sau:\n1. Ghi sổ từng đơn.", [must("Ghi sổ từng đơn", "^Ban Thường trực")]),
    ("assigned to a body", "Giao Công an xã:\n- Lập chốt ở cầu Đá.\n- Tuần tra ban đêm.", [must("Lập chốt ở cầu Đá", "^Công an xã"), must("Tuần tra ban đêm", "^Công an xã")]),
    ("required of a group", "Yêu cầu các phòng, ban:\n1. Rà soát hồ sơ quá hạn.", [must("Rà soát hồ sơ quá hạn", "^các phòng, ban")]),
    ("responsibility", "Ban Quản lý rừng có trách nhiệm:\na) Tuần tra rừng phòng hộ.\nb) Lắp biển cấm lửa.", [must("Tuần tra rừng phòng hộ", "^Ban Quản lý rừng"), must("Lắp biển cấm lửa", "^Ban Quản lý rừng")]),
    ("task", "Tổ công tác có nhiệm vụ sau:\na) Đo đạc lại ao làng.", [must("Đo đạc lại ao làng", "^Tổ công tác")]),
    ("must", "Các chủ tàu phải:\n- Bảo dưỡng máy trước khi ra khơi.", [must("Bảo dưỡng máy trước khi ra khơi", "^Các chủ tàu")]),
    ("must not", "Các hộ kinh doanh không được:\n- Bán hàng trên vỉa hè.\n- Xây bếp trên kênh.", [never("Bán hàng trên vỉa hè", "^Các hộ kinh doanh"), never("Xây bếp trên kênh", "^Các hộ kinh doanh")]),
    ("forbidden acts", "Nghiêm cấm các hành vi sau:\na) Đốt nương vào mùa khô;\nb) Săn bắt chim di cư.", [never("Đốt nương vào mùa khô"), never("Săn bắt chim di cư")]),
    ("the right to ask for something", "Người tố cáo có quyền:\n1. Được yêu cầu giữ bí mật họ tên.", [may("yêu cầu giữ bí mật họ tên", "^Người tố cáo")]),
    ("rights in one sentence", "1. Cán bộ, người lao động được nghỉ ngày 25/4; được nghỉ ngày 30/4.", [may("nghỉ ngày 25/4", "Cán bộ, người lao động"), may("nghỉ ngày 30/4", "^Cán bộ, người lao động")]),
    ("how often a thing is delivered, behind a semicolon", directive("1. Yêu cầu các xã kiểm tra đê; hằng tuần, danh sách gửi về Văn phòng."), [must("kiểm tra đê", "các xã")]),
    ("groups of tasks that somebody names", "Chủ tịch UBND huyện nêu 6 nhóm nhiệm vụ trọng tâm:\n- Rà soát bến.", [must("Rà soát bến", speaker="Chủ tịch UBND huyện")]),
    ("permitted", "Các thôn được phép:\n- Sử dụng nhà văn hóa làm chỗ học hè.", [may("Sử dụng nhà văn hóa làm chỗ học hè", "^Các thôn")]),
    ("encouraged", "Khuyến khích các hộ:\n- Phân loại rác tại nhà.", [asked("Phân loại rác tại nhà", "^các hộ")]),
    ("proposed", "Đề nghị Hội Phụ nữ xã:\n- Vận động chị em dùng làn đi chợ.", [asked("Vận động chị em dùng làn đi chợ", "^Hội Phụ nữ xã")]),
    ("pledged", "Chúng tôi cam kết:\n- Trả kết quả đúng hẹn.\n- Công khai số điện thoại.", [pledge("Trả kết quả đúng hẹn", ...), pledge("Công khai số điện thoại", ...)]),
    ("with a deadline", "Giao Công an xã trong tháng 4/2024:\n- Lập danh sách nhà trọ.", [must("Lập danh sách nhà trọ", "^Công an xã", deadlines=["tháng 4/2024"])]),
    ("deadline first", "Trước ngày 20/4/2024, các thôn phải làm xong các việc sau:\n- Nạo vét rãnh.\n- Thay bóng đèn.", [must("Nạo vét rãnh", "^các thôn", deadlines=["ngày 20/4/2024"]), must("Thay bóng đèn", "^các thôn", deadlines=["ngày 20/4/2024"])]),
    ("with a partner", "Công an xã chủ trì, phối hợp với Ban Quản lý chợ:\n- Kiểm tra bình chữa cháy.", [must("Kiểm tra bình chữa cháy", "^Công an xã", coordinated_with=["^Ban Quản lý chợ"])]),
    ("the asker and the bearer", "Chủ tịch Ủy ban nhân dân xã yêu cầu Trưởng các thôn:\n- Kiểm tra đê bối.\n- Báo cáo trước 17 giờ hằng ngày.", [must("Kiểm tra đê bối", "^Trưởng các thôn", speaker="Chủ tịch Ủy ban nhân dân xã"), must("Báo cáo trước 17 giờ hằng ngày", "^Trưởng các thôn", speaker="Chủ tịch Ủy ban nhân dân xã")]),
    ("paragraph with a purpose first", "Để giữ đê, Ủy ban nhân dân xã yêu cầu các thôn thực hiện các nhiệm vụ sau:\n1. Chuẩn bị bao cát.", [must("Chuẩn bị bao cát", "^các thôn")]),
    ("two bodies", "Giao Phòng Kinh tế và Phòng Tài chính:\n- Thẩm định giá đất.", [must("Thẩm định giá đất", "^Phòng Kinh tế", "^Phòng Tài chính")]),
    ("bodies by dashes, one lead-in each", "1. Giao Trạm Y tế:\n- Phun hóa chất.\n2. Giao Đài Truyền thanh:\n- Phát bản tin hai lần một ngày.", [must("Phun hóa chất", "^Trạm Y tế"), must("Phát bản tin hai lần một ngày", "^Đài Truyền thanh")]),
    ("inside one sentence", "Các thôn phải: (1) nạo vét rãnh; (2) thay bóng đèn; (3) dọn dẹp nghĩa trang.", [must("nạo vét rãnh", "~Các thôn"), must("thay bóng đèn", "~Các thôn"), must("dọn dẹp nghĩa trang", "~Các thôn")]),
    ("after a reporting clause", "Qua kiểm tra, Ủy ban nhân dân xã nhận thấy nhiều ngõ còn tối; yêu cầu các thôn:\n- Lắp đặt đèn ngõ.", [must("Lắp đặt đèn ngõ", "^các thôn")]),
]  # fmt: skip
LEAD_INS_BUGS = {}

HEADINGS = [
    ("a heading with what somebody is, behind a dash", "III. TỔ CHỨC THỰC HIỆN\n1. Trạm Y tế xã - cơ quan thường trực\n- Ghi sổ ca bệnh.", [must("Ghi sổ ca bệnh", "^Trạm Y tế xã")]),
    ("an item without a full stop above a higher number", "1. Trạm Y tế xã\na) Ghi sổ ca bệnh.\nb) Phun thuốc chuồng trại\n2. Công an xã\na) Lập chốt đầu cầu.", [must("Ghi sổ ca bệnh", "^Trạm Y tế xã"), must("Phun thuốc chuồng trại", "^Trạm Y tế xã"), must("Lập chốt đầu cầu", "^Công an xã")]),
    ("responsibility of those with a long attribute", "Điều 4. Trách nhiệm của các hộ khai thác, sử dụng nước giếng khoan ở bãi sông\n1. Báo cáo xã khi giếng cạn.", [must("Báo cáo xã khi giếng cạn", "^các hộ")]),
    ("those who work in a field", "1. Các doanh nghiệp hoạt động trong lĩnh vực vận tải, kho bãi và bốc xếp ở bến sông\n- Thu gom rác ở bến.", [must("Thu gom rác ở bến", "^Các doanh nghiệp")]),
    ("a body as the heading", "1. Trạm Y tế\n- Phun hóa chất diệt muỗi.\n- Lập sổ theo dõi.", [must("Phun hóa chất diệt muỗi", "^Trạm Y tế"), must("Lập sổ theo dõi", "^Trạm Y tế")]),
    ("as to", "2. Đối với các trường học\n- Khóa cổng sau giờ học.", [must("Khóa cổng sau giờ học", "^các trường học")]),
    ("responsibility of", "Điều 4. Trách nhiệm của Ban Quản lý dự án\n1. Lập sơ đồ ki ốt.", [must("Lập sơ đồ ki ốt", "^Ban Quản lý dự án")]),
    ("task of", "2. Nhiệm vụ của Tổ công tác\na) Thống kê nhà dột.", [must("Thống kê nhà dột", "^Tổ công tác")]),
    ("two bodies as the heading", "3. Phòng Kinh tế, Phòng Tài chính\n- Thẩm định giá đất.", [must("Thẩm định giá đất", "^Phòng Kinh tế", "^Phòng Tài chính")]),
    ("run-in heading with one sentence", "1. Công an xã: Tuần tra ban đêm.", [must("Tuần tra ban đêm", "~Công an xã")]),
    ("run-in heading with two sentences", "1. Công an xã: Lập chốt ở cầu Đá. Ghi số xe qua lại.", [must("Lập chốt ở cầu Đá", "~Công an xã"), must("Ghi số xe qua lại", "~Công an xã")]),
    ("bodies in bullets with colons", "1. Phân công\n- Công an xã: tuần tra ban đêm.\n- Trạm Y tế: chuẩn bị cơ số thuốc.", [must("tuần tra ban đêm", "~Công an xã"), must("chuẩn bị cơ số thuốc", "~Trạm Y tế")]),
    ("head of a body in a heading", "II. NGƯỜI ĐỨNG ĐẦU CÁC ĐƠN VỊ\n1. Chịu trách nhiệm về giờ làm việc.", [must("Chịu trách nhiệm về giờ làm việc", "^NGƯỜI ĐỨNG ĐẦU CÁC ĐƠN VỊ")]),
    ("topic as the heading", "1. Về trật tự chợ\n- Rà soát chỗ ngồi.", [must("Rà soát chỗ ngồi")]),
    ("which ones, by what they have", "1. Các trường có bếp ăn cho học sinh:\n- Lưu mẫu thức ăn.", [must("Lưu mẫu thức ăn", "^Các trường")]),
    ("who is charged employs his people", "1. Trạm Y tế:\n- Phân công cán bộ theo dõi dịch; cử y sĩ xuống thôn.", [must("Phân công cán bộ theo dõi dịch", "^Trạm Y tế"), must("cử y sĩ xuống thôn", "^Trạm Y tế")]),
    ("how often, then who", "1. Hằng tháng Bí thư Đảng ủy xã tiếp dân ít nhất hai ngày.", [must("tiếp dân ít nhất hai ngày", "Bí thư Đảng ủy xã", deadlines=["Hằng tháng"])]),
    ("by then, behind a semicolon", "1. Trạm Y tế lập danh sách; hằng tuần, báo cáo xã.", [must("lập danh sách", "Trạm Y tế"), must("báo cáo xã", "~Trạm Y tế")]),
    ("a verb that no list knows, below who must act", "1. Các hộ dân:\n- Quây lưới quanh ao.\n- Thẩm quyền: trưởng thôn.", [must("Quây lưới quanh ao", "^Các hộ dân")]),
]  # fmt: skip
HEADINGS_BUGS = {}

LEVELS = [
    ("bullet under a point under a clause", "1. Giao Công an xã:\na) Lập chốt ở cầu Đá.\n- Ghi sổ từng ca.\n+ Nộp sổ cuối tuần.", [must("Lập chốt ở cầu Đá", "^Công an xã"), must("Ghi sổ từng ca", "^Công an xã"), must("Nộp sổ cuối tuần", "^Công an xã")]),
    ("paragraph before all parts", "Ủy ban nhân dân xã yêu cầu các cơ quan, đơn vị thực hiện các nhiệm vụ sau:\nI. VỀ ĐƯỜNG LÀNG\n1. Rà soát biển báo.\nII. VỀ RÁC THẢI\n1. Thu gom vỏ thuốc sâu.", [must("Rà soát biển báo", "^các cơ quan, đơn vị"), must("Thu gom vỏ thuốc sâu", "^các cơ quan, đơn vị")]),
    ("the nearer lead-in wins", "Yêu cầu các thôn thực hiện các nhiệm vụ sau:\n1. Rà soát biển báo.\n2. Giao Trạm Y tế:\n- Phun hóa chất diệt muỗi.", [must("Rà soát biển báo", "^các thôn"), must("Phun hóa chất diệt muỗi", "^Trạm Y tế")]),
    ("the nearer heading wins", "Yêu cầu các thôn thực hiện các nhiệm vụ sau:\n1. Rà soát biển báo.\n2. Trạm Y tế\n- Phun hóa chất diệt muỗi.", [must("Rà soát biển báo", "^các thôn"), must("Phun hóa chất diệt muỗi", "^Trạm Y tế")]),
    ("an item with a bearer of its own", "Giao các thôn:\n- Nạo vét rãnh.\n- Riêng Hợp tác xã phải sửa chữa trạm bơm.\n- Thay bóng đèn.", [must("Nạo vét rãnh", "^các thôn"), must("sửa chữa trạm bơm", "Hợp tác xã"), must("Thay bóng đèn", "^các thôn")]),
    ("an item with a stronger cue: must", "Đề nghị các chủ tàu:\n- Bảo dưỡng máy.\n- Phải mang đủ áo phao.", [asked("Bảo dưỡng máy", "^các chủ tàu"), must("mang đủ áo phao", "^các chủ tàu", strength=4)]),
    ("an item with a stronger cue: not allowed", "Đề nghị các chủ tàu:\n- Bảo dưỡng máy.\n- Không được chở quá tải.", [asked("Bảo dưỡng máy", "^các chủ tàu"), never("chở quá tải", "^các chủ tàu", strength=4)]),
    ("proposed items, each with its bearer", "Đề nghị:\n1. Hội Nông dân xã vận động hội viên.\n2. Đoàn Thanh niên xã tổ chức ngày chủ nhật xanh.", [asked("vận động hội viên", "Hội Nông dân xã"), asked("tổ chức ngày chủ nhật xanh", "Đoàn Thanh niên xã")]),
    ("a lead-in does not reach the next unit", "1. Giao Công an xã:\n- Tuần tra ban đêm.\n2. Công khai số điện thoại nóng.", [must("Tuần tra ban đêm", "^Công an xã"), must("Công khai số điện thoại nóng")]),
    ("a bearer does not reach the next unit", "1. Trạm Y tế chuẩn bị cơ số thuốc.\n2. Công khai số điện thoại nóng.", [must("chuẩn bị cơ số thuốc", "Trạm Y tế"), must("Công khai số điện thoại nóng")]),
    ("from the sentence before", "1. Đài Truyền thanh phát bản tin lúc 17 giờ. Thông báo lại vào sáng hôm sau.", [must("phát bản tin lúc 17 giờ", "Đài Truyền thanh"), must("Thông báo lại vào sáng hôm sau", "^Đài Truyền thanh")]),
    ("from the clause before", "1. Trạm Bảo vệ thực vật điều tra ổ sâu; hướng dẫn bà con phun thuốc.", [must("điều tra ổ sâu", "Trạm Bảo vệ thực vật"), must("hướng dẫn bà con phun thuốc", "^Trạm Bảo vệ thực vật")]),
    ("the sentence before beats the lead-in", "Yêu cầu các thôn:\n1. Công an xã lập chốt. Báo cáo kết quả hằng ngày.", [must("lập chốt", "Công an xã"), must("Báo cáo kết quả hằng ngày", "^Công an xã")]),
]  # fmt: skip
LEVELS_BUGS = {}

UNITS = [
    ("labels speak of the items of the unit", "1. Số hóa hồ sơ\na) Nội dung thực hiện:\n- Rà soát hồ sơ hộ tịch.\n- Lập danh mục hồ sơ.\nb) Cơ quan thực hiện:\n- Đơn vị chủ trì: Phòng Nội vụ.\n- Đơn vị phối hợp: Công an xã.", [must("Rà soát hồ sơ hộ tịch", "^Phòng Nội vụ", coordinated_with=["^Công an xã"]), must("Lập danh mục hồ sơ", "^Phòng Nội vụ", coordinated_with=["^Công an xã"])]),
    ("labels speak of the tasks since other labels", "1. Phân công\nRà soát nhà trọ.\nĐơn vị chủ trì: Công an xã.\nKiểm tra bếp ăn.\nĐơn vị chủ trì: Trạm Y tế.", [must("Rà soát nhà trọ", "^Công an xã"), must("Kiểm tra bếp ăn", "^Trạm Y tế")]),
    ("a unit goes on about who opens it", "1. Trạm Y tế lập danh sách trẻ chưa tiêm.\n\nThông báo lịch tiêm trên loa.\n2. Nạo vét rãnh.", [must("lập danh sách trẻ chưa tiêm", "Trạm Y tế"), must("Thông báo lịch tiêm trên loa", "^Trạm Y tế"), must("Nạo vét rãnh")]),
    ("who issues the text bears nothing", "Ủy ban nhân dân xã ban hành Kế hoạch dọn kênh, cụ thể như sau:\n1. Nạo vét rãnh.", [must("Nạo vét rãnh")]),
    ("a lead-in of an assessment asks nobody", "1. Về tình hình\nCác thôn đã đáp ứng yêu cầu, kết quả nổi bật như sau:\n- Xây dựng 3 nhà văn hóa.\n2. Nhiệm vụ\n- Nạo vét rãnh.", [must("Nạo vét rãnh")]),
    ("a heading that says where its bodies are", "1. Các trạm y tế trên địa bàn huyện và vùng giáp ranh\n- Phun hóa chất diệt muỗi.", [must("Phun hóa chất diệt muỗi", "^Các trạm y tế trên địa bàn huyện")]),
    ("encouraged by the heading of an article", "Điều 4. Khuyến khích các hoạt động sau trong đám cưới\n1. Tổ chức tiệc trà.\n2. Sử dụng hoa vườn nhà.", [asked("Tổ chức tiệc trà"), asked("Sử dụng hoa vườn nhà")]),
]  # fmt: skip

FRAME = [
    ("addressee of the letter", "Kính gửi: Ủy ban nhân dân các xã.\n\nĐể phòng cháy, đề nghị thực hiện:\n1. Kiểm tra kho hàng.", [asked("Kiểm tra kho hàng", "^Ủy ban nhân dân các xã")]),
    ("addressees in bullets", "Kính gửi:\n- Phòng Kinh tế;\n- Công an huyện.\n\nYêu cầu khẩn trương rà soát kho xăng dầu.", [must("khẩn trương rà soát kho xăng dầu", "^Phòng Kinh tế", "^Công an huyện")]),
    ("addressee and a nearer bearer", "Kính gửi: Ủy ban nhân dân các xã.\n\n1. Kiểm tra kho hàng.\n2. Điện lực huyện kiểm tra trạm biến áp.", [must("Kiểm tra kho hàng", "^Ủy ban nhân dân các xã"), must("kiểm tra trạm biến áp", "Điện lực huyện")]),
    ("addressee named again in the body", "Kính gửi: Ủy ban nhân dân các xã.\n\nĐề nghị Ủy ban nhân dân các xã báo cáo trước ngày 10/3/2024.", [asked("báo cáo trước ngày 10/3/2024", "Ủy ban nhân dân các xã")]),
    ("the asker is the issuer, the addressee bears it", "Kính gửi: Ủy ban nhân dân các xã.\n\nỦy ban nhân dân huyện yêu cầu:\n1. Kiểm tra kho hàng.", [must("Kiểm tra kho hàng", "^Ủy ban nhân dân các xã", speaker="Ủy ban nhân dân huyện")]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), cases(LEAD_INS, LEAD_INS_BUGS))
def test_lead_ins(body: str, expected: list[Duty]) -> None:
    assert found(directive(body), expected) == expected


@pytest.mark.parametrize(("body", "expected"), cases(HEADINGS, HEADINGS_BUGS))
def test_headings_that_name_who_acts(body: str, expected: list[Duty]) -> None:
    assert found(directive(body), expected) == expected


@pytest.mark.parametrize(("body", "expected"), cases(LEVELS, LEVELS_BUGS))
def test_levels_and_what_overrides(body: str, expected: list[Duty]) -> None:
    assert found(directive(body), expected) == expected


@pytest.mark.parametrize(("body", "expected"), cases(UNITS))
def test_units_and_what_they_are_about(body: str, expected: list[Duty]) -> None:
    assert found(directive(body), expected) == expected


@pytest.mark.parametrize(("body", "expected"), cases(FRAME))
def test_addressees_of_the_letter(body: str, expected: list[Duty]) -> None:
    assert found(DISPATCH + body, expected) == expected


def test_what_was_supplied_is_listed() -> None:
    (duty,) = vd.analyze(text=directive("Đề nghị các thôn:\n- Thu gom rác.")).obligations
    assert {"bearers", "modality"} <= set(duty.inferred)


def test_what_was_read_is_not_listed() -> None:
    (duty,) = vd.analyze(text="Các thôn phải thu gom rác.").obligations
    assert duty.inferred == ()


def test_a_short_duty_needs_a_look() -> None:
    (duty,) = vd.analyze(text=HEAD + "1. Thu gom rác.").obligations
    assert duty.needs_review
    assert duty.review_reason


@pytest.mark.parametrize(
    ("head", "unknown"), [("QUY CHẾ\nQuản lý bến đò\n", False), ("Vài việc ở bến đò\n", True)]
)
def test_a_kind_that_is_named_is_known(head: str, unknown: bool) -> None:
    (duty,) = vd.analyze(text=head + "1. Mua phao.").obligations
    assert ("what kind" in (duty.review_reason or "")) == unknown
