"""Heads and feet as offices write them and as files carry them: kind, number, date, signers."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from segmented import plain, structure
from tables import cases

CORPORA = Path(__file__).parents[2] / "corpora"
TEXTS = [
    (str(p.relative_to(CORPORA)), p.read_text(encoding="utf-8"))
    for p in sorted(CORPORA.rglob("*.txt"))
]

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
    assert structure(normalize("NFD", text)).frame.kind == kind


DATES = [
    ("words", "ngày 3 tháng 2 năm 2024", "2024-02-03"),
    ("zero-padded", "ngày 03 tháng 02 năm 2024", "2024-02-03"),
    ("figures", "ngày 3/2/2024", "2024-02-03"),
    ("with the hour of a telegram", "hồi 10 giờ 30 phút ngày 3 tháng 2 năm 2024", "2024-02-03"),
    ("year on the next line", "ngày 9 tháng 10 năm\n2024", "2024-10-09"),
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
        "head in two columns by blanks",
        "ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n  TỈNH HẢI SƠN                   Độc lập - Tự do - Hạnh phúc\n"
        f"Số: 07/CT-UBND               Hải Sơn, ngày 12 tháng 4 năm 2024\n\n{TITLE}{BODY}",
        {"number": "07/CT-UBND", "issued_on": "2024-04-12", "place": "Hải Sơn", "issuer": "ỦY BAN NHÂN DÂN TỈNH HẢI SƠN"},
    ),
    (
        "head in two columns by tabs",
        f"TỈNH ỦY HẢI SƠN\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 15-CT/TU\tHải Sơn, ngày 12 tháng 4 năm 2024\n\n{TITLE}{BODY}",
        {"number": "15-CT/TU", "issued_on": "2024-04-12", "place": "Hải Sơn", "issuer": "TỈNH ỦY HẢI SƠN"},
    ),
    (
        "foot in two columns by blanks",
        f"{TITLE}{BODY}\nNơi nhận:                 TM. ỦY BAN NHÂN DÂN\n- Các sở;                     KT. CHỦ TỊCH\n- Các xã;                    PHÓ CHỦ TỊCH\n- Lưu: VT.\n\n                          Lê Minh Khuê",
        {"signers": ["Lê Minh Khuê"], "recipients": ["Các sở", "Các xã", "Lưu: VT"]},
    ),
    ("a wide gap that parts no columns", f"{TITLE}\n\nHọ và tên:      LÊ MINH KHUÊ\nI.      CĂN CỨ{BODY}", {"title": "Về việc trả hồ sơ đúng hạn"}),
    ("items behind a foot", f"{TITLE}{BODY}\nNơi nhận:\n- Các sở.\nCHỦ TỊCH\nLê Minh Khuê\n\nPHỤ LỤC\n- Rà soát hồ sơ.", {"signers": ["Lê Minh Khuê"], "recipients": ["Các sở"]}),
    ("a comma set apart", f"Số 15-CT/TU\nHải Sơn , ngày 12 tháng 4 năm 2024\n{TITLE}{BODY}", {"issued_on": "2024-04-12", "place": "Hải Sơn"}),
    ("no comma", f"Số 15-CT/TU\nHải Sơn ngày 12 tháng 4 năm 2024\n{TITLE}{BODY}", {"issued_on": "2024-04-12", "place": "Hải Sơn"}),
    ("a dispatch with its day in figures below its subject", "UBND XÃ HẢI SƠN\nSố: 45/UBND-VP\nV/v trả hồ sơ đúng hạn\nHải Sơn, ngày 8/12/2024\nKính gửi: Trưởng phòng Kinh tế.\nYêu cầu các phòng rà soát hồ sơ.", {"issued_on": "2024-12-08", "place": "Hải Sơn"}),
    ("a day in figures at the end of a title", "KẾT LUẬN\nHọp giao ban sáng ngày 8/12/2024\nYêu cầu các phòng rà soát hồ sơ.", {"issued_on": None}),
    ("place and day at the foot", f"{TITLE}{BODY}\nHải Sơn, ngày 12 tháng 4 năm 2024\nCHỦ TỊCH\nLê Minh Khuê", {"issued_on": "2024-04-12", "place": "Hải Sơn"}),
    ("a blank day in the head, another at the foot", f"Số: 7/CT-UBND\nHải Sơn, ngày ... tháng 4 năm 2024\n{TITLE}{BODY}\nBến Đình, ngày 12 tháng 3 năm 2024", {"issued_on": None}),
    ("the day of minutes", "BIÊN BẢN\nHọp giao ban\nHôm nay, vào hồi 8 giờ 30 phút, ngày 12/4/2024, tại hội trường.\n1. Giao Văn phòng rà soát hồ sơ.", {"issued_on": "2024-04-12"}),
    ("the day of a form", "PHIẾU GIAO VIỆC\nSố: 15/PGV\nNgày giao: 12/4/2024\n1. Rà soát hồ sơ.", {"issued_on": "2024-04-12"}),
    ("a regulation has what the decision has", "QUY CHẾ\nLàm việc của Ủy ban nhân dân xã\n(Ban hành kèm theo Quyết định số 66/QĐ-UBND ngày 12/4/2024)\nĐiều 1. Các phòng phải trả hồ sơ đúng hạn.", {"issued_on": "2024-04-12", "number": "66/QĐ-UBND"}),
    ("non-breaking hyphens", f"Số: 7/CT\u2011UBND\n{TITLE}{BODY}", {"number": "7/CT-UBND"}),
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
    ("numbers below dashes", f"Kính gửi:\n- Các sở, ban, ngành:\n1. Sở Y tế;\n2. Sở Nội vụ;\n- UBND các huyện.{BODY}", {"addressees": ["Các sở, ban, ngành:", "Sở Y tế", "Sở Nội vụ", "UBND các huyện"]}),
    ("numbers that begin anew below a heading", f"Kính gửi:\n1. Khối Đảng:\n- Văn phòng Đảng ủy;\n2. Khối chính quyền:\n1. Văn phòng;\n2. Phòng Kinh tế.{BODY}", {"addressees": ["Khối Đảng:", "Văn phòng Đảng ủy", "Khối chính quyền:", "Văn phòng", "Phòng Kinh tế"]}),
    ("orders behind a blank line, numbered", "Kính gửi:\n- Các sở;\n- UBND các xã.\n\n1. Các sở rà soát hồ sơ.\n2. UBND các xã trả hồ sơ.", {"addressees": ["Các sở", "UBND các xã"]}),
    ("orders with numbers of their own", "Kính gửi:\n1. Các sở;\n2. UBND các xã.\n1. Các sở rà soát hồ sơ.\n2. UBND các xã trả hồ sơ.", {"addressees": ["Các sở", "UBND các xã"]}),
    ("orders behind a blank line, with dashes", "Kính gửi:\n- Các sở;\n- UBND các xã.\n\n- Các sở rà soát hồ sơ.\n- UBND các xã trả hồ sơ.", {"addressees": ["Các sở", "UBND các xã"]}),
    ("addressees with a blank line between them", f"Kính gửi:\n\n- Các sở.\n\n- UBND các xã.\n\n- Công an tỉnh.{BODY}", {"addressees": ["Các sở", "UBND các xã", "Công an tỉnh"]}),
    ("the first addressee on the line of Kính gửi", f"Kính gửi: - Các sở;\n               - UBND các xã.{BODY}", {"addressees": ["Các sở", "UBND các xã"]}),
    ("addressees with dashes on one line", f"Kính gửi: - Các sở; - UBND các xã.{BODY}", {"addressees": ["Các sở", "UBND các xã"]}),
    ("the day beside the superior", f"ĐẢNG BỘ TỈNH HẢI SƠN         Hải Sơn, ngày 3/2/2024\nBAN NỘI CHÍNH\nSố 12-HD/BNCTU\n\n{TITLE}{BODY}", {"issuer": "BAN NỘI CHÍNH", "place": "Hải Sơn", "issued_on": "2024-02-03"}),
    (
        "a title whose second line opens with a capital",
        "Số: 7/TB-UBND\nTHÔNG BÁO\nKết luận của đồng chí Phó Chủ tịch tại buổi làm việc\nHội đồng nghĩa vụ quân sự quý II năm 2024\n\n1. Các xã rà soát hồ sơ.",
        {"title": "Kết luận của đồng chí Phó Chủ tịch tại buổi làm việc Hội đồng nghĩa vụ quân sự quý II năm 2024"},
    ),
    ("a sentence below a title", "THÔNG BÁO\nVề việc trả hồ sơ\nCác xã trả hồ sơ đúng hạn.\n\n1. Các xã rà soát hồ sơ.", {"title": "Về việc trả hồ sơ"}),
    ("an order without its stop below a title", "THÔNG BÁO\nVề việc trả hồ sơ\nUBND xã yêu cầu các thôn trả hồ sơ trước ngày 30/6\n\nCác thôn báo cáo.", {"title": "Về việc trả hồ sơ"}),
    ("a paragraph below a title", "THÔNG BÁO\nVề việc trả hồ sơ\nHồ sơ còn chậm\nCác xã trả hồ sơ đúng hạn", {"title": "Về việc trả hồ sơ"}),
    (
        "what a dispatch is about, over a number",
        f"Số: 7/UBND-VP\nHải Sơn, ngày 2/5/2024\nV/v rà soát hồ sơ và báo cáo\n6 tháng đầu năm 2024\n\nKính gửi: Các xã.{BODY}",
        {"title": "V/v rà soát hồ sơ và báo cáo 6 tháng đầu năm 2024", "addressees": ["Các xã"]},
    ),
    (
        "what a wrapped dispatch in two columns is about",
        "ỦY BAN NHÂN DÂN                         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ HẢI SƠN                             Độc lập - Tự do - Hạnh phúc\n"
        "Số: 12/UBND-VP                         Hải Sơn, ngày 04 tháng 5 năm 2024\nV/v rà soát các hồ sơ còn chậm của\nngười dân và chuẩn bị báo cáo\n6 tháng đầu năm 2024\n"
        "        Kính gửi:\ncác phòng). Để trả hồ sơ đúng hạn cho người dân, Chủ tịch Ủy ban nhân dân xã có ý\nkiến như sau:\n1. Các xã rà soát hồ sơ.",
        {"title": "V/v rà soát các hồ sơ còn chậm của người dân và chuẩn bị báo cáo 6 tháng đầu năm 2024", "issued_on": "2024-05-04"},
    ),
    (
        "minutes with their title on the line of the kind",
        "CÔNG TY MAY HẢI SƠN\nPHÒNG KẾ TOÁN\n\nBIÊN BẢN HỌP GIAO BAN THÁNG 4/2024\n\nThời gian: 14h00 ngày 05/4/2024\nĐịa điểm: Phòng họp\n\n1. Phòng Kế hoạch rà soát hồ sơ.",
        {"title": "BIÊN BẢN HỌP GIAO BAN THÁNG 4/2024", "issuer": "PHÒNG KẾ TOÁN"},
    ),
    ("a kind line that lacks a mark", f"Số: 7/HD-UBND\n\nHƯỚNG DÂN\nTrả hồ sơ đúng hạn{BODY}", {"kind": "guideline", "title": "Trả hồ sơ đúng hạn"}),
    ("a kind line without marks", f"Số: 7/KH-UBND\n\nKE HOACH\nTrả hồ sơ đúng hạn{BODY}", {"kind": "plan", "title": "Trả hồ sơ đúng hạn"}),
    ("a kind line that lacks a mark, and another number", f"Số: 7/TB-UBND\n\nHƯỚNG DÂN\nTrả hồ sơ đúng hạn{BODY}", {"kind": "notice", "title": None}),
    ("a name with one letter in its middle", f"{TITLE}{BODY}\nCHỦ TỊCH\n\nGiàng A Chống", {"signers": ["Giàng A Chống"]}),
    ("a one-letter name in two columns", f"{TITLE}{BODY}\nNơi nhận:\tCHỦ TỊCH\n- Các phòng, ban;\t\n- Lưu: VT.\tMùa A Sơn", {"signers": ["Mùa A Sơn"], "recipients": ["Các phòng, ban", "Lưu: VT"]}),
    ("on whose behalf, with a stroke, in two columns", f"{TITLE}{BODY}\nNơi nhận:\tT/UQ. ỦY BAN NHÂN DÂN\n- Các phòng, ban;\tCHÁNH VĂN PHÒNG\n- Lưu: VT.\tLê Minh Khuê", {"recipients": ["Các phòng, ban", "Lưu: VT"], "signers": ["Lê Minh Khuê"]}),
    ("a letter at the end is no name", f"{TITLE}{BODY}\nCHỦ TỊCH\n\nBiểu mẫu A", {"signers": None}),
    ("signature of a deputy", f"{TITLE}{BODY}\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Minh Khuê", {"signers": ["Lê Minh Khuê"]}),
    ("signed", f"{TITLE}{BODY}\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nLê Minh Khuê", {"signers": ["Lê Minh Khuê"]}),
    ("signature in capitals", f"{TITLE}{BODY}\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLÊ MINH KHUÊ", {"signers": ["LÊ MINH KHUÊ"]}),
    ("signed in square brackets", f"{TITLE}{BODY}\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n[đã ký]\nLê Minh Khuê", {"signers": ["Lê Minh Khuê"]}),
    ("signature with a rank", f"{TITLE}{BODY}\nGIÁM ĐỐC\n\nĐại tá Lê Minh Khuê", {"signers": ["Đại tá Lê Minh Khuê"]}),
    ("signature with a degree", f"{TITLE}{BODY}\nGIÁM ĐỐC\n\nPGS.TS Lê Minh Khuê", {"signers": ["PGS.TS Lê Minh Khuê"]}),
    ("signature of a name from the highlands", f"{TITLE}{BODY}\nCHỦ TỊCH\n\nH’Lan Niê Kđăm", {"signers": ["H’Lan Niê Kđăm"]}),
    ("signature with the degree of a specialist", f"{TITLE}{BODY}\nNơi nhận:\n- Các sở;\n- Lưu: VT.\nGIÁM ĐỐC\n(Đã ký)\nBSCKII. Lê Minh Khuê", {"signers": ["BSCKII. Lê Minh Khuê"], "recipients": ["Các sở", "Lưu: VT"]}),
    ("signature with a title spelled out", f"{TITLE}{BODY}\nNơi nhận:\n- Các sở;\n- Lưu: VT.\nGIÁM ĐỐC\n(Đã ký)\nKỹ sư Lê Minh Khuê", {"signers": ["Kỹ sư Lê Minh Khuê"], "recipients": ["Các sở", "Lưu: VT"]}),
    ("a foot in two columns parted by tabs", f"{TITLE}{BODY}\nNơi nhận:\tTL. CHỦ TỊCH\n- Các phòng, ban;\tCHÁNH VĂN PHÒNG\n- Lưu: VT.\tLê Minh Khuê", {"signers": ["Lê Minh Khuê"], "recipients": ["Các phòng, ban", "Lưu: VT"]}),
    ("a copy below who signs", f"{TITLE}{BODY}\nNơi nhận:            T/M TỈNH ỦY\n- Các huyện ủy,            BÍ THƯ\n- Các ban tỉnh,            Lê Minh Khuê\n- Lưu Văn phòng Tỉnh ủy.", {"signers": ["Lê Minh Khuê"], "recipients": ["Các huyện ủy", "Các ban tỉnh", "Lưu Văn phòng Tỉnh ủy"]}),
    ("two who sign, with stamps", f"{TITLE}{BODY}\nTHƯ KÝ                         CHỦ TRÌ\n(Đã ký)                        (Đã ký)\nMai Thị Kim Cúc                Lê Minh Khuê", {"signers": ["Mai Thị Kim Cúc", "Lê Minh Khuê"]}),
    ("two who sign", f"{TITLE}{BODY}\nTHƯ KÝ                         CHỦ TRÌ\n\nMai Thị Kim Cúc                Lê Minh Khuê", {"signers": ["Mai Thị Kim Cúc", "Lê Minh Khuê"]}),
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
    "paper whose topic and speaker stand in brackets": "the occasion is taken for the title",
}


@pytest.mark.parametrize(("text", "expected"), cases(UGLY, BUGS_OF_UGLY))
def test_ugly_frames(text: str, expected: dict[str, Any]) -> None:
    found = plain(structure(text).frame)
    assert {name: found.get(name) for name in expected} == expected


SUPERIORS = [
    (
        "the day beside it",
        "ĐẢNG BỘ TỈNH HẢI SƠN         Hải Sơn, ngày 3/2/2024\nBAN NỘI CHÍNH",
        "BAN NỘI CHÍNH",
        "ĐẢNG BỘ TỈNH HẢI SƠN",
    ),
    (
        "its committee below a board",
        "VĂN PHÒNG\nHUYỆN ỦY HẢI SƠN",
        "VĂN PHÒNG HUYỆN ỦY HẢI SƠN",
        None,
    ),
    ("its committee above a board", "HUYỆN ỦY HẢI SƠN\nVĂN PHÒNG", "VĂN PHÒNG", "HUYỆN ỦY HẢI SƠN"),
    (
        "a committee below that of the province",
        "ĐẢNG BỘ TỈNH HẢI SƠN\nHUYỆN ỦY BẾN ĐÌNH",
        "HUYỆN ỦY BẾN ĐÌNH",
        "ĐẢNG BỘ TỈNH HẢI SƠN",
    ),
    ("the day below it", "BAN NỘI CHÍNH\nHải Sơn, ngày 3/2/2024", "BAN NỘI CHÍNH", None),
]


@pytest.mark.parametrize(("head", "issuer", "superior"), cases(SUPERIORS))
def test_who_stands_above_the_issuer(head: str, issuer: str, superior: str | None) -> None:
    frame = structure(f"{head}\nSố 12-HD/BNCTU\n\n{TITLE}{BODY}").frame
    assert (frame.issuer, frame.superior) == (issuer, superior)


def _read(text: str) -> tuple[str, dict[str, Any]]:
    found = structure(text)
    values = plain(found.frame)
    return found.view.text, {
        name: [normalize("NFC", v) for v in value]
        if isinstance(value, list)
        else normalize("NFC", value)
        for name, value in values.items()
    }


@pytest.mark.parametrize("text", cases([*((name, text) for name, text, _ in UGLY), *TEXTS]))
def test_decomposed_letters_change_neither_view_nor_frame(text: str) -> None:
    assert _read(normalize("NFD", text)) == _read(normalize("NFC", text))


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


REPORT = """Huyện Hải Sơn siết việc trả hồ sơ
{stamp}
Sáng nay, Chủ tịch UBND huyện Trần Văn Hòa chủ trì cuộc họp. Phát biểu tại cuộc họp, ông Hòa nêu rõ: “Hồ sơ phải trả đúng hẹn”.
Ông Hòa nhấn mạnh: “Việc nào chậm thì xin lỗi dân”.
"""
STAMPS = [
    ("labeled day", "Ngày đăng: 12/05/2023", "2023-05-12"),
    ("labeled hour", "Đăng lúc 10:20, 12/05/2023", "2023-05-12"),
    ("updated", "Cập nhật: 12-5-2023", "2023-05-12"),
    ("weekday, day, hour", "Thứ tư, 15/12/2024, 10:00", "2024-12-15"),
    ("author and day", "Minh Tấn | 12/05/2023 09:10", "2023-05-12"),
    ("agency and day", "(Báo Hải Sơn) - 12/05/2023", "2023-05-12"),
    ("time zone", "12/05/2023, 09:10 (GMT+7)", "2023-05-12"),
    ("readers before it", "Lượt xem: 120 | Ngày đăng: 12/05/2023", "2023-05-12"),
    ("ISO 8601", "2023-05-12 09:10:00", "2023-05-12"),
    ("no such day", "Ngày đăng: 31/02/2023", None),
]


@pytest.mark.parametrize(("stamp", "expected"), cases(STAMPS))
def test_day_of_publication(stamp: str, expected: str | None) -> None:
    frame = structure(REPORT.format(stamp=stamp)).frame
    assert (frame.kind, frame.issued_on) == ("news", expected)


def test_report_tells_who_asks() -> None:
    text = """Huyện Mai Lĩnh chuẩn bị chống rét cho trâu bò
