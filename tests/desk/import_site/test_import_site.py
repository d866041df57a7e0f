"""Pages and posts of WordPress: what comes builds, and what stays behind is said."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from plugins.build.api import build
from plugins.desk.__main__ import main
from tests.sites import BARE, FULL, LIVE, ROOT, write

EXPORT = Path(__file__).with_name("export.xml")
FILES = {
    "news/new-table.md": """\
---
title: "A new & better table"
summary: "It is wide."
starter: yes
date: 2022-05-06
aliases:
  - "/2022/05/new-table/"
---

It is wide.
""",
    "pages/divi-five.md": """\
---
title: "Divi five"
summary: "Lie down."
starter: yes
---

## A quiet room

Lie down.

[More](/divi-four/)
""",
    "pages/divi-four.md": """\
---
title: "Divi four"
summary: "Come in."
starter: yes
navigation:
  label: "Divi four"
  order: 100
---

## A "warm" room

Come in.

## Is it quiet?

Yes, it is.

[Stones](/hot-stones/)
""",
    "pages/elementor.md": """\
---
title: "Elementor"
summary: "Thin needles."
starter: yes
navigation:
  label: "Needles"
  order: 110
---

## Needles & *moxa*

Thin needles.

- Warm room
- Fresh linen

[See stones](/hot-stones/)

### Does it hurt?

Hardly.

### How long?

An hour.
""",
    "pages/hot-stones.md": """\
---
title: "Hot stones"
summary: "Hot stones"
starter: yes
---

## Warm, not hot

- smooth stones
- warm water

Say when it is too warm.
""",
    "pages/how-we-work.md": """\
---
title: "How we work"
summary: "Slow work, step by step."
starter: yes
aliases:
  - "/about/how-we-work/"
navigation:
  label: "Our way"
  order: 140
---

## Slowly

First line
second line with **weight**.

See [hot stones](/hot-stones/) or what is gone.
""",
}
Run = Callable[[Path], tuple[int, str]]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BARE, tmp_path / "content"))


@pytest.fixture
def run(content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Imports a file: exit code, words."""

    def run(file: Path) -> tuple[int, str]:
        monkeypatch.setenv("FILE", str(file) if file.name else "")
        code = main(["import-site", "--content", str(content)])
        return code, capsys.readouterr().out.replace(f"{content.parent}/", "")

    return run


def new(content: Path) -> dict[str, str]:
    """The files that were not there before."""
    texts = {one.relative_to(content).as_posix(): one.read_text() for one in content.rglob("*.md")}
    return {name: text for name, text in texts.items() if not (BARE / name).exists()}


def test_each_way_of_writing_becomes_markdown_that_builds(run: Run, content: Path) -> None:
    """Classic texts, Gutenberg, Divi 4 and 5, Elementor: in an hour, not page by page. The menu
    keeps its order and its words."""
    code, said = run(EXPORT)
    assert (code, new(content)) == (0, FILES)
    assert said == (
        """\
Wrote 6 files into content:
  pages/how-we-work.md
  pages/hot-stones.md
  pages/divi-four.md
  pages/divi-five.md
  news/new-table.md
  pages/elementor.md

Left out:
  export: 1 picture or other file
  export: 1 unpublished page
  menu: Stones (the menu has one level)
  menu: Shop (it leads to no page that came)
  pages/how-we-work.md: a form
  pages/how-we-work.md: the picture hands-1024x683.jpg: put it into images/, and name it in the text
  pages/how-we-work.md: a link to /gone/
  pages/divi-four.md: a testimonial: it needs consent, see voices/
  pages/divi-five.md: a map
  news/new-table.md: a script
  pages/elementor.md: a testimonial: it needs consent, see voices/
  pages/elementor.md: a form
  pages/elementor.md: a map
  pages/elementor.md: a widget: countdown
  pages/elementor.md: the picture needles.jpg: put it into images/, and name it in the text
  pages/hot-stones.md: "cures" in "This cures back pain." (other words: nobody can promise a cure \
(FTC Health Products Compliance Guidance, 2022))

The live site leaves starters out. Read each, and delete its line "starter: yes".
"""
    )
    for settings in ("pelicanconf.py", "publishconf.py"):
        outcome = build(
            settings=str(ROOT / settings), content=str(content), output=str(content.parent / "out"),
            overrides={"BUILD_NOTES": "", "SITEURL": LIVE},
        )  # fmt: skip
        assert outcome.code == 0, outcome.text


