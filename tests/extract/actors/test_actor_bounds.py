"""Where mentions of actors begin and end; the rows are marked as in ``test_actors``."""

from __future__ import annotations

import pytest
from tables import cases
from test_actors import read

import vndirective as vd
from vndirective.core.resources import lexicon

LONG_ENOUGH = [
    ("an office in a list with those who ask", "Trả lời [G đại biểu], [R Bộ trưởng] [P Tạ Quốc Bảng] thừa nhận còn chậm."),
    ("a period behind a name", "[O Bộ Giao thông] hằng tuần giao ban."),
    ("a date behind a name", "[O Bộ Giao thông] ngày 5/11 giao ban."),
    ("a deadline behind a name", "Hồ sơ gửi về [O Phòng Khoa học] chậm nhất ngày 5/11."),
    ("a body and how many it meets", "Tuần qua, [O đoàn kiểm tra] 18 [G cơ sở giết mổ]."),
    ("a speaker's verb behind a company", "[R Chủ tịch HĐQT Công ty Gỗ Lộc Phát] phát biểu."),
    ("an address behind a company", "[O Công ty Gỗ Lộc Phát] số 15 phố Hạ bị cháy."),
    ("a verb of one syllable behind a short name", "[O Khoa Luật] nộp đơn."),
    ("how often, behind a company", "[O Công ty Điện lực] 2 lần bị phạt."),
]  # fmt: skip

