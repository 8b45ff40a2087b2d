import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import { median, under, type Figure } from './figures.ts';
import { startProgram } from './programs.ts';

// Slow 4G as Chrome's own tools emulate it (Lighthouse, throttling.mobileSlow4G applied by the browser), and a processor 4 times slower.
const slow4G = { offline: false, latency: 562.5, downloadThroughput: (1_474.56 * 1_024) / 8, uploadThroughput: (675 * 1_024) / 8 };
const slowerProcessor = 4;
const settledMs = 4_000;

/** What a first visit came to: milliseconds until the largest content was painted, and the layout shift of the whole visit. */
interface Visit {
  readonly paint: number;
  readonly shift: number;
}

const observe = `
  window.measured = { paint: 0, shift: 0 };
  new PerformanceObserver((list) => { for (const one of list.getEntries()) measured.paint = one.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) measured.shift += one.value; }).observe({ type: 'layout-shift', buffered: true });`;

async function firstVisit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'fr-FR',
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(observe);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', slow4G);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor });
    await page.goto(address, { waitUntil: 'load', timeout: 60_000 });
    await page.waitForTimeout(settledMs); // shifts and paints after the load count too
    const { result } = await devtools.send('Runtime.evaluate', { expression: 'JSON.stringify(measured)' });
    return JSON.parse(result.value as string) as Visit;
  } finally {
    await context.close();
  }
}

/** Where links lead: a number alone is sent on to the address with its title. */
async function finalAddress(address: string): Promise<string> {
  const answer = await fetch(address);
  await answer.body?.cancel();
  return answer.url;
}

/** The demo town's public pages on a phone that has never been there: medians of some visits of each, in turn. */
export async function measurePages(root: string, url: string, rounds: number): Promise<Figure[]> {
  const env = { DATABASE_URL: url, PARVIS_DATA: mkdtempSync('/tmp/parvis-bench-demo-'), PARVIS_MODE: 'demo' };
  const seeded = spawnSync(process.execPath, [join(root, 'dist/server/tools/demo/seed.js')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (seeded.status !== 0) throw new Error('The demo town could not be made.');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const {
    rows: [found],
  } = await client.query<{ town: string; consultation: string; activity: string; number: number }>(`
    SELECT m.slug AS town, k.slug AS consultation, a.slug AS activity, c.number FROM tallies t
    JOIN municipalities m ON m.id = t.municipality_id JOIN consultations k ON k.municipality_id = m.id AND k.id = t.consultation_id
    JOIN activities a ON a.municipality_id = m.id AND a.id = t.activity_id JOIN contributions c ON c.municipality_id = m.id AND c.id = t.contribution_id
    WHERE k.state = 'published' ORDER BY t.supports DESC LIMIT 1`);
  await client.end();
  const { town, consultation, activity, number } = found!;
  const pages = {
    front: '',
    consultation: `/consultations/${consultation}`,
    list: `/consultations/${consultation}/${activity}`,
    proposal: `/p/${number}`,
  };
  const server = await startProgram('dist/server/apps/api/src/main.js', env);
  const browser = await openBrowser();
  try {
    const visits = new Map<string, Visit[]>(Object.keys(pages).map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, path] of Object.entries(pages))
        visits.get(name)!.push(await firstVisit(browser, await finalAddress(`http://127.0.0.1:${server.port}/t/${town}/fr${path}`)));
    }
    return [...visits].flatMap(([name, all]) => [
      under(`${name} page: largest content painted, slow 4G, processor 4 times slower`, median(all.map((one) => one.paint)), 'ms', 2_000),
      under(`${name} page: layout shift`, median(all.map((one) => one.shift)), '', 0.05),
    ]);
  } finally {
    await browser.close();
    await server.stop();
  }
}
