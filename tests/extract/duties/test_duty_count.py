"""How many duties a sentence, an item or a row of parts holds."""

from __future__ import annotations

import pytest
from duties import Duty, directive, found, may, must, never
from tables import cases

ONE = [
    ("verbs with commas", directive("1. Thư viện xã mở cửa cả ngày thứ bảy, kéo dài giờ phục vụ và bổ sung sách thiếu nhi."), [must("mở cửa cả ngày thứ bảy, kéo dài giờ phục vụ và bổ sung sách thiếu nhi", "Thư viện xã")]),
    ("verbs with and", "Các trường phải dọn bếp và lưu mẫu thức ăn.", [must("dọn bếp và lưu mẫu thức ăn", "Các trường")]),
    ("verbs with at the same time", directive("1. Chi cục Thuế rà soát sổ bộ, đồng thời nhắc nhở các hộ nộp tiền."), [must("rà soát sổ bộ, đồng thời nhắc nhở các hộ nộp tiền", "Chi cục Thuế")]),
    ("in particular", "Các xã phải rà soát hộ vay vốn, trong đó làm rõ hộ quá hạn.", [must("rà soát hộ vay vốn, trong đó làm rõ hộ quá hạn", "Các xã")]),
    ("both and", "Trạm Y tế phải vừa khám bệnh vừa phát thuốc.", [must("vừa khám bệnh vừa phát thuốc", "Trạm Y tế")]),
    ("assignment to direct others", "Giao Phòng Nông nghiệp chỉ đạo Trạm Thú y tiêm phòng dại.", [must("chỉ đạo Trạm Thú y tiêm phòng dại", "Phòng Nông nghiệp")]),
    ("must, and a second must", "Các trường phải khóa cổng sau giờ học và phải cử người gác.", [must("khóa cổng sau giờ học và phải cử người gác", "Các trường")]),
    ("an abbreviation with a period", "UBND TP. Hải Sơn phải rà soát biển báo.", [must("rà soát biển báo", "UBND TP. Hải Sơn")]),
    ("a dash in the middle", directive("1. Công an xã lập chốt - kể cả ngày nghỉ - ở cầu Đá."), [must("lập chốt - kể cả ngày nghỉ - ở cầu Đá", "Công an xã")]),
    ("a number with a period", "Các thôn phải thu 1.500.000 đồng mỗi hộ.", [must("thu 1.500.000 đồng mỗi hộ", "Các thôn")]),
    ("brackets with a verb", "Các thôn phải thu gom vỏ thuốc sâu (rửa sạch, phơi khô) mỗi tuần.", [must("thu gom vỏ thuốc sâu (rửa sạch, phơi khô) mỗi tuần", "Các thôn")]),
    ("the order repeats the verb of asking", "Ủy ban nhân dân xã yêu cầu các thôn nghiêm túc thực hiện yêu cầu của đoàn kiểm tra.", [must("nghiêm túc thực hiện yêu cầu của đoàn kiểm tra", "các thôn", speaker="Ủy ban nhân dân xã")]),
]  # fmt: skip

