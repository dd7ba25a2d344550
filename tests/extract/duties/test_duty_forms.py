"""Forms in which a duty stands: what opens it, lists inside it, asides, conditions, tables."""

from __future__ import annotations

import pytest
from duties import Duty, asked, directive, found, may, must, never
from tables import cases

OPENINGS = [
    # what stands behind an actor, or before an order
    ("on what an act rests", directive("1. Các thôn căn cứ sổ theo dõi để chốt danh sách hộ nghèo."), [must("căn cứ sổ theo dõi để chốt danh sách hộ nghèo", "Các thôn")]),
    ("to carry out what a paper says", directive("1. Các thôn căn cứ quy định để thực hiện."), []),
    ("bodies, for example", directive("1. Các đơn vị như Trạm Y tế, Công an xã rà soát tủ thuốc."), [must("rà soát tủ thuốc", "Trạm Y tế", "Công an xã")]),
    ("an order behind a reminder", directive("1. Lưu ý việc ghi sổ phải có hai người ký."), [must("có hai người ký")]),
    ("bodies behind a word that lists them", directive("1. Các đơn vị gồm: Trạm Y tế, Công an xã phải nộp báo cáo trước ngày 10/4/2024."), [must("nộp báo cáo trước ngày 10/4/2024", ..., due=["2024-04-09"])]),
    ("what it is about, and a colon", directive("1. Về vệ sinh: Trạm Y tế phun thuốc muỗi."), [must("phun thuốc muỗi", "Trạm Y tế")]),
    ("until when, behind a comma", directive("1. Trạm Y tế phun thuốc muỗi, hoàn thành trước ngày 10/4/2024."), [must("phun thuốc muỗi, hoàn thành trước ngày 10/4/2024", "Trạm Y tế", due=["2024-04-09"])]),
    ("how much there is, done by when", directive("1. Toàn xã có 25 dự án, hoàn thành trong năm 2024."), []),
    ("how much of it is due", directive("1. Xã được giao 05 việc, hoàn thành trước ngày 30/6/2024 là 03 việc."), []),
    ("how long it takes, done by when", directive("1. Đại hội chi bộ không quá 2 ngày, hoàn thành trước ngày 30/6/2024."), [must("hoàn thành trước ngày 30/6/2024", due=["2024-06-29"])]),
    ("where people work", directive("1. Nhà giáo công tác ở phòng, trung tâm lập sổ theo dõi; nộp sổ trước ngày 10/4/2024."), [must("lập sổ theo dõi", "Nhà giáo"), must("nộp sổ trước ngày 10/4/2024", "^Nhà giáo")]),
    ("where people work, in two words", directive("1. Viên chức công tác ở trung tâm bảo trợ, chăm sóc người già lập sổ."), [must("lập sổ", "Viên chức")]),
    ("where people work, and what is there", directive("1. Nhà giáo công tác ở đơn vị có chức năng giảng dạy lập sổ."), [must("lập sổ", "Nhà giáo")]),
    ("what is listed behind activities", directive("1. Trạm Y tế thẩm định giờ chuẩn các hoạt động: soạn đề thi; tổ chức hội thảo; hướng dẫn đồ án."), [must("thẩm định giờ chuẩn các hoạt động: soạn đề thi; tổ chức hội thảo; hướng dẫn đồ án", "Trạm Y tế")]),
    ("what a paper says", directive("1. Huyện đã ban hành Quyết định số 12/QĐ-UBND quy định về quản lý bến đò."), []),
    ("a comma before thì", directive("1. Nếu bến đò xuống cấp, thì các thôn dừng đón khách."), [must("dừng đón khách", "các thôn", condition="Nếu bến đò xuống cấp")]),
    ("charged behind what says who is meant", directive("1. Cơ quan, tổ chức có dữ liệu được lập bằng nguồn vốn của xã hoặc tạo ra trong khi làm việc có trách nhiệm nộp lại dữ liệu."), [must("nộp lại dữ liệu", "Cơ quan, tổ chức")]),
    ("done by several, at the end", directive("Đề nghị các thôn làm xong việc được Huyện ủy, UBND huyện giao."), [asked("làm xong việc được Huyện ủy, UBND huyện giao", "các thôn")]),
    ("done by several, in a lead-in", directive("1. Để làm xong việc được Huyện ủy, UBND huyện giao, các thôn tập trung:\na) Rào giếng;\nb) Nạo vét rãnh."), [must("Rào giếng", "^các thôn", speaker=None), must("Nạo vét rãnh", "^các thôn", speaker=None)]),
    ("done by several, in a condition", directive("1. Khi được Huyện ủy, UBND huyện duyệt, các thôn rào giếng."), [must("rào giếng", "các thôn", condition="Khi được Huyện ủy, UBND huyện duyệt", speaker=None)]),
    ("done by several, behind the order", directive("1. Các thôn rào giếng khi được Huyện ủy, UBND huyện yêu cầu."), [must("rào giếng khi được Huyện ủy, UBND huyện yêu cầu", "Các thôn", condition="khi được Huyện ủy, UBND huyện yêu cầu")]),
    ("a paper that is asked for", directive("1. Báo cáo đề nghị gửi về xã trước ngày 10/4/2024."), [asked("gửi về xã trước ngày 10/4/2024", deadlines=["ngày 10/4/2024"])]),
    ("with whose help", directive("1. Cùng với Trạm Y tế rà soát sổ tiêm."), [must("Cùng với Trạm Y tế rà soát sổ tiêm", coordinated_with=["Trạm Y tế"])]),
    ("beside a deed", directive("1. Bên cạnh việc tiêm, mở thêm điểm xét nghiệm."), [must("mở thêm điểm xét nghiệm")]),
    ("by what means", directive("1. Bằng nhiều hình thức, tuyên truyền đến từng hộ."), [must("tuyên truyền đến từng hộ")]),
    ("means behind the subject", directive("1. Người báo tin bằng điện thoại phải xưng tên."), [must("xưng tên", "Người báo tin")]),
    ("what is achieved", directive("1. Phát huy được sức dân khi làm đường."), [must("Phát huy được sức dân khi làm đường", condition="khi làm đường")]),
    ("in need, then somebody known", directive("1. Khi cần thêm áo phao, trưởng thôn lập danh sách gửi xã."), [must("lập danh sách gửi xã", "trưởng thôn", condition="Khi cần thêm áo phao")]),
    ("several cases, then somebody", directive("1. Khi học sinh chuyển lớp, chuyển trường hoặc chuyển cấp, nhà trường bàn giao sổ theo dõi."), [must("bàn giao sổ theo dõi", "nhà trường", condition="Khi học sinh chuyển lớp, chuyển trường hoặc chuyển cấp")]),
    ("an order behind a case that begins alike", directive("1. Khi phát hiện sai phạm, phát thông báo cho dân, các thôn tổng hợp báo cáo."), [must("phát thông báo cho dân, các thôn tổng hợp báo cáo", condition="Khi phát hiện sai phạm")]),
    ("when, with need", directive("1. Khi đốt nương cần báo thôn."), [must("báo thôn", condition="Khi đốt nương")]),
    ("a bullet that a scan blurred", directive("1. Trạm Y tế:\n_ Rà soát tủ thuốc.\n~ Kiểm kê hóa chất."), [must("Rà soát tủ thuốc", "^Trạm Y tế"), must("Kiểm kê hóa chất", "^Trạm Y tế")]),
    ("a sentence over the end of a page", directive("1. Trạm Y tế kiểm kê toàn bộ\n\n--- PAGE BREAK ---\n\nhóa chất chống dịch."), [must("kiểm kê toàn bộ --- PAGE BREAK --- hóa chất chống dịch", "Trạm Y tế")]),
    ("a pair of nouns in a name", directive("1. Các đoàn thanh tra, kiểm tra phải lập biên bản."), [must("lập biên bản", "Các đoàn thanh tra, kiểm tra")]),
    ("a request right below a heading", directive("I. TỔ CHỨC THỰC HIỆN\nGiao Công an xã lập chốt ở đầu cầu."), [must("lập chốt ở đầu cầu", "Công an xã")]),
    ("whom, a colon, the order", directive("1. Giao Công an xã: Theo dõi mực nước."), [must("Theo dõi mực nước", "Công an xã")]),
    ("a time behind the subject", directive("1. Các thôn trong tháng 4/2024 phải rào giếng."), [must("rào giếng", "Các thôn", deadlines=["tháng 4/2024"])]),
    ("a time behind whom is asked", directive("1. Đề nghị Công an xã trong tháng 4/2024 phải lập chốt."), [must("lập chốt", "Công an xã", deadlines=["tháng 4/2024"])]),
    ("an aside between dashes", directive("1. Trạm Y tế – theo nhiệm vụ được giao – kiểm kê hóa chất."), [must("kiểm kê hóa chất", "Trạm Y tế")]),
    ("a name that begins like a request", directive("1. Giao các Phòng: Nội vụ, Giao thông vận tải lập danh sách."), [must("lập danh sách", "Nội vụ", "Giao thông vận tải")]),
    ("the rest of them", directive("1. Các thôn còn lại rào giếng, hoàn thành trong tháng 4/2024."), [must("rào giếng, hoàn thành trong tháng 4/2024", "Các thôn còn lại", deadlines=["tháng 4/2024"])]),
    ("bodies of several places", directive("1. Ủy ban nhân dân xã Bắc Sơn, Nam Sơn và thị trấn Hạ Long lập chốt."), [must("lập chốt", "Ủy ban nhân dân xã Bắc Sơn", "Nam Sơn", "thị trấn Hạ Long")]),
    ("so many of them", directive("1. Chủ tịch Ủy ban nhân dân 12 xã ven biển kiểm tra tàu cá."), [must("kiểm tra tàu cá", "Chủ tịch Ủy ban nhân dân 12 xã ven biển")]),
    ("a slogan", directive("1. Kỷ luật là sức mạnh!"), []),
    ("rules that are lifted", directive("1. Bãi bỏ Điều 12."), []),
    ("not made to", directive("1. Không bắt buộc các trường phải mua áo phao."), []),
    ("what was asked before", directive("1. Trạm Y tế đã gửi công văn yêu cầu Công an xã lập chốt."), []),
    ("a purpose behind its label", directive("1. Mục đích: bảo đảm đủ nước tưới."), []),
    ("what is demanded behind its label", directive("1. Yêu cầu: việc đo đạc phải chính xác."), [must("chính xác")]),
    ("who is in charge proposes", directive("1. Trạm Y tế:\n- Kiến nghị thay bác sĩ trưởng."), [must("Kiến nghị thay bác sĩ trưởng", "^Trạm Y tế")]),
    ("those above all, several", directive("1. Các địa phương, nhất là các xã ven biển, các xã miền núi phải sơ tán dân."), [must("sơ tán dân", "Các địa phương")]),
    ("a verb that says who is meant", directive("1. Tổ chức, cá nhân khai thác cát phải có giấy phép."), [must("có giấy phép", "Tổ chức, cá nhân")]),
    ("somebody who has others do it", directive("1. Đơn vị chỉ đạo nhân viên phải đeo thẻ."), [must("chỉ đạo nhân viên phải đeo thẻ", "Đơn vị")]),
    ("the time to come", directive("1. Thời gian tới, tiếp tục nạo vét kênh."), [must("tiếp tục nạo vét kênh")]),
    ("the time to come, a modal", directive("1. Trong thời gian tới cần tập trung nạo vét kênh."), [must("tập trung nạo vét kênh")]),
    ("right after something", directive("1. Ngay sau hội nghị này, nạo vét kênh."), [must("nạo vét kênh")]),
    ("where", directive("1. Trên địa bàn xã, lấp hết giếng bỏ hoang."), [must("lấp hết giếng bỏ hoang")]),
    ("on the one hand", directive("1. Một mặt rà soát sổ hộ nghèo, mặt khác mở lớp nghề."), [must("rà soát sổ hộ nghèo, mặt khác mở lớp nghề")]),
    ("only on a condition", directive("1. Chỉ cấp phép khi đủ hồ sơ."), [must("Chỉ cấp phép khi đủ hồ sơ")]),
    ("not only", directive("1. Không chỉ rà soát sổ mà còn công khai tại nhà văn hóa."), [must("Không chỉ rà soát sổ mà còn công khai tại nhà văn hóa")]),
    ("only shouts", directive("1. Chỉ 12 hộ ký cam kết."), []),
    ("charged and must", directive("1. Trưởng thôn có trách nhiệm phải báo tin."), [must("báo tin", "Trưởng thôn")]),
    ("a deed that ends in time", directive("1. Việc rà soát hoàn thành trong tháng 4/2024."), [must("hoàn thành trong tháng 4/2024", deadlines=["tháng 4/2024"])]),
    ("a deed in the course of which", directive("1. Quá trình thực hiện nếu có vướng mắc, báo về xã."), [must("báo về xã", condition="Quá trình thực hiện nếu có vướng mắc")]),
    ("a quarter to come without a comma", directive("1. Quý II/2024 rà soát xong sổ hộ nghèo."), [must("rà soát xong sổ hộ nghèo", deadlines=["Quý II/2024"])]),
    ("a quarter that is over without a comma", directive("1. Quý II/2023 rà soát xong sổ hộ nghèo."), []),
    ("a routine, a day, an order", directive("1. Hằng năm trước ngày 30 tháng 11, rà soát sổ hộ nghèo."), [must("rà soát sổ hộ nghèo", deadlines=["Hằng năm", "ngày 30 tháng 11"])]),
    ("a routine and its day in brackets", directive("1. Hằng tháng (trước ngày 20), rà soát sổ hộ nghèo."), [must("rà soát sổ hộ nghèo", deadlines=["Hằng tháng", "ngày 20"])]),
    ("watching is no adjunct", directive("1. Theo dõi chặt mực nước ở các hồ."), [must("Theo dõi chặt mực nước ở các hồ")]),
    ("upon receipt", directive("1. Nhận được Chỉ thị này, các thôn nghiêm túc nạo vét kênh."), [must("nghiêm túc nạo vét kênh", "các thôn")]),
    ("an adjunct of what it is according to", directive("1. Theo hương ước, các thôn nạo vét kênh."), [must("nạo vét kênh", "các thôn")]),
    ("a period at the beginning", directive("1. Hàng tháng rà soát sổ hộ nghèo."), [must("rà soát sổ hộ nghèo", deadlines=["Hàng tháng"])]),
    ("a day by which at the beginning", directive("1. Đến ngày 30/4/2024, rà soát xong sổ hộ nghèo."), [must("rà soát xong sổ hộ nghèo", deadlines=["ngày 30/4/2024"])]),
    ("a day at the beginning without a comma", directive("1. Chậm nhất là ngày 30/4/2024 rà soát xong sổ hộ nghèo."), [must("rà soát xong sổ hộ nghèo", deadlines=["ngày 30/4/2024"])]),
    ("a year that is over at the beginning", directive("1. Trong năm 2023 rà soát được 40 hộ nghèo."), []),
    ("a period behind a semicolon", directive("1. Phát quang bờ kênh; hằng năm thau rửa bể nước."), [must("Phát quang bờ kênh"), must("thau rửa bể nước", deadlines=["hằng năm"])]),
    ("who is meant by a copula", directive("1. Hướng dẫn việc xác nhận đối tượng là hộ nghèo."), [must("Hướng dẫn việc xác nhận đối tượng là hộ nghèo")]),
    ("what something is by a copula", directive("1. Giữ rừng là việc của cả thôn."), []),
    ("a body at another", directive("1. Tổ trưởng Tổ đảng ở Hội đồng nhân dân huyện có trách nhiệm nhắc các thôn."), [must("nhắc các thôn", "Tổ trưởng Tổ đảng ở Hội đồng nhân dân huyện")]),
    ("agreed and charged", directive("1. Đồng ý giao Trạm Y tế mua thêm tủ thuốc."), [must("mua thêm tủ thuốc", "Trạm Y tế")]),
    ("what comes up is told", directive("1. Nếu thiếu thuốc, các thôn phản ánh về Trạm Y tế."), [must("phản ánh về Trạm Y tế", "các thôn", condition="Nếu thiếu thuốc")]),
    ("all of them", directive("1. Tất cả các thôn phải rào giếng."), [must("rào giếng", "các thôn")]),
    ("who does not belong there is forbidden nothing", directive("1. Tất cả hộ dân không thuộc vùng ngập ở lại nhà."), []),
    ("what something is held for", directive("1. Coi đây là việc của cả xã."), [must("Coi đây là việc của cả xã")]),
    ("a loan that is open to them", directive("1. Hộ nghèo được vay vốn mua giống."), [may("vay vốn mua giống", "Hộ nghèo")]),
    ("a draft with a date", directive("1. Dự thảo hương ước cần hoàn chỉnh trước ngày 10/4/2024."), [must("hoàn chỉnh trước ngày 10/4/2024", deadlines=["ngày 10/4/2024"])]),
    ("a capital behind who must act", directive("1. Chủ tịch Ủy ban nhân dân các xã Tập trung nạo vét kênh mương."), [must("Tập trung nạo vét kênh mương", "Chủ tịch Ủy ban nhân dân các xã")]),
    ("order behind a letter and a bracket", directive("1. Trạm Y tế\na) Giao Công an xã lập chốt ở đầu cầu."), [must("lập chốt ở đầu cầu", "Công an xã")]),
    ("aim with several verbs before the subject", directive("1. Để giữ sạch nguồn nước, tăng cường kiểm tra bờ kè, các thôn đặt thùng rác."), [must("đặt thùng rác", "các thôn")]),
    ("process, then", directive("1. Trong quá trình thi công nếu đụng cáp ngầm thì kịp thời báo Điện lực huyện."), [must("kịp thời báo Điện lực huyện")]),
    ("condition without a comma", directive("1. Khi đốt đồng phải có người canh lửa."), [must("có người canh lửa", condition="Khi đốt đồng")]),
    ("as soon as", directive("1. Các tổ xung kích ngay khi nghe kẻng phải có mặt ở điếm canh đê."), [must("có mặt ở điếm canh đê", "Các tổ xung kích")]),
    ("office of the subject", directive("1. Trạm Y tế, với vai trò là đầu mối chống dịch của xã, chủ động mua hóa chất."), [must("chủ động mua hóa chất", "Trạm Y tế")]),
    ("matter, colon, whom", directive("1. Bổ sung hai cán bộ một cửa: giao Phòng Nội vụ chủ trì làm tờ trình."), [must("chủ trì làm tờ trình", "Phòng Nội vụ")]),
    ("deed that must be done", directive("1. Hoạt động nạo vét kênh cần được ưu tiên trước mùa mưa."), [must("được ưu tiên trước mùa mưa")]),
    ("encouraged deed", directive("1. Khuyến khích việc tái sử dụng gạch vỡ của công trình."), [asked("tái sử dụng gạch vỡ của công trình")]),
    ("title and name are one", directive("1. Giao Phó Chủ tịch Đinh Văn Sửu kiểm tra bến đò."), [must("kiểm tra bến đò", "Phó Chủ tịch Đinh Văn Sửu")]),
    ("bodies of a body", directive("1. Giao các Ban của Hội đồng nhân dân xã, các thôn giám sát việc chi tiền."), [must("giám sát việc chi tiền", "các Ban của Hội đồng nhân dân xã", "các thôn")]),
    ("who directs others", directive("1. Phòng Kinh tế chỉ đạo Trạm Bảo vệ thực vật:\n- Phun thuốc trừ sâu."), [must("Phun thuốc trừ sâu", "^Phòng Kinh tế")]),
    ("appeal", "Chủ tịch Ủy ban nhân dân xã kêu gọi các hộ kinh doanh niêm yết giá.", [asked("niêm yết giá", "các hộ kinh doanh", speaker="Chủ tịch Ủy ban nhân dân xã")]),
    ("to appeal as a duty", directive("1. Công an xã kêu gọi các đối tượng ra đầu thú."), [must("kêu gọi các đối tượng ra đầu thú", "Công an xã")]),
    ("viewpoints", directive("I. QUAN ĐIỂM\n1. Lấy người dân làm trung tâm phục vụ."), [must("Lấy người dân làm trung tâm phục vụ")]),
    ("each of those named", directive("1. Sở Y tế, Sở Tài chính, mỗi đơn vị cử một người trực."), [must("cử một người trực", "Sở Y tế", "Sở Tài chính")]),
    ("bodies of the province, then others", directive("1. Sở Y tế, Sở Tài chính của tỉnh, Ủy ban nhân dân các xã lập danh sách hộ nghèo."), [must("lập danh sách hộ nghèo", "Sở Y tế", "Sở Tài chính", "Ủy ban nhân dân các xã")]),
    ("for several, then a colon", directive("1. Đối với Trạm Y tế, Công an xã: Lập sổ trực."), [must("Lập sổ trực", "Trạm Y tế", "Công an xã")]),
    ("a list that trails off", directive("1. Rà soát sổ hộ nghèo, sổ tạm trú…. ; các thôn dựng rào."), [must("Rà soát sổ hộ nghèo, sổ tạm trú"), must("dựng rào", "các thôn")]),
    ("allowed, but", directive("1. Các hộ được phép mở quán, nhưng trong 3 ngày phải báo lại trưởng thôn."), [may("mở quán", "Các hộ"), must("báo lại trưởng thôn", ..., deadlines=["3 ngày"])]),
    ("in consequence", directive("1. Các thôn làm cam kết trước ngày 10/4/2024, do đó cần huy động thêm người trực."), [must("làm cam kết trước ngày 10/4/2024", "Các thôn", due=["2024-04-09"]), must("huy động thêm người trực", "^Các thôn", deadlines=[])]),
    ("dearer in consequence", directive("1. Giá xăng tăng, vì vậy người dân phải trả thêm."), []),
    ("an item above who does what of it", directive("1. Tiêm vắc xin cho đàn bò\n- Trạm Thú y lập danh sách hộ nuôi bò;\n- Các thôn dẫn đường cho đoàn tiêm."), [must("lập danh sách hộ nuôi bò", "Trạm Thú y"), must("dẫn đường cho đoàn tiêm", "Các thôn")]),
    ("a task above more of it", directive("1. Tiêm vắc xin cho đàn bò\n- Lập danh sách hộ nuôi bò."), [must("Lập danh sách hộ nuôi bò")]),
    ("whose tasks a body lays down", directive("Ban Thường vụ quy định nhiệm vụ của Trạm Y tế, như sau:\n1. Phun thuốc muỗi ở các ngõ.\n2. Kiểm kê hóa chất."), [must("Phun thuốc muỗi ở các ngõ", "^Trạm Y tế"), must("Kiểm kê hóa chất", "^Trạm Y tế")]),
    ("asked of one, and of another", "Đề nghị Trạm Y tế phun thuốc muỗi; Công an xã lập chốt ở đầu cầu.", [asked("phun thuốc muỗi", "Trạm Y tế"), asked("lập chốt ở đầu cầu", "Công an xã")]),
    ("things to which something was done", directive("1. Hồ sơ đã được phê duyệt phải được lưu trữ."), [must("được lưu trữ")]),
    ("what was done, but", directive("1. Nhiều vụ việc đã được phát hiện nhưng phải chờ xử lý."), []),
    ("people to whom something was done", directive("1. Nhiều hộ dân đã được di dời phải ở tạm."), []),
    ("an item with its full stop above who does what", directive("1. Khẩn trương di dời các hộ khỏi vùng sạt lở.\n- Công an xã bố trí nơi ở tạm."), [must("Khẩn trương di dời các hộ khỏi vùng sạt lở"), must("bố trí nơi ở tạm", "Công an xã")]),
    ("free from one thing, but", directive("1. Các hộ không phải nộp bản giấy, nhưng phải lưu sổ điện tử."), [must("lưu sổ điện tử", "Các hộ")]),
    ("an ellipsis among those who help", directive("1. Trạm Y tế phối hợp với Công an xã, Ban Quản lý chợ,.... kiểm tra bếp ăn trước ngày 10/4/2024."), [must("phối hợp với Công an xã, Ban Quản lý chợ,.... kiểm tra bếp ăn trước ngày 10/4/2024", "Trạm Y tế", due=["2024-04-09"])]),
    ("three who are asked", "Đề nghị Trạm Y tế phun thuốc muỗi; Công an xã lập chốt; Hội Phụ nữ xã thu gom rác.", [asked("phun thuốc muỗi", "Trạm Y tế"), asked("lập chốt", "Công an xã"), asked("thu gom rác", "Hội Phụ nữ xã")]),
    ("each of those named, with a modal", directive("1. Sở Y tế, Sở Tài chính, mỗi cơ quan, đơn vị phải cử một người."), [must("cử một người", "Sở Y tế", "Sở Tài chính")]),
    ("who works with whom until when", directive("1. Tổ công tác làm việc tại Sở Y tế trước ngày 10/4/2024."), [must("làm việc tại Sở Y tế trước ngày 10/4/2024", "Tổ công tác", due=["2024-04-09"])]),
    ("who brings up children", directive("1. Các gia đình nuôi dưỡng trẻ mồ côi theo quy định."), [must("nuôi dưỡng trẻ mồ côi theo quy định", "Các gia đình")]),
    ("to lead and to manage", directive("1. Lãnh đạo, quản lý các đơn vị sự nghiệp theo đúng quy định."), [must("Lãnh đạo, quản lý các đơn vị sự nghiệp theo đúng quy định")]),
    ("an aside on how it was", directive("1. Các xã rà soát hộ nghèo (đến năm 2023 toàn huyện còn 200 hộ nghèo, chiếm 5% số hộ)."), [must("rà soát hộ nghèo (đến năm 2023 toàn huyện còn 200 hộ nghèo, chiếm 5% số hộ)", "Các xã", deadlines=[])]),
    ("difficulties that go on", directive("1. Năm 2025 các doanh nghiệp tiếp tục gặp khó khăn về thị trường."), []),
    ("who reminds whom", directive("1. Trạm Y tế nhắc các hộ diệt loăng quăng."), [must("nhắc các hộ diệt loăng quăng", "Trạm Y tế")]),
    ("what is told once more", directive("1. Trạm Y tế nhắc lại kết quả quý I."), []),
]  # fmt: skip

