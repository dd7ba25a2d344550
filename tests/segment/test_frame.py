"""The frame: what head and foot of each sort of document say, and what they leave open."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from tables import cases

from vndirective.core.normalize import make_view
from vndirective.core.records import Frame
from vndirective.segment.structure import Structure, segment


def structure(text: str) -> Structure:
    return segment(make_view(text))


def plain(frame: Frame) -> dict[str, Any]:
    """Return the fields as strings and lists of strings, without those that are absent."""
    values = {
        name: getattr(frame, name)
        for name in ("kind", "number", "title", "issuer", "issued_on", "place", "author", "unit")
    }
    for name in ("signers", "recipients", "addressees"):
        values[name] = [" ".join(span.text.split()) for span in getattr(frame, name)]
    return {name: value for name, value in values.items() if value not in (None, [])}


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


def test_roles_of_a_speech() -> None:
    roles = dict(kinds_of_lines(SPEECH))
    assert roles["Kính thưa các đồng chí đại biểu!"] == "salutation"
    assert roles["Xin kính chúc các đồng chí sức khỏe. Xin trân trọng cảm ơn!"] == "closing"


def test_the_closing_of_a_directive() -> None:
    assert dict(kinds_of_lines(PARTY))["Chỉ thị này phổ biến đến chi bộ."] == "closing"


HEAD = """ỦY BAN NHÂN DÂN TỈNH HẢI SƠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}
Hải Sơn, {date}

{kind}
Về việc trả hồ sơ đúng hạn

Các sở thực hiện những việc sau:
1. Rà soát hồ sơ.
"""

KINDS = [
    ("directive", "CHỈ THỊ", "7/CT-UBND", "directive"),
    ("resolution", "NGHỊ QUYẾT", "7/NQ-HĐND", "resolution"),
    ("conclusion", "KẾT LUẬN", "7-KL/TU", "conclusion"),
    ("plan", "KẾ HOẠCH", "7/KH-UBND", "plan"),
    ("action programme", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "7-CTr/TU", "plan"),
    ("guideline", "HƯỚNG DẪN", "7-HD/BTCTU", "guideline"),
    ("telegram", "CÔNG ĐIỆN", "7/CĐ-UBND", "telegram"),
    ("notice", "THÔNG BÁO", "7/TB-UBND", "notice"),
    ("decision", "QUYẾT ĐỊNH", "7/2024/QĐ-UBND", "decision"),
    ("decree", "NGHỊ ĐỊNH", "7/2024/NĐ-CP", "decree"),
    ("circular", "THÔNG TƯ", "7/2024/TT-BNV", "decree"),
    ("report", "BÁO CÁO", "7/BC-UBND", "other"),
]


@pytest.mark.parametrize(("line", "number", "kind"), cases(KINDS))
def test_kind_by_the_line_of_the_head(line: str, number: str, kind: str) -> None:
    text = HEAD.format(kind=line, number=number, date="ngày 3 tháng 2 năm 2024")
    frame = structure(text).frame
    assert (frame.kind, frame.number) == (kind, number)
    assert frame.title == "Về việc trả hồ sơ đúng hạn"


@pytest.mark.parametrize(("line", "number", "kind"), cases(KINDS[:6]))
def test_kind_line_in_decomposed_bold(line: str, number: str, kind: str) -> None:
    text = HEAD.format(kind=f"**{line}**", number=number, date="ngày 3 tháng 2 năm 2024")
    assert structure(unicodedata.normalize("NFD", text)).frame.kind == kind


DATES = [
    ("words", "ngày 3 tháng 2 năm 2024", "2024-02-03"),
    ("zero-padded", "ngày 03 tháng 02 năm 2024", "2024-02-03"),
    ("figures", "ngày 3/2/2024", "2024-02-03"),
    ("no such day", "ngày 31 tháng 2 năm 2024", None),
    ("left blank", "ngày     tháng 2 năm 2024", None),
    ("dotted", "ngày ... tháng ... năm 2024", None),
]


@pytest.mark.parametrize(("written", "expected"), cases(DATES))
def test_issue_date(written: str, expected: str | None) -> None:
    text = HEAD.format(kind="CHỈ THỊ", number="7/CT-UBND", date=written)
    frame = structure(text).frame
    assert frame.issued_on == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    cases(DATES),
)
def test_place_beside_the_issue_date(written: str, expected: str | None) -> None:
    text = HEAD.format(kind="CHỈ THỊ", number="7/CT-UBND", date=written)
    assert structure(text).frame.place == "Hải Sơn"


BODY = """

