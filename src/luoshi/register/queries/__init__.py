"""The questions about commitments and their register."""
