// Lets a page of another origin attack a running mock, as a page could that a developer visits: .ci/browser/run foreign URL
import { createServer } from 'node:http';
import { withBrowser } from './browser.mjs';

const [url] = process.argv.slice(2);
const mock = new URL(url);
const KEY = 'phx_a_key_that_no_page_may_read';
const SECRET = 'what another server of this machine says';
const REBOUND = 'rebound.example';

const victim = await serve(SECRET);
const attacker = await serve('<!DOCTYPE html><title>another origin</title>');
await fetch(`${url}/api/projects/1/annotations/`, { headers: { Authorization: `Bearer ${KEY}` } });
const before = await stubs();

await withBrowser(
  async browser => {
    const complaints = [];
    for (const origin of [attacker, attacker.replace('127.0.0.1', 'localhost'), `http://${REBOUND}:${mock.port}/nothing`]) {
      const page = await browser.newPage();
      await page.goto(origin);
      const target = origin.includes(REBOUND) ? origin.replace('/nothing', '') : url;
      const read = await page.evaluate(attack, target, victim);
      for (const [way, text] of Object.entries(read)) {
        if (text.includes(KEY) || text.includes(SECRET) || text.startsWith('2')) {
          complaints.push(`${origin}: ${way}: ${text.slice(0, 200)}`);
        }
      }
      await page.close();
      console.log(`${origin}: ${Object.keys(read).length} ways tried: ${Object.values(read).map(text => text.slice(0, 16)).join(' | ')}`);
    }
    if ((await stubs()) !== before) {
      complaints.push('a page has changed the stubs of the mock');
    }
    return complaints;
  },
  ['localhost', REBOUND],
);
process.exit();

/** Runs in the page: what it could read in each way, as status and text. */
async function attack(target, victim) {
  const stub = response => JSON.stringify({ priority: 1, request: { urlPathPattern: '/planted/.*' }, response });
  const ways = {
    'read the journal': ['/__admin/requests', {}],
    'plant a stub': ['/__admin/mappings', { method: 'POST', body: stub({ status: 200, body: 'owned' }) }],
    'plant a proxy': ['/__admin/mappings', { method: 'POST', body: stub({ proxyBaseUrl: victim }) }],
    'record another server': ['/__admin/recordings/start', { method: 'POST', body: JSON.stringify({ targetBaseUrl: victim }) }],
    'read what was planted': ['/planted/x', {}],
    'clear the violations': ['/__kit/violations', { method: 'DELETE' }],
    'call a tool': ['/mcp', { method: 'POST', body: '{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}' }],
    'stop the mock': ['/__admin/shutdown', { method: 'POST', body: 'x' }],
  };
  const read = {};
  for (const [way, [path, init]] of Object.entries(ways)) {
    for (const mode of ['cors', 'no-cors']) {
      try {
        const response = await fetch(target + path, { ...init, mode });
        read[`${way} (${mode})`] = `${response.status} ${await response.text()}`;
      } catch (e) {
        read[`${way} (${mode})`] = `- ${e.message}`;
      }
    }
  }
  return read;
}

async function stubs() {
  return (await fetch(`${url}/__admin/mappings`)).text();
}

/** Serves a text on a free port of this machine; returns its address. */
async function serve(text) {
  const server = createServer((request, response) => response.setHeader('Content-Type', 'text/html').end(text));
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${server.address().port}`;
}
