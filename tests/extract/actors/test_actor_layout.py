"""Actors in file marks, signatures, cells and labels; the rows are marked as in ``test_actors``."""

from __future__ import annotations

import pytest
from tables import cases
from test_actors import check

LAYOUT = [
    ("two file marks with a dot", "- Lưu: [O VT].[O TH]."),
    ("who signs, below copies in brackets", "- Lưu: [O VT], [O NC] ([P Dũng]),\nTM. [O ỦY BAN NHÂN DÂN]"),
    ("who signs, in the cell beside file marks", "| Nơi nhận: - Lưu: [O VT], [O KT]. | TM. [O ỦY BAN NHÂN DÂN] KT. [R CHỦ TỊCH] |"),
    ("who typed it, among file marks", "- Lưu: [O VT], [O XD]([P Đông]), [O TH]."),
    ("who signs for a body, on one line", "TM. [O ỦY BAN NHÂN DÂN] KT. [R CHỦ TỊCH] [R PHÓ CHỦ TỊCH] [P Lê Minh Khuê]"),
    ("ministries by their letters", "Nơi nhận:\n- Các Bộ: [O CA], [O TC], [O NNMT], [O XD];\n- Lưu: [O VT]."),
    ("file marks with a unit of it", "Nơi nhận:\n- Như trên;\n- Lưu: [O VT], [O VP](TH), [O PC]."),
    ("file marks in a cell", "| Nơi nhận: - [O Sở Nội vụ]; - Lưu: [O VT], [O NC]. |"),
    ("file mark with an ampersand", "- Lưu: [O VT], [O KT&HT]."),
    ("letterhead", "[O ỦY BAN NHÂN DÂN]\n\nSố: 12/KH-UBND"),
    ("letterhead with its place below", "[O ỦY BAN NHÂN DÂN\nTỈNH LAM GIANG]\n\nSố: 12/KH-UBND"),
    ("letterhead of the party", "[O TỈNH ỦY LAM GIANG]\t[O ĐẢNG CỘNG SẢN VIỆT NAM]\nSố 12-CT/TU"),
    ("file marks", "Nơi nhận:\n- Như trên;\n- Lưu: [O VT], [O KTTH] (2)."),
    ("file marks in words", "Nơi nhận:\n- Như trên;\n- Lưu: [O Văn thư], [O NC]."),
    ("file marks and a body", "Nơi nhận:\n- Như trên;\n- Lưu [O Văn phòng Tỉnh ủy]."),
    ("abbreviated offices", "Nơi nhận:\n- [O VPCP]: [R BTCN], [R các PCN];\n- Lưu: [O VT]."),
    ("deputies of a chairman", "Nơi nhận:\n- [R CT], [R các PCT UBND tỉnh];\n- Lưu: [O VT]."),
    ("signature", "TM. [O ỦY BAN NHÂN DÂN]\nKT. [R CHỦ TỊCH]\n[R PHÓ CHỦ TỊCH]\n[P Lê Minh Khuê]"),
    ("sentence in capitals", "[O SỞ Y TẾ] PHẢI BÁO CÁO."),
    ("lead-in in capitals", "YÊU CẦU [G CÁC THÔN]:\n1. Nạo vét rãnh."),
    ("city in capitals whose name looks like a modal", "[O UBND THÀNH PHỐ CẦN THƠ] PHẢI HỌP."),
    ("photo credit", "[O Sở Y tế] họp. Ảnh: [P Minh Tấn]."),
    ("agency and photographer", "Toàn cảnh cuộc họp - Ảnh: [O VGP]/[P Nhật Minh]."),
    ("photographer and agency", "Toàn cảnh cuộc họp. (Ảnh: [P Minh Tấn]/[O TTXVN])"),
    ("who in an office gets a copy", "- [O VPUB]: [R CVP], [R các PCVP], [O TH], [O NC];"),
    ("those who typed it", "- Lưu: [O VT], [O NC] ([P Loan], [P Vinh])."),
    ("initials of those who typed it", "- Lưu: [O VT], [O NC] (TP)."),
    ("deputies by a short form, with a dot", "- [R CT], [R các PCT. UBND tỉnh];"),
    ("deputies by a short form, glued", "- [R CVP], [R các PCVP.UBND tỉnh];"),
]  # fmt: skip


@pytest.mark.parametrize("marked", cases(LAYOUT))
def test_layout(marked: str) -> None:
    check(marked)
