import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ActivityResults, Results, readResults } from '@parvis/shared/contracts/results.ts';
import { daysBetween, daysShown, withoutHoles } from '@parvis/shared/rules/results/timeline.ts';
import { statuses, type Language } from '@parvis/shared/rules/words.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/index.ts';
import { ActivityRegistry } from '../activities/index.ts';
import { ConsultationNotFound, type ConsultationFacts } from '../consultations/index.ts';
import { Readers, isPublic } from '../contributions/index.ts';
import { readFigures } from '../moderation/index.ts';
import { readClock } from '../responses/index.ts';
import { peopleOf } from '../tallies/index.ts';
import { Paced } from './paced.ts';
import { sharesOf, statusesOf, totalsOf } from './results-views.ts';
import { readBreakdown, readChannels, readResultHead, readTimeline, type BreakdownRow, type ResultHeadRow } from './results.queries.ts';

const maxPlaces = 500;
const sharedSeconds = 30;

/** Counts what a consultation came to. */
@Injectable()
export class ResultsService {
  private readonly paced = new Paced<Results>();

  constructor(
    @Inject(Readers) private readonly readers: Readers,
    @Inject(ActivityRegistry) private readonly registry: ActivityRegistry,
  ) {}

  async read({ town, facts, reply, context }: Call<typeof readResults, ConsultationFacts>): Promise<Results> {
    const results = await this.paced.get(`${town.id} ${facts.id} ${isPublic(facts)} ${context.language}`, () =>
      this.count(this.readers.of(facts), town.id, facts.id, context.language),
    );
    if (isPublic(facts)) reply.cacheFor(sharedSeconds);
    const { countedAt: _, ...figures } = results; // counted again without a change is the same version
    reply.version(createHash('sha256').update(JSON.stringify(figures)).digest('base64url').slice(0, 22));
    return results;
  }

  private async count(db: Sql, municipalityId: string, consultationId: string, language: Language): Promise<Results> {
    const [head, breakdown, channels, clock, moderation] = await Promise.all([
      readResultHead(db, municipalityId, consultationId),
      readBreakdown(db, municipalityId, consultationId),
      readChannels(db, municipalityId, consultationId),
      readClock(db, municipalityId, consultationId),
      readFigures(db, municipalityId, consultationId, language),
    ]);
    if (!head || !clock) throw new ConsultationNotFound(); // went away since the policy looked
    const unit = head.first_day && head.last_day && daysBetween(head.first_day, head.last_day) > daysShown ? 'week' : 'day';
    const timeline = await readTimeline(db, municipalityId, consultationId, unit);
    return {
      consultation: { id: head.id, slug: head.slug, title: head.title, state: head.state },
      countedAt: head.counted_at,
      people: peopleOf(head.by_level ?? []),
      ...totalsOf(breakdown.filter((row) => row.by === 'all')),
      unit,
      timeline: withoutHoles(timeline, unit, { contributions: 0, comments: 0, supports: 0, people: 0 }),
      channels,
      activities: await Promise.all(
        head.activities.map((activity) =>
          this.activity(
            db,
            municipalityId,
            head,
            activity,
            breakdown.filter((row) => row.activity_id === activity.id),
          ),
        ),
      ),
      imported: [...head.imported],
      commitments: [...head.commitments],
      moderation,
      answers: {
        delayDays: clock.delay_days,
        dueAt: clock.due_at,
        answered: clock.answered,
        waiting: clock.waiting,
        late: clock.late,
        byStatus: { ...clock.by_status },
      },
    };
  }

  private async activity(
    db: Sql,
    municipalityId: string,
    { areas }: ResultHeadRow,
    activity: ResultHeadRow['activities'][number],
    rows: readonly BreakdownRow[],
  ): Promise<ActivityResults> {
    const { id, kind, slug, title, settings } = activity;
    const room = this.registry.all().find((one) => one.kind.name === kind);
    const by = (what: BreakdownRow['by']): BreakdownRow[] => rows.filter((row) => row.by === what);
    const counted = room && room.kind.count(await room.published(db, municipalityId, id), settings);
    return {
      id,
      kind,
      slug,
      title,
      contributions: by('all')[0]?.contributions ?? 0,
      categories: sharesOf(by('category'), room?.kind.categories?.(settings) ?? []),
      areas: sharesOf(by('area'), areas),
      statuses: statusesOf(by('status'), statuses),
      places: [...((await room?.places?.(db, municipalityId, id, maxPlaces)) ?? [])],
      result: room ? (room.kind.shown?.(counted) ?? counted) : null,
    };
  }
}
