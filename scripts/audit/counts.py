"""Rules on counts: a per cent of so many must be one that so many can give."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from scripts.audit.rule import Found, by_authors, field, finding, held, reads
from scripts.model import EXACT, Catalog, Claim, Finding, Grade, Market, Quantity, Role
from scripts.notation import compact, full, listing, number, share, subject, whose


def reachable_share(market: Market, _catalog: Catalog) -> Found:
    """A per cent of a few must be one that a whole number of them gives.

    Of seven patients, three are 42.9 % and four are 57.1 %: 45 % of seven is nobody. Where the number who responded is published
    as well, it must give the per cent. For the n of a study in one publication, a per cent that no number gives is a
    contradiction. One that another number gives is an open question, as it may be of another endpoint; so is one beside counts of
    which no record says that they are all. Where so many are counted that any per cent can be reached, nothing is examined.
    Arithmetic: each whole number ÷ n is compared with all that the per cent may be rounded from.
    Fires: a study of 7 in which 45 % responded: 3 are 42.9 %, 4 are 57.1 %.
    Silent: a study of 7 in which 43 % responded: 3 are 42.9 %.
    """
    for rate in market.followed:
        if rate.measure.role is not Role.PROPORTION:
            continue
        among = [claim for claim in market.followed if claim.unit.kind in EXACT and _beside(claim, rate)]
        studied = [(s.n, s.responders) for s in market.studies if s.n and s.n in among]
        wide = reads(rate).opened.high - reads(rate).opened.low
        # Where n is so large that every per cent can be reached it tells nothing.
        pairs = [(n, k) for n, k in studied or _counted(among) if wide < 100 / n.printed.value]
        reached = next(((n, k) for n, k in pairs if _gives(n, k, rate)), None)
        if reached:
            yield held(rate, *(claim for claim in reached if claim))
        elif pairs:
            yield _unreached(market, rate, *pairs[0])


def _beside(count: Claim, rate: Claim) -> bool:
    """Whether a count is of the same people, at the same time, in the same publication."""
    same = (field(count), count.when, count.source_id) == (field(rate), rate.when, rate.source_id)
    return same and count.measure.role is Role.COUNT and count.printed.value > 0


def _counted(among: list[Claim]) -> list[tuple[Claim, Claim | None]]:
    """The largest of some counts, of which all others are a part."""
    by_size = sorted(among, key=lambda claim: (claim.printed.value, claim.id))
    fewer: list[Claim | None] = [*by_size[:-1]]
    return [(most, k) for most in by_size[-1:] for k in fewer or [None]]


def _near(n: Claim, rate: Claim) -> list[Decimal]:
    """The whole numbers around so many per cent of n."""
    exact = rate.printed.value * n.printed.value / 100
    return sorted({exact.to_integral_value(ROUND_FLOOR), exact.to_integral_value(ROUND_CEILING)})


def _gives(n: Claim, k: Claim | None, rate: Claim) -> bool:
    numbers = [k.printed.value] if k else _near(n, rate)
    return any(Quantity.exact(each * 100 / n.printed.value).meets(reads(rate)) for each in numbers)


def _unreached(market: Market, rate: Claim, n: Claim, k: Claim | None) -> Finding:
    numbers, of = [k.printed.value] if k else _near(n, rate), n.printed.value
    said = [f"{n:f} of {of:f} {'is' if n == 1 else 'are'} {share(number(n * 100 / of, 1))}" for n in numbers]
    claims, sure = (rate, n, *([k] if k else [])), any(study.n is n for study in market.studies)
    grade = by_authors(*claims) if sure else Grade.QUESTION
    reading, why = f"{full(rate)} is not of those {full(n)}", f"no share of {full(n)}"
    if k:
        why = "not what the counts give"
        if _gives(n, None, rate):
            grade, reading = Grade.QUESTION, f"{full(rate)} and {full(k)} are of different endpoints"
    title = f"{whose(market, rate)}{subject(market, rate)}: {full(rate)} is {why}"
    line = f"{listing(said)}, not {compact(rate)}"
    return finding(reachable_share, market, claims, title, line, grade, weight=4, reading=reading)
