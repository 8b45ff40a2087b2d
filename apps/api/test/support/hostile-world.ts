import { appealDecision, decide } from '@parvis/shared/contracts/moderation.ts';
import { inviteColleague } from '@parvis/shared/contracts/staff.ts';
import { openInstallation, setUpTown } from '@parvis/shared/contracts/installation.ts';
import { enterPaperSupports, openPaperBatch } from '@parvis/shared/contracts/paper.ts';
import { proposals } from '@parvis/shared/activities/proposals/index.ts';
import { uploadFile } from '@parvis/shared/contracts/files.ts';
import { staffRoles } from '@parvis/shared/rules/words.ts';
import { SetupLinks } from '../../src/core/installation/index.ts';
import type { TestApp } from './app.ts';
import { aConsultation } from './consultations.ts';
import { aComment, someRules } from './debates.ts';
import { aPerson, as, mailsTo, type Person } from './people.ts';
import { aProposal } from './proposals.ts';
import { mailbox, password } from './registering.ts';
import type { TextField } from './sample-bodies.ts';
import { aWorld, type Objects } from './world.ts';

type Caller = Pick<Person, 'town' | 'cookie'>;

/** What a valid request of one route needs that its contract alone does not tell. */
export interface Base {
  readonly who?: Caller;
  readonly params?: Objects;
  readonly body?: object;
  readonly also?: readonly TextField[];
  /** Whether nobody can call it again. */ readonly ends?: true;
}

/** A town, people who between them may call every route, and the bases of the routes that need one; each call makes one afresh. */
export interface HostileWorld {
  readonly objects: Objects;
  readonly callers: readonly Caller[];
  readonly bases: Readonly<Record<string, () => Promise<Base>>>;
}

/** The browser that has opened the wizard of an empty installation, with its town made. */
async function aWizard(app: TestApp): Promise<Caller> {
  const nowhere = { town: { id: '', slug: '', base: '' }, cookie: '' };
  const token = /jeton=([\w-]+)/.exec((await app.app.get(SetupLinks).invitation()) ?? '')![1]!;
  const opened = await as(app, nowhere).call(openInstallation, { body: { token } });
  const wizard = { ...nowhere, cookie: /parvis_installation=[^;]*/.exec(opened.headers.get('set-cookie') ?? '')![0] };
  await as(app, wizard).call(setUpTown, { body: firstTown });
  return wizard;
}

const firstTown = {
  inseeCode: '90032',
  name: 'Danjoutin',
  tagline: '',
  slug: 'danjoutin',
  host: null,
  timeZone: 'Europe/Paris',
  languages: ['fr' as const, 'en' as const],
};

const rulesInTwoLanguages = {
  rules: [{ title: 'Respecter', body: 'Pas d’insulte.', translations: [{ language: 'en', title: 'Respect', body: 'No insult.' }] }],
};

/** Makes it all on an empty installation. */
export async function aHostileWorld(app: TestApp): Promise<HostileWorld> {
  const wizard = await aWizard(app);
  const world = await aWorld(app);
  const { town } = world;
  const author = await aPerson(app, town, { name: 'Autrice' });
  const staff = await aPerson(app, town, { name: 'Qui peut tout', roles: staffRoles, password });
  const another = await aPerson(app, town, { name: 'Une autre', roles: staffRoles });
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const consultation = await aConsultation(app, town, { phases: [{ from: -5 * 86_400 }] });
  await someRules(app, town);
  const categoryId = proposals.example.categories[0]!.id;
  const rule = async () => ({
    number: 1,
    version: (await app.db.one<{ version: number }>(
      'SELECT max(version) AS version FROM moderation_rule_versions WHERE municipality_id = $1',
      [town.id],
    ))!.version,
  });
  const proposal = async () => aProposal(app, town, consultation, author);
  const batch = await as(app, staff).call(openPaperBatch, { body: { consultationId: consultation.id, receivedOn: yesterday } });
  const upload = await as(app, staff).call(uploadFile, {
    query: { purpose: 'import' },
    raw: new Uint8Array(Buffer.from('id,titre\n1,Un banc\n')),
    headers: { 'x-file-name': 'a.csv' },
  });
  const objects = {
    ...world.open,
    consultationId: consultation.id,
    slug: consultation.slug,
    activityId: consultation.activity.id,
    contributionId: (await proposal()).id,
    batchId: batch.body.id,
    fileId: upload.body.id,
    accountId: another.accountId,
  };
  const draft = async (): Promise<Objects> => {
    const made = await aConsultation(app, town, { state: 'draft' });
    return { consultationId: made.id, activityId: made.activity.id, slug: made.slug };
  };
  const hidden = async (): Promise<string> => {
    const { id } = await proposal();
    await as(app, staff).call(decide, {
      params: { contributionId: id },
      body: { act: 'hide', rule: await rule(), reason: 'Hors sujet, comme dit la règle.', revision: 1 },
    });
    return (await app.db.one<{ id: string }>('SELECT id FROM decisions WHERE municipality_id = $1 AND contribution_id = $2', [
      town.id,
      id,
    ]))!.id;
  };
  const ofFresh = async (): Promise<Base> => ({ params: { contributionId: (await proposal()).id } });
  const bases: HostileWorld['bases'] = {
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
      params: { contributionId: await aComment(app, consultation, author, objects.contributionId) },
      body: { revision: 1 },
    }),
    'POST /contributions/:contributionId/comments': async () => ({ body: { parentId: null } }),
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
      body: { subjectIds: [objects.contributionId], activityId: null, documents: [] },
    }),
    'PUT /responses/:responseId': async () => ({ body: { subjectIds: [world.open['contributionId']], activityId: null, documents: [] } }),
    'POST /paper/batches': async () => ({ body: { receivedOn: yesterday, scanFileId: null } }),
    'POST /paper/batches/:batchId/proposals': async () => ({ body: { categoryId } }),
    'POST /paper/batches/:batchId/comments': async () => ({ body: { number: (await proposal()).number } }),
    'PUT /account/password': async () => ({ who: await aPerson(app, town, { password }), body: { currentPassword: password } }),
    'POST /account/email-changes': async () => ({ body: { currentPassword: password } }),
    'POST /paper/batches/:batchId/supports': async () => ({
      body: { lines: [{ name: 'Une personne', number: (await proposal()).number }] },
    }),
    'POST /paper/batches/:batchId/cancellations': async () => {
      const { id, number } = await proposal();
      await as(app, staff).call(enterPaperSupports, {
        params: { batchId: batch.body.id },
        body: { lines: [{ name: `Habitante ${number}`, number }] },
      });
      const made = await app.db.one<{ id: string }>(
        'SELECT participant_id AS id FROM supports WHERE municipality_id = $1 AND contribution_id = $2',
        [town.id, id],
      );
      return { body: { kind: 'support', contributionId: id, participantId: made!.id, number: null } };
    },
    'POST /commitments/:commitmentId/milestones': async () => {
      await app.db.run('DELETE FROM milestones WHERE municipality_id = $1 AND id <> $2', [town.id, world.open['milestoneId']!]);
      return {};
    },
    'POST /admin/consultations/:consultationId/roll': async () => ({
      params: { consultationId: world.invited['consultationId']! },
      body: { addresses: 'quelquun@exemple.fr' },
    }),
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
  return { objects, callers: [staff, author, { town, cookie: '' }], bases };
}
