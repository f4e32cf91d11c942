"""One address of each page type that Material renders, for tests that must hold on all of them."""

MARKET = "markets/personalized-cell-therapy/"
OF_A_MARKET = (
    "forecast",
    "segments",
    "regions",
    "series",
    "dynamics",
    "evidence",
    "estimates",
    "quality",
    "data",
)
# Pages of our own beside Material's: a figure, a figure alive, a claim that is followed and one that is not.
LIGHT = (
    "f/personalized-cell-therapy/size-forecast/",
    "f/personalized-cell-therapy/size-forecast/live/",
    "c/personalized-cell-therapy/size-2024/",
    "c/personalized-cell-therapy/size-2023/",
)
PAGE_TYPES = (
    "",
    MARKET,
    *(f"{MARKET}{page}/" for page in OF_A_MARKET),
    "audit/",
    "compare/",
    "compare/cell-therapies/",
    "methodology/",
    "methodology/rules/growth-triangle/",
    "methodology/dependencies/",
    "glossary/",
    "sources/",
    "notebooks/",
    "notebooks/personalized-cell-therapy/",
    "404.html",
    *LIGHT,
)
