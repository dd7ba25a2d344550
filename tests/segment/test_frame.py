"""The frame: what head and foot of each sort of document say, and what they leave open."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from segmented import plain, structure
from tables import cases

from vndirective.core.records import Frame

STATE_COLUMNS = """|
**ỦY BAN NHÂN DÂN**
**TỈNH HẢI SƠN**
-------
|
**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**
**Độc lập - Tự do - Hạnh phúc**
---------------
|
|
Số: 07/CT-UBND
|
*Hải Sơn, ngày 12 tháng 4 năm 2024*
|

**CHỈ THỊ**
**Về việc trả hồ sơ đúng hạn tại bộ phận một cửa**

Thời gian qua, nhiều sở đã trả hồ sơ đúng hạn. Để khắc phục những nơi còn chậm, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:

1. Các sở rà soát hồ sơ.
2. Văn phòng theo dõi việc thực hiện./.

|
**Nơi nhận:**
- Như điều 2;
- Các sở;
- Lưu: VT.
|
**TM. ỦY BAN NHÂN DÂN**
**CHỦ TỊCH**

**Lê Minh Khuê**
|
"""

STATE_LINEAR = """ỦY BAN NHÂN DÂN
TỈNH HẢI SƠN
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 120/KH-SNV
Hải Sơn, ngày 02 tháng 01 năm 2024

KẾ HOẠCH
Bồi dưỡng công chức bộ phận một cửa năm 2024

I. MỤC TIÊU
Mọi công chức đều qua lớp học.

II. TỔ CHỨC THỰC HIỆN
1. Phòng Công chức mở lớp.

Nơi nhận:
- Ủy ban nhân dân tỉnh (để báo cáo);
- Các phòng;
- Lưu: VT, CC.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Trần Hải Vân
"""

# As the .docx reader writes a table: " | " between the cells, each paragraph of a cell a line.
DOCX_CELLS = """ỦY BAN NHÂN DÂN TỈNH HẢI SƠN
VĂN PHÒNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 31/TB-VP | Hải Sơn, ngày 9 tháng 9 năm 2024
THÔNG BÁO
Lịch tiếp công dân quý IV năm 2024

Văn phòng thông báo lịch tiếp công dân như sau:
1. Tháng 10: ngày 15.
2. Tháng 11: ngày 15.

Nơi nhận:
- Các sở;
- Lưu: VT. | TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Minh Khuê
"""

PARTY = """TỈNH ỦY HẢI SƠN
*
Số 15-CT/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Hải Sơn, ngày 18 tháng 3 năm 2024

CHỈ THỊ
CỦA BAN THƯỜNG VỤ TỈNH ỦY
về nâng cao chất lượng sinh hoạt chi bộ

Những năm qua, sinh hoạt chi bộ đã có chuyển biến. Ban Thường vụ Tỉnh ủy yêu cầu:
1. Các cấp ủy rà soát nền nếp sinh hoạt.
2. Ban Tổ chức Tỉnh ủy hướng dẫn nội dung.

Chỉ thị này phổ biến đến chi bộ.

Nơi nhận:
- Ban Bí thư (để báo cáo),
- Các huyện ủy,
- Lưu Văn phòng Tỉnh ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Trần Hải Vân
"""

TELEGRAM = """CÔNG ĐIỆN
VỀ VIỆC ỨNG PHÓ MƯA LŨ

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HẢI SƠN điện:

- Giám đốc các sở;
- Chủ tịch Ủy ban nhân dân các xã, phường.

Để chủ động ứng phó mưa lũ, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Các xã, phường kiểm tra đê điều.
2. Sở Nông nghiệp và Môi trường trực ban 24/24 giờ.

CHỦ TỊCH
Lê Minh Khuê
"""

DISPATCH_WITHOUT_HEAD = """Kính gửi:
- Các sở, ban, ngành;
- Ủy ban nhân dân các xã, phường.

Thực hiện kế hoạch năm, Sở Nội vụ đề nghị các cơ quan thực hiện một số việc sau:
1. Rà soát hồ sơ cán bộ.
2. Gửi kết quả về Sở trước ngày 30/6/2024.

Trân trọng./.

Nơi nhận:
- Như trên;
- Lưu: VT.

GIÁM ĐỐC
Trần Hải Vân
"""

DISPATCH = """SỞ NỘI VỤ TỈNH HẢI SƠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 455/SNV-CC
V/v gửi báo cáo nhân sự
Hải Sơn, ngày 6 tháng 5 năm 2024

Kính gửi: Ủy ban nhân dân các xã, phường

