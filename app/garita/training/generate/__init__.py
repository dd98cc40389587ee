"""Conversations of two models: officer and traveller, each with its own prompt. Read ``run`` first."""
