"""The terminal: everything that meets a person or a file.

The verbs stand here by subject, such as `recording` and `comparing`, each on a `workspace`; the
commands in `cli` and the `screens` of the application are two ways to say the same ones. Widgets
and dialogs show and ask, and open nothing. `main` puts it all together.
"""
