import { appealDecision } from '@parvis/shared/contracts/moderation.ts';
import { inviteColleague } from '@parvis/shared/contracts/staff.ts';
import { enterPaperSupports } from '@parvis/shared/contracts/paper.ts';
import { proposals } from '@parvis/shared/activities/proposals/index.ts';
import type { TestApp } from './app.ts';
import { aConsultation } from './consultations.ts';
import { aComment } from './debates.ts';
import { aPerson, as, mailsTo } from './people.ts';
import { aProposal } from './proposals.ts';
import { mailbox, password } from './registering.ts';
import type { Objects } from './world.ts';
import { firstTown, theGround, type Base, type Caller, type Ground } from './hostile-ground.ts';

/** A town, people who between them may call every route, and the bases of the routes that need one; each call makes one afresh. */
export interface HostileWorld {
  readonly objects: Objects;
  readonly callers: readonly Caller[];
  readonly bases: Readonly<Record<string, () => Promise<Base>>>;
}

const rulesInTwoLanguages = {
  rules: [{ title: 'Respecter', body: 'Pas d’insulte.', translations: [{ language: 'en', title: 'Respect', body: 'No insult.' }] }],
};

type Bases = HostileWorld['bases'];

/** Proposals and comments: their author writes, and each base has a fresh one. */
function writingBases({ app, town, author, consultation, categoryId, objects, proposal, draft, ofFresh }: Ground): Bases {
  return {
    'PUT /proposals/:contributionId': async () => ({
      who: author,
      ...(await ofFresh()),
      body: { revision: 1, categoryId, areaId: null, pictures: [] },
    }),
    'POST /activities/:activityId/proposals': async () => ({ body: { categoryId, areaId: null, pictures: [], draftId: null } }),
    'POST /activities/:activityId/proposal-drafts': async () => ({ who: await aPerson(app, town), body: { pictures: [] } }),
    'PUT /proposal-drafts/:contributionId': async () => ({
      who: author,
      params: { contributionId: (await aProposal(app, town, consultation, author, { publication: 'draft' })).id },
      body: { pictures: [] },
    }),
    'POST /proposals/:contributionId/withdrawal': async () => ({ who: author, ...(await ofFresh()) }),
    'POST /proposals/:contributionId/merge': async () => ({ ...(await ofFresh()), body: { into: (await proposal()).number } }),
    'PATCH /comments/:contributionId': async () => ({
      who: author,
      params: { contributionId: await aComment(app, consultation, author, objects['contributionId']!) },
      body: { revision: 1 },
    }),
    'POST /contributions/:contributionId/comments': async () => ({ body: { parentId: null } }),
  };
}

/** Decisions and appeals: each base has a fresh proposal, decided as far as the route needs. */
function moderationBases({ app, town, author, another, rule, hidden, ofFresh }: Ground): Bases {
  return {
    'POST /contributions/:contributionId/flags': ofFresh,
    'POST /moderation/contributions/:contributionId/decisions': async () => ({
      ...(await ofFresh()),
      body: { act: 'hide', rule: await rule(), revision: 1, also: [] },
    }),
    'POST /decisions/:decisionId/appeals': async () => ({ who: author, params: { decisionId: await hidden() } }),
    'POST /moderation/appeals/:appealId/settlement': async () => {
      await as(app, author).call(appealDecision, { params: { decisionId: await hidden() }, body: { text: 'Je conteste cette décision.' } });
      return {
        who: another,
        params: {
          appealId: (await app.db.one<{ id: string }>(
            'SELECT id FROM appeals WHERE municipality_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1',
            [town.id],
          ))!.id,
        },
        body: { rule: await rule() },
      };
    },
  };
}

