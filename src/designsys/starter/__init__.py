"""What designsys writes for people to go on with: files that work as they are.

Nothing here is used at run time.
"""