Sáng nay, huyện họp bàn việc chống rét cho đàn trâu bò ở vùng cao.
Chủ tịch yêu cầu các xã che kín chuồng trại trước khi rét về.
Bí thư lưu ý không thả trâu lên núi trong những ngày có sương muối.
"""
    assert structure(text).frame.kind == "news"


PAPER = "THAM LUẬN\nTrả hồ sơ đúng hạn\n\n{line}\n\nKính thưa hội nghị!\nPhường đã trả hồ sơ đúng hạn.\n"

AUTHORS = [
    ("a rank", "Người trình bày: Trung tá Lê Minh Khuê"),
    ("degrees in one word", "Người trình bày: BS.CKII Lê Minh Khuê, Giám đốc Bệnh viện Hải Sơn"),
    ("rank, degree and office", "Người trình bày: Đại tá, ThS. Lê Minh Khuê, Trưởng Công an huyện"),
    ("professor and doctor", "Tác giả: PGS.TS Lê Minh Khuê - Hiệu trưởng"),
    ("a rank without a label", "Thượng tá Lê Minh Khuê, Trưởng Công an huyện Hải Sơn"),
    ("comrade", "Người trình bày: Đ/c Lê Minh Khuê"),
    ("a specialist", "Người trình bày: Bác sĩ chuyên khoa II Lê Minh Khuê, Giám đốc Bệnh viện"),
    ("a specialist in the other spelling", "Người trình bày: Dược sỹ chuyên khoa I Lê Minh Khuê"),
    ("an engineer of rank", "Người trình bày: Kĩ sư chính Lê Minh Khuê, Trưởng phòng"),
    ("an artisan", "Người trình bày: Nghệ nhân ưu tú Lê Minh Khuê"),
    ("a monk", "Người trình bày: Thượng tọa Lê Minh Khuê, Trưởng ban Trị sự"),
]


@pytest.mark.parametrize("line", cases(AUTHORS))
def test_the_author_is_the_name(line: str) -> None:
    frame = structure(PAPER.format(line=line)).frame
    assert (frame.author, frame.title) == ("Lê Minh Khuê", "Trả hồ sơ đúng hạn")


UNITS = [
    ("a body of any school", "TRƯỜNG CAO ĐẲNG HẢI SƠN\nĐẢNG ỦY", "ĐẢNG ỦY TRƯỜNG CAO ĐẲNG HẢI SƠN", "ĐẢNG ỦY"),
    ("a body with a name", "ĐẢNG BỘ HẢI SƠN\nCHI BỘ TRẠM NƯỚC SỐ 2", "CHI BỘ TRẠM NƯỚC SỐ 2", "CHI BỘ TRẠM NƯỚC SỐ 2"),
    ("a branch", "NGÂN HÀNG HẢI SƠN\nCHI NHÁNH HUYỆN BẾN ĐÌNH", "NGÂN HÀNG HẢI SƠN CHI NHÁNH HUYỆN BẾN ĐÌNH", "CHI NHÁNH HUYỆN BẾN ĐÌNH"),
    ("a branch that says of what", "HIỆP HỘI NGÂN HÀNG\nCHI NHÁNH NGÂN HÀNG HẢI SƠN", "CHI NHÁNH NGÂN HÀNG HẢI SƠN", "CHI NHÁNH NGÂN HÀNG HẢI SƠN"),
    ("a body with nothing above", "ĐẢNG ỦY", "ĐẢNG ỦY", "ĐẢNG ỦY"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "unit", "issuer"), cases(UNITS))
def test_a_body_without_a_name_is_called_with_what_stands_above(
    head: str, unit: str, issuer: str
) -> None:
    frame = structure(f"{head}\n\n{PAPER.format(line='Tác giả: Lê Minh Khuê')}").frame
    assert (frame.unit, frame.issuer) == (unit, issuer)
    span = dict(frame.fields)["unit"]
    assert sorted(span.text.split()) == sorted(unit.split())


TITLES = [
    ("a body", "của Sở Y tế về công tác tiêm chủng", "Sở Y tế"),
    ("an office", "của Bí thư Đảng ủy xã về công tác tiêm chủng", None),
    ("a comrade", "của đồng chí Bí thư về công tác tiêm chủng", None),
    ("a person", "của Lê Minh Khuê về công tác tiêm chủng", None),
]


@pytest.mark.parametrize(("title", "unit"), cases(TITLES))
def test_the_title_of_a_paper_says_whose_it_is(title: str, unit: str | None) -> None:
    frame = structure(
        f"THAM LUẬN\n{title}\n\nKính thưa các đồng chí!\nTrạm đã tiêm đủ liều.\n"
    ).frame
    assert frame.unit == unit


def test_two_who_sign_have_an_office_each() -> None:
    text = f"{TITLE}{BODY}\nTHƯ KÝ              CHỦ TRÌ\n\nMai Thị Kim Cúc     Lê Minh Khuê\n"
    signers = structure(text).frame.signers
    assert [(s.text, s.title) for s in signers] == [
        ("Mai Thị Kim Cúc", "THƯ KÝ"),
        ("Lê Minh Khuê", "CHỦ TRÌ"),
    ]
