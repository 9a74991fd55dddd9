"""Entry point: `mzsh` and `python -m mzsh`. The short way out for --version keeps start-up small."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from mzsh.version import VERSION

        print(f"mzsh {VERSION}")
        return
    from mzsh.cli.running import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
