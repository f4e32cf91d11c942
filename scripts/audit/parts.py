"""Rules on parts and wholes: segments and regions against the size of the whole, and shares against all there is."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from scripts.audit.rule import by_authors, finding, held, meets_in_time, reads
from scripts.derive import REGION, Breakdown, divisions, in_unit
from scripts.model import YEAR, Catalog, Claim, Finding, Grade, Held, Market, Role, total
from scripts.notation import (
    NBSP,
    compact,
    full,
    listing,
    lower_first,
    number,
    share,
    subject,
    unit_name,
    when,
    whose,
)

# A source, scope, dimension and measure; then by year the size of each segment.
Series = dict[int, dict[str, Claim]]


def parts_exceed_whole(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """The parts of a whole must not be larger than the whole, as one author gives both for one period.

    Level by level: segments against the segment that holds them, countries against their region, regions against all. A
    single part counts too. Within one text it is a contradiction; parts and whole on two pages of one author are an open question.

    Arithmetic: the parts at the least that their digits allow are compared with the whole at its most.

    Fires: USD 8.04 bn in the United States and USD 7.21 bn worldwide in 2025, both on one page.

    Silent: USD 4,137.9 m, 3,223.1 m and 1,083.6 m beside a whole of USD 8.44 bn: 8,444.6 m, which 8.44 bn may stand for.
    """
    told: set[str] = set()
    pairs = [(division, division.whole) for division in divisions(market) if division.whole]
    pairs += [(division, whole) for division in divisions(market) for whole in _elsewhere(market, division)]
    for division, whole in pairs:
        parts, topic = _sizes(division, whole), _topic(market, division, whole)
        if not parts or topic in told:
            continue
        if total(map(reads, parts)).opened.low <= reads(whole).opened.high:
            yield held(whole, *parts)
            continue
        told.add(topic)
        yield _not_the_sum(parts_exceed_whole, market, division, whole, parts)


def total_is_not_the_sum(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """Where every part is published, the parts add up to the whole.

    A complete list that falls short has lost a part, or one of its figures is misprinted: a contradiction within one text. Sizes
    are held against the size of the whole, shares against 100 %; two dimensions that add up alike in one year do so in the
    others. A list that its source leaves open may fall short, and regions are complete only with a rest of the world. Parts
    that overlap, such as users, are a note.

    Arithmetic: the parts at the most that their digits allow are compared with the whole at its least.

    Fires: shares of 58.2 %, 21.0 % and 14.8 % where the dimension has three segments: 94.0 %.

    Silent: 33.3 %, 33.3 % and 33.3 %: 99.9 %, which rounding explains.
    """
    every = divisions(market)
    for division in every:
        sizes = _sizes(division, division.whole) if division.whole else []
        if division.whole and len(sizes) == len(division.parts) and _is_complete(market, division):
            short = total(map(reads, sizes)).opened.high < reads(division.whole).opened.low
            yield (
                _not_the_sum(total_is_not_the_sum, market, division, division.whole, sizes)
                if short
                else held(division.whole, *sizes)
            )
        shares = _shares(division)
        if len(shares) == len(division.parts) and _is_complete(market, division):
            holder, sums = _holder(market, division), total(map(reads, shares)).opened
            wholes = [share for d in every if holder for share in _shares_of(d, *holder, like=shares[0])]
            if sums.high >= 100 or any(sums.meets(reads(whole)) for whole in wholes):
                yield held(*shares)
            elif wholes or not holder:  # else nobody says whether they are shares of the part or of the whole
                yield _fall_short(market, division, shares)
    yield from _across_dimensions(market)


def shares_exceed_whole(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """The shares of one whole, in one period and by one source, must not add up to more than 100 %.

    A sum that rounding or a qualifier explains is no fault; below 100 % the rest is shown as not published. Regions
    that lie within another region of the list are not added to it, nor segments to the one that holds them. It is a
    contradiction, but a note where parts may overlap, such as users.

    Arithmetic: the shares are added at the least that their printed digits allow.

    Fires: 60 % and 45 % of one dimension in 2024. 60 + 45 = 105.

    Silent: 33.4 %, 33.4 % and 33.3 %. They add up to 100.1, and rounding explains the 0.1.
    """
    added = [(division, shares) for division in divisions(market) if (shares := _shares(division))]
    placed = {claim.id for _, shares in added for claim in shares}
    alone = [c for c in market.followed if c.measure.role is Role.SHARE and c.id not in placed]
    for division, shares in [*added, *((None, [claim]) for claim in alone)]:
        if total(map(reads, shares)).opened.low <= 100:
            yield held(*shares)
            continue
        sums = total(claim.quantity for claim in shares).point
        said, first = share(number(sums, 1)), shares[0]
        name = division.name if division and len(shares) > 1 else ""
        yield finding(
            shares_exceed_whole,
            market,
            first,
            grade=Grade.NOTE if division and _overlaps(division) else Grade.CONTRADICTION,
            title=f"{whose(market, first)}{name}: the shares of {when(first)} add up to {said}"
            if name
            else f"{subject(market, first)}: a share of {said} in {when(first)} is more than there is",
            arithmetic=f"{' + '.join(map(full, shares))}{f' = {said}' if name else ''}, more than the whole",
            subjects=shares,
            weight=int(sums - 100),
        )


def _sizes(division: Breakdown, whole: Claim) -> list[Claim]:
    return [part.size for part in division.sized if part.size and meets_in_time(part.size, whole)]


def _shares(division: Breakdown) -> list[Claim]:
    return [part.claim for part in division.parts if part.claim]


def _overlaps(division: Breakdown) -> bool:
    return division.of is not None and division.of.parts == "overlap"


def _is_complete(market: Market, division: Breakdown) -> bool:
    """Whether the parts that there are make up the whole, as far as the source lists them."""
    if division.dimension == REGION:
        return not division.parent and any(part.residual for part in division.parts)
    return len(division.parts) > 1 and not market.dimensions[division.dimension].open


def _elsewhere(market: Market, division: Breakdown) -> Iterator[Claim]:
    """The whole of a division on other pages of its author, where the page of the parts does not give it."""
    voice = division.source.voice if division.source else ""
    of, first = (division.of.code if division.of else ""), next((p.size for p in division.sized), None)
    if division.whole or first is None:
        return
    for claim in market.followed:
        broken = tuple(sorted((d, code) for d, code in claim.segments.items() if code != "total"))
        place = (claim.voice, claim.measure.code, claim.scope, broken, claim.region.code, claim.when)
        if place == (voice, of, division.scope, division.segments, division.region, first.when):
            yield claim


def _topic(market: Market, division: Breakdown, whole: Claim) -> str:
    """The whole and the dimension; a whole that an author prints on several pages is called by the first of them."""
    same = (c.id for c in market.followed if (c.key, c.voice) == (whole.key, whole.voice))
    return f"{min(same)}-by-{division.dimension.replace('_', '-')}"


def _holder(market: Market, division: Breakdown) -> tuple[str, str] | None:
    """Dimension and segment that a nested division divides; its shares may be of the same whole as that one's."""
    if division.parent:
        return division.dimension, division.parent
    outer, _, segment = market.dimensions[division.dimension].part_of.partition("/")
    return (outer, segment) if outer else None


