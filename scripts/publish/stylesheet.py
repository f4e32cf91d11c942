"""One style sheet for Material's pages: all of theirs in their order, without what no page of the site can use."""

import hashlib
import posixpath
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import tinycss2
from tinycss2 import ast

from scripts.publish.tags import Tag, tags

ROOM = "assets/"
MATERIAL = "assets/stylesheets/"
WORD = re.compile(r"[A-Za-z_][\w-]*")
PROPERTY = re.compile(r"var\(\s*(--[\w-]+)")
GROUPS = ("media", "supports", "container", "layer")


@dataclass(frozen=True)
class Known:
    """The names that pages use, and the words of the scripts, which may add more of them while a page is read."""

    names: frozenset[str]
    values: frozenset[tuple[str, str]]
    words: frozenset[str]
    properties: frozenset[str]
    used: frozenset[str] | None = None

    def may_use(self, custom_property: str) -> bool:
        """Whether a rule or a page reads a custom property; as long as nobody has looked, it may."""
        return self.used is None or custom_property in self.used

    def may_occur(self, name: str) -> bool:
        """Whether an element, class, id or attribute of this name can be on a page."""
        return name in self.names or name in self.words

    def may_hold(self, attribute: str, value: str) -> bool:
        """Whether an attribute can have this value."""
        return (attribute, value) in self.values or (self.may_occur(attribute) and value in self.words)


def join_styles(site: Path, pages: Iterable[Path]) -> None:
    """Put one sheet, named by its content, in the place of the sheets that each of Material's pages links.

    Sheets of ours stay where they are, since other pages link them too; Material's own are removed.
    """
    texts = {path: path.read_text(encoding="utf-8") for path in pages}
    known = _known(texts.values(), site)
    joined: dict[tuple[str, ...], str] = {}
    for path, page in texts.items():
        links = [tag for tag in tags(page) if tag.attributes.get("rel") == "stylesheet"]
        sheets = tuple(ROOM + tag.attributes["href"].partition(ROOM)[2] for tag in links)
        if any(sheet.startswith(MATERIAL) for sheet in sheets):
            if sheets not in joined:
                joined[sheets] = _write(sheets, known, site)
            path.write_text(_relinked(page, links, joined[sheets]), encoding="utf-8", newline="\n")
    for sheet in {sheet for sheets in joined for sheet in sheets if sheet.startswith(MATERIAL)}:
        (site / sheet).unlink()


def _relinked(page: str, links: list[Tag], sheet: str) -> str:
    """The page with one link, where the first of its links was."""
    first, *others = links
    for link in reversed(others):
        page = page[: link.start] + page[link.end :]
    prefix = first.attributes["href"].partition(ROOM)[0]
    return f'{page[: first.start]}<link rel="stylesheet" href="{prefix}{sheet}">{page[first.end :]}'


