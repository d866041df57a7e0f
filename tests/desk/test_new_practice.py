"""A new practice: five answers, and a site of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
from bs4 import BeautifulSoup
from phonenumbers import PhoneNumberMatcher

from plugins.build.api import build
from plugins.core.schema.practice import Practice
from plugins.desk.__main__ import main
from plugins.desk.new_practice.places import Place, place_of, spellings
from plugins.desk.new_practice.starters import STARTERS, TRADES
from tests.sites import LIVE, ROOT

ANSWERS = {
    "NAME": "Quiet Hands",
    "TELEPHONE": "303-555-0142",
    "TOWN": "Denver, CO",
    "TRADE": "massage",
    "COLOR": "#7a3b2e",
}
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command: exit code, words. typed: what somebody at the terminal types."""

    def run(folder: Path, *typed: str, **given: str) -> tuple[int, str]:
        keys: Iterator[str] = iter(typed)
        with monkeypatch.context() as patch:
            patch.setattr("plugins.desk.questions.at_terminal", lambda: bool(typed))
            patch.setattr("builtins.input", lambda _prompt: next(keys))
            patch.setenv("CI", "true")  # no preview
            for key in ANSWERS:
                patch.setenv(key, given.get(key, ""))
            code = main(["new-practice", "--content", str(folder)])
        assert not list(folder.parent.glob(".new-practice-*"))
        return code, capsys.readouterr().out.replace(str(folder.parent) + "/", "")

    return run


@pytest.mark.parametrize("trade", TRADES)
def test_the_starters_of_each_trade_make_a_site(run: Run, tmp_path: Path, trade: str) -> None:
    """Nobody begins with a refusal, or with the number of somebody else."""
    name = 'A "B" & *C*: D'
    assert run(tmp_path / "new", **ANSWERS | {"TRADE": trade, "NAME": name})[0] == 0
    for settings, url in (("pelicanconf.py", "http://127.0.0.1:8000"), ("publishconf.py", LIVE)):
        output = tmp_path / settings
        overrides = {"BUILD_NOTES": "", "SITEURL": url}
        outcome = build(
            settings=str(ROOT / settings), content=str(tmp_path / "new"), output=str(output),
            overrides=overrides,
        )  # fmt: skip
        assert (outcome.code, [one for one in outcome.problems if one.level != "note"]) == (0, [])
        pages = [page.read_text(encoding="utf-8") for page in output.rglob("*.html")]
    # The preview has the style guide, too, with numbers of examples.
    found = {
        one.number.national_number
        for page in pages
        for one in PhoneNumberMatcher(re.sub("<[^>]*>", " ", page), "US")
    }
    assert found == {3035550142}
    assert [page for page in pages if re.search(r"\{(?:name|emergency)\}", page)] == []
    about = BeautifulSoup((output / "about/index.html").read_text(encoding="utf-8"), "html.parser")
    shown = [about.select("h1")[0].get_text(strip=True), about.select("main p")[0].get_text()]
    curly = name.replace('"B"', "\u201cB\u201d")
    assert [shown[0], shown[1].partition(" is ")[0]] == [f"About {name}", curly]


def test_from_the_command_to_a_site_in_less_than_two_minutes(tmp_path: Path) -> None:
    """All that is between a clone and the own name on a page, but for pip."""
    started = monotonic()
    folder, output = tmp_path / "my practice", tmp_path / "output"
    given = [f"{key}={answer}" for key, answer in ANSWERS.items()]
    here = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    for words in (["new-practice", *given], ["html", f"OUTPUT={output}"]):
        subprocess.run(
            ["make", *words, f"CONTENT={folder}", f"BIN={Path(sys.executable).parent}"],
            cwd=ROOT, env=here | {"NAME": "LAPTOP"}, stdin=subprocess.DEVNULL,
            capture_output=True, check=True,
        )  # fmt: skip
    assert monotonic() - started < 120
    assert "Quiet Hands" in (output / "index.html").read_text(encoding="utf-8")
    assert '\n  color: "#7a3b2e"\n' in (folder / "practice.yaml").read_text(encoding="utf-8")


def test_what_is_known_is_in_practice_yaml_and_the_rest_stands_ready(
    run: Run, tmp_path: Path
) -> None:
    """Nobody has to look up how a key is called; nothing is guessed."""
    assert run(tmp_path / "new", **ANSWERS)[0] == 0
    text = (tmp_path / "new/practice.yaml").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^(\w+):", text) == ["name", "telephone", "time_zone", "brand"]
    known, _, commented = text.partition("# More facts")
    assert set(Practice.model_fields) == set(
        re.findall(r"(?m)^(\w+):", known) + re.findall(r"(?m)^# (\w+):$", commented)
    )
    assert "\n#   city: Denver\n#   region: CO\n#   postal_code:\n#   country: US\n" in commented


def test_a_folder_that_is_there_stays_as_it_is(run: Run, tmp_path: Path) -> None:
    """Also when it is empty, and before anything is asked."""
    (tmp_path / "new").mkdir()
    assert run(tmp_path / "new", **ANSWERS) == (
        2,
        "new is there already, and stays as it is.\n"
        "Choose another folder: make new-practice CONTENT=my-practice\n",
    )
    assert list((tmp_path / "new").iterdir()) == []


