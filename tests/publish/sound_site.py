"""A small sound site with every kind of file that a built site of ours has, in which breakages can be planted."""

import gzip
import hashlib
import io
import json
import zipfile
from pathlib import Path

import xlsxwriter
from PIL import Image

HOME = "https://example.org/almanac/"
POLICY = """<meta http-equiv="Content-Security-Policy" content="script-src 'self'">"""
TOLD = "Tea as others drink it: how much is spent on it, who says so, and how sure they are of what they say."
SUMS = "http://www.sitemaps.org/schemas/sitemap/0.9"
NUMBERS = ("size", "doubling", "odd")
CONFIG = (
    '<script id="__config" type="application/json">{"base": "%s", "search": "%sassets/search.js"}</script>'
)


def png(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("1", (width, height)).save(out, "PNG")
    return out.getvalue()


CARD = png(1200, 630)
PREVIEW = f"assets/cards/{hashlib.sha256(CARD).hexdigest()[:16]}.png"


def page(place: str, body: str, head: str = "") -> str:
    """A page that may be found; `place` is its address below the home page."""
    own = HOME + place
    said = {
        "og:type": "website", "og:site_name": "Almanac", "og:title": "Tea", "og:description": TOLD, "og:url": own,
        "og:image": HOME + PREVIEW, "og:image:width": "1200", "og:image:height": "630", "og:image:alt": "Tea",
        "twitter:card": "summary_large_image", "twitter:title": "Tea", "twitter:description": TOLD,
        "twitter:image": HOME + PREVIEW,
    }  # fmt: skip
    metas = "\n".join(f'<meta property="{name}" content="{text}">' for name, text in said.items())
    data = json.dumps({"@type": "WebPage", "url": own, "image": f"{HOME}p.svg"})
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">{POLICY}
<title>Tea</title><meta name="description" content="{TOLD}"><link rel="canonical" href="{own}">
{metas}
<script type="application/ld+json">{data}</script>{head}
</head><body>{body}
<textarea id="cite">@misc{{tea, url = {{{own}}}}}</textarea><button data-copy="#cite">Copy</button>
<label for="cite">Cite {own}.</label></body></html>"""


def hidden(canonical: str, body: str) -> str:
    """A page that search engines shall not list."""
    return f"""<!doctype html><html><head>{POLICY}<meta name="robots" content="noindex"><title>x</title>
<link rel="canonical" href="{HOME}{canonical}"></head><body>{body}</body></html>"""


def as_csv(*rows: str) -> bytes:
    return "".join(f"{row}\r\n" for row in rows).encode()


def atom(name: str, home: str) -> str:
    return f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>tag:a,2026:{name}</id>
<title>{name}</title><updated>2026-01-01T00:00:00Z</updated><link rel="self" href="{HOME}feeds/{name}.xml"/>
<link rel="alternate" href="{home}"/><entry><id>tag:a,2026:one</id><title>One</title>
<updated>2026-01-01T00:00:00Z</updated><link rel="alternate" href="{HOME}markets/tea/"/>
<content type="html">&lt;a href="{HOME}c/tea/size/"&gt;Size&lt;/a&gt;</content></entry></feed>"""


def json_feed(name: str, home: str) -> str:
    items = [{"id": "one", "url": f"{HOME}markets/tea/#size", "content_text": "One"}]
    told = {"version": "https://jsonfeed.org/version/1.1", "home_page_url": home, "items": items}
    return json.dumps(told | {"feed_url": f"{HOME}feeds/{name}.json"})


def sitemap(*places: str) -> bytes:
    listed = "".join(f"<url><loc>{HOME}{place}</loc></url>" for place in places)
    return f'<urlset xmlns="{SUMS}">{listed}</urlset>'.encode()


def market_files() -> dict[str, bytes]:
    """The downloads of the one market, with the zip that holds them."""
    home = "markets/tea/data/"
    table = as_csv("id,value,address", f"size,7,{HOME}c/tea/size/")
    numbers = {
        kind: [{"id": name, "address": f"{HOME}c/tea/{name}/"}]
        for kind, name in (("claims", "size"), ("derived", "doubling"), ("findings", "odd"))
    }
    document = {
        "$schema": f"{HOME}api/v1/schema.json",
        "id": "tea",
        "address": f"{HOME}markets/tea/",
        **numbers,
    }
    resource = {
        "path": "tea.csv",
        "bytes": len(table),
        "hash": f"sha256:{hashlib.sha256(table).hexdigest()}",
        "schema": {"fields": [{"name": name} for name in ("id", "value", "address")]},
    }
    package = {"id": HOME + home, "homepage": HOME + home, "resources": [resource]}
    files = {
        "tea.csv": table,
        "tea.json": json.dumps(document).encode(),
        "tea.xlsx": workbook(f"{HOME}c/tea/size/"),
        "datapackage.json": json.dumps(package).encode(),
    }
    made = {home + name: content for name, content in files.items()}
    return made | {f"{home}tea.zip": bundle(files), "api/v1/markets/tea.json": files["tea.json"]}


def workbook(text: str) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet().write_string(0, 0, text)
    return out.getvalue()


def bundle(files: dict[str, bytes], sums: dict[str, bytes] | None = None) -> bytes:
    """A market's zip; `sums` are files whose checksums it tells, if they are not those that it holds."""
    told = "".join(f"{hashlib.sha256(c).hexdigest()}  {name}\n" for name, c in (sums or files).items())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in {**files, "SHA256SUMS": told.encode()}.items():
            archive.writestr(f"tea/{name}", content)
    return out.getvalue()


def sound_site() -> dict[str, bytes]:
    """Every file by its name."""
    twin = '<link rel="alternate" type="text/markdown" href="index.md">'
    style = '<link rel="stylesheet" href="/almanac/a.css">'
    listed = {"id": "tea", "address": f"{HOME}markets/tea/", "document": f"{HOME}api/v1/markets/tea.json"}
    shown = sitemap(
        "", "markets/tea/", "markets/tea/data/", "f/tea/size/", *(f"c/tea/{name}/" for name in NUMBERS)
    )
    texts = {
        "index.html": page(
            "",
            """<h1 id="top">Tea</h1><a href="markets/tea/#size">size</a><a href="https://fda.gov/x">out</a>
<img src="p.svg" srcset="p.svg 1x, f/tea/size.png 2x" alt=""><video poster="p.svg"></video><a name="old"></a>
<svg aria-labelledby="drawn"><title id="drawn">x</title><pattern id="hatch"/><path fill="url(#hatch)"/></svg>"""
            + CONFIG % (".", ""),
            twin + style + '<link rel="preload" imagesrcset="p.svg 1x" as="image">',
        ),
        "index.md": f"# Tea\n\n[Size](markets/tea/#size), [all]({HOME}markets/tea/)\n\nThis page: {HOME}\n",
        "404.html": f'<!doctype html><head>{POLICY}<meta name="robots" content="noindex"></head><a href="/almanac/">x</a>',
        "markets/tea/index.html": page(
            "markets/tea/", '<h1 id="size">Size</h1><a href="../../">home</a>' + CONFIG % ("../..", "../../"), twin
        ),
        "markets/tea/index.md": f"# Size\n\nThis page: {HOME}markets/tea/\n",
        "markets/tea/data/index.html": page("markets/tea/data/", '<a href="tea.csv">CSV</a><a href="tea.xlsx">XLSX</a>'),
        "f/tea/size/index.html": page(
            "f/tea/size/",
            f'<a href="live/">Explore</a><img src="../size.png" alt=""><textarea id="embed">&lt;iframe src="'
            f'{HOME}f/tea/size/live/"&gt;&lt;/iframe&gt;</textarea>',
        ),
        "f/tea/size/live/index.html": hidden("f/tea/size/", '<img src="../../size.svg" alt=""><a href="../">page</a>'),
        "c/tea/former/index.html": hidden(
            "c/tea/size/", '<noscript><meta http-equiv="refresh" content="0; url=../size/"></noscript>'
        ),
        "f/tea/size.json": json.dumps({"usermeta": {"figure": f"{HOME}f/tea/size/"}}),
        "p.svg": '<svg xmlns="http://www.w3.org/2000/svg"><g id="g"/><use href="#g"/><path fill="url(#g)"/></svg>',
        "a.css": '@import "b.css"; body { background: url(p.svg) } i { background: url("data:image/gif;base64,AA") }',
        "b.css": '@font-face { src: url("a.woff2") }',
        "assets/search.js": "1",
        "feeds/all.xml": atom("all", HOME),
        "feeds/tea.xml": atom("tea", f"{HOME}markets/tea/"),
        "feeds/all.json": json_feed("all", HOME),
        "feeds/tea.json": json_feed("tea", f"{HOME}markets/tea/"),
        "feeds/catalysts.ics": "\r\n".join(
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:one", "DTSTAMP:20260101T000000Z",
             f"URL:{HOME}markets/tea/", "END:VEVENT", "END:VCALENDAR", ""]
        ),
        "sitemap.xml": f'<sitemapindex xmlns="{SUMS}"><sitemap><loc>{HOME}sitemap-pages.xml</loc></sitemap></sitemapindex>',
        "robots.txt": f"User-agent: *\nSitemap: {HOME}sitemap.xml\n",
        "llms.txt": f"# Almanac\n\n- [Tea]({HOME}markets/tea/index.md)\n- [API](api/v1/markets.json)\n",
        "search/search_index.json": json.dumps({"docs": [{"location": "markets/tea/#size", "title": "Size"}]}),
        "api/v1/markets.json": json.dumps({"$schema": f"{HOME}api/v1/schema.json", "markets": [listed]}),
        "api/v1/schema.json": json.dumps({"$id": f"{HOME}api/v1/schema.json"}),
    }  # fmt: skip
    texts |= {f"c/tea/{name}/index.html": page(f"c/tea/{name}/", "<h1>7</h1>") for name in NUMBERS}
    return {name: text.encode() for name, text in texts.items()} | {
        PREVIEW: CARD,
        "a.woff2": b"wOF2 and more",
        "f/tea/size.svg": texts["p.svg"].encode(),
        "f/tea/size.png": png(20, 10),
        "f/tea/size.csv": b"\xef\xbb\xbf" + as_csv("Year,figure", f"2024,{HOME}f/tea/size/"),
        "sitemap-pages.xml": shown,
        "sitemap-pages.xml.gz": gzip.compress(shown, mtime=0),
        **market_files(),
    }


def write(files: dict[str, bytes], folder: Path) -> Path:
    """Put files into a folder."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder
