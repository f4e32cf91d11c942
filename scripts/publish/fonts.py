"""The page's fonts, cut down at build time from the locked font packages to the letters that pages use."""

from importlib.resources import files
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# Latin with its accents, punctuation, superscripts, currency and mathematical signs; anything else falls back.
LETTERS = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2027), (0x2030, 0x203A), (0x2070, 0x209C),
    (0x20A0, 0x20BF), (0x2190, 0x2193), (0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2265), (0x2713, 0x2715),
)  # fmt: skip
FACES = {
    "serif-400": ("font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    "serif-600": ("font_source_serif_pro", "SourceSerifPro-Semibold.ttf"),
    "sans-400": ("font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    "sans-600": ("font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
}
FEATURES = ["kern", "liga", "tnum", "lnum", "mark", "mkmk", "ccmp", "locl"]


def write_fonts(folder: Path) -> None:
    """Write one woff2 for each face, with its licence beside it; what is there already stays."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (package, file) in FACES.items():
        target = folder / f"{name}.woff2"
        if not target.exists():
            source = files(package) / "files" / file
            _cut_down(Path(str(source)), target)
    for package in {package for package, _ in FACES.values()}:
        licence = (files(package) / "files" / "LICENSE.txt").read_text(encoding="utf-8")
        (folder / f"{package}-LICENSE.txt").write_text(licence, encoding="utf-8", newline="\n")


def _cut_down(source: Path, target: Path) -> None:
    options = subset.Options(layout_features=FEATURES, flavor="woff2", hinting=False, notdef_outline=True)
    # The time of day must not show in the bytes.
    font = TTFont(source, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for first, last in LETTERS for code in range(first, last + 1)])
    cutter.subset(font)
    font.flavor = "woff2"
    font.save(target)
