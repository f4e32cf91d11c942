"""Trials: the proportion of patients who responded, with its exact interval, which small trials leave wide."""

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, enumerated, sources_of
from scripts.charts.frame import written
from scripts.charts.rows import axis, rows
from scripts.charts.theme import ACCENT, INK
from scripts.charts.typography import width
from scripts.derive import Derivations, Trial
from scripts.model import Market

GAP = 10


def trials(market: Market, derivations: Derivations) -> tuple[Figure, ...]:
    """The figure, where a study publishes both its patients and its responders."""
    found = sorted(derivations.trials, key=lambda trial: -trial.response.point)
    if not found:
        return ()
    return (
        Figure(
            id="trials",
            market=market.id,
            title=_title(found),
            subtitle="Patients who responded, per cent; bars are exact 95 % intervals; endpoints differ",
            reading="The fewer the patients, the longer the bar: trials are not compared here, but each with its doubt.",
            sources=sources_of(claim for trial in found for claim in (trial.responders, trial.n)),
            alt=_alt(found),
            columns=("Study", "Endpoint", "Responders", "Patients", "Proportion", "95 % interval", "Source"),
            rows=tuple(_row(trial) for trial in found),
            wide=_draw(found, wide=True),
            narrow=_draw(found, wide=False),
            marks=len(found),
        ),
    )


def _percent(trial: Trial) -> str:
    return notation.rate(trial.response)


def _interval(trial: Trial) -> str:
    low, high = (notation.number(end, 1) for end in (trial.response.low, trial.response.high))
    return f"{low} to {notation.share(high)}"


def _count(trial: Trial) -> str:
    return f"{notation.bare(trial.responders)} of {notation.bare(trial.n)}"


def _title(found: list[Trial]) -> str:
    if len(found) == 1:
        only = found[0]
        return (
            f"{_count(only)} patients responded, {_percent(only)}: the interval runs from {_interval(only)}"
        )
    sizes = [int(trial.n.printed.value) for trial in found]
    patients = f"{min(sizes):,} to {max(sizes):,}" if min(sizes) < max(sizes) else f"{max(sizes):,}"
    arms = notation.counted(len(found), "trial arm")
    ends = f"between {_percent(found[-1])} and {_percent(found[0])}"
    ends = ends if found[0].response.point > found[-1].response.point else f"{_percent(found[0])} in each"
    return f"{arms[:1].upper()}{arms[1:]} of {patients} patients: response {ends}"


def _alt(found: list[Trial]) -> str:
    told = [
        f"{trial.study.title}: {_count(trial)}, {_percent(trial)}, interval {_interval(trial)}"
        for trial in found
    ]
    return f"Points with intervals. {enumerated(told)}."


def _row(trial: Trial) -> Row:
    counts = notation.bare(trial.responders), notation.bare(trial.n)
    source = notation.publisher(trial.responders)
    endpoint = trial.study.endpoint or "not stated"
    cells = (trial.study.title, endpoint, *counts, _percent(trial), _interval(trial), source)
    response = (trial.response.id,)
    counted = (trial.responders.id,), (trial.n.id,)
    return Row(cells, trial.responders.id, ((), (), *counted, response, response))


def _draw(found: list[Trial], *, wide: bool) -> Specification:
    texts = [f"{_percent(trial)}, {_count(trial)}" for trial in found]
    beyond = max(width(text, bold=True) for text in texts) + 4 if wide else 18
    layout = rows(
        [trial.study.title for trial in found],
        (0, 100),
        wide=wide,
        beyond=beyond + GAP,
        beside=max(width(text, bold=True) for text in texts) + GAP,
        axis=True,
    )
    drawing, frame = Drawing(layout.frame), layout.frame
    axis(drawing, layout, written, notation.share)
    middles = [layout.middle(row) for row in range(len(found))]
    ranges = zip(found, middles, strict=True)
    drawing.rules([(float(t.response.low), y, float(t.response.high), y) for t, y in ranges], ACCENT, 3)
    drawing.points(
        [
            Mark(float(trial.response.point), y, f"{trial.study.title}: {text}, interval {_interval(trial)}")
            for trial, text, y in zip(found, texts, middles, strict=True)
        ],
        ACCENT,
        size=110,
    )
    for row, (trial, text) in enumerate(zip(found, texts, strict=True)):
        if wide:
            drawing.word(layout.name(row, trial.study.title))
            end = frame.value_across(frame.across(float(trial.response.high)) + GAP)
            drawing.word(Word(end, middles[row], text, "left", INK, True))
        else:
            drawing.word(layout.name(row, trial.study.title))
            drawing.word(
                Word(frame.value_across(frame.width - 2), layout.above(row), text, "right", INK, True)
            )
    return drawing.specification()
