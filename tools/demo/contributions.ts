import type { INestApplication } from '@nestjs/common';
import { ProposalsService } from '../../apps/api/src/activities/proposals/index.ts';
import { writeComment } from '../../apps/api/src/core/comments/index.ts';
import { SupportsService } from '../../apps/api/src/core/supports/index.ts';
import { Database } from '../../apps/api/src/platform/database/index.ts';
import type { Actor } from '../../apps/api/src/platform/http/index.ts';
import { cleanRichText } from '../../apps/api/src/platform/text/index.ts';
import { pick, type DemoCalendar } from './calendar.ts';
import type { DemoConsultation } from './consultations.ts';
import type { DemoAnswer } from './content/answers.ts';
import type { DemoProposal } from './content/proposal.ts';
import { backdateContribution } from './dates.queries.ts';
import type { DemoTown } from './town.ts';

/** What was made of a proposal's words. */
export interface MadeProposal {
  readonly id: string;
  readonly title: string;
  readonly author: Actor;
  readonly commentIds: readonly string[];
}

interface Deal {
  readonly demo: DemoTown;
  readonly place: DemoConsultation;
  readonly calendar: DemoCalendar;
  readonly random: () => number;
}

const stanceOf = { '+': 'for', '-': 'against', '=': 'neutral' } as const;

/** The same proposals, those that were answered far enough to the front that they arrive a week before their answer. */
export function beforeTheirAnswers(
  words: readonly DemoProposal[],
  answers: readonly DemoAnswer[],
  days: { readonly from: number; readonly to: number },
): DemoProposal[] {
  const latest = ({ title }: DemoProposal): number => {
    const answer = answers.find(({ to }) => to.includes(title));
    return answer ? ((-answer.daysAgo - 7 - days.from) / (days.to - days.from)) * words.length : Infinity;
  };
  return words
    .map((proposal, at) => ({ proposal, place: Math.min(at, latest(proposal)) }))
    .sort((a, b) => a.place - b.place)
    .map((one) => one.proposal);
}

/** Writes proposals with their comments, and lets people support them, between two days. The services judge each support as they would any. */
export async function seedContributions(
  app: INestApplication,
  deal: Deal,
  words: readonly DemoProposal[],
  days: { readonly from: number; readonly to: number },
): Promise<MadeProposal[]> {
  const { demo, random } = deal;
  const supports = app.get(SupportsService);
  const made: MadeProposal[] = [];
  for (const [at, proposal] of words.entries()) {
    const day = Math.round(days.from + ((days.to - days.from) * at) / words.length);
    const one = await seedProposal(app, deal, proposal, demo.citizens[(at * 7) % 62]!, day);
    made.push(one);
    const supporters = pick(
      demo.citizens.filter((actor) => actor !== one.author),
      proposal.supports,
      random,
    );
    await Promise.all(supporters.map((actor) => supports.add(actor, one.id)));
  }
  return made;
}

async function seedProposal(
  app: INestApplication,
  { demo, place, calendar, random }: Deal,
  proposal: DemoProposal,
  author: Actor,
  day: number,
): Promise<MadeProposal> {
  const { town } = demo;
  const body = cleanRichText(proposal.body.map((paragraph) => `<p>${calendar.text(paragraph)}</p>`).join(''));
  return app.get(Database).transaction(async (tx) => {
    const { id } = await app.get(ProposalsService).deposit(tx, {
      municipalityId: town.id,
      activity: { id: place.activityId, consultation_id: place.id, settings: place.settings },
      author: author.participantId,
      channel: 'web',
      publication: 'published',
      text: {
        ...body,
        title: calendar.text(proposal.title),
        categoryId: proposal.category,
        areaId: proposal.area,
        point: proposal.at ? { lon: proposal.at[0], lat: proposal.at[1] } : null,
        address: proposal.address ?? '',
        pictures: [],
      },
    });
    await backdateContribution(tx, town.id, id, calendar.at(day, 8 + Math.floor(random() * 12), Math.floor(random() * 60)));
    const commentIds: string[] = [];
    let parentId: string | null = null;
    for (const [at, line] of proposal.comments.entries()) {
      const isReply = line.startsWith('>');
      const writer = demo.citizens[Math.floor(random() * 78)]!;
      const commentId: string = await writeComment(tx, {
        municipalityId: town.id,
        consultationId: place.id,
        activityId: place.activityId,
        participantId: writer.participantId,
        channel: 'web',
        subjectId: id,
        publication: 'published',
        parentId: isReply ? parentId : null,
        stance: isReply ? 'neutral' : stanceOf[line[0] as '+'],
        text: calendar.text(line.slice(2)),
      });
      await backdateContribution(
        tx,
        town.id,
        commentId,
        calendar.at(Math.min(day + 1 + at, day < -100 ? -146 : 0), 9 + Math.floor(random() * 12), Math.floor(random() * 60)),
      );
      if (!isReply) parentId = commentId;
      commentIds.push(commentId);
    }
    return { id, title: proposal.title, author, commentIds };
  });
}

/** Opens an activity for `work`, whatever its calendar says, and puts its calendar back: the past of a consultation that is over. */
export async function asIfOpen<T>(app: INestApplication, municipalityId: string, activityId: string, work: () => Promise<T>): Promise<T> {
  const db = app.get(Database);
  const before = await db.rows<{ action: string; phase_id: string; closes_at: string | null }>(
    'SELECT action, phase_id, closes_at FROM openings WHERE municipality_id = $1 AND activity_id = $2',
    [municipalityId, activityId],
  );
  await db.run('UPDATE openings SET closes_at = NULL WHERE municipality_id = $1 AND activity_id = $2', [municipalityId, activityId]);
  const result = await work();
  for (const row of before)
    await db.run('UPDATE openings SET closes_at = $5 WHERE municipality_id = $1 AND activity_id = $2 AND action = $3 AND phase_id = $4', [
      municipalityId,
      activityId,
      row.action,
      row.phase_id,
      row.closes_at,
    ]);
  return result;
}
