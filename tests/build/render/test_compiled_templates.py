"""Compiled templates: from build to build, and never those of another theme or another Jinja."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemBytecodeCache

from plugins.build.render import compiled_templates as module
from plugins.build.render.compiled_templates import CompiledTemplates, compiled_templates


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the code of the build is, as far as these tests are concerned."""
    monkeypatch.setattr(module, "__file__", str(tmp_path / "module.py"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return tmp_path


def render(source: str, *, autoescape: bool) -> str:
    cache = compiled_templates({"autoescape": autoescape})
    templates = DictLoader({"page.html": source})
    environment = Environment(
        autoescape=autoescape,  # noqa: S701  (an option like others)
        loader=templates,
        bytecode_cache=cache,
    )
    return environment.get_template("page.html").render(name="<b>")


def test_a_changed_template_and_other_options_are_compiled_again() -> None:
    """Or a page would show what the theme said yesterday, or lose its escaping."""
    assert render("{{ name }}", autoescape=True) == "&lt;b&gt;"
    assert render("{{ name }}", autoescape=False) == "<b>"
    assert render("Hello {{ name }}", autoescape=True) == "Hello &lt;b&gt;"


def test_a_template_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiling takes half of a small build."""
    render("{{ name }}", autoescape=True)
    monkeypatch.setattr(Environment, "compile", lambda *_: pytest.fail("compiled again"))
    assert render("{{ name }}", autoescape=True) == "&lt;b&gt;"


def test_a_damaged_file_is_compiled_again(folder: Path) -> None:
    """A disk that was full cut it short."""
    render("{{ name }}", autoescape=True)
    (file,) = [path for path in folder.rglob("*") if path.is_file()]
    file.write_bytes(file.read_bytes()[:-5])
    assert render("{{ name }}", autoescape=True) == "&lt;b&gt;"


def test_templates_are_kept_where_python_keeps_its_modules(
    monkeypatch: pytest.MonkeyPatch, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whoever sets PYTHONPYCACHEPREFIX wants nothing beside the code."""
    elsewhere = tmp_path_factory.mktemp("bytecode")
    monkeypatch.setattr(sys, "pycache_prefix", str(elsewhere))
    render("{{ name }}", autoescape=True)
    assert not any(folder.iterdir())
    assert [path.suffix for path in elsewhere.rglob("*") if path.is_file()] == [".cache"]


def test_a_disk_that_refuses_costs_only_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(FileSystemBytecodeCache, "dump_bytecode", fail)
    assert render("{{ name }}", autoescape=True) == "&lt;b&gt;"
    assert issubclass(CompiledTemplates, FileSystemBytecodeCache)


@pytest.mark.parametrize("read_only", [True, False])
def test_where_nothing_can_be_kept_a_process_compiles_once(
    monkeypatch: pytest.MonkeyPatch, folder: Path, read_only: bool
) -> None:
    """A check makes the site of each later day, too."""
    if read_only:
        (folder / "__pycache__").write_text("a file in place of the folder")
    monkeypatch.setattr(sys, "dont_write_bytecode", not read_only)
    source = f"{{{{ name }}}} {read_only}"
    render(source, autoescape=True)
    monkeypatch.setattr(Environment, "compile", lambda *_: pytest.fail("compiled again"))
    assert render(source, autoescape=True) == f"&lt;b&gt; {read_only}"
