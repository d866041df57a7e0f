"""make deploy as somebody types it: what it needs, says, and never says."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from plugins.core.model.build_label import LABEL, BuildLabel
from plugins.core.problems import ContentError
from plugins.desk.deploy import arguments, run
from plugins.desk.deploy.options import read_options
from plugins.desk.deploy.plan import RECORD, Owner
from plugins.desk.deploy.rsync import parts_folder
from plugins.desk.deploy.secrets import ALL, without_secrets
from plugins.desk.deploy.target import LARGEST
from tests.desk.deploy.example_site import faults, needs_rsync, put, reader, site
from tests.desk.deploy.s3_server import KEYS, NAME, Server, objects, serving_s3
from tests.sites import BARE, LIVE, ROOT, tree, write

pytestmark = needs_rsync
CANARIES = {name: f"canary-{name.lower()}" for name in ALL} | KEYS
CLOUDFLARE = ("CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID")
BASE = {"HOST": "rsync", "SITEURL": LIVE, "TO": "/srv/www"}


def environment(**more: str) -> dict[str, str]:
    known = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return known | {"PYTHONPATH": str(ROOT)} | CANARIES | more


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "plugins.desk", "deploy", *words]


def deploy(folder: Path, *words: str, **more: str) -> tuple[int, str]:
    """The exit code, and all that is said; never with a secret in it."""
    done = subprocess.run(
        command("--settings", str(ROOT / "publishconf.py"), *words),
        cwd=folder,
        env=environment(**more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert "canary" not in done.stdout, done.stdout
    return done.returncode, done.stdout


def here(folder: Path, *words: str, **more: str) -> tuple[int, str]:
    """The same in this process, which saves Python's start."""
    parser = ArgumentParser()
    arguments(parser)
    said = StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said):
        patch.chdir(folder)
        for name, value in environment(**more).items():
            patch.setenv(name, value)
        code = run(parser.parse_args(words))
    assert "canary" not in said.getvalue(), said.getvalue()
    return code, said.getvalue()


def built(folder: Path, version: str, **more: str) -> tuple[int, str]:
    """Upload a version of the small site, without a build."""
    return here(folder, "--built", "--output", str(labelled(folder, version, **more)), **more)


def labelled(folder: Path, version: str, practice: str = "Maria's", **more: str) -> Path:
    """A version, with what a build says of it."""
    output = put(folder, version)
    label = BuildLabel(more["SITEURL"], more["HOST"], practice, preview=False)
    write(output, {LABEL: label.text()})
    return output


def problems(**said: str) -> str:
    with pytest.raises(ContentError) as caught:
        read_options(BASE | said)
    return str(caught.value)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving_s3(tmp_path / "s3") as made:
        yield made


def test_it_builds_the_live_site_and_uploads_it(tmp_path: Path) -> None:
    """One command from content to visitors."""
    shutil.copytree(BARE, tmp_path / "content")
    code, said = deploy(tmp_path, HOST="rsync", SITEURL=LIVE, TO="web")
    assert code == 0, said
    lines = said.splitlines()
    assert lines[-3].startswith("Built output/: ")
    assert lines[-2].startswith("Uploaded to web: ")
    assert lines[-1] == "To see it, open https://www.example.com/"
    there, made = tree(tmp_path / "web"), tree(tmp_path / "output")
    assert there.pop(".published.json")
    assert made.pop(LABEL)
    assert there == made
    assert "index.html" in there


def test_a_build_that_fails_uploads_nothing(tmp_path: Path) -> None:
    """What is at the host is worth more than half of what is to come."""
    shutil.copytree(BARE, tmp_path / "content")
    write(tmp_path / "content", {"pages/bad.md": "---\ntitel: A page\n---\n"})
    code, said = deploy(tmp_path, HOST="rsync", SITEURL=LIVE, TO="web")
    assert (code, said.splitlines()[-1]) == (2, "Nothing was uploaded.")
    assert "content/pages/bad.md" in said
    assert not (tmp_path / "web").exists()


def test_it_says_what_it_did_and_what_there_was_nothing_to_do(tmp_path: Path) -> None:
    """The last line that staff read."""
    to = {"HOST": "rsync", "SITEURL": LIVE, "TO": "web"}
    assert built(tmp_path, "one", **to) == (0, "Uploaded to web: 14 new, 0 changed, 0 removed.\n")
    assert built(tmp_path, "one", **to) == (
        0,
        "Nothing to upload: web has this site already.\n",
    )


