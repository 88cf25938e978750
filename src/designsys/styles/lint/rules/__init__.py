"""The rules: a module here with ``check(sheet, vocabulary)`` is one, named as the module with dashes.

``check`` yields a :class:`~designsys.styles.lint.sheet.Fault` for each place; files and lines are
not its concern. ``tests/styles/lint/<rule>/`` holds a failing and a passing style sheet for each.
"""
