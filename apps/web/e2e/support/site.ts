import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type Axe from 'axe-core';
import type { Result, RunOptions } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { JobRunner } from '../../../api/src/platform/jobs/index.ts';
import { startApp, type TestApp } from '../../../api/test/support/app.ts';
import type { Person, TestTown } from '../../../api/test/support/people.ts';
import { openBrowser } from '../../../../tools/browser.ts';

/** The built site with its API and jobs on the worker's own database, and a real Chromium. */
export interface TestSite extends TestApp {
  readonly browser: Browser;
  /** A page of somebody's browser, signed in when the person is; `path` is below the town and its language: `/consultations`. */
  visit(who: Pick<Person, 'town' | 'cookie'>, path: string, options?: VisitOptions): Promise<Page>;
}

interface VisitOptions {
  /** CSS pixels; 360 when left out. */
  readonly width?: number;
  readonly language?: 'fr' | 'en';
  readonly scheme?: 'light' | 'dark';
}

/** Starts everything a browser journey needs; `env` as an operator would set it. */
export async function startSite(env: Readonly<Record<string, string>> = {}): Promise<TestSite> {
  const site = await startApp(env);
  await site.app.get(JobRunner).start();
  const browser = await openBrowser();
  const contexts: BrowserContext[] = [];
  return {
    ...site,
    browser,
    async visit({ town, cookie }, path, { width = 360, language = 'fr', scheme = 'light' } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: width < 700 ? 740 : 900 },
        locale: language === 'fr' ? 'fr-FR' : 'en-GB',
        timezoneId: 'Europe/Paris',
        colorScheme: scheme,
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      const [name, value] = cookie.split('=');
      if (name && value) await context.addCookies([{ name, value, domain: '127.0.0.1', path: town.base, httpOnly: true, sameSite: 'Lax' }]);
      const page = await context.newPage();
      page.setDefaultTimeout(30_000); // two busy cores are slow, and that is no fault of the page
      await page.goto(addressOf(site, town, path, language));
      await live(page);
      return page;
    },
    async stop() {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await site.stop();
    },
  };
}

/** Waits until the page's code has come and listens; a journey that shows what happens before opens its page by itself. */
export async function live(page: Page): Promise<void> {
  await page.locator('html[data-live]').waitFor();
}

/** The whole address of a page of a town. */
export function addressOf({ origin }: TestApp, town: TestTown, path: string, language: 'fr' | 'en' = 'fr'): string {
  return `${origin}${town.base}/${language}${path}`;
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const axeCode = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Looks at the page with axe, all its rules on; zero violations, whatever their weight, and no sideways scrolling. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
}

/** What `expectAccessible` finds, in words; `rule` looks at one of axe's rules only. */
export async function faultsOf(page: Page, rule?: string): Promise<string[]> {
  await page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done));
      }),
  ); // colours that just changed are painted
  const violations =
    page.frames().length > 1 ? (await new AxeBuilder({ page }).withTags(tags).analyze()).violations : await axeInside(page, rule);
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`).join(' | ')}`,
  );
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return excess > 0 ? [...found, `${excess} px wider than the screen`] : found;
}

/** The same rules without the second page that AxeBuilder opens for each look: three times as fast; for pages without frames. */
async function axeInside(page: Page, rule?: string): Promise<Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCode);
  const runOnly: RunOptions['runOnly'] = rule ? { type: 'rule', values: [rule] } : { type: 'tag', values: tags };
  return page.evaluate(async (options) => (await (window as unknown as { axe: typeof Axe }).axe.run(document, options)).violations, {
    runOnly,
    resultTypes: ['violations'],
  } satisfies RunOptions);
}

/** Leaves a picture in the folder that SHOTS names, for the designer's eye; does nothing without it. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}-${page.viewportSize()?.width ?? 0}.png`), fullPage: true });
}
