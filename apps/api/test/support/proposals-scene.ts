import { listProposals, readProposal } from '@parvis/shared/activities/proposals/contract.ts';
import { submitProposal } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { type RequestOf } from '@parvis/shared/contracts/route.ts';
import { type TestApp, startApp } from './app.ts';
import { type TestConsultation, aConsultation } from './consultations.ts';
import { type Person, type TestTown, aPerson, aTown, as, visitor } from './people.ts';

export let app: TestApp;
export let town: TestTown;
export let ines: Person;
export let consultation: TestConsultation;
export type Written = RequestOf<typeof submitProposal>;
export const school: Written = {
  title: 'Une rue aux écoles devant Jules-Ferry',
  bodyHtml: '<p>Le matin et le soir, <strong>sans voitures</strong>.</p><script>alert(1)</script>',
  categoryId: 'rues',
};
export const activity = (one = consultation) => ({ activityId: one.activity.id });
export const submit = (body: Partial<Written> = {}, person: Person = ines, where = consultation) =>
  as(app, person).call(submitProposal, { params: activity(where), body: { ...school, ...body } });
export const read = (number: number, person: Pick<Person, 'town' | 'cookie'> = visitor(town)) =>
  as(app, person).call(readProposal, { params: { number } });
export const list = (query = {}, person: Pick<Person, 'town' | 'cookie'> = visitor(town), headers = {}) =>
  as(app, person).call(listProposals, { params: activity(), query, headers });
export const titles = async (query = {}) => (await list(query)).body.items.map((one) => one.title);
export const codes = (answer: { problem: { errors?: readonly { pointer: string; code: string }[] } }) =>
  Object.fromEntries((answer.problem.errors ?? []).map((one) => [one.pointer, one.code]));

/** Before each test a town of its own with a call for proposals and Inès; what is exported above is of that test. */
export function proposalsScene(): void {
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    town = await aTown(app);
    ines = await aPerson(app, town);
    consultation = await aConsultation(app, town);
  });
}
