"""Live preview: MkDocs serves docs/, and every change of data or scripts builds the pages anew."""

import signal
import subprocess
import sys
from pathlib import Path

from watchfiles import watch

from scripts.build import ROOT
from scripts.console import say


def serve(data: Path, address: str) -> int:
    """Build, then serve until interrupted. A build that fails says why and leaves the last good pages."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # so that the server is stopped with us
    data = data.resolve()
    changes = watch(data, ROOT / "scripts", raise_interrupt=False, rust_timeout=1000, yield_on_timeout=True)
    if not _build(data):
        say("Waiting for a change that mends it - stop with Ctrl+C")
        next((True for changed in changes if changed and _build(data)), None)
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--quiet", "--dev-addr", address]
    with subprocess.Popen(command, cwd=ROOT) as server:
        say(f"Serving http://{address}/ - stop with Ctrl+C")
        try:
            for changed in changes:
                if server.poll() is not None:
                    return server.returncode
                if changed:
                    _build(data)
        finally:
            server.terminate()
    return 0


def _build(data: Path) -> bool:
    """Build in a process of its own, so that changed scripts count; whether it went well."""
    command = [sys.executable, "-m", "scripts", "build", "--data", str(data)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0
