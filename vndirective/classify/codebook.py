"""Codebooks: the themes that passages are classified against.

A codebook is shipped or a YAML or JSON file of the user's; one may also be made from a directive's
own tasks, see :mod:`vndirective.classify.tasks`.
"""

from __future__ import annotations

import json
import warnings
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from vndirective.classify.doubts import NOTHING, SAY_MORE, doubts_about, of_hints, without_hints
from vndirective.classify.phrases import quoted, spelled_out
from vndirective.core import arguments
from vndirective.core.errors import ArgumentError, CodebookError
from vndirective.core.records import Codebook, Theme

__all__ = [
    "DEFAULT_CODEBOOK",
    "codebook_of",
    "dump_themes",
    "load_themes",
    "shipped_codebooks",
]

#: The shipped codebook that is used where none is named.
DEFAULT_CODEBOOK = "hanoi-24"

_MAX_BYTES = 1_000_000
_PHRASES = "write alternatives as a|b or x (a|b), a gap as a … b"
_SEQUENCE = "tag:yaml.org,2002:seq"
_TEXT, _LIST = "text", "list of texts"
_CODEBOOK_KEYS = {
    "id": _TEXT,
    "title": _TEXT,
    "version": _TEXT,
    "language": _TEXT,
    "themes": "list",
}
#: Key in the file, in file order: attribute of the record, type.
_THEME_KEYS = {
    "id": ("id", _TEXT),
    "label": ("label", _TEXT),
    "label_en": ("label_en", _TEXT),
    "definition": ("definition", _TEXT),
    "in": ("include", _TEXT),
    "out": ("exclude", _TEXT),
    "seeds": ("seeds", _LIST),
    "hints": ("hints", _LIST),
    "against": ("against", _LIST),
    "examples": ("examples", _LIST),
    "sections": ("sections", _LIST),
}


def shipped_codebooks() -> list[str]:
    """Return the names that :func:`load_themes` knows without a file."""
    folder = files("vndirective.lexicons").joinpath("codebooks")
    return sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".yaml"))


def load_themes(name_or_path: str | Path) -> Codebook:
    """Load a codebook.

    Parameters
    ----------
    name_or_path : str or Path
        Name of a shipped codebook, or a ``.yaml``, ``.yml`` or ``.json`` file.

    Returns
    -------
    Codebook

    Raises
    ------
    ArgumentError
        If it is neither a name nor a path.
    CodebookError
        If there is no such codebook or file, or if it is malformed; the message names the
        place and the remedy.

    Warns
    -----
    UserWarning
        Of each doubt, see :func:`doubts_about`.
    """
    valid = f"a shipped name ({', '.join(shipped_codebooks())}) or the path of a codebook"
    path = Path(arguments.path("name_or_path", name_or_path, valid))
    if path.suffix.lower() not in (".yaml", ".yml", ".json"):
        return _shipped(str(name_or_path))
    try:
        with path.open("rb") as file:
            raw = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise CodebookError(
            path,
            f"cannot be read ({error.strerror})",
            f"give a readable file or a shipped name: {', '.join(shipped_codebooks())}",
        ) from error
    except ValueError as error:  # "a\0.yaml"
        reason, remedy = f"is no path of a file ({error})", "give the path of a .yaml file"
        raise CodebookError(repr(str(path)), reason, remedy) from error
    codebook = _parse(raw, path)
    for doubt in doubts_about(codebook):
        warnings.warn(f"{path}: {doubt.message}", stacklevel=2)
    return codebook


def codebook_of(given: Codebook | str | Path) -> Codebook:
    """Return a codebook that was given as one, or by what `load_themes` takes.

    Raises
    ------
    ArgumentError
        If it is none, or one made by hand whose themes are no themes.
    CodebookError
        As `load_themes`.
    """
    if isinstance(given, (str, Path)):
        return load_themes(given)
    valid = f"a codebook: {DEFAULT_CODEBOOK!r}, the path of one, load_themes(…) or themes_from(doc)"
    codebook = arguments.instance("codebook", given, Codebook, valid)
    of_themes = "a tuple of Theme, each with an id of its own"
    arguments.instance("codebook.themes", codebook.themes, tuple, of_themes)
    for n, theme in enumerate(codebook.themes):
        place = f"codebook.themes[{n}]"
        arguments.instance(place, theme, Theme, "a Theme")
        for name, kind in _THEME_KEYS.values():
            value = getattr(theme, name)
            if kind == _LIST:
                arguments.instance(f"{place}.{name}", value, tuple, "a tuple of texts")
                arguments.texts(f"{place}.{name}", value)
            elif value is not None or name in ("id", "label"):
                arguments.text(f"{place}.{name}", value)
    repeated = [key for key, n in Counter(t.id for t in codebook.themes).items() if n > 1]
    if not codebook.themes or repeated:
        raise ArgumentError("codebook.themes", repeated, of_themes)
    _check_phrases(codebook)
    return codebook


