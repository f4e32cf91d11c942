"""Breakdowns: a whole and its parts in one edition, one period, one measure; shares that follow; what nobody publishes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from scripts.derive import ids
from scripts.derive.units import PERCENT, in_base_units
from scripts.model import Claim, Computed, Market, Measure, Period, Quantity, Source, total
from scripts.notation import compact, lower_first, period, subject

REGION = "region"


@dataclass(frozen=True, slots=True)
class Part:
    """A segment or region with the share and the size that the source prints of it, if it prints them.

    `share` is of what is divided: the printed one, or one that follows from sizes or, of a part of a part, from the shares
    that both have of the market; none where neither is published.
    """

    code: str
    name: str
    residual: bool = False
    claim: Claim | None = None
    size: Claim | None = None
    share: Quantity | None = None

    @property
    def computed(self) -> Computed | None:
        """The share where it follows from the part's size."""
        return self.share if isinstance(self.share, Computed) else None

    @property
    def id(self) -> str:
        """The id of its share: that of the claim, or of the computed share."""
        return self.computed.id if self.computed else self.claim.id if self.claim else ""

    @property
    def stated(self) -> Claim:
        """The claim behind its share."""
        claim = self.claim or self.size
        assert claim  # the caller has looked
        return claim

    @property
    def written(self) -> str:
        """Its share within a sum that a reader redoes."""
        return f"{compact(self.stated)} as a share" if self.computed else compact(self.stated)


@dataclass(frozen=True)
class Breakdown:
    """A dimension, or one segment of it (`parent`), in one edition and period; `of` is the measure that is divided.

    `remainder` is what no part accounts for, in per cent; none where no share is known.
    """

    market: Market
    dimension: str
    parent: str
    scope: str
    of: Measure | None
    source: Source | None
    period: Period | None
    parts: tuple[Part, ...]
    whole: Claim | None
    remainder: Quantity | None
    segments: tuple[tuple[str, str], ...] = ()
    region: str = ""

    @property
    def code(self) -> str:
        """The dimension's code, or `region`."""
        return self.dimension

    @property
    def name(self) -> str:
        """What is divided by what: `End user`, `Europe by region`, `IT services by kind`."""
        by = "Region" if self.dimension == REGION else self.market.dimensions[self.dimension].name
        return f"{self.parent_name} by {lower_first(by)}" if self.parent else by

    @property
    def parent_name(self) -> str:
        """The segment or region that is divided, where it is not the market itself."""
        if self.dimension == REGION:
            said = (c.region for c in self.market.in_order if c.source == self.source)
            return next((region.name for region in said if region.code == self.parent), self.parent)
        return self.market.dimensions[self.dimension].segments[self.parent].name

    @property
    def is_open(self) -> bool:
        """Whether its source does not claim to list all parts."""
        return self.dimension == REGION or self.market.dimensions[self.dimension].open

    @property
    def of_code(self) -> str:
        """The code of the measure that is divided; empty where nothing is published."""
        return self.of.code if self.of else ""

    @property
    def source_id(self) -> str:
        """The id of who divides it; empty where nobody does."""
        return self.source.id if self.source else ""

    @property
    def year(self) -> str:
        """Its period as the data write it."""
        return self.period.text if self.period else ""

    @property
    def slug(self) -> str:
        """Dimension, parent and period, for addresses."""
        lead = self.market.lead
        other = self.of_code if lead and self.of_code != lead.measure.code else ""
        parts = [self.dimension.replace("_", "-"), self.parent, self.year.lower().replace("/", "-"), other]
        return "-".join(part for part in parts if part)

    @cached_property
    def published(self) -> tuple[Part, ...]:
        """Parts with a share, largest first, the rest last; of equals in the market's own order."""
        shared = [part for part in self.parts if part.share]
        return tuple(sorted(shared, key=lambda part: (part.residual, -part.share.point if part.share else 0)))

    @property
    def leader(self) -> Part | None:
        """The largest part, which is never the rest of something."""
        return next((part for part in self.published if not part.residual), None)

    @property
    def others(self) -> tuple[Part, ...]:
        """Published parts beside the largest."""
        return self.published[1:]

    @property
    def unpublished(self) -> tuple[Part, ...]:
        """Parts without a share, in the market's own order."""
        return tuple(part for part in self.parts if not part.share)

    @property
    def unpublished_rest(self) -> Part | None:
        """The one part without a share, where it is the rest of the list: what is left is its own."""
        unknown = self.unpublished
        return unknown[0] if len(unknown) == 1 and unknown[0].residual and not self.is_open else None

    @property
    def sized(self) -> tuple[Part, ...]:
        """Parts with a published size."""
        return tuple(part for part in self.parts if part.size)

    @property
    def has_remainder(self) -> bool:
        """Whether something is left that rounding does not explain."""
        left = self.remainder
        return left is not None and left.high > 0 and (left.low > 0 or left.below)

    @cached_property
    def fills(self) -> bool:
        """Whether several published sizes make up the whole, within the digits printed."""
        sizes = [in_base_units(part.size) for part in self.sized if part.size]
        return self.whole is not None and len(sizes) > 1 and total(sizes).meets(in_base_units(self.whole))

    @property
    def is_listed_whole(self) -> bool:
        """Whether each of its parts has a published size, so that their sum is the whole."""
        adds = self.of is not None and self.of.adds and not self.is_open
        return adds and len(self.parts) > 1 and len(self.sized) == len(self.parts)

    @property
    def others_together(self) -> Computed | None:
        """What the published parts beside the largest have together, where there are several."""
        if len(self.others) < 2:
            return None
        name = f"Published shares beside the largest by {lower_first(self.name)}, {period(self.period)}, together"
        value = total(part.share for part in self.others if part.share)
        formula, inputs = (
            " + ".join(part.written for part in self.others),
            [part.stated.id for part in self.others],
        )
        return Computed.of(value, ids.of_breakdown("others", self.slug), name, PERCENT, formula, inputs)

    @property
    def money(self) -> Mapping[str, Computed]:
        """By part without a printed size: its printed share of the printed whole. A share multiplies its own whole alone."""
        return {
            part.code: _money(self.market, part.claim, self.whole)
            for part in self.parts
            if self.whole and part.claim and not (part.size or part.computed or self.parent)
        }

    @property
    def values(self) -> Iterator[Computed]:
        """Every number of it that has an address."""
        if isinstance(self.remainder, Computed) and self.has_remainder:
            yield self.remainder
        if self.others_together:
            yield self.others_together
        yield from (part.computed for part in self.parts if part.computed)
        yield from self.money.values()


def _money(market: Market, share: Claim, whole: Claim) -> Computed:
    name = f"{subject(market, share)}, in {whole.unit.currency or whole.unit.name} ({period(whole.period)})"
    value, formula = share.quantity * whole.quantity / 100, f"{compact(share)} × {compact(whole)}"
    return Computed.of(value, ids.money(share, whole), name, whole.unit, formula, (share.id, whole.id))
