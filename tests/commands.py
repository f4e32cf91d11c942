"""The project as its users start it: the repository and `python -m scripts`."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def verb(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run `python -m scripts ...` and return what it said."""
    command = [sys.executable, "-m", "scripts", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
