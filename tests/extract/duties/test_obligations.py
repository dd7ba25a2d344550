"""Duties: input → modality, bearers, start of the action; and what they inherit."""

from __future__ import annotations

import pytest
from tables import cases

import vndirective as vd

HEAD = "ỦY BAN NHÂN DÂN XÃ BÌNH AN\nSố: 12/CT-UBND\nBình An, ngày 3 tháng 5 năm 2024\nCHỈ THỊ\nVề vệ sinh môi trường\n"

TABLE = [
    ("modal", "Sở Nội vụ phải rà soát hồ sơ.", [("obligation", ["Sở Nội vụ"], "rà soát hồ sơ")]),
    ("request", "Yêu cầu các phòng rà soát hồ sơ.", [("obligation", ["các phòng"], "rà soát hồ sơ")]),
    ("assignment", "Giao Sở Tài chính thẩm định dự toán.", [("obligation", ["Sở Tài chính"], "thẩm định dự toán")]),
    ("proposal", "Chúng tôi đề nghị Sở Nội vụ rà soát hồ sơ.", [("recommendation", ["Sở Nội vụ"], "rà soát hồ sơ")]),
    ("request with must", "Đề nghị Sở Nội vụ phải rà soát hồ sơ.", [("obligation", ["Sở Nội vụ"], "rà soát hồ sơ")]),
    ("prohibition", "Nghiêm cấm đốt rác.", [("prohibition", [], "đốt rác")]),
    ("prohibition of somebody", "Viên chức không được bỏ vị trí trực.", [("prohibition", ["Viên chức"], "bỏ vị trí trực")]),
    ("permission", "Sở Tài chính được phép ký hợp đồng.", [("permission", ["Sở Tài chính"], "ký hợp đồng")]),
    ("pledge", "Chúng tôi cam kết trả hồ sơ đúng hạn.", [("commitment", ["Chúng tôi"], "trả hồ sơ đúng hạn")]),
    ("encouragement", "Khuyến khích các phường thí điểm mô hình.", [("recommendation", ["các phường"], "thí điểm mô hình")]),
    ("two clauses", "Sở Y tế phải kiểm tra bếp ăn; Công an tỉnh phải xử lý vi phạm.", [("obligation", ["Sở Y tế"], "kiểm tra bếp ăn"), ("obligation", ["Công an tỉnh"], "xử lý vi phạm")]),
    ("two bearers", "Sở Y tế và Sở Nội vụ phải rà soát hồ sơ.", [("obligation", ["Sở Y tế", "Sở Nội vụ"], "rà soát hồ sơ")]),
    ("topic before it", "Đối với hồ sơ tồn đọng, Sở Nội vụ phải giải quyết ngay.", [("obligation", ["Sở Nội vụ"], "giải quyết ngay")]),
    ("also", "Các cấp ủy đảng cũng cần tập trung chỉ đạo.", [("obligation", ["Các cấp ủy đảng"], "tập trung chỉ đạo")]),
    ("past", "Sở Nội vụ đã rà soát hồ sơ.", []),
    ("assessment", "Thực tế cần khắc phục còn nhiều.", []),
    ("in force", HEAD + "1. Chỉ thị này có hiệu lực kể từ ngày ký.", []),
    ("bare imperative in an item", HEAD + "1. Rà soát điểm đen về rác.", [("obligation", [], "Rà soát điểm đen về rác")]),
    ("assessment before the items", HEAD + "Thời gian qua, các thôn thực hiện tốt việc thu gom.", []),
    ("bare prohibition in an item", HEAD + "1. Không cấp phép đổ thải.", [("prohibition", [], "cấp phép đổ thải")]),
    ("strength of an adverb", HEAD + "1. Kiên quyết xử lý vi phạm.", [("obligation", [], "Kiên quyết xử lý vi phạm")]),
]  # fmt: skip


def found(text: str) -> list[tuple[str, list[str], str]]:
    doc = vd.analyze(text=text)
    return [(o.modality, [b.text for b in o.bearers], o.action.text) for o in doc.obligations]


@pytest.mark.parametrize(("text", "expected"), cases(TABLE))
def test_duties(text: str, expected: list[tuple[str, list[str], str]]) -> None:
    assert found(text) == expected


