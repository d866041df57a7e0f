"""Stylesheets and scripts, joined: what every page loads of the theme."""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import Environment, meta

from plugins.assets import INLINE, assets, unwanted
from plugins.assets.stylesheets import Bundle, needed, references
from plugins.core.cache.file_stat import stat_of
from plugins.core.problems import ContentError
from tests.sites import PAGE, PRACTICE, model

ROOT = Path(__file__).parents[2]


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A theme of two stylesheets, two scripts and those that stand in pages."""
    files = {
        "css/site.css": '@layer base, rest;\n@import url("parts/a.css") layer(rest);\n',
        "css/parts/a.css": "p { color: red; }\n",
        "css/bundles/map.css": '@import url("../components/plan.css") layer(rest);\n',
        "css/components/plan.css": ".plan { color: red; }\n",
        "templates/components/plan.html": "{% macro plan() %}<p class=plan>{% endmacro %}",
        "templates/components/area.html": '{% from "components/plan.html" import plan %}',
        "templates/base.html": "<p>",
        "templates/near.html": '{% extends "base.html" %}{% include "components/area.html" %}',
        "templates/plain.html": '{% extends "base.html" %}',
        "templates/guide.html": '{% import "components/" ~ name ~ ".html" as one %}',
        "js/site.js": '// All.\nimport "./one.js";\nimport "./two.js";\n',
        "js/one.js": "// One.\nconst name = 1;\nprint(name);\n",
        "js/two.js": "const name = 2;\nprint(name);\n",
        **{f"js/{name}.js": f'print("{name}");\n' for name in INLINE},
    }
    for name, text in files.items():
        path = tmp_path / "theme" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "theme"


def said(theme: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        assets(theme)
    return [problem.found for problem in caught.value.problems]


def test_stylesheets_are_joined_in_their_layers(theme: Path) -> None:
    """A page that asks for thirty files shows nothing for a second."""
    assert assets(theme).css == "@layer base;@layer rest{p{color:red}}"


@pytest.mark.parametrize(
    ("template", "names"), [("near", ("map",)), ("plain", ()), ("guide", ("map",))]
)
def test_a_bundle_is_for_the_pages_that_may_show_its_components(
    theme: Path, template: str, names: tuple[str, ...]
) -> None:
    """Also through another component, and in a page that names components while it runs."""
    known = assets(theme).bundles
    assert known == {"map": Bundle("@layer rest{.plan{color:red}}", frozenset({"plan"}))}
    assert needed(theme / "templates", template, known) == names


def test_scripts_do_not_see_the_names_of_each_other(theme: Path) -> None:
    """Two modules may use one name; joined, that would stop both."""
    assert assets(theme).code.content == "{const e=1;print(e)};\n{const e=2;print(e)}"


def test_scripts_that_stand_in_pages_have_the_names_of_their_components(theme: Path) -> None:
    """Templates take each by its name."""
    assert assets(theme).inline["offer_clock"] == 'print("offer_clock")'
    assert set(assets(theme).inline) == set(INLINE)


def test_the_name_of_the_scripts_changes_with_them(theme: Path) -> None:
    """Hosts and browsers may keep a file for ever when its name says which one it is."""
    before = assets(theme).script
    assert before == "/assets/site.a06f733bcb.js"
    (theme / "js/two.js").write_text("const name = 3;\nprint(name);\n")
    assert assets(theme).script != before


def test_a_stylesheet_that_is_changed_is_joined_anew(theme: Path) -> None:
    """The preview builds again and again in one process."""
    assert "red" in assets(theme).css
    (theme / "css/parts/a.css").write_text("p { color: blue; }\n/* later */")
    assert "#00f" in assets(theme).css


@pytest.mark.parametrize("locale", ["POSIX", "C.UTF-8"])
def test_a_folder_of_any_name_is_read_on_a_machine_without_utf_8(theme: Path, locale: str) -> None:
    """Somebody's own name, on a server that says nothing of its language."""
    moved = theme.rename(theme.with_name("Zoë"))
    code = "import sys; from pathlib import Path; from plugins.assets import styles; "
    without = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        [sys.executable, "-c", f"{code} print(styles(Path(sys.argv[1])))", moved / "css/site.css"],
        cwd=ROOT,
        env=os.environ | without,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("@layer base;@layer rest{p{color:red}}", "")


