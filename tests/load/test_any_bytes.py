"""Whatever bytes stand in whichever file: loading succeeds or says what is wrong, and never breaks."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.load import DataError, load_catalog
from tests.load.conftest import BASE

FILES = sorted(str(file.relative_to(BASE)) for file in BASE.rglob("*.*") if file.is_file())
NASTY = (
    b'"', b"'", b"\n", b"\n\n", b",", b";", b"{", b"}", b"{{", b"}}", b"[", b"]", b": ", b"- ", b"#", b"## ", b"### ",
    b"&a ", b"*a", b"!!int ", b"<<: ", b"---\n", b"%YAML 1.1\n", b"|\n", b">\n", b"? ", b"\t", b"\x00", b"\xff", b"\r",
    "\u202e".encode(), "\u0661".encode(), b"total", b"world", b"yes", b"~", b"010", b"nan", b"-1e9", b"2025-02-30", b"/",
    b"Source:", b"[[a]]", b"{a: b}", b"\\", b"[" * 60, b"{a: " * 60,
)  # fmt: skip
SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
mutations = st.lists(
    st.tuples(st.integers(0, 10_000), st.integers(0, 30), st.sampled_from(NASTY) | st.binary(max_size=6)),
    min_size=1,
    max_size=4,
)


def load_with(file: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(shutil.copytree(BASE, Path(folder) / "data"))
        (data / file).write_bytes(content)
        try:
            load_catalog(data)
        except DataError as error:
            found = list(error.problems)
        else:
            found = []
        for problem in found:
            assert problem.place.file.startswith("data/")
            assert problem.place.line >= 1
            assert problem.place.column >= 1
            assert str(problem).isprintable()


@SETTINGS
@given(st.sampled_from(FILES), st.binary(max_size=300))
def test_random_bytes_never_raise_anything_but_a_data_error(file: str, content: bytes) -> None:
    load_with(file, content)


@SETTINGS
@given(st.sampled_from(FILES), mutations)
def test_random_changes_never_raise_anything_but_a_data_error(
    file: str, changes: list[tuple[int, int, bytes]]
) -> None:
    content = (BASE / file).read_bytes()
    for start, length, inserted in changes:
        at = start % (len(content) + 1)
        content = content[:at] + inserted + content[at + length :]
    load_with(file, content)


@SETTINGS
@given(st.sampled_from(FILES), st.text(max_size=200))
def test_random_text_never_raises_anything_but_a_data_error(file: str, content: str) -> None:
    load_with(file, content.encode("utf-8", "surrogatepass"))
