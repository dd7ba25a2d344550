"""What importing costs, and what the facade names, each in a fresh process."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

import vndirective as vd

HEAVY = (
    "numpy", "pandas", "sklearn", "scipy", "spacy", "underthesea", "pyvi", "lxml", "pypdfium2",
    "xlsxwriter", "icalendar", "jinja2", "joblib", "tqdm", "matplotlib", "dateutil", "yaml",
    "charset_normalizer", "trafilatura", "selectolax", "justext",
)  # fmt: skip


def run(code: str) -> str:
    """Run code in a fresh process and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def heavy_after(code: str) -> list[str]:
    """Return which heavy packages are imported after the code has run."""
    shown = run(f"{code}\nimport sys, json\nprint('\\n' + json.dumps(sorted(sys.modules)))")
    loaded = {name.split(".")[0] for name in json.loads(shown.splitlines()[-1])}
    return sorted(loaded & set(HEAVY))


def test_importing_loads_nothing_heavy() -> None:
    assert heavy_after("import vndirective") == []


def test_importing_does_not_load_the_command_line() -> None:
    assert "typer" not in run("import vndirective, sys; print(*sys.modules)").split()


def test_the_page_of_the_api_names_all_of_it() -> None:
    page = Path(__file__).parents[1].joinpath("docs", "api.md").read_text(encoding="utf-8")
    assert [name for name in vd.__all__ if name != "__version__" and name not in page] == []


def test_the_examples_on_the_page_of_the_api_run() -> None:
    page = Path(__file__).parents[1].joinpath("docs", "api.md").read_text(encoding="utf-8")
    code = "".join(block.split("```")[0] for block in page.split("```python\n")[1:])
    shown = run(
        f"import vndirective as vd\n{code}\nprint(vd.agreement(mine, yours).kappa, next_ones)"
    )
    assert shown.startswith("{'digital': 1.0, 'discipline': 0.0} [")


HELP = """
import sys
from vndirective.cli import main
sys.argv = ["vndirective", *{arguments}]
try:
    main()
except SystemExit as end:
    assert end.code == 0, end.code
"""


@pytest.mark.parametrize("arguments", [["--help"], ["classify", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert heavy_after(HELP.format(arguments=arguments)) == []


def test_analyzing_a_text_needs_no_heavy_package() -> None:
    code = "import vndirective as vd; vd.analyze(text='Sở Nội vụ phải báo cáo.').to_json()"
    assert heavy_after(code) == []


def test_importing_is_cheap_beside_numpy() -> None:
    timed = "import time; t = time.perf_counter(); import {}; print(time.perf_counter() - t)"

    def cost(module: str) -> float:
        return statistics.median(float(run(timed.format(module))) for _ in range(5))

    run("import numpy, vndirective")  # warms the cache of compiled modules
    assert cost("vndirective") <= 2.5 * cost("numpy")


def test_every_public_name_resolves() -> None:
    for name in vd.__all__:
        assert getattr(vd, name) is not None, name


def test_every_public_name_resolves_first_in_a_fresh_process() -> None:
    run("import vndirective\nfrom vndirective import *\nassert callable(analyze)")


# The name of the verb is also the name of a package; whatever was used before, the verb counts.
BEFORE = [
    "pass",
    "vd.load_themes('hanoi-24')",
    "import vndirective.classify.codebook",
    "vd.classify; vd.load_themes('hanoi-24')",
]


@pytest.mark.parametrize("before", BEFORE)
def test_every_name_is_the_verb_whatever_was_used_before(before: str) -> None:
    run(
        f"import vndirective as vd\n{before}\n"
        "import types\n"
        "for name in vd.__all__:\n"
        "    assert not isinstance(getattr(vd, name), types.ModuleType), name\n"
    )


def test_dir_lists_the_public_names() -> None:
    assert dir(vd) == sorted(vd.__all__)


def test_all_has_no_double_and_is_sorted() -> None:
    assert len(set(vd.__all__)) == len(vd.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'analyse'"):
        _ = vd.analyse  # type: ignore[attr-defined]
    assert not hasattr(vd, "numpy")


def test_the_version_is_one() -> None:
    assert vd.__version__.count(".") >= 1
