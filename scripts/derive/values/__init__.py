"""Derived values by name: everything computed that pages show, so that each has an address of its own."""

from scripts.derive.values.concentrations import of_concentration
from scripts.derive.values.estimates import of_estimates, of_spread
from scripts.derive.values.naming import SameNameError, named
from scripts.derive.values.others import of_product, of_requirement, of_trial
from scripts.derive.values.outlook import of_course, of_outlook
from scripts.derive.values.shares import of_breakdown

__all__ = [
    "SameNameError",
    "named",
    "of_breakdown",
    "of_concentration",
    "of_course",
    "of_estimates",
    "of_outlook",
    "of_product",
    "of_requirement",
    "of_spread",
    "of_trial",
]
