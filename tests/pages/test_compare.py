"""The pages of comparisons: what stands in their tables, and that no name of a market becomes anything but text."""

import re
from dataclasses import replace
from html import unescape

import pytest
from lxml import html

from scripts.audit import Report
from scripts.derive import derive
from scripts.model import Dimension, Finding, Grade, Segment, Word
from scripts.pages import MarketView, compare_pages
from scripts.pages.compare import told
from scripts.pages.compare_rows import Column, coverage, leaders, money, reckoned, tags
from scripts.pages.compare_wholes import RULE, wholes
from tests.charts.markets import ARABIC, LONG, MARKUP, ordinary
from tests.comparing import compared, comparison, named, path, stated
from tests.factory import catalog, claim, plain, share, size

DONOR, OWN, ORGANS = (
    Word(code, name) for code, name in (("donor", "Donor cells"), ("own", "Own cells"), ("organs", "Organs"))
)
WHOLE = path("Whole", "13.1", "22.6", "78", 2023, 2032)
PART = path("Part", "14.2", "24.5", "127.1", part_of=("whole",))


def views(*markets, **more):
    known = replace(catalog(*markets), **more)
    return [MarketView(one, known, derive(one), Report(one.id, (), {}, {}), {}, {}) for one in markets]


def columns(*markets):
    return [Column.of(view) for view in views(*markets)]


def fits(*markets):
    return wholes(compared(*markets), columns(*markets))


def page(*markets, **more):
    asked = comparison(*markets, name="asked")
    comparisons = {"asked": replace(asked, **more)}
    pages, _ = compare_pages(views(*markets, comparisons=comparisons), comparisons, [])
    return pages[1]


def parsed(*markets, **more):
    """A page as Markdown passes it on: its HTML stands in blocks of their own."""
    return html.fragment_fromstring(page(*markets, **more).body, create_parent="div")


def cells(tree, head):
    """The cells of the row with a head, by market."""
    row = next(row for row in tree.iter("tr") if row[0].text == head)
    return {
        cell.get("data-label"): plain(" ".join(cell.text_content().split())) for cell in row.findall("td")
    }


def test_money_of_one_kind_needs_no_word():
    assert money(columns(PART, WHOLE)) == []


def test_currencies_and_price_bases_that_differ_are_said_first():
    euro = replace(stated("Euro", "5", unit="eur-bn"), currency="EUR", money_basis="real", price_level="2020")
    dollar = replace(stated("Dollar", "5"), money_basis="nominal")
    assert money(columns(dollar, euro)) == [
        "Currencies differ: Dollar in USD and Euro in EUR. Nothing is converted.",
        "Prices are counted differently: Dollar: nominal; Euro: real, prices of 2020. Part of a difference may be inflation.",
    ]
    tree = parsed(dollar, euro)
    assert "Nothing is converted" in tree.find(".//aside").text_content()
    assert not parsed(PART, WHOLE).findall(".//aside")


def test_published_figures_lead_to_their_claims_in_their_markets():
    tree = parsed(PART, WHOLE)
    assert cells(tree, "Size") == {
        "Part": "USD 14.2 bn2024, estimate",
        "Whole": "USD 13.1 bn2023, estimate",
    }
    links = [a.get("href") for a in tree.findall(".//a[@class='ma-n']")]
    assert "../../c/part/size/" in links
    assert "../../c/whole/target/" in links


def test_the_common_year_tells_what_is_published_and_how_the_rest_was_computed():
    tree = parsed(PART, WHOLE)
    # 13.1 x 1.226 = 16.06 in 2024; 14.2 x 1.245^8 = 81.97 in 2032
    assert cells(tree, "2024") == {
        "Part": "USD 14.2 bnpublished",
        "Whole": "USD 16.1 bncomputed: 13.1 bn × 1.226 = 16.06 bn",
    }
    last = cells(tree, "2032")
    assert last["Whole"] == "USD 78 bnpublished"
    assert last["Part"].endswith("computed: 14.2 bn × 1.245⁸ = 82.0 bn")