def test_a_dry_run_says_what_would_change_and_changes_nothing(tmp_path: Path) -> None:
    """In words, with counts and names."""
    to = {"HOST": "rsync", "SITEURL": LIVE, "TO": "web"}
    built(tmp_path, "one", **to)
    write(tmp_path / "web", {"google1234.html": "theirs"})
    before = tree(tmp_path / "web")
    code, said = built(tmp_path, "two", DRY="1", **to)
    assert tree(tmp_path / "web") == before
    lines = said.splitlines()
    kept = lines.pop(-4)
    assert kept.startswith("  6 files to be kept for a while, since open pages may still ask for ")
    fresh = [f"    {n}" for n in sorted(site("two")) if n not in site("one")]
    assert (code, lines) == (
        0,
        [
            "What would change at web:",
            "  8 files new",
            *fresh,
            "  5 files changed",
            "    404.html",
            "    about/index.html",
            "    contact/index.html",
            "    index.html",
            "    sitemap.xml",
            "  2 files to be removed",
            "    offers/one.ics",
            "    offers/one/index.html",
            "  1 file there that make deploy did not upload, left alone",
            "    google1234.html",
            "Nothing was uploaded (DRY=1). To upload it, type the same without DRY=1.",
        ],
    )


def test_grace_of_no_days_removes_everything_that_left(tmp_path: Path) -> None:
    """A photograph that must not be seen any more."""
    to = {"HOST": "rsync", "SITEURL": LIVE, "TO": "web"}
    built(tmp_path, "one", **to)
    assert built(tmp_path, "two", GRACE="0", **to) == (
        0,
        "Uploaded to web: 8 new, 5 changed, 8 removed.\n",
    )
    assert tree(tmp_path / "web").keys() - {".published.json"} == site("two").keys()


def test_no_secret_is_said_whatever_happens(tmp_path: Path, server: Server) -> None:
    """Success, refusal, silence; for developers, too. deploy() looks through all that is said."""
    to = {"HOST": "s3", "SITEURL": LIVE, "TO": f"s3://{NAME}", "ENDPOINT": server.address}
    assert built(tmp_path, "one", **to)[0] == 0
    assert set(objects(server.store())) == {*site("one"), ".published.json"}
    wrong = {"AWS_SECRET_ACCESS_KEY": "canary-wrong", "AWS_ACCESS_KEY_ID": "canary-nobody"}
    code, said = built(tmp_path, "two", **to, **wrong)
    assert (code, "the bucket refused" in said) == (2, True)
    code, said = deploy(tmp_path, "--built", "--debug", "--output", "one", **to, **wrong)
    assert (code, "the bucket refused" in said) == (2, True)


def test_the_build_and_the_reload_get_no_key(tmp_path: Path) -> None:
    """What needs none has none: a theme, a plugin, a script on the way."""
    to = {"HOST": "rsync", "SITEURL": LIVE, "TO": "web"}
    code, said = built(tmp_path, "one", RELOAD="env", **to)
    assert code == 0
    assert [line for line in said.splitlines() if line.startswith(ALL)] == []
    assert "SITEURL=" in said


def test_the_build_alone_gets_the_key_of_the_cache() -> None:
    """Without it, a machine of CI makes everything again; no other program needs it."""
    known = {"CACHE_KEY": "a", "GITHUB_TOKEN": "b", "HOME": "/"}
    assert without_secrets(known, "build") == {"CACHE_KEY": "a", "HOME": "/"}
    assert without_secrets(known, "github") == {"GITHUB_TOKEN": "b", "HOME": "/"}


def test_a_reload_that_fails_is_told_and_the_site_is_there(tmp_path: Path) -> None:
    """The upload is not in vain."""
    to = {"HOST": "rsync", "SITEURL": LIVE, "TO": "web"}
    code, said = built(tmp_path, "one", RELOAD="sh -c 'echo no such server; exit 3'", **to)
    assert (code, said.splitlines()[1:]) == (
        2,
        [
            "no such server",
            "RELOAD=sh -c 'echo no such server; exit 3'",
            "  Found   a command that failed: exit code 3",
            "  Needed  a command that tells the web server to read its configuration anew",
            "  To fix  mend it, and run make deploy again; every page that is there is whole",
        ],
    )
    assert faults(reader(tmp_path / "web")) == []


