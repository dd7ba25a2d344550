from __future__ import annotations

import pytest
from timing import growth

from vndirective.classify import duplicates
from vndirective.classify.duplicates import near_duplicates

SHARED = (
    "Chín tháng đầu năm, tổ trực đêm đã sửa xong bốn mươi hai trạm bơm, thay sáu ki-lô-mét dây "
    "điện và dạy nghề cho mười lăm thợ trẻ ở ba xã ven sông."
)
CHANGED = SHARED.replace("bốn mươi hai", "ba mươi chín")
PARAGRAPH = f"{SHARED} Thợ cả kèm thợ mới từng ca, ghi lại lỗi vào sổ treo ở cửa trạm, cuối tuần mang ra đọc chung."
EDITS = [
    ("đầu năm", "vừa rồi"), ("sửa xong", "chữa được"), ("thay", "kéo lại"), ("dạy nghề", "truyền nghề"),
    ("thợ trẻ", "em"), ("ven sông", "bãi ngang"), ("từng ca", "mỗi ca"),
]  # fmt: skip
OTHER = (
    "Đội múa lân của phường tập ở sân đình vào tối thứ sáu, mỗi buổi chừng hai giờ, có người già "
    "ngồi xem và trẻ nhỏ chạy theo tiếng trống đến tận khuya."
)


def test_copies_in_different_papers_are_found() -> None:
    passages = [("a", SHARED), ("a", OTHER), ("b", OTHER), ("c", SHARED.upper())]
    assert near_duplicates(passages) == [(0, 3, 1.0), (1, 2, 1.0)]


def test_a_changed_number_hides_nothing() -> None:
    ((first, second, similarity),) = near_duplicates([("a", SHARED), ("b", CHANGED)])
    assert (first, second) == (0, 1)
    assert 0.6 <= similarity < 1


def test_a_copy_with_one_word_in_ten_changed_is_found() -> None:
    edited = SHARED.replace("đầu năm", "vừa qua").replace("sửa xong", "chữa").replace("thợ", "em")
    ((first, second, similarity),) = near_duplicates([("a", SHARED), ("b", OTHER), ("c", edited)])
    assert (first, second) == (0, 2)
    assert 0.4 <= similarity < 0.7


def test_a_paragraph_may_be_edited_more() -> None:
    edited = PARAGRAPH
    for word, other in EDITS:
        assert word in edited
        edited = edited.replace(word, other, 1)
    ((first, second, similarity),) = near_duplicates([("a", PARAGRAPH), ("b", edited)])
    assert (first, second) == (0, 1)
    assert 0.25 <= similarity < 0.4


def test_one_paper_repeats_itself_freely_and_short_formulas_are_no_copies() -> None:
    formula = "Xin trân trọng cảm ơn quý vị đại biểu!"
    passages = [("a", SHARED), ("a", SHARED), ("b", formula), ("c", formula)]
    assert near_duplicates(passages) == []


def test_many_copies_of_one_passage_cost_no_more() -> None:
    passages = [(str(n), SHARED) for n in range(1500)]
    assert growth(lambda size: near_duplicates(passages[:size]), 150, 1500, repeats=2) < 3
    found = near_duplicates(passages)
    assert [(a, b) for a, b, _ in found] == [(0, n) for n in range(1, 1500)]


def test_nothing_to_compare() -> None:
    assert near_duplicates([]) == []


def test_a_passage_may_be_a_book(monkeypatch: pytest.MonkeyPatch) -> None:
    book = " ".join(f"{SHARED} Trang {n}." for n in range(60))
    passages = [("a", book), ("b", f"{book} Hết."), ("c", OTHER)]
    found = near_duplicates(passages)
    assert [pair[:2] for pair in found] == [(0, 1)]
    monkeypatch.setattr(duplicates, "_CHUNK", 7)
    assert near_duplicates(passages) == found
