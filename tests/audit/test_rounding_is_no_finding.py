"""True figures that fit each other, printed with any digits, are never a finding; figures that can't fit always are.

The truth is made of exact fractions and rounded here, half away from zero, by means of the tests' own.
"""

from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scripts.audit.conflict import same_key_conflict
from scripts.audit.growth import growth_triangle
from scripts.audit.leaders import fastest_is_slower, leader_is_not_largest
from scripts.audit.lineage import child_exceeds_parent
from scripts.audit.parts import parts_exceed_whole, shares_exceed_whole, total_is_not_the_sum
from scripts.audit.ratios import printed_ratio_disagrees
from tests.audit.examining import findings
from tests.factory import claim, growth, market, share, size

ALWAYS = settings(derandomize=True, deadline=None, max_examples=60)
SEGMENTS = ("cars", "phones", "ships")
digits = st.integers(0, 4)
amounts = st.fractions(min_value=1, max_value=500, max_denominator=10**6)
rates = st.fractions(min_value=-30, max_value=90, max_denominator=10**4)


def printed(value: Fraction, places: int) -> str:
    """A true value as a source prints it with so many decimals."""
    scaled = abs(value) * 10**places
    whole = int(scaled + Fraction(1, 2))
    text = f"{whole:0{places + 1}d}"
    shown = f"{text[:-places]}.{text[-places:]}" if places else text
    return f"-{shown}" if value < 0 and whole else shown


@ALWAYS
@given(amounts, rates, st.integers(1, 12), digits, digits, digits)
def test_a_true_triangle_closes_whatever_the_digits(start, rate, years, a, b, c):
    end = start * (1 + rate / 100) ** years
    first, last = printed(start, a), printed(end, b)
    assume(float(first) > 0 and float(last) > 0)
    known = market(size(2024, first), size(2024 + years, last), growth(2024, 2024 + years, printed(rate, c)))
    assert findings(growth_triangle, known) == []


@ALWAYS
@given(amounts, rates, st.integers(2, 12), digits, digits)
def test_an_end_beyond_all_rounding_is_found(start, rate, years, a, c):
    # The end is half as large again as the largest value that start and rate could reach.
    half, point = Fraction(1, 2 * 10**a), Fraction(1, 2 * 10**c)
    factor = 1 + (rate + 2 * point) / 100  # over one step fewer or more it may reach as far
    most = (start + 2 * half) * max(factor ** (years - 1), factor ** (years + 1))
    known = market(
        size(2024, printed(start, a)),
        size(2024 + years, printed(most * Fraction(3, 2) + 1, 2)),
        growth(2024, 2024 + years, printed(rate, c)),
    )
    assert len(findings(growth_triangle, known)) == 1


def split(weights):
    return [Fraction(weight, sum(weights)) for weight in weights]


weights = st.lists(st.integers(1, 1000), min_size=3, max_size=3)


@ALWAYS
@given(weights, amounts, st.lists(digits, min_size=4, max_size=4))
def test_true_parts_add_up_whatever_the_digits(parts, whole, places):
    told = [
        size(2024, printed(whole * part, places[n]), name=SEGMENTS[n], use=SEGMENTS[n])
        for n, part in enumerate(split(parts))
    ]
    known = market(size(2024, printed(whole, places[3])), *told)
    assert findings(parts_exceed_whole, known) == []
    assert findings(total_is_not_the_sum, known) == []


@ALWAYS
@given(weights, st.lists(digits, min_size=3, max_size=3))
def test_true_shares_add_up_whatever_the_digits(parts, places):
    told = [
        share(SEGMENTS[n], printed(part * 100, places[n]), use=SEGMENTS[n])
        for n, part in enumerate(split(parts))
    ]
    assert findings(shares_exceed_whole, market(*told)) == []
    assert findings(total_is_not_the_sum, market(*told)) == []


@ALWAYS
@given(weights, amounts, digits, digits, digits)
def test_a_true_share_fits_its_part_and_its_whole_whatever_the_digits(parts, whole, a, b, c):
    part = split(parts)[0]
    known = market(
        size(2024, printed(whole, a)),
        size(2024, printed(whole * part, b), name="cars", use="cars"),
        share("share", printed(part * 100, c), use="cars"),
    )
    assert findings(printed_ratio_disagrees, known) == []


@ALWAYS
@given(amounts, digits, digits)
def test_one_true_value_printed_twice_is_no_conflict(value, a, b):
    twice = size(2024, printed(value, a)), size(2024, printed(value, b), name="again")
    assert findings(same_key_conflict, market(*twice)) == []


@ALWAYS
@given(amounts, st.fractions(0, 1, max_denominator=1000), digits, digits)
def test_a_true_part_never_exceeds_its_whole_by_rounding(whole, part, a, b):
    child = market(size(2024, printed(whole * part, a)), part_of=("parent",))
    parent = market(size(2024, printed(whole, b)), id="parent")
    assert findings(child_exceeds_parent, child, parent) == []


@ALWAYS
@given(weights, digits, digits)
def test_a_true_leader_stays_the_largest_by_rounding(parts, a, b):
    shares = sorted(split(parts), reverse=True)
    known = market(
        claim("lead", "1", "rank", "share-rank", use="cars"),
        share("cars", printed(shares[0] * 100, a), use="cars"),
        share("phones", printed(shares[1] * 100, b), use="phones"),
    )
    assert findings(leader_is_not_largest, known) == []


@ALWAYS
@given(rates, rates, digits, digits)
def test_a_true_fastest_stays_the_fastest_by_rounding(one, other, a, b):
    fast, slow = max(one, other), min(one, other)
    known = market(
        claim("lead", "1", "rank", "growth-rank", "2025/2030", region="europe"),
        growth(2025, 2030, printed(fast, a), name="europe", region="europe"),
        growth(2025, 2030, printed(slow, b), name="whole"),
    )
    assert findings(fastest_is_slower, known) == []