def test_a_fault_of_ours_is_one_sentence_without_secrets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 1; the call stack is for DEBUG=1, and hides what it must as well."""
    to = {"HOST": "rsync", "SITEURL": LIVE, "TO": "web"}

    def broken(*_: object) -> None:
        raise RuntimeError(f"no use for {CANARIES['AWS_SECRET_ACCESS_KEY']}")

    monkeypatch.setattr("plugins.desk.deploy.make_plan", broken)
    told = (
        "A fault of the generator, not of your text: RuntimeError: no use for (hidden)\n"
        "  To fix  show this to a developer; DEBUG=1 adds the details\n"
    )
    assert built(tmp_path, "one", **to) == (1, told)
    code, said = here(tmp_path, "--built", "--debug", "--output", "one", **to)
    assert (code, said.startswith(told + "Traceback")) == (1, True)


def test_a_folder_without_a_site_is_not_uploaded(tmp_path: Path) -> None:
    """An empty one would remove every page at the host."""
    to = {"HOST": "rsync", "SITEURL": LIVE, "TO": "web"}
    built(tmp_path, "one", **to)
    assert here(tmp_path, "--built", "--output", "nowhere", **to) == (
        2,
        "nowhere/\n"
        "  Found   no index.html\n"
        "  Needed  a site with a home page\n"
        "  To fix  leave --built away, or build it with make publish HOST=rsync "
        "SITEURL=https://www.example.com\n",
    )
    assert faults(reader(tmp_path / "web")) == []


@pytest.mark.parametrize("name", ["-rf", "user@server:folder", "a b'\"$HOME`x`\n*é"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    """rsync takes a dash for an option and a colon for another machine."""
    shutil.copytree(labelled(tmp_path, "one", HOST="rsync", SITEURL=LIVE), tmp_path / name)
    to = {"HOST": "rsync", "SITEURL": LIVE, "TO": "a web 'é\""}
    assert here(tmp_path, "--built", f"--output={name}", **to)[0] == 0
    assert tree(tmp_path / to["TO"]).keys() == {*site("one"), RECORD}


WEB = {"HOST": "rsync", "SITEURL": LIVE, "TO": "web"}
OTHER = "https://other.example"


@pytest.mark.parametrize(
    ("theirs", "whose"),
    [({"SITEURL": OTHER}, f"Maria's at {OTHER}"), ({"practice": "Jo's"}, f"Jo's at {LIVE}")],
)
def test_another_site_s_folder_is_refused(
    tmp_path: Path, theirs: dict[str, str], whose: str
) -> None:
    """TO of one site and SITEURL of another, or the content of another: a slip of the history."""
    assert built(tmp_path, "two", **WEB | theirs)[0] == 0
    before = tree(tmp_path / "web")
    told = (
        "TO=web\n"
        f"  Found   another site, {whose}\n"
        f"  Needed  the folder of this one, Maria's at {LIVE}\n"
        "  To fix  correct TO; or add TAKE_OVER=1, which shows what changes there, and asks\n"
    )
    assert built(tmp_path, "one", **WEB) == (2, told)
    code, said = built(tmp_path, "one", DRY="1", **WEB)
    assert (
        code,
        said.endswith(f"(DRY=1). To upload it, type the same without DRY=1.\n{told}"),
    ) == (
        2,
        True,
    )
    code, said = built(tmp_path, "one", TAKE_OVER="1", **WEB)
    assert (code, tree(tmp_path / "web")) == (2, before)
    assert said.startswith(f"another site, {whose}\nWhat would change at web:\n  8 files new\n")
    assert said.endswith("To fix  type y when asked; or add YES=1\n")
    assert built(tmp_path, "one", TAKE_OVER="1", YES="1", **WEB)[0] == 0
    assert tree(tmp_path / "web").keys() >= site("one").keys()
    assert not (tmp_path / "web/offers/two.ics").exists()
    assert built(tmp_path, "one", **WEB)[0] == 0


def test_who_takes_a_folder_over_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that moves to another address does so once."""
    built(tmp_path, "one", **WEB | {"SITEURL": OTHER})
    monkeypatch.setattr("sys.stdin", Terminal("no\ny\n"))
    assert built(tmp_path, "one", TAKE_OVER="1", **WEB)[0] == 2
    assert built(tmp_path, "one", TAKE_OVER="1", **WEB)[0] == 0
    assert built(tmp_path, "one", **WEB)[0] == 0


