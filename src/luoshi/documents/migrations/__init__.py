"""Released migrations are never edited."""
