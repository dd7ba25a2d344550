from __future__ import annotations

from collections.abc import Callable
from unicodedata import normalize

import pytest
from tables import cases
from timing import growth

import vndirective as vd
from vndirective.classify.passages import passages_of
from vndirective.core.records import Analysis, Section

Make = Callable[..., Analysis]
MakeSection = Callable[..., Section]


def quotes(analysis: Analysis) -> list[str]:
    return [analysis.text[p.start : p.end] for p in passages_of(analysis)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n \n", []),
        ("Một hai ba bốn.\n\n  Năm sáu bảy tám. ", ["Một hai ba bốn.", "Năm sáu bảy tám."]),
        ("Chào bạn.\n\nNăm sáu bảy tám.", ["Năm sáu bảy tám."]),
    ],
)
def test_empty_lines_part_passages(analysis: Make, text: str, expected: list[str]) -> None:
    assert quotes(analysis(text)) == expected


def test_a_line_break_inside_a_sentence_parts_nothing(analysis: Make) -> None:
    text = "Dòng này ngắt\ngiữa câu mà thôi."
    assert quotes(analysis(text, sentences=((0, len(text)),))) == [text]


def test_one_line_is_one_paragraph_where_lines_are_long(analysis: Make) -> None:
    long = "Câu này đủ dài để không ai nghĩ rằng dòng bị ngắt vì hết trang giấy, " * 3
    lines = [long.strip() + ".", long.strip() + " hết."]
    assert quotes(analysis("\n".join(lines))) == lines


def test_a_full_line_of_wrapped_text_goes_on(analysis: Make) -> None:
    lines = [
        "Dòng đầu tiên này được viết cho thật đầy đủ một dòng bốn chục.",
        "Dòng thứ hai nối tiếp dòng đầu và cũng được viết cho thật đầy.",
        "Dòng cuối ngắn thôi.",
        "Đoạn mới mở ra ở dòng này, nó cũng dài gần bằng dòng đầu tiên.",
    ]
    assert quotes(analysis("\n".join(lines))) == ["\n".join(lines[:3]), lines[3]]


def test_units_part_passages_and_the_frame_is_left_out(
    analysis: Make, section: MakeSection
) -> None:
    text = (
        "Số: 12-TB/ĐU, ngày 3 tháng 4\n"
        "I. Kết quả đã đạt được\n"
        "1. Đã mở hai lớp học đêm.\n"
        "2. Đã sửa ba cây cầu gỗ.\n"
        "Nơi nhận: các chi bộ trực thuộc"
    )
    first = text.index("I. ")
    body = text[first : text.index("Nơi nhận")]
    sections = (
        section(text, "header", "header", text[:first]),
        section(text, "I", "section", body, heading="Kết quả đã đạt được"),
        section(text, "I/1", "item", "1. Đã mở hai lớp học đêm.\n", parent="I"),
        section(text, "I/2", "item", "2. Đã sửa ba cây cầu gỗ.\n", parent="I"),
        section(text, "recipients", "recipients", text[text.index("Nơi nhận") :]),
    )
    found = passages_of(analysis(text, sections))
    assert [(p.id, p.section, text[p.start : p.end]) for p in found] == [
        ("p1", "I/1", "1. Đã mở hai lớp học đêm."),
        ("p2", "I/2", "2. Đã sửa ba cây cầu gỗ."),
    ]


HEAD = "SỞ XÂY DỰNG\n\nTHAM LUẬN\nCầu cũ chờ sửa\n\n"
BODY = "Năm nay toàn tỉnh có mười hai cây cầu chờ sửa chữa."
BYLINES = [
    ("a label", f"{HEAD}Báo cáo viên: Hoàng Mạnh Tường, Phó Giám đốc Sở Xây dựng\n\n{BODY}"),
    ("no blank line", f"{HEAD}Người trình bày: Hoàng Mạnh Tường, Phó Giám đốc Sở\n{BODY}"),
    ("in bold", f"{HEAD}**Người viết:** Hoàng Mạnh Tường, Phó Giám đốc Sở Xây dựng\n\n{BODY}"),
    ("no label", f"{HEAD}Đồng chí Hoàng Mạnh Tường, Phó Giám đốc Sở Xây dựng\n\n{BODY}"),
    ("a unit", f"{HEAD}Đơn vị công tác: Phòng Quản lý hạ tầng tỉnh\n\n{BODY}"),
    ("at the end", f"{HEAD}{BODY}\n\nNgười viết: Hoàng Mạnh Tường, Phó Giám đốc Sở Xây dựng"),
]  # fmt: skip


@pytest.mark.parametrize("text", cases(BYLINES))
def test_a_line_that_says_who_speaks_is_no_passage(text: str) -> None:
    assert quotes(vd.analyze(text=text).analysis) == [BODY]


def test_text_after_the_sub_units_belongs_to_the_unit(analysis: Make, section: MakeSection) -> None:
    text = "1. Việc chung của cả làng.\na) Nạo vét con mương dài.\nXong trước mùa mưa năm nay."
    sections = (
        section(text, "1", "item", text),
        section(text, "1/a", "point", "a) Nạo vét con mương dài.\n", parent="1"),
    )
    assert [p.section for p in passages_of(analysis(text, sections))] == ["1", "1/a", "1"]


def test_long_passages_are_cut_at_sentence_starts(analysis: Make) -> None:
    sentence = "Câu này nói về một việc đã làm xong trong quý vừa rồi. "
    text = sentence * 60
    found = passages_of(analysis(text))
    assert len(found) == 3
    assert all(p.end - p.start <= 1200 for p in found)
    assert all(text[p.start : p.end].startswith("Câu") for p in found)
    assert "".join(text[p.start : p.end] + " " for p in found) == text


def test_a_sentence_longer_than_the_limit_stays_whole(analysis: Make) -> None:
    text = "một hai ba bốn " * 200 + "hết. Câu sau thì ngắn thôi."
    assert [len(quote) for quote in quotes(analysis(text))] == [3004, 22]


def test_sentences_are_not_needed(analysis: Make) -> None:
    text = "Câu này nói về một việc đã làm xong trong quý vừa rồi. " * 60
    assert quotes(analysis(text, sentences=())) == quotes(analysis(text))


@pytest.mark.parametrize("unit", ["Một câu ngắn gọn thôi. ", "Một dòng ngắn gọn thôi.\n"])
def test_time_grows_with_the_text_only(analysis: Make, unit: str) -> None:
    sizes = {size: analysis(unit * size) for size in (4_000, 40_000)}
    assert growth(lambda size: passages_of(sizes[size]), *sizes) < 3


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_courtesies_are_no_passages_whatever_the_form_of_the_letters(form: str) -> None:
    said = "Năm qua, xã giao khoán ba trăm héc-ta rừng cho các hộ."
    text = normalize(
        form, f"THAM LUẬN\nGiữ rừng\n\nKính thưa quý đại biểu,\n\n{said}\n\nXin cảm ơn.\n"
    )
    doc = vd.analyze(text=text)
    found = vd.classify([doc], "hanoi-24").papers[0].passages
    assert [text[p.start : p.end] for p in found] == [normalize(form, said)]
