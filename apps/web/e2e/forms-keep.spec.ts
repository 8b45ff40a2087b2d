import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page, Route } from 'playwright-core';
import { addComment } from '@parvis/shared/contracts/comments.ts';
import type { setUpTown } from '@parvis/shared/contracts/installation.ts';
import { enterPaperComment } from '@parvis/shared/contracts/paper.ts';
import type { RequestOf } from '@parvis/shared/contracts/route.ts';
import { projectRoot } from '../../api/src/platform/config/index.ts';
import { SetupLinks } from '../../api/src/core/installation/index.ts';
import { freshDatabaseUrl } from '../../api/test/support/database.ts';
import { aConsultation } from '../../api/test/support/consultations.ts';
import { as, visitor } from '../../api/test/support/people.ts';
import en from '../src/platform/messages/en.json' with { type: 'json' };
import fr from '../src/platform/messages/fr.json' with { type: 'json' };
import { everyState, roles, type EveryState } from './support/every-state.ts';
import { fill, held, unfold } from './support/forms.ts';
import { formList, setupForms, type FormLook } from './support/form-list.ts';
import { addressOf, faultsOf, live, shoot, startSite, type TestSite } from './support/site.ts';

type Language = 'fr' | 'en';
interface Failure {
  readonly name: string;
  readonly answer: (route: Route, field: string) => Promise<void>;
  /** What the message must say: what happened, and what to do. */
  readonly says: (language: Language) => readonly string[];
}
const words = { fr, en };
const refused = (status: number, code: string, title: string, detail: string, headers = {}): Failure => ({
  name: String(status),
  says: () => [title, detail],
  answer: (route) =>
    route.fulfill({
      status,
      contentType: 'application/problem+json',
      headers,
      body: JSON.stringify({ type: 'about:blank', status, code, title, detail }),
    }),
});
const wrong = 'Écrivez-le autrement.';

/** What can happen to what was sent: the connection is lost, the database is, a proxy answers for a dead server, the moment has passed, a field is wrong. */
const failures: readonly Failure[] = [
  {
    name: 'no connection',
    answer: (route) => route.abort('internetdisconnected'),
    says: (language) => [words[language]['problem.offline.title'], words[language]['problem.offline.detail']],
  },
  refused(503, 'database-lost', 'Service momentanément indisponible', 'Réessayez dans quelques secondes.', { 'retry-after': '5' }),
  {
    name: '500 of a proxy',
    answer: (route) => route.fulfill({ status: 500, contentType: 'text/html', body: '<h1>Internal Server Error</h1>' }),
    says: (language) => [words[language]['problem.unexpected.title'], words[language]['problem.unexpected.detail']],
  },
  refused(409, 'too-late-for-this', 'Cette phase est terminée', 'Elle s’est terminée le 1er mars à 18 h.'),
  {
    name: '422',
    says: () => [wrong],
    answer: (route, field) =>
      route.fulfill({
        status: 422,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: 'about:blank',
          status: 422,
          code: 'invalid-input',
          title: 'À corriger',
          detail: 'Un champ est à corriger.',
          errors: [{ pointer: `#/${field}`, code: 'not-valid', detail: wrong }],
        }),
      }),
  },
];

/** In the page: whether the message with these words has the focus, and what has it otherwise. */
function focused(said: readonly string[]): string {
  const at = document.activeElement!;
  const text = (at.textContent ?? '').replace(/\s/g, ' ');
  if (at.getAttribute('role') === 'alert' && said.every((one) => text.includes(one.replace(/\s/g, ' ')))) return '';
  return `the focus is on <${at.tagName.toLowerCase()}> « ${text.slice(0, 80)} », the messages are ${JSON.stringify([...document.querySelectorAll('[role=alert]')].map((one) => one.textContent))}`;
}

