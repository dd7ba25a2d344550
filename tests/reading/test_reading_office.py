"""Formats that LibreOffice reads, where it is installed, and what is said where it is not."""

import os
import stat
import subprocess

import pytest
from reading_samples import abstract, docx, item, level, num, para, whole_docx

from vndirective.core.errors import InputError
from vndirective.reading import Limits, office, read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = (
    rb"{\rtf1\ansi\ansicpg1258 {\fonttbl{\f0 Times New Roman;}}\f0 Ch\u7881? th\u7883? s\u7889? 5\par "
    rb"R\u224? so\u225?t th\u7911? t\u7909?c\par}"
)
needs_libreoffice = pytest.mark.skipif(
    office.find_program() is None, reason="LibreOffice is not installed"
)


def refusal(path, **options) -> InputError:
    with pytest.raises(InputError) as caught:
        read(path, **options)
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    return caught.value


@pytest.mark.parametrize("suffix", [".doc", ".rtf", ".odt"])
def test_without_libreoffice_the_error_names_it(tmp_path, monkeypatch, suffix):
    monkeypatch.setattr(office, "find_program", lambda: None)
    path = tmp_path / f"a{suffix}"
    path.write_bytes(office._BEGINNINGS[suffix][0] + b"x")
    error = refusal(path)
    assert error.code == "no_program"
    assert "install LibreOffice" in error.remedy


@pytest.mark.parametrize("suffix", [".doc", ".rtf", ".odt"])
def test_another_kind_of_file_never_reaches_libreoffice(tmp_path, monkeypatch, suffix):
    monkeypatch.setattr(office, "find_program", lambda: pytest.fail("called"))
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"\x89PNG\r\n")
    error = refusal(path)
    assert (error.code, "a PNG picture" in error.reason) == ("unsupported", True)


def test_a_docx_named_doc_needs_no_libreoffice(tmp_path, monkeypatch):
    monkeypatch.setattr(office, "find_program", lambda: None)
    path = tmp_path / "a.doc"
    path.write_bytes(docx(para("Chỉ thị")))
    assert read(path).text == "Chỉ thị"


@pytest.fixture
def slow_program(tmp_path, monkeypatch):
    """A program that starts another one and waits, as LibreOffice does."""
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {tmp_path}/pid\nwait\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(office, "find_program", lambda: str(program))
    return tmp_path


@pytest.mark.skipif(os.name != "posix", reason="the program of the test is a shell script")
def test_libreoffice_is_killed_at_the_limit_with_what_it_started(slow_program):
    path = slow_program / "a.rtf"
    path.write_bytes(RTF)
    error = refusal(path, limits=Limits(max_seconds=0.5))
    assert error.code == "timeout"
    pid = (slow_program / "pid").read_text().strip()
    state = subprocess.run(["ps", "-o", "stat=", pid], capture_output=True, text=True, check=False)
    assert state.stdout.strip()[:1] in ("", "Z")


@needs_libreoffice
def test_rtf(tmp_path):
    path = tmp_path / "a.rtf"
    path.write_bytes(RTF)
    document = read(path)
    assert document.text == "Chỉ thị số 5\nRà soát thủ tục"
    assert document.source.media_type == "application/rtf"


@needs_libreoffice
@pytest.mark.parametrize(("suffix", "kind"), [("doc", "doc:MS Word 97"), ("odt", "odt:writer8")])
def test_automatic_numbers_survive(tmp_path, suffix, kind):
    numbering = abstract(level(0, "Điều %1."), level(1, "%2)", "lowerLetter")) + num()
    source = tmp_path / "a.docx"
    source.write_bytes(
        whole_docx(item(0, "Một") + item(1, "hai") + item(1, "ba"), numbering=numbering)
    )
    subprocess.run(
        [office.find_program(), "--headless", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}",
         "--convert-to", kind, "--outdir", tmp_path, source],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    expected = ["Điều 1.Một", "a)hai", "b)ba"]
    assert read(tmp_path / f"a.{suffix}").text.replace("\t", "").split("\n") == expected


@needs_libreoffice
@pytest.mark.parametrize(
    ("name", "data"), [("a.doc", OLE + bytes(600)), ("a.odt", b"PK\x03\x04abc")]
)
def test_damaged_files(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    assert refusal(path).code == "damaged"
