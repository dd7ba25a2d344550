"""What a change does: extractions gained, lost and changed since the last commit, like a diff.

``make report`` analyzes the texts of the corpora, and of ``VNDIRECTIVE_TEXTS`` where it names a
folder, with the code of a commit (``--since``, by default the last one of main) and with the
code as it is, and prints every record that differs.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
LAYERS = ("sections", "actors", "times", "obligations", "citations", "quotes")
#: Numbered in the order of the text: one new record would change all that follow.
_NUMBERED = ("id", "actor", "deadlines", "sentence", "refers_to", "speaker")

_DUMP = """
import json, sys
import vndirective as vd
for path in sys.stdin.read().split("\\n"):
    try:
        print(json.dumps(vd.analyze(path).to_dict()))
    except vd.VndirectiveError as error:
        print(json.dumps({"source": {"path": path}, "text": "", "error": str(error)}))
"""


def held_out() -> set[Path]:
    """Return the texts of the test split, which are scored and not looked at."""
    index = ROOT / "corpora" / "documents" / "index.json"
    documents = json.loads(index.read_text(encoding="utf-8"))["documents"]
    return {index.parent / entry["file"] for entry in documents if entry["split"] == "test"}


def texts() -> list[Path]:
    """Return the texts that are compared."""
    hidden = held_out()
    folders = [ROOT / "corpora"]
    if os.environ.get("VNDIRECTIVE_TEXTS"):
        folders.append(Path(os.environ["VNDIRECTIVE_TEXTS"]))
    found = (p for f in folders for p in f.rglob("*.txt"))
    return sorted(p for p in found if p.parent.name != "delivered" and p not in hidden)


def analyzed(code: Path, paths: list[Path]) -> list[dict]:
    """Analyze the texts with the library that lies in a folder, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(code)!r})\n{_DUMP}"],
        input="\n".join(map(str, paths)), capture_output=True, text=True, check=True, cwd=code,
    )  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines()]


def records(document: dict) -> dict[tuple[str, int, int], dict]:
    """Return the records of a document by layer and place, without what is only numbering."""
    found = {}
    for layer in LAYERS:
        for record in document.get(layer, []):
            plain = {k: v for k, v in record.items() if layer == "sections" or k not in _NUMBERED}
            found[layer, record["start"], record["end"]] = plain
    return found


def compare(before: dict, after: dict) -> list[str]:
    """Return a line for each record that is lost (-), gained (+) or changed (~)."""
    old, new, text = records(before), records(after), after["text"] or before["text"]
    lines = []
    for key in sorted(old.keys() | new.keys(), key=lambda k: (k[1], k[2], k[0])):
        layer, start, end = key
        if old.get(key) == new.get(key):
            continue
        shown = " ".join(text[start:end].split())[:100]
        if key not in new:
            lines.append(f"- {layer} {start}: {shown}")
        elif key not in old:
            lines.append(f"+ {layer} {start}: {shown}")
        else:
            names = [n for n in new[key] if new[key][n] != old[key].get(n)]
            values = "; ".join(f"{n} {old[key].get(n)!r} > {new[key][n]!r}"[:160] for n in names)
            lines.append(f"~ {layer} {start}: {shown}: {values}")
    return lines


def main() -> None:
    """Print the differences and their number."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--since", default="main", help="commit to compare with (default main)")
    options = parser.parse_args()
    paths = texts()
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(
            ["git", "archive", options.since, "vndirective"],
            capture_output=True,
            check=True,
            cwd=ROOT,
        )
        subprocess.run(["tar", "-x", "-C", folder], input=archive.stdout, check=True)
        before = analyzed(Path(folder), paths)
    after = analyzed(ROOT, paths)
    counts = dict.fromkeys("-+~", 0)
    for path, old, new in zip(paths, before, after, strict=True):
        lines = compare(old, new)
        for line in lines:
            counts[line[0]] += 1
        if lines:
            print(f"\n{path}\n" + "\n".join(lines))
    print(
        f"\n{counts['+']} gained, {counts['-']} lost, {counts['~']} changed in {len(paths)} texts"
    )


if __name__ == "__main__":
    main()
