from __future__ import annotations

import re

import pytest
from timing import growth

import vndirective as vd
from vndirective.classify.passages import passages_of
from vndirective.classify.quoting import (
    Quoting,
    without_courtesies,
    without_deferred,
    without_titles,
)
from vndirective.core.resources import lexicon

PATTERNS, COURTESIES = lexicon("quoting")["patterns"], lexicon("quoting")["courtesies"]


@pytest.mark.parametrize("entry", PATTERNS, ids=lambda e: e["id"])
def test_each_pattern_blanks_its_examples_alone(entry: dict[str, list[str]]) -> None:
    for text, quoted in entry["examples"]:
        assert without_titles(text) == text.replace(quoted, "." * len(quoted))
    for text in entry["not"]:
        assert without_titles(text) == text


@pytest.mark.parametrize("entry", COURTESIES, ids=lambda e: e["id"])
def test_each_courtesy_blanks_its_examples_alone(entry: dict[str, list[str]]) -> None:
    for text, polite in entry["examples"]:
        assert without_courtesies(text) == text.replace(polite, "." * len(polite))
    for text in entry["not"]:
        assert without_courtesies(text) == text


@pytest.mark.parametrize(
    ("text", "put_off"),
    [
        ("Kho có mái. Về đò\nngang, chúng tôi chưa có ý kiến.", "Về đò\nngang, chúng tôi chưa có ý kiến."),
        ("Đò ngang xin phép chưa bàn\n\nKho có mái.", "Đò ngang xin phép chưa bàn"),
        ("Kho có mái; đò ngang xin không đề cập! Xong.", "đò ngang xin không đề cập"),
        ("Sở chưa có ý kiến về đò ngang.", ""),
    ],
)  # fmt: skip
def test_what_is_put_off_is_blanked_with_its_sentence(text: str, put_off: str) -> None:
    expected = text.replace(put_off, "." * len(put_off)) if put_off else text
    assert without_deferred(text) == expected


def test_what_is_only_polite_is_no_passage() -> None:
    said = "Xã đã mua hai xe chở rác và thuê bốn người quét đường."
    text = (
        "THAM LUẬN\nGiữ sạch đường làng\n\nKính thưa các đồng chí lãnh đạo, thưa toàn thể hội nghị!\n\n"
        f"{said}\n\nXin trân trọng cảm ơn và kính chúc các đồng chí mạnh khỏe!\n"
    )
    analysis = vd.analyze(text=text).analysis
    passages = passages_of(analysis)
    assert [text[p.start : p.end] for p in passages] == [said]


