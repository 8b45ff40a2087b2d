import type { INestApplication } from '@nestjs/common';
import type { ResponseInput } from '@parvis/shared/contracts/responses.ts';
import { ResponsesService } from '../../apps/api/src/core/responses/index.ts';
import { Database } from '../../apps/api/src/platform/database/index.ts';
import type { DemoCalendar } from './calendar.ts';
import type { DemoConsultation } from './consultations.ts';
import type { DemoAnswer } from './content/answers.ts';
import type { MadeProposal } from './contributions.ts';
import { backdateResponse } from './dates.queries.ts';
import type { DemoTown } from './town.ts';

/** Lets the official answer: each answer is prepared, marked as ready and published by the service, then moved to its day. */
export async function seedResponses(
  app: INestApplication,
  { town, staff }: DemoTown,
  place: DemoConsultation,
  calendar: DemoCalendar,
  made: readonly MadeProposal[],
  answers: readonly DemoAnswer[],
): Promise<void> {
  const responses = app.get(ResponsesService);
  const db = app.get(Database);
  const official = staff.get('elue@saint-aubin.example')!;
  const idOf = (title: string): string => {
    const found = made.find((one) => one.title === title);
    if (!found) throw new Error(`No proposal is called "${title}".`);
    return found.id;
  };
  for (const answer of answers) {
    const commitments = answer.commitments ?? [];
    const input: ResponseInput = {
      subjectIds: answer.to.map(idOf),
      activityId: null,
      status: answer.status,
      signedAs: 'Sylvie Arnoux, adjointe aux mobilités',
      documents: [],
      bodyHtml: answer.body.map((paragraph) => `<p>${calendar.text(paragraph)}</p>`).join(''),
      commitments: commitments.map((one) => ({
        title: calendar.text(one.title),
        dueOn: calendar.day(one.dueDay),
        costCents: one.costCents ?? null,
        votedCents: one.costCents ?? null,
        milestones: one.milestones.map((step) => ({ title: calendar.text(step.title), dueOn: calendar.day(step.dueDay) })),
      })),
    };
    const { id } = await responses.create(town, official, place.id, input);
    await responses.markReady(town, id, true);
    await responses.publish(town, official, { id: place.id, consultation_state: 'published' }, [id]);
    await db.transaction(async (tx) => {
      for (const one of commitments) {
        const row = await tx.one<{ id: string }>(
          'UPDATE commitments SET state = $4, progress = $5, note = $6 WHERE municipality_id = $1 AND response_id = $2 AND title = $3 RETURNING id',
          [town.id, id, calendar.text(one.title), one.state, one.progress, calendar.text(one.note ?? '')],
        );
        for (const step of one.milestones)
          if (step.doneDay !== undefined) {
            if (step.doneDay < -answer.daysAgo) throw new Error(`"${step.title}" is done before the answer that promises it.`);
            await tx.run('UPDATE milestones SET done_on = $4 WHERE municipality_id = $1 AND commitment_id = $2 AND title = $3', [
              town.id,
              row!.id,
              calendar.text(step.title),
              calendar.day(step.doneDay),
            ]);
          }
      }
      await backdateResponse(tx, town.id, id, calendar.at(-answer.daysAgo, 14));
    });
  }
}
