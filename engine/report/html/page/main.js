// Pointing, choosing, keys: what changes what is shown.

let lit = [];
let what = null;  // links and statements that the filters let through

const linksShown = (statement) =>
  (state.pair.linksOf.get(statement) ?? []).filter((link) => what.links.includes(link));

/** Lights a statement and its partners; without one, all is plain again. */
function light(statement, links) {
  for (const element of lit) element.classList.remove('lit', 'chosen');
  lit = [];
  byId('stage').classList.toggle('lighting', Boolean(statement));
  if (statement) {
    lit = [statement.element, ...links.map((link) => partnerIn(link, statement).element)];
    lit.push(...rowList.querySelectorAll(state.link ? `[data-link="${state.link.number}"]` : '.none'));
    for (const element of lit) element.classList.add('lit');
    statement.element.classList.add('chosen');
  }
  lightRibbons(links);
}

/** Shows the statement that is pointed at, else the one that is chosen. */
function refresh(link = null) {
  const statement = state.hovered ?? state.pinned;
  const links = statement ? linksShown(statement) : [];
  const best = [...links].sort((a, b) => b.probability - a.probability)[0] ?? null;
  state.link = links.includes(link) ? link : best;
  light(statement, links);
  markEvidence(state.link);
  showEvidence(statement, links);
}

let chosenLink = null;

function point(statement, link = null) {
  if (state.hovered === statement) return;
  state.hovered = statement;
  refresh(statement ? link : chosenLink);
}

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** Scrolls a pane, not the page, until the statement stands at this height of it. */
function bringTo(statement, height) {
  const pane = paneOf(sideOf(statement));
  if (pane.scrollHeight <= pane.clientHeight) return;
  const top = statement.element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollBy({top: top - height, behavior: calm.matches ? 'auto' : 'smooth'});
}

/** Lays the partner level with the statement. */
function layLevel(statement, link) {
  const pane = paneOf(sideOf(statement));
  const box = pane.getBoundingClientRect();
  const own = statement.element.getBoundingClientRect();
  let height = own.top - box.top;
  if (own.top < box.top || own.bottom > box.bottom) {
    height = box.height / 4;
    bringTo(statement, height);
  }
  if (link) bringTo(partnerIn(link, statement), height);
}

function choose(statement, link = null) {
  state.pinned = statement;
  state.hovered = null;
  chosenLink = link;
  refresh(link);
  chosenLink = state.link;
  if (state.order === 'text') layLevel(statement, state.link);
  else rowList.querySelector('.row.lit')?.scrollIntoView({block: 'nearest'});
}

function clearChoice() {
  state.pinned = state.hovered = chosenLink = null;
  refresh();
}

/** Moves the focus with the choice. */
function go(statement, link = null) {
  choose(statement, link);
  statement.anchor.focus({preventScroll: true});
  if (getComputedStyle(ribbonLayer).display === 'none') statement.element.scrollIntoView({block: 'center'});
}

function step(by) {
  const order = what.statements;
  if (!order.length) return;
  const at = order.indexOf(state.pinned);
  go(order[at < 0 ? (by > 0 ? 0 : order.length - 1) : Math.min(Math.max(at + by, 0), order.length - 1)]);
}

function stepOpposed(by) {
  const order = what.links.filter(isOpposed);
  if (state.order !== 'text') order.sort(byScore);
  if (!order.length) return;
  const at = order.indexOf(state.link);
  const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length];
  go(next.ends[0], next);
}

function crossOver() {
  if (state.pinned && state.link) go(partnerIn(state.link, state.pinned), state.link);
}

function applyFilters() {
  what = shown();
  const statements = new Set(what.statements);
  for (const account of state.pair.sides) {
    for (const one of account.statements) {
      unmark(one.words, 'mark.found');
      one.element.classList.toggle('out', !statements.has(one));
      if (what.wanted.search && statements.has(one)) markFound(one.words, what.wanted.search);
    }
  }
  tellCount(what);
  state.order = controls.order.value;
  showRows(what);
  showRibbons(what.links);
  refresh(chosenLink);
}

function choosePair(number) {
  state.pair = pairs[number];
  for (const part of document.querySelectorAll('.pair')) part.hidden = Number(part.dataset.pair) !== number;
  for (const account of accounts) {
    const side = state.pair.sides.indexOf(account);
    account.element.classList.toggle('unused', side < 0);
    account.element.classList.toggle('left', side === 0);
    account.element.classList.toggle('right', side === 1);
  }
  clearChosenOnly();
  applyFilters();
}

