"""Links in prose: what staff type becomes the address of a page or a picture.

Reads   /symptoms/sciatica/, sciatica.md, ../symptoms/sciatica.md, {filename}/symptoms/sciatica.md,
        ../images/hands.jpg, /images/hands.jpg, {static}/images/hands.jpg, ../files/form.pdf,
        whole URLs of the preview and of the live site, and links to elsewhere
Gives   the address as it is published; None for a page that is left out of this build, whose
        words then stay without a link
Stops   UrlError with "did you mean", for a page or picture that does not exist, or has moved
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from plugins.core.markdown.urls import COMPUTER, UrlError, alias_key, own_path
from plugins.core.problems import did_you_mean

if TYPE_CHECKING:
    from plugins.core.model.documents import Document

PELICAN = re.compile(r"(?:\{|%7B)(?:filename|static|attach)(?:\}|%7D)")
ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\")
# Where the path of a link ends and its query or fragment begins.
WWW = re.compile(r"www\.", re.IGNORECASE)
TAIL = re.compile(r"(?=[?#]|\Z)")
# A file that a feature writes, like /sitemap.xml; the finished site is checked for it.
FILE = re.compile(r"(?!/images/|/files/).*\.[a-z0-9]{2,5}")


@dataclass(frozen=True)
class Links:
    """The addresses that links of one site may lead to.

    sources  content files, like /symptoms/sciatica.md, to the address of their page
    known    addresses of pages; hidden: of those that are left out
    files    pictures and files to download, like /images/hands.jpg, those that are refused among
             them
    moved    addresses that moved, to those of today
    site     the URL of the live site, if it is known
    base     the folder of their language on the site: texts name pages without it
    first    addresses of pages in the first language, for those that have no translation
    """

    sources: Mapping[str, str] = field(default_factory=dict)
    known: Set[str] = frozenset()
    hidden: Set[str] = frozenset()
    files: Set[str] = frozenset()
    moved: Mapping[str, str] = field(default_factory=dict)
    site: str = ""
    base: str = ""
    first: Set[str] = frozenset()

    @classmethod
    def of(
        cls,
        published: Mapping[str, Iterable[Document]],
        left_out: Iterable[Document],
        files: Iterable[str],
        content: Path,
        site: str = "",
    ) -> Links:
        documents = [one for group in published.values() for one in group]
        hidden = list(left_out)
        pages = [one for one in (*documents, *hidden) if one.address]
        return cls(
            {file_address(one, content): one.local_address for one in pages},
            {one.local_address for one in documents if one.address},
            {one.local_address for one in hidden if one.address},
            frozenset(files),
            {
                alias_key(alias): one.local_address
                for one in documents
                for alias in getattr(one.facts, "aliases", ())
            },
            site,
        )

    def resolver(self, file: str) -> Callable[[str], str | None]:
        """The function that reads the links of one content file, like /symptoms/sciatica.md."""
        folder = file.rpartition("/")[0]

        def resolve(url: str) -> str | None:
            if url in ("", "#"):
                raise UrlError(
                    "an address in the link, such as /contact/",
                    "write the address, or delete the link and leave its words",
                )
            url = own_path(url, self.site) or url
            if WWW.match(url):
                raise UrlError('a link that begins with "https://"', write=f"https://{url}")
            if COMPUTER.match(url) or ELSEWHERE.match(url) or url.startswith(("#", "?")):
                return url
            return self.resolve(url, folder)

        return resolve

    def resolve(self, url: str, folder: str) -> str | None:
        path, tail = TAIL.split(PELICAN.sub("", url), maxsplit=1)
        path = unquote(path)
        absolute = inside(path if path.startswith("/") else f"{folder}/{path}")
        if absolute.endswith(".md"):
            absolute = self.sources.get(absolute, absolute)
        return self.published(absolute, tail)

    def published(self, path: str, tail: str) -> str | None:
        if path in self.files:
            return quote(path) + tail
        address = path if path.endswith("/") else path + "/"
        if address in self.known:
            return self.base + address + tail
        if path in self.known:
            return self.base + path + tail
        if address in self.first:
            return address + tail
        if address in self.hidden:
            return None
        if today := self.moved.get(alias_key(path)):
            raise UrlError("the address that it has moved to", f'write "{today}"')
        choices = self.known | set(self.sources)
        if path.startswith(("/images/", "/files/")):
            top = path[: path.index("/", 1) + 1]
            choices = {one for one in self.files if one.startswith(top)}
        # Folders are alike anyway; it is the name of the page that was mistyped.
        named = {name_of(one): one for one in sorted(choices) if name_of(one)}
        close = named.get(did_you_mean(name_of(path), named), "")
        if FILE.fullmatch(path) and not close and not path.endswith(".md"):
            return path + tail
        fix = f'did you mean "{close}"?' if close else "correct the link, or delete it"
        raise UrlError("a page, picture or file that exists", fix)


def addresses(images: Iterable[str], files: Iterable[str]) -> set[str]:
    """The addresses of pictures and of files to download, by which texts name them."""
    return {f"/images/{name}" for name in images} | {f"/files/{name}" for name in files}


def file_address(document: Document, content: Path) -> str:
    """The file of a document as links name it."""
    return "/" + document.fields.path.relative_to(content).as_posix()


def name_of(address: str) -> str:
    """The last part of an address: sciatica of /symptoms/sciatica/, hands.jpg of a picture."""
    return address.rstrip("/").rpartition("/")[2]


def inside(path: str) -> str:
    """The path without its `.` and `..`. Raises UrlError when it leaves the site."""
    kept: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if not kept:
                raise UrlError("a link that stays inside the site", "write it like /folder/page/")
            kept.pop()
        elif part not in ("", "."):
            kept.append(part)
    return "/" + "/".join(kept) + ("/" if kept and path.endswith("/") else "")
