"""One module for each file format: bytes in, a neutral document out."""
