// The evidence of a link: what was found on each side, and what each reason adds to its total.

const evidencePanel = make('aside', {id: 'evidence', 'aria-label': 'Evidence', 'aria-live': 'polite'});

const relationName = (link, words = link.relation) => make('span', {class: `relation ${link.relation}`}, words);

function bdi(text) {
  return make('bdi', {class: 'quoted'}, text);
}

function reasonWords({kind, words: [left, right]}) {
  const words = make('span', {class: 'reason'}, kind);
  if (left && left === right) words.append(' both ', bdi(left));
  else if (left && right) words.append(' ', bdi(left), ' against ', bdi(right));
  else if (left) words.append(' left ', bdi(left));
  else if (right) words.append(' right ', bdi(right));
  return words;
}

/** One contribution as a bar from the middle: left towards opposition, right towards agreement. */
function reasonRow(row, greatest) {
  const bar = make('span', {class: row.adds < 0 ? 'adds minus' : 'adds plus', 'aria-hidden': 'true'});
  const share = greatest > 0 ? Math.abs(row.adds) / greatest : 0;
  bar.style.setProperty('--share', share.toFixed(3));
  return make('li', {}, reasonWords(row), bar, make('span', {class: 'figure'}, signed(row.adds)));
}

function oddsLine(link) {
  const [agree, reframe, oppose] = link.odds.map((odd) => odd.toFixed(2));
  return `agree ${agree}, reframe ${reframe}, oppose ${oppose}`;
}

/** The words across, with their marks: for screens on which the other side is out of sight. */
function across(link, statement) {
  const partner = partnerIn(link, statement);
  const {lang, dir} = partner.element.closest('.text');
  const words = make('span', {lang, dir}, ...partner.words.cloneNode(true).childNodes);
  return make('p', {class: 'across'}, make('span', {class: 'note'}, `${partner.id} `), words);
}

function linkEvidence(link, statement) {
  const {rows} = link;
  const greatest = Math.max(...rows.map((row) => Math.abs(row.adds)));
  const places = link.ends.map((end) => end.id).join(' \u2013 ');
  return [
    make('p', {class: 'what'}, relationName(link, link.words), make('span', {class: 'note'}, ` ${places}`)),
    across(link, statement),
    make('p', {class: 'figures'},
         `score ${signed(link.score)} \u00b7 confidence ${link.confidence.toFixed(2)} \u00b7 linked ` +
         `${link.probability.toFixed(2)} \u00b7 ${oddsLine(link)}`),
    make('ul', {class: 'reasons'}, ...rows.map((row) => reasonRow(row, greatest))),
    make('p', {class: 'note'}, `all adds up to ${signed(link.total)}; score = tanh of it`),
  ];
}

function chip(link, statement) {
  const partner = partnerIn(link, statement);
  const button = make('button', {type: 'button', class: 'chip', 'aria-pressed': String(link === state.link)},
                      relationName(link), ` ${partner.id} ${signed(link.score)}`);
  button.addEventListener('click', () => choose(statement, link));
  return button;
}

function statementFacts(statement) {
  const side = sideOf(statement);
  const concepts = statement.concepts.map((number) => data.concepts[number]);
  const holders = statement.holders.join(', ') || 'none';
  const words = [`holder ${holders}`, `register ${signed(statement.register, 1)}`,
                 `answered ${state.pair.answered[side][statement.index].toFixed(2)}`];
  if (concepts.length) words.push(concepts.join(', '));
  return words.join(' \u00b7 ');
}

const MEANINGS = {
  agree: 'compatible, told in like terms',
  reframe: 'the same point with another tone, strength, scope, agency or credit',
  diverge: 'opposed positions, blame or judgements',
  contradict: 'both cannot be true of the event itself',
};

/** What the ribbons mean, and what to do. */
function emptyEvidence() {
  const entries = Object.entries(MEANINGS).map(([relation, meaning]) => {
    const sample = document.createElementNS(SVG, 'svg');
    sample.setAttribute('aria-hidden', 'true');
    sample.append(ribbonShape(relation, 9));
    for (const path of sample.querySelectorAll('path')) path.setAttribute('d', 'M0,11H56');
    return make('li', {}, sample, make('span', {}, relationName({relation}), make('span', {class: 'note'}, meaning)));
  });
  return [
    make('p', {}, 'Point at a statement to see what it is linked to, and why; click to keep it. ', make('kbd', {}, '?'),
         ' tells the keys. The thicker a ribbon, the likelier the link.'),
    make('ul', {id: 'legend'}, ...entries),
  ];
}

/** Fills the panel for a statement and one of its links; without a statement, with what to do. */
function showEvidence(statement, links) {
  evidencePanel.classList.toggle('open', Boolean(statement));
  if (!statement) {
    evidencePanel.replaceChildren(...emptyEvidence());
    return;
  }
  const close = make('button', {type: 'button', class: 'close', 'aria-label': 'close the evidence'}, '\u00d7');
  close.addEventListener('click', clearChoice);
  const head = make('header', {}, make('b', {}, statement.id), make('span', {class: 'note'}, ` ${statement.teller}`), close,
                    make('p', {class: 'note'}, statementFacts(statement)));
  const chips = links.length > 1 ? [make('div', {class: 'chips'}, ...links.map((link) => chip(link, statement)))] : [];
  const other = state.pair.sides[1 - sideOf(statement)].label;
  const body = state.link
    ? linkEvidence(state.link, statement)
    : [make('p', {class: 'what'}, make('span', {class: 'relation silent'}, `no link shown to ${other}`))];
  evidencePanel.replaceChildren(head, ...chips, ...body);
}
