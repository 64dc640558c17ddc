"""The model of an improvement plan and its rules; no files, no network, no clock, no session.

`models` holds the tables, `plan` a cycle as a frozen value, which every rule and report takes, and
`drafts` what a reader or a person proposes. Papers come in by `readers` and are put right by
`correcting`; `compare` and `reconcile` set two plans side by side; `reports` says what is shown.
Keeping it all is `db`, writing it out `exports`, meeting people `tui`.
"""
