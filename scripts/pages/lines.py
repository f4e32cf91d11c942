"""Lines: what a row of published figures is called, what it is part of, where it stands, and whether the newest edition has it."""

from scripts.derive import REGION
from scripts.model import TOTAL, Claim, Market, Source
from scripts.notation import listing, lower_first, moment

NOWHERE = "not-stated"

# What figures of one row share: scope, title, segments, region by code and name, author.
About = tuple[str, str, tuple[tuple[str, str], ...], str, str, str]
# The regions of a table, each with the scope of which a figure is given.
There = set[tuple[str, str]]


def about(claim: Claim) -> About:
    """What a row is of, and who says it."""
    broken = tuple((dimension, code) for dimension, code in claim.segments.items() if code != TOTAL)
    return claim.scope, claim.title, broken, claim.region.code, claim.region.name, claim.voice


def is_abroad(market: Market, claim: Claim) -> bool:
    """Whether a claim is of a region within the market's geography, or beyond it."""
    return claim.region.code not in (market.geography.code, NOWHERE)


def axes(market: Market, claim: Claim) -> tuple[str, ...]:
    """What a claim is a part by: dimensions, of nested ones the inner one, and `region`."""
    broken = {dimension: code for dimension, code in claim.segments.items() if code != TOTAL}
    outer = (market.dimensions[dimension].part_of.partition("/")[::2] for dimension in broken)
    wholes = {dimension for dimension, code in outer if broken.get(dimension) == code}
    abroad = (REGION,) if is_abroad(market, claim) else ()
    return (*(code for code in market.dimensions if code in broken and code not in wholes), *abroad)


def whole(market: Market, claim: Claim, by: tuple[str, ...]) -> str:
    """The name of the whole below its parts."""
    if by == (REGION,):
        return claim.region.name
    return "Total" if claim.is_whole else f"Total, {lower_first(name(market, claim))}"


def name(market: Market, claim: Claim) -> str:
    """What a row is of, in full: title, field, segments, region."""
    parts = [claim.title] if claim.title else []
    parts += [market.scopes[claim.scope].name] if claim.scope else []
    parts += [market.dimensions[by].segments[claim.segments[by]].name for by in inner(market, claim)]
    parts += [claim.region.name] if is_abroad(market, claim) else []
    return ", ".join(parts) or market.short_title


def inner(market: Market, claim: Claim) -> list[str]:
    """The dimensions by which a claim is a part."""
    return [code for code in axes(market, claim) if code != REGION]


def within(market: Market, claim: Claim) -> str:
    """What the segments of a claim are part of: `information technology`; nothing where they nest in nothing."""
    wholes = []
    for code in inner(market, claim):
        dimension = market.dimensions[code]
        outer, _, segment = dimension.part_of.partition("/")
        if inside := dimension.segments[claim.segments[code]].part_of:
            wholes.append(dimension.segments[inside].name)
        elif outer:
            wholes.append(market.dimensions[outer].segments[segment].name)
    return listing([lower_first(whole) for whole in wholes])


def held(market: Market, claim: Claim, by: tuple[str, ...], there: There) -> str:
    """What a row is part of, where that stands in another one."""
    whole, parts = claim.region.part_of, [within(market, claim)]
    if REGION in by and (claim.scope, whole) in there and whole != market.geography.code:
        parts += [c.region.name for c in market.in_order if c.region.code == whole][:1]
    told = listing([part for part in parts if part])
    return f"part of {told}" if told else ""


def order(market: Market, claim: Claim, there: There) -> tuple[object, ...]:
    """Where a row stands: in the market's own order, a whole before its parts, what is left last."""
    scopes = list(market.scopes)
    return (
        scopes.index(claim.scope) if claim.scope else -1,
        claim.title,
        [_path(market, code, claim.segments[code]) for code in inner(market, claim)],
        _region_path(market, claim, there),
    )


def _path(market: Market, dimension: str, segment: str) -> list[tuple[bool, int]]:
    segments = market.dimensions[dimension].segments
    own = [(segments[segment].residual, list(segments).index(segment))]
    whole = segments[segment].part_of
    return [*_path(market, dimension, whole), *own] if whole else own


def _region_path(market: Market, claim: Claim, there: There) -> list[tuple[bool, int, str]]:
    listed = [region.code for region in market.regions]
    own = [(claim.region.residual, _place(listed, claim.region.code), claim.region.name)]
    whole = claim.region.part_of
    if whole and (claim.scope, whole) in there and whole != market.geography.code:
        name = next(c.region.name for c in market.in_order if c.region.code == whole)
        return [(False, _place(listed, whole), name), *own]
    return own


def _place(listed: list[str], code: str) -> int:
    return listed.index(code) if code in listed else len(listed)


def ended(market: Market, claim: Claim) -> str:
    """The date of the newest edition, where no edition that leads has this row."""
    assert claim.source  # editions have one
    editions: dict[str, tuple[Source, list[Claim]]] = {}
    for other in market.in_order:
        if (
            other.source
            and other.source.edition_of == claim.source.edition_of
            and other.measure == claim.measure
        ):
            editions.setdefault(other.source.id, (other.source, []))[1].append(other)
    having = {name for name, (_, said) in editions.items() if any(about(one) == about(claim) for one in said)}
    if any(one.is_followed and about(one) == about(claim) for _, said in editions.values() for one in said):
        return ""
    dates = {name: source.published for name, (source, _) in editions.items() if source.published}
    last = max((dates[name].text for name in having if name in dates), default="")
    later = [date for name, date in dates.items() if name not in having and date.text > last]
    return moment(max(later, key=lambda date: date.text)) if later else ""
