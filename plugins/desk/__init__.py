"""Desk: the commands behind make, each `python -m plugins.desk COMMAND`.

deploy       builds the site and uploads it to a host
devserver    builds, shows the site in the browser, builds again after each save
serve        shows the last build
new_practice  asks six things and writes the content of a new practice
import_site  brings pages and posts from WordPress
new_offer    asks for a new offer and writes its file; new_page, new_note and new_person likewise
offers       lists the offers, draws when they run, gives advice
posts        writes each offer as a post for Google

Each command is a module or a package, listed in __main__.py: its docstring's first line is the
help, `arguments` adds its options, `run` does the work and returns the exit code. Shared:

console      prints and asks          project          reads the site, its time zone
drafts       unwritten files          questions        asks for their fields
new_file     what new_* share
preview      the server of devserver and serve

Of the features, commands import offers alone. install.py sets up .venv before all else; notices.py
lists whose work comes with it.
"""
