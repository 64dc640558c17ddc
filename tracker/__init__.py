"""The model of an improvement plan and its rules; no files, no network, no clock, no session."""
