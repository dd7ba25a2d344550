from __future__ import annotations

import pickle
from typing import Any

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.utils.estimator_checks import parametrize_with_checks
from timing import growth

from vndirective.classify.classifier import (
    ThemeClassifier,
    classify_passages,
    label_matrix,
    ready_pipeline,
    score_passages,
    theme_pipeline,
)
from vndirective.classify.codebook import load_themes
from vndirective.classify.evidence import explain
from vndirective.classify.grams import background
from vndirective.core.errors import ArgumentError, CodebookError
from vndirective.core.records import Codebook, Theme
from vndirective.pipeline import _classifier

HANOI = load_themes("hanoi-24")
BEES = (
    "Nuôi ong lấy mật ở vùng đồi: làm thùng gỗ, tách tổ vào mùa xuân, giữ ong chúa, quay mật khi "
    "hoa vải nở, phòng bệnh ấu trùng và bán mật cho hợp tác xã."
)
TOY = Codebook(
    "toy",
    "Thử",
    "1",
    (
        Theme("bees", "Nuôi ong", definition=BEES, seeds=("đàn ong",)),
        Theme(
            "boats",
            "Đóng thuyền",
            seeds=("đóng thuyền", "mạn thuyền"),
            exclude='thuyền trong thơ; "thuyền và biển", "trò chơi đóng thuyền"',
        ),
    ),
)


@parametrize_with_checks([ThemeClassifier()])
def test_scikit_learn_conventions(estimator: Any, check: Any) -> None:
    check(estimator)


THEMES = [
    ("Mở hai lớp tập huấn nghiệp vụ cho công chức tư pháp.", {"competence"}),
    ("Chi bộ tổ chức quán triệt, phổ biến sâu rộng đến đảng viên.", {"dissemination"}),
    ("Nhiều nơi còn né tránh, đùn đẩy; cán bộ sợ sai.", {"avoidance"}),
    ("Kiên quyết thay thế, điều chuyển người không đáp ứng yêu cầu nhiệm vụ.", {"personnel"}),
    ("Nâng cao nhận thức của công chức trẻ.", {"dissemination"}),
    ("Nâng cao năng lực của công chức trẻ.", {"competence"}),
    ("Xử lý kỷ luật hai viên chức.", {"personnel"}),
    ("SIẾT CHẶT KỶ CƯƠNG HÀNH CHÍNH Ở MỌI PHÒNG", {"discipline"}),
    ("Thực hiện phân cấp, uỷ quyền cho cấp xã.", {"delegation"}),
    ("Ông Lê Tấn, Chủ nhiệm Ủy ban Kiểm tra, cùng dự.", set()),
    ("Xưởng may tuyển thêm năm mươi công nhân có tay nghề.", set()),
    ("The committee met on Tuesday.", set()),
    ("", set()),
    # of two sentences with the same word, the object or the subject decides which is on the theme
    ("Sở phân cấp việc cấp phép cho xã.", {"delegation"}),
    ("Tỉnh phân cấp đê theo lưu vực và chiều cao thân đê.", set()),
    ("Bổ nhiệm theo quy định về phân cấp quản lý cán bộ.", {"personnel"}),
    ("Giám đốc ký theo ủy quyền của Hội đồng quản trị.", set()),
    ("Đề án tinh gọn bộ máy của huyện đã xong.", {"delegation"}),
    ("Giữ bí mật tài liệu trong quá trình sắp xếp, tinh gọn bộ máy.", set()),
    ("Kho cũ dôi dư sau khi sắp xếp bộ máy.", set()),
    ("Giao cán bộ phụ trách từng thôn.", {"delegation"}),
    ("Hai sở phối hợp chặt chẽ, đo lại mực nước hồ.", set()),
    ("Xã xây dựng kế hoạch triển khai Chỉ thị 5 đến từng thôn.", {"dissemination"}),
    ("Xã xây dựng kế hoạch cụ thể để làm lại chín căn nhà.", set()),
    ("Nhà trường đào tạo thợ nhận thức rõ việc mình làm.", set()),
    ("Hội nghị giới thiệu nội dung Luật Thư viện cho thủ thư.", {"dissemination"}),
    ("Sở phát triển cây chè trên nền tảng vùng đồi.", set()),
    ("Cán bộ rèn luyện đạo đức, tránh xa thói hư tật xấu.", {"discipline"}),
    ("Ý thức chấp hành pháp luật của người lái xe ôm chưa cao.", set()),
    ("Xử lý kỷ luật cán bộ, công chức của bốn xã.", {"personnel"}),
    ("Qua kiểm tra, các kho đều khóa kín.", {"inspection"}),
    (
        "Đội cứu hộ rà soát, kiểm tra bờ kè, cắm cờ báo ở các đoạn đường sạt lở và xóm bị ngập sâu.",
        set(),
    ),
    ("Khuyến nông đôn đốc các hộ dân gieo mạ.", set()),
    ("Ủy ban kiểm tra các cấp có tám mươi người.", set()),
    ("Chủ tịch phải phê bình, kỷ luật người đứng đầu.", {"leadership", "personnel"}),
    ("Dân quân gương mẫu chấp hành lệnh báo động.", set()),
    ("Việc ấy ì ạch vì ai cũng an phận.", {"avoidance"}),
    ("Công trường chỉ bàn làm, không bàn lùi.", set()),
    ("Đơn vị bị nêu là thiếu trách nhiệm, buông lỏng quản lý.", {"leadership"}),
    ("Biểu dương, khích lệ đội ngũ kế toán xã.", {"initiative"}),
    ("Khuyến khích doanh nghiệp theo mô hình trồng rừng.", set()),
    ("Đưa ba công chức ra khỏi quy hoạch cán bộ.", {"personnel"}),
    ("Người lái xe máy bị trừ điểm giấy phép lái xe.", set()),
    ("Phòng bị trừ điểm thi đua.", {"personnel"}),
    ("Công bố quyết định bà Tâm giữ chức Phó Giám đốc.", {"personnel"}),
    ("Xã điều động người và thuyền đi cứu hộ.", set()),
    ("Sở tổ chức đào tạo kế toán cho công chức xã.", {"competence"}),
    ("Thay thế cán bộ năng lực hạn chế.", {"personnel"}),
    ("Cơ sở đào tạo tuyển sinh theo chương trình đào tạo, kỹ năng và trình độ.", set()),
    ("Đánh giá mức độ hài lòng của người dân.", {"admin_reform"}),
    ("Bỏ những nghi thức rườm rà trong đám cưới.", set()),
    ("Cổng vào trụ sở công an xã mới quét vôi.", set()),
    ("Trạm bơm giúp phố bớt ách tắc giao thông.", set()),
    ("Dọn hết rác tồn đọng ở chợ.", set()),
    ("Xây nhà tái định cư cho hộ có nhà bị sập.", set()),
    ("Kịch bản điều hành trực tuyến dựa trên dữ liệu.", set()),
]