Thời gian qua, nhiều sở đã trả hồ sơ đúng hạn. Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Các sở rà soát hồ sơ.
2. Văn phòng theo dõi việc thực hiện./.
"""
TITLE = "CHỈ THỊ\nVề việc trả hồ sơ đúng hạn"

# Heads and feet as they come out of PDFs and web pages, and what must be read of them.
UGLY = [
    (
        "head of a PDF: both columns on one line",
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HẢI SƠN Độc lập - Tự do - Hạnh phúc\n"
        f"Số: 07/CT-UBND Hải Sơn, ngày 12 tháng 4 năm 2024\n{TITLE}{BODY}",
        {"number": "07/CT-UBND", "issued_on": "2024-04-12", "place": "Hải Sơn", "title": "Về việc trả hồ sơ đúng hạn"},
    ),
    (
        "party head of a PDF",
        f"TỈNH ỦY HẢI SƠN ĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 15-CT/TU Hải Sơn, ngày 12 tháng 4 năm 2024\n{TITLE}{BODY}",
        {"number": "15-CT/TU", "issued_on": "2024-04-12", "place": "Hải Sơn"},
    ),
    (
        "party title in small letters",
        f"TỈNH ỦY HẢI SƠN\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 5-CT/TU\nHải Sơn, ngày 1 tháng 2 năm 2024\nCHỈ THỊ\nvề việc trả hồ sơ đúng hạn{BODY}",
        {"kind": "directive", "title": "về việc trả hồ sơ đúng hạn"},
    ),
    (
        "a stamp of secrecy above the issuer",
        f"MẬT\nTỈNH ỦY HẢI SƠN\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 5-CT/TU\n{TITLE}{BODY}",
        {"issuer": "TỈNH ỦY HẢI SƠN"},
    ),
    ("kind and number on one line", f"CHỈ THỊ SỐ 07/CT-UBND\nVề việc trả hồ sơ đúng hạn{BODY}", {"number": "07/CT-UBND", "title": "Về việc trả hồ sơ đúng hạn"}),
    ("kind and title on one line", f"CHỈ THỊ VỀ VIỆC TRẢ HỒ SƠ{BODY}", {"kind": "directive", "title": "VỀ VIỆC TRẢ HỒ SƠ"}),
    ("kind with a colon", f"CHỈ THỊ:\nVề việc trả hồ sơ{BODY}", {"kind": "directive", "title": "Về việc trả hồ sơ"}),
    ("kind in letters set apart", f"C H Ỉ   T H Ị\nVề việc trả hồ sơ{BODY}", {"kind": "directive"}),
    ("kind and title as headings", f"# CHỈ THỊ\n## Về việc trả hồ sơ{BODY}", {"kind": "directive", "title": "Về việc trả hồ sơ"}),
    ("kind in small letters", f"Chỉ thị\nVề việc trả hồ sơ đúng hạn{BODY}", {"kind": "directive", "title": "Về việc trả hồ sơ đúng hạn"}),
    (
        "a city", f"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI SƠN\nSố: 7/KH-UBND\nTP. Hải Sơn, ngày 1 tháng 2 năm 2024\nKẾ HOẠCH\nTrả hồ sơ{BODY}",
        {"issuer": "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI SƠN", "place": "TP. Hải Sơn", "title": "Trả hồ sơ"},
    ),
    (
        "a party cell under its committee", f"ĐẢNG BỘ THỊ XÃ ĐÔNG HẢI\nCHI BỘ VĂN PHÒNG\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 3-NQ/CB\nNGHỊ QUYẾT\nHọp chi bộ tháng 2{BODY}",
        {"kind": "resolution", "issuer": "CHI BỘ VĂN PHÒNG", "number": "3-NQ/CB"},
    ),
    ("several addressees on one line", f"Kính gửi: Các sở; các xã, phường; Văn phòng.{BODY}", {"addressees": ["Các sở", "các xã, phường", "Văn phòng"]}),
    ("numbered addressees", f"Kính gửi:\n1. Các sở;\n2. Các xã, phường.{BODY}", {"addressees": ["Các sở", "Các xã, phường"]}),
    ("signature of a deputy", f"{TITLE}{BODY}\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Minh Khuê", {"signers": ["Lê Minh Khuê"]}),
    ("signed", f"{TITLE}{BODY}\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nLê Minh Khuê", {"signers": ["Lê Minh Khuê"]}),
    ("signature in capitals", f"{TITLE}{BODY}\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLÊ MINH KHUÊ", {"signers": ["LÊ MINH KHUÊ"]}),
    ("signed in square brackets", f"{TITLE}{BODY}\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n[đã ký]\nLê Minh Khuê", {"signers": ["Lê Minh Khuê"]}),
    ("signature with a rank", f"{TITLE}{BODY}\nGIÁM ĐỐC\n\nĐại tá Lê Minh Khuê", {"signers": ["Đại tá Lê Minh Khuê"]}),
    ("signature with a degree", f"{TITLE}{BODY}\nGIÁM ĐỐC\n\nPGS.TS Lê Minh Khuê", {"signers": ["PGS.TS Lê Minh Khuê"]}),
    ("signature of a name from the highlands", f"{TITLE}{BODY}\nCHỦ TỊCH\n\nH’Lan Niê Kđăm", {"signers": ["H’Lan Niê Kđăm"]}),
    ("signature in capitals with a rare family name", f"{TITLE}{BODY}\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nSÙNG THỊ MÂY", {"signers": ["SÙNG THỊ MÂY"]}),
    ("recipients on one line", f"{TITLE}{BODY}\nNơi nhận: Như trên; Các sở; Lưu VT.\n\nCHỦ TỊCH\nLê Minh Khuê", {"recipients": ["Như trên", "Các sở", "Lưu VT"]}),
    ("recipients without dashes", f"{TITLE}{BODY}\nNơi nhận:\nNhư trên;\nCác sở;\nLưu VT.\nCHỦ TỊCH\nLê Minh Khuê", {"recipients": ["Như trên", "Các sở", "Lưu VT"], "signers": ["Lê Minh Khuê"]}),
    ("two signatures", f"{TITLE}{BODY}\nTM. BAN THƯỜNG TRỰC\nCHỦ TỊCH\nLê Minh Khuê\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Hải Vân", {"signers": ["Lê Minh Khuê", "Trần Hải Vân"]}),
    ("signature in the second cell", f"{TITLE}{BODY}\nNơi nhận:\n- Các sở;\n- Lưu: VT. | CHÁNH VĂN PHÒNG\n\nLê Minh Khuê", {"signers": ["Lê Minh Khuê"], "recipients": ["Các sở", "Lưu: VT"]}),
    ("signature beside an empty cell", f"{TITLE}{BODY}\n | CHÁNH VĂN PHÒNG\n\nLê Minh Khuê", {"signers": ["Lê Minh Khuê"]}),
    (
        "paper whose topic and speaker stand in brackets",
        "BÀI THAM LUẬN\nTại Hội nghị sơ kết\nChủ đề: Trả hồ sơ đúng hạn\n(Người trình bày: Đ/c Lê Minh Khuê - Chủ tịch UBND phường Bến Đình)\n\nKính thưa hội nghị!\nPhường đã trả hồ sơ đúng hạn.\n",
        {"kind": "seminar_paper", "author": "Lê Minh Khuê", "title": "Trả hồ sơ đúng hạn"},
    ),
    (
        "paper of a body", "Tham luận của Phòng Nội vụ\nVề trả hồ sơ đúng hạn\n\nKính thưa các đồng chí,\nPhòng xin tham luận như sau:\nI. Kết quả\nPhòng đã trả hồ sơ.",
        {"kind": "seminar_paper"},
    ),
]  # fmt: skip
BUGS_OF_UGLY = {
    "kind in letters set apart": "letters set apart are not put together",
    "signature in capitals with a rare family name": "a name in capitals needs a known family name",
    "numbered addressees": "only bullets are expected after Kính gửi",
    "paper whose topic and speaker stand in brackets": "the occasion is taken for the title",
}


@pytest.mark.parametrize(("text", "expected"), cases(UGLY, BUGS_OF_UGLY))
def test_ugly_frames(text: str, expected: dict[str, Any]) -> None:
    found = plain(structure(text).frame)
    assert {name: found.get(name) for name in expected} == expected


NUMBERS = [
    ("with a colon", "Số: 07/CT-UBND", "07/CT-UBND"),
    ("without a colon", "Số 07-CT/TU", "07-CT/TU"),
    ("typed with spaces", "Số: 07 /CT-UBND", "07/CT-UBND"),
    ("with a year", "Số: 7/2024/CT-UBND", "7/2024/CT-UBND"),
    ("long dash", "Số: 07/CT–UBND", "07/CT-UBND"),
    ("left blank", "Số:     /CT-UBND", None),
]


@pytest.mark.parametrize(("line", "expected"), cases(NUMBERS))
def test_number(line: str, expected: str | None) -> None:
    text = HEAD.replace("Số: {number}", line).format(kind="CHỈ THỊ", date="ngày 3 tháng 2 năm 2024")
    assert structure(text).frame.number == expected


def test_an_empty_text_has_an_empty_frame() -> None:
    assert structure("").frame == Frame()
    assert structure("").sections == ()
    assert structure("").sentences == ()
