"""Small parts of the core: markers, spelling, tokens, patterns, errors, plain records."""

from __future__ import annotations

import json
import pickle
import unicodedata
from pathlib import Path

import pytest
from tables import cases

from vndirective.core.errors import (
    ArgumentError,
    CodebookError,
    InputError,
    NotClassifiedError,
    ResourceError,
    VndirectiveError,
)
from vndirective.core.markers import number_of, parse_marker
from vndirective.core.normalize import make_view
from vndirective.core.orthography import fold
from vndirective.core.patterns import DOC_NUMBER, compiled, iso_date
from vndirective.core.records import Failure, Obligation, Span, to_plain
from vndirective.core.resources import lexicon, package_bytes
from vndirective.core.tokens import Trie, tokens_of

MARKERS = [
    ("Điều 3. Tổ chức", ("article", "Điều 3", "3")),
    ("Điêu 4. Tổ chức", ("article", "Điêu 4", "4")),
    ("ĐIEU 4: TỔ CHỨC", ("article", "ĐIEU 4", "4")),
    ("Điêu 4 người", None),
    ("Điều 12a. Hồ sơ", ("article", "Điều 12a", "12a")),
    ("CHƯƠNG IV. HỒ SƠ", ("chapter", "CHƯƠNG IV", "iv")),
    ("Phần thứ hai", ("part", "Phần thứ hai", "hai")),
    ("Phụ lục số 2", ("appendix", "Phụ lục số 2", "2")),
    ("IV. Hồ sơ", ("roman", "IV", "iv")),
    ("B. Hồ sơ", ("capital", "B", "b")),
    ("1.2. Hồ sơ", ("multi", "1.2", "1.2")),
    ("07. Hồ sơ", ("decimal", "07", "07")),
    ("đ) Hồ sơ", ("letter", "đ", "đ")),
    ("Bước 2: Hồ sơ", ("ordinal", "Bước 2", "2")),
    ("Bước 2 là hồ sơ", None),
    ("Bước đầu, hồ sơ", None),
    ("b, Hồ sơ", ("letter", "b", "b")),
    ("b, khoản 2 Điều 5", None),
    ("a, b và c", None),
    ("o, Hồ sơ", None),
    ("(ii) hồ sơ", ("paren", "ii", "ii")),
    ("Ba là, hồ sơ", ("ordinal", "Ba là", "ba")),
    ("Thứ tư, hồ sơ", ("ordinal", "Thứ tư", "tư")),
    ("+ hồ sơ", ("bullet", "+", "+")),
    ("1.500 đồng", None),
    ("30/6", None),
    ("6/2027.", None),
    ("95,12%", None),
    ("2025", None),
    ("024.3825.1206", None),
    ("24-CT/TU", None),
    ("-----", None),
    ("--", None),
    ("Chương trình", None),
    ("Mục tiêu", None),
    ("Điều kiện", None),
    ("Thứ hai hằng tuần", None),
    ("v.v.", None),
    ("...", None),
    ("", None),
]


@pytest.mark.parametrize(("line", "expected"), cases((c[0] or "nothing", *c) for c in MARKERS))
def test_parse_marker(line: str, expected: tuple[str, str, str] | None) -> None:
    marker = parse_marker(line)
    assert (marker and (marker.family, marker.label, marker.number)) == expected
    if marker:
        assert 0 < marker.end <= len(line)


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("1", 1), ("07", 7), ("1.12", 12), ("i", 1), ("iv", 4), ("ix", 9), ("xiv", 14), ("a", 1),
        ("d", 4), ("đ", 5), ("e", 6), ("một", 1), ("nhất", 1), ("tư", 4), ("mười", 10), ("-", None),
        ("", None),
    ],
)  # fmt: skip
def test_number_of(label: str, value: int | None) -> None:
    assert number_of(label) == value


