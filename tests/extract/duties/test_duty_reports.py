"""How reports put a request: what stands before who is asked, in whose writing, who forbids."""

from __future__ import annotations

import pytest
from duties import NEWS, Duty, asked, directive, found, may, must, never
from tables import cases

import vndirective as vd

ASKED = [
    ("just asked", "Ủy ban nhân dân huyện vừa yêu cầu các xã mua áo phao.", [must("mua áo phao", "các xã", speaker="Ủy ban nhân dân huyện")]),
    ("what somebody had to do just now", "Các hộ vừa phải dời nhà.", []),
    ("when, before who is asked", "Chủ tịch UBND huyện yêu cầu thời gian tới các xã tập trung sửa bến.", [must("tập trung sửa bến", "các xã", speaker="Chủ tịch UBND huyện")]),
    ("in what way, before what is asked", "Chủ tịch UBND huyện yêu cầu, trên tinh thần tiết kiệm, các xã tiếp tục sửa bến.", [must("tiếp tục sửa bến", "các xã", speaker="Chủ tịch UBND huyện")]),
    ("what comes of it is asked", "Từ đó, Chủ tịch UBND huyện đề nghị các xã sửa bến.", [asked("sửa bến", "các xã", speaker="Chủ tịch UBND huyện")]),
    ("what comes of it", "Từ đó, hình thành nếp đi đò an toàn.", []),
    ("who is meant, before the modal", "Chủ tịch UBND huyện yêu cầu các chủ đò đang chở khách phải mua bảo hiểm.", [must("mua bảo hiểm", "các chủ đò", speaker="Chủ tịch UBND huyện")]),
    ("who is meant, before an appeal", "Hội Chữ thập đỏ huyện đề nghị các đơn vị kết nghĩa hãy quyên góp áo phao.", [asked("quyên góp áo phao", "các đơn vị", speaker="Hội Chữ thập đỏ huyện")]),
    ("another who must act, inside what is asked", "Chủ tịch UBND huyện yêu cầu các xã rà soát các hộ phải di dời.", [must("rà soát các hộ phải di dời", "các xã")]),
    ("a place is asked", "Bí thư Tỉnh ủy đề nghị Nậm Khon tiếp tục sửa bến.", [asked("tiếp tục sửa bến", "Nậm Khon", speaker="Bí thư Tỉnh ủy")]),
    ("if, behind a colon", "Công an huyện khuyến cáo: Khi thấy đò quá tải, người dân cần báo ngay.", [must("báo ngay", "người dân", condition="Khi thấy đò quá tải", speaker="Công an huyện")]),
    ("what came before it was asked", "Sau khi kiểm tra bến, Chủ tịch UBND huyện giao các xã mua áo phao.", [must("mua áo phao", "các xã", condition=None)]),
    ("those it is about are several", "Đối với các quận, huyện chưa nộp báo cáo, ông Tạ Văn Khoan yêu cầu Sở Xây dựng kiểm tra.", [must("kiểm tra", "Sở Xây dựng", condition="Đối với các quận, huyện chưa nộp báo cáo", speaker="Tạ Văn Khoan")]),
    ("what follows from what it is", "Đây là việc cấp bách, các xã phải báo cáo ngay.", [must("báo cáo ngay", "các xã")]),
    ("announced, then by whom", "Chủ tịch UBND huyện yêu cầu các xã làm tốt một số nhiệm vụ: Công an huyện lập chốt; Phòng Kinh tế kiểm tra đò.", [must("lập chốt", "Công an huyện", speaker="Chủ tịch UBND huyện"), must("kiểm tra đò", "Phòng Kinh tế")]),
    ("as the place of each demands", "Chủ tịch UBND huyện yêu cầu, ngay sau cuộc họp, các xã sửa bến; căn cứ tình hình thực tế địa phương, đơn vị mình xây dựng kế hoạch.", [must("sửa bến", "các xã"), must("xây dựng kế hoạch", "^các xã")]),
    ("a thing that must be, behind who asks", "Ủy ban nhân dân huyện cũng yêu cầu, việc giám sát bến phải được báo cáo hằng tuần.", [must("được báo cáo hằng tuần", speaker="Ủy ban nhân dân huyện")]),
    ("why, then who asks", "Thực hiện lời kêu gọi của tỉnh, trên tinh thần tương thân, Ủy ban nhân dân huyện đề nghị các xã quyên góp áo phao.", [asked("quyên góp áo phao", "các xã", speaker="Ủy ban nhân dân huyện")]),
    ("praise, then a request", "Ông Tạ Văn Khoan ghi nhận cố gắng của các chủ đò, và đề nghị các xã mua áo phao.", [asked("mua áo phao", "các xã", speaker="Tạ Văn Khoan")]),
    ("leaders of a place say", "Lãnh đạo huyện nhấn mạnh, các xã cần sửa bến.", [must("sửa bến", "các xã", speaker="Lãnh đạo huyện")]),
    ("those who are asked, with others", "Các xã, cùng với Công an huyện, được yêu cầu công khai giá vé.", [must("công khai giá vé", "Các xã", "Công an huyện")]),
    ("figures", "Theo báo cáo, 12 xã ven sông phải dời bến.", []),
    ("asks some, requests others", "Chủ tịch UBND huyện yêu cầu các xã và đề nghị Hội Phụ nữ vận động các hộ mặc áo phao.", [must("vận động các hộ mặc áo phao", "các xã", "Hội Phụ nữ")]),
]  # fmt: skip
WRITTEN = [
    ("in a writing", "Ủy ban nhân dân huyện vừa có văn bản yêu cầu các xã mua áo phao.", [must("mua áo phao", "các xã", speaker="Ủy ban nhân dân huyện")]),
    ("in a writing sent to them", "Ủy ban nhân dân huyện vừa có văn bản gửi các xã đề nghị mua áo phao.", [asked("mua áo phao", "các xã", speaker="Ủy ban nhân dân huyện")]),
    ("in a writing that directs", "Chủ tịch UBND huyện vừa ban hành văn bản chỉ đạo các xã mua áo phao.", [must("mua áo phao", "các xã", speaker="Chủ tịch UBND huyện")]),
    ("in a writing long since", "Ủy ban nhân dân huyện đã có văn bản yêu cầu các xã mua áo phao.", []),
]  # fmt: skip
FORBIDDEN = [
    ("somebody forbids others", "Ủy ban nhân dân huyện nghiêm cấm các chủ đò chở quá tải.", [never("chở quá tải", "các chủ đò", speaker="Ủy ban nhân dân huyện")]),
    ("a document forbids", "Chỉ thị cũng nghiêm cấm cán bộ nhận quà của chủ đò.", [never("nhận quà của chủ đò", "cán bộ")]),
    ("those of some body", "Bí thư Huyện ủy nghiêm cấm cán bộ ở các xã nhận quà.", [never("nhận quà", "cán bộ")]),
    ("somebody allows others", "Ủy ban nhân dân huyện cho phép học sinh nghỉ học ngày 8/3/2024.", [may("nghỉ học ngày 8/3/2024", "học sinh", speaker="Ủy ban nhân dân huyện")]),
]  # fmt: skip
PLAIN = [
    ("somebody on somebody's ground", directive("1. Các đơn vị trên địa bàn xã Nậm Khon rà soát áo phao."), [must("rà soát áo phao", "Các đơn vị trên địa bàn xã Nậm Khon")]),
    ("who is not on duty", directive("1. Cán bộ trên địa bàn huyện được nghỉ bù."), [may("nghỉ bù", "Cán bộ trên địa bàn huyện")]),
    ("necessary is no order", directive("Bến đò là nơi quan trọng, cần thiết để dân đi lại."), []),
    ("what may happen", directive("1. Các chủ đò phải lường trước tình huống có thể xảy ra, mặc áo phao."), [must("lường trước tình huống có thể xảy ra, mặc áo phao", "Các chủ đò")]),
    ("before it occurs", directive("1. Kiên quyết không để xảy ra việc chở quá tải."), [never("xảy ra việc chở quá tải")]),
    ("what somebody has done", directive("Thực hiện nhiệm vụ được giao, Phòng Kinh tế đã sửa bến."), []),
    ("what is to be done in a way", directive("1. Nghỉ học phải có đơn."), [must("có đơn")]),
    ("a time between commas", directive("1. Các xã, định kỳ hằng tháng, báo cáo huyện."), [must("báo cáo huyện", "Các xã", deadlines=["định kỳ hằng tháng"])]),
    ("what is asked, as a noun", directive("Ủy ban nhân dân huyện yêu cầu các xã thực hiện những yêu cầu, nội dung sau:\n1. Sửa bến đò."), [must("Sửa bến đò", "^các xã")]),
    ("the head of a commune's work", directive("II. Nguyên tắc làm việc của Ủy ban nhân dân xã\n1. Báo cáo Huyện ủy hằng tháng."), [must("Báo cáo Huyện ủy hằng tháng", "^Ủy ban nhân dân xã")]),
]  # fmt: skip
#: Prose without a head: whether a newspaper tells it, and what is asked in it.
KINDS = [
    ("somebody is called by name", "Chủ tịch UBND tỉnh Tạ Văn Khoan yêu cầu các xã sửa bến.", "news"),
    ("a place is called by name", "Chủ tịch UBND tỉnh Lam Hà Sơn yêu cầu các xã sửa bến.", "other"),
    ("what has just been asked", "Bộ Y tế vừa yêu cầu các bệnh viện kiểm tra thuốc.", "other"),
    ("a headline", "Sửa ngay bến đò Gốm\nChủ tịch UBND huyện yêu cầu các xã sửa bến.", "news"),
    ("it goes on", "Theo đó, Chủ tịch UBND huyện yêu cầu các xã sửa bến.", "news"),
    ("a plan that is only carried out", "Các xã thực hiện nghiêm Kế hoạch số 30/KH-UBND về bến đò.", "other"),
    ("a headline in capitals above an article", "TIẾP XÚC CỬ TRI XÃ ĐỒNG LAU\n\nNgày 08/01/2020, tại xã Đồng Lau, Đoàn đại biểu đã có buổi tiếp xúc cử tri. Tại hội nghị, cử tri đề nghị huyện sửa bến.\nPhát biểu tại hội nghị, Chủ tịch UBND huyện yêu cầu các phòng rà soát.", "news"),
]  # fmt: skip
LOOSE = [
    ("whose rules they are", "NỘI QUY\nĐể giữ gìn tài sản, nhà trường quy định:\nĐiều 1. Không được viết lên bàn.", [never("viết lên bàn")]),
    ("days off", "Ngày 2/9, toàn trường được nghỉ thêm một ngày; đi làm bù vào thứ Bảy.", [may("nghỉ thêm một ngày", "toàn trường"), must("đi làm bù vào thứ Bảy", "^toàn trường")]),
    ("rules of a house", "NỘI QUY\n1. Chào hỏi lễ phép với khách.\n2. Đội mũ khi đi xe.", [must("Chào hỏi lễ phép với khách"), must("Đội mũ khi đi xe")]),
    ("an officer says", "Chánh Văn phòng huyện nhấn mạnh, các xã cần sửa bến.", [must("sửa bến", "các xã", speaker="Chánh Văn phòng huyện")]),
    ("what a place is", "Thôn Hạ là một cộng đồng lâu đời, gắn bó với nhau bằng tình làng.", []),
    ("what a task is", "Xây dựng một bến đò an toàn cho mọi người dân ở hai bờ sông là một vấn đề lớn.", []),
    ("what may befall", "Trường hợp chở quá tải, có thể bị tước bằng, xử lý theo quy định.", []),
    ("papers that ask for something", "Hồ sơ đề nghị khen thưởng gửi về Phòng Nội vụ trước ngày 31/01/2024.", [must("gửi về Phòng Nội vụ trước ngày 31/01/2024")]),
    ("a quotation at the end", "Các xã phải treo biển “Nước sâu”.", [must("treo biển “Nước sâu”", "Các xã")]),
    ("all is quoted", "“Các xã phải treo biển”, ông Khoan nói.", [must("treo biển", "Các xã")]),
    ("who does what, before the modal", "Các doanh nghiệp hoạt động khai thác cát phải nộp hồ sơ.", [must("nộp hồ sơ", "Các doanh nghiệp")]),
    ("counted", "Nước đang lên.\n12 xã ven sông phải dời bến.", [must("dời bến", "xã ven sông")]),
    ("announced in one sentence", "Ủy ban nhân dân huyện yêu cầu các xã thực hiện tốt các việc sau: rà soát bến đò; mua áo phao.", [must("rà soát bến đò", "các xã", speaker="Ủy ban nhân dân huyện"), must("mua áo phao", "^các xã")]),
    ("what a list is about", "Ủy ban nhân dân huyện yêu cầu các xã báo cáo các nội dung sau: kiểm tra bến đò.", [must("báo cáo các nội dung sau: kiểm tra bến đò", "các xã")]),
    ("a list goes on", "Nước đang lên.\nCác xã phải trực ban; chuẩn bị áo phao. Đồng thời báo cáo huyện.", [must("trực ban", "Các xã"), must("chuẩn bị áo phao", "^Các xã"), must("báo cáo huyện", "^Các xã")]),
    ("the next paragraph goes on", "Ủy ban nhân dân huyện yêu cầu các xã sửa bến.\nCông an huyện lập chốt.", [must("sửa bến", "các xã"), must("lập chốt", "Công an huyện", speaker="Ủy ban nhân dân huyện")]),
    ("the next paragraph asks anew", "Ủy ban nhân dân huyện yêu cầu các xã sửa bến.\nPhòng Kinh tế yêu cầu chủ đò mua áo phao.", [must("sửa bến", "các xã"), must("mua áo phao", "chủ đò", speaker="Phòng Kinh tế")]),
    ("the next paragraph tells", "Ủy ban nhân dân huyện yêu cầu các xã sửa bến.\nNăm 2023, Phòng Kinh tế kiểm tra 12 bến.", [must("sửa bến", "các xã")]),
]  # fmt: skip


def test_a_headline_is_told_below() -> None:
    body = (
        "Đò quá tải phải dừng chạy\n\nSáng 3/5, Chủ tịch UBND huyện yêu cầu các xã dừng đò quá tải."
    )
    assert [o.action.text for o in vd.analyze(text=body).obligations] == ["dừng đò quá tải"]


@pytest.mark.parametrize(("body", "expected"), [*cases(ASKED), *cases(WRITTEN), *cases(FORBIDDEN)])
def test_how_reports_put_a_request(body: str, expected: list[Duty]) -> None:
    assert found(NEWS + body, expected) == expected


@pytest.mark.parametrize(("text", "expected"), [*cases(PLAIN), *cases(LOOSE)])
def test_duties(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected


@pytest.mark.parametrize(("text", "kind"), cases(KINDS))
def test_prose_without_a_head(text: str, kind: str) -> None:
    assert vd.analyze(text=text).kind == kind
