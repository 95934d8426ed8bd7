"""What the review page does where scripts run: the words and what was read of them are marked together.

Without it every link still leads across and back.
"""

from __future__ import annotations

SCRIPT = """\
(function () {
  'use strict';
  var name = function (node) { return (node && node.getAttribute('data-of')) || ''; };
  function mark(of, from) {
    document.querySelectorAll('.on').forEach(function (one) { one.classList.remove('on'); });
    var first = {};
    document.querySelectorAll('[data-of]').forEach(function (one) {
      if (name(one) !== of) { return; }
      one.classList.add('on');
      var side = one.closest('.side');
      if (side && !first[side.id]) { first[side.id] = one; }
    });
    Object.keys(first).forEach(function (id) {
      if (!from || !from.closest('.side') || from.closest('.side').id !== id) {
        first[id].scrollIntoView({ block: 'center' });
      }
    });
  }
  document.addEventListener('click', function (event) {
    var node = event.target.closest ? event.target.closest('a[data-of], .card[data-of]') : null;
    if (!node || window.getSelection().toString()) { return; }
    var link = event.target.closest('a');
    if (link && !link.hasAttribute('data-of')) { return; }
    if (link) { event.preventDefault(); }
    mark(name(node), node);
  });
}());
"""
