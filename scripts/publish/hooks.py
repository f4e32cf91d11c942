"""MkDocs hooks, kept thin: what must hold under `mkdocs serve` as well as in a build."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.publish.notebook import without_baggage


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Clean notebooks; leave other pages alone."""
    _ = config, files
    return without_baggage(html) if page.file.src_uri.endswith(".ipynb") else html
