"""The look of all pages. System fonts only; every meaning is a shape or a word first and a colour second.

Sizes are in points, because the page is made for paper; a phone shows the same sizes and lays the tables out as cards.
`print-color-adjust: exact` keeps fills on paper where the browser's "background graphics" is off. The one accent,
dark red, prints as dark grey on a black-and-white printer.
"""

from __future__ import annotations

_BASE = """\
:root { --accent: #a31621; --ink: #000; --soft: #3d3d3d; --line: #8c8c8c; --fill: #ececec; color-scheme: light; }
* { box-sizing: border-box; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; background: #fff; }
body { margin: 0 auto; padding: 9mm 8mm; max-width: var(--paper); color: var(--ink); background: #fff;
  font: 9pt/1.32 "Noto Sans", "Segoe UI", Arial, sans-serif; overflow-wrap: anywhere; }
p, h1, h2, h3, ul, ol { margin: 0; padding: 0; }
a { color: inherit; text-decoration-color: var(--line); }
.running { display: flex; gap: 6mm; justify-content: space-between; border-bottom: 0.8pt solid var(--ink);
  padding-bottom: 1.2mm; margin-bottom: 4mm; font-size: 8pt; line-height: 1.3; color: var(--soft); }
.running > div { flex: 1 1 55%; } .running > .origin { flex: 1 1 45%; text-align: right; }
.issuer { text-transform: uppercase; font-weight: bold; color: var(--ink); }
h1 { font-size: 15pt; line-height: 1.18; text-transform: uppercase; }
h2 { font-size: 10pt; line-height: 1.25; margin: 4mm 0 1.2mm; padding-top: 1.2mm; text-transform: uppercase;
  break-after: avoid; }
.lead-in { break-after: avoid; margin-bottom: 1.5mm; color: var(--soft); }
.masthead { display: flex; gap: 5mm; align-items: center; margin-bottom: 3.5mm; break-inside: avoid; }
.masthead > div:last-child { flex: 1; min-width: 0; }
.masthead .unit { font-size: 11.5pt; font-weight: bold; line-height: 1.25; margin-top: 0.6mm; }
.masthead .occasion { font-size: 10pt; font-weight: normal; line-height: 1.25; margin-top: 0.4mm; }
.masthead .facts { font-size: 8.5pt; color: var(--soft); margin-top: 0.6mm; }
.plate { flex: none; width: 27mm; padding: 1.4mm 1mm 1.6mm; border: 0.6mm solid #000; border-radius: 1.2mm;
  background: #000; color: #fff; text-align: center; line-height: 1.15; }
.plate span { display: block; font-size: 7.5pt; } .plate b { display: block; font-size: 17pt; }
.tag { display: inline-block; padding: 0 1.1mm; border: 0.35mm solid var(--ink); border-radius: 0.9mm; background: #fff;
  font-size: 6.5pt; font-weight: bold; line-height: 1.3; letter-spacing: 0.02em; white-space: nowrap;
  vertical-align: 0.35mm; }
.tag.critical { border-color: var(--accent); background: var(--accent); color: #fff; }
.tag.late { border-color: #000; background: #000; color: #fff; }
.box { display: inline-block; width: 3.6mm; height: 3.6mm; border: 0.35mm solid var(--ink); border-radius: 0.6mm; }
.fill { color: var(--line); letter-spacing: 0.04em; white-space: nowrap; }
.call { white-space: nowrap; }
.note, .trouble, .cue { display: block; font-size: 8pt; font-style: italic; font-weight: normal; color: #1a1a1a; }
.trouble::before { content: "▸ "; font-style: normal; }
.cue { font-style: normal; }
.soft { font-size: 8pt; color: var(--soft); font-weight: normal; }
td .soft, td .latest { display: block; }
.facts span { display: inline-block; margin-right: 1.5em; }
.note.plain { font-style: normal; color: var(--soft); }
.late-text { font-weight: bold; }
.legend { font-size: 7.5pt; display: flex; flex-wrap: wrap; gap: 0.8mm 4mm; }
.colophon { margin-top: 5mm; padding-top: 1.4mm; border-top: 0.5pt solid var(--line); break-inside: avoid; }
.colophon .origin { font-size: 7.5pt; color: var(--soft); margin-top: 0.8mm; }
.verdict { border: 0.8mm solid var(--ink); border-left-width: 3mm; border-radius: 1mm; padding: 2mm 3mm;
  font-size: 11pt; font-weight: bold; break-inside: avoid; margin-bottom: 3mm; }
.verdict .soft { font-size: 8.5pt; margin-top: 0.6mm; }
.verdict.bad { border-color: var(--accent); }
.complaint { font-size: 9.5pt; font-weight: bold; line-height: 1.25; margin-top: 0.8mm; color: var(--accent); }
.complaint::before { content: "!! "; }
"""

