"""TODO plugins/build/output"""