def test_the_title_of_the_directive_is_quoted_wherever_it_stands() -> None:
    tasks = (
        vd.Theme("t1", "Mua xe chở rác", definition="Mua xe chở rác cho các xã.", sections=("1",)),
    )
    codebook = vd.Codebook("9", "Về giữ gìn vệ sinh, mỹ quan đường làng ngõ xóm", "1", tasks)
    named = "Chúc mừng kế hoạch giữ gìn vệ sinh, mỹ quan đường làng của xã."
    title = "giữ gìn vệ sinh, mỹ quan đường làng"
    assert Quoting(codebook).own_words(named) == named.replace(title, "." * len(title))
    taken_up = "Xã giữ gìn vệ sinh đường làng."
    assert Quoting(codebook).own_words(taken_up) == taken_up


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theo Chỉ thị số 9-CT/TU về “Giữ kỷ luật”, phải", "Theo Chỉ thị số 9-CT/TU về ·, phải"),
        ('Tọa đàm "Giữ kỷ luật" mở lúc 8 giờ', "Tọa đàm · mở lúc 8 giờ"),
        (
            "Theo Chỉ thị 9-CT/TU, ngày 2/3/2024 của Tỉnh ủy về giữ kỷ luật, sửa lề lối, Sở đã họp.",
            "Theo Chỉ thị 9-CT/TU, ngày 2/3/2024 của Tỉnh ủy về ·, Sở đã họp.",
        ),
        (
            "Nghị định số 9/2024/NĐ-CP ngày 2 tháng 3 năm 2024 quy định về kỷ luật đã có.",
            "Nghị định số 9/2024/NĐ-CP ngày 2 tháng 3 năm 2024 quy định ·",
        ),
        ("Sửa đổi Nghị định số 9/NĐ-CP quy định về kỷ luật.",) * 2,
        ("Sau khi nghe Sở Nội vụ báo cáo về kỷ luật, Chủ tịch kết luận như sau:", "·"),
        (
            "Ngày 2/3, huyện họp với các xã. Các ý kiến nêu cách làm hay; có nơi còn vướng. "
            "Chủ tịch kết luận cuộc họp như sau:",
            "Ngày 2/3, huyện họp với các xã. ·",
        ),
        ("Sau khi nghe báo cáo về kỷ luật, có hai việc: sửa nội quy; huyện yêu cầu như sau:",) * 2,
        (
            "Rà soát văn bản ở các lĩnh vực: đất đai; kỷ luật; chuyển đổi số. Xong.",
            "Rà soát văn bản ở các lĩnh vực: · Xong.",
        ),
        (
            "Thiếu người có kinh nghiệm về đất đai, xây dựng, kỷ luật.",
            "Thiếu người có kinh nghiệm về ·",
        ),
        ("Thiếu người có kinh nghiệm về kỷ luật.",) * 2,
        ("Theo Chỉ thị 9-CT/TU, Sở nói về kỷ luật.", "Theo Chỉ thị 9-CT/TU, Sở nói về kỷ luật."),
        ("Ông nói: “Giữ kỷ luật là việc khó”.", "Ông nói: “Giữ kỷ luật là việc khó”."),
        (
            "Chỉ thị nêu rõ. Tình trạng “sợ sai” còn nhiều",
            "Chỉ thị nêu rõ. Tình trạng “sợ sai” còn nhiều",
        ),
    ],
)
def test_only_titles_are_blanked(text: str, expected: str) -> None:
    blanked = without_titles(text)
    assert len(blanked) == len(text)
    assert re.sub(r"\.{3,}", "·", blanked) == expected


@pytest.mark.parametrize(
    "unit",
    [
        "chỉ thị “",
        "“",
        "hội nghị “a” ",
        "chỉ thị " * 20,
        '"a',
        "lĩnh vực ",
        "lĩnh vực như a,  ",
        "qua nghe ",
        ", các ý kiến",
        "ý kiến như sau: ",
    ],
)
def test_openings_without_an_end_cost_no_more(unit: str) -> None:
    def run(size: int) -> None:
        text = unit * (size // len(unit))
        assert len(without_titles(text)) == len(text)

    assert growth(run, 40_000, 400_000) < 3


@pytest.mark.parametrize(
    "unit",
    [
        "\n",
        "\nthưa các ",
        "thưa các a, ",
        ".chúc ",
        "tin tưởng ",
        ". lời chúc\t",
        "kính chúc\n\n \n",
        "! ",
    ],
)
def test_courtesies_without_an_end_cost_no_more(unit: str) -> None:
    def run(size: int) -> None:
        text = f"thưa chúc tin tưởng {unit * (size // len(unit))}"
        assert len(without_courtesies(text)) == len(text)

    assert growth(run, 40_000, 400_000) < 3


def test_a_title_that_is_repeated_costs_no_more() -> None:
    task = vd.Theme("t1", "Mua xe", definition="Mua xe chở rác cho các xã.", sections=("1",))
    title = "Về giữ gìn vệ sinh, mỹ quan đường làng ngõ xóm"
    quoting = Quoting(vd.Codebook("9", title, "1", (task,)))

    def run(size: int) -> None:
        quoting.own_words(f"{title}, " * (size // len(title)))

    assert growth(run, 20_000, 200_000) < 3
