"""Live preview: MkDocs serves docs/, and every change of data or scripts builds the pages anew."""

import subprocess
import sys
from pathlib import Path

from watchfiles import watch

from scripts.build import ROOT
from scripts.console import say


def serve(data: Path, address: str) -> int:
    """Build, then serve until interrupted. A build that fails says why and leaves the last good pages."""
    _build(data)
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--quiet", "--dev-addr", address], cwd=ROOT
    )
    say(f"Serving http://{address}/ - stop with Ctrl+C")
    try:
        for _ in watch(
            data, ROOT / "scripts", raise_interrupt=False, rust_timeout=1000, yield_on_timeout=True
        ):
            if server.poll() is not None:
                return server.returncode
            if _:
                _build(data)
    finally:
        server.terminate()
        server.wait()
    return 0


def _build(data: Path) -> None:
    """In a process of its own, so that changed scripts count."""
    subprocess.run([sys.executable, "-m", "scripts", "build", "--data", str(data)], cwd=ROOT, check=False)
