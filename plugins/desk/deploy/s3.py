"""S3: a bucket, at Amazon or anywhere else that speaks its language.

Reads   TO: s3://bucket or s3://bucket/folder; ENDPOINT, an address, for all but Amazon; the
        credentials from AWS_... in the environment, and nowhere else
Gives   Bucket, a Place: objects with their type and with what browsers may keep. An object is
        never half there. What has the same MD5 is not sent again, unless somebody else put it
Stops   ContentError with what the bucket says
Source  obstore (object_store): one package, 15 MB installed, where boto3 is six of twice that;
        no checksums in trailers, which other makers' servers do not read
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from obstore.exceptions import BaseError
from obstore.store import S3Store

from plugins.core.model.fingerprints import caching
from plugins.core.model.media_types import media_type
from plugins.core.problems import ContentError, Problem
from plugins.core.system.threads import together
from plugins.desk.deploy.plan import RECORD, Record, There
from plugins.desk.deploy.record import read
from plugins.desk.deploy.target import listing

AT_ONCE = 8
PATIENCE = 60  # seconds in which a bucket may fail and is asked again
KEYS = "keys that may list, read, write and delete there"
OTHERWISE = (
    "a bucket that answers, and " + KEYS,
    "check TO, ENDPOINT, AWS_REGION and the keys; run the command again, what is there is whole",
)
FIXES = {
    "NoSuchBucket": ("a bucket that exists", "create it, or correct TO"),
    "SignatureDoesNotMatch": (KEYS, "copy AWS_SECRET_ACCESS_KEY anew; check AWS_REGION"),
    "InvalidAccessKeyId": (KEYS, "copy AWS_ACCESS_KEY_ID anew"),
    "AccessDenied": (KEYS, "give these keys ListBucket, GetObject, PutObject and DeleteObject"),
}
PRIVATE = "_"  # how files begin, at the root, that are notes about the host


class Bucket:
    """A bucket, or a folder in one."""

    def __init__(
        self, output: Path, to: str, environment: Mapping[str, str], endpoint: str = ""
    ) -> None:
        bucket, _, folder = to.removeprefix("s3://").strip("/").partition("/")
        self.output, self.to = output, to
        self.store = S3Store(
            bucket,
            prefix=folder or None,
            config=config(endpoint, environment),  # type: ignore[arg-type]
            client_options={
                "allow_http": endpoint.startswith("http://"),
                "timeout": "60s",
                "connect_timeout": "10s",
            },
            retry_config={"max_retries": 4, "retry_timeout": timedelta(seconds=PATIENCE)},
        )

    def here(self) -> list[str]:
        return [name for name in listing(self.output) if not name.startswith(PRIVATE)]

    def look(self) -> There:
        with self.told():
            listed = [one for page in self.store.list() for one in page]
            tags = {one["path"]: (one["e_tag"] or "").strip('"') for one in listed}
            record = self.record() if RECORD in tags else {}
        there = set(tags) - {RECORD}
        here = self.here()
        same = {name for name in here if name in record and tags.get(name) == self.md5(name)}
        return There(
            names=frozenset(there),
            new=frozenset(here) - there,
            changed=frozenset(here) & there - same,
            record=record,
        )

    def record(self) -> Record:
        return read(bytes(self.store.get(RECORD).bytes()).decode("utf-8", "replace"))

    def put(self, names: Sequence[str]) -> None:

        def send(name: str) -> None:
            self.send(name, (self.output / name).read_bytes())

        with self.told():
            together(send, names, AT_ONCE)

    def send(self, name: str, content: bytes) -> None:
        attributes = {"Content-Type": media_type(name), "Cache-Control": caching(name)}
        self.store.put(name, content, attributes=attributes, use_multipart=False)

    def note(self, text: str) -> None:
        with self.told():
            self.send(RECORD, text.encode())

    def remove(self, names: Sequence[str]) -> None:
        with self.told():
            self.store.delete(list(names))

    def finish(self) -> None:
        """Nothing is left to do."""

    def md5(self, name: str) -> str:
        content = (self.output / name).read_bytes()
        return hashlib.md5(content, usedforsecurity=False).hexdigest()

    @contextmanager
    def told(self) -> Iterator[None]:
        """Say what the bucket refuses. Raises ContentError."""
        try:
            yield
        except (BaseError, OSError) as error:
            raise ContentError([refused(self.to, str(error))]) from None


def config(endpoint: str, environment: Mapping[str, str]) -> dict[str, str]:
    """What the store is told; what stays unsaid it takes from the environment by itself."""
    region = environment.get("AWS_REGION") or environment.get("AWS_DEFAULT_REGION") or "us-east-1"
    return {"region": region} | ({"endpoint": endpoint.rstrip("/")} if endpoint else {})


def refused(to: str, said: str) -> Problem:
    """What went wrong, in the bucket's words; nothing else of its answer, which repeats names
    of keys."""
    words = re.search(r"<Message>(.*?)</Message>", said, re.DOTALL)
    code = re.search(r"<Code>(\w+)</Code>", said)
    if words or code:
        found = f"the bucket refused: {(words or code)[1]}"  # type: ignore[index]
    else:
        found = f"no answer from the bucket: {said.partition(chr(10))[0].rpartition(' - ')[2]}"
    needed, fix = FIXES.get(code[1] if code else "", OTHERWISE)
    return Problem(f"TO={to}", found=found, needed=needed, fix=fix)
