"""Periods: years, halves, quarters, months and days, fiscal years, and stretches between two of them, as SDMX names them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import PlainValidator
from pydantic.dataclasses import dataclass as noun

from scripts.model.fields import NOUN, MonthNumber, quoted, refuse, text, typed

CALENDAR = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
MOMENT = r"([0-9]{4}(-(H[12]|Q[1-4]|[0-9]{2}(-[0-9]{2})?))?|FY[0-9]{4}(-(H[12]|Q[1-4]))?)"
YEARS = range(1800, 2201)
MONTHS_OF = {"H": 6, "Q": 3}
YEAR = 12
HALF_A_CENTURY = 50
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


@noun(frozen=True, config=NOUN)
class FiscalYear:
    """When a fiscal year starts, and by which calendar year it is called: FY2024 may start in April 2023."""

    starts: MonthNumber
    """The number of its first month in quotes, such as "04"."""
    named_by: Literal["start", "end"] = "end"
    """Whether it bears the calendar year in which it starts or the one in which it ends."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, half, quarter, month or day: `2024`, `2024-H1`, `2024-Q1`, `2024-08`, `2025-05-15`; `FY2024` in a fiscal calendar."""

    text: str
    calendar: FiscalYear | None = None

    @property
    def is_fiscal(self) -> bool:
        """Whether it is of a fiscal year."""
        return self.text.startswith("FY")

    @property
    def year(self) -> int:
        """The year by which it is called."""
        return int(self.text.removeprefix("FY")[:4])

    @property
    def length(self) -> int:
        """How many months it is of; 0 for a day."""
        _, _, rest = self.text.removeprefix("FY").partition("-")
        return MONTHS_OF.get(rest[:1], {0: YEAR, 2: 1}.get(len(rest), 0))

    @property
    def first_month(self) -> int:
        """Its first month, counted from the year nought."""
        _, _, rest = self.text.removeprefix("FY").partition("-")
        within = (int(rest[1]) - 1) * self.length if rest[:1] in MONTHS_OF else int(rest[:2] or 1) - 1
        start = self.calendar.starts - 1 if self.is_fiscal and self.calendar else 0
        early = bool(start) and self.calendar is not None and self.calendar.named_by == "end"
        return (self.year - early) * YEAR + start + within

    @property
    def last_month(self) -> int:
        """Its last month, counted alike."""
        return self.first_month + max(self.length, 1) - 1

    def meets(self, other: "Moment") -> bool:
        """Whether both may be the same day, given the precision to which each is known."""
        if not self.length and not other.length:
            return self.text == other.text
        return self.first_month <= other.last_month and other.first_month <= self.last_month


@dataclass(frozen=True, slots=True)
class Period:
    """A moment, or the stretch from one to another of the same length."""

    start: Moment
    end: Moment

    @classmethod
    def of(cls, written: str) -> Self:
        """Read `2024` or `2024/2034`; the text must have been checked before."""
        start, _, end = written.partition("/")
        return cls(Moment(start), Moment(end or start))

    @property
    def is_interval(self) -> bool:
        """Whether the period has two ends."""
        return self.start != self.end

    @property
    def years(self) -> int:
        """Yearly steps from start to end; 0 where the ends are not whole years apart."""
        apart = self.end.first_month - self.start.first_month
        return apart // YEAR if apart % YEAR == 0 else 0

    @property
    def stretch(self) -> int:
        """Months from the first day to the last; 0 for a day."""
        if not self.is_interval:
            return self.start.length
        return self.end.last_month - self.start.first_month + 1

    @property
    def text(self) -> str:
        """The period as the data write it."""
        return f"{self.start.text}/{self.end.text}" if self.is_interval else self.start.text

    @property
    def is_fiscal(self) -> bool:
        """Whether it is of fiscal years."""
        return self.start.is_fiscal

    def within(self, calendar: FiscalYear) -> "Period":
        """The same in a fiscal calendar."""
        return Period(replace(self.start, calendar=calendar), replace(self.end, calendar=calendar))


# What people write, and how it is written here; the first that matches names the cure.
QUARTER = (
    r"(?i)(?:q([1-4])\W*(?:fy\W*)?((?:19|20)?\d\d)|([1-4])q\W*(?:fy\W*)?((?:19|20)?\d\d)"
    r"|(?:fy\W*)?((?:19|20)\d\d|(?<=fy)\d\d)\W*q([1-4]))"
)
HALF = QUARTER.replace("q", "h").replace("[1-4]", "[12]")


