"""Looks: the theme, its words, and the code; what makes pages out of content."""

from __future__ import annotations

import re

from tests.torture.editing.desk import Desk, offered

# In a template: what every page shows, what some do, and what no build can render.
SAID = ("<!-- {number} -->", "<p>Number {number}</p>", "{{# {number} #}}")
BROKEN = ("{{% if %}}", "{{{{ nobody_knows }}}}", "{{% endblock %}}")
# Where code says what comes out: pattern, replacement.
CODE = (
    ("plugins/social_cards/layout.py", r"MARGIN = 7\d", "MARGIN = 7{digit}"),
    ("plugins/core/design/trigger_point.py", r"DOT = 1\.\d", "DOT = 1.{digit}"),
    ("plugins/images/formats.py", r'"quality", 8\d\)', '"quality", 8{digit})'),
    ("plugins/brand/icons.py", r"corner=1\d", "corner=1{digit}"),
    (
        "plugins/checks/claims/table.py",
        r"a proof needs its source\d?",
        "a proof needs its source{digit}",
    ),
    (
        "plugins/checks/claims/table.py",
        r"nobody can promise a cure\d?",
        "nobody can promise a cure{digit}",
    ),
    ("plugins/core/markdown/render.py", r"align-\{match\[1\]\}\d?", "align-{{match[1]}}{digit}"),
    ("plugins/search/indexing.py", r'"\.kicker\d?"', '".kicker{digit}"'),
    ("plugins/structured_data/graph.py", r"$", "\n# {digit}\n"),
    ("plugins/sharing/links.py", r"$", "\n# {digit}\n"),
)


def appended(desk: Desk, pattern: str, text: str) -> str:
    """Text at the end of a file that a macro or a block leaves open."""
    path = desk.pick(desk.sources(pattern))
    text = text.format(number=desk.number())
    source = path.read_text(encoding="utf-8")
    ends = [found.start() for found in re.finditer(r"\{% end(?:macro|block)", source)]
    place = desk.random.choice(ends) if ends else len(source)
    desk.save(path, source[:place] + text + source[place:])
    return f"{text} in {desk.name(path)}"


@offered(2)
def a_template(desk: Desk) -> str:
    return appended(desk, "theme/templates/*.html", desk.random.choice(SAID))


@offered(2)
def a_component(desk: Desk) -> str:
    return appended(desk, "theme/templates/components/*.html", desk.random.choice(SAID))


@offered()
def the_base(desk: Desk) -> str:
    return appended(desk, "theme/templates/base.html", SAID[0])


@offered()
def a_broken_template(desk: Desk) -> str:
    return appended(desk, "theme/templates/**/*.html", desk.random.choice(BROKEN))


@offered(2)
def a_stylesheet(desk: Desk) -> str:
    path = desk.pick(desk.sources("theme/css/**/*.css"))
    source = path.read_text(encoding="utf-8")
    if path.parent.name == "components":
        source = re.sub(r"\d+(?:\.\d+)?rem", f"{desk.random.randint(1, 9)}rem", source, count=1)
    else:
        source += f"\n/* {desk.number()} */\n"
    desk.save(path, source)
    return desk.name(path)


@offered()
def a_color(desk: Desk) -> str:
    path = desk.place.folder / "theme/css/tokens.css"
    source = path.read_text(encoding="utf-8")
    desk.save(
        path, re.sub(r"(--paper: .*?)9\d", rf"\g<1>9{desk.random.randint(5, 9)}", source, count=1)
    )
    return "the color of paper"


@offered()
def a_script(desk: Desk) -> str:
    path = desk.pick(desk.sources("theme/js/*.js"))
    desk.save(path, path.read_text(encoding="utf-8") + f"// {desk.number()}\n")
    return desk.name(path)


@offered()
def a_drawing(desk: Desk) -> str:
    """Drawn anew, gone, or one more: pages show it when it has the name of theirs."""
    paths = desk.sources("theme/drawings/*.svg")
    path = desk.pick(paths)
    new = path.with_name(desk.random.choice(("swedish.svg", "stiff-neck.svg", "deep-tissue.svg")))
    desk.save(new, path.read_bytes())
    return f"{desk.name(new)} as {path.name}"


@offered()
def a_drawing_changed(desk: Desk) -> str:
    path = desk.pick(desk.sources("theme/drawings/*.svg"))
    source = path.read_text(encoding="utf-8")
    desk.save(path, re.sub(r"stroke-width=\"[\d.]+\"", 'stroke-width="3"', source, count=1) + "\n")
    return desk.name(path)


@offered()
def words_of_the_theme(desk: Desk) -> str:
    path = desk.place.folder / "theme/words/en.yaml"
    source = path.read_text(encoding="utf-8")
    months = ("May", "Maytime", "Mai", "Wonnemonat")
    after = re.sub(
        r"^  may: .*", f"  may: {desk.random.choice(months)}", source, flags=re.MULTILINE
    )
    desk.save(path, after)
    return "the name of a month"


@offered()
def a_file_of_the_theme(desk: Desk) -> str:
    folder = desk.place.folder / "theme/static"
    there = sorted(folder.rglob("*.txt"))
    if there and desk.random.random() < 0.5:
        there[0].unlink()
        return f"{there[0].name} deleted"
    folder.mkdir(exist_ok=True)
    desk.save(folder / f"{desk.number()}.txt", "static")
    return "a file to copy"


@offered(3)
def code(desk: Desk) -> str:
    name, pattern, by = desk.random.choice(CODE)
    path = desk.place.folder / name
    source = path.read_text(encoding="utf-8")
    new = by.format(digit=desk.random.randint(0, 9))
    after = re.sub(pattern, lambda _: new, source, count=1)
    if after == source:
        return ""
    desk.save(path, after)
    return f"{new.strip()} in {name}"
