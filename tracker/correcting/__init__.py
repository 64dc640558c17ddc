"""A paper corrected by a person before it is stored: what was read, and what was said instead.

Each correction is a frozen value that speaks of positions as they stand when it is made; applied in
order to what was read, they give the paper that is stored, so the last can always be taken back.
Nothing is guessed: only what the person says changes. Reading is `readers`, storing `db.writing`.
"""
