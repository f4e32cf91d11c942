"""Exports: a figure as files that other programs read; one format is one module with one function."""

from scripts.exports.specification import figure_json
from scripts.exports.table import figure_csv

__all__ = ["figure_csv", "figure_json"]
