"""The screens of the terminal application; each stands beside its style sheet."""
