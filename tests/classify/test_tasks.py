"""Themes from directives of many shapes: which items, what they are called, which words tell them."""

from __future__ import annotations

from pathlib import Path

import pytest

import vndirective as vd
from vndirective.classify.grams import syllables
from vndirective.classify.task_units import without_places
from vndirective.core.records import Theme
from vndirective.core.resources import lexicon

HEAD = """ỦY BAN NHÂN DÂN TỈNH HẢI LAM
Số: 12/CT-UBND
Hải Lam, ngày 12 tháng 3 năm 2024

CHỈ THỊ
Về quản lý chợ và vệ sinh đường phố

Thời gian qua, nhiều chợ còn bừa bộn. Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:

"""
FOOT = "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"
PLAN = "rà soát quy hoạch chợ"
BINS = "lắp thùng rác tại các ngã tư"
TIP = "xử lý việc đổ rác trộm"
MARKET, STREET, WATCH = f"Sở Công Thương {PLAN}.", f"Sở Xây dựng {BINS}.", f"Công an tỉnh {TIP}."
ITSELF = "Giao Sở Công Thương theo dõi, đôn đốc việc thực hiện Chỉ thị này."
FIVE = [
    MARKET,
    STREET,
    "Sở Y tế tiêm vắc xin phòng dại.",
    "Sở Nội vụ tinh giản biên chế.",
    "Sở Tài chính bố trí xe đẩy rác.",
]


def made(body: str) -> list[Theme]:
    return list(vd.themes_from(vd.analyze(text=HEAD + body + FOOT)).themes)


