"""Sources: one file for each release of a publisher."""

from dataclasses import replace

from scripts.load.folder import Folder, shown
from scripts.load.register import Names, Register
from scripts.load.tree import Tree
from scripts.load.validation import check
from scripts.model import Place, Source, Word
from scripts.model.fields import circles

ENDING = ".yml"


def read_sources(folder: Folder, names: Names) -> Register[Source]:
    """Read all sources; the id of each is its path, `<publisher>/<release>`."""
    sources: Register[Source] = Register("source", folder.name, folder.problems)
    publishers: Register[Word] = names.registers["publisher"]
    before = len(folder.problems)
    files = [(shelf, file) for shelf in _shelves(folder, publishers) for file in _releases(shelf)]
    sources.complete = len(folder.problems) == before
    trees: dict[str, Tree] = {}
    for shelf, file in files:
        source_id = f"{shelf.path.name}/{file.removesuffix(ENDING)}"
        publisher, tree = publishers.entries.get(shelf.path.name), shelf.yaml(file)
        source = None
        if tree:  # what it says is checked even where its publisher is unknown
            given = {"publisher": publisher or Word(*(2 * [shelf.path.name])), "place": Place(tree.file)}
            source = check(Source, tree, names, id=source_id, **given)
            trees[source_id] = tree
        sources.put(source_id, source if publisher else None)
    _name_authors(sources, trees, publishers)
    return sources


def _shelves(folder: Folder, publishers: Register[Word]) -> list[Folder]:
    """One folder for each publisher."""
    folder.expect((), folder.folders)
    shelves = {code: folder.below(code) for code in folder.codes(folder.folders)}
    for code, shelf in shelves.items():
        # Told at a file, since editors cannot open a folder; what the files say is read all the same.
        publishers.knows(code, Place(shelf.file(min(shelf.files)) if shelf.files else folder.file(code)))
    return list(shelves.values())


def _releases(shelf: Folder) -> list[str]:
    """The files of one publisher, each of which is a source."""
    shelf.expect(shelf.files)
    for name in shelf.files:
        if not name.endswith(ENDING):
            better = f"{shown(name).partition('.')[0]}{ENDING}"
            shelf.tell(name, "no source by its name", f"rename it to {better}, or delete it")
    return shelf.codes(name for name in shelf.files if name.endswith(ENDING))


def _name_authors(sources: Register[Source], trees: dict[str, Tree], publishers: Register[Word]) -> None:
    """An origin is a publisher or a source, and no source repeats itself, not even by way of others."""
    parents: dict[str, list[str]] = {}
    for source_id, tree in trees.items():
        origin, place = tree.get(("origin",)), tree.place(("origin",))
        if isinstance(origin, str) and "/" in origin and sources.find(origin, place) is not None:
            parents[source_id] = [origin]
        elif isinstance(origin, str) and "/" not in origin:
            author = publishers.find(origin, place)
            if author and source_id in sources.entries:
                sources.entries[source_id] = replace(sources.entries[source_id], author_named=author)
    for source_id, (what, _) in circles(parents).items():
        place, cure = trees[source_id].place(("origin",)), "name what was published first"
        sources.problems.add(place, what.replace(" in ", " repeats "), cure)
        return
    for source_id in parents:
        first = source_id
        while first in parents:
            first = parents[first][0]
        if source_id in sources.entries and first in sources.entries:
            author = sources.entries[first].author
            sources.entries[source_id] = replace(sources.entries[source_id], author_named=author)