def _shares_of(division: Breakdown, dimension: str, code: str, *, like: Claim) -> Iterator[Claim]:
    """The share of a segment that is published beside a share of one of its parts."""
    for claim in _shares(division) if division.dimension == dimension else ():
        same = (claim.source_id, claim.scope, claim.measure, claim.when) == (
            like.source_id,
            like.scope,
            like.measure,
            like.when,
        )
        if same and claim.segments[dimension] == code:
            yield claim


def _not_the_sum(
    rule: Callable[..., object], market: Market, division: Breakdown, whole: Claim, parts: Sequence[Claim]
) -> Finding:
    compared = "more than" if rule is parts_exceed_whole else "less than"
    # A sum that a reader redoes shows what the digits printed give, in the unit of the parts.
    added = in_unit(total(map(reads, parts)), parts[0].unit).point
    said = NBSP.join(
        part for part in (number(added, max(c.printed.decimals for c in parts)), parts[0].unit.label) if part
    )
    names = listing([part.name for part in division.sized if part.size in parts])
    if len(parts) == 1:
        title = f"{names} alone is put at {full(parts[0])} in {when(whole)}, {compared} the whole of {full(whole)}"
        line = f"{compact(parts[0])} beside {compact(whole)}, both of one publisher"
    else:
        by = lower_first(division.name)
        title = f"the parts by {by} come to {compared} the whole in {when(whole)}"
        line = f"{' + '.join(map(compact, parts))} = {said}, {compared} {compact(whole)}"
    prefix = whose(market, whole)
    return finding(
        rule,
        market,
        parts[0],
        topic=_topic(market, division, whole),
        grade=by_authors((whole, *parts)),
        title=prefix + (title if prefix else title[0].upper() + title[1:]),
        arithmetic=line,
        subjects=(whole, *parts),
        weight=8,
        reading="the two pages are of different date, or draw the field differently",
    )


