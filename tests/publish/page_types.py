"""One address of each page type that Material renders, for tests that must hold on all of them."""

MARKET = "markets/personalized-cell-therapy/"
OF_A_MARKET = ("forecast", "segments", "regions", "dynamics", "evidence", "estimates", "quality", "data")
PAGE_TYPES = (
    "",
    MARKET,
    *(f"{MARKET}{page}/" for page in OF_A_MARKET),
    "methodology/",
    "methodology/dependencies/",
    "glossary/",
    "sources/",
    "notebooks/",
    "notebooks/personalized-cell-therapy/",
    "404.html",
)
