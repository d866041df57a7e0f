"""Authorities: which rule forbids a claim, in the country of the practice.

Gives   authority(): a rule with its date; where nobody has looked one up, that most countries
        have one
Source  the rules themselves, as of November 2026; a reading of them, not legal advice
Except  the rule of one country is never cited in another
"""

from __future__ import annotations

# Duties: effect on the body or on a condition; a result that is promised; scope, what only
# doctors may do; title; safety; care, instead of which nobody should come; proof; endorsement;
# comparison. "" stands for all that a country does not name. Advice on wording needs no rule.
GENERAL = "a rule in most countries"
AUTHORITIES = {
    "US": {
        "": "FTC Health Products Compliance Guidance, 2022",
        "endorsement": "16 CFR 255, 2023",
        "comparison": "FTC Act, section 5",
        "title": "FTC Act, section 5",
    },
    "CA": {
        "": "Competition Act, s. 74.01, Competition Bureau, 2024",
        "scope": "Food and Drugs Act, s. 3 and Schedule A.1, 2019",
    },
    "GB": {
        "": "CAP Code 12.1, ASA, 2010",
        "result": "CAP Code 3.1, ASA, 2010",
        "scope": "CAP Code 12.2, ASA, 2010",
        "care": "CAP Code 12.2, ASA, 2010",
        "proof": "CAP Code 3.7, ASA, 2010",
        "endorsement": "CAP Code 3.45, ASA, 2010",
        "comparison": "CAP Code 3.33, ASA, 2010",
    },
    "FR": {
        "": "Code de la consommation, L121-2 to L121-4, DGCCRF, 2016",
        "scope": "Code de la sant\u00e9 publique, L4161-1",
        "title": "Code de la sant\u00e9 publique, L4161-1",
    },
    "ES": {
        "": "Real Decreto 1907/1996, art. 4",
        "comparison": "Ley 3/1991 de Competencia Desleal, art. 10",
        "endorsement": "Real Decreto 1907/1996, art. 4",
        "title": "Ley 44/2003, art. 4",
    },
    "DE": {
        "": "HWG \u00a7 3, 2022",
        "scope": "HWG \u00a7 12, 2022",
        "endorsement": "HWG \u00a7 11, 2022",
        "comparison": "UWG \u00a7 5, 2022",
    },
}
# States that have rules of their own for massage, where the practice is in one.
TEXAS = dict.fromkeys(("result", "scope", "title"), "Texas 16 TAC 117.93")
COLORADO = dict.fromkeys(("scope", "title"), "Colorado CRS 12-235-104")
STATES = {
    ("US", "TX"): TEXAS,
    ("US", "Texas"): TEXAS,
    ("US", "CO"): COLORADO,
    ("US", "Colorado"): COLORADO,
}


def authority(country: str, region: str, duty: str) -> str:
    """The rule for a duty, with its date."""
    if duty == "wording":
        return ""
    rules = AUTHORITIES.get(country, {})
    state = STATES.get((country, region.title() if len(region) > 2 else region.upper()), {})
    return state.get(duty) or rules.get(duty) or rules.get("") or GENERAL
