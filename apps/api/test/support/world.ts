import { randomUUID } from 'node:crypto';
import { createResponse, listCommitments, markReady, publishResponses } from '@parvis/shared/contracts/responses.ts';
import type { StaffRole } from '@parvis/shared/rules/words.ts';
import type { TestApp } from './app.ts';
import { aConsultation, type TestConsultation } from './consultations.ts';
import { aPerson, aTown, as, visitor, type Person, type TestTown } from './people.ts';
import { aProposal } from './proposals.ts';

/** Values for the `:name` parts of every route's path. */
export type Objects = Readonly<Record<string, string>>;

/** A town with one of everything that routes name, and somebody in each role who made none of it. */
export interface World {
  readonly town: TestTown;
  /** Public objects, by another author. */
  readonly open: Objects;
  /** Of a draft consultation and of an author who has not published. */
  readonly draft: Objects;
  /** Of a consultation for invited people, to which none of them is invited. */
  readonly invited: Objects;
  /** `author` wrote what is `open`; the others wrote nothing of it. */
  readonly people: Readonly<Record<'visitor' | 'citizen' | 'author' | StaffRole, Pick<Person, 'town' | 'cookie'>>>;
}

/** Objects that do not exist anywhere. */
export function absentObjects(): Objects {
  const uuids = ['consultationId', 'activityId', 'contributionId', 'responseId', 'commitmentId', 'milestoneId', 'sessionId', 'accountId', 'invitationId', 'registrationId', 'mailId', 'fileId', 'importId', 'batchId', 'decisionId', 'appealId'];
  return { ...Object.fromEntries(uuids.map((name) => [name, randomUUID()])), number: '999999', slug: 'nulle-part', token: 'A'.repeat(43), page: 'privacy', name: 'x.pdf', ...tables };
}

const tables = { file: 'consultations.csv' };

async function objectsOf(app: TestApp, town: TestTown, consultation: TestConsultation, author: Person, publication: 'draft' | 'published'): Promise<Objects> {
  const proposal = await aProposal(app, town, consultation, author, { publication });
  return { ...absentObjects(), consultationId: consultation.id, slug: consultation.slug, activityId: consultation.activity.id, contributionId: proposal.id, number: String(proposal.number) };
}

/** Makes the world; each of its people can act once without disturbing another world. */
export async function aWorld(app: TestApp): Promise<World> {
  const town = await aTown(app);
  const author = await aPerson(app, town, { name: 'Autrice' });
  const official = await aPerson(app, town, { roles: ['official'], name: 'Une autre élue' });
  const consultation = await aConsultation(app, town);
  const open = await objectsOf(app, town, consultation, author, 'published');
  const answer = (subjectIds: string[]) => ({ subjectIds, status: 'accepted' as const, bodyHtml: '<p>Ce sera fait à l’automne prochain.</p>', signedAs: 'Une autre élue', commitments: [{ title: 'Le faire', dueOn: '2027-11-30', milestones: [{ title: 'Commencer', dueOn: '2027-01-31' }] }] });
  const at = as(app, official);
  const published = await at.call(createResponse, { params: { consultationId: consultation.id }, body: answer([open['contributionId']!]) });
  await at.call(markReady, { params: { responseId: published.body.id }, body: { ready: true } });
  await at.call(publishResponses, { params: { consultationId: consultation.id }, body: { responseIds: [published.body.id] } });
  const [commitment] = (await at.call(listCommitments, {})).body.items;
  const prepared = await at.call(createResponse, { params: { consultationId: consultation.id }, body: answer([open['contributionId']!]) });
  return {
    town,
    open: { ...open, responseId: prepared.body.id, commitmentId: commitment!.id, milestoneId: commitment!.milestones[0]!.id, accountId: author.accountId },
    draft: await objectsOf(app, town, await aConsultation(app, town, { state: 'draft' }), author, 'draft'),
    invited: await objectsOf(app, town, await aConsultation(app, town, { visibility: 'invited' }), author, 'published'),
    people: {
      visitor: visitor(town), citizen: await aPerson(app, town), author,
      facilitator: await aPerson(app, town, { roles: ['facilitator'] }), moderator: await aPerson(app, town, { roles: ['moderator'] }),
      official: await aPerson(app, town, { roles: ['official'] }), administrator: await aPerson(app, town, { roles: ['administrator'] }),
    },
  };
}
