import { createHash } from 'node:crypto';
import { submitProposal } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { addComment } from '@parvis/shared/contracts/comments.ts';
import { uploadFile } from '@parvis/shared/contracts/files.ts';
import { publishImport, startImport } from '@parvis/shared/contracts/imports.ts';
import { decide } from '@parvis/shared/contracts/moderation.ts';
import { createResponse, markReady, publishResponses } from '@parvis/shared/contracts/responses.ts';
import { ImportRunner } from '../src/core/imports/index.ts';
import { startApp, type TestApp } from './support/app.ts';
import { aConsultation, type TestConsultation } from './support/consultations.ts';
import { someRules } from './support/debates.ts';
import { aPerson, aTown, as, type Person, type TestTown } from './support/people.ts';

let app: TestApp, town: TestTown, consultation: TestConsultation, ines: Person, staff: Person;
let proposalId: string;
beforeAll(async () => {
  app = await startApp();
  town = await aTown(app);
  consultation = await aConsultation(app, town);
  await someRules(app, town);
  ines = await aPerson(app, town, { name: 'Inès' });
  staff = await aPerson(app, town, { name: 'Claire', roles: ['moderator', 'official', 'administrator'] });
  const made = await as(app, ines).call(submitProposal, {
    params: { activityId: consultation.activity.id },
    body: { title: 'Des bancs à l’ombre', bodyHtml: '<p>Un banc tous les cent mètres, « à l’ombre ».</p>', categoryId: 'rues' },
  });
  expect(made.status).toBe(200);
  proposalId = made.body.id;
});
afterAll(() => app.stop());

/** Canonical JSON as docs/for-auditors.md tells it, written without our own code: our records have plain ASCII keys and no fractions. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

/** The commitment of one row of the outbox, beside the one made again from `record`. */
async function compared(topic: string, contributionId: string | null, record: object): Promise<[string, string]> {
  const row = (await app.db.one<{ salt: Buffer; commitment: Buffer }>(
    'SELECT salt, commitment FROM outbox WHERE municipality_id = $1 AND topic = $2 AND ($3::uuid IS NULL OR contribution_id = $3) ORDER BY seq DESC LIMIT 1',
    [town.id, topic, contributionId],
  ))!;
  const again = createHash('sha256').update(`${topic}\0`).update(row.salt).update(canonical(record)).digest('hex');
  return [again, row.commitment.toString('hex')];
}

const contentOf = async (id: string): Promise<object> =>
  (await app.db.one<{ content: object }>(
    'SELECT content FROM revisions WHERE municipality_id = $1 AND contribution_id = $2 AND revision = 1',
    [town.id, id],
  ))!.content;

test('an auditor makes the commitment of a proposal again from its row, its first version and the salt', async () => {
  const { number } = (await app.db.one<{ number: number }>('SELECT number FROM contributions WHERE municipality_id = $1 AND id = $2', [
    town.id,
    proposalId,
  ]))!;
  const [again, kept] = await compared('proposal.published', proposalId, {
    id: proposalId,
    number,
    revision: 1,
    author: ines.participantId,
    channel: 'web',
    ...(await contentOf(proposalId)),
  });
  expect(again).toBe(kept);
});

test('… of a comment, and of the decision about it', async () => {
  const made = await as(app, ines).call(addComment, {
    params: { contributionId: proposalId },
    body: { text: 'Oui, près de l’école.', stance: 'for' },
  });
  const { id } = (await app.db.one<{ id: string }>('SELECT id FROM comments WHERE municipality_id = $1', [town.id]))!;
  expect(made.status).toBe(200);
  const comment = {
    id,
    subjectId: proposalId,
    parentId: null,
    stance: 'for',
    text: 'Oui, près de l’école.',
    revision: 1,
    participantId: ines.participantId,
  };
  const [again, kept] = await compared('comment.published', id, comment);
  expect(again).toBe(kept);
  const decided = await as(app, staff).call(decide, {
    params: { contributionId: id },
    body: { act: 'lock', rule: { version: 1, number: 2 }, reason: 'Le débat est clos ici.', revision: 1 },
  });
  expect(decided.status).toBe(200);
  const { decisionId } = (await app.db.one<{ decisionId: string }>('SELECT id AS "decisionId" FROM decisions WHERE municipality_id = $1', [
    town.id,
  ]))!;
  const [judgedAgain, judged] = await compared('decision.made', id, {
    id: decisionId,
    contributionId: id,
    revision: 1,
    act: 'lock',
    ruleVersion: 1,
    ruleNumber: 2,
    reason: 'Le débat est clos ici.',
    decidedBy: staff.participantId,
    appealId: null,
  });
  expect(judgedAgain).toBe(judged);
});

