"""Codebooks: the themes that passages are classified against.

A codebook is shipped, a YAML or JSON file of the user's, or made from a directive's own tasks.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from vndirective.classify.grams import background, grams, syllables
from vndirective.classify.phrases import spelled_out
from vndirective.core.errors import ArgumentError, CodebookError
from vndirective.core.normalize import make_view
from vndirective.core.records import Analysis, Codebook, Section, Theme

__all__ = ["dump_themes", "load_themes", "shipped_codebooks", "themes_from"]

_MAX_BYTES = 1_000_000
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
    "examples": ("examples", _LIST),
    "sections": ("sections", _LIST),
}
_UNITS = frozenset({"part", "chapter", "section", "article", "clause", "point", "item"})
_LABEL_LENGTH = 80
_SEEDS = 8
#: A pair of syllables in more than this share of the genre's passages tells no item; the words of
#: its heading may be more common.
_COMMON, _COMMON_IN_HEADING = 0.025, 0.08
#: Two syllables are a word if the rarer one stands in this pair at least this often.
_COHESION = 0.5


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
    CodebookError
        If there is no such codebook or file, or if it is malformed; the message names the
        place and the remedy.
    """
    path = Path(name_or_path)
    if path.suffix.lower() not in (".yaml", ".yml", ".json"):
        return _shipped(str(name_or_path))
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CodebookError(
            path,
            f"cannot be read ({error.strerror})",
            f"give a readable file or a shipped name: {', '.join(shipped_codebooks())}",
        ) from error
    return _parse(raw, path)


def dump_themes(codebook: Codebook) -> str:
    """Write a codebook as YAML that :func:`load_themes` reads back unchanged.

    Parameters
    ----------
    codebook : Codebook

    Returns
    -------
    str
    """
    import yaml

    themes = [
        {
            key: _plain(value)
            for key, (name, _) in _THEME_KEYS.items()
            if (value := getattr(t, name))
        }
        for t in codebook.themes
    ]
    head = {"id": codebook.id, "title": codebook.title, "version": codebook.version}
    dumped = yaml.safe_dump(
        {**head, "themes": themes}, sort_keys=False, allow_unicode=True, width=100
    )
    return str(dumped)


def themes_from(analysis: Analysis) -> Codebook:
    """Make a directive's own tasks into themes.

    Parameters
    ----------
    analysis : Analysis
        A directive with outline units and obligations.

    Returns
    -------
    Codebook
        One theme for each top-level unit that carries duties; where one unit carries them
        all, one for each of its sub-units that do.

    Raises
    ------
    ArgumentError
        If no outline unit carries a duty.
    """
    units = _task_units(analysis)
    if not units:
        raise ArgumentError(
            "analysis", analysis.id, "a directive whose numbered items carry at least one duty"
        )
    # The view has the text without wraps and markup residue.
    texts = [" ".join(make_view(analysis.text[u.start : u.end]).text.split()) for u in units]
    labels = [_label(unit, text) for unit, text in zip(units, texts, strict=True)]
    themes = tuple(
        Theme(
            id=f"t{n}",
            label=label,
            definition=text,
            seeds=found,
            sections=(unit.id,),
        )
        for n, (unit, label, text, found) in enumerate(
            zip(units, labels, texts, _seeds(labels, texts, _words(texts)), strict=True), start=1
        )
    )
    title = analysis.frame.title or analysis.frame.number or analysis.id
    return Codebook(analysis.frame.number or analysis.id, title, "1", themes)


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
            path, f"holds {len(raw)} bytes, the limit is {_MAX_BYTES}", "split it into codebooks"
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
        raise CodebookError(
            path,
            f"{place} has neither 'definition' nor 'seeds'",
            "add one of them: a bare label says too little to classify by",
        )
    for seed in (*(entry.get("seeds") or ()), *(entry.get("hints") or ())):
        try:
            spelled_out(seed)
        except ValueError as error:
            raise CodebookError(
                path,
                f"{place}, phrase {seed!r:.80}: {error}",
                "write alternatives as a|b or x (a|b), a gap as a … b",
            ) from error
    values: dict[str, Any] = {
        name: tuple(entry[key]) if kind == _LIST else entry[key]
        for key, (name, kind) in _THEME_KEYS.items()
        if entry.get(key)
    }
    return Theme(**values)


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


def _task_units(analysis: Analysis) -> list[Section]:
    by_id = {section.id: section for section in analysis.sections}
    carrying: set[str] = set()
    for duty in analysis.obligations:
        at = duty.section
        while at in by_id and at not in carrying:
            carrying.add(at)
            at = by_id[at].parent or ""
    units = [s for s in analysis.sections if s.kind in _UNITS and s.id in carrying]
    unit_ids = {unit.id for unit in units}
    level = [unit for unit in units if unit.parent not in unit_ids]
    while len(level) == 1:
        below = [unit for unit in units if unit.parent == level[0].id]
        if len(below) < 2:
            break
        level = below
    return level


def _label(unit: Section, text: str) -> str:
    if unit.heading:
        first = " ".join(unit.heading.split()).rstrip(" :")
    else:
        printed = re.escape(unit.label or "")
        body = re.sub(rf"^\W*{printed}\W*", "", text, count=1)
        first = re.split(r"[.;:]", body, maxsplit=1)[0].strip() or text
    if len(first) <= _LABEL_LENGTH:
        return first
    return first[:_LABEL_LENGTH].rsplit(" ", 1)[0].rstrip(" ,") + "…"


def _words(texts: list[str]) -> set[str]:
    """Return the words of two syllables, folded; half of two words is no seed."""
    from vndirective.segment.words import words

    found = set()
    for text in texts:
        for word in words(text):
            pair = " ".join(syllables(text[word.start : word.end]))
            if pair.count(" ") == 1:
                found.add(pair)
    return found


def _seeds(labels: list[str], texts: list[str], words: set[str]) -> list[tuple[str, ...]]:
    """Return, per item, the pairs of syllables that are words and tell it from the others."""
    counted = [Counter(grams(syllables(text))) for text in texts]
    everywhere = sum(counted, Counter())
    shared = Counter(gram for counts in counted for gram in counts)
    known = background()
    chosen = []
    for label, counts in zip(labels, counted, strict=True):
        titled = set(grams(syllables(label)))
        weights: dict[str, float] = {}
        for pair, n in counts.items():
            # The heading names the task; elsewhere only what the item repeats is its own.
            limit = _COMMON_IN_HEADING if pair in titled else _COMMON if n > 1 else 0.0
            if (
                pair not in words
                or known.genre.frequency.get(pair, 0) >= limit * known.genre.passages
            ):
                continue
            if _sticks(pair, known.genre.frequency) or _sticks(pair, everywhere):
                weights[pair] = n * known.keyness(pair) * known.idf(pair) / shared[pair]
        ranked = sorted((-weight, pair) for pair, weight in weights.items() if weight)
        chosen.append(tuple(pair for _, pair in ranked[:_SEEDS]))
    return chosen


def _sticks(pair: str, counts: Mapping[str, int]) -> bool:
    """Say whether the rarer of two syllables is mostly met in this pair: then it is a word."""
    together = counts.get(pair, 0) if " " in pair else 0
    return together > 1 and together >= _COHESION * min(counts[part] for part in pair.split())
