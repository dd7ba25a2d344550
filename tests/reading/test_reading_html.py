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
    "what is struck out": (
        f"<p>{SENTENCE}</p><p>1. Các thôn <del>lập sổ</del><s>báo cáo</s> nạo vét rãnh.</p><p>{SENTENCE}!</p>",
        [SENTENCE, "1. Các thôn nạo vét rãnh.", f"{SENTENCE}!"],
    ),
    "a list in a list": (
        f"<p>{SENTENCE}</p><ol><li>Một<ul><li>ý</li></ul></li><li>Hai</li></ol><p>{SENTENCE}!</p>",
        [SENTENCE, "1. Một", "- ý", "2. Hai", f"{SENTENCE}!"],
    ),
    "rows of tables are lines": (
        f"<p>{SENTENCE}</p><table><tr><th>TT</th><th>Việc</th></tr><tr><td>1 </td><td><p>Rà soát"
        f"</p><p>kỹ</p></td></tr><tr><td></td><td>x</td></tr></table><p>{SENTENCE}!</p>",
        [SENTENCE, "TT | Việc", "1 | Rà soát kỹ", " | x", f"{SENTENCE}!"],
    ),
    "a foot in a table, with lines in its cells": (
        f"<p>{SENTENCE}</p><p>{SENTENCE} Hết.</p><table><tr><td><b>Nơi nhận:</b><br>- Như trên;<br>"
        "- Lưu: VT.</td><td>CHỦ TỊCH<br><br>Lò Văn Nhàn</td></tr></table>"
        "<div><h3>Tin khác</h3><a href='/1'>Xã mở hội</a></div>",
        [SENTENCE, f"{SENTENCE} Hết.", "Nơi nhận:", "- Như trên;", "- Lưu: VT. | CHỦ TỊCH", "Lò Văn Nhàn"],
    ),
    "paragraphs of a cell at the end of a page": (
        f"<p>{SENTENCE}</p><p>{SENTENCE} Hết.</p><table><tr><th>TT<th>VIỆC<th><p>ĐƠN VỊ</p><p>CHỦ TRÌ</p>"
        "<tr><td>1<td>Rà soát<td>Trạm Y tế<br>Công an xã</table>",
        [SENTENCE, f"{SENTENCE} Hết.", "TT | VIỆC | ĐƠN VỊ CHỦ TRÌ", "1 | Rà soát | Trạm Y tế; Công an xã"],
    ),
    "merged cells": (
        "<table><tr><th rowspan=2>TT<th rowspan=2>Việc<th colspan=2>Phân công<tr><th>Chủ trì<th>Hạn"
        "<tr><td>1<td>Rà soát<td rowspan=0>Công an xã<td>3/5<tr><td>2<td>Lập sổ<td>4/5"
        "<tr><td colspan=4>Hết</table>",
        ["TT | Việc | Phân công | ", "TT | Việc | Chủ trì | Hạn", "1 | Rà soát | Công an xã | 3/5",
         "2 | Lập sổ | Công an xã | 4/5", "Hết"],
    ),
    "cells that say to reach over their group of rows": (
        "<table><thead><tr><th rowspan=2>TT<th>Việc<th>Hạn</thead><tbody><tr><td rowspan=0>1<td>Rà soát"
        "<td>3/5<tr><td>Lập sổ<td>4/5</tbody><tbody><tr><td>2<td>Báo cáo<td>5/5</table>",
        ["TT | Việc | Hạn", "1 | Rà soát | 3/5", "1 | Lập sổ | 4/5", "2 | Báo cáo | 5/5"],
    ),
    "one cell over all columns": (
        "<table><caption>Bảng 1</caption><tr><th>TT<th>Việc<th>Hạn<tr><td colspan=3>A. TRẬT TỰ"
        "<tr><td colspan=2>Rà soát<td>3/5</table>",
        ["Bảng 1", "TT | Việc | Hạn", "A. TRẬT TỰ", "Rà soát |  | 3/5"],
    ),
    "a table that holds the page": (
        "<table><tr><td>Mục lục<td><p>Một</p><p>Hai</p><table><tr><td>a<td>b</table></table>",
        ["Mục lục | Một", "Hai", "a | b"],
    ),
    "cells and rows without a table": ("<math><tr><td>a</td></tr></math><table><caption><math><td>b", ["a", "b"]),
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


LEFT = {
    "what markup says to stand around": (
        f"{MENU}<p>Ý</p><aside><p>Quảng cáo</p><nav>Mục lục</nav></aside>{FOOT}",
        ("Trang chủ", "Quảng cáo", "Bản quyền của xã", "Mục lục"),
    ),
    "what stands outside of the article, once": (
        f"<div><a href='/1'>Xã mở hội</a></div><p>{SENTENCE}</p><p>{SENTENCE} Hết.</p>"
        "<div><h3>Tin khác</h3><ul><li><a href='/1'>Lễ hội</a><li><a href='/1'>Lễ hội</a></ul></div>",
        ("Xã mở hội", "Tin khác", "- Lễ hội"),
    ),
    "what nobody sees": ("<p>Ý</p><p hidden>b</p><script>1</script><style>p{}</style>", ()),
}


@pytest.mark.parametrize(("body", "expected"), LEFT.values(), ids=LEFT)
def test_what_is_left_out_stands_apart(body, expected):
    assert read_html(page(body), "a.html", DEFAULT_LIMITS).apart == expected


def test_what_is_left_out_has_the_limit_of_the_text():
    rows = "".join(f"<tr><td><a href='/'>{n}</a><td><a href='/'>x</a>" for n in range(99))
    menu = f"<table><tr><td rowspan=0><a href='/'>{'Xã ' * 99}</a><td>a<td>b{rows}</table>"
    data = page(f"<p>{SENTENCE}</p><p>{SENTENCE} Hết.</p>{menu}")
    assert len(read_html(data, "a.html", DEFAULT_LIMITS).text) < 1000
    with pytest.raises(InputError, match="max_chars"):
        read_html(data, "a.html", Limits(max_chars=1000))


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
    path.write_bytes(page("<table><tr><td>a" * 3_000))
    assert read(path).text == "\n".join("a" * 3_000)
    path.write_bytes(page("<table><caption><math><td>b</td></math></caption></table>"))
    assert read(path).text == "b"
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
