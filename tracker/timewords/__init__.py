"""The words of timescales: from a cell's text to its dates, what they are for, and a reading.

The steps, in their order: `words` cleans the text and cuts it up with the help of `lexicon` and
`shapes`; `joining` makes whole dates of their parts; `scan` tells what each date is for; `verdict`
weighs it all; `sentences` says it. `tracker.timescale` holds the values and is the way in.
"""
