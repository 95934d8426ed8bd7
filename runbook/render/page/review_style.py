"""The look of the page that sets a plan document beside what was read of it."""

from __future__ import annotations

_LIGHT = "--ink: #111; --soft: #484848; --line: #8c8c8c; --fill: #efefef; --paper: #fff; --accent: #a31621;"
_DARK = "--ink: #f1f1f1; --soft: #c2c2c2; --line: #7d7d7d; --fill: #272727; --paper: #121212; --accent: #ff9d95;"
_NARROW = "50rem"  # below it the two sides stand one under the other

STYLE = f"""\
:root {{ {_LIGHT} color-scheme: light dark; }}
@media (prefers-color-scheme: dark) {{ :root {{ {_DARK} }} }}
* {{ box-sizing: border-box; }}
html {{ -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }}
body {{ margin: 0; color: var(--ink); background: var(--paper); overflow-wrap: anywhere;
  font: 1rem/1.45 system-ui, "Noto Sans", "Segoe UI", Roboto, Arial, sans-serif; }}
p, h1, h2, h3, ul, dl, dd {{ margin: 0; padding: 0; }}
ul {{ list-style: none; }}
h1 {{ font-size: 1.2rem; line-height: 1.3; }}
h2 {{ font-size: 1.05rem; margin: 1.2rem 0 0.4rem; border-top: 0.15rem solid var(--ink); padding-top: 0.4rem; }}
h3 {{ font-size: 1rem; }}
h1, h2, h3, p, li, dd, a {{ unicode-bidi: isolate; }}
a {{ color: inherit; }}
:focus-visible {{ outline: 0.2rem solid var(--accent); outline-offset: 0.1rem; }}
header {{ padding: 0.8rem 1rem 0.4rem; }}
.soft {{ color: var(--soft); font-size: 0.9rem; }}
.choose {{ display: inline-block; padding: 0.6rem 1rem 0.6rem 0; min-height: 2.75rem; }}
body > input {{ margin: 0 0.4rem 0 1rem; width: 1.1rem; height: 1.1rem; vertical-align: middle; }}
nav {{ display: none; padding: 0 0.5rem; }}
nav a {{ display: inline-block; padding: 0.6rem 0.5rem; min-height: 2.75rem; font-weight: bold; }}
.sides {{ display: grid; grid-template-columns: 1fr 1fr; border-top: 0.1rem solid var(--line); }}
.side {{ height: calc(100vh - 8rem); min-height: 20rem; overflow-y: auto; padding: 0.6rem 1rem 4rem; }}
.side + .side {{ border-left: 0.1rem solid var(--line); }}
.plan p {{ margin: 0 0 0.55rem; }}
.plan .page {{ color: var(--soft); font-size: 0.8rem; border-top: 0.06rem dashed var(--line); }}
.plan a {{ text-decoration: none; background: var(--fill); border-bottom: 0.12rem solid var(--line); }}
.plan a.asked {{ border-bottom: 0.2rem double var(--accent); }}
.plan a.open {{ background: none; border-bottom: 0.15rem dotted var(--accent); }}
.plan b {{ border-bottom: 0.12rem solid var(--ink); }}
.card {{ padding: 0.45rem 0.6rem; border-left: 0.3rem solid var(--line); margin: 0 0 0.5rem; background: var(--fill); }}
.card.asked {{ border-left-color: var(--accent); }}
.card.open {{ border-left-style: dotted; border-left-color: var(--accent); background: none; }}
.card dl {{ display: grid; grid-template-columns: max-content 1fr; gap: 0.05rem 0.8rem; }}
.card dt {{ color: var(--soft); }}
.card dt:empty {{ display: none; }}
.card dt:empty + dd {{ grid-column: 1 / -1; }}
.ask {{ color: var(--accent); font-weight: bold; }}
.back {{ display: inline-block; min-width: 2rem; }}
.card:target, span:target + a, .on {{ outline: 0.2rem solid var(--accent); outline-offset: 0.1rem; }}
#show-asked:checked ~ .sides .card:not(.asked), #show-open:checked ~ .sides .card:not(.open),
#show-asked:checked ~ .sides .always, #show-open:checked ~ .sides .always {{ display: none; }}
@media (max-width: {_NARROW}) {{
  nav {{ display: block; position: sticky; top: 0; background: var(--paper); z-index: 1; }}
  html {{ scroll-padding-top: 4rem; }}
  .choose {{ display: inline; }}
  .sides {{ display: block; }}
  .side {{ height: auto; overflow: visible; }}
  .side + .side {{ border-left: 0; border-top: 0.3rem solid var(--ink); }}
}}
@media print {{
  :root {{ {_LIGHT} }}
  .choose, .back, nav, input {{ display: none; }}
  .sides {{ display: block; }}
  .side {{ height: auto; overflow: visible; padding: 0.5rem 0; }}
  .side + .side {{ border-left: 0; break-before: page; }}
  .card {{ break-inside: avoid; }}
}}
"""
