"""Files: what visitors download, such as a form to fill in before a first visit.

Reads   content/files/: see plugins/core/model/downloads.py for the types
Gives   /files/, with each of them under its own name; links to them in texts say the type and the
        size in words: on a telephone, nobody opens 5 MB by accident
Stops   the build when a file is not what its name says, and when a PDF holds programs, other files
        or a password; when a page has the address of the folder
Why     hosts send them as attachments (plugins/hosting/headers.py), so no browser runs what is in
        them under the address of the site
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from plugins.core.feature import Feature
from plugins.core.model.documents import EMPTY, Document
from plugins.core.model.downloads import FILES, described
from plugins.core.model.pages import File, Page
from plugins.core.model.site import Site
from plugins.core.model.text_usage import unrecorded
from plugins.core.problems import Problem
from plugins.core.reading.source_files import display_path
from plugins.files.inspection import fault

# As the sanitizer writes it.
LINK = re.compile(rf'<a(?: [a-z]+="[^"]*")*? href="(/{FILES}/[^"?#]+)[^>]*>.*?(?=</a>)', re.DOTALL)


def extend_site(site: Site) -> tuple[Site, list[Problem]]:
    """The site, whose texts say what their links to files lead to."""
    problems = []
    for path in site.files.values():
        if wrong := fault(path.read_bytes(), path.suffix.lower()):
            found, needed, fix = wrong
            problems.append(Problem(display_path(path), found=found, needed=needed, fix=fix))
    with unrecorded():
        documents = {
            folder: tuple(with_sizes(one, site) for one in group)
            for folder, group in site.documents.items()
        }
    return replace(site, documents=documents), problems


def with_sizes(document: Document, site: Site) -> Document:
    prose, done, parts = document.prose, 0, []
    for link in LINK.finditer(prose):
        if said := described(site, link[1]):
            parts += [prose[done : link.end()], f" ({said})"]
            done = link.end()
    return replace(document, prose=EMPTY.join([*parts, prose[done:]])) if parts else document


def site_problems(site: Site) -> Iterator[Problem]:
    for page in site.get("pages", [FILES]) if site.files else ():
        needed = f"another name: below /{FILES}/ are the files to download"
        yield page.problem("", "a page at the address of the files", needed, "rename the file")


def files(site: Site, _pages: tuple[Page, ...]) -> Iterator[File]:
    for name, path in site.files.items():
        yield File(f"/{FILES}/{name}", path.read_bytes())


FEATURE = Feature("files", extend_site=extend_site, site_problems=site_problems, files=files)
