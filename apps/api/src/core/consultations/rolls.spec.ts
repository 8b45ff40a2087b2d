import {
  createConsultation,
  publishConsultation,
  readAdminConsultation,
  savePresentation,
} from '@parvis/shared/contracts/consultation-admin.ts';
import { inviteToConsultation, readRoll, removeFromRoll } from '@parvis/shared/contracts/rolls.ts';
import { readConsultation, readConsultationHistory } from '@parvis/shared/contracts/consultations.ts';
import { eraseMyAccount } from '@parvis/shared/contracts/my-account.ts';
import { startApp, type TestApp } from '../../../test/support/app.ts';
import { aConsultation } from '../../../test/support/consultations.ts';
import { completeLegalPages } from '../../../test/support/legal.ts';
import { aPerson, aTown, as, type Person, type TestTown } from '../../../test/support/people.ts';
import { password } from '../../../test/support/registering.ts';
import { makeAccount } from '../accounts/index.ts';
import { recordEvent } from '../log/index.ts';
import { ConsultationJobs } from './consultations.jobs.ts';
import { readUncounted } from './people.queries.ts';
import { readAddresses } from './rolls.service.ts';

let app: TestApp;
let town: TestTown;
let clerk: Person;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  town = await aTown(app);
  clerk = await aPerson(app, town, { roles: ['administrator'] });
  await completeLegalPages(app, town);
});
afterAll(() => app.stop());

const mailsTo = async (address: string): Promise<number> =>
  (await app.db.rows('SELECT FROM mails WHERE municipality_id = $1 AND to_address = $2', [town.id, address])).length;

async function anInvitedDraft(): Promise<string> {
  const {
    body: { id },
  } = await as(app, clerk).call(createConsultation, { body: { title: 'La cour de l’école' } });
  const { body: c } = await as(app, clerk).call(readAdminConsultation, { params: { consultationId: id } });
  await as(app, clerk).call(savePresentation, {
    params: { consultationId: id },
    body: {
      title: c.title,
      slug: c.slug,
      question: 'Quelle cour ?',
      summary: '',
      bodyHtml: '',
      cover: null,
      decidedBy: 'Le conseil d’école',
      decidedOn: '2027-06-01',
      whatThen: 'Un projet.',
      contact: '',
      responseDelayDays: 30,
      areaIds: [],
      territory: null,
      documents: [],
      visibility: 'invited',
    },
  });
  return id;
}

test('a pasted list, a CSV and a mail’s line of addresses are all read, each address once', () => {
  const { addresses, refused } = readAddresses(
    'Nom;Courriel\r\n"Karim D.";karim@exemple.fr\nInès B. <ines@Exemple.fr>, ines@exemple.fr ; pas-une@adresse mailto:lea@exemple.fr.',
  );
  expect(addresses).toEqual(['karim@exemple.fr', 'ines@exemple.fr', 'lea@exemple.fr']);
  expect(refused).toEqual(['pas-une@adresse']);
});

test('invited people get one mail when it is published, and enter with the account of their address', async () => {
  const ines = await aPerson(app, town);
  const consultationId = await anInvitedDraft();
  const params = { consultationId };
  const before = await as(app, clerk).call(publishConsultation, { params, body: {} });
  expect(before.problem.detail).toContain('les personnes invitées');
  expect(
    (await as(app, clerk).call(inviteToConsultation, { params, body: { addresses: `${ines.email}\nkarim@exemple.fr, ${ines.email}` } }))
      .body,
  ).toEqual({ added: 2, known: 0, refused: [] });
  const jobs = app.app.get(ConsultationJobs, { strict: false });
  await jobs.invite({ municipalityId: town.id, consultationId });
  expect(await mailsTo('karim@exemple.fr')).toBe(0); // still a draft
  const { body: live } = await as(app, clerk).call(publishConsultation, { params, body: {} });
  await jobs.invite({ municipalityId: town.id, consultationId });
  await jobs.invite({ municipalityId: town.id, consultationId });
  expect([await mailsTo('karim@exemple.fr'), await mailsTo(ines.email)]).toEqual([1, 1]);
  expect((await as(app, ines).call(readConsultation, { params: { slug: live.slug } })).body).toMatchObject({
    visibility: 'invited',
    isPreview: false,
  });
  const accountId = await app.db.transaction((tx) =>
    makeAccount(tx, town, { email: 'Karim@exemple.fr', displayName: 'Karim D.', language: 'fr', passwordHash: 'x' }),
  );
  expect(
    (await as(app, clerk).call(readRoll, { params })).body.items.map((one) => [one.email === ines.email || one.email, one.hasJoined]),
  ).toEqual(
    expect.arrayContaining([
      [true, true],
      ['karim@exemple.fr', true],
    ]),
  );
  expect(await app.db.rows('SELECT email FROM rolls WHERE municipality_id = $1 AND account_id = $2', [town.id, accountId])).toEqual([
    { email: 'karim@exemple.fr' },
  ]);
});

