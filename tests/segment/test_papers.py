"""Whose paper it is and what it is called."""

from __future__ import annotations

import pytest

import vndirective as vd
from vndirective.classify.passages import passages_of

HEADS = [
    # head, unit, title
    ("THAM LUẬN|Xóa điểm đen rác ở chợ Cầu|Ban Quản lý chợ Cầu", "Ban Quản lý chợ Cầu", "Xóa điểm đen rác ở chợ Cầu"),
    ("THAM LUẬN|Xóa điểm đen rác ở chợ Cầu|(Ban Quản lý chợ Cầu)", "Ban Quản lý chợ Cầu", "Xóa điểm đen rác ở chợ Cầu"),
    ("THAM LUẬN|Xóa điểm đen rác ở chợ Cầu|Của Ban Quản lý chợ Cầu", "Ban Quản lý chợ Cầu", "Xóa điểm đen rác ở chợ Cầu"),
    (
        "THAM LUẬN|Xóa điểm đen rác ở chợ Cầu|Người trình bày: Mai Văn Lộc, Trưởng Ban Quản lý chợ Cầu",
        "Ban Quản lý chợ Cầu",
        "Xóa điểm đen rác ở chợ Cầu",
    ),
    ("CÔNG TY ĐIỆN LỰC SÔNG LAU|Tham luận: Nhìn từ chiếc công tơ", "CÔNG TY ĐIỆN LỰC SÔNG LAU", "Nhìn từ chiếc công tơ"),
    ("Hội Cựu chiến binh phường Đá|Bài tham luận tại tọa đàm|LÍNH CŨ GIỮ NGÕ", "Hội Cựu chiến binh phường Đá", "LÍNH CŨ GIỮ NGÕ"),
    ("MỞ NGÕ|(Tham luận của Đảng ủy phường Đá, thành phố Lau)", "Đảng ủy phường Đá, thành phố Lau", "MỞ NGÕ"),
    ("THAM LUẬN CỦA TRUNG TÂM Y TẾ HUYỆN LAU|Người đi không ai thay", "TRUNG TÂM Y TẾ HUYỆN LAU", "Người đi không ai thay"),
    ("THAM LUẬN|Công an xã với việc xử lý rác|Công an xã Tân Lau", "Công an xã Tân Lau", "Công an xã với việc xử lý rác"),
    ("HỘI PHỤ NỮ XÃ LAU|(huyện Đá)|Tham luận: CHỊ EM GIỮ CHỢ", "HỘI PHỤ NỮ XÃ LAU", "CHỊ EM GIỮ CHỢ"),
    ("HỢP TÁC XÃ BƯỞI LAU|Xã Tân Lau, huyện Đá|Ý KIẾN THAM LUẬN TẠI HỘI THẢO", "HỢP TÁC XÃ BƯỞI LAU", None),
    ("TỪ LÀNG CŨ SANG LÀNG MỚI|Ông Ngô Văn Thiệp, Trưởng thôn Ngọc", None, "TỪ LÀNG CŨ SANG LÀNG MỚI"),
    ("XÃ LAU VỚI CON ĐƯỜNG MỚI|UBND xã Lau", "UBND xã Lau", "XÃ LAU VỚI CON ĐƯỜNG MỚI"),
    ("THAM LUẬN|Hội nghị bàn về rác ở chợ Cầu", None, "Hội nghị bàn về rác ở chợ Cầu"),
    ("THAM LUẬN|của *", None, "của"),
    ("BÀI THAM LUẬN|Đơn vị: Tổ Xã hội, Trường THCS Lau|Đề tài: “Giữ gìn sử làng”", "Tổ Xã hội, Trường THCS Lau", "Giữ gìn sử làng"),
    ("SỞ NÔNG NGHIỆP LAU|CHI CỤC THỦY SẢN|THAM LUẬN|Nuôi tôm mùa hạn", "CHI CỤC THỦY SẢN", "Nuôi tôm mùa hạn"),
    ("NGÂN HÀNG LAU|CHI NHÁNH TỈNH ĐÁ|Vốn cho hộ nghèo", "NGÂN HÀNG LAU CHI NHÁNH TỈNH ĐÁ", "Vốn cho hộ nghèo"),
    ("BỆNH VIỆN ĐA KHOA LAU|Tham luận của Khoa Cấp cứu", "Khoa Cấp cứu", None),
    ("Bài tham luận|Thư viện huyện trước yêu cầu mới|(Trung tâm văn hóa, thể thao huyện Lau)", "Trung tâm văn hóa, thể thao huyện Lau", "Thư viện huyện trước yêu cầu mới"),
    ("Tham luận của trạm y tế xã Lau|Về việc khám sàng lọc tại thôn", "trạm y tế xã Lau", "Về việc khám sàng lọc tại thôn"),
    ("Công ty TNHH Một thành viên Cấp nước Lau|Địa chỉ: 18 phố Hạ|THAM LUẬN|Giảm thất thoát nước", "Công ty TNHH Một thành viên Cấp nước Lau", "Giảm thất thoát nước"),
    ("THAM LUẬN TẠI HỘI NGHỊ TỔNG KẾT|GIAI ĐOẠN 2016 - 2020|UBND xã Lau", "UBND xã Lau", None),
    ("THAM LUẬN|Hội nghị triển khai công tác thuế|Chuyên đề: CHỐNG THẤT THU|Chi cục Thuế Lau", "Chi cục Thuế Lau", "CHỐNG THẤT THU"),
    ("THAM LUẬN|Hội viên nông dân nuôi cá lồng|Hội Nông dân xã Lau", "Hội Nông dân xã Lau", "Hội viên nông dân nuôi cá lồng"),
    ("THAM LUẬN|Bộ đội biên phòng và dân bản|Đồn Biên phòng Tân Lau", "Đồn Biên phòng Tân Lau", "Bộ đội biên phòng và dân bản"),
    ("THAM LUẬN|Trường lớp sạch, học sinh vui|Trường Tiểu học Lau", "Trường Tiểu học Lau", "Trường lớp sạch, học sinh vui"),
    ("THAM LUẬN|Xã nghèo thoát nghèo|UBND xã Lau", "UBND xã Lau", "Xã nghèo thoát nghèo"),
    ("THAM LUẬN|Công an chính quy, xã bình yên|Công an huyện Lau", "Công an huyện Lau", "Công an chính quy, xã bình yên"),
    ("THAM LUẬN|Giữ rừng|Công an xã Lau bám bản", None, "Giữ rừng"),
    ("THAM LUẬN|Quỹ đất sạch - nguồn lực đầu tư|Trung tâm Phát triển quỹ đất", "Trung tâm Phát triển quỹ đất", "Quỹ đất sạch - nguồn lực đầu tư"),
    ("THAM LUẬN|Giữ rừng|Nguyễn Văn Hòa, Chủ tịch Ủy ban nhân dân xã Lau", "Ủy ban nhân dân xã Lau", "Giữ rừng"),
    ("CÔNG TY MAY HOÀNG LỘC|Khu công nghiệp Phú Lãng, quận Bình Lãng|Ý KIẾN THAM GIA HỘI THẢO", "CÔNG TY MAY HOÀNG LỘC", None),
    ("THAM LUẬN|của Công ty TNHH Cơ khí Thuận Tiến (xã Hòa Mạn, huyện Đông Xá)", "Công ty TNHH Cơ khí Thuận Tiến", None),
    ("THAM LUẬN CỦA MẸ|Con đi học xa", None, "Con đi học xa"),
    ("PHÁT BIỂU CỦA ĐỒNG CHÍ LÊ VĂN BA", None, "PHÁT BIỂU CỦA ĐỒNG CHÍ LÊ VĂN BA"),
    ("BÀI PHÁT BIỂU CỦA CHỦ TỊCH NƯỚC|tại Lễ kỷ niệm 50 năm", None, "BÀI PHÁT BIỂU CỦA CHỦ TỊCH NƯỚC tại Lễ kỷ niệm 50 năm"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "unit", "title"), HEADS)
