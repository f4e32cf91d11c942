"""Addresses are made in one module: what it makes, and that nothing else makes any."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.model import addresses

SCRIPTS = Path(__file__).resolve().parents[1] / "scripts"
HOME = SCRIPTS / "model" / "addresses.py"
# It tells analysts which row of the ledger is missing, and links nothing.
TOLD = SCRIPTS / "audit" / "history.py"

ROOMS = (
    r"(?:c|f|markets|compare|feeds|api/v1|methodology|sources|audit|glossary|notebooks|cite|assets/cards)/"
)
# In an f-string, {} stands for what is put in. A plain text may also name a folder, as build.py does to sweep it.
IN_F_STRING = re.compile(
    rf"(?:^|[\s(}}])/?{ROOMS}|\}}(?:data|dynamics|evidence|estimates|quality)/|\}}live/|^data/markets/"
)
IN_TEXT = re.compile(r"^/?(?:c|f|markets|compare|feeds|api/v1)/")
IN_A_TEMPLATE = re.compile(
    rf"""root(?: \}}\}}| ~ ['"])(?!\{{|assets/|")\w|["'](?:\.\./)*{ROOMS}|belongs(?: \}}\}}| ~ ")\w"""
)


@pytest.mark.parametrize(
    ("made", "address"),
    [
        (addresses.claim_address("batteries", "size-2024"), "c/batteries/size-2024/"),
        (addresses.figure_address("batteries", "shares"), "f/batteries/shares/"),
        (addresses.figure_file("batteries", "shares", "png"), "f/batteries/shares.png"),
        (addresses.live_address("batteries", "shares"), "f/batteries/shares/live/"),
        (addresses.figure_anchor("shares"), "#figure-shares"),
        (addresses.market_address("batteries"), "markets/batteries/"),
        (addresses.market_address("batteries", "forecast"), "markets/batteries/forecast/"),
        (addresses.market_address("batteries", "dynamics", "plant"), "markets/batteries/dynamics/#plant"),
        (addresses.data_file("batteries", "datapackage.json"), "markets/batteries/data/datapackage.json"),
        (addresses.download("batteries", "csv"), "markets/batteries/data/batteries.csv"),
        (addresses.edited_file("batteries", "market.yml"), "data/markets/batteries/market.yml"),
        (addresses.document_address("batteries"), "api/v1/markets/batteries.json"),
        (addresses.MARKET_LIST, "api/v1/markets.json"),
        (addresses.SCHEMA, "api/v1/schema.json"),
        (addresses.feed_file("all", "xml"), "feeds/all.xml"),
        (addresses.CATALYSTS, "feeds/catalysts.ics"),
        (addresses.compare_address(), "compare/"),
        (addresses.compare_address("cells-and-packs"), "compare/cells-and-packs/"),
        (addresses.rule_address("growth-triangle"), "methodology/rules/growth-triangle/"),
        (addresses.source_address("volt-2025"), "sources/#volt-2025"),
        (addresses.notebook_address("growth"), "notebooks/growth/"),
        (addresses.card_file("0123"), "assets/cards/0123.png"),
        (addresses.page_file(""), "index.html"),
        (addresses.page_file("c/batteries/size-2024/"), "c/batteries/size-2024/index.html"),
        (addresses.twin("markets/batteries/"), "markets/batteries/index.md"),
        (addresses.draft("markets/batteries/forecast/"), "markets/batteries/forecast.md"),
    ],
)
def test_an_address_is(made, address):
    assert made == address


def test_an_address_of_the_ledger_leads_back_to_its_claim():
    assert addresses.claim_at("batteries", "/c/batteries/size-2024/") == "size-2024"


@pytest.mark.parametrize(
    "entered", ["", "/", "/c/tea/size-2024/", "/c/batteries-2/size-2024/", "/f/batteries/x/"]
)
def test_an_address_of_something_else_leads_to_no_claim_of_the_market(entered):
    assert addresses.claim_at("batteries", entered) is None


def test_no_other_module_makes_an_address():
    modules = [path for path in sorted(SCRIPTS.rglob("*.py")) if path not in (HOME, TOLD)]
    assert len(modules) > 100
    assert [stray for module in modules for stray in strays_in_python(module)] == []


def test_no_template_makes_an_address():
    templates = sorted(SCRIPTS.rglob("*.j2"))
    assert len(templates) > 30
    assert [stray for template in templates for stray in strays_in_a_template(template)] == []


@pytest.mark.parametrize(
    "line",
    [
        'x = f"{site}c/{market}/{claim}/"',
        'x = f"markets/{m}/"',
        'x = f"{home}dynamics/#{event}"',
        'x = "feeds/all.xml"',
    ],
)
def test_a_stray_in_python_is_found(tmp_path, line):
    (tmp_path / "stray.py").write_text(line, encoding="utf-8")
    assert len(list(strays_in_python(tmp_path / "stray.py"))) == 1


@pytest.mark.parametrize(
    "line",
    ['<a href="{{ root }}methodology/">', '<a href="../markets/{{ m }}/">', '<a href="c/{{ m }}/{{ c }}/">'],
)
def test_a_stray_in_a_template_is_found(tmp_path, line):
    (tmp_path / "stray.j2").write_text(line, encoding="utf-8")
    assert len(list(strays_in_a_template(tmp_path / "stray.j2"))) == 1


def strays_in_python(module: Path) -> Iterator[str]:
    """Texts that are addresses; docstrings tell of addresses and make none."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.expr) and id(node) not in said | inner and (text := written(node)):
            pattern = IN_F_STRING if isinstance(node, ast.JoinedStr) else IN_TEXT
            if pattern.search(text):
                yield f"{module}:{node.lineno}: {text}"


def written(node: ast.AST) -> str:
    """A text as it is written, with {} for what is put into it."""
    if isinstance(node, ast.JoinedStr):
        return "".join(written(part) or "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def strays_in_a_template(template: Path) -> Iterator[str]:
    """Lines with an address of ours that is written out."""
    for number, line in enumerate(template.read_text(encoding="utf-8").splitlines(), 1):
        yield from (f"{template}:{number}: {found.group()}" for found in IN_A_TEMPLATE.finditer(line))
