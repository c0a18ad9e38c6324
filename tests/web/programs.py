"""Programs that ask the API."""

from __future__ import annotations

from typing import Any

from django.test import Client


class Program:
    """Asks under /api/v1 with a token, or without one; sends and gets JSON."""

    def __init__(self, secret: str | None, language: str = "zh-hans") -> None:
        self.client = Client(enforce_csrf_checks=True, raise_request_exception=True)
        self.headers = {"Accept-Language": language} | ({"Authorization": f"Bearer {secret}"} if secret else {})

    def ask(self, method: str, path: str, body: Any = None, **more: Any) -> Any:
        if body is not None:
            more |= {"data": body, "content_type": "application/json"}
        return getattr(self.client, method)(f"/api/v1{path}", headers=self.headers, **more)

    def get(self, path: str, **query: Any) -> Any:
        return self.ask("get", path, query_params=query)

    def post(self, path: str, body: Any = None, **more: Any) -> Any:
        return self.ask("post", path, body, **more)

    def patch(self, path: str, body: Any) -> Any:
        return self.ask("patch", path, body)

    def delete(self, path: str) -> Any:
        return self.ask("delete", path)
