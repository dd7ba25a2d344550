"""Citations: input → kind, number, issue date and articles of each."""

from __future__ import annotations

import pytest
from tables import cases

import vndirective as vd

Expected = list[tuple[str | None, str | None, str | None, tuple[str, ...]]]

TABLE = [
    ("decree", "Theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ.", [("nghị định", "30/2020/NĐ-CP", "2020-03-05", ())]),
    ("date in figures", "Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020.", [("nghị định", "30/2020/NĐ-CP", "2020-03-05", ())]),
    ("date behind a comma", "Theo Chỉ thị số 15-CT/TU, ngày 18/3/2024 của Tỉnh ủy.", [("chỉ thị", "15-CT/TU", "2024-03-18", ())]),
    ("hour and date", "Theo Công điện số 03 hồi 20 giờ 30 phút ngày 05/9/2024 của tỉnh.", [("công điện", "03", "2024-09-05", ())]),
    ("date in brackets", "Theo Chỉ thị số 15-CT/TU (ngày 18/3/2024).", [("chỉ thị", "15-CT/TU", "2024-03-18", ())]),
    ("date that no calendar has", "Theo Chỉ thị số 15-CT/TU ngày 31/02/2024.", [("chỉ thị", "15-CT/TU", None, ())]),
    ("year behind the number", "Theo Công điện 41/CĐ-TTg năm 2025.", [("công điện", "41/CĐ-TTg", None, ())]),
    ("without the word for number", "Theo Chỉ thị 15-CT/TU của Thành ủy.", [("chỉ thị", "15-CT/TU", None, ())]),
    ("number behind a colon", "Theo Quyết định số: 96/QĐ-UBND.", [("quyết định", "96/QĐ-UBND", None, ())]),
    ("number with zeros", "Theo Chỉ thị số 010/CT-UBND.", [("chỉ thị", "010/CT-UBND", None, ())]),
    ("number with a letter", "Theo Quyết định số 12a/QĐ-SNV.", [("quyết định", "12a/QĐ-SNV", None, ())]),
    ("number with a point", "Theo Nghị quyết số 66.7/2025/NQ-CP.", [("nghị quyết", "66.7/2025/NQ-CP", None, ())]),
    ("spaces in the symbol", "Theo Nghị quyết số 66- NQ/TW.", [("nghị quyết", "66-NQ/TW", None, ())]),
    ("long dash in the symbol", "Theo Nghị quyết số 66–NQ/TW.", [("nghị quyết", "66-NQ/TW", None, ())]),
    ("longer dash in the symbol", "Theo Nghị quyết số 66—NQ/TW và Kế hoạch số 9/KH—UBND.", [("nghị quyết", "66-NQ/TW", None, ()), ("kế hoạch", "9/KH-UBND", None, ())]),
    ("non-breaking hyphen in the symbol", "Theo Nghị quyết số 66\u2011NQ/TW.", [("nghị quyết", "66-NQ/TW", None, ())]),
    ("a dash that parts", "Theo Chỉ thị số 15-CT/TU — Thành ủy giao.", [("chỉ thị", "15-CT/TU", None, ())]),
    ("ampersand in the symbol", "Theo Công văn số 9086/BNV-CTTN&BĐG.", [("công văn", "9086/BNV-CTTN&BĐG", None, ())]),
    ("resolution of the assembly", "Theo Nghị quyết số 201/2025/QH15.", [("nghị quyết", "201/2025/QH15", None, ())]),
    ("across a line wrap", "Theo Nghị định\nsố 30/2020/NĐ-CP\nngày 05/3/2020.", [("nghị định", "30/2020/NĐ-CP", "2020-03-05", ())]),
    ("over the border of rows", "1 | Lập tổ số hóa | Văn phòng | Quyết định\n2 | Khảo sát | Trạm Y tế | Điều 5\nNghị định 30/2020/NĐ-CP | Luật Thuế\n4 | Rà soát | Kế hoạch | 5", [("nghị định", "30/2020/NĐ-CP", None, ())]),
    ("kind in capitals", "THỰC HIỆN CHỈ THỊ SỐ 32/CT-TTG CỦA CẤP TRÊN", [("chỉ thị", "32/CT-TTG", None, ())]),
    ("kind of two words", "Theo Thông báo kết luận số 285/TB-VPCP.", [("thông báo kết luận", "285/TB-VPCP", None, ())]),
    ("joint circular", "Theo Thông tư liên tịch số 01/2015/TTLT-BNV-BTC.", [("thông tư liên tịch", "01/2015/TTLT-BNV-BTC", None, ())]),
    ("official letter", "Tại Văn bản số 43-CV/TU ngày 12/11/2025.", [("văn bản", "43-CV/TU", "2025-11-12", ())]),
    ("report", "Theo Báo cáo số 386-BC/BTCTW, ngày 14/5/2025.", [("báo cáo", "386-BC/BTCTW", "2025-05-14", ())]),
    ("submission in brackets", "Xem xét Tờ trình (Tờ trình số 03-TTr/ĐU, ngày 17/10/2025).", [("tờ trình", "03-TTr/ĐU", "2025-10-17", ())]),
    ("several after one kind", "Theo các Nghị định số 61/2018/NĐ-CP, 107/2021/NĐ-CP.", [("nghị định", "61/2018/NĐ-CP", None, ()), ("nghị định", "107/2021/NĐ-CP", None, ())]),
    ("several with dates", "Theo các Nghị quyết số 347/NQ-CP ngày 24/10/2025, số 380/NQ-CP ngày 25/11/2025.", [("nghị quyết", "347/NQ-CP", "2025-10-24", ()), ("nghị quyết", "380/NQ-CP", "2025-11-25", ())]),
    ("two that are joined", "Theo Chỉ thị số 15-CT/TU và Kế hoạch số 20-KH/TU.", [("chỉ thị", "15-CT/TU", None, ()), ("kế hoạch", "20-KH/TU", None, ())]),
    ("amended by another", "Theo Nghị định số 101/2017/NĐ-CP (được sửa đổi bởi Nghị định số 89/2021/NĐ-CP).", [("nghị định", "101/2017/NĐ-CP", None, ()), ("nghị định", "89/2021/NĐ-CP", None, ())]),
    ("article", "Theo Điều 5 Nghị định số 30/2020/NĐ-CP.", [("nghị định", "30/2020/NĐ-CP", None, ("Điều 5",))]),
    ("clause and article", "Theo khoản 4 Điều 3 Thông tư số 80/2025/TT-BTC.", [("thông tư", "80/2025/TT-BTC", None, ("khoản 4 Điều 3",))]),
    ("point, clause, article", "Theo điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP.", [("nghị định", "30/2020/NĐ-CP", None, ("điểm a khoản 2 Điều 5",))]),
    ("articles in a list", "Theo Điều 5, 6 và 7 Nghị định số 30/2020/NĐ-CP.", [("nghị định", "30/2020/NĐ-CP", None, ("Điều 5, 6 và 7",))]),
    ("article of", "Theo Điều 24 của Luật Thư viện.", [("luật", None, None, ("Điều 24",))]),
    ("section in Roman figures", "Theo khoản 5 Mục II Nghị quyết số 347/NQ-CP.", [("nghị quyết", "347/NQ-CP", None, ("khoản 5 Mục II",))]),
    ("law by name", "Theo Luật Thư viện.", [("luật", None, None, ())]),
    ("law with its year", "Theo Luật Đất đai năm 2024.", [("luật", None, None, ())]),
    ("law with its day", "Căn cứ Luật Thanh niên ngày 16 tháng 6 năm 2020.", [("luật", None, "2020-06-16", ())]),
    ("law with its number", "Theo Luật Viên chức số 58/2010/QH12.", [("luật", "58/2010/QH12", None, ())]),
    ("law with a comma in its name", "Theo Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ.", [("luật", None, None, ())]),
    ("law that no list holds", "Theo Luật Quản lý mặt nước đô thị năm 2031.", [("luật", None, None, ())]),
    ("law before a verb", "Theo Luật Thư viện quy định rõ.", [("luật", None, None, ())]),
    ("laws in a list", "Theo Luật Thư viện, Luật Xuất bản.", [("luật", None, None, ()), ("luật", None, None, ())]),
    ("code", "Theo Điều 119 Bộ luật Lao động.", [("bộ luật", None, None, ("Điều 119",))]),
    ("code with a capital", "Theo Bộ Luật Hình sự.", [("bộ luật", None, None, ())]),
    ("constitution", "Theo Hiến pháp năm 2013.", [("hiến pháp", None, None, ())]),
    ("ordinance", "Theo Pháp lệnh Ưu đãi người có công với cách mạng.", [("pháp lệnh", None, None, ())]),
    ("law by its number alone", "Theo Luật số 97/2025/QH15.", [("luật", "97/2025/QH15", None, ())]),
    ("bare number", "Theo Chỉ thị số 45 của Tỉnh ủy.", [("chỉ thị", "45", None, ())]),
    ("bare number and date", "Theo Nghị quyết số 155 ngày 01/6/2025.", [("nghị quyết", "155", "2025-06-01", ())]),
    ("bare number with a clause", "Theo khoản 3 Nghị quyết 347 nêu trên.", [("nghị quyết", "347", None, ("khoản 3",))]),
    ("this directive is none", "Triển khai Chỉ thị này.", []),
    ("a plan of years is none", "Xây dựng Kế hoạch 5 năm tới.", []),
    ("a report of months is none", "Gửi Báo cáo 6 tháng đầu năm.", []),
    ("a law in general is none", "Theo quy định của pháp luật hiện hành.", []),
    ("laws in general are none", "Phổ biến các luật mới ban hành.", []),
    ("a bill of law is none", "Tuân thủ kỷ luật lao động.", []),
    ("a number of things is none", "Ban hành Quyết định 3 điểm mới.", []),
    ("a fraction is none", "Có 12/15 xã hoàn thành.", []),
    ("a number of an item is none", "1.1- Trực tiếp lãnh đạo.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(TABLE))
def test_citations(text: str, expected: Expected) -> None:
    doc = vd.analyze(text=text)
    found = [(c.doc_type, c.number, c.issued_on, c.articles) for c in doc.citations]
    assert found == expected
    assert all(doc.text[c.start : c.end] == c.text for c in doc.citations)


SPANS = [
    ("to the end of the date", "Theo Chỉ thị số 15-CT/TU, ngày 18/3/2024 của Tỉnh ủy.", "Chỉ thị số 15-CT/TU, ngày 18/3/2024"),
    ("from the article", "Theo khoản 2 Điều 5 Luật Thư viện năm 2019.", "khoản 2 Điều 5 Luật Thư viện năm 2019"),
    ("without issuer and title", "Theo Kế hoạch số 20-KH/TU của Tỉnh ủy về chuyển đổi số.", "Kế hoạch số 20-KH/TU"),
    ("from the word for number", "Theo tinh thần số 20-KH/TU.", "số 20-KH/TU"),
    ("from the number", "Theo tinh thần 20-KH/TU.", "20-KH/TU"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(SPANS))
def test_where_a_citation_begins_and_ends(text: str, expected: str) -> None:
    assert [c.text for c in vd.analyze(text=text).citations] == [expected]


ISSUERS = [
    ("ministry", "Theo Thông tư số 80/2025/TT-BTC của Bộ Tài chính.", "Bộ Tài chính"),
    ("before a title", "Theo Kế hoạch số 20-KH/TU của Tỉnh ủy về chuyển đổi số.", "Tỉnh ủy"),
    ("behind the date", "Theo Chỉ thị số 15-CT/TU ngày 18/3/2024 của Tỉnh ủy Lam Giang.", "Tỉnh ủy Lam Giang"),
    ("not given", "Theo Chỉ thị số 15-CT/TU.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(ISSUERS))
def test_who_issued_it(text: str, expected: str | None) -> None:
    assert [c.issuer for c in vd.analyze(text=text).citations] == [expected]


SAME = [
    ("same symbol", "Theo Chỉ thị số 15-CT/TU, ngày 18/3/2024. Chỉ thị 15-CT/TU nêu rõ.", [None, "c1"]),
    ("bare number", "Theo Nghị quyết số 201/2025/QH15. Nghị quyết 201 nêu rõ.", [None, "c1"]),
    ("bare numbers alone", "Theo Chỉ thị số 45. Chỉ thị số 45 nêu rõ.", [None, "c1"]),
    ("bare number of another kind", "Theo Nghị quyết số 201/2025/QH15. Quyết định 201 nêu rõ.", [None, None]),
    ("law without its year", "Theo Luật Thư viện năm 2019. Luật Thư viện nêu rõ.", [None, "c1"]),
    ("year given later", "Theo Luật Thư viện. Luật Thư viện năm 2019 nêu rõ.", [None, "c1"]),
    ("another year", "Theo Luật Đất đai năm 2013. Luật Đất đai năm 2024 nêu rõ.", [None, None]),
    ("law and an article of it", "Theo Luật Thư viện. Điều 9 Luật Thư viện nêu rõ.", [None, "c1"]),
    ("another law", "Theo Luật Thư viện. Luật Xuất bản nêu rõ.", [None, None]),
    ("three times", "Theo Luật Thư viện. Luật Thư viện và Luật Thư viện.", [None, "c1", "c1"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(SAME))
def test_later_citations_refer_to_the_first(text: str, expected: list[str | None]) -> None:
    assert [c.refers_to for c in vd.analyze(text=text).citations] == expected


HEAD = "TỈNH ỦY LAM GIANG\nSố 12-CT/TU\nLam Giang, ngày 05 tháng 02 năm 2024\n\nCHỈ THỊ\nVề việc trả hồ sơ\n\n"


def test_the_number_of_the_document_itself_is_no_citation() -> None:
    assert vd.analyze(text=f"{HEAD}Các xã rà soát hồ sơ.").citations == ()


def test_nor_is_it_above_an_annex() -> None:
    annex = "\n\nPHỤ LỤC\n(Kèm theo Chỉ thị số 12-CT/TU ngày 05/02/2024)\n"
    assert vd.analyze(text=f"{HEAD}Các xã rà soát hồ sơ.{annex}").citations == ()


def test_law_names_take_linear_time() -> None:
    assert vd.analyze(text="Luật Thư viện, " * 3000).citations
    assert vd.analyze(text="Luật A b c d e f g h i j k l m " * 2000) is not None
