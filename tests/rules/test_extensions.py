"""Rules of other packages: the page's own example is installed and used; what is wrong with a package is told."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mzsh.model.place import Source
from mzsh.rules.extensions import extensions
from mzsh.rules.rule import collect
from mzsh.rules.subjects import HANDED_IN, ONE_BY_ONE
from mzsh.rules.suppression import suppressions
from tests.project.checkout import ROOT
from tests.support.folder import MeetingFolder

PAGE = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
FILE = re.compile(r"^`([^`]+)`，[^\n]*：\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the page's package is installed into, by pip."""
    source = tmp_path_factory.mktemp("源")
    for name, text in FILE.findall(PAGE):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, encoding="utf-8")
    target = tmp_path_factory.mktemp("装")
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--disable-pip-version-check"]
    command = [sys.executable, "-m", "pip", "install", *options, "--target", str(target), str(source)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (target / "test_examples.py").write_text(dict(FILE.findall(PAGE))["tests/test_examples.py"], encoding="utf-8")
    return target


def mzsh(where: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program with the packages of a folder installed."""
    return python(where, "-m", "mzsh", "-C", str(folder), *arguments)


def python(where: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(where), str(ROOT))), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False
    )


def test_the_page_shows_a_whole_package() -> None:
    assert [name for name, _ in FILE.findall(PAGE)] == [
        "pyproject.toml",
        "linjiang_rules/__init__.py",
        "linjiang_rules/owners.py",
        "tests/test_examples.py",
    ]


def test_the_pages_own_test_passes(installed: Path) -> None:
    done = python(installed, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(installed / "test_examples.py"))

    assert done.returncode == 0, done.stdout


def test_it_checks_like_any_other_rule(installed: Path, meeting: MeetingFolder) -> None:
    today = ("--today", "2022-03-20")
    assert mzsh(installed, meeting.root, "check", *today).returncode == 0
    name, owner = "10-整改/李明.yml", "责任人: 李明"
    text = meeting.read(name)
    line = text[: text.index(owner)].count("\n") + 1
    meeting.write(name, text.replace(owner, "责任人: 市财政局", 1))

    found = mzsh(installed, meeting.root, "check", "--select", "LJ001", *today)

    assert f"{line}:" in found.stdout
    assert "警告 LJ001  责任人“市财政局”是部门" in found.stdout
    assert found.returncode == 0
    assert mzsh(installed, meeting.root, "check", "--ignore", "lj", *today).stdout.count("LJ001") == 0


def test_it_is_silenced_by_a_comment_and_by_the_settings(installed: Path, meeting: MeetingFolder) -> None:
    name = "10-整改/李明.yml"
    text = meeting.read(name)
    item = re.search(r"^  - 编号: ", text, re.MULTILINE)
    assert item is not None
    comment = "  # mzsh: 忽略 LJ001 责任人待定\n"
    broken = text.replace("责任人: 李明", "责任人: 市财政局", 1)
    meeting.write(name, broken[: item.start()] + comment + broken[item.start() :])

    suppressed = mzsh(installed, meeting.root, "check", "--today", "2022-03-20").stdout
    assert "警告 LJ001" not in suppressed
    assert "忽略注释" not in suppressed, "the comment is of use"
    meeting.write(name, broken)
    meeting.write("会议.yml", meeting.read("会议.yml") + "检查: {忽略: [LJ001]}\n")
    silenced = mzsh(installed, meeting.root, "check", "--today", "2022-03-20")
    assert (silenced.returncode, "LJ001" in silenced.stdout) == (0, False), silenced.stdout


def test_it_stands_in_the_catalogue_and_is_explained(installed: Path, tmp_path: Path) -> None:
    listed = mzsh(installed, tmp_path, "rules").stdout
    explained = mzsh(installed, tmp_path, "explain", "lj001").stdout
    page = mzsh(installed, tmp_path, "rules", "--format", "md").stdout

    assert "规则包 linjiang-rules（1 条）\n  LJ001  警告  责任人写成了部门\n" in listed
    assert explained.startswith("LJ001 责任人写成了部门（默认警告，规则包 linjiang-rules）\n")
    assert "整改要落实到人" in explained
    assert "责任人: 市文旅局" in explained
    assert "## 规则包 linjiang-rules\n\n### LJ001 责任人写成了部门\n" in page


GOOD = """
from mzsh import rule
from mzsh.model.meeting import Meeting

@rule("{id}", "标题")
def one(meeting: Meeting):
    \"\"\"说明说明说明说明。\"\"\"
    yield meeting.remark("org", "看过了")
"""


def package(folder: Path, name: str, code: str, *, value: str = "") -> None:
    """A package as pip leaves it: a module and its metadata."""
    module = name.replace("-", "_")
    (folder / f"{module}.py").write_text(code, encoding="utf-8")
    metadata = folder / f"{module}-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text(f"[mzsh.rules]\n{name} = {value or module}\n", encoding="utf-8")


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the path for packages of a test; what they import is forgotten."""
    folder = tmp_path / "包"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    known = set(sys.modules)
    yield folder
    for name in set(sys.modules) - known:
        del sys.modules[name]


@pytest.mark.parametrize(
    ("code", "value", "told"),
    [
        ("import nichts_da\n", "", "读不进来（rules_a）：ModuleNotFoundError"),
        ("raise SystemExit(3)\n", "", "读不进来（rules_a）：SystemExit: 3"),
        ("def oops(:\n", "", "读不进来（rules_a）：SyntaxError"),
        ("x = 1\n", "", "rules_a 里没有规则：函数前面要写 @rule(…)"),
        ("x = 1\n", "rules_b", "读不进来（rules_b）：ModuleNotFoundError"),
        (GOOD.format(id="LJ1"), "rules_a:one", "读不进来（rules_a:one）：TypeError: 要写模块或者包的名字，不写函数"),
        (GOOD.format(id="lj001"), "", "编号“lj001”不对，应为二到四个大写字母加三位数字，如 LJ001"),
        (GOOD.format(id="MZ950"), "", "编号“MZ950”不能用：MZ 开头的是 mzsh 自己的规则，请换一个字头，如 LJ001"),
        (GOOD.format(id="LJ001").replace("说明说明说明说明。", ""), "", "LJ001 没有说明"),
        (GOOD.format(id="LJ001").replace(": Meeting", ""), "", "LJ001 的参数不对"),
        (GOOD.format(id="LJ001").replace(": Meeting", ": int"), "", "LJ001 的参数不对"),
        (GOOD.format(id="LJ001").replace(": Meeting", ": 'Nobody'"), "", "LJ001 的参数看不懂：NameError"),
        (GOOD.replace('"{id}"', "1001"), "", "编号“1001”不对"),
        (GOOD.format(id="LJ001").replace('"标题"', "None"), "", "LJ001 没有标题"),
        (
            GOOD.format(id="LJ001").replace('"标题"', '"标题", severity="warning"'),
            "",
            "LJ001 的级别“warning”不对",
        ),
        (GOOD.format(id="LJ001").replace('"标题"', '"标题", severity=["错误"]'), "", "LJ001 的级别“['错误']”不对"),
        (GOOD.format(id="LJ001").replace('"标题"', '"标题", clauses="3.4-o1"'), "", "LJ001 的条款“3.4-o1”不对，应写成"),
        (
            GOOD.format(id="LJ001").replace('"标题"', '"标题", clauses=("9-x",)'),
            "",
            "LJ001 的条款“9-x”不对，没有",
        ),
        (GOOD.format(id="LJ001").replace('"标题"', '"标题", example="好"'), "", "LJ001 的例子不对，应写成 Example(…)"),
    ],
)
def test_what_is_wrong_with_a_package_is_told_with_its_name(packages: Path, code: str, value: str, told: str) -> None:
    package(packages, "rules-a", code, value=value)
    package(packages, "rules-z", GOOD.format(id="ZZ001"))

    found = extensions(("MZ001",))

    (broken,) = found.broken
    assert str(broken).startswith(f"规则包 rules-a：{told}"), broken
    assert [(rule.id, rule.package) for rule in found.rules] == [("ZZ001", "rules-z")]


def test_of_two_packages_with_one_id_the_second_is_told(packages: Path) -> None:
    package(packages, "rules-a", GOOD.format(id="LJ001"))
    package(packages, "rules-b", GOOD.format(id="LJ001"))

    found = extensions(())

    assert [rule.package for rule in found.rules] == ["rules-a"]
    assert [str(one) for one in found.broken] == ["规则包 rules-b：编号“LJ001”同规则包 rules-a 的重了，请换一个"]


def test_a_broken_package_is_no_pass_and_the_rest_runs(tmp_path: Path, meeting: MeetingFolder) -> None:
    package(tmp_path, "rules-a", "import nichts_da\n")
    meeting.replace("06-发言提纲/李明.md", "本人撰写: true", "本人撰写: true\n本人签名: true")

    done = mzsh(tmp_path, meeting.root, "check", "--today", "2022-03-20")

    assert done.returncode == 3
    assert "MZ005" in done.stdout
    shown = "".join(done.stdout.split())
    assert "规则包rules-a出错：规则包rules-a：读不进来" in shown
    assert "请找写这个规则包的人" in shown
    assert "规则包 rules-a：读不进来" in mzsh(tmp_path, meeting.root, "rules").stderr


def test_our_own_rules_ask_only_for_what_is_told_to_others() -> None:
    asked = {kind for rule in collect() for kind in rule.parameters.values()}

    assert asked <= {*ONE_BY_ONE, *HANDED_IN}


@pytest.mark.parametrize("kind", [*ONE_BY_ONE, *HANDED_IN], ids=lambda kind: kind.__name__)
def test_whatever_the_page_offers_is_given(tmp_path: Path, meeting: MeetingFolder, kind: type) -> None:
    code = GOOD.format(id="LJ001").replace("from mzsh.model.meeting import Meeting", f"from {kind.__module__} import *")
    code = code.replace("meeting: Meeting", f"x: {kind.__name__}, meeting: M")
    code = f"from mzsh.model.meeting import Meeting as M\nfrom {kind.__module__} import {kind.__name__}\n{code}"
    package(tmp_path, "rules-a", code)

    done = mzsh(tmp_path, meeting.root, "check", "--today", "2022-03-20", "--select", "LJ001")

    assert "看过了" in done.stdout, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("__import__('sys').exit(0)", "SystemExit: 0"),
        ("yield 'x'", "TypeError: 规则给出的应是 Remark，不是 str"),
        ("yield replace(meeting.remark('org', '甲'), path=1)", "TypeError: Remark 的 path"),
        ("yield replace(meeting.remark('org', '甲'), span=3)", "TypeError: Remark 的 span"),
        ("yield replace(meeting.remark('org', '甲'), clauses='3.4-o1')", "TypeError: Remark 的条款“3.4-o1”不对"),
    ],
)
def test_what_a_packages_rule_does_wrong_is_its_authors_and_no_pass(
    tmp_path: Path, meeting: MeetingFolder, line: str, told: str
) -> None:
    code = GOOD.format(id="LJ001").replace('yield meeting.remark("org", "看过了")', line)
    package(tmp_path, "rules-a", "from dataclasses import replace\n" + code)
    meeting.replace("06-发言提纲/李明.md", "本人撰写: true", "本人撰写: true\n本人签名: true")

    done = mzsh(tmp_path, meeting.root, "check", "--today", "2022-03-20")

    assert done.returncode == 3
    assert "MZ005" in done.stdout, "the rest runs"
    shown = "".join(done.stdout.split())
    assert f"规则LJ001出错：{''.join(told.split())}" in shown
    assert "请找写这个规则包的人" in shown
    assert done.stderr.startswith("mzsh：规则 LJ001 出错，请找写这个规则包的人；其余照常检查了。\n")
    assert "请把这份记录发给写规则包 rules-a 的人" in done.stderr
    assert "mzsh 的缺陷" not in done.stdout + done.stderr


