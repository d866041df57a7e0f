"""READMEs, settings and commands say the same; the repository holds what it promises."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest
import yaml

from pelicanconf import PLUGINS
from plugins.core.feature import Feature
from plugins.core.model.documents import Kind
from plugins.core.model.hosts import HOSTS
from plugins.core.schema.forms import ContactForm, NewsletterForm
from plugins.core.schema.model import ContentModel, models_in
from plugins.core.schema.practice import Account, Network, Practice
from plugins.desk.deploy.options import NEEDED
from plugins.desk.deploy.secrets import ALL as SECRETS

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
COMMANDS = re.findall(r"(?m)^([a-z-]+):.*## ", MAKEFILE)
KINDS = [kind for name in PLUGINS for kind in import_module(name).FEATURE.kinds]
STAFF, DESIGNERS, DEVELOPERS, PUBLISHERS, TESTERS = GUIDES = (
    *("content/README.md", "theme/README.md", "plugins/README.md"),
    *("plugins/hosting/README.md", "tests/README.md"),
)
DOCUMENTS = ("README.md", *GUIDES, ".github/CONTRIBUTING.md", ".github/SECURITY.md", "CHANGELOG.md")
# content/README.md says "`monday` to `sunday`".
BETWEEN = {"tuesday", "wednesday", "thursday", "friday", "saturday"}
TOP = {
    *(
        ".ci",
        ".devcontainer",
        ".github",
        ".gitignore",
        ".pre-commit-config.yaml",
        "CHANGELOG.md",
        "LICENSE",
    ),
    *(
        "Makefile",
        "README.md",
        "content",
        "pelicanconf.py",
        "plugins",
        "publishconf.py",
        "pyproject.toml",
    ),
    *("requirements-dev.txt", "requirements.txt", "tests", "theme"),
}


@cache
def text(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def code(document: str) -> list[str]:
    """What a document sets as code: spans, and indented lines."""
    return [one.strip(" `") for one in re.findall(r"``.+?``|`[^`]+`|(?m:^ {4}.+$)", text(document))]


def files() -> list[str]:
    """The files of the repository, those to be added among them."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return listed.stdout.splitlines()


def keys(model: type[ContentModel]) -> set[str]:
    """Every key of a model, and of the models inside it."""
    inner = (one for info in model.model_fields.values() for one in models_in(info.annotation))
    return set(model.model_fields).union(*(keys(one) for one in inner))


def settings() -> set[str]:
    """The settings that the code asks for, without Pelican's own."""
    modules = (ROOT / "plugins").rglob("*.py")
    asked = {
        name
        for path in modules
        for name in re.findall(r'settings(?:\.get\(|\[)"([A-Z_]+)"', path.read_text("utf-8"))
    }
    pelicans = {"PATH", "OUTPUT_PATH", "THEME", "PLUGINS", "READERS", "DEBUG"}
    return asked - pelicans - {"JINJA_GLOBALS", "JINJA_FILTERS", "JINJA_ENVIRONMENT"}


def names() -> Iterator[tuple[str, Iterable[str]]]:
    """Each kind of name, with the document that must have all of them."""
    yield DEVELOPERS, (f"make {command}" for command in COMMANDS)
    yield DEVELOPERS, PLUGINS
    yield DEVELOPERS, settings()
    yield DESIGNERS, (path.stem for path in (ROOT / "theme/templates/components").glob("*.html"))
    models = (Practice, *(kind.model for kind in KINDS))
    yield STAFF, set().union(*map(keys, models)) - BETWEEN
    yield STAFF, {*get_args(Network), *get_args(Account), *providers()}
    yield PUBLISHERS, {*HOSTS, *SECRETS, *(name for needs in NEEDED.values() for name in needs)}
    yield DEVELOPERS, {stage.name for stage in fields(Feature)} - {"name"}
    for folder in ("core", "build"):
        packages = (ROOT / "plugins" / folder).glob("*/__init__.py")
        yield DEVELOPERS, (f"{folder}/{package.parent.name}/" for package in packages)


def providers() -> set[str]:
    """The words that choose the provider of a form."""
    return {
        word
        for model in models_in(ContactForm | NewsletterForm)
        for word in get_args(model.model_fields["provider"].annotation)
    }


FILES = files()
NAMES = [(document, name) for document, group in names() for name in sorted(group)]


