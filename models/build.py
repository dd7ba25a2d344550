"""Rebuild every model from the texts of ``corpora/``: ``python models/build.py``.

The result follows from the texts alone and is the same, byte for byte, on every machine.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from vndirective.classify.grams import grams, paragraphs, syllables  # noqa: E402
from vndirective.core.store import pack_words, save_store  # noqa: E402

#: A pair met once in the genre has nearly the weight of an unknown one, and half of all pairs
#: are such: leaving them out keeps the file small.
RARE = 2
#: The folder of texts that stand in another folder already.
COPIES = "delivered"


def passages(path: Path) -> list[str]:
    return paragraphs(path.read_text(encoding="utf-8-sig"))


def counted(texts: list[str]) -> Counter[str]:
    return Counter(gram for text in texts for gram in set(grams(syllables(text))))


def held_out(corpora: Path) -> set[Path]:
    """Return the texts of the splits that are scored, which no model may have seen."""
    index = corpora / "documents" / "index.json"
    documents = json.loads(index.read_text(encoding="utf-8"))["documents"]
    return {index.parent / entry["file"] for entry in documents if entry["split"] != "train"}


def build(corpora: Path, folder: Path) -> None:
    """Count 1-2-grams of every ``*.txt`` under ``corpora`` and write ``background``.

    Texts of the splits dev and test are left out.
    """
    scored = held_out(corpora)
    files = sorted(
        (p for p in corpora.rglob("*.txt") if p.parent.name != COPIES and p not in scored),
        key=lambda path: path.as_posix(),
    )
    quiet = [path for path in files if path.parent.name == "background"]
    genre_texts = [part for path in files for part in passages(path)]
    off_texts = [part for path in quiet for part in passages(path)]
    genre, off_topic = counted(genre_texts), counted(off_texts)
    kept = sorted(gram for gram, n in genre.items() if n >= RARE or gram in off_topic)
    arrays = {
        "grams": pack_words(kept),
        "genre": np.array([genre[gram] for gram in kept], dtype="<u2"),
        "off_topic": np.array([off_topic[gram] for gram in kept], dtype="<u2"),
    }
    meta = {
        "genre_passages": len(genre_texts),
        "off_topic_passages": len(off_texts),
        "off_topic_texts": [path.name for path in quiet],
        "texts": [path.relative_to(corpora).as_posix() for path in files],
    }
    save_store(folder, "background", arrays, meta)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "models", help="folder to write to")
    build(ROOT / "corpora", parser.parse_args().out)
