"""The way to a file: what is refused before reading, hostile packages, and folders."""

import hashlib
import io
import os
import struct
import zipfile

import pytest
from reading_samples import docx, package, para, part, pdf

from vndirective.core.errors import ArgumentError, InputError
from vndirective.reading import READABLE, Limits, collect, from_text, other_kinds, read


def refusal(path, **options) -> InputError:
    with pytest.raises(InputError) as caught:
        read(path, **options)
    message = str(caught.value)
    assert str(path) in message
    assert "\n" not in message
    return caught.value


def document(inner: str, prolog: str = "") -> str:
    return part("document", f"<w:body>{inner}</w:body>").replace("?>", f"?>{prolog}", 1)


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le")


def with_encrypted_flag(data: bytes) -> bytes:
    at = data.index(b"PK\x01\x02") + 8
    return data[:at] + struct.pack("<H", 1) + data[at + 2 :]


GOOD = docx(para("Chỉ thị"))
ENTITIES = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
HOSTILE = {
    "bomb": (docx(para("a" * 5_000_000)), "too_large", "max_ratio"),
    "entities": (package({"word/document.xml": document("&b;", ENTITIES)}), "damaged", "DTD"),
    "external entity": (
        package({"word/document.xml": document("&a;", EXTERNAL)}),
        "damaged",
        "DTD",
    ),
    "DTD in UTF-16": (
        package(
            {
                "word/document.xml": document("", ENTITIES)
                .replace("UTF-8", "UTF-16")
                .encode("utf-16")
            }
        ),
        "damaged",
        "DTD",
    ),
    "deep nesting": (docx("<w:sdt>" * 9000 + "</w:sdt>" * 9000), "damaged", "depth"),
    "broken markup": (package({"word/document.xml": "<w:p"}), "damaged", "well-formed"),
    "picture named .docx": (b"\x89PNG\r\n\x1a\n", "unsupported", "a PNG picture"),
    "text named .docx": ("Chỉ thị".encode(), "unsupported", "no ZIP"),
    "cut off": (GOOD[: len(GOOD) // 2], "damaged", "ZIP"),
    "wrong checksum": (GOOD.replace(GOOD[14:18], b"\0\0\0\0"), "damaged", "unpacked"),
    "foreign compression": (
        package({"word/document.xml": document("")}, zipfile.ZIP_LZMA),
        "damaged",
        "packed",
    ),
    "no main part": (package({"mimetype": "x"}), "damaged", "word/document.xml"),
    "a workbook": (
        package(
            {
                "_rels/.rels": '<R><R Type="x/officeDocument" Target="xl/a.xml"/></R>',
                "xl/a.xml": "<workbook/>",
            }
        ),
        "unsupported",
        "xl/a.xml",
    ),
    "password": (ole("EncryptedPackage"), "encrypted", "password"),
    "ZIP password": (with_encrypted_flag(GOOD), "encrypted", "password"),
    ".doc named .docx": (ole("WordDocument"), "unsupported", "old Office document"),
    "no text": (docx(para() + para(" ")), "empty", "no text"),
}


@pytest.mark.parametrize(("data", "code", "words"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_docx(tmp_path, data, code, words):
    path = tmp_path / "mau.docx"
    path.write_bytes(data)
    error = refusal(path)
    assert (error.code, words in str(error)) == (code, True), str(error)


@pytest.mark.parametrize(
    "limits", [Limits(max_members=1), Limits(max_expanded_bytes=100), Limits(max_chars=3)]
)
def test_limits_of_a_package(tmp_path, limits):
    path = tmp_path / "mau.docx"
    path.write_bytes(docx(para("Chỉ thị"), styles=""))
    assert refusal(path, limits=limits).code == "too_large"


def test_expanded_size_is_that_of_all_parts_together(tmp_path):
    path = tmp_path / "mau.docx"
    path.write_bytes(docx(para("a" * 3000), styles="<w:x/>" * 500))
    assert read(path, limits=Limits(max_expanded_bytes=10_000)).text == "a" * 3000
    assert refusal(path, limits=Limits(max_expanded_bytes=5_000)).code == "too_large"


def test_false_size_in_a_header_does_not_help_a_bomb(tmp_path):
    data = bytearray(docx(para("a" * 5_000_000)))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 10)
    path = tmp_path / "mau.docx"
    path.write_bytes(data)
    assert refusal(path).code in ("damaged", "too_large")


def test_labels_cannot_swell(tmp_path):
    label = "x" * 10_000
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="{label}"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = para("a", '<w:numPr><w:numId w:val="1"/></w:numPr>') * 200
    path = tmp_path / "mau.docx"
    path.write_bytes(docx(body, numbering=numbering))
    assert refusal(path, limits=Limits(max_chars=1_000_000)).code == "too_large"


@pytest.mark.parametrize("content", [b"", b" \r\n\t\xc2\xa0", b"\xef\xbb\xbf\n"])
def test_empty_file(tmp_path, content):
    path = tmp_path / "mau.txt"
    path.write_bytes(content)
    assert refusal(path).code == "empty"


def test_what_is_no_file(tmp_path):
    folder = tmp_path / "mau.txt"
    folder.mkdir()
    assert refusal(folder).code == "not_a_file"
    assert refusal(tmp_path / "khong-co.txt").code == "missing"
    assert refusal(tmp_path / "a\0b.txt").code == "missing"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_pipe_does_not_block(tmp_path):
    pipe = tmp_path / "mau.txt"
    os.mkfifo(pipe)
    assert refusal(pipe).code == "not_a_file"


@pytest.mark.skipif(os.name != "posix", reason="the system has no /dev/zero")
def test_device_does_not_block(tmp_path):
    link = tmp_path / "mau.txt"
    link.symlink_to("/dev/zero")
    assert refusal(link).code == "not_a_file"


def test_size_is_looked_at_before_reading(tmp_path):
    path = tmp_path / "mau.txt"
    with path.open("wb") as file:
        file.truncate(2**31)
    error = refusal(path)
    assert error.code == "too_large"
    assert "2,147,483,648" in str(error)


def test_no_permission(tmp_path, monkeypatch):
    path = tmp_path / "mau.txt"
    path.write_text("Chỉ thị", encoding="utf-8")

    def deny(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", deny)
    assert refusal(path).code == "no_permission"


def test_file_that_vanishes(tmp_path, monkeypatch):
    path = tmp_path / "mau.txt"
    path.write_text("Chỉ thị", encoding="utf-8")
    open_file = type(path).open

    def vanish(self, *args, **options):
        self.unlink()
        return open_file(self, *args, **options)

    monkeypatch.setattr("pathlib.Path.open", vanish)
    assert refusal(path).code == "missing"


@pytest.mark.parametrize("name", ["mau.xlsx", "mau.png", "mau"])
def test_other_formats_name_the_readable_ones(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"x")
    error = refusal(path)
    assert error.code == "unsupported"
    assert all(suffix in str(error) for suffix in READABLE)


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("mau.TXT", "Chỉ thị\r\n".encode(), "Chỉ thị\r\n"),
        ("mau.docx", GOOD, "Chỉ thị"),
        ("mau.Pdf", pdf([["Chỉ thị"]]), "Chỉ thị"),
    ],
)
def test_read(tmp_path, name, data, text):
    path = tmp_path / name
    path.write_bytes(data)
    document = read(path)
    assert document.text == text
    assert document.source.path == str(path)
    assert document.source.sha256 == hashlib.sha256(data).hexdigest()
    assert document.source.map[-1][1] == len(text)
    assert document.source.encoding == ("utf-8" if name == "mau.TXT" else None)
    assert read(str(path)) == document


def test_legacy_text_is_told_once_in_any_format(tmp_path):
    path = tmp_path / "mau.pdf"
    path.write_bytes(pdf([["Céng hßa x· héi chñ nghÜa"]]))
    assert [w.code for w in read(path).warnings] == ["legacy_font"]


@pytest.mark.parametrize("name", ["mau.txt", "mau.html", "mau.docx"])
def test_the_limit_on_characters_holds_for_every_format(tmp_path, name):
    path, text = tmp_path / name, "Chỉ thị"
    data = {"txt": text.encode(), "html": f"<p>{text}</p>".encode(), "docx": docx(para(text))}
    path.write_bytes(data[name.partition(".")[2]])
    assert read(path, limits=Limits(max_chars=len(text))).text == text
    error = refusal(path, limits=Limits(max_chars=len(text) - 1))
    assert (error.code, "max_chars" in str(error)) == ("too_large", True)


def test_the_limit_on_characters_holds_for_a_text():
    with pytest.raises(InputError, match=r"<text>: .* 3 characters; .* max_chars"):
        from_text("Chỉ thị", limits=Limits(max_chars=3))


def test_from_text():
    document = from_text("Chỉ thị\ud800")
    assert document.text == "Chỉ thị\ud800"
    assert document.source.path is None
    expected = hashlib.sha256("Chỉ thị".encode() + b"\xed\xa0\x80").hexdigest()
    assert document.source.sha256 == expected
    with pytest.raises(InputError, match="no text"):
        from_text(" \n")
    with pytest.raises(ArgumentError, match="a str"):
        from_text(b"Ch")


def test_collect(tmp_path):
    names = ["b.txt", "a/2.PDF", "a/1.docx", ".an.txt", "~$1.docx", ".git/x.txt", "c.jpg"]
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    if os.name == "posix":
        (tmp_path / "a" / "vong").symlink_to(tmp_path, target_is_directory=True)
    given = tmp_path / "c.jpg"
    inside = [tmp_path / "a/1.docx", tmp_path / "a/2.PDF", tmp_path / "b.txt"]
    assert collect([given, tmp_path, str(tmp_path / "b.txt")]) == [given, *inside]
    assert collect(tmp_path) == inside


def test_files_of_other_kinds_are_named(tmp_path):
    for name in ["b.txt", "a/2.PPTX", "c.jpg", "d", ".e.md", "~$1.docx", ".git/x.md", "Thumbs.db"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    (warning,) = other_kinds(tmp_path)
    assert warning.code == "other_kinds"
    assert "3 files of other kinds were not read: a/2.PPTX, c.jpg, d; save as" in warning.message
    assert other_kinds(tmp_path / "c.jpg") == ()
    (tmp_path / "a" / "2.PPTX").unlink()
    assert other_kinds(tmp_path / "a") == ()
    for number in range(30):
        (tmp_path / "a" / f"{number:02}.md").touch()
    (warning,) = other_kinds(tmp_path / "a")
    assert "30 files" in warning.message and "18.md, 19.md, …; save" in warning.message


def test_collect_nothing(tmp_path):
    with pytest.raises(InputError) as missing:
        collect([tmp_path / "khong-co"])
    assert missing.value.code == "missing"
    (tmp_path / "anh.png").touch()
    with pytest.raises(InputError, match=r"\.txt, \.docx, \.pdf, \.html") as empty:
        collect([tmp_path])
    assert empty.value.code == "no_documents"


def test_damage_anywhere_is_an_input_error():
    """Bytes changed at many places of a package never escape as another exception."""
    from vndirective.reading.docx import read_docx

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/document.xml", document(para("Chỉ thị")))
    data = buffer.getvalue()
    for at in range(len(data)):
        changed = bytearray(data)
        changed[at] ^= 0xFF
        try:
            read_docx(bytes(changed), "mau.docx", Limits())
        except InputError:
            continue
