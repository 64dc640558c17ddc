"""The verbs that change what is kept, one module for each subject.

Each takes the session of `db.session.transaction` by keyword, checks what a person or a reader
proposes, and never commits. What a rule forbids is refused, with the reason and the next step.
"""
