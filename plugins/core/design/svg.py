"""SVG: a drawing that staff deliver, made safe, in colors that show by day and in the dark.

Reads   what drawing programs export; defusedxml parses it
Gives   sanitized(): a drawing as theme/drawings has them: a viewBox, one group "plate" of shapes in
        flat colors; nothing of it runs, loads anything or has a style of its own; colored(): a
        drawing in the colors of one scheme; viewed(): what of it shows, x, y, width and height
Units   black and nearly black become the ink, white the paper; another color keeps its hue, and is
        shifted until it has a contrast of SEEN on the paper of each scheme
Stops   ContentError for what is no drawing, and for what would be lost or must not be published
Source  SVG 1.1, shapes and presentation attributes; WCAG 2.2, 1.4.11 (non-text contrast)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from PIL import ImageColor

from plugins.core.design.oklch import Color, contrast
from plugins.core.design.palette import Scheme, readable
from plugins.core.problems import ContentError, Problem, quoted
from plugins.core.reading.source_files import display_path

SVG = "http://www.w3.org/2000/svg"
LARGEST = 40_000
DEEPEST = 50
SEEN = 3.0
# The papers between which those of every scheme and tone lie.
DAY, NIGHT = ["#ffffff", "#ebe4da"], ["#0f1210", "#2b322e"]
LINE, PAPER = "var(--drawing-line, #17261f)", "var(--drawing-paper, #fbf7ee)"
SIZE = ("width", "height")
Problems = dict[str, str]  # what was found, and what to do
Classes = dict[str, dict[str, str]]
SHAPES: dict[str, set[str]] = {
    "path": {"d"},
    "circle": {"cx", "cy", "r"},
    "ellipse": {"cx", "cy", "rx", "ry"},
    "rect": {"x", "y", "width", "height", "rx", "ry"},
    "line": {"x1", "y1", "x2", "y2"},
    "polyline": {"points"},
    "polygon": {"points"},
    "g": set(),
}
LOOKS = {
    *("fill", "stroke", "fill-rule", "clip-rule", "opacity", "fill-opacity", "stroke-opacity"),
    *("stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit"),
    *("stroke-dasharray", "stroke-dashoffset", "vector-effect", "transform"),
}
COLORS = {"fill", "stroke"}
KEPT_COLORS = {"none", "inherit", "transparent"}
# What programs write for themselves, and shows nothing.
SILENT = {"title", "desc", "metadata", "defs", "style", "namedview"}
VALUE = re.compile(r"[-+0-9A-Za-z.,()#%\s]*")
TOKEN = re.compile(r"var\(--drawing-[a-z]+(?:,\s*#[0-9a-fA-F]{3,6})?\)")
USED = re.compile(r"var\(--([a-z-]+),\s*([^()]*)\)")
BOTH = re.compile(r"light-dark\((#[0-9a-f]{6}),(#[0-9a-f]{6})\)")
# Tokens that are another one's color.
SAME = {"drawing-line": "ink", "drawing-paper": "paper"}
CLASS = re.compile(r"\s*((?:\.[\w-]+\s*,?\s*)+)\{([^{}]*)\}")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# What is refused, in words, and what to do instead.
OUTLINES = "turn the letters into outlines (paths) in the drawing program, and export it again"
FLAT = "export it again with plain shapes in flat colors"
WITHOUT = "export it again without it"
REFUSED = {
    "script": ("a program", WITHOUT),
    "foreignObject": ("a piece of a web page", WITHOUT),
    "image": ("a picture inside the drawing", "trace it, or use the picture in images/ instead"),
    "text": ("letters that need a font", OUTLINES),
    "a": ("a link", WITHOUT),
}


def sanitized(text: str, path: Path) -> str:
    """The drawing as text. Raises ContentError with everything that must change."""
    root = parsed(text, path)
    classes, problems = styles(root)
    made = Element("svg", {"xmlns": SVG, "viewBox": view_box(root, path)})
    plate = ElementTree.SubElement(made, "g", {"id": "plate", "fill": LINE})
    own: dict[str, str] = {}
    for looks in looks_of(root, classes, problems):
        own |= looks
    plate.attrib |= {name: value for name, value in own.items() if name != "transform"}
    for child in root:
        add(child, plate, classes, problems)
    if not len(plate):
        problems["nothing that shows"] = "export it again with at least one shape"
    written = ElementTree.tostring(made, encoding="unicode")
    if len(written) > LARGEST:
        problems[f"{len(written):,} bytes of shapes"] = (
            f"simplify the paths until they take at most {LARGEST:,} bytes"
        )
    if problems:
        raise ContentError(refused(path, found, fix) for found, fix in problems.items())
    return written


def parsed(text: str, path: Path) -> Element:
    try:
        root: Element = fromstring(text)
    except (ElementTree.ParseError, DefusedXmlException, ValueError):
        raise ContentError([refused(path, "no SVG that can be read", FLAT)]) from None
    if root.tag != f"{{{SVG}}}svg":
        raise ContentError([refused(path, "no SVG that can be read", FLAT)])
    return root


def view_box(root: Element, path: Path) -> str:
    """The square that it shows, four numbers."""
    numbers = root.get("viewBox", "").replace(",", " ").split()
    if not numbers:
        numbers = ["0", "0", *(root.get(name, "").removesuffix("px") for name in SIZE)]
    try:
        left, top, width, height = map(float, numbers)
    except ValueError:
        left = top = width = height = 0
    if not all((0 < width < 1e5, 0 < height < 1e5, -1e6 < left < 1e6, -1e6 < top < 1e6)):
        fix = "export it again with a viewBox"
        raise ContentError([refused(path, "no viewBox of four numbers", fix)])
    return f"{left:g} {top:g} {width:g} {height:g}"


def styles(root: Element) -> tuple[Classes, Problems]:
    """What the style elements say of classes, and what there is no other way to keep."""
    classes: Classes = {}
    problems: Problems = {}
    for element in root.iter(f"{{{SVG}}}style"):
        text = COMMENT.sub("", element.text or "").strip()
        for match in CLASS.finditer(text):
            for name in re.findall(r"\.([\w-]+)", match[1]):
                classes.setdefault(name, {}).update(declared(match[2]))
        if CLASS.sub("", text).strip():
            problems["a stylesheet of more than classes"] = (
                'export it again with "presentation attributes" in place of styles'
            )
    return classes, problems


def declared(text: str) -> dict[str, str]:
    """The declarations of a style."""
    pairs = (one.partition(":") for one in text.split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if value.strip()}


def add(
    element: Element, parent: Element, classes: Classes, problems: Problems, depth: int = 0
) -> None:
    """A copy of what is allowed of an element."""
    if depth > DEEPEST:
        problems["groups in more than 50 other groups"] = "ungroup the shapes, and export it again"
        return
    if not isinstance(element.tag, str):
        return  # a remark
    namespace, _, name = element.tag.rpartition("}")
    if namespace not in ("", f"{{{SVG}") or name in SILENT:
        if name == "defs":
            for inner in element:
                hidden(inner, problems)
        return
    if name not in SHAPES:
        found, fix = REFUSED.get(name, (f"<{name}>", FLAT))
        problems[found] = fix
        return
    made = ElementTree.SubElement(parent, name)
    for looks in looks_of(element, classes, problems):
        made.attrib |= looks
    made.attrib |= {
        key: element.attrib[key]
        for key in sorted(SHAPES[name])
        if VALUE.fullmatch(element.get(key, "!"))
    }
    for child in element:
        add(child, made, classes, problems, depth + 1)
    if name == "g" and not len(made):
        parent.remove(made)


def hidden(element: Element, problems: Problems) -> None:
    """What stands in <defs> shows nothing by itself; what uses it is refused where it stands."""
    name = str(element.tag).rpartition("}")[2]
    if name in REFUSED:
        problems[REFUSED[name][0]] = REFUSED[name][1]


def looks_of(element: Element, classes: Classes, problems: Problems) -> Iterator[Mapping[str, str]]:
    """How an element looks: by its attributes, its classes, its style; the last counts most."""
    for key in element.attrib:
        name = key.rpartition("}")[2]
        if name.lower().startswith("on"):
            problems[f"a program ({name})"] = WITHOUT
        elif name in ("href", "src"):
            problems["a link, or something from elsewhere"] = FLAT
    sources = [dict(element.attrib)]
    sources += [classes.get(name, {}) for name in element.get("class", "").split()]
    sources.append(declared(element.get("style", "")))
    for source in sources:
        known = {key: value for key, value in source.items() if key in LOOKS}
        yield dict(allowed(known, problems))


def allowed(looks: Mapping[str, str], problems: Problems) -> Iterator[tuple[str, str]]:
    for name, value in looks.items():
        if TOKEN.fullmatch(value) and name in COLORS:
            yield name, value
        elif "url(" in value.lower():
            problems["a gradient, a pattern or something from elsewhere"] = FLAT
        elif not VALUE.fullmatch(value):
            problems[quoted(value)] = FLAT
        elif name not in COLORS:
            yield name, value
        elif shown := color(value):
            yield name, shown
        else:
            problems[f"{quoted(value)}, which is no color"] = FLAT


def color(text: str) -> str:
    """A color as both schemes show it; "" for what is none."""
    if text in KEPT_COLORS:
        return text
    if text.lower() in ("currentcolor", "context-fill", "context-stroke"):
        return LINE
    try:
        red, green, blue, *_ = ImageColor.getrgb(text)
    except ValueError:
        return ""
    shown = f"#{red:02x}{green:02x}{blue:02x}"
    known = Color.of(shown)
    if contrast(shown, "#ffffff") < 1.15 and known.chroma < 0.04:
        return PAPER
    if known.lightness < 0.36 and known.chroma < 0.05:
        return LINE
    day, night = (readable(known, papers, SEEN).hex for papers in (DAY, NIGHT))
    return f"light-dark({day},{night})"


def viewed(text: str) -> tuple[float, float, float, float]:
    """The viewBox of a drawing that is in order."""
    left, top, width, height = map(float, text.partition('viewBox="')[2].partition('"')[0].split())
    return left, top, width, height


def colored(text: str, scheme: Scheme) -> str:
    """A drawing with the colors of a scheme in place of its tokens."""

    def value(found: re.Match[str]) -> str:
        token = SAME.get(found[1], found[1])
        return scheme[token].hex if token in scheme else found[2]

    dark = scheme["paper"].lightness < scheme["ink"].lightness
    return BOTH.sub(r"\2" if dark else r"\1", USED.sub(value, text))


def refused(path: Path, found: str, fix: str) -> Problem:
    needed = "a drawing of plain shapes in flat colors, which shows by day and in the dark"
    return Problem(display_path(path), 0, "", found, needed, fix)
