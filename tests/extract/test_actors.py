"""Actor mentions. In each row the mentions stand in brackets, behind the letter of their type.

O organization, P person, R office, G group; every row is a construction of its own.
"""

from __future__ import annotations

import re
import time

import pytest
from tables import cases

import vndirective as vd

_TYPES = {"O": "ORG", "P": "PERSON", "R": "ROLE", "G": "GROUP"}

ORGANIZATIONS = [
    ("body of a city", "[O Thành ủy Hải Sơn] họp."),
    ("body without a place", "[O Tỉnh ủy] họp."),
    ("city committee in a list", "[R Bí thư Tỉnh ủy, Thành ủy các tỉnh, thành phố] dự."),
    ("committee of an office", "[O Đảng ủy cơ quan Văn phòng Quốc hội] họp."),
    ("whole party, people and army", "[G Toàn Đảng, toàn dân và toàn quân ta] đồng lòng."),
    ("president by name", "[R Chủ tịch] [P Hồ Chí Minh] căn dặn [G đồng bào, chiến sĩ cả nước]."),
    ("councils behind a department", "[O Sở Nội vụ] và [G UBND xã, phường] phối hợp."),
    ("two levels of one authority", "[G Chính quyền cấp huyện, cấp xã] báo cáo."),
    ("officials whom a committee manages", "Đánh giá [G cán bộ thuộc diện Ban Thường vụ Thành ủy quản lý]."),
    ("associations with a task of the state", "[G Các Hội được Nhà nước giao nhiệm vụ] báo cáo."),
    ("command in short", "[O BTL Cảnh sát biển] trực."),
    ("abbreviations with a comma", "[O Thường trực Ủy ban KH,CN&MT] chủ trì tổng hợp."),
    ("health center of an area", "[O Trung tâm Y tế khu vực] trực."),
    ("broadcasters in short", "[O VTV], [O VOV] đưa tin."),
    ("ministry that has the field", "Đề nghị [O Bộ quản lý ngành] trả lời."),
    ("bodies, then everybody", "[G Các cơ quan, hợp tác xã, cộng đồng và Nhân dân] tham gia."),
    ("everybody in a branch", "[G Toàn ngành Giáo dục] thi đua."),
    ("an order with a capital behind a group", "[R Chủ tịch Ủy ban nhân dân các tỉnh, thành phố] Khẩn trương rà soát."),
    ("office by letters with a dash", "[O Phòng TC-HC] trực."),
    ("a place and a verb that names hold", "[O Hạt Kiểm lâm Bắc Hà] bảo đảm lực lượng."),
    ("department with a comma, of officials", "[O Phòng Công chức, viên chức] lập hồ sơ."),
    ("district and days", "Báo cáo [O UBND huyện] 02 ngày một lần."),
    ("a district by its number", "[O UBND quận 10] trực."),
    ("districts behind a colon", "[G UBND các huyện: Bắc Hà, Nam Hà] trực."),
    ("office of two, glued by a dash", "[O Văn phòng HĐND-UBND huyện Lâm Sơn] trực."),
    ("office of two, a dash apart", "[O Văn phòng HĐND - UBND] trực."),
    ("department", "[O Sở Nội vụ] báo cáo."),
    ("department with and", "[O Sở Giáo dục và Đào tạo] báo cáo."),
    ("department with a dash", "[O Sở Quy hoạch - Kiến trúc] báo cáo."),
    ("department with a comma", "[O Sở Văn hóa, Thể thao và Du lịch] báo cáo."),
    ("ministry", "Báo cáo [O Bộ Nông nghiệp và Môi trường] xem xét."),
    ("ministry by abbreviation", "[O Bộ GD&ĐT] hướng dẫn."),
    ("tone marks placed the newer way", "[O Bộ Văn hoá, Thể thao và Du lịch] họp."),
    ("letters decomposed", "[O Bô\u0323 Nô\u0323i vu\u0323] họp."),
    ("across a line wrap", "Giao cho [O Sở Khoa học và\nCông nghệ] hướng dẫn."),
    ("abbreviation and place", "[O UBND tỉnh Lâm Hà] họp."),
    ("abbreviation and bare territory", "[O HĐND tỉnh] họp."),
    ("territory with a number", "[O UBND quận 3] họp."),
    ("territory and the larger one", "[O UBND xã Đồng Nhuận, huyện Lam Hà] họp."),
    ("territory by level", "[O Ủy ban nhân dân cấp tỉnh] quyết định."),
    ("place without a kind", "[O Công an Hải Phòng] điều tra."),
    ("city written with a capital", "[O UBND Thành phố] yêu cầu."),
    ("city written short", "[O UBND TP] yêu cầu."),
    ("name in small letters", "[O Trung tâm Kiểm soát bệnh tật tỉnh] báo cáo."),
    ("name with a number", "[O Ban Quản lý Dự án 85] báo cáo."),
    ("team with a number", "[O Tổ công tác số 2] kiểm tra."),
    ("regional body", "[O Kho bạc Nhà nước khu vực XI] chi tiền."),
    ("term of a committee", "[O Ban Chấp hành Trung ương Đảng khóa XIII] họp."),
    ("term of an assembly", "[O Quốc hội khóa XV] thông qua."),
    ("name and verb that look alike", "[O Cục Hạ tầng xây dựng] báo cáo."),
    ("name before a short verb", "[O Sở Nội vụ] soạn khung năng lực."),
    ("name before another short verb", "[O Sở Nông nghiệp và Phát triển nông thôn] giữ liên lạc."),
    ("name before a modal", "[O Trung tâm Hành chính công] phải niêm yết."),
    ("body of a host", "[O Đảng ủy Công ty Cấp nước] họp."),
    ("committee of a committee", "[O Ban Thường vụ Đảng ủy Khối các cơ quan thành phố] họp."),
    ("office of a body", "[O Văn phòng Huyện ủy] báo cáo."),
    ("office of two bodies", "[O Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh] báo cáo."),
    ("standing committee", "[O Thường trực Tỉnh ủy] chỉ đạo."),
    ("standing committee, abbreviated inside", "[O Thường trực HĐND tỉnh] giám sát."),
    ("department of a body", "[O Phòng Nội chính thuộc Văn phòng UBND tỉnh] tham mưu."),
    ("department right before its body", "[O Phòng An ninh chính trị nội bộ Công an tỉnh] tham mưu."),
    ("body directly under another", "[O Trung tâm Thông tin trực thuộc Sở Nội vụ] báo cáo."),
    ("department of a ministry, with a dash", "- [O Vụ Pháp chế - Bộ Tư pháp];"),
    ("board of a ministry", "Báo cáo [O Ban Chỉ huy Phòng thủ dân sự Bộ Công Thương] ngay."),
    ("word that looks like a verb", "[O Trung tâm Kết cấu hạ tầng đô thị] rà soát."),
    ("first of a text whose last word looks back", "[O Đảng] yêu cầu rà soát công tác xây dựng"),
    ("issuer before a title", "Thông tư của [O Bộ Tài chính] Quy định mức phí."),
    ("place before a title", "Quyết định của [O Ủy ban nhân dân tỉnh] Ban hành đơn giá."),
    ("city written short, with a dot", "[O Bệnh viện TP. Thủ Đức] báo cáo."),
    ("short form inside", "[O Hội đồng nhân dân (HĐND) tỉnh Lam Giang] họp."),
    ("board by its field", "[O Ban Chỉ đạo cải cách thủ tục hành chính] rà soát."),
    ("board by two fields", "[O Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội tỉnh] rà soát."),
    ("central board by its fields", "[O Ban Chỉ đạo Trung ương về khoa học, công nghệ và chuyển đổi số] họp."),
    ("board with a number", "[O Cơ quan Thường trực Ban Chỉ đạo 389 tỉnh] báo cáo."),
    ("board by a resolution", "[O Ban Chỉ đạo Nghị quyết số 18-NQ/TW] họp."),
    ("subcommittee of a congress", "Báo cáo [O Tiểu ban Văn kiện Đại hội XV của Đảng] xem xét."),
    ("areas by number", "[O Khu Quản lý đường bộ II] trực ban."),
    ("two areas by number", "[G Các Khu Quản lý đường bộ II và IV] trực ban."),
    ("portal of a province", "Đăng trên [O Cổng Thông tin điện tử tỉnh]."),
    ("head alone", "[O Văn phòng] phải báo cáo."),
    ("board by its owner", "Báo cáo về [O Ban Chỉ đạo của Chính phủ]."),
    ("board by its task and place", "Kiện toàn [O Ban Chỉ đạo công tác dân vận tỉnh Lam Giang]."),
    ("board by its task, defined", "[O Ban Chỉ đạo về sắp xếp trụ sở] (sau đây gọi là [O Ban Chỉ đạo]) họp."),
    ("front", "[O Ủy ban Mặt trận Tổ quốc Việt Nam xã] giám sát."),
    ("union", "[O Liên đoàn Lao động quận] tuyên truyền."),
    ("youth union", "[O Tỉnh Đoàn] phát động."),
    ("police by branch", "Gọi [O Cảnh sát phòng cháy] kiểm tra."),
    ("army", "Gọi [O quân đội] hỗ trợ."),
    ("school", "[O Trường Chính trị thành phố] mở lớp."),
    ("school alone", "Đồng ý cho [O Trường] thí điểm."),
    ("company by its trade", "[O Công ty Cấp nước] sửa đường ống."),
    ("group of companies", "[O Tập đoàn Điện lực Việt Nam] đầu tư."),
    ("bank", "[O Ngân hàng Chính sách xã hội huyện] cho vay."),
    ("court", "[O Tòa án nhân dân tỉnh] xét xử."),
    ("inspectorate", "[O Thanh tra thành phố] kết luận."),
    ("news agency", "[O Thông tấn xã Việt Nam] đưa tin."),
    ("two that are joined", "[O Sở Y tế] và [O Sở Tài chính] phối hợp."),
    ("shared head", "[O Sở Nội vụ], [O Tài chính] và [O Tư pháp] thẩm định."),
    ("names after a colon", "Giao các sở: [O Nội vụ], [O Tài chính], [O Y tế] rà soát."),
    ("abbreviations after a colon", "Gửi các Vụ: [O KTTH], [O NC]; theo dõi."),
    ("ministry and its office", "[O Bộ Chính trị], [O Ban Bí thư] kết luận."),
    ("central level as a body", "Theo chủ trương của [O Trung ương]."),
    ("party", "Nghị quyết của [O Đảng] và [O Nhà nước]."),
    ("authorities in small letters", "Xin ý kiến [O ủy ban kiểm tra] trước khi ký."),
    ("council by its level", "Trình [O hội đồng cấp tỉnh] thẩm định."),
    ("territory that must", "[O Thành phố Hải Sơn] cần bố trí vốn."),
    ("territory that has", "[O Tỉnh Lam Giang] đã hoàn thành."),
    ("territory with its tasks", "[O Huyện Lam Hà]: Hoàn thành di dời."),
    ("territory that is asked", "Yêu cầu [O quận] phải trả lời."),
    ("territory as owner", "Nhiệm vụ của [O Thành phố] năm nay."),
    ("territories in a list", "[O Tỉnh Cao Bằng], [O Lạng Sơn] chưa bàn giao."),
    ("board of a thing", "Yêu cầu [O Ban Quản lý chợ] xếp lại chỗ để xe."),
    ("board of a thing, with its name", "[O Ban Quản lý chợ Bến Đá] thu phí."),
    ("board of a thing, before a cue", "[O Ban Quản lý rừng phòng hộ] nghiêm cấm đốt nương."),
    ("board by what it watches", "[O Ban Giám sát đầu tư cộng đồng] ký biên bản."),
    ("team of a thing", "Giao [O tổ đê điều xã Đồng Lau] đo mực nước."),
    ("team by its task", "[O Đội phòng cháy, chữa cháy và cứu nạn, cứu hộ] trực."),
    ("team, and what it does", "[O Đội xung kích] bảo vệ kè đá."),
    ("rangers alone", "[O Hạt Kiểm lâm] phải tuần tra."),
    ("name before a verb that no list knows", "[O Trung tâm Thủy nông] xếp lại lịch bơm."),
    ("name that holds a verb and goes on", "[O Công ty Khai thác công trình thủy lợi] hạ mực nước."),
    ("after a slash", "Giao nhà thầu/[O Sở Xây dựng] kiểm tra.".replace("nhà thầu", "[G nhà thầu]")),
    ("ministries that share a head", "Các [O Bộ Quốc phòng], [O Công an]: Rà soát phương án."),
    ("two ministries that share a head", "Các [O Bộ Xây dựng] và [O Công an] rà soát biển báo."),
    (
        "groups that share a head, by short names",
        "Các [O Tập đoàn EVN], [O VNPT], [O Viettel] rà soát đường dây.",
    ),
    (
        "enterprises after a colon, with short forms",
        "Mời các Tập đoàn, Tổng công ty: [O Điện lực Việt Nam] ([O EVN]), [O Hàng không Việt Nam] họp.",
    ),
    ("enterprises by short names after a colon", "- Các Tập đoàn, TCT: [O EVN], [O VEC], [O ACV];"),
    ("list that goes on on the next line", "- Các Vụ, Cục:\n[O TH], [O KTTH], [O NN];"),
    (
        "ministry before several provinces",
        "[O Bộ Quốc phòng] và các [O tỉnh Hưng Yên], [O Sơn La] rà soát kho.",
    ),
    (
        "city before several provinces",
        "[O Thành phố Hải Phòng] và các [O tỉnh Hưng Yên], [O Sơn La] cần rà soát.",
    ),
    ("cities, each with its kind", "[O Thành phố Hải Phòng], [O thành phố Huế] phải báo cáo."),
    ("board of several parks", "[O Ban Quản lý các Khu công nghiệp tỉnh] rà soát."),
    ("office of two councils", "[O Văn phòng HĐND và UBND xã] niêm yết."),
    ("international body", "Mục tiêu phát triển bền vững của [O Liên hợp quốc]."),
    ("enterprise by its short name", "Đề nghị [O Viettel] phủ sóng vùng lõm."),
    (
        "board of somebody, by its task",
        "[O Ban Chỉ đạo của Chính phủ về nhà ở xã hội] (sau đây gọi là [O Ban Chỉ đạo]) họp.",
    ),
]  # fmt: skip

