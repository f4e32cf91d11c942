"""Noughts are figures too: a market in which any figure is nought is audited and derived without a fall."""

import pytest

from scripts.audit import audit
from scripts.derive import derive
from tests.factory import catalog, growth, market, share, size

FIGURES = ("whole", "later", "part", "other", "rate", "share", "rival", "slow")


def known(nought, text):
    value = dict.fromkeys(FIGURES, "10") | {nought: text}
    return market(
        size(2024, value["whole"], name="whole"),
        size(2025, value["later"], name="later"),
        size(2024, value["part"], name="part", use="cars"),
        size(2024, value["other"], name="other", use="ships"),
        growth(2024, 2025, value["rate"], name="rate"),
        share("share", value["share"], use="cars"),
        size(2024, value["rival"], name="rival", source="ohm/2025"),
        growth(2024, 2034, value["slow"], name="slow", source="ohm/2025"),
        headline=("whole", "later", "rate"),
    )


@pytest.mark.parametrize("text", ["0", "0.0", "0.001"])
@pytest.mark.parametrize("nought", FIGURES)
def test_a_nought_anywhere_is_no_fall(nought, text):
    one = known(nought, text)
    assert audit(one, catalog(one)).examined > 20
    assert derive(one).breakdowns
