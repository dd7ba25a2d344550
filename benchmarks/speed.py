"""How long the stages take, measured against word segmentation of the same text.

``python benchmarks/speed.py`` prints a table; see ``benchmarks/README.md``. Times depend on the
machine, ratios hardly do: ``underthesea.word_tokenize`` runs in the same process, in turn with
the stages.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from importlib.resources import files

from underthesea import word_tokenize

import vndirective as vd
from vndirective.classify.codebook import DEFAULT_CODEBOOK
from vndirective.core.normalize import make_view
from vndirective.extract.extraction import extract
from vndirective.segment.frame import roles_of
from vndirective.segment.kinds import is_news
from vndirective.segment.lines import lines_of
from vndirective.segment.outline import Unit, outline
from vndirective.segment.sentences import sentences_of
from vndirective.segment.structure import segment

YARDSTICK = "underthesea.word_tokenize"
ISSUED_ON = "2024-03-18"


def bundled_text() -> str:
    """Return the directive and the papers of the bundled seminar as one text."""
    seminar = files("vndirective.corpora").joinpath("seminar")
    papers = sorted(seminar.joinpath("papers").iterdir(), key=lambda entry: entry.name)
    return "\n\n".join(
        entry.read_text(encoding="utf-8") for entry in [seminar.joinpath("directive.txt"), *papers]
    )


def stages(text: str) -> dict[str, Callable[[], object]]:
    """Return what is timed, each as a call without arguments."""
    segmented = segment(make_view(text))
    passages = [line for line in text.split("\n") if line.strip()]
    codebook = vd.load_themes(DEFAULT_CODEBOOK)
    return {
        YARDSTICK: lambda: [word_tokenize(line) for line in text.split("\n") if line.strip()],
        "themes of passages": lambda: vd.classify_passages(passages, codebook),
        "view, outline, sentences": lambda: units_and_sentences(text),
        "view and all of segment": lambda: segment(make_view(text)),
        "extract": lambda: extract(segmented, ISSUED_ON),
        "analyze and to_dict": lambda: vd.analyze(text=text, issued_on=ISSUED_ON).to_dict(),
    }


def units_and_sentences(text: str) -> tuple[list[Unit], list[tuple[int, int]]]:
    """Return outline and sentences, without the fields of the frame and the records."""
    lines = lines_of(make_view(text))
    roles = roles_of(lines, is_news(lines))
    return outline(lines, roles), list(sentences_of(lines, roles))


def best_of(calls: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the shortest time of each call, in seconds; the calls take turns.

    One round before those that count loads the models and the lexicons.
    """
    best = dict.fromkeys(calls, float("inf"))
    for turn in range(rounds + 1):
        for name, call in calls.items():
            start = time.perf_counter()
            call()
            taken = time.perf_counter() - start
            if turn:
                best[name] = min(best[name], taken)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3, help="rounds that count (default 3)")
    parser.add_argument(
        "--repeat", type=int, default=8, help="copies of the text in the long document (default 8)"
    )
    options = parser.parse_args()
    once = bundled_text()
    for text in (once, "\n\n".join([once] * options.repeat)):
        best = best_of(stages(text), options.rounds)
        print(f"\none document of {len(text):,} characters")
        print(f"{'':28}{'s':>9}{'chars/s':>12}{'× the yardstick':>18}")
        for name, taken in best.items():
            ratio = best[YARDSTICK] / taken
            print(f"{name:28}{taken:9.3f}{len(text) / taken:12,.0f}{ratio:18.1f}")


if __name__ == "__main__":
    main()
