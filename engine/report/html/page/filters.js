// Which statements and links are shown.

const controls = {
  box: byId('controls'), pair: byId('pair'), voice: byId('voice'), concept: byId('concept'), holder: byId('holder'),
  least: byId('least'), search: byId('search'), only: byId('only'), order: byId('order'),
};
const relationBoxes = [...byId('relations').querySelectorAll('input')];

function filters() {
  return {
    relations: new Set(relationBoxes.filter((box) => box.checked).map((box) => box.value)),
    voice: controls.voice.value,
    concept: controls.concept.value === '' ? null : Number(controls.concept.value),
    holder: controls.holder.value,
    least: Number(controls.least.value),
    search: controls.search.value.trim().toLowerCase(),
    only: controls.only.checked,
  };
}

function statementMatches(statement, wanted) {
  const holder = wanted.holder === 'none' ? !statement.holders.length
                                          : !wanted.holder || statement.holders.includes(wanted.holder);
  return holder && (wanted.concept === null || statement.concepts.includes(wanted.concept)) &&
    (!wanted.search || statement.words.textContent.toLowerCase().includes(wanted.search));
}

const isLinked = (statement, wanted) =>
  (state.pair.linksOf.get(statement) ?? []).some((link) => link.probability >= wanted.least);

function linkMatches(link, wanted) {
  return !wanted.only && wanted.relations.has(link.relation) && (!wanted.voice || link.voice === wanted.voice) &&
    link.probability >= wanted.least && link.ends.some((end) => statementMatches(end, wanted));
}

/** The links and statements that the filters let through. */
function shown() {
  const wanted = filters();
  const links = state.pair.links.filter((link) => linkMatches(link, wanted));
  const joined = new Set(links.flatMap((link) => link.ends));
  const byLinks = wanted.voice || wanted.relations.size < relationBoxes.length;
  const passes = (statement) => {
    if (wanted.only) return statementMatches(statement, wanted) && !isLinked(statement, wanted);
    return byLinks ? joined.has(statement) : joined.has(statement) || statementMatches(statement, wanted);
  };
  const statements = state.pair.sides.flatMap((account) => account.statements).filter(passes);
  return {wanted, links, statements};
}

function fillControls() {
  const all = (select, options) => select.append(...options.map(([value, words]) => make('option', {value}, words)));
  all(controls.concept, data.concepts.map((words, number) => [number, words]));
  all(controls.holder, [...accounts.map((account) => [account.id, account.label]), ['none', 'none']]);
  all(controls.pair, pairs.map((pair, number) => [number, pair.sides.map((side) => side.label).join(' \u2013 ')]));
  byId('pair-label').hidden = pairs.length < 2;
  controls.least.min = Math.floor(data.least * 100) / 100;
  controls.least.value = Math.max(data.least, data.threshold);
  controls.box.hidden = false;
}

/** What the figure beside the slider and the line under the filters say. */
function tellCount({wanted, links, statements}) {
  byId('least-figure').textContent = wanted.least.toFixed(2);
  const all = state.pair.sides[0].statements.length + state.pair.sides[1].statements.length;
  byId('count').textContent =
    `${links.length} of ${state.pair.links.length} links, ${statements.length} of ${all} statements`;
}
