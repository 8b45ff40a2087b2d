import type { Page } from 'playwright-core';
import { addComment } from '@parvis/shared/contracts/comments.ts';
import { createResponse, markReady, publishResponses } from '@parvis/shared/contracts/responses.ts';
import { decide } from '@parvis/shared/contracts/moderation.ts';
import { TallyJob } from '../../api/src/core/tallies/index.ts';
import { aConsultation, type TestConsultation } from '../../api/test/support/consultations.ts';
import { aComment, someRules } from '../../api/test/support/debates.ts';
import { completeLegalPages } from '../../api/test/support/legal.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from '../../api/test/support/people.ts';
import { aProposal, type TestProposal } from '../../api/test/support/proposals.ts';
import { addressOf, live, startSite, type TestSite } from './support/site.ts';

// Everything that people and the town write here holds this sign, so that the page can be asked in which language it gives it.
const sign = '¤';

let site: TestSite;
let town: TestTown;
let ines: Person;
let consultation: TestConsultation;
let trees: TestProposal;
beforeAll(async () => {
  site = await startSite();
  town = await aTown(site);
  await site.db.run(`UPDATE municipalities SET languages = '{fr,en}', tagline = $2 WHERE id = $1`, [
    town.id,
    `La ville décide avec vous ${sign}`,
  ]);
  await completeLegalPages(site, town);
  await someRules(site, town);
  await site.db.run(`DELETE FROM legal_pages WHERE municipality_id = $1 AND language = 'en'`, [town.id]);
  await site.db.run('UPDATE legal_pages SET title = title || $2, body_html = $3 WHERE municipality_id = $1', [
    town.id,
    sign,
    `<p>Texte ${sign}</p>`,
  ]);
  ines = await aPerson(site, town);
  consultation = await aConsultation(site, town, {
    title: `Comment se déplacer ${sign}`,
    activities: [{ settings: { categories: [{ id: 'rues', name: `Rues et places ${sign}` }] } }],
  });
  await site.db.run(
    `UPDATE consultations SET question = $2, summary = $2, decided_by = $2, what_then = $2, body_html = $3 WHERE municipality_id = $1`,
    [town.id, `Que faire ? ${sign}`, `<p>Le centre ${sign}</p>`],
  );
  await site.db.run(`UPDATE activities SET title = $2, intro = $2 WHERE municipality_id = $1`, [town.id, `Vos idées ${sign}`]);
  await site.db.run(`UPDATE phases SET title = $2 WHERE municipality_id = $1`, [town.id, `Le dépôt ${sign}`]);
  trees = await aProposal(site, town, consultation, ines, {
    title: `Planter des arbres ${sign}`,
    text: `De l’ombre ${sign}`,
    categoryId: 'rues',
  });
  await as(site, ines).call(addComment, { params: { contributionId: trees.id }, body: { text: `Très bien ${sign}`, stance: 'for' } });
  const { version } = (await site.db.one<{ version: number }>(
    'SELECT max(version) AS version FROM moderation_rules WHERE municipality_id = $1',
    [town.id],
  ))!;
  const other = await aComment(site, consultation, await aPerson(site, town), trees.id, { text: `Gagnez de l’argent ${sign}` });
  await as(site, await aPerson(site, town, { roles: ['moderator'] })).call(decide, {
    params: { contributionId: other },
    body: { act: 'hide', rule: { version, number: 1 }, reason: `Une publicité ${sign}`, revision: 1 },
  });
  const official = await aPerson(site, town, { roles: ['official'] });
  const prepared = await as(site, official).call(createResponse, {
    params: { consultationId: consultation.id },
    body: {
      subjectIds: [trees.id],
      status: 'accepted',
      bodyHtml: `<p>Douze tilleuls seront plantés à l’automne ${sign}</p>`,
      signedAs: `Sylvie Arnoux, adjointe ${sign}`,
      commitments: [{ title: `Douze arbres ${sign}`, dueOn: '2027-11-30', milestones: [{ title: `Étude ${sign}`, dueOn: '2027-01-15' }] }],
    },
  });
  await as(site, official).call(markReady, { params: { responseId: prepared.body.id }, body: { ready: true } });
  await as(site, official).call(publishResponses, {
    params: { consultationId: consultation.id },
    body: { responseIds: [prepared.body.id] },
  });
  await site.app.get(TallyJob).refresh();
}, 60_000);
afterAll(() => site.stop());

