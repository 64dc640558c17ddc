"""The application in a browser: to its own page only, and on this machine only."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from aiohttp import ClientSession, WSMsgType, WSServerHandshakeError

from tui.serving import must_be_free

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.commands import Commands

PATIENCE = 60.0
"""Seconds after which a server that does not answer is a failure."""
TRIALS = 5
"""Ports that are tried: another program may take one before the server has it."""


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


def _served_somewhere(database: Path) -> tuple[subprocess.Popen[bytes], int]:
    """Start a server and wait until it answers; where its port was taken meanwhile, on another."""
    words = ["--db", str(database), "--partnership", "Moray", "--me", "A. Tester", "serve"]
    for _ in range(TRIALS):
        port = free_port()
        server = subprocess.Popen(
            [sys.executable, "-m", "tui.main", *words, "--port", str(port)],
            stderr=subprocess.PIPE,
            env={**os.environ, "TRACKER_TODAY": "2022-01-31"},
        )
        end = time.monotonic() + PATIENCE
        while server.poll() is None and time.monotonic() < end:
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", port)) == 0:
                    return server, port
            time.sleep(0.05)
        server.kill()
        _, said = server.communicate()
        if b"--port" not in said:
            break
    pytest.fail(f"no server answers: {said.decode()}")


@contextmanager
def served(database: Path) -> Iterator[str]:
    """Serve a plan as `tracker serve` does, and return its address."""
    server, port = _served_somewhere(database)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.send_signal(signal.SIGINT)
        _, said = server.communicate(timeout=PATIENCE)
    assert b"There is no log-in: whoever opens that page acts as A. Tester." in said
    assert 0 == server.returncode


async def test_a_browser_gets_the_application_and_nobody_else_does(plan_file: Path) -> None:
    """The page fetches nothing from elsewhere; pages of other sites are turned away."""
    with served(plan_file) as url:
        async with ClientSession() as client:
            async with client.get(url) as answer:
                page = await answer.text()
                assert 200 == answer.status
            assert [url] == sorted({part[: len(url)] for part in page.split('"') if "http" in part})
            for headers in ({"Origin": "http://elsewhere.example"}, {"Host": "elsewhere.example"}):
                async with client.get(url, headers=headers) as answer:
                    assert 403 == answer.status
                with pytest.raises(WSServerHandshakeError):
                    await client.ws_connect(f"{url}/ws", headers=headers)
            async with client.ws_connect(f"{url}/ws?width=100&height=30") as browser:
                shown = b""
                while b"Moray" not in shown:
                    message = await browser.receive(timeout=PATIENCE)
                    assert message.type in {WSMsgType.BINARY, WSMsgType.TEXT}
                    data = message.data
                    shown += data if isinstance(data, bytes) else data.encode()


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--host", "::"), 2, "no log-in"),
        (("--host", "192.168.1.5"), 1, "--to-network"),
        (("--host", "everywhere"), 2, "not an address"),
        (("--port", "0"), 2, "not a port"),
    ],
)
def test_an_address_that_others_can_reach_is_refused(
    own_plan: Commands, words: tuple[str, ...], code: int, told: str
) -> None:
    """Without an explicit word the plan is open to this machine only."""
    ran = own_plan("serve", *words)
    assert code == ran.code
    assert told in ran.err


def test_a_port_that_is_taken_is_told(own_plan: Commands) -> None:
    """The message says which option to use."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ran = own_plan("serve", "--port", str(taken.getsockname()[1]))
    assert 1 == ran.code
    assert "--port" in ran.err


def test_another_address_of_this_machine_will_do() -> None:
    """The newer kind of address works as well, where there is one."""
    if socket.has_ipv6:
        must_be_free("::1", free_port())
