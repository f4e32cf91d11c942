"""What a page of a market says of itself, in previews and in the search: its finding first, then what it answers."""

from scripts.notation import capital, counted, during, full, lower_first, told
from scripts.pages.kinds import Kind
from scripts.pages.view import MarketView

EACH = "Each figure with its source."


def description(kind: Kind, view: MarketView, says: str) -> str:
    """One or two sentences in 80 to 200 characters; `says` is the title of the first figure on the page, if any."""
    answers = f"{view.market.short_title}: {lower_first(kind.answers)}."
    if found := _finding(kind, view, says):
        return told(f"{found}.", answers, EACH)
    return told(answers, _headline(view), EACH)


def _finding(kind: Kind, view: MarketView, says: str) -> str:
    """What the page shows that another does not, without the full stop."""
    if kind.slug == "":
        return f"{says}. But: {view.contradiction.title}" if says and view.contradiction else says
    if kind.slug == "quality":
        return view.own_findings[0].title if view.own_findings else says
    if kind.slug == "data":
        voices = {claim.source.voice for claim in view.market.in_order if claim.source}
        claims = capital(counted(len(view.market.claims), "published figure"))
        return f"{claims} of {counted(len(voices), 'author')}, each with the place where it stands"
    return says


def _headline(view: MarketView) -> str:
    """The figures that lead, where there are any."""
    lead, target = view.market.lead, view.market.headline.target
    said = [f"{full(c)} {during(c)}" for c in (lead, target if target is not lead else None) if c]
    return f"{lead.measure.name}, {view.place}: {', '.join(said)}." if lead else ""
