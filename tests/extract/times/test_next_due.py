"""`next_due`: once, every month, by the moon, and what cannot be computed."""

from __future__ import annotations

import pytest
from tables import cases

import vndirective as vd

NEXT = [
    ("once, ahead", "Gửi báo cáo trước ngày 15/12/2024.", "2024-05-01", "2024-12-14"),
    ("once, past", "Gửi báo cáo trước ngày 15/12/2024.", "2024-12-20", None),
    ("before a day of every month", "Gửi báo cáo trước ngày 25 hằng tháng.", "2024-03-26", "2024-04-24"),
    ("on the day itself", "Gửi báo cáo trước ngày 25 hằng tháng.", "2024-03-24", "2024-03-24"),
    ("before the first of a month", "Gửi báo cáo trước ngày 01 hằng tháng.", "2024-02-10", "2024-02-29"),
    ("the 31st of short months", "Gửi báo cáo vào ngày 31 hằng tháng.", "2024-02-10", "2024-02-29"),
    ("last day of every month", "Khóa sổ quỹ vào ngày cuối cùng hằng tháng.", "2024-04-02", "2024-04-30"),
    ("every month", "Các phòng phải họp hằng tháng.", "2024-04-02", "2024-04-30"),
    ("every quarter", "Các phòng phải báo cáo định kỳ hằng quý.", "2024-04-02", "2024-06-30"),
    ("a quarter of every year", "HĐND xã phải giám sát trong quý I hằng năm.", "2024-04-02", "2025-03-31"),
    ("every Friday", "Các xã phải giao ban vào thứ Sáu hằng tuần.", "2024-04-02", "2024-04-05"),
    ("hour of every day", "Các xã phải cập nhật số liệu trước 16 giờ hằng ngày.", "2024-04-02", "2024-04-02T16:00"),
    ("a day of every year", "Gửi báo cáo trước ngày 15 tháng 12 hằng năm.", "2024-12-20", "2025-12-14"),
    ("by the moon", "Các xã phải dọn vệ sinh vào rằm tháng Giêng hằng năm.", "2024-03-01", "2025-02-12"),
    ("no first day", "Các xã phải họp 6 tháng một lần.", "2024-03-01", None),
    ("an event that is not known", "Trả lời trong 15 ngày kể từ ngày nhận hồ sơ.", "2024-03-01", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "after", "expected"), cases(NEXT))
def test_next_due(text: str, after: str, expected: str | None) -> None:
    times = [t for t in vd.analyze(text=text, issued_on="2024-01-15").times if t.type != "URGENCY"]
    assert len(times) == 1
    assert vd.next_due(times[0], after=after) == expected


def test_after_must_be_a_date() -> None:
    (time,) = vd.analyze(text="Gửi báo cáo trước ngày 15/12/2024.").times
    with pytest.raises(vd.ArgumentError, match="after"):
        vd.next_due(time, after="tomorrow")
