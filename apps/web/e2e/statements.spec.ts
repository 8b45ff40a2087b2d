import { startApp, type TestApp } from '../../api/test/support/app.ts';
import { aConsultation, type TestConsultation } from '../../api/test/support/consultations.ts';
import { aComment } from '../../api/test/support/debates.ts';
import { aPerson, aTown, visitor, type Person, type TestTown } from '../../api/test/support/people.ts';
import { aProposal } from '../../api/test/support/proposals.ts';
import { statementsOf } from '../../api/test/support/statements.ts';

let app: TestApp;
let town: TestTown;
let ines: Person;
let consultation: TestConsultation;
let number: number;
beforeAll(async () => {
  app = await startApp();
  town = await aTown(app);
  ines = await aPerson(app, town);
  consultation = await aConsultation(app, town);
  for (let at = 0; at < 25; at += 1) {
    const proposal = await aProposal(app, town, consultation, ines, { title: `Un banc au coin de la rue ${at}` });
    for (let said = 0; said < 4; said += 1) await aComment(app, consultation, ines, proposal.id);
    number = proposal.number;
  }
});
afterAll(() => app.stop());

/** Statements that one view of a page sends to the database, rendered on the server; the first view warms what is remembered. */
async function countOf(who: Pick<Person, 'cookie'>, path: string): Promise<number> {
  const view = async (): Promise<number> =>
    (await fetch(`${app.origin}${town.base}/fr${path}`, { headers: { cookie: who.cookie } })).status;
  expect(await view()).toBe(200);
  const { statements } = await statementsOf(view);
  return statements.length;
}

/** Statements of a page at most, for a visitor and for somebody with an account: no page asks once for each thing that it shows. */
const pages: readonly (readonly [string, () => string, number, number])[] = [
  ['the front page', () => '/', 9, 11],
  ['a consultation', () => `/consultations/${consultation.slug}`, 14, 16],
  ['the list of proposals', () => `/consultations/${consultation.slug}/propositions`, 11, 14],
  ['a proposal with its debate', () => `/p/${number}`, 20, 24],
];

test.each(pages)('%s costs the database a bounded number of statements, however much it shows', async (_, path, visitors, accounts) => {
  const address = path();
  const [asVisitor, asInes] = [await countOf(visitor(town), address), await countOf(ines, address)];
  expect(asVisitor).toBeLessThanOrEqual(visitors);
  expect(asInes).toBeLessThanOrEqual(accounts);
});
