"""Lists: what a colon leads to, orders that are announced, cases and topics that are none."""

from __future__ import annotations

import pytest
from duties import NEWS, Duty, asked, directive, found, may, must, never
from tables import cases

ANNOUNCED = [
    ("some things to do", directive("1. Các thôn cần làm tốt một số việc: nạo vét cống; phát quang bờ bụi."), [must("nạo vét cống", "Các thôn"), must("phát quang bờ bụi", "^Các thôn")]),
    ("some things such as", directive("1. Trước mắt cần thực hiện một số nhiệm vụ trọng tâm như: nạo vét cống; phát quang bờ bụi."), [must("nạo vét cống"), must("phát quang bờ bụi")]),
    ("things to sum up", directive("1. Các thôn phải gửi danh mục các nội dung: tổ chức bộ máy; biên chế."), [must("gửi danh mục các nội dung: tổ chức bộ máy; biên chế", "Các thôn")]),
    ("tasks are", directive("1. Nhiệm vụ quý IV của các thôn là: nạo vét cống; phát quang bờ bụi."), [must("nạo vét cống"), must("phát quang bờ bụi")]),
    ("numbers inside a line", directive("1. Yêu cầu các thôn: (1) nạo vét cống; (2) phát quang bờ bụi."), [must("nạo vét cống", "các thôn"), must("phát quang bờ bụi", "^các thôn")]),
    ("next week is no list", directive("1. Trạm Y tế gửi báo cáo trong tuần sau.\n2. Công an xã lập chốt."), [must("gửi báo cáo trong tuần sau", "Trạm Y tế"), must("lập chốt", "Công an xã")]),
    ("who leads, in a sentence of its own", directive("1. Rà soát quy trình nội bộ. Phòng Nội vụ chủ trì, hoàn thành trước ngày 31/3/2024."), [must("Rà soát quy trình nội bộ", "^Phòng Nội vụ", deadlines=["ngày 31/3/2024"])]),
    ("who leads and who helps", directive("1. Lập danh mục dự án. Giao Phòng Nội vụ chủ trì, phối hợp với Phòng Kinh tế thực hiện."), [must("Lập danh mục dự án", "^Phòng Nội vụ", coordinated_with=["^Phòng Kinh tế"])]),
    ("who leads something else", directive("1. Lập danh mục dự án. Phòng Nội vụ chủ trì cuộc họp."), [must("Lập danh mục dự án"), must("chủ trì cuộc họp", "Phòng Nội vụ")]),
    ("a day behind the colon of who must act", directive("1. Phòng Nội vụ: trước ngày 10/4/2024 báo cáo số liệu."), [must("báo cáo số liệu", "Phòng Nội vụ", deadlines=["ngày 10/4/2024"])]),
    ("partners before a colon", directive("1. Phòng Nội vụ\n- Chủ trì, phối hợp với các phòng: Kinh tế, Tư pháp theo dõi giá cả."), [must("Chủ trì, phối hợp với các phòng: Kinh tế, Tư pháp theo dõi giá cả", "^Phòng Nội vụ")]),
    ("one of several cases", directive("1. Được miễn phí khi thuộc một trong các trường hợp sau đây:\na) Bảo đảm đúng quy trình;\nb) Thực hiện lệnh của cấp trên."), []),
    ("a chief's circumstances", directive("1. Có một hoặc một số tình tiết sau thì bị phạt nặng:\na) Cản trở kiểm tra;\nb) Sử dụng giấy tờ giả."), []),
    ("what was done already", directive("1. Năm qua, các thôn đã thực hiện một số biện pháp sau:\na) Rào giếng;\nb) Nạo vét rãnh."), []),
    ("a heading with a stop", directive("II. Tổ chức thực hiện.\n1. Trạm Y tế kiểm kê hóa chất."), [must("kiểm kê hóa chất", "Trạm Y tế")]),
    ("a heading as its sisters", directive("1. Nâng cao nhận thức về nước sạch\na) Tuyên truyền đến các hộ.\n2. Nâng cao chất lượng nước giếng.\na) Rào giếng.\nb) Nạo vét giếng."), [must("Tuyên truyền đến các hộ"), must("Rào giếng"), must("Nạo vét giếng")]),
    ("no heading of anything", directive("1. Nâng cao nhận thức về nước sạch\na) Tuyên truyền đến các hộ.\n2. Nâng cao chất lượng nước giếng.\n3. Rào giếng."), [must("Tuyên truyền đến các hộ"), must("Nâng cao chất lượng nước giếng"), must("Rào giếng")]),
    ("tasks without của", directive("Điều 2. Nhiệm vụ, quyền hạn Trạm Y tế\n1. Kiểm kê hóa chất."), [must("Kiểm kê hóa chất", "^Trạm Y tế")]),
    ("above all those, in a lead-in", directive("1. Chủ tịch Ủy ban nhân dân các xã, nhất là các xã: Bắc Sơn, Nam Sơn tiếp tục chống lũ, trong đó:\na) Rào giếng."), [must("Rào giếng", "^Chủ tịch Ủy ban nhân dân các xã")]),
    ("a letter on one line with its addressees", "Số: 5/SYT-NV\n\nKính gửi:\nĐể sẵn sàng chống dịch, Sở Y tế đề nghị các trạm:\n- Kiểm kê hóa chất.", [asked("Kiểm kê hóa chất", "^các trạm")]),
    ("a letter right below its addressees", "SỞ Y TẾ\nSố: 5/SYT-NV\n\nKính gửi:\n- Các trạm y tế;\n- Trung tâm Y tế huyện;\nSở Y tế yêu cầu các trạm kiểm kê hóa chất.", [must("kiểm kê hóa chất", "các trạm")]),
    ("the last paragraph of an item", directive("1. Trạm Y tế\nKiểm kê hóa chất.\nTrực đêm khi có dịch./."), [must("Kiểm kê hóa chất", "^Trạm Y tế"), must("Trực đêm khi có dịch", "^Trạm Y tế", condition="khi có dịch")]),
    ("a result that goes to somebody", directive("1. Các thôn rà soát hộ nghèo; kết quả rà soát báo cáo về Phòng Nội vụ."), [must("rà soát hộ nghèo", "Các thôn"), must("báo cáo về Phòng Nội vụ", "^Các thôn")]),
    ("encouragement goes on", directive("1. Khuyến khích các hộ trồng hoa; thu gom rác; phân loại rác."), [asked("trồng hoa", "các hộ"), asked("thu gom rác", "^các hộ"), asked("phân loại rác", "^các hộ")]),
    ("to encourage and help", directive("1. Khuyến khích, hỗ trợ các hộ phân loại rác."), [asked("phân loại rác", "các hộ")]),
    ("to guide those and those", directive("1. Trạm Y tế chỉ đạo các trường và các thôn phải diệt muỗi."), [must("chỉ đạo các trường và các thôn phải diệt muỗi", "Trạm Y tế")]),
]  # fmt: skip

