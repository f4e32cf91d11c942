"""A market as an Excel workbook: claims and derived values in typed columns, evidence, sources, and notes on what it all means."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scripts.exports.records import (
    LICENCE_ADDRESS,
    LICENCE_NOTE,
    STUDY,
    data_page,
    fields,
    records,
    study_record,
)
from scripts.model import Source
from scripts.model.addresses import claim_address
from scripts.notation import NBSP, author, measured, supported_decimals, typeable
from scripts.pages import MarketView

DERIVED = ("id", "name", "shown", "value", "low", "high", "unit", "formula", "inputs", "address")
NUMBERS = {"value", "low", "high"}
WIDTHS = {
    "id": 30,
    "source_title": 44,
    "note": 44,
    "rank_reason": 36,
    "locator": 28,
    "address": 44,
    "title": 44,
    "name": 44,
    "formula": 60,
}
EVENTS = ("id", "date", "type", "title", "organisations", "region", "source", "locator")
FACT_CHECKS = ("id", "subject", "checked", "verdict", "says", "sources", "date")
# Text stays text: no cell of the data can become a formula, a link or a number.
OPTIONS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
Cells = Iterable[Sequence[str]]


def market_xlsx(view: MarketView, site: str) -> bytes:
    """The workbook; dates come from the data, so that the same data give the same bytes."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    newest = f"{view.catalog.newest_date}-01-01"[:10]
    book.set_properties(
        {
            "title": view.market.title,
            "author": "Market Almanac",
            "comments": LICENCE_NOTE,
            "created": datetime.combine(date.fromisoformat(newest), datetime.min.time(), UTC),
        }
    )
    sheets = _Sheets(book)
    sheets.claims(view, site)
    if view.derived.values:
        sheets.derived(view, site)
    sheets.table(
        "Sources",
        ("id", "publisher", "title", "published", "address", "accessed", "author", "terms"),
        _sources(view),
    )
    market = view.market
    if market.events:
        sheets.table("Events", EVENTS, _events(view))
    if market.studies:
        sheets.table("Studies", STUDY, map(study_record, market.studies))
    if market.fact_checks:
        sheets.table("Fact checks", FACT_CHECKS, _fact_checks(view))
    findings = [
        (f.id, f.severity.value, f.rule, f.title, f.arithmetic, f.grade.value, f.reading)
        for f in view.report.findings
    ]
    if findings:
        sheets.table(
            "Findings", ("id", "severity", "rule", "finding", "arithmetic", "grade", "reading"), findings
        )
    sheets.table("Notes", ("field", "meaning"), _notes(view, site))
    book.close()
    return out.getvalue()


class _Sheets:
    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        self.head = book.add_format({"bold": True, "bottom": 1})
        self.formats: dict[int, Format] = {}

    def claims(self, view: MarketView, site: str) -> None:
        """Numbers as numbers, shown with exactly the digits that are printed."""
        columns = fields(view)
        sheet = self._sheet("Claims", [field.name for field in columns])
        rows = records(view, site)
        for number, record in enumerate(rows, start=1):
            for place, field in enumerate(columns):
                text = record[field.name]
                if field.name in NUMBERS:
                    decimals = len(text.partition(".")[2])
                    sheet.write_number(number, place, float(Decimal(text)), self._digits(decimals))
                elif field.type == "integer" or (field.name == "period" and text.isdecimal()):
                    sheet.write_number(number, place, int(text))
                else:
                    sheet.write_string(number, place, text)
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)

    def derived(self, view: MarketView, site: str) -> None:
        """What we computed: the point with the digits that are known, its interval one digit finer."""
        sheet = self._sheet("Derived", DERIVED)
        for number, value in enumerate(view.derived.values.values(), start=1):
            point = typeable(value)
            finer = self._digits(max(supported_decimals(value) + 1, 0))
            for place, text in enumerate((value.id, value.name, measured(value, value.unit))):
                sheet.write_string(number, place, text.replace(NBSP, " "))
            sheet.write_number(number, 3, float(Decimal(point)), self._digits(len(point.partition(".")[2])))
            sheet.write_number(number, 4, float(value.low), finer)
            sheet.write_number(number, 5, float(value.high), finer)
            address = f"{site}{claim_address(view.market.id, value.id)}"
            rest = (value.unit.code, value.formula, "; ".join(value.inputs), address)
            for place, text in enumerate(rest, start=6):
                sheet.write_string(number, place, text.replace(NBSP, " "))

    def table(self, name: str, columns: Sequence[str], rows: Cells) -> None:
        """A sheet of text."""
        sheet = self._sheet(name, columns)
        for number, row in enumerate(rows, start=1):
            for place, text in enumerate(row):
                sheet.write_string(number, place, text)

    def _sheet(self, name: str, columns: Sequence[str]) -> Worksheet:
        sheet = self.book.add_worksheet(name)
        sheet.freeze_panes(1, 1)
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column, self.head)
            sheet.set_column(place, place, WIDTHS.get(column, max(12, len(column) + 3)))
        return sheet

    def _digits(self, decimals: int) -> Format:
        if decimals not in self.formats:
            fraction = "." + "0" * decimals if decimals else ""
            self.formats[decimals] = self.book.add_format({"num_format": f"#,##0{fraction}"})
        return self.formats[decimals]


def _sources(view: MarketView) -> Cells:
    for source in sources_of(view):
        published = source.published.text if source.published else ""
        accessed = source.accessed.text if source.accessed else ""
        yield (
            source.id,
            source.publisher.name,
            source.title,
            published,
            source.address or "",
            accessed,
            author(source),
            source.terms,
        )


def sources_of(view: MarketView) -> tuple[Source, ...]:
    """Every source that a market rests on or is held against, by id."""
    market = view.market
    used = [claim.source for claim in market.in_order]
    used += [event.source for event in market.events] + [study.source for study in market.studies]
    used += [source for check in market.fact_checks for source in check.sources]
    known = {source.id: source for source in used if source}
    return tuple(known[name] for name in sorted(known))


def _events(view: MarketView) -> Cells:
    for event in view.market.events:
        when = event.date.text if event.date else ""
        source = event.source.id if event.source else ""
        who = "; ".join(event.organisations)
        yield event.id, when, event.type.name, event.title, who, event.region.code, source, event.locator


def _fact_checks(view: MarketView) -> Cells:
    for check in view.market.fact_checks:
        sources = "; ".join(source.id for source in check.sources)
        yield (
            check.id,
            check.subject,
            check.checked,
            check.verdict.value,
            check.says,
            sources,
            check.date.text if check.date else "",
        )


def _notes(view: MarketView, site: str) -> Cells:
    yield "market", view.market.title
    yield "definition", view.market.definition
    yield "as of", view.catalog.newest_date
    yield "from", data_page(view, site)
    yield "licence", f"{LICENCE_NOTE} {LICENCE_ADDRESS}"
    yield from ((field.name, field.description) for field in fields(view))
