import type { INestApplication } from '@nestjs/common';
import { writeComment } from '../../apps/api/src/core/comments/index.ts';
import { Database } from '../../apps/api/src/platform/database/index.ts';
import { send, signIn } from './acting.ts';
import type { DemoCalendar } from './calendar.ts';
import type { DemoConsultation } from './consultations.ts';
import { incidents } from './content/incidents.ts';
import type { MadeProposal } from './contributions.ts';
import { backdateContribution, backdateDecision } from './dates.queries.ts';
import type { DemoTown } from './town.ts';

/** Comments that people flagged, decisions, a correction asked for, an appeal that waits. The application must be listening. */
export async function seedModeration(
  app: INestApplication,
  demo: DemoTown,
  place: DemoConsultation,
  calendar: DemoCalendar,
  made: readonly MadeProposal[],
): Promise<void> {
  const db = app.get(Database);
  const amine = demo.staff.get('amine@saint-aubin.example')!;
  const [claire, author] = [await signIn(app, demo, demo.staff.get('moderatrice@saint-aubin.example')!), await signIn(app, demo, amine)];
  for (const [at, incident] of incidents.entries()) {
    const subject = made.find((one) => one.title === incident.on)!;
    const writer = incident.writer ? demo.staff.get(incident.writer)! : demo.citizens[20 + at]!;
    const daysAgo = (incident.decision?.daysAgo ?? 0) + 1;
    const id = await db.transaction(async (tx) => {
      const commentId = await writeComment(tx, {
        municipalityId: demo.town.id,
        consultationId: place.id,
        activityId: place.activityId,
        participantId: writer.participantId,
        channel: 'web',
        subjectId: subject.id,
        publication: 'published',
        parentId: null,
        stance: 'neutral',
        text: calendar.text(incident.text),
      });
      await backdateContribution(tx, demo.town.id, commentId, calendar.at(-daysAgo, 9, 12));
      return commentId;
    });
    for (const [number, flag] of incident.flags.entries())
      await send(app, demo, `/contributions/${id}/flags`, {
        ...flag,
        name: `Passante ${at + 1}.${number + 1}`,
        email: `passante-${at + 1}-${number + 1}@saint-aubin.example`,
      });
    if (!incident.decision) {
      await db.transaction((tx) => backdateDecision(tx, demo.town.id, id, calendar.at(0, 0)));
      continue;
    }
    const { act, rule, reason } = incident.decision;
    await send(
      app,
      demo,
      `/moderation/contributions/${id}/decisions`,
      { act, rule: { version: 1, number: rule }, reason: calendar.text(reason), revision: 1 },
      claire,
    );
    if (incident.appeal) {
      const decision = await db.one<{ id: string }>('SELECT id FROM decisions WHERE municipality_id = $1 AND contribution_id = $2', [
        demo.town.id,
        id,
      ]);
      await send(app, demo, `/decisions/${decision!.id}/appeals`, { text: calendar.text(incident.appeal) }, author);
    }
    await db.transaction((tx) => backdateDecision(tx, demo.town.id, id, calendar.at(-incident.decision!.daysAgo, 10)));
  }
}
