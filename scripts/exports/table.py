"""A figure's table as CSV, for spreadsheets and scripts."""

import csv
import io
import re

from scripts.charts import Figure
from scripts.notation import Written, is_absent, read, typed

# Excel takes a file without it for the system's old code page and garbles names; other readers skip it.
BYTE_ORDER_MARK = "\ufeff"
# With these a spreadsheet begins a formula, also in their full-width forms.
FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")


def figure_csv(figure: Figure, address: str) -> str:
    """The table as shown, plain numbers beside written ones, and where each row comes from (RFC 4180).

    A column of written figures is followed by `<column> (number)` and, where its units differ, `<column> (unit)`;
    `claim` is the id of the claim that a row shows, `figure` the address of the figure's page.
    """
    columns = [column for place in range(len(figure.columns)) for column in _columns(figure, place)]
    columns.append(("claim", [row.claim or "" for row in figure.rows]))
    columns.append(("source", [figure.source_line] * len(figure.rows)))
    columns.append(("figure", [address] * len(figure.rows)))
    out = io.StringIO(newline="")
    writer = csv.writer(out)  # ends lines by CRLF, as the standard asks
    writer.writerow([safe(name) for name, _ in columns])
    writer.writerows(zip(*([safe(cell) for cell in cells] for _, cells in columns), strict=True))
    return BYTE_ORDER_MARK + out.getvalue()


def _columns(figure: Figure, place: int) -> list[tuple[str, list[str]]]:
    """A column as shown, with its numbers and units beside it if it has any to tell."""
    name, cells = typed(figure.columns[place]), [typed(row.cells[place]) for row in figure.rows]
    written = [read(cell) for cell in cells]
    shown = [(name, cells)]
    if not _is_numeric(cells, written) or all(
        not w or w.number == c for c, w in zip(cells, written, strict=True)
    ):
        return shown
    shown.append((f"{name} (number)", [known.number if known else "" for known in written]))
    units = [known.unit if known else "" for known in written]
    if len({known.unit for known in written if known}) > 1:
        shown.append((f"{name} (unit)", units))
    return shown


def _is_numeric(cells: list[str], written: list[Written | None]) -> bool:
    """Whether every cell is one figure, or says that there is none."""
    return any(written) and all(known or is_absent(cell) for cell, known in zip(cells, written, strict=True))


def safe(cell: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe before what would begin a formula; numbers stay numbers."""
    return f"'{cell}" if FORMULA.match(cell) and not read(cell) and cell != "-" else cell
