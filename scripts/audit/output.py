"""Findings in writing: text for people, JSON for machines, annotations for GitHub."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from scripts.audit.report import Report
from scripts.model import PORTFOLIO, Finding, Grade, Problem

# What belongs to no single market.
HOUSE = "our own house"
# What a finding is in JSON, before its place and the reason for which it was accepted.
FIELDS = ("id", "market", "rule", "severity", "grade", "reading", "title", "arithmetic", "subjects")
# Of a long list of ids so many are named.
SHOWN = 12


def as_text(reports: Iterable[Report]) -> str:
    """Findings by market and by grade, worst first in both, with their arithmetic; the sum of all markets last."""
    # The worst market first; markets that are equally bad keep their order.
    known = sorted(reports, key=lambda report: [-len(report.graded(grade)) for grade in Grade])
    blocks = [_market(report) for report in known]
    markets = sum(report.market != PORTFOLIO for report in known)
    if markets > 1:
        blocks.append(_sum(f"{markets} markets", known))
    return "\n".join(blocks)


def _sum(title: str, reports: Iterable[Report]) -> str:
    every = list(reports)
    examined, passed = (sum(getattr(report, count) for report in every) for count in ("examined", "passed"))
    counts = [(grade.value, sum(len(report.graded(grade)) for report in every)) for grade in Grade]
    told = ", ".join(f"{count:,} {word}{'' if count == 1 else 's'}" for word, count in counts if count)
    return f"{title}: {examined:,} checks, {passed:,} passed; {told or 'nothing found'}\n"


def _market(report: Report) -> str:
    lines = [_sum(HOUSE if report.market == PORTFOLIO else report.market, [report])]
    if report.idle:
        lines.append(f"  nothing to examine: {', '.join(report.idle)}\n")
    if report.unread:
        alone = f"{len(report.unread):,} of {report.figures:,} figures stand alone"
        lines.append(f"  {alone}, no rule could hold them against another: {_some(report.unread)}\n")
    if report.earlier:
        those = (
            "figure of an earlier edition was" if report.earlier == 1 else "figures of earlier editions were"
        )
        lines.append(f"  {report.earlier:,} {those} not compared\n")
    if report.made_ids:
        lines.append(f"  {len(report.made_ids):,} ids were made from their rows: {_some(report.made_ids)}\n")
    for grade in Grade:
        found = report.graded(grade)
        if found:
            lines.append(f"  {grade.value}s\n")
        for finding in found:
            lines.append(f"    {finding.title} [{finding.rule}]\n      {finding.arithmetic}\n")
            if finding.reading:
                lines.append(f"      holds if {finding.reading}\n")
            if finding.id in report.accepted:
                lines.append(f"      accepted: {report.accepted[finding.id]}\n")
            lines.append(f"      {finding.place}\n")
    return "".join(lines)


def _some(ids: Sequence[str]) -> str:
    return ", ".join(ids[:SHOWN]) + (" ..." if len(ids) > SHOWN else "")


def as_json(reports: Iterable[Report]) -> str:
    """Findings as one JSON document, how many cases each rule examined, and figures of earlier editions that none compared."""
    known = list(reports)
    checks = {report.market: dict(report.checks) for report in known}
    findings = [_record(report, finding) for report in known for finding in report.findings]
    earlier = {report.market: report.earlier for report in known if report.earlier}
    told = {"checks": checks, "earlier": earlier, "findings": findings}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _record(report: Report, finding: Finding) -> dict[str, object]:
    told = {field: getattr(finding, field) for field in FIELDS}
    return {**told, **asdict(finding.place), "accepted": report.accepted.get(finding.id)}


def as_github(reports: Iterable[Report]) -> str:
    """Findings as workflow commands, which GitHub shows at file and line."""
    lines = []
    for finding in (finding for report in reports for finding in report.open):
        holds = f" ({finding.grade}: holds if {finding.reading})" if finding.reading else ""
        said = f"{finding.title}. {finding.arithmetic}{holds}"
        lines.append(_annotation(finding.severity.value, finding, said, finding.rule))
    return "\n".join(lines)


def problems_as_github(problems: Iterable[Problem]) -> str:
    """Data errors as workflow commands."""
    return "\n".join(_annotation("error", item, f"{item.what} - {item.cure}", "data") for item in problems)


def problems_as_json(problems: Iterable[Problem]) -> str:
    """Data errors as one JSON document."""
    told = [{**asdict(item.place), "what": item.what, "cure": item.cure} for item in problems]
    return json.dumps({"problems": told}, ensure_ascii=False, indent=2)


def _annotation(level: str, item: Finding | Problem, message: str, title: str) -> str:
    place = item.place
    where = f"file={_property(place.file)},line={place.line},col={place.column},title={_property(title)}"
    return f"::{level} {where}::{_data(message)}"


def _data(text: str) -> str:
    """Escape a message, so that no data can end the command or begin another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
