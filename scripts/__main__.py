"""The verbs: `python -m scripts <verb>`. Parses arguments, reports, and nothing else.

Exit: 0 good, 1 findings of severity error or a failed verification, 2 the data could not be understood, 75 another
build holds the lock.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from scripts.audit.output import as_github, as_json, as_text, problems_as_github, problems_as_json
from scripts.build import ROOT, NotPublishableError, audited, build, release, site
from scripts.console import Reporter, complain, say
from scripts.load import DataError
from scripts.load.schema import write_schemas
from scripts.load.skeleton import SkeletonError, new_market
from scripts.model import Moment
from scripts.notation import listing
from scripts.publish import BusyError, RenderingError, TargetError, is_addressed, site_address, verify
from scripts.render.drawn import RenderError

GOOD, FAULTS, NOT_UNDERSTOOD, BUSY = 0, 1, 2, 75


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit code."""
    options = _parser().parse_args(arguments)
    verb: Callable[[argparse.Namespace], int] = options.run
    try:
        return verb(options)
    except DataError as error:
        return _not_understood(error, getattr(options, "format", "text"))
    except NotPublishableError as error:
        complain(list(error.faults), f"Not published: {error}.")
        return FAULTS
    except (RenderError, RenderingError) as error:
        complain([], f"Not published: {error}")
        return FAULTS
    except (SkeletonError, TargetError) as error:
        complain([], str(error))
        return NOT_UNDERSTOOD
    except BusyError as error:
        complain([], f"Nothing done: {error}.")
        return BUSY
    except KeyboardInterrupt:
        return 130


def _not_understood(error: DataError, style: str) -> int:
    if style == "json":
        say(problems_as_json(error.problems))
    elif style == "github":
        say(problems_as_github(error.problems))
    else:
        count = len(error.problems)
        complain(
            [str(problem) for problem in error.problems],
            f"{count} {'error' if count == 1 else 'errors'} in the data.",
        )
    return NOT_UNDERSTOOD


def _audit(options: argparse.Namespace) -> int:
    catalog, reports = audited(options.data)
    if unknown := [market for market in options.markets if market not in catalog.markets]:
        complain(
            [],
            f"there is no market {listing(unknown, 'or')} - the markets are {listing(list(catalog.markets))}",
        )
        return NOT_UNDERSTOOD
    reports = tuple(report for report in reports if not options.markets or report.market in options.markets)
    writers = {"text": as_text, "json": as_json, "github": as_github}
    say(writers[options.format](reports))
    return FAULTS if any(report.stops for report in reports) else GOOD


def _build(options: argparse.Namespace) -> int:
    with Reporter() as progress:
        edition = build(options.data, progress)
    for line in edition.unshown:
        say(line)
    say(f"{_counts(len(edition.views), 'market')} written into docs/ - `mkdocs serve` shows them")
    return GOOD


def _site(options: argparse.Namespace) -> int:
    with Reporter() as progress:
        edition, fresh = site(options.data, options.out, progress)
    claims = sum(len(view.market.claims) for view in edition.views)
    for line in edition.unshown:
        say(line)
    say(f"{_counts(len(edition.views), 'market')}, {_counts(claims, 'claim')}: the site is in {options.out}")
    if fresh:
        told = "1 address is" if fresh == 1 else f"{fresh:,} addresses are"
        say(f"{told} not in the ledger yet: `python -m scripts release` enters them when you publish")
    if not is_addressed():
        say(f"Its own addresses begin with {site_address()}: set SITE_URL before you publish it (README.md)")
    say(f"Look at it: {options.out / 'index.html'}, or with `make serve` as readers will see it")
    return GOOD


def _verify(options: argparse.Namespace) -> int:
    faults = verify(options.out, site_address())
    if faults:
        complain(faults, f"{_counts(len(faults), 'fault')} in {options.out}.")
        return FAULTS
    say(f"{options.out}: links, anchors and safety hold")
    return GOOD


def _serve(options: argparse.Namespace) -> int:
    from scripts.serve import serve  # noqa: PLC0415 - the watcher is needed here alone

    return serve(options.data, options.address)


def _release(options: argparse.Namespace) -> int:
    with Reporter() as progress:
        done = release(options.data, options.day, progress, options.withdraw or "")
    for address in done.withdrawn:
        say(f"withdrawn: {address}")
    for path in done.written:
        say(str(path))
    entered = f"{done.added:,} entered into the ledger, {len(done.withdrawn):,} withdrawn"
    say(
        f"{entered}; commit these files with what you publish"
        if done.written
        else "Nothing new: every address is in the ledger, every figure in a vintage"
    )
    return GOOD


def _schema(options: argparse.Namespace) -> int:
    for path in write_schemas(options.data):
        say(str(path))
    return GOOD


def _new(options: argparse.Namespace) -> int:
    for path in new_market(options.data, options.market):
        say(str(path))
    say("Next: fill them in (data/README.md says how), then `python -m scripts audit`")
    return GOOD


def _counts(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts", description=__doc__.split("\n")[0])
    verbs = parser.add_subparsers(required=True, metavar="verb")

    def verb(name: str, run: Callable[[argparse.Namespace], int], says: str) -> argparse.ArgumentParser:
        added = verbs.add_parser(name, help=says, description=says)
        added.set_defaults(run=run)
        added.add_argument(
            "--data", type=Path, default=_near(ROOT / "data"), help="the data folder (%(default)s)"
        )
        return added

    audits = verb("audit", _audit, "is the data right? every finding with its arithmetic")
    audits.add_argument("markets", nargs="*", metavar="market", help="only these markets (all)")
    audits.add_argument("--format", choices=("text", "json", "github"), default="text")
    verb("build", _build, "write the pages into docs/, for `mkdocs serve`")
    sites = verb("site", _site, "build, verify and swap in the site")
    sites.add_argument(
        "--out", type=Path, default=_near(ROOT / "site"), help="the site's folder (%(default)s)"
    )
    releases = verb(
        "release", _release, "enter what is published into the ledger, before or after publishing it"
    )
    releases.add_argument(
        "--day",
        type=_day,
        default=_today(),
        metavar="YYYY-MM-DD",
        help="first day of publication (today)",
    )
    releases.add_argument(
        "--withdraw",
        type=_reason,
        metavar="REASON",
        help="why addresses that are no longer made are gone for good; readers are told",
    )
    verifies = verb("verify", _verify, "look at a built site again: links, anchors, safety")
    verifies.add_argument(
        "--out", type=Path, default=_near(ROOT / "site"), help="the site's folder (%(default)s)"
    )
    serves = verb("serve", _serve, "serve the site on this machine, live while data, docs or scripts change")
    serves.add_argument("--address", default="127.0.0.1:8000", help="host and port (%(default)s)")
    verb("schema", _schema, "write the JSON Schemas of the data files anew")
    news = verb("new", _new, "write the commented skeleton of a market")
    news.add_argument("market", help="its address: lower-case words joined by hyphens")
    return parser


def _today() -> Moment:
    """The day of the command; the one place that looks at the clock."""
    return Moment(datetime.now(UTC).date().isoformat())


def _day(text: str) -> Moment:
    try:
        return Moment(date.fromisoformat(text).isoformat())
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day - write it as 2026-11-26") from None


def _reason(text: str) -> str:
    """A sentence for readers; the ledger's file keeps it on one line."""
    if not text.strip() or not text.isprintable():
        raise argparse.ArgumentTypeError("give a reason in a sentence, on one line")
    return text.strip()


def _near(path: Path) -> Path:
    """A path as a person here would type it."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path


if __name__ == "__main__":
    sys.exit(main())
