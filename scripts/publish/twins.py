"""Markdown twins: what each page of MkDocs says, in plain Markdown beside it, for programs that read text."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urljoin

from lxml import html
from markdownify import MarkdownConverter

# What only a person in front of a screen needs; a figure's table says what its picture shows.
LEFT_OUT = (
    "//script | //style | //form | //button | //textarea | //svg | //*[@hidden] | //a[@class='headerlink']"
    " | //*[contains(@class, 'ma-figure__actions') or contains(@class, 'ma-print-address')"
    " or contains(@class, 'ma-edit') or contains(@class, 'ma-tabs') or contains(@class, 'md-source-file')"
    " or contains(@class, 'md-content__button') or contains(@class, 'ma-cite')]"
)
APART = (
    ".//*[contains(@class, 'ma-locator') or contains(@class, 'ma-note')]"
    " | .//*[@class='ma-vitals']/div/*[position() > 1]"
)
MARKS = ".//*[contains(@class, 'ma-mark') and @role='img' and @aria-label]"
COUNTS = ".//a[contains(@class, 'ma-mark') and @title]"
TWIN = "index.md"


def write_twins(site: Path, pages: Iterable[Path], address: str) -> None:
    """Write `index.md` beside each page of MkDocs and link it from there; `address` is the home page's."""
    converter = MarkdownConverter(heading_style="atx", bullets="-", escape_misc=True)
    for path in pages:
        if path.name != "index.html":
            continue
        page = path.read_text(encoding="utf-8")
        place = path.relative_to(site).as_posix().removesuffix("index.html")
        article = next(_articles(page), None)
        if article is None:
            continue
        for link in article.iter("a"):
            link.set("href", urljoin(f"{address}{place}", link.get("href") or ""))
        _in_words(article)
        text = converter.convert(html.tostring(article, encoding="unicode"))
        lines = (line.rstrip() for line in text.splitlines())
        body = "\n".join(_spaced(lines)).strip()
        (path.parent / TWIN).write_text(
            f"{body}\n\nThis page: {address}{place}\n", encoding="utf-8", newline="\n"
        )


def _in_words(article: html.HtmlElement) -> None:
    """What a page says by its layout and its signs."""
    for apart in article.xpath(APART):  # on the page it stands on a line of its own
        _put_before(apart, "; ")
    for mark in article.xpath(MARKS):
        mark.text = f" ({mark.get('aria-label')})"
    for mark in article.xpath(COUNTS):  # a number of findings, which leads to the first of them
        mark.text, said = mark.attrib.pop("title"), mark.tail or ""
        for part in list(mark):
            mark.remove(part)
        _put_before(mark, " (")
        mark.tail = f"){said}"


def _put_before(element: html.HtmlElement, text: str) -> None:
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = f"{before.tail or ''}{text}"
    elif parent is not None:
        parent.text = f"{parent.text or ''}{text}"


def _articles(page: str) -> Iterator[html.HtmlElement]:
    for article in html.fromstring(page).iter("article"):
        if "md-content__inner" in (article.get("class") or ""):
            for element in article.xpath(LEFT_OUT.replace("//", ".//")):
                element.drop_tree()
            yield article


def _spaced(lines: Iterator[str]) -> Iterator[str]:
    """Lines with never more than one empty line between them."""
    empty = False
    for line in lines:
        if line or not empty:
            yield line
        empty = not line
