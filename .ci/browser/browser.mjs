// A browser without a screen that reaches nothing but this machine, for the checks beside this file.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

/** Every way in which people look at a page: light and dark, wide and narrow. */
export const LOOKS = ['light', 'dark'].flatMap(scheme => [1280, 390].map(width => ({ scheme, width })));

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/**
 * Runs a task with a fresh browser; the program ends with 1 where the task answers complaints, each of which is printed.
 * Further hosts are names of this machine, for this browser.
 */
export async function withBrowser(task, hosts = []) {
  const rules = [...hosts.map(name => `MAP ${name} 127.0.0.1`), 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'];
  const profile = await mkdtemp(join(tmpdir(), 'browser-'));
  const browser = await puppeteer.launch({
    executablePath: process.env.BROWSER,
    userDataDir: profile,
    args: [...QUIET, `--host-resolver-rules=${rules.join(' , ')}`],
  });
  try {
    const complaints = await task(browser);
    complaints.forEach(complaint => console.error(complaint));
    process.exitCode = complaints.length > 0 ? 1 : 0;
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** Opens an address, and gathers what is wrong there whatever the page is: errors on the console, requests to other hosts. */
export async function visit(browser, url, { scheme, width }) {
  const page = await browser.newPage();
  const complaints = [];
  const complain = what => complaints.push(`${url} (${scheme}, ${width} wide): ${what}`);
  page.on('console', message => ['error', 'warn'].includes(message.type()) && complain(message.text()));
  page.on('pageerror', error => complain(error.message));
  page.on('request', request => isElsewhere(request.url(), url) && complain(`asks for ${request.url()}`));
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(url, { waitUntil: 'networkidle0' });
  return { page, complain, complaints };
}

function isElsewhere(asked, url) {
  return !['data:', 'blob:', 'file:'].includes(new URL(asked).protocol) && new URL(asked).host !== new URL(url).host;
}
