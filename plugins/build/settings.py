"""Settings: what a build is asked for, read from Pelican's settings.

Gives   load(): the settings of a file, which is run once; BuildSettings, typed
Stops   ContentError: a HOST that nobody knows; an EDITOR that names no repository; a SITEURL that
        is missing in a site to publish, not https, or more than a host: pages link to each other
        from the root, so a site is at the root of its host
"""

from __future__ import annotations

import os
import re
import runpy
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from plugins.core.markdown.urls import LOOPBACK, UrlError, web_url
from plugins.core.model.hosts import ANY, HOSTS, Host
from plugins.core.paths import NOTES, PLUGINS, notes_of
from plugins.core.problems import ContentError, Problem, did_you_mean, listed, quoted

if TYPE_CHECKING:
    from plugins.core.feature import Feature

LIVE = 'write "SITEURL=https://www.example.com" after "make publish", with your own address'
REPOSITORY = re.compile(r"[A-Za-z0-9-]+/[A-Za-z0-9._-]+")
REPOSITORY_ADDRESS = re.compile(
    r"github(?:\.com)?[:/]+([A-Za-z0-9-]+/[A-Za-z0-9._-]+?)(?:\.git)?/?$"
)
PREVIEW = 'write "SITEURL=http://127.0.0.1:8000", or nothing at all'


@dataclass(frozen=True)
class BuildSettings:
    """What a build is asked for.

    editor       the repository on GitHub that staff edit from the live site; "" for none
    features     what the plugins add, in their order
    instant      the moment to build for, when it is neither `at` nor the present
    fingerprint  the hash of all that the site is made from but content; "" for a build that
                 neither uses nor leaves a record, see incremental/
    build_notes  the file that says when the next build is due; None leaves none
    """

    content: Path
    output: Path
    theme: Path
    preview: bool
    at: str
    url: str
    host: Host
    editor: str = ""
    features: tuple[Feature, ...] = ()
    check_only: bool = False
    instant: datetime | None = None
    fingerprint: str = ""
    build_notes: Path | None = None

    @classmethod
    def of(
        cls, settings: Mapping[str, Any], features: tuple[Feature, ...], fingerprint: str = ""
    ) -> BuildSettings:
        """Raises ContentError."""
        check_only, at = bool(settings.get("CHECK_ONLY")), str(settings.get("AT") or "")
        return cls(
            content=Path(settings["PATH"]),
            output=Path(settings["OUTPUT_PATH"]),
            theme=Path(settings["THEME"]),
            preview=bool(settings["PREVIEW"]),
            at=at,
            url=site_url(settings),
            host=host(settings),
            editor=editor(settings),
            features=features,
            check_only=check_only,
            fingerprint=fingerprint,
            # A check, and a look at another moment, leave no notes.
            build_notes=None if check_only or at else notes_file(settings),
        )

    @property
    def protected(self) -> tuple[Path, ...]:
        """Folders that output may neither hold nor lie in."""
        return protected(self.content, self.theme)


def protected(content: Path, theme: Path) -> tuple[Path, ...]:
    return content, theme, PLUGINS


def load(file: Path, overrides: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of a file, before Pelican adds its own; folders as absolute paths."""
    values = {name: value for name, value in runpy.run_path(str(file)).items() if name.isupper()}
    folder = file.absolute().parent
    for name in ("PATH", "OUTPUT_PATH", "THEME"):
        if value := values.get(name):
            values[name] = os.path.normpath(folder / str(value))
    values |= overrides
    if without := values.get("WITHOUT_PLUGINS"):
        values["PLUGINS"] = [name for name in values["PLUGINS"] if name not in without]
    return values


def notes_file(settings: Mapping[str, Any]) -> Path | None:
    """The file of the build notes; None for none. The project's own is for its own site: another
    has its notes elsewhere."""
    file = settings.get("BUILD_NOTES")
    if file and Path(file) == NOTES:
        return notes_of(Path(settings["PATH"]), Path(settings["OUTPUT_PATH"]))
    return Path(file) if file else None


def host(settings: Mapping[str, Any]) -> Host:
    name = str(settings.get("HOST") or "").strip()
    if not name:
        return ANY
    if name not in HOSTS:
        close = did_you_mean(name, HOSTS)
        fix = f"write HOST={close}" if close else "leave HOST= away for a folder that goes anywhere"
        raise refused("HOST", quoted(name), f"one of {listed(sorted(HOSTS))}", fix)
    return HOSTS[name]


def editor(settings: Mapping[str, Any]) -> str:
    """The repository that EDITOR names. Shells keep the program that edits their files under the
    same name, so anything else names none."""
    name = str(settings.get("EDITOR") or "").strip()
    service, _, repository = name.partition(":")
    if service.casefold() not in ("github", "https", "http") or settings["PREVIEW"]:
        return ""
    if service != "github" or not REPOSITORY.fullmatch(repository):
        found = REPOSITORY_ADDRESS.search(name)
        fix = f"write EDITOR=github:{found[1]}" if found else "leave EDITOR= out for no editor"
        needed = "the repository of the site on GitHub, like github:owner/name"
        raise refused("EDITOR", quoted(name), needed, fix)
    return repository


def site_url(settings: Mapping[str, Any]) -> str:
    """SITEURL without its last slash."""
    url = str(settings["SITEURL"] or "").rstrip("/")
    fix = PREVIEW if settings["PREVIEW"] else LIVE
    if not url and not settings["PREVIEW"]:
        needed = "the address of the live site: share links, sitemap and search engines use it"
        raise refused("SITEURL", "nothing", needed, fix)
    if not url:
        return url
    try:
        parts = urlsplit(web_url(url))
    except UrlError as error:
        raise refused("SITEURL", quoted(url), str(error), fix) from None
    if not settings["PREVIEW"] and parts.hostname in LOOPBACK:
        needed = "an address that visitors can reach, not this machine"
        raise refused("SITEURL", quoted(url), needed, fix)
    if parts.path or "?" in url or "#" in url:
        needed = "a host and nothing after it: pages link to each other from its root"
        raise refused("SITEURL", quoted(url), needed, fix)
    return url


def refused(name: str, found: str, needed: str, fix: str) -> ContentError:
    return ContentError([Problem(name, 0, "", found, needed, fix)])
