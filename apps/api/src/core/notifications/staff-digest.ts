import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.ts';
import type { Town } from '../../platform/http/index.ts';
import { say } from '../../platform/messages/index.ts';
import { queueMail } from '../mails/index.ts';
import { pageUrl, type LetterText } from './letters.ts';
import { insertNotices, type TownClock } from './notices.queries.ts';
import { eventIdOf } from './notify.job.ts';
import { readDeskCounts, readStaff, type DeskCounts, type StaffReader } from './staff.queries.ts';

/**
 * One mail a day for those who work in the town, with what waits on their desks. Never empty, and never the same again: it leaves
 * when something came since yesterday, and on Mondays while anything waits.
 */
@Injectable()
export class StaffDigest {
  constructor(@Inject(Database) private readonly db: Database) {}

  async send(town: Town, { day, day_start: dayStart, weekday }: Pick<TownClock, 'day' | 'day_start' | 'weekday'>): Promise<void> {
    const since = new Date(Date.parse(dayStart) - 17 * 3_600_000).toISOString(); // yesterday at 7, when the last one left
    const counts = await readDeskCounts(this.db, town.id, since);
    for (const reader of await readStaff(this.db, town.id)) {
      const letter = deskLetter(town, reader, counts, weekday === 1);
      if (!letter) continue;
      await this.db.transaction(async (tx) => {
        const fresh = await insertNotices(
          tx,
          {
            municipalityId: town.id,
            eventId: eventIdOf(`staff-digest:${day}`),
            kind: 'staff-digest',
            facts: {},
            contributionIds: [],
            mayWait: false,
          },
          [{ ...reader, why: 'staff', contribution_ids: [], wants_daily: false }],
        );
        if (!fresh.has(reader.participant_id)) return;
        await queueMail(tx, {
          town,
          to: { address: reader.address, language: reader.language, participantId: reader.participant_id },
          kind: 'staff-digest',
          ...letter,
          reason: say(reader.language, 'notices.why.staff'),
          optOutKind: 'staff-digest',
        });
      });
    }
  }
}

/** The lines for one person's roles, or null when nothing is worth a mail. */
function deskLetter(town: Town, { language, roles }: StaffReader, counts: DeskCounts, isMonday: boolean): LetterText | null {
  const has = (role: 'moderator' | 'official' | 'administrator'): boolean => roles.includes(role);
  const moderates = has('moderator') || has('administrator');
  const answers = has('official') || has('administrator');
  const isNew =
    (moderates && counts.to_moderate_since > 0) || (answers && counts.to_answer_since > 0) || (has('administrator') && counts.arrived > 0);
  const lines = (
    [
      [moderates, 'pending', counts.pending],
      [moderates, 'flagged', counts.flagged],
      [moderates, 'appeals', counts.appeals],
      [answers, 'unanswered', counts.unanswered],
      [answers, 'late', counts.late],
      [has('administrator'), 'arrived', counts.arrived],
    ] as const
  )
    .filter(([mine, , count]) => mine && count > 0)
    .map(([, key, count]) => say(language, `notices.staff-digest.${key}`, { count }));
  if (lines.length === 0 || !(isNew || isMonday)) return null;
  const waits = counts.pending + counts.flagged + counts.appeals;
  const [label, path] =
    moderates && waits > 0
      ? (['moderation', '/moderation'] as const)
      : answers && counts.unanswered > 0
        ? (['responses', '/reponses'] as const)
        : (['administration', '/admin'] as const);
  return {
    subject: say(language, 'notices.staff-digest.subject', { town: town.name }),
    paragraphs: [say(language, 'notices.staff-digest.first'), lines.map((line) => `• ${line}`).join('\n')],
    button: { label: say(language, `notices.staff-digest.${label}`), url: pageUrl(town, language, path) },
  };
}
