"""The command that serves the application to a browser on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from tui.cli.common import settings_of


def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option("--port", help="The port (default 8000).")] = 8000,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="The address (default 127.0.0.1).")
    ] = "127.0.0.1",
    to_network: Annotated[
        bool,
        typer.Option("--to-network", help="Let other machines reach it; there is no log-in."),
    ] = False,
) -> None:
    """Open the application in a browser on this machine."""
    from tui.serving import serve as serve_app

    serve_app(settings_of(context), host=host, port=port, to_network=to_network)
