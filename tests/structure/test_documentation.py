"""README, settings and commands say the same; the repository holds what it promises."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import get_args

import pytest

from pelicanconf import PLUGINS
from plugins.core.schema.model import Facts, models_in
from plugins.core.schema.practice import Account, Network, Practice
from plugins.modalities.model import Modality
from plugins.news import News
from plugins.offers.model import Offer
from plugins.pages import SinglePage
from plugins.symptoms import Symptom

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
COMMANDS = re.findall(r"(?m)^([a-z-]+):.*## ", MAKEFILE)
TOP = {
    *(
        ".ci",
        ".github",
        ".gitignore",
        "CHANGELOG.md",
        "Makefile",
        "README.md",
        "content",
        "pelicanconf.py",
    ),
    *("plugins", "publishconf.py", "pyproject.toml", "requirements-dev.txt", "requirements.txt"),
    *("tests", "theme"),
}


def keys(model: type[Facts]) -> set[str]:
    """Every key of a model, and of the models inside it."""
    inner = (one for info in model.model_fields.values() for one in models_in(info.annotation))
    return set(model.model_fields).union(*(keys(one) for one in inner))


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command(command: str) -> None:
    """A command that is not written down is not found."""
    assert f"`make {command}" in README


def test_every_command_is_phony() -> None:
    """A folder of the same name would switch the command off."""
    phony = re.search(r"(?m)^\.PHONY: (.*)$", MAKEFILE)
    assert phony
    assert sorted(phony[1].split()) == sorted(COMMANDS)


@pytest.mark.parametrize("plugin", PLUGINS)
def test_the_readme_and_the_flow_name_every_plugin(plugin: str) -> None:
    """The map leads to every feature."""
    flow = (ROOT / "plugins/__init__.py").read_text(encoding="utf-8")
    assert f"`{plugin}`" in README
    assert f"\n{plugin.removeprefix('plugins.')} " in flow


def test_the_readme_names_every_component() -> None:
    """Whoever changes the look finds the macro."""
    components = {path.stem for path in (ROOT / "theme/templates/components").glob("*.html")}
    assert {name for name in components if f"`{name}`" not in README} == set()


@pytest.mark.parametrize("model", [Practice, Modality, Symptom, Offer, SinglePage, News])
def test_the_readme_names_every_key(model: type[Facts]) -> None:
    """Staff look the keys up here. Weekdays are named by the first and the last."""
    known = keys(model) - {"tuesday", "wednesday", "thursday", "friday", "saturday"}
    assert {key for key in known if not re.search(rf"\b{key}\b", README)} == set()


def test_the_readme_names_every_network() -> None:
    """What may be listed under share and social is a closed list."""
    names = (*get_args(Network), *get_args(Account))
    assert [name for name in names if not re.search(rf"\b{name}\b", README)] == []


def test_the_readme_names_every_setting_of_our_own() -> None:
    """Pelican's settings are documented by Pelican, ours by us."""
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "plugins").rglob("*.py"))
    asked = set(re.findall(r'settings(?:\.get\(|\[)"([A-Z_]+)"', code))
    pelicans = {"PATH", "OUTPUT_PATH", "THEME", "PLUGINS", "READERS", "DEBUG"}
    ours = asked - pelicans - {"JINJA_GLOBALS", "JINJA_ENVIRONMENT"}
    assert {name for name in ours if f"`{name}`" not in README} == set()


def test_the_top_level_holds_what_tools_demand() -> None:
    """A folder that one can take in at a glance."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split("\n")  # fmt: skip
    assert {name.split("/")[0] for name in listed if name} <= TOP


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
