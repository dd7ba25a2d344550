"""Sentences: a table of lines and the sentences that they must give."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from tables import cases
from timing import growth

from vndirective.core.normalize import make_view
from vndirective.segment.structure import segment


def sentences(text: str) -> list[str]:
    """Return the sentences as they stand in the text, white space and invisible marks tidied."""
    found = segment(make_view(text)).sentences
    assert all(text[a:b] == text[a:b].strip() for a, b in found)
    assert all(b <= c for (_, b), (c, _) in pairwise(found))
    return [" ".join(text[a:b].replace("\u200b", "").replace("*", "").split()) for a, b in found]


# "‖" stands between two sentences; the text is the row with it taken out.
ONE_PARAGRAPH = [
    # -- plain ends -------------------------------------------------------------------------------
    ("two statements", "Phòng đã trả hồ sơ.‖ Người dân hài lòng."),
    ("question", "Vì sao hồ sơ chậm?‖ Vì thiếu người."),
    ("exclamation", "Phải làm ngay!‖ Không được chậm."),
    ("question and exclamation", "Ai chịu trách nhiệm?!‖ Không ai trả lời."),
    ("three statements", "Phòng nhận hồ sơ.‖ Phường chuyển hồ sơ.‖ Thị xã trả hồ sơ."),
    ("official end", "Yêu cầu các phòng thực hiện nghiêm./."),
    ("no stop at the end", "Phòng đã trả hồ sơ.‖ Người dân hài lòng"),
    ("one word", "Vâng."),
    ("semicolons end nothing", "Rà soát hồ sơ; lập biểu mẫu; trả kết quả."),
    ("a colon ends nothing", "Kết quả như sau: đã trả 12 hồ sơ."),
    # -- abbreviations ------------------------------------------------------------------------------
    ("TP.", "Đoàn làm việc tại TP. Đông Hải trong hai ngày.‖ Đoàn về ngày thứ ba."),
    ("TP. glued", "Đoàn làm việc tại TP.Đông Hải trong hai ngày.‖ Đoàn về ngày thứ ba."),
    ("GS.TS.", "Báo cáo do GS.TS. Lê Minh Khuê trình bày.‖ Hội nghị thảo luận."),
    ("PGS.TS. with a space", "Báo cáo do PGS. TS. Lê Minh Khuê trình bày."),
    ("ThS.", "Bài của ThS. Lê Minh Khuê được in trước."),
    ("BS.", "Bài của BS. Lê Minh Khuê được in trước."),
    ("TSKH.", "Bài của TSKH. Lê Minh Khuê được in trước."),
    ("Đ/c", "Đ/c Lê Minh Khuê chủ trì.‖ Đ/c Trần Hải Vân ghi biên bản."),
    ("Đ/c.", "Cuộc họp do Đ/c. Lê Minh Khuê chủ trì."),
    ("v.v. inside", "Đơn, ảnh, phiếu, v.v. phải nộp đủ.‖ Thiếu thì bổ sung."),
    ("v.v. at the end", "Hồ sơ gồm đơn, ảnh, phiếu, v.v.‖ Người dân nộp tại phường."),
    ("v.v... at the end", "Hồ sơ gồm đơn, ảnh, v.v...‖ Người dân nộp tại phường."),
    ("tr.", "Xem Sổ tay tiếp dân, tr. 15 và phụ lục."),
    ("Nxb.", "Sổ tay do Nxb. Lao động in."),
    ("Q. and P.", "Trụ sở ở P. Bến Đình, Q. Hải Lộc.‖ Điện thoại có ghi trên cửa."),
    ("TX.", "Ủy ban nhân dân TX. Đông Hải báo cáo."),
    ("an initial", "Ông A. nộp đơn ngày thứ hai.‖ Bà B. nộp ngày thứ ba."),
    ("initials", "Ông N.V.A. nộp đơn tại phường."),
    ("VD.", "Nhiều loại giấy, VD. Giấy khai sinh, phải nộp bản sao."),
    ("a roman number", "Thực hiện Phần II. Nhiệm vụ của kế hoạch."),
    ("KT. in a sentence", "Văn bản do KT. Chủ tịch ký ban hành."),
    ("UBND. ends", "Hồ sơ gửi về UBND.‖ Văn phòng tiếp nhận."),
    ("HĐND. ends", "Báo cáo trình HĐND.‖ Kỳ họp xem xét."),
    ("CT. is no abbreviation here", "Sở nhận báo cáo về KH&ĐT.‖ Sở trả lời sau."),
    ("roman number of a quarter at the end", "Việc này xong trong quý II.‖ Các phòng báo cáo."),
    ("roman number of a congress at the end", "Đó là nghị quyết của khóa XIII.‖ Các chi bộ học tập."),
    ("HTX. at the end", "Hồ sơ gửi về các HTX.‖ Người dân nộp tại đó."),
    ("BS. CKII.", "Bài của BS. CKII. Lê Minh Khuê được in trước."),
    ("TP.HCM. at the end", "Đoàn học tập tại TP.HCM.‖ Đoàn về ngày thứ ba."),
    # -- numbers, dates, addresses -----------------------------------------------------------------
    ("thousands", "Kinh phí là 1.500.000 đồng.‖ Nguồn chi từ ngân sách."),
    ("decimal", "Tỷ lệ đạt 95,12%.‖ Số còn lại trả chậm."),
    ("decimal point", "Tăng 3.5 lần.‖ Đây là mức cao nhất."),
    ("year at the end", "Việc này xong trong năm 2024.‖ Năm 2025 làm tiếp."),
    ("date at the end", "Báo cáo gửi trước ngày 15/12/2024.‖ Văn phòng tổng hợp."),
    ("date with stops", "Báo cáo gửi trước ngày 30.11.2025.‖ Văn phòng tổng hợp."),
    ("number opens the next sentence", "Thị xã có mười phường.‖ 12 phòng đã báo cáo."),
    ("web address", "Kết quả đăng tại https://dichvucong.donghai.example.vn/tra-cuu.‖ Người dân tra cứu ở đó."),
    ("web address with capitals", "Kết quả đăng tại www.donghai.Example.vn trong ngày.‖ Mời xem."),
    ("file name with a capital", "Dữ liệu nằm trong tệp bang.Xlsx của phòng."),
    ("numbered list in a line", "Kết quả: 1. Đơn đã nhận.‖ 2. Ảnh đã nhận.‖ 3. Phiếu còn thiếu."),
    ("articles in a line", "Điều 1. Phạm vi áp dụng.‖ Điều 2. Đối tượng áp dụng."),
    ("short web address", "Kết quả đăng tại www.donghai.example trong ngày."),
    ("mail address", "Ý kiến gửi về vanphong@donghai.example.‖ Văn phòng trả lời."),
    ("telephone", "Điện thoại 024.3825.1206.‖ Gọi trong giờ làm việc."),
    ("clock", "Họp lúc 8.30 tại hội trường.‖ Đại biểu đến sớm."),
    ("symbol of a document", "Thực hiện Chỉ thị số 04-CT/TU.‖ Các phòng báo cáo."),
    ("symbol with a year", "Thực hiện Nghị định số 30/2020/NĐ-CP.‖ Các phòng báo cáo."),
    ("file name", "Dữ liệu nằm trong tệp bang.xlsx.‖ Mỗi phòng một trang."),
    # -- quotes and brackets ---------------------------------------------------------------------------
    ("stop before the closing quote", "Ông nói: “Hồ sơ chậm là lỗi của phòng.”‖ Hội nghị đồng tình."),
    ("stop after the closing quote", "Ông nói hồ sơ chậm là do “sợ sai”.‖ Hội nghị đồng tình."),
    ("straight quotes", 'Ông nói: "Hồ sơ chậm là lỗi của phòng."‖ Hội nghị đồng tình.'),
    ("question in quotes goes on", "Câu hỏi “vì sao chậm?” được nhắc lại nhiều lần."),
    ("quote and source in lower case", "“Hồ sơ nào cũng phải có người nhận!” là khẩu hiệu của phường."),
    ("bracket after the stop", "Phòng đã trả hồ sơ (trừ hồ sơ đất đai).‖ Người dân hài lòng."),
    ("stop in the bracket", "Phòng đã trả hồ sơ.‖ (Trừ hồ sơ đất đai.)‖ Người dân hài lòng."),
    ("abbreviation in a bracket", "Cơ quan thường trực (Văn phòng, tr. 5) báo cáo."),
    ("the next sentence opens with a quote", "Hội nghị kết thúc.‖ “Chúng ta đã chậm”, ông nói."),
    ("angle quotes", "Ông nói: «Hồ sơ chậm.»‖ Hội nghị đồng tình."),
    # -- ellipses ------------------------------------------------------------------------------------------
    ("ellipsis in an enumeration", "Đơn, ảnh, phiếu… đều phải nộp."),
    ("ellipsis of three stops", "Đơn, ảnh, phiếu... đều phải nộp."),
    ("ellipsis before a capital", "Hồ sơ gồm đơn, ảnh, phiếu…‖ Người dân nộp tại phường."),
    ("three stops before a capital", "Hồ sơ gồm đơn, ảnh, phiếu...‖ Người dân nộp tại phường."),
    ("ellipsis in brackets", "Các nơi (Bến Đình, Hải Lộc…) đã báo cáo.‖ Nơi khác chưa."),
    ("spaced stops", "Hồ sơ gồm đơn, ảnh . . .‖ Người dân nộp tại phường."),
    ("dotted blank", "Họ và tên: ........ tuổi ....... nộp đơn."),
    # -- case ---------------------------------------------------------------------------------------------
    ("lower case goes on", "Theo số liệu của tr.tâm. phường thì hồ sơ đã giảm."),
    ("capitals throughout", "PHẢI TRẢ HỒ SƠ ĐÚNG HẠN.‖ KHÔNG ĐƯỢC NHẬN QUÀ."),
    ("capitals throughout that end in I", "PHẢI SỬA LỖI.‖ KHÔNG ĐƯỢC NHẬN QUÀ."),
    ("no space after the stop", "Phòng đã trả hồ sơ đúng hạn.‖Người dân hài lòng."),
    ("number of a footnote before the stop", "Phòng đã trả hồ sơ[1].‖ Người dân hài lòng."),
    ("number of a footnote after the stop", "Phòng đã trả hồ sơ.[1]‖ Người dân hài lòng."),
    ("a comma after the stop", "Các phường Bến Đình., Hải Lộc đã báo cáo."),
]  # fmt: skip
BUGS_OF_PARAGRAPHS = {
    "file name with a capital": "a stop inside a file name ends a sentence",
}


def split(row: str) -> list[str]:
    return [part.strip() for part in row.split("‖")]


@pytest.mark.parametrize("row", cases(ONE_PARAGRAPH, BUGS_OF_PARAGRAPHS))
def test_one_paragraph(row: str) -> None:
    assert sentences(row.replace("‖", "")) == split(row)


@pytest.mark.parametrize("row", cases(ONE_PARAGRAPH, BUGS_OF_PARAGRAPHS))
def test_one_paragraph_decomposed_after_an_item(row: str) -> None:
    text = "Yêu cầu:\n- " + row.replace("‖", "")
    found = sentences(unicodedata.normalize("NFD", text))
    first, *rest = split(row)
    expected = ["Yêu cầu:", f"- {first}", *rest]
    assert [unicodedata.normalize("NFC", s) for s in found] == expected


LAYOUTS = [
    ("wrapped sentence", "Phòng Nội vụ trả\nhồ sơ đúng hạn.", ["Phòng Nội vụ trả hồ sơ đúng hạn."]),
    ("two paragraphs without stops", "Rà soát hồ sơ\n\nLập biểu mẫu", ["Rà soát hồ sơ", "Lập biểu mẫu"]),
    ("items with semicolons", "- Rà soát hồ sơ;\n- Lập biểu mẫu.", ["- Rà soát hồ sơ;", "- Lập biểu mẫu."]),
    ("the number of an item ends nothing", "1. Rà soát hồ sơ. Lập biểu mẫu.\n2. Trả kết quả.", ["1. Rà soát hồ sơ.", "Lập biểu mẫu.", "2. Trả kết quả."]),
    ("roman item", "IV. Nhiệm vụ của phường", ["IV. Nhiệm vụ của phường"]),
    ("letter item", "a. Rà soát hồ sơ. Báo cáo kết quả.", ["a. Rà soát hồ sơ.", "Báo cáo kết quả."]),
    ("article", "Điều 5. Văn phòng thi hành. Các phòng phối hợp.", ["Điều 5. Văn phòng thi hành.", "Các phòng phối hợp."]),
    ("deep number", "1.2.3. Rà soát hồ sơ. Báo cáo kết quả.", ["1.2.3. Rà soát hồ sơ.", "Báo cáo kết quả."]),
    ("heading and body", "I. NHIỆM VỤ\nPhòng rà soát hồ sơ.", ["I. NHIỆM VỤ", "Phòng rà soát hồ sơ."]),
    ("lead-in and items", "Yêu cầu các phòng:\n1. Rà soát;\n2. Báo cáo.", ["Yêu cầu các phòng:", "1. Rà soát;", "2. Báo cáo."]),
    ("inline list", "Gồm: (i) đơn; (ii) ảnh. Nộp tại phường.", ["Gồm: (i) đơn; (ii) ảnh.", "Nộp tại phường."]),
    ("lines of the head", "THỊ ỦY ĐÔNG HẢI\nSố 04-CT/TU\nĐông Hải, ngày 5 tháng 2 năm 2024\nCHỈ THỊ\nVề hồ sơ", ["THỊ ỦY ĐÔNG HẢI", "Số 04-CT/TU", "Đông Hải, ngày 5 tháng 2 năm 2024", "CHỈ THỊ", "Về hồ sơ"]),
    ("Windows line ends", "Rà soát hồ sơ.\r\nLập biểu mẫu.\r\n", ["Rà soát hồ sơ.", "Lập biểu mẫu."]),
    ("no-break space after the stop", "Rà soát hồ sơ.\xa0Lập biểu mẫu.", ["Rà soát hồ sơ.", "Lập biểu mẫu."]),
    ("zero-width space after the stop", "Rà soát hồ sơ.\u200b Lập biểu mẫu.", ["Rà soát hồ sơ.", "Lập biểu mẫu."]),
    ("bold around a sentence", "**Rà soát hồ sơ.** Lập biểu mẫu.", ["Rà soát hồ sơ.", "Lập biểu mẫu."]),
    ("tab after the stop", "Rà soát hồ sơ.\tLập biểu mẫu.", ["Rà soát hồ sơ.", "Lập biểu mẫu."]),
    ("blank", " \n\t\n", []),
]  # fmt: skip
BUGS_OF_LAYOUTS: dict[str, str] = {}


@pytest.mark.parametrize(("text", "expected"), cases(LAYOUTS, BUGS_OF_LAYOUTS))
def test_layouts(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_sentence_of_a_hundred_thousand_stops_takes_linear_time() -> None:
    def run(size: int) -> None:
        segment(make_view("Phòng trả hồ sơ. " * size))

    assert growth(run, 2_000, 16_000) < 2.5
