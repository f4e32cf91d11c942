"""What the command line says while it works and when it is done: progress for people, plain lines for logs."""

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

OUT = Console(highlight=False, soft_wrap=True, emoji=False)
ERR = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False)


class Reporter:
    """Shows progress as a bar on a terminal, and one line for each step elsewhere."""

    def __init__(self) -> None:
        """Nothing is shown before the first step."""
        self._bar: Progress | None = None
        self._steps: dict[str, TaskID] = {}

    def __enter__(self) -> "Reporter":
        """Start the bar, on a terminal."""
        if ERR.is_terminal:
            columns = (
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
            )
            self._bar = Progress(*columns, console=ERR, transient=True)
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Clear the bar."""
        if self._bar:
            self._bar.stop()

    def __call__(self, step: str, done: int, total: int) -> None:
        """Tell of a step: what it is, how much is done, how much there is."""
        new = step not in self._steps
        if self._bar:
            if new:
                for earlier in self._steps.values():
                    self._bar.update(earlier, completed=self._bar.tasks[earlier].total)
                self._steps[step] = self._bar.add_task(step, total=total)
            self._bar.update(self._steps[step], completed=done)
        elif new:
            self._steps[step] = TaskID(0)
            ERR.print(escape(f"{step} ..." if total <= 1 else f"{step} ({total}) ..."))


def complain(lines: list[str], summary: str) -> None:
    """Faults, one a line, and what they amount to."""
    for line in lines:
        ERR.print(escape(line))
    ERR.print(f"[bold]{escape(summary)}[/bold]")


def say(text: str) -> None:
    """A plain line of result."""
    OUT.print(escape(text))
