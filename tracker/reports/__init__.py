"""One builder for each report: a plan in, a report value out.

Whatever is shown, printed or sent is such a value: screen, command and file cannot disagree. How
it is written in a format is `exports`.
"""
