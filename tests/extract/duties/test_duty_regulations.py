"""Regulations in articles: who has power over what, cases, headings that say whose duties these are."""

from __future__ import annotations

import pytest
from duties import Duty, directive, found, may, must, never
from tables import cases

REGULATIONS = [
    # what a body has power over, and whom it has, stands before its verb
    ("a remit before the verb", "1. Cấp có thẩm quyền xử lý vi phạm quyết định lập hội đồng.", [must("quyết định lập hội đồng", "Cấp có thẩm quyền")]),
    ("two remits before the verb", "1. Cơ quan có thẩm quyền quản lý, sử dụng đề xuất mức thưởng.", [must("đề xuất mức thưởng", "Cơ quan có thẩm quyền")]),
    ("a remit alone is the verb", "1. Cơ quan có thẩm quyền xử lý nghiêm các vụ lập hồ sơ giả.", [must("xử lý nghiêm các vụ lập hồ sơ giả", "Cơ quan có thẩm quyền")]),
    ("whom a body has", "1. Đơn vị sử dụng viên chức lập sổ chấm công.", [must("lập sổ chấm công", "Đơn vị")]),
    ("a body has somebody, and no more", "1. Dự họp là đại diện của đơn vị sử dụng viên chức.", []),
    ("a pair of words is no verb", "1. Đối với viên chức giữ chức vụ lãnh đạo, quản lý, hiệu trưởng lập hồ sơ riêng.", [must("lập hồ sơ riêng", "hiệu trưởng")]),
    ("papers behind a remit are what it is about", "1. Cơ quan có thẩm quyền giải quyết đề nghị của công dân.", [must("giải quyết đề nghị của công dân", "Cơ quan có thẩm quyền")]),
    ("a case behind a remit goes on", "1. Cơ quan có thẩm quyền xử lý trường hợp lập hồ sơ giả.", [must("xử lý trường hợp lập hồ sơ giả", "Cơ quan có thẩm quyền")]),
    ("whom schools employ", "1. Các trường tuyển dụng giáo viên; báo cáo xã trước ngày 20/3/2024.", [must("tuyển dụng giáo viên", "Các trường"), must("báo cáo xã trước ngày 20/3/2024", "^Các trường")]),
    ("whom bodies have is what they do", "1. Các đơn vị quản lý cán bộ, công chức lập sổ.", [must("quản lý cán bộ, công chức lập sổ", "Các đơn vị")]),
    ("whom a head cares for", "1. Trưởng thôn quản lý hộ nghèo thực hiện vay vốn đúng mục đích.", [must("quản lý hộ nghèo thực hiện vay vốn đúng mục đích", "Trưởng thôn")]),
    ("a body punishes", "1. Chi bộ kỷ luật đảng viên vi phạm.", [must("kỷ luật đảng viên vi phạm", "Chi bộ")]),
    # cases are no duties, unless somebody must act in one
    ("acts without a ban", "1. Các hành vi không tính thời hiệu:\na) Sử dụng giấy tờ giả;\nb) Phải nghỉ việc.", []),
    ("acts with a ban", "1. Các hành vi bị nghiêm cấm:\na) Sử dụng giấy tờ giả;\nb) Kinh doanh trên vỉa hè.", [never("Sử dụng giấy tờ giả"), never("Kinh doanh trên vỉa hè")]),
    ("what a heading forbids somewhere", "Điều 9. Những việc thủ thư không được làm trong phòng đọc\n1. Ăn uống tại quầy.\n2. Nhận quà của bạn đọc.", [never("Ăn uống tại quầy", "^thủ thư"), never("Nhận quà của bạn đọc", "^thủ thư")]),
    ("in what cases not", "1. Không lập hội đồng đối với trường hợp:\na) Xử lý theo khoản 2;\nb) Giải thể lớp.", []),
    ("what is done in cases", "1. Công an xã xử lý đối với các trường hợp vi phạm như sau:\na) Lập biên bản;\nb) Tạm giữ phương tiện.", [must("Lập biên bản", "^Công an xã"), must("Tạm giữ phương tiện", "^Công an xã")]),
    ("in what cases it applies", "1. Hình thức này áp dụng đối với các trường hợp:\na) Sử dụng giấy tờ giả;\nb) Rút hồ sơ.", []),
    ("acts that must be done", "1. Các hành vi phải thực hiện:\na) Đeo khẩu trang.", [must("Đeo khẩu trang")]),
    ("somebody must act in a case", "1. Hồ sơ được chuyển khi thuộc một trong các trường hợp sau đây:\na) Nếu có dấu hiệu làm giả, thủ thư phải giữ lại hồ sơ;\nb) Sử dụng thẻ của người khác.", [must("giữ lại hồ sơ", "thủ thư", condition="Nếu có dấu hiệu làm giả")]),
    ("one of several measures", "1. Chủ nhà phải áp dụng một trong các biện pháp sau:\na) Gia cố tường;\nb) Tháo dỡ mái.", [must("Gia cố tường", "^Chủ nhà"), must("Tháo dỡ mái", "^Chủ nhà")]),
    ("a heading above cases, orders below it", "Điều 5. Các hành vi bị phạt\nÁp dụng mức phạt của năm trước.", [must("Áp dụng mức phạt của năm trước")]),
    # headings
    ("a heading of an article in two parts", "Điều 5. Lập kế hoạch; phê duyệt dự toán\n1. Thủ thư lập dự toán.", [must("lập dự toán", "Thủ thư")]),
    ("whose duties a heading tells at its end", "Điều 8. Trách nhiệm giải quyết công việc của Trưởng phòng\n1. Rà soát hồ sơ.", [must("Rà soát hồ sơ", "^Trưởng phòng")]),
    ("of a thing at its end", "Điều 8. Trách nhiệm giải quyết công việc của năm\n1. Rà soát hồ sơ.", [must("Rà soát hồ sơ")]),
    ("what somebody asks for is his duty", "Điều 8. Trách nhiệm của Giám đốc\n1. Kiến nghị huyện cấp vốn.\n2. Giao việc cho các đơn vị.", [must("Kiến nghị huyện cấp vốn", "^Giám đốc"), must("Giao việc cho các đơn vị", "^Giám đốc")]),
    ("orders to others below a heading of several", "II. Nhiệm vụ của các phòng, ban\n1. Giao Trạm Y tế phun thuốc.", [must("phun thuốc", "Trạm Y tế")]),
    ("encouragement is not", "Điều 8. Trách nhiệm của Giám đốc\n1. Khuyến khích các hộ trồng hoa.", [{**must("trồng hoa", "các hộ"), "modality": "recommendation"}]),
    # conditions
    ("a condition, a modal", "1. Khi xét bổ nhiệm phải căn cứ vào năng lực, uy tín; các mặt mạnh, hạn chế.", [must("căn cứ vào năng lực, uy tín; các mặt mạnh, hạn chế", condition="Khi xét bổ nhiệm")]),
    ("verbs in a condition before the modal", "1. Trưởng phòng khi được giao chủ trì việc của phòng khác phải hỏi ý kiến phòng đó.", [must("hỏi ý kiến phòng đó", "Trưởng phòng", condition="khi được giao chủ trì việc của phòng khác")]),
    ("a time behind thì", "1. Viên chức bị cách ly thì trong 30 ngày kể từ ngày hết cách ly, đơn vị phải xếp lại lịch.", [must("xếp lại lịch", "đơn vị", condition="Viên chức bị cách ly", deadlines=["30 ngày"])]),
    ("commas before thì", "1. Viên chức bị điều chuyển, nay được minh oan thì hiệu trưởng phải xếp việc phù hợp.", [must("xếp việc phù hợp", "hiệu trưởng", condition="Viên chức bị điều chuyển, nay được minh oan")]),
    ("who may, if he is able", "1. Tổ chức, cá nhân có đủ điều kiện thì được đăng ký mở quầy.", [may("đăng ký mở quầy", "Tổ chức, cá nhân")]),
    ("two conditions", "1. Trường hợp vỡ đê thì sau khi dân về hết, xã phải báo cáo huyện.", [must("báo cáo huyện", "xã", condition="Trường hợp vỡ đê")]),
    ("while something is done", "1. Trong khi đốt rác, các hộ phải có người canh.", [must("có người canh", "các hộ", condition="Trong khi đốt rác")]),
    ("whereas somebody must", "1. Trạm Y tế rà soát tủ thuốc; trong khi các hộ phải có người canh.", [must("rà soát tủ thuốc", "Trạm Y tế"), must("có người canh", "các hộ", condition=None)]),
    ("whereas somebody does", "1. Trạm Y tế rà soát tủ thuốc; trong khi các hộ lập chốt.", [must("rà soát tủ thuốc", "Trạm Y tế")]),
    ("whereas", "1. Trong khi đó, các hộ phải có người canh.", [must("có người canh", "các hộ", condition=None)]),
    ("a condition behind a time", "1. Trong thời gian thẩm định, trường hợp có yêu cầu chỉnh sửa, bổ sung báo cáo, cơ quan thẩm định phải báo chủ dự án.", [must("báo chủ dự án", "cơ quan thẩm định", condition="trường hợp có yêu cầu chỉnh sửa, bổ sung báo cáo")]),
    ("a condition with a request behind a time", "1. Trong thời gian thẩm định, trường hợp có yêu cầu sửa, bổ sung hồ sơ, chủ dự án phải nộp lại.", [must("nộp lại", "chủ dự án", condition="trường hợp có yêu cầu sửa, bổ sung hồ sơ")]),
    ("verbs in a time", "1. Trong 20 ngày kể từ ngày nhận báo cáo đã được chỉnh sửa, bổ sung theo yêu cầu, hiệu trưởng phải ký duyệt.", [must("ký duyệt", "hiệu trưởng", deadlines=["20 ngày"])]),
    ("no comma behind a time", "1. Trong vòng 24 giờ kể từ khi khắc phục sự cố doanh nghiệp phải gửi dữ liệu.", [must("gửi dữ liệu", "doanh nghiệp", deadlines=["24 giờ"])]),
    ("people by what they do", "1. Nếu đủ điều kiện, người điều khiển xe phía trước phải giảm tốc độ.", [must("giảm tốc độ", "người điều khiển xe", condition="Nếu đủ điều kiện")]),
    ("a paper, then thì", "1. Quyết định đã bị hủy thì trong 10 ngày, hiệu trưởng phải công bố.", [must("công bố", "hiệu trưởng", condition="Quyết định đã bị hủy")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(REGULATIONS))
def test_regulations(text: str, expected: list[Duty]) -> None:
    assert found(directive(text), expected) == expected
