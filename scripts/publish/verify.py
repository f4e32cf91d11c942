"""Verification: the built HTML, looked at as a reader's browser will, before anyone may see it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

from scripts.publish.policy import policy_of, unwelcome_scripts
from scripts.publish.requests import requested, styles_request
from scripts.publish.tags import tags

ORIGIN = "https://site.invalid"


@dataclass
class Built:
    """One built page: its address on the site, its anchors and what it points to."""

    address: str
    anchors: set[str]
    links: list[tuple[str, int]]
    faults: list[str] = field(default_factory=list)


def verify(site: Path, site_url: str) -> list[str]:
    """Every fault of a built site, as `page: what is wrong`; empty if it may be published.

    Checked are links and anchors, assets, requests to other hosts, and markup that no page of ours contains
    (event handlers, script addresses, embedded objects): none of it may have come in with the data. Each page has a
    content security policy that knows its inline scripts.
    """
    base = urlsplit(site_url).path.rstrip("/") + "/"
    pages = {
        built.address: built for built in (_read(path, site, base) for path in sorted(site.rglob("*.html")))
    }
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    faults = [f"{page.address}: {fault}" for page in pages.values() for fault in page.faults]
    for page in pages.values():
        faults += [f"{page.address}: line {line}: {fault}" for fault, line in _dead(page, pages, files, base)]
    for sheet in sorted(site.rglob("*.css")):
        for asked in styles_request(sheet.read_text(encoding="utf-8")):
            faults.append(f"{sheet.relative_to(site)}: asks another host for {asked}")
    if not pages:
        faults.append("there are no pages")
    return faults


def _read(path: Path, site: Path, base: str) -> Built:
    tree = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
    relative = path.relative_to(site).as_posix()
    address = base + relative.removesuffix("index.html")
    ids = [element.get("id") for element in tree.iter() if isinstance(element.tag, str) and element.get("id")]
    names = {element.get("name") for element in tree.iter("a") if element.get("name")}
    links = [
        (value, element.sourceline or 0)
        for element, attribute, value, _ in tree.iterlinks()
        if attribute in ("href", "src", "poster", "data")
    ]
    built = Built(address, {*filter(None, ids), *filter(None, names)}, links)
    built.faults += [f"the id {name!r} stands twice" for name, count in Counter(ids).items() if count > 1]
    built.faults += _unsafe(tree)
    built.faults += [f"asks another host for {asked}" for asked in requested(tree)]
    built.faults += _policy(path.read_text(encoding="utf-8"))
    return built


def _policy(page: str) -> Iterator[str]:
    found = tags(page)
    if policy_of(found) is None:
        yield "has no content security policy"
    else:
        yield from (f"its policy does not know the script {script!r}" for script in unwelcome_scripts(found))


def _unsafe(tree: html.HtmlElement) -> Iterator[str]:
    for element in tree.iter(etree.Element):
        tag = str(element.tag)
        if tag in ("object", "embed", "iframe", "base", "applet"):
            yield f"line {element.sourceline}: <{tag}> has no place on our pages"
        for attribute, value in element.attrib.items():
            name, text = str(attribute).lower(), str(value)
            if name.startswith("on"):
                yield f"line {element.sourceline}: event handler {name} on <{tag}>"
            scheme = "".join(text.split()).lower().partition(":")[0]
            if name in ("href", "src", "action", "formaction") and scheme in (
                "javascript",
                "data",
                "vbscript",
            ):
                yield f"line {element.sourceline}: {name}={text[:40]!r} on <{tag}>"


def _dead(page: Built, pages: dict[str, Built], files: set[str], base: str) -> Iterator[tuple[str, int]]:
    for link, line in page.links:
        parts = urlsplit(urljoin(f"{ORIGIN}{page.address}", link))
        if f"{parts.scheme}://{parts.netloc}" != ORIGIN:
            continue
        path, anchor = unquote(parts.path), unquote(parts.fragment)
        if not path.startswith(base):
            yield f"{link} leaves the site's own folder", line
            continue
        file = path[len(base) :]
        file += "index.html" if not file or file.endswith("/") else ""
        if file not in files:
            yield f"{link} leads nowhere", line
        elif anchor and file.endswith(".html"):
            target = pages[base + file.removesuffix("index.html")]
            if anchor not in target.anchors:
                yield f"{link} has no such anchor", line
