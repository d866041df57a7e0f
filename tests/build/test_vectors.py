"""Scripts in every text that staff can write: each is shown as the text that it is."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from plugins.assets import assets
from tests.build.conftest import Project
from tests.sites import ROOT, drawn, tree
from tests.torture.counts import first

VECTORS = {
    "element": '"><script>alert(1)</script>',
    "attribute": "' onmouseover='alert(1)' x=\" onfocus=alert(1) autofocus=\"",
    "picture": "<img src=x onerror=alert(1)><svg onload=alert(1)>",
    "end": "</title></style></textarea></noscript>--><iframe src=javascript:alert(1)>",
    "template": "{{ 7*7 }}{% include 'x' %}{# gone #}${7*7}<%= 7*7 %>",
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62; &nbsp; &amp;",
    "half": "<script <script src=//evil.test/x.js",
    "emoji": "<b onclick=alert(1)> 👩\u200d⚕️ 😀",
}


class Elements(HTMLParser):
    """The elements of a page, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def facts(vector: str) -> dict[str, str | bytes]:
    """Content with the vector in every field that takes a text, and in every body."""
    v = json.dumps(vector, ensure_ascii=False)
    picture = f"picture:\n  file: hands.png\n  alt: {v}\n"
    page = f"title: {v}\nsummary: {v}\n"
    return {
        "practice.yaml": f"name: {v}\ntelephone: 303-555-0142\ntime_zone: America/Denver\n"
        f"tagline: {v}\naddress:\n  street: {v}\n  city: {v}\n  region: {v}\n"
        '  postal_code: "80000"\n'
        f"hours:\n  monday: closed\nspecial_days:\n  - date: 2030-07-04\n    reason: {v}\n"
        f"booking:\n  label: {v}\n  url: https://booking.hands.test/\nprice_range: {v}\n"
        f"service_area: {v}\nlicences: {v}\nshare: [pinterest, email, facebook, whatsapp, sms, x, "
        f"bluesky, threads, linkedin]\nnewsletter:\n  provider: custom\n  action: "
        f"https://news.example.com/\n  heading: {v}\n  invitation: {v}\n",
        "images/hands.png": drawn("PNG"),
        "pages/home.md": f"---\n{page}{picture}navigation:\n  label: {v}\n---\n",
        "pages/404.md": f"---\n{page}{picture}---\n",
        **{
            f"pages/{name}.md": f"---\n{page}{picture}navigation:\n  label: {v}\n---\n"
            for name in ("modalities", "symptoms", "offers", "news", "contact")
        },
        "modalities/a.md": f"---\n{page}{picture}symptoms: b\ntechniques: {v}\nask_a_doctor: {v}\n"
        f"questions:\n  - question: {v}\n    answer: {v}\nrelated: a\nstarter: yes\n---\n",
        "symptoms/b.md": f"---\n{page}body_areas: {v}\nsee_a_doctor: {v}\n---\n",
        "offers/c.md": f"---\nheadline: {v}\ncode: {v}\nterms: {v}\nends: 2031-01-01\n"
        f"button:\n  label: {v}\n  link: https://booking.hands.test/\n---\n",
        "news/d.md": f"---\n{page}{picture}date: 2030-01-01\nstarts: 2030-01-02\nwhere: {v}\n---\n",
    }


def built_with(text: str, folder: Path) -> Project:
    project = Project(folder)
    project.write(facts(text))
    project.built(live=False)
    return project


@pytest.fixture(scope="module", params=first(2, VECTORS))
def attacked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Project, str]:
    vector = VECTORS[request.param]
    return built_with(vector, tmp_path_factory.mktemp("attacked")), vector


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return built_with("harmless", tmp_path_factory.mktemp("harmless"))


def test_no_text_becomes_an_element_or_an_attribute(
    attacked: tuple[Project, str], harmless: Project
) -> None:
    """The elements of each page are those of a harmless practice, to the last attribute."""
    evil, good = (
        {name: shape((project.output / name).read_text()) for name in pages(project)}
        for project in (attacked[0], harmless)
    )
    assert evil == good


