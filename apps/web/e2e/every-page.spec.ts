import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { setSuspended, TownDirectory } from '../../api/src/core/municipalities/index.ts';
import { closeOpening } from '../../api/test/support/consultations.ts';
import { projectRoot } from '../../api/src/platform/config/index.ts';
import { everyState, roles, type EveryState } from './support/every-state.ts';
import { pageList, type Look } from './support/page-list.ts';
import { addressOf, expectAccessible, faultsOf, live, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
let world: EveryState;
let list: Look[];
beforeAll(async () => {
  site = await startSite();
  world = await everyState(site);
  list = pageList(world);
}, 120_000);
afterAll(() => site.stop());

/** In the page: waits until its colours have changed, level by level, from one scheme to the other. */
async function settled(): Promise<void> {
  const frame = () =>
    new Promise((done) => {
      requestAnimationFrame(done);
    });
  for (let still = 0, frames = 0; still < 3 && frames < 90; frames += 1) {
    await frame();
    still = document.getAnimations().some((one) => one instanceof CSSTransition) ? 0 : still + 1;
  }
}

/** What is wrong with a page at three widths, and with its colours in the dark scheme. */
async function faultsAt(
  page: Page,
  { page: pattern, at, state = '', status = 200, act, isEmpty }: Look,
  isFirst: boolean,
): Promise<string[]> {
  const where = (fault: string, place: string) => `${pattern} ${state} (${at}), ${place}: ${fault}`;
  const answer = await page.goto(addressOf(site, isEmpty ? world.empty : world.town, at));
  if (answer!.status() !== status) return [where(`status ${answer!.status()} instead of ${status}`, 'first')];
  await live(page);
  try {
    await act?.(page);
  } catch (error) {
    return [where(String(error), 'act')];
  }
  const faults: string[] = [];
  for (const width of [1280, 360, 320]) {
    await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
    faults.push(...(await faultsOf(page)).map((fault) => where(fault, `${width} px`)));
    if (isFirst && width !== 320) await shoot(page, `${pattern} ${state}`.replace(/\W+/g, '-'));
  }
  if (!isFirst) return faults; // the same colours for everybody
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(settled);
  faults.push(...(await faultsOf(page, 'color-contrast')).map((fault) => where(fault, 'dark')));
  await page.emulateMedia({ colorScheme: 'light' });
  return faults;
}

test('the list holds every page of the site, and no page that the site does not have', () => {
  const declared = globSync('apps/web/src/**/pages.ts', { cwd: projectRoot }).flatMap((file) =>
    [...readFileSync(join(projectRoot, file), 'utf8').matchAll(/\bpage\('([^']+)'/g)].map((found) => found[1]!),
  );
  expect(declared.length).toBeGreaterThan(50);
  expect([...new Set(list.map((one) => one.page))].sort()).toEqual([...new Set(declared)].sort());
});

test.each(roles)(
  'every page that the %s may see, in every state, can be used by everybody at 320, 360 and 1280 px, and read in the dark',
  async (role) => {
    const pages = {
      full: await site.visit(world.people[role], '/'),
      empty: role in world.nobodyYet ? await site.visit(world.nobodyYet[role as 'visitor'], '/') : null,
    };
    const faults: string[] = [];
    for (const look of list.filter((one) => one.as.includes(role)))
      faults.push(...(await faultsAt(look.isEmpty ? pages.empty! : pages.full, look, look.as[0] === role)));
    expect(faults).toEqual([]);
  },
  300_000,
);

test('while a page is on its way, when its answer fails with 503, and where the moment has passed (409), everybody is told', async () => {
  const page = await site.visit(world.people.citizen, '/', { width: 320 });
  let answer = (): void => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/**', async (route) => {
    await held;
    await route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      headers: { 'retry-after': '5' },
      body: JSON.stringify({
        type: 'about:blank',
        code: 'database-lost',
        status: 503,
        title: 'Service indisponible',
        detail: 'Réessayez dans un instant.',
      }),
    });
  });
  await page.getByRole('link', { name: 'Engagements' }).first().click();
  await expectAccessible(page);
  answer();
  await page.getByRole('heading', { level: 1, name: 'Service indisponible' }).waitFor();
  await expectAccessible(page);
  await page.unroute('**/api/**');

  await page.goto(addressOf(site, world.town, `/consultations/${world.closing.slug}/propositions/proposer`));
  await live(page);
  await page.getByRole('textbox', { name: 'Titre' }).fill('Ouvrir le samedi');
  await page.getByRole('textbox', { name: /Votre texte/ }).fill('Jusqu’à midi.');
  await closeOpening(site, world.town, world.closing.activity.id);
  await page.getByRole('button', { name: 'Déposer', exact: true }).click();
  await page.getByRole('alert').waitFor();
  await expectAccessible(page);
  expect(await page.getByRole('textbox', { name: 'Titre' }).inputValue()).toBe('Ouvrir le samedi');

  await setSuspended(site.db, world.empty.slug, true);
  site.app.get(TownDirectory).forget();
  expect((await page.goto(addressOf(site, world.empty, '/')))!.status()).toBe(503);
  await expectAccessible(page);
});
