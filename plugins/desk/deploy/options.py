"""Options: what make deploy shall do, checked before the build.

Reads   HOST, SITEURL, TO, ENDPOINT, PROJECT, GRACE, RELOAD, DRY, TAKE_OVER, YES and the hosts' own
        credentials, all from the environment
Gives   Options
Stops   ContentError with everything that is missing, and where to get it; it repeats no value
        that may contain a password
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from plugins.build.settings import host, site_url
from plugins.core.markdown.urls import LOOPBACK
from plugins.core.model.hosts import HOSTS, Host
from plugins.core.problems import ContentError, Problem, listed, quoted
from plugins.desk.console import wants
from plugins.desk.deploy.plan import GRACE

BUCKET = re.compile(r"s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[A-Za-z0-9._/-]*)?")
# How machines at Amazon, and those that it trusts, get keys without anybody's typing.
AUTOMATIC_KEYS = (
    *("AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"),
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
)
# What a host needs, and where to get it.
NEEDED: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "s3": {
        "AWS_ACCESS_KEY_ID": ("an access key for the bucket", "ask whoever keeps the bucket"),
        "AWS_SECRET_ACCESS_KEY": ("the secret of that key", "ask whoever keeps the bucket"),
    },
    "netlify": {
        "NETLIFY_AUTH_TOKEN": (
            "a token of yours",
            "make one at Netlify under User settings, Applications, Personal access tokens",
        ),
        "NETLIFY_SITE_ID": (
            "the site at Netlify",
            "copy the Project ID at Netlify under Project configuration, General",
        ),
    },
    "cloudflare": {
        "CLOUDFLARE_API_TOKEN": (
            "a token that may edit Cloudflare Pages",
            "make one at Cloudflare under My Profile, API Tokens",
        ),
        "CLOUDFLARE_ACCOUNT_ID": (
            "the account at Cloudflare",
            "copy the Account ID at Cloudflare under Workers & Pages",
        ),
        "PROJECT": (
            "the name of the project at Cloudflare Pages",
            "copy it at Cloudflare under Workers & Pages",
        ),
    },
}
PROJECT = re.compile(r"[a-z0-9][a-z0-9-]*")
HIDDEN = "something else (not repeated here)"
FOLDER = 'add TO="me@www.example.com:/var/www/site", with your own names'


@dataclass(frozen=True)
class Options:
    """The options of an upload.

    dry     only report what would change
    take_over  replace what is not ours, after asking; agreed: without asking
    reload  a command to run after the upload
    grace   how long files stay that no page uses any more
    """

    host: Host
    url: str
    to: str = ""
    endpoint: str = ""
    project: str = ""
    reload: str = ""
    dry: bool = False
    take_over: bool = False
    agreed: bool = False
    grace: timedelta = GRACE


def read_options(environment: Mapping[str, str]) -> Options:
    """Raises ContentError."""
    values = {name: environment.get(name, "").strip() for name in [*NAMES, *environment]}
    problems = list(find_problems(values))
    if problems:
        raise ContentError(problems)
    return Options(
        host=HOSTS[values["HOST"]],
        url=values["SITEURL"].rstrip("/"),
        to=values["TO"],
        endpoint=values["ENDPOINT"],
        project=values["PROJECT"],
        reload=values["RELOAD"],
        dry=wants(values, "DRY"),
        take_over=wants(values, "TAKE_OVER"),
        agreed=wants(values, "YES"),
        grace=timedelta(days=int(values["GRACE"])) if values["GRACE"] else GRACE,
    )


NAMES = ("HOST", "SITEURL", "TO", "ENDPOINT", "PROJECT", "RELOAD", "GRACE")


def find_problems(values: Mapping[str, str]) -> Iterator[Problem]:
    """Everything that is missing or invalid."""
    yield from problems_of(lambda: site_url({"SITEURL": values["SITEURL"], "PREVIEW": False}))
    if values["GRACE"] and not re.fullmatch(r"[0-9]{1,4}", values["GRACE"]):
        yield Problem("GRACE", 0, "", quoted(values["GRACE"]), "a number of days", "write GRACE=7")
    if not values["HOST"]:
        names = listed(sorted(HOSTS))
        yield Problem("HOST", 0, "", "nothing", f"one of {names}", "add HOST=, like HOST=rsync")
        return
    yield from problems_of(lambda: host(values))
    if values["HOST"] == "rsync":
        yield from folder_problems(values["TO"])
    if values["HOST"] == "github":
        yield from branch_problems(values["TO"])
    if values["HOST"] == "cloudflare":
        yield from project_problems(values["PROJECT"])
    if values["HOST"] == "s3":
        yield from bucket_problems(values["TO"], values["ENDPOINT"])
    if values["HOST"] == "s3" and any(values.get(name) for name in AUTOMATIC_KEYS):
        return
    for name, (what, where) in NEEDED.get(values["HOST"], {}).items():
        if not values.get(name):
            yield Problem(name, 0, "", "nothing in the environment", what, instruction(name, where))


def instruction(name: str, where: str) -> str:
    typed = f"add {name}=" if name == "PROJECT" else f"type: export {name}="
    return f"{where}; then {typed}, and what you got"


def folder_problems(to: str) -> Iterator[Problem]:
    needed = "the folder that the web server shows"
    if not to:
        yield Problem("TO", 0, "", "nothing", needed, FOLDER)
    elif is_option(to) or re.search(r"//[^/]*:[^/]*@", to):
        yield Problem("TO", 0, "", HIDDEN, needed, FOLDER)


def branch_problems(to: str) -> Iterator[Problem]:
    if is_option(to):
        fix = "add TO=git@github.com:me/site.git, with your own names"
        yield Problem("TO", 0, "", HIDDEN, "the address of a repository", fix)


def project_problems(name: str) -> Iterator[Problem]:
    if name and not PROJECT.fullmatch(name):
        needed = "the name of the project at Cloudflare Pages: small letters, digits, dashes"
        fix = "copy it at Cloudflare under Workers & Pages"
        yield Problem("PROJECT", 0, "", quoted(name), needed, fix)


def is_option(word: str) -> bool:
    """Whether a program takes it for one."""
    return word.startswith("-")


def bucket_problems(to: str, endpoint: str) -> Iterator[Problem]:
    if not BUCKET.fullmatch(to):
        found = quoted(to) if to and "@" not in to else "nothing"
        found = HIDDEN if "@" in to or is_option(to) else found
        needed = "a bucket, or a folder in one, as s3://bucket or s3://bucket/folder"
        yield Problem("TO", 0, "", found, needed, "add TO=s3://, and the name of the bucket")
    parts = urlsplit(endpoint)
    local = parts.scheme == "http" and parts.hostname in LOOPBACK
    if endpoint and ("@" in endpoint or not (parts.scheme == "https" or local)):
        found = quoted(endpoint) if "@" not in endpoint else HIDDEN
        needed = "the address at which the bucket's maker answers, with https"
        yield Problem("ENDPOINT", 0, "", found, needed, "leave it away for Amazon's own S3")


def problems_of(check: Callable[[], object]) -> Iterator[Problem]:
    """The problems in the ContentError of a check."""
    try:
        check()
    except ContentError as error:
        yield from error.problems