def test_the_head_of_a_paper(head: str, unit: str | None, title: str | None) -> None:
    lines = head.replace("|", "\n")
    text = f"{lines}\n\nKính thưa các đồng chí!\n\nNăm qua chợ thải 3 tấn rác một ngày, nay còn 2 tấn.\n"
    document = vd.analyze(text=text)
    assert (document.frame.unit, document.frame.title) == (unit, title)
    for _, span in document.frame.fields:
        assert text[span.start : span.end] == span.text


def test_whose_paper_it_is_is_no_passage() -> None:
    said = "Năm qua chợ thải 3 tấn rác một ngày, nay còn 2 tấn."
    text = (
        "THAM LUẬN\nXóa điểm đen rác ở chợ Cầu\nBan Quản lý chợ Cầu\n\nKính thưa các đồng chí!\n\n"
        f"{said}\n"
    )
    (passage,) = passages_of(vd.analyze(text=text).analysis)
    assert text[passage.start : passage.end] == said


@pytest.mark.parametrize(
    "line",
    [
        "GIÁM ĐỐC SỞ Y TẾ",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
        "ỦY BAN NHÂN DÂN TỈNH LAU",
        "BỘ TRƯỞNG BỘ Y TẾ",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_who_decides_is_no_part_of_the_title(line: str, gap: str) -> None:
    text = (
        "SỞ Y TẾ\nSố: 512/QĐ-SYT\nSông Lau, ngày 3 tháng 01 năm 2025\n\nQUYẾT ĐỊNH\nBan hành Quy chế trực"
        f"{gap}{line}\n\nCăn cứ Quyết định số 12/2022/QĐ-UBND;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành Quy chế trực.\n"
    )
    assert vd.analyze(text=text).frame.title == "Ban hành Quy chế trực"


def test_who_has_a_degree_is_the_author() -> None:
    text = "THAM LUẬN\nBệnh viện vệ tinh\nKhoa Nội, Bệnh viện Lau\nTS.BS. Trịnh Bá Lưu\n\nKính thưa các vị!\n\nTuyến tỉnh đã mổ 12 ca.\n"
    frame = vd.analyze(text=text).frame
    assert (frame.author, frame.unit) == ("Trịnh Bá Lưu", "Khoa Nội, Bệnh viện Lau")
