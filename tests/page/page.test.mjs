// The page as it stands: alone, at every width, in both schemes, on paper, without its script, with hostile inputs.
import assert from 'node:assert/strict';
import {readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';

import {EVENT, ROOT, assertRibbons, biden, file, launch, open, report, violations} from './harness.mjs';

const MOST_BEYOND_TEXTS = 150 * 1024;

let browser;
let path;
before(async () => { browser = await launch(); path = biden(); });
after(() => browser.close());

const article = () => report('article', join(ROOT, 'corpora/articles/2022-03-18-biden-xi-call.txt'));
const three = () => report('three', join(EVENT, 'left.txt'), join(EVENT, 'right.txt'),
                           file('third.txt', `${readFileSync(join(EVENT, 'left.txt'), 'utf8')}\n\nThe mediators welcomed the call.\n`),
                           '--parties', 'us,cn,ch');
const CHINESE = [
  file('zh-left.txt', '两国元首通电话。双方同意保持沟通。美方对台湾海峡的和平表示关切。会谈坦诚而富有建设性。'),
  file('zh-right.txt', '两国元首应约通电话。台湾问题是第一条不可逾越的红线。双方同意保持沟通。中方反对干涉内政。'),
];

test('nothing is asked of a network, and the policy lets in only what the page holds', async () => {
  const {page, seen, close} = await open(browser, path);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  assert.match(policy, /^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+';/);
  assert.doesNotMatch(policy, /unsafe|http|data:/);
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('img'), {src: 'https://example.invalid/a.png'}));
    document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.let_in = 1'}));
  });
  assert.equal(await page.evaluate(() => window.let_in), undefined);
  assert.deepEqual(seen.requests.filter((url) => !url.startsWith('file://') && !url.includes('example.invalid')), []);
  assert(seen.complaints.every((one) => /Content Security Policy/.test(one)) && seen.complaints.length >= 2);
  await close();
});

test('the page weighs at most 150 KB beyond the texts', (t) => {
  const texts = ['left.txt', 'right.txt'].reduce((sum, name) => sum + statSync(join(EVENT, name)).size, 0);
  const html = readFileSync(path, 'utf8');
  const repeated = [...html.matchAll(/<(?:span lang="en" dir="auto"|p lang="en" dir="auto")>([^<]*)</g)].reduce((sum, [, text]) => sum + text.length, 0);
  const beyond = statSync(path).size - texts - repeated;
  t.diagnostic(`${statSync(path).size} bytes, ${beyond} beyond the texts`);
  assert(beyond <= MOST_BEYOND_TEXTS, `${beyond} bytes`);
});

test('the same comparison gives the same bytes', () => {
  const first = readFileSync(path, 'utf8');
  assert.equal(readFileSync(biden(), 'utf8'), first);
});

