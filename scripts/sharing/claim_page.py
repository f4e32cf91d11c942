"""The page of one claim: the number, who says so, how well it is known, who disagrees, what was checked."""

from scripts.exports import Citation
from scripts.pages.view import VERDICT_WORDS
from scripts.sharing.cited import formats
from scripts.sharing.claim_data import claim_data
from scripts.sharing.name import NAME
from scripts.sharing.preview import Preview, linked
from scripts.sharing.shared_claim import SharedClaim
from scripts.sharing.templates import rendered


def claim_page(shared: SharedClaim, shown: Preview) -> str:
    """The page at `/c/<market>/<claim>/`."""
    return rendered(
        "claim_page.html.j2",
        shared=shared,
        claim=shared.claim,
        preview=shown,
        linked=linked(claim_data(shared)),
        name=NAME,
        formats=formats(_cited(shared)),
        root="../../../",
        verdicts=VERDICT_WORDS,
    )


def _cited(shared: SharedClaim) -> Citation:
    newest = shared.view.catalog.newest_date
    return Citation(
        shared.place,
        shared.title,
        shared.address,
        newest,
        f"{shared.claim.status.value}, {shared.publisher}{shared.where}{f'; {shared.caveat}' if shared.caveat else ''}",
    )
