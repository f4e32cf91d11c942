from scripts.derive import derive
from scripts.derive.coverage import State
from scripts.derive.filled import filled_breakdowns
from scripts.model import Role
from scripts.notation import full
from tests.factory import market, plain, share, size


def by_use(*claims):
    return next(b for b in filled_breakdowns(market(*claims)) if b.code == "use")


def sizes(**values):
    return [size(2023, value, "usd-m", name=f"size-{use}", use=use) for use, value in values.items()]


def told(breakdown):
    return [(p.name, plain(full(p.claim)) if p.claim else None, p.computed) for p in breakdown.parts]


WHOLE = size(2023, "8.44")


def test_complete_sizes_give_every_share_of_their_own_sum():
    # 4,137.9 / 8,444.6 = 49.0005 % (48.9991 to 49.0020); 1,083.6 / 8,444.6 = 12.8319 % (12.8311 to 12.8327).
    # 3,223.1 / 8,444.6 = 38.1676 % lies between 38.1663 and 38.1689: 38.17 would not, so a digit more is shown.
    known = by_use(WHOLE, *sizes(cars="4137.9", phones="3223.1", ships="1083.6"))
    assert told(known) == [
        ("Cars", "49.00 %", True),
        ("Phones", "38.168 %", True),
        ("Ships", "12.832 %", True),
    ]
    assert not known.has_remainder
    assert known.year == "2023"


def test_a_published_share_stays_and_the_others_are_computed():
    known = by_use(
        WHOLE, share("cars", "49", 2023, use="cars"), *sizes(cars="4137.9", phones="3223.1", ships="1083.6")
    )
    assert told(known)[0] == ("Cars", "49 %", False)
    assert [part.computed for part in known.parts] == [False, True, True]


def test_sizes_that_do_not_make_up_the_whole_are_shares_of_the_whole_and_leave_a_remainder():
    # 4,137.9 m of 8.44 bn: 49.03 %, but anything from 48.998 to 49.057 as the whole is 8,435 to 8,445.
    known = by_use(WHOLE, *sizes(cars="4137.9"))
    assert told(known) == [("Cars", "49.0 %", True), ("Phones", None, False), ("Ships", None, False)]
    assert known.has_remainder


def test_sizes_of_another_year_or_publisher_do_not_fill_a_dimension_that_has_shares():
    lead = share("cars", "49", 2022, use="cars")
    assert [part.computed for part in by_use(WHOLE, lead, *sizes(phones="3223.1")).parts] == [False] * 3
    other = share("cars", "49", 2023, use="cars", source="ohm/2025")
    assert [part.computed for part in by_use(WHOLE, other, *sizes(phones="3223.1")).parts] == [False] * 3


def test_a_computed_share_is_no_silence():
    known = derive(market(WHOLE, *sizes(cars="4137.9", phones="3223.1", ships="1083.6")))
    cells = {line.name: line.known(Role.SHARE).state for line in known.coverage if line.dimension == "use"}
    assert set(cells.values()) == {State.DERIVED}
