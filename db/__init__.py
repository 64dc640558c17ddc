"""The store: engines, the one transaction, history, queries and verbs."""