test('a response is committed to with whom it answers, its documents and its dated promises: none can be changed unseen', async () => {
  const made = await as(app, staff).call(createResponse, {
    params: { consultationId: consultation.id },
    body: {
      subjectIds: [proposalId],
      status: 'accepted',
      bodyHtml: '<p>Douze bancs seront posés avant l’été.</p>',
      signedAs: 'Claire, adjointe',
      commitments: [
        { title: 'Poser douze bancs', dueOn: '2027-06-01', costCents: 480_000, milestones: [{ title: 'Commande', dueOn: '2027-02-01' }] },
      ],
    },
  });
  const response = made.body.id;
  await as(app, staff).call(markReady, { params: { responseId: response }, body: { ready: true } });
  const published = await as(app, staff).call(publishResponses, {
    params: { consultationId: consultation.id },
    body: { responseIds: [response] },
  });
  expect(published.body).toEqual({ published: 1, contributions: 1 });
  const [commitment] = made.body.commitments;
  const [again, kept] = await compared('response.published', null, {
    response,
    status: 'accepted',
    text: 'Douze bancs seront posés avant l’été.',
    signedAs: 'Claire, adjointe',
    activity: null,
    contributions: [proposalId],
    documents: [],
    commitments: [
      {
        commitment: commitment!.id,
        title: 'Poser douze bancs',
        dueOn: '2027-06-01',
        costCents: 480_000,
        votedCents: null,
        milestones: [{ milestone: commitment!.milestones[0]!.id, title: 'Commande', dueOn: '2027-02-01' }],
      },
    ],
  });
  expect(again).toBe(kept);
});

test('an imported text is committed to with the moment that was kept, though its source wrote it without a zone', async () => {
  const file = await as(app, staff).call(uploadFile, {
    query: { purpose: 'import' },
    raw: new Uint8Array(Buffer.from('id,titre,texte,quand\na1,Un lavoir,Le rouvrir.,2021-07-14 08:30:00\n')),
    headers: { 'x-file-name': 'export' },
  });
  const started = await as(app, staff).call(startImport, {
    body: {
      activityId: consultation.activity.id,
      fileId: file.body.id,
      mapping: {
        source: 'lavoir',
        format: 'csv',
        records: [{ kind: 'proposal', key: 'id', title: 'titre', body: ['texte'], at: ['quand'] }],
      },
    },
  });
  expect(started.status).toBe(200);
  await app.app.get(ImportRunner).stageJob({ municipalityId: town.id, importId: started.body.id });
  expect(
    (await as(app, staff).call(publishImport, { params: { importId: started.body.id }, body: { leaveOutFaulty: false } })).status,
  ).toBe(200);
  await app.app.get(ImportRunner).publish({ municipalityId: town.id, importId: started.body.id });
  const row = (await app.db.one<{ id: string; number: number; participant_id: string; published_at: string }>(
    `SELECT id, number, participant_id, published_at FROM contributions WHERE municipality_id = $1 AND channel = 'import'`,
    [town.id],
  ))!;
  const [again, kept] = await compared('proposal.imported', row.id, {
    id: row.id,
    revision: 1,
    participantId: row.participant_id,
    number: row.number,
    publication: 'published',
    publishedAt: row.published_at.replace('Z', '.000000Z'),
    ...(await contentOf(row.id)),
  });
  expect(row.published_at).toMatch(/^2021-07-14T\d\d:30:00Z$/);
  expect(again).toBe(kept);
});
