"""A picture of sixteen colours as PNG (https://www.w3.org/TR/png-3/).

Pillow packs its pixels; the file is written here, since Pillow's own writer takes twice as long (1.8 against 0.9 ms for a
preview card), and a site has a card for each of its numbers.
"""

import struct
import zlib

from PIL import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"
DEPTH, INDEXED = 4, 3


def png(sheet: Image.Image, palette: bytes) -> bytes:
    """The file of a picture whose pixels are numbers of colours below sixteen; `palette` has three bytes a colour."""
    width, height = sheet.size
    # A row begins with a byte that says how it is filtered: not at all, which two pixels of colour 0 happen to say.
    rows = Image.new("P", (width + 2, height), 0)
    rows.paste(sheet, (2, 0))
    head = struct.pack(">IIBBBBB", width, height, DEPTH, INDEXED, 0, 0, 0)
    parts = (
        (b"IHDR", head),
        (b"PLTE", palette),
        (b"IDAT", zlib.compress(rows.tobytes("raw", "P;4"), 1)),
        (b"IEND", b""),
    )
    return SIGNATURE + b"".join(_chunk(kind, content) for kind, content in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