SHAPES = [
    ("flat", f"1. {MARKET}\n2. {STREET}\n3. {WATCH}", ["1", "2", "3"]),
    ("flat with a dash", f"1- {MARKET}\n2- {STREET}\n3- {WATCH}", ["1", "2", "3"]),
    ("ordinals", f"Một là, {MARKET}\nHai là, {STREET}", ["Một là", "Hai là"]),
    ("bullets", f"- {MARKET}\n- {STREET}", ["-1", "-2"]),
    ("letters under headings", f"1. Quản lý chợ\na) {MARKET}\nb) {STREET}\n2. Trật tự hè phố\na) {WATCH}", ["1", "2"]),
    ("parts", f"I. NHIỆM VỤ CHUNG\n1. {MARKET}\nII. NHIỆM VỤ CỤ THỂ\n1. {STREET}\n2. {WATCH}", ["I/1", "II/1", "II/2"]),
    ("parts with a name", f"I. QUẢN LÝ CHỢ\n1. {MARKET}\n2. {STREET}\nII. TRẬT TỰ\n1. {WATCH}", ["I/1", "I/2", "II/1"]),
    ("parts without items", f"I. QUẢN LÝ CHỢ\n{MARKET}\nII. TRẬT TỰ\n- {STREET}\n- {WATCH}", ["I", "II"]),
    ("parts, items, letters", f"I. NHIỆM VỤ\n1. Quản lý chợ\na) {MARKET}\nb) {STREET}\n2. Trật tự\na) {WATCH}", ["I/1", "I/2"]),
    ("bullets under a bare heading", f"I. NHIỆM VỤ CHUNG\n- {MARKET}\n- {STREET}\nII. NHIỆM VỤ CỤ THỂ\n- {WATCH}", ["I/-1", "I/-2", "II/-1"]),
    ("lines under a bare heading", f"I. NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM\n{MARKET}\n{STREET}\nII. TRẬT TỰ\n{WATCH}", ["I", "I", "II"]),
    ("letters under a bare heading", f"1. Nhiệm vụ chung\na) {MARKET}\nb) {STREET}\n2. Nhiệm vụ cụ thể\na) {WATCH}", ["1/a", "1/b", "2/a"]),
    ("decimals", f"1. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU\n1.1. {MARKET}\n1.2. {STREET}", ["1/1.1", "1/1.2"]),
    ("articles", f"Điều 1. Quản lý chợ\n1. {MARKET}\n2. {STREET}\nĐiều 2. Trật tự\n1. {WATCH}\nĐiều 3. Giám đốc các sở chịu trách nhiệm thi hành Quyết định này.", ["Điều 1", "Điều 2"]),
    ("letters under a body", f"1. Sở Công Thương\na) Rà soát quy hoạch chợ.\nb) Xóa chợ tạm.\n2. {STREET}", ["1/a", "1/b", "2"]),
    ("letters under who is asked", f"1. Giao Sở Công Thương chủ trì, phối hợp với Công an tỉnh:\na) Rà soát quy hoạch chợ.\nb) Xóa chợ tạm.\n2. {STREET}", ["1/a", "1/b", "2"]),
    ("a list under a body", f"1. Sở Công Thương:\n- Rà soát quy hoạch chợ;\n- Xóa chợ tạm.\n2. {STREET}", ["1", "2"]),
    ("carrying out, in a line", f"I. NHIỆM VỤ\n1. {MARKET}\n2. {STREET}\nII. TỔ CHỨC THỰC HIỆN\n{ITSELF}", ["I/1", "I/2"]),
    ("carrying out, with a task", f"I. NHIỆM VỤ\n1. {MARKET}\nII. TỔ CHỨC THỰC HIỆN\n1. {STREET}\n2. {ITSELF}", ["I/1", "II/1"]),
    ("carrying out in a list of bullets, among the tasks", f"1. {MARKET}\n2. {STREET}\n3. Tổ chức thực hiện\n- {WATCH}\n- {ITSELF}", ["1", "2", "3"]),
    ("carrying out alone", f"I. TỔ CHỨC THỰC HIỆN\n1. {MARKET}\n2. {STREET}", ["I/1", "I/2"]),
    ("aims above the tasks", f"I. MỤC ĐÍCH, YÊU CẦU\n1. {MARKET}\nII. NHIỆM VỤ\n1. {STREET}\n2. {WATCH}", ["II/1", "II/2"]),
    ("points of view and aims", f"1. Quan điểm, mục tiêu\n- {MARKET}\n2. Quản lý chợ\n- {STREET}\n- {WATCH}", ["2"]),
    ("nothing but aims", f"I. MỤC ĐÍCH, YÊU CẦU\n1. {MARKET}\n2. {STREET}", ["I/1", "I/2"]),
    ("who carries many tasks out", "I. NHIỆM VỤ\n" + "\n".join(f"{n}. {task}" for n, task in enumerate(FIVE, 1)) + f"\nII. TỔ CHỨC THỰC HIỆN\n1. {WATCH}\n2. {ITSELF}", [f"I/{n}" for n in range(1, 6)]),
    ("following it up, among the tasks", f"1. {MARKET}\n2. {STREET}\n3. {ITSELF}", ["1", "2"]),
    ("following it up in a sentence of its own", f"1. {MARKET}\n2. {STREET}\n3. Tổ chức thực hiện\nGiám đốc các sở chịu trách nhiệm tổ chức thực hiện Chỉ thị này. Giao Sở Xây dựng theo dõi, đôn đốc, tổng hợp báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện trước ngày 15/12/2024.", ["1", "2"]),
    ("following it up without this", f"1. {MARKET}\n2. {STREET}\n3. Giao Sở Nội vụ chủ trì, phối hợp với các đơn vị liên quan kiểm tra việc thực hiện Chỉ thị; định kỳ báo cáo Ủy ban nhân dân tỉnh.", ["1", "2"]),
    ("following up something else", f"1. {MARKET}\n2. Giao Sở Y tế theo dõi, đôn đốc các trạm tiêm vắc xin, tổng hợp báo cáo kết quả.\n3. Thanh tra tỉnh kiểm tra việc thực hiện quy hoạch chợ.", ["1", "2", "3"]),
    ("carrying out, unnumbered, below the last task", f"1. {MARKET}\n2. {STREET}\n3. Mặt hàng và giá bán\nGiá niêm yết theo từng tháng.\n\nThủ trưởng các đơn vị nghiêm túc triển khai Chỉ thị này; định kỳ hằng quý báo cáo kết quả về Sở Công Thương.", ["1", "2", "3"]),
    ("carrying out with a subject, among the tasks", f"1. {MARKET}\n2. {STREET}\n3. Tổ chức thực hiện\nSở Tài chính bố trí xe đẩy rác. {ITSELF}", ["1", "2", "3"]),
    ("nothing but following it up", f"1. {ITSELF}\n2. Các sở báo cáo kết quả thực hiện Chỉ thị này.", ["1", "2"]),
    ("aims and tasks under one heading", f"I. QUAN ĐIỂM, MỤC TIÊU, NHIỆM VỤ VÀ GIẢI PHÁP\n1. {MARKET}\n2. {STREET}\nII. TRẬT TỰ\n1. {WATCH}", ["I/1", "I/2", "II/1"]),
    ("an aim with its year", f"I. MỤC TIÊU ĐẾN NĂM 2030\n1. {MARKET}\nII. NHIỆM VỤ\n1. {STREET}\n2. {WATCH}", ["II/1", "II/2"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "sections"), [row[1:] for row in SHAPES], ids=[r[0] for r in SHAPES]
)
def test_each_task_is_a_theme(body: str, sections: list[str]) -> None:
    assert [theme.sections[0] for theme in made(body)] == sections


@pytest.mark.parametrize("kind", ["grouping", "lead", "lead_of_names", "following"])
def test_no_phrase_of_a_heading_is_made_of_others(kind: str) -> None:
    # a heading could then be read in more ways than time allows
    phrases = {tuple(syllables(phrase)) for phrase in lexicon("task_headings")[kind]}
    assert phrases
    for phrase in phrases:
        ends = {0}
        for j in range(1, len(phrase) + 1):
            if any(tuple(phrase[i:j]) in phrases - {phrase} for i in ends):
                ends.add(j)
        assert len(phrase) not in ends, phrase


def test_tasks_of_an_appendix_are_themes() -> None:
    text = f"{HEAD}1. {MARKET}\n{FOOT}\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n1. Sở Xây dựng: {BINS}.\n2. Sở Tư pháp: soạn mẫu biên bản.\n"
    themes = vd.themes_from(vd.analyze(text=text)).themes
    assert [(t.sections[0], t.label) for t in themes[1:]] == [
        ("PHỤ LỤC/1", "Lắp thùng rác tại các ngã tư"),
        ("PHỤ LỤC/2", "Soạn mẫu biên bản"),
    ]


def test_rows_of_a_table_are_themes_where_no_item_asks(tmp_path: Path) -> None:
    rows = [
        ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời hạn"),
        ("1", PLAN.capitalize(), "Sở Công Thương", "20/10/2025"),
        ("2", BINS.capitalize(), "Sở Xây dựng", "30/11/2025"),
    ]
    table = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    head = "".join(f"<p>{line}</p>" for line in HEAD.splitlines())
    path = tmp_path / "a.html"
    asked = "<p>Yêu cầu các đơn vị nghiêm túc thực hiện.</p>"
    path.write_text(f"<body>{head}<table>{table}</table>{asked}</body>", encoding="utf-8")
    themes = vd.themes_from(vd.analyze(path)).themes
    assert [theme.label for theme in themes] == [PLAN.capitalize(), BINS.capitalize()]
    assert "quy hoạch" in themes[0].seeds


LABELS = [
    ("Sở Công Thương:\n- Rà soát quy hoạch chợ;\n- Xóa chợ tạm.", "Rà soát quy hoạch chợ; xóa chợ tạm"),
    ("Sở Thông tin và Truyền thông\n- Đưa bản đồ chợ lên mạng.\n- Sửa trang tin.", "Đưa bản đồ chợ lên mạng; sửa trang tin"),
    ("Giao Sở Xây dựng chủ trì, phối hợp với Công an tỉnh:\n- Lắp thùng rác tại các ngã tư.", "Lắp thùng rác tại các ngã tư"),
    ("UBND các huyện, thị xã, thành phố có trách nhiệm:\n- Xóa chợ tạm.", "Xóa chợ tạm"),
    ("Sở Tư pháp:\n- Không được soạn mẫu biên bản quá dài.", "Không được soạn mẫu biên bản quá dài"),
    ("Trách nhiệm của Sở Tư pháp:\n- Soạn mẫu biên bản.", "Soạn mẫu biên bản"),
    (STREET, "Lắp thùng rác tại các ngã tư"),
    ("Trách nhiệm của người đứng đầu\n- Người đứng đầu tiếp dân mỗi tháng hai ngày.", "Trách nhiệm của người đứng đầu"),
    ("Trật tự hè phố\n- Công an tỉnh cấm đỗ xe trên vỉa hè.", "Trật tự hè phố"),
]  # fmt: skip


@pytest.mark.parametrize(("item", "label"), LABELS)
def test_a_task_is_called_by_what_it_asks(item: str, label: str) -> None:
    assert made(f"1. {item}\n2. {WATCH}")[0].label == label


BODIES = """I. NHIỆM VỤ
1. Sở Thông tin và Truyền thông:
- Nâng cấp hệ thống thông tin thu phí chợ trước ngày 30/9/2024;
- Hằng tháng đăng tỷ lệ giải ngân tiền sửa chợ, tỷ lệ giải ngân của 12 ban quản lý.
2. Sở Kế hoạch và Đầu tư phân bổ 100% vốn sửa chợ trước ngày 31/3/2024.
3. Sở Tư pháp: 3 ngày trả lời một lần, tỷ lệ trễ dưới 5%.
II. TỔ CHỨC THỰC HIỆN
Giao Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Chỉ thị này.
"""


@pytest.mark.parametrize("body", [BODIES, *(row[1] for row in SHAPES)])
def test_seeds_are_whole_words_of_one_task(body: str) -> None:
    themes = made(body)
    edges = {
        " ".join(syllables(w))
        for kind in ("particles", "edges")
        for w in lexicon("common_words")[kind]
    }
    scraps = (
        "lệ giải",
        "lệ trễ",
        "hiện chỉ",
        "thông thu",
        "cấp hệ",
        "soát quy",
        "hoạch chợ",
        "phố vệ",
    )
    for theme in themes:
        assert not {seed for seed in theme.seeds if set(map(str.isalpha, seed.split())) != {True}}
        ends = {word for seed in theme.seeds for word in (seed.split()[0], seed.split()[-1])}
        assert ends.isdisjoint(edges)
        assert not set(scraps) & set(theme.seeds)
        for seed in theme.seeds:
            holding = [
                t for t in themes if f" {seed} " in f" {' '.join(syllables(t.definition or ''))} "
            ]
            assert holding in ([], [theme]), seed


def test_what_the_segmenter_does_not_know_is_found_whole() -> None:
    assert "giải ngân" in made(BODIES)[0].seeds


@pytest.mark.parametrize(
    "said",
    [
        "Sở đã tổ chức 6 cuộc thanh tra và 11 cuộc kiểm tra đột xuất, chấn chỉnh kịp thời các vi phạm.",
        "Chi bộ đã tuyên truyền sâu rộng, quán triệt Chỉ thị đến từng đảng viên, nâng cao nhận thức.",
    ],
)
def test_who_does_the_like_with_something_else_speaks_to_no_task(said: str) -> None:
    body = (
        "1. Sở Công Thương tham gia giám sát việc bán cá tươi ở chợ đầu mối.\n"
        "2. Hội Nông dân tuyên truyền, vận động bà con trồng rau sạch, ủ phân xanh.\n"
    )
    codebook = vd.themes_from(vd.analyze(text=HEAD + body + FOOT))
    paper = vd.analyze(text=f"THAM LUẬN\nVề hội làng\n\nKính thưa các đồng chí!\n\n{said}\n")
    assert vd.classify([paper], codebook).data.papers[0]["themes"] == {}


TASKS = """1. Sắp xếp lại các chợ tạm, hướng dẫn tiểu thương ghi sổ nguồn hàng và giữ vệ sinh quầy sạp.
2. Lắp thùng rác tại các ngã tư, thu gom phế liệu theo giờ và dọn sạch các bãi rác tự phát ven sông.
3. Mua đèn pin cho đội tuần tra đêm.
"""


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        # who lists the tasks of a directive has done none of them
        (
            "Chỉ thị yêu cầu sắp xếp lại các chợ tạm, hướng dẫn tiểu thương ghi sổ nguồn hàng; lắp thùng "
            "rác tại các ngã tư, thu gom phế liệu theo giờ. Chúng tôi rất tâm đắc.",
            {"quoting"},
        ),
        # who takes up a term of it in what he tells has
        (
            "Từ tháng 4, phường lắp thùng rác tại các ngã tư trước cổng ba trường học, cứ hai hôm một lần "
            "xe ba gác đi lấy; các bác bán hàng góp tiền mua thêm chổi và xẻng cho tổ dọn dẹp.",
            {"contributing"},
        ),
        # one word that no other task and hardly any text has is enough
        ("Mỗi tháng, hội gom được hai tạ phế liệu để gây quỹ.", {"contributing"}),
        # a word of every directive is not
        ("Phường đã hướng dẫn kịp thời, sắp xếp công việc hợp lý.", set()),
    ],
)  # fmt: skip
def test_to_repeat_a_directive_is_to_quote_it(said: str, stances: set[str]) -> None:
    codebook = vd.themes_from(vd.analyze(text=HEAD + TASKS + FOOT))
    paper = vd.analyze(text=f"THAM LUẬN\nVề hội làng\n\nKính thưa các đồng chí!\n\n{said}\n")
    themes = vd.classify([paper], codebook).data.papers[0]["themes"]
    assert {theme["stance"] for theme in themes.values()} == stances


