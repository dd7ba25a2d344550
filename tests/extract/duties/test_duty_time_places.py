"""Limits in every form at every place of a clause: the same duty, the same bearer, the same limit."""

from __future__ import annotations

import pytest

import vndirective as vd

LIMITS = [
    "trước ngày 15/4", "trước ngày 15 tháng 4 năm 2024", "chậm nhất ngày 15/4", "chậm nhất là ngày 15/4",
    "chậm nhất đến ngày 15/4", "chậm nhất vào ngày 15 tháng 6", "đến hết ngày 30/4", "trong tháng 4/2024",
    "trong quý II/2024", "trong vòng 10 ngày", "trong thời hạn 05 ngày làm việc kể từ ngày nhận hồ sơ",
    "trong thời gian không quá 10 ngày kể từ khi nhận được báo cáo", "không quá 03 ngày làm việc",
    "trong thời hạn tối đa 10 ngày", "chậm nhất là 05 ngày làm việc kể từ ngày ký",
    "chậm nhất sau 10 ngày kể từ ngày họp", "trước ngày 20 hằng tháng", "trước 16h00 ngày 15/4/2024",
    "từ nay đến hết tháng 6", "trước 30/6/2024", "trước ngày 15 và ngày 30 hằng tháng",
    "định kỳ trước ngày 20 tháng 6 và trước ngày 20 tháng 12 hằng năm",
]  # fmt: skip

#: Who must act, the modal, and what must be done.
CLAUSES = [
    ("Sở Tài chính", "phải", "gửi báo cáo về Ủy ban nhân dân tỉnh"),
    ("Sở Tài chính", "", "chủ trì, phối hợp với Sở Xây dựng lập kế hoạch kiểm tra"),
    ("các xã, phường", "cần", "báo cáo kết quả về huyện"),
    ("hồ sơ", "phải", "được gửi về Sở Nội vụ"),
]

PLACES = {
    "in front": "{limit}, {who} {must} {deed}.",
    "behind the subject": "{who}, {limit}, {must} {deed}.",
    "at the end": "{who} {must} {deed} {limit}.",
    "in brackets": "{who} {must} {deed} ({limit}).",
    "behind a condition": "Khi có vướng mắc, {limit}, {who} {must} {deed}.",
    "behind thì": "Trường hợp có vướng mắc thì {limit}, {who} {must} {deed}.",
    "behind what was done": "Đề xuất đã được thẩm định là hợp lệ thì {limit}, {who} {must} {deed}.",
    "above a purpose": "{who} {must} {deed} {limit} để tổng hợp, báo cáo cấp trên.",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("limit", LIMITS)
def test_the_limit_is_that_of_the_duty(place: str, limit: str) -> None:
    for who, must, deed in CLAUSES:
        said = PLACES[place].format(limit=limit, who=who, must=must, deed=deed)
        said = " ".join(said.split())
        text = f"Điều 3. Tổ chức thực hiện\n1. {said[0].upper()}{said[1:]}"
        doc = vd.analyze(text=text, issued_on="2024-03-18")
        times = {time.id: time for time in doc.times}
        found = [
            (
                [bearer.text.casefold() for bearer in duty.bearers],
                [
                    times[t].text.casefold() in limit.casefold()
                    for t in duty.deadlines
                    if times[t].is_deadline
                ],
            )
            for duty in doc.obligations
        ]
        bearers = [] if who == "hồ sơ" else [who.casefold()]
        assert [bearer for bearer, _ in found] == [bearers], text
        assert found[0][1] and all(found[0][1]), text
