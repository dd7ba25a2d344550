"""The outline: one table of texts and the labels and paths that they must give."""

from __future__ import annotations

import pytest
from segmented import structure
from tables import cases
from timing import growth


def paths(text: str) -> list[tuple[str | None, str]]:
    """Return label and path of each outline unit, in order."""
    units = structure(text).sections
    return [(s.label, s.id) for s in units if s.label is not None]


def same(*labels: str) -> list[tuple[str, str]]:
    """Units at the top: the path is the label."""
    return [(label, label) for label in labels]


# A wrapped paragraph: it shows that the lines of the text are cut at some 60 characters.
WRAPPED = """Trong ba năm qua, các phòng chuyên môn của thị xã đã giải
quyết phần lớn hồ sơ đúng hạn, song vẫn còn một số nơi làm
việc chậm, chưa công khai tiến độ và chưa trả lời đầy đủ
những câu hỏi mà người dân gửi đến trong các buổi tiếp dân
hằng tháng.

"""

TABLE = [
    ("Việc thứ nhất", "Việc thứ nhất: Rà soát hồ sơ.\nViệc thứ hai: Trả hồ sơ.", same("Việc thứ nhất", "Việc thứ hai")),
    ("I- 1- 1.1-", "I- TÌNH HÌNH\n1- Hồ sơ.\n1.1- Đã trả.\n1.2- Còn chậm.\nII- NHIỆM VỤ", [("I", "I"), ("1", "I/1"), ("1.1", "I/1/1.1"), ("1.2", "I/1/1.2"), ("II", "II")]),
    ("Một, Hai", "Một, đề nghị tỉnh cấp vốn.\nHai, kính mong sở cử người.", same("Một", "Hai")),
    ("letters whose marks differ", "1. Tổ trưởng\na. Rà soát hồ sơ.\nb/ Trả hồ sơ.\nc- Lập sổ.\nd) Báo cáo.\nđ. Lưu sổ.", [("1", "1"), *((c, f"1/{c}") for c in "abcdđ")]),
    ("letters that begin anew", "a. Hồ sơ\na) Đơn\nb) Ảnh\nb. Sổ", [("a", "a"), ("a", "a/a"), ("b", "a/b"), ("b", "b")]),
    ("Roman numerals below a letter with another mark", "h. Hồ sơ gồm:\ni) Đơn.\nii) Ảnh.", [("h", "h"), ("i", "h/i"), ("ii", "h/ii")]),
    (
        "marker cut from its number by a wrap",
        WRAPPED + "**Chương\nI**\n\n**QUY ĐỊNH CHUNG**\n\n**Điều\n2. Nguyên tắc**\n\nCác hộ giữ đường sạch.",
        [("Chương I", "Chương I"), ("Điều 2", "Chương I/Điều 2")],
    ),
    # -- one family each ------------------------------------------------------------------------
    ("Phần", "Phần I\nQUY ĐỊNH CHUNG\nPhần II\nTỔ CHỨC THỰC HIỆN", same("Phần I", "Phần II")),
    (
        "Phần thứ nhất",
        "Phần thứ nhất\nĐÁNH GIÁ CHUNG\nPhần thứ hai\nNHIỆM VỤ",
        same("Phần thứ nhất", "Phần thứ hai"),
    ),
    ("PHẦN in capitals", "PHẦN I. TÌNH HÌNH\nPHẦN II. NHIỆM VỤ", same("PHẦN I", "PHẦN II")),
    (
        "Chương",
        "Chương I\nQUY ĐỊNH CHUNG\nChương II\nĐIỀU KHOẢN THI HÀNH",
        same("Chương I", "Chương II"),
    ),
    ("Chương with a stop", "CHƯƠNG I. QUY ĐỊNH CHUNG\nCHƯƠNG II. THI HÀNH", same("CHƯƠNG I", "CHƯƠNG II")),
    (
        "Mục in a Chương",
        "Chương I\nQUY ĐỊNH CHUNG\nMục 1\nTIẾP NHẬN HỒ SƠ\nMục 2\nTRẢ HỒ SƠ",
        [("Chương I", "Chương I"), ("Mục 1", "Chương I/Mục 1"), ("Mục 2", "Chương I/Mục 2")],
    ),
    (
        "Tiểu mục in a Mục",
        "Mục 1. TIẾP NHẬN\nTiểu mục 1. TẠI CHỖ\nTiểu mục 2. QUA MẠNG\nMục 2. TRẢ HỒ SƠ",
        [
            ("Mục 1", "Mục 1"), ("Tiểu mục 1", "Mục 1/Tiểu mục 1"),
            ("Tiểu mục 2", "Mục 1/Tiểu mục 2"), ("Mục 2", "Mục 2"),
        ],
    ),
    ("Điều", "Điều 1. Phạm vi\nĐiều 2. Đối tượng", same("Điều 1", "Điều 2")),
    ("Điều with a colon", "Điều 1: Phạm vi\nĐiều 2: Đối tượng", same("Điều 1", "Điều 2")),
    ("Điều alone on its line", "Điều 1\nPhạm vi áp dụng\nĐiều 2\nĐối tượng", same("Điều 1", "Điều 2")),
    ("Điều with a letter", "Điều 5. Hồ sơ\nĐiều 5a. Hồ sơ bổ sung\nĐiều 6. Trả kết quả", same("Điều 5", "Điều 5a", "Điều 6")),
    ("ĐIỀU in capitals", "ĐIỀU 1. PHẠM VI\nĐIỀU 2. ĐỐI TƯỢNG", same("ĐIỀU 1", "ĐIỀU 2")),
    (
        "khoản in a Điều",
        "Điều 1. Phạm vi\n1. Quy định này áp dụng cho phòng.\n2. Không áp dụng cho hội.\nĐiều 2. Đối tượng\n1. Công chức.",
        [
            ("Điều 1", "Điều 1"), ("1", "Điều 1/1"), ("2", "Điều 1/2"), ("Điều 2", "Điều 2"),
            ("1", "Điều 2/1"),
        ],
    ),
    (
        "điểm in a khoản, with đ",
        "Điều 4. Hồ sơ\n1. Hồ sơ gồm:\na) Đơn;\nb) Bản sao;\nc) Ảnh;\nd) Phiếu;\nđ) Biên lai;\ne) Giấy hẹn.\n2. Thời hạn là 5 ngày.",
        [
            ("Điều 4", "Điều 4"), ("1", "Điều 4/1"), ("a", "Điều 4/1/a"), ("b", "Điều 4/1/b"),
            ("c", "Điều 4/1/c"), ("d", "Điều 4/1/d"), ("đ", "Điều 4/1/đ"), ("e", "Điều 4/1/e"),
            ("2", "Điều 4/2"),
        ],
    ),
    (
        "the whole ladder of a decree",
        "Phần I\nCHUNG\nChương I\nMỞ ĐẦU\nMục 1\nHỒ SƠ\nĐiều 1. Đơn\n1. Đơn gồm:\na) Tên;\n- Họ và tên.",
        [
            ("Phần I", "Phần I"), ("Chương I", "Phần I/Chương I"),
            ("Mục 1", "Phần I/Chương I/Mục 1"), ("Điều 1", "Phần I/Chương I/Mục 1/Điều 1"),
            ("1", "Phần I/Chương I/Mục 1/Điều 1/1"), ("a", "Phần I/Chương I/Mục 1/Điều 1/1/a"),
            ("-", "Phần I/Chương I/Mục 1/Điều 1/1/a/-1"),
        ],
    ),
    ("I.", "I. TÌNH HÌNH\nII. NHIỆM VỤ\nIII. TỔ CHỨC", same("I", "II", "III")),
    ("I-", "I- TÌNH HÌNH\nII- NHIỆM VỤ", same("I", "II")),
    ("I glued to its dash", "I-TÌNH HÌNH\nII-NHIỆM VỤ", same("I", "II")),
    ("I with a spaced dash", "I - TÌNH HÌNH\nII - NHIỆM VỤ", same("I", "II")),
    ("I/", "I/ TÌNH HÌNH\nII/ NHIỆM VỤ", same("I", "II")),
    ("I)", "I) Tình hình\nII) Nhiệm vụ", same("I", "II")),
    ("A. B.", "A. TÌNH HÌNH\nB. NHIỆM VỤ", same("A", "B")),
    (
        "I. below A.",
        "A. TÌNH HÌNH\nI. Ưu điểm\nII. Hạn chế\nB. NHIỆM VỤ\nI. Mục tiêu",
        [("A", "A"), ("I", "A/I"), ("II", "A/II"), ("B", "B"), ("I", "B/I")],
    ),
    ("1.", "1. Rà soát hồ sơ.\n2. Lập biểu mẫu.\n3. Trả kết quả.", same("1", "2", "3")),
    ("1)", "1) Rà soát hồ sơ.\n2) Lập biểu mẫu.", same("1", "2")),
    ("1/", "1/ Rà soát hồ sơ.\n2/ Lập biểu mẫu.", same("1", "2")),
    ("1. glued to its text", "1.Rà soát hồ sơ.\n2.Lập biểu mẫu.", same("1", "2")),
    ("zero-padded numbers", "01. Rà soát hồ sơ.\n02. Lập biểu mẫu.", same("01", "02")),
    (
        "1.1.",
        "1. Hồ sơ\n1.1. Hồ sơ đất đai\n1.2. Hồ sơ hộ tịch\n2. Biểu mẫu\n2.1. Mẫu đơn",
        [("1", "1"), ("1.1", "1/1.1"), ("1.2", "1/1.2"), ("2", "2"), ("2.1", "2/2.1")],
    ),
    (
        "1.1 without a stop",
        "1. Hồ sơ\n1.1 Hồ sơ đất đai\n1.2 Hồ sơ hộ tịch",
        [("1", "1"), ("1.1", "1/1.1"), ("1.2", "1/1.2")],
    ),
    (
        "1.1.1",
        "1. Hồ sơ\n1.1. Đất đai\n1.1.1. Cấp mới\n1.1.2. Cấp đổi\n1.2. Hộ tịch",
        [
            ("1", "1"), ("1.1", "1/1.1"), ("1.1.1", "1/1.1/1.1.1"), ("1.1.2", "1/1.1/1.1.2"),
            ("1.2", "1/1.2"),
        ],
    ),
    (
        "1.10 after 1.9",
        "1. Hồ sơ\n1.9. Hồ sơ hộ tịch\n1.10. Hồ sơ đất đai",
        [("1", "1"), ("1.9", "1/1.9"), ("1.10", "1/1.10")],
    ),
    ("a)", "a) Rà soát hồ sơ;\nb) Lập biểu mẫu;", same("a", "b")),
    ("a.", "a. Rà soát hồ sơ;\nb. Lập biểu mẫu;", same("a", "b")),
    ("a) glued to its text", "a)Rà soát hồ sơ;\nb)Lập biểu mẫu;", same("a", "b")),
    ("letters to ê-less e, g, h", "đ) Đơn;\ne) Ảnh;\ng) Phiếu;\nh) Biên lai;\ni) Giấy hẹn;\nk) Sổ.", same("đ", "e", "g", "h", "i", "k")),
    ("dashes", "- Rà soát hồ sơ;\n- Lập biểu mẫu;\n- Trả kết quả.", [("-", "-1"), ("-", "-2"), ("-", "-3")]),
    ("en dashes", "– Rà soát hồ sơ;\n– Lập biểu mẫu.", [("–", "–1"), ("–", "–2")]),
    ("plus signs", "+ Rà soát hồ sơ;\n+ Lập biểu mẫu.", [("+", "+1"), ("+", "+2")]),
    ("stars", "* Rà soát hồ sơ;\n* Lập biểu mẫu.", [("*", "*1"), ("*", "*2")]),
    ("dots", "• Rà soát hồ sơ;\n• Lập biểu mẫu.", [("•", "•1"), ("•", "•2")]),
    ("squares", "▪ Rà soát hồ sơ;\n▪ Lập biểu mẫu.", [("▪", "▪1"), ("▪", "▪2")]),
    ("dash glued to its text", "-Rà soát hồ sơ;\n-Lập biểu mẫu.", [("-", "-1"), ("-", "-2")]),
    ("(i)", "(i) Rà soát hồ sơ;\n(ii) Lập biểu mẫu;\n(iii) Trả kết quả.", same("i", "ii", "iii")),
    ("(1)", "(1) Rà soát hồ sơ;\n(2) Lập biểu mẫu.", same("1", "2")),
    ("(a)", "(a) Rà soát hồ sơ;\n(b) Lập biểu mẫu.", same("a", "b")),
    ("Một là", "Một là, rà soát hồ sơ.\nHai là, lập biểu mẫu.\nBa là, trả kết quả.", same("Một là", "Hai là", "Ba là")),
    ("Một là with a colon", "Một là: rà soát hồ sơ.\nHai là: lập biểu mẫu.", same("Một là", "Hai là")),
    ("Thứ nhất", "Thứ nhất, rà soát hồ sơ.\nThứ hai, lập biểu mẫu.\nThứ tư, trả kết quả.", same("Thứ nhất", "Thứ hai", "Thứ tư")),
    ("Phụ lục", "Điều 1. Phạm vi\nPhụ lục\nMẪU ĐƠN\n1. Mẫu số một\nPhụ lục II\nMẪU SỔ", [("Điều 1", "Điều 1"), ("Phụ lục", "Phụ lục"), ("1", "Phụ lục/1"), ("Phụ lục II", "Phụ lục II")]),
    ("PHỤ LỤC số", "PHỤ LỤC SỐ 1\nMẪU ĐƠN\nPHỤ LỤC SỐ 2\nMẪU SỔ", same("PHỤ LỤC SỐ 1", "PHỤ LỤC SỐ 2")),
    # -- other ways of writing the markers ---------------------------------------------------------
    ("1- as party bodies write", "1- Rà soát hồ sơ.\n2- Lập biểu mẫu.", same("1", "2")),
    ("1 - with spaces", "1 - Rà soát hồ sơ.\n2 - Lập biểu mẫu.", same("1", "2")),
    ("a-", "a- Rà soát hồ sơ;\nb- Lập biểu mẫu.", same("a", "b")),
    (
        "a/ below 1/",
        "1/ Hồ sơ\na/ Đất đai\nb/ Hộ tịch\n2/ Biểu mẫu",
        [("1", "1"), ("a", "1/a"), ("b", "1/b"), ("2", "2")],
    ),
    ("i) ii)", "i) Rà soát hồ sơ;\nii) Lập biểu mẫu;\niii) Trả kết quả.", same("i", "ii", "iii")),
    ("i. ii.", "i. Rà soát hồ sơ;\nii. Lập biểu mẫu;\niii. Trả kết quả.", same("i", "ii", "iii")),
    ("1 . with a space", "1 . Rà soát hồ sơ.\n2 . Lập biểu mẫu.", same("1", "2")),
    ("Điều 1 . with a space", "Điều 1 . Phạm vi\nĐiều 2 . Đối tượng", same("Điều 1", "Điều 2")),
    ("Điều glued to its heading", "Điều 1.Phạm vi\nĐiều 2.Đối tượng", same("Điều 1", "Điều 2")),
    ("Chương with a dash", "Chương I - QUY ĐỊNH CHUNG\nChương II - THI HÀNH", same("Chương I", "Chương II")),
    ("Chương with a colon", "Chương I: QUY ĐỊNH CHUNG\nChương II: THI HÀNH", same("Chương I", "Chương II")),
    ("MỤC I", "MỤC I. HỒ SƠ\nMỤC II. BIỂU MẪU", same("MỤC I", "MỤC II")),
    ("PHẦN THỨ NHẤT", "PHẦN THỨ NHẤT\nĐÁNH GIÁ\nPHẦN THỨ HAI\nNHIỆM VỤ", same("PHẦN THỨ NHẤT", "PHẦN THỨ HAI")),
    ("THỨ NHẤT", "THỨ NHẤT, rà soát hồ sơ.\nTHỨ HAI, lập biểu mẫu.", same("THỨ NHẤT", "THỨ HAI")),
    ("Thứ nhất with a colon", "Thứ nhất: Rà soát hồ sơ.\nThứ hai: Lập biểu mẫu.", same("Thứ nhất", "Thứ hai")),
    ("Thứ nhất là", "Thứ nhất là, rà soát hồ sơ.\nThứ hai là, lập biểu mẫu.", same("Thứ nhất là", "Thứ hai là")),
    ("Một là without a comma", "Một là rà soát hồ sơ.\nHai là lập biểu mẫu.", same("Một là", "Hai là")),
    (
        "I.1. below I.",
        "I. HỒ SƠ\nI.1. Đất đai\nI.2. Hộ tịch\nII. BIỂU MẪU",
        [("I", "I"), ("I.1", "I/I.1"), ("I.2", "I/I.2"), ("II", "II")],
    ),
    (
        "a1) below a)",
        "a) Hồ sơ\na1) Đất đai\na2) Hộ tịch\nb) Biểu mẫu",
        [("a", "a"), ("a1", "a/a1"), ("a2", "a/a2"), ("b", "b")],
    ),
    ("1.1)", "1.1) Đất đai\n1.2) Hộ tịch", same("1.1", "1.2")),
    (
        "2.1 without a 2",
        "I. HỒ SƠ\n1.1. Đất đai\n1.2. Hộ tịch\nII. BIỂU MẪU\n2.1. Sổ",
        [("I", "I"), ("1.1", "I/1.1"), ("1.2", "I/1.2"), ("II", "II"), ("2.1", "II/2.1")],
    ),
    ("C. D. Đ. E.", "C. HỒ SƠ\nD. BIỂU MẪU\nĐ. SỔ\nE. PHÍ", same("C", "D", "Đ", "E")),
    ("IX, X, XI", "IX. HỒ SƠ\nX. BIỂU MẪU\nXI. SỔ", same("IX", "X", "XI")),
    ("dot of the symbol font", "\uf0b7 Rà soát hồ sơ;\n\uf0b7 Lập biểu mẫu.", [("\uf0b7", "\uf0b71"), ("\uf0b7", "\uf0b72")]),
    ("minus signs", "\u2212 Rà soát hồ sơ;\n\u2212 Lập biểu mẫu.", [("\u2212", "\u22121"), ("\u2212", "\u22122")]),
    ("hard hyphens", "\u2011 Rà soát hồ sơ;\n\u2011 Lập biểu mẫu.", [("\u2011", "\u20111"), ("\u2011", "\u20112")]),
    ("appendices with a colon", "PHỤ LỤC I: MẪU ĐƠN\nPHỤ LỤC II: MẪU SỔ", same("PHỤ LỤC I", "PHỤ LỤC II")),
    ("items that open with a number", "1. 15 phòng chưa báo cáo.\n2. 3 phường chưa báo cáo.", same("1", "2")),
    # -- lists inside a sentence ------------------------------------------------------------------
    (
        "inline (i) (ii)",
        "Hồ sơ gồm: (i) đơn đề nghị; (ii) bản sao giấy tờ; (iii) ảnh chân dung.",
        same("i", "ii", "iii"),
    ),
    (
        "inline (1) (2) in an item",
        "1. Hồ sơ gồm: (1) đơn đề nghị; (2) bản sao.\n2. Thời hạn là 5 ngày.",
        [("1", "1"), ("1", "1/1"), ("2", "1/2"), ("2", "2")],
    ),
    (
        "inline (a) (b)",
        "- Báo cáo nêu rõ: (a) việc đã làm; (b) việc còn chậm.",
        [("-", "-1"), ("a", "-1/a"), ("b", "-1/b")],
    ),
    (
        "inline lists in two sibling items start anew",
        "1. Gồm: (i) đơn; (ii) ảnh.\n2. Gồm: (i) sổ; (ii) phiếu.",
        [("1", "1"), ("i", "1/i"), ("ii", "1/ii"), ("2", "2"), ("i", "2/i"), ("ii", "2/ii")],
    ),
    ("one bracket alone is no list", "Hồ sơ gồm: (i) đơn đề nghị và ảnh.", []),
    ("references to points are no list", "Thực hiện theo điểm (a), điểm (b) của Quy chế.", []),
    ("a count in brackets is no list", "Có ba (3) phòng và bốn (4) phường trả hồ sơ chậm.", []),
    # -- nesting ----------------------------------------------------------------------------------
    (
        "I, 1, a, -, +",
        "I. NHIỆM VỤ\n1. Hồ sơ\na) Đất đai\n- Cấp mới:\n+ Tại phường;\n+ Tại xã;\n- Cấp đổi.\nb) Hộ tịch\n2. Biểu mẫu\nII. TỔ CHỨC",
        [
            ("I", "I"), ("1", "I/1"), ("a", "I/1/a"), ("-", "I/1/a/-1"), ("+", "I/1/a/-1/+1"),
            ("+", "I/1/a/-1/+2"), ("-", "I/1/a/-2"), ("b", "I/1/b"), ("2", "I/2"), ("II", "II"),
        ],
    ),
    (
        "dashes right below a roman number",
        "I. TÌNH HÌNH\n- Ưu điểm;\n- Hạn chế.\nII. NHIỆM VỤ\n- Rà soát.",
        [("I", "I"), ("-", "I/-1"), ("-", "I/-2"), ("II", "II"), ("-", "II/-1")],
    ),
    (
        "bullets count anew in each item",
        "1. Hồ sơ:\n- Đơn;\n- Ảnh.\n2. Biểu mẫu:\n- Sổ;\n- Phiếu.",
        [("1", "1"), ("-", "1/-1"), ("-", "1/-2"), ("2", "2"), ("-", "2/-1"), ("-", "2/-2")],
    ),
    (
        "plus below dash, dash goes on",
        "- Hồ sơ:\n+ Đơn;\n+ Ảnh;\n- Biểu mẫu:\n+ Sổ.",
        [("-", "-1"), ("+", "-1/+1"), ("+", "-1/+2"), ("-", "-2"), ("+", "-2/+1")],
    ),
    (
        "letters below 1.1",
        "1. Hồ sơ\n1.1. Đất đai\na) Cấp mới\nb) Cấp đổi\n1.2. Hộ tịch\na) Khai sinh",
        [
            ("1", "1"), ("1.1", "1/1.1"), ("a", "1/1.1/a"), ("b", "1/1.1/b"), ("1.2", "1/1.2"),
            ("a", "1/1.2/a"),
        ],
    ),
    (
        "numbers below Một là",
        "Một là, rà soát hồ sơ:\n- Hồ sơ đất đai;\n- Hồ sơ hộ tịch.\nHai là, lập biểu mẫu.",
        [("Một là", "Một là"), ("-", "Một là/-1"), ("-", "Một là/-2"), ("Hai là", "Hai là")],
    ),
    (
        "1) below 1.",
        "1. Hồ sơ\n1) Đất đai\n2) Hộ tịch\n2. Biểu mẫu\n1) Sổ",
        [("1", "1"), ("1", "1/1"), ("2", "1/2"), ("2", "2"), ("1", "2/1")],
    ),
    (
        "Điều below a roman number",
        "I. QUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nĐiều 2. Đối tượng\nII. THI HÀNH\nĐiều 3. Hiệu lực",
        [
            ("I", "I"), ("Điều 1", "I/Điều 1"), ("Điều 2", "I/Điều 2"), ("II", "II"),
            ("Điều 3", "II/Điều 3"),
        ],
    ),
    (
        "(i) below a dash",
        "- Hồ sơ gồm:\n(i) Đơn;\n(ii) Ảnh;\n- Biểu mẫu.",
        [("-", "-1"), ("i", "-1/i"), ("ii", "-1/ii"), ("-", "-2")],
    ),
    (
        "letters below a dash that introduces them",
        "- Phòng Nội vụ:\na) Rà soát;\nb) Báo cáo.\n- Phòng Tư pháp:\na) Đối chiếu.",
        [("-", "-1"), ("a", "-1/a"), ("b", "-1/b"), ("-", "-2"), ("a", "-2/a")],
    ),
    (
        "numbers below a dash below a number",
        "1. Yêu cầu:\n- Phòng Nội vụ:\n1. Rà soát;\n2. Báo cáo.\n- Phòng Tư pháp.\n2. Đề nghị",
        [
            ("1", "1"), ("-", "1/-1"), ("1", "1/-1/1"), ("2", "1/-1/2"), ("-", "1/-2"), ("2", "2"),
        ],
    ),
    (
        "dashes below stars",
        "1. Hồ sơ\n* Đất đai:\n- Cấp mới;\n- Cấp đổi.\n* Hộ tịch:\n- Khai sinh.\n2. Biểu mẫu",
        [
            ("1", "1"), ("*", "1/*1"), ("-", "1/*1/-1"), ("-", "1/*1/-2"), ("*", "1/*2"),
            ("-", "1/*2/-1"), ("2", "2"),
        ],
    ),
    (
        "(a) below (2)",
        "1. Hồ sơ\n(1) Đất đai\n(2) Hộ tịch\n(a) Khai sinh\n(b) Khai tử\n(3) Sổ",
        [("1", "1"), ("1", "1/1"), ("2", "1/2"), ("a", "1/2/a"), ("b", "1/2/b"), ("3", "1/3")],
    ),
    (
        "a chapter closes everything below the last one",
        "Chương I\nCHUNG\nĐiều 1. Phạm vi\n1. Phòng:\na) Nội vụ.\nChương II\nTHI HÀNH\nĐiều 2. Hiệu lực",
        [
            ("Chương I", "Chương I"), ("Điều 1", "Chương I/Điều 1"), ("1", "Chương I/Điều 1/1"),
            ("a", "Chương I/Điều 1/1/a"), ("Chương II", "Chương II"),
            ("Điều 2", "Chương II/Điều 2"),
        ],
    ),
    (
        "paragraphs between the items",
        "1. Hồ sơ\nPhòng Nội vụ nhận hồ sơ tại bộ phận một cửa.\na) Đất đai.\n2. Biểu mẫu",
        [("1", "1"), ("a", "1/a"), ("2", "2")],
    ),
    (
        "items below a plain lead-in",
        "Yêu cầu các phòng thực hiện:\n1. Rà soát hồ sơ.\n2. Lập biểu mẫu.",
        same("1", "2"),
    ),
    # -- restarts, gaps, repetitions ----------------------------------------------------------------
    (
        "numbers restart under each roman number",
        "I. HỒ SƠ\n1. Đất đai\n2. Hộ tịch\nII. BIỂU MẪU\n1. Sổ\n2. Phiếu",
        [("I", "I"), ("1", "I/1"), ("2", "I/2"), ("II", "II"), ("1", "II/1"), ("2", "II/2")],
    ),
    (
        "numbers go on across roman numbers",
        "I. HỒ SƠ\n1. Đất đai\n2. Hộ tịch\nII. BIỂU MẪU\n3. Sổ\n4. Phiếu",
        [("I", "I"), ("1", "I/1"), ("2", "I/2"), ("II", "II"), ("3", "II/3"), ("4", "II/4")],
    ),
    ("skipped number", "1. Hồ sơ\n2. Biểu mẫu\n4. Kết quả", same("1", "2", "4")),
    ("repeated number", "1. Hồ sơ\n2. Biểu mẫu\n2. Kết quả\n3. Phí", [("1", "1"), ("2", "2"), ("2", "2~2"), ("3", "3")]),
    ("repeated twice", "a) Hồ sơ\na) Biểu mẫu\na) Kết quả", [("a", "a"), ("a", "a~2"), ("a", "a~3")]),
    (
        "a list that starts again at the top",
        "Yêu cầu:\n1. Rà soát.\n2. Báo cáo.\nĐề nghị:\n1. Phối hợp.\n2. Hỗ trợ.",
        [("1", "1"), ("2", "2"), ("1", "1~2"), ("2", "2~2")],
    ),
    ("a list that starts late", "5. Hồ sơ\n6. Biểu mẫu", same("5", "6")),
    (
        "units below a repeated unit hang on it",
        "1. Hồ sơ\na) Đơn\n1. Biểu mẫu\na) Sổ",
        [("1", "1"), ("a", "1/a"), ("1", "1~2"), ("a", "1~2/a")],
    ),
    # -- what opens nothing ---------------------------------------------------------------------------
    ("a thousand", "Mức hỗ trợ là\n\n1.500 đồng cho mỗi bản sao.", []),
    ("a decimal", "Tỷ lệ đạt mức cao nhất là:\n\n95,12% số hồ sơ.", []),
    ("a date", "Các phòng gửi báo cáo về Văn phòng vào ngày\n30/6 và ngày 31/12 hằng năm.", []),
    ("month and year", "Các phòng hoàn thành việc trả hồ sơ trong tháng\n12. 2025 là năm cuối của kỳ kế hoạch.", []),
    ("a period that ends a line", "Phần mềm được dùng đến tháng\n6/2027.", []),
    ("days of the year with a stop", "Hai dịp lễ trong năm:\n\n30.4 và 1.5 cả nước nghỉ.\n\n20.11 là ngày Nhà giáo.", []),
    ("a decimal between items", "1. Hồ sơ\n\n1.5 triệu hồ sơ đã trả.\n2. Sổ", same("1", "2")),
    ("a range of roman numbers", "I - V là năm chương đầu của Quy chế.", []),
    ("a range of numbers", "Từ ngày\n1 - 5 tháng 3, các phòng báo cáo.", []),
    ("years of a period", "Giai đoạn\n2021 - 2025 đã kết thúc.", []),
    ("a telephone number", "Mọi ý kiến xin gửi về số điện thoại\n024.3825.1206 của Văn phòng.", []),
    ("Chương trình", "Chương trình làm việc\n1. Khai mạc", same("1")),
    ("Mục tiêu", "Mục tiêu của kế hoạch\n1. Rà soát hồ sơ", same("1")),
    ("Phần lớn", "Phần lớn hồ sơ đã trả.\n1. Rà soát", same("1")),
    ("Điều kiện", "Điều kiện tiếp nhận\n1. Đủ giấy tờ", same("1")),
    ("an article of another law", "Người nhận quà bị xử lý theo\nĐiều 215 Bộ luật Hình sự.", []),
    (
        "an article that ends a wrapped sentence",
        f"{WRAPPED}Việc xử lý cán bộ vi phạm được thực hiện theo quy định tại\nĐiều 12.\nVăn phòng theo dõi.",
        [],
    ),
    (
        "a chapter of another text in a wrapped sentence",
        f"{WRAPPED}Việc xử lý cán bộ vi phạm được thực hiện theo quy định của\nChương II Quy chế này.",
        [],
    ),
    ("a section of another text", "Mục 3 của Kế hoạch nêu rõ việc này.", []),
    ("a year", "2025 là năm cuối của kỳ kế hoạch.", []),
    ("number and noun", "3 phòng chưa báo cáo.", []),
    ("a document number", "24-CT/TU là chỉ thị của Thành ủy.", []),
    ("Một là inside a sentence", "Việc này Một là chậm, hai là thiếu hồ sơ.", []),
    ("thứ hai as a day", "Thứ hai hằng tuần lãnh đạo phường tiếp dân.", []),
    ("a name with an initial", "Ông A. nộp hồ sơ tại phường.", []),
    ("a rule of dashes", "Rà soát hồ sơ.\n-----\nLập biểu mẫu.", []),
    ("a negative number", "Mức tăng là\n-5% so với năm trước.", []),
    ("Phụ lục in a sentence", "Phụ lục kèm theo Quy chế này nêu rõ mẫu đơn, mẫu sổ và mẫu phiếu mà bộ phận một cửa dùng.", []),
    ("V.v.", "Hồ sơ gồm đơn, ảnh, phiếu,\nv.v.", []),
    ("TP. at a line start", "TP. Đông Hải trả hồ sơ đúng hạn.", []),
    # -- frames ---------------------------------------------------------------------------------------
    (
        "bullets of Kính gửi",
        "Kính gửi:\n- Phòng Nội vụ;\n- Phòng Tư pháp.\n\nThực hiện kế hoạch năm, yêu cầu các phòng:\n1. Rà soát hồ sơ.",
        same("1"),
    ),
    (
        "bullets of Căn cứ",
        "QUYẾT ĐỊNH\nVề việc ban hành Quy chế\n\nCăn cứ Luật Tổ chức chính quyền địa phương;\nCăn cứ Quy chế làm việc;\nTheo đề nghị của Trưởng phòng Nội vụ.\n\nĐiều 1. Ban hành Quy chế.\nĐiều 2. Văn phòng thi hành.",
        same("Điều 1", "Điều 2"),
    ),
    (
        "dashed legal bases",
        "KẾ HOẠCH\nTrả hồ sơ đúng hạn\n\n- Căn cứ Luật Cán bộ, công chức;\n- Căn cứ Quy chế làm việc của Thị ủy;\n\nI. MỤC TIÊU",
        same("I"),
    ),
    (
        "bullets of Nơi nhận",
        "1. Rà soát hồ sơ.\n2. Lập biểu mẫu.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Minh Khuê",
        same("1", "2"),
    ),
    (
        "an appendix after the signature",
        "1. Rà soát hồ sơ.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Minh Khuê\n\nPHỤ LỤC\nMẪU ĐƠN\n1. Họ và tên",
        [("1", "1"), ("PHỤ LỤC", "PHỤ LỤC"), ("1", "PHỤ LỤC/1")],
    ),
    # -- dirt ---------------------------------------------------------------------------------------
    ("bold numbers", "**1. Hồ sơ**\n**a)** Đơn\n**2. Biểu mẫu**", [("1", "1"), ("a", "1/a"), ("2", "2")]),
    ("bold label", "**Điều 1.** Phạm vi\n**Điều 2.** Đối tượng", same("Điều 1", "Điều 2")),
    ("marker and text on two lines", "1.\nRà soát hồ sơ\n2.\nLập biểu mẫu", same("1", "2")),
    ("no-break space", "1.\xa0Rà soát hồ sơ\n2.\xa0Lập biểu mẫu", same("1", "2")),
    ("tabs", "1.\tRà soát hồ sơ\n\ta)\tĐơn", [("1", "1"), ("a", "1/a")]),
    ("zero-width space before the number", "\u200b1. Rà soát hồ sơ\n\u200b2. Lập biểu mẫu", same("1", "2")),
    ("pipes around a cell", "| 1. Rà soát hồ sơ |\n| 2. Lập biểu mẫu |", same("1", "2")),
    ("nothing", "Rà soát hồ sơ và lập biểu mẫu.", []),
]  # fmt: skip

