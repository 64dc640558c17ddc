"""Reports out: one writer for each format, from report values alone.

A format is a module with a function `write(report, stream)` and a row in `formats`; commands, the
application and the tests take it from there. The stream is one of text: a format of bytes asks for
another in `formats`, and in `tui.files`, which opens it. What a report says is `tracker.reports`.
"""
