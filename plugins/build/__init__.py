"""The build: content/ becomes output/, all or nothing.

cli              the command: `python -m plugins.build content -o output -s pelicanconf.py`
api              the same, started by code: the preview, tests
pelican_class    Pelican's class, which runs the pipeline in place of Pelican's own order
pipeline         the stages, one after another
settings         what a build is asked for
plugin_loading   the plugins, each there and working
read/            content/ becomes the model of a site
render/          the model becomes pages in a staging folder
output/          the staging folder is checked and changes places with output/
report/          how a build went
future           what would stop the build of a later day
incremental/     the page that changed alone, where that is enough
lighter_pelican  Pelican without docutils
"""

from plugins.build.lighter_pelican import lighten

lighten()
