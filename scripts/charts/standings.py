"""Quality: in each market, how many rules hold, and how many found a contradiction or something less; never a mark."""

from collections.abc import Sequence

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, enumerated
from scripts.charts.member import Member
from scripts.charts.rows import rows
from scripts.charts.theme import ACCENT, ACCENT_SOFT, INK, PAPER, WARN
from scripts.charts.typography import brief, width
from scripts.model import PORTFOLIO, Grade

GAP = 8


def standings(members: Sequence[Member]) -> tuple[Figure, ...]:
    """The figure, where at least two markets have claims to check."""
    found = [member for member in members if member.market.claims]
    if len(found) < 2:
        return ()
    found.sort(key=lambda m: (-_found(m, Grade.CONTRADICTION), -len(m.report.failing), m.name))
    return (
        Figure(
            id="quality",
            market=PORTFOLIO,
            title=_title(found),
            subtitle="Rules applied to each market’s claims, by what they found",
            reading="Green rules hold, orange ones found a contradiction, pale ones an open question or a note; "
            "where a bar ends early, the rest had nothing to examine.",
            sources=(),
            alt=f"Bars of rules by market. {enumerated([f'{e.name}: {_text(e)}' for e in found])}.",
            columns=(
                "Market",
                "Rules that hold",
                "Rules that find something",
                "Findings",
                "Contradictions",
                "Open questions",
                "Claims",
            ),
            rows=tuple(_row(member) for member in found),
            wide=_draw(found, wide=True),
            narrow=_draw(found, wide=False),
            marks=sum(1 for member in found for count in _counts(member) if count),
        ),
    )


def _found(member: Member, grade: Grade) -> int:
    return sum(finding.grade is grade for finding in member.report.findings)


def _counts(member: Member) -> tuple[int, int, int]:
    """Rules that hold, that found a contradiction, and that found something less."""
    grave = {f.rule for f in member.report.findings if f.grade is Grade.CONTRADICTION}
    failing = member.report.failing
    contradicted = sum(rule in grave for rule in failing)
    return len(member.report.holding), contradicted, len(failing) - contradicted


def _text(member: Member) -> str:
    holding, contradicted, less = _counts(member)
    failing = contradicted + less
    return f"{holding} hold, {failing} {'finds' if failing == 1 else 'find'} something"


def _title(found: Sequence[Member]) -> str:
    """In how many markets a source contradicts itself, and where most."""
    counts = [_found(member, Grade.CONTRADICTION) for member in found]
    if not any(counts):
        return f"In none of {notation.counted(len(found), 'market')} does a source contradict itself"
    some = sum(1 for count in counts if count)
    most = [member for member, count in zip(found, counts, strict=True) if count == counts[0]]
    where = f"{notation.in_words(some)} of {notation.counted(len(found), 'market')}"
    if some == len(found):
        where = "both markets" if some == 2 else f"all {notation.counted(some, 'market')}"
    which = f"In {where} a source contradicts itself"
    return f"{which}, most in {brief(most[0].name)}" if len(most) == 1 and some > 1 else which


def _row(member: Member) -> Row:
    report = member.report
    counts = (
        len(report.holding),
        len(report.failing),
        len(report.findings),
        _found(member, Grade.CONTRADICTION),
        _found(member, Grade.QUESTION),
        len(member.market.claims),
    )
    return Row((member.name, *(f"{count:,}" for count in counts)))


def _draw(found: Sequence[Member], *, wide: bool) -> Specification:
    rules = len(found[0].report.rules)
    beyond = max(width(_text(member)) for member in found) + GAP + 2 if wide else 0
    beside = 0 if wide else max(width(_text(member)) for member in found) + 2 * GAP
    layout = rows([member.name for member in found], (0, rules), wide=wide, beyond=beyond, beside=beside)
    drawing, frame = Drawing(layout.frame), layout.frame
    looks = ((ACCENT, "hold"), (WARN, "find a contradiction"), (ACCENT_SOFT, "find a question or a note"))
    for part, (colour, word) in enumerate(looks):
        marks = []
        for row, member in enumerate(found):
            counts = _counts(member)
            if counts[part]:
                start = sum(counts[:part])
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
