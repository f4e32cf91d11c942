"""The block that a figure stands in: finding, subtitle, picture, reading, source, actions, table."""

from collections.abc import Callable

from markupsafe import Markup

from scripts.charts.figure import Figure
from scripts.pages.environment import rendered
from scripts.pages.leads import Leads, led, linked
from scripts.render.drawn import Drawn


def figure_block(figure: Figure, drawn: Drawn, leads: Leads, *, root: str, level: int = 2) -> str:
    """A figure as HTML, titled by a heading of `level`.

    `leads` are the ways from the page that shows the block to its claims, `root` the one to the site's home.
    """
    pictures = {"wide": Markup(drawn.wide), "narrow": Markup(drawn.narrow)}  # noqa: S704 - drawn and cleaned by us
    return rendered(
        "figure_block.html.j2",
        figure=figure,
        pictures=pictures,
        told=told(figure, leads),
        table=figure_table(figure, leads),
        root=root,
        level=level,
    )


def told(figure: Figure, leads: Leads) -> Callable[[str], Markup]:
    """How a text of the figure is shown: each number in it leads to its page."""
    known = [leads(subject) for subject in figure.subjects]
    return lambda text: linked(text, known)


def figure_table(figure: Figure, leads: Leads) -> Markup:
    """What the picture shows, as a table in which each number leads to its page."""
    rows = [
        [led(cell, map(leads, row.of(place))) for place, cell in enumerate(row.cells)] for row in figure.rows
    ]
    columns = map(told(figure, leads), figure.columns)
    return rendered("figure_table.html.j2", figure=figure, rows=rows, columns=columns)
