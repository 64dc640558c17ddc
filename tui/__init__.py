"""The terminal: everything that meets a person or a file."""