LAYOUT = [
    ("file mark with an ampersand", "- Lưu: [O VT], [O KT&HT]."),
    ("letterhead", "[O ỦY BAN NHÂN DÂN]\n\nSố: 12/KH-UBND"),
    ("letterhead with its place below", "[O ỦY BAN NHÂN DÂN\nTỈNH LAM GIANG]\n\nSố: 12/KH-UBND"),
    ("letterhead of the party", "[O TỈNH ỦY LAM GIANG]\t[O ĐẢNG CỘNG SẢN VIỆT NAM]\nSố 12-CT/TU"),
    ("file marks", "Nơi nhận:\n- Như trên;\n- Lưu: [O VT], [O KTTH] (2)."),
    ("file marks in words", "Nơi nhận:\n- Như trên;\n- Lưu: [O Văn thư], [O NC]."),
    ("file marks and a body", "Nơi nhận:\n- Như trên;\n- Lưu [O Văn phòng Tỉnh ủy]."),
    ("abbreviated offices", "Nơi nhận:\n- [O VPCP]: [R BTCN], [R các PCN];\n- Lưu: [O VT]."),
    ("deputies of a chairman", "Nơi nhận:\n- [R CT], [R các PCT UBND tỉnh];\n- Lưu: [O VT]."),
    ("signature", "TM. [O ỦY BAN NHÂN DÂN]\nKT. [R CHỦ TỊCH]\n[R PHÓ CHỦ TỊCH]\n[P Lê Minh Khuê]"),
    ("sentence in capitals", "[O SỞ Y TẾ] PHẢI BÁO CÁO."),
    ("lead-in in capitals", "YÊU CẦU [G CÁC THÔN]:\n1. Nạo vét rãnh."),
    ("city in capitals whose name looks like a modal", "[O UBND THÀNH PHỐ CẦN THƠ] PHẢI HỌP."),
    ("photo credit", "[O Sở Y tế] họp. Ảnh: [P Minh Tấn]."),
    ("agency and photographer", "Toàn cảnh cuộc họp - Ảnh: [O VGP]/[P Nhật Minh]."),
    ("photographer and agency", "Toàn cảnh cuộc họp. (Ảnh: [P Minh Tấn]/[O TTXVN])"),
    ("who in an office gets a copy", "- [O VPUB]: [R CVP], [R các PCVP], [O TH], [O NC];"),
    ("those who typed it", "- Lưu: [O VT], [O NC] ([P Loan], [P Vinh])."),
    ("initials of those who typed it", "- Lưu: [O VT], [O NC] (TP)."),
    ("deputies by a short form, with a dot", "- [R CT], [R các PCT. UBND tỉnh];"),
    ("deputies by a short form, glued", "- [R CVP], [R các PCVP.UBND tỉnh];"),
]  # fmt: skip