LISTS = [
    ("demands that are listed", directive("1. Công chức rà soát các quy định thừa như: yêu cầu nộp bản gốc; yêu cầu có mặt hai lần."), [must("rà soát các quy định thừa như: yêu cầu nộp bản gốc; yêu cầu có mặt hai lần", "Công chức")]),
    ("slogan in straight marks", directive('1. Các thôn làm theo cách "thôn bàn, thôn phải lo; xã giúp".'), [must('làm theo cách "thôn bàn, thôn phải lo; xã giúp"', "Các thôn")]),
    ("acts that are forbidden", directive("1. Nghiêm cấm các hành vi: xả rác xuống kênh; be bờ lấn mương; câu cá bằng điện."), [never("xả rác xuống kênh"), never("be bờ lấn mương"), never("câu cá bằng điện")]),
    ("things to tell", directive("1. Trạm Y tế tuyên truyền về: xử lý rác; vệ sinh chuồng trại; sử dụng nước sạch."), [must("tuyên truyền về: xử lý rác; vệ sinh chuồng trại; sử dụng nước sạch", "Trạm Y tế")]),
    ("bodies behind a semicolon", directive("1. Bảo đảm đúng việc của các phòng; các thôn và các hội."), [must("Bảo đảm đúng việc của các phòng; các thôn và các hội")]),
    ("request goes on", directive("1. Đề nghị Trạm Y tế sửa tủ thuốc; sớm mua thêm giường."), [asked("sửa tủ thuốc", "Trạm Y tế"), asked("sớm mua thêm giường", "^Trạm Y tế")]),
    ("encouragement does not", directive("1. Khuyến khích các thôn trồng hoa; hoàn thành quy ước trong tháng 5/2024."), [asked("trồng hoa", "các thôn"), must("hoàn thành quy ước trong tháng 5/2024", "^các thôn", deadlines=["tháng 5/2024"])]),
    ("set phrase in a name", directive("1. Tổ phòng cháy, chữa cháy của thôn phải trực đêm."), [must("trực đêm", "Tổ phòng cháy, chữa cháy của thôn")]),
]  # fmt: skip
LISTS_BUGS = {
    "set phrase in a name": "the team is no actor: the comma of its name ends it",
}

