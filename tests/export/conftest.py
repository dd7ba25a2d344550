"""Documents built by hand from records, so that these tests need no other stage."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from samples import make_obligation

from vndirective.core.records import (
    Actor,
    Analysis,
    AnalysisWarning,
    Bearer,
    Citation,
    Codebook,
    CoverageData,
    Failure,
    Frame,
    Obligation,
    Passage,
    Quote,
    Section,
    Source,
    Span,
    Theme,
    ThemeScore,
    Time,
)
from vndirective.export.tasks.sheet import write_tasks

DIRECTIVE = """CHỈ THỊ
Về việc chuẩn bị năm học mới
1. Sở Giáo dục và Đào tạo chủ trì, phối hợp với Sở Y tế
xây dựng kế hoạch bảo đảm an toàn trường học trước ngày 15/9/2025.
2. Ủy ban nhân dân các xã:
a) Rà soát cơ sở vật chất, hoàn thành trước 17 giờ ngày 10/9/2025.
b) Hằng quý báo cáo kết quả về Sở Giáo dục và Đào tạo.
c) Không được thu thêm ngoài quy định tại Nghị định số 24/2021/NĐ-CP.
d) Trả lời kiến nghị trong 15 ngày kể từ ngày nhận đủ hồ sơ.
"""


def span(text: str, part: str, after: int = 0) -> Span:
    start = text.index(part, after)
    return Span(part, start, start + len(part))


def bearer(text: str, part: str, inherited: bool = False) -> Bearer:
    found = span(text, part)
    return Bearer(found.text, found.start, found.end, part, inherited)


def source(text: str, path: str | None, *, pages: bool = False) -> Source:
    half = text.index("2. Ủy") if pages else len(text)
    entries = ((0, half, 1, 1, None), (half, len(text), 2, 2, None)) if pages else ()
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source(path, "text/plain", digest, "utf-8", entries)


def duty(text: str, number: int, sentence: tuple[int, int], action: str, **values) -> Obligation:
    found = span(text, action, sentence[0])
    values = {"id": f"o{number}", "sentence": number - 1, "rule": "imperative-item"} | values
    return make_obligation(found, **values)


def time(text: str, key: str, part: str, **values) -> Time:
    found = span(text, part)
    defaults = {"type": "DATE", "value": None, "is_deadline": True}
    return Time(key, found.text, found.start, found.end, **(defaults | values))


@pytest.fixture
def directive() -> Analysis:
    text = DIRECTIVE
    starts = [text.index(mark) for mark in ("1. ", "a) ", "b) ", "c) ", "d) ")]
    ends = [text.index("2. Ủy") - 1, *(start - 1 for start in starts[2:]), len(text) - 1]
    sentences = tuple(zip(starts, ends, strict=True))
    communes = (bearer(text, "Ủy ban nhân dân các xã", inherited=True),)
    inherited = {"bearers": communes, "inferred": ("bearers",)}
    school = bearer(text, "Sở Giáo dục và Đào tạo")
    obligations = (
        duty(
            *(text, 1, sentences[0]),
            "chủ trì, phối hợp với Sở Y tế\nxây dựng kế hoạch bảo đảm an toàn trường học "
            "trước ngày 15/9/2025",
            bearers=(school,),
            coordinated_with=(bearer(text, "Sở Y tế"),),
            deliverable=span(text, "kế hoạch"),
            deadlines=("t1",),
            section="1",
        ),
        duty(
            *(text, 2, sentences[1]),
            "Rà soát cơ sở vật chất, hoàn thành trước 17 giờ ngày 10/9/2025",
            deadlines=("t2",),
            section="2/a",
            **inherited,
        ),
        duty(
            *(text, 3, sentences[2]),
            "báo cáo kết quả về Sở Giáo dục và Đào tạo",
            deadlines=("t3",),
            report_to=(school,),
            section="2/b",
            **inherited,
        ),
        duty(
            *(text, 4, sentences[3]),
            "thu thêm ngoài quy định tại Nghị định số 24/2021/NĐ-CP",
            cue=span(text, "Không được"),
            modality="prohibition",
            strength=4,
            section="2/c",
            **inherited,
        ),
        duty(
            *(text, 5, sentences[4]),
            "Trả lời kiến nghị trong 15 ngày kể từ ngày nhận đủ hồ sơ",
            deadlines=("t4",),
            section="2/d",
            needs_review=True,
            review_reason="người thực hiện không rõ",
            **inherited,
        ),
    )
    times = (
        time(text, "t1", "ngày 15/9/2025", due="2025-09-14", derivation="trước 15/9: ngày 14/9"),
        time(text, "t2", "17 giờ ngày 10/9/2025", type="TIME", due="2025-09-10T17:00"),
        time(text, "t3", "Hằng quý", type="SET", rrule="FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
        time(text, "t4", "15 ngày", type="DURATION", derivation="thiếu ngày nhận đủ hồ sơ"),
        time(text, "t5", "năm học mới", is_deadline=False),
    )
    org = span(text, "Sở Giáo dục và Đào tạo")
    law = span(text, "Nghị định số 24/2021/NĐ-CP")
    heading = span(text, "2. Ủy ban nhân dân các xã:")
    return Analysis(
        id="doc1",
        frame=Frame(
            kind="directive",
            number="07/CT-UBND",
            title="Về việc chuẩn bị năm học mới",
            issuer="Ủy ban nhân dân tỉnh",
            issued_on="2025-08-20",
        ),
        source=source(text, "chi-thi.txt", pages=True),
        text=text,
        sections=(Section("2", "clause", "2", heading.text, heading.start, len(text), None),),
        sentences=sentences,
        actors=(Actor("a1", org.text, org.start, org.end, "ORG", org.text),),
        times=times,
        obligations=obligations,
        citations=(
            *(
                Citation(
                    "c1", law.text, law.start, law.end, "Nghị định", "24/2021/NĐ-CP", None, None
                ),
            ),
        ),
        quotes=(Quote("CHỈ THỊ", 0, 7, "title"),),
        warnings=(AnalysisWarning("no_signer", "no signature block was found"),),
    )


THEMES = (
    Theme("safety", "An toàn trường học", definition="Phòng cháy, y tế, giao thông"),
    Theme("money", "Thu, chi đầu năm", definition="Công khai các khoản thu"),
    Theme("staff", "Đội ngũ giáo viên", definition="Đủ giáo viên", sections=("3",)),
)


def paper(
    key: str, title: str, unit: str, passages: list[tuple[str, dict[str, float]]]
) -> Analysis:
    text = "\n".join(body for body, _ in passages)
    records = []
    start = 0
    for number, (body, themes) in enumerate(passages, 1):
        end = start + len(body)
        first = body.split(". ")[0]
        proof = (Span(first, start, start + len(first)),)
        scores = tuple(
            ThemeScore(theme, score, 0.4, "contributing", proof, ("an toàn",))
            for theme, score in themes.items()
        )
        records.append(Passage(f"p{number}", start, end, None, scores))
        start = end + 1
    return Analysis(
        id=key,
        frame=Frame(kind="seminar_paper", title=title, unit=unit, author="Lê Thị Mẫu"),
        source=source(text, f"{key}.txt"),
        text=text,
        sentences=((0, len(text)),),
        passages=tuple(records),
    )


def row_of(analysis: Analysis) -> dict:
    themes: dict[str, dict] = {}
    for passage in analysis.passages:
        for score in passage.themes:
            entry = themes.setdefault(
                score.id, {"score": 0.0, "stance": score.stance, "evidence": []}
            )
            entry["score"] = max(entry["score"], score.score)
            entry["evidence"] += [
                {"passage": passage.id, "start": s.start, "end": s.end, "text": s.text}
                for s in score.evidence
            ]
    return {
        "id": analysis.id,
        "path": analysis.source.path,
        "title": analysis.frame.title,
        "author": analysis.frame.author,
        "unit": analysis.frame.unit,
        "language": "vi",
        "passages": len(analysis.passages),
        "themes": themes,
        "proposals": list(analysis.proposals),
        "quality": {"slogan_share": 0.1, "off_topic": 0.5},
    }


def coverage_of(*papers: Analysis, **values) -> CoverageData:
    defaults = {
        "codebook": Codebook("school", "Năm học mới", "1", THEMES),
        "papers": tuple(map(row_of, papers)),
        "gaps": ("staff",),
        "near_misses": (),
        "duplicates": (),
        "errors": (),
        "analyses": papers,
    }
    return CoverageData(**(defaults | values))


@pytest.fixture
def coverage() -> CoverageData:
    same = "Mỗi trường tập huấn phòng cháy một lần. Học sinh được thực hành."
    first = paper(
        *("p-a", "An toàn là trên hết", "Sở Y tế"),
        [(same, {"safety": 0.91}), ("Đề nghị tỉnh bổ sung kinh phí mua bình chữa cháy.", {})],
    )
    ask = duty(
        first.text, 1, (0, 0), "bổ sung kinh phí mua bình chữa cháy", modality="recommendation"
    )
    first = replace(
        first,
        sentences=((len(same) + 1, len(first.text)),),
        obligations=(replace(ask, bearers=(bearer(first.text, "tỉnh"),)),),
        proposals=("o1",),
    )
    second = paper(
        *("p-b", "Công khai để dân tin", "Phòng Tài chính"),
        [
            (same, {"safety": 0.55}),
            ("Các khoản thu được niêm yết. Phụ huynh giám sát.", {"money": 0.62, "safety": 0.41}),
            ("Nhiều nơi còn thiếu giáo viên.", {}),
        ],
    )
    third = paper("p-c", "Lời chào mừng", "Hội Khuyến học", [("Xin chúc hội thảo thành công.", {})])
    return coverage_of(
        *(first, second, third),
        near_misses=(
            {"paper": "p-b", "theme": "staff", "score": 0.35, "threshold": 0.4, "passage": "p3"},
        ),
        duplicates=({"a": ["p-a", 0, len(same)], "b": ["p-b", 0, len(same)], "similarity": 1.0},),
        errors=(Failure("hong.docx", "damaged", "hong.docx: not a zip archive; save it again"),),
    )


@pytest.fixture
def quoting_coverage() -> CoverageData:
    """One paper that only names a theme."""
    only = paper(
        "p-q", "Nhắc tên", "Sở Nội vụ", [("Thực hiện văn bản về an toàn.", {"safety": 0.5})]
    )
    passage = only.passages[0]
    quoting = replace(passage, themes=(replace(passage.themes[0], stance="quoting"),))
    return coverage_of(replace(only, passages=(quoting,)), gaps=tuple(theme.id for theme in THEMES))


HOSTILE = (
    '=1+1"><script>alert(1)</script><img src="http://x.invalid/a.png" onerror=\'x\'>\u202e\x07&'
)


@pytest.fixture
def hostile() -> Analysis:
    """A document whose every text field tries to break out of its place."""
    text = HOSTILE
    whole = Span(text, 0, len(text))
    who = Bearer(text, 0, len(text), text, False)
    return Analysis(
        id=text,
        frame=Frame(
            *("directive", text, text, text, "2025-08-20", text),
            signers=(whole,),
            addressees=(whole,),
            author=text,
            unit=text,
        ),
        source=source(text, text),
        text=text,
        sections=(Section(text, "clause", text, text, 0, len(text), None),),
        sentences=((0, len(text)),),
        actors=(Actor(text, text, 0, len(text), "ORG", text),),
        times=(
            *(Time("t1", text, 0, len(text), "DATE", text, is_deadline=True, derivation=text),),
            *(Time("t2", text, 2, 9, "DATE", text, due="2025-09-01", derivation=text),),
        ),
        obligations=tuple(
            duty(
                *(text, 1, (0, 0), text),
                id=f"{text}{number}",
                bearers=(who,),
                coordinated_with=(who,),
                deliverable=whole,
                deadlines=(f"t{number}",),
                section=text,
                inferred=("bearers",),
                needs_review=True,
                review_reason=text,
            )
            for number in (1, 2)
        ),
        citations=(Citation(text, text, 1, 5, text, text, None, text),),
        passages=(
            Passage(
                *(text, 0, len(text), text),
                themes=(ThemeScore(text, 0.9, 0.4, "contributing", (whole,), (text,)),),
            ),
        ),
        proposals=(f"{text}1",),
        warnings=(AnalysisWarning(text, text),),
    )


@pytest.fixture
def hostile_coverage(hostile: Analysis) -> CoverageData:
    theme = Theme(HOSTILE, HOSTILE, HOSTILE, HOSTILE, sections=(HOSTILE,))
    gap = Theme("gap", HOSTILE, HOSTILE, HOSTILE, sections=(HOSTILE,))
    where = {"paper": HOSTILE, "passage": HOSTILE, "score": 0.3, "threshold": 0.4}
    side = [HOSTILE, 0, len(HOSTILE)]
    return coverage_of(
        hostile,
        codebook=Codebook(HOSTILE, HOSTILE, HOSTILE, (theme, gap)),
        gaps=("gap",),
        near_misses=({"theme": "gap", **where},),
        duplicates=({"a": side, "b": side, "similarity": 0.9},),
        errors=(Failure(HOSTILE, HOSTILE, HOSTILE),),
    )


class Page(HTMLParser):
    """What a browser would make of a page: tags, their attributes, ids, the visible text."""

    VOID = frozenset({"meta", "br", "img", "link", "input", "hr"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.unbalanced: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data):
        if "style" not in self.open:
            self.text += data

    def attributes(self, name: str) -> list[str]:
        return [attrs[name] or "" for _, attrs in self.tags if name in attrs]


@pytest.fixture
def parse_page():
    return Page


@pytest.fixture
def path(directive: Analysis, tmp_path: Path) -> Path:
    """Return the task list of the directive."""
    path = tmp_path / "việc.xlsx"
    write_tasks(path, [directive])
    return path