MORE_TASKS = TASKS + "4. Cắm biển cấm đỗ xe trước cổng bệnh viện, kẻ vạch sơn lòng đường Bến Gỗ.\n"
RECITED = (
    "Chỉ thị yêu cầu sắp xếp lại các chợ tạm, hướng dẫn tiểu thương ghi sổ nguồn hàng.\n"
    "Chỉ thị yêu cầu lắp thùng rác tại các ngã tư, thu gom phế liệu theo giờ.\n"
    "Chỉ thị yêu cầu cắm biển cấm đỗ xe trước cổng bệnh viện, kẻ vạch sơn lòng đường.\n"
)
TORCH = "Đội tuần tra rất vui khi nhận đèn pin.\n"


@pytest.mark.parametrize(
    ("said", "worked_on"),
    [
        # who recites three tasks met the fourth by chance
        (RECITED + TORCH, 0),
        # who comes back to it did something
        (RECITED + TORCH + "Mỗi tháng phường thay pin cho đèn pin của đội tuần tra một lần.\n", 1),
        (TORCH, 1),
    ],
)
def test_who_recites_the_directive_did_nothing_in_passing(said: str, worked_on: int) -> None:
    codebook = vd.themes_from(vd.analyze(text=HEAD + MORE_TASKS + FOOT))
    paper = vd.analyze(text=f"THAM LUẬN\nVề hội làng\n\nKính thưa các đồng chí!\n\n{said}\n")
    themes = vd.classify([paper], codebook).data.papers[0]["themes"].values()
    assert sum(theme["stance"] != "quoting" for theme in themes) == worked_on


