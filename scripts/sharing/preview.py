"""The head of a light page: what search engines, messengers and machines read before a person does."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from scripts.model.addresses import card_file
from scripts.render.card import card
from scripts.sharing.name import NAME

JsonLd = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Preview:
    """A preview card as a file of the site, named by its content, so that no messenger shows an old number."""

    png: bytes
    alt: str

    @property
    def path(self) -> str:
        """The file's place below the home page."""
        return card_file(hashlib.sha256(self.png).hexdigest()[:16])


def preview(headline: str, sentence: str, address: str) -> Preview:
    """The card of an address: what it says large, the sentence about it, and the address without its scheme."""
    return Preview(card(headline, sentence, address.partition("://")[2], NAME), f"{headline}. {sentence}")


def linked(data: JsonLd) -> Markup:
    """JSON-LD that stands in a script element: no text of the data can end that element or open a comment."""
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False, separators=(",", ":"))
    inert = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(inert)  # noqa: S704 - no sign of it can open or close a tag