def _known(pages: Collection[str], site: Path) -> Known:
    names, values = set(), set()
    for page in pages:
        for tag in tags(page):
            names |= {tag.name, *tag.attributes}
            for attribute, value in tag.attributes.items():
                values |= {(attribute, value), *((attribute, word) for word in value.split())}
                if attribute in ("class", "id"):
                    names |= set(value.split())
    scripts = [path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.js"))]
    words = {word for script in scripts for word in WORD.findall(script)}
    read = {name for text in (*pages, *scripts) for name in PROPERTY.findall(text)}
    return Known(frozenset(names), frozenset(values), frozenset(words), frozenset(read))


def _write(sheets: tuple[str, ...], known: Known, site: Path) -> str:
    texts = [(posixpath.dirname(sheet), (site / sheet).read_text(encoding="utf-8")) for sheet in sheets]
    text = "".join(_rules(_parsed(css), known, folder) for folder, css in texts)
    while (used := known.properties | set(PROPERTY.findall(text))) and (
        fewer := _rules(_parsed(text), replace(known, used=frozenset(used)), ROOM)
    ) != text:
        text = fewer
    name = f"{ROOM}site.{hashlib.sha256(text.encode()).hexdigest()[:8]}.css"
    (site / name).write_text(text, encoding="utf-8", newline="\n")
    return name


def _parsed(css: str) -> list[ast.Node]:
    return list(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _rules(nodes: Iterable[ast.Node], known: Known, folder: str) -> str:
    """The rules that a page can use, written closely."""
    written = []
    for node in nodes:
        if isinstance(node, ast.QualifiedRule):
            usable = [each for each in _parts(node.prelude, ",") if _is_usable(each, known)]
            if usable and (content := _declarations(node.content, known, folder)):
                written.append(",".join(map(_close, usable)) + "{" + content + "}")
        elif isinstance(node, ast.AtRule) and node.content is None:
            written.append(
                f"@{node.at_keyword} {_close(node.prelude)};" if node.at_keyword != "charset" else ""
            )
        elif isinstance(node, ast.AtRule):
            inside = (
                _rules(
                    tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True),
                    known,
                    folder,
                )
                if node.lower_at_keyword in GROUPS
                else _declarations(node.content, known, folder)
            )
            written.append(f"@{node.at_keyword} {_close(node.prelude)}{{{inside}}}" if inside else "")
        elif isinstance(node, ast.ParseError):
            raise ValueError(
                f"a style sheet in {folder} cannot be read at line {node.source_line}: {node.message}"
            )
    return "".join(written)


def _parts(nodes: list[ast.Node], sign: str) -> list[list[ast.Node]]:
    """What a sign parts: the selectors of a rule, its declarations."""
    parts: list[list[ast.Node]] = [[]]
    for token in nodes:
        if token == sign:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _is_usable(selector: list[ast.Node], known: Known) -> bool:
    """Whether each element, class, id and attribute named can occur; what stands in `:not(...)` and its like may lack."""
    before: ast.Node | None = None
    for token in selector:
        if isinstance(token, ast.HashToken) and not known.may_occur(token.value):
            return False
        if isinstance(token, ast.IdentToken) and before != ":" and not known.may_occur(token.value):
            return False
        if isinstance(token, ast.SquareBracketsBlock) and not _can_match(token.content, known):
            return False
        before = token
    return True


def _can_match(content: list[ast.Node], known: Known) -> bool:
    """Whether an element can have the attribute that a selector asks for: `[name]`, `[name=value]`, `[name^=start]`."""
    named = [token.value for token in content if isinstance(token, ast.IdentToken | ast.StringToken)]
    if any(isinstance(token, ast.LiteralToken) and token.value == "=" for token in content):
        return known.may_hold(named[0], named[1])
    return known.may_occur(named[0])


def _declarations(content: list[ast.Node], known: Known, folder: str) -> str:
    """Declarations without comments, space and custom properties that nothing uses."""
    written = []
    for part in _parts(content, ";"):
        text = _close(_rebased(token, folder) for token in part)
        if text and not (text.startswith("--") and not known.may_use(text.partition(":")[0].strip())):
            written.append(text)
    return ";".join(written)


def _rebased(token: ast.Node, folder: str) -> ast.Node:
    """A token whose address, if it is one within the site, is written as a sheet in assets/ writes it."""
    address = (
        token.value
        if isinstance(token, ast.URLToken)
        else token.arguments[0].value
        if isinstance(token, ast.FunctionBlock) and token.lower_name == "url"
        else ""
    )
    if not address or urlsplit(address).scheme or address.startswith(("/", "#")):
        return token
    moved = posixpath.relpath(posixpath.join(folder, address), ROOM)
    return tinycss2.parse_one_component_value(f'url("{moved}")')


def _close(nodes: Iterable[ast.Node]) -> str:
    """Nodes as text, without comments, with single spaces, and with none at the ends and beside commas."""
    pieces = [
        " " if isinstance(node, ast.WhitespaceToken) else node.serialize()
        for node in nodes
        if not isinstance(node, ast.Comment)
    ]
    return "".join(pieces).strip()
