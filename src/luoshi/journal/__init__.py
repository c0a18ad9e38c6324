"""What happened: append-only, nothing else writes it."""