/** Consultations, answers and commitments: what can be done only once has a fresh consultation. */
function consultationsBases({ app, world, town, objects, draft }: Ground): Bases {
  return {
    'POST /admin/consultations/:consultationId/close': async () => ({ params: { consultationId: (await aConsultation(app, town)).id } }),
    'POST /admin/consultations/:consultationId/archive': async () => ({
      params: { consultationId: (await aConsultation(app, town, { state: 'closed' })).id },
    }),
    'PUT /admin/consultations/:consultationId': async () => {
      const params = await draft();
      return {
        params,
        body: { slug: params['slug'], cover: null, decidedOn: null, territory: null, documents: [], areaIds: [], responseDelayDays: 60 },
      };
    },
    'PUT /admin/consultations/:consultationId/phases': async () => {
      const params = await draft();
      return {
        params,
        body: {
          phases: [{ kind: 'information', title: 'Lire', description: 'Lire', startsOn: '2027-01-31', endsOn: '2027-02-28', opens: [] }],
        },
      };
    },
    'PUT /admin/consultations/:consultationId/activities/:activityId': async () => ({
      params: await draft(),
      body: { settings: { ...proposals.example, categories: [{ id: 'voirie', name: 'Voirie' }] } },
      also: [{ path: ['settings', 'categories', 0, 'name'], isRich: false, isOpen: true }],
    }),
    'POST /admin/consultations/:consultationId/activities': async () => ({ params: await draft(), body: { kind: 'proposals' } }),
    'PUT /admin/consultations/:consultationId/activity-order': async () => {
      const params = await draft();
      return { params, body: { activityIds: [params['activityId']] } };
    },
    'POST /consultations/:consultationId/responses': async () => ({
      body: { subjectIds: [objects['contributionId']!], activityId: null, documents: [] },
    }),
    'PUT /responses/:responseId': async () => ({ body: { subjectIds: [world.open['contributionId']], activityId: null, documents: [] } }),
    'POST /commitments/:commitmentId/milestones': async () => {
      await app.db.run('DELETE FROM milestones WHERE municipality_id = $1 AND id <> $2', [town.id, world.open['milestoneId']!]);
      return {};
    },
    'POST /admin/consultations/:consultationId/roll': async () => ({
      params: { consultationId: world.invited['consultationId']! },
      body: { addresses: 'quelquun@exemple.fr' },
    }),
  };
}

/** Sheets at the counter; a cancellation has an entry of its own to cancel. */
function paperBases({ app, town, staff, yesterday, categoryId, batchId, proposal }: Ground): Bases {
  return {
    'POST /paper/batches': async () => ({ body: { receivedOn: yesterday, scanFileId: null } }),
    'POST /paper/batches/:batchId/proposals': async () => ({ body: { categoryId } }),
    'POST /paper/batches/:batchId/comments': async () => ({ body: { number: (await proposal()).number } }),
    'POST /paper/batches/:batchId/supports': async () => ({
      body: { lines: [{ name: 'Une personne', number: (await proposal()).number }] },
    }),
    'POST /paper/batches/:batchId/cancellations': async () => {
      const { id, number } = await proposal();
      await as(app, staff).call(enterPaperSupports, {
        params: { batchId: batchId },
        body: { lines: [{ name: `Habitante ${number}`, number }] },
      });
      const made = await app.db.one<{ id: string }>(
        'SELECT participant_id AS id FROM supports WHERE municipality_id = $1 AND contribution_id = $2',
        [town.id, id],
      );
      return { body: { kind: 'support', contributionId: id, participantId: made!.id, number: null } };
    },
  };
}

/** People of the town, its settings and the wizard. */
function townBases({ app, town, staff, another, wizard }: Ground): Bases {
  return {
    'PUT /account/password': async () => ({ who: await aPerson(app, town, { password }), body: { currentPassword: password } }),
    'POST /account/email-changes': async () => ({ body: { currentPassword: password } }),
    'POST /staff/invitations': async () => ({ body: { roles: ['official'] } }),
    'PUT /staff/:accountId/roles': async () => ({ body: { roles: ['official', 'moderator'] } }),
    'POST /invitations/:token/acceptance': async () => {
      const email = mailbox();
      await app.db.run('DELETE FROM rate_limits');
      await as(app, another).call(inviteColleague, { body: { email, roles: ['official'], title: '' } });
      return {
        who: { town, cookie: '' },
        params: { token: new URL((await mailsTo(app, town, email))[0]!.link).pathname.split('/').at(-1)! },
      };
    },
    'PUT /admin/town': async () => ({
      body: {
        population: null,
        accent: '#0c5a54',
        timeZone: 'Europe/Paris',
        languages: ['fr', 'en'],
        host: null,
        mailFrom: null,
        mailReplyTo: null,
      },
    }),
    'PUT /installation/town': async () => ({ who: wizard, body: firstTown }),
    'PUT /installation/rules': async () => ({ who: wizard, body: rulesInTwoLanguages }),
    'POST /admin/moderation-rules': async () => ({ body: rulesInTwoLanguages }),
    'PUT /installation/legal': async () => ({ who: wizard }),
    'POST /installation/mail': async () => ({ who: wizard }),
    'POST /installation/administrator': async () => ({ who: wizard, ends: true }),
  };
}

/** Makes it all on an empty installation. */
export async function aHostileWorld(app: TestApp): Promise<HostileWorld> {
  const ground = await theGround(app);
  const { objects, staff, author, town } = ground;
  return {
    objects,
    callers: [staff, author, { town, cookie: '' }],
    bases: {
      ...writingBases(ground),
      ...moderationBases(ground),
      ...consultationsBases(ground),
      ...paperBases(ground),
      ...townBases(ground),
    },
  };
}
