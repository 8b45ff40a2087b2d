import { type PaperBatch, enterPaperProposal, enterPaperSupports, openPaperBatch } from '@parvis/shared/contracts/paper.ts';
import { readProposal } from '@parvis/shared/activities/proposals/contract.ts';
import { TallyJob } from '../../src/core/tallies/index.ts';
import { type TestApp, startApp } from './app.ts';
import { type TestConsultation, aConsultation } from './consultations.ts';
import { type Person, type TestTown, aPerson, aTown, as, visitor } from './people.ts';
import { until } from './until.ts';

export let app: TestApp;
export let town: TestTown;
export let agent: Person;
export let consultation: TestConsultation;
export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
export async function aBatch(receivedOn = today()): Promise<PaperBatch> {
  const { status, body } = await as(app, agent).call(openPaperBatch, {
    body: { consultationId: consultation.id, receivedOn, label: 'Urne de la mairie' },
  });
  expect(status).toBe(200);
  return body;
}
export const enterProposal = (batchId: string, more: object = {}) =>
  as(app, agent).call(enterPaperProposal, {
    params: { batchId },
    body: {
      name: 'Marcelle Petit',
      activityId: consultation.activity.id,
      title: 'Un banc devant la pharmacie',
      text: 'Pour s’asseoir\n\nen attendant le bus.',
      categoryId: 'rues',
      ...more,
    },
  });
export const enterSupports = (batchId: string, lines: readonly { name: string; number: number; isAnother?: boolean }[]) =>
  as(app, agent).call(enterPaperSupports, { params: { batchId }, body: { lines: [...lines] } });
/** The public page, once it counts `supports`: a transaction of another test, anywhere in the cluster, holds the outbox back for a moment. */
export const seen = (number: number, supports = 0) =>
  until(async () => {
    await app.app.get(TallyJob).refresh();
    const { body } = await as(app, visitor(town)).call(readProposal, { params: { number: String(number) } as never });
    return body.supports === supports && body;
  }, 10);

/** Before each test a town of its own with an agent at the counter; what is exported above is of that test. */
export function paperScene(): void {
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    town = await aTown(app);
    agent = await aPerson(app, town, { name: 'Nadia K.', roles: ['facilitator'] });
    consultation = await aConsultation(app, town);
  });
}
