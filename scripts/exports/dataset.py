"""The data page in the words of schema.org: a Dataset with its files, years, measures, licence and sources."""

from scripts.exports.document import Json
from scripts.exports.records import LICENCE_ADDRESS
from scripts.exports.workbook import sources_of
from scripts.model.addresses import download, market_address
from scripts.notation import author
from scripts.pages import MarketView

FORMATS = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "zip": "application/zip",
}


def dataset(view: MarketView, site: str) -> Json:
    """A market's claims as a Dataset (https://developers.google.com/search/docs/appearance/structured-data/dataset)."""
    market = view.market
    home = f"{site}{market_address(market.id, 'data')}"
    periods = [claim.period for claim in market.in_order if claim.period]
    years = [str(end.year) for period in periods for end in (period.start, period.end)]
    measures = {(claim.measure.name, claim.unit.name): claim for claim in market.in_order}
    regions = dict.fromkeys(claim.region.name for claim in market.in_order)
    about = f"{market.title}: {len(market.claims)} published figures with source and place in it. {market.definition}"
    return {
        "@type": "Dataset",
        "name": f"{market.title}: published figures",
        "description": about[:5000],
        "url": home,
        "identifier": home,
        "license": LICENCE_ADDRESS,
        "isAccessibleForFree": True,
        "dateModified": view.catalog.newest_date,
        "creator": {"@type": "Organization", "name": "Market Almanac", "url": site},
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": kind,
                "contentUrl": f"{site}{download(market.id, ending)}",
            }
            for ending, kind in FORMATS.items()
        ],
        "temporalCoverage": f"{min(years)}/{max(years)}" if years else "",
        "spatialCoverage": list(regions),
        "variableMeasured": [
            {
                "@type": "PropertyValue",
                "name": name,
                "unitText": unit,
                "description": claim.measure.description,
            }
            for (name, unit), claim in measures.items()
        ],
        "isBasedOn": [
            {
                "@type": "CreativeWork",
                "name": source.title,
                "author": author(source),
                "publisher": source.publisher.name,
            }
            | ({"url": source.address} if source.address else {})
            for source in sources_of(view)
        ],
    }
