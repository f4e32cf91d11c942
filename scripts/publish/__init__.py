"""Publication: staging, MkDocs, verification, the swap."""

from scripts.publish.finish import Publication, finish
from scripts.publish.fonts import write_fonts
from scripts.publish.heads import About
from scripts.publish.mkdocs_run import RenderingError, is_addressed, render_site, site_address
from scripts.publish.staging import BusyError, TargetError, check_target, staging, swap
from scripts.publish.verify import verify

__all__ = [
    "About",
    "BusyError",
    "Publication",
    "RenderingError",
    "TargetError",
    "check_target",
    "finish",
    "is_addressed",
    "render_site",
    "site_address",
    "staging",
    "swap",
    "verify",
    "write_fonts",
]