for (const [name, make] of [['two accounts', biden], ['three accounts', three], ['an article', article],
                            ['Chinese accounts', () => report('chinese', ...CHINESE, '--left', 'us', '--right', 'cn')]]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe-core finds nothing: ${name}, ${colorScheme}`, async () => {
      const {page, close} = await open(browser, make(), {colorScheme});
      assert.deepEqual(await violations(page), []);
      if (name === 'two accounts') {
        await page.setViewportSize({width: 360, height: 800});
        assert.deepEqual(await violations(page), []);
      }
      await close();
    });
  }
}

for (const width of [360, 768, 1280, 2560]) {
  test(`nothing runs over the edge at ${width} px`, async () => {
    const {page, seen, close} = await open(browser, path, {width});
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    assert.deepEqual(seen.complaints, []);
    await close();
  });
}

test('at 360 px the references stand for the ribbons, and the evidence brings the words across', async () => {
  const {page, close} = await open(browser, path, {width: 360, height: 740});
  assert(!(await page.locator('#ribbons').isVisible()));
  assert(await page.locator('[id="us:2"] .references a').isVisible());
  await page.locator('[id="us:2"] .words').click();
  assert.match(await page.locator('#evidence .across').innerText(), /at the request of the American side/);
  await page.locator('#evidence .close').click();
  assert(!(await page.locator('#evidence').isVisible()));
  await close();
});

test('on paper ribbons become numbered references, and nothing is left out', async () => {
  const {page, close} = await open(browser, path);
  await page.locator('#order').selectOption('score');
  await page.emulateMedia({media: 'print'});
  assert(!(await page.locator('#ribbons').isVisible()));
  assert(!(await page.locator('#controls').isVisible()));
  assert.equal(await page.locator('[id="us:2"] .references a').innerText(), '2');
  assert(await page.locator('[id="cn:36"] .words').isVisible());
  assert.equal(await page.evaluate(() => Math.min(...[...document.querySelectorAll('.pane')].map((pane) => pane.clientHeight - pane.scrollHeight))), 0);
  const pdf = await page.pdf({format: 'A4', preferCSSPageSize: true});
  assert(pdf.length > 20000);
  await close();
});

test('without its script the page reads: both texts and a table of all links', async () => {
  const {page, seen, close} = await open(browser, path, {javaScriptEnabled: false});
  for (const id of ['us:1', 'us:17', 'cn:1', 'cn:36']) assert(await page.locator(`[id="${id}"]`).isVisible());
  assert(!(await page.locator('#controls').isVisible()));
  assert.equal(await page.locator('table.links tbody tr').count(), 19);
  assert(await page.locator('[id="us:2"] .references a').isVisible());
  assert.deepEqual(seen.complaints, []);
  await close();
});

test('of three accounts the reader chooses two', async () => {
  const {page, seen, close} = await open(browser, three());
  assert(await page.locator('#account-us .text').isVisible());
  assert(!(await page.locator('#account-ch .text').isVisible()));
  await page.locator('#pair').selectOption('2');
  assert(!(await page.locator('#account-us .text').isVisible()));
  assert(await page.locator('#account-ch .text').isVisible());
  await assertRibbons(page);
  assert.equal(await page.locator('#findings .pair:visible').count(), 1);
  for (const plot of ['divergence', 'points']) assert.equal(await page.locator(`figure[id^="plot-${plot}"]`).count(), 1, plot);
  assert.deepEqual(seen.complaints, []);
  await close();
});

test('an article shows its own words between the statements of each side', async () => {
  const {page, seen, close} = await open(browser, article());
  assert(await page.locator('.account.left .between').count() > 0);
  assert(await page.locator('.account.left .statement').count() > 0);
  assert.deepEqual(seen.complaints, []);
  await close();
});

test('the plots are drawn in the page and take its colours', async () => {
  const {page, close} = await open(browser, path, {colorScheme: 'dark'});
  assert(await page.locator('#plots figure svg').count() >= 4);
  assert.equal(await page.locator('#plots [style]').count(), 0);
  await close();
});

test('every account carries its language and its direction', async () => {
  const arabic = 'أجرى الرئيسان اتصالا هاتفيا اليوم. اتفق الجانبان على مواصلة الحوار. عبر الرئيس عن قلقه.';
  const {page, seen, close} = await open(browser, report('tongues', CHINESE[0], file('ar.json', {text: arabic, language: 'ar'}), '--left', 'cn', '--right', 'sa'));
  assert.equal(await page.locator('#account-cn .text').getAttribute('lang'), 'zh');
  assert.match(await page.evaluate(() => getComputedStyle(document.querySelector('#account-cn .text')).fontFamily), /CJK SC/);
  assert.equal(await page.locator('#account-sa .text').getAttribute('lang'), 'ar');
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('#account-sa .text')).direction), 'rtl');
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('#account-cn .text')).direction), 'ltr');
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(seen.complaints, []);
  await close();
});

test('hostile text stays text', async () => {
  const attack = '</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1"><!-- <style>*{display:none}</style>';
  const text = `The two leaders spoke by phone. ${attack} was said by \u202Eeht noitazinagro\u202C to all. They warned of "]]>' \u0007\u200B things.`;
  const input = (name) => file(name, {text, title: `"><script>window.hacked = 1</script>\u202E`, language: 'en" onload="window.hacked = 1',
                                      date: attack, url: 'javascript:window.hacked=1'});
  const hostile = report('hostile', input('a.json'), input('b<script>.json'), '--left', 'us', '--right', 'cn');
  const {page, seen, close} = await open(browser, hostile);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.locator('#order').selectOption('score');
  await page.locator('#order').selectOption('text');
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal(await page.locator('img, iframe, a[href^="javascript:"], [onload], [onerror]').count(), 0);
  assert.equal(await page.locator('script').count(), 2);
  assert(await page.locator('.words .unseen', {hasText: '<U+202E>'}).count() > 0);
  assert.doesNotMatch(await page.evaluate(() => document.documentElement.outerHTML), /[\u202A-\u202E\u2066-\u2069\u200B\u0007]/);
  assert.match(await page.locator('#account-us').innerText(), /<\/script><script>window\.hacked = 1<\/script>/);
  assert.deepEqual(seen.complaints, []);
  await close();
});

test('marks stand where the evidence says, past characters that are shown by their number', async () => {
  const {page, close} = await open(browser, path);
  const marked = await page.evaluate(() => {
    const words = document.createElement('span');
    words.innerHTML = 'a\u{1F600}<span class="unseen">&lt;U+202E&gt;</span>bc d';
    markSpan(words, [3, 5], 'plus');
    return words.querySelector('mark').textContent;
  });
  assert.equal(marked, 'bc');
  await close();
});
