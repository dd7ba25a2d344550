"""How strictly a duty binds: every family of cues, and what negation does to them."""

from __future__ import annotations

import pytest
from duties import Duty, asked, directive, found, may, must, never, pledge
from tables import cases

PROHIBITIONS = [
    ("forbidden to somebody named after it", "Nghiêm cấm cán bộ địa chính thu tiền ngoài biên lai.", [never("thu tiền ngoài biên lai", "cán bộ địa chính", strength=5, cue="Nghiêm cấm")]),
    ("forbidden, its subject first", "Các hộ kinh doanh nghiêm cấm trữ xăng trong kho.", [never("trữ xăng trong kho", "Các hộ kinh doanh", strength=5)]),
    ("what one may fail to do", "1. Không giải quyết được, các thôn báo cáo xã.", []),
    ("a ban on what is received", "Các hộ không nhận quà được tặng.", [never("nhận quà được tặng", "Các hộ")]),
    ("forbidden by a body", "Ban Quản lý chợ nghiêm cấm trữ xăng trong kho.", [never("trữ xăng trong kho", strength=5, speaker="Ban Quản lý chợ")]),
    ("forbidden as a matter", "Nghiêm cấm việc lấy đất ruộng làm gạch.", [never("lấy đất ruộng làm gạch", strength=5)]),
    ("forbidden, the bare verb", "Cấm neo đậu thuyền dưới chân cầu.", [never("neo đậu thuyền dưới chân cầu")]),
    ("absolutely not", "Trưởng thôn tuyệt đối không cho mượn con dấu.", [never("cho mượn con dấu", "Trưởng thôn", strength=5, cue="tuyệt đối không")]),
    ("absolutely not allowed", "Tuyệt đối không được đổ đất xuống kênh.", [never("đổ đất xuống kênh", strength=5, cue="Tuyệt đối không được")]),
    ("firmly not", "Các trường kiên quyết không nhận học sinh trái tuyến.", [never("nhận học sinh trái tuyến", "Các trường", strength=5)]),
    ("not allowed", "Công chức một cửa không được nhận hồ sơ tại nhà riêng.", [never("nhận hồ sơ tại nhà riêng", "Công chức một cửa", strength=4)]),
    ("not permitted", "Các chủ tàu không được phép chở quá số ghế.", [never("chở quá số ghế", "Các chủ tàu", strength=4)]),
    ("not yet permitted", "Các hộ chưa được phép dựng nhà.", [never("dựng nhà", "Các hộ")]),
    ("not to let", "Không để gia súc thả rông trên đê.", [never("gia súc thả rông trên đê", strength=4, cue="Không để")]),
    ("not to let happen", "Chủ rừng không để xảy ra cháy rừng.", [never("xảy ra cháy rừng", "Chủ rừng", strength=4)]),
    ("not to, in plain words to comrades", "Các đồng chí đừng đợi tỉnh nhắc.", [never("đợi tỉnh nhắc", "Các đồng chí", strength=4)]),
    ("nobody may", "Không ai được tự ý mở cống.", [never("tự ý mở cống")]),
    ("not one body may", "Không một cơ quan nào được phép thu thêm lệ phí.", [never("thu thêm lệ phí", ...)]),
    ("bare not in an operative item", directive("1. Các trường tiểu học không thu quỹ lớp."), [never("thu quỹ lớp", "Các trường tiểu học", cue="không")]),
    ("not allowed without", "Các hộ không được khoan giếng khi chưa có giấy phép.", [never("khoan giếng khi chưa có giấy phép", "Các hộ", condition="khi chưa có giấy phép")]),
    ("not allowed except", "Các hộ không được phơi lúa trên cầu, trừ trường hợp chạy bão.", [never("phơi lúa trên cầu, trừ trường hợp chạy bão", "Các hộ", exception="trừ trường hợp chạy bão")]),
    ("asked, and forbidden by its own cue", "Đề nghị các hợp tác xã không được đón khách dọc đường.", [never("đón khách dọc đường", "các hợp tác xã")]),
    ("required not to", "Yêu cầu các thôn không đốt rơm ven đường.", [never("đốt rơm ven đường", "các thôn")]),
    ("required not to, formally", "Yêu cầu Phòng Nội vụ không được thu thêm giấy tờ.", [never("thu thêm giấy tờ", "Phòng Nội vụ", strength=4)]),
    ("has no right to", "Trưởng thôn không có quyền giữ xe của dân.", [never("giữ xe của dân", "Trưởng thôn", strength=4)]),
    ("is forbidden", "Tàu cá chưa đăng kiểm bị cấm ra khơi.", [never("ra khơi", ..., strength=5)]),
    ("what others must not be let to do", "Công ty Cấp nước không để người dân thiếu nước.", [never("người dân thiếu nước", "Công ty Cấp nước")]),
    ("the same behind a semicolon", directive("1. Các xã nạo vét giếng; không để người dân thiếu nước."), [must("nạo vét giếng", "Các xã"), never("người dân thiếu nước", "^Các xã")]),
    ("to end a practice", directive("1. Chấm dứt ngay việc thu phí chợ ngoài quy định."), [must("Chấm dứt ngay việc thu phí chợ ngoài quy định")]),
    ("should never", "Các hộ tuyệt đối không nên phơi lúa trên đường.", [never("phơi lúa trên đường", "Các hộ")]),
    ("what somebody does at sea", "Nghiêm cấm tàu thuyền ra khơi từ 19 giờ.", [never("ra khơi từ 19 giờ", ...)]),
]  # fmt: skip
PROHIBITIONS_BUGS = {}

