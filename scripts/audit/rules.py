"""The rules, in the order in which readers see them. A rule is one function; these tuples are all there is."""

from collections.abc import Callable, Iterable

from scripts.audit.arithmetic import price_times_volume, yearly_growth
from scripts.audit.basis import base_year_mismatch, spurious_precision, unit_or_money_basis_mixed
from scripts.audit.conflict import copies_disagree, horizon_conflict, same_key_conflict
from scripts.audit.counts import reachable_share
from scripts.audit.dates import future_actual, past_forecast, stale_figure
from scripts.audit.evidence import counted_twice, same_value_two_endpoints, small_sample
from scripts.audit.growth import growth_triangle
from scripts.audit.house import read_before_published, same_claim_twice, unused_source
from scripts.audit.leaders import fastest_is_slower, leader_is_not_largest, superlative_without_number
from scripts.audit.lineage import child_exceeds_parent
from scripts.audit.parts import parts_exceed_whole, shares_exceed_whole, total_is_not_the_sum
from scripts.audit.prose import number_without_claim
from scripts.audit.quarters import quarters_and_years
from scripts.audit.ratios import printed_ratio_disagrees
from scripts.audit.regions import region_in_region
from scripts.audit.remainder import remainder_unpublished
from scripts.audit.rivals import rivals_far_apart
from scripts.audit.scope import scope_contradiction
from scripts.audit.series import series_jump
from scripts.audit.sourcing import changed_without_reason, missing_locator, single_origin, unsourced
from scripts.model import Catalog, Finding, Held, Market

# A rule yields one thing for each case that it examines: the finding, or HELD where the case is sound.
Rule = Callable[[Market, Catalog], Iterable[Finding | Held]]

RULES: tuple[Rule, ...] = (
    *(growth_triangle, same_key_conflict, copies_disagree, horizon_conflict, base_year_mismatch, series_jump),
    *(future_actual, past_forecast, stale_figure),
    *(shares_exceed_whole, child_exceeds_parent, rivals_far_apart, parts_exceed_whole, total_is_not_the_sum),
    *(printed_ratio_disagrees, remainder_unpublished),
    *(leader_is_not_largest, fastest_is_slower, superlative_without_number),
    *(scope_contradiction, unit_or_money_basis_mixed, spurious_precision),
    *(same_value_two_endpoints, small_sample, counted_twice),
    *(single_origin, unsourced, missing_locator, number_without_claim, changed_without_reason),
    *(price_times_volume, yearly_growth, quarters_and_years),
    *(reachable_share, region_in_region, same_claim_twice),
)

# Rules on what belongs to no single market.
HouseRule = Callable[[Catalog], Iterable[Finding | Held]]

HOUSE_RULES: tuple[HouseRule, ...] = (unused_source, read_before_published)
