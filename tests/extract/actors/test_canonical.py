"""What is said of an actor beside its span: one canonical name, level and branch."""

from __future__ import annotations

import pytest
from tables import cases

import vndirective as vd

CANONICAL = [
    ("abbreviation", "UBND tỉnh Lam Giang họp.", ["Ủy ban nhân dân tỉnh Lam Giang"]),
    ("abbreviation inside", "Thường trực HĐND tỉnh họp.", ["Thường trực Hội đồng nhân dân tỉnh"]),
    ("abbreviated office", "Nơi nhận:\n- VPCP: BTCN;", ["Văn phòng Chính phủ", "Bộ trưởng, Chủ nhiệm"]),
    ("abbreviated sector", "Sở GD&ĐT họp với Sở VH,TT&DL và Phòng VH-XH.", ["Sở Giáo dục và Đào tạo", "Sở Văn hóa, Thể thao và Du lịch", "Phòng Văn hóa - Xã hội"]),
    ("abbreviated center", "TTPVHCC xã trực trưa.", ["Trung tâm Phục vụ hành chính công xã"]),
    ("abbreviated division", "P. Nội vụ họp với P.TC-KH. Phòng Nội vụ giao việc.", ["Phòng Nội vụ", "Phòng Tài chính - Kế hoạch"]),
    ("short form later", "Ban Thường vụ Thành ủy Hải Sơn họp. Ban Thường vụ Thành ủy giao việc.", ["Ban Thường vụ Thành ủy Hải Sơn"]),
    ("short form before", "Thành ủy họp. Thành ủy Hải Sơn giao việc.", ["Thành ủy Hải Sơn"] ),
    ("two longer names", "Chủ tịch UBND tỉnh họp với Chủ tịch UBND huyện Hạ và Chủ tịch UBND huyện Mây.", ["Chủ tịch Ủy ban nhân dân tỉnh", "Chủ tịch Ủy ban nhân dân huyện Hạ", "Chủ tịch Ủy ban nhân dân huyện Mây"]),
    ("capitals in the head", "SỞ NỘI VỤ\n\nSở Nội vụ báo cáo.", ["Sở Nội vụ"]),
    ("hard wrap", "Giao Sở Khoa học và\nCông nghệ làm.", ["Sở Khoa học và Công nghệ"]),
    ("office by its holder", "Phó Bí thư Thường trực Tỉnh ủy Lam Giang dự. Phó Bí thư Thường trực Tỉnh ủy nói.", ["Phó Bí thư Thường trực Tỉnh ủy Lam Giang"]),
    ("given name", "Ông Lương Vĩnh Khoát dự. Ông Khoát nói.", ["Lương Vĩnh Khoát"]),
    ("given name of two", "Ông Lương Văn Khoát dự cùng ông Lê Vĩnh Khoát. Ông Khoát nói.", ["Lương Văn Khoát", "Lê Vĩnh Khoát", "Khoát"]),
    ("shared head", "Sở Nội vụ, Tài chính làm.", ["Sở Nội vụ", "Sở Tài chính"]),
    ("names after a colon", "Giao các sở: Nội vụ, Tài chính làm.", ["Sở Nội vụ", "Sở Tài chính"]),
    ("letters behind a head", "Nơi nhận:\n- Các Bộ: CT, TC;\n- Sở XD;", ["Bộ Công Thương", "Bộ Tài chính", "Sở Xây dựng"]),
    ("a city is no field", "Họp Đảng bộ TP Sông Lau.", ["Đảng bộ TP Sông Lau"]),
    ("defined short form", "Trung tâm Hành chính công (sau đây gọi tắt là Trung tâm) phải niêm yết. Trung tâm báo cáo.", ["Trung tâm Hành chính công"]),
    ("board by its first words", "Kiện toàn Ban Chỉ đạo chuyển đổi số của tỉnh. Báo cáo Ban Chỉ đạo.", ["Ban Chỉ đạo chuyển đổi số"]),
    ("joint-stock company", "Giao Công ty CP Cấp nước Lam Giang làm.", ["Công ty cổ phần Cấp nước Lam Giang"]),
    ("a branch of an enterprise", "VNPT Lam Giang họp với VNPT.", ["VNPT Lam Giang", "Tập đoàn Bưu chính Viễn thông Việt Nam"]),
    ("short form inside", "Ủy ban nhân dân (UBND) tỉnh Lam Giang họp. UBND tỉnh giao việc.", ["Ủy ban nhân dân tỉnh Lam Giang"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(CANONICAL))
def test_one_actor_has_one_canonical_name(text: str, expected: list[str]) -> None:
    names = [a.canonical for a in vd.analyze(text=text).actors]
    assert list(dict.fromkeys(names)) == expected


ATTRIBUTES = [
    ("central party", "Bộ Chính trị họp.", ("central", "party")),
    ("central state", "Chính phủ họp.", ("central", "state")),
    ("ministry", "Bộ Nội vụ họp.", ("central", "state")),
    ("department", "Sở Nội vụ họp.", ("province", "state")),
    ("province by its place", "UBND tỉnh Lam Giang họp.", ("province", "state")),
    ("commune by its place", "UBND xã Hạ họp.", ("commune", "state")),
    ("district committee", "Huyện ủy họp.", ("district", "party")),
    ("committee by its place", "Đảng ủy phường Hạ họp.", ("commune", "party")),
    ("front by its place", "Mặt trận Tổ quốc tỉnh họp.", ("province", "front")),
    ("union by its place", "Liên đoàn Lao động huyện họp.", ("district", "union")),
    ("company", "Công ty Cấp nước họp.", (None, "enterprise")),
    ("office of its body", "Bí thư Huyện ủy họp.", ("district", "party")),
    ("bodies in many places", "UBND các xã họp.", ("commune", "state")),
    ("host", "Văn phòng Tỉnh ủy họp.", ("province", "party")),
    ("a board of any committee", "Ban Tuyên giáo và Dân vận họp.", (None, "party")),
    ("boards of several committees", "Ban Tuyên giáo và Dân vận các huyện ủy, thị ủy họp.", ("district", "party")),
    ("territory", "Tỉnh Lam Giang đã xong.", ("province", None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(ATTRIBUTES))
def test_level_and_branch(text: str, expected: tuple[str | None, str | None]) -> None:
    (actor,) = vd.analyze(text=text).actors
    assert (actor.level, actor.branch) == expected


def test_a_parenthesis_outside_of_a_name_takes_nothing_from_it() -> None:
    for text in ("UBND xã Tân Phú phải họp (", "Cấp xã (UBND xã Tân Phú) phải họp."):
        names = [a.canonical for a in vd.analyze(text=text).actors]
        assert "Ủy ban nhân dân xã Tân Phú" in names


def test_a_bare_head_is_the_body_named_before_it_not_one_further_down() -> None:
    text = "Hội đồng kỷ luật họp. Hội đồng bỏ phiếu kín. Hội đồng nghiệm thu họp sau."
    assert [a.canonical for a in vd.analyze(text=text).actors][1] == "Hội đồng kỷ luật"


def test_others_behind_an_office_are_no_part_of_its_name() -> None:
    text = "Trưởng các ban họp.\nTrưởng các ban và các cá nhân có liên quan ký tên."
    assert vd.analyze(text=text).actors[0].canonical == "Trưởng các ban"
