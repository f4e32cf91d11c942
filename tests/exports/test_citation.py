"""Citations are read by the libraries that reference managers are made of, whatever the title holds."""

import json

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st

from scripts.exports import Citation, bibtex, csl_json, ris

ADDRESS = "https://almanac.example/c/cars/size-2024/"
STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>t</title><id>t</id>
<updated>2026-01-01T00:00:00Z</updated></info><citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><names variable="author"/><text variable="title" prefix=": "/><text variable="URL" prefix=" "/></layout>
</bibliography></style>"""


def cited(title="USD 14.2 bn: market size", note="estimate as reported by Volt Research"):
    return Citation("c/cars/size-2024", title, ADDRESS, "2026-11-23", note)


HOSTILE = [
    "USD 14.2 bn: 50 % & more {of} _it_ #1 $5 ~x^2 \\input{evil}",
    "a\nTY  - BOOK\nER  - ",
    "} @misc{other, title = {x}",
    'quotes " and “curly”, ü, 電池',
]


@pytest.mark.parametrize("title", HOSTILE)
def test_bibtex_has_one_entry_whatever_the_title(title):
    library = parse_string(bibtex(cited(title)))
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry.key == "almanac-c-cars-size-2024"
    assert entry.fields_dict["url"].value == ADDRESS
    assert entry.fields_dict["year"].value == "2026"


def test_tex_signs_are_escaped():
    assert r"50 \% \& more \{of\} \_it\_ \#1 \$5 \textasciitilde{}x\textasciicircum{}2" in bibtex(
        cited(HOSTILE[0])
    )


@pytest.mark.parametrize("title", HOSTILE)
def test_ris_has_one_record_whatever_the_title(title):
    (record,) = rispy.loads(ris(cited(title)))
    assert record["type_of_reference"] == "ELEC"
    assert record["title"] == " ".join(title.split())
    assert record["urls"] == [ADDRESS] if "urls" in record else record["url"] == ADDRESS


@given(st.text(min_size=1, max_size=80))
def test_no_text_breaks_out_of_ris(title):
    text = ris(cited(title))
    assert [line[:6] for line in text.split("\r\n")[:-1]] == [
        f"{tag}  - " for tag in ("TY", "TI", "AU", "PY", "DA", "UR", "N1", "ER")
    ]


def test_csl_is_rendered_with_title_author_and_address(tmp_path):
    style = tmp_path / "style.csl"
    style.write_text(STYLE, encoding="utf-8")
    source = CiteProcJSON(json.loads(csl_json(cited())))
    made = CitationStylesBibliography(
        CitationStylesStyle(str(style), validate=False), source, formatter.plain
    )
    made.register(Cited([CitationItem("almanac-c-cars-size-2024")]))
    (line,) = map(str, made.bibliography())
    assert line.startswith("Market Almanac: USD 14.2 bn: market size")
    assert ADDRESS in line