@pytest.mark.parametrize(("text", "expected"), THEMES)
def test_themes_without_labels(text: str, expected: set[str]) -> None:
    assert classify_passages([text], HANOI) == [expected]


def test_off_topic_text_is_left_alone() -> None:
    found = classify_passages(background().texts, HANOI)
    assert sum(map(bool, found)) <= 0.02 * len(found)


ASIDE = (
    "Sau mưa, bà con các xã ven sông ra đồng be bờ, khơi rãnh, tháo nước, gieo lại những thửa mạ bị trôi; "
    "máy bơm chạy suốt đêm, trên bờ có tiếng loa đôn đốc từng tốp thợ cấy."
)


def test_a_seed_needs_likeness_and_more_of_it_where_it_comes_late() -> None:
    urging = "Sở đôn đốc các phòng làm báo cáo."
    assert classify_passages([urging, ASIDE], HANOI) == [{"inspection"}, set()]
    tfidf = theme_pipeline(HANOI)["tfidf"]
    column = tfidf.phrases_.index("đôn đốc")
    early, late = tfidf.transform([urging, ASIDE])[:, [column]].toarray().ravel()
    assert 0 < late < early == 1


def test_a_codebook_that_says_little_is_asked_for_little_likeness() -> None:
    codes = Codebook("toy", "Thử", "1", (Theme("urging", "Nhắc", seeds=("đôn đốc",)),))
    assert classify_passages([ASIDE], codes) == [{"urging"}]


def test_scores_have_a_column_per_theme_and_are_independent_of_the_batch() -> None:
    texts = ["Ba đàn ong đã tách tổ.", "Thợ đóng thuyền sửa mạn thuyền.", "Trời nắng to."]
    scores = score_passages(texts, TOY)
    assert scores.shape == (3, 2)
    assert scores.min() >= 0 and scores.max() <= 1
    assert scores[0, 0] > 0.5 > scores[0, 1]
    assert np.allclose(scores[1:2], score_passages(texts[1:2], TOY))
    assert score_passages([], TOY).shape == (0, 2)


