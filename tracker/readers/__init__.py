"""Papers in: bytes become one neutral document, and a document becomes a draft of a plan."""
