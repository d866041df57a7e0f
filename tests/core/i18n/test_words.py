"""Words: the files that hold them, the days they say, and what translators read."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml
from jinja2 import Environment, StrictUndefined, UndefinedError

from plugins.core.dates.moments import Period, end_in_words
from plugins.core.i18n import catalog, catalog_checks
from plugins.core.i18n.catalog import FOLDER, languages, load
from plugins.core.i18n.locale import Locale
from plugins.core.i18n.words import Words
from plugins.core.problems import ContentError
from plugins.core.schema.model import validate
from tests.core.conftest import DENVER

ENGLISH = load(FOLDER, "en-US")
REFERENCE = """\
# A remark.
share:
  heading: Share this page
  network: Share on {network}
  see: See <link>all</link>
  others:
    one: and {count} more
    other: and {count} more
"""
POLISH = """\
share:
  heading: Udostępnij
  network: "{network}: udostępnij"
  see: <link>Wszystkie</link>
  others:
    one: i jeszcze jedna
    few: i jeszcze {count} oferty
    many: i jeszcze {count} ofert
    other: i jeszcze {count} oferty
"""


def words(folder: Path, text: str, reference: str = REFERENCE) -> Words:
    """The words of a Polish file beside a small reference."""
    (folder / "en.yaml").write_text(reference, encoding="utf-8")
    (folder / "pl.yaml").write_text(text, encoding="utf-8")
    return load(folder, "pl-PL")


def refused(folder: Path, text: str, reference: str = REFERENCE) -> str:
    """What the translator reads, without the folder."""
    with pytest.raises(ContentError) as caught:
        words(folder, text, reference)
    return str(caught.value).replace(f"{folder.as_posix()}/", "theme/words/")


FILES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("language", FILES)
def test_every_language_of_the_theme_is_complete(language: str) -> None:
    """A site in it would stop at the first missing word."""
    assert load(FOLDER, language).share_links.heading


@pytest.mark.parametrize("language", FILES)
def test_words_that_fit_are_what_a_model_would_make_of_them(language: str) -> None:
    """Making the model takes longer than a page: it is made only where something does not fit."""
    forms, whole = Locale.of(language).plural_forms, "-" not in language
    path, reference = FOLDER / f"{language}.yaml", catalog.reference(FOLDER)
    fields = catalog.read_words(path, FOLDER)
    assert catalog.as_in_reference(fields.values, catalog.groups(*reference), forms, whole=whole)
    model = catalog.model(*reference, forms, whole=whole)
    made = validate(model, fields).model_dump(exclude_unset=not whole)
    assert made == catalog.checked(path, FOLDER, forms, whole=whole)


@pytest.mark.parametrize("text", ["", " Call", "Call {name}", "Call <tel>", "Call", None, 3, {}])
def test_words_that_a_model_would_change_or_refuse_do_not_fit(text: object) -> None:
    """Also a space in front, which the model takes away."""
    assert not catalog_checks.fits(text, "Call {number}")


def test_the_languages_are_the_files(tmp_path: Path) -> None:
    """Adding one is adding its file."""
    words(tmp_path, POLISH)
    (tmp_path / "pl-PL.yaml").write_text("share:\n  heading: Podaj dalej\n", encoding="utf-8")
    assert languages(tmp_path) == ["en", "pl"]


def test_a_language_has_its_own_order_forms_and_clock(tmp_path: Path) -> None:
    """Three plural forms, the value first, 24 hours."""
    made = words(tmp_path, POLISH)
    assert made.share.network(network="X") == "X: udostępnij"
    assert [made.share.others(count) for count in (1, 3, 5, 12, 22)] == [
        "i jeszcze jedna",
        "i jeszcze 3 oferty",
        "i jeszcze 5 ofert",
        "i jeszcze 12 ofert",
        "i jeszcze 22 oferty",
    ]


def test_other_countries_share_the_words_of_a_language() -> None:
    """en-GB says colour in its content, and Call as en-US does."""
    assert (
        load(FOLDER, "en-GB").site_header == load(FOLDER, "en").site_header == ENGLISH.site_header
    )


def test_a_country_says_only_what_it_says_otherwise(tmp_path: Path) -> None:
    """A whole copy for a handful of words would drift apart from the rest of the language."""
    (tmp_path / "pl-PL.yaml").write_text("share:\n  heading: Podaj dalej\n", encoding="utf-8")
    made = words(tmp_path, POLISH)
    assert (made.share.heading, made.share.network(network="X")) == (
        "Podaj dalej",
        "X: udostępnij",
    )
    assert load(tmp_path, "pl-DE").share.heading == "Udostępnij"


def test_a_word_of_a_country_that_does_not_fit_is_told(tmp_path: Path) -> None:
    """It is held against the reference as the rest of the language is."""
    wrong = "share:\n  heading: Hej {numer}\n  others:\n    one: i jedna\n  hi: Hej\n"
    (tmp_path / "pl-PL.yaml").write_text(wrong, encoding="utf-8")
    assert (
        refused(tmp_path, POLISH)
        == """\
