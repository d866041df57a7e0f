"""Desk: the commands that people type, `python -m plugins.desk COMMAND`; make calls them.

deploy       builds, uploads to a host
devserver    builds, shows the site in the browser, builds again after each save
serve        shows what was built
new_offer    asks for a new offer and writes it
offers       lists the offers, draws when they run, says what is worth a look

One module or package a command: the first line of its docstring is its help, `arguments` names its
options, `run` does the work and gives the exit code. Listed in __main__.py. What commands share:

console      prints and asks          zone       the practice's time zone
project      the site, to be read     preview    the server behind devserver and serve
draft        an offer to be           questions  and what is asked about it

The commands about offers import the feature of offers, none other.
"""