OBLIGATIONS = [
    ("must", "Công ty Thủy nông phải ghi nhật ký xả nước.", [must("ghi nhật ký xả nước", "Công ty Thủy nông", strength=4, cue="phải")]),
    ("is forced to", "Các hộ buộc phải xả nước về mương chính.", [must("xả nước về mương chính", "Các hộ", strength=4)]),
    ("is compelled to", "Học sinh đi đò bắt buộc phải mặc áo phao.", [must("mặc áo phao", ..., strength=4)]),
    ("needs to and must", "Các chi bộ cần phải họp đúng kỳ.", [must("họp đúng kỳ", "Các chi bộ", strength=4, cue="cần phải")]),
    ("has the responsibility", "Trưởng bản có trách nhiệm giữ sổ hộ khẩu.", [must("giữ sổ hộ khẩu", "Trưởng bản", strength=4)]),
    ("has the task", "Tổ công tác có nhiệm vụ đo mực nước.", [must("đo mực nước", "Tổ công tác", strength=4)]),
    ("has the duty", "Chủ hộ có nghĩa vụ khai báo tạm trú.", [must("khai báo tạm trú", "Chủ hộ", strength=4)]),
    ("answers for it", "Hiệu trưởng chịu trách nhiệm về bữa ăn bán trú.", [must("chịu trách nhiệm về bữa ăn bán trú", "Hiệu trưởng")]),
    ("answers for carrying out", "Các ông, bà Trưởng phòng chịu trách nhiệm thi hành Quyết định này.", [must("thi hành Quyết định này", ..., cue="chịu trách nhiệm")]),
    ("need", "Mỗi chi bộ cần chọn một việc thiết thực.", [must("chọn một việc thiết thực", "chi bộ", strength=3)]),
    ("order", "Yêu cầu Công an xã xếp lại chỗ để xe.", [must("xếp lại chỗ để xe", "Công an xã", strength=3, cue="Yêu cầu")]),
    ("assignment with a preposition", "Giao cho Hợp tác xã Đồng Lau nạo vét kênh nhánh.", [must("nạo vét kênh nhánh", "Hợp tác xã Đồng Lau", strength=3)]),
    ("assignment of a task", "Giao nhiệm vụ cho Chi đoàn thôn Hạ sơn lại cổng chào.", [must("sơn lại cổng chào", "Chi đoàn thôn Hạ")]),
    ("allotment", "Phân công Hội Cựu chiến binh xã gác barie đường ngang.", [must("gác barie đường ngang", "Hội Cựu chiến binh xã", strength=3)]),
    ("charged with it", "Giao trách nhiệm cho trưởng thôn giữ chìa khóa kho.", [must("giữ chìa khóa kho", "trưởng thôn")]),
    ("reminded", "Nhắc các thôn giữ trật tự khi họp.", [must("giữ trật tự khi họp", "các thôn")]),
    ("need not, at length", "Các hộ không nhất thiết phải nộp bản gốc.", []),
    ("is given the work", "Trạm Khuyến nông được giao theo dõi mực nước.", [must("theo dõi mực nước", "Trạm Khuyến nông", strength=3)]),
    ("is allotted the work", "Phó Chủ tịch xã được phân công phụ trách thôn Hạ.", [must("phụ trách thôn Hạ", "Phó Chủ tịch xã")]),
    ("do, in plain words", "Mỗi đoàn viên hãy nhận chăm một gốc cây.", [must("nhận chăm một gốc cây", "đoàn viên", strength=3)]),
    ("firmly, in an item", directive("1. Kiên quyết thu hồi đất bỏ hoang."), [must("Kiên quyết thu hồi đất bỏ hoang", strength=5)]),
    ("bare imperative", directive("1. Niêm yết giá vé gửi xe."), [must("Niêm yết giá vé gửi xe", strength=3, cue=None)]),
    ("passive", "Hồ sơ mời thầu phải được lưu ở hai nơi.", [must("được lưu ở hai nơi")]),
    ("things that must have something", "Mọi khoản thu đều phải có biên lai.", [must("có biên lai")]),
    ("proposed and must", "Kiến nghị Sở Giao thông vận tải phải cắm lại mốc lộ giới.", [must("cắm lại mốc lộ giới", "Sở Giao thông vận tải", strength=4)]),
    ("keep, and not lend", directive("1. Giữ gìn con dấu, không cho mượn."), [must("Giữ gìn con dấu, không cho mượn")]),
    ("must, and not", "Tổ trưởng phải ghi sổ trực, không được ghi hộ.", [must("ghi sổ trực, không được ghi hộ", "Tổ trưởng")]),
    ("will have to", "Những người về từ vùng dịch sẽ phải khai báo.", [must("khai báo", "Những người về từ vùng dịch")]),
    ("told by what they do", "Người giữ kho thóc có trách nhiệm ghi sổ.", [must("ghi sổ", "Người giữ kho thóc")]),
    ("a verb in the noun of several", "Các chốt kiểm tra phải ghi sổ.", [must("ghi sổ", ...)]),
    ("verbs joined by a comma say which body", "Cơ quan trực tiếp quản lý, sử dụng cán bộ có trách nhiệm cấp thẻ.", [must("cấp thẻ", "Cơ quan")]),
    ("a legal term that holds a cue", "Các thôn lập danh sách người có nghĩa vụ kê khai gửi xã.", [must("lập danh sách người có nghĩa vụ kê khai gửi xã", "Các thôn")]),
    ("charged behind what they are assigned", "Các chi ủy viên được phân công phụ trách địa bàn có trách nhiệm dự họp.", [must("dự họp", ...)]),
]  # fmt: skip
OBLIGATIONS_BUGS = {
    "answers for carrying out": "the verb that is kept in the action is in the cue as well",
}

