"""A new practice: six answers, and a site of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
import yaml
from bs4 import BeautifulSoup
from phonenumbers import PhoneNumberMatcher

from plugins.build.api import build
from plugins.core.schema.practice import Brand, Practice
from plugins.desk.__main__ import main
from plugins.desk.new_practice.facts import CALL, LANGUAGES, Facts
from plugins.desk.new_practice.places import Place, place_of, spellings
from plugins.desk.new_practice.starters import STARTERS, TRADES, files
from tests.sites import LIVE, ROOT
from tests.torture.counts import first

ANSWERS = {
    "NAME": "Quiet Hands",
    "TOWN": "Denver, CO",
    "TELEPHONE": "303-555-0142",
    "LANGUAGE": "",
    "TRADE": "massage",
    "COLOR": "#7a3b2e",
}
Run = Callable[..., tuple[int, str]]

STARTED = [
    *(("massage", language) for language in ("en", "fr", "es")),
    *((trade, "en") for trade in TRADES if trade != "massage"),
]


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


@pytest.mark.parametrize(
    ("trade", "language"),
    first(1, STARTED),
)
def test_the_starters_of_each_trade_make_a_site(
    run: Run, tmp_path: Path, trade: str, language: str
) -> None:
    """Nobody begins with a refusal, or with the number of somebody else."""
    name = 'A "B" & *C*: D'
    given = {"TRADE": trade, "LANGUAGE": language, "NAME": name}
    assert run(tmp_path / "new", **ANSWERS | given)[0] == 0
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
    assert shown[0] == {"en": "About", "fr": "À propos de", "es": "Sobre"}[language] + f" {name}"
    assert re.match(r"A \S+B\S+ & \*C\*: D ", shown[1].replace("\xa0", "")), shown[1]


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
    look = re.findall(r"(?m)^  (?:# )?(\w+):", known.partition("\nbrand:\n")[2])
    assert look == list(Brand.model_fields)
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
    """One slip does not cost the other five answers."""
    code, said = run(
        tmp_path / "new",
        *("Quiet Hands", "Springfield", "Portland, Maine", "555-0142", "212-555-0142"),
        *("german", "", "shiatsu", "2", "brownish", "7a3b2e"),
    )
    trades = """\
What do you do? A number or a name
   1  Massage
   2  Acupuncture
   3  Physiotherapy
   4  Yoga therapy
   5  Counselling
"""
    languages = """\
In which language are the pages? A number or a name (Enter: what people speak there)
   1  English
   2  French
   3  Spanish
"""
    assert (code, said) == (
        0,
        f"""\
What is the name of the practice?
Where is it? A town like Denver, CO, or a time zone like America/Denver
  Found   "Springfield"
  Needed  a town like Denver, CO, or a time zone like America/Denver
  To fix  type the one that is meant, such as Springfield, CO; Springfield, GA; Springfield, IL; \
Springfield, KY; Springfield, LA
Where is it? A town like Denver, CO, or a time zone like America/Denver
Which number should visitors call?
  Found   "555-0142"
  Needed  a telephone number with its area code, like (201) 555-0123, or one with + from abroad
  To fix  check the digits
Which number should visitors call?
{languages}  Found   "german"
  Needed  one of these: en, fr or es
{languages}{trades}  Found   "shiatsu"
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
TOWN
  Found   "Nowhere"
  Needed  a town like Denver, CO, or a time zone like America/Denver
  To fix  type the nearest large town, or the time zone

