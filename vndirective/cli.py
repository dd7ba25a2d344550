"""The command line: analyze, tasks, themes, classify, evaluate, demo."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vndirective._version import __version__
from vndirective.classify.codebook import DEFAULT_CODEBOOK
from vndirective.core.errors import ArgumentError, VndirectiveError
from vndirective.screen import coverage_table, summary, table, task_table

if TYPE_CHECKING:
    from vndirective.core.records import Codebook, Failure
    from vndirective.document import Document
    from vndirective.reading.limits import Limits
    from vndirective.seminar import Coverage

__all__ = ["app", "main"]

#: Exit codes: the arguments or the only file were wrong; some of many files failed.
WRONG, PARTLY = 2, 3

app = typer.Typer(
    help="Read Vietnamese directives and speeches: structure, duties, deadlines, themes.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Paths = Annotated[
    list[Path],
    typer.Argument(help="Files (.docx, .pdf, .txt, .html, .doc, .rtf, .odt) or folders."),
]
IssuedOn = Annotated[
    str | None,
    typer.Option(
        help="Issue date (YYYY-MM-DD) of documents that do not say it; a date in the document wins."
    ),
]
Encoding = Annotated[
    str | None, typer.Option(help="Encoding of .txt and .html files, if it is not found.")
]
Agencies = Annotated[
    Path | None,
    typer.Option(help="A .csv file of your own bodies: columns name, short, level, branch."),
]
SwapDays = Annotated[
    Path | None,
    typer.Option(help="A .json file of swapped working days, in place of the shipped table."),
]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=VALUE",
        help="Change a limit of reading, such as max_pages=5000; may be repeated.",
    ),
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", help="Processes that read papers.", min=1)]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar, no summary.")]


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _options(
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """Stand in the help; main() looks for --debug itself, wherever it stands."""


def main() -> None:
    """Run the command line; known errors end with one line on standard error."""
    debug = "--debug" in sys.argv[1:]
    # An option of the whole program may stand anywhere on the line.
    arguments = (["--debug"] if debug else []) + [a for a in sys.argv[1:] if a != "--debug"]
    if not debug:
        warnings.showwarning = lambda message, *_: _say(f"vndirective: {message}")
    try:
        app(args=arguments, standalone_mode=True)
    except VndirectiveError as error:
        if debug:
            raise
        named = _as_typed(error) if isinstance(error, ArgumentError) else str(error)
        _say(f"vndirective: {' '.join(named.split())}")
        sys.exit(WRONG)
    except Exception as error:
        if debug:
            raise
        _say(
            f"vndirective: internal error, {type(error).__name__}: {_one_line(error)}; "
            "run again with --debug and report what it shows"
        )
        sys.exit(WRONG)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())


#: What of a coverage is said at once; doubts about a codebook are said when it is loaded.
_NOT_COUNTED = (
    "copy_left_out",
    "directive_left_out",
    "other_kinds",
    "foreign_paper",
    "empty_paper",
)
#: Options by the argument of the library that they set, and the short ones.
_OPTIONS = {
    "issued_on": "--issued-on", "encoding": "--encoding", "split": "--split", "limit": "--limit",
    "document": "--document", "swaps": "--swap-days", "directive": "--directive",
}  # fmt: skip
_SHORT = {"--out": "-o", "--format": "-f"}


def _as_typed(error: ArgumentError) -> str:
    """Return the message with the option as it stands on the line in place of the argument."""
    from vndirective.reading.limits import Limits

    name = _OPTIONS.get(error.argument, error.argument)
    if not _typed(name):  # "themes" takes the directive without an option
        name = error.argument
    if name in Limits.__dataclass_fields__:
        name = f"--limit {name}"
    if name in _SHORT and not _typed(name):
        name = _SHORT[name]
    return error.named(name)


def _typed(option: str) -> bool:
    return any(a.startswith(option) for a in sys.argv)


def _say(message: str) -> None:
    """Write one line to standard error, whatever characters a file name has."""
    sys.stderr.write(message.encode("utf-8", "replace").decode("utf-8") + "\n")


def _print(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.write(b"" if text.endswith("\n") else b"\n")
    sys.stdout.flush()


def _settings(limit: list[str] | None, **given: object) -> dict[str, Any]:
    """Return the options of analyzing as the arguments of the library."""
    from vndirective.reading.limits import Limits

    return {**given, "limits": Limits.parse(limit or ())}


def _documents(
    paths: Iterable[Path], settings: dict[str, Any], jobs: int, quiet: bool,
    failures: list[Failure], *, single: str | None = None,
) -> Iterator[Document]:  # fmt: skip
    """Analyze files and folders, one after the other; failures are added to those given.

    With one file alone its error ends the program; ``single`` names a format for one file only.
    """
    from vndirective.core.records import Failure
    from vndirective.pipeline import Analyzer, gather, track

    analyzer = Analyzer(**settings)
    gathered, missing, others = gather(paths)
    failures += missing
    for warning in others:
        _say(f"vndirective: {warning.message}")
    found = [path for path in gathered if isinstance(path, Path)]
    if single and len(found) + len(missing) > 1:
        raise ArgumentError("--format", single, "a single document; use json for several")
    if len(found) == 1 and not missing:
        yield analyzer.analyze(found[0])
        return
    results = analyzer.stream(found, n_jobs=jobs)
    for result in track(results, total=len(found), shown=not quiet):
        if isinstance(result, Failure):
            failures.append(result)
        else:
            yield result


def _finish(failures: Iterable[Failure], done: int) -> None:
    """Name the files that failed and end with the exit code that says so."""
    failed = list(failures)
    for failure in failed:
        _say(f"vndirective: {' '.join(failure.message.split())}")
    if failed:
        raise typer.Exit(PARTLY if done else WRONG)


@app.command()
def analyze(
    paths: Paths,
    output: Annotated[
        str, typer.Option("--format", "-f", help="text, json, jsonl or html (one document).")
    ] = "text",
    out: Annotated[Path | None, typer.Option(help="Write to this file instead.")] = None,
    words: Annotated[bool, typer.Option("--words", help="Segment the words too (json).")] = False,
    issued_on: IssuedOn = None,
    encoding: Encoding = None,
    agencies: Agencies = None,
    swap_days: SwapDays = None,
    limit: Limit = None,
    jobs: Jobs = 1,
    quiet: Quiet = False,
) -> None:
    """Segment documents and extract what they say."""
    import json

    from vndirective.outputs import check_outputs, write_text

    formats = ("text", "json", "jsonl", "html")
    if output not in formats:
        raise ArgumentError("--format", output, formats)
    if words and output not in ("json", "jsonl"):
        raise ArgumentError("--format", output, "json or jsonl, which alone hold the --words")
    check_outputs([out], [*paths, agencies, swap_days])
    settings = _settings(
        limit, issued_on=issued_on, encoding=encoding, agencies=agencies, swap_days=swap_days
    )
    failures: list[Failure] = []
    single = output if output == "html" else None
    found = _documents(paths, settings, jobs, quiet, failures, single=single)
    if output == "jsonl" and out is None:
        done = 0
        for document in found:
            _print(document.to_json(words=words))
            done += 1
        _finish(failures, done)
        return
    documents = list(found)
    if output == "json":
        plain = [d.to_dict(words=words) for d in documents]
        text = json.dumps(
            plain if len(plain) != 1 or failures else plain[0], ensure_ascii=False, indent=1
        )
        text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    elif output == "jsonl":
        text = "\n".join(d.to_json(words=words) for d in documents)
    elif output == "html":
        text = documents[0].to_html()
    else:
        text = "\n\n".join(map(summary, documents))
    if out is None:
        _print(text)
    else:
        write_text(out, text)
    _finish(failures, len(documents))


@app.command()
def tasks(
    paths: Paths,
    out: Annotated[
        list[Path] | None,
        typer.Option("--out", "-o", help="A .xlsx or .ics file; may be repeated."),
    ] = None,
    update: Annotated[
        Path | None,
        typer.Option(
            help="A .xlsx task list to bring up to date; what people wrote into it stays."
        ),
    ] = None,
    issued_on: IssuedOn = None,
    encoding: Encoding = None,
    agencies: Agencies = None,
    swap_days: SwapDays = None,
    limit: Limit = None,
    jobs: Jobs = 1,
    quiet: Quiet = False,
) -> None:
    """List who must do what by when, from one directive or many."""
    from vndirective.outputs import check_outputs, check_task_files

    check_task_files(out or [], update)
    check_outputs(out or [], [*paths, agencies, swap_days])
    settings = _settings(
        limit, issued_on=issued_on, encoding=encoding, agencies=agencies, swap_days=swap_days
    )
    failures: list[Failure] = []
    documents = list(_documents(paths, settings, jobs, quiet, failures))
    for document in documents:
        for warning in document.warnings:
            _say(f"vndirective: {document.analysis.source.path}: {warning.message}")
    if not out and update is None:
        _print("\n\n".join(task_table(d) for d in documents))
    # Where nothing could be read an older list is better than an empty one.
    if documents and update is not None:
        _save_tasks(documents, update, quiet, settings["limits"], update=True)
    for path in (out or []) if documents else ():
        _save_tasks(documents, path, quiet, settings["limits"])
    _finish(failures, len(documents))


def _save_tasks(
    documents: list[Document], path: Path, quiet: bool, limits: Limits, *, update: bool = False
) -> None:
    """Write the duties and say how many."""
    from vndirective.document import save_tasks

    saved = save_tasks(documents, path, update=update, limits=limits)
    for warning in saved.warnings:
        _say(f"vndirective: {path}: {warning.message}")
    if not quiet:
        counted = (
            f"{path}: {saved.written} {'duties' if path.suffix.lower() == '.xlsx' else 'to-dos'}"
        )
        if saved.left_out:
            counted += f"; {saved.left_out} duties left out, as the text does not say when"
            counted += " (a list in .xlsx has them)"
        if update:
            counted += f", {saved.new} new, {saved.changed} changed, {saved.gone} gone"
            if saved.deleted:
                counted += f"; rows that stay deleted: {saved.deleted}"
        if saved.backup:
            counted += f"; the list as it was: {saved.backup}"
        _say(counted)


@app.command()
def themes(
    directive: Annotated[Path, typer.Argument(help="The directive.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Write to this file instead.")
    ] = None,
    encoding: Encoding = None,
    limit: Limit = None,
) -> None:
    """Make an editable codebook (YAML) out of a directive's task items."""
    from vndirective.classify.codebook import dump_themes
    from vndirective.classify.doubts import of_hints, without_hints
    from vndirective.outputs import check_outputs, write_text
    from vndirective.pipeline import analyze as analyze_one
    from vndirective.pipeline import themes_from

    check_outputs([out], [directive])
    if out is not None and out.suffix.lower() not in (".yaml", ".yml"):
        raise ArgumentError("--out", str(out), "a name that ends in .yaml or .yml")
    codebook = themes_from(analyze_one(directive, **_settings(limit, encoding=encoding)))
    text = dump_themes(codebook)
    if out is None:
        _print(text)
    else:
        backup = write_text(out, text.rstrip("\n"), kept=True)
        if backup is not None:
            _say(f"{out}: the codebook as it was: {backup}")
        if bare := without_hints(codebook):
            _say(f"{out}: {of_hints(bare)}")


