"""The same data give the same bytes, whatever the day, place, language, hash seed or mask of the build."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import ROOT
from tests.publish.fingerprint import fingerprint

pytestmark = pytest.mark.slow


def test_a_site_built_elsewhere_and_otherwise_is_byte_identical(tmp_path: Path, built_site: Path):
    elsewhere = tmp_path / "another place" / "öffentlich"
    surroundings = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "4242",
        "LANG": "de_DE.UTF-8",
    }
    done = subprocess.run(
        [sys.executable, "-m", "scripts", "site", "--out", str(elsewhere)],
        cwd=ROOT,
        env={**os.environ, **surroundings},
        umask=0o077,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    first, second = fingerprint(built_site), fingerprint(elsewhere)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
