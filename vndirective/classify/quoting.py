"""What a passage quotes and does not say itself.

Titles of documents and events, what a meeting heard before it came to its conclusions, lists of fields,
and, where the themes are a directive's own tasks, the directive's words: who lists its tasks, or repeats
them, has not said yet what he did.
"""

from __future__ import annotations

import re

from vndirective.classify.grams import BREAK, syllables, tokens
from vndirective.core.records import Codebook

__all__ = ["Quoting", "without_titles"]

_MARKS = re.compile('[“”"«»]')
#: A title in quotation marks after the kind of document or event that bears it.
_TITLE = re.compile(
    r"(?:chỉ thị|nghị quyết|kết luận|quyết định|quy định|kế hoạch|chương trình|đề án|hướng dẫn"
    r"|công văn|thông báo|nghị định|tọa đàm|toạ đàm|hội nghị|hội thảo|chuyên đề)"
    r"[^“”\"«».;\n]{0,160}+(?P<title>[“\"«][^”\"»]{1,400}+[”\"»])",
    re.IGNORECASE,
)
#: Where conclusions begin, and what opens the sentences before them on what a meeting heard.
_FOLLOWS = re.compile(
    r"(?:kết luận|chỉ đạo|yêu cầu|ý kiến)(?:\s+(?:hội\s+nghị|cuộc\s+họp))?\s+như\s+sau\s*:",
    re.IGNORECASE,
)
_HEARD = re.compile(
    r"(?:\A\W*|(?<=[.,;]\s))(?P<title>(?:sau\s+khi|qua|trên\s+cơ\s+sở)\s+(?:nghe|xem\s+xét"
    r"|nghiên\s+cứu|báo\s+cáo|ý\s+kiến)\b|các\s+(?:ý\s+kiến|tham\s+luận|đại\s+biểu)\b)",
    re.IGNORECASE,
)
_HEARD_AT_MOST = 1000
#: A list of fields, which says where something holds and not what.
_FIELD_WORDS = re.compile("vực|nghiệm", re.IGNORECASE)
_FIELDS = re.compile(
    r"(?:lĩnh\s+vực\b[^.;:,()]{0,60}?(?::|\bnhư\b:?|\bgồm\b:?)|kinh\s+nghiệm\s+về)\s+"
    r"(?P<title>(?:[^,;:.()]{2,60}[,;]){2,12}[^,;:.()]{2,60})",
    re.IGNORECASE,
)
#: What a number of a document has and a date has not: most passages need no closer look.
_NUMBER = re.compile("/[a-zđ]", re.IGNORECASE)
#: A title without quotation marks after the number of a document, up to the end of the clause. It
#: goes on over a comma, unless what follows begins as clauses do and titles do not. The title of a
#: document that is to be amended says what the duty is about.
_BARE_TITLE = re.compile(
    r"""(?<!bổ\ sung\s)(?<!sửa\ đổi\s)(?<!thay\ thế\s)
    (?:chỉ\ thị|nghị\ quyết|kết\ luận|quyết\ định|quy\ định|nghị\ định|thông\ tư|công\ điện
        |công\ văn|hướng\ dẫn|kế\ hoạch)
    \s+(?:số\s+)?\d[\w.-]{0,12}/[\w./-]{1,16}
    (?:,?\s+ngày\s+[\d/.-]{1,10}(?:\s+tháng\s+\d+\s+năm\s+\d+)?)?
    (?:,?\s+của\s+[^,.;:()“”"]{2,90}?)?
    ,?\s+(?:về|ban\ hành|phê\ duyệt|quy\ định)\s+(?P<title>[^.;:,()“”"]{3,160}
      (?:,\s+(?!(?:các|chúng|đơn|cơ|từ|ngày|trong|sau|đến|qua|nhằm|để|đã|sẽ|đang|cần|phải|được|đồng
          |bước|với|theo|tại|trên|do|nên|nhưng|song|mà|vì|bảo|góp)\b)(?-i:[a-zà-ỹđ])
      [^.;:,()“”"]{2,100}){0,4})""",
    re.IGNORECASE | re.VERBOSE,
)
#: So many syllables in a row that stand in the directive, too, are its words. A passage repeats them if
#: they are so many, and such a share of it: real work takes up a term or a heading now and then.
_RUN, _REPEATED, _REPEATED_SHARE = 5, 12, 0.25


class Quoting:
    """Knows the words of the directive that a codebook was made from, if any.

    Parameters
    ----------
    codebook : Codebook
    """

    def __init__(self, codebook: Codebook) -> None:
        tasks = (theme.definition or "" for theme in codebook.themes if theme.sections)
        said = ([s for s in syllables(task) if s != BREAK] for task in tasks)
        self._runs = frozenset(run for task in said for run in _runs(task))

    def own_words(self, text: str) -> str:
        """Blank what a passage only quotes; every offset stays."""
        own = without_titles(text)
        return self._without_repeated(text, own) if self._runs else own

    def _without_repeated(self, text: str, own: str) -> str:
        """Blank in ``own`` what stands from the first to the last of the words that are repeated."""
        said = [token for token in tokens(text) if token[0] != BREAK]
        met = [k for k, run in enumerate(_runs([t[0] for t in said])) if run in self._runs]
        repeated = {k for first in met for k in range(first, first + _RUN)}
        if len(repeated) < max(_REPEATED, _REPEATED_SHARE * len(said)):
            return own
        start, end = said[min(repeated)][1], said[max(repeated)][2]
        return own[:start] + "." * (end - start) + own[end:]


def _runs(said: list[str]) -> list[tuple[str, ...]]:
    return [tuple(said[k : k + _RUN]) for k in range(len(said) - _RUN + 1)]


def without_titles(text: str) -> str:
    """Blank what is mere mention; every offset stays.

    That is the titles of documents and events, in quotation marks or after a number, what a
    meeting heard before it came to its conclusions, and lists of fields.

    >>> without_titles("theo Chỉ thị 5 về “Giữ kỷ luật”, cần")
    'theo Chỉ thị 5 về .............., cần'
    >>> without_titles("theo Chỉ thị 5-CT/TU về kỷ luật, Sở đã")
    'theo Chỉ thị 5-CT/TU về ........, Sở đã'
    """
    if _MARKS.search(text):
        text = _TITLE.sub(_blanked, text)
    if ":" in text and (follows := _FOLLOWS.search(text)):
        end = follows.end()
        first = max(end - _HEARD_AT_MOST, text.rfind(":", 0, follows.start()) + 1)
        if heard := _HEARD.search(text, first, follows.start()):
            text = text[: heard.start("title")] + "." * (end - heard.start("title")) + text[end:]
    if _FIELD_WORDS.search(text):
        text = _FIELDS.sub(_blanked, text)
    return _BARE_TITLE.sub(_blanked, text) if _NUMBER.search(text) else text


def _blanked(found: re.Match[str]) -> str:
    return found[0][: found.start("title") - found.start()] + "." * len(found["title"])