Sở Nội vụ đề nghị các đơn vị gửi báo cáo nhân sự trước ngày 20/5/2024.

Nơi nhận:
- Như trên;
- Lưu: VT.

GIÁM ĐỐC

Trần Hải Vân
"""

DECISION = """ỦY BAN NHÂN DÂN
TỈNH HẢI SƠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 41/2024/QĐ-UBND
Hải Sơn, ngày 20 tháng 6 năm 2024

QUYẾT ĐỊNH
Ban hành Quy chế tiếp công dân

ỦY BAN NHÂN DÂN TỈNH HẢI SƠN

Căn cứ Luật Tổ chức chính quyền địa phương;
Căn cứ Luật Tiếp công dân;
Theo đề nghị của Giám đốc Sở Nội vụ.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp công dân.
Điều 2. Quyết định này có hiệu lực từ ngày 01/7/2024.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Minh Khuê

QUY CHẾ
Tiếp công dân
(Ban hành kèm theo Quyết định số 41/2024/QĐ-UBND ngày 20 tháng 6 năm 2024)

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh
1. Quy chế này quy định việc tiếp công dân.
2. Quy chế này áp dụng tại trụ sở.

Điều 2. Đối tượng áp dụng
Công chức tiếp công dân.
"""

PAPER = """THAM LUẬN
Đưa phần mềm theo dõi hồ sơ vào bộ phận một cửa

Người trình bày: Lê Minh Khuê
Đơn vị: Ủy ban nhân dân phường Bến Đình

Kính thưa các đồng chí!

Phường Bến Đình đã dùng phần mềm theo dõi hồ sơ từ năm 2022.

Chúng tôi đề nghị Sở Nội vụ kết nối phần mềm với cơ sở dữ liệu dân cư.

Xin trân trọng cảm ơn!
"""

SPEECH = """PHÁT BIỂU KHAI MẠC
HỘI NGHỊ SƠ KẾT CÔNG TÁC TIẾP CÔNG DÂN

Kính thưa các đồng chí đại biểu!
Thưa toàn thể hội nghị!

Hôm nay, tỉnh ta sơ kết công tác tiếp công dân. Tôi đề nghị các đồng chí tập trung thảo luận.

Xin kính chúc các đồng chí sức khỏe. Xin trân trọng cảm ơn!
"""

NEWS = """Tỉnh Hải Sơn siết chặt kỷ luật giờ giấc tại bộ phận một cửa

Sáng 12/4, Ủy ban nhân dân tỉnh Hải Sơn họp bàn việc trả hồ sơ đúng hạn.

Quang cảnh cuộc họp. Ảnh: Hải Vân

Chủ tịch Ủy ban nhân dân tỉnh Lê Minh Khuê nhấn mạnh: “Hồ sơ chậm là lỗi của cơ quan nhà nước”.

“Các sở phải trả lời trong 5 ngày làm việc”, ông Khuê yêu cầu.

Giám đốc Sở Nội vụ cho biết, tỷ lệ hồ sơ trễ hạn đã giảm một nửa.

