// Reports made by the real binary, opened in a real browser.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const EVENT = join(ROOT, 'corpora/events/2024-04-02-biden-xi-call');

const modules = createRequire(join(process.env.RASHOMON_PAGE_MODULES, 'none.js'));
const {chromium} = modules('playwright-core');
const axe = modules('axe-core').source;

const folder = mkdtempSync(join(tmpdir(), 'rashomon-page-'));

export function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** The path of a report on these arguments of `compare`. */
export function report(name, ...compared) {
  const out = join(folder, `${name}.html`);
  execFileSync(process.env.RASHOMON_BINARY, ['compare', ...compared, '--format', 'html', '--output', out], {stdio: 'pipe'});
  return out;
}

export const biden = () => report('event', join(EVENT, 'left.txt'), join(EVENT, 'right.txt'), '--left', 'us', '--right', 'cn');

/** Two accounts of this many statements, of which every second one is told by both. */
export function longAccounts(count) {
  const topics = ['trade', 'Taiwan', 'climate', 'the South China Sea', 'human rights', 'fentanyl', 'technology', 'Ukraine'];
  const told = (side, i) => {
    const topic = topics[i % topics.length];
    const own = i % 2 ? `which ${side} had raised in round ${i}` : `and named case ${i} of the year`;
    return `The ${side} delegation spoke at length of ${topic} in point ${i}, ${own}, and said that the talks should go on.`;
  };
  const text = (side) => Array.from({length: count}, (_, i) => told(side, i)).join('\n\n');
  return [file(`${count}.left.txt`, text('American')), file(`${count}.right.txt`, text('Chinese'))];
}

export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
         '--disable-component-update', '--disable-sync'],
});

/** A page that remembers what it asked of a network and what it complained of. */
export async function open(browser, path, options = {}) {
  const {javaScriptEnabled = true, width = 1280, height = 900, colorScheme = 'light', hash = ''} = options;
  const context = await browser.newContext({
    viewport: {width, height}, colorScheme, javaScriptEnabled, permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const seen = {requests: [], complaints: []};
  page.on('request', (request) => seen.requests.push(request.url()));
  page.on('console', (message) => seen.complaints.push(message.text()));
  page.on('pageerror', (error) => seen.complaints.push(String(error.stack)));
  page.on('dialog', (dialog) => { seen.complaints.push('a dialog'); dialog.dismiss(); });
  await page.goto(pathToFileURL(path) + hash);
  return {page, seen, close: () => context.close()};
}

/** What axe-core finds, one line a violation. */
export async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, {resultTypes: ['violations']}));
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`).slice(0, 3).join(' | ')}`);
}

/** Of every ribbon in view: its link, and whether its two ends lie on the statements that it joins. */
const ribbonEnds = (page) => page.evaluate(() => {
  const layer = document.getElementById('ribbons').getBoundingClientRect();
  return [...document.querySelectorAll('#ribbons .ribbon:not([hidden])')].map((ribbon) => {
    const link = linkOf.get(Number(ribbon.dataset.link));
    const numbers = ribbon.querySelector('path').getAttribute('d').match(/-?[\d.]+/g).map(Number);
    const [x0, y0] = numbers;
    const [x1, y1] = numbers.slice(-2);
    const [left, right] = link.ends.map((end) => end.element.getBoundingClientRect());
    const within = (y, box) => y + layer.top >= box.top - 0.5 && y + layer.top <= box.bottom + 0.5;
    return {number: link.number, ok: within(y0, left) && within(y1, right) && x0 === 0 && Math.abs(x1 - layer.width) < 1 &&
        Math.abs(layer.left - left.right) < 16 && Math.abs(layer.right - right.left) < 16};
  });
});

/** The page draws with its next frame, which a busy machine shows late. */
export async function assertRibbons(page) {
  let ends = [];
  for (let tries = 0; tries < 40; ++tries) {
    await page.evaluate(() => new Promise((drawn) => { requestAnimationFrame(() => setTimeout(drawn, 20)); }));
    ends = await ribbonEnds(page);
    if (ends.length > 0 && ends.every((end) => end.ok)) return;
  }
  assert.deepEqual(ends.filter((end) => !end.ok), []);
  assert(ends.length > 0, 'no ribbon is in view');
}
