// Pointing, choosing, filters, keys, orders: what a reader does.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {assertRibbons, biden, launch, longAccounts, open, report} from './harness.mjs';

let browser;
let path;
before(async () => { browser = await launch(); path = biden(); });
after(() => browser.close());

async function opened(options, visit) {
  const {page, seen, close} = await open(browser, path, options);
  await visit(page);
  assert.deepEqual(seen.complaints, []);
  await close();
}

const classes = (page, id) => page.evaluate((wanted) => [...document.getElementById(wanted).classList], id);
const texts = (page, selector) => page.locator(selector).allTextContents();
const visibleRibbons = (page) => page.locator('#ribbons .ribbon:not([hidden])').count();

test('hovering lights a statement and its partner, dims the rest and opens the evidence', () => opened({}, async (page) => {
  await page.locator('[id="us:2"] .words').hover();
  assert((await classes(page, 'us:2')).includes('lit'));
  assert((await classes(page, 'cn:2')).includes('lit'));
  assert(!(await classes(page, 'us:5')).includes('lit'));
  assert(await page.evaluate(() => document.getElementById('stage').classList.contains('lighting')));
  assert(await page.evaluate(() => Number(getComputedStyle(document.getElementById('us:5')).opacity) < 1));
  assert.match((await texts(page, '#evidence .what')).join(), /contradict on who asked for it/);
  await page.locator('#search').hover();
  assert(!(await classes(page, 'us:2')).includes('lit'));
}));

test('a click keeps a statement, marks the words of the evidence on both sides, and Esc lets go', () => opened({}, async (page) => {
  await page.locator('[id="us:2"] .words').click();
  await page.locator('#search').hover();
  assert.deepEqual(await texts(page, '[id="us:2"] mark'), ['PRC had asked for the call']);
  assert((await texts(page, '[id="cn:2"] mark')).includes('at the request of the American side'));
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('mark').count(), 0);
  assert(!(await classes(page, 'us:2')).includes('lit'));
}));

test('focus does what a click does', () => opened({}, async (page) => {
  await page.locator('[id="cn:3"] .number').focus();
  assert((await classes(page, 'cn:3')).includes('chosen'));
  assert((await classes(page, 'us:3')).includes('lit'));
}));

test('every contribution is a bar, and they add up to the total', () => opened({}, async (page) => {
  await page.locator('[id="us:2"] .words').click();
  const figures = (await texts(page, '#evidence .reasons .figure')).map((one) => Number(one.replace('\u2212', '-')));
  const link = await page.evaluate(() => state.link);
  assert.equal(figures.length, link.evidence.length);
  assert(Math.abs(figures.reduce((sum, one) => sum + one, 0) - link.total) < 0.01 * figures.length);
  const widest = await page.evaluate(() => Math.max(...[...document.querySelectorAll('#evidence .adds')].map(
      (bar) => parseFloat(getComputedStyle(bar, '::before').width))));
  assert(widest > 20, `the widest bar has ${widest} px`);
}));

test('a chosen statement brings its partner level with it', () => opened({}, async (page) => {
  await page.keyboard.press('j');
  await page.evaluate(() => choose(statementOf.get('us:16'), state.pair.links.find((link) => link.ends[1].id === 'cn:36')));
  const tops = await page.evaluate(() => ['us:16', 'cn:36'].map((id) => document.getElementById(id).getBoundingClientRect().top));
  assert(Math.abs(tops[0] - tops[1]) < 4, `tops ${tops}`);
}));

for (const width of [920, 1280, 2560]) {
  test(`ribbons end at their statements at ${width} px, before and after scrolling`, () => opened({width}, async (page) => {
    await page.locator('#stage').scrollIntoViewIfNeeded();
    for (const [left, right] of [[0, 0], [180, 0], [180, 240], [40, 160]]) {
      await page.evaluate(([a, b]) => { paneOf(0).scrollTop = a; paneOf(1).scrollTop = b; }, [left, right]);
      await assertRibbons(page);
    }
  }));
}

test('ribbons follow the text as it wraps anew', () => opened({width: 1600}, async (page) => {
  await page.setViewportSize({width: 1000, height: 900});
  await assertRibbons(page);
}));

