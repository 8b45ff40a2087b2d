import type { INestApplication } from '@nestjs/common';
import type { PaperBatch, PaperDesk } from '@parvis/shared/contracts/paper.ts';
import { scanOfSheets, type DemoSheet } from '../../apps/api/src/core/demo/index.ts';
import { Database } from '../../apps/api/src/platform/database/index.ts';
import { send, signIn } from './acting.ts';
import type { DemoCalendar } from './calendar.ts';
import type { DemoConsultation } from './consultations.ts';
import type { DemoBatch } from './content/sheets.ts';
import type { MadeProposal } from './contributions.ts';
import { backdateBatch } from './dates.queries.ts';
import type { DemoTown } from './town.ts';

/** Batches of sheets, typed by the agent at the counter through its own routes, each with its scan; one entry was a mistake. */
export async function seedPaper(
  app: INestApplication,
  demo: DemoTown,
  place: DemoConsultation,
  calendar: DemoCalendar,
  made: readonly MadeProposal[],
  batches: readonly DemoBatch[],
): Promise<void> {
  const db = app.get(Database);
  const malik = await signIn(app, demo, demo.staff.get('accueil@saint-aubin.example')!);
  const rows = await db.rows<{ id: string; number: number }>(
    'SELECT id, number FROM contributions WHERE municipality_id = $1 AND id = ANY ($2)',
    [demo.town.id, made.map((one) => one.id)],
  );
  const numberOf = (title: string): number => rows.find((row) => row.id === made.find((one) => one.title === title)!.id)!.number;
  for (const sheets of batches) {
    const scan = await send<{ id: string }>(
      app,
      demo,
      '/files?purpose=scan',
      await scanOfSheets(sheets.label, sheetsOf(sheets)),
      malik,
      'feuilles.pdf',
    );
    const batch = await send<PaperBatch>(
      app,
      demo,
      '/paper/batches',
      { consultationId: place.id, receivedOn: calendar.day(-sheets.daysAgo), label: sheets.label, scanFileId: scan.id },
      malik,
    );
    const enter = <A>(what: string, body: object): Promise<A> => send<A>(app, demo, `/paper/batches/${batch.id}/${what}`, body, malik);
    for (const { name, title, category, address, text } of sheets.proposals)
      await enter('proposals', { name, activityId: place.activityId, title, text: calendar.text(text), categoryId: category, address });
    await enter('supports', { lines: sheets.supports.flatMap(({ on, names }) => names.map((name) => ({ name, number: numberOf(on) }))) });
    for (const { on, name, stance, text } of sheets.comments)
      await enter('comments', { name, number: numberOf(on), stance, text: calendar.text(text) });
    await db.transaction((tx) => backdateBatch(tx, demo.town.id, batch.id, calendar.at(1 - sheets.daysAgo, 10)));
    if (sheets.mistake) await cancel(app, demo, batch.id, { ...sheets.mistake, number: numberOf(sheets.mistake.on) }, malik);
  }
}

async function cancel(
  app: INestApplication,
  demo: DemoTown,
  batchId: string,
  { number, name, reason }: { number: number; name: string; reason: string },
  cookie: string,
): Promise<void> {
  const entry = await app.get(Database).one<Pick<PaperDesk['entries'][number], 'contributionId' | 'participantId'>>(
    `
    SELECT c.id AS "contributionId", p.id AS "participantId" FROM contributions c
    JOIN supports s ON s.municipality_id = c.municipality_id AND s.contribution_id = c.id AND s.paper_batch_id = $3 JOIN participants p ON p.municipality_id = c.municipality_id AND p.id = s.participant_id
    WHERE c.municipality_id = $1 AND c.number = $2 AND p.display_name = $4`,
    [demo.town.id, number, batchId, name],
  );
  await send(app, demo, `/paper/batches/${batchId}/cancellations`, { kind: 'support', ...entry, reason }, cookie);
}

const stances = { for: 'Pour', against: 'Contre', neutral: 'Sans avis tranché' } as const;

function sheetsOf({ proposals, supports, comments }: DemoBatch): DemoSheet[] {
  return [
    ...proposals.map(({ name, title, address, text }) => ({ heading: 'Ma proposition', lines: [title, `Lieu : ${address}`, text, name] })),
    ...comments.map(({ on, name, stance, text }) => ({
      heading: 'Mon avis sur une proposition',
      lines: [on, stances[stance], text, name],
    })),
    ...supports.map(({ on, names }) => ({ heading: 'Je soutiens', lines: [on, names.join('\n')] })),
  ];
}
