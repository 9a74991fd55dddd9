"""Printing, for the tests that look at pages."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from mzsh.typesetting.typeset import Layout, typeset
from tests.typesetting.pages import Print, PrintAll, PrintedPage, need_office, printed


@pytest.fixture
def print_all(tmp_path: Path) -> PrintAll:
    """Print documents by name; LibreOffice is started once for all of them."""
    need_office()

    def print_documents(documents: Mapping[str, bytes]) -> dict[str, list[PrintedPage]]:
        return printed(documents, tmp_path)

    return print_documents


@pytest.fixture
def print_pages(print_all: PrintAll) -> Print:
    """Set a text and print it."""

    def set_and_print(text: str, **layout: Any) -> list[PrintedPage]:
        return print_all({"document": typeset(text, layout=Layout(**layout))})["document"]

    return set_and_print
