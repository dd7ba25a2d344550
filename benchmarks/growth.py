"""How the time of segmentation grows: with size, and on texts that are made to be slow.

Prints, for each text, the processor time per character as a multiple of that of normal text in
the same run: 1.0 is linear. Run it with ``make bench`` or ``python benchmarks/growth.py``.
"""

from __future__ import annotations

import time
from importlib.resources import files

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


if __name__ == "__main__":
    main()
