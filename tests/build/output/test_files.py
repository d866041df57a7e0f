"""Files in the content folder: each is a page, a picture, or a problem with its name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.build.conftest import Project
from tests.sites import PAGE, drawn, tree, unhashed

AWAY = "move it out of the content folder, or delete it"
LINK = """\
{path}
  Found   a link to another place
  Needed  the file itself: a link can publish what lies outside the content folder
  To fix  delete the link and copy the file here"""
END = "\n\n1 problem to fix. Nothing was changed: the site is as it was."
PICTURES = "files ending in .jpg, .jpeg, .png, .webp, .avif or .gif in images/"


def problem(path: str, found: str, needed: str, fix: str = AWAY) -> str:
    return f"{path}\n  Found   {found}\n  Needed  {needed}\n  To fix  {fix}{END}"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("about.rst", 'a file ending in ".rst"'),
        ("about.html", 'a file ending in ".html"'),
        ("about.htm", 'a file ending in ".htm"'),
        ("README", "a file without type"),
    ],
)
def test_another_type_of_file_is_no_page(bare: Project, name: str, found: str) -> None:
    """Pelican would read some of these, scripts and all, and lose the others without a word."""
    bare.write({f"pages/{name}": PAGE})
    assert bare.refused() == problem(
        f"content/pages/{name}", found, "files ending in .md in pages/"
    )


@pytest.mark.parametrize(
    "name", ["about.txt", "about.markdown", "about.md.txt", "About.md.md", "about.MD.TXT"]
)
def test_a_page_of_another_type_is_mended_by_a_name(bare: Project, name: str) -> None:
    """Editors of other systems add their own type, and some hide it."""
    bare.write({f"pages/{name}": PAGE})
    assert bare.refused().endswith(f'  To fix  rename the file to "about.md"{END}')


@pytest.mark.parametrize(
    "name",
    [
        *("home 2.md", "home-2.md", "home copy.md", "home copy 3.md", "home (1).md"),
        *("home - Copy.md", "home (Ada's conflicted copy 2026-11-30).md", "home.md.bak"),
        *("home.sync-conflict-20261130-101010-ABCDEFG.md", "home.md.orig"),
    ],
)
def test_a_copy_that_a_program_made_is_to_be_compared(bare: Project, name: str) -> None:
    """Renamed, it would be a second page with the words of the first."""
    bare.write({f"pages/{name}": PAGE})
    fix = "compare it with home.md, keep there what is right, then delete this file"
    assert bare.refused() == problem(
        f"content/pages/{name}", "a copy of home.md", "one file for each page", fix
    )


def test_a_name_with_a_number_is_a_page_where_no_other_is_meant(bare: Project) -> None:
    bare.write({"pages/top-10.md": PAGE})
    bare.built()
    assert (bare.output / "top-10/index.html").exists()


def test_a_file_that_a_program_has_open_is_told_and_ignored(bare: Project) -> None:
    """Word and Excel leave such marks; deleting them by hand would not help."""
    bare.write({"pages/~$home.md": "ada"})
    said = (
        "content/pages/~$home.md\n  the mark that a program has home.md open\n    To fix  close the"
    )
    assert said in bare.built().text


@pytest.mark.parametrize("name", ["practice.yml", "Practice.yaml", "practice.yaml.txt"])
def test_the_facts_under_another_name_are_mended_by_a_name(bare: Project, name: str) -> None:
    (bare.content / "practice.yaml").rename(bare.content / name)
    assert 'To fix  rename the file to "practice.yaml"' in bare.refused()


def test_a_page_and_a_picture_in_the_wrong_folder_are_told_the_right_one(bare: Project) -> None:
    bare.write({"about.md": PAGE, "hands.jpg": "x", "pages/feet.jpg": "x"})
    said = bare.refused()
    assert "move it into the folder of its kind" in said
    assert said.count("move it into content/images/") == 2


def test_two_versions_that_git_could_not_join_are_no_text(bare: Project) -> None:
    """They were published, marks and all."""
    bare.write({"pages/about.md": PAGE + "\n<<<<<<< HEAD\nOne\n=======\nTwo\n>>>>>>> main\n"})
    assert '"<<<<<<< HEAD", a mark between two versions that Git could not join' in bare.refused()


@pytest.mark.parametrize("folder", ["", "pages/", "images/", "offers/"])
def test_a_readme_is_for_people_and_no_page(bare: Project, folder: str) -> None:
    """GitHub shows it above the files; staff read there how to write them."""
    bare.built()
    site = tree(bare.output)
    bare.write({f"{folder}README.md": "# How to write these files"})
    bare.built()
    assert tree(bare.output) == site


def test_an_ending_in_capitals_is_mended_by_a_name(bare: Project) -> None:
    """Some programs save so; the file is fine."""
    bare.write({"pages/about.MD": PAGE})
    assert bare.refused() == problem(
        "content/pages/about.MD",
        'a file ending in ".MD"',
        "files ending in .md in pages/",
        'rename the file to "about.md"',
    )


def test_a_folder_in_a_folder_of_pages_is_refused(bare: Project) -> None:
    """What lies deeper would be left out in silence."""
    bare.write({"pages/team/ada.md": PAGE})
    assert bare.refused() == problem(
        "content/pages/team", "a folder", "files ending in .md in pages/"
    )


def test_a_file_in_the_place_of_a_folder_is_refused(bare: Project) -> None:
    """It would be taken for a folder without anything in it."""
    bare.write({"news": PAGE})
    assert bare.refused() == problem("content/news", "a file", "a folder of this name, or nothing")


def test_what_lies_beside_the_known_folders_is_refused(bare: Project) -> None:
    """A misspelled folder, a note to oneself: nobody may believe that it is published."""
    bare.write({"symptom/knee.md": PAGE})
    assert bare.refused() == problem(
        "content/symptom",
        '"symptom"',
        "only drawings, files, images, modalities, news, notices, offers, pages, people, "
        "practice.yaml, symptoms and voices in content/",
    )


def test_a_device_is_not_read(bare: Project) -> None:
    """Reading a pipe would wait forever."""
    os.mkfifo(bare.content / "pages/about.md")
    assert bare.refused() == problem(
        "content/pages/about.md", "something that is no file", "files ending in .md in pages/"
    )


@pytest.mark.parametrize(
    ("name", "found", "fix"),
    [
        (
            "logo.svg",
            'a file ending in ".svg"',
            "export it as a PNG, 1200 pixels wide or more; an SVG can carry programs",
        ),
        ("hands.bmp", 'a file ending in ".bmp"', "export it as a JPEG"),
        (
            "IMG_0001.HEIC",
            'a file ending in ".HEIC"',
            "export it as a JPEG; iPhones save HEIC, which most browsers do not show",
        ),
        ("hands", "a file without type", "move it out of the content folder, or delete it"),
    ],
)
def test_another_type_of_picture_is_refused(bare: Project, name: str, found: str, fix: str) -> None:
    """An SVG may carry scripts; a BMP is no format of the web."""
    bare.write({f"images/{name}": "a picture"})
    assert bare.refused() == problem(f"content/images/{name}", found, PICTURES, fix)


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("my hands.jpg", "my-hands.jpg"),
        ("100% hands?.png", "100-hands.png"),
        ("Hände.jpg", "hande.jpg"),
        ("手.png", "picture.png"),
    ],
)
def test_a_picture_whose_name_is_no_address_is_refused(
    bare: Project, name: str, better: str
) -> None:
    """The name stands in links, on every host and in every mail."""
    bare.write({f"images/{name}": "a picture"})
    assert bare.refused() == problem(
        f"content/images/{name}",
        f'a picture named "{name}"',
        "a name of letters, digits and hyphens: it becomes an address",
        f'rename the file to "{better}"',
    )


def test_an_empty_picture_is_refused(bare: Project) -> None:
    """What a broken download or a full card leaves."""
    bare.write({"images/hands.jpg": ""})
    assert bare.refused() == problem(
        "content/images/hands.jpg", "an empty file", "a picture", "put the picture there once more"
    )


def test_a_huge_picture_is_refused(bare: Project) -> None:
    """Nobody on a telephone would ever see it."""
    bare.write({"images/hands.jpg": "a picture"})
    os.truncate(bare.content / "images/hands.jpg", 25 * 1024 * 1024 + 1)
    assert bare.refused() == problem(
        "content/images/hands.jpg",
        "26,214,401 bytes",
        "at most 26,214,400 bytes",
        "export the picture smaller: 2400 pixels on its long side are enough",
    )


@pytest.mark.parametrize("name", ["pages/about.md", "images/hands.png", "practice.yaml"])
def test_a_link_to_a_file_is_refused(bare: Project, name: str) -> None:
    """It could publish anything that the account can read."""
    target = bare.folder / "elsewhere"
    place = bare.content / name
    target.write_text(place.read_text() if place.exists() else PAGE)
    place.unlink(missing_ok=True)
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(target)
    assert bare.refused() == LINK.format(path=f"content/{name}") + END


@pytest.mark.parametrize("name", ["symptoms", "images", "pages/deeper"])
def test_a_link_to_a_folder_is_refused(bare: Project, name: str) -> None:
    """A loop of folders would be copied until the disk is full."""
    (bare.content / name).symlink_to(bare.folder, target_is_directory=True)
    assert bare.refused() == LINK.format(path=f"content/{name}") + END


def test_a_link_that_leads_nowhere_is_refused(bare: Project) -> None:
    """A page that was there yesterday must not be missing in silence."""
    (bare.content / "pages/about.md").symlink_to(bare.folder / "gone.md")
    assert bare.refused() == LINK.format(path="content/pages/about.md") + END


@pytest.mark.parametrize(
    "name", [".DS_Store", "pages/.about.md.swp", "pages/about.md~", "images/Thumbs.db"]
)
def test_what_programs_leave_behind_is_neither_read_nor_published(bare: Project, name: str) -> None:
    """Staff never see these files, so no message may tell them to delete one."""
    bare.write({name: "CANARY"})
    bare.built()
    assert bare.files() == {
        *(
            "_built.json",
            "_headers",
            "404.html",
            "favicon.ico",
            "index.html",
            "qr.svg",
            "robots.txt",
        ),
        *(".well-known/security.txt", "llms.txt", "practice.vcf", "sitemap.xml"),
        *("offline/index.html", "offline/qr.svg", "site.webmanifest", "sw.js"),
    }


def test_a_picture_in_capitals_is_published(bare: Project) -> None:
    """As cameras name them."""
    shown = PAGE + "\n![Hands](../images/IMG_0001.JPG)\n"
    bare.write({"images/IMG_0001.JPG": drawn(size=(60, 40)), "pages/about.md": shown})
    bare.built(live=False)
    names = {unhashed(name) for name in bare.files() if name.startswith("images/")}
    assert names == {"images/img_0001-60.jpg", "images/img_0001-60.webp"}


def test_a_content_folder_that_is_not_there_is_told(project: Project) -> None:
    """A misspelled CONTENT=... is the most likely fault of all."""
    project.content.rmdir()
    assert project.refused() == problem(
        "content",
        "no such folder",
        "a folder with practice.yaml and pages/",
        "correct the name (CONTENT=...), or restore the folder",
    )


def test_a_folder_that_may_not_be_opened_is_told(
    bare: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages that cannot be listed are not there for Pelican, and it goes on."""
    listing = Path.iterdir

    def refuse(folder: Path) -> object:
        if folder.name == "pages":
            raise PermissionError(13, "Permission denied")
        return listing(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)
    text = bare.refused()
    assert text.startswith(
        "content/pages\n"
        "  Found   a folder that may not be opened\n"
        "  Needed  a folder that may be read\n"
        "  To fix  change its permissions, or copy it anew\n"
    )


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["con.png"], 'images/con.png\n  Found   a picture named "con.png"\n'),
        (["Lpt1.small.png"], 'a picture named "Lpt1.small.png"\n'),
        ([f"{'x' * 251}.png"], "a picture whose name has 255 characters\n  Needed  at most 120\n"),
        (
            ["Hands.png", "hands.PNG"],
            'images/hands.PNG\n  Found   the name "hands.PNG", and "Hands.png" beside it\n'
            "  Needed  names that differ in more than capitals: on Windows and macOS they are one "
            "file, and one of the two would be lost\n",
        ),
    ],
)
def test_a_picture_that_other_systems_would_lose_is_refused(
    bare: Project, names: list[str], found: str
) -> None:
    """Somebody unpacks the project on a Mac or on Windows, where one file replaces the other."""
    bare.write({f"images/{name}": drawn("PNG", (640, 480)) for name in names})
    assert found in bare.refused()
