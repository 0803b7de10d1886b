"""The table shows what was measured, and which limits are broken."""

import pytest

from audit.report import Limit, Measure, complaints, table

NONE = Limit(0)
MOST = Limit(98, is_least=True)


@pytest.mark.parametrize(
    ("limit", "value", "passed"),
    [
        (MOST, 98, True),
        (MOST, 97, False),
        (NONE, 0, True),
        (NONE, 1, False),
        (Limit(60, unit=" kB"), 60.1, False),
        (None, 1200, True),
    ],
)
def test_it_knows_a_broken_limit(limit, value, passed):
    assert Measure("front", "a", value, limit).passed == passed


def test_it_gives_each_page_a_line_and_each_measure_a_column():
    measures = [
        Measure("front", "performance", 99, MOST),
        Measure("front", "vnu", 0, NONE),
        Measure("article", "vnu", 2, NONE, ["line 3: stray end tag", "line 9: stray end tag"]),
    ]

    assert table(measures).splitlines() == [
        "         performance  vnu",
        "front             99    0",
        "article               ✗ 2",
        "limit           ≥ 98  ≤ 0",
    ]
    assert complaints(measures) == [
        "article, vnu: line 3: stray end tag",
        "article, vnu: line 9: stray end tag",
    ]
