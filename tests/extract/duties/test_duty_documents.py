"""Small documents, each of another kind, with every duty they hold."""

from __future__ import annotations

import pytest
from duties import Duty, asked, found, may, must, never, pledge
from tables import cases

DECISION = """ỦY BAN NHÂN DÂN
HUYỆN LAM SƠN
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 214/QĐ-UBND
Lam Sơn, ngày 5 tháng 3 năm 2024

QUYẾT ĐỊNH
Về việc quản lý bến đò ngang

CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Theo đề nghị của Trưởng phòng Kinh tế và Hạ tầng,

QUYẾT ĐỊNH:

Điều 1. Phạm vi
Quyết định này áp dụng cho các bến đò trên sông Lam.

Điều 2. Trách nhiệm của chủ bến
1. Niêm yết giá vé.
2. Không được chở quá số người ghi trong giấy phép, trừ trường hợp cứu nạn.

Điều 3. Phòng Kinh tế và Hạ tầng
1. Chủ trì, phối hợp với Công an huyện:
a) Kiểm tra bến đò hằng quý;
b) Lập danh sách chủ đò, gửi Ủy ban nhân dân huyện trước ngày 30/4/2024.
2. Được yêu cầu chủ bến cung cấp sổ chuyến.

Điều 4. Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Ủy ban nhân dân huyện, Trưởng phòng Kinh tế và Hạ tầng chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 4;
- Lưu: VT.

CHỦ TỊCH

Tạ Văn Khoan
"""

DISPATCH = """ỦY BAN NHÂN DÂN HUYỆN LAM SƠN
Số: 88/UBND-NN
V/v phòng rét cho trâu bò

Lam Sơn, ngày 5 tháng 3 năm 2024

Kính gửi:
- Ủy ban nhân dân các xã, thị trấn;
- Trạm Thú y huyện.

Thực hiện Công văn số 310/SNN-CN ngày 01/3/2024 của Sở Nông nghiệp, Ủy ban nhân dân huyện yêu cầu:

1. Ủy ban nhân dân các xã, thị trấn
- Tuyên truyền để các hộ che chắn chuồng trại.
- Không để trâu bò thả rông khi nhiệt độ dưới 12 độ.
2. Trạm Thú y huyện: hướng dẫn các xã phòng bệnh; báo cáo kết quả trước ngày 20/3/2024.

Nhận được Công văn này, đề nghị các cơ quan, đơn vị khẩn trương thực hiện./.

Nơi nhận:
- Như trên;
- Lưu: VT, NN.
"""

PARTY = """TỈNH ỦY LAM GIANG
*
Số 19-CT/TU

ĐẢNG CỘNG SẢN VIỆT NAM

Lam Giang, ngày 5 tháng 3 năm 2024

CHỈ THỊ
về tiết kiệm trong tổ chức lễ hội

Những năm qua, các địa phương đã tổ chức lễ hội trang trọng. Tuy nhiên, một số nơi còn phô trương, cần được chấn chỉnh.

Để khắc phục tình trạng trên, Ban Thường vụ Tỉnh ủy yêu cầu:

1. Các cấp ủy, tổ chức đảng quán triệt Chỉ thị này đến từng chi bộ; kiểm điểm nơi vi phạm.

2. Ban cán sự đảng Ủy ban nhân dân tỉnh lãnh đạo:
- Rà soát các lễ hội.
- Cắt giảm phần thi tốn kém, nhất là đốt pháo hoa.

3. Cán bộ, đảng viên không được dùng xe công đi lễ hội.

4. Ban Tuyên giáo Tỉnh ủy chủ trì, phối hợp với Văn phòng Tỉnh ủy theo dõi, đôn đốc việc thực hiện Chỉ thị này, định kỳ 6 tháng báo cáo Ban Thường vụ Tỉnh ủy.

Chỉ thị này phổ biến đến chi bộ.

Nơi nhận:
- Các huyện ủy, thành ủy;
- Lưu Văn phòng Tỉnh ủy.

T/M BAN THƯỜNG VỤ
BÍ THƯ

Lường Thị Mây
"""

