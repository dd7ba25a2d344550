"""What annotations and the indexes of corpora may say: the one table of fields and values.

``corpora/annotate.py`` and `vndirective.gold` check against it; ``docs/annotation.md`` prints it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, NamedTuple

from vndirective.core.patterns import iso_date
from vndirective.core.resources import lexicon

__all__ = [
    "FIELDS", "LAYERS", "SPAN", "Problem", "Rule", "check", "check_entry", "index_fields",
    "near", "unknown_themes",
]  # fmt: skip

#: What can be annotated: the layer by the name of its records.
LAYERS = {
    "obligation": "obligations", "time": "times", "actor": "actors", "unit": "units",
    "citation": "citations", "quote": "quotes", "sentence": "sentences", "passage": "passages",
}  # fmt: skip
#: Kinds of documents that have no line in the lexicon of kinds.
_OTHER_KINDS = ("speech", "seminar_paper", "news", "other")


class Problem(NamedTuple):
    """What is wrong, and what to do about it."""

    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What one field may hold.

    Attributes
    ----------
    says : str
        What is valid, as messages put it.
    valid : callable
        Tells whether a value is valid.
    values : tuple of str
        The permitted words, where they are a list.
    required : bool
        Whether the field must be there (it may still be null, where ``says`` has it).
    shape : str
        ``span``, ``spans`` or ``actors`` for quotations, which `check` looks into.
    """

    says: str
    valid: Callable[[Any], bool]
    values: tuple[str, ...] = ()
    required: bool = False
    shape: str = ""


# -- values ---------------------------------------------------------------------------------------

_CODE = r"\d\d|XX|Q[1-4X]|H[12]|W(?:\d\d|XX)|S[PU]|FA|WI|[1-7]"
_CLOCK = r"T(?:\d\d:\d\d|MO|AF|EV|NI)"
_ONE_VALUE = re.compile(
    r"(?:PRESENT|FUTURE|PAST|FREQ)_REF"
    r"|P(?=[\dT])(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?)?"
    rf"|(?:\d{{4}}|XXXX)(?:-(?:{_CODE})){{0,3}}(?:{_CLOCK})?|{_CLOCK}"
)
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00))?")
_HASH = re.compile(r"[0-9a-f]{64}")


def _exists(text: str) -> bool:
    """Tell whether each whole day in a value is one that some calendar year has."""
    days = (m.groups() for m in _DAY.finditer(text))
    return all(iso_date(d, m, "2024" if y == "XXXX" else y) is not None for y, m, d in days)


def _is_value(value: Any) -> bool:
    return isinstance(value, str) and (
        all(_ONE_VALUE.fullmatch(part) for part in re.split("[,/]", value)) and _exists(value)
    )


def _is_moment(value: Any) -> bool:
    return isinstance(value, str) and bool(_MOMENT.fullmatch(value)) and _exists(value)


