"""Quotations: input → type and speaker of each."""

from __future__ import annotations

import pytest
from tables import cases

import vndirective as vd

WORDS = "Việc nào rõ thì làm ngay. Việc chưa rõ thì hỏi, đừng để dân chờ thêm một ngày nào nữa."

TYPES = [
    ("scare", "Còn tình trạng “sợ sai” ở vài nơi.", ["scare"]),
    ("scare in a list", "Khắc phục “sợ sai”, “sợ trách nhiệm”.", ["scare", "scare"]),
    ("straight marks", 'Còn tình trạng "sợ sai" ở vài nơi.', ["scare"]),
    ("angle marks", "Còn tình trạng «sợ sai» ở vài nơi.", ["scare"]),
    ("title of a meeting", "Hội nghị về chủ đề “Kỷ cương và trách nhiệm” đã họp.", ["title"]),
    ("title of a campaign", "Hưởng ứng cuộc vận động “Toàn dân đọc sách”.", ["title"]),
    ("title of a model", "Nhân rộng mô hình “một cửa”.", ["title"]),
    ("title behind two nouns", "Khen các mô hình, điển hình “Dân vận khéo”.", ["title"]),
    ("title of a document", "Kế hoạch số 20-KH/TU về “Tăng cường kỷ luật”.", ["title"]),
    ("title of a platform", "Học trên nền tảng “Bình dân học vụ số”.", ["title"]),
    ("nested", "Mô hình “một cửa” và cách làm “gần dân, “sát dân””.", ["title", "scare", "scare"]),
    ("never closed", "Còn tình trạng “sợ sai ở vài nơi.", ["scare"]),
    ("short words behind a colon", "Ông Lê Minh Khuê cười: “Mệt, nhưng vui”.", ["direct"]),
    ("long statement", f"“{WORDS}”", ["direct"]),
    ("short question", "“Bao giờ xong?”, ông Lê Minh Khuê hỏi.", ["direct"]),
    ("short words that open a sentence", "“Các xã phải kiểm tra”, ông Lê Minh Khuê nói.", ["direct"]),
    ("short words in straight marks", '"Các xã phải kiểm tra", ông Lê Minh Khuê nói.', ["direct"]),
    ("a word that opens a sentence", "“Ba không” là điều ông Lê Minh Khuê nhấn mạnh.", ["scare"]),
    ("no statement, nobody speaks", "Tinh thần “vượt nắng, thắng mưa, không thua bão gió” lan rộng.", ["scare"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(TYPES))
def test_types(text: str, expected: list[str]) -> None:
    doc = vd.analyze(text=text)
    assert [q.type for q in doc.quotes] == expected
    assert all(doc.text[q.start : q.end] == q.text for q in doc.quotes)


SPEAKERS = [
    ("behind, name with a title", f"“{WORDS}”, ông Lê Minh Khuê nhấn mạnh.", "Lê Minh Khuê"),
    ("behind, office", f"“{WORDS}”, Chủ tịch UBND tỉnh khẳng định.", "Chủ tịch Ủy ban nhân dân tỉnh"),
    ("behind, office and name", f"“{WORDS}”, Bí thư Tỉnh ủy Lê Minh Khuê phát biểu.", "Lê Minh Khuê"),
    ("behind, two offices and a name", f"“{WORDS}”, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Lê Minh Khuê nói.", "Lê Minh Khuê"),
    ("behind, with a place between", f"“{WORDS}”, bà Trần Hải Vân, Giám đốc Sở Y tế, cho biết.", "Trần Hải Vân"),
    ("behind, in a sentence of its own", f"“{WORDS}”. Đó là khẳng định của ông Lê Minh Khuê.", "Lê Minh Khuê"),
    ("behind, given name", f"Ông Lê Minh Khuê đến. “{WORDS}”, ông Khuê nói.", "Lê Minh Khuê"),
    ("behind, pronoun", f"Ông Lê Minh Khuê đến. “{WORDS}”, ông nói.", "Lê Minh Khuê"),
    ("before, a colon", f"Ông Lê Minh Khuê cho biết: “{WORDS}”", "Lê Minh Khuê"),
    ("before, office and colon", f"Bí thư Tỉnh ủy nhấn mạnh: “{WORDS}”", "Bí thư Tỉnh ủy"),
    ("before, said to somebody", f"Ông Lê Minh Khuê nhắc lãnh đạo các phường: “{WORDS}”", "Lê Minh Khuê"),
    ("before, a comma", f"Ông Lê Minh Khuê nói, “{WORDS}”", "Lê Minh Khuê"),
    ("before, pronoun", f"Ông Lê Minh Khuê nghe báo cáo. Rồi ông ngắt lời: “{WORDS}”", "Lê Minh Khuê"),
    ("before, in the same sentence", f"Nghe Chủ tịch UBND xã báo cáo xong với ông Lê Minh Khuê, ông nói: “{WORDS}”", "Lê Minh Khuê"),
    ("according to", f"Theo ông Lê Minh Khuê, “{WORDS}”", "Lê Minh Khuê"),
    ("body that speaks", f"Sở Y tế khẳng định: “{WORDS}”", "Sở Y tế"),
    ("speech that goes on", f"“{WORDS}”, ông Lê Minh Khuê nói.\n“{WORDS}”\n", "Lê Minh Khuê"),
    ("group that does not speak", f"Vì nhân dân, “{WORDS}”", None),
    ("nobody named", f"“{WORDS}”", None),
    ("somebody else named later", f"“{WORDS}”\n\nÔng Lê Minh Khuê đi kiểm tra đê.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases(SPEAKERS))
def test_speakers(text: str, expected: str | None) -> None:
    doc = vd.analyze(text=text)
    names = {a.id: a.canonical for a in doc.actors}
    quote = doc.quotes[-1]
    assert (names[quote.speaker] if quote.speaker else None) == expected


def test_a_quotation_that_is_never_closed_is_reported() -> None:
    doc = vd.analyze(text="Còn tình trạng “sợ sai ở vài nơi. Các xã rà soát.")
    assert [q.text for q in doc.quotes] == ["“sợ sai ở vài nơi"]
    assert "unclosed_quote" in [w.code for w in doc.warnings]
