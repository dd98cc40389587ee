"""What the officer knows, says and may not say."""