TELEPHONE
  Found   "12"
  Needed  a telephone number with its area code, like (201) 555-0123, or one with + from abroad
  To fix  check the digits

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
    monkeypatch.setattr(
        "os.execve", lambda _, words, given: started.append([*words, given["CONTENT"]])
    )
    monkeypatch.setattr("plugins.desk.new_practice.at_terminal", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    for key, answer in {**ANSWERS, "CI": ci}.items():
        monkeypatch.setenv(key, answer)
    folder = tmp_path / "new"
    assert main(["new-practice", "--content", str(folder)]) == 0
    words = ["devserver", "--content", str(folder), "--settings", "pelicanconf.py", "--open"]
    assert started == ([] if ci else [[sys.executable, "-m", "plugins.desk", *words, str(folder)]])


def test_what_would_stop_publishing_writes_nothing(run: Run, tmp_path: Path) -> None:
    """The answers have the right form, and could not be published."""
    code, said = run(tmp_path / "new", **ANSWERS | {"TELEPHONE": "303-055-0142"})
    assert (code, said.partition("\n")[0]) == (2, "new/practice.yaml:5, telephone")
    assert not (tmp_path / "new").exists()


def test_without_answers_it_shows_what_to_type(run: Run, tmp_path: Path) -> None:
    """In a script, too, where nobody can be asked."""
    assert run(tmp_path / "new") == (
        2,
        "Which practice? Type: make new-practice NAME='Quiet Hands' TOWN='Denver, CO' "
        "TELEPHONE=303-555-0142 TRADE=massage\n",
    )


def test_every_trade_has_its_folder_of_starters() -> None:
    folders = {path.name for path in (STARTERS / "en").iterdir()}
    assert folders == {"every-trade", *TRADES}
    assert {path.name for path in STARTERS.iterdir()} == {*LANGUAGES} == {*CALL}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_the_pages_that_every_practice_needs(language: str) -> None:
    """Home, about, contact, first visit, privacy, 404, offers and what is offered."""
    facts = Facts("Hands", "1", Place("UTC"), "massage", language=language)
    pages = {name for name in files(facts) if name.startswith("pages/")}
    names = "404 about contact first-visit home modalities offers privacy"
    assert pages == {f"pages/{name}.md" for name in names.split()}


@pytest.mark.parametrize(
    ("given", "facts", "page"),
    [
        (
            {"TOWN": "London", "TELEPHONE": "020 7946 0958"},
            ["Europe/London", None],
            "If it cannot wait, call 999.",
        ),
        (
            {"TOWN": "Paris", "TELEPHONE": "01 99 00 12 34"},
            ["Europe/Paris", "fr"],
            "appelez le 112.",
        ),
        (
            {"TOWN": "Montréal", "TELEPHONE": "514-555-0142"},
            ["America/Toronto", "fr"],
            "appelez le 911.",
        ),
        (
            {"TOWN": "Montréal", "TELEPHONE": "514-555-0142", "LANGUAGE": "English"},
            ["America/Toronto", None],
            "call 911.",
        ),
        (
            {"TOWN": "Europe/Madrid", "TELEPHONE": "910 123 456"},
            ["Europe/Madrid", "es"],
            "llame al 112.",
        ),
    ],
    ids=["London", "Paris", "Montréal", "English in Montréal", "Madrid"],
)
def test_a_practice_anywhere_begins_in_its_language_with_its_numbers(
    run: Run, tmp_path: Path, given: dict[str, str], facts: list[str | None], page: str
) -> None:
    """London and Paris could not begin: only numbers of the USA were understood."""
    code, said = run(tmp_path / "new", **ANSWERS | given)
    assert (code, "English" in said) == (0, False), said
    known = yaml.safe_load((tmp_path / "new/practice.yaml").read_text(encoding="utf-8"))
    assert [known["time_zone"], known.get("language")] == facts
    assert known["telephone"] == given["TELEPHONE"]
    assert page in (tmp_path / "new/pages/contact.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("town", "telephone", "example"),
    [("London", "7946 0958", "0121 234 5678"), ("Paris", "99 00 12 34", "01 23 45 67 89")],
)
def test_a_number_is_asked_for_as_its_country_writes_it(
    run: Run, tmp_path: Path, town: str, telephone: str, example: str
) -> None:
    """An American example does not help in Paris."""
    code, said = run(tmp_path / "new", **ANSWERS | {"TOWN": town, "TELEPHONE": telephone})
    assert code == 2
    assert f"with its area code, like {example}, or one with + from abroad" in said


def test_what_is_still_in_english_is_said_once(run: Run, tmp_path: Path) -> None:
    """Nobody finds a page in another language weeks later."""
    given = {"TOWN": "Paris", "TELEPHONE": "01 99 00 12 34", "TRADE": "acupuncture"}
    code, said = run(tmp_path / "new", **ANSWERS | given)
    assert (code, said.splitlines()[-1]) == (
        0,
        "Still in English, for you to write in French: modalities/acupuncture.md and "
        "modalities/cupping.md.",
    )
    home = (tmp_path / "new/pages/home.md").read_text(encoding="utf-8")
    assert "title: Du temps pour vous écouter\n" in home


@pytest.mark.parametrize(
    ("answer", "telephone", "place"),
    [
        ("Boulder, CO", "", Place("America/Denver", "US", "Boulder", "CO")),
        ("boulder colorado", "", Place("America/Denver", "US", "Boulder", "CO")),
        ("Boulder", "303-555-0142", Place("America/Denver", "US", "Boulder", "CO")),
        ("Portland, Maine", "", Place("America/New_York", "US", "Portland", "ME")),
        ("Portland", "503-555-0142", Place("America/Los_Angeles", "US", "Portland", "OR")),
        ("Portland", "212-555-0142", None),
        ("Montréal", "", Place("America/Toronto", "CA", "Montreal", "QC")),
        ("Paris", "", Place("Europe/Paris", "FR", "Paris")),
        ("Paris", "903-555-0142", Place("America/Chicago", "US", "Paris", "TX")),
        ("London", "", Place("Europe/London", "GB", "London")),
        ("London, UK", "", Place("Europe/London", "GB", "London")),
        ("London", "519-555-0142", Place("America/Toronto", "CA", "London", "ON")),
        ("Edinburgh", "", None),
        ("Edinburgh", "0131 496 0000", Place("Europe/London", "GB", "Edinburgh")),
        ("Edinburgh, United Kingdom", "", Place("Europe/London", "GB", "Edinburgh")),
        ("Dublin", "+353 1 234 5678", Place("Europe/Dublin", "IE", "Dublin")),
        ("Melbourne", "", Place("Australia/Melbourne", "AU", "Melbourne")),
        ("America/Phoenix", "", Place("America/Phoenix", "US")),
        ("Nowhere at all", "303-555-0142", None),
    ],
)
def test_a_town_is_known_where_only_one_can_be_meant(
    answer: str, telephone: str, place: Place | None
) -> None:
    """A clock that is wrong by an hour ends every offer at the wrong time."""
    assert place_of(answer, telephone) == place


def test_towns_of_one_name_are_told_apart() -> None:
    assert spellings("Boulder") == ["Boulder, CO", "Boulder, MT"]
    assert spellings("Edinburgh") == ["Edinburgh, IN", "Edinburgh, United Kingdom"]
