"""Dialogs: each asks one thing, returns a value and does nothing else."""
