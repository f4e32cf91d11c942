"""Silence: what no source publishes, as far as its readers should know."""

from collections.abc import Iterable, Mapping

from scripts.derive import REGION, Breakdown, Triangle
from scripts.notation import lower_first


def silent(breakdowns: Iterable[Breakdown]) -> Mapping[tuple[str, str], str]:
    """Names of segments and regions by dimension and code of which neither share nor size is published.

    Lists that do not claim to be whole have no such parts, and what is left of a list is no part of it.
    """
    found: dict[tuple[str, str], str] = {}
    told: set[tuple[str, str]] = set()
    for breakdown in breakdowns:
        for part in breakdown.parts:
            key = breakdown.code, part.code
            if part.share or part.size:
                told.add(key)
            elif breakdown.code == REGION:
                found[key] = part.name
            elif not (part.residual or breakdown.is_open):
                found[key] = lower_first(part.name)
    return {key: name for key, name in found.items() if key not in told}


def unpublished_base(triangle: Triangle) -> int:
    """The year whose value a rate would count from, where its source does not publish that."""
    assert triangle.start.period  # sizes have one
    return triangle.start.period.start.year + 1
