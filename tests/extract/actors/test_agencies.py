"""A user's own list of bodies: which columns it may have."""

from __future__ import annotations

from pathlib import Path

import pytest

from vndirective.core.errors import InputError
from vndirective.extract.actors.agencies import Agency, load_agencies


@pytest.mark.parametrize(
    "head", ["name,abbr,level", "name;short;cấp", "name,short,level,branch,note"]
)
def test_a_list_of_bodies_with_another_column_is_refused(tmp_path: Path, head: str) -> None:
    path = tmp_path / "cơ quan.csv"
    path.write_text(f"{head}\nTrạm Khuyến ngư,,,\n", encoding="utf-8")
    with pytest.raises(
        InputError, match=r"has a column '(abbr|cấp|note)'; head the columns name, short"
    ):
        load_agencies(path)


def test_a_list_of_bodies_may_end_in_columns_without_a_name(tmp_path: Path) -> None:
    path = tmp_path / "cơ quan.csv"
    path.write_text("Name,SHORT,Level,,\nTrạm Khuyến ngư,TKN,province,,\n", encoding="utf-8")
    assert load_agencies(path) == (Agency("Trạm Khuyến ngư", ("TKN",), "province"),)
