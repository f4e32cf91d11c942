"""Quality: in each market, how many rules hold and how many find something; never a grade."""

from collections.abc import Sequence

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, enumerated
from scripts.charts.member import Member
from scripts.charts.rows import rows
from scripts.charts.theme import ACCENT, INK, PAPER, WARN
from scripts.charts.typography import brief, width
from scripts.model import PORTFOLIO

GAP = 8


def standings(members: Sequence[Member]) -> tuple[Figure, ...]:
    """The figure, where at least two markets have claims to check."""
    found = [member for member in members if member.market.claims]
    if len(found) < 2:
        return ()
    found.sort(key=lambda member: (-len(member.report.failing), member.name))
    return (
        Figure(
            id="quality",
            market=PORTFOLIO,
            title=_title(found),
            subtitle="Rules applied to each market’s claims, by what they found",
            reading="Green rules hold, the others find something; where a bar ends early, the rest had nothing to examine.",
            sources=(),
            alt=f"Bars of rules by market. {enumerated([f'{e.name}: {_text(e)}' for e in found])}.",
            columns=("Market", "Rules that hold", "Rules that find something", "Findings", "Claims"),
            rows=tuple(_row(member) for member in found),
            wide=_draw(found, wide=True),
            narrow=_draw(found, wide=False),
            marks=sum(1 for member in found for count in _counts(member) if count),
        ),
    )


def _counts(member: Member) -> tuple[int, int]:
    return len(member.report.holding), len(member.report.failing)


def _text(member: Member) -> str:
    holding, failing = _counts(member)
    return f"{holding} hold, {failing} {'finds' if failing == 1 else 'find'} something"


def _title(found: Sequence[Member]) -> str:
    failing = [len(member.report.failing) for member in found]
    if not any(failing):
        return f"In none of {notation.counted(len(found), 'market')} does a rule find anything"
    some = sum(1 for count in failing if count)
    most = [member for member, count in zip(found, failing, strict=True) if count == failing[0]]
    where = f"{notation.in_words(some)} of {notation.counted(len(found), 'market')}"
    if some == len(found):
        where = "both markets" if some == 2 else f"all {notation.counted(some, 'market')}"
    which = f"In {where} a rule finds something"
    return f"{which}, most in {brief(most[0].name)}" if len(most) == 1 else which


def _row(member: Member) -> Row:
    holding, failing = _counts(member)
    counts = (holding, failing, len(member.report.findings), len(member.market.claims))
    return Row((member.name, *(f"{count:,}" for count in counts)))


def _draw(found: Sequence[Member], *, wide: bool) -> Specification:
    rules = len(found[0].report.rules)
    beyond = max(width(_text(member)) for member in found) + GAP + 2 if wide else 0
    beside = 0 if wide else max(width(_text(member)) for member in found) + 2 * GAP
    layout = rows([member.name for member in found], (0, rules), wide=wide, beyond=beyond, beside=beside)
    drawing, frame = Drawing(layout.frame), layout.frame
    for part, colour, word in ((0, ACCENT, "hold"), (1, WARN, "find something")):
        marks = []
        for row, member in enumerate(found):
            counts = _counts(member)
            if counts[part]:
                start = counts[0] if part else 0
                upper, lower = layout.edges(row)
                says = f"{member.name}: {counts[part]} {word}"
                marks.append(Mark(start, upper, says, start + counts[part], lower))
        drawing.bars(marks, colour, stroke=PAPER)
    for row, member in enumerate(found):
        drawing.word(layout.name(row, member.name))
        if wide:
            place = Word(
                frame.value_across(frame.across(rules) + GAP), layout.middle(row), _text(member), "left", INK
            )
        else:
            place = Word(frame.value_across(frame.width - 2), layout.above(row), _text(member), "right", INK)
        drawing.word(place)
    return drawing.specification()