class Terminal(StringIO):
    """A person at a terminal."""

    def isatty(self) -> bool:
        return True


def test_files_of_somebody_else_are_named_each_and_not_replaced(tmp_path: Path) -> None:
    """The first upload, into a folder that another program filled; or a page that somebody put
    there later. A file that is the same already is no loss."""
    theirs = {"index.html": "theirs", "about/index.html": "theirs", "favicon.ico": ""}
    write(tmp_path / "web", theirs | {"favicon.ico": site("one")["favicon.ico"].decode()})
    before = tree(tmp_path / "web")
    assert built(tmp_path, "one", **WEB) == (
        2,
        "At web, not from here:\n"
        "    about/index.html\n"
        "    index.html\n"
        "TO=web\n"
        "  Found   2 things that no upload of this site put there, and that it would replace\n"
        "  Needed  a folder of its own\n"
        "  To fix  correct TO; or add TAKE_OVER=1, which shows what changes there, and asks\n",
    )
    assert tree(tmp_path / "web") == before
    assert built(tmp_path, "one", TAKE_OVER="1", YES="1", **WEB)[0] == 0
    write(tmp_path / "web", {"offers/two.ics": "theirs"})
    code, said = built(tmp_path, "two", **WEB)
    assert (code, said.startswith("At web, not from here:\n    offers/two.ics\n")) == (2, True)


def test_a_first_upload_that_was_killed_at_once_is_ours(tmp_path: Path) -> None:
    """It left a part of its record, and nothing else."""
    parts = parts_folder(Owner(LIVE, "Maria's"))
    write(tmp_path / "web", {f"{parts}/new/..published.json.aB3xYz": "half"})
    assert built(tmp_path, "one", **WEB)[0] == 0
    assert tree(tmp_path / "web").keys() == {*site("one"), RECORD}


def test_links_at_the_host_are_not_replaced_without_a_word(tmp_path: Path) -> None:
    """A page, a folder: what they lead to is elsewhere, and somebody's."""
    built(tmp_path, "one", **WEB)
    write(tmp_path / "theirs", {"index.html": "theirs"})
    web = tmp_path / "web"
    shutil.rmtree(web / "about")
    (web / "index.html").unlink()
    (web / "about").symlink_to("../theirs")
    (web / "index.html").symlink_to("../theirs/index.html")
    code, said = built(tmp_path, "one", **WEB)
    assert (code, said.splitlines()[:3]) == (
        2,
        ["At web, not from here:", "    about", "    index.html"],
    )
    assert (web / "about").is_symlink()
    assert built(tmp_path, "one", TAKE_OVER="1", YES="1", **WEB)[0] == 0
    assert tree(web).keys() - {".published.json"} == site("one").keys()
    assert (tmp_path / "theirs/index.html").read_text() == "theirs"


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("", "a folder that does not say what it was built for"),
        ("{", "a folder that does not say what it was built for"),
        (BuildLabel(LIVE, "rsync", "Maria's", preview=True).text(), "a preview, to look at"),
        (BuildLabel(LIVE, "s3", "Maria's", preview=False).text(), "a site for HOST=s3"),
        (BuildLabel(OTHER, "rsync", "Maria's", preview=False).text(), f"a site for {OTHER}"),
    ],
)
def test_a_folder_that_was_built_for_something_else_is_not_uploaded(
    tmp_path: Path, label: str, found: str
) -> None:
    """--built takes what is there: a preview with its starter pages, a site without a policy."""
    write(put(tmp_path, "one"), {LABEL: label})
    code, said = here(tmp_path, "--built", "--output", "one", **WEB)
    assert (code, said.splitlines()[:2]) == (2, ["one/", f"  Found   {found}"])
    assert not (tmp_path / "web").exists()


def test_a_folder_for_one_host_may_be_brought_there_by_another(tmp_path: Path) -> None:
    """The workflow collects the pages of GitHub in a folder, which GitHub fetches."""
    label = BuildLabel(LIVE, "github", "Maria's", preview=False).text()
    write(put(tmp_path, "one"), {LABEL: label})
    assert here(tmp_path, "--built", "github", "--output", "one", **WEB)[0] == 0


