"""Exports: a figure and a market as files that other programs read; one format is one module with one function."""

from scripts.exports.catalysts import catalysts_ics
from scripts.exports.citation import Citation, bibtex, csl_json, ris
from scripts.exports.dataset import dataset
from scripts.exports.feeds import feed_files
from scripts.exports.llms import llms_txt
from scripts.exports.market_files import api_files, market_files
from scripts.exports.records import LICENCE_ADDRESS
from scripts.exports.specification import figure_json
from scripts.exports.table import figure_csv

__all__ = [
    "LICENCE_ADDRESS",
    "Citation",
    "api_files",
    "bibtex",
    "catalysts_ics",
    "csl_json",
    "dataset",
    "feed_files",
    "figure_csv",
    "figure_json",
    "llms_txt",
    "market_files",
    "ris",
]
