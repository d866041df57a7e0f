"""make: what each command needs, how it ends, and that make itself adds nothing to our words."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
COMMANDS = re.findall(r"(?m)^([a-z-]+):.*## ", MAKEFILE)
BIN = Path(sys.executable).parent
# Not as a part of "make test", whose own words make would add.
ALONE = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
TOOLS = ("python", "ruff", "mypy", "uv")


def make(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", *words], cwd=ROOT, env=ALONE | environment, capture_output=True, text=True,
        check=False, timeout=120,
    )  # fmt: skip


@pytest.fixture
def refusing(tmp_path: Path) -> str:
    """A folder of programs that say a word and fail."""
    for name in TOOLS:
        (tmp_path / name).write_text("#!/bin/sh\necho No\nexit 1\n")
        (tmp_path / name).chmod(0o755)
    return f"BIN={tmp_path}"


@pytest.mark.parametrize("command", [one for one in COMMANDS if one not in ("help", "clean")])
def test_a_command_that_fails_ends_with_our_words(refusing: str, command: str) -> None:
    """Who never programmed takes "*** [Makefile:48: html] Error 2" for the problem."""
    done = make(command, refusing)
    assert (done.returncode, done.stdout.splitlines()[-1:], done.stderr) == (2, ["No"], "")


def test_after_a_command_that_fails_no_other_is_run(refusing: str) -> None:
    """make lint check: in this order, and quiet too."""
    done = make("lint", "check", refusing)
    assert (done.returncode, done.stdout, done.stderr) == (2, "No\n", "")


def test_several_commands_are_run_in_the_order_in_which_they_are_typed(tmp_path: Path) -> None:
    (tmp_path / "python").write_text('#!/bin/sh\necho "$3"\n')
    (tmp_path / "python").chmod(0o755)
    done = make("offers", "new-offer", "posts", f"BIN={tmp_path}")
    assert (done.stdout, done.stderr) == ("offers\nnew-offer\nposts\n", "")


def test_a_command_that_there_is_not_is_one_sentence() -> None:
    """A slip of the finger, mostly."""
    done = make("devsever")
    sentence = 'There is no command "make devsever". Type "make" alone for a list.\n'
    assert (done.returncode, done.stdout, done.stderr) == (2, sentence, "")


@pytest.mark.parametrize("flag", ["-n", "-q", "-t"])
def test_a_dry_run_builds_nothing(tmp_path: Path, flag: str) -> None:
    """Of a file that it includes make would run the recipe even then."""
    make(flag, "html", f"BIN={BIN}", f"OUTPUT={tmp_path / 'output'}")
    assert not (tmp_path / "output").exists()


def test_ctrl_c_ends_a_command_without_a_word_of_make() -> None:
    """A terminal sends it to make and to what make runs."""
    with subprocess.Popen(
        ["make", "devserver", "PORT=0", f"BIN={BIN}", "CONTENT=tests/sites/bare"],
        cwd=ROOT, start_new_session=True, env=ALONE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stdout.readline().startswith("Your site is at http://127.0.0.1:")
        os.killpg(process.pid, signal.SIGINT)
        assert (process.wait(30), process.communicate()[1]) == (-signal.SIGINT, "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("html CONTENT=nowhere", "nowhere\n  Found   no such folder\n"),
        ("check CONTENT=nowhere", "nowhere\n  Found   no such folder\n"),
        ("offers CONTENT=nowhere", "nowhere\n  Found   no such folder\n"),
        ("publish SITEURL=", "SITEURL\n"),
        ("deploy HOST=nobody SITEURL=https://www.example.com", "HOST\n"),
        ("devserver PORT=abc", 'PORT\n  Found   "abc"\n  Needed  a number from 1024 to 65535\n'),
        ("serve PORT=99999", 'PORT\n  Found   "99999"\n  Needed  a number from 1024 to 65535\n'),
        ("devserver PORT=", 'PORT\n  Found   nothing\n  Needed  a number from 1024 to 65535\n'),
        ("audit RUNS=abc", 'RUNS\n  Found   "abc"\n'),
        ("audit CONTENT=nowhere", "nowhere\n  Found   no such folder\n"),
        ("bench ROUNDS=abc", "ROUNDS=abc: not a number"),
        ("bench PAGES=abc", "PAGES: from 10 to 100000, not"),
    ],
)  # fmt: skip
def test_a_value_that_is_none_is_answered_in_our_words(words: str, said: str) -> None:
    """No call stack, and nothing of argparse."""
    done = make(*words.split(), f"BIN={BIN}")
    assert (done.returncode, done.stderr) == (2, "")
    assert done.stdout.startswith(said), done.stdout


@pytest.mark.parametrize("value", ["0", "no", ""])
def test_debug_can_be_switched_off(value: str) -> None:
    """DEBUG=0 once switched it on."""
    assert " -D" not in make("-n", "html", f"DEBUG={value}").stdout
    assert " -D" in make("-n", "html", "DEBUG=1").stdout


@pytest.mark.parametrize(
    ("command", "needed"),
    [(one, "requirements.txt") for one in ("html", "check", "devserver", "deploy", "offers")]
    + [(one, "requirements-dev.txt") for one in ("test", "lint", "audit")],
)
def test_a_command_installs_no_more_than_it_needs(command: str, needed: str) -> None:
    """Staff check their texts without the browsers and tools of developers."""
    said = make("-n", command).stdout
    assert re.findall(r"install\.py (\S+)", said) == [needed]


def test_a_build_ends_with_the_next_step(tmp_path: Path) -> None:
    """The address to open, with the words that were typed."""
    output = tmp_path / "output"
    done = make("html", f"BIN={BIN}", "CONTENT=tests/sites/bare", f"OUTPUT={output}", "PORT=8123")
    assert done.returncode == 0, done.stdout
    assert done.stdout.endswith(
        f"\nTo look at it, type: make serve CONTENT=tests/sites/bare OUTPUT={output} PORT=8123, "
        "then open http://127.0.0.1:8123/\n"
    )
    site = "SITEURL=https://www.example.com"
    done = make("publish", f"BIN={BIN}", "CONTENT=tests/sites/bare", f"OUTPUT={output}", site)
    assert done.stdout.endswith(
        f"\nNext: upload {output}/ to your host, by hand or with make deploy "
        "CONTENT=tests/sites/bare HOST=..., then open https://www.example.com\n"
    )


def test_a_python_that_is_too_old_or_not_there_is_one_sentence() -> None:
    """Both are answered by installing one."""
    words = ("html", "VENV=nowhere", "PYTHON=nowhere")
    done = make(*words)
    sentence = "Handbill needs Python 3.11 or newer. Install it, then run: make PYTHON=python3.11"
    assert (done.returncode, done.stderr) == (2, "")
    assert done.stdout.startswith(sentence)


# Each leaves a file named here when make or a shell runs it.
TRICKS = (
    "$(shell touch HERE)",
    "`touch HERE`",
    "$$(touch HERE)",
    '"; touch HERE; "',
    "'; touch HERE; '",
    "a\n\ttouch HERE\n",
    "$(error no)",
    "${PATH}",
)
NAMES = re.findall(r"[A-Z_]+", re.findall(r"(?s)READ := (.*?)\n(?=TYPED)", MAKEFILE)[0])
ECHO = """#!{python}
import json, os, sys
print(json.dumps([sys.argv[1:], dict(os.environ)]))
"""


@pytest.fixture
def echo(tmp_path: Path) -> str:
    """A folder of programs that say what they are given."""
    for name in TOOLS:
        (tmp_path / name).write_text(ECHO.format(python=sys.executable))
        (tmp_path / name).chmod(0o755)
    return f"BIN={tmp_path}"


@pytest.mark.parametrize("how", ["on the command line", "in the environment"])
@pytest.mark.parametrize("trick", TRICKS)
def test_what_is_typed_is_text(tmp_path: Path, echo: str, trick: str, how: str) -> None:
    """A price is "$25", a folder may be named after anybody, and a place may come from a mail."""
    names = [name for name in NAMES if name not in ("ARGS", "SHORT", "DEBUG")]
    text = trick.replace("HERE", str(tmp_path / "here"))
    given = dict.fromkeys([*names, *(["WHATEVER"] if "command" in how else [])], text)
    words = [f"{name}={value}" for name, value in given.items()]
    for goal in ("deploy", "html", "editor"):
        done = make(goal, echo, *words) if "command" in how else make(goal, echo, **given)
        assert (done.returncode, done.stderr) == (0, ""), done
        arguments, environment = json.loads(done.stdout.splitlines()[0])
        assert {name: environment.get(name) for name in given} == given
        assert text in [word.removeprefix("--for=") for word in arguments]
    assert not (tmp_path / "here").exists()


def test_a_folder_whose_name_begins_with_a_dash_is_no_option(echo: str) -> None:
    done = make("html", echo, "CONTENT=-rf", "OUTPUT=--debug")
    arguments, _ = json.loads(done.stdout.splitlines()[0])
    assert arguments[:5] == ["-m", "plugins.build", "./-rf", "-o", "./--debug"]


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    """Blanks, quotes and what means something to a shell; also in what there is to type next."""
    name = 'Maria\'s "site" `x` $HOME $(y)\n& é'
    content, output = tmp_path / name / "content", tmp_path / name / "output"
    shutil.copytree(ROOT / "tests/sites/bare", content)
    done = make("html", f"BIN={BIN}", f"CONTENT={content}", f"OUTPUT={output}")
    assert (output / "index.html").is_file(), done.stdout
    assert done.stdout.endswith(
        f'\nTo look at it, type: make serve CONTENT="{content}" OUTPUT="{output}", then open http://127.0.0.1:8000/\n'
    )
