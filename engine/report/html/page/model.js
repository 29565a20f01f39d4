'use strict';
// What the page knows: statements and links as objects, and what is shown of them.

const data = JSON.parse(document.getElementById('data').textContent);

const byId = (id) => document.getElementById(id);

/** An element with attributes and children; a child that is text stays text. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Every statement: its data, its place and its elements. */
const accounts = data.accounts.map((account, number) => ({
  ...account,
  number,
  element: byId(`account-${account.id}`),
  statements: account.statements.map((statement, index) => {
    const id = `${account.id}:${index + 1}`;
    const element = byId(id);
    return {
      ...statement, id, index, element, account: number,
      words: element.querySelector('.words'), anchor: element.querySelector('.number'),
    };
  }),
}));

const statementOf = new Map(accounts.flatMap((account) => account.statements.map((one) => [one.id, one])));

/** Of a statement's words those from code point `begin` to `end`; a character shown by its number counts as one. */
function wordsWithin(words, [begin, end]) {
  return [...textNodes(words)].map((piece) => {
    const points = piece.unseen ? [piece.node.data] : [...piece.node.data];
    return points.slice(Math.max(begin - piece.begin, 0), Math.max(end - piece.begin, 0)).join('');
  }).join('');
}

/** A row of evidence as an object: its kind, what it adds, and of each side the words and where they stand. */
function evidenceRow([kind, adds, ...sides], ends) {
  const spans = sides.map((side) => (Array.isArray(side) ? side : null));
  const words = sides.map((side, k) => (spans[k] ? wordsWithin(ends[k].words, spans[k]) : side));
  return {kind: data.kinds[kind], adds, words, spans};
}

let linkCount = 0;  // links are numbered through all pairs, as the table numbers them

/** Every pair, its links with the statements that they join, and the links of each statement. */
const pairs = data.pairs.map((pair) => {
  const linksOf = new Map();
  const links = pair.links.map((link) => {
    const ends = [accounts[pair.left].statements[link.left], accounts[pair.right].statements[link.right]];
    const number = ++linkCount;
    const joined = {
      ...link, number, ends, words: document.querySelector(`#link-${number} .what`).textContent,
      get rows() { return link.evidence.map((row) => evidenceRow(row, ends)); },
    };
    for (const end of joined.ends) linksOf.set(end, [...(linksOf.get(end) ?? []), joined]);
    return joined;
  });
  return {sides: [accounts[pair.left], accounts[pair.right]], answered: pair.answered, links, linksOf};
});

const linkOf = new Map(pairs.flatMap((pair) => pair.links.map((link) => [link.number, link])));

/** What is chosen. `pinned` and `hovered` are statements; `link` is the one whose evidence is open. */
const state = {pair: pairs[0], pinned: null, hovered: null, link: null, order: 'text'};

const sideOf = (statement) => state.pair.sides.findIndex((account) => account.number === statement.account);
const partnerIn = (link, statement) => link.ends[link.ends[0] === statement ? 1 : 0];
const isOpposed = (link) => link.relation === 'diverge' || link.relation === 'contradict';
const signed = (value, digits = 2) => (value > 0 ? '+' : '') + value.toFixed(digits).replace('-', '\u2212');