Tác giả: Hải Vân
"""

FRAMES = [
    (
        "state head in two columns",
        STATE_COLUMNS,
        {
            "kind": "directive", "number": "07/CT-UBND", "issued_on": "2024-04-12",
            "place": "Hải Sơn", "issuer": "ỦY BAN NHÂN DÂN TỈNH HẢI SƠN",
            "title": "Về việc trả hồ sơ đúng hạn tại bộ phận một cửa",
            "signers": ["Lê Minh Khuê"],
            "recipients": ["Như điều 2", "Các sở", "Lưu: VT"],
        },
    ),
    (
        "state head, linear, own body under its superior",
        STATE_LINEAR,
        {
            "kind": "plan", "number": "120/KH-SNV", "issued_on": "2024-01-02",
            "place": "Hải Sơn", "issuer": "SỞ NỘI VỤ",
            "title": "Bồi dưỡng công chức bộ phận một cửa năm 2024",
            "signers": ["Trần Hải Vân"],
            "recipients": ["Ủy ban nhân dân tỉnh (để báo cáo)", "Các phòng", "Lưu: VT, CC"],
        },
    ),
    (
        "cells of a .docx table",
        DOCX_CELLS,
        {
            "kind": "notice", "number": "31/TB-VP", "issued_on": "2024-09-09",
            "place": "Hải Sơn", "issuer": "VĂN PHÒNG",
            "title": "Lịch tiếp công dân quý IV năm 2024",
            "signers": ["Lê Minh Khuê"],
            "recipients": ["Các sở", "Lưu: VT"],
        },
    ),
    (
        "party head",
        PARTY,
        {
            "kind": "directive", "number": "15-CT/TU", "issued_on": "2024-03-18",
            "place": "Hải Sơn", "issuer": "BAN THƯỜNG VỤ TỈNH ỦY",
            "title": "về nâng cao chất lượng sinh hoạt chi bộ",
            "signers": ["Trần Hải Vân"],
            "recipients": ["Ban Bí thư (để báo cáo)", "Các huyện ủy", "Lưu Văn phòng Tỉnh ủy"],
        },
    ),
    (
        "telegram without number and date",
        TELEGRAM,
        {
            "kind": "telegram", "title": "VỀ VIỆC ỨNG PHÓ MƯA LŨ",
            "issuer": "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HẢI SƠN",
            "addressees": ["Giám đốc các sở", "Chủ tịch Ủy ban nhân dân các xã, phường"],
            "signers": ["Lê Minh Khuê"],
        },
    ),
    (
        "dispatch without a head",
        DISPATCH_WITHOUT_HEAD,
        {
            "kind": "official_dispatch",
            "addressees": ["Các sở, ban, ngành", "Ủy ban nhân dân các xã, phường"],
            "signers": ["Trần Hải Vân"], "recipients": ["Như trên", "Lưu: VT"],
        },
    ),
    (
        "dispatch with its subject under the number",
        DISPATCH,
        {
            "kind": "official_dispatch", "number": "455/SNV-CC", "issued_on": "2024-05-06",
            "place": "Hải Sơn", "issuer": "SỞ NỘI VỤ TỈNH HẢI SƠN",
            "title": "V/v gửi báo cáo nhân sự",
            "addressees": ["Ủy ban nhân dân các xã, phường"],
            "signers": ["Trần Hải Vân"], "recipients": ["Như trên", "Lưu: VT"],
        },
    ),
    (
        "decision with a regulation attached",
        DECISION,
        {
            "kind": "decision", "number": "41/2024/QĐ-UBND", "issued_on": "2024-06-20",
            "place": "Hải Sơn", "issuer": "ỦY BAN NHÂN DÂN TỈNH HẢI SƠN",
            "title": "Ban hành Quy chế tiếp công dân", "signers": ["Lê Minh Khuê"],
        },
    ),
    (
        "seminar paper",
        PAPER,
        {
            "kind": "seminar_paper", "title": "Đưa phần mềm theo dõi hồ sơ vào bộ phận một cửa",
            "author": "Lê Minh Khuê", "unit": "Ủy ban nhân dân phường Bến Đình",
        },
    ),
    (
        "speech",
        SPEECH,
        {"kind": "speech", "title": "HỘI NGHỊ SƠ KẾT CÔNG TÁC TIẾP CÔNG DÂN"},
    ),
    (
        "news report",
        NEWS,
        {
            "kind": "news", "author": "Hải Vân",
            "title": "Tỉnh Hải Sơn siết chặt kỷ luật giờ giấc tại bộ phận một cửa",
        },
    ),
    ("a paragraph alone", "Các phòng rà soát hồ sơ trước ngày 15/12/2024.", {"kind": "other"}),
]  # fmt: skip
BUGS: dict[str, str] = {}


@pytest.mark.parametrize(("text", "expected"), cases(FRAMES, BUGS))
def test_frame(text: str, expected: dict[str, Any]) -> None:
    assert plain(structure(text).frame) == expected


@pytest.mark.parametrize(("text", "expected"), cases(FRAMES, BUGS))
def test_frame_decomposed_with_line_ends_of_windows(text: str, expected: dict[str, Any]) -> None:
    dirty = "\ufeff" + unicodedata.normalize("NFD", text).replace("\n", "\r\n")
    found = plain(structure(dirty).frame)
    composed = {
        name: [unicodedata.normalize("NFC", v) for v in value] if isinstance(value, list)
        else unicodedata.normalize("NFC", value)
        for name, value in found.items()
    }  # fmt: skip
    assert composed == expected


def test_every_field_has_its_span() -> None:
    frame = structure(STATE_COLUMNS).frame
    fields = {name: " ".join(span.text.replace("*", "").split()) for name, span in frame.fields}
    assert fields == {
        "number": "07/CT-UBND",
        "place": "Hải Sơn",
        "issued_on": "ngày 12 tháng 4 năm 2024",
        "issuer": "ỦY BAN NHÂN DÂN TỈNH HẢI SƠN",
        "title": "Về việc trả hồ sơ đúng hạn tại bộ phận một cửa",
    }
    for _, span in frame.fields:
        assert STATE_COLUMNS[span.start : span.end] == span.text


def kinds_of_lines(text: str) -> list[tuple[str, str]]:
    found = structure(text)
    return [(line.text, role) for line, role in zip(found.lines, found.roles, strict=True)]


def test_roles_of_a_decision() -> None:
    roles = dict(kinds_of_lines(DECISION))
    assert roles["Số: 41/2024/QĐ-UBND"] == "header"
    assert roles["Căn cứ Luật Tiếp công dân;"] == "legal_basis"
    assert roles["Theo đề nghị của Giám đốc Sở Nội vụ."] == "legal_basis"
    assert roles["Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp công dân."] == "body"
    assert roles["Lê Minh Khuê"] == "signature"
    assert roles["Công chức tiếp công dân."] == "body"


def test_the_regulation_of_a_decision_has_its_own_units() -> None:
    ids = [s.id for s in structure(DECISION).sections if s.label]
    assert ids == [
        "Điều 1", "Điều 2", "Chương I", "Chương I/Điều 1", "Chương I/Điều 1/1",
        "Chương I/Điều 1/2", "Chương I/Điều 2",
    ]  # fmt: skip


def test_roles_of_a_news_report() -> None:
    roles = dict(kinds_of_lines(NEWS))
    assert roles["Quang cảnh cuộc họp. Ảnh: Hải Vân"] == "caption"
    assert roles["Tác giả: Hải Vân"] == "byline"


def test_a_paragraph_behind_the_name_of_an_agency_is_no_byline() -> None:
    text = "(TTXVN) - Ngày 5/9, Chủ tịch tỉnh làm việc với huyện Vân Lũng. Ông yêu cầu huyện sớm trả hồ sơ."
    assert dict(kinds_of_lines(text))[text] == "body"


def test_roles_of_a_speech() -> None:
    roles = dict(kinds_of_lines(SPEECH))
    assert roles["Kính thưa các đồng chí đại biểu!"] == "salutation"
    assert roles["Xin kính chúc các đồng chí sức khỏe. Xin trân trọng cảm ơn!"] == "closing"


def test_a_line_on_an_annex_stands_below_the_closing() -> None:
    text = PARTY.replace(
        "Chỉ thị này phổ biến đến chi bộ.", "Chỉ thị này phổ biến đến chi bộ.\n(Kèm theo mẫu phiếu)"
    )
    assert dict(kinds_of_lines(text))["Chỉ thị này phổ biến đến chi bộ."] == "closing"


def test_the_closing_of_a_directive() -> None:
    assert dict(kinds_of_lines(PARTY))["Chỉ thị này phổ biến đến chi bộ."] == "closing"


def test_who_gets_a_copy_where_nothing_heads_the_list() -> None:
    text = PARTY.replace("Nơi nhận:\n", "")
    assert text != PARTY
    kinds = dict(kinds_of_lines(text))
    assert kinds["- Các huyện ủy,"] == kinds["- Lưu Văn phòng Tỉnh ủy."] == "recipients"
    assert kinds["2. Ban Tổ chức Tỉnh ủy hướng dẫn nội dung."] == "body"


def test_orders_above_a_copy_stay_in_the_body() -> None:
    orders = "- Rà soát nền nếp sinh hoạt;\n- Báo cáo trước ngày 30/4.\n- Các huyện ủy,"
    text = PARTY.replace("Nơi nhận:\n", "").replace("- Các huyện ủy,", orders)
    kinds = dict(kinds_of_lines(text))
    assert kinds["- Các huyện ủy,"] == "recipients"
    assert kinds["- Báo cáo trước ngày 30/4."] == kinds["- Rà soát nền nếp sinh hoạt;"] == "body"


@pytest.mark.parametrize("order", ["Lưu mẫu vắc xin tại Trung tâm CDC.", "Lưu trữ hồ sơ của UBND."])
def test_to_keep_something_else_is_an_order(order: str) -> None:
    text = PARTY.replace("Nơi nhận:\n", "").replace("Lưu Văn phòng Tỉnh ủy.", order)
    assert dict(kinds_of_lines(text))[f"- {order}"] == "body"


def test_a_last_reminder_is_no_copy() -> None:
    text = PARTY.replace("Nơi nhận:\n", "").replace("- Lưu Văn phòng", "- Lưu ý Văn phòng")
    assert dict(kinds_of_lines(text))["- Các huyện ủy,"] != "recipients"


def test_an_empty_text_has_an_empty_frame() -> None:
    assert structure("").frame == Frame()
    assert structure("").sections == ()
    assert structure("").sentences == ()
