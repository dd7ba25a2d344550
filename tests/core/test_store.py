from __future__ import annotations

import json
import warnings
from pathlib import Path

import numpy as np
import pytest

from vndirective.core.errors import ResourceError
from vndirective.core.store import (
    FORMAT,
    Store,
    load_store,
    pack_words,
    read_store,
    save_store,
    unpack_words,
)


def saved(folder: Path) -> tuple[bytes, bytes]:
    arrays = {"b": np.arange(3, dtype="<u2"), "a": np.eye(2)}
    save_store(folder, "toy", arrays, {"made_of": "Tân Lập"})
    return (folder / "toy.npz").read_bytes(), (folder / "toy.json").read_bytes()


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    store = read_store(*saved(tmp_path), "toy")
    assert isinstance(store, Store)
    assert store.meta == {"made_of": "Tân Lập"}
    assert store.arrays["b"].tolist() == [0, 1, 2]
    assert np.array_equal(store.arrays["a"], np.eye(2))


def test_the_same_arrays_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    assert saved(tmp_path) == saved(tmp_path / "again")


def test_objects_are_never_pickled(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="pickle"):
        save_store(tmp_path, "toy", {"a": np.array([{}], dtype=object)}, {})


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("format", "vndirective-store/0", FORMAT),
        ("sha256", "0" * 64, "SHA-256"),
        ("arrays", {"a": ["float64", [3]]}, "declares"),
    ],
)
def test_a_pair_that_does_not_belong_together_is_refused(
    tmp_path: Path, key: str, value: object, says: str
) -> None:
    raw, head = saved(tmp_path)
    changed = json.dumps(json.loads(head) | {key: value}).encode()
    with pytest.raises(ResourceError, match=says):
        read_store(raw, changed, "toy")


@pytest.mark.parametrize("head", [b"", b"[]", b"{}", b"\xff"])
def test_a_broken_description_is_refused(tmp_path: Path, head: bytes) -> None:
    raw, _ = saved(tmp_path)
    with pytest.raises(ResourceError, match=r"toy\.json"):
        read_store(raw, head, "toy")


def test_a_missing_file_is_named() -> None:
    with pytest.raises(ResourceError, match=r"nothing\.npz"):
        load_store("vndirective.core", "nothing")


@pytest.mark.parametrize("words", [[], ["kỷ"], ["kỷ cương", "đôn đốc"]])
def test_words_survive_packing(words: list[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert unpack_words(pack_words(words)) == words
