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
    ("somebody who is no actor", "“Mùa này thu chẳng đủ vốn đâu”, một bạn hàng cho biết.", ["direct"]),
    ("a gesture before", "Nông dân Vi Thị Bông lắc đầu: “Hạt này chậm lắm”.", ["direct"]),
    ("a manner before", "Anh Ma Văn Kiểm, xã Bản Hón, buồn bã: “Mất trắng”.", ["direct"]),
    ("a verb that only looks like saying", "“Làm đến đâu chắc đến đó”, kể từ nay mọi việc đều thế.", ["scare"]),
    ("a passive", "“Làm đến đâu chắc đến đó”, phương châm ấy được nêu.", ["scare"]),
    ("second half", "“Quen rồi”, chị Trương Thị Ngần cười. “Nắng mấy cũng ra đồng.”", ["direct", "direct"]),
    ("second half that goes on", "“Quen rồi”, chị Trương Thị Ngần cười, “nắng mấy cũng đi”.", ["direct", "direct"]),
    ("a term behind a speech", "“Quen rồi”, chị Trương Thị Ngần cười. “Ba không” là cách của bản.", ["direct", "scare"]),
    ("paragraphs", "“Đoạn đầu nói chuyện ruộng.\n“Đoạn cuối nói chuyện rừng”, ông Lò Văn Páo kể.", ["direct", "direct"]),
    ("single marks", "Tinh thần 'nói đi đôi với làm' ở bản.", ["scare"]),
    ("single marks, bent", "Ông Lò Văn Páo kể: ‘Năm ấy lũ về’.", ["direct"]),
    ("single marks around two words", "Còn bệnh 'sợ sai' ở vài nơi.", []),
    ("apostrophes and minutes", "Bà H'Hen Niê và ông K'Brểu đến lúc 16h30' rồi về lúc 17h45' cùng ngày.", []),
    ("about, the title of a paper", "Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương Đảng khóa XI “Về đổi mới căn bản, toàn diện giáo dục và đào tạo trong thời kỳ mới”.", ["title"]),
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
    ("before, spoken with", f"Trao đổi với các bạn trẻ, Bí thư Tỉnh ủy chia sẻ: “{WORDS}”", "Bí thư Tỉnh ủy"),
    ("before, an answer to somebody", f"Trả lời phóng viên, bà Đinh Thị Lan cho biết: “{WORDS}”", "Đinh Thị Lan"),
    ("before, at a meeting with somebody", f"Tại buổi tiếp xúc cử tri ngày 2/10/2024, ông Lò Văn Páo trả lời tôi: “{WORDS}”", "Lò Văn Páo"),
    ("before, in front of somebody", f"Trước cử tri, ông Lò Văn Páo hứa: “{WORDS}”", "Lò Văn Páo"),
    ("before, two verbs of saying", f"Phát biểu tại hội nghị, ông Lò Văn Páo nhấn mạnh: “{WORDS}”", "Lò Văn Páo"),
    ("before, behind an adjunct without comma", f"Tại buổi làm việc ông Lò Văn Páo nhắc: “{WORDS}”", "Lò Văn Páo"),
    ("before, in the line above", f"Ông Lò Văn Páo kể:\n“{WORDS}”", "Lò Văn Páo"),
    ("before, nobody but who is spoken to", f"Trao đổi với ông Lò Văn Páo, nhiều người kể: “{WORDS}”", None),
    ("before, a gesture", "Nông dân Vi Thị Bông lắc đầu: “Hạt này chậm lắm”.", "Vi Thị Bông"),
    ("before, a manner", "Anh Ma Văn Kiểm, xã Bản Hón, buồn bã: “Mất trắng”.", "Ma Văn Kiểm"),
    ("behind, a comma inside the marks", "“Hạt này chậm lắm,” bà Vi Thị Bông, nông dân bản Nà Sáy, than thở.", "Vi Thị Bông"),
    ("behind, woman and office", "“Chúng tôi làm đến cùng”, nữ trưởng thôn quả quyết.", "trưởng thôn"),
    ("behind, a manner", "“Chúng tôi đã thắng”, bà Vi Thị Bông mừng rỡ.", "Vi Thị Bông"),
    ("behind, an answer to somebody", "“Hạt này chậm lắm”, trả lời phóng viên, bà Vi Thị Bông nói.", "Vi Thị Bông"),
    ("pronoun, an office spoke since", f"Cử tri Ngô Thị Sen kể đường hỏng.\nPhó Chủ tịch Phong cho biết xã đã biết. “{WORDS}”, ông nói.", "Phó Chủ tịch Phong"),
    ("pronoun, words behind a comma", "Phó Chủ tịch Phong cho biết xã đã có kế hoạch, “đường ấy sẽ xong trong quý tới”, ông nói.", "Phó Chủ tịch Phong"),
    ("pronoun, of the sex", f"Bà Vi Thị Bông đến, ông Lò Văn Páo cũng đến. “{WORDS}”, bà nói thêm.", "Vi Thị Bông"),
    ("second half", "“Quen rồi”, chị Trương Thị Ngần cười. “Nắng mấy cũng ra đồng.”", "Trương Thị Ngần"),
    ("according to her", "Bà Đinh Thị Lan trồng rừng. Theo bà, “trồng thì dễ, giữ được mới là khó”.", "Đinh Thị Lan"),
    ("because", "Bà Đinh Thị Lan không nhận tiền vì “của công thì đừng ai lấy làm của riêng”.", "Đinh Thị Lan"),
    ("because, a body that acts", "Sở Y tế phạt nhà thuốc vì “bán thuốc quá hạn cho nhiều người mua lẻ”.", None),
    ("because, somebody who is punished", "Ông Lò Văn Páo bị phạt vì “để trâu bò vào rừng mới trồng nhiều lần”.", None),
    ("before, nothing but the name", "Bà Vi Thị Bông: “Hạt này chậm lắm”.", "Vi Thị Bông"),
    ("before, nothing but office and name", "Bí thư Tỉnh ủy Lò Văn Páo: “Làm đến cùng”.", "Lò Văn Páo"),
    ("before, an answer", "Chủ tịch UBND xã đáp: “Cuối năm”.", "Chủ tịch Ủy ban nhân dân xã"),
    ("before, turned to somebody", "Ông Lò Văn Páo quay sang bà Vi Thị Bông: “Thế nào?”", None),
    ("that", "Bà Đinh Thị Lan tin rằng rừng ấy “rồi sẽ nuôi cả bản này suốt trăm năm”.", "Đinh Thị Lan"),
    ("paragraphs, named behind", "“Đoạn đầu nói chuyện ruộng.\n“Đoạn cuối nói chuyện rừng”, ông Lò Văn Páo kể.", "Lò Văn Páo"),
    ("paragraphs, named before", "Ông Lò Văn Páo kể: “Đoạn đầu nói chuyện ruộng.\n\n“Đoạn cuối nói chuyện rừng.”", "Lò Văn Páo"),
    ("words inside words", "Ông Bàn Văn Chống kể: “Có cụ bảo tôi: “Chú đừng hứa”. Tôi nhớ mãi”.", None),
    ("single marks", "Ông Lò Văn Páo kể: 'Năm ấy lũ về đến tận sàn nhà.'", "Lò Văn Páo"),
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
