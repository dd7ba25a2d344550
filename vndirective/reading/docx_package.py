"""The ZIP package of a .docx: its parts as parsed XML, read within the limits.

Nothing is extracted to disk, and XML comes without DTDs and entities, so neither a member's
name nor its markup can reach another file or the network.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from vndirective.core.errors import InputError
from vndirective.reading.limits import Limits, describe

__all__ = ["Package", "W"]

#: Element names are written ``W + "p"``.
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

#: ISO 29500 Strict names the same vocabulary differently.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)
#: All that zipfile lets through from a damaged package.
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)
_CHUNK = 2**16
_RATIO_FROM = 2**20
_MEMBER_SIGNATURE = b"PK\x01\x02"
_ENCRYPTED_BIT = 0x1
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


class Package:
    """The parts of one .docx.

    Parameters
    ----------
    data : bytes
        The whole file.
    path : str
        Named in errors.
    limits : Limits

    Raises
    ------
    InputError
        With code ``encrypted``, ``unsupported``, ``damaged`` or ``too_large``.
    """

    def __init__(self, data: bytes, path: str, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self._budget = limits.max_expanded_bytes
        _refuse_other_formats(data, path)
        # Counted before zipfile builds an object for each.
        members = data.count(_MEMBER_SIGNATURE)
        if members > limits.max_members:
            raise self._too_large(f"{members:,} members", "max_members", limits.max_members)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _ZIP_ERRORS as error:
            raise self._damaged(f"not a readable ZIP package ({error})") from error
        # Some writers use backslashes, and Word takes part names in any case.
        self._members = {m.filename.replace("\\", "/").lower(): m for m in self._zip.infolist()}
        main = self._related("", {"officeDocument": "word/document.xml"})["officeDocument"]
        self._parts = self._related(
            main,
            {
                kind: posixpath.join(posixpath.dirname(main), f"{kind}.xml")
                for kind in ("styles", "numbering", "footnotes", "endnotes")
            },
        )
        self._margins = self._related_all(main, ("header", "footer"))
        document = self._parse(main)
        if document is None:
            raise self._damaged(f"the package lacks its main part {main}")
        if document.tag != W + "document":
            raise InputError(
                path,
                f"the package holds no Word document but {main}",
                "give a .docx",
                "unsupported",
            )
        self.document = document

    def margins(self) -> Iterator[Any]:
        """Yield the roots of the headers and footers, each once, in the order of the package."""
        for name in self._margins:
            root = self._parse(name)
            if root is not None:
                yield root

    def part(self, kind: str) -> Any | None:
        """Return the root of ``styles``, ``numbering``, ``footnotes`` or ``endnotes``, if any."""
        return self._parse(self._parts[kind])

    def _related(self, source: str, defaults: dict[str, str]) -> dict[str, str]:
        """Return the part names that ``source`` relates to, by kind, or else the usual ones."""
        found = dict(defaults)
        for kind, target in self._relations(source):
            if kind in found:
                found[kind] = target
        return found

    def _related_all(self, source: str, kinds: tuple[str, ...]) -> list[str]:
        found = [target for kind, target in self._relations(source) if kind in kinds]
        return list(dict.fromkeys(found))

    def _relations(self, source: str) -> Iterator[tuple[str, str]]:
        folder, name = posixpath.split(source)
        root = self._parse(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in root if root is not None else ():
            if relation.get("TargetMode") != "External":
                kind = (relation.get("Type") or "").rpartition("/")[2]
                target = posixpath.join("/", folder, relation.get("Target") or "")
                yield kind, posixpath.normpath(target).lstrip("/")

    def _parse(self, name: str) -> Any | None:
        member = self._members.get(name.lower())
        if member is None:
            return None
        data = self._read(member)
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
        # The NULs go so that a part in UTF-16 cannot hide its DTD.
        if b"<!DOCTYPE" in data.replace(b"\0", b""):
            raise self._damaged(f"{name} declares a DTD, which no word processor writes")
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self._damaged(f"{name} is not well-formed XML ({error})") from error

    def _read(self, member: zipfile.ZipInfo) -> bytes:
        """Expand one member, counting: what its header says of the size is not to be trusted."""
        if member.flag_bits & _ENCRYPTED_BIT:
            raise _encrypted(self._path)
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._damaged(f"{member.filename} is packed in a way that .docx does not know")
        chunks: list[bytes] = []
        size = 0
        largest = max(_RATIO_FROM, self._limits.max_ratio * member.compress_size)
        try:
            with self._zip.open(member) as stream:
                while chunk := stream.read(_CHUNK):
                    chunks.append(chunk)
                    size += len(chunk)
                    if size > largest:
                        raise self._too_large(
                            f"{member.filename} expands more than {self._limits.max_ratio} times",
                            "max_ratio",
                            self._limits.max_ratio,
                        )
                    if size > self._budget:
                        raise self._too_large(
                            f"{member.filename} and the parts before it",
                            "max_expanded_bytes",
                            self._limits.max_expanded_bytes,
                        )
        except _ZIP_ERRORS as error:
            raise self._damaged(f"{member.filename} cannot be unpacked ({error})") from error
        self._budget -= size
        return b"".join(chunks)

    def _damaged(self, reason: str) -> InputError:
        return InputError(
            self._path,
            reason,
            "open it in a word processor and save it again as .docx",
            "damaged",
        )

    def _too_large(self, what: str, limit: str, value: int) -> InputError:
        return InputError(
            self._path,
            f"{what}: above the limit {limit}={value:,}",
            f"check where the file comes from, or raise the limit {limit}",
            "too_large",
        )


def _refuse_other_formats(data: bytes, path: str) -> None:
    if data.startswith(b"PK"):
        return
    if _ENCRYPTED_STREAM in data:
        raise _encrypted(path)
    raise InputError(
        path,
        f"this is {describe(data) or 'no ZIP package'}, not a .docx",
        "open it in a word processor and save it as .docx",
        "unsupported",
    )


def _encrypted(path: str) -> InputError:
    return InputError(
        path, "it is protected by a password", "save a copy without the password", "encrypted"
    )
