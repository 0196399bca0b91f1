// Looks at the page of a running mock and plays with its docs: .ci/browser/run mock URL [FOLDER_FOR_PICTURES]
import { LOOKS, visit, withBrowser } from './browser.mjs';

const [url, pictures] = process.argv.slice(2);
const OPERATION = '#operations-annotations-annotations_list';

await withBrowser(async browser => {
  const complaints = [];
  for (const look of LOOKS) {
    const front = await visit(browser, `${url}/`, look);
    const neighbours = await front.page.$$eval('#neighbours details.operation', all => all.length);
    const operations = await front.page.$$eval('details.operation', all => all.length) - neighbours;
    if (operations === 0) {
      front.complain('shows no operation');
    }
    await picture(front.page, 'page', look);
    const docs = await visit(browser, `${url}/__kit/docs/`, look);
    await play(docs, operations, look);
    const docsOfNeighbours = await visit(browser, `${url}/__kit/docs/?neighbours`, look);
    await compare(docsOfNeighbours, neighbours);
    complaints.push(...front.complaints, ...docs.complaints, ...docsOfNeighbours.complaints);
  }
  return complaints;
});

async function compare({ page, complain }, operations) {
  await page.waitForSelector('.opblock');
  const listed = await page.$$eval('.opblock', all => all.length);
  if (listed !== operations) {
    complain(`lists ${listed} operations, the page ${operations}`);
  }
}

async function play({ page, complain }, operations, look) {
  await compare({ page, complain }, operations);
  await picture(page, 'docs', look);
  await page.click(`${OPERATION} .opblock-summary-control`);
  await (await page.waitForSelector(`${OPERATION} .try-out__btn`)).click();
  await (await page.waitForSelector(`${OPERATION} tr[data-param-name=project_id] input`)).type('1');
  await page.click(`${OPERATION} .execute`);
  const status = await page.waitForSelector(`${OPERATION} .live-responses-table tbody .response-col_status`);
  const answered = (await status.evaluate(cell => cell.textContent)).trim();
  if (!answered.startsWith('200')) {
    complain(`a request tried with a key of the mock is answered ${answered}`);
  }
  const asked = await page.$eval(`${OPERATION} .request-url pre`, shown => shown.textContent);
  if (!asked.startsWith(`${url}/`)) {
    complain(`what is tried goes to ${asked}`);
  }
  await picture(page, 'docs-tried', look);
  await page.close();
}

async function picture(page, name, { scheme, width }) {
  if (pictures) {
    await page.screenshot({ path: `${pictures}/${name}-${scheme}-${width}.png`, fullPage: true });
  }
}
