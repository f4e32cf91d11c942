"""The templates of this room: as those of pages, everything is escaped."""

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from scripts import notation
from scripts.model import addresses

ENVIRONMENT = Environment(
    loader=PackageLoader("scripts", "sharing"),
    autoescape=select_autoescape(default=True, default_for_string=True),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENVIRONMENT.filters |= {
    "full": notation.full,
    "moment": notation.moment,
    "lower_first": notation.lower_first,
    "capital": notation.capital,
    "measured": notation.measured,
    "author": notation.author,
    "when": notation.when,
    "during": notation.during,
    "in_words": notation.in_words,
    "counted": notation.counted,
}
ENVIRONMENT.globals["addresses"] = addresses


def rendered(template: str, **context: object) -> str:
    """A template with its context."""
    return ENVIRONMENT.get_template(template).render(**context)