BUGS = {
    "numbers below a dash below a number": "a number that is open further out is never nested again",
}


@pytest.mark.parametrize(("text", "expected"), cases(TABLE, BUGS))
def test_outline(text: str, expected: list[tuple[str, str]]) -> None:
    assert paths(text) == expected


def test_a_unit_ends_before_the_next_one_of_its_level() -> None:
    text = "1. Hồ sơ\nPhòng nhận hồ sơ.\na) Đơn\nb) Ảnh\n\n2. Biểu mẫu\n\nNơi nhận:\n- Lưu: VT."
    spans = {s.id: text[s.start : s.end] for s in structure(text).sections if s.label}
    assert spans == {
        "1": "1. Hồ sơ\nPhòng nhận hồ sơ.\na) Đơn\nb) Ảnh",
        "1/a": "a) Đơn",
        "1/b": "b) Ảnh",
        "2": "2. Biểu mẫu",
    }


def test_an_inline_unit_ends_before_the_next_one() -> None:
    text = "Hồ sơ gồm: (i) đơn; (ii) ảnh.\nThời hạn là 5 ngày."
    spans = {s.id: text[s.start : s.end] for s in structure(text).sections if s.label}
    assert spans["i"] == "(i) đơn;"
    assert spans["ii"].startswith("(ii) ảnh.")


