"""Rules on parts and wholes: segments and regions against the size of the whole, and shares against all there is."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from scripts.audit.guide import AnyRule
from scripts.audit.rule import Found, by_authors, field, finding, grouped, held, list_of, meets_in_time, reads
from scripts.audit.slips import adds_up, named, slip, slips
from scripts.audit.sums import labelled, summed, surely_exceeds, written_sum
from scripts.derive import REGION, Breakdown, divisions, in_unit
from scripts.model import YEAR, Catalog, Claim, Finding, Grade, Market, Quantity, Region, Role, total
from scripts.notation import capital, compact, full, listing, lower_first, number, share, subject, when, whose

# By year the size of each segment.
Series = dict[int, dict[str, Claim]]
ALL = Quantity.exact(100)


def parts_exceed_whole(market: Market, _catalog: Catalog) -> Found:
    """The parts of a whole must not be larger than the whole, as one author gives both for one period.

    Level by level: segments against the segment that holds them, regions against all; countries are held against their region by
    another rule. A single part counts too. Within one text it is a contradiction; parts and whole on two pages of one author
    are an open question, and so are regions that would fit if one of them held another, as the European Union did the United Kingdom.
    Arithmetic: the parts at the least that their digits allow are compared with the whole at its most.
    Fires: USD 8.04 bn in the United States and USD 7.21 bn worldwide in 2025, both on one page.
    Silent: USD 4,137.9 m, 3,223.1 m and 1,083.6 m beside a whole of USD 8.44 bn: 8,444.6 m, which 8.44 bn may stand for.
    """
    yield from exceeding(parts_exceed_whole, market, countries=False)


def exceeding(rule: AnyRule, market: Market, *, countries: bool) -> Found:
    """Parts that come to more than their whole: the countries of a region, or all others."""
    told: set[str] = set()
    for division, whole in _with_wholes(market):
        sizes, topic = _sizes(division, whole), _topic(market, division, whole)
        of_region = division.dimension == REGION and bool(division.parent)
        if not sizes or topic in told or of_region != countries:
            continue
        if surely_exceeds(summed(sizes), reads(whole)):
            told.add(topic)
            yield _unequal(rule, market, division, whole, sizes)
        else:
            yield held(whole, *sizes)


def total_is_not_the_sum(market: Market, _catalog: Catalog) -> Found:
    """Where every part is published, the parts add up to the whole.

    A complete list that falls short has lost a part or holds a misprint: a contradiction within one text. Sizes are held against
    the size of the whole, shares against 100 %; two dimensions that add up alike in one year do so in the others. An open list
    may fall short, and regions are complete only with a rest of the world. Parts that overlap, as users, are a note.
    Arithmetic: the parts at the most that their digits allow are compared with the whole at its least.
    Fires: shares of 58.2 %, 21.0 % and 14.8 % where the dimension has three segments: 94.0 %.
    Silent: 33.3 %, 33.3 % and 33.3 %: 99.9 %, which rounding explains.
    """
    every = divisions(market)
    for division in (division for division in every if _is_complete(market, division)):
        whole, shares = division.whole, _shares(division)
        sizes = _sizes(division, whole) if whole else []
        if whole and len(sizes) == len(division.parts):
            if surely_exceeds(reads(whole), summed(sizes)):
                yield _unequal(total_is_not_the_sum, market, division, whole, sizes)
            else:
                yield held(whole, *sizes)
        if len(shares) == len(division.parts):
            holder, sums = _holder(market, division), summed(shares)
            others = [claim for d in every if holder for claim in _shares(d)]
            beside = [claim for claim in others if list_of(claim) == list_of(shares[0])]
            wholes = [c for c in beside if holder and c.segments.get(holder[0]) == holder[1]]
            if not surely_exceeds(ALL, sums) or any(sums.meets(reads(whole)) for whole in wholes):
                yield held(*shares)
            elif wholes or not holder:  # else nobody says whether they are shares of the part or of the whole
                yield _fall_short(market, division, shares)
    yield from _across_dimensions(market)


def shares_exceed_whole(market: Market, _catalog: Catalog) -> Found:
    """The shares of one whole, in one period and by one source, must not add up to more than 100 %.

    A sum that rounding or a qualifier explains is no fault; below 100 % the rest is shown as not published. Regions within
    another of the list are not added to it, nor nested segments. A contradiction, but a note where parts overlap, as users do.
    Arithmetic: the shares are added at the least that their printed digits allow.
    Fires: 60 % and 45 % of one dimension in 2024. 60 + 45 = 105.
    Silent: 33.4 %, 33.4 % and 33.3 %. They add up to 100.1, and rounding explains the 0.1.
    """
    added = [(division, shares) for division in divisions(market) if (shares := _shares(division))]
    placed = {claim.id for _, shares in added for claim in shares}
    alone = [c for c in market.followed if c.measure.role is Role.SHARE and c.id not in placed]
    for division, shares in (*added, *((None, [claim]) for claim in alone)):
        if not surely_exceeds(summed(shares), ALL):
            yield held(*shares)
            continue
        first, sums = shares[0], total(claim.quantity for claim in shares).point
        said, line = share(number(sums, 1)), " + ".join(map(full, shares))
        title = f"{subject(market, first)}: a share of {said} in {when(first)} is more than there is"
        if division and len(shares) > 1:
            title = f"{whose(market, first)}{division.name}: the shares of {when(first)} add up to {said}"
            line += f" = {said}"
        grade = Grade.NOTE if division and division.of and not division.of.adds else Grade.CONTRADICTION
        line += ", more than the whole"
        yield finding(shares_exceed_whole, market, shares, title, line, grade, weight=int(sums - 100))


def _sizes(division: Breakdown, whole: Claim) -> list[Claim]:
    return [part.size for part in division.sized if part.size and meets_in_time(part.size, whole)]


def _shares(division: Breakdown) -> list[Claim]:
    return [part.claim for part in division.parts if part.claim]


def _is_complete(market: Market, division: Breakdown) -> bool:
    """Whether the parts that there are make up the whole, as far as the source lists them."""
    if division.dimension == REGION:
        return not division.parent and any(part.residual for part in division.parts)
    return len(division.parts) > 1 and not market.dimensions[division.dimension].open


def _with_wholes(market: Market) -> Iterator[tuple[Breakdown, Claim]]:
    """Each division with its whole; then those whose whole stands on other pages of the author alone."""
    every = divisions(market)
    yield from ((division, division.whole) for division in every if division.whole)
    wholes = grouped(market.followed, lambda c: (c.voice, c.measure.code, c.when, field(c)))
    for division in (one for one in every if one.sized and not one.whole):
        first = division.sized[0].size
        where = (division.scope, division.segments, division.region)
        same = wholes.get((first.voice, division.of_code, first.when, where), ()) if first else ()
        yield from ((division, whole) for whole in same)


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


def _unequal(rule: AnyRule, market: Market, division: Breakdown, whole: Claim, sizes: list[Claim]) -> Finding:
    compared = "less than" if rule is total_is_not_the_sum else "more than"
    which = f"of {division.name}" if division.parent else f"by {lower_first(division.name)}"
    names = [market.dimensions[dimension].segments[code].name for dimension, code in division.segments]
    which += f" for {listing(names)}" if names else ""
    title = f"the parts {which} come to {compared} the whole in {when(whole)}"
    line = f"{' + '.join(map(compact, sizes))} = {written_sum(sizes)}, {compared} {compact(whole)}"
    if len(sizes) == 1:
        name = next(part.name for part in division.sized if part.size in sizes)
        title = f"{name} alone is put at {full(sizes[0])} in {when(whole)}, "
        title += f"{compared} the whole of {full(whole)}"
        line = f"{compact(sizes[0])} beside {compact(whole)}, both of one publisher"
    line += slip(market, [*sizes, whole], adds_up)
    reading = "the two pages are of different date, or draw the field differently"
    at, claims, grade = sizes[0].place, (whole, *sizes), by_authors(whole, *sizes)
    contradict = grade is Grade.CONTRADICTION and compared == "more than"
    overlapping = _overlapping(market, whole, sizes) if contradict else []
    if overlapping:
        rest = next((region.name for region in overlapping if region.residual), "")
        grade, reading = Grade.QUESTION, "one of the regions is drawn to hold another of them"
        reading = f"a region such as {rest} also holds members of another one" if rest else reading
        ends = _at(summed(sizes).low, sizes[0]), _at(reads(whole).high, whole)
        line += f"; their digits allow {ends[0]} at the least, those of the whole {ends[1]} at the most"
    prefix, topic = whose(market, whole), _topic(market, division, whole)
    title = prefix + (title if prefix else capital(title))
    return finding(rule, market, claims, title, line, grade, topic=topic, weight=8, reading=reading, place=at)


def _overlapping(market: Market, whole: Claim, sizes: list[Claim]) -> list[Region]:
    """Regions that, if one that holds others held them too, would let all fit: the European Union did the United Kingdom."""
    holding = {region.part_of for region in market.codelists.regions.values()}
    single = [size for size in sizes if size.region.code not in holding]
    rests = [(one, [size for size in sizes if size is not one]) for one in single if len(single) < len(sizes)]
    return [one.region for one, rest in rests if not surely_exceeds(summed(rest), reads(whole))]


def _at(end: Decimal, like: Claim) -> str:
    """An end of what figures may stand for, in the unit of one of them, with the decimals that it takes."""
    value = in_unit(Quantity.exact(end), like.unit).point.normalize()
    return labelled(number(value, max(0, -int(value.as_tuple().exponent))), like)


def _fall_short(market: Market, division: Breakdown, shares: list[Claim]) -> Finding:
    first, added = shares[0], share(number(total(claim.quantity for claim in shares).point, 1))
    found = slips(shares, lambda values: total(values).meets(ALL))
    every = f"every share of {when(first)} is published, and they add up to {added} alone"
    title = f"{whose(market, first)}{division.name}: {every}"
    line = f"{' + '.join(map(compact, shares))} = {added}, less than the whole{named(found, shares)}"
    topic = f"shares-by-{division.dimension.replace('_', '-')}-{first.id}"
    rule, overlap = total_is_not_the_sum, division.of and not division.of.adds
    grade = Grade.NOTE if overlap else Grade.CONTRADICTION
    in_one = [shares[slip.place] for slip in found[:1] if slip.place is not None]
    return finding(rule, market, first, title, line, grade, topic=topic, subjects=in_one or shares, weight=6)


def sums_by_year(market: Market) -> dict[tuple[str, str, str, str], Series]:
    """Yearly sizes of the segments of a dimension in the market's geography, by source, scope, measure and dimension."""
    series: dict[tuple[str, str, str, str], Series] = {}
    for division in divisions(market):
        sizes = {part.code: part.size for part in division.sized if part.size and part.size.length == YEAR}
        whole = division.dimension != REGION and not division.segments and not division.parent
        at_home = whole and division.region == market.geography.code
        if at_home and len(sizes) > 1 and division.source and division.period:
            key = (division.source.id, division.scope, division.of_code, division.dimension)
            series.setdefault(key, {})[division.period.end.year] = sizes
    return series


