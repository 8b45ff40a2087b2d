import type { Page } from 'playwright-core';
import { addComment } from '@parvis/shared/contracts/comments.ts';
import { aConsultation } from '../../api/test/support/consultations.ts';
import { aPerson, aTown, as, type Person } from '../../api/test/support/people.ts';
import { aProposal } from '../../api/test/support/proposals.ts';
import { addressOf, live, shoot, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
let claire: Person;
let paths: string[];
let slug: string;
beforeAll(async () => {
  site = await startSite();
  const town = await aTown(site);
  claire = await aPerson(site, town, { name: 'Claire V.', roles: ['moderator', 'administrator'] });
  const consultation = await aConsultation(site, town, {
    activities: [{ settings: { categories: [{ id: 'rues', name: 'Rues et places' }] } }],
  });
  const proposal = await aProposal(site, town, consultation, await aPerson(site, town), {
    title: 'Réaménagement de l’intercommunalité et désengorgement du stationnement',
  });
  await as(site, claire).call(addComment, { params: { contributionId: proposal.id }, body: { text: 'Très bien.', stance: 'for' } });
  ({ slug } = consultation);
  paths = [
    '/',
    '/consultations',
    `/consultations/${slug}`,
    `/consultations/${slug}/propositions`,
    `/consultations/${slug}/propositions/proposer`,
    `/p/${proposal.number}`,
    `/p/${proposal.id}/signaler`,
    `/consultations/${slug}/reponses`,
    '/compte',
    '/compte/notifications',
    '/compte/contributions',
    '/compte/connexion',
    '/moderation',
    '/moderation/registre',
    `/consultations/${slug}/resultats`,
    `/consultations/${slug}/reponses/attendues`,
    `/consultations/${slug}/historique`,
    `/consultations/${slug}/donnees`,
    `/consultations/${slug}/papier`,
    '/regles-de-moderation',
    '/donnees-personnelles',
    '/donnees',
    '/reponses',
    `/reponses/${slug}`,
    `/reponses/${slug}/nouvelle?pour=${proposal.id}`,
    '/admin',
    '/admin/courriels',
    '/admin/commune',
    '/admin/personnes',
    '/admin/consultations',
    '/admin/consultations/nouvelle',
    '/admin/imports',
    '/admin/journal',
    '/admin/regles',
    '/admin/pages-legales',
  ];
});
afterAll(() => site.stop());

/** In the page: words that stand outside of the screen, or that run over the edge of their own box. */
function spilled(): string[] {
  const found: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const box = texts.currentNode.parentElement!;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const { left, right, width } = range.getBoundingClientRect();
    let isElsewhere = false; // in a line that scrolls by itself, or only for those who hear the page
    for (let at: Element | null = box; at; at = at.parentElement)
      isElsewhere ||=
        /auto|scroll/.test(getComputedStyle(at).overflowX) ||
        getComputedStyle(at).clipPath !== 'none' ||
        at.className.toString().includes('SkipLink');
    if (isElsewhere || width < 2 || !box.checkVisibility({ visibilityProperty: true }) || !texts.currentNode.textContent?.trim()) continue;
    const card = box.closest('article, section, li, fieldset, label, button, a') ?? box;
    const edge = card.getBoundingClientRect();
    if (
      left < -1 ||
      right > document.documentElement.clientWidth + 1 ||
      (getComputedStyle(card).display !== 'inline' && right > edge.right + 2)
    )
      found.push(
        `« ${texts.currentNode.textContent.trim().slice(0, 60)} » in ${box.tagName.toLowerCase()}.${box.className} runs over by ${Math.round(right - Math.min(edge.right, document.documentElement.clientWidth))} px`,
      );
  }
  const excess = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return excess > 0 ? [...found, `${excess} px wider than the screen`] : found;
}

async function largeAt(page: Page, path: string): Promise<void> {
  await page.goto(addressOf(site, claire.town, path));
  await live(page);
  await page.evaluate(async () => {
    document.documentElement.style.fontSize = '206%';
    for (let frames = 0; frames < 3; frames += 1)
      await new Promise((done) => {
        requestAnimationFrame(done);
      });
  });
}

/** In the page: the parts of the header, two by two, that stand on each other. */
function overlaps(): string[] {
  const parts = [...document.querySelectorAll<HTMLElement>('header a, header summary')].filter((part) => part.checkVisibility());
  return parts.flatMap((one, at) =>
    parts
      .slice(at + 1)
      .filter((other) => {
        const [a, b] = [one, other].map((part) => {
          if (part.matches('summary')) return part.getBoundingClientRect();
          const words = document.createRange();
          words.selectNodeContents(part);
          return words.getBoundingClientRect();
        });
        return (
          !one.contains(other) &&
          !other.contains(one) &&
          a!.width > 0 &&
          b!.width > 0 &&
          a!.left < b!.right - 1 &&
          b!.left < a!.right - 1 &&
          a!.top < b!.bottom - 1 &&
          b!.top < a!.bottom - 1
        );
      })
      .map((other) => `« ${one.textContent} » stands on « ${other.textContent} »`),
  );
}

test('with letters twice as large the name of the town stands beside or above the links of the header, never under them', async () => {
  const faults: unknown[] = [];
  for (const who of [claire, { ...claire, cookie: '' }]) {
    const page = await site.visit(who, '/', { width: 1280 });
    for (const width of [1280, 1000, 900, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await largeAt(page, '/');
      faults.push(
        ...(await page.evaluate(overlaps)).map((fault) => [width, fault]),
        ...(await page.evaluate(spilled)).map((fault) => [width, fault]),
      );
      await shoot(page, `large-header-${who.cookie ? 'staff' : 'visitor'}`);
    }
  }
  expect(faults).toEqual([]);
});

test('on a phone with letters twice as large no words run over, on the pages of citizens and at the desks of the town', async () => {
  const page = await site.visit(claire, '/', { width: 360 });
  const faults: unknown[] = [];
  for (const path of paths) {
    await largeAt(page, path);
    faults.push(...(await page.evaluate(spilled)).map((fault) => [path, fault]));
    await shoot(page, `large-${path.replace(/\W+/g, '-')}`);
  }
  expect(faults).toEqual([]);
}, 120_000);

test('on a narrow phone the desks of the town stand in one line, which shows the one where the reader is', async () => {
  const page = await site.visit(claire, '/', { width: 320 });
  const faults: unknown[] = [];
  for (const path of ['/admin', '/admin/commune', '/admin/journal', '/moderation', '/reponses', `/reponses/${slug}/engagements`]) {
    await page.goto(addressOf(site, claire.town, path));
    await live(page);
    faults.push(
      ...(await page.evaluate(() =>
        [...document.querySelectorAll('nav:not(header nav):has(ul [aria-current])')].flatMap((nav) => {
          const { left, right } = nav.querySelector('[aria-current]')!.getBoundingClientRect();
          const lines = new Set([...nav.querySelectorAll('li')].map((line) => Math.round(line.getBoundingClientRect().top)));
          const isInSight = left >= 0 && right <= document.documentElement.clientWidth;
          return lines.size === 1 && isInSight
            ? []
            : [`${location.pathname}: ${nav.ariaLabel} ${lines.size} lines, from ${left} to ${right}`];
        }),
      )),
    );
  }
  expect(faults).toEqual([]);
});