WHOLE = [
    ("places of councils end before bodies", "[G UBND các xã, phường], [G Tổng công ty, công ty] và [G các đơn vị] báo cáo."),
    ("places of councils end before groups", "[G UBND các địa phương], [G tổ chức, cá nhân liên quan] báo cáo."),
    ("a verb behind a place in a name", "[O Đài Truyền hình Vĩnh Long] tăng thời lượng tin bão."),
    ("a place whose name ends like a verb", "[G UBND các xã Tân Lập, Tân Hòa] rà soát [G hộ nghèo]. [O Công an xã Tân Lập] lập chốt."),
    ("an office by what it coordinates", "[O Văn phòng Điều phối nông thôn mới tỉnh Hòa An] rà soát tiêu chí."),
    ("a whole word before a colon", "[O Phòng Kiểm định đào tạo]: Rà soát sổ."),
    ("no half of a verb", "[O Phòng Kiểm định] đào tạo [G cán bộ]."),
    ("a department of a school", "[O Phòng Quản lý nghiên cứu khoa học] rà soát sổ."),
    ("a numbered neighborhood", "[O Tổ dân phố số 5] phát quang bờ bụi. [O Tổ dân phố 7] họp."),
    ("a board before a verb", "Giao [O Ban Nội chính] nghiên cứu đề án."),
    ("a board before a verb of building", "Giao [O Ban Tổ chức] xây dựng đề án; hoàn thành trong quý."),
    ("a board before half a word", "Giao [O Ban Dân vận] động viên [G các hộ]."),
    ("a board and what it acts on", "[O Ban Tổ chức] căn cứ tình hình lập danh sách."),
    ("a person behind a province body", "[R Bí thư Tỉnh ủy] [P Lê Hiếu] đề nghị rà soát."),
    ("a province behind a body", "[O Sở Y tế Cao Bằng] đề nghị rà soát."),
    ("an office of a small department", "[R Giám đốc sở tài chính] báo cáo."),
    ("an accountant beside heads", "[R Kế toán trưởng], [R Trưởng các phòng] báo cáo."),
    ("small divisions of several places", "Phối hợp với [G phòng Y tế các huyện] rà soát."),
    ("a committee directs", "[O Đảng ủy phường] lãnh đạo [G các chi bộ] thu gom rác."),
    ("who chairs a city", "[R Chủ tịch Hà Nội] giao [O Công an thành phố] rà soát."),
    ("a city that asks", "[O Hà Nội] yêu cầu [G các trường] xét nghiệm."),
    ("a commune that is said to", "[P Lò Thị Inh] cho biết [O xã] đã mở điểm trực."),
    ("inspection and supervision", "[O Đoàn kiểm tra, giám sát] lập biên bản."),
    ("standing board in short", "[O BTT Ủy ban MTTQ Việt Nam tỉnh] họp."),
    ("departments without commas", "[G Các sở ngành liên quan] gửi số liệu."),
    ("a member of a committee", "Phân công mỗi [G đảng ủy viên] phụ trách một bản."),
    ("team of several branches", "[O Tổ công tác liên ngành] kiểm tra quán."),
    ("inspection of several branches", "[O Đoàn kiểm tra liên ngành] kiểm tra quán."),
    ("those who preside", "Kính thưa [O Đoàn Chủ tịch]!"),
    ("board of directors in letters", "[R Chủ tịch HĐTV Tổng công ty Xây dựng số 9] ký."),
    ("head of a market board", "[R Trưởng Ban quản lý chợ] [P Tô Văn Quyền] cho biết."),
    ("head of a market board, small", "Ông [P Tô Hà], [R Trưởng ban quản lý chợ], cho biết."),
    ("bar of a city", "[O Đoàn Luật sư TP Hải Khê] cử người."),
    ("company by its number", "[O Tổng công ty Xây dựng số 9] thi công."),
    ("company by its number alone", "[O Tổng công ty Điện lực 2] phải báo cáo."),
    ("rangers by their number", "[O Hạt Kiểm lâm số 2] tuần tra."),
    ("rangers by their number, and place", "[O Hạt Kiểm lâm số 2 huyện Lam Hà] tuần tra."),
    ("squadron by its number", "[O Hải đội 2] tuần tra."),
    ("commander of a numbered unit", "[R Chỉ huy trưởng Hải đội 2] ra lệnh."),
    ("association of two trades", "[O Hiệp hội Gỗ và Lâm sản] kiến nghị."),
    ("supervision", "[O Đoàn giám sát] làm việc."),
    ("members of a body", "[G Các thành viên Đoàn giám sát] làm việc."),
    ("head of a committee of the Front", "[R Trưởng Ban công tác Mặt trận thôn Hạ] họp với [R Bí thư chi bộ]."),
    ("two offices of who signs, on one line", "KT. [R CHỦ TỊCH] [R PHÓ CHỦ TỊCH] [P Lò Văn Nhàn]"),
    ("departments written small", "[G Các sở giáo dục và đào tạo] báo cáo."),
    ("a meeting of voters is no voter", "Mở hội nghị cử tri ở nhà văn hóa."),
    ("a deputy whose office is small", "[R Phó bí thư huyện ủy] [P Trần Văn Sáu] đã dự."),
    ("people of a body", "[G Cán bộ, giảng viên, sinh viên Học viện Nông nghiệp] thực hiện giãn cách."),
    ("officials of an office", "Nghiệp vụ của [G công chức Sở Xây dựng] và [G các xã]."),
    ("people, then a body that acts", "[G Người dân], [O Sở Xây dựng] cùng giám sát."),
    ("levels of a risk are nobody", "Có kịch bản riêng cho các cấp độ cháy rừng."),
    ("deputy mayor", "[R Phó Thị trưởng thành phố Incheo] đến thăm."),
    ("hospital named by a day", "[O Bệnh viện 19-8] tiếp nhận."),
    ("hospital of the army", "[O Bệnh viện Quân y 103] tiếp nhận."),
    ("branch of a bank", "[O Agribank chi nhánh tỉnh] cho vay."),
    ("branch of a bank at a place", "[O Ngân hàng Chính sách xã hội chi nhánh Hải Sơn] cho vay."),
    ("credit fund", "[O Quỹ tín dụng nhân dân Bắc Sơn] cho vay."),
    ("members of a board with its task", "[G Các thành viên Ban Chỉ đạo chuyển đổi số tỉnh] phải họp."),
    ("union of a branch", "[O Công đoàn Y tế Lam Hà] kêu gọi quyên góp."),
    ("union of a branch, with the word for it", "[O Công đoàn ngành Giáo dục huyện] kêu gọi quyên góp."),
    ("union of scientists, not of a faculty", "[O BCH Công đoàn Khoa học và Công nghệ Việt Nam] kêu gọi quyên góp."),
    ("union of a faculty", "[O Công đoàn Khoa] kêu gọi quyên góp."),
    ("what meets is no part of its name", "[O Trường Đại học Cần Thơ] họp."),
    ("office of an army unit", "[R Phó Tham mưu trưởng Quân khu 2] phát biểu."),
    ("boards of two levels", "[G Ban An toàn giao thông cấp tỉnh, cấp huyện] họp."),
    ("body of the same level", "[O Ủy ban nhân dân cùng cấp] báo cáo."),
    ("schools of two kinds", "Thông báo đến [G các trường đại học, cao đẳng]."),
    ("families and whose they are", "Thăm hỏi [G gia đình các nạn nhân]."),
    ("candidates for a council", "[G Người ứng cử đại biểu HĐND xã] kê khai tài sản."),
    ("heads of many bodies, as one", "Yêu cầu [R Giám đốc các Sở, Thủ trưởng các ban, ngành]; [R Bí thư, Chủ tịch UBND các xã] thực hiện."),
    ("head of one body, then of many", "Yêu cầu [R Giám đốc Sở Y tế], [R Thủ trưởng các cơ quan liên quan] thực hiện."),
    ("heads of bodies listed behind a colon", "Yêu cầu [R Bộ trưởng các Bộ: Quốc phòng, Công an, Xây dựng] thực hiện."),
    ("a district that acts at the start of a line", "Nước đang lên.\n[O Huyện Bắc Sơn] cũng yêu cầu [G các xã] trực đê."),
    ("a place at the head of a line", "[O Ninh Bình] ban hành kế hoạch trồng rừng."),
    ("a place that is asked", "[R Phó Thủ tướng] yêu cầu [O Gia Lai] đẩy nhanh xét nghiệm."),
    ("the center and the province", "Theo quy định của [O Trung ương], của [O tỉnh] về trồng rừng."),
    ("what a school builds is no part of its name", "[O Trường THCS Hoa Mai] xây dựng kế hoạch."),
    ("teachers of all classes", "Gửi [G giáo viên chủ nhiệm các lớp]."),
    ("trades of an enterprise, written small", "Giao [O Công ty CP đầu tư thủy điện Sông Hàn] xả lũ."),
    ("who leads a province and his name", "[R Bí thư Tỉnh ủy] [P Lê Hiếu Nghĩa] nói."),
    ("minister, by what he is in charge of", "[R Bộ trưởng Y tế] báo cáo [O Quốc hội]."),
    ("office and degree, written small", "[R Phó Thủ tướng thường trực] chủ trì."),
    ("head of a body written small", "[R Giám đốc bệnh viện Đa khoa Hòa Sơn] báo cáo."),
    ("department written small", "Giao [O sở giao thông vận tải] cắm biển."),
    ("what a department builds is no name", "Giao sở xây dựng kế hoạch."),
    ("with a dash for a hyphen", "Giao [G các tổ chức chính trị – xã hội] giám sát."),
    ("bodies listed behind a colon", "Yêu cầu các sở: [O Xây dựng], [O Tài chính] rà soát."),
    ("what they build behind a colon", "[G Các sở, ban, ngành]: Xây dựng kế hoạch."),
    ("what a role builds behind a colon", "[R Hiệu trưởng]: Xây dựng kế hoạch."),
    ("file marks", "Lưu: [O VT], [O KTTH] ([P Hương])."),
    ("the archive gets a copy", "Lưu [O Văn thư]."),
    ("a verb inside a name", "[O Hiệp hội Nuôi trồng và Chế biến cá tra] họp."),
    ("commissions of the party", "- [O Văn phòng Trung ương] và [G các Ban của Đảng];"),
    ("commissions of a committee", "[G Các Ban của Đảng ủy] họp."),
    ("the front, central, in short", "- [O UBTW Mặt trận Tổ quốc Việt Nam];"),
    ("a small department in letters", "Giao [O phòng TNMT] rà soát."),
    ("forces in letters", "Giao [G lực lượng CSGT] rà soát."),
    ("households of those with merit", "Hỗ trợ [G hộ người có công với cách mạng] về nhà ở."),
    ("companies that are members", "Yêu cầu [G các doanh nghiệp hội viên] báo cáo."),
    ("a label by itself", "b) Cơ quan chủ trì\n- [O Sở Y tế]."),
    ("safety at school", "Bảo đảm an toàn trường học."),
    ("by turns", "Thường xuyên, định kỳ tổ chức kiểm tra."),
    ("in a month, on a day", "Tháng 5 tổ chức hội thi, ngày 5/6 tổ chức hội nghị cho 5 [G tổ chức]."),
    ("minutes and no villages", "Lập biên bản, bản kiểm điểm gửi [G các bản]."),
    ("an order in capitals behind a comma", "[O Hiệp hội Nuôi trồng], Rà soát cá giống."),
    ("another body behind a conjunction", "Giao [O Hiệp hội Nuôi trồng] và [O Kiểm toán nhà nước] rà soát."),
]  # fmt: skip