def test_what_somebody_put_into_our_own_folder_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """.cache/pages becomes the site at GitHub as a whole, and comes from the cache of CI: a page
    beside the record, a page that is there already, an asset with or without the record."""
    monkeypatch.setattr("plugins.desk.deploy.own_folder.CACHE", tmp_path / ".cache")
    web = {**WEB, "TO": ".cache/pages"}
    pages = tmp_path / ".cache/pages"
    pages.parent.mkdir()
    assert built(tmp_path, "one", **web)[0] == 0
    old = sorted(name for name in site("one") if name.startswith("assets/"))
    record = json.loads((pages / RECORD).read_text())
    name = f"assets/z.{hashlib.sha256(b'forged').hexdigest()[:10]}.html"
    record["files"] |= dict.fromkeys([name, "assets/x.0123456789.html", "evil/index.html"])
    write(
        pages,
        {
            RECORD: json.dumps(record),
            name: "forged",
            "phishing/index.html": "by hand",
            "evil/index.html": "by hand, and in the record",
            "index.html": "another home page",
            "assets/x.0123456789.html": "not what its name says",
            "assets/y.0123456789.html": "neither in the record",
            old[0]: "another style",
        },
    )
    (pages / "link.html").symlink_to("/etc/hostname")
    code, said = built(tmp_path, "two", **web)
    assert code == 0, said
    there = {name: (pages / name).read_bytes() for name in tree(pages)}
    del there[RECORD]
    assert there == {**site("two"), **{name: site("one")[name] for name in old[1:]}}
    assert not (pages / "link.html").is_symlink()


def test_names_at_the_host_give_no_orders_to_a_terminal(tmp_path: Path, server: Server) -> None:
    """A bucket takes any name."""
    to = {"HOST": "s3", "SITEURL": LIVE, "TO": f"s3://{NAME}", "ENDPOINT": server.address}
    (server.folder / NAME / "\u202e\x1b[2J.html").write_text("theirs")
    code, said = built(tmp_path, "one", **to)
    assert (code, "[2J.html" in said) == (0, True)
    assert not {"\x1b", "\u202e"} & set(said)


def hostile_records() -> dict[str, bytes]:
    return {
        "not UTF-8": b'{"\xff": null}',
        "deep": b'{"a":' * 200_000,
        "outside": b'{"../index.html": null}',
        "huge": b" " * (LARGEST + 1),
    }


@pytest.mark.parametrize("kind", [*hostile_records(), "a link", "a folder"])
def test_a_hostile_record_is_told(tmp_path: Path, kind: str) -> None:
    """Whoever may write at the host may write it. Never a fault of ours."""
    built(tmp_path, "one", **WEB)
    record = tmp_path / "web" / RECORD
    record.unlink()
    if kind == "a link":
        record.symlink_to("/etc/passwd")
    elif kind == "a folder":
        record.mkdir()
    else:
        record.write_bytes(hostile_records()[kind])
    code, said = built(tmp_path, "two", **WEB)
    assert (code, said.splitlines()[0]) == (2, f"{RECORD} on the host")
    assert faults(reader(tmp_path / "web")) == []


def test_ctrl_c_leaves_a_whole_site_and_says_how_to_go_on(tmp_path: Path, server: Server) -> None:
    """130, as every command that was interrupted."""
    output = labelled(tmp_path, "one", HOST="s3", SITEURL=LIVE)
    write(output, {f"more/{n}.html": "<p>more" for n in range(3000)})
    process = subprocess.Popen(
        command("--built", "--output", str(tmp_path / "one")),
        cwd=tmp_path,
        env=environment(HOST="s3", SITEURL=LIVE, TO=f"s3://{NAME}", ENDPOINT=server.address),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    end = time.monotonic() + 60
    while not (server.folder / NAME / "more").exists():
        assert time.monotonic() < end
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=60)
    assert (process.returncode, said) == (
        130,
        "Stopped. Every page at s3://practice is whole, as it was or as it is now. "
        "Run the same command again to complete the upload.\n",
    )


def test_what_is_missing_is_told_all_at_once_before_anything_is_built(tmp_path: Path) -> None:
    """Nobody waits for a build to hear that a token is missing."""
    none = dict.fromkeys(ALL, "")
    code, said = here(tmp_path, HOST="netlify", SITEURL="", **none)
    assert (code, said) == (
        2,
        "NETLIFY_AUTH_TOKEN\n"
        "  Found   nothing in the environment\n"
        "  Needed  a token of yours\n"
        "  To fix  make one at Netlify under User settings, Applications, Personal access tokens; "
        "then type: export NETLIFY_AUTH_TOKEN=, and what you got\n"
        "\n"
        "NETLIFY_SITE_ID\n"
        "  Found   nothing in the environment\n"
        "  Needed  the site at Netlify\n"
        "  To fix  copy the Project ID at Netlify under Project configuration, General; "
        "then type: export NETLIFY_SITE_ID=, and what you got\n"
        "\n"
        "SITEURL\n"
        "  Found   nothing\n"
        "  Needed  the address of the live site: share links, sitemap and search engines use it\n"
        '  To fix  write "SITEURL=https://www.example.com" after "make publish", with your own '
        "address\n",
    )


