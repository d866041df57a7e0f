"""What staff read when something must be changed: all of it at once, word for word.

Every refusal here also leaves output/ as it was, byte for byte (Project.refused).
"""

from __future__ import annotations

from tests.build.conftest import Project
from tests.sites import PAGE, drawn

SYMPTOM = "---\ntitle: Low back pain\nsummary: Pain.\nsee_a_doctor: Numbness\n---\n"
OFFER = "---\nheadline: Tea\nends: 2031-01-01\nterms: For everyone.\n"


def test_every_problem_of_every_file_is_told_at_once_in_order(bare: Project) -> None:
    """Who mends one thing at a time, a build each, gives up."""
    bare.write(
        {
            "modalities/swedish.md": "---\ntitle: A\nsummary: B.\nsymptoms:\n"
            "  - low-back-pain\n  - low-back-pian\n---\n",
            "notes.txt": "Call Ada!",
            "pages/about.md": "---\ntitel: About\nsummary: C.\n---\n\n[Here](/nowhere/)\n",
            "symptoms/low-back-pain.md": SYMPTOM,
        }
    )
    assert (
        bare.refused()
        == """\
content/modalities/swedish.md:6, symptoms
  Found   "low-back-pian"
  Needed  the name of a file in symptoms/, without .md: low-back-pain
  To fix  did you mean "low-back-pain"? Write "- low-back-pain"

content/notes.txt
  Found   "notes.txt"
  Needed  only drawings, files, images, modalities, news, notices, offers, pages, people, \
practice.yaml, symptoms and voices in content/
  To fix  move it into the folder of its kind, or delete it

content/pages/about.md:2, titel
  Found   the key "titel"
  Needed  one of title, summary, starter, picture, navigation or aliases
  To fix  did you mean "title"? Write "title: ..."

content/pages/about.md:6
  Found   the link "/nowhere/"
  Needed  a page, picture or file that exists
  To fix  correct the link, or delete it

content/pages/modalities.md
  Found   no such file
  Needed  this page: it lists what is in modalities/
  To fix  write the file, with title and summary between --- lines

content/pages/symptoms.md
  Found   no such file
  Needed  this page: it lists what is in symptoms/
  To fix  write the file, with title and summary between --- lines

6 problems to fix. Nothing was changed: the site is as it was."""
    )


def test_a_page_with_a_fault_is_not_called_missing(bare: Project) -> None:
    """One typing error, one message: the file is there, and what leads to it is right."""
    bare.write(
        {
            "pages/home.md": "---\ntitel: Massage\nsummary: Massage.\n---\n",
            "pages/offers.md": PAGE,
            "modalities/swedish.md": "---\ntitel: Swedish\nsummary: Long strokes.\n---\n",
            "offers/tea.md": f"{OFFER}modalities: swedish\npages:\n  - /\n---\n"
            "[Swedish](/modalities/swedish/)\n",
            "pages/modalities.md": PAGE,
        }
    )
    found = [row for row in bare.refused().split("\n") if row.startswith("content/")]
    assert found == ["content/modalities/swedish.md:2, titel", "content/pages/home.md:2, titel"]


def test_home_and_404_must_be_there(bare: Project) -> None:
    """A site without them is broken at its two most visited addresses."""
    (bare.content / "pages/home.md").unlink()
    (bare.content / "pages/404.md").write_text(PAGE)
    (bare.content / "pages/404.md").rename(bare.content / "pages/about.md")
    assert (
        bare.refused()
        == """\
content/pages/404.md
  Found   no such file
  Needed  this page: hosts show it for a wrong address
  To fix  write the file, with title and summary between --- lines

content/pages/home.md
  Found   no such file
  Needed  this page: every site has a home page
  To fix  write the file, with title and summary between --- lines

2 problems to fix. Nothing was changed: the site is as it was."""
    )


