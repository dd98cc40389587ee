"""LoRA fine-tunes: a recipe, a base model and a data set in, an adapter with its curve out. Begin with ``job.py``."""
