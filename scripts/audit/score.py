"""The quality score: a plain mean of parts that are each shown with their counts, never a grade on its own."""

from dataclasses import dataclass
from fractions import Fraction

from scripts.audit.report import Report
from scripts.derive.coverage import Line, State
from scripts.derive.origins import origins
from scripts.model import Market, Verdict

KNOWN = {State.PUBLISHED, State.DERIVED}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the score, from 0 to 1: its name, the counts it comes from in words, what it asks."""

    name: str
    counts: str
    asks: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class Score:
    """The parts, and their mean; what a market lacks counts as nothing rather than being left out."""

    parts: tuple[Part, ...]

    @property
    def value(self) -> Fraction:
        """The mean of the parts, from 0 to 1."""
        return sum((part.value for part in self.parts), Fraction(0)) / len(self.parts)

    @property
    def per_cent(self) -> int:
        """The mean in per cent, half up; finer digits would mean nothing."""
        return int(self.value * 100 + Fraction(1, 2))


def score(market: Market, report: Report, lines: tuple[Line, ...]) -> Score:
    """How well a market's figures could be checked, and how they stood: the mean of five parts.

    1. Checks: cases that the rules examined and found sound, of all that they examined.
    2. Breadth: rules that had something to examine, of all rules. A handful of claims leaves most rules idle.
    3. Voices: 1 - 1/n for n independent publishers of the market's own figures: one voice 0, two a half, four three quarters.
    4. Facts: checks by independent publications that confirmed (in part: a half), of all made; none made counts as none confirmed.
    5. Coverage: sizes, shares and rates of the market, its segments and regions, published or following, of all that could be.

    Each part is a count of things that are listed on the page; nothing is weighed. Ten checks of which nine hold (0.9),
    five of ten rules with cases (0.5), two voices (0.5), one of two facts confirmed (0.5) and six of ten cells (0.6) make
    (0.9 + 0.5 + 0.5 + 0.5 + 0.6) / 5 = 60 %.
    """
    passed, examined, rules = report.passed, report.examined, len(report.rules)
    active, voices = rules - len(report.idle), origins(market).own_voices
    verdicts = [check.verdict for check in market.fact_checks]
    sure, partly = verdicts.count(Verdict.VERIFIED), verdicts.count(Verdict.PARTLY_VERIFIED)
    facts = f"{sure} confirmed, {partly} in part, of {len(verdicts)}" if verdicts else "none checked"
    cells = [cell for line in lines for cell in line.cells if cell.state != State.WHOLE]
    known = sum(cell.state in KNOWN for cell in cells)
    voice = f"{voices} independent publisher{'' if voices == 1 else 's'}"
    told, of = f"{known} of {len(cells)} figures", len(verdicts)
    holding = f"{passed:,} of {examined:,} passed"
    parts = (
        _part("Checks", holding, "Do the claims fit each other?", passed, examined),
        _part("Breadth", f"{active} of {rules} rules had cases", "Was there enough to check?", active, rules),
        _part("Voices", voice, "Does more than one publisher speak?", voices - 1, voices),
        _part("Facts", facts, "Do independent publications agree?", sure + Fraction(partly, 2), of),
        _part("Coverage", told, "How much of the market is told?", known, len(cells)),
    )
    return Score(parts)


def _part(name: str, counts: str, asks: str, some: int | Fraction, all_: int) -> Part:
    return Part(name, counts, asks, Fraction(some) / all_ if all_ else Fraction(0))
