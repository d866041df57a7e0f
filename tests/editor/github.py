"""GitHub: as much of its API as the editor asks for, over a repository in memory.

Gives   GitHub: answers every request of a page to api.github.com; files as they are committed;
        token, the one that it accepts; asked, the addresses that were asked for
Source  docs.github.com: REST, and the GraphQL queries of Sveltia CMS
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

ADDRESS = "https://api.github.com"
CORS = {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*"}
BLOB = re.compile(r'(content_\d+): object\(oid: "(\w+)"\)')
HISTORY = re.compile(r"(commit_\d+): ")
WRITTEN = re.compile(r'(file_\d+): file\(path: "([^"]+)"\)')
AUTHOR = {"author": {"name": "Ada", "email": "", "user": None}}
DATE = "2030-05-15T18:00:00Z"


def sha(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


class GitHub:
    def __init__(self, repository: str, content: Path, token: str) -> None:
        self.repository, self.token, self.commits = repository, token, 1
        self.asked: list[str] = []
        self.files = {
            f"content/{path.relative_to(content).as_posix()}": path.read_bytes()
            for path in sorted(content.rglob("*"))
            if path.is_file()
        }

    @property
    def head(self) -> str:
        return f"{self.commits:040x}"

    def serve(self, page: Page) -> None:
        page.route(f"{ADDRESS}/**", self.answer)

    def answer(self, route: Route) -> None:
        request = route.request
        path = request.url.removeprefix(ADDRESS).partition("?")[0]
        self.asked.append(path)
        if request.headers.get("authorization", "").split(" ")[-1] != self.token:
            route.fulfill(status=401, json={"message": "Bad credentials"}, headers=CORS)
            return
        found = self.graphql(request.post_data or "") if path == "/graphql" else self.rest(path)
        route.fulfill(status=404 if found is None else 200, json=found, headers=CORS)

    def rest(self, path: str) -> Any:
        if path == "/user":
            return {"name": "Ada", "login": "ada", "email": "", "html_url": "", "avatar_url": ""}
        place = path.removeprefix(f"/repos/{self.repository}/")
        if place.startswith("collaborators/"):
            return {}
        if place.startswith("git/trees/"):
            tree = [
                {"type": "blob", "path": path, "sha": sha(text), "size": len(text)}
                for path, text in self.files.items()
            ]
            return {"tree": tree}
        return [{"sha": self.head}] if place == "commits" else None

    def graphql(self, data: str) -> Any:
        asked = json.loads(data)
        query = asked["query"]
        if "createCommitOnBranch" in query:
            return self.commit(query, asked["variables"]["input"])
        if "defaultBranchRef" in query:
            return {"data": {"repository": {"defaultBranchRef": {"name": "main"}}}}
        blobs = {sha(content): content for content in self.files.values()}
        found: dict[str, Any] = {
            alias: {"text": blobs[oid].decode(), "isTruncated": False}
            for alias, oid in BLOB.findall(query)
        }
        node = {"oid": self.head, "message": "", "committedDate": DATE, **AUTHOR}
        history = {"target": {"history": {"nodes": [node]}}}
        found |= dict.fromkeys(HISTORY.findall(query), history)
        return {"data": {"repository": found or {"ref": history}}}

    def commit(self, query: str, wish: dict[str, Any]) -> Any:
        if wish["expectedHeadOid"] != self.head:
            return {"data": None, "errors": [{"message": "Expected branch to point elsewhere"}]}
        for one in wish["fileChanges"]["additions"]:
            self.files[one["path"]] = base64.b64decode(one["contents"])
        self.commits += 1
        commit: dict[str, Any] = {"oid": self.head, "committedDate": DATE}
        commit |= {alias: {"oid": sha(self.files[path])} for alias, path in WRITTEN.findall(query)}
        return {"data": {"createCommitOnBranch": {"commit": commit}}}
