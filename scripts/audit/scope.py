"""The rule on scope: what a market says it holds and leaves out, and what its segments and narrower fields hold."""

from collections.abc import Iterable, Iterator

from scripts.model import HELD, Catalog, Dimension, Finding, Held, Market, Relation, Scope, Severity, Word
from scripts.notation import counted, in_words, listing, lower_first


def scope_contradiction(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """A segment must lie within its market: it cannot hold what the market leaves out.

    Money spent on what the definition excludes is counted all the same, so the definition or the segments are another
    market's. A narrower field that holds what the market leaves out contradicts it as well. Where every segment of a dimension
    says what it holds, whatever the market includes should have a place among them (a notice). A market that includes and
    excludes the same thing contradicts itself (an error of ours).

    Arithmetic: none; the tags of market and segments are compared.

    Fires: platelet transfusions hold donor cells, in a market that excludes donor cells.

    Silent: tisagenlecleucel holds CAR-T cells, in a market that excludes donor cells.
    """
    both = [tag for tag in market.includes if tag in market.excludes]
    if market.includes or market.excludes:
        yield _own(market, both) if both else HELD
    for dimension in market.dimensions.values():
        tagged = [segment for segment in dimension.segments.values() if segment.includes]
        if tagged and market.excludes:
            yield from _excluded(market, dimension)
        if len(tagged) == len(dimension.segments) and tagged and market.includes:
            yield _placed(market, dimension)
    for scope in market.scopes.values():
        if scope.relation == Relation.NARROWER and scope.includes and market.excludes:
            yield _narrower(market, scope)


def _own(market: Market, both: Iterable[Word]) -> Finding:
    names = _names(both)
    title = f"market.yml both includes and excludes {names}"
    return Finding(
        market.id,
        "scope-contradiction",
        "market",
        Severity.ERROR,
        title,
        "remove it from includes or from excludes",
        (),
        market.place,
        20,
    )


def _excluded(market: Market, dimension: Dimension) -> Iterator[Finding | Held]:
    beyond = {
        segment.name: [tag for tag in segment.includes if tag in market.excludes]
        for segment in dimension.segments.values()
    }
    held = {name: tags for name, tags in beyond.items() if tags}
    if not held:
        yield HELD
        return
    told = listing([f"{lower_first(name)} ({_names(tags)})" for name, tags in held.items()])
    yield Finding(
        market.id,
        "scope-contradiction",
        dimension.code.replace("_", "-"),
        Severity.WARNING,
        f"{dimension.name}: {_some(len(held), len(dimension.segments))} what the market’s definition leaves out",
        f"the market excludes {_names(market.excludes)}; {told}",
        (dimension.code,),
        market.place,
        8,
    )


def _some(count: int, of: int) -> str:
    if count == of:
        return f"all {counted(of, 'segment')} hold"
    return f"{in_words(count)} of {counted(of, 'segment')} {'holds' if count == 1 else 'hold'}"


def _placed(market: Market, dimension: Dimension) -> Finding | Held:
    held = {tag for segment in dimension.segments.values() for tag in segment.includes}
    homeless = [tag for tag in market.includes if tag not in held]
    if not homeless:
        return HELD
    return Finding(
        market.id,
        "scope-contradiction",
        f"{dimension.code.replace('_', '-')}-without-place",
        Severity.NOTICE,
        f"{dimension.name}: no segment holds {_names(homeless)}, which the market includes",
        f"the segments are {listing([lower_first(s.name) for s in dimension.segments.values()])}",
        (dimension.code,),
        market.place,
        3,
    )


def _narrower(market: Market, scope: Scope) -> Finding | Held:
    beyond = [tag for tag in scope.includes if tag in market.excludes]
    if not beyond:
        return HELD
    return Finding(
        market.id,
        "scope-contradiction",
        f"scope-{scope.code}",
        Severity.WARNING,
        f"{scope.name} counts as part of this market and holds {_names(beyond)}, which the market leaves out",
        f"the market excludes {_names(market.excludes)}; its narrower field {lower_first(scope.name)} includes {_names(scope.includes)}",
        (),
        market.place,
        4,
    )


def _names(tags: Iterable[Word]) -> str:
    return listing([lower_first(tag.name) for tag in tags])
