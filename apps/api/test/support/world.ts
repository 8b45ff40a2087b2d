import { createHash, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { createDraft } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { uploadFile } from '@parvis/shared/contracts/files.ts';
import { startImport } from '@parvis/shared/contracts/imports.ts';
import { appealDecision, decide } from '@parvis/shared/contracts/moderation.ts';
import { openPaperBatch } from '@parvis/shared/contracts/paper.ts';
import { createResponse, listCommitments, markReady, publishResponses } from '@parvis/shared/contracts/responses.ts';
import type { RouteRecord } from '@parvis/shared/contracts/route.ts';
import { inviteColleague } from '@parvis/shared/contracts/staff.ts';
import { readyMappings } from '@parvis/shared/rules/imports/ready-mappings.ts';
import type { StaffRole } from '@parvis/shared/rules/words.ts';
import type { TestApp } from './app.ts';
import { aConsultation, type TestConsultation } from './consultations.ts';
import { aComment, someRules } from './debates.ts';
import { aPerson, aTown, as, visitor, type Answer, type Person, type TestTown } from './people.ts';
import { aProposal } from './proposals.ts';

/** Values for the `:name` parts of every route's path. */
export type Objects = Readonly<Record<string, string>>;

/** A town with one of everything that routes name, and somebody in each role who made none of it. */
export interface World {
  readonly town: TestTown;
  /** Where everything is open to everybody. */
  readonly consultation: TestConsultation;
  /** Public objects, by another author. */
  readonly open: Objects;
  /** Of a draft consultation and of an author who has not published. */
  readonly draft: Objects;
  /** Of a consultation for invited people, to which none of them is invited. */
  readonly invited: Objects;
  /** `author` wrote what is `open`; the others wrote nothing of it. */
  readonly people: Readonly<Record<'visitor' | 'citizen' | 'author' | StaffRole, Person>>;
}

/** Objects that do not exist anywhere. */
export function absentObjects(): Objects {
  const uuids = [
    'consultationId',
    'activityId',
    'contributionId',
    'commentId',
    'draftId',
    'responseId',
    'commitmentId',
    'milestoneId',
    'sessionId',
    'accountId',
    'invitationId',
    'registrationId',
    'mailId',
    'fileId',
    'importId',
    'batchId',
    'decisionId',
    'appealId',
  ];
  return {
    ...Object.fromEntries(uuids.map((name) => [name, randomUUID()])),
    number: '999999',
    slug: 'nulle-part',
    token: 'A'.repeat(43),
    page: 'privacy',
    name: 'x.pdf',
    ...tables,
  };
}

const tables = { file: 'consultations.csv' };

async function objectsOf(
  app: TestApp,
  town: TestTown,
  consultation: TestConsultation,
  author: Person,
  publication: 'draft' | 'published',
): Promise<Objects> {
  const proposal = await aProposal(app, town, consultation, author, { publication });
  return {
    ...absentObjects(),
    consultationId: consultation.id,
    slug: consultation.slug,
    activityId: consultation.activity.id,
    contributionId: proposal.id,
    number: String(proposal.number),
  };
}

/** The answer of a call that a world needs. */
function made<T>({ status, body, text }: Answer<T>): T {
  if (status >= 400) throw new Error(`The world cannot be made: ${text}`);
  return body;
}

/** What a path needs, among the objects of a world: some addresses take one kind of contribution only. */
export function pathOf(record: RouteRecord, objects: Objects): string {
  return record.path.replace(/:(\w+)/g, (_, name: string) => {
    const kind =
      name !== 'contributionId'
        ? name
        : /^\/comments\/|\/replies$/.test(record.path)
          ? 'commentId'
          : record.path.startsWith('/proposal-drafts/')
            ? 'draftId'
            : name;
    const value = objects[kind];
    if (value === undefined) throw new Error(`The world has nothing called ${kind}; add it to support/world.ts.`);
    return encodeURIComponent(value);
  });
}

/** What somebody made: a proposal, a comment on it, a draft, a picture, a decision about a second proposal and an appeal about a third. */
export async function ownObjects(app: TestApp, consultation: TestConsultation, author: Person, moderator: Person): Promise<Objects> {
  const { town } = author;
  const open = await objectsOf(app, town, consultation, author, 'published');
  const refused = async (): Promise<string> => {
    const proposal = await aProposal(app, town, consultation, author);
    made(
      await as(app, moderator).call(decide, {
        params: { contributionId: proposal.id },
        body: { act: 'hide', rule: { version: 1, number: 1 }, reason: 'Hors du sujet de la consultation.', revision: 1 },
      }),
    );
    return (await app.db.one<{ id: string }>('SELECT id FROM decisions WHERE municipality_id = $1 AND contribution_id = $2', [
      town.id,
      proposal.id,
    ]))!.id;
  };
  const appealed = await refused();
  made(
    await as(app, author).call(appealDecision, { params: { decisionId: appealed }, body: { text: 'Ma proposition parle bien des rues.' } }),
  );
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#3a7' } })
    .png()
    .toBuffer();
  const file = made(await as(app, author).call(uploadFile, { query: { purpose: 'picture' }, raw: new Uint8Array(picture) }));
  return {
    ...open,
    fileId: file.id,
    name: 'image.webp',
    accountId: author.accountId,
    commentId: await aComment(app, consultation, author, open['contributionId']!),
    draftId: made(
      await as(app, author).call(createDraft, { params: { activityId: consultation.activity.id }, body: { title: 'Un brouillon' } }),
    ).id,
    sessionId: (await app.db.one<{ id: string }>('SELECT id FROM sessions WHERE municipality_id = $1 AND account_id = $2', [
      town.id,
      author.accountId,
    ]))!.id,
    decisionId: await refused(),
    appealId: (await app.db.one<{ id: string }>('SELECT id FROM appeals WHERE municipality_id = $1 AND decision_id = $2', [
      town.id,
      appealed,
    ]))!.id,
  };
}

/** What the town's people at work have begun. */
async function workObjects(app: TestApp, town: TestTown, consultation: TestConsultation): Promise<Objects> {
  const clerk = as(app, await aPerson(app, town, { roles: ['facilitator', 'administrator'], name: 'Une autre agente' }));
  const batch = made(await clerk.call(openPaperBatch, { body: { consultationId: consultation.id, receivedOn: '2026-01-15' } }));
  const invitation = made(await clerk.call(inviteColleague, { body: { email: 'collegue@exemple.fr', roles: ['official'], title: '' } }));
  const file = made(
    await clerk.call(uploadFile, {
      query: { purpose: 'import' },
      raw: new Uint8Array(Buffer.from('id,title,description\n1,Un banc,Place du Marché\n')),
    }),
  );
  const started = made(
    await clerk.call(startImport, {
      body: {
        activityId: consultation.activity.id,
        fileId: file.id,
        mapping: { ...readyMappings['consul-proposals'], source: 'essai' } as never,
      },
    }),
  );
  const mail = await app.db.one<{ id: string }>('SELECT id FROM mails WHERE municipality_id = $1 LIMIT 1', [town.id]);
  return { batchId: batch.id, invitationId: invitation.id, importId: started.id, mailId: mail!.id };
}

/** A draft with what an import brought into it, written and discussed by `author`, and the secret of the link by which people look at it. */
export async function aPreview(
  app: TestApp,
  town: TestTown,
  author: Person,
): Promise<{ readonly objects: Objects; readonly token: string }> {
  const consultation = await aConsultation(app, town, { state: 'draft' });
  const token = randomUUID();
  await app.db.run('UPDATE consultations SET preview_token_hash = $3 WHERE municipality_id = $1 AND id = $2', [
    town.id,
    consultation.id,
    createHash('sha256').update(token).digest(),
  ]);
  const objects = await objectsOf(app, town, consultation, author, 'published');
  const commentId = await aComment(app, consultation, author, objects['contributionId']!);
  await aComment(app, consultation, author, objects['contributionId']!, { parentId: commentId });
  return { objects: { ...objects, commentId, file: 'propositions--proposals.csv' }, token };
}

/** Makes the world; each of its people can act once without disturbing another world. */
export async function aWorld(app: TestApp): Promise<World> {
  const town = await aTown(app);
  const author = await aPerson(app, town, { name: 'Autrice' });
  const official = await aPerson(app, town, { roles: ['official'], name: 'Une autre élue' });
  const consultation = await aConsultation(app, town);
  await someRules(app, town);
  const open = await ownObjects(app, consultation, author, await aPerson(app, town, { roles: ['moderator'], name: 'Un autre modérateur' }));
  const answer = (subjectIds: string[]) => ({
    subjectIds,
    status: 'accepted' as const,
    bodyHtml: '<p>Ce sera fait à l’automne prochain.</p>',
    signedAs: 'Une autre élue',
    commitments: [{ title: 'Le faire', dueOn: '2027-11-30', milestones: [{ title: 'Commencer', dueOn: '2027-01-31' }] }],
  });
  const at = as(app, official);
  const published = await at.call(createResponse, { params: { consultationId: consultation.id }, body: answer([open['contributionId']!]) });
  await at.call(markReady, { params: { responseId: published.body.id }, body: { ready: true } });
  await at.call(publishResponses, { params: { consultationId: consultation.id }, body: { responseIds: [published.body.id] } });
  const [commitment] = (await at.call(listCommitments, {})).body.items;
  const prepared = await at.call(createResponse, { params: { consultationId: consultation.id }, body: answer([open['contributionId']!]) });
  return {
    town,
    consultation,
    open: {
      ...open,
      ...(await workObjects(app, town, consultation)),
      responseId: prepared.body.id,
      commitmentId: commitment!.id,
      milestoneId: commitment!.milestones[0]!.id,
    },
    draft: await objectsOf(app, town, await aConsultation(app, town, { state: 'draft' }), author, 'draft'),
    invited: await objectsOf(app, town, await aConsultation(app, town, { visibility: 'invited' }), author, 'published'),
    people: {
      visitor: { ...author, ...visitor(town) },
      citizen: await aPerson(app, town),
      author,
      facilitator: await aPerson(app, town, { roles: ['facilitator'] }),
      moderator: await aPerson(app, town, { roles: ['moderator'] }),
      official: await aPerson(app, town, { roles: ['official'] }),
      administrator: await aPerson(app, town, { roles: ['administrator'] }),
    },
  };
}
