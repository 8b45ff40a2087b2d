import type { Page } from 'playwright-core';
import { aTown, visitor } from '../../api/test/support/people.ts';
import type { TestTown } from '../../api/test/support/people.ts';
import { expectAccessible, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
let town: TestTown;
beforeAll(async () => {
  site = await startSite();
  town = await aTown(site);
});
afterAll(() => site.stop());

/** The page of pieces, once the parts that come late are there. */
async function pieces(options: Parameters<TestSite['visit']>[2] = {}): Promise<Page> {
  const page = await site.visit(visitor(town), '/dev/ui', options);
  await page.getByRole('toolbar').waitFor();
  await page.locator('.leaflet-container').nth(1).waitFor();
  return page;
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test.each([
  { width: 320, language: 'fr', scheme: 'light' },
  { width: 360, language: 'en', scheme: 'dark' },
  { width: 1280, language: 'fr', scheme: 'dark' },
] as const)(
  'every piece can be used by everybody at $width px, in $language, $scheme',
  async (options) => {
    const page = await pieces(options);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await expectAccessible(page);
    await shoot(page, `ui-${options.language}-${options.scheme}`);
    expect(complaints).toEqual([]);
  },
  60_000,
);

test('text twice as large moves nothing out of the page', async () => {
  const page = await pieces({ width: 1280 });
  for (const width of [1280, 640]) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '206%';
    });
    await shoot(page, `ui-200-${width}`);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
});

test('what is wrong is said on top, takes the focus and leads to the field; what was typed stays', async () => {
  const page = await pieces({ width: 360, language: 'en' });
  const form = page.getByRole('form', { name: 'Forms' });
  await form.getByLabel('Description').fill('Shade for the market 🌳');
  await form.getByRole('button', { name: 'Send' }).click();
  const summary = form.getByRole('alert');
  await summary.getByText('3 fields need a correction').waitFor();
  expect(await summary.evaluate((node) => node === document.activeElement)).toBe(true);
  await summary.getByRole('link', { name: 'Title: This field is required.' }).click();
  const title = form.getByRole('textbox', { name: 'Title', exact: true });
  expect(await title.evaluate((node) => node === document.activeElement)).toBe(true);
  expect(await title.getAttribute('aria-invalid')).toBe('true');
  expect(await form.getByLabel('Description').inputValue()).toBe('Shade for the market 🌳');
  await form.getByText('278 characters left').first().waitFor();
  await summary.getByRole('link', { name: /^Town/ }).click();
  expect(await form.getByLabel('Town').evaluate((node) => node === document.activeElement)).toBe(true);
  await expectAccessible(page);
});

test('typed text stays on a jump inside the page, and nobody leaves it behind unasked', async () => {
  const page = await pieces({ width: 1280, language: 'en' });
  const title = page.getByRole('textbox', { name: 'Title', exact: true });
  await title.fill('Shade');
  await page.evaluate(() => {
    location.hash = 'contenu';
  });
  await page.waitForURL(/#contenu$/);
  const asked: string[] = [];
  page.once('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByRole('link', { name: /^Answers/ }).click();
  expect(asked).toEqual(['Some changes are not saved. Leave this page?']);
  expect(page.url()).toMatch(/#contenu$/);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('link', { name: /^Answers/ }).click();
  await page.waitForURL(/\?a$/);
  expect(await title.inputValue()).toBe('Shade');
  await page.getByLabel('Buses').check();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.getByRole('toolbar').waitFor();
  expect(await title.inputValue()).toBe('Shade');
  expect(await page.getByLabel('Buses').isChecked()).toBe(true);
});

test('a formatted text is written by keyboard and leaves as HTML', async () => {
  const page = await pieces({ width: 1280, language: 'en' });
  const text = page.getByRole('textbox', { name: 'Text of the page' });
  await text.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Shade');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Shift+Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('[role=toolbar]') !== null)).toBe(true);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  expect(await page.locator('input[name=body]').inputValue()).toContain('<strong>Shade</strong>');
  expect(await page.getByRole('button', { name: 'Bold' }).getAttribute('aria-pressed')).toBe('true');
});

test('a place is chosen by keyboard, by coordinates and by address', async () => {
  const page = await pieces({ width: 1280, language: 'en' });
  await page.getByRole('button', { name: 'Remove the place' }).click();
  const map = page.getByRole('application', { name: 'Map to choose a place on' });
  await map.focus();
  await page.keyboard.press('Enter');
  expect(Number(await page.locator('input[name="place/lat"]').inputValue())).toBeCloseTo(47.62, 1);
  await page.getByText('Type the coordinates').click();
  await page.getByLabel('Latitude').fill('47,63');
  await page.getByLabel('Longitude').fill('-0,36');
  await page.getByRole('button', { name: 'Place it' }).click();
  await page.getByText('The point is set on the map (latitude 47.63, longitude -0.36).').waitFor();
  await page.getByLabel('Look up an address').fill('market');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Market Square' }).click();
  await page.getByText('The point is set on the map (latitude 47.6205, longitude -0.351).').waitFor();
});

test('a dialog reads its title, closes by Escape and gives the focus back; single keys choose until they are switched off', async () => {
  const page = await pieces({ width: 1280, language: 'en' });
  const opener = page.getByRole('button', { name: 'Open a question' });
  await opener.click();
  const dialog = page.getByRole('dialog', { name: 'Withdraw this proposal?' });
  await dialog.waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await opener.evaluate((node) => node === document.activeElement)).toBe(true);
  await page.keyboard.press('g');
  expect(await page.getByRole('radio', { name: /^Keep/ }).isChecked()).toBe(true);
  await page.getByLabel('Single-key shortcuts').uncheck();
  await page.getByRole('button', { name: 'Open a question' }).focus();
  await page.keyboard.press('c');
  expect(await page.getByRole('radio', { name: /^Keep/ }).isChecked()).toBe(true);
});

test('a file is sent when it is chosen, described, and taken away again', async () => {
  const page = await pieces({ width: 360, language: 'en' });
  const field = page.getByLabel(/^Photographs/);
  await field.setInputFiles({ name: 'bench.png', mimeType: 'image/png', buffer: Buffer.from('89504e47', 'hex') });
  await page.getByText('bench.png is sent.').waitFor({ state: 'attached' });
  await page.getByLabel('Describe the picture in one sentence').nth(1).fill('A bench under a lime tree');
  expect(await page.locator('input[name="photos/1/alt"]').inputValue()).toBe('A bench under a lime tree');
  await page.getByRole('button', { name: 'Remove bench.png' }).click();
  expect(await page.locator('input[name="photos/1/id"]').count()).toBe(0);
});

test('without any script the map is drawn and its places are listed', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.origin}${town.base}/fr/dev/ui`);
  await page.getByText('Voir les 6 lieux en liste').click();
  await page.getByRole('link', { name: /Un bus le dimanche matin vers l’hôpital \(2\)/ }).waitFor();
  expect(await page.locator('textarea').count()).toBe(2);
  await context.close();
});