PLAN = """ỦY BAN NHÂN DÂN XÃ ĐỒNG LAU
Số: 15/KH-UBND

Đồng Lau, ngày 5 tháng 3 năm 2024

KẾ HOẠCH
Trồng cây năm 2024

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng cao ý thức giữ rừng của người dân.
II. CHỈ TIÊU
- Trồng 5.000 cây phân tán.
III. NHIỆM VỤ
1. Chuẩn bị cây giống
- Hợp tác xã chuẩn bị giống trước ngày 31/3/2024.
2. Tổ chức trồng cây
- Các thôn huy động mỗi hộ một người.
- Các trường tổ chức cho học sinh trồng cây ở sân vận động.
IV. TỔ CHỨC THỰC HIỆN
1. Trạm Khuyến nông
a) Tham mưu phân lô;
b) Tổng hợp kết quả, báo cáo Chủ tịch Ủy ban nhân dân xã vào ngày 25 hằng tháng.
2. Đề nghị Ủy ban Mặt trận Tổ quốc xã giám sát việc trồng cây.
"""

NOTICE = """VĂN PHÒNG ỦY BAN NHÂN DÂN HUYỆN LAM SƠN
Số: 41/TB-VP

Lam Sơn, ngày 5 tháng 3 năm 2024

THÔNG BÁO
Kết luận của Chủ tịch Ủy ban nhân dân huyện tại cuộc họp về bến đò

Ngày 04/3/2024, Chủ tịch Ủy ban nhân dân huyện đã chủ trì cuộc họp về bến đò. Sau khi nghe báo cáo, Chủ tịch Ủy ban nhân dân huyện kết luận như sau:

1. Đánh giá cao kết quả của Công an huyện.
2. Giao Phòng Kinh tế và Hạ tầng rà soát giấy phép, trình Ủy ban nhân dân huyện trước ngày 15/3/2024.
3. Cơ bản đồng ý với đề xuất của Công an huyện.
4. Ủy ban nhân dân xã Đồng Lau khẩn trương giải tỏa hàng quán trên đường xuống bến.

Văn phòng Ủy ban nhân dân huyện thông báo để các cơ quan, đơn vị biết, thực hiện./.
"""

NEWS = """Huyện Lam Sơn siết quản lý bến đò

(Báo Lam Giang) - Sáng 5/3/2024, Ủy ban nhân dân huyện Lam Sơn họp về an toàn đường thủy.

Theo báo cáo, năm 2023 huyện xảy ra hai vụ đắm đò. Các xã đã tổ chức 14 buổi tuyên truyền.

Phát biểu tại cuộc họp, Chủ tịch Ủy ban nhân dân huyện Tạ Văn Khoan yêu cầu Công an huyện lập danh sách chủ đò trước ngày 20/3/2024. Ông cũng đề nghị các trường tổ chức dạy bơi.

Chủ bến Gốm Lò Văn Pản cho biết bến đã thay toàn bộ áo phao.
"""

PAPER = """ỦY BAN NHÂN DÂN XÃ ĐỒNG LAU

THAM LUẬN
Giữ nước sạch ở vùng bãi

Kính thưa các đồng chí!

1. Thực trạng
Xã có ba trạm bơm. Mùa khô, người dân phải mua nước xe bồn.

2. Cách làm
Xã đã vận động các hộ góp công, lắp 300 đồng hồ.

3. Kiến nghị
a) Đề nghị Sở Y tế bổ sung máy thử nước.
b) Kiến nghị Ủy ban nhân dân huyện ban hành giá nước trước quý III năm 2024.

Chúng tôi cam kết sửa xong trạm bơm số 2 trong tháng 4/2024.

Xin trân trọng cảm ơn!
"""

