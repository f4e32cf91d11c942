"""Observations: the claims of a market, one row each."""

from collections.abc import Mapping

from scripts.load.boundary import check
from scripts.load.csv_table import Row
from scripts.load.folder import Folder
from scripts.load.outline import Outline
from scripts.load.problems import quoted
from scripts.load.register import Known, Register
from scripts.load.rows import ObservationShape, observation_columns
from scripts.model import Claim, Measure, Period, Printed, Rank, Role

FILE = "observations.csv"
LOSS_OF_ALL = -100
COLUMNS = tuple(ObservationShape.model_fields)


def read_observations(folder: Folder, outline: Outline, known: Known) -> Register[Claim]:
    """Read the claims of a market."""
    columns = observation_columns(tuple(outline.dimensions))
    table = folder.csv(FILE, columns, extra=not outline.complete)
    claims: Register[Claim] = Register("claim", folder.file(FILE), folder.problems)
    claims.names, claims.complete = set(table.broken_ids), table.complete
    for row in table.rows:
        outline.ids.enter(row, _claim(row, outline, known), claims)
    return claims


def _claim(row: Row, outline: Outline, known: Known) -> Claim | None:
    problems, words = known.problems, known.words
    before = len(problems)
    shape = check(ObservationShape, row.pick(COLUMNS), problems)
    segments = _segments(row, outline)
    measure, unit = row.find("measure", words.measures), row.find("unit", words.units)
    region, source = row.find("region", words.regions), row.find("source", known.sources)
    row.find("scope", outline.scopes)
    if measure and unit and unit.code not in measure.units:
        cure = f"use one of {', '.join(measure.units)}, or allow it in {words.measures.home}"
        problems.add(
            row.place(("unit",)),
            f"unit {quoted(unit.code)} does not fit measure {quoted(measure.code)}",
            cure,
        )
    if shape is None or measure is None or unit is None or region is None:
        return None
    _check_period(row, measure, shape.period, known)
    _check_value(row, measure, Printed(shape.value), known)
    if shape.rank is not Rank.NORMAL and not shape.rank_reason:
        problems.add(row.place(("rank_reason",)), f"the rank is {shape.rank} without a reason", "say why")
    if len(problems) > before:
        return None
    return Claim(
        id=shape.id,
        measure=measure,
        scope=shape.scope,
        segments=segments,
        region=region,
        period=shape.period,
        printed=Printed(shape.value, shape.qualifier),
        unit=unit,
        status=shape.status,
        rank=shape.rank,
        rank_reason=shape.rank_reason,
        source=source,
        locator=shape.locator,
        note=shape.note,
        revision_reason=shape.revision_reason,
        place=row.place(),
    )


def _segments(row: Row, outline: Outline) -> Mapping[str, str]:
    """The segment of each dimension that the row names."""
    found: dict[str, str] = {}
    for dimension, segments in outline.dimensions.items():
        if dimension not in row.value:
            cure = "write the code of a segment, or total"
            segments.problems.add(row.place((dimension,)), f"no segment of {quoted(dimension)}", cure)
        elif segment := row.find(dimension, segments):
            found[dimension] = segment
    return found


def _check_period(row: Row, measure: Measure, period: Period | None, known: Known) -> None:
    """A rate has two ends, a size or share is of one time; of other measures a source may leave it open."""
    place, kind = row.place(("period",)), quoted(measure.code)
    if measure.role is Role.GROWTH and not (period and period.is_interval):
        known.problems.add(place, f"{kind} without both years", "write an interval such as 2024/2034")
    elif measure.role in {Role.SIZE, Role.SHARE} and not (period and not period.is_interval):
        known.problems.add(
            place, f"{kind} without its one time", "write a year such as 2024, a month or a day"
        )


def _check_value(row: Row, measure: Measure, printed: Printed, known: Known) -> None:
    """Only growth may be negative, and nothing can shrink by all there is or more."""
    place, kind = row.place(("value",)), quoted(measure.code)
    if measure.role is Role.GROWTH and printed.value <= LOSS_OF_ALL:
        known.problems.add(
            place, f"{kind} at or below {LOSS_OF_ALL} per cent a year", "check the sign and the digits"
        )
    elif measure.role is not Role.GROWTH and printed.value < 0:
        known.problems.add(place, f"{kind} below zero", "check the sign; only growth may be negative")
