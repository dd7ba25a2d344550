"""What people read in the exported files: Vietnamese names of the codes, numbers, clean text."""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from typing import Final

__all__ = [
    "ACTOR_TYPES",
    "BEFORE",
    "CHANGES",
    "DIFFERENT",
    "DOCUMENT",
    "DOCUMENT_OF",
    "DONE",
    "DUE_FROM",
    "EMPTY",
    "FAILURES",
    "KINDS",
    "LIMITS",
    "MEMORY_COLUMNS",
    "MEMORY_ISSUER",
    "MEMORY_SAID",
    "MEMORY_SHEET",
    "MEMORY_SHOWN",
    "MODALITIES",
    "NOT_COMPUTED",
    "ON_SHEET",
    "OTHERS",
    "OTHER_STATE",
    "PERIODS",
    "PLACES",
    "PROVISIONAL",
    "QUARTERS",
    "REASONS",
    "RELATIONS",
    "SCORE_HINT",
    "STANCES",
    "STANCE_HINT",
    "STATES",
    "TASK_COLUMNS",
    "TASK_HINTS",
    "TASK_SHEET",
    "UNNAMED_SHEET",
    "UNSAID",
    "UNTITLED",
    "WARNINGS",
    "day_in_words",
    "decimal",
    "decimal_below",
    "printable",
]

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

# --- the task list --------------------------------------------------------------------------------

#: Name of the sheet that holds all duties.
TASK_SHEET: Final = "Nhiệm vụ"
#: A sheet that nobody sees: what was written into the list, so that an update can tell what people
#: changed since.
MEMORY_SHEET: Final = "vndirective"
MEMORY_COLUMNS: Final = {
    "id": "Mã",
    "state": "Trạng thái",
    "note": "Ghi chú",
    "leads": "Đơn vị",
    "file": "Tệp",
    "sheet": "Trang tính",
}
#: A column of the memory that a list of an early version has not.
MEMORY_ISSUER: Final = "Nơi ban hành"
#: Behind those, what a column, one that people added too, showed when the list was written, and what the document said, which
#: is something else where people put it right.
MEMORY_SHOWN: Final = "{title} (đã ghi)"
MEMORY_SAID: Final = "{title} (văn bản)"
#: How a document is named in the list: numbers begin anew each year, and offices share them.
DOCUMENT: Final = "{name} ngày {day}"
DOCUMENT_OF: Final = "{document} ({issuer})"
#: The columns in their order; an old list is read again by these titles.
TASK_COLUMNS: Final = {
    "no": "STT",
    "document": "Văn bản",
    "action": "Nội dung nhiệm vụ",
    "lead": "Đơn vị chủ trì",
    "partners": "Đơn vị phối hợp",
    "deliverable": "Sản phẩm",
    "due": "Thời hạn",
    "frequency": "Định kỳ",
    "level": "Mức độ",
    "basis": "Căn cứ",
    "page": "Trang",
    "state": "Trạng thái",
    "note": "Ghi chú",
    "change": "Cập nhật",
    "review": "Cần xem lại",
    "id": "Mã",
}
#: What the columns do not say by themselves, shown beside their titles.
TASK_HINTS: Final = {
    "lead": "Chữ nghiêng: suy ra từ ngữ cảnh, văn bản không nêu ngay tại đó.",
    "due": "Ngày tính được từ văn bản; nếu chưa tính được thì là nguyên văn của thời hạn.",
    "level": "5/5: nghiêm cấm, tuyệt đối; 4/5: phải, có trách nhiệm; 3/5: cần, yêu cầu, giao "
    "việc; 2/5: đề nghị; 1/5: khuyến khích.",
    "basis": "Mục trong văn bản và nguyên văn.",
    "change": "Khác với lần cập nhật trước, hoặc với văn bản, ở chỗ nào.",
    "review": "Chỗ máy chưa chắc: xin đối chiếu với văn bản.",
    "id": "Dùng để tìm lại nhiệm vụ khi cập nhật: xin đừng sửa.",
}
SCORE_HINT: Final = "Từ 0 đến 1: đoạn văn nói rõ đến chủ đề tới mức nào."
STANCE_HINT: Final = (
    "Đóng góp: nói điều của mình. Phê bình: nêu chỗ chưa được. Chỉ trích dẫn: nhắc lại văn bản, không "
    "tính là nói đến chủ đề."
)
#: The state of a duty that can no longer be late.
DONE: Final = "Hoàn thành"
#: What the column "Trạng thái" offers.
STATES: Final = ("Chưa thực hiện", "Đang thực hiện", DONE, "Quá hạn")
#: What an update says of a row.
CHANGES: Final = {
    "new": "Mới",
    "changed": "Thay đổi",
    "edited": "Người dùng sửa",
    "gone": "Không còn trong văn bản",
    "restored": "Đã bị xóa khỏi bảng, đưa lại",
    "apart": "Chưa đối chiếu: lần này không đọc văn bản",
    "own": "Người dùng tự thêm",
}
#: Where a row shows two values that people wrote, the one that stood there before, and that of the
#: document beside another one that people wrote.
ON_SHEET: Final = "[Trang “{sheet}”] {text}"
BEFORE: Final = "{title} (trước: {value})"
DIFFERENT: Final = "{title} (văn bản: {value})"
EMPTY: Final = "trống"
UNNAMED_SHEET: Final = "Trang"
#: The title that a column without one gets; and what is said of a state that is not on the list.
UNTITLED: Final = "Cột {letter}"
OTHER_STATE: Final = "Giá trị này không có trong danh sách. Vẫn giữ?"
#: Why a duty should be looked at, besides the reasons of the analysis.
UNSAID: Final = "cần đối chiếu với văn bản"
PROVISIONAL: Final = "thời hạn tạm tính: {reason}"
DUE_FROM: Final = "Văn bản ghi: “{text}”\n{reason}"
NOT_COMPUTED: Final = "chưa tính được thời hạn: {reason}"
OTHERS: Final = "còn thời hạn khác: {text}"

# --- reasons ---------------------------------------------------------------------------------------

#: How the analysis says why, as patterns over one part of a reason, and how an office reads it. A
#: group named ``a``, ``b`` is the code of a time or period, ``r`` a relation, ``w`` words of the text.
REASONS: Final = (
    (
        r"not all of those handed down may be meant",
        "nhiều đơn vị được nêu ở trên, có thể không phải tất cả đều thực hiện",
    ),
    (r"it is not said who must act", "văn bản không nêu đơn vị thực hiện"),
    (
        r"who must act is taken from a paragraph before",
        "đơn vị thực hiện lấy từ đoạn trước",
    ),
    (r"the sentence could be read otherwise", "câu này có thể hiểu theo cách khác"),
    (r"it is not sure whom or what it is said of", "chưa rõ yêu cầu này nói về ai, việc gì"),
    (r"it is not sure what the condition holds for", "chưa rõ điều kiện áp dụng cho phần nào"),
    (r"it may be told what will be, not pledged", "có thể chỉ kể việc sẽ làm, không phải cam kết"),
    (r"it is not sure which of its times limits it", "chưa rõ mốc thời gian nào là thời hạn"),
    (r"a date in it cannot be read", "có ngày tháng không đọc được"),
    (r"the last day of its deadline is not known", "chưa tính được ngày cuối của thời hạn"),
    (r"it holds words in brackets", "có phần ghi trong ngoặc đơn"),
    (r"it is not known what kind of text this is", "chưa rõ loại văn bản"),
    (r"it stands outside of the outline", "nằm ngoài các mục của văn bản"),
    (r"recurs", "lặp lại định kỳ"),
    (r"no rule of a calendar says when", "không có quy tắc lịch cho các ngày ấy"),
    (
        r"relative to the issue date, which is not known",
        "tính theo ngày ban hành, nhưng chưa biết ngày ban hành",
    ),
    (r"the year is not said: taken from the issue date", "không ghi năm, lấy theo ngày ban hành"),
    (r"the year is not said", "không ghi năm"),
    (r"the month of this day is not said", "không ghi tháng"),
    (r"the week of this day is not said", "không ghi tuần"),
    (r"the day of this hour is not said", "có giờ nhưng không ghi ngày"),
    (r"no calendar has this day", "lịch không có ngày này"),
    (
        r"no such lunar day, or outside the table of the years \d+ to \d+",
        "không có ngày âm lịch này, hoặc nằm ngoài lịch đã biết",
    ),
    (r"no day has this hour", "không có giờ này"),
    (r"no calendar has this month", "lịch không có tháng này"),
    (r"no year has this quarter", "năm không có quý này"),
    (r"half of it has no code", "không tính được một nửa của khoảng này"),
    (
        r"which days the weeks of a month have is not settled",
        "chưa có quy ước tuần thứ mấy của tháng gồm những ngày nào",
    ),
    (
        r"from which day the weeks of a year are counted is not settled",
        "chưa rõ số tuần tính từ ngày nào của năm",
    ),
    (r"the number is not understood", "không hiểu được con số"),
    (r"(?P<w>\d+) times each period", "{w} lần mỗi kỳ"),
    (r"no code for such a recurrence", "lặp lại theo quy tắc riêng"),
    (r"its rule is in rrule", "quy tắc ấy có trong tệp lịch"),
    (r"begins with (?P<a>\S+)", "bắt đầu từ {a}"),
    (r"no end is said", "không ghi hạn cuối"),
    (r"(?P<r>[A-Z-]+) a moment: that moment", "{r} một thời điểm: lấy đúng thời điểm ấy"),
    (r"(?P<r>[A-Z-]+) a part of a day: that day", "{r} một buổi: lấy ngày ấy"),
    (r"(?P<r>[A-Z-]+) (?P<a>\S+): its end", "{r} {a}: lấy thời điểm cuối"),
    (r"(?P<r>[A-Z-]+) (?P<a>\S+): its last day", "{r} {a}: lấy ngày cuối"),
    (
        r"(?P<r>[A-Z-]+) (?P<a>\S+): its last day \((?:START|MID|END) of the period is not exact\)",
        "{r} {a}: lấy ngày cuối (đầu, giữa hay cuối kỳ là ước chừng)",
    ),
    (r"before (?P<a>\S+): the day before", "trước {a}: lấy ngày liền trước"),
    (r"(?P<a>\S+) names no day", "{a} không chỉ rõ ngày"),
    (r"(?P<a>\S+) has no first day", "{a} không có ngày đầu"),
    (
        r"(?P<a>\S+) from a day that the text does not name",
        "{a} kể từ một ngày mà văn bản không nêu",
    ),
    (
        r"(?P<a>\S+) back from a day that the text does not name",
        "lùi {a} từ một ngày mà văn bản không nêu",
    ),
    (
        r"(?P<a>\S+) from (?P<b>\S+), the first day not counted",
        "{a} kể từ {b}, không tính ngày đầu",
    ),
    (r"Civil Code 2015, articles 147-148", "Điều 147, 148 Bộ luật Dân sự 2015"),
    (r"(?P<a>\S+) from (?P<b>\S+) is outside the calendar", "{a} kể từ {b} nằm ngoài lịch"),
    (r"(?P<a>\S+) back from (?P<b>\S+)", "lùi {a} từ {b}"),
    (r"(?P<a>\S+) from (?P<b>\S+)", "{a} kể từ {b}"),
    (r"(?P<a>\S+) needs the hour of the event '(?P<w>.+)'", "{a} cần biết giờ của mốc “{w}”"),
    (r"the day of the event '(?P<w>.+)' is not known", "chưa biết ngày của mốc “{w}”"),
)
#: What a warning says, by its code; ``w`` and ``v`` are what the pattern finds in its message.
WARNINGS: Final = {
    "no_issue_date": (
        "",
        "không tìm thấy ngày ban hành: ngày không ghi năm và thời hạn tính từ ngày ban hành còn bỏ ngỏ",
    ),
    "issued_on_given": ("", "ngày ban hành do người dùng cho, không đọc từ văn bản"),
    "nobody_named": ("", "phần lớn nhiệm vụ trong văn bản không nêu ai thực hiện"),
    "misread_date": (
        r"\A(?P<w>.+):",
        "“{w}” giống một ngày bị đọc sai (chữ lẫn với số), nên không được tính",
    ),
    "impossible_date": (r"\A(?P<w>.+):", "“{w}”: lịch không có ngày này"),
    "unclosed_quote": ("", "có dấu ngoặc kép mở mà không đóng"),
    "language": ("", "văn bản không giống tiếng Việt có dấu: kết quả không đáng tin cậy"),
    "no_definition": (
        r"theme '(?P<w>[^']+)'",
        "chủ đề “{w}” chưa có định nghĩa: chỉ tìm được bằng các từ gợi ý của chủ đề",
    ),
    "unmarked": (
        r"theme '(?P<w>[^']+)'",
        "chủ đề “{w}” có định nghĩa hoặc từ gợi ý không phải tiếng Việt có dấu: khó có bài nào khớp được",
    ),
    "at_odds": (
        r"theme '(?P<w>[^']+)': '(?P<v>.+)' stands",
        "chủ đề “{w}”: “{v}” vừa nằm trong seeds vừa nằm trong against; xin bỏ ở một nơi",
    ),
    "same_theme": (
        r"theme '(?P<w>[^']+)' says the same as '(?P<v>[^']+)'",
        "chủ đề “{w}” trùng định nghĩa và từ gợi ý với chủ đề “{v}”: không thể phân biệt hai chủ đề này",
    ),
    "directive_left_out": (
        r"(?:.*[/\\])?(?P<w>.+): left out",
        "{w}: không tính là tham luận, vì chính là văn bản chỉ đạo",
    ),
    "copy_left_out": (
        # what the two paths share is left out, not more: copies often have one name
        r"(?P<shared>(?:.*[/\\])?)(?P<w>.+): left out, it is the same as (?P=shared)(?P<v>.+)",
        "{w}: không tính, vì trùng với {v}",
    ),
    "other_kinds": (
        r"not read: (?P<w>.+);",
        "không đọc các tệp thuộc loại khác trong thư mục: {w}; nếu là văn bản, xin lưu thành .docx",
    ),
    "foreign_paper": (
        r"\A(?:.*[/\\])?(?P<w>[^/\\:]+):",
        "{w}: không giống tiếng Việt có dấu, nên dòng của bài này không đáng tin cậy",
    ),
    "empty_paper": (
        r"\A(?:.*[/\\])?(?P<w>[^/\\:]+):",
        "{w}: không có đoạn nào để xếp vào chủ đề, nên dòng của bài này không nói lên điều gì",
    ),
    "one_theme": ("", "bộ chủ đề chỉ có một chủ đề"),
    "no_passages": ("", "phần nội dung không có đoạn nào để xếp vào chủ đề"),
    "legacy_font": (
        "",
        "văn bản có vẻ dùng phông chữ cũ (TCVN3, VNI), chưa hiểu được: xin chuyển sang Unicode",
    ),
    "no_line_ends": (
        "",
        "các mục của văn bản nằm liền trên một dòng nên phần lớn nhiệm vụ không đọc được: xin dán lại "
        "văn bản còn xuống dòng, hoặc dùng tệp gốc",
    ),
    "converted_font": (
        r"font '(?P<w>.+)' was",
        "chữ phông {w} đã được chuyển sang Unicode: xin kiểm tra chữ hoa",
    ),
    "scanned_pages": (
        r"on page (?P<w>[\d, ]+\d)",
        "trang {w} là hình, hầu như không có chữ: nếu là bản quét, xin nhận dạng chữ (OCR) trước",
    ),
    "pdf_table": (
        r"on page (?P<w>[\d, ]+\d)",
        "trang {w} có bảng: tệp PDF không cho biết các ô, nhiệm vụ trong bảng có thể thiếu hoặc lẫn; xin kiểm tra, hoặc dùng tệp .docx",
    ),
    "stacked_table": (
        "",
        "có bảng phân công mà mỗi ô nằm một dòng, không đủ ô để hiểu: xin dùng tệp .docx còn bảng",
    ),
    "unmapped_glyphs": (
        r"\A(?P<w>\d+)",
        "{w} ký tự không có mã Unicode nên không đọc được",
    ),
    "not_read": ("", "có phần của tệp không đọc được"),
}
#: Why a file could not be read, by the code of the failure, and what helps.
FAILURES: Final = {
    "missing": "không tìm thấy tệp",
    "empty": "tệp không có nội dung",
    "encoding": "không nhận ra bảng mã: xin lưu lại bằng UTF-8",
    "unsupported": "không phải loại tệp đọc được: xin dùng .docx, .pdf, .html hoặc .txt",
    "encrypted": "tệp có mật khẩu: xin lưu một bản không có mật khẩu",
    "damaged": "tệp bị hỏng: xin mở và lưu lại",
    "too_large": "tệp vượt quá giới hạn cho phép",
    "no_text": "tệp chỉ có hình, không có chữ: xin nhận dạng chữ (OCR) trước",
    "no_permission": "không có quyền đọc tệp",
    "not_a_file": "không phải là tệp",
    "no_documents": "thư mục không có văn bản nào đọc được",
    "no_program": "cần cài LibreOffice để đọc loại tệp này",
    "timeout": "đọc tệp quá lâu nên đã dừng",
    "killed": "việc đọc tệp bị dừng: tệp có thể quá lớn hoặc bị hỏng",
    "internal": "lỗi của phần mềm: xin báo lại kèm tệp",
}
RELATIONS: Final = {
    "BEFORE": "trước",
    "BY": "đến",
    "ON": "vào",
    "WITHIN": "trong",
    "FROM-TO": "trong khoảng",
    "EVERY": "hằng",
    "AFTER": "sau",
}
#: The word before the time of a deadline, which the time itself leaves out; others need none.
#: ``BY-ALL`` is ``BY`` of a month or another period that counts to its end.
LIMITS: Final = {
    "BEFORE": "trước",
    "BY": "chậm nhất",
    "BY-ALL": "đến hết",
    "WITHIN": "trong",
    "FROM-TO": "từ",
    "AFTER": "từ",
}
#: Where something stands in a document.
PLACES: Final = {
    "item": "mục {label}",
    "clause": "khoản {label}",
    "point": "điểm {label}",
    "dash": "gạch đầu dòng thứ {n}",
    "sign": "dấu “{sign}” thứ {n}",
    "table": "bảng",
    "row": "dòng số {n}",
}
#: Sections that have no label are named by their kind.
PARTS: Final = {
    "header": "phần đầu",
    "addressees": "phần kính gửi",
    "legal_basis": "phần căn cứ",
    "salutation": "lời mở đầu",
    "body": "phần nội dung",
    "closing": "phần kết",
    "signature": "phần ký",
    "recipients": "nơi nhận",
    "caption": "chú thích ảnh",
    "footnote": "chú thích",
    "table": "bảng",
}
#: By the last letter of an ISO duration; "T" before it where hours and minutes are meant.
PERIODS: Final = {
    "D": "ngày",
    "W": "tuần",
    "M": "tháng",
    "Y": "năm",
    "TH": "giờ",
    "TM": "phút",
}
QUARTERS: Final = ("I", "II", "III", "IV")

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


def day_in_words(day: date) -> str:
    """Return a date, or a moment, as offices write it.

    Examples
    --------
    >>> day_in_words(date(2025, 9, 1)), day_in_words(datetime(2025, 9, 1, 17))
    ('01/09/2025', '17:00 ngày 01/09/2025')
    """
    # strftime does not fill up years before 1000 everywhere.
    clock = f"{day:%H:%M} ngày " if isinstance(day, datetime) else ""
    return f"{clock}{day.day:02}/{day.month:02}/{day.year}"


def decimal(value: float) -> str:
    """Return a number with two decimals and the Vietnamese decimal comma.

    Examples
    --------
    >>> decimal(0.725)
    '0,72'
    """
    return f"{value:.2f}".replace(".", ",")


def decimal_below(value: float) -> str:
    """Return a number rounded down, so that what was missed narrowly does not look met.

    Examples
    --------
    >>> decimal_below(0.5999)
    '0,59'
    """
    return decimal(math.floor(value * 100) / 100)
