"""Loading: the data room in, the catalog or all its problems out; the only room that reads data/."""

from scripts.load.catalog import load_catalog
from scripts.load.problems import DataError

__all__ = ["DataError", "load_catalog"]
