"""vndirective reads Vietnamese directives and speeches.

It segments them (header, outline, sentences, words), extracts obligations, actors and deadlines,
and classifies the papers submitted to a seminar against a directive's themes, with proof for
every statement.

Examples
--------
>>> import vndirective as vd
>>> doc = vd.analyze(text="Yêu cầu các phòng rà soát hồ sơ trước ngày 15/12/2024.")
>>> doc.deadlines[0].due
'2024-12-14'
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from vndirective._version import __version__

if TYPE_CHECKING:
    from vndirective.classify.agreement import agreement
    from vndirective.classify.classifier import (
        classify_passages,
        label_matrix,
        score_passages,
        theme_pipeline,
    )
    from vndirective.classify.codebook import dump_themes, load_themes
    from vndirective.classify.concordance import kwic
    from vndirective.classify.learning import learning_curve, plot_learning_curve, suggest
    from vndirective.core.errors import (
        ArgumentError,
        CodebookError,
        InputError,
        MissingPackageError,
        NotClassifiedError,
        ResourceError,
        VndirectiveError,
    )
    from vndirective.core.records import Codebook, Failure, Theme
    from vndirective.document import Document, save_tasks
    from vndirective.evaluate import Evaluation, evaluate
    from vndirective.extract.times.next_due import next_due
    from vndirective.gold import load_corpus
    from vndirective.pipeline import Analyzer, analyze, classify, stream, themes_from
    from vndirective.reading.limits import Limits
    from vndirective.segment.words import words
    from vndirective.seminar import Coverage

# The public names and where they live. They are imported when first used, so that
# "import vndirective" costs next to nothing.
_PUBLIC = {
    "Analyzer": "pipeline",
    "ArgumentError": "core.errors",
    "Codebook": "core.records",
    "CodebookError": "core.errors",
    "Coverage": "seminar",
    "Document": "document",
    "Evaluation": "evaluate",
    "Failure": "core.records",
    "InputError": "core.errors",
    "Limits": "reading.limits",
    "MissingPackageError": "core.errors",
    "NotClassifiedError": "core.errors",
    "ResourceError": "core.errors",
    "Theme": "core.records",
    "VndirectiveError": "core.errors",
    "agreement": "classify.agreement",
    "analyze": "pipeline",
    "classify": "pipeline",
    "classify_passages": "classify.classifier",
    "dump_themes": "classify.codebook",
    "evaluate": "evaluate",
    "kwic": "classify.concordance",
    "label_matrix": "classify.classifier",
    "learning_curve": "classify.learning",
    "load_corpus": "gold",
    "load_themes": "classify.codebook",
    "next_due": "extract.times.next_due",
    "plot_learning_curve": "classify.learning",
    "save_tasks": "document",
    "score_passages": "classify.classifier",
    "stream": "pipeline",
    "suggest": "classify.learning",
    "theme_pipeline": "classify.classifier",
    "themes_from": "pipeline",
    "words": "segment.words",
}

__all__ = [
    "Analyzer",
    "ArgumentError",
    "Codebook",
    "CodebookError",
    "Coverage",
    "Document",
    "Evaluation",
    "Failure",
    "InputError",
    "Limits",
    "MissingPackageError",
    "NotClassifiedError",
    "ResourceError",
    "Theme",
    "VndirectiveError",
    "__version__",
    "agreement",
    "analyze",
    "classify",
    "classify_passages",
    "dump_themes",
    "evaluate",
    "kwic",
    "label_matrix",
    "learning_curve",
    "load_corpus",
    "load_themes",
    "next_due",
    "plot_learning_curve",
    "save_tasks",
    "score_passages",
    "stream",
    "suggest",
    "theme_pipeline",
    "themes_from",
    "words",
]


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        value = getattr(import_module(f"vndirective.{_PUBLIC[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class _Facade(ModuleType):
    """Keeps the import of a package from hiding the verb of the same name (classify, evaluate)."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _PUBLIC and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Facade


def __dir__() -> list[str]:
    return sorted(__all__)