def test_a_second_import_changes_nothing(run: Run, content: Path) -> None:
    """What somebody has read through and made their own stays."""
    run(EXPORT)
    page = content / "pages/divi-four.md"
    page.write_text(page.read_text().replace("starter: yes\n", ""))
    before = new(content)
    code, said = run(EXPORT)
    assert (code, new(content)) == (0, before)
    assert said.startswith("Wrote nothing.\n\nLeft out:\n")
    assert "The live site leaves starters out" not in said
    assert "  pages/divi-four.md: Divi four (there is such a file)\n" in said


ELEMENTOR_DATA = (
    "<wp:postmeta><wp:meta_key>_elementor_data</wp:meta_key><wp:meta_value>{}</wp:meta_value>"
    "</wp:postmeta>"
)


def export(*items: dict[str, str]) -> str:
    """An export of pages, each with its fields; "text" is what the editor wrote."""
    pages = "".join(
        f"<item><title>{escape(item['title'])}</title><link>{escape(item.get('link', ''))}</link>"
        f"<content:encoded>{escape(item.get('text', ''))}</content:encoded>"
        f"<excerpt:encoded>{escape(item.get('excerpt', ''))}</excerpt:encoded>"
        f"<wp:post_name>{item.get('name', '')}</wp:post_name><wp:status>publish</wp:status>"
        f"<wp:post_type>{item.get('type', 'page')}</wp:post_type>"
        f"<wp:post_date>{item.get('date', '')}</wp:post_date>"
        + ELEMENTOR_DATA.format(escape(item.get("elementor", "")))
        + "</item>"
        for item in items
    )
    head = EXPORT.read_text(encoding="utf-8").partition("<channel>")[0]
    return f"{head}<channel>{pages}</channel></rss>"


def test_whatever_an_export_holds_what_is_written_builds(
    run: Run, content: Path, tmp_path: Path
) -> None:
    """Years of plugins and pasted texts; a site that does not build would be the end of it."""
    (tmp_path / "export.xml").write_text(
        export(
            {"title": "null"},
            {"title": "Home", "name": "home", "text": "{{ x }}"},
            {"title": "Ann", "type": "post", "date": "0000-00-00 00:00:00"},
            {"title": "To come", "type": "post", "date": "2099-01-01 00:00:00", "text": "Soon."},
            {"title": "Symptoms", "name": "symptoms", "text": "All of them."},
            {"title": "Deep", "text": "<div>" * 3000 + "x"},
            {"title": "Marks", "text": "Fine.\n\n[TOC]\n\n:::note\n\n<<<<<<< HEAD\n\n[[a]] [^1]"},
            {"title": "Links", "text": "<a href='javascript:a()'>a</a> <a href='//[b'>b</a>"},
            {"title": "Old", "link": "https://old.test/a%20$b/", "text": "Old."},
            {"title": "Taken", "link": "https://old.test/old/", "text": "Taken."},
            {"title": "\u202eTurned", "text": "Turned."},
            {"title": "Claims", "excerpt": "We guarantee a cure", "text": "We cure.\n\nWe listen."},
            {"title": "Numbers", "text": "Call 720-555-0199.\n\nOr write."},
            {"title": "\u6f22", "name": "%e6%bc%a2", "text": "Signs."},
            *(
                {"title": f"Builder {number}", "text": "Built.", "elementor": data}
                for number, data in enumerate(("[", "null", '[{"settings": [1]}]', "[" * 10_000))
            ),
            {"title": "Never closed", "text": "Open.\n\n[et_pb_contact_form] more"},
        )
    )
    code, said = run(tmp_path / "export.xml")
    assert code == 0
    came = new(content)
    assert sorted(came) == [
        "news/to-come.md",
        *(f"pages/builder-{number}.md" for number in range(4)),
        *("pages/claims.md", "pages/links.md", "pages/marks.md"),
        *("pages/never-closed.md", "pages/numbers.md", "pages/old.md", "pages/page.md"),
        *("pages/symptoms.md", "pages/taken.md"),
    ]
    assert came["pages/claims.md"].partition("title: ")[2] == (
        '"Claims"\nsummary: "Claims"\nstarter: yes\n---\n\nWe listen.\n'
    )
    assert all(came[f"pages/builder-{number}.md"].endswith("Built.\n") for number in range(4))
    assert "  pages/deep.md: the page (too many tags inside others)\n" in said
    assert str(tmp_path) not in said
    for settings in ("pelicanconf.py", "publishconf.py"):
        outcome = build(
            settings=str(ROOT / settings), content=str(content), output=str(tmp_path / "out"),
            overrides={"BUILD_NOTES": "", "SITEURL": LIVE},
        )  # fmt: skip
        assert outcome.code == 0, outcome.text


