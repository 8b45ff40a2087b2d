import { decide, readQueue } from '@parvis/shared/contracts/moderation.ts';
import { flagContribution } from '@parvis/shared/contracts/flags.ts';
import { type RequestOf } from '@parvis/shared/contracts/route.ts';
import { type TestApp, startApp } from './app.ts';
import { type TestConsultation, aConsultation } from './consultations.ts';
import { aSubject, someRules } from './debates.ts';
import { type Person, type TestTown, aPerson, aTown, as } from './people.ts';

export let app: TestApp;
export let town: TestTown;
export let consultation: TestConsultation;
export let leo: Person;
export let ines: Person;
export let claire: Person;
export let paul: Person;
export let subject: string;
export const words = 'Mon voisin du 14 rue Haute, M. Jean Barrois, coupe les arbres.';
export const reason = 'Votre texte nomme une personne privée et son adresse.';
type DecideBody = Partial<RequestOf<typeof decide>>;
export const decideOn = (person: Person, contributionId: string, body: DecideBody = {}) =>
  as(app, person).call(decide, {
    params: { contributionId },
    body: { act: 'hide', rule: { version: 1, number: 4 }, reason, revision: 1, ...body },
  });
export const flag = (
  person: Parameters<typeof as>[1],
  contributionId: string,
  body: RequestOf<typeof flagContribution> = { ground: 'personal-data' },
) => as(app, person).call(flagContribution, { params: { contributionId }, body });
export const queueOf = async (person: Person, query = {}) => (await as(app, person).call(readQueue, { query })).body;
export const stateOf = async (id: string) =>
  app.db.one<{ publication: string; moderation: string }>(
    'SELECT publication, moderation FROM contributions WHERE municipality_id = $1 AND id = $2',
    [town.id, id],
  );

/** Before each test a town of its own with rules, two who write and two moderators; what is exported above is of that test. */
export function moderationScene(): void {
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.db.run('DELETE FROM rate_limits');
    town = await aTown(app);
    consultation = await aConsultation(app, town);
    [leo, ines] = [await aPerson(app, town, { name: 'Léo P.' }), await aPerson(app, town, { name: 'Inès B.' })];
    [claire, paul] = [
      await aPerson(app, town, { name: 'Claire V.', roles: ['moderator'] }),
      await aPerson(app, town, { name: 'Paul M.', roles: ['moderator'] }),
    ];
    subject = await aSubject(app, town, consultation, ines);
    await someRules(app, town);
  });
}
