"""The page's fonts, cut down at build time from the locked font packages to the letters that pages use."""

from importlib.resources import files
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

Ranges = tuple[tuple[int, int], ...]

# What English text about markets is made of; every page needs it, so it is kept small. Stands in docs/assets/fonts.css too.
BASIC: Ranges = (
    (0x20, 0x7E), (0xA0, 0xA0), (0xA3, 0xA3), (0xA5, 0xA5), (0xA7, 0xA7), (0xA9, 0xA9), (0xB0, 0xB3), (0xB6, 0xB7),
    (0xB9, 0xB9), (0xD7, 0xD7), (0xF7, 0xF7), (0x2010, 0x2014), (0x2018, 0x201D), (0x2022, 0x2022), (0x2026, 0x2026),
    (0x2070, 0x207F), (0x20AC, 0x20AC), (0x2190, 0x2193), (0x2212, 0x2212), (0x2248, 0x2248), (0x2264, 0x2265),
    (0x2713, 0x2715),
)  # fmt: skip
# Accents and rarer signs: a browser fetches these files only for a page that has such a letter. Anything else falls back.
EXTENDED: Ranges = (
    (0xA1, 0xA2), (0xA4, 0xA4), (0xA6, 0xA6), (0xA8, 0xA8), (0xAA, 0xAF), (0xB4, 0xB5), (0xB8, 0xB8), (0xBA, 0xD6),
    (0xD8, 0xF6), (0xF8, 0x17F), (0x2015, 0x2017), (0x201E, 0x2021), (0x2023, 0x2025), (0x2027, 0x2027),
    (0x2030, 0x203A), (0x2080, 0x209C), (0x20A0, 0x20AB), (0x20AD, 0x20BF), (0x2260, 0x2263),
)  # fmt: skip
FACES = {
    "serif-400": ("font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    "serif-600": ("font_source_serif_pro", "SourceSerifPro-Semibold.ttf"),
    "sans-400": ("font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    "sans-600": ("font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
}
FEATURES = ["kern", "liga", "tnum", "lnum", "mark", "mkmk", "ccmp", "locl"]


def write_fonts(folder: Path) -> None:
    """Write two woff2 for each face, with its licence beside them; what is there already stays."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (package, file) in FACES.items():
        source = Path(str(files(package) / "files" / file))
        for target, letters in (
            (folder / f"{name}.basic.woff2", BASIC),
            (folder / f"{name}.extended.woff2", EXTENDED),
        ):
            if not target.exists():
                _cut_down(source, target, letters)
    for package in {package for package, _ in FACES.values()}:
        licence = (files(package) / "files" / "LICENSE.txt").read_text(encoding="utf-8")
        (folder / f"{package}-LICENSE.txt").write_text(licence, encoding="utf-8", newline="\n")


def _cut_down(source: Path, target: Path, letters: Ranges) -> None:
    options = subset.Options(layout_features=FEATURES, flavor="woff2", hinting=False, notdef_outline=True)
    # The time of day must not show in the bytes.
    font = TTFont(source, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for first, last in letters for code in range(first, last + 1)])
    cutter.subset(font)
    font.flavor = "woff2"
    font.save(target)