TOPICS = [
    ("some above others", directive("1. Trạm Y tế nói riêng, các thôn nói chung phải trực đêm."), [must("trực đêm", "Trạm Y tế", "các thôn")]),
    ("a deed of preparing", directive("1. Việc chuẩn bị nhân sự cần bảo đảm dân chủ."), [must("bảo đảm dân chủ")]),
    ("how it is to be done", directive("1. Đánh giá, phân loại phải sát thực tế."), [must("sát thực tế")]),
    ("things that must be done", directive("1. Rà soát những việc phải làm."), [must("Rà soát những việc phải làm")]),
    ("two deeds, one with its own cue", directive("1. Kịp thời báo cáo và phải chịu trách nhiệm trước huyện."), [must("Kịp thời báo cáo và phải chịu trách nhiệm trước huyện")]),
    ("about somebody who must", directive("1. Đối với các hộ cần nhanh chóng rào giếng, nạo vét rãnh."), [must("nhanh chóng rào giếng, nạo vét rãnh", "các hộ")]),
    ("about somebody, asked without a comma", directive("1. Đối với xã Hòa Bình yêu cầu mua áo phao."), [must("mua áo phao", "xã Hòa Bình")]),
    ("somebody singled out", directive("1. Trạm Y tế cấp thuốc.\nRiêng xã Hòa Bình yêu cầu mua áo phao."), [must("cấp thuốc", "Trạm Y tế"), must("mua áo phao", "xã Hòa Bình")]),
    ("somebody singled out, and why", directive("1. Riêng huyện Phú Lộc và thị xã Bình An, do chậm nhiều hồ sơ, yêu cầu mua áo phao."), [must("mua áo phao", "huyện Phú Lộc", "thị xã Bình An")]),
    ("somebody singled out who must", directive("1. Riêng xã Hòa Bình phải mua áo phao."), [must("mua áo phao", "xã Hòa Bình")]),
    ("who asks before a colon", "BIÊN BẢN\n1. Ý kiến thảo luận:\n- Bà Cúc: đề nghị Trạm Y tế cấp thuốc.", [asked("cấp thuốc", "Trạm Y tế", speaker="Cúc")]),
    ("a draft agreed on", directive("1. Thống nhất nội dung dự thảo kế hoạch.\n2. Trạm Y tế cấp thuốc."), [must("cấp thuốc", "Trạm Y tế")]),
    ("a heading on what was given to do", directive("II. Các nhiệm vụ cụ thể do Chủ tịch Ủy ban nhân dân huyện giao\n1. Công an xã lập chốt."), [must("lập chốt", "Công an xã")]),
    ("a request that a wrap parts from whom", directive("Căn cứ kết quả kiểm tra, Phòng Nội vụ đề nghị\nUBND các xã, thị trấn:\n1. Kiểm điểm các cá nhân vi phạm."), [asked("Kiểm điểm các cá nhân vi phạm", "~UBND các xã, thị trấn")]),
    ("an hour that a wrap parts", directive("Yêu cầu các xã:\n1. Niêm yết lịch; phân công người trực điện thoại từ\n7h30 đến 17h00."), [must("Niêm yết lịch", "~các xã"), must("phân công người trực điện thoại từ 7h30 đến 17h00", "~các xã", deadlines=["7h30 đến 17h00"])]),
    ("about somebody, others act", directive("1. Đối với các hộ phải di dời, Trạm Y tế cấp thuốc."), [must("cấp thuốc", "Trạm Y tế")]),
    ("about something that has", directive("1. Đối với giếng có miệng thấp không được rửa xe."), [never("rửa xe")]),
    ("about what would not be done", directive("1. Đối với hồ sơ thiếu sẽ không được xem xét."), []),
    ("when, without a comma", directive("1. Khi gặp khó khăn, vướng mắc phải chủ động xử lý, báo cáo."), [must("chủ động xử lý, báo cáo", condition="Khi gặp khó khăn, vướng mắc")]),
    ("if, without a comma", directive("1. Nếu bị thương phải khai báo, lập biên bản."), [must("khai báo, lập biên bản", condition="Nếu bị thương")]),
    ("in the course of", directive("1. Trong quá trình đào ao, bảo đảm an toàn."), [must("bảo đảm an toàn")]),
    ("before its purpose", directive("1. Trực đêm khi có dịch nhằm giữ an toàn cho dân."), [must("Trực đêm khi có dịch nhằm giữ an toàn cho dân", condition="khi có dịch")]),
    ("at this meeting not", directive("1. Tại cuộc họp này không tiến hành biểu quyết, bỏ phiếu."), [never("tiến hành biểu quyết, bỏ phiếu")]),
    ("not answerable", directive("1. Không chịu trách nhiệm về hồ sơ do nơi khác lập."), []),
    ("a decision has effect", directive("1. Quyết định xử lý kỷ luật cán bộ có hiệu lực 12 tháng."), []),
    ("who chairs", directive("1. Người chủ trì cuộc họp gửi biên bản."), [must("gửi biên bản", "Người chủ trì")]),
    ("one of several kinds of bodies", directive("1. Công chức được đăng ký dự tuyển vào các cơ quan, tổ chức, đơn vị."), [may("đăng ký dự tuyển vào các cơ quan, tổ chức, đơn vị", "Công chức")]),
    ("a motto", directive("1. Phát huy tinh thần “mỗi ngày làm một việc tốt”, “một miếng khi đói bằng một gói khi no”."), [must("Phát huy tinh thần “mỗi ngày làm một việc tốt”, “một miếng khi đói bằng một gói khi no”", condition=None, deadlines=[])]),
    ("which members", directive("1. Các chi bộ rà soát sổ; quan tâm kết nạp đảng viên là công nhân; họp đúng kỳ."), [must("rà soát sổ", "Các chi bộ"), must("quan tâm kết nạp đảng viên là công nhân", "^Các chi bộ"), must("họp đúng kỳ", "^Các chi bộ")]),
    ("what care is", directive("1. Chăm lo người có công là trách nhiệm của toàn dân."), []),
    ("has what it keeps", directive("1. Các xã có tổ chức lễ hội xây dựng kế hoạch giữ trật tự."), [must("xây dựng kế hoạch giữ trật tự", "Các xã")]),
    ("where those are who must", directive("1. Các hộ đóng trong rừng, ven rừng phải trực đêm."), [must("trực đêm", "Các hộ")]),
    ("whom they employ", directive("1. Cơ quan, tổ chức quản lý, sử dụng người có nghĩa vụ kê khai lập sổ theo dõi."), [must("quản lý, sử dụng người có nghĩa vụ kê khai lập sổ theo dõi", "Cơ quan, tổ chức")]),
    ("what those get who did something", directive("1. Tổ chức, cá nhân có thành tích trong chữa cháy, khắc phục thiệt hại sẽ được khen thưởng."), []),
    ("a case without a comma", directive("1. Nếu nhận tin báo phải có mặt, kiểm tra."), [must("có mặt, kiểm tra", condition="Nếu nhận tin báo")]),
    ("about those who must get something", directive("1. Đối với các hộ phải được hỗ trợ, rà soát danh sách."), [must("rà soát danh sách")]),
    ("no heading with two sentences", directive("1. Nâng cao nhận thức về nước sạch\na) Tuyên truyền đến các hộ.\n2. Nâng cao chất lượng nước. Rào giếng.\na) Nạo vét giếng."), [must("Tuyên truyền đến các hộ"), must("Nâng cao chất lượng nước"), must("Rào giếng"), must("Nạo vét giếng")]),
    ("one of several things, and what to do", directive("1. Xác định rào giếng là một trong những việc chính, Trạm Y tế thực hiện các việc sau:\na) Rào giếng."), [must("Rào giếng")]),
    ("how good, and no effect in law", directive("1. Trạm Y tế quyết định các biện pháp nâng cao hiệu quả khám bệnh."), [must("quyết định các biện pháp nâng cao hiệu quả khám bệnh", "Trạm Y tế")]),
    ("which of them must", directive("1. Các hộ ở vùng ngập không di dời kịp phải báo xã."), [must("báo xã", "Các hộ")]),
    ("to serve a meeting", directive("1. Phục vụ kỳ họp: rà soát tài liệu; bố trí xe."), [must("rà soát tài liệu"), must("bố trí xe")]),
    ("about those who need something", directive("1. Đối với cán bộ cần đào tạo lại, lập danh sách."), [must("lập danh sách")]),
    ("keeps on, with somebody", directive("1. Trạm Y tế tiếp tục duy trì, phối hợp với Công an xã; các thôn rà soát hồ sơ."), [must("tiếp tục duy trì, phối hợp với Công an xã", "Trạm Y tế"), must("rà soát hồ sơ", "các thôn")]),
    ("breaks off behind a comma", directive("1. Các thôn rà soát hồ sơ thời gian qua,"), [must("rà soát hồ sơ thời gian qua", "Các thôn")]),
    ("a number to call", directive("1. Các thôn thông báo số 113 cho dân."), [must("thông báo số 113 cho dân", "Các thôn")]),
    ("a heading that is due", directive("II. Báo cáo kết quả về huyện trước ngày 30/6/2024.\n1. Rào giếng.\n2. Nạo vét rãnh."), [must("Báo cáo kết quả về huyện trước ngày 30/6/2024", deadlines=["ngày 30/6/2024"]), must("Rào giếng"), must("Nạo vét rãnh")]),
    ("breaks off behind a comma, by itself", "Sở Y tế kiểm tra hồ sơ thời gian qua,", [must("kiểm tra hồ sơ thời gian qua", "Sở Y tế")]),
    ("what somebody finds is no ban", directive("1. Trạm Y tế khi kiểm tra thấy quán không niêm yết giá lập biên bản."), []),
]  # fmt: skip

