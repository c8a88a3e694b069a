"""Apps as a question writes them, asked as a client would, with no port opened."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
from fastapi import FastAPI


def ask(app: FastAPI, address: str, method: str = "GET", **body: Any) -> Any:
    """Return what `app` answers to a request of `address`, '/items/3?q=a'; a crash is a 500."""

    async def request() -> Any:
        inside = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=inside, base_url="http://app") as client:
            return await client.request(method, address, **body)

    return asyncio.run(request())
