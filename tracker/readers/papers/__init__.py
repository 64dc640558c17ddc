"""One module for each kind of paper: a neutral document in, a draft and its problems out."""
