"""The share address of each network.

Gives   share_links(): a link for each network, every value percent-encoded
Units   X: 280, a link counts 23, what is not Latin, Greek, Cyrillic, Hebrew or Arabic counts 2;
        Bluesky: 300 characters, the link in the text
Source  official: Pinterest, X (twitter-text 3 for the counting), Threads, Bluesky;
        common use: Facebook, LinkedIn, WhatsApp;
        RFC 6068 (mailto:), sms:?&body= as it works on both kinds of phone
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from urllib.parse import quote

X_TEXT = 280 - 24
BLUESKY_TEXT = 300
# Of these characters X counts one for one.
X_SINGLE = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))


@dataclass(frozen=True)
class Shared:
    """What is shared; url and picture are absolute, picture is empty when there is none."""

    url: str
    title: str
    summary: str
    picture: str
    site: str

    @property
    def headline(self) -> str:
        return self.title if self.site in self.title else f"{self.title} | {self.site}"


@dataclass(frozen=True)
class ShareLink:
    """A link that shares: `network` as in practice.yaml, `name` as people say it, where the
    interface has no words of its own for it."""

    network: str
    name: str
    address: str


@lru_cache(maxsize=64)
def encoded(text: str) -> str:
    """Percent-encoded; the networks of a page get the same few texts."""
    return quote(text, safe="")


def query(base: str, **values: str) -> str:
    pairs = "&".join(f"{key}={encoded(value)}" for key, value in values.items() if value)
    return f"{base}?{pairs}"


def one(_character: str) -> int:
    return 1


def x_weight(character: str) -> int:
    return 1 if any(low <= ord(character) <= high for low, high in X_SINGLE) else 2


def shortened(text: str, limit: int, weight: Callable[[str], int] = one) -> str:
    """At most `limit` characters, each counted by its weight, cut between words."""
    ends = [0, *accumulate(weight(character) for character in text)]
    if ends[-1] <= limit:
        return text
    end = bisect(ends, limit - weight("…")) - 1
    kept = text[:end] if text[end] == " " else text[:end].rsplit(" ", 1)[0]
    return kept.rstrip(" ,.;:") + "…"


def pinterest(page: Shared) -> str:
    base = "https://www.pinterest.com/pin/create/button/"
    return query(base, url=page.url, media=page.picture, description=page.headline)


def x(page: Shared) -> str:
    text = shortened(page.headline, X_TEXT, x_weight)
    return query("https://x.com/intent/tweet", text=text, url=page.url)


def bluesky(page: Shared) -> str:
    text = shortened(page.headline, BLUESKY_TEXT - len(page.url) - 1)
    return query("https://bsky.app/intent/compose", text=f"{text} {page.url}")


def by_email(page: Shared) -> str:
    body = f"{page.summary}\n\n{page.url}" if page.summary else page.url
    return query("mailto:", subject=page.headline, body=body.replace("\n", "\r\n"))


NETWORKS: dict[str, Callable[[Shared], str]] = {
    "pinterest": pinterest,
    "email": by_email,
    "facebook": lambda page: query("https://www.facebook.com/sharer/sharer.php", u=page.url),
    "whatsapp": lambda page: query("https://wa.me/", text=f"{page.headline} {page.url}"),
    "sms": lambda page: "sms:?&body=" + encoded(f"{page.headline} {page.url}"),
    "x": x,
    "bluesky": bluesky,
    "threads": lambda page: query(
        "https://www.threads.com/intent/post", text=page.headline, url=page.url
    ),
    "linkedin": lambda page: query("https://www.linkedin.com/sharing/share-offsite/", url=page.url),
}
NAMES = {
    **{"facebook": "Facebook", "whatsapp": "WhatsApp", "x": "X", "bluesky": "Bluesky"},
    **{"threads": "Threads", "linkedin": "LinkedIn"},
}


def share_links(page: Shared, networks: Iterable[str]) -> list[ShareLink]:
    """A link for each network, in the order given."""
    return [
        ShareLink(network, NAMES.get(network, ""), NETWORKS[network](page)) for network in networks
    ]
