"""The crawl of a built site: what it holds, what points where, and one check for each kind of promise."""

from scripts.publish.crawl.site import Site, UnreadableError

__all__ = ["Site", "UnreadableError"]
