"""Places for the boxes of a network: layers from left to right, few crossings, lines that mostly run level."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SWEEPS, _EASY = 24, 600  # sweeps over a network of up to so many nodes; fewer over larger ones
_BENDS_AT_MOST = 8_000  # where lines pass layers by; longer lines are left out until there are no more than these
_THIN = 0.34  # room a passing line takes, a box being 1


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands. Nodes up to the number of boxes are those, later ones are places where a line passes
    through a layer. `row` counts in boxes from the top. `steps`: from a node of one layer to one of the next, with the
    links (tail, head) that run there. `left_out`: links too long to draw."""

    boxes: int
    layer: tuple[int, ...]
    row: tuple[float, ...]
    steps: dict[tuple[int, int], list[tuple[int, int]]]
    left_out: tuple[tuple[int, int], ...]

    @property
    def layers(self) -> int:
        return max(self.layer, default=-1) + 1

    @property
    def height(self) -> float:
        return max((row for row in self.row[: self.boxes]), default=-0.5) + 0.5


def laid_out(depth: Sequence[int], links: Sequence[tuple[int, int]], page: float = 0.0) -> Layout:
    """The layout of boxes of those depths. `page`: how many boxes' height a page has; none then lies across an edge."""
    reach = next((most for most in (10**9, 16, 8, 4, 2, 1) if _bends(depth, links, most) <= _BENDS_AT_MOST), 1)
    drawn = [link for link in links if depth[link[1]] - depth[link[0]] <= reach]
    layer, steps = _chains(depth, drawn)
    tied = {node for step in steps for node in step}
    lonely = [box for box in range(len(depth)) if box not in tied]
    before, after = _neighbours(len(layer), steps)
    orders = _ordered(layer, tied, before, after)
    row = _rows(orders, len(depth), len(layer), before, after)
    bottom = max((row[node] + 0.5 for node in tied), default=0.0)
    columns = max(1, max(layer, default=0) + 1, round(len(lonely) ** 0.5))
    for number, box in enumerate(lonely):
        layer[box], row[box] = number % columns, bottom + 0.5 + number // columns
    if page:
        _off_the_edges(layer, row, len(depth), page)
    left_out = tuple(link for link in links if depth[link[1]] - depth[link[0]] > reach)
    return Layout(len(depth), tuple(layer), tuple(row), steps, left_out)


def _bends(depth: Sequence[int], links: Iterable[tuple[int, int]], most: int) -> int:
    """How many places lines pass through: the lines of one tail share theirs."""
    furthest: dict[int, int] = {}
    for tail, head in links:
        span = depth[head] - depth[tail]
        if span <= most:
            furthest[tail] = max(furthest.get(tail, 1), span)
    return sum(span - 1 for span in furthest.values())


def _chains(
    depth: Sequence[int], links: Iterable[tuple[int, int]]
) -> tuple[list[int], dict[tuple[int, int], list[tuple[int, int]]]]:
    layer, passing = list(depth), dict[tuple[int, int], int]()
    steps: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for tail, head in links:
        node = tail
        for level in range(depth[tail] + 1, depth[head] + 1):
            following = head if level == depth[head] else passing.setdefault((tail, level), len(layer))
            if following == len(layer):
                layer.append(level)
            steps.setdefault((node, following), []).append((tail, head))
            node = following
    return layer, steps


def _neighbours(size: int, steps: Iterable[tuple[int, int]]) -> tuple[list[list[int]], list[list[int]]]:
    before: list[list[int]] = [[] for _ in range(size)]
    after: list[list[int]] = [[] for _ in range(size)]
    for tail, head in steps:
        after[tail].append(head)
        before[head].append(tail)
    return before, after


def _ordered(
    layer: Sequence[int], tied: set[int], before: Sequence[list[int]], after: Sequence[list[int]]
) -> list[list[int]]:
    """The nodes of each layer from top to bottom, sorted again and again by the middle of their neighbours' places."""
    orders: list[list[int]] = [[] for _ in range(max(layer, default=-1) + 1)]
    for node in sorted(tied):
        orders[layer[node]].append(node)
    place = [0.0] * len(layer)
    for order in orders:
        _number(order, place)
    for sweep in range(max(4, _SWEEPS * _EASY // max(_EASY, len(layer)))):
        down = sweep % 2 == 0
        for order in orders if down else reversed(orders):
            beside = before if down else after
            middle = {node: _mean([place[one] for one in beside[node]], place[node]) for node in order}
            order.sort(key=middle.__getitem__)
            _number(order, place)
    return orders


def _number(order: Sequence[int], place: list[float]) -> None:
    for number, node in enumerate(order):
        place[node] = (number + 0.5) / len(order)


def _mean(places: Sequence[float], otherwise: float) -> float:
    return sum(places) / len(places) if places else otherwise


def _rows(
    orders: Sequence[Sequence[int]], boxes: int, size: int, before: Sequence[list[int]], after: Sequence[list[int]]
) -> list[float]:
    """Rows as near to those of the neighbours as the order allows."""
    row = [0.0] * size
    for order in orders:
        for node, own in zip(order, _spread([0.0] * len(order), order, boxes), strict=True):
            row[node] = own
    for sweep in range(6):
        down = sweep % 2 == 0
        for order in orders if down else reversed(orders):
            beside = before if down else after
            wanted = [_mean([row[one] for one in beside[node]], row[node]) for node in order]
            for node, own in zip(order, _spread(wanted, order, boxes), strict=True):
                row[node] = own
    top = min((row[node] - (0.5 if node < boxes else 0) for order in orders for node in order), default=0.0)
    return [round(own - top, 6) for own in row]


def _spread(wanted: Sequence[float], order: Sequence[int], boxes: int) -> list[float]:
    """The rows nearest to the wanted ones (least squares) that keep the order and every node's room: neighbours that
    come too close are moved together as one block (pool adjacent violators)."""
    offsets, reach = [], 0.0
    for number, node in enumerate(order):
        room = 1.0 if node < boxes else _THIN
        reach += (room + (1.0 if order[number - 1] < boxes else _THIN)) / 2 if number else 0.0
        offsets.append(reach)
    blocks: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        total, count = want - offset, 1
        while blocks and blocks[-1][0] / blocks[-1][1] >= total / count:
            last = blocks.pop()
            total, count = total + last[0], count + last[1]
        blocks.append((total, count))
    bases = [total / count for total, count in blocks for _ in range(count)]
    return [base + offset for base, offset in zip(bases, offsets, strict=True)]


def _off_the_edges(layer: Sequence[int], row: list[float], boxes: int, page: float) -> None:
    """Move boxes that lie across the edge of two pages down to the later one, and what is below them along."""
    below: dict[int, float] = {}
    for node in sorted(range(len(layer)), key=lambda node: (layer[node], row[node])):
        half = 0.5 if node < boxes else _THIN / 2
        top = max(row[node] - half, below.get(layer[node], 0.0))
        if node < boxes and (top + 1e-6) // page != (top + 1 - 1e-6) // page:
            top = ((top + 1e-6) // page + 1) * page
        row[node], below[layer[node]] = top + half, top + 2 * half
