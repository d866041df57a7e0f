"""What each host gets beside the pages."""

from __future__ import annotations

import pytest

from tests.build.conftest import Project

POLICY = '<meta http-equiv="Content-Security-Policy"'


def with_policy(project: Project) -> set[str]:
    """The pages that carry the policy themselves."""
    pages = sorted(project.output.rglob("*.html"))
    return {
        path.relative_to(project.output).as_posix() for path in pages if POLICY in path.read_text()
    }


@pytest.mark.parametrize(
    ("host", "tables", "carrying"),
    [
        ("", True, {"index.html", "404.html"}),
        ("netlify", True, {"404.html"}),
        ("cloudflare", True, {"404.html"}),
        ("github", False, {"index.html", "404.html"}),
        ("s3", False, {"index.html", "404.html"}),
        ("rsync", False, {"404.html"}),
    ],
)
def test_each_host_gets_what_it_reads(
    bare: Project, host: str, tables: bool, carrying: set[str]
) -> None:
    """Where no header of ours is sent, the pages carry the policy; errors do everywhere."""
    bare.built(HOST=host)
    assert (bare.output / "_headers").is_file() is tables
    assert with_policy(bare) >= carrying
    assert ("index.html" in with_policy(bare)) is ("index.html" in carrying)


def test_github_is_told_the_name_of_the_site_and_to_build_nothing(bare: Project) -> None:
    """Jekyll would drop what begins with an underscore or a dot."""
    bare.built(HOST="github")
    assert (bare.output / ".nojekyll").is_file()
    assert (bare.output / "CNAME").read_text() == "www.example.com\n"


def test_an_address_of_githubs_own_needs_no_name(bare: Project) -> None:
    """GitHub refuses a name that is its own."""
    bare.built(HOST="github", SITEURL="https://hands.github.io")
    assert (bare.output / ".nojekyll").exists()
    assert not (bare.output / "CNAME").exists()


@pytest.mark.parametrize("host", ["", "netlify", "s3", "rsync"])
def test_no_other_host_gets_the_files_of_github(bare: Project, host: str) -> None:
    """They would be pages of nobody."""
    bare.built(HOST=host)
    assert not bare.files() & {".nojekyll", "CNAME"}


def test_the_preview_has_none_of_it(bare: Project) -> None:
    """It is never uploaded, and its style guide shows scripts that the site does not have."""
    bare.built(live=False)
    assert not (bare.output / "_headers").exists()
    assert with_policy(bare) == set()


def test_a_host_that_nobody_knows_is_refused(bare: Project) -> None:
    """A misspelled name must not build something else."""
    assert bare.refused(live=True, HOST="netlfy") == (
        "HOST\n"
        '  Found   "netlfy"\n'
        "  Needed  one of cloudflare, github, netlify, rsync or s3\n"
        "  To fix  write HOST=netlify\n"
        "\n"
        "1 problem to fix. Nothing was changed: the site is as it was."
    )
