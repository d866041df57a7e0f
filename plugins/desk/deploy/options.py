"""Asking: what make deploy was asked to do, checked before anything is built.

Reads   HOST, SITEURL, TO, ENDPOINT, PROJECT, GRACE, RELOAD, DRY and the hosts' own credentials,
        all from the environment
Gives   Wish
Stops   ContentError with everything that is missing, and where to get it; no value is repeated
        that may hold a password
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from plugins.build.host import host
from plugins.build.settings import site_url
from plugins.core.markdown.urls import LOOPBACK
from plugins.core.model.hosts import HOSTS, Host
from plugins.core.problems import ContentError, Problem, listed, quoted
from plugins.desk.deploy.plan import GRACE

BUCKET = re.compile(r"s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[A-Za-z0-9._/-]*)?")
# How keys reach a machine of Amazon's own, or one that it trusts, without anybody's typing.
LENT = (
    *("AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"),
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
)
# What a host must be told, and where that is to be had.
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
FOLDER = 'add TO="me@www.example.com:/var/www/site", with your own names'


@dataclass(frozen=True)
class Wish:
    """What to do.

    dry     only say what would change
    reload  a command to run after the upload
    grace   how long files that no page names any more are kept
    """

    host: Host
    url: str
    to: str = ""
    endpoint: str = ""
    project: str = ""
    reload: str = ""
    dry: bool = False
    grace: timedelta = GRACE


def asked(environment: Mapping[str, str]) -> Wish:
    said = {name: environment.get(name, "").strip() for name in [*NAMES, *environment]}
    problems = list(wrong(said))
    if problems:
        raise ContentError(problems)
    return Wish(
        host=HOSTS[said["HOST"]],
        url=said["SITEURL"].rstrip("/"),
        to=said["TO"],
        endpoint=said["ENDPOINT"],
        project=said["PROJECT"],
        reload=said["RELOAD"],
        dry=said["DRY"] not in ("", "0"),
        grace=timedelta(days=int(said["GRACE"])) if said["GRACE"] else GRACE,
    )


NAMES = ("HOST", "SITEURL", "TO", "ENDPOINT", "PROJECT", "RELOAD", "DRY", "GRACE")


def wrong(said: Mapping[str, str]) -> Iterator[Problem]:
    """Everything that stands in the way."""
    yield from refused(lambda: site_url({"SITEURL": said["SITEURL"], "PREVIEW": False}))
    if said["GRACE"] and not re.fullmatch(r"[0-9]{1,4}", said["GRACE"]):
        yield Problem("GRACE", 0, "", quoted(said["GRACE"]), "a number of days", "write GRACE=7")
    if not said["HOST"]:
        names = listed(sorted(HOSTS))
        yield Problem("HOST", 0, "", "nothing", f"one of {names}", "add HOST=, like HOST=rsync")
        return
    yield from refused(lambda: host(said))
    if said["HOST"] == "rsync":
        yield from wrong_folder(said["TO"])
    if said["HOST"] == "s3":
        yield from wrong_bucket(said["TO"], said["ENDPOINT"])
    if said["HOST"] == "s3" and any(said.get(name) for name in LENT):
        return
    for name, (what, where) in NEEDED.get(said["HOST"], {}).items():
        if not said.get(name):
            yield Problem(name, 0, "", "nothing in the environment", what, get(name, where))


def get(name: str, where: str) -> str:
    typed = f"add {name}=" if name == "PROJECT" else f"type: export {name}="
    return f"{where}; then {typed}, and what you got"


def wrong_folder(to: str) -> Iterator[Problem]:
    needed = "the folder that the web server shows"
    if not to:
        yield Problem("TO", 0, "", "nothing", needed, FOLDER)
    elif to.startswith("-") or re.search(r"//[^/]*:[^/]*@", to):
        yield Problem("TO", 0, "", "something else (not repeated here)", needed, FOLDER)


def wrong_bucket(to: str, endpoint: str) -> Iterator[Problem]:
    if not BUCKET.fullmatch(to):
        found = quoted(to) if to and "@" not in to else "nothing"
        found = "something else (not repeated here)" if "@" in to else found
        needed = "a bucket, or a folder in one, as s3://bucket or s3://bucket/folder"
        yield Problem("TO", 0, "", found, needed, "add TO=s3://, and the name of the bucket")
    parts = urlsplit(endpoint)
    open_ = parts.scheme == "http" and parts.hostname in LOOPBACK
    if endpoint and ("@" in endpoint or not (parts.scheme == "https" or open_)):
        found = quoted(endpoint) if "@" not in endpoint else "something else (not repeated here)"
        needed = "the address at which the bucket's maker answers, with https"
        yield Problem("ENDPOINT", 0, "", found, needed, "leave it away for Amazon's own S3")


def refused(check: object) -> Iterator[Problem]:
    """The problems that a check raises."""
    try:
        check()  # type: ignore[operator]
    except ContentError as error:
        yield from error.problems
