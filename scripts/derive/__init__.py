"""Arithmetic: pure functions on exact decimals and intervals."""

from scripts.derive import ids
from scripts.derive.comparison import Both, Compared, Pair, compare
from scripts.derive.concentration import Bounds, Concentration
from scripts.derive.course import Course, Point, in_unit
from scripts.derive.divisions import Division, divisions
from scripts.derive.estimates import Estimate, Placed, Triangle, common_year, estimates, placed
from scripts.derive.increments import arrives, years_of_half
from scripts.derive.market import Derivations, derive
from scripts.derive.outlook import BackCast, Outlook, Year
from scripts.derive.peers import Standing, standings
from scripts.derive.precision import NO_LOWER_END, NO_UPPER_END, in_unit_of, quantity
from scripts.derive.segment_values import SegmentValue, SegmentValues, segment_values
from scripts.derive.sensitivity import Base, Rate, Sensitivity
from scripts.derive.shares import REGION, Breakdown, Part, breakdowns, segment_money
from scripts.derive.spread import Multiple, Spread
from scripts.derive.trials import Trial
from scripts.derive.values import SameNameError

__all__ = [
    "NO_LOWER_END",
    "NO_UPPER_END",
    "REGION",
    "BackCast",
    "Base",
    "Both",
    "Bounds",
    "Breakdown",
    "Compared",
    "Concentration",
    "Course",
    "Derivations",
    "Division",
    "Estimate",
    "Multiple",
    "Outlook",
    "Pair",
    "Part",
    "Placed",
    "Point",
    "Rate",
    "SameNameError",
    "SegmentValue",
    "SegmentValues",
    "Sensitivity",
    "Spread",
    "Standing",
    "Trial",
    "Triangle",
    "Year",
    "arrives",
    "breakdowns",
    "common_year",
    "compare",
    "derive",
    "divisions",
    "estimates",
    "ids",
    "in_unit",
    "in_unit_of",
    "placed",
    "quantity",
    "segment_money",
    "segment_values",
    "standings",
    "years_of_half",
]
