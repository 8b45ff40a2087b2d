import { aConsultation } from '../../api/test/support/consultations.ts';
import { someRules } from '../../api/test/support/debates.ts';
import { aPerson, aTown, type Person, type TestTown } from '../../api/test/support/people.ts';
import { aProposal } from '../../api/test/support/proposals.ts';
import { addressOf, startSite, type TestSite } from './support/site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const headOf = async (town: TestTown, path: string, reader?: Person): Promise<string> => {
  const answer = await fetch(addressOf(site, town, path), { headers: reader ? { cookie: reader.cookie } : {} });
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.text()).split('</head>')[0]!;
};
const found = (head: string, pattern: RegExp): string[] => [...head.matchAll(pattern)].map((one) => one[1]!.replaceAll('&amp;', '&'));
/** Towns of tests say their origin without the port at which this run listens. */
const here = (address: string): string => address.replace(/^http:\/\/127\.0\.0\.1(?=\/)/, site.origin);

test('a shared link to any public page shows a picture of the town, and names the page in each language and its forms for machines', async () => {
  const town = await aTown(site);
  const ines = await aPerson(site, town);
  await someRules(site, town);
  const consultation = await aConsultation(site, town);
  const proposal = await aProposal(site, town, consultation, ines, { title: 'Des arbres' });
  const of = `/consultations/${consultation.slug}`;
  const feed = `/fr${of}.atom`;
  const pages: readonly (readonly [string, string | null, string | null])[] = [
    ['/', '/fr/accueil.json', '/fr/consultations.atom'],
    ['/consultations', '/fr/consultations.json', '/fr/consultations.atom'],
    [of, `/fr${of}.json`, feed],
    [`${of}/propositions`, `/fr${of}/propositions.json`, feed],
    [`${of}/resultats`, `/fr${of}/resultats.json`, feed],
    [`${of}/donnees`, `/fr${of}/donnees.json`, feed],
    [`${of}/reponses`, `/fr${of}/reponses.json`, feed],
    [`${of}/historique`, `/fr${of}/historique.json`, feed],
    [`/p/${proposal.number}-des-arbres`, `/fr/p/${proposal.number}-des-arbres.json`, null],
    ['/regles-de-moderation', null, null],
  ];
  for (const [path, json, atom] of pages) {
    const head = await headOf(town, path);
    const [image] = found(head, /<meta property="og:image" content="([^"]+)">/g);
    expect([path, image]).toEqual([path, expect.stringContaining(`${town.base}/share.png?v=`)]);
    expect(head).toContain('<meta name="twitter:card" content="summary_large_image">');
    const picture = await fetch(here(image!));
    expect([picture.status, picture.headers.get('content-type'), picture.headers.get('cache-control')]).toEqual([
      200,
      'image/png',
      'public, max-age=31536000, immutable',
    ]);
    const languages = [...head.matchAll(/<link rel="alternate" href="([^"]+)" hreflang="([^"]+)">/g)];
    expect(languages.map((one) => one[2])).toEqual(['fr', 'en', 'x-default']);
    for (const [, address] of languages) expect([address, (await fetch(here(address!))).status]).toEqual([address, 200]);
    const twins = [...head.matchAll(/<link rel="alternate" href="([^"]+)" type="([^"]+)">/g)].map((one) => [
      one[2],
      new URL(one[1]!).pathname.slice(town.base.length),
    ]);
    expect([path, twins]).toEqual([
      path,
      [...(json ? [['application/json', json]] : []), ...(atom ? [['application/atom+xml', atom]] : [])],
    ]);
    for (const [, address] of twins)
      expect([address, (await fetch(`${site.origin}${town.base}${address}`)).status]).toEqual([address, 200]);
  }
});

test('drafts and consultations of invited people show no picture and name no twin, even to those who may read them', async () => {
  const town = await aTown(site);
  const [ines, helene] = [await aPerson(site, town), await aPerson(site, town, { roles: ['administrator'] })];
  const draft = await aConsultation(site, town, { state: 'draft', title: 'Un secret' });
  const invited = await aConsultation(site, town, { visibility: 'invited', title: 'Entre nous', invited: [ines] });
  const proposal = await aProposal(site, town, invited, ines, { title: 'Chut' });
  const pages = [
    [`/consultations/${draft.slug}`, helene],
    ...['', '/propositions', '/resultats', '/reponses', '/historique', '/donnees'].map(
      (end) => [`/consultations/${invited.slug}${end}`, ines] as const,
    ),
    [`/p/${proposal.number}-chut`, ines],
  ] as const;
  for (const [path, reader] of pages) {
    const head = await headOf(town, path, reader);
    expect([path, head.includes('noindex'), head.includes('og:image'), /rel="alternate"[^>]+type=/.test(head)]).toEqual([
      path,
      true,
      false,
      false,
    ]);
  }
});
