// The links one below the other: by score, or by what they speak of.

const rowList = make('ol', {id: 'rows', 'aria-label': 'Links in order'});
rowList.hidden = true;

function rowCell(statement) {
  const {lang, dir} = statement.element.closest('.text');
  const words = statement.words.cloneNode(true);
  return make('div', {class: 'cell', lang, dir}, make('span', {class: 'number'}, statement.id), words);
}

function linkRow(link) {
  const button = make('button', {type: 'button', class: `tie ${link.relation}`},
                      relationName(link), make('b', {}, signed(link.score)));
  button.addEventListener('click', () => choose(link.ends[0], link));
  const row = make('li', {class: 'row', 'data-link': link.number}, rowCell(link.ends[0]), button, rowCell(link.ends[1]));
  row.addEventListener('pointerenter', (event) => { if (moved(event)) point(link.ends[0], link); });
  row.addEventListener('pointerleave', () => point(null));
  return row;
}

function aloneRow(statement) {
  const right = sideOf(statement) === 1;
  const row = make('li', {class: right ? 'row alone right' : 'row alone'}, rowCell(statement));
  row.addEventListener('click', () => choose(statement));
  return row;
}

const byScore = (a, b) => a.score - b.score || a.number - b.number;
const bySalience = (a, b) => b.salience - a.salience;

/** Groups of rows: one of all, or one a concept with those that name it and a last one of the rest. */
function rowGroups({links, statements, wanted}) {
  const rowsOf = (names) => [
    ...links.filter((link) => names(link.ends)).sort(byScore).map(linkRow),
    ...(wanted.only ? statements.filter((one) => names([one])).sort(bySalience).map(aloneRow) : []),
  ];
  if (state.order === 'score') return [[null, rowsOf(() => true)]];
  const groups = data.concepts.map((words, number) =>
    [words, rowsOf((ends) => ends.some((end) => end.concepts.includes(number)))]);
  return [...groups, ['no concept', rowsOf((ends) => ends.every((end) => !end.concepts.length))]];
}

function showRows(what) {
  rowList.hidden = state.order === 'text';
  byId('accounts').classList.toggle('away', state.order !== 'text');
  rowList.replaceChildren();
  if (state.order === 'text') return;
  for (const [title, rows] of rowGroups(what)) {
    if (!rows.length) continue;
    if (title) rowList.append(make('li', {class: 'group'}, title));
    rowList.append(...rows);
  }
}
