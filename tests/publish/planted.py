"""Breakages of a site, each of its own kind: what is broken, in which file, how, and what the fault must name."""

import gzip
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.publish.sound_site import (
    CARD,
    HOME,
    PREVIEW,
    TOLD,
    as_csv,
    bundle,
    hidden,
    png,
    sitemap,
    sound_site,
    workbook,
)

Change = Callable[[bytes], bytes | None]
LONGER = "A sentence that goes on. " * 9


@dataclass(frozen=True)
class Planted:
    """A breakage: the fault must begin with the file `at`, and say `says`."""

    breakage: str
    file: str
    change: Change
    says: str
    at: str = ""


def swap(old: str, new: str) -> Change:
    """Put a text in the place of another."""

    def change(content: bytes) -> bytes:
        assert old.encode() in content, f"{old!r} is not in the file"
        return content.replace(old.encode(), new.encode())

    return change


def add(text: str) -> Change:
    """Add something at the end of a page."""
    return swap("</body>", f"{text}</body>")


def gone(_: bytes) -> None:
    """The file is not there."""


def become(content: bytes) -> Change:
    """Put something else in the file's place."""
    return lambda _: content


def shorn(content: bytes) -> bytes:
    """The second half is lost."""
    return content[: len(content) // 2]


def told(**changes: object) -> Change:
    """Change fields of a JSON document."""
    return lambda content: json.dumps(json.loads(content) | changes).encode()


def market(name: str) -> Mapping[str, bytes]:
    """The files that the market's zip holds, with one of them spoilt."""
    home = "markets/tea/data/"
    held = ("tea.csv", "tea.json", "tea.xlsx", "datapackage.json")
    sound = {file: sound_site()[home + file] for file in held}
    return sound | ({name: sound[name] + b"\r\n"} if name else {})


def jpeg() -> bytes:
    out = io.BytesIO()
    Image.new("L", (1200, 630)).save(out, "JPEG")
    return out.getvalue()


def planted_for_real(site: Path) -> tuple[Planted, ...]:
    """Breakages of the built site of the project's own data, to be planted all at once."""
    market, claim = "personalized-cell-therapy", "size-2024"
    own, home = f"c/{market}/{claim}/", f"markets/{market}/data/"
    number = f"{own}index.html"
    here = (
        (site / number).read_text(encoding="utf-8").partition('rel="canonical" href="')[2].partition(own)[0]
    )
    card = (
        (site / "index.html")
        .read_text(encoding="utf-8")
        .partition(f'og:image" content="{here}')[2]
        .partition('"')[0]
    )
    listing = min(
        path.name for path in site.glob("sitemap*.xml")
    )  # the part with the pages of MkDocs, if there are parts
    return (
        Planted("a claim's citation", number, swap(f"url = {{{here}{own}", f"url = {{{here}c/gone/"), f"{here}c/gone/ leads nowhere"),
        Planted("the anchor of a claim", f"{home}index.html", swap(f'id="{claim}"', ""), f"data/#{claim} has no such anchor", number),
        Planted("a page's address", "sources/index.html", swap(f'canonical" href="{here}sources/', f'canonical" href="{here}audit/'), f"{here}audit/, not"),
        Planted("the preview of the home page", card, become(png(1200, 630)), f"{card} is not named by its content", "index.html"),
        Planted("a font", "assets/fonts/sans-600.extended.woff2", gone, "sans-600.extended.woff2 leads nowhere", "assets/fonts.css"),
        Planted("a figure's picture", f"f/{market}/size-forecast.png", shorn, "is no whole PNG"),
        Planted("a figure's drawing", f"f/{market}/size-forecast.svg", swap("</svg>", "<script/></svg>"), "<script> has no place"),
        Planted("a figure's table", f"f/{market}/size-forecast.csv", swap("/size-forecast/", "/gone/"), f"f/{market}/gone/"),
        Planted("a feed", "feeds/all.xml", swap("feeds/all.xml", "feeds/every.xml"), f"{here}feeds/every.xml as its own"),
        Planted("the calendar", "feeds/catalysts.ics", swap(f"URL:{here}markets/", f"URL:{here}market/"), f"leads to {here}market/"),
        Planted("the site map", listing, swap(f"{here}sources/", f"{here}source/"), f"lists {here}source/, which leads nowhere"),
        Planted("llms.txt", "llms.txt", swap("glossary/index.md", "glossary.md"), f"{here}glossary.md leads nowhere"),
        Planted("Markdown of a page", "index.md", swap(f"({here}audit/", f"({here}audits/"), f"{here}audits/ leads nowhere"),
        Planted("the search index", "search/search_index.json", swap(f'"{own}"', '"c/gone/"'), "finds c/gone/, which leads nowhere"),
        Planted("the API", f"api/v1/markets/{market}.json", swap(f"{here}{own}", f"{here}c/{market}/size-2034/"), f"the address of {claim} is"),
        Planted("a Data Package", f"{home}datapackage.json", swap("sha256:", "sha256:0"), "does not have the hash sha256:0"),
        Planted("a zip", f"{home}{market}.zip", shorn, "cannot be unpacked"),
        Planted("a workbook", f"{home}{market}.xlsx", gone, f"{market}.xlsx leads nowhere", f"{home}index.html"),
    )  # fmt: skip


INDEX, TEA, SIZE, FIGURE, LIVE = (
    "index.html", "markets/tea/index.html", "c/tea/size/index.html", "f/tea/size/index.html", "f/tea/size/live/index.html",
)  # fmt: skip
DATA, API, PACKAGE = "markets/tea/data/", "api/v1/markets/tea.json", "markets/tea/data/datapackage.json"
NOWHERE = f"{HOME}nowhere/"
HEAVY = png(1200, 630) + b"0" * 300_000

PLANTED = (
    # What pages point to.
    Planted("a link to a page that is not there", INDEX, add('<a href="nowhere/">x</a>'), "nowhere/ leads nowhere"),
    Planted("a link without the slash at its end", INDEX, add('<a href="markets/tea">x</a>'), "markets/tea leads nowhere: a slash"),
    Planted("a link to an anchor of another page", INDEX, swap("tea/#size", "tea/#gone"), "markets/tea/#gone has no such anchor"),
    Planted("a link to an anchor of the same page", INDEX, add('<a href="#gone">x</a>'), "#gone has no such anchor"),
    Planted("an anchor that lost its id", TEA, swap('id="size"', ""), "markets/tea/#size has no such anchor", INDEX),
    Planted("a page that was removed", TEA, gone, "markets/tea/#size leads nowhere", INDEX),
    Planted("a link out of the site's own folder", INDEX, add('<a href="../else/">x</a>'), "../else/ leaves the site's own folder"),
    Planted("a link that no browser understands", INDEX, add('<a href="https://[x">x</a>'), "https://[x is no address"),
    Planted("an absolute address of ours that leads nowhere", INDEX, add(f'<a href="{NOWHERE}">x</a>'), f"{NOWHERE} leads nowhere"),
    Planted("an address from the host's root that lacks the site's folder", "404.html", swap("/almanac/", "/"), "/ leaves the site's own"),
    Planted("a link to the machine that built the site", INDEX, add('<a href="http://localhost:8000/c/">x</a>'), "http://localhost:8000/c/ leads to the machine"),
    Planted("a picture that is not there", INDEX, swap('src="p.svg"', 'src="q.svg"'), "q.svg leads nowhere"),
    Planted("a size of a picture that is not there", INDEX, swap("tea/size.png 2x", "tea/huge.png 2x"), "f/tea/huge.png leads nowhere"),
    Planted("a picture to be fetched early that is not there", INDEX, swap('imagesrcset="p.svg', 'imagesrcset="q.svg'), "q.svg leads nowhere"),
    Planted("a film's first picture that is not there", INDEX, swap('poster="p.svg"', 'poster="q.svg"'), "q.svg leads nowhere"),
    Planted("a script that is not there", INDEX, add('<script src="gone.js"></script>'), "gone.js leads nowhere"),
    Planted("a style sheet that is not there", "a.css", gone, "/almanac/a.css leads nowhere", INDEX),
    Planted("a download that is not there", f"{DATA}tea.xlsx", gone, "tea.xlsx leads nowhere", f"{DATA}index.html"),
    Planted("an address in a citation", SIZE, swap(f"url = {{{HOME}c/tea/size/", f"url = {{{HOME}c/tea/sise/"), f"{HOME}c/tea/sise/ leads nowhere"),
    Planted("an address in a sentence", SIZE, swap(f"Cite {HOME}c/tea/size/.", f"Cite {NOWHERE}."), f"{NOWHERE} leads nowhere"),
    Planted("the frame that an embed code shows", FIGURE, swap(f'{HOME}f/tea/size/live/', f"{HOME}f/tea/size/alive/"), "size/alive/ leads nowhere"),
    Planted("an address in JSON-LD", SIZE, swap(f'"image": "{HOME}p.svg', f'"image": "{HOME}q.svg'), f"{HOME}q.svg leads nowhere"),
    Planted("a page that leads on by itself, to nowhere", "c/tea/former/index.html", swap("url=../size/", "url=../sise/"), "../sise/ leads nowhere"),
    Planted("a drawing's pattern on a page", INDEX, swap("url(#hatch)", "url(#thatch)"), "#thatch has no such anchor"),
    Planted("a background in an attribute", INDEX, add('<p style="background:url(q.svg)">x</p>'), "q.svg leads nowhere"),
    Planted("a button that copies what is not there", SIZE, swap('data-copy="#cite"', 'data-copy="#quote"'), "data-copy refers to the id 'quote'"),
    Planted("a label of nothing", SIZE, swap('for="cite"', 'for="quote"'), "for refers to the id 'quote'"),
    Planted("a drawing whose name for screen readers is lost", INDEX, swap('id="drawn"', ""), "aria-labelledby refers to the id 'drawn'"),
    Planted("an id that stands twice", INDEX, add('<p id="top">x</p>'), "the id 'top' stands twice"),
    Planted("the search's script is not there", "assets/search.js", gone, "../../assets/search.js, which leads nowhere", TEA),
    Planted("the search looks for the home page elsewhere", TEA, swap('"base": "../.."', '"base": "../../f"'), "../../f/search/search_index.json, which leads nowhere"),
    # What pages must not do.
    Planted("a picture from another host", INDEX, add('<img src="https://cdn.example/x.png">'), "asks another host for https://cdn.example/x.png"),
    Planted("a font from another host, asked for early", INDEX, add('<link rel="preload" href="//cdn.example/f">'), "asks another host for //cdn.example/f"),
    Planted("a script in an attribute", INDEX, add('<p onclick="x()">x</p>'), "event handler onclick on <p>"),
    Planted("a script in a link", INDEX, add('<a href=" java\nscript:x()">x</a>'), "on <a>"),
    Planted("a frame", INDEX, add('<iframe src="p.svg"></iframe>'), "<iframe> has no place"),
    Planted("a script that the policy does not know", INDEX, add("<script>x()</script>"), "its policy does not know the script 'x()'"),
    Planted("a page without a policy", SIZE, swap("Content-Security-Policy", "x"), "has no content security policy"),
    # What heads say.
    Planted("a page without a title", SIZE, swap("<title>Tea</title>", ""), "has no title in its head"),
    Planted("a page with two descriptions", SIZE, swap('<meta name="description"', f'<meta name="description" content="{TOLD}"><meta name="description"'), "has 2 description in its head"),
    Planted("an empty title for messengers", SIZE, swap('"og:title" content="Tea"', '"og:title" content=""'), "its og:title is empty"),
    Planted("a page without a card for messengers", SIZE, swap("twitter:card", "twitter:cart"), "has no twitter:card"),
    Planted("a description that is too short", SIZE, swap(f'name="description" content="{TOLD}"', 'name="description" content="Tea"'), "its description has 3 characters, not 80 to 200: 'Tea'"),
    Planted("a description that is too long", SIZE, swap(f'name="description" content="{TOLD}"', f'name="description" content="{LONGER}"'), "its description has 224 characters"),
    Planted("a page without an address of its own", SIZE, swap('rel="canonical"', 'rel="x"'), "has no canonical"),
    Planted("two pages with one address", SIZE, swap(f'canonical" href="{HOME}c/tea/size/', f'canonical" href="{HOME}c/tea/odd/'), f"its canonical is {HOME}c/tea/odd/, not its own"),
    Planted("an address that messengers take for another", SIZE, swap(f'og:url" content="{HOME}c/tea/size/', f'og:url" content="{HOME}'), f"its og:url is {HOME}, not its own address {HOME}c/tea/size/"),
    Planted("a page that search engines must not list, by mistake", SIZE, swap("<title>", '<meta name="robots" content="noindex"><title>'), "and asks search engines not to list it"),
    Planted("a frame whose page is another frame", LIVE, become(hidden("c/tea/former/", "").encode()), f"its canonical is {HOME}c/tea/former/, which is not"),
    Planted("JSON-LD that cannot be read", SIZE, swap('{"@type"', '{@type"'), "its JSON-LD cannot be read"),
    Planted("a page without JSON-LD", SIZE, swap("application/ld+json", "application/json"), "has no JSON-LD"),
    Planted("JSON-LD about another page", SIZE, swap(f'"url": "{HOME}c/tea/size/', f'"url": "{HOME}c/tea/odd/'), "none of its JSON-LD is about its own address"),
    # Previews.
    Planted("a preview that is not there", PREVIEW, gone, f"{HOME}{PREVIEW} leads nowhere", SIZE),
    Planted("a preview that messengers cannot find", SIZE, swap(f'og:image" content="{HOME}', 'og:image" content="/almanac/'), "is no absolute address"),
    Planted("a preview of another size", PREVIEW, become(png(1200, 628)), f"its preview {PREVIEW} is 1200 x 628 pixels", SIZE),
    Planted("a preview that is no PNG", PREVIEW, become(jpeg()), f"its preview {PREVIEW} is no PNG", SIZE),
    Planted("a preview that is too heavy", PREVIEW, become(HEAVY), f"its preview {PREVIEW} weighs", SIZE),
    Planted("a preview that was changed under its name", PREVIEW, become(CARD + b"0"), f"its preview {PREVIEW} is not named by its content", SIZE),
    Planted("a preview whose size is told wrongly", SIZE, swap('width" content="1200"', 'width" content="600"'), "tells of a preview of 600 x 630"),
    Planted("two previews that differ", SIZE, swap(f'twitter:image" content="{HOME}{PREVIEW}', f'twitter:image" content="{HOME}p.svg'), f"twitter:image is {HOME}p.svg"),
    # Style sheets, drawings, pictures, fonts.
    Planted("a font that is not there", "b.css", swap("a.woff2", "c.woff2"), "c.woff2 leads nowhere"),
    Planted("a style sheet of a style sheet that is not there", "b.css", gone, "b.css leads nowhere", "a.css"),
    Planted("a style sheet that asks another host", "a.css", swap("url(p.svg)", "url(https://x.example/y)"), "asks another host for https://x.example/y"),
    Planted("a script in a drawing", "p.svg", swap("<g", "<script>x()</script><g"), "<script> has no place in a drawing"),
    Planted("an event handler in a drawing", "p.svg", swap("<g", '<g onload="x()"'), "event handler onload"),
    Planted("a drawing that uses what is not in it", "p.svg", swap('href="#g"', 'href="#h"'), "#h has no such anchor"),
    Planted("a drawing's pattern that is not in it", "p.svg", swap("url(#g)", "url(#h)"), "#h has no such anchor"),
    Planted("a drawing that asks another host", "f/tea/size.svg", swap("#g", "https://x.example/y"), "asks another host for https://x.example/y"),
    Planted("a drawing that is cut off", "f/tea/size.svg", shorn, "cannot be read as XML"),
    Planted("a picture that is cut off", "f/tea/size.png", shorn, "is no whole PNG"),
    Planted("a font that is something else", "a.woff2", become(b"<!doctype html>"), "is no woff2 file"),
    Planted("a file that is empty", "assets/search.js", become(b""), "is empty"),
    Planted("a file of text that is none", "llms.txt", become(b"# T\xe9a"), "is no text in UTF-8"),
    # Feeds and the calendar.
    Planted("a feed that cannot be read", "feeds/tea.xml", shorn, "cannot be read as XML"),
    Planted("a feed that takes another for itself", "feeds/tea.xml", swap("feeds/tea.xml", "feeds/all.xml"), f"gives {HOME}feeds/all.xml as its own address"),
    Planted("a feed whose home is not there", "feeds/tea.xml", swap(f'"{HOME}markets/tea/"', f'"{NOWHERE}"'), f"'tea', alternate leads to {NOWHERE}, which leads nowhere"),
    Planted("an entry of a feed that leads to another site", "feeds/all.xml", swap(f'"{HOME}markets/tea/"', '"https://x.example/"'), "'One', alternate leads to https://x.example/"),
    Planted("an address in the text of an entry", "feeds/all.xml", swap("c/tea/size/", "c/tea/sise/"), f"{HOME}c/tea/sise/ leads nowhere"),
    Planted("an entry of a feed without a date", "feeds/all.xml", swap("<title>One</title>\n<updated>2026-01-01T00:00:00Z</updated>", "<title>One</title>"), "'One' has no updated"),
    Planted("a JSON feed that cannot be read", "feeds/all.json", shorn, "is not what programs expect"),
    Planted("a JSON feed that takes another for itself", "feeds/tea.json", told(feed_url=f"{HOME}feeds/tea.xml"), f"gives {HOME}feeds/tea.xml as its own address"),
    Planted("a JSON feed whose home is not there", "feeds/tea.json", told(home_page_url=NOWHERE), f"home_page_url leads to {NOWHERE}, which leads nowhere"),
    Planted("an item of a JSON feed whose anchor is not there", "feeds/all.json", swap("#size", "#gone"), f"the item one leads to {HOME}markets/tea/#gone, which has no such anchor"),
    Planted("two items of a feed with one id", "feeds/all.json", told(items=[{"id": "one", "url": HOME}] * 2), "the id 'one' stands twice"),
    Planted("a calendar that is cut off", "feeds/catalysts.ics", shorn, "cannot be read as a calendar"),
    Planted("an event whose day cannot be read", "feeds/catalysts.ics", swap("20260101T", "2026"), "the event one cannot be read: DTSTAMP"),
    Planted("an event that leads nowhere, by an address that is folded", "feeds/catalysts.ics", swap("markets/tea/", "mar\r\n kets/coffee/"), f"the event one leads to {HOME}markets/coffee/, which leads nowhere"),
    # Site maps.
    Planted("a part of the site map that is not there", "sitemap-pages.xml", gone, f"lists {HOME}sitemap-pages.xml, which leads nowhere", "sitemap.xml"),
    Planted("a page in the site map that is not there", "sitemap-pages.xml", become(sitemap("nowhere/")), f"lists {NOWHERE}, which leads nowhere"),
    Planted("a page of another site in the site map", "sitemap-pages.xml", swap(HOME, "https://x.example/"), "lists https://x.example/, which is no absolute address of this site"),
    Planted("a frame in the site map", "sitemap-pages.xml", become(sitemap("f/tea/size/live/")), f"lists {HOME}f/tea/size/live/, which is no page"),
    Planted("a page by two names in the site map", "sitemap-pages.xml", become(sitemap("index.html")), f"lists {HOME}index.html, which is no page"),
    Planted("a page twice in the site map", "sitemap-pages.xml", become(sitemap("", "")), f"lists {HOME} twice"),
    Planted("a page that the site map lacks", "sitemap-pages.xml", swap(f"<url><loc>{HOME}c/tea/odd/</loc></url>", ""), f"does not list {HOME}c/tea/odd/", "sitemap.xml"),
    Planted("a packed site map of an earlier build", "sitemap-pages.xml.gz", become(gzip.compress(sitemap(""))), "does not hold what is in sitemap-pages.xml"),
    Planted("a site map in robots.txt that is not there", "robots.txt", swap("sitemap.xml", "map.xml"), f"the site map {HOME}map.xml leads nowhere"),
    # Texts, tables and documents for programs.
    Planted("an absolute link in llms.txt", "llms.txt", swap("tea/index.md", "coffee/index.md"), f"{HOME}markets/coffee/index.md leads nowhere"),
    Planted("a link in llms.txt, seen from where it stands", "llms.txt", swap("api/v1/", "api/v2/"), "api/v2/markets.json leads nowhere"),
    Planted("an anchor in the Markdown of a page", "index.md", swap("#size", "#gone"), "markets/tea/#gone has no such anchor"),
    Planted("a link in Markdown to the machine that built the site", "markets/tea/index.md", swap("# Size", "# [Size](http://127.0.0.1:8000/c/)"), "http://127.0.0.1:8000/c/ leads to the machine"),
    Planted("a script in Markdown", "index.md", swap("markets/tea/#size", "javascript:x"), "javascript:x would run"),
    Planted("the Markdown of a page that is not there", "markets/tea/index.md", gone, "index.md leads nowhere", TEA),
    Planted("Markdown that no page links", TEA, swap('href="index.md"', 'href="index.html"'), "is not linked from its page markets/tea/index.html", "markets/tea/index.md"),
    Planted("Markdown of another page", "markets/tea/index.md", swap("markets/tea/", ""), f"does not name its page {HOME}markets/tea/"),
    Planted("a search result whose anchor is not there", "search/search_index.json", swap("#size", "#gone"), "finds markets/tea/#gone, which has no such anchor"),
    Planted("a search result twice", "search/search_index.json", told(docs=[{"location": "", "title": "Tea"}] * 2), "finds  twice"),
    Planted("a market that the API does not list", "api/v1/markets.json", told(markets=[]), "does not list api/v1/markets/tea.json"),
    Planted("a market's document that is not there", API, gone, f"{HOME}{API}, which leads nowhere", "api/v1/markets.json"),
    Planted("a claim's page that is not there", SIZE, gone, f"the address of size is {HOME}c/tea/size/, which leads nowhere", API),
    Planted("a claim with the address of another", API, swap("c/tea/size/", "c/tea/odd/"), f"the address of size is {HOME}c/tea/odd/, not {HOME}c/tea/size/"),
    Planted("a document that is not what programs expect", API, told(claims={}), "claims: Input should be a valid array"),
    Planted("a download that says something else than the API", API, swap('"id": "tea",', '"id": "tea", "note": 1,'), f"is not the same document as {DATA}tea.json"),
    Planted("a document whose schema is not there", API, swap("schema.json", "shape.json"), f"$schema is {HOME}api/v1/shape.json"),
    Planted("a schema by another name", "api/v1/schema.json", told(**{"$id": HOME}), f"$id is {HOME}, not {HOME}api/v1/schema.json"),
    Planted("a figure's specification that leads to another page", "f/tea/size.json", swap("f/tea/size/", "f/tea/share/"), f"usermeta.figure is {HOME}f/tea/share/"),
    Planted("a figure's table that leads to another page", "f/tea/size.csv", swap("f/tea/size/", "c/tea/size/"), f"row 2: the figure is {HOME}c/tea/size/, not {HOME}f/tea/size/"),
    Planted("a figure without one of its files", "f/tea/size.csv", gone, "f/tea/size.csv is promised and not there", FIGURE),
    Planted("a row of a table that is too short", f"{DATA}tea.csv", become(as_csv("id,value,address", "size,7")), "row 2 has 2 fields, not 3"),
    Planted("a claim in a table that leads elsewhere", f"{DATA}tea.csv", swap("c/tea/size/", "c/tea/odd/"), f"row 2: the address of size is {HOME}c/tea/odd/"),
    Planted("a table without the column of addresses", f"{DATA}tea.csv", swap("address", "page"), "has no column address"),
    # Packages.
    Planted("a package whose table is not there", PACKAGE, swap('"tea.csv"', '"coffee.csv"'), "its table coffee.csv leads nowhere"),
    Planted("a package that tells another length", PACKAGE, swap('"bytes": ', '"bytes": 1'), "bytes, not 1"),
    Planted("a package that tells another hash", PACKAGE, swap("sha256:", "sha256:0"), "does not have the hash sha256:0"),
    Planted("a package that describes other columns", PACKAGE, swap('"name": "value"', '"name": "amount"'), "does not have the columns"),
    Planted("a package at another address", PACKAGE, told(homepage=HOME), f"its homepage is {HOME}, not {HOME}{DATA}"),
    Planted("a zip that cannot be unpacked", f"{DATA}tea.zip", shorn, "cannot be unpacked"),
    Planted("a zip with a file that is not its checksum's", f"{DATA}tea.zip", become(bundle({**market("tea.csv")}, {**market("")})), "tea.csv in it does not have the checksum"),
    Planted("a zip with a file of an earlier build", f"{DATA}tea.zip", become(bundle({**market("tea.csv")})), f"tea.csv in it is not the same as {DATA}tea.csv"),
    Planted("a checksum of a file that the zip does not hold", f"{DATA}tea.zip", become(bundle({}, {"x.csv": b""})), "SHA256SUMS in it names x.csv, which is not in it"),
    Planted("a file in a zip without a checksum", f"{DATA}tea.zip", become(bundle({"x.csv": b""}, {"y.csv": b""})), "x.csv in it has no checksum"),
    Planted("an address in a workbook", f"{DATA}tea.xlsx", become(workbook(f"{HOME}c/tea/sise/")), f"{HOME}c/tea/sise/ leads nowhere"),
    Planted("an address in what a zip says of itself", f"{DATA}tea.zip", become(bundle({"README.md": f"From {NOWHERE}.".encode()})), f"README.md in it: {NOWHERE} leads nowhere"),
    Planted("a page that is empty", "c/tea/odd/index.html", become(b""), "has no content security policy"),
    Planted("a workbook that is none", f"{DATA}tea.xlsx", become(sound_site()[f"{DATA}tea.zip"]), "is no workbook"),
    # What is promised.
    Planted("the page for lost readers is not there", "404.html", gone, "is promised and not there", "404.html"),
    Planted("the zip of a market is not there", f"{DATA}tea.zip", gone, f"lists tea, whose {DATA}tea.zip is promised", "api/v1/markets.json"),
)  # fmt: skip
