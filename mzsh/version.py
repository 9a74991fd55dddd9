"""The program's version, as the installed distribution states it."""

from importlib.metadata import PackageNotFoundError, version

try:
    VERSION = version("mzsh")
except PackageNotFoundError:
    VERSION = "0+checkout"
