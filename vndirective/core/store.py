"""Arrays on disk: an ``.npz`` beside a ``.json`` that says what is in it.

The pair holds a format version and a checksum, never code: reading it runs nothing
(``allow_pickle=False``). Writing the same arrays gives the same bytes on every machine, so a
rebuilt model can be compared with the shipped one.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vndirective.core.errors import ResourceError
from vndirective.core.resources import package_bytes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "FORMAT",
    "Store",
    "load_store",
    "pack_words",
    "read_store",
    "save_store",
    "unpack_words",
]

FORMAT = "vndirective-store/1"


@dataclass(frozen=True, slots=True)
class Store:
    """What a pair of files holds.

    Attributes
    ----------
    arrays : mapping of str to ndarray
    meta : mapping of str to JSON values
        What the arrays are and where they came from.
    """

    arrays: Mapping[str, NDArray[Any]]
    meta: Mapping[str, Any]


def save_store(
    folder: Path, name: str, arrays: Mapping[str, NDArray[Any]], meta: Mapping[str, Any]
) -> None:
    """Write ``<name>.npz`` and ``<name>.json`` into a folder.

    Parameters
    ----------
    folder : Path
    name : str
        Stem of both files.
    arrays : mapping of str to ndarray
        Numbers and booleans; an array of objects is refused by numpy with a ValueError.
    meta : mapping of str to JSON values
    """
    raw = _npz(arrays)
    head = {
        "format": FORMAT,
        "sha256": hashlib.sha256(raw).hexdigest(),
        "arrays": {k: [str(a.dtype), list(a.shape)] for k, a in sorted(arrays.items())},
        "meta": meta,
    }
    (folder / f"{name}.npz").write_bytes(raw)
    text = json.dumps(head, ensure_ascii=False, indent=1) + "\n"
    (folder / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")


def load_store(package: str, name: str) -> Store:
    """Read a pair of files of a data package.

    Parameters
    ----------
    package : str
        For example ``"vndirective.models"``.
    name : str
        Stem of both files.

    Raises
    ------
    ResourceError
        If a file is missing or damaged, or of another format version.
    """
    raw, head = (package_bytes(package, f"{name}.{suffix}") for suffix in ("npz", "json"))
    return read_store(raw, head, f"{package}/{name}")


def read_store(raw: bytes, head: bytes, label: str) -> Store:
    """Check and decode the bytes of a pair of files.

    Parameters
    ----------
    raw, head : bytes
        The ``.npz`` and the ``.json``.
    label : str
        How errors name the pair.

    Raises
    ------
    ResourceError
        If the pair is damaged, does not belong together, or is of another format version.
    """
    import numpy as np

    try:
        described = json.loads(head)
        version, checksum = described["format"], described["sha256"]
        declared, meta = described["arrays"], described["meta"]
    except (ValueError, KeyError, TypeError) as error:
        raise ResourceError(
            f"{label}.json: not a description of arrays ({error!r}); reinstall vndirective"
        ) from error
    if version != FORMAT:
        raise ResourceError(
            f"{label}.json: format {version!r}, this version reads {FORMAT!r}; "
            "rebuild the file or install the matching version"
        )
    if hashlib.sha256(raw).hexdigest() != checksum:
        raise ResourceError(
            f"{label}.npz: its SHA-256 is not the one in {label}.json; reinstall vndirective"
        )
    with np.load(io.BytesIO(raw), allow_pickle=False) as opened:
        arrays = {key: opened[key] for key in opened.files}
    found = {key: [str(a.dtype), list(a.shape)] for key, a in arrays.items()}
    if found != declared:
        raise ResourceError(
            f"{label}.npz: holds {found}, {label}.json declares {declared}; reinstall vndirective"
        )
    return Store(arrays, meta)


def pack_words(words: Iterable[str]) -> NDArray[np.uint8]:
    """Pack words without line breaks into one array of UTF-8 bytes."""
    import numpy as np

    return np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8)


def unpack_words(packed: NDArray[np.uint8]) -> list[str]:
    """Undo :func:`pack_words`."""
    text = packed.tobytes().decode("utf-8")
    return text.split("\n") if text else []


def _npz(arrays: Mapping[str, NDArray[Any]]) -> bytes:
    import numpy as np

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(arrays):
            member = zipfile.ZipInfo(f"{name}.npy")
            # ZipInfo's default differs between operating systems; the bytes must not.
            member.create_system = 3
            content = io.BytesIO()
            np.save(content, arrays[name], allow_pickle=False)
            archive.writestr(member, content.getvalue())
    return buffer.getvalue()