def _across_dimensions(market: Market) -> Found:
    """Each year of two dimensions of one source whose sums agree in some other year: then they divide the same whole."""
    codes = list(market.dimensions)
    series = dict(sorted(sums_by_year(market).items(), key=lambda one: (one[0][:3], codes.index(one[0][3]))))
    for one, other in combinations(series, 2):
        years = sorted(series[one].keys() & series[other].keys()) if one[:3] == other[:3] else []
        pairs = {year: (series[one][year], series[other][year]) for year in years}
        sums = {year: [summed(parts.values()) for parts in pair] for year, pair in pairs.items()}
        agreeing = [year for year, (a, b) in sums.items() if a.meets(b)]
        for year, (a, b) in pairs.items() if agreeing else ():
            if year in agreeing:
                yield held(*a.values(), *b.values())
                continue
            alike = any([parts.keys() for parts in pairs[y]] == [a.keys(), b.keys()] for y in agreeing)
            grade, names = Grade.CONTRADICTION if alike else Grade.QUESTION, [one[3], other[3]]
            yield _differ(market, names, year, [[*a.values()], [*b.values()]], grade)


def _differ(market: Market, names: list[str], year: int, pair: list[list[Claim]], grade: Grade) -> Finding:
    first, scope = pair[0][0], f"{pair[0][0].scope}-" if pair[0][0].scope else ""
    ways = zip(pair, names, strict=True)
    sums = [f"{written_sum(parts)} by {lower_first(market.dimensions[name].name)}" for parts, name in ways]
    codes = "-".join(name.replace("_", "-") for name in names)
    title = f"{whose(market, first)}Two ways of dividing {year} do not add up alike"
    line, rule = f"{listing(sums)}; in other years they agree", total_is_not_the_sum
    topic, claims = f"{first.source_id.replace('/', '-')}-{scope}{codes}-{year}", [*pair[0], *pair[1]]
    reading = "one of the two lists leaves a part out in that year"
    return finding(rule, market, claims, title, line, grade, topic=topic, weight=7, reading=reading)
