"""The copy report as one page that needs nothing else: no scripts, no other files; it prints on A4."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from mzsh.overview.likeness import Likeness, Pair, Passages, Side
from mzsh.reports.likeness_text import compared, kinds, names, nothing, percent, title_of

_STYLE = """\
@page { size: A4; margin: 18mm 16mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.2rem 1.6rem 4rem; max-width: 62rem; color: #24292f; background: #fff;
  font: 15px/1.75 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { margin: 0 0 .3rem; font-size: 1.5rem; font-weight: 600; line-height: 1.4; }
h2 { margin: 2.6rem 0 .6rem; font-size: 1.12rem; font-weight: 600; }
h2 a { color: inherit; text-decoration: none; }
p { margin: .2rem 0; }
.quiet { color: #656d76; font-size: .88rem; }
.none { margin-top: 1.6rem; padding: .9rem 1.1rem; border-left: 3px solid #b9c6bd; background: #f6f9f7; }
table { width: 100%; border-collapse: collapse; font-size: .93rem; }
th { color: #656d76; font-weight: 400; text-align: left; white-space: nowrap; }
th, td { padding: .42rem .7rem .42rem 0; border-bottom: 1px solid #e4e7ea; vertical-align: top; }
.number { padding-right: 1.1rem; text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.kinds { white-space: nowrap; }
td a { color: #20558a; text-decoration: none; }
td a:hover { text-decoration: underline; }
.passages { margin: .9rem 0 1.5rem; break-inside: avoid; }
.how { margin-bottom: .4rem; font-size: .88rem; color: #656d76; }
.how b { color: #24292f; font-weight: 600; }
.sides { display: grid; grid-template-columns: 1fr 1fr; border: 1px solid #e4e7ea; border-radius: 4px; }
.side { min-width: 0; padding: .7rem 1rem .8rem; }
.side + .side { border-left: 1px solid #e4e7ea; }
.place { margin-bottom: .3rem; color: #656d76; font-size: .8rem; overflow-wrap: anywhere; }
.text { white-space: pre-line; overflow-wrap: anywhere; }
mark { padding: .06em 0; color: inherit; background: #fbecc4; print-color-adjust: exact;
  -webkit-print-color-adjust: exact; }
@media print { body { padding: 0; max-width: none; font-size: 10.5pt; line-height: 1.6; }
  h2 { break-after: avoid; } td a { color: inherit; } }
@media screen and (max-width: 40rem) { .sides { grid-template-columns: 1fr; }
  .side + .side { border-left: 0; border-top: 1px solid #e4e7ea; } }"""


def likeness_html(report: Likeness) -> str:
    """The page: ranking, then every pair with its passages side by side."""
    return "\n".join(_page(report))


def _page(report: Likeness) -> Iterator[str]:
    title = _text(title_of(report))
    yield from ("<!DOCTYPE html>", '<html lang="zh-CN">', "<head>", '<meta charset="utf-8">')
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield from (f"<title>{title} {report.today.isoformat()}</title>", f"<style>\n{_STYLE}\n</style>", "</head>")
    yield from ("<body>", f"<h1>{title}</h1>", f'<p class="quiet">{_text(compared(report))}</p>')
    yield from (f'<p class="quiet">注：{_text(note)}</p>' for note in report.notes)
    if report.pairs:
        yield from _ranking(report)
        for number, pair in enumerate(report.pairs, 1):
            yield from _pair(number, pair)
    else:
        yield f'<p class="none">{_text(nothing(report).text)}</p>'
    yield from ("</body>", "</html>")


def _ranking(report: Likeness) -> Iterator[str]:
    yield f'<h2 id="ranking">雷同的材料 {len(report.pairs)} 对</h2>'
    yield '<p class="quiet">相同的越多越靠前；“最高”是最像的一处占较短一段的比例。底色标出两处相同的字。</p>'
    heads = (("number", ""), ("", "材料"), ("", "与哪一份"), ("number", "几处"), ("number", "最高"), ("", "怎么抄的"))
    yield "<table>"
    cells = "".join(f'<th class="{kind}">{head}</th>' for kind, head in heads)
    yield f"<thead><tr>{cells}</tr></thead>"
    yield "<tbody>"
    for number, pair in enumerate(report.pairs, 1):
        first, second = (_text(name) for name in names(pair))
        yield (
            f'<tr><td class="number">{number}</td><td><a href="#pair-{number}">{first}</a></td><td>{second}</td>'
            f'<td class="number">{len(pair.passages)}</td><td class="number">{percent(pair.share)}</td>'
            f'<td class="kinds">{_text(kinds(pair))}</td></tr>'
        )
    yield from ("</tbody>", "</table>")


def _pair(number: int, pair: Pair) -> Iterator[str]:
    first, second = (_text(name) for name in names(pair))
    yield f'<section id="pair-{number}">'
    yield f'<h2><a href="#ranking">{number}. {first} 与 {second}</a></h2>'
    for one in pair.passages:
        yield from _passages(one)
    yield "</section>"


def _passages(one: Passages) -> Iterator[str]:
    yield '<div class="passages">'
    yield f'<p class="how"><b>{one.kind.value}</b>，占较短一段的 {percent(one.share)}</p>'
    yield '<div class="sides">'
    yield from (_side(side) for side in (one.first, one.second))
    yield from ("</div>", "</div>")


def _side(side: Side) -> str:
    text, parts, end = side.paragraph.text, [], 0
    for start, stop in side.common:
        parts += [_text(text[end:start]), f"<mark>{_text(text[start:stop])}</mark>"]
        end = stop
    words = "".join([*parts, _text(text[end:])])
    return f'<div class="side"><p class="place">{_text(side.place)}</p><p class="text">{words}</p></div>'


def _text(text: str) -> str:
    """Escaped; characters that no page can hold are shown as ?."""
    return escape("".join(char if char == "\n" or char.isprintable() else _REPLACED.get(char, "?") for char in text))


_REPLACED = {"\t": " ", "\u3000": "\u3000", "\u00a0": "\u00a0"}
