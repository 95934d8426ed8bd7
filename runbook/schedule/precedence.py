"""The order that links set between tasks: which links say nothing of their own, and how deep each task stands."""

from __future__ import annotations

from collections.abc import Iterable

from runbook.network import Network


def telling_links(network: Network) -> list[int]:
    """The links without those that others imply: a plain finish-to-start link between tasks already tied by a longer
    way (transitive reduction), and all but the first between the same two tasks. A lag is never implied."""
    below = _below(network)
    found: dict[tuple[int, int], int] = {}
    for link, (tail, head) in enumerate(zip(network.tail, network.head, strict=True)):
        implied = _is_plain(network, link) and below[tail] >> head & 1
        if not implied:
            found.setdefault((tail, head), link)
    return sorted(found.values())


def depths(network: Network, links: Iterable[int]) -> list[int]:
    """For every task the number of links of the longest way that leads to it."""
    found = [0] * len(network)
    outgoing: list[list[int]] = [[] for _ in found]
    for link in links:
        outgoing[network.tail[link]].append(network.head[link])
    for task in network.order:
        for head in outgoing[task]:
            found[head] = max(found[head], found[task] + 1)
    return found


def _below(network: Network) -> list[int]:
    """For every task, as bits, the tasks that are behind its successors: two links away or more."""
    reach, below = [0] * len(network), [0] * len(network)
    for task in reversed(network.order):
        for link in network.outgoing[task]:
            head = network.head[link]
            below[task] |= reach[head]
            reach[task] |= 1 << head | reach[head]
    return below


def _is_plain(network: Network, link: int) -> bool:
    return bool(network.tail_end[link]) and not network.head_end[link] and not network.lag[link]
