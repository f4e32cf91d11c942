"""Sources: one file for each release of a publisher."""

from scripts.load.boundary import check
from scripts.load.folder import Folder, shown
from scripts.load.register import Register, Words, circles
from scripts.load.shapes import SourceShape
from scripts.load.tree import Tree
from scripts.model import Place, Source

ENDING = ".yml"


def read_sources(folder: Folder, words: Words) -> Register[Source]:
    """Read all sources; the id of each is its path, `<publisher>/<release>`."""
    sources: Register[Source] = Register("source", folder.name, folder.problems)
    before = len(folder.problems)
    files = [(shelf, file) for shelf in _shelves(folder, words) for file in _releases(shelf)]
    sources.complete = len(folder.problems) == before
    trees: dict[str, Tree] = {}
    for shelf, file in files:
        source_id = f"{shelf.path.name}/{file.removesuffix(ENDING)}"
        tree = shelf.yaml(file)
        sources.put(source_id, _source(source_id, tree, words, shelf) if tree else None)
        if tree:
            trees[source_id] = tree
    _check_origins(sources, trees, words)
    return sources


def _shelves(folder: Folder, words: Words) -> list[Folder]:
    """One folder for each publisher."""
    folder.expect((), folder.folders)
    codes = folder.codes(folder.folders)
    shelves = [folder.below(code) for code in codes]
    for code, shelf in zip(codes, shelves, strict=True):
        # Told at a file, since editors cannot open a folder; what the files say is read all the same.
        words.publishers.knows(
            code, Place(shelf.file(min(shelf.files)) if shelf.files else folder.file(code))
        )
    return shelves


def _releases(shelf: Folder) -> list[str]:
    """The files of one publisher, each of which is a source."""
    shelf.expect(shelf.files)
    for name in shelf.files:
        if not name.endswith(ENDING):
            cure = f"rename it to {shown(name).partition('.')[0]}{ENDING}, or delete it"
            shelf.problems.add(Place(shelf.file(shown(name))), "no source by its name", cure)
    return shelf.codes(name for name in shelf.files if name.endswith(ENDING))


def _source(source_id: str, tree: Tree, words: Words, shelf: Folder) -> Source | None:
    shape = check(SourceShape, tree, shelf.problems)
    publisher = words.publishers.entries.get(source_id.partition("/")[0])
    kind = tree.find(("type",), words.source_types)
    if shape is None or kind is None or publisher is None:
        return None
    return Source(
        id=source_id,
        publisher=publisher,
        type=kind,
        title=shape.title,
        published=shape.published,
        address=shape.address,
        accessed=shape.accessed,
        origin=shape.origin,
        note=shape.note,
        place=Place(tree.file),
    )


def _check_origins(sources: Register[Source], trees: dict[str, Tree], words: Words) -> None:
    """An origin is a publisher or a source, and no source repeats itself, not even by way of others."""
    parents: dict[str, list[str]] = {}
    for source_id, tree in trees.items():
        origin = tree.get(("origin",))
        if isinstance(origin, str) and "/" in origin and tree.find(("origin",), sources) is not None:
            parents[source_id] = [origin]
        elif isinstance(origin, str) and "/" not in origin:
            tree.find(("origin",), words.publishers)
    for circle in circles(parents):
        path, place = " repeats ".join([*circle, circle[0]]), trees[circle[0]].place(("origin",))
        sources.problems.add(place, f"a circle: {path}", "name what was published first")
