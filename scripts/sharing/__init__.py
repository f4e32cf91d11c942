"""Sharing: a figure on a page of its own, and alive in a frame that other sites may embed."""

from scripts.sharing.figure_page import figure_page
from scripts.sharing.live_page import live_page
from scripts.sharing.shared import Shared, shared

__all__ = ["Shared", "figure_page", "live_page", "shared"]
