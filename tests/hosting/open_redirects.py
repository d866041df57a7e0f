"""Open redirects: forms of addresses that make careless servers send a visitor to another site.

Gives   FORMS; leaves(): whether an answer leads a browser away
Source  OWASP, unvalidated redirects; CWE-601; reports about servers that clean a path for the file
        and not for the redirect; WHATWG URL: "\\" counts as "/", tabs and line ends as nothing
"""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from tests.hosting.http_client import Answer

# "contact" is a page of every site, "about-us" an address that moved.
FORMS = (
    "//evil.example",
    "//evil.example/",
    "///evil.example/contact",
    "//evil.example/../contact",
    "//evil.example/%2e%2e/contact",
    "//evil.example/..%2fcontact",
    "//evil.example%2f..%2fcontact",
    "//evil.example%2f..%2fabout-us",
    "/%2fevil.example",
    "/%2fevil.example/..%2fcontact",
    "/%2fevil.example%2f..%2fcontact",
    "/%2fevil.example%2f%2e%2e%2fcontact",
    "/%2fevil.example%2f..%2fabout-us",
    "/%2f%2fevil.example%2f..%2f..%2fcontact",
    "/%252fevil.example%252f..%252fcontact",
    "/.%2f%2fevil.example%2f..%2fcontact",
    "/./%2fevil.example/../contact",
    "/\\evil.example/..%2fcontact",
    "/\\evil.example\\..\\contact",
    "/%5cevil.example",
    "/%5cevil.example%2f..%2fcontact",
    "/%5c%5cevil.example%5c..%5ccontact",
    "/%09/evil.example%2f..%2fcontact",
    "/%0a/evil.example%2f..%2fcontact",
    "/%0d%0aLocation:%20https://evil.example/",
    "/contact%0d%0aLocation:%20https://evil.example/",
    "/contact/..%2f%2fevil.example",
    "/contact//evil.example/..",
    "/https://evil.example/..%2f..%2f..%2fcontact",
    "/@evil.example/..%2fcontact",
    "/;@evil.example/..%2fcontact",
    "/contact?//evil.example",
    "/about-us?https://evil.example/",
)


def leaves(address: str, answer: Answer) -> bool:
    """Whether a browser that asked for this address would go to another host."""
    location = answer.headers.get("location", "")
    seen = re.sub(r"[\t\r\n]", "", location).strip().replace("\\", "/")
    return urlsplit(urljoin(address, seen)).netloc != urlsplit(address).netloc
