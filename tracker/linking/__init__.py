"""From the wordings of two cycles to what speaks for each link between them."""