def test_a_rule_that_cannot_be_had_is_asked_for_by_name_of_its_package(tmp_path: Path, meeting: MeetingFolder) -> None:
    package(tmp_path, "rules-a", "import nichts_da\n")

    for command in (("check", "--select", "LJ001"), ("check", "--ignore", "LJ"), ("explain", "LJ001")):
        done = mzsh(tmp_path, meeting.root, *command)
        assert done.returncode == 2
        assert "→ 规则包 rules-a：读不进来（rules_a）：ModuleNotFoundError" in done.stderr
    assert "rules-a" not in mzsh(tmp_path, meeting.root, "check", "--select", "MZ999").stderr


def test_what_a_package_prints_is_no_part_of_a_report(tmp_path: Path, meeting: MeetingFolder) -> None:
    code = GOOD.format(id="LJ001").replace("    yield", "    print('查到这里')\n    yield")
    package(tmp_path, "rules-a", f"print('装好了')\n{code}")

    done = mzsh(tmp_path, meeting.root, "check", "--select", "LJ001", "--format", "json", "--today", "2022-03-20")

    assert [one["message"] for one in json.loads(done.stdout)["findings"]] == ["看过了"]
    assert "装好了\n" in done.stderr
    assert "查到这里\n" in done.stderr


def test_a_broken_package_is_told_in_json_and_sarif_by_its_own_name(tmp_path: Path, meeting: MeetingFolder) -> None:
    package(tmp_path, "rules-a", "import nichts_da\n")

    def written(format: str) -> Any:
        return json.loads(mzsh(tmp_path, meeting.root, "check", "--format", format, "--today", "2022-03-20").stdout)

    (crash,) = written("json")["crashes"]
    assert (crash["rule"], crash["path"], crash["package"]) == ("", "", "rules-a")
    assert crash["error"].startswith("规则包 rules-a：读不进来")
    (notice, *_) = written("sarif")["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"].startswith("规则包 rules-a 出错")
    assert "associatedRule" not in notice


def test_suppressions_read_ids_of_two_to_four_letters() -> None:
    text = (
        "# mzsh: 忽略 LJ001、ABCD002, mz203 理由 一\n甲: 乙\n# mzsh: 忽略 A001 无\n# mzsh: 忽略 ABCDE001 无\n丙: 丁\n"
    )

    found = [(one.rules, one.reason) for one in suppressions(Source("审阅.yml", text), None)]

    assert found == [(("LJ001", "ABCD002", "MZ203"), "理由 一"), ((), "A001 无"), ((), "ABCDE001 无")]


def test_a_long_comment_is_read_in_one_pass() -> None:
    blanks = " " * 200_000
    for text in (f"# mzsh: 忽略 MZ203{blanks}x", f"# mzsh: 忽略 {'AB123' * 40_000}", f"# mzsh:{blanks}忽略 MZ203 甲"):
        (found,) = suppressions(Source("审阅.yml", text), None)
        assert found.span.end_column == len(text) + 1