OTHERS = [
    ("ask", "Đề nghị Hội Nông dân xã góp giống lúa.", [asked("góp giống lúa", "Hội Nông dân xã", strength=2)]),
    ("ask politely", "Kính đề nghị Điện lực huyện dời cột điện.", [asked("dời cột điện", "Điện lực huyện", strength=2)]),
    ("petition", "Kiến nghị Sở Y tế cấp thêm tủ lạnh giữ vắc xin.", [asked("cấp thêm tủ lạnh giữ vắc xin", "Sở Y tế", strength=2)]),
    ("propose", "Đề xuất Huyện ủy lập quỹ khuyến học.", [asked("lập quỹ khuyến học", "Huyện ủy")]),
    ("encourage", "Khuyến khích các hộ nuôi ong dưới tán rừng.", [asked("nuôi ong dưới tán rừng", "các hộ", strength=1)]),
    ("encourage, its subject first", "Ủy ban nhân dân xã khuyến khích các hộ hiến đất.", [asked("hiến đất", "các hộ", speaker="Ủy ban nhân dân xã")]),
    ("hope", "Mong bà con giữ lời hứa với đoàn khảo sát.", [asked("giữ lời hứa với đoàn khảo sát", "bà con", strength=1)]),
    ("hope very much", "Ban Quản lý di tích rất mong các dòng họ gửi ảnh cũ.", [asked("gửi ảnh cũ", "các dòng họ", strength=1)]),
    ("should", "Các thôn nên gieo sạ tập trung.", [asked("gieo sạ tập trung", "Các thôn", strength=1)]),
    ("may keep", "Các thôn được giữ lại 30% tiền bán phế liệu.", [may("giữ lại 30% tiền bán phế liệu", "Các thôn", strength=2)]),
    ("may keep, by leave", "Cho phép các thôn được giữ lại 30% tiền bán phế liệu.", [may("giữ lại 30% tiền bán phế liệu", "các thôn", strength=2)]),
    ("agreed to", "Thống nhất cho phép Trạm Y tế xã thuê kho lạnh.", [may("thuê kho lạnh", "Trạm Y tế xã", strength=2)]),
    ("may, explicitly", "Hộ nuôi cá được phép đặt máy bơm ở chân đê.", [may("đặt máy bơm ở chân đê", "Hộ nuôi cá", strength=2)]),
    ("has the right", "Ban Thanh tra nhân dân có quyền xem bản vẽ.", [may("xem bản vẽ", "Ban Thanh tra nhân dân", strength=2)]),
    ("can", "Các thôn có thể thuê người gom rác.", [may("thuê người gom rác", "Các thôn", strength=1)]),
    ("allow somebody", "Cho phép Trường Tiểu học Đồng Lau dùng sân kho làm chỗ học tạm.", [may("dùng sân kho làm chỗ học tạm", "Trường Tiểu học Đồng Lau", strength=2)]),
    ("may only when", "Hợp tác xã chỉ được xuất gạo khi có phiếu.", [may("xuất gạo khi có phiếu", "Hợp tác xã", condition="khi có phiếu")]),
    ("may except", "Các hộ kinh doanh được phép bày hàng ở sân đình, trừ tối thứ bảy.", [may("bày hàng ở sân đình, trừ tối thứ bảy", "Các hộ kinh doanh", exception="trừ tối thứ bảy")]),
    ("promise", "Chúng tôi xin hứa trả xong nợ gạo trong tháng 6.", [pledge("trả xong nợ gạo trong tháng 6", "Chúng tôi", strength=3)]),
    ("vow", "Tôi cam kết mở cửa thư viện cả ngày chủ nhật.", [pledge("mở cửa thư viện cả ngày chủ nhật", "Tôi")]),
    ("we will", "Chúng tôi sẽ dán kết quả ở cổng chợ.", [pledge("dán kết quả ở cổng chợ", ...)]),
    ("we will not", "Chúng tôi cam kết không tăng giá vé đò.", [pledge("không tăng giá vé đò", ...)]),
]  # fmt: skip
OTHERS_BUGS = {
    "hope very much": "an asker in front of “mong” runs on into the bearer",
}