def test_practice_yaml_must_be_there(bare: Project) -> None:
    """Without a name and a number there is nothing to publish."""
    (bare.content / "practice.yaml").unlink()
    assert (
        bare.refused()
        == """\
content/practice.yaml
  Found   no such file
  Needed  the facts of the practice: name, telephone, time_zone
  To fix  write them into content/practice.yaml

1 problem to fix. Nothing was changed: the site is as it was."""
    )


def test_a_picture_that_is_not_there_is_told_with_the_nearest_name(bare: Project) -> None:
    """In the fields and in the text."""
    bare.write(
        {
            "images/hands.jpg": drawn(),
            "pages/about.md": "---\ntitle: A\nsummary: B.\npicture:\n  file: hans.jpg\n"
            "  alt: Hands\n---\n\n![Hands](../images/hand.jpg)\n",
        }
    )
    assert (
        bare.refused()
        == """\
content/pages/about.md:5, picture, file
  Found   "hans.jpg"
  Needed  the name of a file in content/images/
  To fix  did you mean "hands.jpg"? Write "file: hands.jpg"

content/pages/about.md:9
  Found   the link "../images/hand.jpg"
  Needed  a page, picture or file that exists
  To fix  did you mean "/images/hands.jpg"?

2 problems to fix. Nothing was changed: the site is as it was."""
    )


def test_a_broken_link_is_told_with_its_line(bare: Project) -> None:
    """To a page, to a place on a page, to a file."""
    body = "\n[A](/contcat/)\n\n[B](/contact/)\n"
    bare.write({"pages/contact.md": PAGE, "pages/about.md": PAGE + body})
    assert (
        bare.refused()
        == """\
content/pages/about.md:8
  Found   the link "/contcat/"
  Needed  a page, picture or file that exists
  To fix  did you mean "/contact/"?

1 problem to fix. Nothing was changed: the site is as it was."""
    )


def test_warnings_stand_after_what_must_be_fixed(bare: Project) -> None:
    """What stops the build comes first."""
    bare.write(
        {
            "pages/about.md": PAGE + "\n[A](#b)\n",
            "pages/offers.md": PAGE,
            "offers/tea.md": "---\nheadline: Tea\nends: 2030-01-01\n---\n",
        }
    )
    assert (
        bare.refused()
        == """\
content/pages/about.md:8
  Found   the link "#b", which has no place named #b
  Needed  pages, pictures and files of this site that exist
  To fix  delete # and what follows it, or write a heading with these words on that page

Worth a look, though not in the way:

content/offers/tea.md
  line 3, ends: an offer that ended: Tuesday, January 1, 2030

1 problem to fix. Nothing was changed: the site is as it was."""
    )


def test_a_claim_and_a_wrong_number_stop_the_build(bare: Project) -> None:
    """What harms the practice or its visitors most, and no machine would notice."""
    body = "\nIt cures sciatica.\n\nCall 303-555-0199 to learn more.\n"
    bare.write({"pages/about.md": PAGE + body})
    assert (
        bare.refused()
        == """\
content/pages/about.md:8
  Found   "cures" in "It cures sciatica."
  Needed  other words: nobody can promise a cure (FTC Health Products Compliance Guidance, 2022)
  To fix  write "may help ease" instead, or add <!-- reviewed: why --> after the sentence

content/pages/about.md:10
  Found   the telephone number "303-555-0199"
  Needed  the number of practice.yaml, 303-555-0142
  To fix  correct it here, or change it there: every page shows that one; if it is another's, \
say whose in the sentence, or add <!-- reviewed: why --> after the sentence

2 problems to fix. Nothing was changed: the site is as it was."""
    )


def test_a_key_without_a_value_is_a_problem_of_the_text(bare: Project) -> None:
    """`title:` with nothing behind it ended in a fault of the generator, which named no file."""
    bare.write({"pages/about.md": "---\ntitle:\nsummary: Who we are.\n---\n\nWe cure nothing.\n"})
    assert bare.refused().split("\n")[0].endswith("pages/about.md:2, title")
