"""The rejoining of wrapped lines."""

from __future__ import annotations

import unicodedata

import pytest
from tables import cases

from vndirective.core.normalize import make_view

# A paragraph wrapped at some 60 characters: it shows the width, so that rules about full lines
# apply to what stands after it.
WRAPPED = """Trong ba năm qua, các phòng chuyên môn của thị xã đã giải
quyết phần lớn hồ sơ đúng hạn, song vẫn còn một số nơi làm
việc chậm, chưa công khai tiến độ và chưa trả lời đầy đủ
những câu hỏi mà người dân gửi đến trong các buổi tiếp dân
hằng tháng."""
ONE_LINE = " ".join(WRAPPED.split("\n"))

# Items with blank lines between: what stands below another line without one goes on with it.
SPACED = "\n\n".join(
    f"{n}. Các phòng chuyên môn rà soát toàn bộ hồ sơ đã quá hạn và\nlập danh mục gửi về Văn phòng trước ngày {n} hằng tháng."
    for n in range(1, 9)
)
FULL = "9. Văn phòng công khai tiến độ giải quyết hồ sơ và trả lời."
SHORT = "9. Văn phòng công khai tiến độ."

# Items whose first lines are shorter than the others: each is full at its own width.
INDENTED = "\n".join(
    f"{k}) Các phòng chuyên môn rà soát toàn bộ hồ sơ quá\nhạn, lập danh mục theo từng lĩnh vực và gửi về cơ quan thường\ntrực để tổng hợp, công khai trên bảng tin trước mỗi kỳ họp xã\nhằng quý."
    for k in "abcdeg"
)
REFERRED = "h) Văn phòng giải đáp vướng mắc; việc vượt quyền\nhạn của mình và của các phòng thì tham mưu, báo cáo\nỦy ban nhân dân tỉnh."

