"""Shared vocabulary of the generator. Imports neither Pelican nor a feature.

paths          where the project's folders lie
problems       what staff read when something must be changed
sources        files as staff deliver them: read safely, refused by name
front_matter   YAML between two `---` lines, with the line of every value
  yaml_parts   what PyYAML finds, or the first thing that is wrong
  mistypes     lines put right, with what to type
  mending      what a line may have been meant to be
facts          the base of every content model, and its errors as problems
  errors       what pydantic finds wrong, beside the file
  wording      the same, said to staff
  locations    where a value stands in the file, which keys belong there
stated         what practice.yaml states that a text can contradict
letters        the characters beyond ASCII in a text
fields         the types that content models share: money, telephone, link ...
  zones        time zones by name, and the one that was meant
  urls         which links may stand in a page
hours          opening hours and special days
moments        instants and periods in the practice's time zone
  local_time   what the clock of a zone shows, also where it jumps
  dates_meant  dates in other forms, as they are to be written
words          what the interface says, in the language of the site
  phrases      its sentences with places for values
  words_file   theme/words/*.yaml, each held against the English
  words_fit    what their texts must have in common
practice       the model of content/practice.yaml
prose          Markdown to sanitized HTML
  removals     what the sanitizer takes out, as problems
  texts        all of them, those known from before and the others
  converted    the HTML of texts, kept while their links lead where they led
pictures       what pages need to show one
media_types    what the name of a file promises to the browser
cache          files that take long to make, kept by what they depend on
  bundle       many small things in one of them
stamps         whether a file is as it was, without reading it
parallel       the same work on many things, in several processes
threads        the same, by several threads, where that is enough
interrupts     a Ctrl-C that waits, or comes too late
site           kinds, documents, pages: the model that features hand on
flow           which features take part in a build, in which order
"""