PLACE_AND_PERSON = [
    ("surname that may end the place, named before", "Ở tỉnh Trường Hà. [R Chủ tịch UBND tỉnh Trường Hà] [P Vũ Đình Khoát] nói."),
    ("surname that may end the place, two syllables", "[R Chủ tịch UBND tỉnh Trường Hà] [P Vũ Đình Khoát] nói."),
    ("place of one syllable, named behind", "[R Chủ tịch UBND xã Hạ] [P Hà Vũ Đình Khoát] nói. Đường về xã Hạ đã xong."),
    ("committee of a place", "[R Bí thư Huyện ủy An Dương] [P Bạch Thu Thủy] nói. Đường về quận An Dương đã xong."),
    ("place of the list", "[R Chủ tịch UBND tỉnh Hà Nam] [P Cao Văn Hòa] nói."),
    ("surname like the head of a body", "[R Thứ trưởng Bộ Nội vụ] [P Đoàn Thị Tâm] nói."),
    ("surname like the head of a body, behind an office", "[R Giám đốc] [P Đoàn Thị Tâm] nói."),
    ("body called like it", "[O Đoàn Hà Nội] nói."),
    ("department without its name", "[R Giám đốc Sở] [P Ngụy Thanh Bình] nói."),
    ("department with its name", "[R Giám đốc Sở Văn hóa] [P Lê Văn Hòa] nói."),
    ("organizers behind a stop", "Đồng chí chỉ đạo. [O Ban Tổ chức Hội nghị] nhận được tham luận."),
    ("name of a place like the head of a body", "Đường qua tỉnh Trường Hà đã xong."),
]  # fmt: skip