KINDS = [
    ("decree", "Chương I\nCHUNG\nMục 1\nHỒ SƠ\nĐiều 1. Đơn\n1. Đơn gồm:\na) Tên.", "chapter section article clause point"),
    ("directive", "I. NHIỆM VỤ\n1. Hồ sơ\na) Đơn\n- Tên", "section item item bullet"),
    ("parts", "Phần I\nCHUNG\nTiểu mục 1. HỒ SƠ", "part section"),
    ("capitals", "A. CHUNG\nB. RIÊNG", "section section"),
    ("appendix", "Phụ lục I\nMẪU ĐƠN\n1. Tên", "appendix item"),
    ("words", "Một là, rà soát.\nHai là, báo cáo.", "item item"),
    ("numbers in an article", "Điều 2. Hồ sơ\n2.1. Đơn\n2.2. Ảnh", "article clause clause"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds"), cases(KINDS))
def test_kinds_of_units(text: str, kinds: str) -> None:
    assert " ".join(s.kind for s in structure(text).sections if s.label) == kinds


HEADINGS = [
    ("heading after the number", "1. Công khai tiến độ\nPhòng niêm yết hồ sơ.", "Công khai tiến độ"),
    ("heading on the next line", "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi", "QUY ĐỊNH CHUNG"),
    ("bold statement", "**1. Công khai tiến độ.**\nPhòng niêm yết hồ sơ.", "Công khai tiến độ."),
    ("statement", "1. Phòng Nội vụ công khai tiến độ.\n2. Phòng Tư pháp báo cáo.", None),
    ("item of a list", "a) Phòng Nội vụ công khai tiến độ;\nb) Phòng Tư pháp báo cáo.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "heading"), cases(HEADINGS))
def test_heading_of_the_first_unit(text: str, heading: str | None) -> None:
    first = next(s for s in structure(text).sections if s.label)
    assert first.heading == heading


def test_unit_ids_are_unique_and_parents_enclose() -> None:
    text = "1. Hồ sơ\na) Đơn\na) Ảnh\n- Tên\n1. Sổ\na) Phiếu\n- Tên\n- Tuổi\nI. KHÁC\n1. Phí"
    sections = {s.id: s for s in structure(text).sections}
    assert len(sections) == len(structure(text).sections)
    for section in sections.values():
        if section.parent is not None:
            parent = sections[section.parent]
            assert parent.start <= section.start < section.end <= parent.end


def test_many_items_take_linear_time() -> None:
    def run(size: int) -> None:
        structure("\n".join(f"{i % 99 + 1}. Hồ sơ\na) Đơn\n- Tên" for i in range(size)))

    assert growth(run, 600, 4_800) < 2.5
