"""Engines that fail in the ways real ones do; importable, so that a worker process can run them."""

import os
import time

from scripts.render import worker


def dying_on_crash(specification):
    """Draws, but ends its own process at once where the drawing is marked so."""
    if "CRASH" in specification:
        os._exit(9)
    return worker.draw(specification)


def hanging_on_wait(specification):
    """Draws, but never comes back where the drawing is marked so."""
    if "WAIT" in specification:
        time.sleep(600)
    return worker.draw(specification)


def counting(specification):
    """Refuses to draw: a test that uses it expects everything from the cache."""
    raise AssertionError(f"drawn again: {specification[:40]}")


def in_its_time_zone(specification):
    """Draws, and tells the zone and the offset that the worker lives in."""
    return worker.draw(specification).replace("</svg>", f"<!-- {os.environ['TZ']} {time.timezone} --></svg>")
