"""The accessibility gate: judges any web page in a real browser, and says what to mend.

A plan (pages x conditions) is computed, run by an engine, judged by checks and written
by reports. Nothing here knows the components of this design system: a page built with
another one is judged alike.
"""
