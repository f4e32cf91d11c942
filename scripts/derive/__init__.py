"""Arithmetic: pure functions on exact decimals and intervals; each value that is shown carries name, formula and inputs."""

from scripts.derive import ids
from scripts.derive.breakdown import REGION, Breakdown, Part
from scripts.derive.comparison import Both, Compared, Pair, compare
from scripts.derive.concentration import Bounds, Concentration
from scripts.derive.divisions import divisions
from scripts.derive.editions import newest, other_editions
from scripts.derive.estimates import Estimate, Placed, Triangle, common_year, estimates, placed
from scripts.derive.increments import arrives, years_of_half
from scripts.derive.market import Derivations, SameNameError, derive
from scripts.derive.outlook import BackCast, Outlook, Year
from scripts.derive.peers import Standing, standings
from scripts.derive.sensitivity import Base, Rate, Sensitivity
from scripts.derive.spread import Multiple, Spread
from scripts.derive.trajectory import Course, Point
from scripts.derive.trials import Trial
from scripts.derive.units import compares, in_base_units, in_unit, in_unit_of