def test_a_definition_alone_can_decide() -> None:
    codebook = Codebook("d", "D", "1", (Theme("bees", "Nuôi ong", definition=BEES),))
    scores = score_passages(
        [
            "Bà con nuôi ong lấy mật, tách tổ vào mùa xuân, bán cho hợp tác xã.",
            "Bà con đi chợ huyện.",
        ],
        codebook,
    )
    assert scores[0, 0] > 0.5 > scores[1, 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghề đóng thuyền có từ lâu.", {"boats"}),
        ("Các em thích trò chơi đóng thuyền giấy.", set()),
        ("Các em thích trò chơi đóng thuyền, rồi vẽ mạn thuyền thật.", {"boats"}),
    ],
)
def test_quoted_phrases_of_the_out_note_do_not_count(text: str, expected: set[str]) -> None:
    assert classify_passages([text], TOY) == [expected]


MADE = Codebook(
    "made",
    "Thử",
    "1",
    (
        Theme("conduct", "Nền nếp", seeds=("kỷ luật",), exclude='"xử lý kỷ luật"'),
        Theme("sanction", "Chế tài", seeds=("xử lý kỷ luật|xử lý kỷ luật nghiêm minh",)),
        Theme(
            "school",
            "Trường",
            seeds=("kỷ luật nhà trường",),
            hints=("lớp học|bài giảng|thầy giáo",),
            against=("trại giam|can phạm|quản giáo",),
        ),
        Theme("delay", "Chậm", seeds=("(chậm|muộn) … hồ sơ",)),
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giữ kỷ luật.", {"conduct"}),
        ("Xử lý kỷ luật nghiêm minh hai người.", {"sanction"}),
        ("Giữ kỷ luật nhà trường.", {"conduct", "school"}),
        ("Một lớp học mới.", set()),
        ("Một lớp học với bài giảng mới.", set()),
        ("Một lớp học với bài giảng mới của thầy giáo.", {"school"}),
        ("Còn chậm xử lý nhiều hồ sơ.", {"delay"}),
        ("Kỷ luật nhà trường như ở trại giam.", {"conduct"}),
        ("Kỷ luật nhà trường: lớp học, bài giảng, không như ở trại giam.", {"conduct", "school"}),
    ],
)
def test_phrases_share_and_hide_evidence_as_the_codebook_says(
    text: str, expected: set[str]
) -> None:
    assert classify_passages([text], MADE) == [expected]


def test_a_word_beside_much_on_another_theme_is_mere_mention() -> None:
    themes = (
        Theme("bees", "Nuôi ong", seeds=("đàn ong", "mật ong", "tổ ong", "ong chúa", "ong thợ")),
        Theme("boats", "Đóng thuyền", seeds=("đóng thuyền",)),
    )
    codes = Codebook("toy", "Thử", "1", themes)
    bees = "Đàn ong cho mật ong; tổ ong có ong chúa và ong thợ"
    found = classify_passages(
        [f"{bees}; xưa là nơi đóng thuyền.", "Xưa là nơi đóng thuyền."], codes
    )
    assert found == [{"bees"}, {"boats"}]


def test_an_abbreviation_is_no_ambiguous_syllable() -> None:
    assert background().keyness("gpmb") == 1.0
    assert background().keyness("gậy") < 0.6


def test_the_title_of_a_directive_is_no_contribution() -> None:
    text = "Sở đã nhận Chỉ thị số 9-CT/TU về “Tăng cường kỷ cương, kỷ luật hành chính”."
    assert classify_passages([text], HANOI) == [set()]


def test_an_explanation_gives_the_words_and_their_places() -> None:
    text = "Phải chống đùn\nđẩy, né tránh."
    pipeline = theme_pipeline(HANOI)
    column = [t.id for t in HANOI.themes].index("avoidance")
    hits = explain(pipeline, text, column)
    assert [hit.term for hit in hits] == ["đùn\nđẩy", "né tránh"]
    assert all(text[hit.start : hit.end] == hit.term for hit in hits)


def test_a_score_from_the_definition_is_explained_by_its_words() -> None:
    text = "Bà con lấy mật ở vùng đồi và giữ ong chúa."
    hits = explain(theme_pipeline(TOY), text, 0)
    assert [hit.term for hit in hits] == ["giữ ong chúa", "lấy mật ở vùng đồi"]


def test_labels_teach_what_the_codebook_does_not_say() -> None:
    odd = [
        f"Chiếc xuồng thứ {n} được quét sơn màu xanh lá."
        for n in ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy"]
    ]
    other = list(background().texts[:20])
    new = ["Chiếc xuồng lớn nhất được quét sơn lại."]
    pipeline = theme_pipeline(TOY)
    assert pipeline.predict(new).tolist() == [[0, 0]]
    labels = label_matrix([{"boats"}] * len(odd) * 3 + [set()] * len(other), TOY)
    pipeline.fit(odd * 3 + other, labels)
    assert pipeline.predict(new).tolist() == [[0, 1]]
    assert pipeline.predict(["Ba đàn ong đã tách tổ."]).tolist() == [[1, 0]]