OFFICES = [
    ("offices in a row, written small", "Bầu [R bí thư], [R phó bí thư] trong tháng."),
    ("office", "[R Chủ tịch Ủy ban nhân dân tỉnh] ký."),
    ("office of many", "[R Chủ tịch UBND các phường, xã] ký."),
    ("office in provinces", "[R Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương] ký."),
    ("office by level", "[R Chủ tịch UBND cấp xã] ký."),
    ("office alone", "[R Thủ tướng] yêu cầu."),
    ("office with its government", "[R Thủ tướng Chính phủ] yêu cầu."),
    ("deputy", "[R Phó Thủ tướng Chính phủ] chủ trì."),
    ("deputy with a degree", "[R Phó Chủ tịch Thường trực UBND tỉnh] chủ trì."),
    ("several deputies", "Giao [R các Phó Thủ tướng] theo dõi."),
    ("party office", "[R Bí thư Đảng ủy xã] phân công."),
    ("party office with a degree", "[R Phó Bí thư Thường trực Tỉnh ủy] dự."),
    ("office of a ministry", "[R Thứ trưởng Bộ Nội vụ] phát biểu."),
    ("member of a committee", "[R Ủy viên Ban Chấp hành Trung ương Đảng] dự."),
    ("chief of staff", "[R Chánh Văn phòng UBND tỉnh] tổng hợp."),
    ("assistant", "Gửi [R Trợ lý Thủ tướng] theo dõi."),
    ("head of a board", "[R Trưởng Ban Chỉ đạo] kết luận."),
    ("head of a team", "[R Trưởng Đoàn Kiểm tra số 05] báo cáo."),
    ("head of police", "[R Trưởng Công an xã] trực."),
    ("director of departments", "[R Giám đốc các Sở] chịu trách nhiệm."),
    ("head of bodies", "[R Thủ trưởng các cơ quan, đơn vị] chịu trách nhiệm."),
    ("head in small letters", "Trách nhiệm của [R người đứng đầu cơ quan] được làm rõ."),
    ("head alone in small letters", "Vi phạm thì [R hiệu trưởng] chịu trách nhiệm."),
    ("village head", "Giao [R trưởng thôn] kê khai."),
    ("office of a territory", "Mời [R chủ tịch phường] đối thoại."),
    ("closed formula", "[R Bộ trưởng, Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ] thực hiện."),
    ("formula behind comrades", "Đề nghị các đồng chí [R Bộ trưởng, Thủ trưởng cơ quan ngang bộ] chỉ đạo."),
    ("offices in a list", "Các đồng chí [R Bí thư], [R Chủ tịch UBND các xã] chỉ đạo."),
    ("leader of a body", "[G Lãnh đạo Thanh tra thành phố] dự."),
    ("head of a department", "[R Trưởng phòng Nội vụ] ký."),
    ("head of a department with and", "[R Trưởng phòng Kinh tế và Hạ tầng] ký."),
    ("deputy head of a department in a place", "[R Phó Trưởng phòng Quản lý đô thị quận 3] ký."),
    ("head of a department and another office", "[R Trưởng phòng Kinh tế] - [R Tổ phó]."),
    ("head of a department of a committee", "[R Trưởng ban Tuyên giáo Quận ủy] dự."),
    ("head of a department, and a name", "[R Trưởng phòng] [P Lê Minh Khuê] ký."),
    ("head of a board, and a name", "[R Trưởng ban Chỉ đạo] [P Lê Minh Khuê] kết luận."),
    ("deputy who commands", "[R Phó Trưởng ban] chỉ huy hiện trường."),
    ("head of a kind of school", "[R Hiệu trưởng trường tiểu học] ký."),
    ("head of a hospital", "[R Giám đốc bệnh viện huyện] trực."),
    ("keeper", "[R Thủ kho] phải đếm lại."),
    ("leaders of a place", "[R Lãnh đạo xã] đề nghị làm ngay."),
    ("leaders of a place behind a comma", "Chiều thứ Hai, [R lãnh đạo phường] tiếp dân."),
    ("leading a place", "Lãnh đạo huyện nhà vững mạnh."),
    ("leading as a verb", "Tập trung lãnh đạo, chỉ đạo các nhiệm vụ."),
    ("leaders of bodies", "Ông nhắc [G lãnh đạo các phường] làm ngay."),
    ("office and name", "[R Giám đốc Sở Y tế] [P Lê Minh Khuê] ký."),
    ("two offices and a name", "[R Bí thư Tỉnh ủy], [R Chủ tịch HĐND tỉnh] [P Trần Hải Vân] dự."),
    ("name and office", "Đồng chí [P Trần Hải Vân], [R Bí thư Huyện ủy], chủ trì."),
    ("title and name", "Đồng chí [P Trần Hải Vân] phát biểu."),
    ("title and given name", "Ông [P Khoát] hỏi rất kỹ."),
    ("degree and name", "TS. [P Nguyễn Văn Lãm] trình bày."),
    ("name without a title", "[P Nguyễn Thị Hải Vân] trình bày."),
    ("name of four syllables", "Bà [P Mạc Thị Tâm Đan] nói."),
    ("directors and heads", "Yêu cầu [R Giám đốc sở, Thủ trưởng các sở, ban, ngành tỉnh] rà soát."),
    (
        "directors and heads of the same bodies",
        "[R Giám đốc, Thủ trưởng các sở, ban, ngành] thi hành.",
    ),
    (
        "members after whom their ministries stand",
        "[R Ủy viên Ban Chỉ đạo]: [O Công an], [O Xây dựng], [O Tài chính].",
    ),
]  # fmt: skip

