"""MkDocs as a renderer: a docs folder in, a folder of HTML out."""

import logging
import os
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
# Notebooks run with a profile of their own: nobody's start-up files, and no chatter.
KERNEL = "c = get_config()\nc.IPKernelApp.log_level = 40\n"
CONFIG = Path(__file__).resolve().parents[2] / "mkdocs.yml"


class RenderingError(Exception):
    """MkDocs could not make the site."""


def site_address() -> str:
    """Where the site will be published: SITE_URL, or this machine."""
    return os.environ.get("SITE_URL") or "http://localhost:8000/"


def is_addressed() -> bool:
    """Whether somebody has said where the site will be published."""
    return bool(os.environ.get("SITE_URL"))


def render_site(docs: Path, site: Path, newest_date: str) -> list[str]:
    """Render a docs folder into a folder that does not exist yet; returns MkDocs' warnings.

    The data's newest date stands for today, so that the same data give the same bytes.
    """
    with _settled_environment(newest_date), _listening() as warnings:
        # Imported here: Material reads its environment, and speaks, on import.
        from mkdocs.commands.build import build  # noqa: PLC0415
        from mkdocs.config import load_config  # noqa: PLC0415

        try:
            config = load_config(str(CONFIG), docs_dir=str(docs), site_dir=str(site))
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
        except Exception as failed:
            # A notebook that fails, a fragment that is missing, a configuration that MkDocs refuses: whatever it
            # is, nothing is published, and the reason is told in words.
            told = (
                []
                if "CellExecution" in type(failed).__name__
                else [_last_line(said) for said in warnings[-5:]]
            )
            raise RenderingError(
                "; ".join([_last_line(str(failed)) or type(failed).__name__, *told])
            ) from failed
    return warnings


def _last_line(said: str) -> str:
    """Where an error says what is wrong, without the colours that notebooks put into theirs."""
    lines = [line.strip() for line in COLOUR.sub("", said).splitlines() if line.strip()]
    arrows = [line for line in lines if line.startswith("---->")]  # the line of a notebook that failed
    return " ".join([*arrows[:1], *lines[-1:]])


@contextmanager
def _settled_environment(newest_date: str) -> Iterator[None]:
    """Fix what would otherwise depend on the day and the place of the build, and put it back afterwards."""
    day = datetime.fromisoformat(f"{newest_date}-01-01"[:10]).replace(tzinfo=UTC)
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder) / "profile_default"
        profile.mkdir()
        (profile / "ipython_kernel_config.py").write_text(KERNEL, encoding="utf-8")
        settled = {
            "SOURCE_DATE_EPOCH": str(int(day.timestamp())),
            "TZ": "UTC",
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONHASHSEED": "0",
            "IPYTHONDIR": folder,
        }
        before = {name: os.environ.get(name) for name in settled}
        os.environ.update(settled)
        time.tzset()
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
            time.tzset()


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning."""
        self.messages.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[list[str]]:
    logger, handler = logging.getLogger("mkdocs"), _Warnings()
    logger.addHandler(handler)
    propagate, logger.propagate = logger.propagate, False
    try:
        yield handler.messages
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
