"""Observations: the claims of a market, one row each."""

from collections.abc import Iterable
from dataclasses import replace

from scripts.load.csv_table import Columns, Row
from scripts.load.folder import Folder
from scripts.load.outline import Outline
from scripts.load.problems import quoted
from scripts.load.register import Names, Register
from scripts.load.validation import check
from scripts.model import TOTAL, Claim, Rank, Role, Status
from scripts.model.fields import MAX_CODE, file_fields
from scripts.model.market import is_forecast_at

FILE = "observations.csv"
NEEDED = ("measure", "period", "value", "unit", "source")
OF_ONE_TIME = {Role.SIZE, Role.VOLUME, Role.SHARE}
ONE_TIME = "write a year such as 2024, a quarter, a month, or months as 2023-04/2024-03"


def observation_columns(dimensions: tuple[str, ...], extra: bool = False) -> Columns:
    """The columns of observations.csv for a market with these dimensions, in the order we write them."""
    first = ("id", "measure", "scope")
    rest = ("region", "period", "value", "qualifier", "unit", "status", "rank", "rank_reason")
    last = (name for name in file_fields(Claim) if name not in (*first, *rest))
    return Columns((*first, *dimensions, *rest, *last), NEEDED, extra)


def read_observations(folder: Folder, outline: Outline, names: Names) -> Register[Claim]:
    """Read the claims of a market; an older edition of a series is superseded, whole, where a newer one is there."""
    columns = observation_columns(tuple(outline.dimensions), extra=not outline.complete)
    table = folder.csv(FILE, columns)
    claims: Register[Claim] = Register("claim", folder.file(FILE), folder.problems, typed_figure=True)
    claims.names, claims.complete = set(table.broken_ids), table.complete
    for row in table.rows:
        claim = _claim(row, outline, names, dict.fromkeys(table.header))
        name = row.value.get("id", "") or (claim.id if claim else "")
        outline.ids.enter(name, row, claim, claims)
        if claim and "id" not in row.value:
            outline.made_ids.append(name)
    for name in _superseded(claims.entries.values()):
        claims.entries[name] = replace(claims.entries[name], superseded=True)
    return claims


def _claim(row: Row, outline: Outline, names: Names, header: Iterable[str]) -> Claim | None:
    problems, before = names.problems, len(names.problems)
    segments = _segments(row, outline, header)
    given = {"region": outline.geography, "segments": segments, "place": row.place()}
    claim = check(Claim, row.pick(file_fields(Claim)), names, **given)
    if claim is None:
        return None
    period = claim.period
    is_one = period and (not period.is_interval or period.start.length == 1)
    if claim.measure.role in OF_ONE_TIME and not is_one:
        what = f"{quoted(claim.measure.code)} without its one time"
        problems.add(row.place(("period",)), what, ONE_TIME)
    if claim.rank is not Rank.NORMAL and not claim.rank_reason:
        problems.add(row.place(("rank_reason",)), f"the rank is {claim.rank} without a reason", "say why")
    claim = _completed(claim, row, outline, names)
    return None if len(problems) > before else claim


def _segments(row: Row, outline: Outline, header: Iterable[str]) -> dict[str, str]:
    """The segment of each dimension that the row names; a dimension without a column is not broken down."""
    found: dict[str, str] = {}
    for dimension, segments in outline.dimensions.items():
        if dimension not in header:
            found[dimension] = TOTAL
        elif dimension not in row.value:
            what = f"no segment of {quoted(dimension)}"
            segments.problems.add(row.place((dimension,)), what, "write the code of a segment, or total")
        elif segment := segments.find(row.value[dimension], row.place((dimension,))):
            found[dimension] = segment
    return found


def _completed(claim: Claim, row: Row, outline: Outline, names: Names) -> Claim:
    """What follows from source and market: the region as the source draws it, the fiscal calendar, status and id."""
    source, period, status = claim.source, claim.period, claim.status
    region = source.placed(claim.region) if source else claim.region
    if period and period.is_fiscal:
        calendar = (source and source.fiscal_year) or outline.fiscal_year
        if calendar is None:
            cure = 'add "fiscal_year: {starts: "04", named_by: end}" to the source or to market.yml'
            names.problems.add(row.place(("period",)), f"{quoted(period.text)} of an unknown calendar", cure)
        else:
            period = period.within(calendar)
    if "status" not in row.value and period:
        expected = source and source.published and is_forecast_at(period, source.published)
        status = Status.FORECAST if expected else Status.ESTIMATE
    made = claim.id or _made_id(claim, outline)
    if len(made) > MAX_CODE:
        what = f"an id of {len(made)} characters made from the row"
        names.problems.add(row.place(("id",)), what, "write a shorter one")
    return replace(claim, region=region, period=period, status=status, id=made)


def _made_id(claim: Claim, outline: Outline) -> str:
    """What a row is about, in codes: measure, scope, segments, region, period."""
    parts = [claim.measure.code, claim.scope, *(code for code in claim.segments.values() if code != TOTAL)]
    parts.append(claim.region.code if claim.region.code != outline.geography else "")
    parts.append(claim.period.text.lower().replace("/", "-") if claim.period else "")
    return "-".join(part for part in parts if part)


def _superseded(claims: Iterable[Claim]) -> list[str]:
    """Claims of all editions of a series but the one that leads: the newest, unless another is preferred.

    The leading edition replaces the others in whatever it speaks of, whole: in sizes with their shares, growth and ranks.
    """
    editions: dict[str, dict[str, list[Claim]]] = {}
    for claim in claims:
        if claim.source and claim.source.series:
            editions.setdefault(claim.source.edition_of, {}).setdefault(claim.source.id, []).append(claim)
    found: list[str] = []
    for of_series in editions.values():
        leading = max(of_series, key=lambda name: _leads(of_series[name]))
        spoken_of = {_subject(claim) for claim in of_series[leading]}
        older = [claim for name, some in of_series.items() if name != leading for claim in some]
        found += [claim.id for claim in older if _subject(claim) in spoken_of]
    return found


def _subject(claim: Claim) -> str:
    """The measure of which a claim speaks, be it by a share or a growth of it."""
    return claim.measure.of or claim.measure.code


def _leads(claims: list[Claim]) -> tuple[bool, str, str]:
    source = claims[0].source
    assert source
    preferred = any(claim.rank is Rank.PREFERRED for claim in claims)
    return preferred, source.published.text if source.published else "", source.id
