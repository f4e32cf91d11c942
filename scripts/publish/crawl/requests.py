"""What a browser fetches without being asked: nothing of it may come from another host."""

# A link that a reader may follow is not among it.
FETCHED = {
    ("script", "src"),
    ("img", "src"),
    ("img", "srcset"),
    ("source", "src"),
    ("source", "srcset"),
    ("iframe", "src"),
    ("video", "src"),
    ("video", "poster"),
    ("audio", "src"),
    ("track", "src"),
    ("embed", "src"),
    ("object", "data"),
    ("input", "src"),
    ("image", "href"),
    ("image", "xlink:href"),
    ("use", "href"),
    ("use", "xlink:href"),
    ("form", "action"),
    ("link", "imagesrcset"),
}
FETCHING_LINKS = {
    "stylesheet",
    "preload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "icon",
    "modulepreload",
    "manifest",
}


def fetches(tag: str, attribute: str, rel: str) -> bool:
    """Whether a browser asks for the address in an attribute as soon as it reads the page; `rel` is that of a link."""
    if (tag, attribute) == ("link", "href"):
        return not FETCHING_LINKS.isdisjoint(rel.lower().split())
    return (tag, attribute) in FETCHED
