"""One builder for each report: a plan in, a report value out."""