def test_somebody_at_the_terminal_is_asked_until_each_answer_is_valid(
    run: Run, tmp_path: Path
) -> None:
    """One slip does not cost the other four answers."""
    code, said = run(
        tmp_path / "new",
        *("Quiet Hands", "555-0142", "212-555-0142", "Springfield", "Portland, Maine"),
        *("shiatsu", "2", "brownish", "7a3b2e"),
    )
    trades = """\
What do you do? A number or a name
   1  Massage
   2  Acupuncture
   3  Physiotherapy
   4  Yoga therapy
   5  Counselling
"""
    assert (code, said) == (
        0,
        f"""\
What is the name of the practice?
Which number should visitors call?
  Found   "555-0142"
  Needed  a telephone number with its area code, like (201) 555-0123, or one with + from abroad
  To fix  check the digits
Which number should visitors call?
Where is it? A town like Denver, CO, or a time zone like America/Denver
  Found   "Springfield"
  Needed  a town like Denver, CO, or a time zone like America/Denver
  To fix  type the one that is meant, such as Springfield, CO; Springfield, GA; Springfield, IL; \
Springfield, KY; Springfield, LA
Where is it? A town like Denver, CO, or a time zone like America/Denver
{trades}  Found   "shiatsu"
  Needed  one of these: massage, acupuncture, physiotherapy, yoga-therapy or counselling
{trades}Your color, like #7a3b2e or teal (Enter: the color of the theme)
  Found   "brownish"
  Needed  a color like "#7a3b2e": a # and six signs from 0 to 9 and a to f
  To fix  ask whoever made your logo for the color in this form
Your color, like #7a3b2e or teal (Enter: the color of the theme)
Wrote new: 11 files, and no problems.
To see the site at any time, type: make devserver CONTENT={tmp_path}/new
Pages with "starter: yes" are suggestions, and the live site leaves them out. Read each, make it
yours, delete that line. content/README.md explains all the rest.
""".replace(f"{tmp_path}/", ""),
    )
    text = (tmp_path / "new/practice.yaml").read_text(encoding="utf-8")
    assert "\ntime_zone: America/New_York\n" in text


def test_answers_that_cannot_be_used_are_told_together(run: Run, tmp_path: Path) -> None:
    """From a script, or all in one line."""
    code, said = run(
        tmp_path / "new", **ANSWERS | {"TELEPHONE": "12", "TOWN": "Nowhere", "TRADE": "cars"}
    )
    assert (code, said) == (
        2,
        """\
TELEPHONE
  Found   "12"
  Needed  a telephone number with its area code, like (201) 555-0123, or one with + from abroad
  To fix  check the digits

TOWN
  Found   "Nowhere"
  Needed  a town like Denver, CO, or a time zone like America/Denver
  To fix  type the nearest large town, or the time zone

TRADE
  Found   "cars"
  Needed  one of these: massage, acupuncture, physiotherapy, yoga-therapy or counselling
""",
    )
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("ci", ["", "true"])
def test_at_a_terminal_the_preview_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ci: str
) -> None:
    """The first thing to see is the own name; a machine that checks would wait for ever."""
    started: list[list[str]] = []
    monkeypatch.setattr("os.execv", lambda _, words: started.append(words))
    monkeypatch.setattr("plugins.desk.new_practice.at_terminal", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    for key, answer in {**ANSWERS, "CI": ci}.items():
        monkeypatch.setenv(key, answer)
    folder = tmp_path / "new"
    assert main(["new-practice", "--content", str(folder)]) == 0
    words = ["devserver", "--content", str(folder), "--settings", "pelicanconf.py", "--open"]
    assert started == ([] if ci else [[sys.executable, "-m", "plugins.desk", *words]])


def test_what_would_stop_publishing_writes_nothing(run: Run, tmp_path: Path) -> None:
    """The answers have the right form, and could not be published."""
    code, said = run(tmp_path / "new", **ANSWERS | {"TELEPHONE": "303-055-0142"})
    assert (code, said.partition("\n")[0]) == (2, "new/practice.yaml:5, telephone")
    assert not (tmp_path / "new").exists()


def test_without_answers_it_shows_what_to_type(run: Run, tmp_path: Path) -> None:
    """In a script, too, where nobody can be asked."""
    assert run(tmp_path / "new") == (
        2,
        "Which practice? Type: make new-practice NAME='Quiet Hands' TELEPHONE=303-555-0142 "
        "TOWN='Denver, CO' TRADE=massage\n",
    )


def test_every_trade_has_its_folder_of_starters() -> None:
    folders = {path.name for path in STARTERS.iterdir()}
    assert folders == {"every-trade", *TRADES}


AMERICA, MAINE = "America/Denver", Place("America/New_York", "US", "Portland", "ME")


@pytest.mark.parametrize(
    ("answer", "number", "place"),
    [
        ("Boulder, CO", "+12125550142", Place(AMERICA, "US", "Boulder", "CO")),
        ("boulder colorado", "+12125550142", Place(AMERICA, "US", "Boulder", "CO")),
        ("Boulder", "+13035550142", Place(AMERICA, "US", "Boulder", "CO")),
        ("Portland, Maine", "+15035550142", MAINE),
        ("Portland", "+12125550142", None),
        ("Montréal", "+15145550142", Place("America/Toronto", "CA", "Montreal", "QC")),
        ("Paris", "+33142685300", Place("Europe/Paris", "FR", "Paris")),
        ("Edinburgh", "+441314960000", Place("Europe/London", "GB", "Edinburgh")),
        ("Dublin", "+35312345678", Place("Europe/Dublin", "IE", "Dublin")),
        ("America/Phoenix", "+13035550142", Place("America/Phoenix", "US")),
        ("Nowhere at all", "+13035550142", None),
    ],
)
def test_a_town_has_a_time_zone_where_only_one_can_be_meant(
    answer: str, number: str, place: Place | None
) -> None:
    """A clock that is wrong by an hour ends every offer at the wrong time."""
    assert place_of(answer, number) == place


def test_towns_of_one_name_are_told_apart() -> None:
    assert spellings("Boulder", "+12125550142") == ["Boulder, CO", "Boulder, MT"]
