"""The rule on scope: what a market says it holds and leaves out, and what its segments and narrower fields hold."""

from collections.abc import Iterable

from scripts.audit.rule import Found, finding
from scripts.model import HELD, Catalog, Dimension, Finding, Grade, Held, Market, Relation, Word
from scripts.notation import counted, in_words, listing, lower_first


def scope_contradiction(market: Market, _catalog: Catalog) -> Found:
    """A segment must lie within its market: it cannot hold what the market leaves out.

    Money spent on what the definition excludes is counted all the same, so the definition or the segments are another
    market's. So it is with a narrower field. Where every segment of a dimension says what it holds, whatever the market includes
    should have a place there or in another dimension, unless the list is open. The tags are ours: these are open questions. A
    market that includes and excludes the same thing contradicts itself, an error of ours.
    Arithmetic: none; the tags of market and segments are compared.
    Fires: platelet transfusions hold donor cells, in a market that excludes donor cells.
    Silent: tisagenlecleucel holds CAR-T cells, in a market that excludes donor cells.
    """
    both = [tag for tag in market.includes if tag in market.excludes]
    if market.includes or market.excludes:
        title = f"The market both includes and excludes {_names(both)}"
        cure = "remove it from includes or from excludes in market.yml"
        error = finding(scope_contradiction, market, None, title, cure, Grade.ERROR, weight=20)
        yield error if both else HELD
    for dimension in market.dimensions.values():
        tagged = [segment for segment in dimension.segments.values() if segment.includes]
        if tagged and market.excludes:
            yield _excluded(market, dimension)
        if len(tagged) == len(dimension.segments) and tagged and market.includes and not dimension.open:
            yield _placed(market, dimension)
    for scope in market.scopes.values():
        if scope.relation == Relation.NARROWER and scope.includes and market.excludes:
            beyond = [tag for tag in scope.includes if tag in market.excludes]
            title = f"{scope.name} counts as part of this market and holds {_names(beyond)}, which our definition leaves out"
            narrower = f"its narrower field {lower_first(scope.name)} includes {_names(scope.includes)}"
            line = f"the market excludes {_names(market.excludes)}; {narrower}"
            yield _question(market, f"scope-{scope.code}", title, line, 4) if beyond else HELD


def _question(market: Market, topic: str, title: str, line: str, weight: int, about: str = "") -> Finding:
    reading = "these are counted only so far as the definition holds them, or the market is wider than its definition"
    if topic.endswith("-without-place"):
        reading = "the list is not complete, or one of its segments counts them in"
    rule, grade, those = scope_contradiction, Grade.QUESTION, [about] if about else ()
    return finding(
        rule, market, None, title, line, grade, topic=topic, subjects=those, weight=weight, reading=reading
    )


def _excluded(market: Market, dimension: Dimension) -> Finding | Held:
    segments = dimension.segments.values()
    beyond = {s.name: [tag for tag in s.includes if tag in market.excludes] for s in segments}
    holding = {name: tags for name, tags in beyond.items() if tags}
    if not holding:
        return HELD
    some, of = len(holding), counted(len(segments), "segment")
    who = f"all {of} hold" if some == len(segments) else f"{in_words(some)} of {of} hold{'s' * (some == 1)}"
    held_by = listing([f"{lower_first(name)} ({_names(tags)})" for name, tags in holding.items()])
    line = f"the market excludes {_names(market.excludes)}; {held_by}"
    title = f"{dimension.name}: {who} what our definition leaves out"
    return _question(market, dimension.code.replace("_", "-"), title, line, 8, dimension.code)


def _placed(market: Market, dimension: Dimension) -> Finding | Held:
    placed = {tag for d in market.dimensions.values() for s in d.segments.values() for tag in s.includes}
    homeless = [tag for tag in market.includes if tag not in placed]
    title = f"{dimension.name}: no segment holds {_names(homeless)}, which the market includes"
    line = f"the segments are {listing([lower_first(s.name) for s in dimension.segments.values()])}"
    topic = f"{dimension.code.replace('_', '-')}-without-place"
    return _question(market, topic, title, line, 3, dimension.code) if homeless else HELD


def _names(tags: Iterable[Word]) -> str:
    return listing([lower_first(tag.name) for tag in tags])
