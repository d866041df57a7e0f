"""Claims: every row of the research, with its rewording; what hedges or denies claims nothing."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.checks.claims import claims, vocabulary
from plugins.checks.claims.table import CONDITION, ROWS, TESTIMONIAL, TITLE, Index
from plugins.checks.claims.table import Row as TableRow
from plugins.checks.sentences import sentences
from plugins.core.model.site import Site
from plugins.core.problems import Problem
from plugins.core.reading.front_matter import parse
from plugins.core.schema.stated_facts import StatedFacts
from tests.checks.statements import CLAIMS, TRUE, Statement
from tests.sites import PRACTICE, model

HEAD = "---\ntitle: A\nsummary: B.\nask_a_doctor: Fever\n---\n"
STATED = StatedFacts("303-555-0142", ("+13035550142",), "US", licensed=True)
FTC = "FTC Health Products Compliance Guidance, 2022"
COMPARISON = "FTC Act, section 5"
REVIEWED = "or add <!-- reviewed: why --> after the sentence"
# Sentence, what is found, why, source, what to do.
Row = tuple[str, str, str, str, str]
ERRORS: list[Row] = [
    ("It cures pain.", "cures", "nobody can promise a cure", FTC, 'write "may help ease" instead'),
    (
        "Massage heals sciatica.",
        "heals sciatica",
        "nobody can promise to heal a condition",
        FTC,
        'write "may help ease" instead',
    ),
    (
        "We guarantee results.",
        "guarantee",
        "nobody can guarantee results",
        FTC,
        'write "many clients find" instead',
    ),
    (
        "A detox for body and mind.",
        "detox",
        "massage does not remove toxins",
        FTC,
        "leave it out, or say that people may relax",
    ),
    (
        "It washes out toxins.",
        "toxins",
        "massage does not remove toxins",
        FTC,
        "leave it out, or say that people may relax",
    ),
    (
        "It flushes lactic acid out.",
        "lactic acid",
        "massage does not remove toxins",
        FTC,
        "leave it out, or say that people may relax",
    ),
    (
        "It works miracles.",
        "miracles",
        "a miracle is more than hands can promise",
        FTC,
        "say what the hands do",
    ),
    (
        "We diagnose the cause.",
        "diagnose the",
        "a diagnosis is a doctor's",
        FTC,
        'write "ask about, feel for, look at" instead',
    ),
    (
        "Find permanent relief here.",
        "permanent relief",
        "nobody can promise that it lasts",
        FTC,
        'write "may ease for a while" instead',
    ),
    (
        "There are no side effects.",
        "no side effects",
        "whatever has an effect can have side effects",
        FTC,
        'write "you may feel sore for a day" instead',
    ),
    (
        "It is 100% safe.",
        "100% safe",
        "nothing is safe for everyone",
        FTC,
        "say who should ask a doctor first",
    ),
    (
        "Clinically proven to work.",
        "Clinically proven",
        "a proof needs its source",
        FTC,
        'write "many clients find" instead',
    ),
    (
        "It is scientifically proven.",
        "scientifically proven",
        "a proof needs its source",
        FTC,
        'write "many clients find" instead',
    ),
    (
        "It treats sciatica, migraines and insomnia.",
        "treats sciatica",
        "to treat a condition is a doctor's work",
        FTC,
        'write "people come to us with" instead',
    ),
    (
        "It boosts the immune system.",
        "boosts the immune system",
        "effects on the body need evidence",
        FTC,
        'write "may help ease" instead',
    ),
    (
        "Choose massage instead of surgery.",
        "instead of surgery",
        "massage does not replace medical care",
        FTC,
        'write "beside the care of your doctor" instead',
    ),
    (
        "It has a success rate of 90%.",
        "success rate",
        "a rate of success needs its source",
        FTC,
        "leave it out",
    ),
    (
        "It replaces medication.",
        "replaces medication",
        "massage does not replace medical care",
        FTC,
        'write "beside the care of your doctor" instead',
    ),
    (
        "An FDA approved method.",
        "FDA approved",
        "a recommendation needs its source",
        "16 CFR 255, 2023",
        "leave it out",
    ),
]
WARNINGS: list[Row] = [
    (
        "It relieves colic.",
        "relieves colic",
        "effects on the body need evidence",
        FTC,
        'write "may help ease" instead',
    ),
    (
        "Our patients like it.",
        "patients",
        "this is the word of a clinic",
        "",
        'write "client" instead',
    ),
    (
        "The best massage in town.",
        "best massage",
        "nobody can check the comparison",
        COMPARISON,
        "say what is special about how you work",
    ),
    (
        "We are #1 in town.",
        "#1 in town",
        "nobody can check the comparison",
        COMPARISON,
        "say what is special about how you work",
    ),
    (
        "> My shoulder is pain-free since then.",
        "pain-free",
        "what a client says is a claim of yours too",
        "16 CFR 255, 2023",
        "leave it out, or quote how the session felt",
    ),
    (
        "Our licensed therapists listen.",
        "licensed",
        "practice.yaml has no license that bears the title out",
        COMPARISON,
        "leave it out, or write the license into practice.yaml",
    ),
]
# Sentences that hedge, deny or warn, or that use such a word for something else.
HARMLESS = [
    "It may help ease pain.",
    "Massage cannot cure sciatica.",
    "No massage cures anything.",
    "We make no guarantee.",
    "Massage does not remove toxins.",
    "It does not flush lactic acid.",
    "Only a doctor can diagnose it.",
    "We do not diagnose.",
    "Massage never replaces medication.",
    "It is not a treatment for sciatica.",
    "People come to us with sciatica.",
    "Many clients find that low back pain eases.",
    "Please be patient.",
    "The best time to call is the morning.",
    "Leading questions are avoided.",
    "Secure parking behind the house.",
    "A manicure is next door.",
    "We treat you with respect.",
    "The pedicured feet of obscure poets.",
    "> The hour is gone too soon, and nothing hurt.",
    "The pain is gone in some, and stays in others.",
]


def looked(site: Site) -> list[Problem]:
    stated, every = site.practice.stated_facts, (one.parsed for one in site.everything)
    return [one for each in every for one in claims(stated, each, list(sentences(each)))]


def found(folder: Path, body: str, head: str = HEAD, practice: str = "") -> list[Problem]:
    site = model(
        folder, {"practice.yaml": PRACTICE + practice, "modalities/a.md": f"{head}{body}\n"}
    )
    return looked(site)


@pytest.mark.parametrize("row", ERRORS, ids=lambda row: row[0])
def test_a_claim_is_refused_with_its_source_and_another_wording(tmp_path: Path, row: Row) -> None:
    """What a practice may not say costs it a letter from a lawyer."""
    sentence, words, why, source, instead = row
    (problem,) = found(tmp_path, sentence)
    assert (problem.level, problem.line, problem.found, problem.needed, problem.fix) == (
        "error",
        6,
        f'"{words}" in "{sentence}"',
        f"other words: {why} ({source})",
        f"{instead}, {REVIEWED}",
    )


@pytest.mark.parametrize("row", WARNINGS, ids=lambda row: row[0])
def test_a_doubtful_wording_is_worth_a_look(tmp_path: Path, row: Row) -> None:
    """The writer decides, knowing why."""
    sentence, words, why, source, instead = row
    (problem,) = found(tmp_path, sentence)
    assert (problem.level, problem.line, problem.found, problem.needed, problem.fix) == (
        "warning",
        6,
        f'"{words}" in "{sentence.removeprefix("> ")}"',
        f"other words: {why}" + f" ({source})" * bool(source),
        instead,
    )


def test_every_row_of_the_table_has_its_example() -> None:
    """A row without an example is one that nobody has seen at work."""
    said = [*(row for row, *_ in (*ERRORS, *WARNINGS)), *(words for _, words in CLAIMS)]
    classes = [vocabulary("en").tagged(words).classes for words in said]
    assert [row.why for row in ROWS if not any(map(row.words.search, classes))] == []


@pytest.mark.parametrize("sentence", HARMLESS)
def test_a_sentence_that_claims_nothing_is_left_alone(tmp_path: Path, sentence: str) -> None:
    """A check that cries wolf is switched off."""
    assert found(tmp_path, sentence) == []


def test_a_claim_in_a_field_is_found_with_its_line(tmp_path: Path) -> None:
    """Titles, summaries, questions: whatever visitors read."""
    head = "---\ntitle: A\nsummary: B.\nask_a_doctor: C\nquestions:\n  - question: Why?\n"
    (problem,) = found(tmp_path, "", f"{head}    answer: Because it cures pain.\n---\n")
    assert (problem.line, problem.field, problem.fix) == (
        7,
        "questions",
        'write "may help ease" instead, or add "# reviewed: why" on a line of its own above this '
        "one",
    )


def levels(folder: Path, statement: Statement) -> set[str]:
    """How serious the problems in a sentence are, in the field where it stands."""
    field, sentence = statement
    fields = {"title": "A", "summary": "B.", "ask_a_doctor": "Fever", "questions": []}
    text = sentence if not field else ""
    value = [{"question": "Why?", "answer": sentence}] if field == "questions" else sentence
    head = json.dumps(fields | ({field: value} if field else {}))
    path = folder / "content/modalities/a.md"
    parsed = parse(f"---\n{head}\n---\n{text}\n", path)
    return {one.level for one in claims(STATED, parsed, list(sentences(parsed)))}


def test_true_statements_are_published(tmp_path: Path) -> None:
    """At most one in twenty is refused: who finds good sentences refused writes no better ones."""
    refused = [one for one in TRUE if "error" in levels(tmp_path, one)]
    assert len(refused) <= len(TRUE) / 20, refused


def test_claims_are_found(tmp_path: Path) -> None:
    """At most one in twenty is missed: each one that is published can cost a fine."""
    missed = [one for one in CLAIMS if not levels(tmp_path, one)]
    assert len(missed) <= len(CLAIMS) / 20, missed


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- evidence: Smith 2020 -->",
        "<!-- evidence: Smith et al. 2020. A Journal, 12(3). https://example.com/a -->",
        "<!--evidence: Smith\n2020 -->",
        "<!-- reviewed: our lawyer wrote it -->",
        "<!--reviewed: a joke of\nthe house-->",
    ],
)
def test_a_sentence_with_evidence_or_a_review_is_left_alone(tmp_path: Path, comment: str) -> None:
    """Who can prove it, or has good reason, may say it."""
    assert found(tmp_path, f"It is clinically proven. {comment}") == []
    assert found(tmp_path, f"It is clinically proven {comment}.") == []
    assert found(tmp_path, f"It is clinically proven.\n{comment}") == []


@pytest.mark.parametrize(
    "fields",
    [
        "# reviewed: the name of our book\nsummary: It cures pain.",
        "summary: It cures pain.  # reviewed: the name of our book",
        "# reviewed: the name of our book\nsummary: >-\n  We rest. It\n  cures pain.",
        "summary: B.\ntechniques:\n  # reviewed: as the school calls it\n  - It cures pain.",
        "summary: B.\nquestions:\n  - question: Why?\n    # reviewed: a quotation\n"
        "    answer: It cures pain.",
    ],
)
def test_a_field_below_a_remark_is_left_alone(tmp_path: Path, fields: str) -> None:
    """Remarks of YAML are not published, as comments are in the text."""
    assert found(tmp_path, "", f"---\ntitle: A\n{fields}\nask_a_doctor: C\n---\n") == []
    without = re.sub(r" *# reviewed:[^\n]*", "", fields)
    head = f"---\ntitle: A\n{without}\nask_a_doctor: C\n---\n"
    assert [one.level for one in found(tmp_path, "", head)] == ["error"]


@pytest.mark.parametrize(
    ("fields", "body", "fix"),
    [
        ("summary: B.", "It cures. <!-- reviewed -->",
         "write why it may stay: <!-- reviewed: why --> after the sentence"),
        ("summary: B.", "It cures. <!-- reviewed: -->",
         "write why it may stay: <!-- reviewed: why --> after the sentence"),
        ("# reviewed:\nsummary: It cures.", "",
         'write why it may stay: "# reviewed: why" on a line of its own above this one'),
    ],
)  # fmt: skip
def test_a_review_needs_its_reason(tmp_path: Path, fields: str, body: str, fix: str) -> None:
    """Somebody else will ask, next year."""
    head = f"---\ntitle: A\n{fields}\nask_a_doctor: C\n---\n"
    (problem,) = found(tmp_path, body, head)
    assert problem.fix == f'write "may help ease" instead, or {fix}'


def test_what_looks_like_a_remark_inside_a_text_excepts_nothing(tmp_path: Path) -> None:
    """It would stand on the page for everyone to read."""
    for summary in ('"It cures. # reviewed: x"', ">-\n  It cures.\n  # reviewed: x"):
        head = f"---\ntitle: A\nsummary: {summary}\nask_a_doctor: C\n---\n"
        assert [one.field for one in found(tmp_path, "", head)] == ["summary"]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("It cures pain. We rest. <!-- evidence: Smith 2020 -->", 6),
        ("<!-- evidence: Smith 2020 --> It cures pain.", 6),
        ("We rest. <!-- evidence: Smith 2020 --> It cures pain.", 6),
        ("We rest. <!-- evidence: Smith\n2020 --> Really.\n\nIt cures pain.", 9),
        ("It cures pain.\n\n<!-- evidence: Smith 2020 -->", 6),
        ("It cures pain. <!-- evidence: -->", 6),
        ("It cures pain. <!-- see Smith 2020 -->", 6),
        ("It cures pain. We rest. <!-- reviewed: a name -->", 6),
        ("- not for everyone\n- It cures pain.", 7),
        ("## We do not\nIt cures pain.", 7),
    ],
)
def test_evidence_and_hedges_reach_one_sentence(tmp_path: Path, body: str, line: int) -> None:
    """One comment must not open the door for a page of promises."""
    assert [one.line for one in found(tmp_path, body)] == [line]


def test_a_field_has_no_comments(tmp_path: Path) -> None:
    """There it would stand on the page for everyone to read."""
    head = "---\ntitle: 'It cures. <!-- evidence: x -->'\nsummary: B.\nask_a_doctor: C\n---\n"
    assert [one.field for one in found(tmp_path, "", head)] == ["title"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It ends *all* **back pain**.", ["ends all back pain"]),
        ("It ends [back pain](https://example.org/).", ["ends back pain"]),
        ("It *cures* [pain][p].\n\n[p]: https://example.org/", ["cures"]),
        ("[Read more](https://example.org/a-cure), or [look](https://example.org/guaranteed).", []),
    ],
)
def test_marks_hide_no_claim_and_an_address_is_none(
    tmp_path: Path, text: str, told: list[str]
) -> None:
    """Visitors read the words of a link, not where it leads."""
    assert [one.found.split('"')[1] for one in found(tmp_path, text)] == told


def test_a_comment_is_no_text(tmp_path: Path) -> None:
    """Notes between writers are not published, so they claim nothing."""
    assert found(tmp_path, "Rest. <!-- It cures pain.\n\nWe guarantee it. --> Rest.") == []


def test_a_license_on_file_bears_a_title_out(tmp_path: Path) -> None:
    """Then the sentence is a fact."""
    sentence = "Our licensed therapists listen."
    assert found(tmp_path, sentence, practice="licences: Trade License 00001\n") == []


@pytest.mark.parametrize("care", ["Ask your doctor.", "See a physician.", "Call a nurse."])
def test_a_condition_needs_a_hedge_or_a_doctor(tmp_path: Path, care: str) -> None:
    """A page that names a condition and nothing else sounds like a promise, once a page."""
    head = "---\ntitle: A\nsummary: B.\n---\n"
    sentence = "We work on sciatica. We work on migraines."
    assert [(one.level, one.line, one.found) for one in found(tmp_path, sentence, head)] == [
        ("warning", 5, '"sciatica" in "We work on sciatica."')
    ]
    assert found(tmp_path, f"{sentence} {care}", head) == []
    assert found(tmp_path, sentence, HEAD) == []
    assert found(tmp_path, "Sciatica may ease.", head) == []


def test_what_is_left_out_for_now_is_looked_at_too(tmp_path: Path) -> None:
    """News of next month would stop the build of that day."""
    note = "---\ntitle: A\nsummary: It cures pain.\ndate: 2030-06-01\n---\n"
    site = model(tmp_path, {"practice.yaml": PRACTICE, "news/a.md": note})
    assert [(one.level, one.line) for one in looked(site)] == [("error", 3)]


@given(st.data(), st.sampled_from([*ROWS, TITLE, TESTIMONIAL, CONDITION]))
def test_what_a_row_finds_is_not_left_out_before(data: st.DataObject, row: TableRow) -> None:
    """Sentences without certain classes are not searched: a claim in one would be published."""
    classes = data.draw(st.from_regex(row.words))
    assert Index([row]).possible(classes) == [row]


@pytest.mark.parametrize("row", [*ROWS, TITLE, TESTIMONIAL, CONDITION], ids=lambda row: row.why)
def test_no_row_is_searched_in_every_sentence(row: TableRow) -> None:
    """A condition that is always met would make every build slower."""
    assert all(way and all(way) for way in row.ways)


@pytest.mark.parametrize("lists", ["english", "french", "spanish"])
def test_a_word_stands_in_one_class(lists: str) -> None:
    """Otherwise the order of the lists decides what a sentence means."""
    known = import_module(f"plugins.checks.claims.{lists}")
    words = [*known.FRAME.items(), *known.WORDS.items(), *known.VERBS.items()]
    seen: dict[str, list[str]] = {}
    for name, listed in [*words, ("plain", known.PLAIN)]:
        for entry in listed.split(","):
            seen.setdefault(" ".join(entry.split()), []).append(name)
    assert {entry: names for entry, names in seen.items() if len(names) > 1} == {}


@pytest.mark.parametrize(
    "sentence",
    ["It \u017fhrinks tumors.", "REVERSES SCOL\u0130OSIS", "It cures Gro\u00dfmann's pain."],
)
def test_letters_that_change_their_length_hide_no_claim(tmp_path: Path, sentence: str) -> None:
    """The words are told as they stand in the text."""
    (problem,) = found(tmp_path, sentence)
    assert problem.found.split('"')[1] in sentence


def test_a_sentence_without_a_word_of_claims_is_not_looked_at() -> None:
    """To look at every word of every sentence took as long as to make the HTML of the text."""
    known = vocabulary("en")
    assert not known.may_claim("We knead slowly, and you rest.")
    assert known.may_claim("The miracle's name.")
    assert not known.may_claim("We work on sciatica.")
    assert known.may_claim("We work on sciatica.", careless=True)
