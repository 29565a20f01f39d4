// Makes the picture of the README: tests/page/run build/page tests/page/picture.mjs
import {join} from 'node:path';

import {ROOT, biden, launch, open} from './harness.mjs';

const browser = await launch();
const {page, close} = await open(browser, biden(), {height: 860});
await page.evaluate(() => {
  for (const note of document.querySelectorAll('.account > header .note')) note.remove();
  document.getElementById('stage').scrollIntoView({behavior: 'instant'});
  choose(statementOf.get('us:3'));
  document.activeElement.blur();
});
await page.waitForTimeout(1500);
await page.screenshot({path: join(ROOT, 'docs/report.png')});
await close();
await browser.close();