def test_items_take_their_bearer_from_the_lead_in() -> None:
    doc = vd.analyze(
        text=HEAD + "1. Giao Sở Nội vụ:\na) Rà soát hồ sơ.\n- Lập biểu mẫu.\n2. Trả kết quả."
    )
    bearers = [[(b.text, b.inherited) for b in o.bearers] for o in doc.obligations]
    assert bearers == [[("Sở Nội vụ", True)], [("Sở Nội vụ", True)], []]
    assert [o.section for o in doc.obligations] == ["1/a", "1/a/-1", "2"]


def test_the_closing_belongs_to_no_item() -> None:
    text = (
        HEAD
        + "1. Các thôn dọn rác.\nTrong quá trình thực hiện nếu có vướng mắc, các thôn báo cáo xã./."
    )
    assert [o.section for o in vd.analyze(text=text).obligations] == ["1", "closing"]


def test_an_item_with_a_bearer_of_its_own_keeps_it() -> None:
    text = (
        HEAD
        + "Yêu cầu các thôn thực hiện các nhiệm vụ sau:\n1. Thu gom rác.\n2. Công an xã phải tuần tra."
    )
    doc = vd.analyze(text=text)
    assert [[b.text for b in o.bearers] for o in doc.obligations] == [["các thôn"], ["Công an xã"]]


def test_who_asks_in_a_lead_in_does_not_bear_the_items() -> None:
    doc = vd.analyze(text=HEAD + "Chủ tịch Ủy ban nhân dân xã yêu cầu:\n1. Rà soát điểm đen.")
    (duty,) = doc.obligations
    assert duty.bearers == ()
    speaker = next(a for a in doc.actors if a.id == duty.speaker)
    assert speaker.text == "Chủ tịch Ủy ban nhân dân xã"


def test_a_list_that_is_proposed_proposes_every_item() -> None:
    doc = vd.analyze(text=HEAD + "1. Đề nghị Công an xã:\n- Tuần tra ban đêm.\n- Xử lý vi phạm.")
    assert {o.modality for o in doc.obligations} == {"recommendation"}
    assert all("modality" in o.inferred for o in doc.obligations)


def test_partners_condition_exception_product() -> None:
    text = (
        "Sở Nội vụ phải chủ trì, phối hợp với Sở Tài chính xây dựng kế hoạch biên chế trước ngày 30/6/2024, "
        "trừ trường hợp được gia hạn."
    )
    (duty,) = vd.analyze(text=text).obligations
    assert [b.text for b in duty.coordinated_with] == ["Sở Tài chính"]
    assert duty.deliverable is not None
    assert duty.deliverable.text == "kế hoạch biên chế"
    assert duty.exception is not None
    assert duty.exception.text == "trừ trường hợp được gia hạn"
    assert len(duty.deadlines) == 1


def test_a_quoted_request_has_its_speaker() -> None:
    text = (
        "“Các phường cần giải quyết dứt điểm những hồ sơ đã quá hạn từ đầu năm đến nay cho người dân”, "
        "bà Lê Minh Khuê nhấn mạnh."
    )
    doc = vd.analyze(text=text)
    (duty,) = doc.obligations
    assert next(a for a in doc.actors if a.id == duty.speaker).text == "Lê Minh Khuê"


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        ("Trạm Y tế lập danh sách trẻ em chưa tiêm chủng.", None),
        ("Trạm Y tế lập danh sách trẻ em trước ngày 10/4/2024.", None),
        ("Trạm Y tế lập sổ.", "read otherwise"),
        ("Trạm Y tế lập danh sách trẻ em (cả trẻ tạm trú).", "in brackets"),
        ("Trạm Y tế lập danh sách trẻ em trước kỳ họp thứ 20.", "last day of its deadline"),
        ("Trạm Y tế lập danh sách trong 05 ngày kể từ ngày có dịch.", "last day of its deadline"),
    ],
)
def test_what_deserves_a_second_look(item: str, reason: str | None) -> None:
    (duty,) = vd.analyze(text=f"{HEAD}1. {item}").obligations
    assert duty.needs_review is (reason is not None)
    assert (reason or "") in (duty.review_reason or "")
