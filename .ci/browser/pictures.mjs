// Takes the pictures of the README: .ci/browser/run pictures [FOLDER]
// The report comes from a real run of the suite, against a server that breaks one clause.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { visit, withBrowser } from './browser.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const KIT = join(ROOT, 'kit');
const FOLDER = process.argv[2] ?? join(ROOT, 'docs', 'pictures');
const WIDTH = 960;
const MARGIN = 4;
const MAX_BYTES = 150_000;
const EVERYTHING = 'Bearer phx_mock.*';
const ANNOTATIONS = '/api/projects/1/annotations/';
const COHORTS = '/api/projects/1/cohorts/';

await mkdir(FOLDER, { recursive: true });
await withBrowser(async browser => [...(await takeMock(browser)), ...(await takeReport(browser))]);

/** The page of a mock after a few requests, with the operation that lists annotations unfolded. */
async function takeMock(browser) {
  const mock = await startMock();
  try {
    await sendRequests(mock.url);
    return await takePictures(browser, `${mock.url}/`, 'mock', async page => {
      await page.$eval('details:has(> #annotations_list)', operation => (operation.open = true));
      return 'details:has(> #annotations_partial_update)';
    });
  } finally {
    mock.stop();
  }
}

/** Sends two valid requests, a misspelled parameter, a wrong value, and a key that lacks a scope. */
async function sendRequests(url) {
  const annotation = { content: 'Version 2.1 released', date_marker: '2026-03-20T14:15:00Z' };
  await send(`${url}${ANNOTATIONS}`);
  await send(`${url}${ANNOTATIONS}`, annotation);
  await send(`${url}${ANNOTATIONS}?limt=2`);
  await send(`${url}${ANNOTATIONS}`, { ...annotation, scope: 'galaxy' });
  await send(`${url}${COHORTS}`, undefined, 'Bearer phx_mock.annotation:read');
}

/** The report of a run against a broken server, down to the marked status of the first failure. */
async function takeReport(browser) {
  const out = await mkdtemp(join(tmpdir(), 'pictures-'));
  const mock = await startMock();
  const server = await startBrokenServer(mock.url);
  try {
    const keys = await readFile(join(ROOT, 'bench', 'check', 'target.yaml'), 'utf8');
    const target = join(out, 'target.yaml');
    await writeFile(target, `${keys}url: ${server.url}\n${mock.fixtures}`);
    const check = spawn(KIT, ['check', '--quiet', '--target', target, '--out', out], { stdio: 'inherit' });
    const [code] = await once(check, 'exit');
    if (code !== 1) {
      return [`kit check against the broken server ended with ${code} instead of 1`];
    }
    return await takePictures(browser, pathToFileURL(join(out, 'report.html')).href, 'report', () => '#failures dd:has(> mark)');
  } finally {
    server.stop();
    mock.stop();
    await rm(out, { recursive: true, force: true });
  }
}

/** Starts a server in front of a mock that lists the persons of a cohort without requiring person:read. */
async function startBrokenServer(url) {
  const server = createServer((request, response) => {
    const headers = { ...request.headers };
    if (request.url.includes('/persons/') && headers.authorization?.includes('cohort:read')) {
      headers.authorization = EVERYTHING;
    }
    const forwarded = httpRequest(url + request.url, { method: request.method, headers }, answer => {
      response.writeHead(answer.statusCode, answer.rawHeaders);
      answer.pipe(response);
    });
    request.pipe(forwarded);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

/** Sends a GET, or a POST if there is a body. */
function send(url, body, authorization = EVERYTHING) {
  const headers = { Authorization: authorization, 'Content-Type': 'application/json' };
  return fetch(url, { method: body ? 'POST' : 'GET', headers, body: JSON.stringify(body) });
}

/** Starts a stateful mock; its first lines contain its address and its fixtures. */
async function startMock() {
  const mock = spawn(KIT, ['mock', '--stateful', '--port', '0', '--log', 'off'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let greeting = '';
  for await (const line of createInterface({ input: mock.stdout })) {
    greeting += `${line}\n`;
    if (line.includes('Ctrl-C')) {
      break;
    }
  }
  const [url] = greeting.match(/http:\/\/[\d.:]+/);
  const [fixtures] = greeting.match(/^fixtures:\n( .*\n)+/m);
  return { url, fixtures, stop: () => mock.kill() };
}

/** Takes a page, light and dark, from its top to the end of the element that the selector returned by prepare finds. */
async function takePictures(browser, url, name, prepare) {
  const found = [];
  for (const scheme of ['light', 'dark']) {
    const { page, complaints } = await visit(browser, url, { scheme, width: WIDTH });
    const last = await page.$(await prepare(page));
    const { y, height } = await last.boundingBox();
    const clip = { x: 0, y: 0, width: WIDTH, height: Math.ceil(y + height) + MARGIN };
    const path = join(FOLDER, `${name}-${scheme}.png`);
    const { length } = await page.screenshot({ path, clip });
    await page.close();
    found.push(...complaints, ...(length > MAX_BYTES ? [`${path} has ${length} bytes, more than ${MAX_BYTES}`] : []));
  }
  return found;
}