def test_labels_that_come_in_parts_teach_the_same() -> None:
    texts = ["Xuồng xanh sơn lại.", "Xuồng xanh ra bến.", "Trời nắng to.", "Gió nhẹ."] * 5
    labels = label_matrix([{"boats"}, {"boats"}, set(), set()] * 5, TOY)
    pipeline = theme_pipeline(TOY)
    rows = pipeline["tfidf"].transform(texts)
    whole = clone(pipeline["themes"]).fit(rows, labels)
    parts = clone(pipeline["themes"]).partial_fit(rows[:7], labels[:7])
    parts.partial_fit(rows[7:], labels[7:])
    assert np.allclose(whole.predict_proba(rows), parts.predict_proba(rows))
    assert whole.predict(rows)[:, 1].tolist() == labels[:, 1].tolist()


def test_labels_of_another_kind_leave_the_classifier_as_it_was() -> None:
    texts = ["Ba đàn ong đã tách tổ.", "Chiếc thuyền được đóng thuyền trong vịnh."]
    pipeline = theme_pipeline(TOY)
    rows = pipeline["tfidf"].transform(texts)
    before = pipeline.predict_proba(texts)
    for labels in (["bees", "boats"], [{"bees"}, {"boats"}], [[1, 0, 0], [0, 1, 0]]):
        with pytest.raises(ValueError, match=r"label_matrix|themes"):
            pipeline["themes"].fit(rows, labels)
        assert np.array_equal(pipeline.predict_proba(texts), before)
    learner = clone(pipeline["themes"]).partial_fit(rows, label_matrix([["bees"], ["boats"]], TOY))
    for labels, said in ((None, "requires y"), ([1, 0], "shape"), ([[1, 0]], "inconsistent")):
        with pytest.raises(ValueError, match=said):
            learner.partial_fit(rows, labels)


def test_a_pipeline_can_be_cloned_and_sent_to_a_worker() -> None:
    texts = ["Ba đàn ong đã tách tổ."]
    pipeline = theme_pipeline(TOY)
    sent = pickle.loads(pickle.dumps(pipeline))
    assert np.array_equal(sent.predict_proba(texts), pipeline.predict_proba(texts))
    again = clone(pipeline).fit(list(background().texts))
    assert np.array_equal(again.predict_proba(texts), pipeline.predict_proba(texts))


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        (["Ong về tổ rồi.", "  "], ["1 of 2", "texts[1]", "empty"]),
        (["The harvest festival of the village was held."], ["1 of 1", "English"]),
        (["Can bo phai giu gin ky cuong trong gio lam viec."], ["Vietnamese without its marks"]),
    ],
)
def test_passages_that_hold_nothing_to_score_are_told(texts: list[str], says: list[str]) -> None:
    with pytest.warns(UserWarning) as caught:
        classify_passages(texts, TOY)
    assert len(caught) == 1
    assert all(word in str(caught[0].message) for word in says)


def test_a_theme_that_says_nothing_is_refused() -> None:
    with pytest.raises(CodebookError, match="'bees'"):
        theme_pipeline(Codebook("toy", "Thử", "1", (Theme("bees", "Ong"),)))


def test_wrong_arguments_are_named() -> None:
    with pytest.raises(ArgumentError, match="'bees', 'boats'"):
        label_matrix([{"birds"}], TOY)
    with pytest.raises(ArgumentError, match="texts"):
        score_passages("một chuỗi", TOY)
    with pytest.raises(ValueError, match="2 themes"):
        theme_pipeline(TOY).fit(["a", "b"], np.eye(2, 3, dtype=int))
    with pytest.raises(ValueError, match="indicator matrix"):
        theme_pipeline(TOY).fit(["a", "b"], ["bees", "boats"])


def test_a_passage_of_many_phrases_is_explained_in_linear_time() -> None:
    pipeline = theme_pipeline(HANOI)
    column = [t.id for t in HANOI.themes].index("avoidance")
    assert (
        growth(lambda size: explain(pipeline, "né tránh và " * (size // 12), column), 8_000, 64_000)
        < 2.5
    )


def test_a_codebook_is_made_ready_once_in_a_process() -> None:
    assert _classifier(HANOI) is ready_pipeline(HANOI) is ready_pipeline(HANOI)
