"""The look of the phone page: the words of the other pages' style sheet, sized for a hand.

Sizes are in rem, so that text follows the size set on the phone. Colours are variables: a dark screen and paper change
them and nothing else. Whatever can be touched is 2.75rem high, 44 px at the usual size of text.
"""

from __future__ import annotations

_LIGHT = "--ink: #111; --soft: #484848; --line: #8c8c8c; --fill: #efefef; --paper: #fff; --accent: #a31621;"
_DARK = "--ink: #f1f1f1; --soft: #c2c2c2; --line: #7d7d7d; --fill: #272727; --paper: #121212; --accent: #ff9d95;"

# Names stand in boxes of their own direction: a sign that turns the writing round turns no more than its own name.
STYLE = f"""\
:root {{ {_LIGHT} color-scheme: light dark; }}
@media (prefers-color-scheme: dark) {{ :root {{ {_DARK} }} }}
* {{ box-sizing: border-box; }}
html {{ -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 4rem; }}
body {{ margin: 0 auto; padding: 0 1rem 2rem; max-width: 46rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.45 system-ui, "Noto Sans", "Segoe UI", Roboto, Arial, sans-serif; overflow-wrap: anywhere; }}
[hidden] {{ display: none !important; }}
p, h1, h2, h3, ul, ol, dl, dd {{ margin: 0; padding: 0; }}
h1 {{ font-size: 1.3rem; line-height: 1.25; margin: 0.4rem 0; }}
h2 {{ font-size: 1.15rem; line-height: 1.3; margin: 1.5rem 0 0.5rem; padding-top: 0.5rem;
  border-top: 0.15rem solid var(--ink); }}
h3 {{ display: inline; font-size: 1rem; line-height: 1.35; }}
h1, h3, p, li, dd, b, a, .name, option {{ unicode-bidi: isolate; }}
a {{ color: inherit; text-underline-offset: 0.2em; }}
:focus-visible {{ outline: 0.2rem solid var(--accent); outline-offset: 0.1rem; }}
header {{ padding-top: 1rem; }}
.issuer {{ text-transform: uppercase; font-weight: bold; font-size: 0.85rem; }}
.soft, .note {{ color: var(--soft); font-size: 0.9rem; }}
.facts {{ margin: 0.3rem 0; }}
.facts span {{ display: inline-block; margin-right: 1.2em; unicode-bidi: isolate; }}
.opening {{ font-size: 1.15rem; font-weight: bold; }}
.verdict {{ margin: 0.8rem 0; padding: 0.6rem 0.8rem; border: 0.15rem solid var(--ink); border-left-width: 0.6rem;
  border-radius: 0.3rem; font-weight: bold; }}
.verdict.bad {{ border-color: var(--accent); }}
.verdict li {{ margin: 0.3rem 0 0 1.2rem; font-weight: normal; }}
.verdict .soft {{ font-weight: normal; }}
nav {{ position: sticky; top: 0; z-index: 1; display: flex; margin: 0 -1rem; padding: 0 0.5rem; overflow-x: auto;
  background: var(--paper); border-bottom: 0.06rem solid var(--line); }}
nav a {{ flex: 1 0 auto; min-height: 2.75rem; padding: 0.6rem 0.5rem; text-align: center; font-weight: bold; }}
.chooser label {{ display: block; margin-top: 0.6rem; font-size: 0.9rem; }}
.chooser select, .chooser input, button {{ width: 100%; min-height: 2.75rem; padding: 0.4rem 0.6rem; font: inherit;
  color: inherit; background: var(--paper); border: 0.1rem solid var(--line); border-radius: 0.4rem; }}
.chooser p {{ margin: 0.7rem 0; }}
button {{ font-weight: bold; background: var(--fill); border-color: var(--ink); }}
summary {{ min-height: 2.75rem; padding: 0.6rem 0; cursor: pointer; }}
.day {{ margin-top: 0.4rem; }}
.day > summary {{ padding: 0.6rem 0.8rem; background: var(--fill); border-radius: 0.3rem; }}
ol, ul {{ list-style: none; }}
.tasks > li {{ position: relative; border-bottom: 0.06rem solid var(--line);
  border-left: 0.3rem solid transparent; padding-left: 0.5rem; }}
.tasks > li.critical {{ border-left-color: var(--accent); }}
.tasks summary {{ list-style-position: outside; margin-left: 1.1rem; padding-right: 3rem; }}
.tasks .time {{ display: block; font-weight: bold; font-variant-numeric: tabular-nums; }}
.tasks .who {{ display: block; color: var(--soft); font-size: 0.9rem; }}
.critical .name {{ font-weight: bold; }}
.tick {{ position: absolute; top: 0.3rem; right: 0; display: grid; place-items: center;
  width: 2.75rem; height: 2.75rem; }}
.tick input {{ width: 1.5rem; height: 1.5rem; margin: 0; accent-color: var(--accent); }}
.tasks > li.done summary {{ text-decoration: line-through; color: var(--soft); }}
.tag {{ display: inline-block; padding: 0 0.35rem; border: 0.1rem solid var(--ink); border-radius: 0.25rem;
  font-size: 0.75rem; font-weight: bold; line-height: 1.35; white-space: nowrap; }}
.tag.critical {{ border-color: var(--accent); background: var(--accent); color: var(--paper); }}
.tag.late {{ background: var(--ink); color: var(--paper); }}
dl {{ display: grid; grid-template-columns: 5rem minmax(0, 1fr); align-items: baseline;
  gap: 0.35rem 0.6rem; margin: 0 0 0.8rem 1.1rem; }}
dt {{ color: var(--soft); font-size: 0.9rem; line-height: 1.6; grid-column: 1; }}
dd {{ grid-column: 2; }}
dd:has(a), .verdict li:has(a) {{ padding: 0.5rem 0; }}
dd a, .verdict a, .people a, .parts a {{ padding: 0.7rem 0; }}
.call {{ display: inline-block; min-height: 2.75rem; padding: 0.6rem 0; }}
a.call {{ white-space: nowrap; }}
dd .call {{ margin: -0.6rem 0; }}
.items li, .people > li, .choices > li, .assumptions li {{ padding: 0.7rem 0;
  border-bottom: 0.06rem solid var(--line); }}
.items li {{ display: flex; gap: 0.8rem; }}
.items .time {{ flex: 0 0 4.2rem; font-weight: bold; font-size: 1.1rem; font-variant-numeric: tabular-nums; }}
.items .time .soft {{ display: block; font-weight: normal; }}
.items .what {{ flex: 1; min-width: 0; }}
.items .name {{ font-weight: bold; }}
.entry {{ display: block; margin-top: 0.4rem; }}
.items p, .people p, .choices p {{ margin-top: 0.2rem; }}
.parts li {{ padding: 0.6rem 0 0.6rem 1.1rem; }}
.parts li a {{ display: inline-block; min-width: 2.75rem; margin: -0.7rem 0; }}
.parts ul {{ scroll-margin-top: 8rem; }}
footer {{ margin-top: 2rem; padding-top: 0.6rem; border-top: 0.06rem solid var(--line); }}
footer p, .about p {{ margin-top: 0.4rem; }}
@media print {{
  :root {{ {_LIGHT} color-scheme: light; }}
  @page {{ size: A4; margin: 17mm 12mm 16mm 20mm; }}
  html {{ font-size: 9.5pt; }}
  body {{ max-width: none; padding: 0; }}
  * {{ print-color-adjust: exact; -webkit-print-color-adjust: exact; }}
  nav, .chooser, .tick, .parts {{ display: none !important; }}
  h2, .day > summary {{ break-after: avoid; }}
  .tasks > li, .items li, .people > li {{ break-inside: avoid; }}
  summary, .call, dd .call, dd a, dd:has(a), .verdict a, .people a {{ min-height: 0; padding: 0.1rem 0; margin: 0; }}
  .tasks summary {{ list-style: none; margin: 0; }}
  dl {{ margin: 0 0 0.5rem; gap: 0 0.6rem; }}
  details::details-content {{ display: block; content-visibility: visible; }}
}}
"""
