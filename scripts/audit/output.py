"""Findings in writing: text for people, JSON for machines, annotations for GitHub."""

import json
from collections.abc import Iterable

from scripts.audit.report import Report
from scripts.model import Finding, Problem, Severity


def as_text(reports: Iterable[Report]) -> str:
    """Findings grouped by market, worst first, with their arithmetic."""
    return "\n".join(_market(report) for report in reports)


def _market(report: Report) -> str:
    held = f"{len(report.rules)} rules: {len(report.holding)} hold, {len(report.failing)} find something"
    lines = [f"{report.market}: {held}"]
    for finding in report.findings:
        lines += [f"  {finding.severity}: {finding.title} [{finding.rule}]", f"    {finding.arithmetic}"]
        if finding.id in report.accepted:
            lines.append(f"    accepted: {report.accepted[finding.id]}")
        lines.append(f"    {finding.place}")
    return "\n".join(lines) + "\n"


def as_json(reports: Iterable[Report]) -> str:
    """Findings as one JSON document."""
    return json.dumps(
        {"findings": [_record(report, finding) for report in reports for finding in report.findings]},
        ensure_ascii=False,
        indent=2,
    )


def _record(report: Report, finding: Finding) -> dict[str, object]:
    return {
        "id": finding.id,
        "market": finding.market,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "title": finding.title,
        "arithmetic": finding.arithmetic,
        "subjects": list(finding.subjects),
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "accepted": report.accepted.get(finding.id),
    }


def as_github(reports: Iterable[Report]) -> str:
    """Findings as workflow commands, which GitHub shows at file and line."""
    return "\n".join(
        _annotation(
            _LEVELS[finding.severity], finding, f"{finding.title}. {finding.arithmetic}", finding.rule
        )
        for report in reports
        for finding in report.open
    )


def problems_as_github(problems: Iterable[Problem]) -> str:
    """Data errors as workflow commands."""
    return "\n".join(_annotation("error", item, f"{item.what} - {item.cure}", "data") for item in problems)


def problems_as_json(problems: Iterable[Problem]) -> str:
    """Data errors as one JSON document."""
    return json.dumps(
        {
            "problems": [
                {
                    "file": item.place.file,
                    "line": item.place.line,
                    "column": item.place.column,
                    "what": item.what,
                    "cure": item.cure,
                }
                for item in problems
            ]
        },
        ensure_ascii=False,
        indent=2,
    )


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}


def _annotation(level: str, item: Finding | Problem, message: str, title: str) -> str:
    place = item.place
    where = f"file={_property(place.file)},line={place.line},col={place.column},title={_property(title)}"
    return f"::{level} {where}::{_data(message)}"


def _data(text: str) -> str:
    """Escape a message, so that no data can end the command or begin another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
