"""Every planted breakage is found, each by a fault that names the file and what it leads to; a sound site has none."""

import os
import shutil
from pathlib import Path

import pytest

from scripts.publish import site_address
from scripts.publish.verify import verify
from tests.publish.planted import PLANTED, Planted, planted_for_real
from tests.publish.sound_site import HOME, sound_site, write


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> Path:
    return write(sound_site(), tmp_path_factory.mktemp("sound"))


def plant(planted: Planted, site: Path) -> None:
    file = site / planted.file
    changed = planted.change(file.read_bytes())
    file.unlink()
    if changed is not None:
        file.write_bytes(changed)


def is_found(planted: Planted, faults: list[str]) -> bool:
    return any(
        fault.startswith(f"{planted.at or planted.file}: ") and planted.says in fault for fault in faults
    )


def test_the_sound_site_has_no_faults(sound):
    assert verify(sound, HOME) == []


def test_each_breakage_is_of_its_own_kind_and_there_are_more_than_forty():
    assert len({planted.breakage for planted in PLANTED}) == len(PLANTED) > 100


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.breakage)
def test_a_planted_breakage_is_found(sound, planted):
    before = (sound / planted.file).read_bytes()
    plant(planted, sound)
    try:
        faults = verify(sound, HOME)
    finally:
        (sound / planted.file).write_bytes(before)
    assert is_found(planted, faults), faults


@pytest.mark.slow
def test_breakages_of_a_real_site_are_all_found_and_without_them_there_are_none(tmp_path, built_site):
    assert verify(built_site, site_address()) == []
    site = Path(shutil.copytree(built_site, tmp_path / "site", copy_function=os.link))
    planted = planted_for_real(site)
    for each in planted:
        plant(each, site)
    faults = verify(site, site_address())
    assert [each.breakage for each in planted if not is_found(each, faults)] == [], faults