def test_cloudflare_needs_a_token_an_account_and_a_project() -> None:
    """Word for word."""
    assert problems(HOST="cloudflare") == (
        "CLOUDFLARE_ACCOUNT_ID\n"
        "  Found   nothing in the environment\n"
        "  Needed  the account at Cloudflare\n"
        "  To fix  copy the Account ID at Cloudflare under Workers & Pages; then type: export "
        "CLOUDFLARE_ACCOUNT_ID=, and what you got\n"
        "\n"
        "CLOUDFLARE_API_TOKEN\n"
        "  Found   nothing in the environment\n"
        "  Needed  a token that may edit Cloudflare Pages\n"
        "  To fix  make one at Cloudflare under My Profile, API Tokens; then type: export "
        "CLOUDFLARE_API_TOKEN=, and what you got\n"
        "\n"
        "PROJECT\n"
        "  Found   nothing in the environment\n"
        "  Needed  the name of the project at Cloudflare Pages\n"
        "  To fix  copy it at Cloudflare under Workers & Pages; then add PROJECT=, and what you got"
    )


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            {"HOST": ""},
            "HOST\n"
            "  Found   nothing\n"
            "  Needed  one of cloudflare, github, netlify, rsync or s3\n"
            "  To fix  add HOST=, like HOST=rsync",
        ),
        (
            {"TO": ""},
            "TO\n"
            "  Found   nothing\n"
            "  Needed  the folder that the web server shows\n"
            '  To fix  add TO="me@www.example.com:/var/www/site", with your own names',
        ),
        (
            {"GRACE": "a week"},
            'GRACE\n  Found   "a week"\n  Needed  a number of days\n  To fix  write GRACE=7',
        ),
        *(
            (
                {"HOST": "cloudflare", "PROJECT": name} | dict.fromkeys(CLOUDFLARE, "1"),
                "PROJECT\n"
                f'  Found   "{name}"\n'
                "  Needed  the name of the project at Cloudflare Pages: small letters, digits, "
                "dashes\n"
                "  To fix  copy it at Cloudflare under Workers & Pages",
            )
            for name in ("--branch=x", "my project", "$(x)")
        ),
        (
            {"HOST": "s3", "TO": "my bucket", "AWS_WEB_IDENTITY_TOKEN_FILE": "/token"},
            "TO\n"
            '  Found   "my bucket"\n'
            "  Needed  a bucket, or a folder in one, as s3://bucket or s3://bucket/folder\n"
            "  To fix  add TO=s3://, and the name of the bucket",
        ),
        (
            {"HOST": "s3", "TO": "s3://b-a-t", "ENDPOINT": "http://example.com", **KEYS},
            "ENDPOINT\n"
            '  Found   "http://example.com"\n'
            "  Needed  the address at which the bucket's maker answers, with https\n"
            "  To fix  leave it away for Amazon's own S3",
        ),
    ],
)
def test_what_cannot_be_done_is_told_with_what_to_type(said: dict[str, str], told: str) -> None:
    """Word for word."""
    assert problems(**said) == told


@pytest.mark.parametrize(
    "said",
    [
        {"HOST": "s3", "TO": "s3://key:canary@bucket", **KEYS},
        {"HOST": "s3", "TO": "s3://bucket", "ENDPOINT": "https://key:canary@example.com", **KEYS},
        {"TO": "rsync://me:canary@example.com/web"},
        {"TO": "-e canary"},
        {"HOST": "github", "TO": "--upload-pack=canary"},
        {"HOST": "s3", "TO": "-canary", **KEYS},
    ],
)
def test_a_value_that_may_hold_a_password_is_not_repeated(said: dict[str, str]) -> None:
    """People paste addresses with keys in them."""
    told = problems(**said)
    assert "something else (not repeated here)" in told
    assert "canary" not in told