test('ribbons are told apart by pattern as well as by colour, and are as thick as they are likely', () => opened({}, async (page) => {
  const looks = await page.evaluate(() => {
    showRibbons(state.pair.links);
    for (const link of state.pair.links) ribbonOf(link);
    const look = (relation) => {
      const ribbon = document.querySelector(`#ribbons .ribbon.${relation}`);
      return `${ribbon.children.length} ${getComputedStyle(ribbon.firstChild).strokeDasharray}`;
    };
    return ['agree', 'reframe', 'diverge', 'contradict'].map(look);
  });
  assert.equal(new Set(looks).size, 4, looks.join('; '));
  const widths = await page.evaluate(() => state.pair.links.map((link) => [link.probability, Number(ribbonOf(link).firstChild.getAttribute('stroke-width'))]));
  widths.sort((a, b) => a[0] - b[0]);
  for (let i = 1; i < widths.length; ++i) assert(widths[i][1] >= widths[i - 1][1]);
}));

test('filters: relation, voice, concept, holder, probability', () => opened({}, async (page) => {
  const count = () => page.locator('#count').textContent();
  const passing = (test) => page.evaluate(`state.pair.links.filter(${test}).length`);
  const all = await passing('() => true');
  assert.match(await count(), new RegExp(`^${all} of ${all} links`));
  await page.locator('#relations input[value=agree]').uncheck();
  assert.match(await count(), new RegExp(`^${await passing('(l) => l.relation !== "agree"')} of`));
  await page.locator('#relations input[value=agree]').check();
  await page.locator('#voice').selectOption('cross');
  assert.match(await count(), new RegExp(`^${await passing('(l) => l.voice === "cross"')} of`));
  await page.locator('#voice').selectOption('');
  await page.locator('#concept').selectOption({label: 'TikTok'});
  const tiktok = await passing('(l) => l.ends.some((e) => e.concepts.some((c) => data.concepts[c] === "TikTok"))');
  assert(tiktok > 0);
  assert.match(await count(), new RegExp(`^${tiktok} of`));
  assert((await classes(page, 'us:1')).includes('out'));
  await page.locator('#concept').selectOption('');
  await page.locator('#holder').selectOption('cn');
  assert.match(await count(), new RegExp(`^${await passing('(l) => l.ends.some((e) => e.holders.includes("cn"))')} of`));
  await page.locator('#holder').selectOption('');
  await page.locator('#least').fill('0.7');
  assert.match(await count(), new RegExp(`^${await passing('(l) => l.probability >= 0.7')} of`));
  assert.equal(await page.locator('#least-figure').textContent(), '0.70');
}));

test('search marks what it finds and fades what it does not', () => opened({}, async (page) => {
  await page.keyboard.press('/');
  await page.keyboard.type('tiktok');
  assert.deepEqual(new Set((await texts(page, 'mark.found')).map((one) => one.toLowerCase())), new Set(['tiktok']));
  assert((await classes(page, 'us:1')).includes('out'));
  assert(!(await classes(page, 'us:14')).includes('out'));
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('mark').count(), 0);
  assert(!(await classes(page, 'us:1')).includes('out'));
}));

test('only what one side says: no ribbons, and no statement that a link reaches', () => opened({}, async (page) => {
  await page.locator('#only').check();
  assert.equal(await visibleRibbons(page), 0);
  const kept = await page.evaluate(() => what.statements.map((one) => (state.pair.linksOf.get(one) ?? []).length));
  assert(kept.length > 0 && kept.every((links) => links === 0));
}));

test('order by score and by concept sets the links one below the other', () => opened({}, async (page) => {
  await page.locator('#order').selectOption('score');
  const scores = await page.evaluate(() => [...document.querySelectorAll('#rows .row')].map((row) => linkOf.get(Number(row.dataset.link)).score));
  assert.equal(scores.length, await page.evaluate(() => state.pair.links.length));
  assert.deepEqual(scores, [...scores].sort((a, b) => a - b));
  await page.locator('#rows .tie').first().click();
  assert.match((await texts(page, '#evidence .what')).join(), /contradict/);
  await page.locator('#order').selectOption('concept');
  assert((await texts(page, '#rows .group')).includes('TikTok'));
  await page.locator('#order').selectOption('text');
  assert(await page.locator('[id="us:1"]').isVisible());
}));