def test_a_market_whose_figures_do_not_reach_the_year_says_so():
    tree = parsed(stated("Old", "3", 2010), path("One", "10", "5"), path("Two", "20", "5"), named("Silent"))
    assert cells(tree, "2024") == {
        "Old": "beyond its figures",
        "One": "USD 10 bnpublished",
        "Two": "USD 20 bnpublished",
        "Silent": "not published",
    }
    assert cells(tree, "Size")["Silent"] == "not published"
    assert cells(tree, "Published by")["Silent"] == "nobody"


def test_markets_without_any_size_still_have_a_page():
    tree = parsed(named("One"), named("Two"))
    lead = tree.find(".//p[@class='ma-lead']").text
    assert lead == "For none of the two markets is a size published."
    assert not tree.xpath(".//tr[th='2024']")


def test_a_sum_is_shown_as_a_reader_redoes_it():
    known = compared(path("One", "900", "10", unit="usd-m"), stated("Two", "1"))
    course = known.course("one")
    assert plain(reckoned(course, course.at(2024))) == "USD 900 m, published"
    assert plain(reckoned(course, course.at(2025))) == "900 m × 1.10 = 990 m"
    assert plain(reckoned(course, course.at(2027))) == "900 m × 1.10³ = 1,198 m"


def test_leaders_may_be_several_the_only_one_called_so_unpublished_or_undivided():
    tied = named(
        "Tied", share("a", "30.0", use="cars"), share("b", "30.0", use="phones"), share("c", "5", use="ships")
    )
    alone = named("Alone", share("a", "30.0", use="cars"))
    called = named("Called", claim("r", "1", "rank", "share-rank", "2024", use="ships"))
    other = named(
        "Other",
        size(2024, "1"),
        dimensions={"age": Dimension("age", "Age", {"old": Segment("old", "Old")})},
    )
    # the other market's claims carry the dimensions of the factory; it is divided by age alone
    known = leaders(columns(tied, alone, called, replace(other, claims={})))
    rows = dict(known)
    assert [name for name, _ in known] == ["Use", "Chemistry", "Age"]
    said = [([part.name for part in cell.leaders], cell.words) for cell in rows["Use"]]
    assert said == [
        (["Cars", "Phones"], "of revenue, 2024"),
        (["Cars"], "of revenue, 2024, the only one published"),
        ([], "Ships, called the largest without a share"),
        ([], "not divided this way"),
    ]
    assert [cell.known for cell in rows["Use"]] == [True, True, True, False]
    assert [cell.words for cell in rows["Chemistry"]] == ["not published"] * 3 + ["not divided this way"]


def test_tags_are_included_excluded_or_not_said():
    one = stated("One", "1", includes=(OWN, DONOR), excludes=(ORGANS,))
    two = stated("Two", "1", includes=(OWN,), excludes=(DONOR,))
    assert [(tag.name, said) for tag, said in tags(columns(one, two))] == [
        ("Own cells", ["included", "included"]),
        ("Donor cells", ["included", "excluded"]),
        ("Organs", ["excluded", "not said"]),
    ]


def test_coverage_is_counted_in_one_line():
    # size and rate of the whole; three uses and two chemistries, each with size, share and growth: one share of cars
    # is published, its size follows from it
    (column,) = columns(named("One", size(2024, "10", name="size"), share("a", "30.0", use="cars")))
    assert coverage(column) == "2 published, 1 computed, 14 not published"


def test_a_part_that_outgrows_its_whole_shows_the_years_around_and_both_sums():
    (fit,) = fits(PART, WHOLE)
    assert fit.says == "From 2032 the part would be larger than the whole. Volt Research counts both."
    assert [(year.year, plain(year.share), year.over) for year in fit.years] == [
        (2024, "88 %", False),  # 14.2 of 16.06
        (2031, "98 %", False),  # 65.8 of 66.9
        (2032, "105 %", True),  # 82.0 of 78
    ]
    assert plain(fit.arithmetic) == (
        "2032: 14.2 bn × 1.245⁸ = 82.0 bn (between 81.4 and 82.6), against USD 78 bn, published "
        "(between 77.5 and 78.5), as far as the digits printed tell"
    )


