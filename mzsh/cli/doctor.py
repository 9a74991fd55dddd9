"""mzsh doctor."""

from __future__ import annotations

import typer

from mzsh.cli.screen import print_lines


def doctor() -> None:
    """看排版、字体、git、编码有没有，缺的怎么办。"""
    from mzsh.overview.health import examine
    from mzsh.reports.lines import Line, wrapped
    from mzsh.version import VERSION

    findings = examine()
    lines = [Line(f"mzsh {VERSION}", "strong")]
    for finding in findings:
        lines += wrapped(finding.found or "没有", f"  {finding.name}：", tone="good" if finding.fine else "warning")
        if not finding.fine:
            lines += wrapped(finding.fix, "      → ")
    print_lines(lines)
    raise typer.Exit(2 if any(finding.needed and not finding.fine for finding in findings) else 0)
