"""A claim in the words of schema.org: what it measures, and how it was reviewed."""

from collections.abc import Iterator, Mapping
from typing import Any

from scripts.exports import LICENCE_ADDRESS
from scripts.model import Claim, Qualifier, Source, Verdict
from scripts.notation import author, full
from scripts.pages.view import VERDICT_WORDS
from scripts.sharing.name import NAME
from scripts.sharing.shared_claim import SharedClaim

# How far a claim was confirmed, on the scale of schema.org's ClaimReview: 5 is true, 1 is false.
RATINGS = {Verdict.VERIFIED: 5, Verdict.PARTLY_VERIFIED: 3, Verdict.OUTDATED: 2, Verdict.CONTRADICTED: 1}


def claim_data(shared: SharedClaim) -> Mapping[str, Any]:
    """A page about an Observation, with a ClaimReview for each fact check that came to a verdict."""
    page = {"@type": "WebPage", "name": shared.title, "url": shared.address, "mainEntity": _observed(shared)}
    page["license"] = LICENCE_ADDRESS
    reviews = list(_reviews(shared))
    return page | ({"hasPart": reviews} if reviews else {})


def _observed(shared: SharedClaim) -> Mapping[str, Any]:
    claim = shared.claim
    seen: dict[str, Any] = {
        "@type": "Observation",
        "name": shared.about,
        "value": _value(claim),
        "measuredProperty": {"@type": "Property", "name": claim.measure.name},
    }
    if claim.period:
        seen["observationDate"] = claim.period.text
    if claim.source:
        seen["isBasedOn"] = _work(claim.source)
    return seen


def _value(claim: Claim) -> Mapping[str, Any]:
    """The figure as printed and as quoted, with the ends that its digits and its qualifier leave it."""
    known, about = claim.quantity, claim.printed.qualifier is Qualifier.ABOUT
    value: dict[str, Any] = {
        "@type": "QuantitativeValue",
        "name": full(claim),
        "value": claim.printed.text,
        "unitText": claim.unit.name,
    }
    if not (known.below or about):
        value["minValue"] = f"{known.low:f}"
    if not (known.above or about):
        value["maxValue"] = f"{known.high:f}"
    return value


def _reviews(shared: SharedClaim) -> Iterator[Mapping[str, Any]]:
    source = shared.claim.source
    reviewed: dict[str, Any] = {"@type": "Claim", "name": shared.title}
    if source:
        reviewed["author"] = {"@type": "Organization", "name": author(source)}
        reviewed["appearance"] = _work(source)
    for check in shared.view.checks(shared.claim.id):
        if check.verdict not in RATINGS:
            continue
        words = VERDICT_WORDS[check.verdict]
        yield {
            "@type": "ClaimReview",
            "claimReviewed": f"{shared.title}, {shared.claim.status.value}, {shared.publisher}",
            "url": shared.address,
            "author": {"@type": "Organization", "name": NAME, "url": shared.site},
            "itemReviewed": reviewed,
            "reviewRating": {
                "@type": "Rating",
                "ratingValue": RATINGS[check.verdict],
                "bestRating": 5,
                "worstRating": 1,
                "alternateName": words,
            },
            "reviewBody": check.says or words,
        } | ({"datePublished": check.date.text} if check.date and not check.date.is_interval else {})


def _work(source: Source) -> Mapping[str, Any]:
    work: dict[str, Any] = {"@type": "CreativeWork", "name": source.title}
    work["author"] = {"@type": "Organization", "name": author(source)}
    work["publisher"] = {"@type": "Organization", "name": source.publisher.name}
    return work | ({"url": source.address} if source.address else {})
