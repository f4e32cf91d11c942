import pytest

from scripts.audit.house import read_before_published
from scripts.model import HELD, Catalog, Grade, Moment
from tests.codelists import CODELISTS
from tests.factory import plain, source


def found(*dates):
    sources = [
        source(f"volt/{n}", published=p and Moment(p), accessed=a and Moment(a))
        for n, (p, a) in enumerate(dates)
    ]
    cases = read_before_published(Catalog(CODELISTS, {one.id: one for one in sources}, {}))
    return [case for case in cases if case != HELD]


def test_read_in_december_and_published_in_the_march_after_is_an_error_at_the_sources_file():
    (finding,) = found(("2025-03-03", "2024-12-01"))
    assert finding.grade is Grade.ERROR
    assert finding.place.file == "data/sources/volt/0.yml"
    assert finding.id == "read-before-published-volt-0"
    assert plain(finding.arithmetic) == "published 3 March 2025, read 1 December 2024: look both dates up"


@pytest.mark.parametrize(
    ("published", "read", "count"),
    [
        ("2025-03-03", "2025-03-02", 1),
        ("2025-03-03", "2025-03-03", 0),
        ("2025-03", "2025-03-01", 0),
        ("2025", "2025-03-01", 0),
        ("2025", "2024-12-31", 1),
        ("2025-03-31", "2025-03", 0),
        ("2025-04", "2025-03", 1),
        (None, "2025-03", 0),
    ],
)
def test_dates_are_compared_as_precisely_as_both_are_known(published, read, count):
    assert len(found((published, read))) == count


def test_a_date_after_all_that_was_ever_read_may_lie_in_the_future():
    (finding,) = found(("2024-06-01", "2025-03-03"), ("2052-03-01", None))
    assert finding.grade is Grade.NOTE
    assert plain(finding.arithmetic) == (
        "published 1 March 2052, the latest reading of any source is of 3 March 2025: look both dates up"
    )
    assert found(("2052-03-01", None)) == []
