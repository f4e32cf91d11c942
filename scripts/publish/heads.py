"""The heads of MkDocs' pages: what previews, search engines and machines read, with a card drawn for each page."""

from collections.abc import Mapping, Sequence
from html import escape, unescape
from pathlib import Path
from typing import Any

from scripts.notation import told
from scripts.publish.tags import Tag, tags
from scripts.publish.twins import TWIN
from scripts.sharing import NAME, linked, preview

MORE = (f"Published market figures as claims with sources, at {NAME}.", "Checked against each other.")

# Further things that a page is about, in the words of schema.org, by the page's place below the home page.
About = Mapping[str, Sequence[Mapping[str, Any]]]


def complete_heads(site: Path, address: str, newest_date: str, about: About) -> None:
    """Give each page of MkDocs that has an address of its own what our light pages have; `address` is the home page's."""
    for path in sorted(site.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        found = tags(page[: page.find("</head>")])
        canonical = _first(found, "link", "rel", "canonical")
        if canonical is None or any(
            _first(found, "meta", *has) for has in (("property", "og:title"), ("name", "robots"))
        ):
            continue  # a light page has its own, a frame or an old address needs none
        place = path.relative_to(site).as_posix().removesuffix("index.html")
        title = unescape(page[page.find("<title>") + 7 : page.find("</title>")])
        title = title.removesuffix(f" – {NAME}") if place else title
        described = _first(found, "meta", "name", "description")
        says = told(described.attributes["content"] if described else f"{title}.", *MORE)
        card = preview(title, says, f"{address}{place}")
        (site / card.path).parent.mkdir(parents=True, exist_ok=True)
        (site / card.path).write_bytes(card.png)
        own = {
            "@type": "WebPage" if place else "WebSite",
            "name": title,
            "description": says,
            "url": f"{address}{place}",
            "dateModified": newest_date,
        }
        head = _head(title, says, f"{address}{place}", f"{address}{card.path}", card.alt)
        head += f'<link rel="alternate" type="text/markdown" href="{TWIN}" title="This page as Markdown">'
        head += "".join(
            f'<script type="application/ld+json">{linked(data)}</script>'
            for data in (own, *about.get(place, ()))
        )
        at = described or canonical
        head = _meta("name", "description", says) + head
        page = page[: at.start] + ("" if described else page[at.start : at.end]) + head + page[at.end :]
        path.write_text(page, encoding="utf-8", newline="\n")


def _first(found: Sequence[Tag], name: str, attribute: str, value: str) -> Tag | None:
    return next((tag for tag in found if tag.name == name and tag.attributes.get(attribute) == value), None)


def _head(title: str, says: str, address: str, card: str, alt: str) -> str:
    graph = {
        "og:type": "website",
        "og:site_name": NAME,
        "og:title": title,
        "og:description": says,
        "og:url": address,
        "og:image": card,
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": alt,
    }
    card_tags = {
        "twitter:card": "summary_large_image",
        "twitter:title": title,
        "twitter:description": says,
        "twitter:image": card,
    }
    return "".join(_meta("property", key, value) for key, value in graph.items()) + "".join(
        _meta("name", key, value) for key, value in card_tags.items()
    )


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(content)}">'
