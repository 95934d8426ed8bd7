"""A real browser without a window, for what only a browser can tell of a page."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no chromium: apt-get install chromium")

# Pages are opened one after the other in a frame as wide as a phone; what is found in each is written down.
_FRAME = """<!DOCTYPE html><meta charset="utf-8"><style>iframe { width: 390px; height: 844px; border: 0 }</style>
<pre id="found"></pre><script>
const trials = [%s];
(async () => {
  const found = [];
  for (const [file, look] of trials) {
    const frame = document.createElement("iframe");
    frame.src = file;
    document.body.append(frame);
    await new Promise(loaded => { frame.onload = loaded; });
    found.push(await look(frame.contentWindow, frame.contentWindow.document));
    frame.remove();
  }
  document.getElementById("found").textContent = JSON.stringify(found);
})();
</script>"""


def looks(folder: Path, trials: list[tuple[str, str]]) -> list[Any]:
    """What functions of (window, document) find, each in a page of the folder: (its name and fragment, function)."""
    wrapper = folder / "frame.html"
    wrapper.write_text(_FRAME % ",\n".join(f"[{json.dumps(file)}, {look}]" for file, look in trials), "utf-8")
    assert CHROMIUM
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"]
    command = [CHROMIUM, *options, "--virtual-time-budget=20000", "--dump-dom", wrapper.as_uri()]
    dom = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8", timeout=120).stdout
    found = dom.partition('<pre id="found">')[2].partition("</pre>")[0]
    return list(json.loads(found.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")))