_TABLES = """\
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 0.9mm 1.4mm 1mm; text-align: left; vertical-align: top; font-weight: normal; }
thead th { border-top: 0.8pt solid var(--ink); border-bottom: 0.8pt solid var(--ink); font-size: 7.5pt;
  font-weight: bold; vertical-align: bottom; line-height: 1.2; }
tbody td { border-bottom: 0.5pt solid var(--line); }
tbody tr > :first-child { border-left: 1.3mm solid transparent; }
tbody tr.critical > :first-child { border-left-color: var(--accent); }
tr.critical .what, tr.critical .time b { font-weight: bold; }
tr.band { break-after: avoid; }
tr.band th { background: var(--fill); border-bottom: 0.5pt solid var(--ink); font-size: 8pt; font-weight: bold;
  text-transform: uppercase; padding: 0.5mm 1.4mm; }
.tick { width: 6.5mm; } td.tick { padding: 1mm 0 0 0.9mm; }
td.time { font-size: 8pt; color: var(--soft); white-space: nowrap; }
td.time b { display: block; font-size: 11.5pt; line-height: 1.15; color: var(--ink); }
.untimed td.time { white-space: normal; } td.time b.small { font-size: 8.5pt; }
td.id { font-size: 8pt; }
td.num, th.num { text-align: right; }
td.sign { font-size: 8pt; color: var(--line); border-left: 0.5pt solid var(--line); }
.sheet .time { width: 15mm; } .sheet .who { width: 47mm; } .sheet .where { width: 25mm; } .sheet .sign { width: 18mm; }
.sheet.one-agency .where { width: 23mm; }
.brief { list-style: none; columns: 2; column-gap: 7mm; margin-bottom: 4mm; }
.brief li { break-inside: avoid; padding: 0.5mm 0; border-bottom: 0.5pt dotted var(--line); }
.brief b { font-variant-numeric: tabular-nums; margin-right: 1mm; }
.signatures { display: flex; justify-content: space-between; gap: 6mm; margin-top: 7mm; break-inside: avoid;
  text-align: center; }
.signatures div { flex: 1; } .signatures b { display: block; text-transform: uppercase; font-size: 8.5pt; }
.signatures i { font-size: 8pt; } .signatures .space { border-bottom: 1pt dotted #333; margin: 16mm 8mm 0; height: 0; }
.incidents { break-inside: avoid; }
.incidents ol { list-style: none; }
.incidents li { display: flex; gap: 3mm; align-items: flex-end; height: 8mm; }
.incidents li span:last-child { flex: 1; border-bottom: 1pt dotted #555; height: 0; margin-bottom: 1mm; }
.duties .id { width: 10mm; } .duties .who { width: 28mm; } .duties .date { width: 20mm; }
.duties .spare { width: 15mm; }
.plan .duties .who { width: 45mm; } .plan .duties .date { width: 31mm; } .plan .duties .spare { width: 18mm; }
.hourly .date { width: 29mm; } .hourly .who { width: 40mm; } .hourly .where { width: 36mm; }
.handed .date { width: 21mm; } .handed .who { width: 38mm; } .handed .own { width: 46mm; }
.waiting .date { width: 24mm; } .waiting .who { width: 40mm; } .waiting .own { width: 48mm; }
.code { font-size: 8pt; }
.late-group { border-left: 1.3mm solid var(--accent); padding: 0.4mm 0 0.6mm 2.5mm; margin-bottom: 2.2mm;
  break-inside: avoid; }
.late-group .cause { font-weight: bold; } .late-group ul { padding-left: 4.5mm; }
.people .person { width: 46mm; } .people .phone { width: 34mm; } .people .mail { width: 40mm; }
.people tr.members td { border-top: 0; padding-top: 0; } .people tr.named td { border-bottom: 0; }
.assumptions { list-style: none; } .assumptions li { padding: 0.5mm 0; break-inside: avoid; }
.days .rank { width: 12mm; } .days .date { width: 34mm; } .days .num { width: 18mm; }
.days td.date b { font-size: 11pt; }
.changed .id { width: 12mm; } .changed .change { width: 88mm; } .changed td.what { font-weight: normal; }
.choices .date { width: 30mm; } .choices .who { width: 42mm; }
.show .no { width: 10mm; } .show .time { width: 18mm; } .show .length { width: 15mm; } .show .who { width: 38mm; }
.show .cues { width: 25mm; } .show .where { width: 31mm; } .show .heard { width: 31mm; } .show .seen { width: 28mm; }
.show .sign { width: 19mm; }
.words { font-size: 8pt; font-weight: normal; } .words summary { cursor: pointer; } .words p { margin-top: 0.8mm; }
.show td.what { font-weight: bold; } .show td { padding-bottom: 1.6mm; } .show td.time b { font-size: 13pt; }
.show td.length { font-size: 11pt; white-space: nowrap; }
.show td.sign .box { display: block; margin-top: 1.6mm; }
.show tr.gap td { background: var(--fill); font-style: italic; }
.show tr.fixed > :first-child, .days tr.fits > :first-child { border-left-color: #000; }
.bar { display: block; height: 1.3mm; max-width: 100%; background: #6b6b6b; border: 0.3mm solid #6b6b6b; }
.total { border-top: 0.8pt solid var(--ink); padding-top: 1mm; font-size: 9.5pt; }
.matrix .id { width: 11mm; } .matrix .what { width: auto; } .matrix .cell { width: 9.2mm; }
.matrix th.cell { height: 44mm; padding: 0; vertical-align: bottom; } .matrix .tall th.cell { height: 64mm; }
.matrix th.cell span { display: block; writing-mode: vertical-rl; transform: rotate(180deg); max-height: 43mm;
  width: 100%; line-height: 1.05; font-weight: normal; font-size: 7pt; padding: 0.8mm 0.3mm 0.8mm 0; }
.matrix .tall th.cell span { max-height: 63mm; }
.matrix td.cell { text-align: center; padding: 0.7mm 0.4mm; border-left: 0.5pt solid #b9b9b9; }
.matrix td { padding-top: 0.7mm; padding-bottom: 0.7mm; font-size: 8pt; }
.matrix .tile + .tile { break-before: page; margin-top: 8mm; }
.duty { display: inline-block; min-width: 6.6mm; padding: 0.2mm 0.6mm; border: 0.4mm solid #000; font-size: 6.8pt;
  line-height: 1.2; font-weight: bold; text-align: center; }
.duty.leads { background: #000; color: #fff; } .duty.supports { background: #fff; border-style: dashed; }
.loads .who { width: auto; } .loads .num { width: 26mm; } .loads .date { width: 34mm; }
.jumps { display: flex; flex-wrap: wrap; gap: 1mm 5mm; font-size: 9.5pt; }
.index-list { list-style: none; }
.index-list li { display: flex; gap: 4mm; padding: 1.2mm 1mm; border-bottom: 0.5pt solid var(--line);
  break-inside: avoid; }
.index-list .name { flex: 0 0 56mm; font-size: 10pt; } .index-list .name .soft { margin-left: 2mm; }
.index-list .items { flex: 1; display: flex; flex-wrap: wrap; gap: 1.2mm 4mm; align-items: baseline; }
.index-list .item { display: inline-flex; flex-wrap: wrap; gap: 1mm 1.2mm; align-items: baseline; }
.index-list a { padding: 0.2mm 1.6mm; border: 0.3mm solid var(--line); border-radius: 0.9mm; text-decoration: none; }
.chart { overflow-x: auto; break-inside: avoid; } .chart + .chart { margin-top: 6mm; }
.chart svg { display: block; width: 100%; min-width: 1100px; height: auto; border: 0.5pt solid var(--line); }
.chart text { font-family: "Noto Sans", "Segoe UI", Arial, sans-serif; }
"""

