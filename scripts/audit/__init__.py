"""Is it right? One rule is one function; its docstring is its published documentation."""

from scripts.audit.report import Report, audit
from scripts.audit.rules import RULES, name, says

__all__ = ["RULES", "Report", "audit", "name", "says"]
