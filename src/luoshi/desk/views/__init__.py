"""Each view parses, calls one action or query, and renders."""

from luoshi.desk.views.account import account, issue, revoke
from luoshi.desk.views.bodies import bodies, body, complete_body
from luoshi.desk.views.documents import documents
from luoshi.desk.views.journal import entry, journal
from luoshi.desk.views.persons import change_person, end, person, persons
from luoshi.desk.views.proposals import proposal, proposals
from luoshi.desk.views.reorganisations import changes, merge, reorganise

__all__ = [
    "account",
    "bodies",
    "body",
    "change_person",
    "changes",
    "complete_body",
    "documents",
    "end",
    "entry",
    "issue",
    "journal",
    "merge",
    "person",
    "persons",
    "proposal",
    "proposals",
    "reorganise",
    "revoke",
]