SAME = [
    ("HÒA BÌNH", "Hoà Bình"), ("thuỷ", "thủy"), ("khoẻ", "khỏe"), ("UỶ BAN", "Ủy ban"),
    ("Xử lí", "xử lý"), ("Quí I", "quý I"), ("chiến sỹ", "chiến sĩ"),
    (unicodedata.normalize("NFD", "Thuỷ"), "thủy"),
]  # fmt: skip
DIFFERENT = [("hoàn", "hòan"), ("quý", "qúy"), ("ban", "bàn"), ("toán", "tóan")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_fold_to_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_words_keep_their_own_key(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_folding_twice_changes_nothing() -> None:
    text = "Uỷ ban nhân dân tỉnh HOÀ BÌNH, thuỷ lợi, quý I, ÊĐÊ"
    assert fold(fold(text)) == fold(text)


NUMBERS = [
    "24-CT/TU", "30/2020/NĐ-CP", "010/CT-UBND", "72/2025/QH15", "15-NQ/TW", "5/SNV-VP",
    "05/2015/TTLT-BNV-BTC", "383-CV/BTCTU", "41/2024/QĐ-UBND",
]  # fmt: skip


@pytest.mark.parametrize("number", NUMBERS)
def test_number_of_a_document_is_found_whole(number: str) -> None:
    match = compiled(DOC_NUMBER).search(f"Thực hiện văn bản số {number}, các phòng báo cáo")
    assert match is not None
    assert match[0] == number


@pytest.mark.parametrize("text", ["15/12/2024", "3/4 số phiếu", "24/24 giờ", "2021-2025", "95,12%"])
def test_other_numbers_are_no_number_of_a_document(text: str) -> None:
    assert compiled(DOC_NUMBER).search(text) is None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ((29, 2, 2024), "2024-02-29"), ((29, 2, 2023), None), (("01", "7", "2024"), "2024-07-01"),
        ((31, 4, 2024), None), ((0, 1, 2024), None), ((1, 13, 2024), None),
    ],
)  # fmt: skip
def test_iso_date(day: tuple[int, int, int], expected: str | None) -> None:
    assert iso_date(*day) == expected


def test_the_longest_phrase_wins() -> None:
    trie = Trie([("ủy ban", "short"), ("ủy ban nhân dân", "long"), ("Uỷ ban", "double")])
    tokens = tokens_of(make_view("UỶ BAN\nnhân dân tỉnh, ủy ban khác, ủy quyền"))
    found = [trie.match(tokens, i) for i in range(len(tokens.keys))]
    assert [m for m in found if m] == [(4, "long"), (8, "short")]


def test_tokens_are_slices_of_the_view() -> None:
    view = make_view("Số 24-CT/TU, “gấp”!")
    tokens = tokens_of(view)
    shown = [view.text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]
    assert shown == ["Số", "24", "-", "CT", "/", "TU", ",", "“", "gấp", "”", "!"]
    assert [tokens.capitals[i] for i in (0, 1, 3, 8)] == [True, False, True, False]
    assert tokens.first_at(4) == 2


ERRORS = [
    InputError("hồ sơ.txt", "it holds no text", "give another", "empty"),
    ArgumentError("n_jobs", 0, "1 or more"),
    ArgumentError("backend", "x", ("a", "b")),
    CodebookError(Path("mã.yaml"), "no themes", "add one"),
    ResourceError("lexicons/x.json: not found"),
    NotClassifiedError("no themes yet"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda e: type(e).__name__)
def test_errors_have_one_root_one_line_and_a_code(error: VndirectiveError) -> None:
    assert isinstance(error, VndirectiveError)
    assert "\n" not in str(error) and str(error)
    assert error.code != "error"


@pytest.mark.parametrize("error", ERRORS, ids=lambda e: type(e).__name__)
def test_errors_come_back_from_another_process(error: VndirectiveError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.code) == (type(error), str(error), error.code)


def test_an_argument_error_lists_the_valid_values() -> None:
    assert str(ERRORS[2]) == "backend='x' is not valid: give one of 'a', 'b'"


def test_records_become_plain_values_in_the_order_of_their_fields() -> None:
    failure = Failure("a.txt", "empty", "nothing")
    assert list(to_plain(failure)) == ["path", "code", "message"]
    plain = to_plain({"spans": (Span("a", 0, 1),), "none": None})
    assert plain == {"spans": [{"text": "a", "start": 0, "end": 1}], "none": None}
    json.dumps(plain)


def test_records_are_frozen_and_slotted() -> None:
    with pytest.raises(AttributeError):
        Span("a", 0, 1).start = 2  # type: ignore[misc]
    assert "__slots__" in vars(Obligation)


def test_a_missing_resource_names_its_place() -> None:
    with pytest.raises(ResourceError, match=r"vndirective\.lexicons/none\.json: not found"):
        lexicon("none")
    with pytest.raises(ResourceError, match="reinstall"):
        package_bytes("vndirective.nowhere", "x")
