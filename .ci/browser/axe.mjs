// Looks for what keeps people from reading a page: .ci/browser/run axe FILE_OR_URL…
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LOOKS, visit, withBrowser } from './browser.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const addresses = process.argv.slice(2).map(a => (/^https?:/.test(a) ? a : pathToFileURL(resolve(a)).href));
if (addresses.length === 0) {
  console.error('axe: name at least one HTML file or URL');
  process.exit(2);
}

await withBrowser(async browser => {
  const complaints = [];
  for (const address of addresses) {
    for (const look of LOOKS) {
      complaints.push(...(await judge(browser, address, look)));
    }
    console.log(`${address}: looked at in ${LOOKS.length} ways`);
  }
  return complaints;
});

async function judge(browser, address, look) {
  const { page, complain, complaints } = await visit(browser, address, look);
  // What is folded is not judged, and a policy of the page's own would keep axe out of a script tag.
  await page.$$eval('details', all => all.forEach(details => (details.open = true)));
  await page.evaluate(axe);
  const { passes, violations } = await page.evaluate(() => window.axe.run());
  if (passes.length === 0) {
    complain('axe judged nothing');
  }
  for (const { id, help, nodes } of violations) {
    nodes.forEach(node => complain(`${id}: ${help}: ${node.html.slice(0, 200)} ${node.failureSummary.replace(/\s+/g, ' ')}`));
  }
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (beyond > 0) {
    complain(`the page is ${beyond} pixels wider than the window`);
  }
  await page.close();
  return complaints;
}
