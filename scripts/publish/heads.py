"""The heads of MkDocs' pages: what previews, search engines and machines read, with a card drawn for each page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path

from scripts.exports import Citation
from scripts.model.addresses import feed_file
from scripts.notation import told
from scripts.publish.tags import Tag, tags
from scripts.publish.twins import TWIN
from scripts.sharing import NAME, JsonLd, Preview, cite_block, linked, preview

# What our theme ends a page with; how to cite it stands above.
FOOT = '<p class="ma-print-address">'
MORE = (f"Published market figures as claims with sources, at {NAME}.", "Checked against each other.")


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a page beside its text: the card of its first figure, its feed, and what schema.org says of it.

    `says` describes it instead of the description that it was written with.
    """

    card: Preview | None = None
    feed: str = "all"
    data: tuple[JsonLd, ...] = ()
    says: str = ""


def complete_heads(
    site: Path, pages: Iterable[Path], address: str, newest_date: str, about: Mapping[str, About]
) -> None:
    """Give each page of MkDocs that has an address of its own what our light pages have; `address` is the home page's.

    `about` is by the page's place below the home page. The card shows the first figure of a page, or else its title.
    """
    for path in pages:
        page = path.read_text(encoding="utf-8")
        found = tags(page[: page.find("</head>")])
        canonical = _first(found, "link", "rel", "canonical")
        if canonical is None or _first(found, "meta", "name", "robots"):
            continue  # the page for lost addresses has none of its own
        place = path.relative_to(site).as_posix().removesuffix("index.html")
        known, here = about.get(place, About()), f"{address}{place}"
        title = _title(page, place)
        described = _first(found, "meta", "name", "description")
        written = described.attributes["content"] if described else f"{title}."
        says = told(known.says or written, *MORE)
        card = known.card or preview(title, says, here)
        (site / card.path).parent.mkdir(parents=True, exist_ok=True)
        (site / card.path).write_bytes(card.png)
        head = _head(title, says, here, f"{address}{card.path}", card.alt)
        head += _link("text/markdown", TWIN, "This page as Markdown")
        head += _link("application/atom+xml", f"{address}{feed_file(known.feed, 'xml')}", "What changed")
        kind = "WebPage" if place else "WebSite"
        own = {"@type": kind, "name": title, "description": says, "url": here, "dateModified": newest_date}
        head += "".join(
            f'<script type="application/ld+json">{linked(data)}</script>' for data in (own, *known.data)
        )
        at = described or canonical
        whole = page[: at.start] + head + ("" if described else page[at.start : at.end]) + page[at.end :]
        cited = cite_block(
            Citation(place or "home", title, here, newest_date, ""), "../" * place.count("/") or "./"
        )
        path.write_text(whole.replace(FOOT, cited + FOOT, 1), encoding="utf-8", newline="\n")


def _title(page: str, place: str) -> str:
    """A page's own title, without the site's name behind it; the home page's is that name."""
    title = unescape(page[page.find("<title>") + 7 : page.find("</title>")])
    return title.removesuffix(f" – {NAME}") if place else title


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
    described = _meta("name", "description", says)
    return (
        described
        + "".join(_meta("property", key, value) for key, value in graph.items())
        + "".join(_meta("name", key, value) for key, value in card_tags.items())
    )


def _link(kind: str, target: str, title: str) -> str:
    return f'<link rel="alternate" type="{kind}" href="{escape(target)}" title="{title}">'


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(content)}">'
