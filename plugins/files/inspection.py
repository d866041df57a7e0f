"""Inspection: whether a file is what its name says, and holds nothing that acts by itself.

Gives   fault(): what was found, what is needed and how to mend it; None for a sound file
Stops   a PDF with scripts, programs to start, or other files inside, also in what is packed; one
        with a password, into which nobody can look
Lacks   names that are written to deceive: this finds what an office program leaves behind, it is
        no scanner for viruses
Source  ISO 32000-1: names (7.3.5), object streams (7.5.7), actions (12.6.4), encryption (7.6)
"""

from __future__ import annotations

import re
import zlib

Fault = tuple[str, str, str]

MARKS = {".pdf": re.compile(rb"%PDF-"), ".mp3": re.compile(rb"ID3|\xff[\xe2-\xff]")}
STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
NAME = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|Encrypt)(?![A-Za-z0-9])")
CALLED = {
    **dict.fromkeys((b"JavaScript", b"JS"), "a PDF with a script"),
    b"Launch": "a PDF that starts a program",
    **dict.fromkeys((b"EmbeddedFile", b"EmbeddedFiles"), "a PDF with another file inside"),
    b"RichMedia": "a PDF with a film or a program inside",
    b"Encrypt": "a PDF with a password or other protection",
}
UNPACKED = 4_000_000  # bytes of an object stream; what is behind them is not read
DICTIONARY = 400  # bytes before a stream that say what it is


def fault(data: bytes, kind: str) -> Fault | None:
    """What is wrong with a file of this type, such as ".pdf"."""
    if not MARKS[kind].match(data):
        name = kind.lstrip(".").upper()
        fix = f"save it once more as {name}; a new name alone changes nothing"
        return f"a file that is no {name} inside", f"a {name}, as its name says", fix
    name_found = next(iter(names(data)), None) if kind == ".pdf" else None
    if not name_found:
        return None
    needed = "a PDF to read and to print, in which nothing acts by itself"
    return CALLED[name_found], needed, 'open it, choose "Print", and there "Save as PDF"'


def names(data: bytes) -> list[bytes]:
    """The names in a PDF that stand for what it may not hold."""
    packed = [
        unpacked(stream[1])
        for stream in STREAM.finditer(data)
        if b"/ObjStm" in data[max(0, stream.start() - DICTIONARY) : stream.start()]
    ]
    plain = STREAM.sub(b"", data)
    texts = (ESCAPE.sub(lambda sign: bytes([int(sign[1], 16)]), one) for one in (plain, *packed))
    return [found[1] for text in texts for found in NAME.finditer(text)]


def unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, UNPACKED)
    except zlib.error:
        return b""
