"""Sharing: every figure and every number on pages of their own, and a figure alive in a frame that others may embed."""

from scripts.sharing.cited import cite_block
from scripts.sharing.claim_page import claim_page
from scripts.sharing.figure_page import figure_page
from scripts.sharing.live_page import live_page
from scripts.sharing.name import NAME
from scripts.sharing.numbers import found_numbers, number_pages, taken_names
from scripts.sharing.old_address import moved_page, withdrawn_page
from scripts.sharing.preview import JsonLd, Preview, linked, preview
from scripts.sharing.shared import Shared, placed_figures, shared
from scripts.sharing.shared_claim import SharedClaim

__all__ = [
    "NAME",
    "JsonLd",
    "Preview",
    "Shared",
    "SharedClaim",
    "cite_block",
    "claim_page",
    "figure_page",
    "found_numbers",
    "linked",
    "live_page",
    "moved_page",
    "number_pages",
    "placed_figures",
    "preview",
    "shared",
    "taken_names",
    "withdrawn_page",
]
