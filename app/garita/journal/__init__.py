"""What was said, in SQLite, saved as it happens."""
