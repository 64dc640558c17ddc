"""Reports out: one writer for each format, from report values alone."""