test('who is taken off the roll no longer enters, and an open consultation has none', async () => {
  const ines = await aPerson(app, town);
  const closedCircle = await aConsultation(app, town, { visibility: 'invited', invited: [ines] });
  const params = { consultationId: closedCircle.id };
  expect((await as(app, clerk).call(removeFromRoll, { params, body: { email: ines.email.toUpperCase() } })).status).toBe(204);
  expect((await as(app, ines).call(readConsultation, { params: { slug: closedCircle.slug } })).status).toBe(404);
  const open = await aConsultation(app, town);
  expect(
    (await as(app, clerk).call(inviteToConsultation, { params: { consultationId: open.id }, body: { addresses: 'a@exemple.fr' } })).problem
      .code,
  ).toBe('not-for-invited');
  expect((await as(app, clerk).call(inviteToConsultation, { params, body: { addresses: 'personne' } })).problem.errors?.[0]?.code).toBe(
    'not-an-email',
  );
});

test('the history of a consultation for invited people tells how its roll changed: who in which role, when, how many, never whom', async () => {
  const consultationId = await anInvitedDraft();
  const params = { consultationId };
  const invite = (addresses: string) => as(app, clerk).call(inviteToConsultation, { params, body: { addresses } });
  const [ines, noe] = [await aPerson(app, town), await aPerson(app, town, { name: 'Noé', password })];
  await invite('un@exemple.fr, deux@exemple.fr');
  await as(app, clerk).call(removeFromRoll, { params, body: { email: 'deux@exemple.fr' } }); // of a draft nobody is told
  await invite(ines.email);
  const {
    body: { slug },
  } = await as(app, clerk).call(publishConsultation, { params, body: {} });
  await invite(`trois@exemple.fr, quatre@exemple.fr, un@exemple.fr, ${noe.email}`);
  await invite('trois@exemple.fr');
  await as(app, clerk).call(removeFromRoll, { params, body: { email: 'QUATRE@exemple.fr' } });
  await as(app, clerk).call(removeFromRoll, { params, body: { email: 'quatre@exemple.fr' } });
  expect((await as(app, noe).call(eraseMyAccount, { body: { currentPassword: password, eraseTexts: false } })).status).toBe(204);
  const read = async () => (await as(app, ines).call(readConsultationHistory, { params: { slug } })).body.entries;
  const entries = await read();
  expect(entries.map((one) => [one.act, one.role, one.actorName, one.people])).toEqual([
    ['roll-left', 'citizen', null, 1],
    ['roll-removed', 'administrator', clerk.name, 1],
    ['roll-added', 'administrator', clerk.name, 3],
    ['roll-published', 'administrator', clerk.name, 2],
    ['published', 'administrator', clerk.name, null],
  ]);
  expect(entries.every((one) => one.reason === '' && Date.parse(one.at) > 0)).toBe(true);
  expect((await as(app, clerk).call(readRoll, { params })).body.items).toHaveLength(2 + 3 - 1 - 1);
  expect(
    JSON.stringify(await app.db.rows(`SELECT subject FROM outbox WHERE municipality_id = $1 AND topic = 'roll.changed'`, [town.id])),
  ).not.toContain('@');
  expect(await app.db.rows(`SELECT FROM outbox WHERE municipality_id = $1 AND topic = 'roll.changed'`, [town.id])).toHaveLength(4);
  await app.db.run(
    `UPDATE consultations SET state = 'archived', closed_at = published_at, archived_at = statement_timestamp() - interval '91 days' WHERE municipality_id = $1 AND id = $2`,
    [town.id, consultationId],
  );
  await app.app.get(ConsultationJobs, { strict: false }).applyRetention();
  expect((await as(app, clerk).call(readConsultationHistory, { params: { slug } })).body.entries[0]).toMatchObject({
    act: 'roll-erased',
    role: 'system',
    actorName: null,
    people: 3,
  });
});

test('people are counted once each, by their level, and again only where something happened', async () => {
  const { id, slug, activity } = await aConsultation(app, town);
  for (const level of [1, 1, 3] as const) {
    const person = await aPerson(app, town, { level });
    for (let twice = 0; twice < 2; twice += 1)
      await app.db.run(
        `
      INSERT INTO contributions (municipality_id, id, kind, consultation_id, activity_id, participant_id, publication) VALUES ($1, gen_random_uuid(), 'proposal', $2, $3, $4, 'published')`,
        [town.id, id, activity.id, person.participantId],
      );
  }
  const jobs = app.app.get(ConsultationJobs, { strict: false });
  const something = () =>
    app.db.transaction((tx) =>
      recordEvent(tx, { municipalityId: town.id, topic: 'contribution.published', consultationId: id, record: {} }),
    );
  const waits = async (): Promise<boolean> => (await readUncounted(app.db, 500)).some((one) => one.id === id);
  const countUntilSettled = async (): Promise<void> => {
    do await jobs.countPeople();
    while (await waits()); // another database's open transaction holds snapshots back
  };
  await something();
  await countUntilSettled();
  expect((await as(app, clerk).call(readConsultation, { params: { slug } })).body).toMatchObject({
    people: 3,
    participants: { email: 2, register: 1, paper: 0 },
  });
  await something();
  expect(await waits()).toBe(true);
  await countUntilSettled();
  await jobs.applyRetention();
  expect(await waits()).toBe(true);
});
