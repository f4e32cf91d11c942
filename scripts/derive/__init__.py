"""Arithmetic: pure functions on exact decimals and intervals."""

from scripts.derive.estimates import Estimate, Placed, Triangle, common_year, estimates, placed
from scripts.derive.market import Derivations, derive
from scripts.derive.outlook import BackCast, Outlook, Year
from scripts.derive.precision import in_unit_of, quantity
from scripts.derive.shares import REGION, Breakdown, Part, segment_money
from scripts.derive.trials import Trial

__all__ = [
    "REGION",
    "BackCast",
    "Breakdown",
    "Derivations",
    "Estimate",
    "Outlook",
    "Part",
    "Placed",
    "Trial",
    "Triangle",
    "Year",
    "common_year",
    "derive",
    "estimates",
    "in_unit_of",
    "placed",
    "quantity",
    "segment_money",
]
