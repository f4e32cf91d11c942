"""Is it right? One rule is one function; its docstring is its published documentation."""

from scripts.audit.guide import Guide, guide, name
from scripts.audit.report import Report, audit
from scripts.audit.rules import RULES

__all__ = ["RULES", "Guide", "Report", "audit", "guide", "name"]