/** What the page shows of the town's words, and in which language it gives them. */
function townWords(page: Page): Promise<{ found: number; wrong: string[] }> {
  return page.evaluate((mark) => {
    const wrong: string[] = [];
    let found = 0;
    const look = (words: string, at: Element | null): void => {
      if (!words.includes(mark)) return;
      found += 1;
      if (at?.closest('[lang]')?.getAttribute('lang') !== 'fr')
        wrong.push(`${words.trim()} in ${at?.tagName.toLowerCase()}.${at?.className ?? ''}`);
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode())
      if (texts.currentNode.parentElement?.tagName !== 'SCRIPT') look(texts.currentNode.textContent ?? '', texts.currentNode.parentElement);
    for (const image of document.images) look(image.alt, image);
    for (const labelled of document.querySelectorAll('[aria-label]')) look(labelled.ariaLabel ?? '', labelled);
    for (const field of document.querySelectorAll<HTMLInputElement>('main :is(input, textarea)')) look(field.value, field);
    return { found, wrong };
  }, sign);
}

test('a reader in English hears the town’s French words as French, on every main page', async () => {
  const here = `/consultations/${consultation.slug}`;
  const page = await site.visit(ines, '/', { width: 1280, language: 'en' });
  const wrong: unknown[] = [];
  for (const path of [
    '/',
    '/consultations',
    here,
    `${here}/propositions`,
    `${here}/propositions/proposer`,
    `/p/${trees.number}`,
    `/p/${trees.number}/versions`,
    `${here}/reponses`,
    `${here}/resultats`,
    `${here}/donnees`,
    `${here}/historique`,
    '/engagements',
    '/donnees',
    '/moderation/registre',
    '/mentions-legales',
    '/compte/contributions',
  ]) {
    await page.goto(addressOf(site, town, path, 'en'));
    await live(page);
    const words = await townWords(page);
    if (words.found < 2) wrong.push([path, 'shows none of the town’s words']); // the header's line alone
    wrong.push(...words.wrong.map((one) => [path, one]));
  }
  expect(wrong).toEqual([]);
}, 60_000);

test('staff who work in English hear the town’s French words as French, at every desk', async () => {
  const claire = await aPerson(site, town, { roles: ['moderator', 'administrator'] });
  await site.db.run('UPDATE account_roles SET title = $2 WHERE municipality_id = $1', [town.id, `Adjointe ${sign}`]);
  const page = await site.visit(claire, '/', { width: 1280, language: 'en' });
  const wrong: unknown[] = [];
  for (const path of [
    '/admin/consultations',
    `/admin/consultations/${consultation.id}/publication`,
    '/admin/journal',
    '/admin/personnes',
    '/admin/imports',
    `/moderation?contribution=${trees.id}`,
    '/reponses',
    `/reponses/${consultation.slug}`,
    `/reponses/${consultation.slug}/nouvelle?pour=${trees.id}`,
    `/reponses/${consultation.slug}/engagements`,
    `/p/${trees.number}/signaler`,
    '/guichet',
    `/consultations/${consultation.slug}/papier`,
  ]) {
    await page.goto(addressOf(site, town, path, 'en'));
    await live(page);
    const words = await townWords(page);
    if (words.found < 2) wrong.push([path, 'shows none of the town’s words']);
    wrong.push(...words.wrong.map((one) => [path, one]));
  }
  expect(wrong).toEqual([]);
}, 60_000);

test('where the page speaks the town’s language, nothing is marked', async () => {
  const page = await site.visit(visitor(town), `/p/${trees.number}`, { width: 1280 });
  expect((await townWords(page)).found).toBeGreaterThan(5);
  expect(await page.locator('main [lang]').count()).toBe(0);
});
