"""The formats in which a light page is cited."""

from scripts.exports import Citation, bibtex, csl_json, ris


def formats(cited: Citation) -> list[tuple[str, str]]:
    """Each format with its text, in the order in which readers ask for them."""
    return [("BibTeX", bibtex(cited)), ("CSL-JSON", csl_json(cited)), ("RIS", ris(cited))]