ARTICLES = [
    ("a heading that gives rights", "Điều 4. Quyền của Tổ hòa giải\n1. Được tham dự lớp tập huấn.\n2. Đề nghị UBND xã cấp sổ sách.\n\nĐiều 5. Trách nhiệm của Tổ hòa giải\n1. Ghi sổ từng vụ việc.", [may("tham dự lớp tập huấn", "^Tổ hòa giải"), may("Đề nghị UBND xã cấp sổ sách", "^Tổ hòa giải"), must("Ghi sổ từng vụ việc", "^Tổ hòa giải")]),
    ("who is meant, before a right", "Điều 7. Họp hội đồng\n1. Người được mời dự họp có quyền phát biểu nhưng không được bỏ phiếu.", [may("phát biểu", "Người được mời dự họp"), never("bỏ phiếu", "^Người được mời dự họp")]),
    ("heads who answer for carrying it out", "Điều 3. Chánh Văn phòng Ủy ban nhân dân huyện, Trưởng phòng Nội vụ và Chủ tịch Ủy ban nhân dân các xã chịu trách nhiệm thi hành Quyết định này.", [must("thi hành Quyết định này", "Chánh Văn phòng Ủy ban nhân dân huyện", "Trưởng phòng Nội vụ", "Chủ tịch Ủy ban nhân dân các xã", section="Điều 3")]),
    ("entry into force and who carries it out", "Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Trưởng phòng Nội vụ chịu trách nhiệm thi hành Quyết định này.", [must("thi hành Quyết định này", "Trưởng phòng Nội vụ", section="Điều 3", deadlines=[])]),
    ("entry into force alone", "Điều 3. Quyết định này có hiệu lực kể từ ngày 15/3/2024.", []),
    ("repeal", "Điều 2. Quyết định này thay thế Quyết định số 12/QĐ-UBND ngày 05/02/2019.", []),
    ("approval as an act of the document", "Điều 1. Phê duyệt dự toán sửa mái chợ với số tiền 300 triệu đồng.", []),
    ("assignment as an article", "Điều 2. Giao Trưởng phòng Nội vụ hướng dẫn thực hiện Quyết định này.", [must("hướng dẫn thực hiện Quyết định này", "Trưởng phòng Nội vụ", section="Điều 2")]),
    ("article that forbids a list", "Điều 5. Nghiêm cấm\n1. Sử dụng xe công vào việc riêng.\n2. Bán vé ngoài quầy.", [never("Sử dụng xe công vào việc riêng", section="Điều 5/1"), never("Bán vé ngoài quầy", section="Điều 5/2")]),
    ("rights of somebody", "Điều 6. Các hộ có quyền:\na) Kiểm tra bản vẽ;\nb) Đề nghị đo lại đất.", [may("Kiểm tra bản vẽ", "^Các hộ"), may("Đề nghị đo lại đất", "^Các hộ")]),
    ("permission without its subject", "Điều 7. Tổ công tác\n1. Rà soát bến đò.\n2. Được yêu cầu các xã cung cấp hồ sơ.", [must("Rà soát bến đò", "^Tổ công tác"), may("yêu cầu các xã cung cấp hồ sơ", "^Tổ công tác")]),
    ("what a decision does and what it asks", "Điều 1. Công nhận thôn Hạ đạt chuẩn văn hóa.\nĐiều 2. Thành lập tổ tự quản.\nĐiều 3. Phòng Văn hóa công nhận các tổ còn lại.", [must("công nhận các tổ còn lại", "Phòng Văn hóa")]),
    ("rights behind a colon", "Điều 6. Các hộ có các quyền sau:\na) Kiểm tra bản vẽ;\nb) Sử dụng sân kho.", [may("Kiểm tra bản vẽ", "^Các hộ"), may("Sử dụng sân kho", "^Các hộ")]),
]  # fmt: skip

