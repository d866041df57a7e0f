"""Texts that were converted before: read while they would become the same, and never else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plugins.build.read import markdown_cache
from plugins.build.read.markdown_cache import MarkdownCache, Text
from plugins.core.cache import store
from plugins.core.markdown.render import MarkdownRenderer
from plugins.core.markdown.urls import UrlError
from plugins.core.problems import Problem
from plugins.core.system import processes

LINK = "See [pain](../pain.md) and [a picture](/images/a.png)."
Answers = Mapping[str, str | None]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(store, "ROOT", tmp_path)
    return tmp_path / "texts"


class Counting(MarkdownRenderer):
    """Converts, and counts how many."""

    count = 0

    def render(self, *text: object) -> tuple[object, list[Problem]]:  # type: ignore[override]
        self.count += 1
        return super().render(*text)  # type: ignore[arg-type]


def resolver(answers: Answers) -> Callable[[str], str | None]:
    """Answers as given, an address like itself, and no page named gone."""

    def resolve(url: str) -> str | None:
        if "gone" in (url, answers.get(url)):
            raise UrlError("a page that exists")
        return answers.get(url, url)

    return resolve


def build(
    *bodies: str, answers: Answers | None = None, path: str = "content/a.md"
) -> tuple[list[str], list[Problem], int]:
    """What a build makes of texts, what is wrong in them, and how many it converted."""
    renderer = Counting()
    cache = MarkdownCache(renderer)
    texts = [Text(body, path, 5, resolver(answers or {})) for body in bodies]
    made = list(cache.render(texts))
    cache.save()
    return (
        [str(html) for html, _ in made],
        [one for _, found in made for one in found],
        renderer.count,
    )


def test_a_text_that_did_not_change_is_not_converted_again(folder: Path) -> None:
    """Of a thousand texts, one was edited."""
    first = build("One *word*.", LINK)
    assert first[1:] == ([], 2)
    assert build("New.", "One *word*.", LINK) == (["<p>New.</p>", *first[0]], [], 1)
    assert build(LINK, "New.", path="content/moved.md")[2] == 0
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize(
    ("now", "html"),
    [
        (
            "/pain/",
            '<p>See <a href="/pain/">pain</a> and <a href="/images/a.png">a picture</a>.</p>',
        ),
        (None, '<p>See <a>pain</a> and <a href="/images/a.png">a picture</a>.</p>'),
    ],
)
def test_a_text_whose_link_leads_elsewhere_is_converted_again(now: str | None, html: str) -> None:
    """A page was renamed, or is left out until its day, and nobody touched the text."""
    build(LINK, answers={"../pain.md": "/before/"})
    assert build(LINK, answers={"../pain.md": now}) == ([html], [], 1)
    assert build(LINK, answers={"../pain.md": now}) == ([html], [], 0)


def test_a_link_that_leads_nowhere_any_more_is_told() -> None:
    """Its page was deleted; the text that was right became wrong."""
    build(LINK)
    told = Problem(
        *("content/a.md", 5, "", 'the link "../pain.md"', "a page that exists", "correct the link")
    )
    _, problems, _ = build(LINK, answers={"../pain.md": "gone"})
    assert problems == [told]
    assert build(LINK, answers={"../pain.md": "gone"})[1] == [told]
    assert build(LINK)[1] == []


def test_a_text_with_a_problem_tells_it_in_every_build() -> None:
    """Whoever does not read the first message must get a second one."""
    first = build("Fine.", "# Two titles\n\n[x](javascript:x)")
    assert [one.line for one in first[1]] == [5, 7]
    assert build("Fine.", "# Two titles\n\n[x](javascript:x)") == (*first[:2], 1)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        *((f"{module.__name__}.__file__", __file__) for module in markdown_cache.CODE),
        ("plugins.build.read.markdown_cache.__file__", __file__),
        ("plugins.build.read.markdown_cache.version", lambda _: "9"),
        ("sys.version", f"{sys.version}, another"),
    ],
)
def test_other_code_converts_all_texts_again(
    name: str, other: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is safe to publish is decided by the code of today."""
    build(LINK)
    monkeypatch.setattr(name, other)
    assert build(LINK)[2] == 1


def test_damage_costs_only_time(folder: Path) -> None:
    """A flipped bit must not change a word, nor lead a link elsewhere."""
    made, _, _ = build(LINK, "One *word*.")
    (entry,) = folder.iterdir()
    whole = entry.read_bytes()
    for place in range(0, len(whole), 5):
        entry.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert build(LINK, "One *word*.") == (made, [], 2)
        assert entry.read_bytes() == whole


def test_texts_beyond_the_bound_are_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To read what a hundred thousand pages say would take the memory of the build."""
    monkeypatch.setattr(markdown_cache, "LARGEST", 10_000)
    bodies = [f"{number}: " + "word " * 200 for number in range(40)]
    made, _, _ = build(*bodies)
    (entry,) = folder.iterdir()
    assert 9_000 < entry.stat().st_size < 12_000
    assert build(*bodies) == (made, [], 31)


def test_several_processes_make_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text must come back in the place where it stood, with what its links were answered."""
    monkeypatch.setattr(processes, "processes", lambda: 3)
    bodies = [f"[{number}](/{number}/)" for number in range(200)]
    build(*bodies[50:60], *bodies[:20])
    html = [f'<p><a href="/{number}/">{number}</a></p>' for number in range(200)]
    assert build(*bodies)[0] == html
    assert build(*reversed(bodies)) == (html[::-1], [], 0)
    html[150] = "<p><a>150</a></p>"
    assert build(*bodies, answers={"/150/": None}) == (html, [], 1)