_PRINT = """\
@media print {
  body { padding: 0; max-width: none; }
  .timeline .running, .timeline .masthead, .timeline .colophon { display: none; }
  .chart { overflow: visible; } .chart + .chart { margin-top: 0; break-before: page; }
  .chart svg { min-width: 0; max-height: 99.9vh; border: 0; }
  .matrix .tile + .tile { margin-top: 0; }
  a { text-decoration: none; }
}
"""

# Below 720 px a table row becomes a card: its cells stand one under another, each with its column's name before it.
_PHONE = """\
@media screen and (min-width: 721px) { body.timeline { max-width: none; } }
@media screen and (max-width: 720px) {
  body { padding: 3.5mm; font-size: 11pt; }
  .running { display: block; } .running > .origin { text-align: left; margin-top: 1mm; }
  h1 { font-size: 15pt; } h2 { font-size: 11pt; }
  .masthead { align-items: flex-start; gap: 3mm; } .plate { width: 23mm; } .masthead .facts { font-size: 9.5pt; }
  .note, .trouble, .cue, .soft, td.id { font-size: 9.5pt; } .tag { font-size: 8pt; } .legend { font-size: 9pt; }
  .words { font-size: 10.5pt; }
  .colophon .origin, .running { font-size: 8.5pt; }
  .brief { columns: 1; } .brief li { padding: 1.4mm 0; }
  .signatures, .incidents { display: none; }
  table, tbody, tr, tbody td, tbody th { display: block; width: auto !important; }
  thead, colgroup, td.sign, td.void { display: none !important; }
  tbody tr { border-left: 1.6mm solid transparent; border-bottom: 0.5pt solid var(--line); padding: 1.6mm 0 1.8mm 2mm; }
  tbody tr.critical { border-left-color: var(--accent); } tbody tr.fixed, tbody tr.fits { border-left-color: #000; }
  tbody tr > :first-child { border-left: 0; }
  tbody td { border: 0; padding: 0.3mm 0; text-align: left !important; }
  tbody td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); font-size: 9.5pt;
    font-weight: normal; }
  tr.band, tbody tr.gap { padding-left: 0; } tr.band { border-bottom: 0; }
  tr.band th { padding: 1.2mm 2mm; font-size: 10pt; }
  td.tick { float: right; padding: 0; } .box { width: 6mm; height: 6mm; }
  td.time { font-size: 10.5pt; } td.time b { display: inline; font-size: 15pt; margin-right: 1.5mm; }
  td.what { font-size: 12pt; line-height: 1.3; }
  .bar { max-width: 60%; }
  .show td.no, .show td.time, .show td.length, .days td.rank, .days td.date { display: inline-block;
    margin-right: 4mm; }
  .show td.no::after, .days td.rank::after { content: "."; } .show .bar { display: none; }
  .duties td.date, .duties td.spare, .handed td.date { display: inline-block; width: 49% !important; }
  .duties td.date::before, .duties td.spare::before, .handed td.date::before { display: block; }
  .matrix td { font-size: 11pt; }
  .matrix td.cell { display: inline-block; border: 0; margin: 0.6mm 2mm 0 0; text-align: left; }
  .matrix td.cell[data-label]::before { content: none; }
  .matrix td.cell::after { content: " " attr(data-label); font-size: 9.5pt; }
  .duty { min-width: 8mm; font-size: 8.5pt; }
  .jumps { font-size: 12pt; gap: 3mm 5mm; }
  .index-list li { flex-wrap: wrap; align-items: center; gap: 1.4mm 4mm; padding: 2mm 0; }
  .index-list .name { flex: 1 1 45%; font-size: 12pt; } .index-list .items { flex: 0 1 auto; gap: 2mm 5mm; }
  .index-list .item { gap: 1.5mm 2mm; } .index-list a { padding: 1.6mm 3.2mm; font-size: 11.5pt; }
}
"""

STYLE = _BASE + _TABLES + _PRINT + _PHONE
