"""The measurements as checks: what the pages weigh, how they are reached, what stays visible.

Every page of two published sites is measured in a real browser, served as good hosts serve it: the
practice's own, and the one with every fact. Each measurement is proved on a page that breaks it.
"""