def dump_themes(codebook: Codebook | str | Path) -> str:
    """Write a codebook as YAML that :func:`load_themes` reads back unchanged.

    A comment at its head names the themes made from a directive that have no hints.

    Parameters
    ----------
    codebook : Codebook, str or Path
        A codebook, or what `load_themes` takes.

    Returns
    -------
    str

    Raises
    ------
    ArgumentError, CodebookError
        If it is none.
    """
    import yaml

    class Running(list[str]):
        """Hints are many: they run on instead of standing in a line each."""

    class Dumper(yaml.SafeDumper):
        pass

    Dumper.add_representer(
        Running, lambda dumper, hints: dumper.represent_sequence(_SEQUENCE, hints, flow_style=True)
    )
    codebook = codebook_of(codebook)
    themes = [
        {
            key: Running(value) if name == "hints" else _plain(value)
            for key, (name, _) in _THEME_KEYS.items()
            if (value := getattr(t, name))
        }
        for t in codebook.themes
    ]
    head = {"id": codebook.id, "title": codebook.title, "version": codebook.version}
    dumped = yaml.dump(
        {**head, "themes": themes}, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=100
    )
    bare = without_hints(codebook)
    return f"# {of_hints(bare)}\n{dumped}" if bare else str(dumped)


def _shipped(name: str) -> Codebook:
    known = shipped_codebooks()
    if name not in known:
        raise CodebookError(
            name,
            f"no shipped codebook of this name (shipped: {', '.join(known)})",
            "give one of these, or a file that ends in .yaml, .yml or .json",
        )
    resource = files("vndirective.lexicons").joinpath("codebooks", f"{name}.yaml")
    return _parse(resource.read_bytes(), Path(f"{name}.yaml"))


def _parse(raw: bytes, path: Path) -> Codebook:
    if len(raw) > _MAX_BYTES:
        raise CodebookError(
            path, f"holds more than {_MAX_BYTES} bytes, the limit", "split it into codebooks"
        )
    try:
        text = raw.decode("utf-8-sig")
        data = _json(text) if path.suffix.lower() == ".json" else _yaml(text)
    except UnicodeDecodeError as error:
        raise CodebookError(path, f"not UTF-8 at byte {error.start}", "save it as UTF-8") from error
    except ValueError as error:
        reason = " ".join(str(error).split())
        raise CodebookError(path, f"not well-formed: {reason}", "correct that place") from error
    except RecursionError as error:
        raise CodebookError(path, "nested too deeply", "themes are one flat list") from error
    return _codebook(data, path)


def _json(text: str) -> Any:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        repeated = [key for key, n in Counter(key for key, _ in pairs).items() if n > 1]
        if repeated:
            raise ValueError(f"key {repeated[0]!r} stands twice in one mapping")
        return dict(pairs)

    return json.loads(text, object_pairs_hook=unique)


def _yaml(text: str) -> Any:
    import yaml

    # Aliases can make a small file unfold into a huge one, and YAML keeps the last of two
    # equal keys without a word: both are refused before anything is built.
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, yaml.SafeLoader)):
            raise ValueError("aliases (*name) are not allowed: write the value out")
        pending = [node] if node else []
        while pending:
            current = pending.pop()
            if isinstance(current, yaml.MappingNode):
                _refuse_repeated(current)
                pending += [value for _, value in current.value]
            elif isinstance(current, yaml.SequenceNode):
                pending += current.value
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


def _refuse_repeated(mapping: Any) -> None:
    seen: set[str] = set()
    for key, _ in mapping.value:
        if not isinstance(key.value, str):
            continue
        if key.value in seen:
            mark = key.start_mark
            raise ValueError(
                f"key {key.value!r} stands twice in one mapping, line {mark.line + 1}, "
                f"column {mark.column + 1}"
            )
        seen.add(key.value)


