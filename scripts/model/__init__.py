"""The nouns: frozen values, each stated once; the class is the shape of its file, its schema and its documentation."""

from scripts.model.catalog import Catalog, Comparison
from scripts.model.claim import EXACT, TOTAL, Claim, Key, Rank, Status, Typed
from scripts.model.codelists import Codelists, Measure, Region, Role, Unit, UnitKind, Word
from scripts.model.commentary import Entry, Fragment, Paragraph, Reference, Section, Text
from scripts.model.dimension import Dimension, Relation, Scope, Segment
from scripts.model.evidence import Event, FactCheck, Study, Verdict
from scripts.model.finding import HELD, Finding, Grade, Held, Severity
from scripts.model.market import PORTFOLIO, Headline, Market
from scripts.model.number import PRECISION, Computed, Qualifier, Quantity, total
from scripts.model.period import YEAR, FiscalYear, Moment, Period
from scripts.model.permalink import AddressKind, Permalink
from scripts.model.place import Place, Problem
from scripts.model.printed import Printed
from scripts.model.source import NOWHERE, WORLD, RegionSet, Source
from scripts.model.vintage import AcceptedFinding, Vintage
