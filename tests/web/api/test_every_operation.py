"""Every operation: described, closed to visitors, nothing there for strangers, words for bad input."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver

from luoshi.api import API

#: operation -> what a request needs to be understood
BODIES = {
    "add_commitment": {"start": 0, "end": 5},
    "publish_register": {},
    "edit_commitment": {"revision": 1, "changes": {"leader": "张副市长"}},
    "decide_commitment": {"decision": "withdraw", "reason": "合并"},
    "split_commitment": {"revision": 1, "cuts": [5]},
    "merge_commitments": {"commitments": [{"id": 1, "revision": 1}, {"id": 2, "revision": 1}]},
    "confirm_mapping": {"fields": {"abc": ["quote", "leader"]}},
    "preview_again": {},
    "apply_ledger": {},
    "edit_commitments": {"edits": [{"id": 1, "revision": 1, "changes": {"leader": "张副市长"}}]},
}
#: operations that ask about no thing of somebody's
OF_NOBODY = {
    "list_files", "list_documents", "list_commitments", "list_bodies", "list_places", "list_ledgers",
    "receive_file", "receive_ledger", "export_commitments", "search",
}  # fmt: skip
UPLOADS = {"receive_file", "receive_ledger"}
#: operations about a ledger: whoever does not keep the register knows nothing of it
OF_KEEPERS = {"get_ledger", "list_ledger_rows", "confirm_mapping", "preview_again", "apply_ledger", "dismiss_ledger"}


def schema() -> dict:
    return json.loads(json.dumps(API.get_openapi_schema(path_prefix=""), default=str))


def operations() -> Iterator[tuple[str, str, dict]]:
    for path, methods in schema()["paths"].items():
        for method, operation in methods.items():
            yield method, path, operation


OPERATIONS = {operation["operationId"]: (method, path) for method, path, operation in operations()}


@pytest.fixture
def ask(document, proposals, version, ledger):
    """Ask an operation about what is there."""
    values = {
        "file_id": document.source_id,
        "document_id": document.pk,
        "commitment_id": proposals[0].pk,
        "version_id": version.pk,
        "old_id": version.pk,
        "new_id": version.pk,
        "ledger_id": ledger.pk,
    }

    def ask_(program, name):
        method, path = OPERATIONS[name]
        path = re.sub(r"{(?:int:)?(\w+)}", lambda match: str(values[match[1]]), path)
        if name in UPLOADS:
            return program.post(
                path, data={"file": SimpleUploadedFile("a.txt", "县水利局年底前建成泵站3座。".encode())}
            )
        if name == "search":
            return program.get(path, q="书房")
        body = json.loads(json.dumps(BODIES.get(name))) if name in BODIES else None
        for number, one in enumerate((body or {}).get("commitments", []) + (body or {}).get("edits", [])):
            one["id"] = proposals[number].pk
        return program.ask(method, path, body)

    return ask_


@pytest.mark.parametrize(
    ("method", "path", "operation"), list(operations()), ids=lambda v: v if isinstance(v, str) else ""
)
def test_every_operation_says_what_it_does_and_answers(method, path, operation):
    assert re.fullmatch(r"[a-z_]+", operation["operationId"])
    assert operation["summary"]
    assert operation["security"] == [{"TokenKey": []}, {"SessionKey": []}]
    good = [answer for status, answer in operation["responses"].items() if str(status).startswith("2")]
    assert all("content" in answer or operation["operationId"] == "remove_file" for answer in good)
    assert "application/problem+json" in operation["responses"]["404"]["content"]


def test_names_of_operations_are_given_once_and_cover_every_address():
    names = [operation["operationId"] for _, _, operation in operations()]
    assert len(names) == len(set(names))
    mounted = next(p for p in get_resolver().url_patterns if getattr(p, "namespace", "") == "api")
    paths = {str(p.pattern) for p in mounted.url_patterns} - {"", "openapi.json", "docs"}
    described = {re.sub(r"{(?:int:)?(\w+)}", r"<int:\1>", path).removeprefix("/") for path in schema()["paths"]}
    assert paths == described


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_a_visitor_is_asked_for_a_token(ask, program, name):
    answer = ask(program(), name)
    assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
    assert answer.json()["code"] == "no-token"
    assert answer["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("name", sorted(set(OPERATIONS) - OF_NOBODY))
@pytest.mark.parametrize("role", ["south", "nobody"])
def test_for_a_stranger_nothing_is_there(ask, program, name, role):
    answer = ask(program(role), name)
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


@pytest.mark.parametrize("name", sorted(name for name in OF_NOBODY if name.startswith("list") and "places" not in name))
def test_the_lists_of_a_stranger_are_empty(ask, program, name):
    answer = ask(program("nobody"), name)
    assert (answer.status_code, answer.json()) == (200, {"items": [], "next": None})


@pytest.mark.parametrize("name", sorted(set(OPERATIONS) - {"retry_file", "remove_file", "publish_register"}))
def test_the_right_person_is_answered(ask, program, name):
    answer = ask(program("delivery"), name)
    assert answer.status_code in {200, 201}, answer.content.decode()


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_a_misspelled_name_in_the_address_is_refused_and_not_passed_over(program, name):
    method, path = OPERATIONS[name]
    answer = program("delivery").ask(method, re.sub(r"{[^}]+}", "1", path), query_params={"stat": "all"})
    assert (answer.status_code, answer.json()["where"]) == (422, "stat")


@pytest.mark.parametrize("name", sorted(BODIES))
def test_what_cannot_be_read_is_said_in_words(program, ask, name):
    method, path = OPERATIONS[name]
    path = re.sub(r"{[^}]+}", "1", path)
    wrong = program("delivery").ask(method, path, {"nonsense": 1})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "bad-input")
    assert re.search(r"[一-鿿]", wrong.json()["detail"])
    assert wrong.json()["where"]
    broken = program("delivery").ask(method, path, "{")
    assert (broken.status_code, broken.json()["code"]) == (400, "unreadable")


@pytest.mark.parametrize("name", sorted(set(OPERATIONS) - UPLOADS))
def test_looking_changes_nothing_and_changing_needs_a_right(ask, program, name, world):
    """A person who sees the place but holds no post there may look and is refused everything else."""
    from luoshi.bodies.models import Post
    from luoshi.documents.models import Source

    Post.objects.filter(person=world.persons["leader"]).update(kind="evaluator", body=world.culture)
    answer = ask(program("leader"), name)
    method, _ = OPERATIONS[name]
    expected = 404 if name in OF_KEEPERS else 200 if method == "get" else 403
    assert answer.status_code == expected, answer.content.decode()
    assert Source.objects.count() == 1
