"""What luoshi does: it stores, authorises and shows."""

__version__ = "0.1.0"
