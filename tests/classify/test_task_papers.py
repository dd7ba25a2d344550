"""Papers against the tasks of a directive, and what they teach each other."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy import sparse

import vndirective as vd
from vndirective.classify.mixture import in_context, mixture, shares

DIRECTIVE = """ỦY BAN NHÂN DÂN TỈNH SÔNG LAU
Số: 8/CT-UBND
Sông Lau, ngày 4 tháng 3 năm 2024

CHỈ THỊ
Về quản lý bến đò, chợ nổi và vườn cây

Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Kiểm định phương tiện chở khách ngang sông, trang bị áo phao và tập huấn cho người lái đò về cứu đuối.
2. Sắp xếp chợ nổi theo luồng lạch, thu gom rác của ghe thuyền và lắp bến lên hàng cho tiểu thương.
3. Cải tạo vườn tạp, cấp cây giống sạch bệnh và hướng dẫn nhà vườn tỉa cành, bón phân hữu cơ.
4. Xây dựng thư viện lưu động, tặng sách cho trẻ em các cù lao và mở câu lạc bộ đọc sách.
"""
#: How each task is spoken of without the directive's words, beside one sentence with them.
SPOKEN = [
    ("áo phao", "Bác tài bến Cây Gạo chèo kém, sóng to là lật, tháng trước vớt hụt hai cháu nhỏ"),
    ("chợ nổi", "Neo đậu lộn xộn, xuồng bán trái cây chen nhau giữa dòng, vỏ dừa trôi lềnh bềnh"),
    ("cây giống", "Gốc cam già thối rễ, lá vàng rụng trơ, bà con chặt bỏ rồi ươm nhánh mới"),
]  # fmt: skip
PLACES = ["Cồn Én", "Cồn Sơn", "Bến Gỗ", "Xóm Chài", "Rạch Tra", "Vàm Xáng"]


def paper(number: int, sentences: list[str]) -> vd.Document:
    place = PLACES[number]
    body = "\n\n".join(
        f"{s}, việc ấy ở {place} kéo dài {n + 2} tháng, tốn {n + 7} triệu đồng và nhờ {n + 3} hộ góp công."
        for n, s in enumerate(sentences)
    )
    return vd.analyze(text=f"THAM LUẬN CỦA XÃ {place.upper()}\n\nKính thưa hội nghị!\n\n{body}\n")


@pytest.fixture(scope="module")
def codebook() -> vd.Codebook:
    return vd.themes_from(vd.analyze(text=DIRECTIVE))


def tasks_of(coverage: vd.Coverage, row: int) -> set[str]:
    themes = coverage.data.papers[row]["themes"]
    return {name for name, theme in themes.items() if theme["stance"] != "quoting"}


def test_papers_teach_the_words_of_a_task(codebook: vd.Codebook) -> None:
    papers = []
    for n in range(6):
        term, own = SPOKEN[n % 3]
        papers.append(
            paper(n, [f"Năm qua xã lo {term} cho từng ấp, {own}", f"{own}, ai cũng ngán"] * 6)
        )
    silent = f"{SPOKEN[0][1]}, ai cũng ngán"  # has no word of the directive

    def given(coverage: vd.Coverage) -> set[str]:
        analysis = coverage.data.analyses[0]
        spoken = [p for p in analysis.passages or () if analysis.text[p.start :].startswith(silent)]
        assert len(spoken) == 6
        return {theme.id for passage in spoken for theme in passage.themes}

    together = vd.classify(papers, codebook)
    assert [tasks_of(together, n) for n in range(6)] == [{"t1"}, {"t2"}, {"t3"}] * 2
    assert together.gaps == ("t4",)
    assert given(together) == {"t1"}
    assert given(vd.classify([papers[0]], codebook)) == set()
    proof = together.data.papers[3]["themes"]["t1"]["evidence"]
    assert all(together.data.analyses[3].text[e["start"] : e["end"]] == e["text"] for e in proof)


def test_a_paper_on_something_else_speaks_of_no_task(codebook: vd.Codebook) -> None:
    papers = [
        paper(n, [f"Xã lo {SPOKEN[n % 3][0]} cho từng ấp", SPOKEN[n % 3][1]] * 5) for n in range(5)
    ]
    other = paper(
        5, ["Trạm y tế tiêm nhắc lại cho trẻ sơ sinh", "Bác sĩ khám mắt cho người già"] * 5
    )
    assert tasks_of(vd.classify([*papers, other], codebook), 5) == set()


def test_a_paper_in_words_of_its_own_is_learned_only_where_no_other_is_nearer(
    codebook: vd.Codebook,
) -> None:
    papers = [
        paper(n, [f"Xã lo {SPOKEN[n % 2][0]} cho từng ấp", SPOKEN[n % 2][1]] * 5) for n in range(5)
    ]
    mention = [f"Xã lo {SPOKEN[0][0]} cho từng ấp", SPOKEN[0][1]] * 5 + [
        "Xã tặng sách cho trẻ em các cù lao"
    ]
    # children are those of the fourth task
    kites = ["Nhóm vót tre tặng diều cho trẻ em, cánh cóc phất giấy"]
    kites += ["Diều sáo căng dây thả ngoài bãi, cánh cóc đuôi dài"]
    other = paper(5, kites * 6)
    beside = vd.classify([paper(0, mention), *papers[1:], other], codebook)
    assert tasks_of(beside, 5) == set()
    assert tasks_of(vd.classify([*papers, other], codebook), 5) == {"t4"}


def test_what_is_spoken_of_at_length_is_no_gap_beside_papers_that_are_longer(
    codebook: vd.Codebook,
) -> None:
    shelf = ["Sách cho trẻ em xếp đầy kệ, đọc xong các cháu đổi cho nhau"] * 5
    long = [paper(n, [f"Xã lo {SPOKEN[n % 3][0]}, {SPOKEN[n % 3][1]}"] * 40) for n in range(5)]
    together = vd.classify([*long, paper(5, shelf)], codebook)
    assert together.gaps == ()


def test_a_task_that_is_only_mentioned_is_a_gap_and_a_near_miss(codebook: vd.Codebook) -> None:
    mention = "Có ấp mượn sách ở thư viện lưu động, trẻ em thích đọc sách, tặng sách vui lắm"
    papers = []
    for n in range(6):
        term, own = SPOKEN[n % 3]
        said = [f"Năm qua xã lo {term} cho từng ấp, {own}", f"{own}, ai cũng ngán"] * 5
        papers.append(paper(n, [*said, *[mention] * 2 * (n % 3 == 1)]))
    together = vd.classify(papers, codebook)
    assert [tasks_of(together, n) for n in range(6)] == [{"t1"}, {"t2"}, {"t3"}] * 2
    assert together.gaps == ("t4",)
    misses = [miss for miss in together.data.near_misses if miss["theme"] == "t4"]
    assert [miss["paper"] for miss in misses] == [together.data.papers[n]["id"] for n in (1, 4)]
    assert all(0.3 < miss["score"] < miss["threshold"] for miss in misses)


def test_one_task_is_met_or_not() -> None:
    first = DIRECTIVE.partition("2. Sắp xếp")[0]
    codebook = vd.themes_from(vd.analyze(text=first))
    done = ["Xã trang bị áo phao cho đò ngang", "Huyện tập huấn cứu đuối cho người lái đò"]
    papers = [paper(n, done * 5) for n in range(5)]
    other = paper(5, ["Trạm y tế tiêm nhắc lại cho trẻ sơ sinh"] * 10)
    together = vd.classify([*papers, other], codebook)
    assert [tasks_of(together, n) for n in range(6)] == [{"t1"}] * 5 + [set()]
    assert tasks_of(vd.classify([papers[0]], codebook), 0) == {"t1"}
    assert tasks_of(vd.classify([other], codebook), 0) == set()


def test_a_theme_that_people_added_is_found_by_its_phrases(codebook: vd.Codebook) -> None:
    added = replace(
        codebook.themes[0], id="salt", label="Nước mặn", definition=None,
        seeds=("(đo|canh) (độ |)mặn", "nạo vét kênh"), hints=(), sections=(),
    )  # fmt: skip
    mine = replace(codebook, themes=(*codebook.themes, added))
    papers = [
        paper(0, ["Ấp cử người đo độ mặn mỗi sáng và nạo vét kênh", "Canh mặn để đóng cống"] * 5)
    ]
    assert tasks_of(vd.classify(papers, mine), 0) == {"salt"}


@pytest.mark.parametrize(
    "passing",
    ["Xã trang bị áo phao.", "Xã mua áo phao cho người lái đò, tập huấn cứu đuối và kiểm định phương tiện."],
)  # fmt: skip
def test_a_task_that_is_met_in_passing_is_a_near_miss(codebook: vd.Codebook, passing: str) -> None:
    other = [f"Trạm y tế tiêm nhắc lại cho {n} trẻ sơ sinh ở ấp." for n in range(8)]
    text = "\n\n".join(["THAM LUẬN", *other[:4], passing, *other[4:]])
    coverage = vd.classify([vd.analyze(text=text)], codebook)
    assert tasks_of(coverage, 0) == set()
    (miss,) = coverage.data.near_misses
    assert miss["theme"] == "t1"
    assert 0.3 < miss["score"] < miss["threshold"]


def reciting(praise: str) -> str:
    """A paper that quotes the directive, and says ``praise`` nine times beside."""
    return (
        "THAM LUẬN CỦA HỘI CỰU CHIẾN BINH\n\nKính thưa hội nghị!\n\n"
        "Chỉ thị yêu cầu kiểm định phương tiện chở khách ngang sông, trang bị áo phao và tập huấn cho người "
        f"lái đò về cứu đuối; đó là việc áo phao và lái đò.\n\n{(praise + chr(10) * 2) * 9}Áo phao, lái đò và "
        "cứu đuối là việc của mọi người, của người lái đò hôm nay và mai sau.\n"
    )


@pytest.mark.parametrize(
    ("praise", "stances"),
    [
        ("Chúng tôi nhất trí và quyết tâm thực hiện Chỉ thị số 12-CT/TU và Nghị quyết số 45-NQ/TW.", {"quoting"}),
        ("Trong năm 2024, chúng tôi quyết tâm thực hiện mười hai nhiệm vụ của Chỉ thị.", {"quoting"}),
        ("Bến Cây Gạo mua mười hai áo phao, mở ba lớp và dạy hai mươi người lái đò cứu đuối.", {"contributing"}),
    ],
)  # fmt: skip
def test_what_could_be_checked(codebook: vd.Codebook, praise: str, stances: set[str]) -> None:
    (row,) = vd.classify([vd.analyze(text=reciting(praise))], codebook).data.papers
    assert {theme["stance"] for theme in row["themes"].values()} == stances


def test_who_quotes_and_names_no_figure_contributes_nothing(codebook: vd.Codebook) -> None:
    praise = "Chúng tôi hoàn toàn nhất trí và quyết tâm thực hiện thắng lợi nhiệm vụ cao cả này."
    (row,) = vd.classify([vd.analyze(text=reciting(praise))], codebook).data.papers
    assert {theme["stance"] for theme in row["themes"].values()} == {"quoting"}
    assert row["quality"]["slogan_share"] > 0.5
    assert row["quality"]["off_topic"] == 1.0


def test_shares_compete_and_leave_some_for_none() -> None:
    found = shares(np.array([[0.0, 0.0], [40.0, -40.0], [-40.0, -40.0]]))
    assert found.sum(axis=1).max() <= 1
    assert found[0] == pytest.approx([1 / 3, 1 / 3])
    assert found[1, 0] > 0.99
    assert found[2].sum() < 0.01


def test_only_a_paper_lends_to_its_passages() -> None:
    odds = np.array([[1.0], [0.0], [0.0]])
    lent = in_context(odds, np.array([0, 0, 1]))
    assert lent[1, 0] > 0
    assert lent[2, 0] == 0
    assert in_context(odds, np.array([0, 0, 1]), (0.0, 0.0)).tolist() == odds.tolist()
    assert in_context(np.zeros((0, 2)), np.zeros(0, dtype=int)).shape == (0, 2)


def test_a_mixture_learns_the_words_that_go_with_a_task() -> None:
    # words 0 and 1 mark the tasks; 2 goes with 0, 3 with 1
    counts = sparse.csr_matrix(
        np.array([[1, 0, 2, 0], [0, 1, 0, 2], [0, 0, 2, 0], [0, 0, 0, 2]] * 6, float)
    )
    odds = np.array([[6.0, -6.0], [-6.0, 6.0], [-3.0, -3.0], [-3.0, -3.0]] * 6)
    fitted = mixture(counts, odds, np.arange(24))
    assert fitted.told[0, 2] > 0 > fitted.told[0, 3]
    assert fitted.shares[2].argmax() == 0
    assert fitted.shares[3].argmax() == 1


def test_a_passage_that_does_not_teach_is_read_with_the_words_of_others() -> None:
    counts = sparse.csr_matrix(np.array([[2, 1, 0], [2, 0, 0], [0, 0, 2], [1, 0, 2]] * 6, float))
    odds = np.array([[6.0, -6.0], [-3.0, -3.0], [-6.0, 6.0], [6.0, -6.0]] * 6)
    teaching = np.array([1.0, 1.0, 1.0, 0.0] * 6)
    heeded, left = (mixture(counts, odds, np.arange(24), w).told for w in (None, teaching))
    assert heeded[0, 2] > left[0, 2]
    assert left[1, 2] > 0


def test_a_task_that_nobody_speaks_of_learns_no_words() -> None:
    counts = sparse.csr_matrix(np.array([[1, 2, 0], [1, 0, 2], [0, 1, 1]] * 8, float))
    odds = np.array([[6.0, -30.0], [6.0, -30.0], [-3.0, -30.0]] * 8)
    fitted = mixture(counts, odds, np.arange(24))
    assert np.abs(fitted.told[1]).max() < 0.1


def test_facts_without_figures_are_no_slogans(codebook: vd.Codebook) -> None:
    said = [
        "Áo phao ở bến Gỗ cũ nát, lái đò ngại mặc vì nặng mùi",
        "Mực nước ngày càng thấp, đò mắc cạn giữa dòng",
        "Các hộ nhất trí hiến cọc tre để buộc đò",
        "Sau một thời gian nhất định áo phao mục hết dây",
        "Thiệt hại to lớn nhất là hôm đò lật ở vàm",
        "Lái đò già rồi, chưa ai dạy cứu đuối",
    ]
    text = "THAM LUẬN CỦA XÃ CỒN ÉN\n\nKính thưa hội nghị!\n\n" + ".\n\n".join(said) + ".\n"
    (row,) = vd.classify([vd.analyze(text=text)], codebook).data.papers
    assert row["themes"]["t1"]["stance"] != "quoting"
