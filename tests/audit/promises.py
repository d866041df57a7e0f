"""What every page promises, beside a page of plain text that was measured in the same run.

Gives   broken(): the promises that a page does not keep, in words
"""

from __future__ import annotations

from tests.audit.lighthouse import Marks

PAINT, PHOTOGRAPH = 1.2, 1.6


def broken(page: Marks, plain: Marks, *, listed: bool = True) -> list[str]:
    """What a page promises and does not keep.

    listed  search engines may list it; the SEO score of one that forbids them is never 100
    """
    largest = PHOTOGRAPH if page.photographs else PAINT
    said = [
        *(f"{name} {score:.0f}, not 100" for name, score in scores(page, listed) if score < 100),
        *slower("FCP", page.fcp, plain.fcp, PAINT),
        *slower("LCP", page.lcp, plain.lcp, largest),
    ]
    if page.performance < plain.performance:
        said.append(f"performance {page.performance:.0f}, plain text {plain.performance:.0f}")
    said += [f"TBT {page.tbt:.0f} ms, not 0"] if round(page.tbt) else []
    return said + ([f"CLS {page.cls:.4f}, not 0"] if page.cls else [])


def scores(page: Marks, listed: bool) -> list[tuple[str, float]]:
    always = [("accessibility", page.accessibility), ("best practices", page.best_practices)]
    return [*always, ("SEO", page.seo)] if listed else always


def slower(name: str, time: float, plain: float, limit: float) -> list[str]:
    ratio = time / plain
    return [f"{name} {ratio:.2f} times that of plain text, not {limit}"] if ratio > limit else []
