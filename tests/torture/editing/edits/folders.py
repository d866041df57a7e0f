"""Folders: files that come, go, take another name, or each other's."""

from __future__ import annotations

import os

from tests.sites import PAGE, drawn
from tests.torture.editing.desk import Desk, offered
from tests.torture.editing.edits.bodies import added, parts

SHOWN = "![Left](../images/left.png) ![Right](../images/right.png)"


@offered(2)
def a_page(desk: Desk) -> str:
    path = desk.content / f"pages/page-{desk.number()}.md"
    desk.save(path, PAGE)
    return f"new {desk.name(path)}"


@offered(2)
def a_copy(desk: Desk) -> str:
    """A second file with the same words."""
    path = desk.pick(desk.documents())
    copy = path.with_name(f"{path.stem}-{desk.number()}.md")
    desk.save(copy, path.read_bytes())
    return f"{desk.name(path)} copied to {copy.name}"


@offered(2)
def deleted(desk: Desk) -> str:
    path = desk.pick(desk.documents())
    path.unlink()
    return f"{desk.name(path)} deleted"


@offered(2)
def renamed(desk: Desk) -> str:
    """With the address, which others may link to."""
    path = desk.pick(desk.documents("[mnos]*"))
    new = path.with_name(f"renamed-{desk.number()}.md")
    path.rename(new)
    return f"{desk.name(path)} renamed to {new.name}"


@offered()
def renamed_everywhere(desk: Desk) -> str:
    """As somebody does it who thinks of those that link to it."""
    path = desk.pick(desk.documents("[ms]*"))
    new = f"called-{desk.number()}"
    for other in desk.documents():
        text = other.read_text(encoding="utf-8")
        if path.stem in text:
            desk.save(other, text.replace(path.stem, new))
    path.rename(path.with_name(f"{new}.md"))
    return f"{desk.name(path)} renamed to {new}.md, links and all"


@offered(2)
def swapped(desk: Desk) -> str:
    """Two files take each other's names; both keep their times."""
    there = desk.documents(desk.random.choice(("modalities", "symptoms", "offers", "pages")))
    if len(there) < 2:
        return ""
    one, other = desk.random.sample(there, 2)
    aside = one.with_suffix(".aside")
    one.rename(aside)
    other.rename(one)
    aside.rename(other)
    return f"{desk.name(one)} and {other.name} swapped"


@offered()
def a_picture_drawn_anew(desk: Desk) -> str:
    path = desk.pick(desk.pictures())
    kind = "PNG" if path.suffix == ".png" else "JPEG"
    desk.save(path, drawn(kind, (desk.random.randint(100, 400), 120)))
    return f"another {desk.name(path)}"


@offered(3)
def two_pictures_swapped(desk: Desk) -> str:
    """Of one size and one second: only what is in them differs."""
    names = [desk.content / f"images/{name}.png" for name in ("left", "right")]
    if not all(path.exists() for path in names):
        for path, size in zip(names, ((100, 60), (60, 100)), strict=True):
            desk.save(path, drawn("PNG", size).ljust(10_000, b"\0"))
            os.utime(path, (10**9, 10**9))
        return added(desk, SHOWN, "two more pictures")
    one, other = (path.read_bytes() for path in names)
    for path, data in zip(names, (other, one), strict=True):
        path.write_bytes(data)
        os.utime(path, (10**9, 10**9))
    return "two pictures swapped"


@offered()
def a_picture_gone(desk: Desk) -> str:
    path = desk.pick(desk.pictures())
    path.unlink()
    return f"{desk.name(path)} deleted"


@offered()
def a_picture_renamed_everywhere(desk: Desk) -> str:
    path = desk.pick(desk.pictures())
    new = path.with_stem(f"picture-{desk.number()}")
    for other in desk.documents():
        text = other.read_text(encoding="utf-8")
        if path.name in text:
            desk.save(other, text.replace(path.name, new.name))
    path.rename(new)
    return f"{desk.name(path)} renamed to {new.name}, links and all"


@offered()
def a_stranger(desk: Desk) -> str:
    """A file that no kind of content knows is refused, and taken away later."""
    path = desk.content / desk.random.choice(
        ("notes.txt", "pages/draft.docx", "pages/Not A Slug.md")
    )
    desk.save(path, "words")
    return f"new {desk.name(path)}"


@offered()
def an_empty_body(desk: Desk) -> str:
    path = desk.pick(desk.documents())
    desk.save(path, parts(path)[0])
    return f"no body in {desk.name(path)}"
