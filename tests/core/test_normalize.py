"""The view and its map: properties over dirty text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tables import cases
from timing import growth

from vndirective.core.cleaning import physical_lines
from vndirective.core.normalize import make_view
from vndirective.core.view import OffsetMap, View

NEWLINES = ("\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
SPACES = (" ", "  ", "\t", "\xa0", "\u3000", "\u2009", "\x1f")
INVISIBLE = ("\u200b", "\ufeff", "\xad", "\u200e", "\u2060", "\x00", "\x07", "\x9f", "\ufe0f")
WORDS = (
    "Ủy", "ban", "nhân", "dân", "tỉnh", "đồng", "chí", "thủy", "lợi", "KẾ", "HOẠCH", "Quyết",
    "định", "của", "và", "nghiêm", "chỉ", "ngày", "khoản", "hoà", "Ðại", "ǅ", "ß", "İ", "ﬁ",
)  # fmt: skip
MARKERS = ("1.", "2)", "a)", "đ)", "-", "+", "*", "•", "I.", "II-", "(i)", "Điều 3.", "Một là,")
MARKUP = (
    "\\-",
    "\\",
    "*",
    "**",
    "***",
    "|",
    "||",
    "__",
    "___",
    "#",
    "## ",
    "> ",
    "---",
    "(*)",
    "====",
)
ODD = ("\u0301", "\u0323\u0302", "\ufffe", "\x02", "\ud800", "\udfff", "\U0001f600", "ế", "한")
NUMBERS = ("0", "12", "2025", "1.500", "15/12/2024", "- 3 -", "24-CT/TU")
PUNCTUATION = (".", ",", ";", ":", "?", "…", "(", ")", "“", "”", '"', "/", "./.")

TIDY = (*WORDS[:19], *NUMBERS[:5], *PUNCTUATION)
DIRTY = (
    *WORDS, *(unicodedata.normalize("NFD", word) for word in WORDS), *NEWLINES, *SPACES,
    *INVISIBLE, *MARKERS, *MARKUP, *ODD, *NUMBERS, *PUNCTUATION,
)  # fmt: skip

# Half of the pieces are followed by a space, so that residue stands between words, too.
dirty_texts = st.lists(
    st.tuples(st.sampled_from(DIRTY), st.sampled_from(("", " "))).map("".join), max_size=40
).map("".join)
any_texts = st.one_of(dirty_texts, st.text(max_size=40))
tidy_lines = st.lists(st.sampled_from((*TIDY, " ", " ", "\t", "\xa0")), max_size=25).map("".join)

# No deadline: the first example compiles the patterns. Derandomized: a failure is a change of the
# code, not of the dice.
quick = settings(
    deadline=None,
    max_examples=200,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


BUGS_OF_LINES: dict[str, str] = {}


def ranges(view: View) -> list[tuple[int, int]]:
    return [view.map.to_raw(i, i + 1) for i in range(len(view.text))]


def base_letters(text: str, digits: bool = True) -> str:
    """Letters and digits without their marks, old spellings of Đ unified."""
    plain = unicodedata.normalize("NFD", text).replace("Ð", "Đ").replace("Ɖ", "Đ")
    return "".join(c for c in plain if c.isalpha() or (digits and c.isdigit()))


@quick
@given(any_texts)
def test_any_text_has_a_view_of_clean_lines(raw: str) -> None:
    view = make_view(raw)
    assert view.raw == raw
    assert view.map.view_length == len(view.text)
    for line in view.text.split("\n"):
        assert line == line.strip(" "), "a line of the view is trimmed"
        assert "\t" not in line and "\xa0" not in line and "\u200b" not in line
        assert "\r" not in line and "\x0c" not in line


@quick
@given(dirty_texts)
def test_white_space_in_a_line_is_single(raw: str) -> None:
    assert "  " not in make_view(raw).text


@quick
@given(any_texts)
def test_every_view_character_has_its_own_raw_stretch(raw: str) -> None:
    last = 0
    for a, b in ranges(make_view(raw)):
        assert last <= a < b <= len(raw)
        last = b


@quick
@given(dirty_texts, st.data())
def test_a_span_starts_and_ends_where_its_characters_do(raw: str, data: st.DataObject) -> None:
    view = make_view(raw)
    assume(view.text)
    start = data.draw(st.integers(0, len(view.text) - 1))
    end = data.draw(st.integers(start + 1, len(view.text)))
    each = ranges(view)
    assert view.map.to_raw(start, end) == (each[start][0], each[end - 1][1])
    span = view.span(start, end)
    assert span.text == raw[span.start : span.end]


@quick
@given(any_texts)
def test_the_way_back_is_exact(raw: str) -> None:
    view = make_view(raw)
    for i, (a, b) in enumerate(ranges(view)):
        for offset in range(a, b):
            assert view.map.to_view(offset) == i
    assert view.map.to_view(len(raw)) == len(view.text)


@quick
@given(any_texts)
def test_to_view_never_goes_back(raw: str) -> None:
    view = make_view(raw)
    offsets = [view.map.to_view(i) for i in range(len(raw) + 1)]
    assert offsets == sorted(offsets)


@quick
@given(tidy_lines, st.data())
def test_a_span_of_one_plain_line_reads_the_same_in_both(line: str, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(("NFC", "NFD")))
    hidden = data.draw(st.sampled_from(("", "\u200b", "\xad", "\ufeff")))
    raw = unicodedata.normalize(form, line).replace(" ", f" {hidden}")
    view = make_view(raw)
    assume(view.text)
    start = data.draw(st.integers(0, len(view.text) - 1))
    end = data.draw(st.integers(start + 1, len(view.text)))
    a, b = view.map.to_raw(start, end)
    read = unicodedata.normalize("NFC", raw[a:b])
    for dropped in INVISIBLE:
        read = read.replace(dropped, "")
    for space in SPACES:
        read = read.replace(space, " ")
    assert " ".join(read.split()) == " ".join(view.text[start:end].split())


@quick
@given(st.lists(st.sampled_from((*TIDY, *MARKERS, *NEWLINES, " ", " ", "**")), max_size=40))
def test_composed_and_decomposed_text_give_one_view(pieces: list[str]) -> None:
    raw = "".join(pieces)
    composed = make_view(unicodedata.normalize("NFC", raw))
    decomposed = make_view(unicodedata.normalize("NFD", raw))
    assert composed.text == decomposed.text
    assert composed.bold == decomposed.bold


@quick
@given(dirty_texts)
def test_no_letter_is_lost_or_moved(raw: str) -> None:
    assert base_letters(make_view(raw).text, digits=False) == base_letters(raw, digits=False)


@quick
@given(dirty_texts)
def test_no_digit_is_lost_where_no_line_can_be_a_page_number(raw: str) -> None:
    assume(all(base_letters(line, digits=False) for line in raw.splitlines() if line.strip()))
    assert base_letters(make_view(raw).text) == base_letters(raw)


@quick
@given(dirty_texts)
def test_the_folded_view_has_the_length_of_the_view(raw: str) -> None:
    view = make_view(raw)
    assert len(view.folded) == len(view.text)


@quick
@given(dirty_texts)
def test_bold_offsets_are_starts_of_lines(raw: str) -> None:
    view = make_view(raw)
    starts = {0} | {i + 1 for i, c in enumerate(view.text) if c == "\n"}
    assert view.bold <= starts


@quick
@given(dirty_texts)
def test_a_view_of_a_view_is_stable_in_its_letters(raw: str) -> None:
    once = make_view(raw).text
    assert base_letters(make_view(once).text, digits=False) == base_letters(once, digits=False)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 1), (0, 4), (3, 4)])
def test_a_span_outside_the_view_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no view span"):
        make_view("abc").map.to_raw(start, end)


def test_an_empty_map_knows_only_the_start() -> None:
    empty = OffsetMap()
    assert empty.to_view(0) == 0
    with pytest.raises(ValueError, match="no view span"):
        empty.to_raw(0, 1)


def test_a_mark_cluster_is_one_character_of_the_view() -> None:
    raw = unicodedata.normalize("NFD", "Quyết định")
    view = make_view(raw)
    assert view.text == "Quyết định"
    start = view.text.index("ế")
    span = view.span(start, start + 1)
    assert span.text == "e\u0302\u0301"


def test_a_span_does_not_reach_over_dropped_neighbors() -> None:
    raw = "\u200bban\u200b hành\u200b"
    view = make_view(raw)
    assert view.text == "ban hành"
    assert view.span(0, 3).text == "ban"
    assert view.span(4, 8).text == "hành"


# -- one line -------------------------------------------------------------------------------------

LINES = [
    ("plain", "Rà soát hồ sơ.", "Rà soát hồ sơ."),
    ("spaces", "  Rà \t soát\xa0hồ  sơ. ", "Rà soát hồ sơ."),
    ("decomposed", unicodedata.normalize("NFD", "Rà soát hồ sơ."), "Rà soát hồ sơ."),
    ("zero width", "Rà s\u200boát\ufeff hồ sơ.", "Rà soát hồ sơ."),
    ("soft hyphen", "Rà s\xadoát", "Rà soát"),
    ("hyphen of a PDF", "kinh tế \ufffe xã hội, chính\x02trị", "kinh tế - xã hội, chính-trị"),
    ("Icelandic eth", "ÐẢNG BỘ", "ĐẢNG BỘ"),
    ("bold", "**Rà soát** hồ sơ", "Rà soát hồ sơ"),
    ("bold and italic", "***Rà soát*** hồ *sơ*", "Rà soát hồ sơ"),
    ("escaped by Markdown", "4\\. Rà soát \\- xử lý \\*", "4. Rà soát - xử lý *"),
    ("a backslash that escapes nothing", "thư mục D:\\hồ sơ", "thư mục D:\\hồ sơ"),
    ("unclosed bold", "**Rà soát hồ sơ", "Rà soát hồ sơ"),
    ("pipes at the ends", "| Rà soát |", "Rà soát"),
    ("pipe between cells", "ĐẢNG ỦY | SỐ 5", "ĐẢNG ỦY | SỐ 5"),
    ("star bullet", "* Rà soát hồ sơ", "* Rà soát hồ sơ"),
    ("star footnote", "(*) Số liệu năm trước", "(*) Số liệu năm trước"),
    ("blank to fill in", "Họ tên:______", "Họ tên:"),
    ("blank between words", "Họ tên: ______ tuổi", "Họ tên: tuổi"),
    ("heading mark", "## Rà soát", "Rà soát"),
    ("quote mark", "> Rà soát", "Rà soát"),
    ("quoted quotation", "> > Rà soát", "Rà soát"),
    ("heading in a quotation", "> ## Rà soát", "Rà soát"),
    ("entity between words", "Rà soát.&nbsp;Lập&nbsp; biểu mẫu", "Rà soát. Lập biểu mẫu"),
    ("heading mark after a byte order mark", "\ufeff# Rà soát", "Rà soát"),
    ("bold after a zero-width space", "\u200b**Rà soát**", "Rà soát"),
    ("star bullet after a zero-width space", "\u200b* Rà soát", "* Rà soát"),
    ("pipe after a zero-width space", "\u200b| Rà soát |\u200b", "Rà soát"),
    ("rule after a zero-width space", "\u200b-------", ""),
    ("rule", "-------", ""),
    ("table rule", "|---|---|", ""),
    ("only blanks", " \t\n\n ", ""),
    ("nothing", "", ""),
    ("lone surrogate", "Rà \ud800 soát", "Rà \ud800 soát"),
    ("mark without letter", "\u0301 Rà", "\u0301 Rà"),
    ("lone hyphen", "Rà soát - hồ sơ", "Rà soát - hồ sơ"),
    ("number of a document", "24-CT/TU", "24-CT/TU"),
]


@pytest.mark.parametrize(("raw", "expected"), cases(LINES, BUGS_OF_LINES))
def test_one_line(raw: str, expected: str) -> None:
    assert make_view(raw).text == expected


@pytest.mark.parametrize("newline", NEWLINES)
def test_every_line_end_is_one(newline: str) -> None:
    raw = f"1. Rà soát hồ sơ.{newline}2. Lập danh mục."
    view = make_view(raw)
    assert view.text == "1. Rà soát hồ sơ.\n2. Lập danh mục."
    assert view.span(17, 18).text == newline


def test_bold_headings_are_remembered() -> None:
    view = make_view("**Mục tiêu**\nRà soát hồ sơ.\n## Giải pháp\nLập **danh mục**.")
    lines = view.text.split("\n")
    bold = [line for line in lines if view.text.index(line) in view.bold]
    assert bold == ["Mục tiêu", "Giải pháp"]


def test_a_long_text_takes_linear_time() -> None:
    def run(size: int) -> None:
        make_view("Rà soát **hồ sơ** tồn đọng;\n" * size)

    assert growth(run, 2_000, 16_000) < 2.5


@pytest.mark.parametrize(
    "line",
    [
        "T." * 40 + "a1      Lê Văn Ba",
        "- " + "A.b" * 40 + ";      Lê Văn Ba!",
        "Lê Văn " * 40 + "      Lê Văn Ba1",
    ],
)
def test_names_beside_each_other_cost_no_more(line: str) -> None:
    def run(size: int) -> None:
        physical_lines(f"{line}\n" * (size // len(line)))

    assert growth(run, 2_000, 16_000) < 2.5


@pytest.mark.parametrize(
    ("line", "view"),
    [
        ("- Giao các thôn      đặt đèn", "- Giao các thôn đặt đèn"),
        ("- Rà soát nhà trọ, báo cáo đồng chí\tNguyễn Văn An", "- Rà soát nhà trọ, báo cáo đồng chí Nguyễn Văn An"),
        ("- Lưu: VT.\tNguyễn Văn An", "- Lưu: VT.|Nguyễn Văn An"),
        ("Mai Thị Cúc         Nguyễn Văn An", "Mai Thị Cúc | Nguyễn Văn An"),
    ],
)  # fmt: skip
def test_names_part_columns_at_the_foot_alone(line: str, view: str) -> None:
    assert make_view(line).text == view
