"""Sharing: a figure and a claim on pages of their own, and a figure alive in a frame that other sites may embed."""

from scripts.sharing.claim_page import SharedClaim, claim_page, shared_claims
from scripts.sharing.figure_page import figure_page
from scripts.sharing.live_page import live_page
from scripts.sharing.old_address import moved_page, withdrawn_page
from scripts.sharing.shared import Shared, shared

__all__ = [
    "Shared",
    "SharedClaim",
    "claim_page",
    "figure_page",
    "live_page",
    "moved_page",
    "shared",
    "shared_claims",
    "withdrawn_page",
]
