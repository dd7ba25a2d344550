"""What people read in the exported files: Vietnamese names of the codes, numbers, clean text."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["ACTOR_TYPES", "KINDS", "MODALITIES", "STANCES", "decimal", "printable"]

MODALITIES: Final = {
    "obligation": "Bắt buộc",
    "prohibition": "Cấm",
    "permission": "Cho phép",
    "recommendation": "Đề nghị",
    "commitment": "Cam kết",
}
STANCES: Final = {
    "contributing": "Đóng góp",
    "quoting": "Chỉ trích dẫn",
    "criticizing": "Phê bình",
}
KINDS: Final = {
    "directive": "Chỉ thị",
    "resolution": "Nghị quyết",
    "conclusion": "Kết luận",
    "plan": "Kế hoạch",
    "guideline": "Hướng dẫn",
    "official_dispatch": "Công văn",
    "telegram": "Công điện",
    "notice": "Thông báo",
    "decision": "Quyết định",
    "decree": "Nghị định",
    "speech": "Bài phát biểu",
    "seminar_paper": "Tham luận",
    "news": "Tin, bài",
    "other": "Văn bản",
}
ACTOR_TYPES: Final = {
    "ORG": "Cơ quan, tổ chức",
    "PERSON": "Người",
    "ROLE": "Chức vụ",
    "GROUP": "Nhóm đối tượng",
}
# Characters that XML 1.0 forbids, that no font draws, or that reverse the order of the letters
# around them: none of them carries meaning in Vietnamese, all of them can hide some.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufffe\uffff\ud800-\udfff]"
)


def printable(text: str) -> str:
    """Return the text without control characters, marks of direction and lone surrogates.

    Tabs and line ends stay.
    """
    return _INVISIBLE.sub("", text)


def decimal(value: float) -> str:
    """Return a number with two decimals and the Vietnamese decimal comma.

    Examples
    --------
    >>> decimal(0.725)
    '0,72'
    """
    return f"{value:.2f}".replace(".", ",")
