"""A folder of hostile and broken files: one line for each, and the good ones are read."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from reading_samples import docx, package, para, part, pdf

import vndirective as vd
from vndirective.core.records import Failure
from vndirective.reading import collect

SENTENCE = "Sở Nội vụ phải báo cáo kết quả trước ngày 15/12/2024."
MEGABYTE = 2**20


def bomb(megabytes: int = 300) -> bytes:
    """Return a .docx of about 0.3 MB that expands to 300 MB."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        archive.open("word/document.xml", "w") as member,
    ):
        member.write(part("document", "<w:body><w:p><w:r><w:t>").encode()[:-13])
        for _ in range(megabytes):
            member.write(b"a" * MEGABYTE)
    return buffer.getvalue()


def entities(dtd: str) -> bytes:
    body = part("document", f"<w:body>{para('&a;')}</w:body>")
    return package({"word/document.xml": body.replace("?>", f"?><!DOCTYPE w [{dtd}]>", 1)})


EXPANSION = "".join(
    f'<!ENTITY {name} "{f"&{below};" * 10}">' for name, below in zip("abcdefgh", "bcdefghi", strict=True)
)  # fmt: skip
GOOD_PDF = pdf([[SENTENCE]])
WHOLE = docx(para(SENTENCE) * 50)
PASSWORD = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%b) /U (%b) >> /ID [(%b) (%b)]" % (
    b"a" * 32, b"b" * 32, b"c" * 16, b"c" * 16,
)  # fmt: skip

#: Name of the file -> its bytes, or what makes it; the code of the refusal.
FILES = {
    "bomb.docx": (bomb, "too_large"),
    "external.docx": (entities('<!ENTITY a SYSTEM "file:///etc/passwd">'), "damaged"),
    "expansion.docx": (entities(EXPANSION + '<!ENTITY i "x">'), "damaged"),
    "deep.docx": (docx("<w:sdt>" * 10_000 + "</w:sdt>" * 10_000), "damaged"),
    "encrypted.docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le"),
        "encrypted",
    ),
    "encrypted.pdf": (pdf([[SENTENCE]], trailer=PASSWORD), "encrypted"),
    "cut.docx": (WHOLE[:-100], "damaged"),
    "cut.pdf": (GOOD_PDF[:200], "damaged"),
    "picture.docx": (b"\x89PNG\r\n\x1a\n" + bytes(100), "unsupported"),
    "nothing.docx": (b"", "empty"),
    "nothing.pdf": (b"", "empty"),
    "pages.pdf": (pdf([["a"]] * 5000), "too_large"),
    "unmapped.pdf": (pdf([[SENTENCE]], mapped=False), "no_text"),
    "scan.pdf": (pdf([[]], picture=True), "no_text"),
    "surrogate.txt": ("Sở ".encode("utf-16") + b"\x00\xd8", "encoding"),
    "old.docx.txt": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unsupported"),
    "sparse.txt": (lambda path: path.open("wb").truncate(2 * 2**30), "too_large"),
}
ON_POSIX = {
    "pipe.txt": (os.mkfifo if hasattr(os, "mkfifo") else None, "not_a_file"),
    "loop.docx": (lambda path: path.symlink_to(path), "not_a_file"),
    "nowhere.pdf": (lambda path: path.symlink_to(path.parent / "gone"), "missing"),
}
EXPECTED = FILES | (ON_POSIX if os.name == "posix" else {})


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("thu-dich")
    for name, (make, _) in EXPECTED.items():
        path = folder / name
        data = make() if make is bomb else make
        if isinstance(data, bytes):
            path.write_bytes(data)
        else:
            data(path)
    (folder / "tot.docx").write_bytes(docx(para(SENTENCE)))
    (folder / "tot.pdf").write_bytes(GOOD_PDF)
    (folder / "tot.txt").write_text(SENTENCE, encoding="utf-8")
    return folder


@pytest.mark.parametrize("n_jobs", [1, 2])
def test_each_refusal_is_one_line_and_the_others_are_read(folder, n_jobs):
    paths = collect([folder])
    assert len(paths) == len(EXPECTED) + 3
    for path, result in zip(paths, vd.stream(paths, n_jobs=n_jobs), strict=True):
        if path.stem == "tot":
            assert not isinstance(result, Failure), result
            assert result.obligations[0].bearers[0].text == "Sở Nội vụ"
            continue
        assert isinstance(result, Failure), path
        assert result.code == EXPECTED[path.name][1], result
        assert result.message.startswith(f"{path}: ")
        assert re.fullmatch(r"[^\n]+; [^\n]+", result.message)


def test_the_command_line_goes_on_as_well(folder):
    done = subprocess.run(
        [sys.executable, "-m", "vndirective", "analyze", str(folder), "-q"],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    lines = done.stderr.splitlines()
    assert len(lines) == len(EXPECTED)
    for name in EXPECTED:
        assert sum(f"/{name}: " in line.replace("\\", "/") for line in lines) == 1, name


PEAK = r"""
import re, resource, sys
from pathlib import Path
from vndirective.core.errors import InputError
from vndirective.reading import process, read
try:
    read(sys.argv[1])
except InputError as error:
    assert error.code == "too_large", error
process._PARENT.close()
# ru_maxrss of a process begins with the peak of the one that started it; VmHWM does not
own = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]
print(int(own) + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in KiB on Linux only")
def test_a_bomb_takes_little_memory(folder):
    assert (folder / "bomb.docx").stat().st_size < 0.4 * MEGABYTE
    done = subprocess.run(
        [sys.executable, "-c", PEAK, str(folder / "bomb.docx")],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    assert int(done.stdout) / 1024 <= 300


def test_names_of_members_lead_nowhere(tmp_path):
    members = {
        "../../ra-ngoai.txt": "x",
        "/tmp/ra-ngoai.txt": "x",
        "word/document.xml": part("document", f"<w:body>{para('Chỉ thị')}</w:body>"),
        "word/_rels/document.xml.rels": (
            '<R><R Type="x/styles" Target="../../../../etc/passwd"/>'
            '<R Type="x/header" Target="/etc/passwd"/>'
            '<R Type="x/numbering" TargetMode="External" Target="file:///etc/passwd"/></R>'
        ),
    }
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    path = inside / "mau.docx"
    path.write_bytes(package(members))
    assert vd.analyze(path).text == "Chỉ thị"
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == ["mau.docx"]


@pytest.mark.skipif(os.name != "posix", reason="names are Unicode elsewhere")
def test_a_name_that_is_no_unicode(tmp_path):
    name = os.fsdecode(b"ch\xff.docx")
    try:
        (tmp_path / name).write_bytes(docx(para("Chỉ thị")))
    except OSError:
        pytest.skip("the file system wants Unicode")
    assert vd.analyze(tmp_path / name).text == "Chỉ thị"


@pytest.mark.skipif(os.name != "posix", reason="permissions are of another kind elsewhere")
def test_a_file_without_permission(tmp_path):
    path = tmp_path / "mau.docx"
    path.write_bytes(docx(para("Chỉ thị")))
    path.chmod(0)
    user = os.geteuid()
    try:
        if user == 0:  # root may read everything
            os.seteuid(65534)
        (result,) = vd.stream([path])
    finally:
        os.seteuid(user)
    assert (result.code, "\n" in result.message) == ("no_permission", False)
