import { decide } from '@parvis/shared/contracts/moderation.ts';
import { openInstallation, setUpTown } from '@parvis/shared/contracts/installation.ts';
import { openPaperBatch } from '@parvis/shared/contracts/paper.ts';
import { proposals } from '@parvis/shared/activities/proposals/index.ts';
import { uploadFile } from '@parvis/shared/contracts/files.ts';
import { staffRoles } from '@parvis/shared/rules/words.ts';
import { SetupLinks } from '../../src/core/installation/index.ts';
import type { TestApp } from './app.ts';
import { aConsultation, type TestConsultation } from './consultations.ts';
import { someRules } from './debates.ts';
import { aPerson, as, type Person, type TestTown } from './people.ts';
import { aProposal } from './proposals.ts';
import { password } from './registering.ts';
import type { TextField } from './sample-bodies.ts';
import { aWorld, type Objects, type World } from './world.ts';

export type Caller = Pick<Person, 'town' | 'cookie'>;

/** What a valid request of one route needs that its contract alone does not tell. */
export interface Base {
  readonly who?: Caller;
  readonly params?: Objects;
  readonly body?: object;
  readonly also?: readonly TextField[];
  /** Whether nobody can call it again. */ readonly ends?: true;
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

/** A commune of the official list that is not the tests' own. */
export const firstTown = {
  inseeCode: '90032',
  name: 'Danjoutin',
  tagline: '',
  slug: 'danjoutin',
  host: null,
  timeZone: 'Europe/Paris',
  languages: ['fr' as const, 'en' as const],
};

/** What the bases stand on: one town with its people, and makers of what a request uses up. */
export interface Ground {
  readonly app: TestApp;
  readonly world: World;
  readonly town: TestTown;
  readonly author: Person;
  readonly staff: Person;
  readonly another: Person;
  readonly wizard: Caller;
  readonly yesterday: string;
  readonly consultation: TestConsultation;
  readonly categoryId: string;
  readonly batchId: string;
  readonly objects: Objects;
  readonly rule: () => Promise<{ number: number; version: number }>;
  readonly proposal: () => Promise<{ id: string; number: number }>;
  readonly ofFresh: () => Promise<Base>;
  readonly draft: () => Promise<Objects>;
  /** A decision that hides a fresh proposal. */
  readonly hidden: () => Promise<string>;
}

async function aDraft(app: TestApp, town: TestTown): Promise<Objects> {
  const made = await aConsultation(app, town, { state: 'draft' });
  return { consultationId: made.id, activityId: made.activity.id, slug: made.slug };
}

/** Hides the proposal; gives the decision. */
async function aHiddenProposal(
  app: TestApp,
  town: TestTown,
  staff: Person,
  id: string,
  rule: { number: number; version: number },
): Promise<string> {
  await as(app, staff).call(decide, {
    params: { contributionId: id },
    body: { act: 'hide', rule, reason: 'Hors sujet, comme dit la règle.', revision: 1 },
  });
  return (await app.db.one<{ id: string }>('SELECT id FROM decisions WHERE municipality_id = $1 AND contribution_id = $2', [town.id, id]))!
    .id;
}

/** Makes it all on an empty installation; the wizard first, while there is no town. */
export async function theGround(app: TestApp): Promise<Ground> {
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
  return {
    app,
    world,
    town,
    author,
    staff,
    another,
    wizard,
    yesterday,
    consultation,
    categoryId,
    batchId: batch.body.id,
    objects,
    rule,
    proposal,
    ofFresh: async () => ({ params: { contributionId: (await proposal()).id } }),
    draft: () => aDraft(app, town),
    hidden: async () => aHiddenProposal(app, town, staff, (await proposal()).id, await rule()),
  };
}
