"""Law: what countries ask of prices, offers, testimonials and gift certificates, as data.

Gives   rule(): the rule of the practice's country, or of its state, on a subject; None where nobody
        has looked it up; cited(): how a message names it; KNOWN: the countries that somebody did
        look up
Units   since: the year from which the rule is in force as it is cited here
Why     the rule of one country is never cited in another: a country without one gets the general
        checks, and a note in `make check`
Source  read: where the text of a rule was read in November 2026; a rule without one is cited from
        memory. A reading, not legal advice. What is claimed of a treatment is in
        plugins.checks.claims
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# A former price is one that was charged; what is called limited is; who speaks for the practice is
# real and says whether they were paid; how long a gift certificate is good for, as a rule.
Subject = Literal["former_price", "limited", "testimonial", "gift"]
NEVER = 0  # years: it may not expire at all


@dataclass(frozen=True)
class Rule:
    """source: where it stands; years: how long a gift certificate is good for; read: the page that
    was looked up, "" for none."""

    source: str
    since: int
    years: int | None = None
    read: str = ""


CODE = "Code de la consommation"
LCD = "Ley 3/1991 de Competencia Desleal"
BLACK_LIST = "boehmanwaltskanzlei.de, Schwarze Liste"
UK = "the Digital Markets, Competition and Consumers Act 2024"
LAWS: dict[str, dict[Subject, Rule]] = {
    "US": {
        "former_price": Rule("16 CFR 233.1", 1967),
        "limited": Rule("16 CFR 233.5", 1967),
        "testimonial": Rule("16 CFR 255 and 465", 2024),
        "gift": Rule("15 U.S.C. 1693l-1", 2010, 5, "faq.sll.texas.gov/questions/9632"),
    },
    "CA": {
        "former_price": Rule("the Competition Act, s. 74.01(3)", 1999),
        "limited": Rule("the Competition Act, s. 74.01(1)", 1999),
        "testimonial": Rule("the Competition Act, s. 74.02", 1999),
    },
    "GB": {
        "former_price": Rule(f"{UK}, section 226", 2025),
        "limited": Rule(f"{UK}, Schedule 20", 2025),
        "testimonial": Rule(f"{UK}, Schedule 20, paragraph 13", 2025),
    },
    "FR": {
        "former_price": Rule(f"{CODE}, L112-1-1", 2022, read="app.livv.eu, LEGIARTI000044549583"),
        "limited": Rule(
            f"{CODE}, L121-4, 7\u00b0", 2022, read="french-business-law.com, article L121-4"
        ),
        "testimonial": Rule(f"{CODE}, L121-4, 27\u00b0", 2022, read="mdc-avocat.fr/?p=12411"),
    },
    "ES": {
        "former_price": Rule(f"{LCD}, art. 5", 2022),
        "limited": Rule(f"{LCD}, art. 5", 2022),
        "testimonial": Rule(f"{LCD}, art. 27", 2022, read="supercontable.com, Art. 27 Ley 3/1991"),
    },
    "DE": {
        "former_price": Rule("UWG \u00a7 5", 2022),
        "limited": Rule("UWG, Anhang Nr. 7", 2022, read=BLACK_LIST),
        "testimonial": Rule("UWG, Anhang Nr. 23b and 23c", 2022, read=BLACK_LIST),
        "gift": Rule(
            "BGB \u00a7 307, OLG M\u00fcnchen 29 U 3193/07",
            *(2008, 3),
            "urteile.news, OLG M\u00fcnchen 29 U 3193/07",
        ),
    },
    "IE": {"gift": Rule("the Consumer Protection (Gift Vouchers) Act 2019", 2019, 5)},
    "AU": {"gift": Rule("section 99B of the Australian Consumer Law", 2019, 3)},
}
# Of states and provinces, before the rule of their country. Colorado (C.R.S. 6-1-722, read at
# casetext.com) rules fees and amounts of up to five dollars, Texas (Business and Commerce Code 604,
# read at faq.sll.texas.gov) what must be disclosed; neither how long a certificate is good for.
STATES: dict[tuple[str, str], dict[Subject, Rule]] = {
    ("CA", "BC"): {"gift": Rule("the Business Practices and Consumer Protection Act", 2008, NEVER)},
    ("CA", "ON"): {"gift": Rule("Ontario Regulation 17/05", 2007, NEVER)},
    ("CA", "QC"): {"gift": Rule("the Consumer Protection Act, s. 187.3", 2010, NEVER)},
}
KNOWN = frozenset({"US", "CA", "GB", "FR", "ES", "DE"})


def rule(subject: Subject, country: str, region: str | None = None) -> Rule | None:
    state = STATES.get((country, (region or "").upper()), {})
    return state.get(subject) or LAWS.get(country, {}).get(subject)


def cited(subject: Subject, country: str, region: str | None = None) -> str:
    """` (16 CFR 233.1)`, behind what is needed; "" where there is no rule."""
    known = rule(subject, country, region)
    return f" ({known.source})" if known else ""
