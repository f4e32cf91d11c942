"""Is it right? One rule is one function; its docstring is its published documentation."""

from scripts.audit.guide import Guide, guide, name
from scripts.audit.report import Report, audit, audit_house, guides
from scripts.audit.rules import HOUSE_RULES, RULES
from scripts.audit.score import Score, score

__all__ = [
    "HOUSE_RULES",
    "RULES",
    "Guide",
    "Report",
    "Score",
    "audit",
    "audit_house",
    "guide",
    "guides",
    "name",
    "score",
]
