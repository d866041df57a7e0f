"""Builds that make only the page that changed.

A whole build leaves a record beside output/ (record.py writes it, manifest.py has its form): what
the site was made from, and which texts show on one page alone. The next build compares that with
what is there now. When one text changed, and that text can change no other page, its HTML is
replaced in its page, in one step. Everything else takes a whole build.

What may be skipped, and why that is safe:

- Settings, code, theme, packages: their fingerprint must be the same (fingerprint.py).
- Time: until the next instant at which anything on the site is due, or midnight.
- Content: the same files, of which at most one text differs, by size, times and inode, and by
  content where those could lie (core/cache/file_stat.py).
- That file: its fields are the same; no check of texts finds anything; links lead to pages of the
  site, or where they led before; it brings no character that the subset typeface lacks.
- Its page: the whole build saw the text rendered once, there and nowhere else, and nothing read
  it otherwise (core/model/text_usage.py). So no list, feed or search index can depend on it.
- Output: nobody else has changed it since.

The site is then what a whole build gives, byte for byte; tests/torture/test_edits.py compares.
What is uncertain, and every problem that staff must read, is left to the whole build.

update       the one call of the pipeline
fast_start   the same from the command line, before Pelican is loaded
single_page  the page that changed
"""
