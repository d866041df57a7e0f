"""The theme: every template is ours, components have one name everywhere, nothing is unsafe."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, meta

from pelicanconf import PLUGINS
from plugins.addresses.redirects import TEMPLATE as REDIRECT
from plugins.build.api import build
from plugins.guide import TEMPLATE as STYLE_GUIDE
from plugins.locations import TEMPLATE as LOCATION
from plugins.offline import TEMPLATE as OFFLINE
from plugins.pages import ALONE, ARRANGED
from plugins.search import TEMPLATE as SEARCH
from tests.sites import BARE, FULL, ROOT, staying

TEMPLATES = ROOT / "theme/templates"
CSS = ROOT / "theme/css"
FILES = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
COMPONENTS = sorted(path.stem for path in (TEMPLATES / "components").glob("*.html"))
# Macros whose look is that of plain elements, and stylesheets of elements that are no macro.
WITHOUT_STYLE = {
    *("contact_form", "newsletter_form"),  # both look like posted_form
    *("event_facts", "location_facts", "location_list"),
    "browser_storage",
    *("document_head", "feed_link", "offer_clock", "offer_end", "offer_refresh", "offer_title"),
    *(
        "gift",
        "illustrated_prose",
        "insurance",
        "packages",
        "policies",
        "postal_address",
        "prose",
        "sessions",
        "share_icon",
        "speculation_rules",
        "structured_data",
    ),
    *("late_script", "search_note", "try_again", "typeface_rules", "view_transitions"),
}
WITHOUT_MACRO = {"button"}
# Scripts that must run before the first paint; a security policy names each by its hash.
INLINE = {
    *("components/offer_clock.html", "components/offer_refresh.html"),
    *("components/late_script.html", "components/typeface_rules.html"),
    "components/view_transitions.html",
}
STYLES = sorted(path.stem for path in (CSS / "components").glob("*.css"))


def source(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def used(name: str) -> set[str]:
    """The templates that one names; the style guide names each component while it runs."""
    tree = Environment(autoescape=True).parse(source(name))
    return {other for other in meta.find_referenced_templates(tree) if other}


@pytest.mark.parametrize("name", FILES)
def test_every_template_that_is_named_is_ours(name: str) -> None:
    """Pelican fills a gap silently with a template of its own simple theme."""
    assert used(name) <= set(FILES)


def test_every_template_of_a_page_is_ours(tmp_path: Path) -> None:
    """Features name templates; a missing one would come from another theme."""
    outcome = build(
        settings=str(ROOT / "pelicanconf.py"),
        content=str(FULL),
        output=str(tmp_path / "output"),
    )
    assert outcome.code == 0, outcome.text
    features = (import_module(str(name)).FEATURE for name in PLUGINS)
    templates = {kind.template for one in features for kind in one.kinds if kind.template}
    assert {f"{name}.html" for name in templates} <= set(FILES)


def test_every_template_is_used() -> None:
    """A template that nobody names is read, mended and translated for nothing."""
    named = {other for name in FILES for other in used(name)}
    kinds = [kind for name in PLUGINS for kind in import_module(str(name)).FEATURE.kinds]
    pages = {kind.template for kind in kinds if kind.template} | {
        kind.folder for kind in kinds if kind.overview
    }
    pages |= {*ALONE, ARRANGED, STYLE_GUIDE, LOCATION, REDIRECT, SEARCH, OFFLINE}
    assert set(FILES) - named == {f"{name}.html" for name in pages} - named


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_is_one_macro_of_its_own_name_with_a_contract(name: str) -> None:
    """Whoever looks for share_links finds it under that name, and reads what it takes."""
    text = source(f"components/{name}.html")
    assert re.findall(r"{%-? macro (\w+)", text) == [name]
    assert text.startswith("{#")
    parameters = re.search(rf"macro {name}\((.*?)\)", text)
    assert parameters
    contract = text[: text.index("#}")]
    for parameter in parameters[1].split(","):
        assert parameter.split("=")[0].strip() in contract


def test_macros_and_stylesheets_carry_the_same_names() -> None:
    """A rule for a macro is found in the file of its name, and nowhere else."""
    assert set(STYLES) - WITHOUT_MACRO == set(COMPONENTS) - WITHOUT_STYLE


def test_the_table_of_contents_lists_every_stylesheet() -> None:
    """One that nothing imports does nothing; one that is imported twice weighs twice."""
    tables = {CSS / "site.css", *(CSS / "bundles").glob("*.css")}
    imports = re.compile(r'@import url\("(?:\.\./)?(.+?)"\)')
    listed = [name for table in tables for name in imports.findall(table.read_text())]
    there = {path.relative_to(CSS).as_posix() for path in {*CSS.rglob("*.css")} - tables}
    assert set(listed) == there
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("content", [FULL, BARE], ids=lambda path: path.name)
def test_a_page_has_the_styles_of_each_component_that_it_shows(
    content: Path, tmp_path: Path
) -> None:
    """A component from another component's HTML, or a class without its macro, would stand there
    without its look."""
    settings, output = str(ROOT / "pelicanconf.py"), tmp_path / "output"
    assert build(settings=settings, content=str(content), output=str(output)).code == 0
    missing: dict[str, set[str]] = {}
    for path in staying(output):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        css = "".join(style.get_text() for style in page.find_all("style"))
        shown = {name for tag in page.find_all(class_=True) for name in tag["class"]}
        missing[path.name] = {
            name for name in shown & set(STYLES) if not re.search(rf"\.{name}\b", css)
        }
    assert {name: found for name, found in missing.items() if found} == {}


def test_pages_without_a_component_are_free_of_its_styles(tmp_path: Path) -> None:
    """The first view is what a phone waits for."""
    settings, output = str(ROOT / "pelicanconf.py"), tmp_path / "output"
    assert build(settings=settings, content=str(FULL), output=str(output)).code == 0
    pages = {name: output / name for name in ("index.html", "contact/index.html")}
    maps = {name: ".body_map" in path.read_text() for name, path in pages.items()}
    assert maps == {"index.html": True, "contact/index.html": False}


@pytest.mark.parametrize("name", FILES)
def test_no_template_declares_text_safe_or_carries_code(name: str) -> None:
    """A strict content security policy allows neither inline code nor style attributes."""
    text = source(name)
    if name in INLINE:
        text, count = re.subn(r"(?s)<script>.*?</script>", "", text)
        assert count == 1
    assert not re.search(r"\|\s*safe\b|{%-?\s*autoescape|\son\w+=|\sstyle=", text)
    data = r" type=\"(?:application/ld\+json|speculationrules)\">"
    assert not re.search(rf"<script(?![^>]*\bsrc=|{data})", text)


def test_raw_colors_stand_in_the_tokens_alone() -> None:
    """A color that is written twice is changed once."""
    raw = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:oklch|rgb|hsl)\(", re.IGNORECASE)
    wrong = [path.name for path in CSS.rglob("*.css") if raw.search(path.read_text())]
    assert wrong == ["tokens.css"]


@pytest.mark.parametrize("path", sorted(CSS.rglob("*.css")), ids=lambda path: path.name)
def test_no_rule_shouts(path: Path) -> None:
    """Layers decide, so nothing needs an id or !important."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    assert "!important" not in text
    assert not re.search(r"(?m)^[^{}]*#[a-z][\w-]*[^{}]*{", text)