@app.command()
def classify(
    papers: Paths,
    directive: Annotated[
        Path | None,
        typer.Option(
            help="The directive: its duties, and its items as themes unless --themes names others."
        ),
    ] = None,
    themes: Annotated[
        str | None,
        typer.Option(help=f"A shipped codebook ({DEFAULT_CODEBOOK}) or a YAML/JSON file."),
    ] = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder of the report.")] = Path("out"),
    jobs: Jobs = 1,
    issued_on: IssuedOn = None,
    encoding: Encoding = None,
    agencies: Agencies = None,
    swap_days: SwapDays = None,
    limit: Limit = None,
    quiet: Quiet = False,
) -> None:
    """Classify seminar papers against a directive's themes and write the report."""
    if directive is None and themes is None:
        valid = "a directive, or a codebook with --themes, or both"
        raise ArgumentError("--directive", None, valid)
    settings = _settings(
        limit, issued_on=issued_on, encoding=encoding, agencies=agencies, swap_days=swap_days
    )
    coverage = _classify(papers, directive, themes, out, jobs, settings, quiet)
    if not quiet:
        _print(coverage_table(coverage))
        _print(f"\nBáo cáo: {out / 'coverage.html'}")
    _finish(coverage.errors, len(coverage.data.papers))


def _classify(
    papers: list[Path], directive: Path | None, themes: str | None, out: Path, jobs: int,
    settings: dict[str, Any], quiet: bool,
) -> Coverage:  # fmt: skip
    from vndirective.classify.codebook import load_themes
    from vndirective.outputs import check_outputs
    from vndirective.pipeline import Analyzer, themes_from
    from vndirective.pipeline import classify as classify_papers
    from vndirective.reading import REPORT

    report = [out / name for name in REPORT] if out.is_dir() else []
    check_outputs(report, [*papers, directive, Path(themes) if themes else None])
    codebook: Codebook | None = load_themes(themes) if themes else None
    source = None
    if directive is not None:
        source = Analyzer(**settings).analyze(directive)
        codebook = codebook or themes_from(source)
    assert codebook is not None  # noqa: S101 - one of both was given, see classify()
    coverage = classify_papers(
        papers, codebook, directive=source, n_jobs=jobs, progress=not quiet, **settings
    )
    for doubt in coverage.warnings:
        if doubt.code in _NOT_COUNTED:
            _say(f"vndirective: {doubt.message}")
    for warning in coverage.save(out).warnings:
        _say(f"vndirective: {out / 'coverage.xlsx'}: {warning.message}")
    if source is not None:
        tasks = out / "tasks.xlsx"
        # what people wrote into the list of the last run stays
        again = tasks.exists()
        limits = settings["limits"]
        _save_tasks([source], tasks, quiet=not again, limits=limits, update=again)
        _save_tasks([source], out / "tasks.ics", quiet=True, limits=limits)
    return coverage


