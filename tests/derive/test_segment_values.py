"""Segment values: which bases a share is held against, and the money that follows."""

from decimal import Decimal

from scripts.derive import derive, segment_values
from scripts.model import Rank
from tests.factory import market, share, size

HOSPITALS = share("cars", "58.2", 2023, use="cars")


def values(*claims, **more):
    known = market(*claims, **more)
    found = derive(known)
    return segment_values(known, found.breakdowns, found.bases)


def test_a_share_is_held_against_each_base_with_its_interval():
    lead, rival = size(2024, "14.2", rank=Rank.PREFERRED), size(2023, "2", rank=Rank.DEPRECATED)
    (found,) = values(HOSPITALS, lead, rival)
    assert [value.base for value in found.values] == [lead, rival]
    one, other = (value.value for value in found.values)
    assert (one.point, other.point) == (Decimal("8.2644"), Decimal("1.164"))
    assert (one.low, one.high) == (
        Decimal("8.228225"),
        Decimal("8.300625"),
    )  # 58.15 % of 14.15, 58.25 % of 14.25
    assert (other.low, other.high) == (Decimal("0.87225"), Decimal("1.45625"))


def test_a_size_of_neither_year_is_no_rival_unless_it_is_rejected():
    (found,) = values(
        HOSPITALS,
        size(2024, "14.2"),
        size(2023, "11"),
        size(2020, "5"),
        size(2019, "9", rank=Rank.DEPRECATED),
    )
    assert [value.base.id for value in found.values] == ["size-2023", "size-2024", "size-2019"]


def test_the_headline_s_base_leads():
    lead = size(2024, "14.2", name="z")
    (found,) = values(
        HOSPITALS, lead, size(2024, "9", name="a", source="other/a"), headline=("z", None, None)
    )
    assert [value.base.id for value in found.values] == ["z", "a"]


def test_the_largest_share_stands_first_whatever_its_dimension():
    found = values(
        size(2024, "10"),
        share("o", "70", chemistry="oxide"),
        share("c", "30", use="cars"),
        share("p", "40", use="phones"),
    )
    assert [known.share.id for known in found] == ["o", "p", "c"]


def test_bases_in_other_money_and_shares_of_nothing_are_left_out():
    euros = size(2024, "9", "eur-bn", name="e")
    (found,) = values(size(2024, "10", name="a"), euros, HOSPITALS, share("n", "0", 2023, use="ships"))
    assert [value.base.id for value in found.values] == ["a"]


def test_millions_are_told_in_the_leading_unit():
    (found,) = values(HOSPITALS, size(2024, "10.0", name="a"), size(2024, "5000", "usd-m", name="b"))
    assert found.values[1].value.point == Decimal("2.91")


def test_no_base_no_value():
    assert values(HOSPITALS) == ()


def test_the_unit_is_the_leading_base_s_even_where_a_share_is_held_against_another():
    millions, billions = size(2021, "9000", "usd-m", name="a"), size(2024, "10.0", name="b")
    (found,) = values(HOSPITALS, millions, billions)
    assert found.unit == millions.unit
    assert [(value.base.id, value.value.point) for value in found.values] == [("b", Decimal(5820))]
