"""Address formats: the lines that a post office of the country would print."""

from __future__ import annotations

import pytest
from phonenumbers import SUPPORTED_REGIONS

from plugins.core.i18n.address_format import (
    lines,
    needed,
    postal_code_example,
    postal_code_like,
)

FULL = {"A": "street", "C": "city", "S": "region", "Z": "code"}


@pytest.mark.parametrize(
    ("country", "said", "expected"),
    [
        ("US", "1 Main St|Denver|CO|80210", "1 Main St|Denver, CO 80210"),
        ("CA", "1 rue Un|Montréal|QC|H2X 1Y4", "1 rue Un|Montréal QC H2X 1Y4"),
        ("GB", "1 High Street|London||W1A 4ZZ", "1 High Street|London|W1A 4ZZ"),
        ("GB", "1 High Street|London|Kent|W1A 4ZZ", "1 High Street|London, Kent|W1A 4ZZ"),
        ("FR", "1 rue Un|Paris||75001", "1 rue Un|75001 Paris"),
        ("DE", "Weg 1|Berlin||10115", "Weg 1|10115 Berlin"),
        ("ES", "Calle 1|Getafe|Madrid|28901", "Calle 1|28901 Getafe Madrid"),
        ("ES", "Calle 1|Madrid|Madrid|28013", "Calle 1|28013 Madrid"),
        ("CH", "Weg 1|Bern||3001", "Weg 1|3001 Bern"),
        ("SG", "1 Road|Singapore||150000", "1 Road|SINGAPORE 150000"),
        ("JP", "1-2-3 Jinnan|Shibuya|Tokyo|150-0041", "1-2-3 Jinnan, Shibuya, Tokyo|150-0041"),
        ("JP", "神南1-2-3|渋谷区|東京都|150-0041", "〒150-0041|東京都渋谷区|神南1-2-3"),
        ("ZZ", "street|city|region|code", "street|city|region|code"),
    ],
)
def test_an_address_is_ordered_as_in_its_country(country: str, said: str, expected: str) -> None:
    """A country that nobody knows has the lines as typed."""
    parts = dict(zip("ACSZ", said.split("|"), strict=True))
    assert lines(country, parts) == tuple(expected.split("|"))


@pytest.mark.parametrize("country", sorted(SUPPORTED_REGIONS))
def test_no_part_of_an_address_is_lost(country: str) -> None:
    """Also one that the format of the country has no place for."""
    for without in ((), ("S",), ("S", "Z")):
        parts = {sign: text for sign, text in FULL.items() if sign not in without}
        shown = lines(country, parts)
        assert all(" ".join(shown).count(text) == 1 for text in parts.values())
        assert not [line for line in shown if "%" in line or line != line.strip(" ,-")]


@pytest.mark.parametrize("country", sorted(SUPPORTED_REGIONS))
def test_the_example_of_a_postal_code_is_one(country: str) -> None:
    """Messages name it."""
    example = postal_code_example(country)
    assert not example or postal_code_like(example, country)
    assert example or postal_code_like("any", country)


def test_each_country_needs_its_own_parts() -> None:
    """France has no regions in addresses, Ireland gets by without codes."""
    assert [sorted(needed(country)) for country in ("US", "FR", "IE", "ZZ")] == [
        *(["A", "C", "S", "Z"], ["A", "C", "Z"], ["A", "C"], []),
    ]
    assert not postal_code_like("SW1A 1AA", "FR")