ASIDES = [
    ("long aside", directive("1. Công an xã kiểm tra nhà trọ (ưu tiên các dãy trọ trong ngõ sâu, nơi xe chữa cháy không vào được, có từ trước năm 2020)."), [must("kiểm tra nhà trọ (ưu tiên các dãy trọ trong ngõ sâu, nơi xe chữa cháy không vào được, có từ trước năm 2020)", "Công an xã", deadlines=[])]),
    ("if there are any", directive("1. Công an xã xử lý vi phạm (nếu có)."), [must("xử lý vi phạm (nếu có)", "Công an xã", condition=None)]),
    ("condition at the end, far from its verb", directive("1. Hướng dẫn các hộ đeo khẩu trang, rửa tay bằng xà phòng, hạn chế tiếp xúc với người già khi có triệu chứng."), [must("Hướng dẫn các hộ đeo khẩu trang, rửa tay bằng xà phòng, hạn chế tiếp xúc với người già khi có triệu chứng", condition="khi có triệu chứng")]),
    ("counted from an event", directive("1. Thu dọn bùn trong 24 giờ sau khi nước rút."), [must("Thu dọn bùn trong 24 giờ sau khi nước rút", condition=None, deadlines=["24 giờ"])]),
]  # fmt: skip

NONE = [
    ("what comes of it", directive("1. Từ đó, hình thành nếp sống mới ở thôn xóm.")),
    ("a rule that does not apply", directive("1. Không áp dụng điểm a khoản 2 đối với hộ nghèo.")),
    ("fine", directive("1. Phạt tiền từ 300.000 đồng đến 500.000 đồng đối với hành vi đổ rác ra đường.")),
    ("what a deed is", directive("1. Khơi thông cống rãnh, thu gom rác là nhiệm vụ của mọi nhà.")),
    ("criteria of emulation", directive("I. TIÊU CHÍ THI ĐUA\n1. Hoàn thành vượt mức các chỉ tiêu được giao.")),
]  # fmt: skip

