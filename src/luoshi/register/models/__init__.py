"""What was promised."""

from luoshi.register.models.change import Change
from luoshi.register.models.commitment import Commitment
from luoshi.register.models.ledger import HeaderMapping, LedgerImport, LedgerRow
from luoshi.register.models.version import Version, VersionItem
from luoshi.register.models.view import View

__all__ = [
    "Change",
    "Commitment",
    "HeaderMapping",
    "LedgerImport",
    "LedgerRow",
    "Version",
    "VersionItem",
    "View",
]
