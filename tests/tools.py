"""Tools of the tests that are not Python: web servers, and what npm has, run with Node.js or Java.

Gives   CHECKER, SERVERS, HOSTS, WEBKIT, FIREFOX, UPLOADS, FAULTS: what needs which tools. As a
        command: gets all of them ready, or says what to install
Order   what is on the PATH; the system's packages when run as root, or with sudo where tests
        decide; else a sentence
Keeps   .cache/npm/, a folder for each state of a package-lock.json
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.chromium import apt_get
from tests.node import NPM

HERE = Path(__file__).parent
KEPT = HERE.parent / ".cache/npm"
INIT = Path("/run/systemd/system")  # there where something starts servers when they are installed
ADVICE = (
    "{what} needs {missing}, which this machine does not have.\n"
    "Install it (on Debian or Ubuntu: sudo apt-get install {packages}) and run the command again."
)
UNHEARD = "{what} needs packages that npm could not get. With a network, run the command again."


@dataclass(frozen=True)
class Tools:
    """What some tests need.

    what      those tests, as people call them
    packages  commands, and the system's packages that have them
    folder    where package.json and package-lock.json stand; None for what needs nothing of npm
    whole     what npm has needs its optional parts, such as programs for one kind of machine
    serving   they are servers, which an init system would start as soon as they are installed
    """

    what: str
    packages: Mapping[str, str]
    folder: Path | None = None
    whole: bool = False
    serving: bool = False

    def missing(self) -> list[str]:
        """The commands that are not on this machine; servers stand where only root may look."""
        path = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
        return [name for name in self.packages if not shutil.which(name, path=path)]

    def advice(self) -> str:
        """What to install, in words; "" where everything is there."""
        names = self.missing()
        if not names:
            return ""
        packages = " ".join(self.packages[name] for name in names)
        return ADVICE.format(what=self.what, missing=" and ".join(names), packages=packages)

    def wanted(self) -> list[str]:
        """The packages that the system may be asked for."""
        started = self.serving and INIT.is_dir() and not required()
        return (
            [self.packages[name] for name in self.missing()]
            if may_install() and not started
            else []
        )

    def modules(self, *, optional: bool = False) -> Path:
        """node_modules, once npm() has filled it."""
        assert self.folder
        lock = (self.folder / "package-lock.json").read_bytes()
        kept = KEPT / hashlib.sha256(lock).hexdigest()[:12] / ("all" if optional else "checks")
        return kept / "node_modules"

    def npm(self, *, optional: bool = False) -> Path:
        """node_modules with the packages of the lock file; optional ones only when asked for.

        Raises CalledProcessError when npm cannot get them.
        """
        assert self.folder
        modules = self.modules(optional=optional)
        kept = modules.parent
        if not modules.is_dir():
            kept.mkdir(parents=True, exist_ok=True)
            for name in ("package.json", "package-lock.json"):
                shutil.copy(self.folder / name, kept)
            omit = [] if optional or self.whole else ["--omit=optional"]
            command = [*NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund", *omit]
            try:
                subprocess.run(command, cwd=kept, check=True, capture_output=True)
            except BaseException:
                shutil.rmtree(kept)  # half a folder would pass for a whole one
                raise
        return modules

    def ready(self) -> Path:
        """What npm has, for a test: it is skipped where tools are missing, and fails where tests
        decide."""
        if (said := self.advice()) and not required():
            pytest.skip(said)
        assert not said, said
        try:
            return self.npm() if self.folder else KEPT
        except subprocess.CalledProcessError:
            if required():
                raise
            pytest.skip(UNHEARD.format(what=self.what))

    def got(self) -> bool:
        """Get what npm has, and say how it went."""
        if said := self.advice():
            sys.stdout.write(f"{said}\n")
            return False
        try:
            if self.folder:
                sys.stdout.write(f"{self.what}: {self.npm()}\n")
        except subprocess.CalledProcessError:
            sys.stdout.write(f"{UNHEARD.format(what=self.what)}\n")
            return False
        return True


CHECKER = Tools("The check of the finished pages", {"java": "default-jre-headless"}, HERE / "audit")
SERVERS = Tools(
    "The test with real web servers",
    {"nginx": "nginx-light", "caddy": "caddy", "apache2": "apache2", "openssl": "openssl"},
    serving=True,
)
HOSTS = Tools("The test with the tools of hosts", {}, HERE / "hosting", whole=True)
EXAMPLES = Tools("The test with CommonMark's examples", {}, HERE / "core/markdown")
# Only `make lint` gets it.
LINTER = Tools("The check of scripts and styles", {}, HERE / "lint", whole=True)
# Only `make bench` gets them: they are large.
GENERATORS = Tools("The comparison with Eleventy and Astro", {}, HERE / "bench", whole=True)
WEBKIT = Tools("The test in WebKit", {"WebKitWebDriver": "webkit2gtk-driver", "Xvfb": "xvfb"})
# Debian names it after its long support.
FIREFOX = Tools(
    "The test in Firefox", {"firefox" if shutil.which("firefox") else "firefox-esr": "firefox-esr"}
)
UPLOADS = Tools("The test of uploads", {"rsync": "rsync"})
FAULTS = Tools(
    "The test of kills, faults and clocks",
    {"strace": "strace", "faketime": "faketime", "setpriv": "util-linux", "mount": "mount"},
)
ALL = (CHECKER, SERVERS, HOSTS, EXAMPLES, WEBKIT, FIREFOX, UPLOADS, FAULTS)


def install(*every: Tools) -> None:
    """Ask the system for what is missing, where that is allowed, all at once."""
    packages = [package for tools in every for package in tools.wanted()]
    if packages and shutil.which("apt-get"):
        apt_get(*packages)


def may_install() -> bool:
    """Whether to ask the system: as root, or as somebody who may become root where tests decide."""
    return os.geteuid() == 0 or (required() and may_become_root())


def may_become_root() -> bool:
    return bool(shutil.which("sudo"))


def required() -> bool:
    """Whether a check that cannot run is a failure: on the machine that decides, it is."""
    return bool(os.environ.get("CI"))


def main() -> int:
    install(*ALL)
    got = [tools.got() for tools in ALL]
    return 0 if all(got) or not required() else 2


if __name__ == "__main__":
    sys.exit(main())