/** Fills one form, lets what it sends fail in every way, and tells what was lost or not said. */
async function faultsOfForm(
  page: Page,
  form: Locator,
  { files = [], type = {} }: Pick<FormLook, 'files' | 'type'>,
  language: Language,
): Promise<string[]> {
  await form.waitFor({ state: 'attached' });
  await form.evaluate(unfold);
  await form.locator('textarea:not([name])').first().waitFor({ state: 'detached' }); // the editor has come
  for (const editor of await form.locator('[contenteditable=true]').all()) await editor.fill('Douze tilleuls, à l’automne.');
  await form.evaluate(fill, type);
  await form.evaluate(fill, type);
  if (files.length > 0) {
    await form
      .locator('input[type=file]')
      .first()
      .setInputFiles([...files]);
    await form.locator('input[type=hidden][name$="/id"]').first().waitFor({ state: 'attached' });
    await form.evaluate(fill, type); // the words for a picture
  }
  const field = await form.evaluate(
    (one) =>
      [...one.querySelectorAll<HTMLInputElement>('[name]:not([type=hidden], button)')].find((control) => control.checkVisibility())?.name ??
      [...one.querySelectorAll<HTMLInputElement>('[name]')][0]!.name.split('/')[0]!,
  );
  const before = await form.evaluate(held);
  const faults: string[] = [];
  let now = failures[0]!;
  let sent: string | undefined;
  const fail = async (route: Route): Promise<void> => {
    if (route.request().method() === 'GET' || route.request().url().includes('/files?')) return route.fallback();
    sent = (await route.request().headerValue('accept-language')) ?? '';
    await now.answer(route, field);
  };
  await page.route('**/api/**', fail);
  for (now of failures) {
    sent = undefined;
    await form.locator('button[type=submit]').first().click();
    const said = now.says(language);
    let fault = 'nothing was sent';
    for (let turns = 0; fault !== '' && turns < 60; turns += 1) {
      await page.evaluate(
        () =>
          new Promise((done) => {
            requestAnimationFrame(done);
          }),
      );
      if (sent !== undefined) fault = await page.evaluate(focused, said);
    }
    if (fault) faults.push(`${now.name}: ${fault}`);
    if (sent !== undefined && sent !== language) faults.push(`${now.name}: asked in ${sent}`);
    const after = await form.evaluate(held);
    const lost = before.filter((one, at) => after[at] !== one);
    if (lost.length > 0 || after.length !== before.length)
      faults.push(`${now.name}: ${JSON.stringify(lost)} was lost, ${after.length} instead of ${before.length}`);
    if (sent === undefined) break;
  }
  if (sent !== undefined && (await form.evaluate((one, detail) => one.textContent!.split(detail).length, wrong)) < 3)
    faults.push(`422: the field ${field} does not say what is wrong`);
  faults.push(...(await faultsOf(page)));
  await page.unroute('**/api/**', fail);
  return faults;
}

const selector = (has: string): string => (has.includes('form') ? has : `form:has([name="${has}"])`);

