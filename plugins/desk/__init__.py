"""Desk: the commands that people type, `python -m plugins.desk COMMAND`; make calls them.

devserver    builds, shows the site in the browser, builds again after each save
serve        shows what was built

One module a command: the first line of its docstring is its help, `arguments` names its options,
`run` does the work and gives the exit code. Listed in __main__.py. Imports no feature.
"""