def _fall_short(market: Market, division: Breakdown, shares: Sequence[Claim]) -> Finding:
    added = share(number(total(claim.quantity for claim in shares).point, 1))
    return finding(
        total_is_not_the_sum,
        market,
        shares[0],
        topic=f"shares-by-{division.dimension.replace('_', '-')}-{shares[0].id}",
        grade=Grade.NOTE if _overlaps(division) else Grade.CONTRADICTION,
        title=f"{whose(market, shares[0])}{division.name}: every share of {when(shares[0])} is published, and they add up "
        f"to {added} alone",
        arithmetic=f"{' + '.join(map(compact, shares))} = {added}, less than the whole",
        subjects=shares,
        weight=6,
    )


def sums_by_year(market: Market) -> dict[tuple[str, str, str, str], Series]:
    """Yearly sizes of the segments of a dimension in the market's geography, by source, scope, dimension and measure."""
    series: dict[tuple[str, str, str, str], Series] = {}
    for division in divisions(market):
        sizes = {part.code: part.size for part in division.sized if part.size and part.size.length == YEAR}
        own = division.dimension != REGION and not division.segments and not division.parent
        at_home = division.region == market.geography.code
        if own and at_home and len(sizes) > 1 and division.source and division.of and division.period:
            key = (division.source.id, division.scope, division.dimension, division.of.code)
            series.setdefault(key, {})[division.period.end.year] = sizes
    return series


def _across_dimensions(market: Market) -> Iterator[Finding | Held]:
    """Each year of two dimensions of one source whose sums agree in some other year: then they divide the same whole."""
    series = sums_by_year(market)
    for one, other in combinations(series, 2):
        if (one[:2], one[3]) != (other[:2], other[3]):
            continue
        pairs = {
            y: (series[one][y], series[other][y]) for y in sorted(series[one].keys() & series[other].keys())
        }
        sums = {year: [total(map(reads, parts.values())) for parts in pair] for year, pair in pairs.items()}
        agreeing = [year for year, (a, b) in sums.items() if a.meets(b)]
        for year, (a, b) in pairs.items() if agreeing else ():
            claims = [*a.values(), *b.values()]
            if year in agreeing:
                yield held(*claims)
            else:
                alike = any([p.keys() for p in pairs[y]] == [a.keys(), b.keys()] for y in agreeing)
                yield _differ(
                    market, (one[2], other[2]), year, (a, b), Grade.CONTRADICTION if alike else Grade.QUESTION
                )


def _differ(
    market: Market, names: tuple[str, str], year: int, pair: Sequence[dict[str, Claim]], grade: Grade
) -> Finding:
    claims = [claim for parts in pair for claim in parts.values()]
    first, decimals = claims[0], max(claim.printed.decimals for claim in claims)
    sums = [
        f"{number(in_unit(total(map(reads, parts.values())), first.unit).point, decimals)} by "
        f"{lower_first(market.dimensions[name].name)}"
        for name, parts in zip(names, pair, strict=True)
    ]
    codes = "-".join(name.replace("_", "-") for name in names)
    scope = f"{first.scope}-" if first.scope else ""
    return finding(
        total_is_not_the_sum,
        market,
        first,
        topic=f"{first.source.slug if first.source else 'no-source'}-{scope}{codes}-{year}",
        grade=grade,
        title=f"{whose(market, first)}Two ways of dividing {year} do not add up alike",
        arithmetic=f"in {unit_name(first.unit)}: {listing(sums)}; in other years they agree",
        subjects=claims,
        weight=7,
        reading="one of the two lists leaves a part out in that year",
    )