describe('a town at work', () => {
  let site: TestSite;
  let world: EveryState;
  let list: FormLook[];
  beforeAll(async () => {
    site = await startSite();
    world = await everyState(site);
    const { town, people, at } = world;
    const idle = await aConsultation(site, town, { slug: 'sans-texte', title: 'Une question sans réponse' });
    const invited = await site.db.one<{ id: string }>(`SELECT id FROM consultations WHERE municipality_id = $1 AND slug = 'invitee'`, [
      town.id,
    ]);
    await as(site, people.facilitator).call(enterPaperComment, {
      params: { batchId: at['batch']! },
      body: { name: 'Odette', isAnother: false, number: Number(at['trees']), stance: 'for', text: 'De l’ombre, enfin.' },
    });
    await as(site, people.citizen).call(addComment, {
      params: { contributionId: at['treesId']! },
      body: { text: 'Et des bancs dessous.', stance: 'for' },
    });
    await site.db.run(
      `UPDATE accounts SET totp_secret = '\\x00', totp_confirmed_at = statement_timestamp() WHERE municipality_id = $1 AND display_name = 'Claire V.'`,
      [town.id],
    );
    await site.db.run(
      `INSERT INTO mail_suppressions (municipality_id, address_hash, reason, address) VALUES ($1, '\\x00', 'refused', 'ines@exemple.fr')`,
      [town.id],
    );
    list = formList({ ...world, at: { ...at, idle: idle.id, invited: invited!.id } });
  }, 120_000);
  afterAll(() => site.stop());

  test('the list holds every form that sends something', () => {
    const sources = globSync('apps/web/src/{features,activities}/**/*.tsx', { cwd: projectRoot }).filter(
      (file) => !file.includes('/dev/') && /<Form\b(?:=>|[^>])*?problem=\{/.test(readFileSync(join(projectRoot, file), 'utf8')),
    );
    const known = [...list.map((one) => one.from), ...Object.values(setupForms).map((one) => `setup/components/${one}`)];
    expect(sources.length).toBeGreaterThan(45);
    expect(sources.filter((file) => !known.some((from) => file.endsWith(`/${from}.tsx`)))).toEqual([]);
  });

  test.each(roles)(
    'whatever happens to what the %s has sent, the form keeps it, and says in the language of the page what happened and what to do',
    async (role) => {
      const pages = new Map<Language, Page>();
      const faults: string[] = [];
      for (const [place, look] of list.filter((one) => one.as === role).entries()) {
        const language: Language = look.open || place % 2 === 0 ? 'fr' : 'en';
        const page = pages.get(language) ?? (await site.visit(world.people[role], '/', { language }));
        pages.set(language, page);
        page.removeAllListeners('dialog').on('dialog', (dialog) => void dialog.accept());
        try {
          await page.goto(addressOf(site, world.town, look.at, language));
          await live(page);
          page.setDefaultTimeout(5_000);
          await look.open?.(page);
          faults.push(
            ...(await faultsOfForm(page, page.locator(selector(look.has)).first(), look, language)).map(
              (fault) => `${look.from} ${look.at}: ${fault}`,
            ),
          );
          await shoot(page, `keep-${look.from.replace(/\W+/g, '-')}`);
        } catch (error) {
          faults.push(`${look.from} ${look.at}: ${String(error)}`);
          await page.unrouteAll();
        }
      }
      expect(faults).toEqual([]);
    },
    120_000,
  );
});

test('whatever happens to what whoever installs has sent, each step of the wizard keeps it and says what to do', async () => {
  const site = await startSite({ DATABASE_URL: await freshDatabaseUrl() });
  try {
    const token = /jeton=([\w-]+)/.exec((await site.app.get(SetupLinks).invitation())!)![1]!;
    const page = await site.visit(visitor({ id: '', slug: '', base: '' }), `/installation?jeton=${token}`);
    await page.getByRole('button', { name: 'Commencer l’installation' }).click();
    await page.getByRole('button', { name: /pas dans cette liste/ }).click();
    const faults: string[] = [];
    for (const [step, name] of Object.entries(setupForms)) {
      if (step !== 'town') {
        await page.goto(`${site.origin}/fr/installation?etape=${step}`);
        await live(page);
      }
      faults.push(...(await faultsOfForm(page, page.locator('main form').first(), {}, 'fr')).map((fault) => `${name}: ${fault}`));
      if (step === 'town') {
        const town = {
          inseeCode: null,
          name: 'Danjoutin',
          tagline: '',
          slug: 'danjoutin',
          host: null,
          timeZone: 'Europe/Paris',
          languages: ['fr', 'en'],
        } satisfies RequestOf<typeof setUpTown>;
        expect(
          await page.evaluate(
            async (body) =>
              (
                await fetch('/api/installation/town', {
                  method: 'PUT',
                  headers: { 'content-type': 'application/json' },
                  body: JSON.stringify(body),
                })
              ).status,
            town,
          ),
        ).toBe(200);
      }
    }
    expect(faults).toEqual([]);
  } finally {
    await site.stop();
  }
}, 120_000);
