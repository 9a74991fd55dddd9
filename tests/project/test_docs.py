"""Pages that are made from the program are as the program makes them."""

import importlib.util
import re
from types import ModuleType

import pytest

from mzsh.cli.app import COMMANDS
from mzsh.reports.catalogue import markdown
from mzsh.rules.rule import collect
from tests.project.checkout import ROOT
from tests.support.folder import MeetingFolder


def test_the_catalogue_of_rules_is_current() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")

    assert page == markdown(), "mzsh rules --format md > docs/rules.md"
    assert all(f"### {rule.id} {rule.title}\n" in page for rule in collect())


def test_the_page_of_commands_is_current() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")

    assert page == _tool("commands_page").page(), "python tools/commands_page.py > docs/commands.md"


def test_the_page_of_kinds_is_current() -> None:
    page = (ROOT / "docs" / "kinds.md").read_text(encoding="utf-8")

    assert page == _tool("kinds_page").page(), "python tools/kinds_page.py > docs/kinds.md"


def test_the_page_of_settings_is_current_and_its_example_is_right(meeting: MeetingFolder) -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    whole = meeting.read("会议.yml")
    meeting.write("会议.yml", whole[: whole.index("公文:\n")] + example)

    assert page == _tool("settings_page").page(), "python tools/settings_page.py > docs/settings.md"
    assert meeting.check(select=("MZ0",)) == []


def test_the_page_of_clauses_is_current() -> None:
    page = (ROOT / "docs" / "clauses.md").read_text(encoding="utf-8")

    assert page == _tool("clauses_page").page(), "python tools/clauses_page.py > docs/clauses.md"


def test_the_page_of_templates_is_current() -> None:
    page = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")

    assert page == _tool("templates_page").page(), "python tools/templates_page.py > docs/templates.md"


def test_the_page_of_conformance_is_current() -> None:
    page = (ROOT / "docs" / "conform.md").read_text(encoding="utf-8")

    assert page == _tool("conform_page").page(), "python tools/conform_page.py > docs/conform.md"


def test_the_readme_counts_the_rules() -> None:
    assert f"共 {len(collect())} 条规则" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "alias"), COMMANDS)
def test_every_option_is_documented(name: str, alias: str) -> None:
    from mzsh.cli.app import command_line

    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    section = re.split(r"^## ", page, flags=re.MULTILINE)
    told = next(part for part in section if part.startswith(f"{name}\n"))
    command = command_line().commands[name]

    assert f"`mzsh {alias}`" in told
    assert all(param.help for param in command.params), "an option without a word of help"
    assert [
        opt for param in command.params for opt in param.opts if opt.startswith("-") and f"`{opt}" not in told
    ] == []


def test_decisions_say_what_why_and_what_else() -> None:
    for page in (ROOT / "docs" / "decisions").glob("*.md"):
        text = page.read_text(encoding="utf-8")
        assert all(f"**{part}.**" in text for part in ("Decision", "Why", "Alternatives", "What it costs")), page.name


def test_the_picture_is_small() -> None:
    assert 20_000 < (ROOT / "docs" / "images" / "report.png").stat().st_size < 300_000


def _tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
