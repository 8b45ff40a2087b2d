import { Inject, Injectable } from '@nestjs/common';
import type {
  PaperEntry,
  PaperSupportOutcome,
  enterPaperComment,
  enterPaperProposal,
  enterPaperSupports,
} from '@parvis/shared/contracts/paper.ts';
import { excerpt } from '@parvis/shared/rules/rich-text.ts';
import { Database } from '../../platform/database/index.ts';
import type { ActorCall, FaultyCall, FieldError } from '../../platform/http/index.ts';
import { ActivityRegistry } from '../activities/index.ts';
import { ActivityNotFound, NotOffered, PhaseClosed } from '../contributions/index.ts';
import { SupportsService } from '../supports/index.ts';
import { activityOf, openBatch, subjectOf, writePaperComment } from './open-batch.ts';
import { readSheetActivity } from './paper-batches.queries.ts';
import { readNumbered } from './paper-people.queries.ts';
import { findOrMakePaperPerson } from './paper-person.ts';

/**
 * What an agent types from sheets. The calendar is obeyed with one rule of grace (ADR "paper"): a sheet counts if the act was open at
 * some moment of the day on which the town hall received it, whenever it is typed, until the consultation is archived.
 */
@Injectable()
export class PaperEntriesService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(ActivityRegistry) private readonly registry: ActivityRegistry,
    @Inject(SupportsService) private readonly supports: SupportsService,
  ) {}

  /** What the activity asks of a sheet that the contract refuses already, so that the agent learns all at once. */
  async proposalFaults({ town, params, body }: FaultyCall<typeof enterPaperProposal>): Promise<readonly FieldError[]> {
    const activity = body.activityId ? await readSheetActivity(this.db, town.id, params.batchId, body.activityId) : null;
    return (activity && this.registry.roomOf(activity.kind).paper?.faults(activity.settings, body)) ?? [];
  }

  async proposal({ town, actor, params, body }: ActorCall<typeof enterPaperProposal>): Promise<PaperEntry> {
    return this.db.transaction(async (tx) => {
      const batch = await openBatch(tx, town.id, params.batchId, town.timeZone);
      const activity = batch.activities.find((one) => one.id === body.activityId);
      if (!activity) throw new ActivityNotFound();
      const { paper } = this.registry.roomOf(activity.kind);
      if (!paper) throw new NotOffered();
      if (!activity.opened.includes(paper.action)) throw new PhaseClosed({ action: paper.action });
      const author = await findOrMakePaperPerson(tx, town.id, batch.consultation_id, body);
      const { title, text, categoryId, address, point } = body;
      const { id, number } = await paper.deposit(tx, {
        municipalityId: town.id,
        activity: { id: activity.id, consultation_id: batch.consultation_id, settings: activity.settings },
        author,
        enteredBy: actor.participantId,
        paperBatchId: batch.id,
        title,
        text,
        categoryId,
        address,
        point,
      });
      return {
        kind: 'proposal',
        contributionId: id,
        participantId: author,
        cancelled: null,
        person: body.name,
        number,
        title,
        excerpt: excerpt(text, 160),
        enteredAt: new Date().toISOString(),
      };
    });
  }

  async comment({ town, actor, params, body }: ActorCall<typeof enterPaperComment>): Promise<PaperEntry> {
    return this.db.transaction(async (tx) => {
      const batch = await openBatch(tx, town.id, params.batchId, town.timeZone);
      const subject = await subjectOf(tx, town.id, batch, body.number);
      const author = (): Promise<string> => findOrMakePaperPerson(tx, town.id, batch.consultation_id, body);
      const { id, participantId } = await writePaperComment(tx, batch, {
        municipalityId: town.id,
        subject,
        enteredBy: actor.participantId,
        stance: body.stance,
        text: body.text,
        author,
      });
      return {
        kind: 'comment',
        contributionId: id,
        participantId,
        cancelled: null,
        person: body.name,
        number: subject.number,
        title: subject.title,
        excerpt: excerpt(body.text, 160),
        enteredAt: new Date().toISOString(),
      };
    });
  }

  /** Each line is decided alone: what is refused is told, and the others count. */
  async supportLines({ town, actor, params, body }: ActorCall<typeof enterPaperSupports>): Promise<{ outcomes: PaperSupportOutcome[] }> {
    const outcomes = await this.db.transaction(async (tx) => {
      const batch = await openBatch(tx, town.id, params.batchId, town.timeZone);
      const numbered = new Map(
        (
          await readNumbered(
            tx,
            town.id,
            batch.consultation_id,
            body.lines.map((line) => line.number),
          )
        ).map((row) => [row.number, row]),
      );
      const paper = { enteredBy: actor.participantId, batchId: batch.id, since: batch.since, until: batch.until };
      const sheets = [];
      for (const line of body.lines) {
        const subject = numbered.get(line.number);
        if (subject && activityOf(batch, subject)?.opened.includes('support')) {
          sheets.push({
            line,
            contributionId: subject.id,
            participantId: await findOrMakePaperPerson(tx, town.id, batch.consultation_id, line),
            paper,
          });
        }
      }
      const decided = await this.supports.enterOnPaper(tx, town.id, sheets);
      const byLine = new Map(sheets.map((sheet, at) => [sheet.line, decided[at]!]));
      return body.lines.map((line) => ({
        number: line.number,
        name: line.name,
        outcome: byLine.get(line) ?? (numbered.has(line.number) ? 'phase-closed' : 'not-found'),
      }));
    });
    return { outcomes: outcomes.map((one) => ({ ...one, outcome: shown(one.outcome) })) };
  }
}

/** Paper meets every level, and what is not there was looked up before: these two do not come back from the statement. */
function shown(outcome: string): PaperSupportOutcome['outcome'] {
  const known = ['made', 'was-there', 'contribution-ended', 'contribution-locked', 'phase-closed'] as const;
  return known.find((one) => one === outcome) ?? 'not-found';
}
