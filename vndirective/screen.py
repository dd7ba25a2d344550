"""What the command line prints: findings as plain text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vndirective.document import Document
    from vndirective.seminar import Coverage

__all__ = ["coverage_table", "summary", "table", "task_table"]


def summary(doc: Document) -> str:
    """What was found in one document, in a few lines."""
    frame = doc.frame
    head = [
        f"{doc.analysis.source.path or doc.id}: {frame.kind}"
        + (f" {frame.number}" if frame.number else "")
        + (f", {frame.issued_on}" if frame.issued_on else ""),
    ]
    if frame.title:
        head.append(_cut(frame.title, 100))
    counts = {
        "sections": len(doc.sections), "sentences": len(doc.sentences), "actors": len(doc.actors),
        "times": len(doc.times), "deadlines": len(doc.deadlines), "obligations": len(doc.obligations),
        "citations": len(doc.citations), "quotes": len(doc.quotes),
    }  # fmt: skip
    head.append(", ".join(f"{n} {name}" for name, n in counts.items()))
    return "\n".join([*head, *(f"warning: {w.message}" for w in doc.warnings)])


def _cut(text: str, width: int) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= width else plain[: width - 1] + "…"


def table(rows: list[list[str]]) -> str:
    """Rows with a head, in columns as wide as they need."""
    widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join([lines[0], "  ".join("─" * width for width in widths), *lines[1:]])


def task_table(doc: Document) -> str:
    """The duties of one document: when, who, what."""
    from vndirective.export.labels import day_in_words
    from vndirective.export.tasks.rows import task_rows

    rows = [["Thời hạn", "Chủ trì", "Nhiệm vụ"]]
    rows += [
        [
            day_in_words(row["due"]) if row["due"] else _cut(row["deadline_text"], 30),
            _cut(row["lead"], 36),
            _cut(row["action"], 80),
        ]
        for row in task_rows(doc.analysis)
    ]
    title = _cut(f"{doc.number or ''} {doc.title or doc.analysis.source.path or ''}".strip(), 110)
    return f"{title}\n{table(rows)}" if len(rows) > 1 else f"{title}\n(không tìm thấy nhiệm vụ nào)"


def coverage_table(coverage: Coverage) -> str:
    """Which papers speak to which theme."""
    from vndirective.export.findings import speaks_to, told_apart

    data = coverage.data
    rows = [["Chủ đề", "Bài", "Tham luận đóng góp"]]
    for theme in data.codebook.themes:
        names = [str(n) for n, paper in enumerate(data.papers, 1) if speaks_to(paper, theme)]
        rows.append(
            [_cut(theme.label, 56), str(len(names)), ", ".join(names) or "— chưa bài nào —"]
        )
    papers = "\n".join(
        f"{n:>3}. {_cut(p['unit'] or Path(p['path'] or '').name, 44)}"
        + (f": {_cut(p['title'], 70)}" if p["title"] else "")
        + (f" ({mark})" if mark else "")
        for n, (p, mark) in enumerate(zip(data.papers, told_apart(data.papers), strict=True), 1)
    )
    return f"{papers}\n\n{table(rows)}"
