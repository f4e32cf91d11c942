from scripts.audit.house import same_claim_twice
from scripts.model import Grade
from tests.audit.examining import findings
from tests.factory import market, patients, plain, size


def test_one_figure_under_two_ids_is_a_note():
    (finding,) = findings(same_claim_twice, market(size(2024, "14.2"), size(2024, "14.2", name="twin")))
    assert finding.grade is Grade.NOTE
    assert finding.id == "same-claim-twice-twin"
    assert plain(finding.title) == "Market size, 2024: USD 14.2 bn by Volt Research stands here twice"


def test_the_same_amount_in_another_unit_is_the_same_figure():
    assert (
        len(findings(same_claim_twice, market(size(2024, "14.2"), size(2024, "14200", "usd-m", name="twin"))))
        == 1
    )


def test_another_value_source_segment_year_or_title_is_another_figure():
    one = size(2024, "14.2")
    for other in (
        size(2024, "14.3", name="o"),
        size(2024, "14.2", name="o", source="ohm/2025"),
        size(2024, "14.2", name="o", use="cars"),
        size(2025, "14.2", name="o"),
        size(2024, "14.2", name="o", title="Sold to carmakers"),
    ):
        assert findings(same_claim_twice, market(one, other)) == []


def test_two_studies_may_have_as_many_patients():
    assert findings(same_claim_twice, market(patients("a", "7"), patients("b", "7"))) == []