theme/words/pl-PL.yaml:2, share, heading
  Found   "Hej {numer}"
  Needed  words without braces, as in "Share this page"
  To fix  leave {numer} out

theme/words/pl-PL.yaml:3, share, others, few
  Needed  a line for few
  To fix  add a line "few: ..." below "others:", with 4 spaces in front

theme/words/pl-PL.yaml:3, share, others, many
  Needed  a line for many
  To fix  add a line "many: ..." below "others:", with 4 spaces in front

theme/words/pl-PL.yaml:3, share, others, other
  Needed  a line for other
  To fix  add a line "other: ..." below "others:", with 4 spaces in front

theme/words/pl-PL.yaml:5, share, hi
  Found   the key "hi"
  Needed  one of heading, network, see or others
  To fix  move what it says into a text, then delete the line"""
    )


def texts(file: str) -> dict[str, str]:
    """Every text of a file of words, by its key."""
    found = yaml.safe_load((FOLDER / f"{file}.yaml").read_text(encoding="utf-8"))
    return {
        f"{name}.{key}{'.' if form else ''}{form}": text
        for name, group in found.items()
        for key, entry in group.items()
        for form, text in (entry if isinstance(entry, dict) else {"": entry}).items()
    }


@pytest.mark.parametrize("country", [name for name in FILES if "-" in name])
def test_a_file_of_a_country_repeats_nothing(country: str) -> None:
    """A word that is corrected in fr.yaml must not live on in fr-CA.yaml."""
    rest = texts(country.partition("-")[0])
    assert [key for key, text in texts(country).items() if rest[key] == text] == []


@pytest.mark.parametrize("language", [name for name in languages() if name != "en"])
def test_a_translation_leaves_nothing_in_english(language: str) -> None:
    """A sentence that was copied and forgotten would show on every page."""
    english = texts("en")
    same = {key: text for key, text in texts(language).items() if english[key] == text}
    sentences = [
        key for key, text in same.items() if len(re.findall(r"[A-Za-z]{2,}", bare(text))) > 1
    ]
    assert sentences == []


def bare(text: str) -> str:
    """A text without its places and marks."""
    return re.sub(r"\{\w+\}|<[^>]*>", "", text)


@pytest.mark.parametrize("file", ["fr", "fr-CA"])
def test_french_keeps_its_signs_at_their_words(file: str) -> None:
    """ "Où avez-vous mal" at the end of a line and "?" alone on the next looks broken."""
    wrong = re.compile(r" [:;?!»%]|« |\w[:»](?!\w)|\d (?:h|min)\b|'")
    typed = ("dates.when",)  # what staff write, with either apostrophe
    assert {k: t for k, t in texts(file).items() if k not in typed and wrong.search(bare(t))} == {}


def test_a_misspelled_key_stops_the_build() -> None:
    """An empty button would go unnoticed."""
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    for name in ("share_links.headin", "share_link.heading"):
        with pytest.raises(UndefinedError):
            environment.from_string(f"{{{{ words.{name} }}}}").render(words=ENGLISH)


@pytest.mark.parametrize("whole_day", [True, False])
@pytest.mark.parametrize("hour", [6, 7, 19])
def test_visitors_read_the_end_that_staff_read(hour: int, whole_day: bool) -> None:
    """Midnight in Denver is named by the day before."""
    span = Period(ends=datetime(2026, 12, 31, hour, tzinfo=UTC), whole_day=whole_day)
    assert ENGLISH.end(span, DENVER) == end_in_words(span, DENVER)
    assert ENGLISH.end(Period(), ZoneInfo("UTC")) == ""


def test_every_language_says_days_and_times_with_its_own_words(tmp_path: Path) -> None:
    """Spanish, as somebody would add it tomorrow: sentences alone, the rest is CLDR's."""
    values = yaml.safe_load((FOLDER / "en.yaml").read_text(encoding="utf-8"))
    values["dates"]["end"] = "{date}, a las {time}"
    (tmp_path / "es.yaml").write_text(yaml.safe_dump(values), encoding="utf-8")
    (tmp_path / "en.yaml").write_bytes((FOLDER / "en.yaml").read_bytes())
    spanish = load(tmp_path, "es-ES")
    span = Period(ends=datetime(2027, 1, 1, 1, tzinfo=UTC), whole_day=False)
    assert spanish.end(span, DENVER) == "jueves, 31 de diciembre de 2026, a las 18:00"
    assert [spanish.time(time(12)), spanish.time(time(18, 5))] == ["12:00", "18:05"]


