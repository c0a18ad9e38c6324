"""The invented demo city 珩川市; every record of it says that it is demo data."""

from luoshi.demo.accounts import ACCOUNTS, PASSWORD, accounts
from luoshi.demo.fill import fill

__all__ = ["ACCOUNTS", "PASSWORD", "accounts", "fill"]