FOREIGN = [
    ("Korean behind an office", "[R Giám đốc] [P Park Jun-ho] nói."),
    ("Korean behind a title", "Ngài [P Choi Min-seok] nói."),
    ("professor with a foreign name", "Giáo sư [P John Smith] nói."),
    ("professor", "Giáo sư [P Nguyễn Văn Hòa] nói."),
    ("professors in general", "[G Giáo sư] được mời."),
    ("doctors of a hospital", "[G Bác sĩ Bệnh viện Bắc Hà] phải trực."),
    ("ambassador", "[R Đại sứ Nhật Bản] [P Ito Naoki] nói."),
    ("ambassador in general", "Việc của đại sứ quán và Đại sứ du lịch."),
    ("two titles", "PGS.TS. [P Lê Văn Hòa] nói."),
    ("head of a state that begins like a surname", "[R Thủ tướng Thái Lan] nói."),
    ("head of a state with a name", "[R Thủ tướng Hàn Quốc] [P Han Duck-soo] nói."),
    ("president by name", "[R Chủ tịch] [P Hồ Chí Minh] nói."),
    ("name with small words", "TS. [P Elise van der Meer] nói."),
    ("letter and apostrophe", "Chị [P H'Hen Êban] nói."),
    ("letter and apostrophe, one word", "Ông [P K'Brểu] nói."),
    ("the office of a committee", "Giao [O Cơ quan Ủy ban Kiểm tra Huyện ủy] lập sổ."),
    ("pupils as children", "Thầy giúp [G các em học sinh] học bài."),
    ("village elder", "Theo [R già làng] [P A Thút], nhà rông phải sửa."),
    ("village elder, capital", "[R Già làng] [P A Thút] nói."),
]  # fmt: skip


@pytest.mark.parametrize(
    "marked",
    [
        *cases(LONG_ENOUGH),
        *cases(WHOLE),
        *cases(PLACE_AND_PERSON),
        *cases(FOREIGN),
    ],
)
def test_bounds(marked: str) -> None:
    text, expected = read(marked)
    assert [(a.text, a.type) for a in vd.analyze(text=text).actors] == expected


def test_a_text_may_end_with_the_head_of_a_name() -> None:
    for group in lexicon("organizations")["classes"]:
        for head in group["heads"]:
            for text in (f"Giao {head}", f"Sở Nội vụ, {head}", f"Các {head}"):
                assert vd.analyze(text=text).text == text
