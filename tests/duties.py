"""A short way to write which duties a text holds, and to read them from a document.

``must("rà soát hồ sơ", "Sở Nội vụ")`` is an obligation with one bearer; ``never``, ``may``,
``asked`` and ``pledge`` are the other modalities. Before a bearer or partner, ``^`` says that the
mention stands outside the clause, ``~`` leaves that open; ``...`` instead of bearers leaves them
open. Fields that are named are compared, the others are not.
"""

from __future__ import annotations

import unicodedata
from typing import Any

import vndirective as vd

Duty = dict[str, Any]

HEAD = (
    "ỦY BAN NHÂN DÂN XÃ ĐỒNG LAU\n\nSố: 07/CT-UBND\n\nĐồng Lau, ngày 5 tháng 3 năm 2024\n\n"
    "CHỈ THỊ\nVề giữ gìn đường làng, ngõ xóm\n\n"
)
NEWS = (
    "Huyện Lam Sơn siết quản lý bến đò\n\nNgày đăng: 05/03/2024\n\n"
    "(Báo Lam Sơn) - Ngày 5/3/2024, Ủy ban nhân dân huyện họp bàn về các bến đò ngang.\n\n"
)
_LISTS = {"bearers", "coordinated_with", "monitored_by", "report_to"}


def _duty(modality: str, action: str, bearers: tuple[Any, ...], more: dict[str, Any]) -> Duty:
    duty = {"modality": modality, "action": action, "bearers": list(bearers), **more}
    if bearers == (...,):
        del duty["bearers"]
    return duty


def must(action: str, *bearers: Any, **more: Any) -> Duty:
    return _duty("obligation", action, bearers, more)


def never(action: str, *bearers: Any, **more: Any) -> Duty:
    return _duty("prohibition", action, bearers, more)


def may(action: str, *bearers: Any, **more: Any) -> Duty:
    return _duty("permission", action, bearers, more)


def asked(action: str, *bearers: Any, **more: Any) -> Duty:
    return _duty("recommendation", action, bearers, more)


def pledge(action: str, *bearers: Any, **more: Any) -> Duty:
    return _duty("commitment", action, bearers, more)


def directive(body: str) -> str:
    """Return a directive of 2024-03-05 with this body."""
    return HEAD + body


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _mentions(mentions: Any, wanted: list[str]) -> list[str]:
    marked = [("^" if m.inherited else "") + _plain(m.text) for m in mentions]
    if any(name.startswith("~") for name in wanted):
        marked = ["~" + name.removeprefix("^") for name in marked]
    return marked


def _value(doc: Any, duty: Any, field: str, wanted: Any) -> Any:
    if field in _LISTS:
        return _mentions(getattr(duty, field), wanted)
    times = [t for t in doc.times if t.id in duty.deadlines]
    if field == "deadlines":
        return [_plain(t.text) for t in times]
    if field == "due":
        return [t.due for t in times]
    if field == "speaker":
        return next((_plain(a.text) for a in doc.actors if a.id == duty.speaker), None)
    value = getattr(duty, field)
    return _plain(value.text) if hasattr(value, "text") else value


def found(text: str, expected: list[Duty]) -> list[Duty]:
    """Return the duties of the text, with the fields that the expected ones name."""
    doc = vd.analyze(text=text)
    duties = list(doc.obligations)
    if len(duties) == len(expected):
        return [
            {field: _value(doc, duty, field, wanted) for field, wanted in frame.items()}
            for duty, frame in zip(duties, expected, strict=True)
        ]
    return [
        {
            "modality": duty.modality,
            "action": _plain(duty.action.text),
            "bearers": _mentions(duty.bearers, []),
        }
        for duty in duties
    ]