def test_a_part_that_stays_within_its_whole_is_told_so_and_rounding_is_no_verdict():
    (fit,) = fits(path("Part", "10", "5", part_of=("whole",)), path("Whole", "100", "5"))
    assert fit.says.startswith("The part stays within the whole in each year that both reach, to 2034.")
    (fit,) = fits(stated("Part", "10.4", part_of=("whole",)), stated("Whole", "10"))
    assert fit.says.startswith("The digits printed do not tell which of the two is the larger one.")
    (fit,) = fits(stated("Part", "20", part_of=("whole",)), stated("Whole", "10"))
    assert fit.says.startswith("The part is larger than the whole from 2024, the first year that both reach.")


def test_two_publishers_and_a_torn_scope_are_named():
    part = stated("Part", "2", part_of=("whole",), source="ampere/batteries-2025", includes=(DONOR, OWN))
    (fit,) = fits(part, stated("Whole", "10", excludes=(DONOR,)))
    assert "Ampere counts the part, Volt Research the whole." in fit.says
    assert fit.says.endswith("The part includes donor cells, which the whole excludes.")


def finding(topic):
    return Finding(
        market="part",
        rule=RULE,
        topic=topic,
        grade=Grade.QUESTION,
        title="It exceeds",
        arithmetic="2 > 1",
        place=PART.place,
    )


def test_findings_of_lineage_stand_beside_the_whole_that_they_name():
    longer = replace(stated("Whole of cars", "3"), id="whole-of-cars")
    known = views(PART, WHOLE, longer)
    found = (
        finding("market-in-whole-volt"),
        finding("market-in-whole-of-cars-volt"),
        finding("cars-in-market-volt"),
    )
    known[0] = replace(known[0], report=replace(known[0].report, findings=found))
    chosen = [Column.of(view) for view in known[:2]]
    (fit,) = wholes(compared(PART, WHOLE, others=[longer]), chosen)
    assert [f.topic for _, f in fit.findings] == ["market-in-whole-volt"]


def test_a_market_lists_its_comparisons_with_the_names_of_the_others():
    asked = comparison(PART, WHOLE, named("Third"))
    part, other = views(PART, WHOLE, named("Third"), named("Apart"), comparisons={"test": asked})[::3]
    assert part.comparisons == ((asked, ("Whole", "Third")),)
    assert other.comparisons == ()


def test_without_comparisons_there_is_no_page_not_even_a_list():
    assert compare_pages(views(PART, WHOLE), {}, []) == ([], [])


def test_the_list_tells_each_comparison_with_its_finding():
    asked = comparison(PART, WHOLE, name="asked")
    (entry,) = told(views(PART, WHOLE), [asked])
    assert (entry.markets, entry.finding) == (("Part", "Whole"), "Part would outgrow whole in 2032.")
    index, asked_page = compare_pages(views(PART, WHOLE), {"asked": asked}, [])[0]
    assert (index.path, asked_page.path) == ("compare/index.md", "compare/asked.md")
    assert '<a href="asked/">A test</a>' in index.body


@pytest.mark.parametrize("evil", [MARKUP, LONG, ARABIC * 4, "](javascript:alert(1))", "{: onclick=alert(1)}"])
def test_no_name_becomes_markup(evil):
    rich = replace(ordinary(), id="rich", short_title=evil, title=evil, includes=(Word("evil", evil),))
    poor = replace(path("Poor", "10", "5"), part_of=("rich",), price_level=evil)
    tree = parsed(rich, poor, title=evil, question=evil)
    assert not tree.xpath("//script | //@onclick | //@onerror | //a[starts-with(@href, 'javascript')]")
    assert tree.find(".//p[@class='ma-question']").text == evil
    heads = {head.text_content() for head in tree.iter("th")}
    assert evil in heads
    assert {cell.get("data-label") for cell in tree.iter("td")} >= {evil, "Poor"}
    (heading,) = re.findall(r"(?m)^# (.*) \{: #top \}$", page(rich, poor, title=evil).body)
    assert not set(re.sub(r"&#\d+;", "", heading)) & set("<>{}[]()*_`")
    assert unescape(heading) == evil
