"""What luoshi knows, without a database, a network, a clock or randomness of its own.

Usable alone: nothing here imports Django. Whatever depends on today's date, on
chance or on a file is passed in as an argument.
"""