test('keys: j k step, n p go through the divergences, o crosses over, ? tells the keys', () => opened({}, async (page) => {
  const chosen = () => page.evaluate(() => state.pinned?.id);
  await page.keyboard.press('j');
  assert.equal(await chosen(), 'us:1');
  await page.keyboard.press('j');
  assert.equal(await chosen(), 'us:2');
  assert.equal(await page.evaluate(() => document.activeElement.closest('.statement').id), 'us:2');
  await page.keyboard.press('k');
  assert.equal(await chosen(), 'us:1');
  const opposed = await page.evaluate(() => state.pair.links.filter(isOpposed).map((link) => link.number));
  await page.keyboard.press('Escape');
  for (const number of [...opposed, opposed[0]]) {
    await page.keyboard.press('n');
    assert.equal(await page.evaluate(() => state.link.number), number);
  }
  await page.keyboard.press('p');
  assert.equal(await page.evaluate(() => state.link.number), opposed.at(-1));
  const [from, to] = await page.evaluate(() => [state.pinned.id, partnerIn(state.link, state.pinned).id]);
  await page.keyboard.press('o');
  assert.equal(await chosen(), to);
  assert.notEqual(from, to);
  await page.keyboard.press('?');
  assert(await page.locator('#help').isVisible());
  await page.keyboard.press('Escape');
  assert(!(await page.locator('#help').isVisible()));
}));

test('what the parts of divergence mean shows on hover and on focus', () => opened({}, async (page) => {
  const tip = page.locator('.divergence .tip').first();
  assert(!(await tip.isVisible()));
  await page.locator('.divergence .term').first().hover();
  assert(await tip.isVisible());
  assert.equal(await tip.textContent(), 'what one side tells and the other does not');
  await page.locator('h1').hover();
  await page.locator('.divergence .term').first().focus();
  assert(await tip.isVisible());
}));

test('a reference in the findings leads to its statement', () => opened({}, async (page) => {
  await page.locator('.standing-out a.id').first().click();
  assert.equal(await page.evaluate(() => state.pinned.id), 'us:2');
  await page.locator('#link-8 a.id').first().click();
  assert.equal(await page.evaluate(() => state.link.number), 8);
}));

test('the table is copied as one a spreadsheet reads, and runs none of its cells', () => opened({}, async (page) => {
  await page.locator('#copy').click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const rows = copied.trimEnd().split('\n').map((row) => row.split('\t'));
  assert.equal(rows.length, 1 + await page.evaluate(() => state.pair.links.length));
  assert(rows.every((row) => row.length === 13));
  assert.equal(rows[1][9], 'us:1');
  assert.match(rows[1][10], /^President Joseph R\. Biden/);
  assert.equal(await page.evaluate(() => safeCell('=1+1')), "'=1+1");
}));

test('with 200 statements a side every interaction is quick, and scrolling measures nothing anew', async (t) => {
  const [left, right] = longAccounts(200);
  const long = report('long', left, right, '--left', 'us', '--right', 'cn');
  const {page, seen, close} = await open(browser, long);
  const times = await page.evaluate(async () => {
    const timed = (act) => { const begin = performance.now(); act(); void document.body.offsetHeight; return performance.now() - begin; };
    const press = (key) => document.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
    const typical = (acts) => acts.map(timed).sort((a, b) => a - b)[Math.floor(acts.length / 2)];
    const hovers = accounts[0].statements.slice(0, 40).map((one) => () => point(one));
    const keys = Array.from({length: 40}, (_, i) => () => press(i % 2 ? 'n' : 'j'));
    const filter = [() => { controls.search.value = 'taiwan'; applyFilters(); }, () => { controls.search.value = ''; applyFilters(); },
                    () => { controls.least.value = 0.6; applyFilters(); }];
    const reads = places.reads;
    const scroll = Array.from({length: 20}, (_, i) => () => { paneOf(0).scrollTop = 200 * i; paneOf(1).scrollTop = 100 * i; draw(); });
    const figures = {scroll: typical(scroll), measured: places.reads - reads};
    return {...figures, hover: typical(hovers), key: typical(keys), filter: typical(filter),
            links: state.pair.links.length};
  });
  t.diagnostic(`${times.links} links; median of each in ms: hover ${times.hover.toFixed(0)}, key ${times.key.toFixed(0)}, ` +
               `filter ${times.filter.toFixed(0)}, scroll ${times.scroll.toFixed(0)}`);
  assert.equal(times.measured, 0);
  for (const kind of ['hover', 'key', 'filter', 'scroll']) assert(times[kind] < 500, `${kind}: ${times[kind]} ms`);
  assert.deepEqual(seen.complaints, []);
  await close();
});