GROUPS = [
    ("delegates of an assembly", "[G Đại biểu HĐND các cấp] tiếp xúc [G cử tri]."),
    ("delegates to be chosen", "Chỉ định [G đại biểu] dự đại hội."),
    ("bodies in places by name", "Gửi [G UBND các tỉnh, thành phố: Hà Giang, Lào Cai, Cao Bằng]."),
    ("teachers among officials", "[G Cán bộ, giáo viên, nhân viên] ký cam kết."),
    ("soldiers", "Quán triệt đến [G sĩ quan, hạ sĩ quan, chiến sĩ]."),
    ("neighborhoods among territories", "Vận động [G các thôn, tổ dân phố, khu dân cư] dọn đường."),
    ("a slash in a list", "Giao [G các sở/ngành] rà soát."),
    ("a slash between places", "[G Các trạm y tế xã/phường] trực đêm."),
    ("named bodies concerned", "Đề nghị [G các Sở Y tế liên quan] trả lời."),
    ("patients by where they lie", "Thống kê [G bệnh nhân ngoại trú]."),
    ("hospitals above", "Chuyển đến [G các bệnh viện tuyến trên]."),
    ("a hospital as an owner", "Bổ sung nhân lực của [G bệnh viện]."),
    ("insured people", "Bảo đảm quyền lợi của [G người có thẻ BHYT]."),
    ("passengers", "[G Hành khách] xuất trình giấy tờ."),
    ("airlines", "Phối hợp với [G các hãng hàng không]."),
    ("candidates", "Hướng dẫn [G thí sinh] nộp hồ sơ."),
    ("families", "Thăm hỏi [G gia đình người qua đời]."),
    ("suppliers", "Làm việc với [G nhà cung ứng]."),
    ("forces on duty", "Bố trí [G lực lượng ứng trực]."),
    ("an office of social insurance", "Phối hợp với [O cơ quan BHXH]."),
    ("new committee", "Bầu [G cấp ủy khóa mới]."),
    ("plural bodies", "[G UBND các xã, phường] rà soát."),
    ("plural bodies without a quantifier", "[G Ủy ban nhân dân xã, phường] rà soát."),
    ("plural bodies by name", "[G UBND các huyện Hoành Hải, Hoành Tân và thị xã Bình Sa] sơ tán."),
    ("plural bodies after an abbreviation", "[G HĐND các cấp] giám sát."),
    ("committees of bodies", "[G Đảng ủy các bộ, ngành] chỉ đạo."),
    ("departments by name", "[G Các Sở Xây dựng] báo cáo."),
    ("closed formula", "[G Các sở, ban, ngành] rà soát."),
    ("closed formula with places", "[G Các bộ, ngành, địa phương] rà soát."),
    ("formula without a quantifier", "Phối hợp với [G sở, ngành có liên quan] rà soát."),
    ("ministries without a comma", "Yêu cầu [G các Bộ ngành, cơ quan và địa phương có liên quan] làm."),
    ("officials", "Mỗi [G cán bộ, công chức, viên chức] cần nêu gương."),
    ("officials and workers", "[G Cán bộ, đảng viên, công chức, viên chức, người lao động] chấp hành."),
    ("officials and the people", "Để [G cán bộ, đảng viên và Nhân dân] hiểu rõ."),
    ("corps of officials", "Nâng cao chất lượng [G đội ngũ cán bộ, công chức] hiện nay."),
    ("officials by level", "Tập huấn cho [G cán bộ, công chức ở cấp xã] trong năm."),
    ("officials by place", "Phân công [G cán bộ phường] trực."),
    ("officials by task", "Điều động [G cán bộ kiểm tra] sang việc khác."),
    ("one noun, counted by a number", "Kỷ luật 12 [G đảng viên] vi phạm.".replace("] vi phạm", " vi phạm]")),
    ("one noun, counted by a word", "Hai [G giám khảo] chấm độc lập."),
    ("part of a group", "Một bộ phận [G cán bộ] chưa nghiêm."),
    ("some of a group", "Một số [G cơ quan, đơn vị] chưa nộp."),
    ("every one of a group", "Đến từng [G hộ dân] vận động."),
    ("group and what it belongs to", "[G Các đơn vị thuộc Sở Tài chính] báo cáo."),
    ("group directly under a body", "[G Các cơ quan trực thuộc UBND tỉnh] báo cáo."),
    ("group under one's management", "Chỉ đạo [G các đơn vị thuộc phạm vi quản lý] làm."),
    ("group in several places", "[G Các phòng chuyên môn thuộc UBND xã] báo cáo."),
    ("group by relevance", "Phối hợp với [G các cơ quan liên quan] làm."),
    ("group by competence", "Báo cáo [G cấp có thẩm quyền] quyết định."),
    ("level above", "Theo hướng dẫn của [G cấp trên]."),
    ("level that receives", "Phân quyền cho [G cấp xã] trong năm."),
    ("party committees", "[G Cấp ủy, tổ chức đảng] lãnh đạo."),
    ("party committees of agencies", "[G Cấp ủy đảng các cơ quan, đơn vị] họp."),
    ("party committees and authorities", "[G Cấp ủy, chính quyền địa phương] chăm lo."),
    ("authorities of a city", "[G Cấp ủy, chính quyền Thành phố] chăm lo."),
    ("authorities in places", "Trách nhiệm của [G chính quyền các địa phương] rất rõ."),
    ("authorities at all levels", "[G Các cấp chính quyền địa phương] công khai."),
    ("police at all levels", "Chỉ đạo [G công an các cấp] nắm tình hình."),
    ("cells", "Kiểm điểm 27 [G chi bộ] yếu."),
    ("provincial committees", "Gửi [G các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương] thực hiện."),
    ("offices of committees", "Hướng dẫn [G các văn phòng bộ, ngành, địa phương] làm."),
    ("people", "Hồ sơ của [G người dân và doanh nghiệp]."),
    ("people by age", "[G Người già, trẻ em, phụ nữ mang thai] đi trước."),
    ("people by need", "Hỗ trợ [G người nghèo], [G cộng đồng doanh nghiệp] vay vốn."),
    ("households", "Giúp [G các hộ neo đơn] gặt lúa."),
    ("people in places", "Cho [G học sinh các xã ven biển] nghỉ học."),
    ("people by occupation", "Cấm [G ngư dân] ra khơi."),
    ("parties to a contract, each by itself", "[G Các chủ đầu tư], [G nhà thầu thi công], [G đơn vị tư vấn] làm việc."),
    ("parties beside a slash", "[G Các Chủ đầu tư]/[G Nhà thầu thi công] cải tiến cách làm."),
    ("two narrowed groups", "Giữa [G các cơ quan liên quan] và [G các nhà thầu] có ý kiến."),
    ("quantifier said again", "Đề nghị [G các cơ quan, các đơn vị] trả lời."),
    ("two quantifiers, two groups", "Yêu cầu [G các tỉnh], [G các chủ đầu tư] làm."),
    ("group before a body", "[G Các sở, ban, ngành], [G UBND các xã] làm."),
    ("unit in charge, narrowed", "[G Đơn vị chủ trì] phải báo cáo."),
    ("unit, and what it does", "Giao [G các cơ quan, đơn vị] chủ trì, phối hợp với [O Sở Y tế]."),
    ("schools", "[G Các cơ sở giáo dục mầm non] đón trẻ."),
    ("hospitals", "[G Các bệnh viện công lập] gửi số liệu."),
    ("enterprises of the state", "[G Doanh nghiệp nhà nước] nộp báo cáo."),
    ("companies", "[G Các Tổng công ty, công ty trực thuộc Thành phố] nộp báo cáo."),
    ("social organizations", "[O Mặt trận Tổ quốc], [G các tổ chức chính trị - xã hội] giám sát."),
    ("organizations and persons", "Xử lý [G tổ chức, cá nhân vi phạm] theo luật."),
    ("members of a board", "Gửi [G các thành viên BCĐ của Chính phủ] theo dõi."),
    ("representatives", "Mời [G đại diện các hộ] ký biên bản."),
    ("representatives of leaders", "Mời đại diện [G lãnh đạo các sở, ngành] dự."),
    ("persons addressed", "Kính thưa [G các vị đại biểu]!"),
    ("persons counted", "Phân công 9 [G đồng chí] xuống xã."),
    ("several levels", "Họp với [G ủy ban kiểm tra cấp quận, huyện] hằng quý.".replace("[G", "[O")),
    ("teams in a list", "Thành lập [G các tổ, đội bảo vệ rừng]."),
    ("teams, each by itself", "[O Tổ đê điều] và [O Đội xung kích] trực."),
    ("owners of things", "Cấm nhận quà của [G chủ nhà trọ], [G chủ quán]."),
    ("owner who acts", "[G Chủ đầm] phải ghi nhật ký."),
    ("teachers of a class", "[G Giáo viên chủ nhiệm] báo sĩ số."),
    ("kind of school that acts", "Trời rét; [G trường tiểu học] sơ tán."),
    ("traders of a market", "Đề nghị [G tiểu thương chợ Gốm] kéo bạt."),
    ("establishments by an abbreviation", "[G Các cơ sở KCB BHYT] báo cáo."),
    ("territories", "[G Các xã] gửi danh sách."),
    ("territories by name", "Các [O tỉnh Tuyên Quang], [O Hà Giang] triển khai."),
    ("local authorities", "[G Địa phương] chủ động làm."),
    ("above all", "Nhất là [G người lao động] ở xa."),
    ("authority by its task", "[G Cơ quan đăng ký đầu tư] phải trả lời."),
    ("authority that leads", "Báo cáo [G cơ quan chủ trì] xem xét."),
    ("authorities that assess, and do", "[G Các cơ quan phối hợp thẩm định] trả lời."),
    ("enterprises by their trade", "[G Các doanh nghiệp kinh doanh bảo hiểm] chi trả."),
    ("units by their service", "[G Các đơn vị vệ sinh môi trường] rửa đường."),
    (
        "units by a verb and its object",
        "Đôn đốc [G các đơn vị thực hiện dịch vụ vệ sinh môi trường] quét đường.",
    ),
    (
        "establishments by two trades",
        "[G Các cơ sở giáo dục đại học, giáo dục nghề nghiệp] công khai.",
    ),
    ("forces by their task", "[G Lực lượng bảo vệ rừng] phải tuần tra."),
    ("forces by two branches", "Huy động [G lực lượng quân đội, công an] ứng cứu."),
    ("forces of a level", "[G Lực lượng phòng cháy, chữa cháy rừng cấp xã] trực."),
    ("bodies and households", "[G Các tổ chức, cá nhân và hộ gia đình] khai báo."),
    ("people and bodies", "Hỗ trợ [G người dân, hợp tác xã, doanh nghiệp] vay vốn."),
    ("people of several callings", "[G Giáo viên, cán bộ quản lý giáo dục, nhân viên] ký cam kết."),
    ("family, school and society", "Phối hợp giữa [G gia đình, nhà trường và xã hội]."),
    ("community that owns", "Ý kiến của [G cộng đồng] phải được ghi lại."),
    ("the whole people", "[G Toàn dân] phải tiết kiệm."),
    (
        "two groups, each with its quantifier",
        "Mời [G các tổ chức đoàn thể], [G các cơ quan báo chí] dự.",
    ),
    ("body where something happens", "Hồ sơ nộp tại [G cơ quan thuế]."),
    ("local authorities of a region", "[G Các tỉnh khu vực Tây Nguyên] báo cáo."),
    ("rangers of the place", "[G Kiểm lâm sở tại] phải kiểm tra."),
    ("authority or person", "Theo lệnh của [G cơ quan, người có thẩm quyền]."),
]  # fmt: skip


