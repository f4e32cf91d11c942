"""Made-up markets to set side by side: each of its own name, with a headline in few words."""

from dataclasses import replace

from scripts.derive import compare, derive
from scripts.model import Comparison, Place, Status
from tests.factory import growth, market, size

PLACE = Place("data/comparisons.yml")


def named(name, *claims, **more):
    """A market whose headline is the claims `size`, `target` and `rate`, as far as they are there."""
    ids = {one.id for one in claims}
    leading = [part if part in ids else None for part in ("size", "target", "rate")]
    known = market(*claims, headline=leading, **more)
    return replace(
        known,
        id="".join(c for c in name.lower().replace(" ", "-") if c.isalnum() or c == "-"),
        short_title=name,
    )


def stated(name, value, year=2024, **more):
    """A market of one size and nothing else."""
    kept = {key: more.pop(key) for key in ("unit", "qualifier", "measure", "source") if key in more}
    return named(name, size(year, value, name="size", **kept), **more)


def path(name, base, rate, target=None, first=2024, last=2034, unit="usd-bn", **more):
    """A market that grows from a base at a rate, to a target if one is published."""
    claims = [size(first, base, unit, name="size"), growth(first, last, rate, name="rate")]
    claims += [size(last, target, unit, name="target", status=Status.FORECAST)] if target else []
    return named(name, *claims, **more)


def comparison(*markets, name="test"):
    """The comparison of these markets."""
    return Comparison(name, "A test", "Which is which?", tuple(one.id for one in markets), PLACE)


def compared(*markets, others=()):
    """What follows from comparing these markets; `others` are in the catalog, but not in the comparison."""
    known = {one.id: one for one in (*markets, *others)}
    return compare(comparison(*markets), known, {name: derive(one) for name, one in known.items()})
