"""Datasets of conversations: reading them from many formats, cleaning, splitting, tokenising and reporting on them."""
