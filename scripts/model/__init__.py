"""The nouns: frozen values without files and without arithmetic."""

from scripts.model.catalog import Catalog, Comparison
from scripts.model.claim import TOTAL, WORLD, Claim, Key, Rank, Status, Typed
from scripts.model.codelists import Basis, Codelists, Measure, Region, Role, Unit, UnitKind, Word
from scripts.model.commentary import Entry, Fragment, Paragraph, Reference, Section, Text
from scripts.model.derived import Derived
from scripts.model.evidence import Event, FactCheck, Study, Verdict
from scripts.model.finding import HELD, Finding, Held, Severity
from scripts.model.market import (
    PORTFOLIO,
    AcceptedFinding,
    Dimension,
    Headline,
    Market,
    Relation,
    Scope,
    Segment,
    Vintage,
)
from scripts.model.number import Printed, Qualifier, Quantity
from scripts.model.period import Moment, Period
from scripts.model.permalink import AddressKind, Permalink
from scripts.model.place import Place, Problem
from scripts.model.source import Source

__all__ = [
    "HELD",
    "PORTFOLIO",
    "TOTAL",
    "WORLD",
    "AcceptedFinding",
    "AddressKind",
    "Basis",
    "Catalog",
    "Claim",
    "Codelists",
    "Comparison",
    "Derived",
    "Dimension",
    "Entry",
    "Event",
    "FactCheck",
    "Finding",
    "Fragment",
    "Headline",
    "Held",
    "Key",
    "Market",
    "Measure",
    "Moment",
    "Paragraph",
    "Period",
    "Permalink",
    "Place",
    "Printed",
    "Problem",
    "Qualifier",
    "Quantity",
    "Rank",
    "Reference",
    "Region",
    "Relation",
    "Role",
    "Scope",
    "Section",
    "Segment",
    "Severity",
    "Source",
    "Status",
    "Study",
    "Text",
    "Typed",
    "Unit",
    "UnitKind",
    "Verdict",
    "Vintage",
    "Word",
]
