"""Quality: in each market, how many rules hold and how many find something; never a grade."""

from collections.abc import Sequence

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.entry import PORTFOLIO, Entry
from scripts.charts.figure import Figure, Row, Specification, enumerated
from scripts.charts.rows import rows
from scripts.charts.theme import ACCENT, INK, PAPER, WARN
from scripts.charts.typography import brief, width

GAP = 8


def standings(entries: Sequence[Entry]) -> tuple[Figure, ...]:
    """The figure, where at least one market has claims to check."""
    found = [entry for entry in entries if entry.market.claims]
    if not found:
        return ()
    found.sort(key=lambda entry: (-len(entry.report.failing), entry.name))
    return (
        Figure(
            id="quality",
            market=PORTFOLIO,
            title=_title(found),
            subtitle="Rules applied to each market’s claims, by what they found",
            reading="Green rules hold, the others find something; a market with more claims gives them more to find.",
            sources=(),
            alt=f"Bars of rules by market. {enumerated([f'{e.name}: {_text(e)}' for e in found])}.",
            columns=("Market", "Rules that hold", "Rules that find something", "Findings", "Claims"),
            rows=tuple(_row(entry) for entry in found),
            wide=_draw(found, wide=True),
            narrow=_draw(found, wide=False),
            marks=sum(1 for entry in found for count in _counts(entry) if count),
        ),
    )


def _counts(entry: Entry) -> tuple[int, int]:
    return len(entry.report.holding), len(entry.report.failing)


def _text(entry: Entry) -> str:
    holding, failing = _counts(entry)
    return f"{holding} hold, {failing} {'finds' if failing == 1 else 'find'} something"


def _title(found: Sequence[Entry]) -> str:
    failing = [len(entry.report.failing) for entry in found]
    rules = len(found[0].report.rules)
    if len(found) == 1:
        return f"{brief(found[0].name)}: {failing[0]} of {rules} rules find something"
    if not any(failing):
        return f"In none of {notation.counted(len(found), 'market')} does a rule find anything"
    some = sum(1 for count in failing if count)
    most = [entry for entry, count in zip(found, failing, strict=True) if count == failing[0]]
    which = f"In {some} of {notation.counted(len(found), 'market')} a rule finds something"
    return f"{which}, most in {brief(most[0].name)}" if len(most) == 1 else which


def _row(entry: Entry) -> Row:
    holding, failing = _counts(entry)
    counts = (holding, failing, len(entry.report.findings), len(entry.market.claims))
    return Row((entry.name, *(f"{count:,}" for count in counts)))


def _draw(found: Sequence[Entry], *, wide: bool) -> Specification:
    rules = len(found[0].report.rules)
    beyond = max(width(_text(entry)) for entry in found) + GAP + 2 if wide else 0
    beside = 0 if wide else max(width(_text(entry)) for entry in found) + 2 * GAP
    layout = rows([entry.name for entry in found], (0, rules), wide=wide, beyond=beyond, beside=beside)
    drawing, frame = Drawing(layout.frame), layout.frame
    for part, colour, word in ((0, ACCENT, "hold"), (1, WARN, "find something")):
        marks = []
        for row, entry in enumerate(found):
            counts = _counts(entry)
            if counts[part]:
                start = counts[0] if part else 0
                upper, lower = layout.edges(row)
                says = f"{entry.name}: {counts[part]} {word}"
                marks.append(Mark(start, upper, says, start + counts[part], lower))
        drawing.bars(marks, colour, stroke=PAPER)
    for row, entry in enumerate(found):
        drawing.word(layout.name(row, entry.name))
        if wide:
            place = Word(
                frame.value_across(frame.across(rules) + GAP), layout.middle(row), _text(entry), "left", INK
            )
        else:
            place = Word(frame.value_across(frame.width - 2), layout.above(row), _text(entry), "right", INK)
        drawing.word(place)
    return drawing.specification()
