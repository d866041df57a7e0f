"""The second stage: the model becomes pages in a staging folder."""