TOLD = [
    ("done, and asked", "Chủ tịch UBND huyện đã ghi nhận nỗ lực của các đơn vị và yêu cầu Phòng Nội vụ sớm trình phương án.", [must("sớm trình phương án", "Phòng Nội vụ")]),
    ("done, at the same time charged", "Đồng chí Bí thư đã giải đáp các kiến nghị, đồng thời giao Văn phòng Đảng ủy tổng hợp.", [must("tổng hợp", "Văn phòng Đảng ủy")]),
    ("to direct and charge", directive("1. Giám đốc Sở phải chỉ đạo, giao các phòng tham mưu văn bản."), [must("chỉ đạo, giao các phòng tham mưu văn bản", "Giám đốc Sở")]),
    ("in charge, and charged", directive("1. Phó Chủ tịch UBND huyện phụ trách khối văn xã, có trách nhiệm chỉ đạo tuyển sinh."), [must("chỉ đạo tuyển sinh", "Phó Chủ tịch UBND huyện")]),
    ("where it must be changed", directive("1. Trường hợp cần điều chỉnh kế hoạch phải được huyện đồng ý."), [must("được huyện đồng ý", condition="Trường hợp cần điều chỉnh kế hoạch")]),
    ("keepers of animals", directive("1. Người nuôi chó, mèo phải khai báo với xã."), [must("khai báo với xã", "Người nuôi chó, mèo")]),
    ("asked before in the paragraph", NEWS + "UBND huyện yêu cầu các trường rà soát sổ.\n\nChủ tịch huyện yêu cầu các xã trực đêm. Mục tiêu là không thay đổi. Cần huy động dân quân.", [must("rà soát sổ", "các trường"), must("trực đêm", "các xã"), must("huy động dân quân", "^các xã")]),
    ("a conclusion asks", "Kết luận số 12-KL/TU ngày 5/3/2024 yêu cầu các chi bộ họp đúng kỳ.", [must("họp đúng kỳ", "các chi bộ")]),
    ("a notice charges", "Thông báo kết luận giao Công an xã lập chốt.", [must("lập chốt", "Công an xã")]),
    ("a directive asks, a comma", "Chỉ thị yêu cầu, các chi bộ họp đúng kỳ.", [must("họp đúng kỳ", "các chi bộ")]),
    ("a task to decide", directive("1. Quyết định giao chỉ tiêu hằng năm."), [must("Quyết định giao chỉ tiêu hằng năm", deadlines=["hằng năm"])]),
    ("a telegram asks, too", "Công điện cũng yêu cầu các xã trực đêm.", [must("trực đêm", "các xã")]),
    ("by a verb of ordering", NEWS + "Chủ tịch UBND huyện chỉ thị các xã: Lập chốt; trực đêm.", [must("Lập chốt", "các xã"), must("trực đêm", "^các xã")]),
    ("who says what others must", "Thường trực Huyện ủy khẳng định các xã phải trực đêm.", [must("trực đêm", "các xã")]),
    ("stresses what to go on with", NEWS + "Về việc sắp tới, Bí thư Huyện ủy nhấn mạnh: Tiếp tục rà soát bến đò; tăng cường trực đêm.", [must("Tiếp tục rà soát bến đò"), must("tăng cường trực đêm")]),
    ("would like to see", NEWS + "Chủ tịch Hội Nông dân bày tỏ mong muốn các hộ tiếp tục trồng rừng.", [asked("tiếp tục trồng rừng", "các hộ")]),
    ("how many are asked", "UBND tỉnh yêu cầu hai công ty rà soát kho.", [must("rà soát kho", "công ty")]),
    ("asked in figures", NEWS + "UBND tỉnh yêu cầu 4 xã rà soát bến đò.", [must("rà soát bến đò", "xã")]),
    ("when first", "Huyện ủy yêu cầu trước mắt các xã tập trung trực đêm.", [must("tập trung trực đêm", "các xã")]),
    ("right after what", "Huyện ủy yêu cầu ngay sau hội nghị, các xã lập chốt.", [must("lập chốt", "các xã")]),
    ("among other things in a letter", "UBND huyện có công văn gửi các xã, trong đó đề nghị rà soát bến đò.", [asked("rà soát bến đò", "các xã")]),
    ("years that are over", "Trong 5 năm qua, chi bộ kết nạp 9 đảng viên; phân công 3 đồng chí phụ trách thôn.", []),
    ("done, and charged", "THAM LUẬN\nKính thưa Đại hội!\nChi bộ đã giữ nền nếp; giao Đoàn Thanh niên trồng cây.", []),
    ("a meeting's topics", "Hội nghị thảo luận các nội dung: nâng cao chất lượng họp.", []),
    ("a telegram that was sent", "UBND tỉnh có công điện gửi các xã yêu cầu chủ động sơ tán dân.", [must("chủ động sơ tán dân", "các xã")]),
    ("asked before that", "UBND tỉnh yêu cầu các huyện báo cáo. Trước đó, Sở Nội vụ đã có công văn đề nghị các huyện khẩn trương tổng hợp, gửi báo cáo.", [must("báo cáo", "các huyện")]),
    ("what is aimed at", "UBND tỉnh ban hành Kế hoạch về nhà ở. Theo đó, phấn đấu hoàn thành 1.000 căn nhà.", []),
    ("what was issued", "Bộ Công an ban hành Kế hoạch triển khai cao điểm.", []),
    ("the day of a document", "Ngày 8/4/2024, UBND tỉnh ban hành văn bản số 12, giao Sở Y tế kiểm tra; báo cáo tỉnh.", [must("kiểm tra", "Sở Y tế", deadlines=[]), must("báo cáo tỉnh", "^Sở Y tế", deadlines=[])]),
    ("asked not to, by a noun", directive("1. Đề nghị quý khách không hút thuốc."), [asked("không hút thuốc", "quý khách")]),
    ("those who do not, and must", directive("1. Đề nghị quý khách không gửi xe phải báo bảo vệ."), [must("báo bảo vệ", "quý khách không gửi xe")]),
    ("those who take no part", directive("1. Đề nghị người không tham gia phải nộp đơn."), [must("nộp đơn", "người không tham gia")]),
    ("what they use it for", directive("1. Yêu cầu các hộ sử dụng nước để tăng cường tưới lúa."), [must("sử dụng nước để tăng cường tưới lúa", "các hộ")]),
    ("who withdrew the permit", "QUYẾT ĐỊNH\nĐiều 3. Chánh Văn phòng Sở, Thủ trưởng các đơn vị bị Sở Tài chính thu hồi giấy phép và các đơn vị liên quan chịu trách nhiệm thi hành Quyết định này.", [must("thi hành Quyết định này", "Chánh Văn phòng Sở", "Thủ trưởng các đơn vị", "các đơn vị liên quan")]),
    ("years up to now", "Từ năm 2020 đến nay, chi hội tổ chức 15 buổi họp; xây dựng 3 mô hình.", []),
    ("topics behind a semicolon", "Các đại biểu đã thảo luận, tập trung vào các nội dung: xây dựng quỹ; kết nạp hội viên.", []),
    ("topics of a course", "Lớp tập huấn gồm các chuyên đề: xây dựng nghị quyết; xử lý tình huống.", []),
    ("topics, and somebody asks", "Hội nghị thảo luận: nâng cao chất lượng họp; yêu cầu các xã trực đêm.", [must("trực đêm", "các xã")]),
    ("numbers of documents", "UBND huyện yêu cầu các xã thực hiện Công văn số 34/UBND ngày 1/5/2024; Thông báo số 25/TB-UBND ngày 2/5/2024.", [must("thực hiện Công văn số 34/UBND ngày 1/5/2024; Thông báo số 25/TB-UBND ngày 2/5/2024", "các xã")]),
    ("something that has a number", directive("1. Thông báo số điện thoại đường dây nóng."), [must("Thông báo số điện thoại đường dây nóng")]),
    ("a heading of two things in capitals", directive("I. RÀ SOÁT BẾN ĐÒ; TỔ CHỨC TẬP HUẤN\n1. Lập danh sách chủ đò."), [must("Lập danh sách chủ đò")]),
    ("asked anew below a lead-in", "Bộ Y tế có công điện. Bộ Y tế đề nghị Chủ tịch UBND các tỉnh chống dịch, cụ thể:\n\nDiệt muỗi.\n\nBộ Y tế đề nghị các trường tiếp tục tiêm; cấp thuốc.\n\nTiêm tại nhà cho người già.", [asked("Diệt muỗi", "^Chủ tịch UBND các tỉnh"), asked("tiếp tục tiêm", "các trường"), asked("cấp thuốc", "^các trường"), asked("Tiêm tại nhà cho người già", "^các trường")]),
    ("when first, those who were hit", "Chủ tịch UBND huyện yêu cầu trước mắt các xã bị ngập báo cáo.", [must("trước mắt các xã bị ngập báo cáo")]),
    ("what a file holds", directive("1. Hồ sơ trình Hội đồng kỷ luật gồm: biên bản, bản kiểm điểm."), []),
    ("what a report of somebody is", "Bộ Chính trị yêu cầu các cấp ủy chuẩn bị văn kiện. Báo cáo chính trị của đảng bộ là báo cáo trung tâm, có vai trò định hướng.", [must("chuẩn bị văn kiện", "các cấp ủy")]),
    ("asked in time, and over", "UBND tỉnh đã có văn bản kịp thời yêu cầu Sở Y tế rà soát thuốc.", []),
    ("breaks off behind a word that asks", "Lưu ý: -", []),
    ("breaks off behind a pledge", "Về phần mình, chúng tôi cam kết , nhất là trong đó", []),
    ("breaks off behind a number", "Các xã nắm chắc số", [must("nắm chắc số", "Các xã")]),
    ("what anybody does", "THAM LUẬN\nKính thưa hội nghị!\nNgười hỏi biết mình được quyết, nhưng vẫn hỏi.", []),
    ("who sits there", NEWS + "Chủ tịch phường yêu cầu các trường lập bảng giá; người trực quầy hướng dẫn từng bước.", [must("lập bảng giá", "các trường"), must("trực quầy hướng dẫn từng bước", "người")]),
    ("breaks off behind a word that guides", directive("1. Đầy đủ.\nTHÔNG BÁO"), []),
    ("breaks off behind a word that stresses", directive("1. Đầy đủ.\nNHẤN MẠNH"), []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(ANNOUNCED))
def test_what_is_announced(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases(TOPICS))
def test_topics(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases(TOLD))
def test_what_is_told(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected
