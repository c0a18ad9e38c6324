"""The API as a whole: what it is called, who is let in, which parts it has.

A part is a module with a ``router``; it says nothing itself of tokens, errors or pages
of a list. Those of one version of the API stand under ``/api/v1/``.
"""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI, Swagger
from ninja.openapi.schema import OpenAPISchema
from ninja.renderers import JSONRenderer

from luoshi import __version__
from luoshi.api import bodies, changes, documents, files, ledgers, search, versions
from luoshi.api.keys import SessionKey, TokenKey
from luoshi.api.known_names import refuse_unknown_names
from luoshi.api.problems import TYPE, answer_with_problems

DESCRIPTION = """\
Read files, review what was found in them, publish and compare registers, exchange them as Excel.

Send `Authorization: Bearer <token>`; a token is issued on the page of your account and has exactly your rights.
What you may not see is answered with 404, what you may see but not do with 403.
Lists come in pages: ask again with `after` = `next` until `next` is null.
Errors are problem documents (RFC 9457, `application/problem+json`);
`detail` is Chinese or English by `Accept-Language`.
Every call may be repeated: what is done already is left alone.
"""


class DescribedAPI(NinjaAPI):
    """An API whose description says that problems come as problem documents."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """The description; ninja itself knows one type of answer only."""
        schema = super().get_openapi_schema(**options)
        for methods in schema["paths"].values():
            for operation in methods.values():
                for status, answer in operation["responses"].items():
                    if int(status) >= 400:
                        answer["content"] = {TYPE: answer["content"].pop("application/json")}
        return schema


class ReadableRenderer(JSONRenderer):
    """Chinese stays Chinese, for whoever looks at an answer."""

    json_dumps_params = {**JSONRenderer.json_dumps_params, "ensure_ascii": False}


API = DescribedAPI(
    title="luoshi",
    version=__version__,
    description=DESCRIPTION,
    urls_namespace="api",
    renderer=ReadableRenderer(),
    auth=[TokenKey(), SessionKey()],
    # no badge that asks another host whether the description is valid
    docs=Swagger(settings={"validatorUrl": None, "tryItOutEnabled": False}),
)
answer_with_problems(API)
refuse_unknown_names(API)
API.add_router("/files", files.router, tags=["files"])
API.add_router("", documents.router, tags=["documents"])
API.add_router("", versions.router, tags=["versions"])
API.add_router("/commitments", changes.router, tags=["commitments"])
API.add_router("", ledgers.router, tags=["ledgers"])
API.add_router("", search.router, tags=["search"])
API.add_router("", bodies.router, tags=["bodies and places"])
