"""A small valid data folder, copied anew for each test."""

import shutil
from pathlib import Path

import pytest

HERE = Path(__file__).parent
BASE = HERE / "base"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "data"))