DOCUMENTS = [
    ("a decision with articles", DECISION, [
        must("Niêm yết giá vé", ...),
        never("chở quá số người ghi trong giấy phép, trừ trường hợp cứu nạn", ..., strength=4, exception="trừ trường hợp cứu nạn", section="Điều 2/2"),
        must("Kiểm tra bến đò hằng quý", "^Phòng Kinh tế và Hạ tầng", coordinated_with=["^Công an huyện"], section="Điều 3/1/a"),
        must("Lập danh sách chủ đò, gửi Ủy ban nhân dân huyện trước ngày 30/4/2024", "^Phòng Kinh tế và Hạ tầng", due=["2024-04-29"], report_to=["Ủy ban nhân dân huyện"]),
        may("yêu cầu chủ bến cung cấp sổ chuyến", "^Phòng Kinh tế và Hạ tầng"),
        must("thi hành Quyết định này", "Chánh Văn phòng Ủy ban nhân dân huyện", "Trưởng phòng Kinh tế và Hạ tầng", section="Điều 4"),
    ]),
    ("a dispatch to two addressees", DISPATCH, [
        must("Tuyên truyền để các hộ che chắn chuồng trại", "^Ủy ban nhân dân các xã, thị trấn", speaker="Ủy ban nhân dân huyện"),
        never("trâu bò thả rông khi nhiệt độ dưới 12 độ", "^Ủy ban nhân dân các xã, thị trấn", condition="khi nhiệt độ dưới 12 độ"),
        must("hướng dẫn các xã phòng bệnh", "~Trạm Thú y huyện"),
        must("báo cáo kết quả trước ngày 20/3/2024", "^Trạm Thú y huyện", due=["2024-03-19"]),
        asked("khẩn trương thực hiện", "các cơ quan, đơn vị", condition=None),
    ]),
    ("a directive of a Party committee", PARTY, [
        must("quán triệt Chỉ thị này đến từng chi bộ", "Các cấp ủy, tổ chức đảng", speaker="Ban Thường vụ Tỉnh ủy"),
        must("kiểm điểm nơi vi phạm", "^Các cấp ủy, tổ chức đảng"),
        must("Rà soát các lễ hội", "^Ban cán sự đảng Ủy ban nhân dân tỉnh"),
        must("Cắt giảm phần thi tốn kém, nhất là đốt pháo hoa", "^Ban cán sự đảng Ủy ban nhân dân tỉnh"),
        never("dùng xe công đi lễ hội", "Cán bộ, đảng viên"),
        must("chủ trì, phối hợp với Văn phòng Tỉnh ủy theo dõi, đôn đốc việc thực hiện Chỉ thị này, định kỳ 6 tháng báo cáo Ban Thường vụ Tỉnh ủy", "Ban Tuyên giáo Tỉnh ủy", coordinated_with=["Văn phòng Tỉnh ủy"], report_to=["Ban Thường vụ Tỉnh ủy"]),
    ]),
    ("a plan with aims and targets", PLAN, [
        must("chuẩn bị giống trước ngày 31/3/2024", "Hợp tác xã", due=["2024-03-30"]),
        must("huy động mỗi hộ một người", "Các thôn"),
        must("tổ chức cho học sinh trồng cây ở sân vận động", "Các trường"),
        must("Tham mưu phân lô", "^Trạm Khuyến nông"),
        must("Tổng hợp kết quả, báo cáo Chủ tịch Ủy ban nhân dân xã vào ngày 25 hằng tháng", "^Trạm Khuyến nông", report_to=["Chủ tịch Ủy ban nhân dân xã"], deadlines=["ngày 25 hằng tháng"]),
        asked("giám sát việc trồng cây", "Ủy ban Mặt trận Tổ quốc xã"),
    ]),
    ("a notice of a conclusion", NOTICE, [
        must("rà soát giấy phép, trình Ủy ban nhân dân huyện trước ngày 15/3/2024", "Phòng Kinh tế và Hạ tầng", report_to=["Ủy ban nhân dân huyện"], speaker="Chủ tịch Ủy ban nhân dân huyện"),
        must("khẩn trương giải tỏa hàng quán trên đường xuống bến", "Ủy ban nhân dân xã Đồng Lau"),
    ]),
    ("a news report", NEWS, [
        must("lập danh sách chủ đò trước ngày 20/3/2024", "Công an huyện", due=["2024-03-19"]),
        asked("tổ chức dạy bơi", "các trường"),
    ]),
    ("a paper of a seminar", PAPER, [
        asked("bổ sung máy thử nước", "Sở Y tế", section="3/a"),
        asked("ban hành giá nước trước quý III năm 2024", "Ủy ban nhân dân huyện", due=["2024-06-30"]),
        pledge("sửa xong trạm bơm số 2 trong tháng 4/2024", due=["2024-04-30"]),
    ]),
]  # fmt: skip
DOCUMENTS_BUGS = {
    "a decision with articles": "“Được” opens a clause",
    "a paper of a seminar": "a modal under a heading that looks back; “chúng tôi” is the paper's own body",
}


@pytest.mark.parametrize(("article", "expected"), cases(ARTICLES))
def test_articles(article: str, expected: list[Duty]) -> None:
    head, _, _ = DECISION.partition("Điều 1.")
    assert found(head + article + "\n", expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases(DOCUMENTS, DOCUMENTS_BUGS))
def test_documents(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected
