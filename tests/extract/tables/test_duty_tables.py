"""Tables of tasks, labeled lines, and the ways a text may be written down."""

from __future__ import annotations

import unicodedata

import pytest
from duties import Duty, asked, directive, found, must, never
from tables import cases

ANNEX = directive(
    "Ban hành kèm theo Chỉ thị này danh mục nhiệm vụ.\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n"
)

ROWS = [
    ("five columns", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn | Sản phẩm\n1 | Rà soát nhà trọ | Công an xã | Trước ngày 10/4/2024 | Danh sách nhà trọ\n2 | Kiểm tra bếp ăn | Trạm Y tế | Tháng 5/2024 | Báo cáo", [must("Rà soát nhà trọ", "~Công an xã", deadlines=["ngày 10/4/2024"], due=["2024-04-09"], deliverable="Danh sách nhà trọ"), must("Kiểm tra bếp ăn", "~Trạm Y tế", deadlines=["Tháng 5/2024"], deliverable="Báo cáo")]),
    ("with a column of partners", "TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành\n1 | Lắp đặt đèn ngõ | Các thôn | Điện lực huyện | Quý II/2024", [must("Lắp đặt đèn ngõ", "~Các thôn", coordinated_with=["~Điện lực huyện"], deadlines=["Quý II/2024"])]),
    ("bars without a head", "Rà soát nhà trọ | Công an xã | Trước 10/4/2024\nXây dựng quy chế chi tiêu | Kế toán | 26/3 hằng năm", [must("Rà soát nhà trọ", "~Công an xã", deadlines=["10/4/2024"]), must("Xây dựng quy chế chi tiêu", "~Kế toán", deadlines=["26/3 hằng năm"])]),
    ("dashes without a head", "1 – Hoàn thiện dự thảo – Văn phòng Đảng ủy – 10/4/2024\n2 – Trang trí hội trường, lắp đặt âm thanh – Trung tâm Văn hóa xã – Quý II/2024", [must("Hoàn thiện dự thảo", "~Văn phòng Đảng ủy", deadlines=["10/4/2024"]), must("Trang trí hội trường, lắp đặt âm thanh", "~Trung tâm Văn hóa xã", deadlines=["Quý II/2024"])]),
    ("one task with dashes", "1. Giao Công an xã lập chốt.\n2. Tổng hợp kết quả, trình Ủy ban nhân dân huyện - Văn phòng huyện - 15/5/2024.", [must("lập chốt", "Công an xã"), must("Tổng hợp kết quả, trình Ủy ban nhân dân huyện", "~Văn phòng huyện", deadlines=["15/5/2024"])]),
    ("dashes of an aside", "1. Công an xã - cơ quan thường trực - lập chốt trước ngày 10/4/2024.", [must("lập chốt trước ngày 10/4/2024", "Công an xã")]),
    ("columns by tabs", "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n1\tRà soát nhà trọ\tCông an xã\t10/4/2024", [must("Rà soát nhà trọ", "~Công an xã", deadlines=["10/4/2024"])]),
    ("an empty cell between tabs", "STT\tNhiệm vụ\tCơ quan chủ trì\tPhối hợp\tThời hạn\n1\tRà soát nhà trọ\tCông an xã\t\t10/4/2024", [must("Rà soát nhà trọ", "~Công an xã", coordinated_with=[], deadlines=["10/4/2024"])]),
    ("tabs that part no columns", "1.\tGiao Công an xã\tlập chốt.", [must("lập chốt", "Công an xã")]),
    ("columns by wide gaps", "STT   Nhiệm vụ   Cơ quan chủ trì   Thời hạn\nI   Về trật tự      \n1   Rà soát nhà trọ   Công an xã   10/4/2024\n2   Kiểm tra bếp ăn   Trạm Y tế   Tháng 5/2024", [must("Rà soát nhà trọ", "~Công an xã", deadlines=["10/4/2024"]), must("Kiểm tra bếp ăn", "~Trạm Y tế", deadlines=["Tháng 5/2024"])]),
    ("an empty cell between wide gaps", "STT   Nhiệm vụ   Cơ quan chủ trì   Phối hợp   Thời hạn\n1   Rà soát nhà trọ   Công an xã      10/4/2024\n2   Kiểm tra bếp ăn   Trạm Y tế   Công an xã   ", [must("Rà soát nhà trọ", "~Công an xã", coordinated_with=[], deadlines=["10/4/2024"]), must("Kiểm tra bếp ăn", "~Trạm Y tế", coordinated_with=["~Công an xã"], deadlines=[])]),
    ("columns by gaps of many widths", "STT    Nhiệm vụ               Cơ quan chủ trì      Thời hạn\n1      Rà soát nhà trọ        Công an xã           10/4/2024\n2      Kiểm tra bếp ăn        Trạm Y tế            Tháng 5/2024", [must("Rà soát nhà trọ", "~Công an xã", deadlines=["10/4/2024"]), must("Kiểm tra bếp ăn", "~Trạm Y tế", deadlines=["Tháng 5/2024"])]),
    ("who acts at the end of a row", "Nhiệm vụ | Người thực hiện\n- Rà soát nhà trọ | Lê Văn Ba", [must("Rà soát nhà trọ", "~Lê Văn Ba")]),
    ("a quarter in a column by tabs", "STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn\n1\tRà soát nhà trọ\tQ. Ba Đình\t10/4/2024", [must("Rà soát nhà trọ", "~Q. Ba Đình", deadlines=["10/4/2024"])]),
    ("prose with gaps below a head", "STT   Nhiệm vụ    Cơ quan chủ trì   Thời hạn\nGiao Công an xã   lập chốt ở   ngã ba   chợ.", [must("lập chốt ở ngã ba chợ", "Công an xã")]),
    ("wide gaps that part no columns", "1.   Giao Công an xã    lập chốt.", [must("lập chốt", "Công an xã")]),
    ("as above, over a heading", "TT | Nhiệm vụ | Cơ quan chủ trì | Phối hợp | Thời hạn\n1 | Rà soát nhà trọ | Công an xã | Trạm Y tế | Tháng 4/2024\nII | Về bếp ăn | | | \n2 | Kiểm tra bếp ăn | Trạm Y tế | nt | Tháng 5/2024", [must("Rà soát nhà trọ", "~Công an xã", coordinated_with=["~Trạm Y tế"], deadlines=["Tháng 4/2024"]), must("Kiểm tra bếp ăn", "~Trạm Y tế", coordinated_with=["~Trạm Y tế"], deadlines=["Tháng 5/2024"])]),
    ("a column of results beside a lead", "STT | Nhiệm vụ | Cơ quan chủ trì | Tình trạng\n1 | Rà soát nhà trọ | Công an xã | Đang làm", [must("Rà soát nhà trọ", "~Công an xã")]),
    ("deadline before the lead", "STT | Nhiệm vụ | Thời hạn hoàn thành | Cơ quan thực hiện\n1 | Rà soát nhà trọ | Tháng 4/2024 | Công an xã", [must("Rà soát nhà trọ", "~Công an xã", deadlines=["Tháng 4/2024"])]),
    ("two leads in a cell", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Thẩm định giá đất | Phòng Kinh tế, Phòng Tài chính | Tháng 4/2024", [must("Thẩm định giá đất", "~Phòng Kinh tế", "~Phòng Tài chính", deadlines=["Tháng 4/2024"])]),
    ("leads in two paragraphs of a cell", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Thẩm định giá đất | Phòng Kinh tế; Phòng Tài chính | Tháng 4/2024", [must("Thẩm định giá đất", "~Phòng Kinh tế", "~Phòng Tài chính", deadlines=["Tháng 4/2024"])]),
    ("tasks in two paragraphs of a cell", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | - Rà soát nhà trọ; - Kiểm tra bếp ăn. | Công an xã | Tháng 4/2024", [must("Rà soát nhà trọ", "~Công an xã", deadlines=["Tháng 4/2024"]), must("Kiểm tra bếp ăn", "~Công an xã", deadlines=["Tháng 4/2024"])]),
    ("tasks that end in full stops", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | - Rà soát nhà trọ. - Kiểm tra bếp ăn. | Công an xã | Tháng 4/2024", [must("Rà soát nhà trọ", "~Công an xã", deadlines=["Tháng 4/2024"]), must("Kiểm tra bếp ăn", "~Công an xã", deadlines=["Tháng 4/2024"])]),
    ("numbered tasks in a cell", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | 1. Rà soát nhà trọ; 2. Kiểm tra bếp ăn | Công an xã | Tháng 4/2024", [must("Rà soát nhà trọ", "~Công an xã", deadlines=["Tháng 4/2024"]), must("Kiểm tra bếp ăn", "~Công an xã", deadlines=["Tháng 4/2024"])]),
    ("tasks of verbs in no list", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | - Sổ theo dõi nhà trọ; - Sơ đồ lối thoát. | Công an xã | Tháng 4/2024", [must("Sổ theo dõi nhà trọ", "~Công an xã", deadlines=["Tháng 4/2024"]), must("Sơ đồ lối thoát", "~Công an xã", deadlines=["Tháng 4/2024"])]),
    ("a head of two rows", "TT | Nội dung | Phân công |  | Thời hạn\nTT | Nội dung | Chủ trì | Phối hợp | Thời hạn\n1 | Rà soát nhà trọ | Công an xã | Trạm Y tế | Tháng 4/2024", [must("Rà soát nhà trọ", "~Công an xã", coordinated_with=["~Trạm Y tế"], deadlines=["Tháng 4/2024"])]),
    ("a head of two rows, the second with what is new", "TT | Nội dung | Phân công |  | Thời hạn\n |  | Chủ trì | Phối hợp | \n1 | Rà soát nhà trọ | Công an xã | Trạm Y tế | Tháng 4/2024", [must("Rà soát nhà trọ", "~Công an xã", coordinated_with=["~Trạm Y tế"], deadlines=["Tháng 4/2024"])]),
    ("a head that comes back, numbers of columns", "TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n(1) | (2) | (3) | (4)\n1 | Rà soát nhà trọ | Công an xã | Tháng 4/2024\nTT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n2 | Kiểm tra bếp ăn | Trạm Y tế | Tháng 5/2024", [must("Rà soát nhà trọ", "~Công an xã", deadlines=["Tháng 4/2024"]), must("Kiểm tra bếp ăn", "~Trạm Y tế", deadlines=["Tháng 5/2024"])]),
    ("a row without its number", "TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n | Rà soát nhà trọ | Công an xã | Tháng 4/2024", [must("Rà soát nhà trọ", "~Công an xã", deadlines=["Tháng 4/2024"])]),
    ("rows between bars", "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n|---|---|---|---|\n| 1 | Rà soát nhà trọ | Công an xã | Tháng 4/2024 |\n|  | Kiểm tra bếp ăn | Trạm Y tế | Tháng 5/2024 |", [must("Rà soát nhà trọ", "~Công an xã", deadlines=["Tháng 4/2024"]), must("Kiểm tra bếp ăn", "~Trạm Y tế", deadlines=["Tháng 5/2024"])]),
    ("as above", "TT | Nhiệm vụ | Cơ quan chủ trì | Phối hợp | Thời hạn\n1 | Rà soát nhà trọ | Công an xã | Trạm Y tế | Tháng 4/2024\n2 | Kiểm tra bếp ăn | nt | -nt- | Như trên\n3 | Lập sổ theo dõi | - nt - | \" | nt", [must("Rà soát nhà trọ", "~Công an xã", coordinated_with=["~Trạm Y tế"], deadlines=["Tháng 4/2024"]), must("Kiểm tra bếp ăn", "~Công an xã", coordinated_with=["~Trạm Y tế"], deadlines=["Tháng 4/2024"]), must("Lập sổ theo dõi", "~Công an xã", coordinated_with=["~Trạm Y tế"], deadlines=["Tháng 4/2024"])]),
    ("as above, below nothing", "TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Rà soát nhà trọ | Công an xã | nt", [must("Rà soát nhà trọ", "~Công an xã", deadlines=[])]),
    ("a row that heads a group", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\nI | VỀ TRẬT TỰ | | \n1 | Rà soát nhà trọ | Công an xã | Tháng 4/2024", [must("Rà soát nhà trọ", "~Công an xã", deadlines=["Tháng 4/2024"])]),
    ("a recurrence in the column", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Đo mực nước | Các thôn | Hằng tháng", [must("Đo mực nước", "~Các thôn", deadlines=["Hằng tháng"], due=[None])]),
    ("all the time in the column", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Đo mực nước | Các thôn | Thường xuyên", [must("Đo mực nước", "~Các thôn", deadlines=["Thường xuyên"])]),
    ("leads that are no known actor", "STT | Nhiệm vụ | Cơ quan chủ trì | Phối hợp | Thời hạn\n1 | Rà soát nhà trọ | TTCNTT, P. Quản trị | Tổ trật tự | Tháng 4/2024\n2 | Kiểm tra bếp ăn | nt | Không | nt", [must("Rà soát nhà trọ", "^TTCNTT", "^P. Quản trị", coordinated_with=["^Tổ trật tự"], needs_review=True), must("Kiểm tra bếp ăn", "^TTCNTT", "^P. Quản trị", coordinated_with=[], deadlines=["Tháng 4/2024"])]),
    ("a body and its task alone", "STT | Đơn vị | Nhiệm vụ\n1 | Công an xã | Rà soát nhà trọ\n2 | Trạm Y tế | Kiểm tra bếp ăn; niêm phong kho", [must("Rà soát nhà trọ", "^Công an xã"), must("Kiểm tra bếp ăn", "^Trạm Y tế"), must("niêm phong kho", "^Trạm Y tế")]),
    ("a person and the task alone", "STT | Họ và tên | Chức vụ | Nhiệm vụ được phân công\n1 | Trần Thị Lan | Trưởng trạm | Kiểm tra bếp ăn", [must("Kiểm tra bếp ăn", "^Trần Thị Lan")]),
    ("persons and what they are", "STT | Họ và tên | Chức vụ | Nhiệm vụ\n1 | Trần Thị Lan | Trưởng trạm | Trưởng ban\n2 | Lê Văn Kha | Công an xã | Ủy viên", []),
    ("goods by units", "STT | Nội dung | Đơn vị\n1 | Bàn gỗ | Cái\n2 | Ghế gỗ | Chiếc", []),
    ("first and last day", "STT | Nhiệm vụ | Cơ quan chủ trì | Ngày bắt đầu | Ngày kết thúc\n1 | Rà soát nhà trọ | Công an xã | 01/4/2024 | 30/4/2024", [must("Rà soát nhà trọ", "^Công an xã", due=["2024-04-30"])]),
    ("days without a year", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian\n1 | Rà soát nhà trọ | Công an xã | Tháng 9\n2 | Kiểm tra bếp ăn | Trạm Y tế | 20/6 và 20/12\n3 | Lắp đèn | Các thôn | Trước khai giảng năm học 2024-2025", [must("Rà soát nhà trọ", ..., due=["2024-09-30"]), must("Kiểm tra bếp ăn", ..., due=["2024-06-20", "2024-12-20"]), must("Lắp đèn", ..., deadlines=[])]),
    ("who helps a person", "STT | Nhiệm vụ | Người thực hiện | Người phối hợp\n1 | Soạn báo cáo | Đ/c Lan | Đ/c Kha\n2 | Trang trí hội trường | // | //", [must("Soạn báo cáo", "^Lan", coordinated_with=["^Kha"]), must("Trang trí hội trường", "^Lan", coordinated_with=["^Kha"])]),
    ("a row of the numbers of columns, and the head once more", "STT | Nội dung | Đơn vị\n(1) | (2) | (3)\n1 | Rà soát nhà trọ | Công an xã\nSTT | Nội dung | Đơn vị\n2 | Kiểm tra bếp ăn | Trạm Y tế", [must("Rà soát nhà trọ", "^Công an xã"), must("Kiểm tra bếp ăn", "^Trạm Y tế")]),
    ("a short row", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Tổng kết | Công an xã | 30/4/2024", [must("Tổng kết", "^Công an xã", needs_review=False)]),
    ("cells that are empty at the end", "| TT | Nhiệm vụ | Cơ quan chủ trì | Phối hợp | Thời hạn |\n|---|---|---|---|---|\n| 1 | Rà soát nhà trọ | Công an xã | | |\n| 2 | Kiểm tra bếp ăn | | | 10/4/2024 |", [must("Rà soát nhà trọ", "^Công an xã"), must("Kiểm tra bếp ăn", due=["2024-04-10"])]),
    ("leads in rows of their own", "TT | Nhiệm vụ | Thời hạn\nI | Công an xã |\n1 | Rà soát nhà trọ | Tháng 4/2024\nII | Trạm Y tế |\n1 | Kiểm tra bếp ăn | Tháng 5/2024", [must("Rà soát nhà trọ", "^Công an xã", due=["2024-04-30"]), must("Kiểm tra bếp ăn", "^Trạm Y tế", due=["2024-05-31"])]),
    ("deadlines in rows of their own", "TT | Nhiệm vụ | Cơ quan chủ trì\nTháng 4/2024 | |\n1 | Rà soát nhà trọ | Công an xã\nTháng 5/2024 | |\n2 | Kiểm tra bếp ăn | Trạm Y tế", [must("Rà soát nhà trọ", "^Công an xã", due=["2024-04-30"]), must("Kiểm tra bếp ăn", "^Trạm Y tế", due=["2024-05-31"])]),
    ("a deadline on a line of its own", "TT | Nhiệm vụ | Cơ quan chủ trì\nTháng 4/2024\n1 | Rà soát nhà trọ | Công an xã\nGhi chú chung\n2 | Kiểm tra bếp ăn | Trạm Y tế", [must("Rà soát nhà trọ", "^Công an xã", due=["2024-04-30"])]),
    ("a case instead of a day", "TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Kiểm tra bếp ăn | Trạm Y tế | Ngay sau khi có hướng dẫn của Sở Y tế\n2 | Rà soát nhà trọ | Công an xã | Khi có yêu cầu, xong trước 30/4/2024", [must("Kiểm tra bếp ăn", "^Trạm Y tế", condition="sau khi có hướng dẫn của Sở Y tế", deadlines=[], needs_review=False), must("Rà soát nhà trọ", "^Công an xã", condition="Khi có yêu cầu", due=["2024-04-29"])]),
    ("words instead of a day", "TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Kiểm tra bếp ăn | Trạm Y tế | Theo kế hoạch của huyện\n2 | Rà soát nhà trọ | Công an xã | ---", [must("Kiểm tra bếp ăn", "^Trạm Y tế", condition=None, review_reason="the last day of its deadline is not known; the sentence could be read otherwise"), must("Rà soát nhà trọ", "^Công an xã", condition=None, review_reason="the sentence could be read otherwise")]),
    ("marks below quarters", "TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian | |\nTT | Nhiệm vụ | Cơ quan chủ trì | Quý II | Quý III | Quý IV\n1 | Rà soát nhà trọ | Công an xã | x | |\n2 | Kiểm tra bếp ăn | Trạm Y tế | | x | x\n3 | Sơ kết | Công an xã | x | | x\n4 | Phun thuốc muỗi | Trạm Y tế | | 5 thôn |", [must("Rà soát nhà trọ", "^Công an xã", due=["2024-06-30"]), must("Kiểm tra bếp ăn", "^Trạm Y tế", due=["2024-09-30", "2024-12-31"]), must("Sơ kết", "^Công an xã", due=[]), must("Phun thuốc muỗi", "^Trạm Y tế", due=[])]),
    ("letters for who leads and who helps", "TT | Nhiệm vụ | Cơ quan thực hiện | Thời hạn\n1 | Rà soát nhà trọ | CT: Công an xã; PH: Trạm Y tế | Tháng 4/2024", [must("Rà soát nhà trọ", "^Công an xã", coordinated_with=["^Trạm Y tế"], due=["2024-04-30"])]),
    ("as many deadlines as tasks, with dashes", "TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | - Rà soát nhà trọ; - Kiểm tra bếp ăn | Công an xã | - 10/4/2024; - 20/4/2024", [must("Rà soát nhà trọ", "^Công an xã", due=["2024-04-10"]), must("Kiểm tra bếp ăn", "^Công an xã", due=["2024-04-20"])]),
    ("how far it is beside until when", "TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn | Tiến độ\n1 | Rà soát nhà trọ | Công an xã | 30/4/2024 | Đạt 50% ngày 10/4/2024", [must("Rà soát nhà trọ", "^Công an xã", due=["2024-04-30"])]),
    ("until when is the progress", "TT | Nhiệm vụ | Cơ quan chủ trì | Tiến độ\n1 | Rà soát nhà trọ | Công an xã | 30/4/2024", [must("Rà soát nhà trọ", "^Công an xã", due=["2024-04-30"])]),
    ("who meets where", "TT | Nội dung | Thời gian | Địa điểm | Thành phần\n1 | Kiểm tra bếp ăn | 10/4/2024 | Nhà văn hóa | Công an xã\n2 | Rà soát nhà trọ | 12/4/2024 | Hội trường | Các thôn", []),
    ("who meets where, and who leads", "TT | Nhiệm vụ | Chủ trì | Địa điểm | Thành phần | Thời hạn\n1 | Tổ chức tập huấn | Công an xã | Hội trường | Các thôn | 30/4/2024", [must("Tổ chức tập huấn", "^Công an xã", due=["2024-04-30"])]),
    ("a budget", "TT | Nội dung | Đơn vị thực hiện | Kinh phí (triệu đồng)\n1 | Chi công tác phí | Công an xã | 50\n2 | Chi in tài liệu | Trạm Y tế | 20", []),
    ("tasks and what they cost", "TT | Nội dung | Đơn vị thực hiện | Kinh phí (triệu đồng)\n1 | Tổ chức tập huấn | Công an xã | 50\n2 | Kiểm tra bếp ăn | Trạm Y tế | 20", [must("Tổ chức tập huấn", "^Công an xã"), must("Kiểm tra bếp ăn", "^Trạm Y tế")]),
    ("what it costs, and until when", "TT | Nội dung | Đơn vị thực hiện | Kinh phí | Thời hạn\n1 | Hội nghị tập huấn | Công an xã | 50 | 30/4/2024", [must("Hội nghị tập huấn", "^Công an xã", due=["2024-04-30"])]),
    ("who meets where, when at the end", "TT | Nội dung | Địa điểm | Thành phần | Thời gian\n1 | Kiểm tra bếp ăn | Hội trường | Các thôn | 30/4/2024", []),
    ("a mark below no period", "TT | Nhiệm vụ | Cơ quan chủ trì | Quan trọng\n1 | Rà soát nhà trọ | Công an xã | x", [must("Rà soát nhà trọ", "^Công an xã", review_reason="the sentence could be read otherwise")]),
    ("what is bought in which month", "TT | Nội dung | Tháng | Số tiền\n1 | Mua văn phòng phẩm | 3 | 500.000", []),
    ("the work that persons have", "TT | Họ và tên | Công việc | Kết quả\n1 | Nguyễn Văn An | Kế toán | Tốt", [must("Kế toán", needs_review=True)]),
    ("a task alone in a group of one lead", "TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\nII | Công an xã | |\n1 | Rà soát nhà trọ | | 30/4/2024\n2 | Lập chốt | |\n3 | Kiểm tra bến xe | | 10/5/2024", [must("Rà soát nhà trọ", "^Công an xã", due=["2024-04-30"]), must("Lập chốt", "^Công an xã"), must("Kiểm tra bến xe", "^Công an xã", due=["2024-05-10"])]),
    ("what who leads asks of others", "TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Kêu gọi các tàu cá vào bờ tránh bão | Công an xã | 10/4/2024\n2 | Yêu cầu các hộ ký cam kết | Trạm Y tế | 12/4/2024", [must("Kêu gọi các tàu cá vào bờ tránh bão", "^Công an xã", due=["2024-04-10"]), must("Yêu cầu các hộ ký cam kết", "^Trạm Y tế", due=["2024-04-12"])]),
    ("who helps, by the column and in the task", "TT | Nhiệm vụ | Cơ quan chủ trì | Phối hợp | Thời hạn\n1 | Phối hợp với Trạm Y tế kiểm tra bếp ăn | Công an xã | Các thôn | 10/4/2024", [must("Phối hợp với Trạm Y tế kiểm tra bếp ăn", "^Công an xã", coordinated_with=["Trạm Y tế", "^Các thôn"], due=["2024-04-10"])]),
    ("numbers that are no times", "Trạm Y tế | 0905 123 456 | 20\nCông an xã | 0912 345 678 | 15", []),
    ("titles of honor", "TT | Nhiệm vụ | Người phụ trách | Thời hạn\n1 | Soạn đề thi | thầy Dũng, cô Lan | 10/4/2024", [must("Soạn đề thi", "^Dũng", "^Lan", due=["2024-04-10"])]),
    ("what somebody else gives", "TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Báo cáo nhiệm vụ do Chủ tịch giao | Công an xã | 10/4/2024", [must("Báo cáo nhiệm vụ do Chủ tịch giao", "^Công an xã", due=["2024-04-10"])]),
    ("a list of days", "TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Kiểm tra bếp ăn | Trạm Y tế | 10/4, 12/4/2024", [must("Kiểm tra bếp ăn", "^Trạm Y tế", deadlines=["10/4", "12/4/2024"], due=["2024-04-10", "2024-04-12"])]),
    ("a known actor beside one that is not", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Rà soát nhà trọ | Công an xã, BGH | Tháng 4/2024", [must("Rà soát nhà trọ", "^Công an xã", "^BGH")]),
    ("somebody of a known body", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Rà soát nhà trọ | Kíp trực Công an xã | Tháng 4/2024", [must("Rà soát nhà trọ", "^Kíp trực Công an xã")]),
    ("cells that name nobody", "STT | Nhiệm vụ | Chủ trì | Thời hạn\n1 | Rà soát nhà trọ | x | Tháng 4/2024\n2 | Kiểm tra bếp ăn | Theo lịch trực | Tháng 4/2024", [must("Rà soát nhà trọ"), must("Kiểm tra bếp ăn")]),
    ("lead and partner by labels in a cell", "STT | Nhiệm vụ | Phân công | Thời hạn\n1 | Rà soát nhà trọ | - Chủ trì: Công an xã; - Phối hợp: Trạm Y tế | Tháng 4/2024", [must("Rà soát nhà trọ", "^Công an xã", coordinated_with=["^Trạm Y tế"])]),
    ("lead and partners in brackets in a cell", "STT | Nhiệm vụ | Phân công | Thời hạn\n1 | Rà soát nhà trọ | Công an xã (chủ trì), Trạm Y tế, Hội Phụ nữ xã (phối hợp) | Tháng 4/2024\n2 | Kiểm tra bếp ăn | Trạm Y tế, Hội Phụ nữ xã (phối hợp) | Tháng 5/2024", [must("Rà soát nhà trọ", "^Công an xã", coordinated_with=["^Trạm Y tế", "^Hội Phụ nữ xã"]), must("Kiểm tra bếp ăn", "^Trạm Y tế", coordinated_with=["^Hội Phụ nữ xã"])]),
    ("lead and partner by words in a cell", "STT | Nhiệm vụ | Phân công | Thời hạn\n1 | Rà soát nhà trọ | Công an xã chủ trì, phối hợp với Trạm Y tế | Tháng 4/2024\n2 | Kiểm tra bếp ăn | Trạm Y tế chủ trì; Công an xã phối hợp | Tháng 5/2024", [must("Rà soát nhà trọ", "^Công an xã", coordinated_with=["^Trạm Y tế"]), must("Kiểm tra bếp ăn", "^Trạm Y tế", coordinated_with=["^Công an xã"])]),
    ("short heads of columns", "TT | Hạng mục | ĐV chủ trì | Ngày hoàn thành\n1 | Lắp đèn ngõ | Các thôn | 10/4/2024", [must("Lắp đèn ngõ", "^Các thôn", deadlines=["10/4/2024"])]),
    ("heads that may mean something else", "TT | Nội dung | Đơn vị | Thời hạn\n1 | Lắp đèn ngõ | Các thôn | 10/4/2024", [must("Lắp đèn ngõ", "^Các thôn", deadlines=["10/4/2024"])]),
    ("a unit of measure", "TT | Nội dung | Đơn vị | Số lượng | Thời gian\n1 | Lắp đèn ngõ | Bộ | 12 | Quý II/2024", [must("Lắp đèn ngõ", deadlines=["Quý II/2024"])]),
    ("no head of the tasks", "TT | Công trình | Cơ quan chủ trì | Thời hạn | Ghi chú\n1 | Kè bờ suối Đá | Các thôn | 10/4/2024 | Vốn huyện cấp, phần còn lại xã lo", [must("Kè bờ suối Đá", "^Các thôn", deadlines=["10/4/2024"])]),
    ("who does what in the office", "TT | Họ và tên | Chức vụ | Phân công\n1 | Lê Thị Hạ | Phó Trưởng phòng | Tiếp công dân", []),
    ("a head that opens like a duty", "TT | Nội dung | Đơn vị chịu trách nhiệm | Thời hạn\n1 | Lắp đèn ngõ | Các thôn | 10/4/2024", [must("Lắp đèn ngõ", "^Các thôn")]),
    ("days before which to finish", "TT | Nội dung | Chủ trì | Hoàn thành trước ngày\n1 | Lắp đèn ngõ | Các thôn | 10/4/2024\n2 | Nạo vét rãnh | Các thôn | nt", [must("Lắp đèn ngõ", "^Các thôn", due=["2024-04-09"]), must("Nạo vét rãnh", "^Các thôn", due=["2024-04-09"])]),
    ("when to begin", "TT | Nội dung | Chủ trì | Thời gian bắt đầu\n1 | Lắp đèn ngõ | Các thôn | 10/4/2024", [must("Lắp đèn ngõ", "^Các thôn", deadlines=[])]),
    ("numbered tasks with a deadline each", "Đơn vị | Nhiệm vụ | Thời hạn\nTrạm Y tế | 1. Phun thuốc diệt muỗi. 2. Tập huấn sơ cứu | 1. 10/4; 2. Trước 20/4/2024", [must("Phun thuốc diệt muỗi", "^Trạm Y tế", deadlines=["10/4"]), must("Tập huấn sơ cứu", "^Trạm Y tế", deadlines=["20/4/2024"], due=["2024-04-19"])]),
    ("lettered tasks with a lead each", "Nhiệm vụ | Chủ trì | Thời hạn\na) Phun thuốc diệt muỗi; b) Lắp đèn ngõ | a) Trạm Y tế; b) Các thôn | 10/4/2024", [must("Phun thuốc diệt muỗi", "^Trạm Y tế", deadlines=["10/4/2024"]), must("Lắp đèn ngõ", "^Các thôn", deadlines=["10/4/2024"])]),
    ("numbers that do not match", "Chủ trì | Nhiệm vụ | Thời hạn\nTrạm Y tế | 1. Phun thuốc diệt muỗi; 2. Tập huấn sơ cứu | 1. 10/4/2024; 3. 20/4/2024", [must("Phun thuốc diệt muỗi", "^Trạm Y tế", deadlines=["10/4/2024", "20/4/2024"]), must("Tập huấn sơ cứu", "^Trạm Y tế", deadlines=["10/4/2024", "20/4/2024"])]),
    ("a day as machines write it, a list of months", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Rà soát nhà trọ | Công an xã | 2024-04-15\n2 | Kiểm tra bếp ăn | Trạm Y tế | 10, 11, 12/2024", [must("Rà soát nhà trọ", "^Công an xã", due=["2024-04-15"]), must("Kiểm tra bếp ăn", "^Trạm Y tế", deadlines=["10, 11, 12/2024"], due=["2024-12-31"])]),
    ("a week of a month in the column", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Rà soát nhà trọ | Công an xã | Tuần 2 tháng 4\n2 | Kiểm tra bếp ăn | Trạm Y tế | tuần 03 tháng 4/2024", [must("Rà soát nhà trọ", "^Công an xã", deadlines=["Tuần 2 tháng 4"], due=[None]), must("Kiểm tra bếp ăn", "^Trạm Y tế", deadlines=["tuần 03 tháng 4/2024"], due=[None])]),
    ("an empty deadline", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Rà soát nhà trọ | Công an xã | ", [must("Rà soát nhà trọ", "~Công an xã", deadlines=[])]),
    ("a table of figures", "STT | Thôn | Số hộ | Số người\n1 | Thôn Thượng | 120 | 480\n2 | Thôn Hạ | 95 | 371", []),
    ("a table of what was done", "STT | Nội dung | Kết quả thực hiện\n1 | Tổ chức lớp nghề | Đã mở 12 lớp\n2 | Rà soát hộ nghèo | Đã xong", []),
]  # fmt: skip
ROWS_BUGS = {}

LABELED = [
    ("lead and deadline on lines", "1. Rà soát nhà trọ.\n- Đơn vị chủ trì: Công an xã.\n- Thời hạn: trước ngày 10/4/2024.", [must("Rà soát nhà trọ", "~Công an xã", deadlines=["ngày 10/4/2024"])]),
    ("a lead that is no known actor", "1. Rà soát nhà trọ.\n- Đơn vị chủ trì: Tổ trật tự.", [must("Rà soát nhà trọ", "^Tổ trật tự")]),
    ("labels below another heading", "1. Họp lần thứ nhất\n1.1. Gửi biên bản họp.\n2. Họp lần thứ hai\n2.1. Nội dung: bàn việc bầu thôn\n- Thời gian: ngày 10/4/2024.", [must("Gửi biên bản họp", deadlines=[])]),
    ("lead, partner, product", "1. Xây dựng sơ đồ lối thoát.\nCơ quan chủ trì: Công an xã.\nCơ quan phối hợp: Trạm Y tế.\nSản phẩm: Sơ đồ được duyệt.", [must("Xây dựng sơ đồ lối thoát", "~Công an xã", coordinated_with=["~Trạm Y tế"], deliverable="Sơ đồ được duyệt")]),
    ("two labels in one line", "1. Rà soát nhà trọ. Đơn vị chủ trì: Công an xã; thời hạn: tháng 4/2024.", [must("Rà soát nhà trọ", "~Công an xã", deadlines=["tháng 4/2024"])]),
    ("labels in brackets", "1. Rà soát nhà trọ (Chủ trì: Công an xã; thời hạn: tháng 4/2024).", [must("Rà soát nhà trọ (Chủ trì: Công an xã; thời hạn: tháng 4/2024)", "~Công an xã", deadlines=["tháng 4/2024"])]),
    ("labels behind a semicolon", "1. Rà soát nhà trọ; chủ trì: Công an xã; phối hợp: Trạm Y tế; thời hạn: tháng 4/2024.", [must("Rà soát nhà trọ", "~Công an xã", coordinated_with=["~Trạm Y tế"], deadlines=["tháng 4/2024"])]),
    ("lead and partner in brackets, no colon", "1. Rà soát nhà trọ (Công an xã chủ trì, phối hợp với Trạm Y tế; hoàn thành trong tháng 4/2024).", [must("Rà soát nhà trọ (Công an xã chủ trì, phối hợp với Trạm Y tế; hoàn thành trong tháng 4/2024)", "Công an xã", coordinated_with=["Trạm Y tế"], deadlines=["tháng 4/2024"])]),
    ("somebody is told in brackets to lead", "1. Rà soát nhà trọ (giao Công an xã chủ trì).", [must("Rà soát nhà trọ (giao Công an xã chủ trì)", "Công an xã")]),
    ("a deadline in brackets", "1. Rà soát nhà trọ (hoàn thành trước 10/4/2024).", [must("Rà soát nhà trọ (hoàn thành trước 10/4/2024)", deadlines=["10/4/2024"])]),
    ("brackets that tell something else", "1. Rà soát nhà trọ (Công an xã đã lập sổ).", [must("Rà soát nhà trọ (Công an xã đã lập sổ)")]),
    ("labels for one task do not reach the next", "1. Rà soát nhà trọ.\n- Chủ trì: Công an xã.\n2. Kiểm tra bếp ăn.\n- Chủ trì: Trạm Y tế.", [must("Rà soát nhà trọ", "~Công an xã"), must("Kiểm tra bếp ăn", "~Trạm Y tế")]),
    ("time and place of an event", "Thời gian: 8 giờ ngày 10/4/2024.\nĐịa điểm: hội trường xã.\nThành phần: các Trưởng thôn.", []),
]  # fmt: skip

PLAIN = "1. Công an xã phải rà soát nhà trọ trước ngày 10/4/2024."
WRITING = [
    ("letters decomposed", unicodedata.normalize("NFD", directive(PLAIN)), [must("rà soát nhà trọ trước ngày 10/4/2024", "Công an xã", deadlines=["ngày 10/4/2024"])]),
    ("hard wraps", directive("1. Công an xã phải rà\nsoát nhà trọ trước\nngày 10/4/2024."), [must("rà soát nhà trọ trước ngày 10/4/2024", "Công an xã", deadlines=["ngày 10/4/2024"])]),
    ("hard wrap inside a cue", directive("1. Công an xã có trách\nnhiệm rà soát nhà trọ."), [must("rà soát nhà trọ", "Công an xã", strength=4)]),
    ("hard wrap inside a bearer", directive("1. Giao Ban Quản\nlý chợ kiểm tra cân."), [must("kiểm tra cân", "Ban Quản lý chợ")]),
    ("hard wrap before a word like a label", directive("1. Công an xã rà soát nhà trọ ở thôn\n2 và thôn 3."), [must("rà soát nhà trọ ở thôn 2 và thôn 3", "Công an xã")]),
    ("all capitals", "CÔNG AN XÃ PHẢI RÀ SOÁT NHÀ TRỌ.", [must("RÀ SOÁT NHÀ TRỌ", "CÔNG AN XÃ", strength=4)]),
    ("cue in capitals", "NGHIÊM CẤM đốt rác ven đường.", [never("đốt rác ven đường", strength=5)]),
    ("lead-in in capitals", directive("YÊU CẦU CÁC THÔN:\n1. Rà soát nhà trọ."), [must("Rà soát nhà trọ", "^CÁC THÔN")]),
    ("cue in letters of Markdown", directive("1. **Công an xã** phải rà soát nhà trọ."), [must("rà soát nhà trọ", "Công an xã")]),
    ("no-break spaces", directive("1. Công an xã\u00a0phải\u00a0rà soát nhà trọ."), [must("rà soát nhà trọ", "Công an xã")]),
    ("two spaces", directive("1. Công an xã  phải  rà soát  nhà trọ."), [must("rà soát nhà trọ", "Công an xã")]),
    ("carriage returns", directive("Giao Công an xã:\n- Rà soát nhà trọ.\n").replace("\n", "\r\n"), [must("Rà soát nhà trọ", "^Công an xã")]),
    ("bullet of another sign", directive("Giao Công an xã:\n• Rà soát nhà trọ.\n– Lập chốt ở cầu Đá."), [must("Rà soát nhà trọ", "^Công an xã"), must("Lập chốt ở cầu Đá", "^Công an xã")]),
    ("end by slash and period", directive("1. Công an xã rà soát nhà trọ./."), [must("rà soát nhà trọ", "Công an xã")]),
    ("items that end with a semicolon", directive("Đề nghị các thôn:\na) Rà soát nhà trọ;\nb) Nạo vét rãnh;\nc) Thay bóng đèn."), [asked("Rà soát nhà trọ", "^các thôn"), asked("Nạo vét rãnh", "^các thôn"), asked("Thay bóng đèn", "^các thôn")]),
    ("tone marks placed the newer way", "Các trường phải khoá cổng và uỷ quyền bằng văn bản.", [must("khoá cổng và uỷ quyền bằng văn bản", "Các trường")]),
    ("abbreviated bearer", "UBND xã phải rà soát nhà trọ, báo cáo UBND huyện.", [must("rà soát nhà trọ, báo cáo UBND huyện", "UBND xã", report_to=["UBND huyện"])]),
]  # fmt: skip
WRITING_BUGS = {
    "hard wrap before a word like a label": "the next line begins like a numbered item",
}


_HEAD = "|\n**TT**\n|\n**Nhiệm vụ**\n|\n**Cơ quan chủ trì**\n|\n**Thời hạn**\n|\n|\n"
CELLS = [
    ("a cell a line", _HEAD + "1\n|\nRà soát hồ sơ hộ tịch\n|\nPhòng Tư pháp\n|\nTháng 4/2024\n|\n|\n2\n|\nMua máy quét\n|\nVăn phòng xã\n|\n30/6/2024\n|", [must("Rà soát hồ sơ hộ tịch", "^Phòng Tư pháp", deadlines=["Tháng 4/2024"]), must("Mua máy quét", "^Văn phòng xã", deadlines=["30/6/2024"])]),
    ("a row that only groups", _HEAD + "**A**\n|\n**Hạ tầng**\n|\n|\n|\n|\n1\n|\nKéo cáp quang\n|\nCông an xã\n|\nTháng 4/2024\n|", [must("Kéo cáp quang", "^Công an xã", deadlines=["Tháng 4/2024"])]),
    ("cells that rows share", _HEAD + "1\n|\nKéo cáp quang\n|\nCông an xã\n|\nTháng 4/2024\n|\n|\nTrạm Y tế\n|\nTháng 5/2024\n|\n|\n2\n|\nMua máy quét\n|\nVăn phòng xã\n|\n30/6/2024\n|", [must("Kéo cáp quang", "^Công an xã", deadlines=["Tháng 4/2024"]), must("Mua máy quét", "^Văn phòng xã", deadlines=["30/6/2024"])]),
    ("two paragraphs in a cell, text behind", _HEAD + "1\n|\nKéo cáp quang\n\nđến ba thôn\n|\nCông an xã\n|\nTháng 4/2024\n|\n\nCác thôn phải nộp quỹ.", [must("Kéo cáp quang đến ba thôn", "^Công an xã", deadlines=["Tháng 4/2024"]), must("nộp quỹ", "Các thôn")]),
    ("two bars at the end, sections behind", _HEAD + "1\n|\nKéo cáp quang\n|\nCông an xã\n|\nTháng 4/2024\n|\n|\n\n**II. TỔ CHỨC THỰC HIỆN**\n\n1. Các thôn phải nộp quỹ.", [must("Kéo cáp quang", "^Công an xã", deadlines=["Tháng 4/2024"]), must("nộp quỹ", "Các thôn")]),
    ("a table that reports", "|\n**TT**\n|\n**Nhiệm vụ**\n|\n**Kết quả thực hiện**\n|\n|\n1\n|\nRà soát hồ sơ\n|\nĐã xong\n|", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), cases(CELLS))
def test_tables_of_a_cell_a_line(body: str, expected: list[Duty]) -> None:
    assert found(directive("1. Phân công nhiệm vụ\n\n" + body), expected) == expected


@pytest.mark.parametrize(("rows", "expected"), cases(ROWS, ROWS_BUGS))
def test_rows_of_a_table(rows: str, expected: list[Duty]) -> None:
    assert found(ANNEX + rows + "\n", expected) == expected


@pytest.mark.parametrize(("body", "expected"), cases(LABELED))
def test_labeled_lines(body: str, expected: list[Duty]) -> None:
    assert found(directive(body), expected) == expected


@pytest.mark.parametrize(("text", "expected"), cases(WRITING, WRITING_BUGS))
def test_ways_of_writing(text: str, expected: list[Duty]) -> None:
    assert found(text, expected) == expected
