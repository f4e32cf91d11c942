"""The block that a figure stands in: finding, subtitle, picture, reading, source, actions, table."""

from collections.abc import Callable

from markupsafe import Markup

from scripts.charts.figure import Figure
from scripts.pages.environment import rendered
from scripts.render.drawn import Drawn


def figure_block(
    figure: Figure, drawn: Drawn, claim_link: Callable[[str], str], *, root: str, level: int = 2
) -> str:
    """A figure as HTML, titled by a heading of `level`.

    `claim_link` gives the address of a claim from the page that shows the block, `root` the way from there to the
    site's home.
    """
    pictures = {"wide": Markup(drawn.wide), "narrow": Markup(drawn.narrow)}  # noqa: S704 - drawn and cleaned by us
    return rendered(
        "figure_block.html.j2",
        figure=figure,
        pictures=pictures,
        claim_link=claim_link,
        at=f"{root}f/{figure.market}/{figure.id}",
        level=level,
    )