@pytest.mark.parametrize(("document", "name"), NAMES)
def test_each_name_is_documented(document: str, name: str) -> None:
    """People find only what a document names."""
    assert any(re.match(rf"{re.escape(name)}(?![\w.-])", span) for span in code(document))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_the_guide_for_staff_says_which_keys_a_folder_has(kind: Kind) -> None:
    """Staff copy keys from this table, so it has exactly those of the model."""
    row = re.search(rf"(?m)^\| `{kind.folder}/` \| (.*) \| (.*) \|$", text(STAFF))
    assert row
    fields = kind.model.model_fields.items()
    assert re.findall(r"`(\w+)`", row[1]) == [key for key, one in fields if one.is_required()]
    optional = {key for key, one in fields if not one.is_required()}
    assert set(re.findall(r"`(\w+)`", row[2])) == optional


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_in_a_document_exists(document: str) -> None:
    """Whoever types what a document says gets what it promises."""
    typed = re.findall(r"\bmake ([a-z][a-z-]*)", "\n".join(code(document)))
    assert set(typed) <= set(COMMANDS)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_module_in_a_document_exists(document: str) -> None:
    """When a module moves, its name in prose must follow."""
    for module in code(document):
        if re.fullmatch(r"[\w/]+\.py", module):
            assert any(f"/{name}".endswith(f"/{module}") for name in FILES), module


def test_the_readme_is_short() -> None:
    """A newcomer reads it in three minutes; everything else has a guide."""
    assert (ROOT / "README.md").stat().st_size <= 6144


def test_the_readme_leads_to_every_guide() -> None:
    """Nobody reads a guide that nothing links to."""
    assert {name for name in FILES if name.endswith("/README.md")} == set(GUIDES)
    assert [name for name in DOCUMENTS[1:] if f"]({name})" not in text("README.md")] == []


def anchors(document: Path) -> set[str]:
    """The anchors that GitHub gives the headings of a document."""
    headings = re.findall(r"(?m)^#+ (.+)$", document.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_between_documents_lead_somewhere(document: str) -> None:
    """Files move; their links must move with them."""
    prose = re.sub(r"`[^`]+`|(?m:^ {4}.+$)", "", text(document))
    for path, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)", prose):
        target = (ROOT / document).parent / path if path else ROOT / document
        assert target.exists(), path
        assert not anchor or anchor in anchors(target), f"{path}#{anchor}"


@pytest.mark.parametrize("plugin", PLUGINS)
def test_the_package_names_every_plugin(plugin: str) -> None:
    """Whoever opens plugins/ finds every feature."""
    assert f"\n{plugin.removeprefix('plugins.')} " in text("plugins/__init__.py")


def test_every_command_is_phony() -> None:
    """A folder of the same name would switch the command off."""
    phony = re.search(r"(?m)^\.PHONY: (.*)$", MAKEFILE)
    assert phony
    assert sorted(phony[1].split()) == sorted(COMMANDS)


def test_the_hooks_before_a_commit_are_those_of_make_lint() -> None:
    """They run what is in .venv, and need no network once make lint has run."""
    repositories = yaml.safe_load(text(".pre-commit-config.yaml"))["repos"]
    assert [one["repo"] for one in repositories] == ["local"]
    hooks = [hook["entry"].removesuffix(" --force-exclude") for hook in repositories[0]["hooks"]]
    lint = MAKEFILE.partition("define do-lint\n")[2].partition("endef")[0]
    assert hooks == [f".venv/bin/{tool}" for tool in re.findall(r"(?m)BIN\)/(.+?)(?: \.)?$", lint)]


def test_the_top_level_holds_what_tools_demand() -> None:
    """A folder that one can take in at a glance."""
    assert {name.split("/")[0] for name in FILES} <= TOP


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_lock_files_pin_with_hashes_and_name_no_address(name: str) -> None:
    """The same packages everywhere, whichever registry a machine uses."""
    text = (ROOT / name).read_text(encoding="utf-8")
    pins = re.findall(r"(?m)^[a-z0-9][\w.-]*==\S+", text)
    assert len(pins) > 10
    assert "://" not in text
    assert all("--hash=sha256:" in block for block in re.split(r"(?m)^(?=[a-z])", text)[1:])


def test_ci_runs_the_test_command_of_the_readme() -> None:
    """What the README calls the test is what decides."""
    assert "\nmake test\n" in (ROOT / ".ci/run").read_text(encoding="utf-8")