WRAPS = [
    (
        "a full line ends a sentence, no paragraph, where blank lines part those",
        f"{SPACED}\n\n{FULL}\nTrưởng phòng chịu trách nhiệm.",
        f"{SPACED}\n\n{FULL} Trưởng phòng chịu trách nhiệm.".replace(" và\n", " và "),
    ),
    (
        "a short line ends a paragraph there, too",
        f"{SPACED}\n\n{SHORT}\nTrưởng phòng chịu trách nhiệm.",
        f"{SPACED}\n\n{SHORT}\nTrưởng phòng chịu trách nhiệm.".replace(" và\n", " và "),
    ),
    (
        "a full line above what opens a paragraph",
        f"{SPACED}\n\n{FULL}\nCăn cứ tình hình, các phòng báo cáo.",
        f"{SPACED}\n\n{FULL}\nCăn cứ tình hình, các phòng báo cáo.".replace(" và\n", " và "),
    ),
    (
        "a full line where blank lines part nothing",
        f"{SPACED}\n{FULL}\nTrưởng phòng chịu trách nhiệm.".replace("\n\n", "\n"),
        f"{SPACED}\n{FULL}\nTrưởng phòng chịu trách nhiệm.".replace("\n\n", "\n").replace(
            " và\n", " và "
        ),
    ),
    ("wrapped paragraph", WRAPPED, ONE_LINE),
    (
        "a line as full as first lines are, under way",
        f"{INDENTED}\n{REFERRED}",
        "\n".join(
            " ".join(item.split("\n"))
            for item in [
                *(f"{part}hằng quý." for part in INDENTED.split("hằng quý.")[:-1]),
                REFERRED,
            ]
        ).replace("\n ", "\n"),
    ),
    ("two paragraphs", f"{WRAPPED}\n\n{WRAPPED}", f"{ONE_LINE}\n\n{ONE_LINE}"),
    ("no blank line between", f"{WRAPPED}\n{WRAPPED}", f"{ONE_LINE}\n{ONE_LINE}"),
    (
        "all-caps heading before a body",
        f"{WRAPPED}\n\nTỔ CHỨC THỰC HIỆN\nVăn phòng theo dõi việc thực hiện.",
        f"{ONE_LINE}\n\nTỔ CHỨC THỰC HIỆN\nVăn phòng theo dõi việc thực hiện.",
    ),
    (
        "bold heading before a body",
        f"{WRAPPED}\n\n**Tổ chức thực hiện**\nVăn phòng theo dõi việc thực hiện.",
        f"{ONE_LINE}\n\nTổ chức thực hiện\nVăn phòng theo dõi việc thực hiện.",
    ),
    (
        "all-caps heading of two lines",
        f"{WRAPPED}\n\nTĂNG CƯỜNG TRÁCH NHIỆM TRONG VIỆC XỬ LÝ HỒ SƠ CỦA CÔNG DÂN\nTẠI BỘ PHẬN MỘT CỬA",
        f"{ONE_LINE}\n\nTĂNG CƯỜNG TRÁCH NHIỆM TRONG VIỆC XỬ LÝ HỒ SƠ CỦA CÔNG DÂN TẠI BỘ PHẬN MỘT CỬA",
    ),
    (
        "list items stay apart",
        f"{WRAPPED}\n1. Rà soát hồ sơ\n2. Lập biểu mẫu\na) Danh mục hồ sơ chậm\n- Hồ sơ đất đai",
        f"{ONE_LINE}\n1. Rà soát hồ sơ\n2. Lập biểu mẫu\na) Danh mục hồ sơ chậm\n- Hồ sơ đất đai",
    ),
    (
        "list items stay apart after danh mục",
        f"{WRAPPED}\n2. Lập danh mục\na) Hồ sơ chậm\nb) Hồ sơ đất đai",
        f"{ONE_LINE}\n2. Lập danh mục\na) Hồ sơ chậm\nb) Hồ sơ đất đai",
    ),
    (
        "wrapped item",
        f"{WRAPPED}\n- Rà soát toàn bộ hồ sơ đã quá hạn và lập danh mục gửi về\nVăn phòng trước ngày 20 hằng tháng;\n- Công khai tiến độ.",
        f"{ONE_LINE}\n- Rà soát toàn bộ hồ sơ đã quá hạn và lập danh mục gửi về Văn phòng trước ngày 20 hằng tháng;\n- Công khai tiến độ.",
    ),
    (
        "every line a paragraph",
        WRAPPED.replace("\n", "\n\n")
        + "\n\nVăn phòng trả lời trước ngày 20 hằng tháng, gửi\n\nkết quả cho bộ phận một cửa.\n\nCác phòng công khai\n\ntiến độ.",
        f"{ONE_LINE}\nVăn phòng trả lời trước ngày 20 hằng tháng, gửi kết quả cho bộ phận một cửa.\nCác phòng công khai tiến độ.",
    ),
    (
        "every line of a list a paragraph",
        "1. Rà soát hồ sơ.\n\n2. Lập biểu mẫu.\n\n3. Công khai.\n\n4. Trả lời.\n\n5. Báo cáo.\n\n6. Kiểm tra.\n\n7. Xử lý.\n\n8. Lưu hồ sơ.\n\n9. Tổng hợp",
        "1. Rà soát hồ sơ.\n\n2. Lập biểu mẫu.\n\n3. Công khai.\n\n4. Trả lời.\n\n5. Báo cáo.\n\n6. Kiểm tra.\n\n7. Xử lý.\n\n8. Lưu hồ sơ.\n\n9. Tổng hợp",
    ),
    (
        "item below a full heading",
        f"{WRAPPED}\n1. Hoàn thiện quy trình tiếp nhận, trả kết quả và lưu giữ hồ sơ\n- Rà soát hồ sơ.",
        f"{ONE_LINE}\n1. Hoàn thiện quy trình tiếp nhận, trả kết quả và lưu giữ hồ sơ\n- Rà soát hồ sơ.",
    ),
    (
        "dash inside a name with capitals",
        f"{WRAPPED}\nPhòng chuyên môn phải gửi kết quả về Sở Lao động, Sở Công nghiệp\n- Viễn thông và các xã.",
        f"{ONE_LINE}\nPhòng chuyên môn phải gửi kết quả về Sở Lao động, Sở Công nghiệp - Viễn thông và các xã.",
    ),
    (
        "dash inside a name",
        f"{WRAPPED}\n\nMặt trận Tổ quốc và các tổ chức chính trị\n- xã hội giám sát việc trả hồ sơ đúng hạn cho người dân.",
        f"{ONE_LINE}\n\nMặt trận Tổ quốc và các tổ chức chính trị - xã hội giám sát việc trả hồ sơ đúng hạn cho người dân.",
    ),
    (
        "number of an article at the start of a line",
        f"{WRAPPED}\n\nViệc xử lý thực hiện theo quy định tại điểm a khoản\n2. Điều 5 của Quy chế này.",
        f"{ONE_LINE}\n\nViệc xử lý thực hiện theo quy định tại điểm a khoản 2. Điều 5 của Quy chế này.",
    ),
    (
        "khoản and its number",
        f"{WRAPPED}\n\nViệc xử lý thực hiện theo quy định tại khoản\n2 Điều 5 của Quy chế này.",
        f"{ONE_LINE}\n\nViệc xử lý thực hiện theo quy định tại khoản 2 Điều 5 của Quy chế này.",
    ),
    (
        "month and year",
        f"{WRAPPED}\n\nBáo cáo gửi về Văn phòng chậm nhất ngày 15 tháng\n12 năm 2025 để tổng hợp.",
        f"{ONE_LINE}\n\nBáo cáo gửi về Văn phòng chậm nhất ngày 15 tháng 12 năm 2025 để tổng hợp.",
    ),
    (
        "page number between the halves of a sentence",
        f"{WRAPPED}\n\nCác phòng chuyên môn có trách nhiệm phối hợp với\n\n3\n\ncác phường trong việc trả hồ sơ.",
        f"{ONE_LINE}\n\nCác phòng chuyên môn có trách nhiệm phối hợp với các phường trong việc trả hồ sơ.",
    ),
    (
        "page number with dashes after a form feed",
        f"{WRAPPED}\n\nCác phòng chuyên môn phối hợp với\x0c- 2 -\ncác phường trả hồ sơ đúng hạn.",
        f"{ONE_LINE}\n\nCác phòng chuyên môn phối hợp với các phường trả hồ sơ đúng hạn.",
    ),
    (
        "page number in a text that is not wrapped",
        "Các phòng rà soát hồ sơ của các hộ kinh doanh\nTrang 2/5\nvà báo cáo. Lập danh mục.",
        "Các phòng rà soát hồ sơ của các hộ kinh doanh và báo cáo. Lập danh mục.",
    ),
    (
        "page number between blank lines",
        "Các phòng rà soát hồ sơ của các hộ kinh doanh\n\n2\n\nvà báo cáo.",
        "Các phòng rà soát hồ sơ của các hộ kinh doanh và báo cáo.",
    ),
    (
        "form feed inside a sentence",
        "Các phòng rà soát hồ sơ\n\n\x0cvà báo cáo.\nLập danh mục.",
        "Các phòng rà soát hồ sơ và báo cáo.\nLập danh mục.",
    ),
    (
        "form feed and page number inside a sentence",
        "Các phòng rà soát hồ sơ\n\n\x0c\n          2\n\nvà báo cáo.",
        "Các phòng rà soát hồ sơ và báo cáo.",
    ),
    (
        "form feed between paragraphs",
        "Các phòng rà soát hồ sơ.\n\x0cLập danh mục.",
        "Các phòng rà soát hồ sơ.\n\nLập danh mục.",
    ),
    (
        "a year that is no page number",
        "Các phòng rà soát hồ sơ của các hộ kinh doanh trong năm\n2024\nvà báo cáo.",
        "Các phòng rà soát hồ sơ của các hộ kinh doanh trong năm 2024 và báo cáo.",
    ),
    (
        "year of a date on the next line",
        "Hải Sơn, ngày 5 tháng 2 năm\n2024",
        "Hải Sơn, ngày 5 tháng 2 năm 2024",
    ),
    (
        "rows of a table",
        "TT | Việc | Hoàn thành trước ngày\n1 | Rà soát | tháng\n2 | Lập sổ | 3/5",
        "TT | Việc | Hoàn thành trước ngày\n1 | Rà soát | tháng\n2 | Lập sổ | 3/5",
    ),
    (
        "table of contents",
        "Mục lục\nI. Rà soát hồ sơ ........... 3\nII. Lập danh mục……… 12\nKinh phí: ... 3 triệu",
        "Mục lục\n\nKinh phí: ... 3 triệu",
    ),
    (
        "gaps of a form",
        "Số đại biểu: .......... 20\nHọp ngày ...... tháng ...... 12",
        "Số đại biểu: .......... 20\nHọp ngày ...... tháng ...... 12",
    ),
    (
        "a number that is no page number",
        "Tổng số hồ sơ quá hạn:\n12\nĐã trả trong tháng:\n9",
        "Tổng số hồ sơ quá hạn:\n12\nĐã trả trong tháng:\n9",
    ),
    (
        "blank line ends a paragraph",
        "Rà soát hồ sơ\n\nLập danh mục",
        "Rà soát hồ sơ\n\nLập danh mục",
    ),
    (
        "a lower-case line goes on",
        "Rà soát hồ sơ tồn đọng của\ncác phường",
        "Rà soát hồ sơ tồn đọng của các phường",
    ),
    (
        "a finished line does not go on",
        "Rà soát hồ sơ.\nlập danh mục",
        "Rà soát hồ sơ.\nlập danh mục",
    ),
    (
        "lines that are not wrapped stay lines",
        "Rà soát hồ sơ\nLập danh mục\nCông khai kết quả",
        "Rà soát hồ sơ\nLập danh mục\nCông khai kết quả",
    ),
    (
        "a marker alone and its text",
        "1.\nRà soát hồ sơ\n2.\nLập danh mục",
        "1. Rà soát hồ sơ\n2. Lập danh mục",
    ),
    (
        "head in two columns with pipes",
        "|\n**THỊ ỦY ĐÔNG HẢI**\n-------\n|\n**ĐẢNG CỘNG SẢN VIỆT NAM**\n-------\n|\n|\nSố 04-CT/TU\n|\nĐông Hải, ngày 5 tháng 2 năm 2024\n|\n\n**CHỈ THỊ**",
        "THỊ ỦY ĐÔNG HẢI\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 04-CT/TU\n\nĐông Hải, ngày 5 tháng 2 năm 2024\n\nCHỈ THỊ",
    ),
    (
        "bold over two lines",
        f"{WRAPPED}\n\n**Nâng cao chất lượng tiếp công dân\nTại trụ sở mới**\nVăn phòng theo dõi.",
        f"{ONE_LINE}\n\nNâng cao chất lượng tiếp công dân Tại trụ sở mới\nVăn phòng theo dõi.",
    ),
    (
        "bold heading that ends in the word of an office",
        f"{WRAPPED}\n\n**Trách nhiệm của các phường**\nVăn phòng theo dõi.",
        f"{ONE_LINE}\n\nTrách nhiệm của các phường\nVăn phòng theo dõi.",
    ),
    (
        "stars alone on a line",
        "Rà soát hồ sơ.\n**\nLập danh mục.",
        "Rà soát hồ sơ.\n\nLập danh mục.",
    ),
    (
        "a new paragraph that opens with Căn cứ",
        f"{WRAPPED}\n\nCăn cứ Quy chế làm việc của Thị ủy khóa trước đã ban hành,\nCăn cứ tình hình thực tế;",
        f"{ONE_LINE}\n\nCăn cứ Quy chế làm việc của Thị ủy khóa trước đã ban hành,\nCăn cứ tình hình thực tế;",
    ),
    (
        "who speaks, below half a name",
        f"{WRAPPED}\n\nNhững khó khăn từ cơ sở\nNgười trình bày: Lê Minh Khuê\n{WRAPPED}",
        f"{ONE_LINE}\n\nNhững khó khăn từ cơ sở\nNgười trình bày: Lê Minh Khuê\n{ONE_LINE}",
    ),
    (
        "who speaks, below a full line",
        f"{WRAPPED}\n\nGỡ khó cho cơ sở: những việc đã làm được và những việc phải làm\nĐơn vị: Thị đoàn\n{WRAPPED}",
        f"{ONE_LINE}\n\nGỡ khó cho cơ sở: những việc đã làm được và những việc phải làm\nĐơn vị: Thị đoàn\n{ONE_LINE}",
    ),
    (
        "a greeting that ends in a comma",
        f"{WRAPPED}\n\nKính thưa các đồng chí lãnh đạo,\n{WRAPPED}",
        f"{ONE_LINE}\n\nKính thưa các đồng chí lãnh đạo,\n{ONE_LINE}",
    ),
    (
        "a greeting over two lines",
        f"{WRAPPED}\n\nKính thưa các đồng chí trong Ban Thường vụ Thị ủy, trong Đảng ủy,\nBan Giám đốc Trung tâm!\n{WRAPPED}",
        f"{ONE_LINE}\n\nKính thưa các đồng chí trong Ban Thường vụ Thị ủy, trong Đảng ủy, Ban Giám đốc Trung tâm!\n{ONE_LINE}",
    ),
]
BUGS_OF_WRAPS: dict[str, str] = {}


@pytest.mark.parametrize(("raw", "expected"), cases(WRAPS, BUGS_OF_WRAPS))
def test_hard_wraps(raw: str, expected: str) -> None:
    assert make_view(raw).text == expected


@pytest.mark.parametrize(("raw", "expected"), cases(WRAPS, BUGS_OF_WRAPS))
def test_hard_wraps_with_line_ends_of_windows_in_decomposed_form(raw: str, expected: str) -> None:
    dirty = "\ufeff" + unicodedata.normalize("NFD", raw).replace("\n", "\r\n")
    assert make_view(dirty).text == expected
