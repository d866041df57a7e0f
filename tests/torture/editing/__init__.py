"""Editing: a small practice that random edits go through, in a project of its own.

practice   what stands in content/ before the first edit
place      Place: a copy of the whole project, built by command or by a process that stays
resident   that process
texts      the parts of a content file; how an editor may write it
edits      what people change, one module a folder of the project
sequence   some edits, each followed by a build, held against builds of the same from nothing
"""
