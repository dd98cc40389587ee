"""The officers page: language models and recognisers that are here or can be had, adapters, and merging them.

``stock`` and ``merging`` know no Qt; ``page`` puts the views together.
"""