def read(marked: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the text without brackets, and the mentions that they hold."""
    mentions = [(m[2], _TYPES[m[1]]) for m in re.finditer(r"\[([OPRG]) ([^\]]+)\]", marked)]
    return re.sub(r"\[[OPRG] ([^\]]+)\]", r"\1", marked), mentions


@pytest.mark.parametrize(
    "marked",
    [
        *cases(ORGANIZATIONS),
        *cases((f"layout: {name}", row) for name, row in LAYOUT),
        *cases((f"office: {name}", row) for name, row in OFFICES),
        *cases((f"group: {name}", row) for name, row in GROUPS),
    ],
)
def test_actors(marked: str) -> None:
    text, expected = read(marked)
    doc = vd.analyze(text=text)
    assert [(a.text, a.type) for a in doc.actors] == expected
    assert all(doc.text[a.start : a.end] == a.text for a in doc.actors)


CANONICAL = [
    ("abbreviation", "UBND tỉnh Lam Giang họp.", ["Ủy ban nhân dân tỉnh Lam Giang"]),
    ("abbreviation inside", "Thường trực HĐND tỉnh họp.", ["Thường trực Hội đồng nhân dân tỉnh"]),
    ("abbreviated office", "Nơi nhận:\n- VPCP: BTCN;", ["Văn phòng Chính phủ", "Bộ trưởng, Chủ nhiệm"]),
    ("short form later", "Ban Thường vụ Thành ủy Hải Sơn họp. Ban Thường vụ Thành ủy giao việc.", ["Ban Thường vụ Thành ủy Hải Sơn"]),
    ("short form before", "Thành ủy họp. Thành ủy Hải Sơn giao việc.", ["Thành ủy Hải Sơn"] ),
    ("two longer names", "Chủ tịch UBND tỉnh họp với Chủ tịch UBND huyện Hạ và Chủ tịch UBND huyện Mây.", ["Chủ tịch Ủy ban nhân dân tỉnh", "Chủ tịch Ủy ban nhân dân huyện Hạ", "Chủ tịch Ủy ban nhân dân huyện Mây"]),
    ("capitals in the head", "SỞ NỘI VỤ\n\nSở Nội vụ báo cáo.", ["Sở Nội vụ"]),
    ("hard wrap", "Giao Sở Khoa học và\nCông nghệ làm.", ["Sở Khoa học và Công nghệ"]),
    ("office by its holder", "Phó Bí thư Thường trực Tỉnh ủy Lam Giang dự. Phó Bí thư Thường trực Tỉnh ủy nói.", ["Phó Bí thư Thường trực Tỉnh ủy Lam Giang"]),
    ("given name", "Ông Lương Vĩnh Khoát dự. Ông Khoát nói.", ["Lương Vĩnh Khoát"]),
    ("given name of two", "Ông Lương Văn Khoát dự cùng ông Lê Vĩnh Khoát. Ông Khoát nói.", ["Lương Văn Khoát", "Lê Vĩnh Khoát", "Khoát"]),
    ("shared head", "Sở Nội vụ, Tài chính làm.", ["Sở Nội vụ", "Sở Tài chính"]),
    ("names after a colon", "Giao các sở: Nội vụ, Tài chính làm.", ["Sở Nội vụ", "Sở Tài chính"]),
    ("defined short form", "Trung tâm Hành chính công (sau đây gọi tắt là Trung tâm) phải niêm yết. Trung tâm báo cáo.", ["Trung tâm Hành chính công"]),
    ("board by its first words", "Kiện toàn Ban Chỉ đạo chuyển đổi số của tỉnh. Báo cáo Ban Chỉ đạo.", ["Ban Chỉ đạo chuyển đổi số"]),
    ("joint-stock company", "Giao Công ty CP Cấp nước Lam Giang làm.", ["Công ty cổ phần Cấp nước Lam Giang"]),
    ("short form inside", "Ủy ban nhân dân (UBND) tỉnh Lam Giang họp. UBND tỉnh giao việc.", ["Ủy ban nhân dân tỉnh Lam Giang"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(CANONICAL))
def test_one_actor_has_one_canonical_name(text: str, expected: list[str]) -> None:
    names = [a.canonical for a in vd.analyze(text=text).actors]
    assert list(dict.fromkeys(names)) == expected


ATTRIBUTES = [
    ("central party", "Bộ Chính trị họp.", ("central", "party")),
    ("central state", "Chính phủ họp.", ("central", "state")),
    ("ministry", "Bộ Nội vụ họp.", ("central", "state")),
    ("department", "Sở Nội vụ họp.", ("province", "state")),
    ("province by its place", "UBND tỉnh Lam Giang họp.", ("province", "state")),
    ("commune by its place", "UBND xã Hạ họp.", ("commune", "state")),
    ("district committee", "Huyện ủy họp.", ("district", "party")),
    ("committee by its place", "Đảng ủy phường Hạ họp.", ("commune", "party")),
    ("front by its place", "Mặt trận Tổ quốc tỉnh họp.", ("province", "front")),
    ("union by its place", "Liên đoàn Lao động huyện họp.", ("district", "union")),
    ("company", "Công ty Cấp nước họp.", (None, "enterprise")),
    ("office of its body", "Bí thư Huyện ủy họp.", ("district", "party")),
    ("bodies in many places", "UBND các xã họp.", ("commune", "state")),
    ("host", "Văn phòng Tỉnh ủy họp.", ("province", "party")),
    ("territory", "Tỉnh Lam Giang đã xong.", ("province", None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(ATTRIBUTES))
def test_level_and_branch(text: str, expected: tuple[str | None, str | None]) -> None:
    (actor,) = vd.analyze(text=text).actors
    assert (actor.level, actor.branch) == expected


@pytest.mark.parametrize(
    "piece",
    ["trường, ", "các sở, ", "cán bộ xã, ", "Sở Nội vụ, ", "tỉnh Lạng Sơn, ", "Ban Chỉ đạo về ",
     "người đứng đầu các ", "đại diện lãnh đạo các ", "cấp xã, ", "Lưu: VT, ", "UBND các ", "ông ", "tỉnh ", "thôn thuộc "],
)  # fmt: skip
def test_lists_without_end_take_linear_time(piece: str) -> None:
    def taken(copies: int) -> float:
        start = time.process_time()
        vd.analyze(text=piece * copies)
        return time.process_time() - start

    taken(100)
    assert taken(4000) < 12 * taken(1000) + 0.5


def test_a_chain_of_superiors_ends() -> None:
    assert vd.analyze(text="Sở Nội vụ thuộc " * 2000).actors
    assert vd.analyze(text="cấp ủy các " * 2000).actors
    assert vd.analyze(text="Chủ tịch " * 2000).actors


def test_a_parenthesis_outside_of_a_name_takes_nothing_from_it() -> None:
    for text in ("UBND xã Tân Phú phải họp (", "Cấp xã (UBND xã Tân Phú) phải họp."):
        names = [a.canonical for a in vd.analyze(text=text).actors]
        assert "Ủy ban nhân dân xã Tân Phú" in names
