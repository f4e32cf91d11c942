"""Sparklines: a market's path as the `d` of one SVG path, for a table's cell."""

from scripts.derive import Derivations

WIDTH, HEIGHT = 100, 28


def sparkline(derivations: Derivations) -> str | None:
    """The path from base to target in a view box of 0 0 100 28, from zero up; none where there is no outlook."""
    out = derivations.outlook
    if out is None:
        return None
    values = [float(year.value.point) for year in out.path]
    low, high = min(0.0, *values), max(0.0, *values)
    if high == low:
        return None
    places = [
        f"{step / (len(values) - 1) * WIDTH:.1f},{HEIGHT - (value - low) / (high - low) * HEIGHT:.1f}"
        for step, value in enumerate(values)
    ]
    return "M" + "L".join(places)
