"""The same application in a browser, on this machine.

Owns the server's address, who may reach it, and its page, which fetches nothing from elsewhere.
Runs one process of the program for each page that is open. Loads its library, an optional extra,
when it is asked to serve.
"""

from __future__ import annotations

import ipaddress
import os
import shlex
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import Refused, UsageFault
from tui.console import narrate

if TYPE_CHECKING:
    from textual_serve.server import Server

    from tui.settings import Settings

HOST, PORT = "127.0.0.1", 8000
EXTRA = 'In the folder of the program: pip install -c constraints.txt ".[serve]"'


def serve(settings: Settings, *, host: str = HOST, port: int = PORT, to_network: bool) -> None:
    """Serve the application until it is interrupted.

    Args:
        settings: Whose plan, and in whose name whoever opens the page acts.
        host: The address to listen on.
        port: The port.
        to_network: Others than this machine may reach it.

    Raises:
        UsageFault: The address or port is not one.
        Refused: It would be open to others, or cannot be opened.
    """
    must_be_allowed(host, to_network=to_network)
    must_be_free(host, port)
    server = make_server(host, port)
    # The processes that it starts find by these what the options before the command said.
    os.environ["TRACKER_DB"] = settings.database
    os.environ["TRACKER_ME"] = settings.me
    if settings.partnership:
        os.environ["TRACKER_PARTNERSHIP"] = settings.partnership
    narrate(f"Open {server.public_url} in a browser on this machine. Ctrl+C stops serving.")
    narrate(f"There is no log-in: whoever opens that page acts as {settings.me}.")
    if to_network:
        narrate("It is open to the network, and what goes over it can be read on the way.")
    server.serve()


def must_be_allowed(host: str, *, to_network: bool) -> None:
    """See that only this machine can reach an address, unless others may.

    Raises:
        UsageFault: It is no address.
        Refused: Others could reach it.
    """
    try:
        address = ipaddress.ip_address("127.0.0.1" if host == "localhost" else host)
    except ValueError:
        raise UsageFault(f"{host} is not an address.", "Write numbers, as 127.0.0.1.") from None
    if address.is_unspecified:
        raise UsageFault(
            f"{host} is not one address, but all of this machine, and there is no log-in.",
            "Give the one under which others are to reach it.",
        )
    if not address.is_loopback and not to_network:
        raise Refused(
            f"{host} can be reached from other machines, and there is no log-in.",
            "Leave --host out; or add --to-network if all on the network may change the plan.",
        )


def must_be_free(host: str, port: int) -> None:
    """See that a port can be listened on.

    Raises:
        UsageFault: It is no port.
        Refused: It is taken, or the address is not one of this machine.
    """
    if not 1 <= port <= 65535:
        raise UsageFault(f"{port} is not a port.", "Write a number from 1024 to 65535.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise Refused(
                f"{host} port {port} cannot be used: {error.strerror}.",
                "Choose another with --port.",
            ) from error


def make_server(host: str, port: int) -> Server:
    """Make the server.

    Raises:
        Refused: Its library is not installed.
    """
    try:
        from tui.web_server import OwnServer
    except ModuleNotFoundError as error:
        raise Refused("What serves a browser is not installed.", EXTRA) from error
    words = [sys.executable, "-m", "tui.main"]
    as_line = subprocess.list2cmdline if sys.platform == "win32" else shlex.join
    shown = f"[{host}]" if ":" in host else host
    return OwnServer(
        as_line(words),
        host=host,
        port=port,
        title="tracker",
        public_url=f"http://{shown}:{port}",
        templates_path=Path(__file__).with_name("webpage"),
    )
