"""S3: a bucket at Amazon, or at any host with the same API.

Reads   TO: s3://bucket or s3://bucket/folder; ENDPOINT, an address, for all but Amazon; the
        credentials from AWS_... in the environment only
Gives   Bucket, a Target: objects with their media type and cache headers, each whole or not there.
        A file with the same MD5 is not sent again, unless somebody else put it there
Stops   ContentError with the bucket's message
Source  obstore (object_store): one package, 15 MB installed, where boto3 is six of twice that;
        no checksums in trailers, which servers of other makers cannot read
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from itertools import chain
from pathlib import Path

from obstore.exceptions import BaseError
from obstore.store import S3Store

from plugins.core.model.fingerprints import cache_control
from plugins.core.model.media_types import media_type
from plugins.core.problems import ContentError, Problem
from plugins.core.system.threads import thread_map
from plugins.desk.deploy.plan import NOBODY, RECORD, HostState
from plugins.desk.deploy.target import DAMAGED, LARGEST, public_files, read_record

AT_ONCE = 8
PATIENCE = 60  # seconds of retries while a bucket fails
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

    def local_files(self) -> list[str]:
        return public_files(self.output)

    def state(self) -> HostState:
        with self.report_errors():
            objects = {meta["path"]: meta for meta in chain.from_iterable(self.store.list())}
        tags = {name: (meta["e_tag"] or "").strip('"') for name, meta in objects.items()}
        if RECORD in tags and objects[RECORD]["size"] > LARGEST:
            raise ContentError([DAMAGED])
        record, owner = read_record(self.read(RECORD)) if RECORD in tags else ({}, NOBODY)
        there, local = set(tags) - {RECORD}, self.local_files()
        same = {name for name in local if name in record and tags.get(name) == self.md5(name)}
        return HostState(
            names=frozenset(there),
            new=frozenset(local) - there,
            changed=frozenset(local) & there - same,
            record=record,
            owner=owner,
        )

    def read(self, name: str) -> bytes:
        with self.report_errors():
            return bytes(self.store.get(name).bytes())

    def put(self, names: Sequence[str]) -> None:

        def send(name: str) -> None:
            self.send(name, (self.output / name).read_bytes())

        with self.report_errors():
            thread_map(send, names, AT_ONCE)

    def send(self, name: str, content: bytes) -> None:
        attributes = {"Content-Type": media_type(name), "Cache-Control": cache_control(name)}
        self.store.put(name, content, attributes=attributes, use_multipart=False)

    def write(self, name: str, text: str) -> None:
        with self.report_errors():
            self.send(name, text.encode())

    def remove(self, names: Sequence[str]) -> None:
        with self.report_errors():
            self.store.delete(list(names))

    def finish(self) -> None:
        """Nothing to do."""

    def md5(self, name: str) -> str:
        content = (self.output / name).read_bytes()
        return hashlib.md5(content, usedforsecurity=False).hexdigest()

    @contextmanager
    def report_errors(self) -> Iterator[None]:
        """Raises ContentError for an error of the bucket."""
        try:
            yield
        except (BaseError, OSError) as error:
            raise ContentError([rejection(self.to, str(error))]) from None


def config(endpoint: str, environment: Mapping[str, str]) -> dict[str, str]:
    """The options of the store; it reads the others from the environment by itself."""
    region = environment.get("AWS_REGION") or environment.get("AWS_DEFAULT_REGION") or "us-east-1"
    return {"region": region} | ({"endpoint": endpoint.rstrip("/")} if endpoint else {})


def rejection(to: str, answer: str) -> Problem:
    """The problem, with the bucket's message; the rest of its answer repeats names of keys."""
    message = re.search(r"<Message>(.*?)</Message>", answer, re.DOTALL)
    code = re.search(r"<Code>(\w+)</Code>", answer)
    if message or code:
        found = f"the bucket refused: {(message or code)[1]}"  # type: ignore[index]
    else:
        found = f"no answer from the bucket: {answer.partition(chr(10))[0].rpartition(' - ')[2]}"
    needed, fix = FIXES.get(code[1] if code else "", OTHERWISE)
    return Problem(f"TO={to}", found=found, needed=needed, fix=fix)