def pages(project: Project) -> list[str]:
    return [name for name in tree(project.output) if name.endswith(".html")]


def shape(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """Every element with the names of its attributes; no script but the theme's own."""
    elements = Elements(html).elements
    scripts = [attributes for tag, attributes in elements if tag == "script"]
    data = [{"type": kind} for kind in ("application/ld+json", "speculationrules")]
    picker = {"src": "/style-guide/look/picker.js", "type": "module"}
    code = [attributes for attributes in scripts if attributes not in [*data, picker]]
    # The theme's scripts for old browsers.
    old = re.findall(r'<script nomodule src="(/assets/site\.\w+\.js)" integrity="([^"]+)">', html)
    for source, digest in old:
        code.remove({"nomodule": None, "src": source, "integrity": digest})
    assert len(old) <= 1
    # The serif, how pages fade, the offer clock, the words that wake it further down, and what
    # fetches the theme's scripts.
    own = (
        *(f"{script}</script>" for script in assets(ROOT / "theme").inline.values()),
        'dispatchEvent(new Event("pageshow"))</script>',
        'requestAnimationFrame(() => setTimeout(() => import("/assets/site.',
    )
    inline: list[dict[str, str]] = [{}] * sum(html.count(f"<script>{code}") for code in own)
    assert code == inline
    return [(tag, tuple(attributes)) for tag, attributes in elements]


def test_every_text_is_shown_as_it_was_written(attacked: tuple[Project, str]) -> None:
    """Nothing is swallowed either: a price with a < in it is a price."""
    project, vector = attacked
    shown = {
        name: Elements((project.output / name).read_text()).text.count(vector)
        for name in pages(project)
    }
    least = {
        "404.html": 8,
        "contact/index.html": 20,
        "index.html": 15,
        "modalities/a/index.html": 14,
        "modalities/index.html": 10,
        "news/d/index.html": 10,
        "news/index.html": 11,
        "offers/index.html": 12,
        "symptoms/b/index.html": 12,
        "symptoms/index.html": 10,
    }
    assert {name: shown[name] >= count for name, count in least.items()} == dict.fromkeys(
        least, True
    )


def test_a_link_holds_nothing_but_a_link(attacked: tuple[Project, str]) -> None:
    """Share links carry titles, percent-encoded; no scheme runs code."""
    project, _ = attacked
    for name in pages(project):
        for tag, attributes in Elements((project.output / name).read_text()).elements:
            for key in ("href", "src", "action"):
                value = attributes.get(key) or "/"
                allowed = ("/", "#", "https://", "http://127.", "tel:", "sms:", "mailto:")
                assert value.startswith(allowed), (name, tag, value)
                assert not set(value) & set("<>\"'` \n"), (name, tag, value)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("booking:\n  url", "javascript:alert(1)"),
        ("booking:\n  url", "https://ada:secret@booking.hands.test/"),
        ("booking:\n  url", "//booking.hands.test/"),
        ("social:\n  instagram", "data:text/html,hello"),
        ("social:\n  instagram", "http://instagram.example.com/"),
        ("email", "hello@hands.test?bcc=all@example.com"),
        ("newsletter:\n  provider: kit\n  form", "../../x"),
        ("newsletter:\n  provider: custom\n  action", "javascript:alert(1)"),
        ("brand:\n  color", "red;background:url(//evil.test)"),
        ("time_zone", "../../etc/localtime"),
    ],
)
def test_a_value_that_becomes_a_link_or_a_style_is_refused(
    bare: Project, field: str, text: str
) -> None:
    """Escaping does not help where the value itself is obeyed."""
    rows = (bare.content / "practice.yaml").read_text().split("\n")
    kept = "\n".join(row for row in rows if not row.startswith(field))
    bare.write({"practice.yaml": f'{kept}\n{field}: "{text}"\n'})
    words = bare.refused()
    assert words.startswith("content/practice.yaml:")
    assert words.endswith("1 problem to fix. Nothing was changed: the site is as it was.")