@app.command()
def evaluate(
    corpus: Annotated[Path, typer.Argument(help="Folder of an annotated corpus, or of several.")],
    split: Annotated[str | None, typer.Option(help="train, dev or test; all by default.")] = None,
    document: Annotated[
        list[str] | None,
        typer.Option("--document", metavar="ID", help="Score this document; may be repeated."),
    ] = None,
    second: Annotated[
        bool, typer.Option("--second", help="Score the second annotation against the first.")
    ] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what is missed, too much or wrong, in context.")
    ] = False,
    by_kind: Annotated[bool, typer.Option("--by-kind", help="A table for each kind too.")] = False,
    output: Annotated[str, typer.Option("--format", "-f", help="text or json.")] = "text",
) -> None:
    """Score the library, or a second annotator, against annotated documents."""
    import json

    from vndirective.evaluate import evaluate as score_corpus

    if output not in ("text", "json"):
        raise ArgumentError("--format", output, ("text", "json"))
    result = score_corpus(corpus, split=split, documents=document or (), second=second)
    if output == "json":
        plain = result.to_dict()
        if errors:
            plain["mistakes"] = [asdict(m) for m in result.mistakes]
        _print(json.dumps(plain, ensure_ascii=False, indent=1))
        return
    _print(f"{len(result.documents)} documents\n{table(result.rows())}")
    for kind in result.by_kind if by_kind else ():
        _print(f"\n{kind}\n{table(result.rows(kind))}")
    for mistake in result.mistakes if errors else ():
        _print(f"\n{mistake}")


@app.command()
def demo(
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder of the report.")] = Path(
        "out/demo"
    ),
    jobs: Jobs = 2,
    quiet: Quiet = False,
) -> None:
    """Run the main job on the bundled seminar: a directive and its papers."""
    from importlib.resources import as_file, files

    with as_file(files("vndirective.corpora").joinpath("seminar")) as seminar:
        delivered = seminar / "delivered"
        directive = next(delivered.glob("directive.*"))
        settings = _settings(None)
        coverage = _classify([delivered], directive, DEFAULT_CODEBOOK, out, jobs, settings, quiet)
    if not quiet:
        _print(coverage_table(coverage))
        _print(
            f"\nBáo cáo:  {out / 'coverage.html'}\n"
            f"Nhiệm vụ: {out / 'tasks.xlsx'}, {out / 'tasks.ics'}"
        )
    _finish(coverage.errors, len(coverage.data.papers))
