"""The words that the tests' markets are written in: units, measures, regions, dimensions, scopes."""

from scripts.model import (
    WORLD,
    Codelists,
    Dimension,
    Measure,
    Region,
    Relation,
    Role,
    Scope,
    Segment,
    Unit,
    UnitKind,
    Word,
)

UNITS = {
    unit.code: unit
    for unit in (
        Unit("usd-bn", "Billion US dollars", UnitKind.MONEY, "bn", "USD", 10**9),
        Unit("usd-m", "Million US dollars", UnitKind.MONEY, "m", "USD", 10**6),
        Unit("eur-bn", "Billion euros", UnitKind.MONEY, "bn", "EUR", 10**9),
        Unit("eur-m", "Million euros", UnitKind.MONEY, "m", "EUR", 10**6),
        Unit("usd", "US dollars", UnitKind.MONEY, "each", "USD"),
        Unit("people", "People", UnitKind.QUANTITY, "people"),
        Unit("gwh", "Gigawatt hours", UnitKind.QUANTITY, "GWh", None, 1),
        Unit("percent", "Per cent", UnitKind.PERCENT, "%", None, 1),
        Unit("percent-a-year", "Per cent a year", UnitKind.RATE, "% a year", None, 1),
        Unit("patients", "Patients", UnitKind.COUNT, "patients", None, 1),
        Unit("months", "Months", UnitKind.DURATION, "months", None, 1),
        Unit("times", "Times", UnitKind.RATIO, "times", None, 1),
        Unit("one-in", "One in so many", UnitKind.ONE_IN, "1 in", None, 1),
        Unit("rank", "Place in an order", UnitKind.RANK, "place", None, 1),
    )
}
MONEY = ("usd-bn", "usd-m", "eur-bn", "eur-m")
MEASURES = {
    measure.code: measure
    for measure in (
        Measure("market-size", "Market size", Role.SIZE, MONEY, "Money spent."),
        Measure("shipments", "Shipments", Role.VOLUME, ("gwh",), "Energy shipped."),
        Measure("users", "Users", Role.VOLUME, ("people",), "People who use it.", over_time="end"),
        Measure("price", "Price", Role.PRICE, ("usd",), "What one costs."),
        Measure(
            "cagr",
            "Compound annual growth rate",
            Role.GROWTH,
            ("percent-a-year",),
            "Yearly growth.",
            "market-size",
        ),
        Measure(
            "shipment-growth",
            "Growth of shipments",
            Role.GROWTH,
            ("percent-a-year",),
            "Yearly growth.",
            "shipments",
        ),
        Measure(
            "user-growth", "Growth of users", Role.GROWTH, ("percent-a-year",), "Yearly growth.", "users"
        ),
        Measure(
            "revenue-share", "Revenue share", Role.SHARE, ("percent",), "Part of the money.", "market-size"
        ),
        Measure(
            "shipment-share",
            "Share of shipments",
            Role.SHARE,
            ("percent",),
            "Part of the energy.",
            "shipments",
        ),
        Measure("share-rank", "Rank by share", Role.SHARE_RANK, ("rank",), "Place.", "market-size"),
        Measure("growth-rank", "Rank by growth", Role.GROWTH_RANK, ("rank",), "Place.", "market-size"),
        Measure("multiple", "Growth multiple", Role.MULTIPLE, ("times",), "How many times.", "market-size"),
        Measure("response-rate", "Response rate", Role.PROPORTION, ("percent",), "Part of the patients."),
        Measure("survival", "Survival", Role.DURATION, ("months",), "Median time."),
        Measure("patients", "Patients", Role.COUNT, ("patients",), "Patients treated."),
        Measure("funding", "Funding", Role.MONEY, ("usd-m", "eur-m"), "Money awarded."),
    )
}
REGIONS = {
    region.code: region
    for region in (
        Region(WORLD, "Worldwide", "001", None),
        Region("europe", "Europe", "150", WORLD),
        Region("germany", "Germany", "276", "europe"),
        Region("asia-pacific", "Asia Pacific", None, WORLD),
        Region("north-america", "North America", None, WORLD),
        Region("not-stated", "Place not stated", None, None),
    )
}
EVENT_TYPES = {code: Word(code, code.capitalize()) for code in ("approval", "funding")}
DIMENSIONS = {
    code: Dimension(code, name, {part: Segment(part, title) for part, title in parts.items()})
    for code, name, parts in (
        ("use", "Use", {"cars": "Cars", "phones": "Phones", "ships": "Ships"}),
        ("chemistry", "Chemistry", {"oxide": "Oxide", "sulfide": "Sulfide"}),
    )
}
SCOPES = {
    code: Scope(code, name, Relation.WIDER)
    for code, name in (("all-batteries", "All batteries"), ("car-t", "CAR-T cell therapy"))
}
CODELISTS = Codelists(MEASURES, UNITS, REGIONS, EVENT_TYPES, {}, {}, {}, {})
