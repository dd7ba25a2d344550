from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vndirective.classify.codebook import dump_themes, load_themes, shipped_codebooks
from vndirective.classify.doubts import doubts_about
from vndirective.classify.tasks import themes_from
from vndirective.core.errors import ArgumentError, CodebookError
from vndirective.core.records import Analysis, Codebook, Obligation, Section, Theme
from vndirective.core.resources import lexicon

GOOD: dict[str, Any] = {
    "id": "toy",
    "title": "Thử",
    "version": "1",
    "themes": [
        {"id": "a", "label": "Kỷ cương", "seeds": ["kỷ cương"], "definition": "Giữ kỷ cương."},
        {"id": "b", "label": "Nuôi ong", "definition": "Nuôi ong lấy mật."},
    ],
}


def write(folder: Path, data: Any, name: str = "codes.json") -> Path:
    path = folder / name
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return path


def theme(**changes: Any) -> dict[str, Any]:
    return GOOD | {"themes": [GOOD["themes"][0] | changes, GOOD["themes"][1]]}


def test_the_shipped_codebook_has_the_twelve_themes_of_the_guide() -> None:
    assert "hanoi-24" in shipped_codebooks()
    codebook = load_themes("hanoi-24")
    assert [t.id for t in codebook.themes] == [
        "dissemination",
        "discipline",
        "inspection",
        "leadership",
        "delegation",
        "avoidance",
        "initiative",
        "personnel",
        "competence",
        "admin_reform",
        "digital",
        "bottlenecks",
    ]
    for t in codebook.themes:
        assert t.label_en and t.definition and t.include and t.exclude
        assert len(t.seeds) >= 15
        assert len(set(t.seeds)) == len(t.seeds), t.id


@pytest.mark.parametrize("name", ["codes.yaml", "codes.yml"])
def test_yaml_round_trip(tmp_path: Path, name: str) -> None:
    codebook = Codebook(
        "1",
        "Tên: có hai chấm",
        "2",
        (
            Theme(
                "7",
                "Nhãn",
                "Label",
                "Định nghĩa",
                "vào",
                "ra",
                ("dám làm",),
                ("Ví dụ.",),
                ("I/2",),
                ("chịu trách nhiệm|gánh vác",),
            ),
            Theme("no", "Có", definition="yes"),
        ),
    )
    text = dump_themes(codebook)
    assert "Định nghĩa" in text
    order = [
        "label:",
        "label_en:",
        "definition:",
        "in:",
        "out:",
        "seeds:",
        "examples:",
        "sections:",
    ]
    places = [text.index(key) for key in order]
    assert places == sorted(places)
    assert load_themes(write(tmp_path, text, name)) == codebook


def test_json_and_yaml_say_the_same(tmp_path: Path) -> None:
    from_json = load_themes(write(tmp_path, GOOD))
    assert load_themes(write(tmp_path, json.dumps(GOOD), "codes.yaml")) == from_json
    assert from_json.themes[0].seeds == ("kỷ cương",)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (theme(definition=None), ["'a'", "kỷ cương", "definition"]),
        (GOOD | {"themes": GOOD["themes"][1:]}, ["'b'", "one theme"]),
        (
            theme(seeds=["kỷ cương", "gio giac", "cham cong"]),
            ["'a'", "gio giac, cham cong", "marks"],
        ),
        (theme(definition="Keep order in the office."), ["'a'", "Keep order", "marks"]),
        (theme(definition="nuôi ong, lấy mật", seeds=[]), ["'b'", "the same as 'a'"]),
        (
            theme(against=["(kỷ cương|giờ giấc) học đường", "kỷ cương"]),
            ["'a'", "'kỷ cương'", "against"],
        ),
    ],
)
def test_what_makes_themes_hard_to_find_is_said(tmp_path: Path, data: Any, says: list[str]) -> None:
    path = write(tmp_path, data)
    with pytest.warns(UserWarning) as caught:
        codebook = load_themes(path)
    assert len(caught) == 1
    assert all(word in str(caught[0].message) for word in [str(path), *says])
    assert len(doubts_about(codebook)) == 1


