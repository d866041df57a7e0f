"""Preview: serve output/ in the browser as a static file host does, and reload after each build.

app, server        the web application; the port and the signals that stop it
static_files       an address to a file of output/, never to one outside it
inject             the script in each page; pages for when output/ has none
live_reload        reloads the page; shows the problems of a failed build over it, and a badge for
                   the warnings of one that worked
problems, fixes    the list of problems with its buttons; what the buttons do
time_travel        shows pages as of another moment, for ?at= in the address and for AT
events             the status of the last build, as server-sent events
watcher            reports saved files
build_loop         builds once after each save
supervisor         starts, asks, times and stops the worker process
worker             the process that builds; the only one that imports Pelican
crash_report       turns an exception in our own code into a message

Only the worker changes output/. Only a button that a person presses changes content/.
"""
