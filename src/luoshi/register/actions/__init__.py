"""The verbs about commitments and their register."""

from luoshi.register.actions.add import add_commitment
from luoshi.register.actions.apply_ledger import apply_ledger
from luoshi.register.actions.bulk import change_many
from luoshi.register.actions.decide import DECISIONS, decide, decide_all
from luoshi.register.actions.edit import Edit, edit_commitment, edit_commitments
from luoshi.register.actions.ledgers import (
    confirm_mapping,
    dismiss_ledger,
    preview_again,
    preview_ledger,
    receive_ledger,
)
from luoshi.register.actions.open_review import open_review
from luoshi.register.actions.publish import publish_register
from luoshi.register.actions.requote import requote_commitment
from luoshi.register.actions.split import merge_commitments, split_commitment
from luoshi.register.actions.views import remove_view, save_view

__all__ = [
    "DECISIONS",
    "Edit",
    "add_commitment",
    "apply_ledger",
    "change_many",
    "confirm_mapping",
    "decide",
    "decide_all",
    "dismiss_ledger",
    "edit_commitment",
    "edit_commitments",
    "merge_commitments",
    "open_review",
    "preview_again",
    "preview_ledger",
    "publish_register",
    "receive_ledger",
    "remove_view",
    "requote_commitment",
    "save_view",
    "split_commitment",
]