@pytest.mark.parametrize(
    "said",
    [
        "Sở Thông tin và Truyền thông đã cử cán bộ dự họp với phường, bà con rất phấn khởi.",
        "Sở Kế hoạch và Đầu tư đã cử cán bộ dự họp với phường, bà con rất phấn khởi.",
    ],
)
def test_to_mention_a_body_is_to_say_nothing_of_its_task(said: str) -> None:
    codebook = vd.themes_from(vd.analyze(text=HEAD + BODIES + FOOT))
    paper = vd.analyze(text=f"THAM LUẬN\nVề hội làng\n\nKính thưa các đồng chí!\n\n{said}\n")
    assert vd.classify([paper], codebook).data.papers[0]["themes"] == {}


def test_the_bundled_seminar_keeps_its_eight_tasks() -> None:
    from importlib.resources import files

    text = files("vndirective.corpora").joinpath("seminar/directive.txt").read_text("utf-8")
    themes = vd.themes_from(vd.analyze(text=text)).themes
    assert [theme.sections[0] for theme in themes] == list("12345678")
    assert all(theme.seeds for theme in themes)


def test_the_name_of_a_place_is_no_seed() -> None:
    text = (
        "UBND HUYỆN LAU\nSố: 8/CT-UBND\nLau, ngày 4 tháng 3 năm 2024\n\nCHỈ THỊ\nVề rác thải\n\nYêu cầu các xã:\n"
        "1. Đóng cửa bãi chôn lấp cũ xã Tân Phong, phục hồi đất bãi chôn lấp xã Tân Phong.\n"
        "2. Thu gom vỏ thuốc trừ sâu trên đồng.\n3. Phân loại rác ở từng hộ.\n"
    )
    codebook = vd.themes_from(vd.analyze(text=text))
    assert not [seed for theme in codebook.themes for seed in theme.seeds if "phong" in seed]
    assert "bãi chôn lấp" in " ".join(codebook.themes[0].seeds)


@pytest.mark.parametrize(
    "text",
    [
        "Mỗi thôn đặt thùng rác.",
        "Các xã đầu tư nước sạch.",
        "Nhà văn hóa thôn Văn hóa.",
        "Các xã Rà soát hồ sơ.",
    ],
)
def test_words_behind_a_territory_are_no_place(text: str) -> None:
    assert without_places(text) == text
