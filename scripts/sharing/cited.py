"""How light pages and pages of MkDocs are cited: one line for people, formats for programs."""

from scripts.exports import Citation, bibtex, csl_json, ris
from scripts.model import Moment
from scripts.notation import moment
from scripts.sharing.name import NAME
from scripts.sharing.templates import rendered


def formats(cited: Citation) -> list[tuple[str, str]]:
    """Each format with its text, in the order in which readers ask for them."""
    return [("BibTeX", bibtex(cited)), ("CSL-JSON", csl_json(cited)), ("RIS", ris(cited))]


def cite_block(cited: Citation, root: str) -> str:
    """The foot of a page of MkDocs: how to cite it; `root` is the way from there to the home page."""
    line = f"{NAME}: “{cited.title}”, as of {moment(Moment(cited.day))}. {cited.address}"
    return rendered("cite_block.html.j2", citation=line, formats=formats(cited), root=root)
