"""``python -m designsys``: the command line where no script is on the PATH."""

from designsys.cli import main

main()
