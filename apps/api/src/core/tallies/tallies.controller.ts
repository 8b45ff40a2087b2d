import { createHash } from 'node:crypto';
import { Controller, Inject, StreamableFile } from '@nestjs/common';
import { readLiveCounts, watchLiveCounts, type LiveCounts } from '@parvis/shared/contracts/supports.ts';
import { Policy, Route, type Call } from '../../platform/http/index.ts';
import { Readers, activityFacts, maySeeActivity, type ActivityFactsRow } from '../contributions/index.ts';
import { LiveHub, countOf } from './live-hub.ts';
import { readCounts } from './tallies.queries.ts';

/** Live figures: asked once, or listened to. */
@Controller()
export class TalliesController {
  constructor(
    @Inject(LiveHub) private readonly hub: LiveHub,
    @Inject(Readers) private readonly readers: Readers,
  ) {}

  @Route(readLiveCounts)
  @Policy(maySeeActivity, activityFacts)
  async read({ town, query, facts, reply }: Call<typeof readLiveCounts, ActivityFactsRow>): Promise<LiveCounts> {
    const counts = (await readCounts(this.readers.of(facts), town.id, [facts.id], query.ids)).map(countOf);
    reply.version(createHash('sha256').update(JSON.stringify(counts)).digest('base64url').slice(0, 16));
    return { counts };
  }

  @Route(watchLiveCounts)
  @Policy(maySeeActivity, activityFacts)
  watch({ town, query, facts, reply, context, actor }: Call<typeof watchLiveCounts, ActivityFactsRow>): Promise<StreamableFile> {
    reply.headers.set('cache-control', 'no-store, no-transform');
    return Promise.resolve(
      new StreamableFile(
        this.hub.watch(this.readers.of(facts), town.id, facts.id, query.ids, { ip: context.ip, accountId: actor?.accountId ?? null }),
        { type: 'text/event-stream' },
      ),
    );
  }
}
