import { type TestApp, startApp } from './app.ts';
import { aConsultation, type TestConsultation } from './consultations.ts';
import { aPerson, aTown, type Person, type TestTown } from './people.ts';
import { newId } from '../../src/platform/ids/index.ts';
import { MorningJob, type NoticeEvent } from '../../src/core/notifications/index.ts';
import { NotifyJob } from '../../src/core/notifications/notify.job.ts';

export let app: TestApp;
export let town: TestTown;
export let consultation: TestConsultation;
export let ines: Person;
export let luc: Person;
export let official: Person;
let number = 0;
export async function aContribution(
  author: Person,
  {
    title = 'Des arceaux à vélo',
    kind = 'proposal',
    publication = 'published',
    subjectId,
    parentId,
  }: { title?: string; kind?: string; publication?: string; subjectId?: string; parentId?: string } = {},
): Promise<string> {
  const id = newId();
  number += 1;
  await app.db.transaction(async (tx) => {
    await tx.run(
      `
      INSERT INTO contributions (municipality_id, id, kind, consultation_id, activity_id, number, participant_id, publication, published_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, CASE WHEN $8 = 'published' THEN statement_timestamp() END)`,
      [
        town.id,
        id,
        kind,
        consultation.id,
        consultation.activity.id,
        kind === 'proposal' ? number : null,
        author.participantId,
        publication,
      ],
    );
    await tx.run('INSERT INTO revisions (municipality_id, contribution_id, revision, content) VALUES ($1, $2, 1, $3)', [
      town.id,
      id,
      JSON.stringify({ title: kind === 'proposal' ? title : '', text: 'Devant l’école Jules-Ferry.' }),
    ]);
    if (subjectId)
      await tx.run('INSERT INTO comments (municipality_id, id, subject_id, parent_id, body) VALUES ($1, $2, $3, $4, $5)', [
        town.id,
        id,
        subjectId,
        parentId ?? null,
        'Devant l’école Jules-Ferry.',
      ]);
    else
      await tx.run(
        'INSERT INTO tallies (municipality_id, contribution_id, consultation_id, activity_id, kind, status, shuffle, published_at) VALUES ($1, $2, $3, $4, $5, $6, 1, statement_timestamp())',
        [town.id, id, consultation.id, consultation.activity.id, kind, 'submitted'],
      );
  });
  return id;
}
export const support = (who: Person, id: string): Promise<number> =>
  app.db.run('INSERT INTO supports (municipality_id, contribution_id, participant_id, level, revision) VALUES ($1, $2, $3, 1, 1)', [
    town.id,
    id,
    who.participantId,
  ]);
type Told<E> = E extends NoticeEvent ? Omit<E, 'municipalityId'> : never;
export async function tell(event: Told<NoticeEvent>, times = 1): Promise<void> {
  const eventId = newId();
  for (let left = times; left > 0; left -= 1)
    await app.app.get(NotifyJob).run({ eventId, event: { municipalityId: town.id, ...event } as NoticeEvent });
}
export const morning = (day = '2026-11-24', weekday = 2): Promise<void> =>
  app.app.get(MorningJob).sendMorning({ id: town.id, day, weekday, day_start: new Date(Date.now() - 3_600_000).toISOString() });
export interface Mail {
  id: string;
  to_address: string;
  kind: string;
  subject: string;
  body_text: string;
  unsubscribe_url: string | null;
  state: string;
}
export async function mailsTo(who?: Person): Promise<Mail[]> {
  return app.db.rows<Mail>(
    'SELECT id, to_address, kind, subject, body_text, unsubscribe_url, state FROM mails WHERE municipality_id = $1 AND ($2::text IS NULL OR to_address = $2) ORDER BY id',
    [town.id, who?.email ?? null],
  );
}

/** Before each test a town of its own with a consultation and people who hear of things; what is exported above is of that test. */
export function noticesScene(): void {
  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(async () => {
    town = await aTown(app);
    consultation = await aConsultation(app, town);
    ines = await aPerson(app, town, { name: 'Inès B.' });
    luc = await aPerson(app, town, { name: 'Luc M.' });
    official = await aPerson(app, town, { name: 'Claire D.' });
  });
  afterAll(() => app.stop());
}
