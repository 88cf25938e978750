"""What several checks want to know of a page, found once: asked for with ``page.fact(find)``.

A fact judges nothing; what is wrong with it, the checks say.
"""