DEADLINES = [
    ("why, not until when", directive("Từ nay đến hết năm 2024 chỉ còn hai tháng, yêu cầu các thôn thực hiện các việc sau:\n1. Sửa đường."), []),
    ("until when", directive("Trước ngày 20/12/2024, các thôn thực hiện các việc sau:\n1. Sửa đường."), ["ngày 20/12/2024"]),
    ("in the midst of a lead-in", directive("Yêu cầu các thôn thực hiện kế hoạch trong năm 2024 của xã, trong đó lưu ý các việc sau:\n1. Sửa đường."), []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(OPENINGS))
def test_openings(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases(LISTS, LISTS_BUGS))
def test_lists(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases(ASIDES))
def test_asides(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


@pytest.mark.parametrize("text", [text for _, text in NONE], ids=[name for name, _ in NONE])
def test_no_duty(text: str) -> None:
    assert found(text, []) == []


@pytest.mark.parametrize(("text", "expected"), cases(DEADLINES))
def test_deadlines_of_lead_ins(text: str, expected: list[str]) -> None:
    duty = must("Sửa đường", "^các thôn", deadlines=expected)
    assert found(text, [duty]) == [duty]


def test_news_goes_on_telling_orders() -> None:
    text = (
        "Bắc Hà: Dọn sạch kênh trước mùa mưa\n\n"
        "Sáng 12/3, Chủ tịch Ủy ban nhân dân huyện Lò Văn Páo kiểm tra kênh chính.\n\n"
        "Ông Páo yêu cầu Trạm Thủy nông vớt bèo trong tháng 3.\n\n"
        "Phòng Kinh tế rà soát các cống hỏng, lập danh sách sửa chữa.\n\n"
        "Tác giả: Hạnh Nhi\n\nNgày đăng: 12/03/2024 15:50\n"
    )
    expected = [
        must("vớt bèo trong tháng 3", "Trạm Thủy nông", speaker="Páo"),
        must("rà soát các cống hỏng, lập danh sách sửa chữa", "Phòng Kinh tế"),
    ]
    assert found(text, expected) == expected


def test_a_column_of_requests_and_who_answers_them() -> None:
    text = directive(
        "PHỤ LỤC\nTT | Nội dung kiến nghị | Cơ quan giải quyết\n"
        "1 | Sửa cầu treo; làm thêm lan can | Phòng Kinh tế\n"
        "2 | Đề nghị huyện mở lớp nghề mộc | Trung tâm Dạy nghề"
    )
    expected = [
        asked("Sửa cầu treo", "^Phòng Kinh tế"),
        asked("làm thêm lan can", "^Phòng Kinh tế"),
        asked("mở lớp nghề mộc", "huyện"),
    ]
    assert found(text, expected) == expected