UNLISTED = [
    ("a keeper", "Thủ kho phải đếm lại số bao cát.", [must("đếm lại số bao cát", "Thủ kho")]),
    ("an owner of something", "Chủ đầm phải ghi nhật ký xả nước.", [must("ghi nhật ký xả nước", "Chủ đầm")]),
    ("an owner, asked", "Yêu cầu chủ bến xếp lại chỗ đậu thuyền.", [must("xếp lại chỗ đậu thuyền", "chủ bến")]),
    ("somebody by the trade", "Người lái đò phải mặc áo phao.", [must("mặc áo phao", "Người lái đò")]),
    ("a trade before an imperative", "Đề nghị tiểu thương chợ Gốm kéo mái bạt đúng vạch.", [asked("kéo mái bạt đúng vạch", ...)]),
    ("a team by its task", "Tổ đê điều phải đo mực nước hai giờ một lần.", [must("đo mực nước hai giờ một lần", "Tổ đê điều")]),
    ("a board by its task", "Ban Giám sát đầu tư cộng đồng phải ký biên bản.", [must("ký biên bản", "Ban Giám sát đầu tư cộng đồng")]),
    ("a teacher of a class", "Giáo viên chủ nhiệm phải báo sĩ số trước 8 giờ.", [must("báo sĩ số trước 8 giờ", "Giáo viên chủ nhiệm")]),
    ("forest rangers", "Hạt Kiểm lâm phải tuần tra rừng.", [must("tuần tra rừng", "Hạt Kiểm lâm")]),
    ("a head of a department", "Trưởng phòng Tài chính phải ký sổ giao việc.", [must("ký sổ giao việc", "Trưởng phòng Tài chính")]),
    ("a head of a kind of school", "Hiệu trưởng trường tiểu học phải ký sổ trực.", [must("ký sổ trực", "Hiệu trưởng trường tiểu học")]),
    ("a body whose name ends in a verb", "Chi cục Quản lý thị trường phải cân lại hàng.", [must("cân lại hàng", "Chi cục Quản lý thị trường")]),
    ("a board by its place, before a rare verb", "Yêu cầu Ban Quản lý chợ xếp lại chỗ để xe.", [must("xếp lại chỗ để xe", "Ban Quản lý chợ")]),
    ("the one who breaks it", "Người vi phạm phải dọn sạch chỗ đổ rác.", [must("dọn sạch chỗ đổ rác", "Người vi phạm")]),
    ("whoever is responsible", "Ban chức sự các đạo tràng có trách nhiệm lập danh sách.", [must("lập danh sách", "Ban chức sự các đạo tràng")]),
    ("whom a rule is about", "Nội quy quy định người giữ kho phải ghi sổ.", [must("ghi sổ", "người giữ kho")]),
]  # fmt: skip
NEGATION = [
    ("need not, of somebody", "Hộ nghèo không phải nộp tiền rác.", []),
    ("it is not", "Đây không phải việc của riêng ngành y tế.", []),
    ("not yet needed", "Các hộ đã tiêm mũi hai chưa cần tiêm nhắc lại.", []),
    ("not needed", "Người dân không cần nộp lại bản sao.", []),
    ("not necessarily", "Các thôn không nhất thiết phải họp lại.", []),
    ("cannot", "Xe cứu thương không thể vào ngõ này.", []),
    ("cannot but", "Các cấp ủy không thể không lắng nghe ý kiến này.", [must("lắng nghe ý kiến này", "Các cấp ủy")]),
    ("without ceasing is no prohibition", "Không ngừng cải tiến lề lối làm việc.", [must("Không ngừng cải tiến lề lối làm việc")]),
    ("cannot let", "Không thể để rác tràn ra chợ.", [never("rác tràn ra chợ")]),
    ("not only must, but also", "Các trường không chỉ phải dạy đủ tiết mà còn phải trực trưa.", [must("dạy đủ tiết mà còn phải trực trưa", "Các trường")]),
    ("not only, but need", "Trưởng thôn không chỉ nghe hai bên mà còn cần gặp người làm chứng.", [must("gặp người làm chứng", "Trưởng thôn")]),
    ("not only that body, but all", "Không chỉ ngành y tế mà mọi cơ quan phải diệt bọ gậy.", [must("diệt bọ gậy", ...)]),
    ("had to, looking back", "Năm ngoái, nhiều hộ đã phải bán lúa non.", []),
    ("the right side", "Nhà văn hóa nằm bên phải cổng chợ.", []),
    ("who must? a question", "Ai phải chịu trách nhiệm về đoạn kè này?", []),
    ("what needs doing, as a noun", "Những việc cần làm ngay được niêm yết ở đình làng.", []),
    ("need of a thing", "Xã cần thêm hai máy bơm.", []),
    ("so, not should", "Đường hẹp nên xe lớn khó vào.", []),
    ("possible, not permitted", "Mưa lớn có thể gây ngập đường trũng.", []),
    ("was done, not permitted", "Cầu phao được lắp năm 2019.", []),
    ("a pledge on paper", "Bản cam kết được dán ở cổng nhà máy.", []),
    ("at the request of", "Theo yêu cầu của phụ huynh, lớp học chuyển sang buổi chiều.", []),
    ("a threat with không", "Các cơ sở lưu trú không niêm yết giá sẽ bị xử phạt.", []),
    ("a threat with thì", "Nộp muộn thì sẽ bị trừ điểm.", []),
    ("a threat that may come", "Học sinh nộp muộn có thể không được dự thi.", []),
    ("a condition with a threat", "Nếu nộp muộn, học sinh sẽ không được dự thi.", []),
    ("what came of a cause", "Do mưa lớn, nên toàn xã đã mất điện.", []),
    ("never does", "Công an xã không bao giờ gọi điện đòi tiền.", []),
]  # fmt: skip
NEGATION_BUGS = {
    "not only, but need": "the cue belongs to the second half alone",
    "the right side": "“phải” is a side as well",
    "need of a thing": "“cần” governs an amount, “thêm” looks like its verb",
}


@pytest.mark.parametrize(("text", "expected"), cases(PROHIBITIONS, PROHIBITIONS_BUGS))
def test_prohibitions(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases(OBLIGATIONS, OBLIGATIONS_BUGS))
def test_obligations(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases(OTHERS, OTHERS_BUGS))
def test_other_modalities(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases(UNLISTED))
def test_bearers_that_no_list_of_bodies_knows(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases(NEGATION, NEGATION_BUGS))
def test_scope_of_negation_and_words_that_look_like_cues(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected
