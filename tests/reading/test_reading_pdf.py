"""PDF: the text layer, its pages, and the files without one."""

import pytest
from reading_samples import pdf

from vndirective.core.errors import InputError
from vndirective.reading.limits import DEFAULT_LIMITS, Limits
from vndirective.reading.pdf import read_pdf

PASSWORD = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%b) /U (%b) >> /ID [(%b) (%b)]" % (
    b"a" * 32,
    b"b" * 32,
    b"c" * 16,
    b"c" * 16,
)
LONG = "Ủy ban nhân dân các cấp rà soát thủ tục"


def test_lines_and_pages():
    content = read_pdf(pdf([["CHỈ THỊ", "Về kỷ cương"], ["Nơi nhận:"]]), "a.pdf", DEFAULT_LIMITS)
    assert content.text == "CHỈ THỊ\nVề kỷ cương\nNơi nhận:"
    assert content.map == ((0, 20, 1, None, None), (20, 29, 2, None, None))
    assert content.warnings == ()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [(["các cơ-", "quan rà soát"], "các cơ-quan rà soát"), (["ngày 15-", "12"], "ngày 15-\n12")],
)
def test_hyphen_at_the_end_of_a_line_survives(lines, expected):
    assert read_pdf(pdf([lines]), "a.pdf", DEFAULT_LIMITS).text == expected


REFUSED = {
    "scan": (pdf([[]], picture=True), "no_text", "scanned"),
    "glyphs without Unicode": (pdf([[LONG]], mapped=False), "no_text", "no Unicode value"),
    "password": (pdf([[LONG]], trailer=PASSWORD), "encrypted", "password"),
    "not a PDF": (b"PK\x03\x04...", "unsupported", "a ZIP package"),
    "cut off": (b"%PDF-1.7\n", "damaged", "PDFium cannot open it"),
}


@pytest.mark.parametrize(("data", "code", "words"), REFUSED.values(), ids=REFUSED)
def test_refused(data, code, words):
    with pytest.raises(InputError, match=words) as caught:
        read_pdf(data, "a.pdf", DEFAULT_LIMITS)
    assert caught.value.code == code
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("limits", [Limits(max_pages=1), Limits(max_chars=10)])
def test_limits(limits):
    with pytest.raises(InputError) as caught:
        read_pdf(pdf([[LONG], [LONG]]), "a.pdf", limits)
    assert caught.value.code == "too_large"


def test_scanned_page_among_others_is_told():
    pages = [[LONG] * 5, ["Ký bởi"]]
    warnings = read_pdf(pdf(pages, picture=True), "a.pdf", DEFAULT_LIMITS).warnings
    assert [w.code for w in warnings] == ["scanned_pages"]
    assert "on page 2:" in warnings[0].message