@pytest.mark.parametrize("seed", ["thanh tra", "camera", "camera an ninh", "lãng phí", "SIPAS"])
def test_a_phrase_may_have_no_marks(tmp_path: Path, seed: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        load_themes(write(tmp_path, theme(seeds=["kỷ cương", seed])))


def test_themes_that_only_the_words_of_the_directive_find_are_named(tmp_path: Path) -> None:
    made = (
        Theme("t1", "Trạm bơm", definition="Sửa trạm bơm.", sections=("1",), hints=("máy hỏng",)),
        Theme("t2", "Đò ngang", definition="Đóng đò ngang.", sections=("2",)),
    )
    text = dump_themes(Codebook("7", "Tên", "1", made))
    assert text.startswith("# no hints: t2; only the directive's own words")
    assert load_themes(write(tmp_path, text, "codes.yaml")).themes == made
    assert not dump_themes("hanoi-24").startswith("#")


def test_a_sound_codebook_raises_no_doubt(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        load_themes(write(tmp_path, GOOD))
        load_themes("hanoi-24")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ([], "a list"),
        ({}, "'id'"),
        (GOOD | {"themes": []}, "no themes"),
        (GOOD | {"themes": "a"}, "'themes'"),
        (GOOD | {"language": "en"}, "'en'"),
        (GOOD | {"version": 1}, "'version'"),
        (GOOD | {"them": 1}, "'them'"),
        (GOOD | {"themes": ["a"]}, "theme 1"),
        (GOOD | {"themes": GOOD["themes"] * 2}, "twice"),
        (GOOD | {"themes": [GOOD["themes"][0] | {"out": "không phải “… hồ sơ”"}]}, "… hồ sơ"),
        (theme(id=""), "'id'"),
        (theme(id=7), "'id'"),
        (theme(label=None), "'label'"),
        (theme(seed=["x"]), "'seed'"),
        (theme(seeds="kỷ cương"), "'seeds'"),
        (theme(seeds=["kỷ cương", 7]), "7"),
        (theme(seeds=[" "]), "'seeds'"),
        (theme(seeds=[], definition=None), "neither"),
        ('{"id": "a", "id": "b"}', "stands twice"),
        ("{", "not well-formed"),
        ("[" * 100_000, "deep"),
        (" " * 1_000_001, "limit"),
    ],
)
def test_a_faulty_codebook_is_refused_in_one_line(tmp_path: Path, data: Any, says: str) -> None:
    path = write(tmp_path, data)
    with pytest.raises(CodebookError) as caught:
        load_themes(path)
    message = str(caught.value)
    assert says in message
    assert str(path) in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("id: a\nid: b\n", "line 2"),
        ("id: &x a\ntitle: *x\n", "aliases"),
        ("id: [\n", "not well-formed"),
        ("id: !!python/object/apply:os.getcwd []\n", "not well-formed"),
        ("id: no\n", "quotation marks"),
        ("? [a, b]\n: c\n", "not well-formed"),
        ("", "nothing"),
        ("[" * 20_000, "deep"),
    ],
)
def test_faulty_yaml_is_refused(tmp_path: Path, text: str, says: str) -> None:
    path = write(tmp_path, text, "codes.yaml")
    with pytest.raises(CodebookError) as caught:
        load_themes(path)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "codes.yaml"
    path.write_bytes("id: Huế".encode("cp1258", "replace") + b"\xff")
    with pytest.raises(CodebookError, match="UTF-8"):
        load_themes(path)


@pytest.mark.parametrize("name", ["hanoi-25", "missing.yaml", "missing.json"])
def test_an_unknown_name_or_file_lists_what_is_shipped(name: str) -> None:
    with pytest.raises(CodebookError, match="hanoi-24"):
        load_themes(name)


TEXT = (
    "II. NHIỆM VỤ\n\n"
    "1. Siết chặt giờ giấc\nCơ quan phải chấm công bằng vân tay, chấm công hằng ngày.\n\n"
    "2. Mỗi phường nuôi một đàn chim bồ câu; báo số chim bồ câu.\n\n"
    "3. Phần này không giao việc gì."
)


@pytest.fixture
def directive(
    analysis: Callable[..., Analysis],
    section: Callable[..., Section],
    duty: Callable[..., Obligation],
) -> Analysis:
    first, second = TEXT.index("1. "), TEXT.index("2. ")
    sections = (
        section(TEXT, "II", "section", TEXT, heading="NHIỆM VỤ"),
        section(
            TEXT, "II/1", "item", TEXT[first:second], heading="Siết chặt giờ giấc", parent="II"
        ),
        section(TEXT, "II/2", "item", TEXT[second : TEXT.index("3. ")], parent="II"),
        section(TEXT, "II/3", "item", TEXT[TEXT.index("3. ") :], parent="II"),
    )
    duties = (duty("II/1", first, first + 9, TEXT), duty("II/2", second, second + 9, TEXT))
    return analysis(TEXT, sections, obligations=duties)


def test_a_directives_own_items_become_themes(directive: Analysis) -> None:
    codebook = themes_from(directive)
    assert [t.sections for t in codebook.themes] == [("II/1",), ("II/2",)]
    assert [t.label for t in codebook.themes] == [
        "Siết chặt giờ giấc",
        "Mỗi phường nuôi một đàn chim bồ câu",
    ]
    assert "chấm công" in codebook.themes[0].seeds
    assert "bồ câu" in codebook.themes[1].seeds
    assert codebook.themes[1].definition == (
        "2. Mỗi phường nuôi một đàn chim bồ câu; báo số chim bồ câu."
    )


def test_words_of_every_directive_tell_no_task(directive: Analysis) -> None:
    known = set(lexicon("common_words")["words"])
    for theme in themes_from(directive).themes:
        assert known.isdisjoint(theme.seeds)


def test_made_codebooks_can_be_edited_and_loaded(directive: Analysis, tmp_path: Path) -> None:
    codebook = themes_from(directive)
    assert load_themes(write(tmp_path, dump_themes(codebook), "codes.yaml")) == codebook


def test_several_top_units_are_the_themes(
    analysis: Callable[..., Analysis],
    section: Callable[..., Section],
    duty: Callable[..., Obligation],
) -> None:
    text = "1. Rà soát các trạm bơm.\na) Vẽ bản đồ trạm bơm.\nb) Đếm máy bơm.\n2. Trồng tre."
    sections = (
        section(text, "1", "item", text[: text.index("2. ")]),
        section(text, "1/a", "point", "a) Vẽ bản đồ trạm bơm.", parent="1"),
        section(text, "1/b", "point", "b) Đếm máy bơm.", parent="1"),
        section(text, "2", "item", "2. Trồng tre."),
    )
    duties = tuple(
        duty(identifier, n, n + 2, text) for n, identifier in enumerate(["1/a", "1/b", "2"])
    )
    made = themes_from(analysis(text, sections, obligations=duties))
    assert [t.sections for t in made.themes] == [("1",), ("2",)]


def test_a_document_without_duties_makes_no_codebook(analysis: Callable[..., Analysis]) -> None:
    with pytest.raises(ArgumentError, match="duty"):
        themes_from(analysis("Một bài thơ về dòng sông."))


def test_what_can_be_no_path_is_refused() -> None:
    with pytest.raises(CodebookError, match="is no path of a file"):
        load_themes("chủ\0đề.yaml")
