"""What CSS asks for, wherever it stands: in a sheet, on a page, in a drawing."""

from collections.abc import Iterable, Iterator

import tinycss2
from tinycss2 import ast


def asked(css: str) -> Iterator[tuple[str, int]]:
    """The addresses in CSS, each with its line: `url(...)` wherever it stands, and `@import "..."`."""
    return _asked(tinycss2.parse_component_value_list(css, skip_comments=True))


def _asked(tokens: Iterable[ast.Node]) -> Iterator[tuple[str, int]]:
    imports = False
    for token in tokens:
        if isinstance(token, ast.URLToken) or (imports and isinstance(token, ast.StringToken)):
            yield token.value, token.source_line
        elif isinstance(token, ast.FunctionBlock) and token.lower_name in ("url", "src"):
            yield from (
                (part.value, part.source_line)
                for part in token.arguments
                if isinstance(part, ast.StringToken)
            )
        elif isinstance(token, ast.FunctionBlock):
            yield from _asked(token.arguments)
        elif isinstance(token, ast.CurlyBracketsBlock | ast.ParenthesesBlock | ast.SquareBracketsBlock):
            yield from _asked(token.content)
        if not isinstance(token, ast.WhitespaceToken):
            imports = isinstance(token, ast.AtKeywordToken) and token.lower_value == "import"
