"""The web server: textual-serve's, open to its own page only.

A browser lets any page of any site open a socket to this machine. So the server asks each request
from which page it comes and under which name it was reached, and turns away all but its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web
from textual_serve.server import Server

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler


class OwnServer(Server):
    """Serves the application to its own page."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._turn_away)
        return app

    @web.middleware
    async def _turn_away(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        own = self.public_url.removeprefix("http://")
        origin = request.headers.get("Origin")
        if request.host != own or origin not in {None, self.public_url}:
            raise web.HTTPForbidden(text=f"Open {self.public_url} itself.\n")
        return await handler(request)

    def initialize_logging(self) -> None:
        """Leave the terminal to what is said once at the start."""

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing more than was said."""
