"""Preview: output/ in the browser, as a plain file host would send it, and new after each save.

state       which build the pages come from and what stops the next; who waits to hear of it
files       an address to a file of output/, never to one outside it
pages       what is put into a page on its way out; pages for when there is none
at          pages as of another moment (at.js sets their clock, at.css is the bar's look)
hosts       answers to this machine's own names alone
app         addresses to answers
door        the port and the signals
worker      the process that builds; the only one that imports Pelican
builder     that process, seen from the server: asked, timed, ended, started anew
faults      an exception in our own code, in words
rebuilds    one build after another, as long as something was saved
watcher     what was saved
preview.js  reloads the page; shows over it what stops a build (preview.css is its look)

Only worker and what it loads change output/. Nothing of the preview is written to a file.
"""
