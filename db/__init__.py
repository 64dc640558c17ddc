"""The store: engines, the one transaction, history, queries and verbs.

`queries` reads frozen values and `writing` holds the verbs, which never commit: `session` does, for
a whole act. What acts changed is recorded by `history`, read by `log` and `telling`, shown as at a
moment by `known` and taken back by `undoing`. `address`, `engine` and `files` know where the store
is, `upgrading` copies it aside. Nothing that can touch the database leaves this package.
"""
