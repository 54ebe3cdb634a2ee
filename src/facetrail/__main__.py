"""`python -m facetrail` is the `facetrail` command."""

from facetrail.cli import main

if __name__ == "__main__":
    main()
