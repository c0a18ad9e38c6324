"""Each view parses, calls one action or query, and renders."""

from luoshi.desk.views.account import account, issue, revoke
from luoshi.desk.views.bodies import bodies, body
from luoshi.desk.views.documents import documents
from luoshi.desk.views.journal import entry, journal
from luoshi.desk.views.persons import change_person, end, person, persons

__all__ = [
    "account",
    "bodies",
    "body",
    "change_person",
    "documents",
    "end",
    "entry",
    "issue",
    "journal",
    "person",
    "persons",
    "revoke",
]