function clearChosenOnly() {
  state.pinned = state.hovered = state.link = chosenLink = null;
}

function toggleHelp() {
  const help = byId('help');
  if (help.open) help.close();
  else help.showModal();
}

function escape() {
  if (document.activeElement === controls.search) {
    controls.search.value = '';
    controls.search.blur();
    applyFilters();
  } else {
    clearChoice();
  }
}

const KEYS = {
  j: () => step(1), k: () => step(-1), n: () => stepOpposed(1), p: () => stepOpposed(-1), o: crossOver,
  '/': () => controls.search.focus(), '?': toggleHelp, Escape: escape,
};

function onKey(event) {
  const typing = event.target.matches?.('input[type=search], select, textarea');
  if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== 'Escape')) return;
  if (byId('help').open && event.key !== '?') return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

/** A click on a reference leads to its statement, with the link of its row in the table. */
function onReference(event) {
  const anchor = event.target.closest('a.id');
  const statement = anchor && statementOf.get(anchor.getAttribute('href').slice(1));
  if (!statement) return;
  event.preventDefault();
  const row = anchor.closest('tr[id^="link-"]');
  showStatement(statement, row ? linkOf.get(Number(row.id.slice(5))) : null);
}

function showStatement(statement, link) {
  if (sideOf(statement) < 0) {
    const number = pairs.findIndex((pair) => pair.sides.some((side) => side.number === statement.account));
    controls.pair.value = number;
    choosePair(number);
  }
  if (state.order !== 'text') {
    controls.order.value = 'text';
    applyFilters();
  }
  byId('stage').scrollIntoView();
  go(statement, link);
}

const statementAt = (target) => statementOf.get(target.closest?.('.account .statement')?.id);

let pointerAt = '';

/** Whether the pointer moved; a page that scrolls below it points at nothing. */
function moved(event) {
  return event.pointerType !== 'touch' && `${event.screenX},${event.screenY}` !== pointerAt;
}

function listenToPointer(stage) {
  document.addEventListener('pointermove', (event) => { pointerAt = `${event.screenX},${event.screenY}`; });
  stage.addEventListener('pointerover', (event) => {
    if (moved(event)) point(statementAt(event.target) ?? null);
  });
  stage.addEventListener('pointerleave', () => point(null));
  stage.addEventListener('click', (event) => {
    const statement = statementAt(event.target);
    if (!statement || event.target.closest('.references') || String(getSelection())) return;
    if (event.target.closest('.number')) event.preventDefault();
    choose(statement, linksShown(statement).includes(state.link) ? state.link : null);
  });
  stage.addEventListener('focusin', (event) => {
    const statement = event.target.closest('.number') && statementAt(event.target);
    if (statement && statement !== state.pinned) choose(statement);
  });
  ribbonLayer.addEventListener('pointerover', (event) => {
    if (!moved(event)) return;
    const link = linkOf.get(Number(event.target.closest('.ribbon')?.dataset.link));
    point(link ? link.ends[0] : null, link);
  });
  ribbonLayer.addEventListener('pointerleave', () => point(null));
  ribbonLayer.addEventListener('click', (event) => {
    const link = linkOf.get(Number(event.target.closest('.ribbon')?.dataset.link));
    if (link) choose(link.ends[0], link);
  });
}

function listen() {
  const stage = byId('accounts');
  listenToPointer(stage);
  for (const pane of stage.querySelectorAll('.pane')) pane.addEventListener('scroll', drawSoon, {passive: true});
  new ResizeObserver(remeasure).observe(stage);
  controls.box.addEventListener('input', (event) => {
    if (event.target === controls.pair) choosePair(Number(controls.pair.value));
    else applyFilters();
  });
  byId('help-button').addEventListener('click', toggleHelp);
  document.addEventListener('keydown', onKey);
  document.addEventListener('click', onReference);
}

function begin() {
  document.documentElement.classList.add('scripted');
  const stage = make('div', {id: 'stage'});
  byId('accounts').before(stage);
  stage.append(controls.box, byId('accounts'), rowList, evidencePanel);
  byId('accounts').append(ribbonLayer);
  fillControls();
  addCopyButton();
  listen();
  choosePair(0);
  document.fonts?.ready.then(remeasure);
  const asked = statementOf.get(decodeURIComponent(location.hash.slice(1)));
  if (asked) showStatement(asked);
}

begin();