def test_what_is_missing_or_unknown_is_told_with_its_line(tmp_path: Path) -> None:
    """All at once: a translator works through the list."""
    text = POLISH.replace("  heading: Udostępnij\n", "  headin: Udostępnij\n  hi: Cześć\n")
    assert (
        refused(tmp_path, text.replace("    few: i jeszcze {count} oferty\n", ""))
        == """\
theme/words/pl.yaml:2, share, headin
  Found   the key "headin"
  Needed  one of heading, network, see or others
  To fix  did you mean "heading"? Write "heading: ..."

theme/words/pl.yaml:3, share, hi
  Found   the key "hi"
  Needed  one of heading, network, see or others
  To fix  move what it says into a text, then delete the line

theme/words/pl.yaml:6, share, others, few
  Needed  a line for few
  To fix  add a line "few: ..." below "others:", with 4 spaces in front"""
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"{network}: udostępnij"', "Udostępnij", """\
theme/words/pl.yaml:3, share, network
  Found   "Udostępnij"
  Needed  {network}, as in "Share on {network}"
  To fix  write {network} where it belongs"""),
        ("{network}: udostępnij", "{network} {numer}", """\
theme/words/pl.yaml:3, share, network
  Found   "{network} {numer}"
  Needed  in braces only {network}, as in "Share on {network}"
  To fix  leave {numer} out"""),
        ("heading: Udostępnij", "heading: Hej {numer}", """\
theme/words/pl.yaml:2, share, heading
  Found   "Hej {numer}"
  Needed  words without braces, as in "Share this page"
  To fix  leave {numer} out"""),
        ("<link>Wszystkie</link>", "Wszystkie", """\
theme/words/pl.yaml:4, share, see
  Found   "Wszystkie"
  Needed  <link> and </link>, as in "See <link>all</link>"
  To fix  put these marks, once each, around the same words"""),
        ("<link>Wszystkie</link>", "</link>Wszystkie<link>", """\
theme/words/pl.yaml:4, share, see
  Found   "</link>Wszystkie<link>"
  Needed  <link> and </link>, as in "See <link>all</link>"
  To fix  put these marks, once each, around the same words"""),
        ("heading: Udostępnij", "heading: <b>Udostępnij</b>", """\
theme/words/pl.yaml:2, share, heading
  Found   "<b>Udostępnij</b>"
  Needed  words without marks, as in "Share this page"
  To fix  leave <b> and </b> out"""),
        ("few: i jeszcze {count} oferty", "few: i jeszcze {ile} oferty", """\
theme/words/pl.yaml:7, share, others, few
  Found   "i jeszcze {ile} oferty"
  Needed  in braces only {count}, as in "and {count} more"
  To fix  leave {ile} out"""),
        ("  heading: Udostępnij", "  heading: ", """\
theme/words/pl.yaml:2, share, heading
  Found   nothing
  Needed  a text for heading
  To fix  write it after the colon"""),
    ],
)  # fmt: skip
def test_a_text_that_does_not_fit_is_told(tmp_path: Path, old: str, new: str, message: str) -> None:
    """The message says what the English has, so that nobody must look it up."""
    assert POLISH.count(old) == 1
    assert refused(tmp_path, POLISH.replace(old, new)) == message


def test_a_reference_without_groups_is_told(tmp_path: Path) -> None:
    """Whoever adds a word at the margin reads where it belongs."""
    assert (
        refused(tmp_path, POLISH, f"{REFERENCE}  many:\n    one: 1\nhello: Hello\n")
        == """\
theme/words/en.yaml:9, share, many
  Found   several lines
  Needed  one text, or one for each plural form
  To fix  write the text after "many:", or below it "one: ..." and "other: ..."

theme/words/en.yaml:11, hello
  Found   "Hello"
  Needed  lines below it, with keys of their own
  To fix  write "hello:" alone, and its words below it, with 2 spaces in front"""
    )


def test_a_language_of_other_letters_has_room(tmp_path: Path) -> None:
    """A letter of Hebrew or Russian has two bytes, one of Hindi or Japanese three."""
    english = (FOLDER / "en.yaml").read_text(encoding="utf-8")
    longer = re.sub(r"(?m)^#.*$", f"# {'ש' * 200}", english)
    assert len(longer.encode()) > 20_000
    (tmp_path / "en.yaml").write_text(english, encoding="utf-8")
    (tmp_path / "he.yaml").write_text(longer.replace("    one:", "    two: {count}\n    one:"))
    with pytest.raises(ContentError) as caught:
        load(tmp_path, "he")
    assert "bytes" not in str(caught.value)
