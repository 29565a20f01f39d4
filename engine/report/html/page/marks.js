// Words marked inside a statement's text. Offsets count code points; a character shown by its number is one.

/** The text nodes of a statement's words, each with the code points before it. */
function* textNodes(words) {
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  let at = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const unseen = node.parentElement.classList.contains('unseen');
    const length = unseen ? 1 : [...node.data].length;
    yield {node, unseen, begin: at, end: at + length};
    at += length;
  }
}

function wrap(node, begin, end, kind) {
  const range = document.createRange();
  range.setStart(node, begin);
  range.setEnd(node, end);
  range.surroundContents(make('mark', {class: kind}));
}

const unitsOf = (text, points) => [...text].slice(0, points).join('').length;

function markSpan(words, [begin, end], kind) {
  for (const piece of [...textNodes(words)]) {
    const from = Math.max(begin, piece.begin);
    const to = Math.min(end, piece.end);
    if (from >= to) continue;
    const {node} = piece;
    if (piece.unseen) wrap(node, 0, node.length, kind);
    else wrap(node, unitsOf(node.data, from - piece.begin), unitsOf(node.data, to - piece.begin), kind);
  }
}

/** Marks every place where `sought` stands, whatever its case. */
function markFound(words, sought) {
  for (const {node} of [...textNodes(words)]) {
    const text = node.data.toLowerCase();
    if (text.length !== node.length) continue;
    for (let at = text.lastIndexOf(sought); at >= 0; at = at > 0 ? text.lastIndexOf(sought, at - 1) : -1) {
      if (at + sought.length <= node.length) wrap(node, at, at + sought.length, 'found');
    }
  }
}

function unmark(words, kinds) {
  for (const mark of words.querySelectorAll(kinds)) mark.replaceWith(...mark.childNodes);
  words.normalize();
}

let evidenceMarked = [];

/** Marks on both sides the words that the evidence of a link names; without a link, none. */
function markEvidence(link) {
  for (const words of evidenceMarked) unmark(words, 'mark.plus, mark.minus');
  evidenceMarked = [];
  if (!link) return;
  link.ends.forEach((statement, side) => {
    const covered = [];
    for (const {adds, spans: {[side]: span}} of link.rows) {
      if (!span || covered.some(([begin, end]) => span[0] < end && begin < span[1])) continue;
      covered.push(span);
      markSpan(statement.words, span, adds < 0 ? 'minus' : 'plus');
    }
    evidenceMarked.push(statement.words);
  });
}