SEVERAL = [
    ("two persons charged by one verb", directive("1. Phân công đồng chí Hứa Văn Khoát phụ trách thôn Thượng, đồng chí Mạc Thị Nhài phụ trách thôn Hạ."), [must("phụ trách thôn Thượng", "Hứa Văn Khoát"), must("phụ trách thôn Hạ", "Mạc Thị Nhài")]),
    ("persons with their offices behind a dash", directive("1. Phân công đ/c Hứa Văn Khoát – Phó Chủ tịch UBND xã theo dõi thủy lợi; đ/c Mạc Thị Nhài – Trưởng Trạm Y tế theo dõi dịch bệnh."), [must("theo dõi thủy lợi", "Hứa Văn Khoát"), must("theo dõi dịch bệnh", "Mạc Thị Nhài")]),
    ("allowed, but", directive("1. Các thôn được phép mở hội nhưng phải báo cáo xã."), [may("mở hội", "Các thôn"), must("báo cáo xã", "^Các thôn")]),
    ("requests counted in prose up to eight", "Tôi đề nghị tám việc. Một là, các thôn rà soát hộ nghèo. Hai là, các thôn sửa giếng. Ba là, các thôn nạo vét kênh. Bốn là, các thôn trồng cây. Năm là, các thôn dọn chợ. Sáu là, các thôn sửa biển báo. Bảy là, các thôn kiểm tra cầu. Tám là, các thôn báo cáo xã.", [must(a, "các thôn") for a in ("rà soát hộ nghèo", "sửa giếng", "nạo vét kênh", "trồng cây", "dọn chợ", "sửa biển báo", "kiểm tra cầu", "báo cáo xã")]),
    ("bearers with a semicolon", directive("1. Thư viện xã mở cửa cả ngày thứ bảy; trường tiểu học đưa học sinh đến đọc sách."), [must("mở cửa cả ngày thứ bảy", "Thư viện xã"), must("đưa học sinh đến đọc sách", ...)]),
    ("imperatives with semicolons", directive("1. Niêm yết giá vé; công khai số điện thoại; lắp camera ở cổng."), [must("Niêm yết giá vé"), must("công khai số điện thoại"), must("lắp camera ở cổng")]),
    ("bearers with a comma, each with its modal", "Công an xã phải lập chốt, Trạm Y tế phải trực cấp cứu.", [must("lập chốt", "Công an xã"), must("trực cấp cứu", "Trạm Y tế")]),
    ("bearers with a comma, no modal", directive("1. Công an xã lập chốt, Trạm Y tế trực cấp cứu."), [must("lập chốt", "Công an xã"), must("trực cấp cứu", "Trạm Y tế")]),
    ("bearers with and", "Công an xã phải lập chốt và Trạm Y tế phải trực cấp cứu.", [must("lập chốt", "Công an xã"), must("trực cấp cứu", "Trạm Y tế")]),
    ("bearers with while", "Công an xã phải lập chốt, còn Trạm Y tế phải trực cấp cứu.", [must("lập chốt", "Công an xã"), must("trực cấp cứu", "Trạm Y tế")]),
    ("one assignment, two bearers", "Giao Phòng Kinh tế đo đạc ruộng, Phòng Tài chính thẩm định giá.", [must("đo đạc ruộng", "Phòng Kinh tế"), must("thẩm định giá", "Phòng Tài chính")]),
    ("an assignment repeated after a semicolon", "Giao Phòng Kinh tế đo đạc ruộng; giao Phòng Tài chính thẩm định giá.", [must("đo đạc ruộng", "Phòng Kinh tế"), must("thẩm định giá", "Phòng Tài chính")]),
    ("an order and an assignment", "Yêu cầu các thôn rà soát hộ nghèo và giao Phòng Lao động tổng hợp danh sách.", [must("rà soát hộ nghèo", "các thôn"), must("tổng hợp danh sách", "Phòng Lao động")]),
    ("a study first, then a bearer", "Quán triệt Chỉ thị này, từng đảng viên phải viết bản tự soi.", [must("Quán triệt Chỉ thị này", ...), must("viết bản tự soi", "đảng viên")]),
    ("must; must not", "Các hộ phải che bạt xe cát; không được dừng xe trước cổng trường.", [must("che bạt xe cát", "Các hộ"), never("dừng xe trước cổng trường", "^Các hộ")]),
    ("must; not to let, by the same bearer", directive("1. Công an xã tuần tra ban đêm; không để xảy ra trộm cắp."), [must("tuần tra ban đêm", "Công an xã"), never("xảy ra trộm cắp", "^Công an xã")]),
    ("two sentences of one item", directive("1. Công an xã lập chốt ở cầu Đá. Trạm Y tế chuẩn bị cơ số thuốc."), [must("lập chốt ở cầu Đá", "Công an xã"), must("chuẩn bị cơ số thuốc", "Trạm Y tế")]),
    ("the second sentence permits", "Các thôn phải nộp quỹ trước ngày 20/3/2024. Riêng thôn Hạ được nộp chậm 5 ngày.", [must("nộp quỹ trước ngày 20/3/2024", "Các thôn"), may("nộp chậm 5 ngày", ...)]),
    ("a report between duties", directive("1. Công an xã lập chốt. Năm qua, xã đã bắt ba vụ trộm. Các thôn bố trí thêm chòi canh."), [must("lập chốt", "Công an xã"), must("bố trí thêm chòi canh", "Các thôn")]),
    ("numbered parts in a sentence", directive("1. Công an xã thực hiện: (i) lập chốt ở cầu Đá; (ii) tuần tra ban đêm."), [must("lập chốt ở cầu Đá", "~Công an xã"), must("tuần tra ban đêm", "~Công an xã")]),
    ("ordinals in a paragraph", "Ủy ban nhân dân xã yêu cầu các thôn: một là, nạo vét rãnh; hai là, thu gom rác.", [must("nạo vét rãnh", "~các thôn"), must("thu gom rác", "~các thôn")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(ONE))
def test_one_duty(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases(SEVERAL))
def test_several_duties(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected
