"""Growth check: the rate that a source states beside the rate that joins its own two sizes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, enumerated, sources_of
from scripts.charts.frame import written
from scripts.charts.rows import Rows, axis, rows
from scripts.charts.subtitles import dated
from scripts.charts.theme import ACCENT, INK, MUTED, PAPER, WARN
from scripts.charts.typography import width
from scripts.charts.verdicts import FAILS, FITS, OPEN, Verdict, verdict, verdicts
from scripts.derive import Derivations, Estimate, Triangle
from scripts.model import Computed, Market, Rank

MOST = 10
GAP = 10


@dataclass(frozen=True, slots=True)
class Check:
    """A stated rate and the implied one; `own` where it is of the market itself and whole, `drawn` where it is no part."""

    name: str
    own: bool
    drawn: bool
    triangle: Triangle
    implied: Computed
    verdict: Verdict

    @property
    def stated(self) -> Decimal:
        """The stated rate in per cent a year."""
        return self.triangle.growth.printed.value

    @property
    def gap(self) -> Decimal:
        """Percentage points between the two."""
        return abs(self.implied.point - self.stated)

    @property
    def stated_text(self) -> str:
        """The stated rate as printed."""
        return notation.compact(self.triangle.growth)

    @property
    def implied_text(self) -> str:
        """The implied rate, as a reader finds it from the printed digits; its interval is drawn."""
        decimals = min(max(self.triangle.growth.printed.decimals, 1), 2)
        return notation.rate(self.implied, decimals)

    @property
    def interval(self) -> tuple[float, float]:
        """What the printed digits leave open."""
        return float(self.implied.low), float(self.implied.high)

    @property
    def standing(self) -> int:
        """Whether the figures fit, might from a base that is not published, or do not."""
        return self.verdict.standing


def growth_check(market: Market, derivations: Derivations) -> tuple[Figure, ...]:
    """The figure, where any source states a rate and both sizes that it should join."""
    checks = _checks(market, derivations)
    if not checks:
        return ()
    whole = [check for check in checks if check.drawn]
    shown = (whole or checks)[:MOST]
    left = len(checks) - len(shown)
    rest = f" {notation.capital(notation.counted(left, 'further rate'))} in the table." if left else ""
    claims = [
        c for check in checks for c in (check.triangle.growth, check.triangle.start, check.triangle.end)
    ]
    return (
        Figure(
            id="growth-check",
            market=market.id,
            title=_title(checks),
            subtitle="Growth a year, per cent: as stated, and as the two sizes beside it imply; largest gap first",
            reading=f"Filled: stated. Hollow: implied by the same source’s sizes, with what their digits leave open.{rest}",
            sources=sources_of(claims),
            alt=_alt(shown),
            columns=("Source and years", "Stated", "Implied", "Sizes", "Verdict"),
            rows=tuple(_row(check) for check in checks),
            wide=_draw(shown, wide=True),
            narrow=_draw(shown, wide=False),
            marks=2 * len(shown),
        ),
    )


def _checks(market: Market, derivations: Derivations) -> list[Check]:
    """All triangles, those that do not fit first, and among them the largest gap."""
    known = verdicts(market)
    found = [
        Check(
            _name(market, estimate, triangle),
            estimate.own and estimate.is_whole,
            estimate.is_whole,
            triangle,
            triangle.implied,
            verdict(triangle, known),
        )
        for estimate in derivations.estimates
        for triangle in estimate.triangles
        if triangle.implied
    ]
    return sorted(found, key=lambda check: (-check.standing, -check.gap, check.name))


def _name(market: Market, estimate: Estimate, triangle: Triangle) -> str:
    """Who says it, for which years, of what: scope, segments and region in full."""
    rate = triangle.growth
    rejected = ", rejected" if rate.rank == Rank.DEPRECATED else ""
    years = f"{dated(triangle.start)} to {dated(triangle.end)}"
    about = market.scopes[estimate.scope].name if estimate.scope else market.short_title
    lead = market.lead
    of = triangle.end.measure
    measure = [notation.lower_first(of.name)] if lead and of.code != lead.measure.code else []
    region = [rate.region.name] if estimate.region != market.geography.code else []
    told = [about, *measure, *notation.segments(market, rate), *region]
    return f"{notation.publisher(rate)}, {years}{rejected}, {', '.join(told)}"


def _title(checks: Sequence[Check]) -> str:
    """How many rates do not fit, and how many might."""
    counts = Counter(check.standing for check in checks)
    failing, open_ = counts[FAILS], counts[OPEN]
    if len(checks) == 1:
        alone = {
            FITS: "The stated growth fits the sizes beside it",
            OPEN: f"The stated growth {checks[0].verdict.words}",
            FAILS: "The stated growth does not fit the sizes beside it",
        }
        return alone[checks[0].standing]
    if not failing and not open_:
        all_of = "Both" if len(checks) == 2 else f"All {notation.in_words(len(checks))}"
        return f"{all_of} stated growth rates fit the sizes beside them"
    verb = "does not fit the sizes beside it" if failing == 1 else "do not fit the sizes beside them"
    told = [f"{notation.in_words(failing)} {verb}"] if failing else []
    if open_ == 1:
        told.append(f"one {next(check.verdict.words for check in checks if check.standing == OPEN)}")
    elif open_:
        told.append(f"{notation.in_words(open_)} fit only from a year that is not published")
    return f"Of {notation.counted(len(checks), 'stated growth rate')}, {notation.listing(told)}"


def _alt(shown: Sequence[Check]) -> str:
    told = enumerated([f"{c.name}: stated {c.stated_text}, implied {c.implied_text}" for c in shown])
    return f"Pairs of points, stated and implied growth a year. {told}."


def _row(check: Check) -> Row:
    sizes = f"{notation.full(check.triangle.start)} to {notation.full(check.triangle.end)}"
    implied = f"{check.implied_text} ({notation.span(check.implied)})"
    cells = (check.name, check.stated_text, implied, sizes, check.verdict.words)
    stated, start, end = (c.id for c in (check.triangle.growth, check.triangle.start, check.triangle.end))
    return Row(cells, stated, ((), (stated,), (check.implied.id,), (start, end)))


def _draw(shown: Sequence[Check], *, wide: bool) -> Specification:
    rates = [rate for check in shown for rate in (float(check.stated), *check.interval)]
    low, high = min(0.0, *rates), max(0.0, *rates)
    high = high if high > low else low + 1
    beyond = max(width(text) for check in shown for text in (check.stated_text, check.implied_text)) + GAP + 8
    layout = rows([check.name for check in shown], (low, high), wide=wide, beyond=beyond, axis=True)
    if low < 0:  # the left-hand label of a negative rate needs room as well
        room = (high - low) / max(layout.frame.inner_width - beyond, 1) * beyond
        layout = rows(
            [check.name for check in shown], (low - room, high), wide=wide, beyond=beyond, axis=True
        )
    drawing = Drawing(layout.frame)
    axis(drawing, layout, written, notation.share)
    ends = [(float(check.stated), float(check.implied.point)) for check in shown]
    middles = [layout.middle(row) for row in range(len(shown))]
    drawing.rules([(a, y, b, y) for (a, b), y in zip(ends, middles, strict=True)], MUTED)
    for standing, colour in ((FITS, ACCENT), (OPEN, MUTED), (FAILS, WARN)):
        chosen = [row for row, check in enumerate(shown) if check.standing == standing]
        stated = [
            Mark(ends[r][0], middles[r], f"{shown[r].name}: stated {shown[r].stated_text}") for r in chosen
        ]
        implied = [
            Mark(ends[r][1], middles[r], f"{shown[r].name}: implied {shown[r].implied_text}") for r in chosen
        ]
        drawing.rules(
            [(shown[r].interval[0], middles[r], shown[r].interval[1], middles[r]) for r in chosen], colour, 4
        )
        drawing.points(implied, colour, fill=PAPER)
        drawing.points(stated, colour, size=50)
    for row, check in enumerate(shown):
        drawing.word(layout.name(row, check.name, INK, bold=check.own))
        _name_ends(drawing, layout, check, middles[row])
    return drawing.specification()


def _name_ends(drawing: Drawing, layout: Rows, check: Check, y: float) -> None:
    """Both rates outside the pair; where the left one would run over the edge or the name, both stand right of it."""
    frame = layout.frame
    pair = [(float(check.stated), check.stated_text), (float(check.implied.point), check.implied_text)]
    (low, low_text), (high, high_text) = sorted(pair, key=lambda end: end[0])
    low, high = min(low, check.interval[0]), max(high, check.interval[1])
    start = frame.across(low) - GAP - width(low_text)
    if low_text == high_text or start < frame.left:
        both = high_text if low_text == high_text else f"{low_text}, {high_text}"
        drawing.word(Word(frame.value_across(frame.across(high) + GAP), y, both, colour=INK))
        return
    drawing.word(Word(frame.value_across(frame.across(low) - GAP), y, low_text, "right", INK))
    drawing.word(Word(frame.value_across(frame.across(high) + GAP), y, high_text, colour=INK))
