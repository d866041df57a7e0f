"""What features share. Imports neither Pelican nor a feature.

paths     where the project's folders lie
problems  what staff read when they must change something
feature   what a feature adds to a build, and the features that take part

reading/   files as staff deliver them
  source_files      read safely, refused by name
  marks             signs of other programs, and of HTML and Markdown in fields
  front_matter      YAML between two `---` lines, with the line of every value
  yaml_events       what PyYAML finds, or the first fault
  yaml_repair       lines that YAML cannot read, repaired
  yaml_repair_rules the mistakes that it knows, one rule each
schema/    what content may hold
  model             the base of every content model; its errors as problems
  fields            types that models share: telephone, link, country ...
  money             amounts in the currency of the practice
  inputs            how a form asks for a value, and the hint of each key
  messages          what pydantic finds wrong, in words for staff
  key_synonyms      what keys are called elsewhere
  locations         where a value is in its file, and which keys belong there
  hours             opening hours and special days
  prices            what a session costs, how long it lasts
  policies          cancellation, insurance, packages, gift certificates
  weekdays          the days that a key such as mon-fri names
  practice          the model of content/practice.yaml
  home              what the home page shows
  forms             the services that collect what visitors type
  places            its addresses, points on the map and ways in
  stated_facts      what practice.yaml states and a text can contradict
dates/     instants and periods
  moments           in the practice's time zone
  date_words        days and times in messages to staff
  pieces            pieces of time, as pages carry them and the clock in the browser reads them
  local_time        what a zone's clock shows, its jumps included
  time_zones        zones by name, and the one that was meant
  guesses           dates in other forms, and how to write them
markdown/  Markdown to sanitized HTML
  render            the conversion
  converter         Python-Markdown with its extensions, as on GitHub
  readings          where Python-Markdown and CommonMark read a text in two ways
  leftovers         signs that nobody meant to show
  blocks            paragraphs, lists and tables as CommonMark reads them
  inline            marks inside a line as CommonMark reads them
  spaces            blanks that hold a sign and its word together
  urls              which links may be in a page
  sanitizer_report  what the sanitizer removes, as problems
  fast_inline       inline Markdown, faster than Python-Markdown's own loop
i18n/      what the interface says, in the language of the site
  words             one language
  locale            money, days, times, numbers and countries as a country writes them
  address_format    addresses and postal codes as a country has them
  phrases           sentences with placeholders
  catalog           theme/words/*.yaml, each compared with English
  own_words         texts that a practice says in its own way
  catalog_checks    what all languages must have in common
law        what countries ask of prices, offers, testimonials and gift certificates
model/     the site that features hand on
  site              documents and what the build knows of the site
  forms             what a page needs to send a form
  booking           where visitors book, the most specific place
  downloads         files that visitors open in a program of their own
  locations         the places of a practice that has several
  documents         one file of content, and its kind
  pages             pages and files of the finished site
  aliases           addresses that have moved
  changes           when content last changed
  pictures          what a page needs to show a picture
  fingerprints      file names with a hash of their content
  schema_org        structured data
  price_range       what a session costs, from lowest to highest
  feeds             Atom
  hosts             what each host can do
  build_label       what a built folder was built for
  browser_storage   what the site leaves on a visitor's device
  csp               sources that the security policy allows, and policies of folders
  inline_code       the scripts and styles that templates write into pages
  media_types       what a file name promises to the browser
  text_usage        which pages show which text, and which characters
design/    the look of a practice
  palette  paper_tones  oklch  font  look  logo  svg
cache/     what is kept between builds
  store             files that take long to make, by the hash of all they depend on
  seal              whether this machine has kept them
  memo              many small values in one of them
  file_stat         whether a file has changed, without reading it
  package_versions  of what packages a kept thing was made by
system/    the machine
  processes         the same work on many items, in several processes
  threads           the same, in several threads
  whole_files       a file that takes the place of another at once
  interrupts        what Ctrl-C does
  git_history       when each file last changed, from Git
"""