def _century(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


def _fiscal(found: re.Match[str]) -> str:
    first, last = int(_century(found[1])), _last(found)
    if last != first + 1:
        return f"write FY{first}/FY{last} for two ends of a rate"
    return f"write FY{last}, or FY{first} with 'named_by: start' under fiscal_year"


def _two_years(found: re.Match[str]) -> str:
    first, last = int(found[1]), _last(found)
    if last != first + 1 and 1 <= int(found[2]) <= YEAR:
        return f"write {first}-{found[2]}"
    if last - first > HALF_A_CENTURY:
        return "look the date up"
    fiscal = f"FY{last} for a fiscal year (fiscal_year in the source says when it starts), "
    return f"write {fiscal if last == first + 1 else ''}{first}/{last} for two ends of a rate"


def _last(found: re.Match[str]) -> int:
    """The second year of two, of which only the last digits are written: 1999/00 ends in 2000."""
    first = int(_century(found[1]))
    return first + (int(found[2]) - first) % 100


def _month(found: re.Match[str]) -> str:
    return f"write {found[2]}-{MONTHS.index(found[1].lower()) + 1:02}"


def _one_fiscal(found: re.Match[str]) -> str:
    return f"write FY{_century(found[1])}, and say under fiscal_year in the source when it starts"


# A cure is a template of the match, or a function of it.
NEAR: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"(?i)fy\W*((?:19|20)?\d\d)[-/–](?:19|20)?(\d\d)", _fiscal),
    (r"(?i)(?:fy|fiscal(?: year)?)\W*((?:19|20)?\d\d)", _one_fiscal),
    (r"((?:19|20)\d\d)[/–-](\d\d)", _two_years),
    (r"(?i)cy\W*((?:19|20)\d\d)", r"write \1"),
    (r"(?i)((?:19|20)\d\d)\s*a\.?", r"write \1, and actual in the column status"),
    (r"(?i)((?:19|20)\d\d)\s*[efp](?:st)?\.?", r"write \1, and estimate or forecast in the column status"),
    (rf"(?i)({'|'.join(MONTHS)})[a-z]*\.?\s+((?:19|20)\d\d)", _month),
    (r"(?i)(ltm|ttm|l12m|twelve|12)\b.*", "write the first and the last month, such as 2023-04/2024-03"),
    (rf"(?P<a>{MOMENT})\s*(?:-|–|to)\s*(?P<b>{MOMENT})", r"write an interval as \g<a>/\g<b>"),
)


def _near(written: str) -> str | None:
    """How a form that people write is written here; None where it is no such form."""
    for letter, expression in (("Q", QUARTER), ("H", HALF)):
        if found := re.fullmatch(expression, written.strip()):
            pairs = found.group(1, 2), found.group(3, 4), found.group(6, 5)
            part, year = next((part, year) for part, year in pairs if part)
            fiscal = "FY" if "fy" in written.lower() else ""
            return f"write {fiscal}{_century(year)}-{letter}{part}"
    matches = ((re.fullmatch(expression, written), cure) for expression, cure in NEAR)
    return next((found.expand(c) if isinstance(c, str) else c(found) for found, c in matches if found), None)


def _moment(written: str) -> Moment:
    if not re.fullmatch(MOMENT, written):
        cure = _near(written) or "write it as 2024, 2024-H1, 2024-Q1, 2024-08, 2024-08-31 or FY2024"
        refuse(f"{quoted(written)} is no period", cure)
    moment = Moment(written)
    if moment.year not in YEARS:
        refuse(f"the year {moment.year}", f"years lie between {YEARS[0]} and {YEARS[-1]}")
    if re.fullmatch(CALENDAR, written):
        try:
            date.fromisoformat(written + {4: "-01-01", 7: "-01", 10: ""}[len(written)])
        except ValueError:
            refuse(f"{quoted(written)} is not in the calendar", _near(written) or "look the date up")
    return moment


def _date(value: object) -> Moment:
    if isinstance(value, Moment):
        return value
    written = text(value)
    if not re.fullmatch(CALENDAR, written):
        refuse(f"{quoted(written)} is no date", "write it as 2024, 2024-08 or 2024-08-31")
    return _moment(written)


def _day(value: object) -> Moment:
    moment = _date(value)
    if len(moment.text) != 10:
        refuse(f"{quoted(moment.text)} is no day", "write it as 2024-08-31")
    return moment


def _period(value: object) -> Period:
    if isinstance(value, Period):
        return value
    written = text(value)
    if near := _near(written) if not re.fullmatch(f"{MOMENT}(/{MOMENT})?", written) else None:
        refuse(f"{quoted(written)} is no period", near)
    if written.count("/") > 1 or not written.strip("/"):
        refuse(f"{quoted(written)} is no period", "write it as 2024, 2024-Q1, 2024-08, FY2024 or 2024/2034")
    ends = [_moment(end) for end in written.split("/")]
    start, end = ends[0], ends[-1]
    if (start.length, start.is_fiscal) != (end.length, end.is_fiscal):
        cure = "give both as years, as quarters, as months, as days or as fiscal years"
        refuse(f"the ends of {quoted(written)} differ in precision", cure)
    if len(ends) == 2 and start.text >= end.text:
        refuse(f"{quoted(written)} does not end after its start", "write the earlier date first")
    return Period(start, end)


DateField = Annotated[Moment, PlainValidator(_date), typed(CALENDAR, "integer")]
DayField = Annotated[Moment, PlainValidator(_day), typed("[0-9]{4}-[0-9]{2}-[0-9]{2}")]
PeriodField = Annotated[Period, PlainValidator(_period), typed(f"{MOMENT}(/{MOMENT})?", "integer")]
