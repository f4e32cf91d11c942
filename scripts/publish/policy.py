"""The content security policy of Material's pages: nothing runs or is fetched but what the build has put there."""

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path

from scripts.publish.tags import Tag, tags

# `data:` pictures are the icons in Material's style sheet. Frames are the live figures, which bring their own policy.
DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self' {scripts}",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
)
POLICY = "content-security-policy"
# Browsers look for the encoding here and nowhere else, and the policy stands right behind it.
BEGINNING = 1024


def unfinished(site: Path) -> list[Path]:
    """The pages that MkDocs rendered: those without a policy. Light pages begin with their own, and are complete."""
    return [path for path in sorted(site.rglob("*.html")) if POLICY not in _beginning(path)]


def _beginning(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(BEGINNING).decode("utf-8", "replace").lower()


def secure(pages: Iterable[Path]) -> None:
    """Give each page without a policy a strict one that knows its inline scripts; pages with their own keep it.

    It stands first in the head, after the encoding alone.
    """
    for path in pages:
        page = path.read_text(encoding="utf-8")
        found = tags(page)
        place = next((tag.end for tag in found if tag.name == "meta" and "charset" in tag.attributes), None)
        if place and policy_of(found) is None:
            meta = f'<meta http-equiv="Content-Security-Policy" content="{_policy(found)}">'
            path.write_text(page[:place] + meta + page[place:], encoding="utf-8", newline="\n")


def policy_of(found: Iterable[Tag]) -> str | None:
    """The policy that a page states, if it states one."""
    return next(
        (
            tag.attributes.get("content", "")
            for tag in found
            if tag.name == "meta" and tag.attributes.get("http-equiv", "").lower() == POLICY
        ),
        None,
    )


def unwelcome_scripts(found: list[Tag]) -> list[str]:
    """The inline scripts of a page that its own policy does not know, by their beginning."""
    policy = policy_of(found) or ""
    return [tag.inside[:40] for tag in found if tag.is_inline_script and _hash(tag.inside) not in policy]


def _policy(found: list[Tag]) -> str:
    scripts = sorted({_hash(tag.inside) for tag in found if tag.is_inline_script})
    return "; ".join(DIRECTIVES).format(scripts=" ".join(scripts)).replace("'self' ;", "'self';")


def _hash(script: str) -> str:
    """How a policy names a script: https://www.w3.org/TR/CSP3/#grammardef-hash-source."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
