"""Text in lines: for titles above drawings that leave the site, where no browser breaks them."""

from scripts.charts.theme import FONT_SIZE
from scripts.charts.typography import width


def wrapped(text: str, room: float, *, bold: bool = False, size: float = FONT_SIZE) -> list[str]:
    """A text in lines of at most `room` pixels; a word that is wider is cut where the room ends."""

    def fits(piece: str) -> bool:
        return width(piece, bold=bold, size=size) <= room

    lines: list[str] = []
    for word in text.split(" "):
        if lines and fits(f"{lines[-1]} {word}"):
            lines[-1] += f" {word}"
            continue
        rest = word
        while not fits(rest) and len(rest) > 1:
            kept = next((n for n in range(len(rest) - 1, 1, -1) if fits(rest[:n])), 1)
            lines.append(rest[:kept])
            rest = rest[kept:]
        lines.append(rest)
    return lines