def _is_day(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 10 and _is_moment(value)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


# -- rules ----------------------------------------------------------------------------------------


def _null(rule: Rule) -> Rule:
    return Rule(
        f"{rule.says}, or null", lambda v: v is None or rule.valid(v), rule.values, rule.required,
        rule.shape,
    )  # fmt: skip


def _must(rule: Rule) -> Rule:
    return Rule(rule.says, rule.valid, rule.values, True, rule.shape)


def _one_of(*values: str) -> Rule:
    says = "one of " + ", ".join(values) if len(values) > 1 else values[0]
    return Rule(says, lambda v: isinstance(v, str) and v in values, values)


def _some_of(*values: str) -> Rule:
    return Rule(
        "a list of " + ", ".join(values),
        lambda v: isinstance(v, list) and all(isinstance(x, str) and x in values for x in v),
        values,
    )


STANCES = ("contributing", "criticizing", "quoting")
_TEXT = Rule("a text", _is_text)
_TEXTS = Rule("a list of texts", _is_texts)
_YES = Rule("true or false, without quotation marks", lambda v: isinstance(v, bool))
_DATE = Rule("a day as YYYY-MM-DD", _is_day)
_SPAN = Rule("a quotation, or null", lambda v: True, shape="span")
_SPANS = Rule("a list of quotations, [] for none", lambda v: isinstance(v, list), shape="spans")
_ACTORS = Rule(_SPANS.says, _SPANS.valid, shape="actors")
_COUNT = Rule("a whole number", lambda v: isinstance(v, int) and not isinstance(v, bool) and v >= 0)

#: The fields of a quotation; records whose text is their own span have them, too.
SPAN: dict[str, Rule] = {
    "text": _must(_TEXT), "start": _COUNT, "end": _COUNT,
    "n": Rule("a whole number from 1", lambda v: _COUNT.valid(v) and v > 0),
}  # fmt: skip
#: A bearer or partner may say besides that it stands outside the clause.
_ACTOR = SPAN | {"inherited": _YES}

#: The fields of each record.
FIELDS: dict[str, dict[str, Rule]] = {
    "document": {
        "sha256": _must(
            Rule(
                "64 hexadecimal digits: python corpora/annotate.py FILE fills them in",
                lambda v: isinstance(v, str) and bool(_HASH.fullmatch(v)),
            )
        ),
        "layers": _must(_some_of(*LAYERS.values())),
        "made": _TEXT, "annotator": _TEXT, "issued_on": _null(_DATE),
    },
    "obligation": {
        "action": _must(Rule("a quotation", lambda v: v is not None, shape="span")),
        "modality": _must(
            _one_of("obligation", "prohibition", "permission", "recommendation", "commitment")
        ),
        "bearers": _ACTORS, "coordinated_with": _ACTORS, "monitored_by": _ACTORS,
        "report_to": _ACTORS, "deadlines": _SPANS,
        "cue": _SPAN, "condition": _SPAN, "exception": _SPAN, "purpose": _SPAN,
        "deliverable": _SPAN, "speaker": _SPAN,
    },
    "time": SPAN | {
        "type": _must(_one_of("DATE", "TIME", "RANGE", "DURATION", "SET", "URGENCY")),
        "value": _must(_null(Rule("a value such as 2025-04-25, 2025-Q2, P7D, XXXX-XX-05", _is_value))),
        "relation": _null(_one_of("BEFORE", "BY", "ON", "WITHIN", "FROM-TO", "EVERY", "AFTER")),
        "is_deadline": _must(_YES),
        "due": _null(Rule("a day that exists as YYYY-MM-DD, or with an hour as YYYY-MM-DDTHH:MM", _is_moment)),
        "mod": _null(_one_of("START", "MID", "END")),
        "workday": _YES, "cal": _null(_one_of("lunar")),
        "begin_event": _null(_TEXT), "end_event": _null(_TEXT),
        "freq": _null(_TEXT), "provisional": _YES, "optional": _YES,
    },
    "actor": SPAN | {"type": _must(_one_of("ORG", "PERSON", "ROLE", "GROUP"))},
    "unit": SPAN | {"label": _must(_TEXT), "path": _must(_TEXT)},
    "citation": SPAN | {"number": _must(_null(_TEXT)), "issued_on": _null(_DATE)},
    "quote": SPAN | {"type": _must(_one_of("direct", "scare", "title")), "speaker": _SPAN},
    "sentence": dict(SPAN),
    "passage": SPAN | {
        "themes": _must(_TEXTS),
        "stance": Rule(
            "an object of theme ids with one of " + ", ".join(STANCES) + " each",
            lambda v: isinstance(v, dict) and all(s in STANCES for s in v.values()),
        ),
    },
}  # fmt: skip


def index_fields() -> dict[str, Rule]:
    """Return the fields of a document in an ``index.json``."""
    kinds = {k["kind"]: None for k in lexicon("kinds")["kinds"]} | dict.fromkeys(_OTHER_KINDS)
    return {
        "id": _must(_TEXT), "kind": _must(_one_of(*kinds)), "file": _must(_TEXT),
        "split": _one_of("train", "dev", "test"),
        "number": _null(_TEXT), "issued_on": _null(_DATE), "title": _null(_TEXT),
        "unit": _null(_TEXT), "author": _null(_TEXT), "subject": _null(_TEXT),
        "quality": _null(_TEXT), "features": _TEXTS, "themes": _TEXTS, "delivered": _TEXT,
    }  # fmt: skip


# -- checks ---------------------------------------------------------------------------------------


def near(word: Any, known: Collection[str]) -> str:
    """Return "did you mean …? " for a word that is close to a known one, else nothing.

    Parameters
    ----------
    word : object
    known : collection of str

    Returns
    -------
    str
    """
    folded = {k.lower(): k for k in known}
    close = get_close_matches(str(word).lower(), list(folded), 1, 0.6)
    return f"did you mean {folded[close[0]]!r}? " if close else ""


def check(record: Mapping[str, Any]) -> list[Problem]:
    """Check the fields and values of one record of annotations.

    Parameters
    ----------
    record : mapping
        As parsed from one line.

    Returns
    -------
    list of Problem
        Empty for a good record.
    """
    name = record.get("record")
    if not isinstance(name, str) or name not in FIELDS:
        reason = f"record {name!r} is not one of those known" if name else "has no field 'record'"
        return [Problem(reason, f"{near(name, FIELDS)}give one of {', '.join(FIELDS)}")]
    fields = {k: v for k, v in record.items() if k != "record"}
    return list(_check(name, fields, FIELDS[name]))


def check_entry(entry: Mapping[str, Any]) -> list[Problem]:
    """Check what an index says of one document.

    Parameters
    ----------
    entry : mapping

    Returns
    -------
    list of Problem
    """
    return list(_check("entry", entry, index_fields()))


def _check(where: str, record: Mapping[str, Any], rules: Mapping[str, Rule]) -> Iterator[Problem]:
    for key, value in record.items():
        rule = rules.get(key)
        if rule is None:
            yield Problem(
                f"{where} has no field {key!r} (value {_shown(value)})",
                f"{near(key, rules)}the fields are {', '.join(rules)}",
            )
        elif not rule.valid(value):
            words = value if isinstance(value, list) else [value]
            hint = "".join(near(w, rule.values) for w in words if w not in rule.values)
            yield Problem(f"{where}: {key}={_shown(value)} is not valid", f"{hint}give {rule.says}")
        elif rule.shape:
            yield from _quotations(f"{where}: {key}", value, rule.shape)
    for key, rule in rules.items():
        if rule.required and key not in record:
            yield Problem(f"{where} has no {key!r}", f"give {rule.says}")
    if ("start" in record) != ("end" in record):
        yield Problem(
            f"{where}: 'start' and 'end' go together", "leave both out to have them filled"
        )


def _quotations(where: str, value: Any, shape: str) -> Iterator[Problem]:
    rules = _ACTOR if shape == "actors" else SPAN
    for quotation in value if isinstance(value, list) and shape != "span" else [value]:
        if quotation is None and shape == "span":
            continue
        if isinstance(quotation, dict):
            yield from _check(where, quotation, rules)
        elif not _is_text(quotation):
            yield Problem(
                f"{where}: {_shown(quotation)} is no quotation",
                'give the words of the text, or {"text": the words, "n": which of them}',
            )


def _shown(value: Any) -> str:
    plain = repr(value)
    return plain if len(plain) <= 80 else plain[:79] + "…"


def unknown_themes(record: Mapping[str, Any], themes: Collection[str]) -> list[Problem]:
    """Check the themes of a passage against those of a codebook.

    Parameters
    ----------
    record : mapping
        With the keys ``themes`` and, where given, ``stance``.
    themes : collection of str
        The ids of the codebook.

    Returns
    -------
    list of Problem
    """
    named = dict.fromkeys([*record.get("themes", ()), *(record.get("stance") or ())])
    return [
        Problem(
            f"passage: theme {theme!r} is not in the codebook",
            f"{near(theme, themes)}give some of {', '.join(themes)}",
        )
        for theme in named
        if theme not in themes
    ]
