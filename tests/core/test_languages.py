from __future__ import annotations

import pytest

from vndirective.core.languages import foreign_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harvest festival of the village was held in the rain.", "English"),
        ("La fête du village est dans une semaine et les enfants dansent.", "French"),
        ("村里的丰收节在星期天举行。", "Chinese"),
        (
            "Праздник урожая прошёл в воскресенье.",
            "Russian or another language in Cyrillic letters",
        ),
        ("Can bo phai giu gin ky cuong, lam viec trong gio.", "Vietnamese without its marks"),
        (
            "Xa da dao duoc hai cay so muong va mua them may bom, ba con cac thon deu theo lich nuoc.",
            "Vietnamese without its marks",
        ),
        (
            "Il villaggio si trova nella valle e la gente coltiva il riso con molta cura.",
            "which one is not clear",
        ),
        ("12/2024", "which one is not clear"),
    ],
)
def test_the_language_is_named_where_it_shows(text: str, language: str) -> None:
    assert foreign_language(text) == language
