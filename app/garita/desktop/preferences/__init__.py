"""The settings as a page, and what Garita is made of."""
