"""Entry point: `mzsh` and `python -m mzsh`. The short way out for --version keeps start-up small."""

import sys

_INTERRUPTED = 130


def main() -> None:
    """Run the command line and leave with its exit code; Ctrl+C is 130 whenever it comes."""
    try:
        if sys.argv[1:] in (["--version"], ["-V"]):
            from mzsh.version import VERSION

            print(f"mzsh {VERSION}")
            return
        from mzsh.cli.running import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = _INTERRUPTED
    sys.exit(code)


if __name__ == "__main__":
    main()
