"""How time grows: of segmentation, also on texts made to be slow, and of themes and duplicates.

Prints, for each text, the processor time per character as a multiple of that of normal text in
the same run: 1.0 is linear. Then, for passages by the thousand, seconds, the exponent of their
growth (1.0 is linear) and the largest memory so far. Run it with ``make bench`` or
``python benchmarks/growth.py``.
"""

from __future__ import annotations

import math
import random
import resource
import time
from collections.abc import Callable
from importlib.resources import files

from vndirective.classify.classifier import classify_passages
from vndirective.classify.codebook import DEFAULT_CODEBOOK, load_themes
from vndirective.classify.duplicates import near_duplicates
from vndirective.core.normalize import make_view
from vndirective.segment.structure import segment


def per_character(text: str) -> float:
    """Return seconds per character, the best of two runs."""
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        segment(make_view(text))
        best = min(best, time.process_time() - start)
    return best / len(text)


def passages(n: int) -> list[str]:
    """Return passages of three sentences each, drawn from the papers of the bundled seminar."""
    papers = files("vndirective.corpora").joinpath("seminar").joinpath("papers").iterdir()
    texts = [entry.read_text(encoding="utf-8") for entry in sorted(papers, key=lambda p: p.name)]
    sentences = [part for text in texts for part in text.split(". ") if len(part) > 40]
    draw = random.Random(24)
    return [". ".join(draw.choices(sentences, k=3)) for _ in range(n)]


def growth_of_classification() -> None:
    """Print how long themes and duplicates take from a thousand to 100,000 passages."""
    codebook = load_themes(DEFAULT_CODEBOOK)
    work: dict[str, Callable[[list[str]], object]] = {
        "themes": lambda texts: classify_passages(texts, codebook),
        "duplicates": lambda texts: near_duplicates(
            [(str(i // 20), text) for i, text in enumerate(texts)]
        ),
    }
    for name, run in work.items():
        run(passages(1))
        before = None
        for n in (1_000, 10_000, 100_000):
            texts = passages(n)
            start = time.process_time()
            run(texts)
            taken = time.process_time() - start
            grown = f"n^{math.log10(taken / before):.2f}" if before else ""
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(f"{name:<12}{n:>8,} passages {taken:8.2f} s  {grown:<8}{memory:>6,} MB")
            before = taken


def main() -> None:
    """Measure and print."""
    seminar = files("vndirective.corpora").joinpath("seminar")
    normal = seminar.joinpath("directive.txt").read_text(encoding="utf-8")
    line = " ".join(normal.split())
    nested = "\n".join(
        f"{label} Rà soát hồ sơ tồn đọng của từng xã"
        for k in range(100)
        for label in ("I.", f"{k}.", f"{k}.1.", "a)", "-")
    )
    texts = {
        "1 MB": normal * (1_000_000 // len(normal)),
        "10 MB": normal * (10_000_000 // len(normal)),
        "one line of 1 MB": line * (1_000_000 // len(line)),
        "500 nested items": nested,
        "100,000 bullets": "- Rà soát toàn bộ hồ sơ tồn đọng;\n" * 100_000,
        "a million line ends": normal + "\n" * 1_000_000,
        "stops": "A. B. " * 100_000,
        "quotation marks": "“a ” " * 100_000,
    }
    per_character(normal)
    base = per_character(texts["1 MB"])
    for name, text in texts.items():
        print(f"{name:<22}{len(text):>12,} characters  {per_character(text) / base:6.2f} ×")
    growth_of_classification()


if __name__ == "__main__":
    main()
