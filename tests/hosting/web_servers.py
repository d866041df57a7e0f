"""Real web servers, started with the configuration that a build wrote.

Gives   SERVERS: by name, what serves a folder at a free port of 127.0.0.1 while the block runs
Needs   nginx, caddy and apache2 from the system's packages, see tests/tools.py
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from tests.node import NODE
from tests.tools import HOSTS
from tests.tools import SERVERS as NEEDED

PATIENCE = 60.0  # seconds until a server listens, or has ended

# One process, as whoever runs the tests; nothing outside the state folder.
NGINX = """\
daemon off;
master_process off;
pid {state}/nginx.pid;
error_log {state}/errors.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {state}/body;
    proxy_temp_path {state}/proxy;
    fastcgi_temp_path {state}/fastcgi;
    uwsgi_temp_path {state}/uwsgi;
    scgi_temp_path {state}/scgi;
    server {{
        {listen}
        root {folder};
        include {folder}/_nginx.conf;
    }}
}}
"""


LISTEN = "listen 127.0.0.1:{port};"
# What comes in plain words is sent on to the same port, encrypted.
ENCRYPTED = """listen 127.0.0.1:{port} ssl;
        ssl_certificate {state}/certificate.pem;
        ssl_certificate_key {state}/key.pem;
        error_page 497 =301 https://127.0.0.1:{port}$request_uri;"""
CADDY = """\
{{
    admin off
    auto_https off
}}
http://127.0.0.1:{port} {{
    bind 127.0.0.1
    root * {folder}
    import {folder}/_Caddyfile
}}
"""
# Without the system's own configuration.
APACHE = """\
ServerRoot {state}
PidFile {state}/apache.pid
ErrorLog {state}/errors.log
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
{modules}
TypesConfig {types}
<Directory />
    AllowOverride None
    Require all denied
</Directory>
DocumentRoot {folder}
<Directory {folder}>
    AllowOverride All
    Options +Indexes +FollowSymLinks
    Require all granted
</Directory>
"""
MODULES = Path("/usr/lib/apache2/modules")
LOADED = (
    "alias",
    "authz_core",
    "autoindex",
    "dir",
    "headers",
    "mime",
    "mpm_event",
    "rewrite",
    "setenvif",
)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])


@contextmanager
def running(command: Sequence[str], state: Path, port: int, **options: object) -> Iterator[str]:
    """A server that listens; its address. What it says stands in said.log."""
    NEEDED.ready()
    with (state / "said.log").open("wb") as log:
        process = subprocess.Popen(
            command, stdout=log, stderr=log, start_new_session=True, **options
        )  # type: ignore[call-overload]
    try:
        end = time.monotonic() + PATIENCE
        while not listens(port):
            said = (state / "said.log").read_text()
            assert process.poll() is None, said
            assert time.monotonic() < end, said
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(PATIENCE)


def listens(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def nginx(folder: Path, state: Path, listen: str = LISTEN) -> Iterator[str]:
    port = free_port()
    settings = state / "nginx.conf"
    listen = listen.format(state=state, port=port)
    settings.write_text(NGINX.format(state=state, folder=folder, listen=listen))
    with running(["nginx", "-p", str(state), "-c", str(settings)], state, port) as address:
        yield address


@contextmanager
def nginx_encrypted(folder: Path, state: Path) -> Iterator[str]:
    """nginx with a certificate of its own, in certificate.pem of the state folder."""
    NEEDED.ready()
    made = ["-keyout", "key.pem", "-out", "certificate.pem", "-days", "2", "-subj", "/CN=handbill"]
    names = ["-addext", "subjectAltName=IP:127.0.0.1"]
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command = ["openssl", "req", "-x509", *key, *made, *names]
    subprocess.run(command, cwd=state, check=True, capture_output=True)
    with nginx(folder, state, ENCRYPTED) as address:
        yield address.replace("http:", "https:")


@contextmanager
def caddy(folder: Path, state: Path) -> Iterator[str]:
    port = free_port()
    settings = state / "Caddyfile"
    settings.write_text(CADDY.format(folder=folder, port=port))
    command = ["caddy", "run", "--config", str(settings), "--adapter", "caddyfile"]
    with running(command, state, port, env=os.environ | {"HOME": str(state)}) as address:
        yield address


@contextmanager
def cloudflare(folder: Path, state: Path) -> Iterator[str]:
    """The emulator of Cloudflare Pages, with no request to anybody."""
    port, quiet = free_port(), {"CI": "1", "NO_COLOR": "1", "HOME": str(state)}
    quiet |= {"CLOUDFLARE_CF_FETCH_ENABLED": "false", "WRANGLER_SEND_METRICS": "false"}
    script = HOSTS.ready() / "wrangler/bin/wrangler.js"
    command = [NODE, str(script), "pages", "dev", str(folder), "--ip", "127.0.0.1"]
    command += ["--port", str(port), "--inspector-port", str(free_port())]
    command += ["--compatibility-date", "2026-05-01"]  # one that this version knows
    with running(command, state, port, cwd=state, env=os.environ | quiet) as address:
        yield address


@contextmanager
def apache(folder: Path, state: Path) -> Iterator[str]:
    port = free_port()
    settings, types = state / "apache.conf", state / "types"
    types.write_text("")
    if not MODULES.is_dir():
        pytest.skip(f"Apache's modules are not in {MODULES}.")
    modules = "\n".join(
        f"LoadModule {name}_module {MODULES}/mod_{name}.so"
        for name in LOADED
        if (MODULES / f"mod_{name}.so").is_file()
    )
    settings.write_text(
        APACHE.format(state=state, folder=folder, port=port, modules=modules, types=types)
    )
    command = ["apache2", "-X", "-f", str(settings)]
    with running(command, state, port) as address:
        yield address


SERVERS: dict[str, Callable[[Path, Path], AbstractContextManager[str]]] = {
    "nginx": nginx,
    "caddy": caddy,
    "apache": apache,
}
