"""Pages of the web: the article, its lists and tables, and nothing of what stands around it."""

import pytest
from encoding_samples import tcvn3_characters

from vndirective.core.errors import InputError
from vndirective.reading import read
from vndirective.reading.html import read_html
from vndirective.reading.limits import DEFAULT_LIMITS, Limits

SENTENCE = (
    "Sáng mùng năm, Ủy ban nhân dân xã Vạn Lộc họp phiên thường kỳ, bàn về kỷ cương hành chính "
    "và việc trả kết quả đúng hẹn cho người dân trong xã."
)
MENU = "<nav><a href='/'>Trang chủ</a></nav>"
FOOT = "<footer>Bản quyền của xã</footer><script>var a = 'không đọc';</script>"


def page(body: str, head: str = "") -> bytes:
    return f"<html><head><title>Tin</title>{head}</head><body>{body}</body></html>".encode()


def lines(body: str) -> list[str]:
    return read_html(page(body), "a.html", DEFAULT_LIMITS).text.split("\n")


PAGES = {
    "an article among other things": (
        f"{MENU}<h1>Xã họp</h1><p>{SENTENCE}</p><p>{SENTENCE} Hết.</p>{FOOT}",
        ["Xã họp", SENTENCE, f"{SENTENCE} Hết."],
    ),
    "numbers and dashes of lists": (
        f"<p>{SENTENCE}</p><ol><li>Rà soát <b>thủ tục</b></li><li><p>Báo cáo</p></li></ol>"
        f"<ol type='a' start='3'><li>Một<li value=7>Hai</ol><ul><li>Ba</li></ul><p>{SENTENCE}!</p>",
        [SENTENCE, "1. Rà soát thủ tục", "2. Báo cáo", "c. Một", "g. Hai", "- Ba", f"{SENTENCE}!"],
    ),
    "a list in a list": (
        f"<p>{SENTENCE}</p><ol><li>Một<ul><li>ý</li></ul></li><li>Hai</li></ol><p>{SENTENCE}!</p>",
        [SENTENCE, "1. Một", "- ý", "2. Hai", f"{SENTENCE}!"],
    ),
    "rows of tables are lines": (
        f"<p>{SENTENCE}</p><table><tr><th>TT</th><th>Việc</th></tr><tr><td>1 </td><td><p>Rà soát"
        f"</p><p>kỹ</p></td></tr><tr><td></td><td>x</td></tr></table><p>{SENTENCE}!</p>",
        [SENTENCE, "TT | Việc", "1 | Rà soát", "kỹ", " | x", f"{SENTENCE}!"],
    ),
    "a page too short for an article": ("<p>Rà soát<br>thủ tục</p>", ["Rà soát", "thủ tục"]),
    "what is hidden": ("<p>a</p><p hidden>b</p><p style='display: none'>c</p>", ["a"]),
    "spaces and entities": ("<p>\n Rà  soát&nbsp;hồ <i> sơ</i> &lt;5&gt; </p>", ["Rà soát\xa0hồ sơ <5>"]),
    "markup that is broken": ("<p>a<div>b</p></table></li>c", ["a", "b", "c"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), PAGES.values(), ids=PAGES)
def test_page(body, expected):
    assert lines(body) == expected


def test_layout_and_map():
    content = read_html(
        page("<h2>Kết luận</h2><p>Ý</p><table><tr><td>a</td><td>b</td></tr></table><p>Hết</p>"),
        "a.html",
        DEFAULT_LIMITS,
    )
    assert content.text == "Kết luận\nÝ\na | b\nHết"
    assert [(b.kind, content.text[b.start : b.end]) for b in content.layout] == [
        ("heading", "Kết luận"),
        ("table", "a | b"),
    ]
    assert [(content.text[a:b], p) for a, b, _, p, kind in content.map if kind] == [(" | ", 3)]
    assert content.map[-1][1] == len(content.text)


META = "<meta charset='{}'>".format
ENCODED = {
    "utf-8": (page("<p>Chỉ thị</p>"), "utf-8"),
    "declared": (page("<p>Chỉ thị</p>", META("utf-16")).decode().encode("utf-8"), "utf-8"),
    "utf-16": (page("<p>Chỉ thị</p>").decode().encode("utf-16"), "utf-16"),
    "TCVN3 declared as Latin": (
        b"<meta charset=iso-8859-1><p>"
        + tcvn3_characters("Chỉ thị của xã về kỷ cương").encode("cp1252"),
        "tcvn3",
    ),
}


@pytest.mark.parametrize(("data", "encoding"), ENCODED.values(), ids=ENCODED)
def test_encoding(data, encoding):
    content = read_html(data, "a.html", DEFAULT_LIMITS)
    assert content.text.startswith("Chỉ thị")
    assert content.encoding == encoding


def test_hostile_pages(tmp_path):
    path = tmp_path / "a.html"
    path.write_bytes(page("<div>" * 10_000 + "Rà soát" + "</div>" * 10_000))
    assert read(path).text == "Rà soát"
    path.write_bytes(page("<p>" + "a" * 1000))
    with pytest.raises(InputError, match="max_chars") as caught:
        read(path, limits=Limits(max_chars=100))
    assert caught.value.code == "too_large"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(InputError, match="a PDF") as caught:
        read(path)
    assert caught.value.code == "unsupported"
    path.write_bytes(page("<script>1</script>"))
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.code == "empty"


def test_a_mark_of_utf_8_does_not_open_the_body():
    data = "\ufeff<!DOCTYPE html><html><head><title>Trang</title></head><body><p>Xin chào</p>"
    assert read_html(data.encode(), "a.html", DEFAULT_LIMITS).text == "Xin chào"
