"""Rules on places: a country is held against the region that it lies in."""

from collections.abc import Mapping
from itertools import takewhile

from scripts.audit.parts import exceeding
from scripts.audit.rule import Found, field, finding, grouped, held, reads
from scripts.audit.sums import surely_exceeds
from scripts.derive import compares
from scripts.derive.units import per_cent
from scripts.model import Catalog, Claim, Finding, Grade, Market, Quantity, Role, total
from scripts.notation import compact, known, listing, share, subject, when, whose

Claims = list[Claim]
# A figure of a place: what it may stand for, and the claims that it rests on.
Placed = tuple[Quantity, tuple[Claim, ...]]


def region_in_region(market: Market, _catalog: Catalog) -> Found:
    """The countries of a region must not have more than the region, as one publication gives both for one time.

    In sizes it is a contradiction, whether they add up or, as users, are only each no more than the whole. A country's share that
    exceeds its region's may be meant as a share of that region: unless it is said so, that is an open question.
    Arithmetic: the countries at the least that their digits allow are compared with the region at its most.
    Fires: Germany at 48 % beside Europe at 44 % in 2024.
    Silent: Germany at 20 % and France at 15 % beside Europe at 44 %.
    """
    yield from exceeding(region_in_region, market, countries=True)
    divided = [c for c in market.followed if c.when and (c.measure.is_size or c.measure.role is Role.SHARE)]
    lists = grouped(divided, lambda c: (field(c)[:2], c.measure.of or c.measure.code, c.source_id, c.when))
    for claims in lists.values():
        places = grouped(claims, lambda claim: claim.region.code)
        for code, parts in _within(market, places).items():
            yield from _compared(market, places[code], parts, places.get(market.geography.code, []))


def _within(market: Market, places: Mapping[str, Claims]) -> dict[str, list[Claims]]:
    """The figures of places, by the nearest region around them of which there are figures too."""
    found: dict[str, list[Claims]] = {}
    for claims in places.values():
        around = takewhile(lambda code: code != market.geography.code, market.wholes_of(claims[0].region))
        nearest = next((code for code in around if code in places), None)
        if nearest:
            found.setdefault(nearest, []).append(claims)
    return found


def _compared(market: Market, region: Claims, parts: list[Claims], whole: Claims) -> Found:
    """Sizes one by one where they do not add up; shares printed, or of the whole where one side prints its size alone."""
    measure = next((claim.measure for claim in region if claim.measure.is_size), region[0].measure)
    measure = market.codelists.measures.get(measure.of, measure)
    as_size = all(claim.measure.is_size for claims in (region, *parts) for claim in claims)
    outer = _placed(region, whole, as_size)
    inner = [placed for claims in parts if (placed := _placed(claims, whole, as_size))]
    if outer is None or (as_size and measure.adds):  # these are told above
        return
    for some in [inner] if measure.adds and inner else [[one] for one in inner]:
        if surely_exceeds(total(value for value, _ in some), outer[0]):
            yield _larger(market, some, outer, as_size)
        else:
            yield held(*(claim for _, claims in some for claim in claims), *outer[1])


def _placed(claims: Claims, whole: Claims, as_size: bool) -> Placed | None:
    """What is published of a place: its size, or its share, be it computed from two sizes; none where neither can be told."""
    sizes, wholes = ([claim for claim in some if claim.measure.is_size] for some in (claims, whole))
    shares = [claim for claim in claims if not claim.measure.is_size]
    if as_size:
        return reads(sizes[0]), (sizes[0],)
    if shares:
        return reads(shares[0]), (shares[0],)
    if wholes and compares(sizes[0], wholes[0]) and reads(wholes[0]).low > 0:
        return per_cent(reads(sizes[0]), reads(wholes[0])), (sizes[0], wholes[0])
    return None


def _larger(market: Market, inner: list[Placed], outer: Placed, as_size: bool) -> Finding:
    parts, region = [claims[0] for _, claims in inner], outer[1][0]
    names = listing([part.region.name for part in parts])
    has, where = "has" if len(parts) == 1 else "have", region.region.name
    every = (*inner, outer)
    said = [" ÷ ".join(map(compact, c)) + (f" = {share(known(v))}" if c[1:] else "") for v, c in every]
    of = f"{whose(market, region)}{subject(market, parts[0]).rpartition(', ')[0]}"
    title = f"{of}: {names} {has} more than {where} in {when(region)}"
    line = f"{' + '.join(said[:-1])}, more than {said[-1]} of {where}"
    reading = f"{names} {has} so much of {where}, not of the whole"
    rule, grade = region_in_region, Grade.CONTRADICTION if as_size else Grade.QUESTION
    claims, topic = [c for _, some in every for c in some], "-".join(part.id for part in parts[:3])
    return finding(rule, market, claims, title, line, grade, topic=topic, weight=7, reading=reading)
