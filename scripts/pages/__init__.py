"""One page type is one template and a line in `kinds.py`; all text of the data is escaped on its way in."""

from scripts.pages.audit import audit_fragment, rule_pages
from scripts.pages.compare import compare_pages
from scripts.pages.market import market_pages
from scripts.pages.page import Fragment, Page, Tab
from scripts.pages.site import site_fragments
from scripts.pages.view import MarketView

__all__ = [
    "Fragment",
    "MarketView",
    "Page",
    "Tab",
    "audit_fragment",
    "compare_pages",
    "market_pages",
    "rule_pages",
    "site_fragments",
]
