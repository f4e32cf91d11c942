"""Plain `mkdocs serve` works after a build and shows the figures; a change of data shows at once."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.commands import ROOT

OVERVIEW = "markets/personalized-cell-therapy/"
LEFT_OUT = shutil.ignore_patterns(
    ".venv", ".git", ".cache", "site", "tests", "__pycache__", "_fragments", "markets"
)

pytestmark = pytest.mark.slow


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the project in which a build may write into docs/."""
    copy = Path(shutil.copytree(ROOT, tmp_path / "checkout", ignore=LEFT_OUT))
    shutil.copytree(ROOT / "data" / "markets", copy / "data" / "markets")
    return copy


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(good: Callable[[str], bool], address: str, seconds: float = 240) -> str:
    """The page's text once it is good; the last text if it never is."""
    text, end = "", time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=5) as answer:
                text = answer.read().decode("utf-8")
        except (URLError, OSError):
            text = ""
        if good(text):
            return text
        time.sleep(0.3)
    return text


@pytest.fixture
def started() -> Iterator[Callable[..., None]]:
    running = []

    def start(command: list[str], folder: Path) -> None:
        surroundings = {**os.environ, "PYTHONPATH": str(folder)}
        running.append(
            subprocess.Popen(
                command, cwd=folder, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        )

    yield start
    for process in running:
        process.terminate()
        process.wait(timeout=20)


def test_mkdocs_serve_shows_the_figures_after_a_build(checkout, started):
    built = subprocess.run(
        [sys.executable, "-m", "scripts", "build"], cwd=checkout, capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stderr
    port = free_port()
    started([sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"], checkout)
    page = until(lambda text: "ma-figure" in text, f"http://127.0.0.1:{port}/{OVERVIEW}")
    assert 'id="figure-size-forecast"' in page
    assert "<svg" in page
    assert "data-fragment" not in page


def test_make_serve_follows_a_change_of_data(checkout, started):
    port = free_port()
    started([sys.executable, "-m", "scripts", "serve", "--address", f"127.0.0.1:{port}"], checkout)
    address = f"http://127.0.0.1:{port}/{OVERVIEW}"
    assert "Personalized cell therapy market" in until(lambda text: "ma-figure" in text, address)
    market = checkout / "data" / OVERVIEW / "market.yml"
    changed = market.read_text(encoding="utf-8").replace(
        "title: Personalized cell therapy market", "title: A changed title", 1
    )
    market.write_text(changed, encoding="utf-8")
    assert "A changed title" in until(lambda text: "A changed title" in text, address)
