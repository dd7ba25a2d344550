"""Actor mentions: input → the mentions, each with its type."""

from __future__ import annotations

import pytest
from tables import cases

import vndirective as vd

TABLE = [
    ("body of a city", "Thành ủy Hải Sơn họp.", [("Thành ủy Hải Sơn", "ORG")]),
    ("department", "Sở Nội vụ báo cáo.", [("Sở Nội vụ", "ORG")]),
    ("department with and", "Sở Giáo dục và Đào tạo báo cáo.", [("Sở Giáo dục và Đào tạo", "ORG")]),
    ("department with a dash", "Sở Quy hoạch - Kiến trúc báo cáo.", [("Sở Quy hoạch - Kiến trúc", "ORG")]),
    ("abbreviation", "UBND tỉnh Lâm Hà họp.", [("UBND tỉnh Lâm Hà", "ORG")]),
    ("plural bodies", "UBND các xã, phường rà soát.", [("UBND các xã, phường", "GROUP")]),
    ("name in small letters", "Trung tâm Kiểm soát bệnh tật tỉnh báo cáo.", [("Trung tâm Kiểm soát bệnh tật tỉnh", "ORG")]),
    ("name with a number", "Ban Quản lý Dự án 85 báo cáo.", [("Ban Quản lý Dự án 85", "ORG")]),
    ("name and verb that look alike", "Cục Hạ tầng xây dựng báo cáo.", [("Cục Hạ tầng xây dựng", "ORG")]),
    ("body of a host", "Đảng ủy Công ty Cấp nước họp.", [("Đảng ủy Công ty Cấp nước", "ORG")]),
    ("office of a body", "Văn phòng Huyện ủy báo cáo.", [("Văn phòng Huyện ủy", "ORG")]),
    ("head alone", "Văn phòng phải báo cáo.", [("Văn phòng", "ORG")]),
    ("office", "Chủ tịch Ủy ban nhân dân tỉnh ký.", [("Chủ tịch Ủy ban nhân dân tỉnh", "ROLE")]),
    ("office of many", "Chủ tịch UBND các phường, xã ký.", [("Chủ tịch UBND các phường, xã", "ROLE")]),
    ("office and name", "Giám đốc Sở Y tế Lê Minh Khuê ký.", [("Giám đốc Sở Y tế", "ROLE"), ("Lê Minh Khuê", "PERSON")]),
    ("title and name", "Đồng chí Trần Hải Vân phát biểu.", [("Trần Hải Vân", "PERSON")]),
    ("closed formula", "Các sở, ban, ngành rà soát.", [("Các sở, ban, ngành", "GROUP")]),
    ("officials", "Mỗi cán bộ, công chức, viên chức cần nêu gương.", [("cán bộ, công chức, viên chức", "GROUP")]),
    ("group and what it belongs to", "Các đơn vị thuộc Sở Tài chính báo cáo.", [("Các đơn vị thuộc Sở Tài chính", "GROUP")]),
    ("departments by name", "Các Sở Xây dựng báo cáo.", [("Các Sở Xây dựng", "GROUP")]),
    ("party committees of agencies", "Cấp ủy đảng các cơ quan, đơn vị họp.", [("Cấp ủy đảng các cơ quan, đơn vị", "GROUP")]),
    ("people", "Hồ sơ của người dân và doanh nghiệp.", [("người dân và doanh nghiệp", "GROUP")]),
    ("a law is no body", "Bộ luật Dân sự quy định.", []),
    ("a place is no actor", "Đường qua thị trấn đã xong.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(TABLE))
def test_actors(text: str, expected: list[tuple[str, str]]) -> None:
    doc = vd.analyze(text=text)
    assert [(a.text, a.type) for a in doc.actors] == expected
    assert all(doc.text[a.start : a.end] == a.text for a in doc.actors)


def test_one_actor_has_one_canonical_name() -> None:
    doc = vd.analyze(text="Ban Thường vụ Thành ủy Hải Sơn họp. Ban Thường vụ Thành ủy giao việc.")
    assert {a.canonical for a in doc.actors} == {"Ban Thường vụ Thành ủy Hải Sơn"}


def test_an_abbreviation_is_written_out() -> None:
    doc = vd.analyze(text="UBND tỉnh Lâm Hà họp.")
    assert doc.actors[0].canonical == "Ủy ban nhân dân tỉnh Lâm Hà"
    assert (doc.actors[0].level, doc.actors[0].branch) == ("province", "state")


def test_a_chain_of_superiors_ends() -> None:
    assert vd.analyze(text="Sở Nội vụ thuộc " * 2000).actors
