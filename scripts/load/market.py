"""Markets: one folder each, with market.yml and all that is known of the market."""

from scripts.load.boundary import check
from scripts.load.commentary import FILE as COMMENTARY
from scripts.load.commentary import read_commentary
from scripts.load.evidence import EVENTS, FACT_CHECKS, STUDIES, read_events, read_fact_checks, read_studies
from scripts.load.folder import Folder
from scripts.load.observations import FILE as OBSERVATIONS
from scripts.load.observations import read_observations
from scripts.load.outline import Outline, outline_of
from scripts.load.problems import quoted
from scripts.load.register import Known, Register, Words, circles
from scripts.load.shapes import MarketShape
from scripts.load.tree import Tree
from scripts.load.vintages import FOLDER as VINTAGES
from scripts.load.vintages import read_vintages
from scripts.model import (
    AcceptedFinding,
    Claim,
    Dimension,
    Event,
    Headline,
    Market,
    Place,
    Role,
    Scope,
    Segment,
    Study,
)

FILE = "market.yml"


def read_market(folder: Folder, market_id: str, known: Known) -> Market | None:
    """Read the folder of a market; None if market.yml is faulty."""
    words = known.words
    folder.expect(
        (FILE, OBSERVATIONS, EVENTS, STUDIES, FACT_CHECKS, COMMENTARY),
        [VINTAGES],
        needed=[FILE, OBSERVATIONS],
    )
    tree = folder.yaml(FILE)
    shape = check(MarketShape, tree, known.problems) if tree else None
    outline = outline_of(tree, shape is not None, folder.file(FILE), known.problems)
    claims = read_observations(folder, outline, known)
    events = read_events(folder, outline, claims, known)
    studies = read_studies(folder, outline, claims, known)
    fact_checks = read_fact_checks(folder, _subjects(outline, claims, events, studies), known)
    commentary = read_commentary(folder, outline, claims, known)
    vintages = read_vintages(folder.below(VINTAGES), known.problems)
    if tree is None:
        return None
    industry, regions = tree.find(("industry",), words.industries), tree.find_all(("regions",), words.regions)
    includes, excludes = (tree.find_all((name,), words.tags) for name in ("includes", "excludes"))
    scopes, headline = _scopes(tree, shape, outline, words), _headline(tree, claims)
    dimensions = _dimensions(tree, shape, words)
    parents = _parents(tree, market_id, known)
    if shape is None or industry is None:
        return None
    return Market(
        id=market_id,
        title=shape.title,
        short_title=shape.short_title,
        industry=industry,
        definition=shape.definition,
        includes=includes,
        excludes=excludes,
        currency=shape.currency,
        money_basis=shape.money_basis,
        price_level=shape.price_level,
        base_year=shape.base_year,
        forecast_period=shape.forecast_period,
        headline=headline,
        dimensions=dimensions,
        regions=regions,
        scopes=scopes,
        part_of=parents,
        accepted_findings=_accepted_findings(tree, shape),
        allowed_numbers=tuple(shape.allowed_numbers),
        owner=shape.owner,
        next_update=shape.next_update,
        checked=shape.checked,
        claims=claims.entries,
        events=tuple(events.entries.values()),
        studies=tuple(studies.entries.values()),
        fact_checks=tuple(fact_checks.entries.values()),
        commentary=commentary,
        vintages=vintages,
        place=Place(folder.file(FILE)),
    )


def _subjects(
    outline: Outline, claims: Register[Claim], events: Register[Event], studies: Register[Study]
) -> Register[str]:
    """All that a fact check may be about."""
    files = "observations.csv, events.csv, studies.csv or market.yml"
    names = {*outline.ids.taken, *claims.names, *events.names, *studies.names}
    complete = outline.complete and claims.complete and events.complete and studies.complete
    return Register("subject", files, claims.problems, {}, names, complete)


def _dimensions(tree: Tree, shape: MarketShape | None, words: Words) -> dict[str, Dimension]:
    """The axes of breakdown; the tags of segments are looked up even if the rest of the file is faulty."""
    found: dict[str, Dimension] = {}
    for code in tree.at("dimensions").names() or ():
        branch = tree.at("dimensions", code, "segments")
        tags = {name: branch.at(name).find_all(("includes",), words.tags) for name in branch.names() or ()}
        if shape:
            below = shape.dimensions[code]
            segments = {
                name: Segment(name, segment.name, segment.definition, tags[name])
                for name, segment in below.segments.items()
            }
            found[code] = Dimension(code, below.name, below.definition, segments)
    return found


def _scopes(tree: Tree, shape: MarketShape | None, outline: Outline, words: Words) -> dict[str, Scope]:
    """The neighbouring fields of rival figures; their tags are looked up even if the rest of the file is faulty."""
    found: dict[str, Scope] = {}
    wholes: dict[str, list[str]] = {}
    for code in tree.at("scopes").names() or ():
        branch = tree.at("scopes", code)
        includes, excludes = (branch.find_all((name,), words.tags) for name in ("includes", "excludes"))
        wholes[code] = list(branch.find_all(("part_of",), outline.scopes))
        if shape:
            below = shape.scopes[code]
            found[code] = Scope(
                code, below.name, below.relation, below.definition, includes, excludes, tuple(wholes[code])
            )
    for circle in circles(wholes):
        place = tree.at("scopes", circle[0]).place(("part_of",))
        path = " in ".join([*circle, circle[0]])
        outline.scopes.problems.add(place, f"a circle: {path}", "break it where it isn't true")
    return found


def _headline(tree: Tree, claims: Register[Claim]) -> Headline:
    """The claims that lead, each of the kind that its name promises."""
    size, target = (_leading(tree, name, Role.SIZE, claims) for name in ("size", "target"))
    return Headline(size, target, _leading(tree, "growth", Role.GROWTH, claims))


def _leading(tree: Tree, name: str, role: Role, claims: Register[Claim]) -> Claim | None:
    path = ("headline", name)
    claim = tree.find(path, claims)
    if claim and claim.measure.role is not role:
        what = f"the claim {quoted(claim.id)} states a {claim.measure.role}"
        claims.problems.add(tree.place(path), what, f"name a claim that states a {role}")
    return claim


def _parents(tree: Tree, market_id: str, known: Known) -> tuple[str, ...]:
    """The markets that hold this one; circles show when all markets are read."""
    path = ("part_of",)
    found = tree.find_all(path, known.markets)
    items = tree.get(path)
    places = {
        str(name): tree.place((*path, at)) for at, name in enumerate(items if isinstance(items, list) else ())
    }
    known.parents[market_id] = {name: places[name] for name in found}
    return found


def _accepted_findings(tree: Tree, shape: MarketShape) -> tuple[AcceptedFinding, ...]:
    return tuple(
        AcceptedFinding(accepted.finding, accepted.reason, tree.place(("accepted_findings", at)))
        for at, accepted in enumerate(shape.accepted_findings)
    )
