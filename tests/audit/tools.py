"""Tools of the audit that are not Python: from npm, run with Node or Java.

Gives   npm(): the folder that holds them, filled by `npm ci` the first time; missing(): what the
        machine lacks. As a command: gets ready what make test needs, or says what to install
Order   what is on the PATH; the system's packages when run as root; else a sentence
Keeps   .cache/npm/, a folder for each state of package-lock.json
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.browser.chromium import run

HERE = Path(__file__).parent
KEPT = HERE.parents[1] / ".cache/npm"
PACKAGES = {"java": "default-jre-headless", "node": "nodejs", "npm": "npm"}
# What other tests start; they say themselves that they were skipped.
BESIDE = {"rsync": "rsync"}
ADVICE = (
    "Checks of the finished pages need {missing}, which this machine does not have.\n"
    "Install it (on Debian or Ubuntu: sudo apt-get install {packages}) and run the command again."
)


def missing() -> list[str]:
    """The commands that are not on this machine."""
    return [name for name in PACKAGES if not shutil.which(name)]


def advice() -> str:
    """What to install, in words; "" where everything is there."""
    names = missing()
    packages = " ".join(PACKAGES[name] for name in names)
    return ADVICE.format(missing=" and ".join(names), packages=packages) if names else ""


def required() -> bool:
    """Whether a check that cannot run is a failure: on the machine that decides, it is."""
    return bool(os.environ.get("CI"))


def npm(*, optional: bool = False) -> Path:
    """node_modules with the packages of the lock file; those of make audit only when asked for.

    Raises CalledProcessError when npm cannot get them.
    """
    lock = (HERE / "package-lock.json").read_bytes()
    folder = KEPT / hashlib.sha256(lock).hexdigest()[:12] / ("all" if optional else "checks")
    modules = folder / "node_modules"
    if not modules.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder)
        omit = [] if optional else ["--omit=optional"]
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", *omit]
        try:
            subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        except BaseException:
            shutil.rmtree(folder)  # half a folder would pass for a whole one
            raise
    return modules


def install() -> None:
    """Ask the system for what is missing, where that is allowed."""
    wanted = PACKAGES | BESIDE
    packages = [package for name, package in wanted.items() if not shutil.which(name)]
    if packages and os.geteuid() == 0 and shutil.which("apt-get"):
        run("apt-get", "update", "-qq")
        run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages)


def main() -> int:
    install()
    if said := advice():
        sys.stdout.write(f"{said}\n")
        return 2 if required() else 0
    try:
        sys.stdout.write(f"Checkers: {npm()}\n")
    except subprocess.CalledProcessError:
        sys.stdout.write("npm could not get the checkers; its own words are above.\n")
        return 2 if required() else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