def _codebook(data: Any, path: Path) -> Codebook:
    if not isinstance(data, dict):
        raise CodebookError(
            path,
            f"holds {_kind(data)}, not a mapping",
            f"write the keys {', '.join(_CODEBOOK_KEYS)}",
        )
    _check_keys(data, _CODEBOOK_KEYS, path, "the codebook")
    for key in ("id", "title", "version"):
        if not data.get(key):
            raise CodebookError(path, f"the codebook has no {key!r}", f"add {key}: …")
    if data.get("language", "vi") != "vi":
        raise CodebookError(
            path, f"language {data['language']!r} is not known", "write language: vi"
        )
    entries = data.get("themes")
    if not entries:
        raise CodebookError(path, "the codebook has no themes", "add at least one under themes:")
    themes = tuple(_theme(entry, n, path) for n, entry in enumerate(entries, start=1))
    repeated = [key for key, n in Counter(theme.id for theme in themes).items() if n > 1]
    if repeated:
        raise CodebookError(path, f"theme id {repeated[0]!r} occurs twice", "give each its own id")
    return Codebook(data["id"], data["title"], data["version"], themes)


def _theme(entry: Any, n: int, path: Path) -> Theme:
    place = f"theme {n}"
    if not isinstance(entry, dict):
        raise CodebookError(
            path,
            f"{place} is {_kind(entry)}, not a mapping",
            f"write its keys: {', '.join(_THEME_KEYS)}",
        )
    if isinstance(entry.get("id"), str):
        place += f" ({entry['id']!r})"
    _check_keys(entry, {key: kind for key, (_, kind) in _THEME_KEYS.items()}, path, place)
    for key in ("id", "label"):
        if not entry.get(key):
            raise CodebookError(path, f"{place} has no {key!r}", f"add {key}: …")
    if not entry.get("definition") and not entry.get("seeds"):
        raise CodebookError(path, f"{place} {NOTHING}", SAY_MORE)
    values: dict[str, Any] = {
        name: tuple(entry[key]) if kind == _LIST else entry[key]
        for key, (name, kind) in _THEME_KEYS.items()
        if entry.get(key)
    }
    theme = Theme(**values)
    for phrase, problem in _malformed(theme):
        raise CodebookError(path, f"{place}, phrase {phrase!r:.80}: {problem}", _PHRASES)
    return theme


def _malformed(theme: Theme) -> Iterator[tuple[str, str]]:
    """Yield the phrases that stand for nothing, with the reason."""
    for phrase in (*theme.seeds, *theme.hints, *theme.against, *quoted(theme.exclude)):
        try:
            spelled_out(phrase)
        except ValueError as error:
            yield phrase, str(error)


@lru_cache(maxsize=8)
def _check_phrases(codebook: Codebook) -> None:
    for n, theme in enumerate(codebook.themes):
        for phrase, problem in _malformed(theme):
            raise ArgumentError(
                f"codebook.themes[{n}]", phrase, f"phrases as in a codebook ({problem}): {_PHRASES}"
            )


def _check_keys(entry: dict[Any, Any], valid: dict[str, str], path: Path, place: str) -> None:
    for key, value in entry.items():
        if key not in valid:
            raise CodebookError(
                path, f"{place} has an unknown key {key!r}", f"valid keys: {', '.join(valid)}"
            )
        kind = valid[key]
        fits = isinstance(value, str) if kind == _TEXT else isinstance(value, list)
        if kind == _LIST and fits:
            wrong = [item for item in value if not isinstance(item, str) or not item.strip()]
            if wrong:
                raise CodebookError(
                    path,
                    f"{place}, key {key!r} holds {_kind(wrong[0])} ({wrong[0]!r})",
                    "write non-empty texts, numbers between quotation marks",
                )
        if value is not None and not fits:
            raise CodebookError(
                path,
                f"{place}, key {key!r} is {_kind(value)} ({value!r:.60})",
                f"write a {kind}; put numbers, yes and no between quotation marks",
            )


def _kind(value: Any) -> str:
    names = {dict: "a mapping", list: "a list", str: "a text", type(None): "nothing"}
    return names.get(type(value), f"of type {type(value).__name__}")


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
