"""How fast the program is beside what it is built on: `python -m benchmarks` prints one table of ratios."""
