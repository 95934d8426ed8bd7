"""The head of a page that carries its one style sheet and its one script, and can load, run and send nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from runbook.render.page.markup import Html, el


def sealed(title: str, style: str, script: str) -> Html:
    """A head whose policy names style and script by their digests (Content Security Policy, hash sources)."""
    policy = f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; base-uri 'none'"
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=f"{policy}; form-action 'none'"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="format-detection", content="telephone=no"),  # a plan's number is no phone number
        el("title", title),
        el("style", Html(style)),
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
