"""The page of figures says what ``evaluate`` gives today."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))


def test_the_page_of_figures_is_up_to_date() -> None:
    from figures import HEAD, REAL, TARGET, of_corpora

    page = TARGET.read_text(encoding="utf-8").split(REAL)[0]
    # Peers change with their versions; their tables are not compared.
    peers = re.compile(r"### Peers.*?(?=\n## |\Z)", re.S)
    expected = f"{HEAD}\n{of_corpora()}"
    plain = [peers.sub("", text).strip() for text in (page, expected)]
    assert plain[0] == plain[1], "run make figures"
