"""The rule on history: what was published is changed for a reason, and is never lost."""

from collections.abc import Iterator

from scripts.audit.rule import finding
from scripts.model import HELD, Catalog, Claim, Finding, Grade, Held, Market, Place, Typed, Vintage
from scripts.model.addresses import claim_address
from scripts.notation import moment


def changed_without_reason(market: Market, catalog: Catalog) -> Iterator[Finding | Held]:
    """A figure that was published is changed for a reason that is written down, and never removed.

    Readers have quoted it. Its row says in `revision_reason` why it changed; a figure that no longer holds keeps its row and
    is ranked deprecated. The figures are compared with the newest of the market's `vintages`; one that was renamed is
    found by its row in the ledger of addresses. It is an error of ours.

    Arithmetic: none; value, qualifier, unit and period are compared as typed.

    Fires: 14.2 in the last vintage and 12.4 now, with no reason given.

    Silent: 14.2 in the last vintage and 14.20 now, with the reason “The revised edition prints one digit more.”
    """
    if not market.vintages:
        return
    last = market.vintages[-1]
    for name, before in last.published.items():
        claim = catalog.claim_published_as(market, name)
        if claim is None:
            yield _lost(market, name, last) if catalog.now_called(market.id, name) else HELD
        elif claim.typed != before and not claim.revision_reason:
            yield _changed(market, claim, before, last)
        else:
            yield HELD


def _changed(market: Market, claim: Claim, before: Typed, last: Vintage) -> Finding:
    now, then = (" ".join(part for part in typed if part) for typed in (claim.typed, before))
    return finding(
        changed_without_reason,
        market,
        claim,
        grade=Grade.ERROR,
        title=f"{claim.id} was published as {then} and is now {now}",
        arithmetic=f"say why in revision_reason, or restore what was published on {moment(last.date)}",
    )


def _lost(market: Market, name: str, last: Vintage) -> Finding:
    return finding(
        changed_without_reason,
        market,
        None,
        topic=name,
        grade=Grade.ERROR,
        title=f"{name} was published on {moment(last.date)} and is gone",
        arithmetic="restore its row, and rank it deprecated with a reason if it no longer holds; or say in data/permalinks.csv, "
        f"in the row of /{claim_address(market.id, name)}, where it is now (moved_to) or why it should never have been "
        "published (withdrawn)",
        place=Place(f"{market.place.file.rpartition('/')[0]}/observations.csv"),
    )
