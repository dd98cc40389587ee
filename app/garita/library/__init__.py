"""Which models are here, what they need, and what this machine has."""
