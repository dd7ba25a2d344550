"""Reading the library's own data: lexicons here, corpora and models in their packages."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from vndirective.core.errors import ResourceError

__all__ = ["lexicon", "package_bytes"]


def package_bytes(package: str, name: str) -> bytes:
    """Read one file of a data package.

    Parameters
    ----------
    package : str
        For example ``"vndirective.models"``.
    name : str
        Path of the file inside the package, with ``/``.

    Raises
    ------
    ResourceError
        If the file is not there.
    """
    try:
        return files(package).joinpath(*name.split("/")).read_bytes()
    except (OSError, ModuleNotFoundError) as error:
        raise ResourceError(
            f"{package}/{name}: not found in the installed package; reinstall vndirective"
        ) from error


@cache
def lexicon(name: str) -> Any:
    """Load ``lexicons/<name>.json`` once.

    Raises
    ------
    ResourceError
        If the file is missing or is not JSON.
    """
    raw = package_bytes("vndirective.lexicons", f"{name}.json")
    try:
        return json.loads(raw)
    except ValueError as error:
        raise ResourceError(f"lexicons/{name}.json: not valid JSON ({error})") from error