def test_pictures_come_from_a_copy_of_the_uploads(
    run: Run, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The largest version, with the words that say what it shows; nothing from outside."""
    hands = FULL / "images/hands.jpg"
    host = "https://old.test/wp-content/uploads"
    write(
        tmp_path,
        {
            "uploads/2020/01/My Hands.jpg": hands.read_bytes(),
            "uploads/2021/02/My Hands.jpg": hands.read_bytes() + b"other",
            "uploads/broken.jpg": b"none",
            "outside.jpg": hands.read_bytes(),
            "export.xml": export(
                {
                    "title": "Hands",
                    "text": f"<p>Look:</p><p><a href='{host}/x.jpg'>"
                    f"<img src='{host}/2020/01/My%20Hands-300x200.jpg' alt='Two hands'></a></p>"
                    f"<p><img src='{host}/2021/02/My%20Hands.jpg' alt='More hands'></p>"
                    f"<p><img src='{host}/2021/02/My%20Hands.jpg'></p>"
                    f"<p><img src='{host}/../outside.jpg' alt='Outside'></p>"
                    f"<p><img src='{host}/broken.jpg' alt='Broken'></p>",
                }
            ),
        },
    )
    monkeypatch.setenv("UPLOADS", str(tmp_path / "uploads"))
    code, said = run(tmp_path / "export.xml")
    assert (code, new(content)["pages/hands.md"].partition("---\n\n")[2]) == (
        0,
        "Look:\n\n![Two hands](../images/my-hands.jpg)\n\n"
        "![More hands](../images/2021-02-my-hands.jpg)\n",
    )
    names = sorted(path.name for path in (content / "images").iterdir())
    assert names == ["2021-02-my-hands.jpg", "my-hands.jpg"]
    assert "  pages/hands.md: the picture outside.jpg: put it into images/" in said
    assert "  images/broken.jpg: " in said


SAVED = """\
<!doctype html><html><head><title>Stones | Old Hands</title>
<link rel="canonical" href="https://old.test/services/stones.php">
<meta name="description" content="Warm stones."></head>
<body><header><h2>Old Hands</h2></header><nav><a href="/">Home</a></nav>
<main><h1>Warm stones</h1><p>Smooth. See <a href="https://old.test/about">us</a>.</p>
<script>x()</script></main><footer>1999</footer></body></html>
"""


def test_pages_that_a_browser_saved_come_without_what_is_around_them(
    run: Run, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wix and Squarespace export nothing that another program reads."""
    about = "<title>About us - Old Hands</title><body><div>We are two.</div></body>"
    files = {"Stones.html": SAVED, "about/index.html": about, "Stones_files/ad.html": "<p>Buy!</p>"}
    write(tmp_path / "saved", files)
    monkeypatch.setenv("FOLDER", str(tmp_path / "saved"))
    code, _ = run(Path())
    assert (code, new(content)) == (
        0,
        {
            "pages/about.md": '---\ntitle: "About us"\nsummary: "We are two."\n'
            "starter: yes\n---\n\nWe are two.\n",
            "pages/stones.md": '---\ntitle: "Warm stones"\nsummary: "Warm stones."\nstarter: yes\n'
            'aliases:\n  - "/services/stones.php"\n---\n\nSmooth. See [us](/about/).\n',
        },
    )
    monkeypatch.setenv("FOLDER", str(tmp_path / "nowhere"))
    assert run(Path())[1].splitlines()[:2] == ["nowhere", "  Found   no such folder"]


ELEMENTOR = """\
<!doctype html><title>Needles - Old Hands</title><body class="elementor-page">
<div data-elementor-type="header"><p>Old Hands</p></div>
<div data-elementor-type="wp-page" class="elementor elementor-9">
<div class="elementor-element elementor-widget elementor-widget-heading"><div
class="elementor-widget-container"><h2 class="elementor-heading-title">Thin</h2></div></div>
<div class="elementor-widget elementor-widget-image"><img src="./Needles_files/tray-300x200.jpg"
alt="A tray"><img src="Needles_files/../../outside.jpg" alt="Outside"></div>
<div class="elementor-accordion-item"><div id="t1" class="elementor-tab-title" role="button"><span
class="elementor-accordion-icon"></span><a class="elementor-accordion-title">Does it hurt?</a></div>
<div class="elementor-tab-content"><p>Hardly.</p></div></div>
<div class="elementor-widget elementor-widget-testimonial"><p>Wonderful!</p></div></div>
<div data-elementor-type="footer"><p>1999</p></div></body>
"""


def test_pictures_that_a_browser_saved_come_with_their_words(
    run: Run, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They lie in a folder beside each page, once for each; here in a page of Elementor."""
    hands = (FULL / "images/hands.jpg").read_bytes()
    other = "<title>Other</title><main><p><img src='Other_files/tray-300x200.jpg' alt='Tray'></p>"
    write(
        tmp_path,
        {
            "saved/Needles.html": ELEMENTOR,
            "saved/Needles_files/tray-300x200.jpg": hands,
            "saved/Other.html": other,
            "saved/Other_files/tray-300x200.jpg": hands,
            "outside.jpg": hands,
        },
    )
    monkeypatch.setenv("FOLDER", str(tmp_path / "saved"))
    code, said = run(Path())
    texts = {name: text.partition("---\n\n")[2] for name, text in new(content).items()}
    assert (code, texts) == (
        0,
        {
            "pages/needles.md": "## Thin\n\n![A tray](../images/tray-300x200.jpg)\n\n"
            "### Does it hurt?\n\nHardly.\n",
            "pages/other.md": "![Tray](../images/tray-300x200.jpg)\n",
        },
    )
    assert [path.name for path in (content / "images").iterdir()] == ["tray-300x200.jpg"]
    assert "  pages/needles.md: a testimonial: it needs consent, see voices/\n" in said
    assert "  pages/needles.md: the picture outside.jpg: put it into images/" in said


def zipped(path: Path, files: dict[str, str | bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def test_an_export_and_its_pictures_come_in_one_archive(
    run: Run, content: Path, tmp_path: Path
) -> None:
    """As hosts and plugins for backups hand them out. A name leads to no other folder."""
    host, hands = "https://old.test/wp-content/uploads", (FULL / "images/hands.jpg").read_bytes()
    picture = f"<p><img src='{host}/2020/01/hands.jpg' alt='Hands'></p>"
    file = zipped(
        tmp_path / "site.zip",
        {
            "backup/export.xml": export({"title": "Hands", "text": picture}),
            "backup/wp-content/uploads/2020/01/hands.jpg": hands,
            "backup/wp-content/plugins/run.php": "<?php",
            "../outside.xml": "x",
            "/etc/passwd.xml": "x",
        },
    )
    code, _ = run(file)
    assert code == 0
    assert new(content)["pages/hands.md"].endswith("\n---\n\n![Hands](../images/hands.jpg)\n")
    assert (content / "images/hands.jpg").read_bytes() == hands
    assert not list(tmp_path.rglob("outside.xml"))


def test_the_pictures_may_be_an_archive_of_their_own(
    run: Run, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = "<p><img src='https://old.test/wp-content/uploads/hands.jpg' alt='Hands'></p>"
    (tmp_path / "export.xml").write_text(export({"title": "Hands", "text": picture}))
    hands = (FULL / "images/hands.jpg").read_bytes()
    monkeypatch.setenv("UPLOADS", str(zipped(tmp_path / "u.zip", {"uploads/hands.jpg": hands})))
    assert run(tmp_path / "export.xml")[0] == 0
    assert (content / "images/hands.jpg").read_bytes() == hands


def test_saved_pages_come_in_an_archive_too(
    run: Run, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = zipped(tmp_path / "saved.zip", {"saved/Stones.html": SAVED})
    monkeypatch.setenv("FOLDER", str(file))
    assert run(Path())[0] == 0
    assert list(new(content)) == ["pages/stones.md"]


def test_an_archive_with_too_much_in_it_is_not_unpacked(
    run: Run, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bomb: kilobytes that become terabytes."""
    monkeypatch.setattr("plugins.desk.import_site.archives.LARGEST", 1)
    code, said = run(zipped(tmp_path / "bomb.zip", {"export.xml": b"\0" * 5_000_000}))
    assert (code, said.splitlines()[:2]) == (
        2,
        ["bomb.zip", "  Found   1 files of 5 MB, unpacked"],
    )
    assert new(content) == {}


def test_an_archive_with_names_that_no_disk_takes_is_told(run: Run, tmp_path: Path) -> None:
    """One that is a file and a folder, one that is too long, one in no encoding."""
    file = tmp_path / "site.zip"
    for files in ({"a.xml": "x", "a.xml/b.xml": "x"}, {f"{'a' * 300}.xml": "x"}):
        assert "cannot be unpacked" in run(zipped(file, dict(files)))[1].splitlines()[1]
    file.write_bytes(
        zipped(file, {"\u00e9.xml": "x"}).read_bytes().replace(b"\xc3\xa9", b"\xff\xff")
    )
    assert run(file)[0] == 2


def test_an_archive_that_is_damaged_or_empty_is_told(run: Run, tmp_path: Path) -> None:
    """By the name that somebody typed, not by that of a folder for a moment."""
    file = zipped(tmp_path / "site.zip", {"export.xml": "<rss/>" * 100})
    whole = file.read_bytes()
    file.write_bytes(whole.replace(whole[40:60], b"?" * 20, 1))
    assert "cannot be unpacked" in run(file)[1].splitlines()[1]
    assert run(zipped(file, {"readme.txt": "x"}))[1].splitlines()[:2] == [
        "site.zip",
        "  Found   no export and no pages",
    ]
    assert run(zipped(file, {"export.xml": "<rss>"}))[1].startswith("site.zip/export.xml\n")


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss>&b;</rss>'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (BOMB, "a document type or entities, which no export has"),
        ("<rss><channel><item>", "no whole XML: no element found: line 1, column 20"),
        ("<html><body/></html>", "another kind of file"),
        ("PK\x03\x04", "no whole XML: not well-formed (invalid token): line 1, column 2"),
        ("", "no whole XML: no element found: line 1, column 0"),
    ],
)
def test_what_is_no_export_ends_in_a_sentence(
    run: Run, content: Path, tmp_path: Path, text: str, found: str
) -> None:
    """Hostile files among them; nothing is written."""
    file = tmp_path / "export.xml"
    file.write_text(text)
    code, said = run(file)
    assert (code, said.splitlines()[:2]) == (2, ["export.xml", f"  Found   {found}"])
    assert new(content) == {}


def test_a_file_that_is_too_large_is_not_read(run: Run, tmp_path: Path) -> None:
    with (tmp_path / "export.xml").open("wb") as file:
        file.truncate(200_000_000)
    assert run(tmp_path / "export.xml")[1].splitlines()[1:3] == [
        "  Found   200 MB",
        "  Needed  at most 100 MB",
    ]


def test_a_file_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    code, said = run(tmp_path / "export.xml")
    assert (code, said.splitlines()[1]) == (2, "  Found   no such file or directory")
