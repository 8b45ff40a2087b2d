import type { Page } from 'playwright-core';
import { submitProposal } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { addComment } from '@parvis/shared/contracts/comments.ts';
import { isBlank, readPlainText } from '@parvis/shared/rules/plain-text.ts';
import { TallyJob } from '../../api/src/core/tallies/index.ts';
import { aConsultation } from '../../api/test/support/consultations.ts';
import { hostileStrings } from '../../api/test/support/hostile-strings.ts';
import { aPerson, aTown, as, visitor, type TestTown } from '../../api/test/support/people.ts';
import { addressOf, startSite, type TestSite } from './support/site.ts';

const strings = hostileStrings() ?? [];
const told = strings.length > 0 ? test : test.skip; // the lists stand beside the project, not in it

let site: TestSite;
let town: TestTown;
beforeAll(async () => {
  site = await startSite();
  town = await aTown(site);
}, 60_000);
afterAll(() => site.stop());

/** What a page of the server holds, read by a browser that runs nothing of it. */
interface Held {
  readonly title: string;
  readonly headings: readonly string[];
  readonly text: string;
  readonly acting: readonly string[];
}

async function held(page: Page, path: string): Promise<Held> {
  const html = await (await fetch(addressOf(site, town, path))).text();
  return page.evaluate((markup) => {
    const read = new DOMParser().parseFromString(markup, 'text/html');
    const text = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();
    const isOurs = (script: HTMLScriptElement): boolean =>
      script.type === 'application/json' || /^\/assets\//.test(script.getAttribute('src') ?? '');
    const acting = [
      ...[...read.scripts].filter((script) => !isOurs(script)).map((script) => script.outerHTML.slice(0, 200)),
      ...[...read.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes]
          .filter(({ name, value }) => /^on/i.test(name) || /^\s*(?:javascript|data|vbscript):/i.test(value))
          .map(({ name, value }) => `${element.tagName} ${name}=${value.slice(0, 80)}`),
      ),
      ...[...read.querySelectorAll('iframe, object, embed, base, svg script')].map((element) => element.outerHTML.slice(0, 200)),
    ];
    return { title: read.title, headings: [...read.querySelectorAll('h1, h2, h3')].map(text), text: text(read.body), acting };
  }, html);
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** The strings that can be a title, as the shared pipeline keeps them. */
const titles = strings.flatMap(({ text }) => {
  const read = readPlainText(text, 'one');
  return 'text' in read && !isBlank(read.text) && [...read.text].length <= 60 ? [read.text] : [];
});

told(
  'hostile titles, texts, names and questions are shown as they are written, and do nothing',
  async () => {
    const author = await aPerson(site, town);
    const faults: string[] = [];
    const page = await site.visit(visitor(town), '/');
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const consultation = await aConsultation(site, town, { activities: [{ settings: { categories: [] } }] });
    for (const text of titles) {
      await site.db.run('UPDATE participants SET display_name = $3 WHERE municipality_id = $1 AND id = $2', [
        town.id,
        author.participantId,
        `Nom ${text}`,
      ]);
      await site.db.run('UPDATE consultations SET title = $3, question = $4 WHERE municipality_id = $1 AND id = $2', [
        town.id,
        consultation.id,
        text,
        `Question ${text}`,
      ]);
      await site.db.run('DELETE FROM rate_limits');
      const made = await as(site, author).call(submitProposal, {
        params: { activityId: consultation.activity.id },
        body: { title: `Titre ${text}`, bodyHtml: `<p>Corps ${text} fin</p>`, categoryId: null },
      });
      if (made.status !== 200) {
        faults.push(`${JSON.stringify(text)}: ${made.status} ${made.text.slice(0, 200)}`);
        continue;
      }
      await as(site, author).call(addComment, {
        params: { contributionId: made.body.id },
        body: { text: `Commentaire ${text}`, stance: 'for' },
      });
      const proposal = await held(page, `/p/${made.body.number}`);
      const front = await held(page, `/consultations/${consultation.slug}`);
      const shown = squeezed(text);
      const want = (where: string, isThere: boolean): void => {
        if (!isThere) faults.push(`${where} does not show ${JSON.stringify(text)}`);
      };
      want('the proposal’s title', proposal.headings.includes(squeezed(`Titre ${text}`)) && squeezed(proposal.title).includes(shown));
      want('the comment', proposal.text.includes(`Commentaire ${shown}`));
      want('the author’s name', proposal.text.includes(`Nom ${shown}`));
      want('the consultation’s title', front.headings.includes(shown));
      want('the consultation’s question', front.text.includes(`Question ${shown}`));
      faults.push(...[...proposal.acting, ...front.acting].map((one) => `${JSON.stringify(text)} acts: ${one}`));
    }
    await site.app.get(TallyJob).refresh();
    await page.goto(addressOf(site, town, `/consultations/${consultation.slug}/propositions`));
    await page.getByRole('heading', { level: 3 }).nth(10).waitFor();
    expect([...faults.slice(0, 20), ...dialogs]).toEqual([]);
    expect(titles.length).toBeGreaterThan(30);
  },
  300_000,
);