def test_a_stylesheet_that_is_none_stops_the_build(theme: Path) -> None:
    """Half a stylesheet is a page that nobody wants to read."""
    (theme / "css/parts/a.css").write_text("p { color: red; } }")
    found = f"Bundling failed: Unexpected end of input at {theme}/css/parts/a.css:0:20"
    assert said(theme) == [found]


def test_a_stylesheet_cannot_end_the_element_that_holds_it(theme: Path) -> None:
    """It stands inside the page."""
    (theme / "css/parts/a.css").write_text('p { content: "</style><script>alert()</script>" }')
    assert said(theme) == ['"</"']


def test_a_script_that_is_none_stops_the_build(theme: Path) -> None:
    """Half a script does nothing, and nobody notices until a visitor presses its button."""
    (theme / "js/two.js").write_text("const name = ;")
    assert said(theme) == ["unexpected ; in expression on line 1 and column 15"]


def test_a_script_cannot_end_the_element_that_holds_it(theme: Path) -> None:
    """It stands inside the page."""
    (theme / "js/offer_clock.js").write_text("print('</scr' + 'ipt>');")
    assert said(theme) == ['"</"']


def test_a_script_that_is_missing_stops_the_build(theme: Path) -> None:
    """A missing module is noticed by nobody until a visitor presses its button."""
    (theme / "js/two.js").unlink()
    assert said(theme) == [str(theme / "js/two.js")]


def test_the_theme_has_no_source_map_and_no_address_of_another_host() -> None:
    """No request leaves the site."""
    made = assets(ROOT / "theme")
    assert "//" not in made.css
    assert "import " not in str(made.code.content)


def test_browsers_know_the_scripts_by_their_hash(theme: Path) -> None:
    """A file that was changed on its way is not run."""
    made = assets(theme)
    digest = hashlib.sha256(str(made.code.content).encode()).digest()
    assert made.integrity == f"sha256-{base64.b64encode(digest).decode()}"


def by_jinja(text: str) -> set[str | None]:
    return set(meta.find_referenced_templates(Environment(autoescape=True).parse(text)))


@pytest.mark.parametrize("path", sorted((ROOT / "theme/templates").rglob("*.html")), ids=str)
def test_what_a_template_takes_something_from_is_what_jinja_reads(path: Path) -> None:
    """A component that is missed stands on its page without its styles."""
    assert set(references(stat_of(path))) == by_jinja(path.read_text("utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "{%- extends 'a.html' -%}{%+ include \"b.html\" ignore missing without context %}",
        '{% from "a.html" import b as c, d with context %}{# {% include "no.html" %} #}',
        '{% import\n"a.html" as b %}{% include "a.html" if b else "c.html" %}',
        '{% include "a" ~ b %}{% import name as b %}{% from name import b %}',
    ],
)
def test_templates_are_named_in_every_way_that_jinja_has(text: str, tmp_path: Path) -> None:
    """A name that depends on something stands for all of them."""
    file = tmp_path / "a.html"
    file.write_text(text, "utf-8")
    names = set(references(stat_of(file)))
    assert names == by_jinja(text) or None in names


FORMS = """\
contact_form:
  provider: formspree
  form: examplehands
"""


@pytest.mark.parametrize(
    ("practice", "preview", "missing"),
    [
        ("", False, {"people_list", "credentials", "posted_form", "voices"}),
        (FORMS, False, {"people_list", "credentials", "voices"}),
        ("body_map: no\n", True, {"body_map"}),
    ],
)
def test_no_page_has_the_styles_of_what_the_practice_does_not_have(
    tmp_path: Path, practice: str, preview: bool, missing: set[str]
) -> None:
    """The first view of a long page was too heavy by the styles of people whom nobody employs."""
    files = {"practice.yaml": PRACTICE + practice, "pages/home.md": PAGE}
    assert unwanted(model(tmp_path, files, preview=preview)) == missing
